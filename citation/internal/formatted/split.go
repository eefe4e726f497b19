package formatted

import (
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// Split cuts a text into the references that it has one after the other, on lines, with
// labels, after semicolons or right away. It returns nil if the text has one, or
// none, or where one ends cannot be told.
//
// A label, or a line that begins as a reference does after one that is over, is sign
// enough. After a semicolon or a full stop both neighbours must be references;
// doubtful reports whether one seems to begin there and is not told apart.
func Split(s *phrase.Text) (parts []*phrase.Text, doubtful bool) {
	if !s.Dated {
		return nil, false
	}
	c := cutter{formatted: formatted{Text: s}}
	for i := 1; i < len(s.Tokens); i++ {
		if t := s.At(i); t.Is("(") || t.Is("[") {
			c.depth++
		} else if t.Is(")") || t.Is("]") {
			c.depth--
		}
		if c.begins(i) {
			c.starts = append(c.starts, i)
		}
	}
	if len(c.starts) == 0 {
		return nil, c.doubtful
	}
	for n, from := range append([]int{0}, c.starts...) {
		to := len(s.Tokens)
		if n < len(c.starts) {
			to = c.starts[n]
		}
		parts = append(parts, s.Part(from, to))
	}
	return parts, c.doubtful
}

// cutter finds where the references of a text begin.
type cutter struct {
	formatted
	starts []int // the first token of each but the first
	depth  int   // of the parentheses and brackets that are open

	doubtful bool // a reference seems to begin where none is read
}

// from is where the reference begins that is not over yet.
func (c *cutter) from() int {
	if n := len(c.starts); n > 0 {
		return c.starts[n-1]
	}
	return 0
}

// longestReference is how many tokens a reference may have for the text up to a line
// or a mark to be read as one.
const longestReference = 300

// begins reports whether another reference begins at token i.
func (c *cutter) begins(i int) bool {
	before := c.At(i - 1)
	if before.End > c.At(i).Start { // the address of a link, which is after the words
		return false
	}
	gap := c.Content[before.End:c.At(i).Start]
	line := gap != " " && strings.Contains(gap, "\n")
	switch {
	case c.isNextLabel(i):
		return line || endsReference(before) && c.At(i).Start > before.End && !(c.At(i).Is("(") && before.Kind == phrase.Number)
	case c.depth > 0 && !line, i-c.from() > longestReference:
		return false
	case line:
		return endsReference(before) && (c.opensInverted(i) || c.opensReference(i) || c.isBullet(i) || c.At(i).Capital && c.isReference(c.from(), i))
	case before.Is(";") && c.followsDated(i):
		return true
	case before.Is("and") && c.At(i-2).Is(";"):
		return endsReference(c.At(i-3)) && c.parts(i, i-2, c.nextMark(i))
	case before.Is(";") && !endsReference(c.At(i-2)): // "London: Batsford; Jarman, C. (1992)", but "Horn, A.; Jarman, C. (1992)"
		return c.opensDated(i) && c.isReference(c.from(), i-1) && c.isReference(i, c.nextMark(i))
	case before.Is(";"):
		return c.parts(i, i-1, c.nextMark(i))
	case before.Is(".") && c.At(i).Start > before.End:
		return endsReference(c.At(i-2)) && c.At(i).Capital && c.parts(i, i, len(c.Tokens))
	}
	return false
}

// opensInverted reports whether a family name with initials after it begins at token i: "Lund, A.", "Lund AB, ".
func (c *cutter) opensInverted(i int) bool {
	family, ok := c.FamilyRun(i)
	glued := phrase.IsInitials(c.At(family)) && (c.At(family+1).Is(",") || c.At(family+1).Is("(") || c.At(family+1).Is("."))
	return ok && (c.At(family).Is(",") && c.IsInitial(family+1) || glued)
}

// followsDated reports whether one reference ends in the semicolon before token i and another
// begins, though neither may be known to the grammar: both begin with a family name and
// initials and have a year up to the next semicolon, as no name of a list has.
func (c *cutter) followsDated(i int) bool {
	start := i - 1
	for start > c.from() && !c.At(start-1).Is(";") {
		start--
	}
	return c.opensInverted(i) && c.opensInverted(start) && c.isDated(start, i-1) && c.isDated(i, c.nextSemicolon(i))
}

// nextSemicolon is the semicolon after token i, or the end of the text.
func (c *cutter) nextSemicolon(i int) int {
	for at := i; at < min(len(c.Tokens), i+longestReference); at++ {
		if c.At(at).Is(";") {
			return at
		}
	}
	return min(len(c.Tokens), i+longestReference)
}

func (c *cutter) isDated(from, next int) bool {
	return slices.ContainsFunc(c.Tokens[from:next], func(t phrase.Token) bool { return phrase.IsYear(&t) })
}

// parts reports whether a reference ends before token end and another one is in tokens
// from i to next.
func (c *cutter) parts(i, end, next int) bool {
	if !c.opensReference(i) {
		return false
	}
	if c.isReference(c.from(), end) && c.isReference(i, next) {
		return true
	}
	c.doubtful = c.doubtful || c.hasNumber(c.from(), end) && c.opensDated(i)
	return false
}

// hasNumber reports whether there is a number in tokens from to next, as there is in a
// reference and not in a list of names: "Horn, A.; Keller, B. (2019)".
func (c *cutter) hasNumber(from, next int) bool {
	return slices.ContainsFunc(c.Tokens[from:next], func(t phrase.Token) bool { return t.Kind == phrase.Number })
}

// opensDated reports whether names as only lists write them are at token i with the
// year in parentheses after them.
func (c *cutter) opensDated(i int) bool {
	part := formatted{Text: c.Part(i, min(len(c.Tokens), i+longestReference))}
	next, ok := part.readNames(part.skipLabel())
	return ok && part.listed && part.YearInParens(next) != (ref.Span{})
}

// endsReference reports whether a reference may be over after a token: a full stop, a
// parenthesis, a number, a link, but not a word.
func endsReference(t *phrase.Token) bool {
	return t.Is(".") || t.Is(")") || t.Is("]") || t.Kind == phrase.Number || t.Kind == phrase.Link
}

// nextMark is the semicolon after token i that may end the reference which begins
// there, or the end of the text.
func (c *cutter) nextMark(i int) int {
	for at := i + 1; at < min(len(c.Tokens), i+longestReference); at++ {
		if c.At(at).Is(";") && endsReference(c.At(at-1)) && c.At(at+1).Capital {
			return at
		}
	}
	return len(c.Tokens)
}

// isReference reports whether tokens from to next are read as a reference.
func (c *cutter) isReference(from, next int) bool {
	if next-from > longestReference {
		return false
	}
	part := c.Part(from, next)
	if _, ok := readReference(part); ok || from > 0 {
		return ok
	}
	f := formatted{Text: part}
	_, ok := f.afterLead()
	return ok
}

// opensReference reports whether token i begins a list of names that ends as those of
// references do.
func (c *cutter) opensReference(i int) bool {
	part := formatted{Text: c.Part(i, min(len(c.Tokens), i+longestReference))}
	_, ok := part.readNames(part.skipLabel())
	return ok
}

// isBullet reports whether an item of a list begins at token i.
func (c *cutter) isBullet(i int) bool {
	t := c.At(i)
	return t.Is("•") || t.Is("*") || phrase.IsDash(t)
}

// isNextLabel reports whether the label at token i goes on with the one that the
// reference before it has: "[2]" after "[1]", "2." after "1.", "(b)" after "(a)",
// "[Kel20]" after "[Hor19]".
func (c *cutter) isNextLabel(i int) bool {
	own := c.labelAt(i)
	if own.marks == "" {
		return false
	}
	of := c.labelAt(c.from())
	if of.marks == "" && leadWords[c.At(c.from()).Lower] {
		of = c.labelAt(c.from() + 1)
	}
	if own.marks != of.marks {
		return false
	}
	return own.number == of.number+1 || own.number < 0 && of.number < 0
}

// label is what a reference has in front in a list.
type label struct {
	marks  string // those around it, empty if there is no label
	number int    // or -1
}

// labelAt reads the label at token i.
func (c *cutter) labelAt(i int) label {
	value, closing, opening := i, i+1, ""
	switch t := c.At(i); {
	case t.Kind == phrase.Word && len(t.Text) > 1: // as most are, which are labels in brackets only
		return label{}
	case t.Is("["), t.Is("("):
		opening, value, closing = t.Text, i+1, i+2
	}
	t, end := c.At(value), c.At(closing)
	switch {
	case opening == "[" && end.Is("]"), opening == "(" && end.Is(")"), opening == "" && (end.Is(".") || end.Is(")")):
	default:
		return label{}
	}
	if t.Kind != phrase.Word && len(t.Text) <= 3 {
		if number, err := strconv.Atoi(t.Text); err == nil {
			return label{opening + end.Text, number}
		}
	}
	if isItemLetter(t) && end.Is(")") {
		return label{opening + "a)", int(t.Text[0])}
	}
	if opening == "[" && t.Kind == phrase.Word {
		return label{"[]", -1}
	}
	return label{}
}
