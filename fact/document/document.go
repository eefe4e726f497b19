// Package document turns the texts that people write into facts: Markdown, HTML,
// LaTeX, plain text, word processors' files, mails and PDF. A fact is a sentence of running
// text, an item of a list or an entry of a list of references. It does not know what
// is wrong with a text, nor what a sentence refers to. Of HTML it reads the main text of any
// page; one of a knowledge base, which marks its facts, is for package fact.
//
// It is longer than 3,000 lines because each form has a grammar of its own.
package document

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/fact"
)

// The forms of documents.
const (
	Text     fact.Form = "text"
	Markdown fact.Form = "markdown"
	HTML     fact.Form = "html" // any page; one of a knowledge base is [fact.PageHTML], of the same name
	LaTeX    fact.Form = "latex"
	BBL      fact.Form = "bbl" // what BibTeX or biber wrote for LaTeX
	DOCX     fact.Form = "docx"
	ODT      fact.Form = "odt"
	PDF      fact.Form = "pdf"
	EML      fact.Form = "eml" // a mail as it is sent
)

// Options adjusts Read. The zero value and nil mean the defaults.
type Options struct {
	Form    fact.Form // "" finds it by the name and the first bytes
	MaxSize int       // bytes of a document, which is read as a whole; 0 is 64 MiB
	MaxFact int       // bytes of one fact; 0 is 16 MiB
	// Note is told once what a reader should know of how the document was read, such as
	// that it is not UTF-8; nil for nobody.
	Note func(format string, args ...any)
	// Whole is told the document as it was read, before the first fact; nil for nobody.
	Whole func(document []byte)
	// Pages returns the text of each page of a PDF, a line a line; without it a PDF is
	// not read. Package ground/pdf has such a function.
	Pages func(pdf []byte) ([]string, error)
}

const (
	defaultMaxSize = 64 << 20
	defaultMaxFact = 16 << 20
)

// Read yields the facts of a document in the order of their places, without a type.
// Their one source is the document, by its own title and address if it states them,
// else by the name of its file. name is the document's path, which places give.
//
// A content is the document's own text: line ends, indentation and what marks a block
// are left out, and emphasis, links and commands are kept as they are written, for
// they carry meaning. [fact.Item.LocateContent] leads to the document's bytes.
//
// A citation such as "[12]", "[^a]" or \cite{key} that the document's own list of
// references has no entry for is a Problem of rule mention-unresolved. What cannot be
// read is an item without a record, as for [fact.Read]; an error means that r could not
// be read on. The sequence may be ranged over once, since r is read to its end. Several
// goroutines may read at the same time, each its own document.
// The records of a document share their Sources, which nobody may write to.
func Read(r io.Reader, name string, opts *Options) iter.Seq2[*fact.Item, error] {
	return func(yield func(*fact.Item, error) bool) {
		o := Options{}
		if opts != nil {
			o = *opts
		}
		text, err := io.ReadAll(io.LimitReader(r, int64(o.maxSize())+1))
		if err != nil {
			yield(nil, fmt.Errorf("reading %s: %w", name, err))
			return
		}
		if len(text) > o.maxSize() {
			yield(fact.Unreadable(fact.Place{Path: name, Line: 1, Column: 1}, "",
				"the document is longer than %d MiB and is not read; split it", o.maxSize()>>20), nil)
			return
		}
		if o.Whole != nil {
			o.Whole(text)
		}
		if o.Form == "" {
			o.Form = Detect(name, text)
		}
		for item := range facts(name, text, &o) {
			if !yield(item, nil) {
				return
			}
		}
	}
}

func (o *Options) maxSize() int {
	if o.MaxSize > 0 {
		return o.MaxSize
	}
	return defaultMaxSize
}

func (o *Options) maxFact() int {
	if o.MaxFact > 0 {
		return o.MaxFact
	}
	return defaultMaxFact
}

// An outline is what a document is made of.
type outline struct {
	source fact.Source
	blocks []block
}

// A block is a part of a document that facts are made of.
type block struct {
	part  fact.Part
	label string // what the text cites an entry by: "12", "^note" or a key
	text  passage
	about bool // it begins with the title that is the heading over it
}

// Forms are the forms that Read reads, as Options.Form names them.
func Forms() []fact.Form { return []fact.Form{Text, Markdown, HTML, LaTeX, BBL, DOCX, ODT, PDF, EML} }

// readers read the forms.
var readers = map[fact.Form]func(*source) outline{
	Text: readText, Markdown: readMarkdown, HTML: readHTML, LaTeX: readLaTeX, BBL: readLaTeX, EML: readMail,
}

// facts yields the facts of a document.
func facts(name string, text []byte, o *Options) iter.Seq[*fact.Item] {
	return func(yield func(*fact.Item) bool) {
		doc, err := o.outline(name, text)
		if err != nil && !yield(fact.Unreadable(fact.Place{Path: name, Line: 1, Column: 1}, "", "%v", err)) {
			return
		}
		if doc.source.Title == "" {
			doc.source.Title = path.Base(strings.ReplaceAll(name, "\\", "/"))
		}
		doc.blocks = eachEntry(doc.blocks)
		const sentences = 2 // of a block, about
		t := teller{options: o, sources: []fact.Source{doc.source}, seen: make(map[string]int, sentences*len(doc.blocks)), cited: newLabels(doc.blocks)}
		completeChapters(doc.blocks)
		for _, b := range doc.blocks {
			if !t.tell(b, yield) {
				return
			}
		}
	}
}

