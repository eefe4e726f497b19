package validate

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io"

	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/spill"
	"github.com/factcite/factcite/validate/internal/suppress"
)

// Earlier is a run that one goes on from, over the same inputs, of which some changed.
type Earlier struct {
	Found   io.Reader   // what [Result.Keep] wrote of what it found
	Ties    io.ReaderAt // and of what records have in common
	Changed []int       // the numbers of the inputs that changed, in their order

	// Open opens the part of the input of a number, as it is or as it was. That of one that
	// did not change is asked for as it is.
	Open func(input int, was bool) (PartReader, error)
}

// PartReader reads a part anywhere in it.
type PartReader interface {
	io.ReaderAt
	io.Closer
}

// Revise returns what [Merge] returns over the parts of a run, made of what an earlier run
// found before some of its inputs changed: less what the records found that are no longer there,
// and what those find that are new. The options are those of that run, which had
// Options.KeepTies, or nil. The result has no Bibliography; [Result.ReviseWorks] writes it.
//
// It collects twice, as they were and as they are, the records that changed and those that have
// to do with them, and nothing else: what these find is what changes. Records have to do with
// each other by ties, hashes that they have in common and that were kept:
//   - The same id, or the same content from the same sources: which of them is told to repeat
//     another, and where.
//   - A clue to a work, such as a title or an identifier, if their references are related
//     ([citation.Statement.IsRelatedTo]): works, what of them is told, and what other
//     publications of a work there are. Findings name the places of all of these.
//   - A finding about a source, which is told at the first record of it.
//   - The name and year by which a record cites works, and by which a work that changed was or
//     is cited: which works fit. All works of the name are read along.
//   - A citation key that works asked for. Who gets a key depends on who else asked, in their
//     order, and only entries depend on it.
//
// Where all records of an input moved by some lines, findings that name them do. Numbers of
// findings, records and works add up.
//
// The result is nil, and all parts are to be merged, where what changed may depend on more: on
// a .bib, documents, marks or ignores, on what is compared with authorities, texts or a
// baseline; on more than [citation.MostCompared] references with one clue; on findings that
// belong to no record, or are more than are told of a file; on ids that several records of works
// have; and where more records are concerned than merging is worth.
func Revise(ctx context.Context, earlier Earlier, opts *Options) (*Result, error) {
	r := revision{earlier: earlier, files: map[partOf]*partFile{}, changes: changes{}, seed: maphash.MakeSeed()}
	if opts != nil {
		r.opts = *opts
	}
	dependsOnMore := r.opts.Baseline != nil || r.opts.Authority != nil || r.opts.Texts != nil || r.opts.KeepChecked || r.opts.KeepGrounded
	if dependsOnMore || r.opts.KeysFrom != nil || len(earlier.Changed) == 0 {
		return nil, nil
	}
	defer r.close()
	result, err := r.revise(ctx)
	if errors.Is(err, errShared) {
		return nil, nil
	}
	return result, err
}

// errShared says that what changed has, or may have, to do with more than is looked at.
var errShared = errors.New("more has to do with what changed than is looked at")

// revision is what changed between two runs.
type revision struct {
	opts     Options
	earlier  Earlier
	ties     *tieFile
	checker  *Checker
	examiner *examiner
	parts    partReader
	files    map[partOf]*partFile
	changes  changes
	seed     maphash.Seed // of digests
}

// partOf names a part of an input.
type partOf struct {
	input int
	was   bool
}

func (r *revision) close() {
	if r.parts.decompressor != nil {
		r.parts.decompressor.Close()
	}
}

func (r *revision) revise(ctx context.Context) (*Result, error) {
	var err error
	if r.ties, err = openTies(r.earlier.Ties); err != nil {
		return nil, err
	}
	if err := r.begin(ctx); err != nil {
		return nil, err
	}
	for _, input := range r.earlier.Changed {
		if err := r.compareInput(input); err != nil {
			return nil, err
		}
	}
	difference, err := r.compareRuns(ctx)
	if err != nil {
		return nil, err
	}
	defer difference.close()
	result, err := r.checker.collect(ctx, r.examiner, func(func(*examined, error) bool) {})
	if err != nil {
		return nil, err
	}
	result.Bibliography = nil
	result.ties = difference.ties
	result.works = &worksEdit{r.ties.works, difference.ties.edits}
	if err := r.change(result, difference); err != nil {
		result.Close()
		return nil, err
	}
	return result, nil
}

