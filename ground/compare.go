package ground

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// found is where a part of a quotation stands in a text.
type found struct {
	part
	after       part // a part that is too short to be looked for, before it
	start, end  int  // bytes of the text's letters
	first, last int  // words of the text that it is in: [first,last)
	differences []Deviation
	cut         bool
	absent      bool
	disordered  bool
}

// Shares of a quotation's words that a passage must have to be what was quoted, and to
// be shown as the nearest.
const (
	alteredShare = 0.6
	nearestShare = 0.5
)

// mostParts is how many parts of a quotation are looked for.
const mostParts = 64

// checkQuotation looks for a quotation in the text. It returns false for what is too
// short to be told from any text.
func (t *Text) checkQuotation(q *words, of quoted) (Anchor, bool) {
	anchor := Anchor{Kind: Quotation, Verdict: BorneOut, Span: of.span}
	var list []found
	after := 0
	var short part // that comes before, and is not looked for
	for _, p := range parts(q, of.span) {
		if p.isShort(q) {
			short = p
			continue
		}
		if len(list) == mostParts {
			q.budget = -1
			break
		}
		q.unbracket(p)
		f := t.locate(q, p, after)
		f.after = short
		short = part{}
		list = append(list, f)
		if !f.absent {
			after = f.end
		}
	}
	if len(list) == 0 || len(list) == 1 && len(q.spelled(list[0].from, list[0].to)) < fewestLetters {
		return anchor, false
	}
	t.judgeParts(q, &anchor, list)
	if q.budget < 0 && anchor.Verdict.Contradicts() {
		anchor = Anchor{Kind: Quotation, Verdict: NotChecked, Span: of.span}
	}
	if of.doubtful && anchor.Verdict == Absent {
		return anchor, false
	}
	return anchor, true
}

// unbracket takes the marks off the words of a part that stands in brackets as a whole.
func (w *words) unbracket(p part) {
	for _, word := range w.list[p.from:p.to] {
		if word.marks&mayBeLeftOut == 0 {
			return
		}
	}
	for i := p.from; i < p.to; i++ {
		w.list[i].marks &^= mayBeLeftOut
	}
}

// judgeParts sums up what was found of the parts.
func (t *Text) judgeParts(q *words, a *Anchor, list []found) {
	first, last := -1, -1
	for i := range list {
		f := &list[i]
		a.Cut = a.Cut || f.cut && !f.absent
		if f.absent {
			t.judgeAbsent(q, a, f, len(list))
			continue
		}
		if a.Verdict != Absent {
			a.Differences = append(a.Differences, f.differences...)
		}
		if first < 0 || f.first < first {
			first = f.first
		}
		last = max(last, f.last)
	}
	if a.Verdict == Absent {
		return
	}
	at := t.place([2]int{t.words.rawAt(int(t.words.list[first].at)), int(t.words.list[last-1].end)})
	if len(list) == 1 && len(list[0].differences) == 0 {
		at = t.place(t.rawSpan(list[0].start, list[0].end))
	}
	a.At = &at
	switch {
	case len(a.Differences) > 0:
		a.Verdict = Altered
	case isDisordered(list):
		a.Verdict = OutOfOrder
	case t.checkDistance(q, a, list):
		a.Verdict = Altered
	default:
		t.checkOmissions(q, a, list)
	}
}

// judgeAbsent says of the first part of a quotation that is absent which one it is, if
// there are others, and what is nearest to it.
func (t *Text) judgeAbsent(q *words, a *Anchor, f *found, parts int) {
	if a.Verdict == Absent {
		return
	}
	a.Verdict, a.Differences = Absent, nil
	missing := Deviation{Kind: PlainWord, Stated: q.span(f.from, f.to)}
	if f.last > f.first {
		nearest := t.place(t.words.span(f.first, f.last))
		a.At, missing.Found = &nearest, nearest
	}
	if parts > 1 {
		a.Differences = []Deviation{missing}
	}
}

