package input

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
	"github.com/factcite/factcite/internal/charset"
	"github.com/factcite/factcite/internal/unpack"
	"github.com/factcite/factcite/validate"
)

// headSize is how much of an input is looked at to find its form.
const headSize = 64 << 10

// maxBib is the largest .bib file that is read, in bytes.
const maxBib = 1 << 30

// detect returns the form that the name and the first bytes of an input show, or Auto;
// or what archive it is. An error says that it holds records of another shape.
func (r *Reader) detect(name string, input io.Reader) (fact.Form, unpack.Archive, error) {
	text, err := unpack.Open(input)
	if err != nil {
		return fact.Auto, unpack.NoArchive, nil
	}
	head := make([]byte, headSize)
	n, _ := io.ReadFull(text, head)
	head = head[:n]
	if _, wide := charset.Wide(head); wide {
		head, _ = document.Decode(head)
	}
	if err := unread(name, head); err != nil {
		return fact.Auto, unpack.NoArchive, err
	}
	if archive := unpack.ArchiveOf(head); archive != unpack.NoArchive && document.Detect(name, head) == "" {
		return fact.Auto, archive, nil
	}
	if form := r.formOfFile(name); form != fact.Auto {
		return form, unpack.NoArchive, nil
	}
	form := formOf(name, head, r.mapped())
	if _, member := fact.DetectSign(head); member != "" && form != fact.Lines && form != fact.JSON {
		r.guess = fmt.Sprintf("%s was read as %s, because of its member %q; --from jsonl or --from json reads it as records", name, form, member)
	}
	return form, unpack.NoArchive, r.foreign(name, form, head)
}

// readOpened reads an input, or each file of an archive whose form is sure.
func (r *Reader) readOpened(form fact.Form, archive unpack.Archive, name string, input io.Reader, yield func(validate.Input, error) bool) {
	if archive == unpack.NoArchive {
		r.readAs(form, name, input, yield)
		return
	}
	packed, err := unpack.Open(input)
	if err != nil {
		yield(validate.Input{}, fmt.Errorf("%s: %w", name, err))
		return
	}
	more := true
	onward := func(input validate.Input, err error) bool {
		more = yield(input, err)
		return more
	}
	passed := Passed{In: name}
	for member, err := range unpack.Members(archive, packed, unpack.Limits{}) {
		if err != nil {
			yield(validate.Input{}, fmt.Errorf("%s: %w", name, err))
			return
		}
		inside := name + "/" + member.Name
		all, head := unpack.Peek(member.Reader, headSize)
		form, sure := sureForm(inside, head, r.mapped())
		if !sure {
			passed.Add(inside)
			continue
		}
		if r.readAs(form, inside, all, onward); !more {
			return
		}
	}
	if passed.Count > 0 {
		r.note("%s", passed.String())
	}
}

// readAs reads an input of a form. Facts are left as they are for [fact.Read], which
// opens compressed input and may need to seek.
func (r *Reader) readAs(form fact.Form, name string, input io.Reader, yield func(validate.Input, error) bool) {
	r.recognised = r.recognised || form != fact.Auto
	r.noteForeign(form, name)
	r.noteUnmapped(form, name)
	if form == fact.Bib {
		bib, ignores, err := r.readBib(name, input)
		if len(ignores) == 0 || yield(validate.Input{Ignores: ignores}, nil) {
			yield(validate.Input{Bib: bib}, err)
		}
		return
	}
	if slices.Contains(exchange.Formats(), exchange.Format(form)) {
		entries, err := r.readExchanged(exchange.Format(form), name, input)
		yield(validate.Input{Bib: entries}, err)
		return
	}
	if form == fact.Lines && r.opts.InPieces && r.opts.Facts.Records == "" {
		lines := fact.ReadLines(r.widened(input, name), name, r.factOptions(form, name))
		r.emptyLines = yieldAll(validate.FactPieces(lines), yield) || r.emptyLines
		return
	}
	var ignores []validate.InlineIgnore
	items, err := r.items(form, name, input, func(document []byte) { ignores = validate.InlineIgnores(name, document) })
	if err != nil {
		yield(validate.Input{}, err)
		return
	}
	empty := yieldAll(validate.Facts(items), func(input validate.Input, err error) bool {
		if len(ignores) > 0 && !yield(validate.Input{Ignores: ignores}, nil) {
			return false
		}
		ignores = nil
		return yield(input, err)
	})
	r.emptyLines = r.emptyLines || empty && form == fact.Lines
}

// yieldAll hands inputs on for as long as more are wanted, and reports whether there was none.
func yieldAll(inputs iter.Seq2[validate.Input, error], yield func(validate.Input, error) bool) (empty bool) {
	empty = true
	for input, err := range inputs {
		empty = false
		if !yield(input, err) {
			break
		}
	}
	return empty
}

