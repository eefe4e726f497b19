package validate

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/klauspost/compress/zstd"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/validate/internal/spill"
	"github.com/factcite/factcite/validate/internal/suppress"
)

// Part is what a run knows of some of its inputs: all that looking at them by themselves
// finds, in their order. Merging the parts of a run gives what one run over all inputs
// gives. [Checker.WritePart] writes one, [ReadPart] reads it, [Merge] merges.
//
// A part is a line of JSON that says how it was made, and then blocks of records, each
// compressed and with a checksum. What it has of a .bib is its text, since entries may
// use what is in other files.
type Part struct {
	name string
	head partHead
	line []byte // the head as it was read
	from *bufio.Reader
}

// partHead says how a part was made. Parts that are merged agree in all of it.
type partHead struct {
	Part      int    `json:"factcite_part"` // the version of the form of parts
	Program   string `json:"program"`
	Today     string `json:"today"`
	Schema    string `json:"schema"` // its digest
	OnRaw     bool   `json:"schema_on_raw"`
	AllTypes  bool   `json:"all_types"`
	AllKinds  bool   `json:"all_kinds,omitempty"`
	Texts     bool   `json:"texts"`              // of sources were looked for beside the records
	Config    string `json:"configuration"`      // the name of its file; empty without one
	Configure []byte `json:"configuration_text"` // of that file
}

// partVersion is the version of the form of parts, which changes with whatever is packed.
const partVersion = 2

// longestHead is how many bytes the head of a part may have.
const longestHead = 16 << 20

// PartHead is the first line of each part that the checker writes today, without its end:
// what of two parts is the same where both may be merged.
func (c *Checker) PartHead() string {
	head, _ := json.Marshal(c.head(newExaminer(context.Background(), c.rules, &c.opts)))
	return string(head)
}

func (c *Checker) head(e *examiner) partHead {
	h := partHead{
		Part: partVersion, Program: Version(), Today: e.today.Format(time.DateOnly),
		Schema: e.schema.Digest(), OnRaw: e.onRaw, AllTypes: e.allTypes, AllKinds: e.allKinds, Texts: e.texts != nil,
	}
	if c.opts.Config != nil {
		h.Config, h.Configure = c.opts.Config.Name(), suppress.TextOf(c.opts.Config)
	}
	return h
}

// Version is the version of this module in the running program, as the build recorded it, or
// "devel". Parts of one version are merged by no other.
func Version() string {
	const module = "github.com/factcite/factcite"
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		return "devel"
	}
	for _, m := range append(info.Deps, &info.Main) {
		if m.Path == module && m.Replace == nil && m.Version != "" && m.Version != "(devel)" {
			return m.Version
		}
	}
	return "devel"
}

// A block of a part is its kind, the number of records in it, the length of what follows,
// a checksum of all that, and records or the text of a .bib, compressed. Before records are
// the hashes of each, see [appendHashes], as they are: none can be made shorter.
type blockKind byte