// rawSpan returns the bytes of the reading in which the letters [start,end) are printed.
func (t *Text) rawSpan(start, end int) [2]int {
	to := t.words.rawAt(end - 1)
	_, size := utf8.DecodeRuneInString(t.words.raw[to:])
	return [2]int{t.words.rawAt(start), to + size}
}

func isDisordered(list []found) bool {
	for i := range list {
		if list[i].disordered || i > 0 && list[i].start < list[i-1].start {
			return true
		}
	}
	return false
}

// longestOmission is how many words an ellipsis may stand for: those of a dense page.
const longestOmission = 1000

// checkDistance adds the first ellipsis that stands for more than a page.
func (t *Text) checkDistance(q *words, a *Anchor, list []found) bool {
	for i := 1; i < len(list); i++ {
		if from, to := list[i-1].last, list[i].first; to-from > longestOmission {
			a.Differences = []Deviation{{
				Kind: PlainWord, Stated: [2]int{int(q.list[list[i].from-1].end), int(q.list[list[i].from].start)}, Found: t.place(t.words.span(from, to)),
			}}
			return true
		}
	}
	return false
}

// checkOmissions looks at what the quotation leaves out between two parts of one
// sentence: a negation just before the second turns it into its opposite.
func (t *Text) checkOmissions(q *words, a *Anchor, list []found) {
	for i := range list {
		f := &list[i]
		before, from := f.after, 0
		switch {
		case before.to > before.from:
			from = t.afterShort(q, f)
		case i > 0:
			before, from = list[i-1].part, list[i-1].last
		default:
			continue
		}
		if j := t.negationBefore(from, f.first); j >= 0 && !q.hasNegation(before.to, f.from) {
			a.Verdict = Opposed
			a.Differences = []Deviation{{
				Kind:   Polarity,
				Stated: [2]int{int(q.list[f.from-1].end), int(q.list[f.from].start)},
				Found:  t.place(t.words.span(j, j+1)),
			}}
			return
		}
	}
}

// afterShort returns the word of the text after the short part before f, if that is in the
// same sentence, else where f begins.
func (t *Text) afterShort(q *words, f *found) int {
	last := q.list[f.after.to-1].id
	from, _ := t.words.sentence(f.first)
	for j := f.first - 1; j >= from && last != 0; j-- {
		if t.words.list[j].id == last {
			return j + 1
		}
	}
	return f.first
}

// negationBefore returns the negation just before a word of the text, in the same clause and
// not before the word from; -1 if there is none.
func (t *Text) negationBefore(from, to int) int {
	const near = 3 // words between a negation and what it denies
	for j := to - 1; j >= max(from, to-near); j-- {
		if t.words.list[j+1].marks&opens != 0 || strings.ContainsAny(t.words.between(j+1), ",;:") {
			return -1
		}
		if t.words.is(j, denies) {
			return j
		}
	}
	return -1
}

func (w *words) hasNegation(from, to int) bool {
	for i := from; i < to; i++ {
		if w.is(i, denies) {
			return true
		}
	}
	return false
}

// locate finds a part of a quotation: word for word if it stands so anywhere, at best
// after a byte of the letters, else where it differs least.
func (t *Text) locate(q *words, p part, after int) found {
	if at := t.exact(q, p.from, p.to, after); at >= 0 {
		if f := t.foundAt(q, p, at); t.hasSigns(q, p, f.first) {
			return f
		}
	}
	if f, ok := t.exactLean(q, p, after); ok {
		return f
	}
	best := t.approximate(q, p)
	if best.absent || len(best.differences) > 0 {
		if f, ok := t.spliced(q, p); ok {
			return f
		}
	}
	return best
}

