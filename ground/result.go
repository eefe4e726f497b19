package ground

// Statement is what a fact says of a source.
type Statement struct {
	// Content is the sentence, or the words of the source where Quotation or Evidence is set.
	Content string
	// Quotation says that the fact is a quotation: of its content the words in
	// quotation marks, or all of it if it has none.
	Quotation bool
	// Evidence says that all of the content is words of the source.
	Evidence bool
	// Known are texts whose names count as stated: the title of the source, its author
	// and its site.
	Known []string
	// Partial says that the text is an abstract or an opening: it can bear the fact out,
	// and says nothing against it.
	Partial bool
}

// Kind is what an anchor is.
type Kind string

// The kinds of anchors.
const (
	Quotation Kind = "quotation"
	Number    Kind = "number"
	Date      Kind = "date"
	Name      Kind = "name"
	Polarity  Kind = "polarity"
)

// Support is what a text says of an anchor.
type Support string

// The verdicts. Absent, Altered, OutOfOrder and Opposed contradict the fact.
const (
	BorneOut   Support = "borne out"
	Derived    Support = "derived"      // it follows from two numbers of the passage
	Absent     Support = "absent"       // nothing in the text is like it
	Altered    Support = "altered"      // a quotation whose words differ from the text's
	OutOfOrder Support = "out of order" // parts of a quotation stand in another order
	Opposed    Support = "opposed"      // the text says the same with a negation, or without
	NotChecked Support = "not checked"  // the text is too short to speak against it
)

// Contradicts reports whether a verdict speaks against the fact.
func (v Support) Contradicts() bool {
	return v == Absent || v == Altered || v == OutOfOrder || v == Opposed
}

// Anchor is something that a fact states and that can be looked for in a text.
type Anchor struct {
	Kind    Kind
	Verdict Support
	Span    [2]int // bytes of the statement, half open
	// At is where it stands in the text, or what stands in its place; nil if nothing does.
	At *Place
	// Differences say, word by word, how a quotation and the text at At differ; of an
	// absent quotation in parts, which part is absent.
	Differences []Deviation
	// Cut says that a quotation begins or ends inside a word of the text.
	Cut bool
}

// Serious reports whether a number, a name or a negation of a quotation differs.
func (a *Anchor) Serious() bool {
	for _, d := range a.Differences {
		if d.Kind != PlainWord {
			return true
		}
	}
	return false
}

// Deviation is one place in which a quotation and a text differ.
type Deviation struct {
	Kind   Kind   // Number, Name, Polarity, or PlainWord
	Stated [2]int // bytes of the statement; empty where the quotation left something out
	Found  Place  // empty where the quotation put something in
}

// PlainWord is the kind of a difference that is none of numbers, names and negations.
const PlainWord Kind = "word"

// Result is what comparing a statement with a text found.
type Result struct {
	Anchors []Anchor // in the order of the statement
	// CutShort says that a limit left a part of the statement uncompared: it has very many
	// quotations, or the text very many numbers or dates.
	CutShort bool
	// Passage is the sentence or sentences of the text that bear the statement out
	// best; nil if none has anything of it.
	Passage *Place
}

// Verdict sums up the anchors: Absent (or whatever contradicts first) if one
// contradicts, BorneOut if there are some and all stand in the text and nothing was left
// out, else NotChecked.
func (r *Result) Verdict() Support {
	sum := NotChecked
	for i := range r.Anchors {
		switch v := r.Anchors[i].Verdict; {
		case v.Contradicts():
			return v
		case v == NotChecked:
			return NotChecked
		case !r.CutShort:
			sum = BorneOut
		}
	}
	return sum
}