const (
	recordBlock blockKind = 'r'
	bibBlock    blockKind = 'b'
	lastBlock   blockKind = 'e' // its number is that of all records; it holds the checksum of the head
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func appendBlock(dst []byte, kind blockKind, records int, content []byte) []byte {
	return append(appendBlockHead(dst, kind, records, content), content...)
}

// appendBlockHead appends all of a block that is before its content.
func appendBlockHead(dst []byte, kind blockKind, records int, content []byte) []byte {
	start := len(dst)
	dst = append(dst, byte(kind))
	dst = spill.AppendNumbers(dst, records, len(content))
	sum := crc32.Update(crc32.Checksum(dst[start:], castagnoli), castagnoli, content)
	return binary.LittleEndian.AppendUint32(dst, sum)
}

// packed is some blocks, and how many records they have.
type packed struct {
	blocks  []byte
	records int
}

// WritePart writes what the rules find in each input of a stream by itself. Rules that
// compare records, and all that depends on an authority, a baseline or documents that
// cite, wait until parts are merged.
func (c *Checker) WritePart(ctx context.Context, w io.Writer, inputs iter.Seq2[Input, error]) error {
	e := newExaminer(ctx, c.rules, &c.opts)
	e.hash, e.verifier, e.keep, e.contexts = stableHash, nil, true, true
	head, err := json.Marshal(c.head(e))
	if err != nil {
		return err
	}
	compressor, err := newCompressor(c.opts.Workers)
	if err != nil {
		return err
	}
	defer compressor.Close()
	if _, err := w.Write(append(head, '\n')); err != nil {
		return fmt.Errorf("cannot write the part: %w", err)
	}
	pack := func(own *examiner, inputs []Input) (packed, error) { return own.pack(inputs, compressor) }
	records := 0
	for blocks, err := range inWorkers(ctx, jobsOn(inputs, pack), e, c.opts.Workers) {
		if err != nil {
			return err
		}
		records += blocks.records
		if _, err := w.Write(blocks.blocks); err != nil {
			return fmt.Errorf("cannot write the part: %w", err)
		}
	}
	sum := binary.LittleEndian.AppendUint32(nil, crc32.Checksum(head, castagnoli))
	if _, err := w.Write(appendBlock(nil, lastBlock, records, sum)); err != nil {
		return fmt.Errorf("cannot write the part: %w", err)
	}
	return nil
}

func newCompressor(workers int) (*zstd.Encoder, error) {
	return zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(cmp.Or(workers, runtime.GOMAXPROCS(0))))
}

// pack examines inputs and packs what was found of them.
func (e *examiner) pack(inputs []Input, compressor *zstd.Encoder) (p packed, err error) {
	var hashes, records, one []byte
	count := 0
	flush := func() {
		if count > 0 {
			p.blocks = appendBlock(p.blocks, recordBlock, count, compressor.EncodeAll(records, hashes))
			p.records += count
		}
		hashes, records, count = hashes[:0], records[:0], 0
	}
	for i := range inputs {
		if inputs[i].Bib == nil {
			for _, x := range e.examineBatch(inputs[i : i+1]) {
				hashes = appendHashes(hashes, &x)
				one = packExamined(one[:0], &x)
				records = append(spill.AppendNumbers(records, len(one)), one...)
				count++
			}
			continue
		}
		if !inputs[i].piece.opens() {
			continue // the file was written with its first piece
		}
		flush()
		text, err := bib.AppendFile(nil, inputs[i].Bib)
		if err != nil {
			return packed{}, fmt.Errorf("cannot write the part: %w", err)
		}
		p.blocks = appendBlock(p.blocks, bibBlock, 0, compressor.EncodeAll(text, nil))
	}
	flush()
	return p, nil
}

// ReadPart reads the head of a part; [Merge] reads the rest. An error says that it is no
// part, or one that another version of this program wrote.
func ReadPart(name string, r io.Reader) (*Part, error) {
	p := &Part{name: name, from: bufio.NewReaderSize(r, 1<<16)}
	line, err := readLine(p.from, longestHead)
	if err != nil || !bytes.HasPrefix(line, []byte(`{"factcite_part":`)) || json.Unmarshal(line, &p.head) != nil {
		return nil, fmt.Errorf("%s is no part of a run", name)
	}
	p.line = line
	if p.head.Part != partVersion {
		return nil, fmt.Errorf("%s has version %d of the form of parts, and this program reads version %d: make all parts with one program", name, p.head.Part, partVersion)
	}
	if p.head.Program != Version() {
		return nil, fmt.Errorf("%s was made by version %s of factcite, and this is version %s: make all parts with one program", name, p.head.Program, Version())
	}
	return p, nil
}

// ReadParts reads the heads of parts one after another, each when it is asked for, and
// closes it when the next one is. open opens the part of a name. The sequence may be ranged
// over again.
func ReadParts(names []string, open func(name string) (io.ReadCloser, error)) iter.Seq2[*Part, error] {
	return func(yield func(*Part, error) bool) {
		for _, name := range names {
			from, err := open(name)
			if err != nil {
				yield(nil, err)
				return
			}
			more := yield(ReadPart(name, from))
			from.Close()
			if !more {
				return
			}
		}
	}
}