// foundAt describes a part that stands letter by letter at that byte of the letters.
func (t *Text) foundAt(q *words, p part, at int) found {
	f := found{part: p, start: at, end: at + len(q.spelled(p.from, p.to))}
	f.first, f.last = t.words.holding(f.start), t.words.holding(f.end-1)+1
	raw := t.rawSpan(f.start, f.end)
	f.cut = t.isInside(raw[0]) || t.isInside(raw[1])
	return f
}

// isInside reports whether a letter stands on both sides of a byte of the reading.
func (t *Text) isInside(at int) bool {
	before, _ := utf8.DecodeLastRuneInString(t.words.raw[:at])
	after, _ := utf8.DecodeRuneInString(t.words.raw[at:])
	if unicode.IsLetter(before) && unicode.IsDigit(after) { // a citation's number
		return false
	}
	return isWordRune(before) && isWordRune(after) && !isIdeograph(before) && !isIdeograph(after)
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) && !isRaised(r)
}

// hasSigns reports whether the numbers of a part have the signs that they have in the text,
// where the letters are the same.
func (t *Text) hasSigns(q *words, p part, first int) bool {
	for i := p.from; i < p.to; i++ {
		j := first + i - p.from
		if j >= len(t.words.list) {
			return true
		}
		if i == p.to-1 && bytes.HasPrefix(t.words.word(j), q.word(i)) {
			return true // but for what is cut off, all is the same
		}
		if i > p.from && !bytes.Equal(q.word(i), t.words.word(j)) { // the words are cut otherwise
			last := min(first+p.to-p.from, len(t.words.list)) - 1
			return sameNumerals(q.raw[q.list[p.from].start:q.list[p.to-1].end], t.words.raw[t.words.list[first].start:t.words.list[last].end])
		}
		if _, ok := t.differentSign(q, i, j, i == p.from); ok {
			return false
		}
	}
	return true
}

// differentSign compares the signs before a number that is the same on both sides.
func (t *Text) differentSign(q *words, i, j int, first bool) (Deviation, bool) {
	if c := q.raw[q.list[i].start]; !text.IsDigit(c) {
		return Deviation{}, false
	}
	stated, said := signBefore(q, i), signBefore(&t.words, j)
	if stated == said || first && stated == "" {
		return Deviation{}, false
	}
	return Deviation{Kind: Number, Stated: q.signedSpan(i), Found: t.place(t.words.signedSpan(j))}, true
}

// signedSpan returns the bytes of raw that the number that word i is takes, with its sign.
func (w *words) signedSpan(i int) [2]int {
	span := w.span(i, i+1)
	if signBefore(w, i) == "" {
		return span
	}
	gap := strings.TrimRight(withoutMoneySign(w.between(i)), " \u00A0\u2009")
	_, size := utf8.DecodeLastRuneInString(gap)
	return [2]int{span[0] - len(w.between(i)) + len(gap) - size, span[1]}
}

// signBefore returns the sign that belongs to the number that word i is: a decimal
// point, a minus, or a comparison.
func signBefore(w *words, i int) string {
	gap := w.between(i)
	switch {
	case gap == "" || gap == " ":
		return ""
	case (gap == "." || gap == "·") && i > 0 && text.IsDigit(w.raw[w.list[i-1].end-1]):
		return "."
	}
	if comparison := comparisonIn(gap); comparison != "" {
		return comparison
	}
	gap = withoutMoneySign(gap)
	if _, size := utf8.DecodeLastRuneInString(gap); (i == 0 || len(gap) > size) && isNegative(gap) {
		return "-"
	}
	return ""
}

// withoutMoneySign returns a gap without the sign of a currency right before a number.
func withoutMoneySign(gap string) string { return strings.TrimRightFunc(gap, isMoneySign) }

func isMoneySign(r rune) bool { return unicode.Is(unicode.Sc, r) }

// isNegative reports whether a minus that belongs to a number after it is at the end of s: one
// that joins nothing.
func isNegative(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	if r != '-' && r != '\u2212' && r != '\u2013' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
	return before == ' ' || before == '(' || before == '[' || before == '\n' || before == utf8.RuneError || isMoneySign(before)
}