// begin makes ready to read parts that were made as the first was that changed.
func (r *revision) begin(ctx context.Context) error {
	from, err := r.earlier.Open(r.earlier.Changed[0], true)
	if err != nil {
		return err
	}
	defer from.Close()
	first, err := ReadPart(fmt.Sprintf("of input %d", r.earlier.Changed[0]), io.NewSectionReader(from, 0, 1<<62))
	if err != nil {
		return err
	}
	all := r.opts
	all.KeepTies, all.MaxFindings = true, 0 // which is about all findings
	if r.checker, err = first.checker(&all); err != nil {
		return err
	}
	if suppress.HasIgnores(r.checker.opts.Config) {
		return errShared // any finding may be the one that an ignore is of use for
	}
	r.examiner = newExaminer(ctx, r.checker.rules, &r.checker.opts)
	r.examiner.hash, r.examiner.keep, r.examiner.contexts = stableHash, true, true
	r.parts.first = first
	r.parts.decompressor, err = newDecompressor(1)
	return err
}

// open opens a part, and finds out where its records are.
func (r *revision) open(input int, was bool) (*partFile, PartReader, error) {
	from, err := r.earlier.Open(input, was)
	if err != nil {
		return nil, nil, err
	}
	file := r.files[partOf{input, was}]
	if file == nil {
		if file, err = r.parts.newPartFile(fmt.Sprintf("of input %d", input), from); err != nil {
			from.Close()
			return nil, nil, err
		}
		r.files[partOf{input, was}] = file
	}
	return file, from, nil
}

// read calls do with the records of some numbers of a part.
func (r *revision) read(part uint32, was bool, numbers []uint32, do func(number uint32, x *examined)) error {
	if len(numbers) == 0 {
		return nil
	}
	file, from, err := r.open(int(part), was)
	if err != nil {
		return err
	}
	defer from.Close()
	return file.records(from, r.examiner, &r.parts, numbers, func(number uint32, x *examined) {
		x.checked = nil
		do(number, x)
	})
}

// compareInput compares the records of an input with those that it had.
func (r *revision) compareInput(input int) error {
	var both [2][]recordDigest
	for i, was := range []bool{true, false} {
		file, from, err := r.open(input, was)
		if err != nil {
			return err
		}
		both[i], err = r.digests(file, from)
		from.Close()
		if err != nil {
			return err
		}
	}
	return r.compare(uint32(input), both[0], both[1])
}

// change makes an empty result what was kept, with what comes in the place of what goes.
func (r *revision) change(result *Result, d *difference) error {
	gone, come, err := d.findings()
	if err != nil {
		return err
	}
	e := findingEdit{gone: gone, told: capped{limit: r.opts.MaxFindings}, touched: map[string]bool{}, changes: r.changes}
	for _, some := range []map[string]int{gone, come} {
		for packed := range some {
			e.touched[finding.UnpackRule(packed).Path] = true
		}
	}
	if err := result.addKept(bufio.NewReaderSize(r.earlier.Found, 1<<16), e.edit); err != nil {
		return err
	}
	if len(gone) > 0 {
		return errShared // the earlier run did not find what it should have
	}
	for packed, count := range come {
		for range count {
			var f Finding
			finding.Unpack(&spill.Unpacker{Rest: packed}, &f)
			if !e.told.passes(&f) {
				return errShared
			}
			if err := result.findings.Add(f); err != nil {
				return err
			}
		}
	}
	was, is := d.was.numbers(), d.is.numbers()
	for i, n := range result.numbers() {
		*n += *is[i] - *was[i]
	}
	return nil
}

// findingEdit makes findings that were kept those of now.
type findingEdit struct {
	gone    map[string]int // by what they are packed as
	touched map[string]bool
	told    capped
	changes changes
	memory  []byte
}

func (e *findingEdit) edit(packed []byte) ([]byte, error) {
	packed = e.follow(packed)
	if !e.touched[string(finding.PathOf(packed))] {
		return packed, nil
	}
	if f := finding.UnpackRule(string(packed)); !e.told.passes(&f) {
		return nil, errShared // the rest were only counted
	}
	if e.gone[string(packed)] > 0 {
		subtract(e.gone, string(packed), 1)
		return nil, nil
	}
	return packed, nil
}

// follow has a finding say where records are that moved.
func (e *findingEdit) follow(packed []byte) []byte {
	for _, c := range e.changes {
		if c.moved == "" || !bytes.Contains(packed, []byte(c.moved)) {
			continue
		}
		var f Finding
		finding.Unpack(&spill.Unpacker{Rest: string(packed)}, &f)
		if c.follow(&f) {
			e.memory = finding.Pack(e.memory[:0], &f)
			packed = e.memory
		}
	}
	return packed
}

// worksEdit is how the works of a run are others than those of an earlier one.
type worksEdit struct {
	works int // of the earlier run
	edits []workEdit
}

// ReviseWorks writes the bibliography of a result of [Revise] in BibTeX, as
// [citation.Bibliography.Write] does, made of what that wrote of the earlier run.
func (r *Result) ReviseWorks(to io.Writer, earlier io.Reader) error {
	edits := make([]entryEdit, len(r.works.edits))
	for i := range edits {
		edits[i] = r.works.edits[i].entryEdit
	}
	return editEntries(to, earlier, r.works.works, edits)
}