// outline reads a document as its form has it. With an error it is what could be read.
func (o *Options) outline(name string, text []byte) (outline, error) {
	switch o.Form {
	case DOCX, ODT:
		paragraphs, title, err := readWord(o.Form, text)
		_, doc := outlineOf(name, title, paragraphs)
		if err != nil {
			err = fmt.Errorf("the document cannot be read as %s: %w", o.Form, err)
		}
		return doc, err
	case PDF:
		return o.readPDF(name, text)
	}
	read, known := readers[o.Form]
	switch {
	case !known:
		return outline{}, fmt.Errorf("%q is no form of documents", o.Form)
	case o.Form == HTML && bytes.IndexByte(text, '<') < 0:
		return outline{}, fmt.Errorf("no markup is here; the input starts with %.60q", text)
	}
	decoded, encoding := Decode(text)
	if controls := controlsIn(decoded); controls > 0 {
		return outline{}, fmt.Errorf("this is no text: %d of its first %d bytes are control characters; if it is, it is in an encoding that is not known", controls, min(len(decoded), detected))
	}
	s := newSource(name, decoded)
	if encoding == "" {
		s.base = len(text) - len(decoded)
	} else if o.Note != nil {
		o.Note("%s is %s, and was read as such; offsets are those of its text in UTF-8", name, encoding)
	}
	return read(s), nil
}

// controlsIn is how many control characters that no text has are among the first bytes of
// a text, or 0 if they are fewer than one in fifty.
func controlsIn(text []byte) (n int) {
	head := text[:min(len(text), detected)]
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\b' && c != 0x1b || c == 0x7f {
			n++
		}
	}
	const fewest = 8 // a bell in a line is no sign
	if n < fewest || n*50 < len(head) {
		return 0
	}
	return n
}

// A teller makes facts of blocks.
type teller struct {
	options *Options
	sources []fact.Source  // the document; all its facts share them, see [Read]
	seen    map[string]int // ids
	cited   labels
	author  string // of the last entry of a list of references
}

// marksEmphasis are the forms whose contents have emphasis as Markdown has it. An entry
// of a reference list is read by its punctuation, without its emphasis.
var marksEmphasis = map[fact.Form]bool{Markdown: true, DOCX: true, ODT: true}

var emphasis = pattern(`(\*{1,3})[^*\s](?:[^*]*[^*\s])?(\*{1,3})`)

// emphasisIn lists the asterisks around emphasised words.
func emphasisIn(text string) (marks [][]int) {
	for _, m := range emphasis().FindAllStringSubmatchIndex(text, -1) {
		marks = append(marks, m[2:4], m[4:6])
	}
	return marks
}

// tell yields the facts of a block.
func (t *teller) tell(b block, yield func(*fact.Item) bool) bool {
	if b.part != fact.Sentence && !(b.part == fact.ListItem && isParagraph(b.text.text)) {
		return t.tellPassage(b.part, b.text, yield)
	}
	sentences := sentencesOf(b.text.text)
	if b.about {
		sentences = withHolder(sentences, b.text.text)
	}
	for _, s := range sentences {
		if !t.tellPassage(fact.Sentence, b.text.part(s.start, s.end), yield) {
			return false
		}
	}
	return true
}

// holder is how what holds a work begins, after a full stop that is no sentence's.
var holder = pattern(`^(?:In:? (?:<(?:em|i|cite)>|[*_“"]|(?:the )?Proc(?:eedings|\.) )|<a |\[|https?:|(?i:doi\b))`)

// withHolder joins the first sentence with the next where that only says what holds a work,
// or where it is.
func withHolder(sentences []span, text string) []span {
	if len(sentences) > 1 && holder().MatchString(text[sentences[1].start:]) {
		sentences[1].start = sentences[0].start
		return sentences[1:]
	}
	return sentences
}

// fewestSentences is how many sentences a numbered paragraph has.
const fewestSentences = 3

// isParagraph reports whether an item of a list is running text, as the numbered
// paragraphs of a memorandum are: it begins with a plain word, and sentences follow
// each other of which most have a verb, or which are long and have their subject before
// them in capitals: "BACKGROUND."
func isParagraph(text string) bool {
	const shortest, shortestLabel, fewestTold = 150, 7, 2
	if first, _ := utf8.DecodeRuneInString(text); len(text) < shortest || !unicode.IsLetter(first) {
		return false
	}
	cut := sentencesOf(text)
	if len(cut) < fewestSentences || startsWithNames(text) {
		return false
	}
	label := text[cut[0].start:cut[0].end]
	labelled := len(label) > shortestLabel && isInCapitals(label)
	told := 0
	for _, s := range cut {
		sentence := text[s.start:s.end]
		first, _, _ := strings.Cut(sentence, " ")
		if openers[first] || labelled && strings.Count(sentence, " ") >= fewWords || readsOn().MatchString(sentence) {
			told++
		}
		if told == fewestTold {
			return true
		}
	}
	return false
}

func (t *teller) tellPassage(part fact.Part, p passage, yield func(*fact.Item) bool) bool {
	if part == fact.Listed {
		p = t.withAuthor(p)
	}
	if part == fact.Listed && marksEmphasis[t.options.Form] {
		p = p.without(emphasisIn(p.text))
	}
	switch {
	case !saysSomething(p.text):
		return true
	case len(p.text) > t.options.maxFact():
		return yield(fact.Unreadable(p.locate(0, false), "", "a sentence is %d bytes long, and a record may have %d; raise the limit if it is one", len(p.text), t.options.maxFact()))
	}
	record := &fact.Record{Content: p.text, Sources: t.sources}
	item := fact.NewItem(record, t.options.Form, part, t.seen, p.locate)
	if part != fact.Listed {
		item.Problems = t.cited.unresolved(p)
	}
	return yield(item)
}

// saysSomething reports whether a text has a letter or a digit.
func saysSomething(s string) bool { return strings.ContainsFunc(s, isWordRune) }