// comparisons are signs that compare and what they mean, the longer ones first.
var comparisons = [...][2]string{
	{"≤", "≤"}, {"⩽", "≤"}, {"<=", "≤"}, {"</=", "≤"}, {"&le;", "≤"}, {"≥", "≥"}, {"⩾", "≥"}, {">=", "≥"}, {">/=", "≥"}, {"&ge;", "≥"},
	{"&lt;", "<"}, {"&gt;", ">"}, {"<", "<"}, {">", ">"},
}

func comparisonIn(gap string) string {
	if strings.IndexByte(gap, '\n') >= 0 || !strings.ContainsAny(gap, "<>&≤≥⩽⩾") {
		return ""
	}
	for _, c := range comparisons {
		if strings.Contains(gap, c[0]) {
			return c[1]
		}
	}
	return ""
}

// approximate finds where a part differs least.
func (t *Text) approximate(q *words, p part) found {
	result := found{part: p}
	matched, words := 0.0, 0
	previous := -1 // where the piece before ended
	for from := p.from; from < p.to; from += longestPiece {
		piece := part{from, min(p.to, from+longestPiece)}
		f, share := t.bestAlignment(q, piece)
		if f.last == 0 {
			words += piece.to - piece.from
			continue
		}
		n := piece.to - piece.from
		matched += share * float64(n)
		words += n
		if previous < 0 {
			result.first, result.start = f.first, f.start
			result.last, result.end = f.last, f.end
		} else if f.first > previous+1 || f.first < previous-1 {
			result.differences = append(result.differences, Deviation{
				Kind: PlainWord, Stated: [2]int{int(q.list[from].start), int(q.list[from].start)}, Found: t.place(t.words.span(f.first, f.first+1)),
			})
		}
		previous = f.last
		result.first, result.last = min(result.first, f.first), max(result.last, f.last)
		result.start, result.end = min(result.start, f.start), max(result.end, f.end)
		result.differences = append(result.differences, f.differences...)
		result.cut = result.cut || f.cut
	}
	share := matched / float64(max(words, 1))
	if result.last == 0 || share < alteredShare && len(result.differences) > 0 {
		result.absent = true
		if share < nearestShare {
			result.first, result.last = 0, 0
		}
	}
	return result
}

// bestAlignment aligns a piece with the windows that may hold it. It returns the share of its
// words that are the same or excused.
func (t *Text) bestAlignment(q *words, p part) (found, float64) {
	var best found
	bestShare := 0.0
	for _, w := range t.windows(q, p.from, p.to) {
		a := t.align(q, p.from, p.to, w)
		if a.tTo <= a.tFrom || a.matched == 0 {
			continue
		}
		f := found{part: p, first: a.tFrom, last: a.tTo, start: int(t.words.list[a.tFrom].at), end: t.words.end(a.tTo - 1)}
		share := t.judge(q, &f, &a)
		if best.last == 0 || share > bestShare || share == bestShare && len(f.differences) < len(best.differences) {
			best, bestShare = f, share
		}
	}
	return best, bestShare
}

// judge tells what of an alignment is a difference, and returns the share of the words
// that are the same or excused.
func (t *Text) judge(q *words, f *found, a *alignment) float64 {
	differing, own := 0, 0
	for i := f.from; i < f.to; i++ {
		if q.list[i].marks&mayBeLeftOut == 0 || a.pairs[i-f.from] >= 0 {
			own++
		}
	}
	for _, r := range a.runs {
		if t.isCut(q, f, r) {
			f.cut = true
			continue
		}
		if t.excused(q, r) {
			continue
		}
		for i := r.qFrom; i < r.qTo; i++ {
			if q.list[i].marks&mayBeLeftOut == 0 {
				differing++
			}
		}
		f.differences = append(f.differences, t.difference(q, r))
	}
	for i, j := range a.pairs {
		if j >= 0 {
			if d, ok := t.differentSign(q, f.from+i, j, i == 0); ok {
				f.differences = append(f.differences, d)
			}
		}
	}
	return 1 - float64(differing)/float64(max(own, 1))
}