// readLine reads a line of at most that many bytes, without its end.
func readLine(r *bufio.Reader, longest int) ([]byte, error) {
	var line []byte
	for {
		some, err := r.ReadSlice('\n')
		line = append(line, some...)
		switch {
		case len(line) > longest:
			return nil, bufio.ErrTooLong
		case err == nil:
			return line[:len(line)-1], nil
		case err != bufio.ErrBufferFull:
			return nil, err
		}
	}
}

// differences names what of two heads differs.
func (h *partHead) differences(other *partHead) []string {
	var names []string
	for _, c := range []struct {
		name   string
		differ bool
	}{
		{"the schema", h.Schema != other.Schema},
		{"the configuration", h.Config != other.Config || !bytes.Equal(h.Configure, other.Configure)},
		{"the date of --today (" + h.Today + ", " + other.Today + ")", h.Today != other.Today},
		{"--schema-on", h.OnRaw != other.OnRaw},
		{"--all-types", h.AllTypes != other.AllTypes},
		{"--all-kinds", h.AllKinds != other.AllKinds},
		{"--texts", h.Texts != other.Texts},
	} {
		if c.differ {
			names = append(names, c.name)
		}
	}
	return names
}

// Merge merges the parts of a run: the result is that of [Check] over all that the parts
// were made of, in their order, whatever they were cut into. Of the options, which may be
// nil, those that parts are made with (Schema, SchemaOnRaw, AllTypes, AllKinds, Today and Config)
// are those of the parts; Texts must be set where the parts were made with some. With
// PartBytes parts are ranged over twice. An error says as well that a part is damaged, or
// was not made as the first was.
func Merge(ctx context.Context, parts iter.Seq2[*Part, error], opts *Options) (*Result, error) {
	var repeated *repeatable
	if opts != nil && opts.PartBytes > 0 {
		repeated = findRepeated(parts, opts.PartBytes)
	}
	next, stop := iter.Pull2(parts)
	defer stop()
	first, err, ok := next()
	switch {
	case !ok:
		return nil, errors.New("there is no part to merge")
	case err != nil:
		return nil, err
	}
	c, err := first.checker(opts)
	if err != nil {
		return nil, err
	}
	e := newExaminer(ctx, c.rules, &c.opts)
	e.hash = stableHash
	decompressor, err := newDecompressor(c.opts.Workers)
	if err != nil {
		return nil, err
	}
	defer decompressor.Close()
	m := &partReader{first: first, decompressor: decompressor}
	jobs := func(yield func(job[[]examined], error) bool) {
		number := uint32(0)
		for part, err, ok := first, error(nil), true; ok; part, err, ok = next() {
			if err == nil {
				err = m.sameAsFirst(part)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if !m.read(part, number, yield) {
				return
			}
			number++
		}
	}
	all := newCollector(c.rules, &c.opts, e)
	if repeated != nil {
		if err := all.saveMemory(repeated); err != nil {
			return nil, err
		}
	}
	return all.run(ctx, e.verifier, each(inWorkers(ctx, jobs, e, c.opts.Workers)))
}

func newDecompressor(workers int) (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderMaxMemory(1<<31), zstd.WithDecoderConcurrency(cmp.Or(workers, runtime.GOMAXPROCS(0))))
}

// leastOfRecord is about how many bytes a part has of a record at least.
const leastOfRecord = 128

// findRepeated reads parts of so many bytes for what they may state more than once; nil, if
// it cannot, is anything. Whoever reads them again says what is wrong with them.
func findRepeated(parts iter.Seq2[*Part, error], size int64) *repeatable {
	decompressor, err := newDecompressor(1)
	if err != nil {
		return nil
	}
	defer decompressor.Close()
	r := &repeatable{newTwice(size / leastOfRecord), newTwice(size / leastOfRecord)}
	m := &partReader{decompressor: decompressor}
	for part, err := range parts {
		if err != nil || !m.hashes(part, r) {
			return nil
		}
	}
	r.ids.once, r.sourced.once = nil, nil
	return r
}