// items are the facts of an input; whole is told a document before the first of them.
func (r *Reader) items(form fact.Form, name string, input io.Reader, whole func(document []byte)) (iter.Seq2[*fact.Item, error], error) {
	if !slices.Contains(document.Forms(), form) {
		return r.records(r.factOptions(form, name), input, name)
	}
	text, err := unpack.Open(input)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if form == document.HTML {
		all, head := unpack.Peek(text, 1<<20)
		if fact.IsPage(head) {
			options := r.opts.Facts
			options.Form = fact.PageHTML
			return r.records(&options, all, name)
		}
		text = all
	}
	return document.Read(text, name, &document.Options{Form: form, MaxFact: r.opts.Facts.MaxRecord, Note: r.note, Whole: whole, Pages: r.opts.Pages}), nil
}

// records are the facts of an input that holds records.
func (r *Reader) records(options *fact.Options, input io.Reader, name string) (iter.Seq2[*fact.Item, error], error) {
	text, err := r.asUTF8(options.Form, input, name)
	if err != nil {
		return nil, err
	}
	return fact.Read(text, name, options), nil
}

// asUTF8 returns the input in UTF-8. JSON is that, or it is UTF-16 or UTF-32: only other forms
// are opened and read on to find their encoding.
func (r *Reader) asUTF8(form fact.Form, input io.Reader, name string) (io.Reader, error) {
	if !slices.Contains(lettered, form) {
		return r.widened(input, name), nil
	}
	text, err := unpack.Open(input)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return charset.NewReader(text, func(e charset.Encoding) { r.noteEncoding(name, e.Name) }), nil
}

// lettered are the forms of records that people or their programs write in any encoding.
var lettered = []fact.Form{fact.PageText, fact.PageHTML, fact.CSV, fact.TSV, fact.YAML}

// widened returns the input, decoded if it is UTF-16 or UTF-32.
func (r *Reader) widened(input io.Reader, name string) io.Reader {
	var head []byte
	if seeker, ok := input.(io.Seeker); ok {
		head = make([]byte, charset.WideHead)
		n, _ := io.ReadFull(input, head)
		head = head[:n]
		seeker.Seek(0, io.SeekStart) // as it could when it was opened
	} else {
		input, head = unpack.Peek(input, charset.WideHead)
	}
	wide, ok := charset.Wide(head)
	if !ok {
		return input
	}
	r.noteEncoding(name, wide.Name)
	return wide.NewReader(input)
}

// noteEncoding says that an input is in another encoding than UTF-8, "".
func (r *Reader) noteEncoding(name, encoding string) {
	if encoding != "" {
		r.note("%s is %s, and was read as such; offsets are those of its text in UTF-8", name, encoding)
	}
}

// readBib reads a .bib file, which is held in memory as a whole. Those of a run are one
// database, in their order. It returns as well what the marks in the file ignore.
func (r *Reader) readBib(name string, input io.Reader) (*bib.File, []validate.InlineIgnore, error) {
	text, err := unpack.Open(input)
	if err != nil {
		return nil, nil, err
	}
	whole, err := readAtMost(&entryByEntry{from: text, limit: cmp.Or(r.opts.Facts.MaxRecord, maxEntry)}, maxBib)
	if errors.Is(err, errTooLong) {
		err = fmt.Errorf("%s: a .bib file may have %d MiB; split it", name, maxBib>>20)
	}
	if err != nil {
		return nil, nil, err
	}
	r.database = bib.ReadWith(name, whole, &bib.Options{Before: r.database, MaxErrors: r.opts.MaxErrors})
	r.bibHeld = r.database.IsBib()
	r.noteEncoding(name, r.database.Encoding)
	return r.database, validate.InlineIgnores(name, whole), nil
}

// readExchanged reads the works of a reference manager's file, held in memory as a
// whole.
func (r *Reader) readExchanged(format exchange.Format, name string, input io.Reader) (*bib.File, error) {
	whole, err := readWhole(input, maxExchanged)
	if errors.Is(err, errTooLong) {
		err = fmt.Errorf("%s: a file of references may have %d MiB; split it", name, maxExchanged>>20)
	}
	if err != nil {
		return nil, err
	}
	text, encoding := document.Decode(whole)
	r.noteEncoding(name, encoding)
	file := exchange.Read(format, name, text)
	citation.NameKeyless(file)
	return file, nil
}

// maxExchanged is the largest file of references in another format that is read, in bytes.
const maxExchanged = 256 << 20

var errTooLong = errors.New("it is too long")

// readWhole reads an input of at most limit bytes, opened as it comes.
func readWhole(input io.Reader, limit int64) ([]byte, error) {
	text, err := unpack.Open(input)
	if err != nil {
		return nil, err
	}
	return readAtMost(text, limit)
}

// readAtMost reads a text of at most limit bytes.
func readAtMost(text io.Reader, limit int64) ([]byte, error) {
	whole, err := io.ReadAll(io.LimitReader(text, limit+1))
	if err == nil && int64(len(whole)) > limit {
		err = errTooLong
	}
	return whole, err
}