// isCut reports whether a difference at the start or the end of a quotation is that it
// has only a part of a word.
func (t *Text) isCut(q *words, f *found, r run) bool {
	if r.qTo-r.qFrom != 1 || r.tTo-r.tFrom != 1 {
		return false
	}
	stated, said := q.word(r.qFrom), t.words.word(r.tFrom)
	if len(stated) < 2 || len(stated) >= len(said) || text.HasDigit(string(said)) {
		return false
	}
	return r.qFrom == f.from && bytes.HasSuffix(said, stated) || r.qTo == f.to && bytes.HasPrefix(said, stated)
}

// mostSubstituted is how many words of the text an editor's brackets stand for.
const mostSubstituted = 6

// excused reports whether a difference is one of presentation.
func (t *Text) excused(q *words, r run) bool {
	stated, said := q.spelled(r.qFrom, r.qTo), t.words.spelled(r.tFrom, r.tTo)
	if len(stated) > 0 && len(said) > 0 && isSameSpelling(stated, said) {
		return sameNumerals(q.raw[q.list[r.qFrom].start:q.list[r.qTo-1].end], t.words.raw[t.words.list[r.tFrom].start:t.words.list[r.tTo-1].end])
	}
	if t.isCited(r, stated, said) {
		return true
	}
	own, its := q.withoutAsides(r.qFrom, r.qTo), t.words.withoutAsides(r.tFrom, r.tTo)
	if isSameSpelling(own, its) {
		return len(own) > 0 || len(stated) == 0 || len(said) == 0 || !text.HasDigit(string(stated)) || !text.HasDigit(string(said))
	}
	return len(own) == 0 && len(stated) > 0 && r.tTo-r.tFrom <= mostSubstituted && !t.words.hasNegation(r.tFrom, r.tTo)
}

// isCited reports whether the text has the words quoted with the numbers of citations, which
// were raised once, at their end: "homeostasis5,6".
func (t *Text) isCited(r run, stated, said []byte) bool {
	const shortest, mostDigits = 5, 6
	digits, ok := bytes.CutPrefix(said, stated)
	return ok && len(stated) >= shortest && len(digits) <= mostDigits && text.IsDigits(string(digits)) &&
		!text.HasDigit(string(stated)) && !isCapital(t.words.rawWord(r.tFrom))
}

// isSameSpelling reports whether letters are the same but for the prefix micro, which is
// written u as well.
func isSameSpelling(a, b []byte) bool {
	return bytes.Equal(a, b) || len(a) != len(b) && bytes.Equal(bytes.Replace(a, []byte("mu"), []byte("u"), 1), bytes.Replace(b, []byte("mu"), []byte("u"), 1))
}

// withoutAsides returns the letters of the words [from,to) without those that may be
// left out.
func (w *words) withoutAsides(from, to int) []byte {
	var letters []byte
	for i := from; i < to; i++ {
		if w.list[i].marks&mayBeLeftOut == 0 {
			letters = append(letters, w.word(i)...)
		}
	}
	return letters
}

// sameNumerals reports whether two texts of the same letters have the same numbers.
func sameNumerals(a, b string) bool {
	if !text.HasDigit(a) && !text.HasDigit(b) {
		return true
	}
	return numerals(a) == numerals(b)
}