// hashes adds those of all records and entries of a part. It is false if it cannot.
func (m *partReader) hashes(p *Part, r *repeatable) bool {
	for {
		b, err := p.block()
		if err != nil {
			return false
		}
		switch b.kind {
		case lastBlock:
			return true
		case recordBlock:
			hashes, _, ok := b.cut()
			for ; ok && len(hashes) > 0; hashes = hashes[hashesLength:] {
				id, sourced := readHashes(hashes)
				r.ids.add(id)
				r.sourced.add(sourced)
			}
		case bibBlock:
			file, err := m.bib(b)
			if err != nil {
				return false
			}
			for i := range file.Entries {
				key := stableHash([]byte(file.Entries[i].Key))
				r.ids.add(key)
				r.ids.add(key) // it is remembered of any entry that it is one
			}
		}
	}
}

// checker returns the checker that a part was made by, with what merging adds.
func (p *Part) checker(opts *Options) (*Checker, error) {
	var all Options
	if opts != nil {
		all = *opts
	}
	today, err := time.Parse(time.DateOnly, p.head.Today)
	if err != nil {
		return nil, fmt.Errorf("%s is no part of a run: %w", p.name, err)
	}
	if (all.Texts != nil) != p.head.Texts {
		return nil, fmt.Errorf("%s was made with --texts, or is merged with it, and not both", p.name)
	}
	all.Today, all.AllTypes, all.AllKinds, all.SchemaOnRaw, all.Config = today, p.head.AllTypes, p.head.AllKinds, p.head.OnRaw, nil
	if p.head.Config != "" {
		if all.Config, err = ReadConfig(p.head.Config, p.head.Configure); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return NewChecker(&all), nil
}

// DamagedPart is the error of a part that is not as it was written.
type DamagedPart struct{ Part, Reason string }

func (d *DamagedPart) Error() string {
	return fmt.Sprintf("the part %s is damaged (%s): make it anew", d.Part, d.Reason)
}

// Verify reads the rest of a part. The error is a [DamagedPart] if that is not as it was written.
func (p *Part) Verify() (err error) {
	m := &partReader{first: p}
	if m.decompressor, err = newDecompressor(1); err != nil {
		return err
	}
	defer m.decompressor.Close()
	m.read(p, 0, func(_ job[[]examined], damage error) bool {
		err = damage
		return err == nil
	})
	return err
}

// partReader reads the blocks of one part after another.
type partReader struct {
	first        *Part
	decompressor *zstd.Decoder
	database     *bib.File // the last .bib, one database with those before it
}

func (m *partReader) sameAsFirst(p *Part) error {
	if names := m.first.head.differences(&p.head); len(names) > 0 {
		return fmt.Errorf("%s and %s were not made alike: %s differ", m.first.name, p.name, strings.Join(names, ", "))
	}
	return nil
}

// read yields a job for each block of the part of a number. It is false if no more are wanted.
func (m *partReader) read(p *Part, number uint32, yield func(job[[]examined], error) bool) bool {
	damaged := func(reason string) bool {
		yield(nil, &DamagedPart{p.name, reason})
		return false
	}
	for records := 0; ; {
		b, err := p.block()
		if err != nil {
			return damaged(err.Error())
		}
		switch b.kind {
		case lastBlock:
			if b.records != records || len(b.content) != 4 || binary.LittleEndian.Uint32(b.content) != crc32.Checksum(p.line, castagnoli) {
				return damaged("its end does not fit its beginning")
			}
			return true
		case recordBlock:
			first := recordAt{number, uint32(records)}
			records += b.records
			if !yield(func(own *examiner) ([]examined, error) { return own.unpack(p.name, b, first, m.decompressor) }, nil) {
				return false
			}
		case bibBlock:
			file, err := m.bib(b)
			if err != nil {
				return damaged(err.Error())
			}
			for piece := range bibPieces(file) {
				if !yield(func(own *examiner) ([]examined, error) { return own.examineBib(file, piece), nil }, nil) {
					return false
				}
			}
		default:
			return damaged("a block of another kind")
		}
	}
}

func (m *partReader) bib(b block) (*bib.File, error) {
	text, err := m.decompressor.DecodeAll(b.content, nil)
	if err != nil {
		return nil, err
	}
	file, inDatabase, err := bib.ReadFile(m.database, text)
	if err == nil && inDatabase {
		m.database = file
	}
	return file, err
}

type block struct {
	kind    blockKind
	records int
	content []byte
}

// block reads the next block of a part.
func (p *Part) block() (b block, err error) {
	kind, err := p.from.ReadByte()
	if err != nil {
		return b, errors.New("it ends early")
	}
	records, errRecords := binary.ReadUvarint(p.from)
	length, errLength := binary.ReadUvarint(p.from)
	var sum [4]byte
	_, errSum := io.ReadFull(p.from, sum[:])
	if err := cmp.Or(errRecords, errLength, errSum); err != nil {
		return b, errors.New("it ends early")
	}
	b = block{kind: blockKind(kind), records: int(records)}
	if b.content, err = readAtMost(p.from, length); err != nil {
		return b, errors.New("it ends early")
	}
	if !bytes.HasSuffix(appendBlockHead(nil, b.kind, b.records, b.content), sum[:]) {
		return b, errors.New("a checksum does not fit")
	}
	return b, nil
}

// cut cuts a block of records into their hashes and the rest.
func (b *block) cut() (hashes, records []byte, ok bool) {
	if b.records < 0 || b.records > len(b.content)/hashesLength {
		return nil, nil, false
	}
	return b.content[:b.records*hashesLength], b.content[b.records*hashesLength:], true
}

// hashesLength is how many bytes the hashes of a record have.
const hashesLength = 16

// appendHashes appends the hashes by which a record is compared with all others.
func appendHashes(dst []byte, x *examined) []byte {
	dst = binary.LittleEndian.AppendUint64(dst, x.id)
	return binary.LittleEndian.AppendUint64(dst, x.sourced)
}

func readHashes(hashes []byte) (id, sourced uint64) {
	return binary.LittleEndian.Uint64(hashes), binary.LittleEndian.Uint64(hashes[8:])
}

// readAtMost reads that many bytes. It takes no memory for more than there are.
func readAtMost(r io.Reader, length uint64) ([]byte, error) {
	const atOnce = 1 << 20
	if length <= atOnce {
		content := make([]byte, length)
		_, err := io.ReadFull(r, content)
		return content, err
	}
	content, err := io.ReadAll(io.LimitReader(r, int64(min(length, 1<<40))))
	if err == nil && uint64(len(content)) != length {
		err = io.ErrUnexpectedEOF
	}
	return content, err
}

// unpack returns what the records of a block were found to be, of which the first is there.
func (e *examiner) unpack(name string, b block, first recordAt, decompressor *zstd.Decoder) ([]examined, error) {
	const least = 32 // bytes of a record
	found := make([]examined, 0, max(0, min(b.records, len(b.content)/least)))
	err := e.unpackSome(b, decompressor, func(int) bool { return true }, func(number int, x *examined) {
		x.at = recordAt{first.part, first.number + uint32(number)}
		found = append(found, *x)
	})
	if err != nil {
		return nil, &DamagedPart{Part: name, Reason: err.Error()}
	}
	return found, nil
}

// unpackSome calls do with those records of a block that are wanted, by their numbers in it.
func (e *examiner) unpackSome(b block, decompressor *zstd.Decoder, wanted func(number int) bool, do func(number int, x *examined)) error {
	hashes, content, ok := b.cut()
	text, err := decompressor.DecodeAll(content, nil)
	if err != nil {
		return err
	}
	p := recordUnpacker{Unpacker: spill.Unpacker{Rest: string(text), Broken: !ok}}
	number := 0
	for ; p.Rest != "" && !p.Broken && len(hashes) > 0; number++ {
		one := recordUnpacker{Unpacker: spill.Unpacker{Rest: p.Text()}, last: p.last}
		if wanted(number) {
			var x examined
			one.examined(&x, e)
			p.last, p.Broken = one.last, p.Broken || one.Broken || one.Rest != ""
			x.id, x.sourced = readHashes(hashes)
			do(number, &x)
		}
		hashes = hashes[hashesLength:]
	}
	if p.Broken || p.Rest != "" || number != b.records {
		return errors.New("a block has other records than it says")
	}
	return nil
}