// numerals returns the numbers of a text with their decimal points and without what
// groups their digits.
func numerals(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if !text.IsDigit(s[i]) {
			continue
		}
		if isNegative(s[:i]) {
			b.WriteByte('-')
		}
		for i < len(s) {
			if text.IsDigit(s[i]) {
				b.WriteByte(s[i])
				i++
				continue
			}
			r, size := utf8.DecodeRuneInString(s[i:])
			next := i + size
			if next >= len(s) || !text.IsDigit(s[next]) {
				break
			}
			switch {
			case r == '.' || r == '·':
				b.WriteByte('.')
			case (r == ',' || unicode.IsSpace(r)) && isGroup(s, next):
			default:
				b.WriteByte(' ')
			}
			i = next
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// isGroup reports whether exactly three digits stand at i.
func isGroup(s string, i int) bool {
	return i+3 <= len(s) && text.IsDigits(s[i:i+3]) && (i+3 == len(s) || !text.IsDigit(s[i+3]))
}

// difference describes a run that is not excused.
func (t *Text) difference(q *words, r run) Deviation {
	d := Deviation{Kind: PlainWord}
	if r.qFrom < r.qTo {
		d.Stated = q.span(r.qFrom, r.qTo)
	} else {
		at := len(q.raw)
		if r.qFrom < len(q.list) {
			at = int(q.list[r.qFrom].start)
		}
		d.Stated = [2]int{at, at}
	}
	if r.tFrom < r.tTo {
		d.Found = t.place(t.words.span(r.tFrom, r.tTo))
	} else {
		at := int(t.words.list[min(r.tFrom, len(t.words.list)-1)].start)
		d.Found = t.place([2]int{at, at})
	}
	switch {
	case q.hasNegation(r.qFrom, r.qTo) != t.words.hasNegation(r.tFrom, r.tTo):
		d.Kind = Polarity
	case q.hasNumber(r.qFrom, r.qTo) || t.words.hasNumber(r.tFrom, r.tTo):
		d.Kind = Number
	case q.hasName(r.qFrom, r.qTo) || t.words.hasName(r.tFrom, r.tTo):
		d.Kind = Name
	}
	return d
}

func (w *words) hasNumber(from, to int) bool {
	for i := from; i < to; i++ {
		if word := w.word(i); text.HasDigit(string(word)) || numberWords[string(word)] != 0 {
			return true
		}
	}
	return false
}

// hasName reports whether one of the words has a capital that does not come from the
// start of a sentence.
func (w *words) hasName(from, to int) bool {
	for i := from; i < to; i++ {
		if isCapital(w.rawWord(i)) && w.list[i].marks&opens == 0 {
			return true
		}
	}
	return false
}

// spliced finds a quotation of several sentences each of which stands in the text, but not
// one after the other.
func (t *Text) spliced(q *words, p part) (found, bool) {
	var list []found
	from := p.from
	for i := p.from + 1; i <= p.to; i++ {
		if i < p.to && q.list[i].marks&opens == 0 {
			continue
		}
		if from == p.from && i == p.to {
			return found{}, false // one sentence
		}
		after := 0
		if n := len(list); n > 0 {
			after = list[n-1].end
		}
		at := t.exact(q, from, i, after)
		if at < 0 {
			return found{}, false
		}
		list = append(list, t.foundAt(q, part{from, i}, at))
		from = i
	}
	if len(list) < 2 {
		return found{}, false
	}
	whole := found{part: p, start: list[0].start, end: list[0].end, first: list[0].first, last: list[0].last}
	for i := 1; i < len(list); i++ {
		f := &list[i]
		whole.disordered = whole.disordered || f.start < list[i-1].start
		whole.first, whole.last = min(whole.first, f.first), max(whole.last, f.last)
		whole.start, whole.end = min(whole.start, f.start), max(whole.end, f.end)
		left := list[i-1].last
		for left < f.first && t.words.list[left].marks&mayBeLeftOut != 0 {
			left++
		}
		if left < f.first && !whole.disordered {
			at := int(q.list[f.from].start)
			whole.differences = append(whole.differences, Deviation{
				Kind: PlainWord, Stated: [2]int{at, at}, Found: t.place(t.words.span(left, f.first)),
			})
		}
	}
	return whole, whole.disordered || len(whole.differences) > 0
}
