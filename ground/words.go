package ground

import (
	"bytes"
	"html"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// words is a text as it is compared: its letters and digits, folded, and where the
// words that they make are in it. White space, punctuation, hyphens at the ends of
// lines, character references, tags and the marks of Markdown are not part of it.
type words struct {
	raw     string
	letters []byte // of all words, without gaps
	list    []word
	roles   []roles // by the ids of words; nil where none were looked up
	budget  int     // of a statement: bytes of a text that may still be read for it from front to back
}

// word is a run of letters and digits.
type word struct {
	start, end int32 // bytes of raw
	at         int32 // where its letters begin
	id         int32 // of words that are equal; 0 where nothing was looked up
	marks      marks
}

// marks say how a word is printed.
type marks uint8

const (
	bracketed marks = 1 << iota // in square brackets
	aside                       // in a citation marker or another stretch that a quoter may leave out
	raised                      // printed as a superscript
	opens                       // begins a sentence
	block                       // begins a paragraph, a heading or an item of a list
)

// mayBeLeftOut is what a quoter may leave out of a source without a word.
const mayBeLeftOut = bracketed | aside

// longestText is how many bytes of a text are compared.
const longestText = math.MaxInt32 / 2

// readWords folds a text.
func readWords(raw string) words {
	if len(raw) > longestText {
		raw = raw[:longestText]
	}
	r := wordReader{words: words{raw: raw, letters: make([]byte, 0, len(raw)), list: make([]word, 0, expectedWords(raw))}}
	r.read()
	markSentences(&r.words)
	return r.words
}

// expectedWords returns how many words a text has, if all of it is like its beginning.
func expectedWords(raw string) int {
	const sample = 4 << 10
	n, inWord := 0, false
	for i := range min(len(raw), sample) {
		kind := kindsOfBytes[raw[i]]
		isLetter := kind == letter || kind == capital || kind == partOfRune
		if isLetter && !inWord {
			n++
		}
		inWord = isLetter
	}
	if len(raw) > sample {
		n = n * (len(raw) / sample)
		n += n / 16
	}
	return n + 8
}

func (w *words) len() int { return len(w.list) }

// end is where the letters of word i end.
func (w *words) end(i int) int {
	if i+1 < len(w.list) {
		return int(w.list[i+1].at)
	}
	return len(w.letters)
}

// word returns the letters of word i.
func (w *words) word(i int) []byte { return w.letters[w.list[i].at:w.end(i)] }

// rawWord returns word i as the text prints it.
func (w *words) rawWord(i int) string { return w.raw[w.list[i].start:w.list[i].end] }

// between returns what stands before word i, after the word before it.
func (w *words) between(i int) string {
	start, end := int32(0), int32(len(w.raw))
	if i > 0 {
		start = w.list[i-1].end
	}
	if i < len(w.list) {
		end = w.list[i].start
	}
	return w.raw[start:end]
}

// spelled returns the letters of the words [from,to).
func (w *words) spelled(from, to int) []byte {
	if from >= to {
		return nil
	}
	return w.letters[w.list[from].at:w.end(to-1)]
}

// span returns the bytes of raw that the words [from,to) take.
func (w *words) span(from, to int) [2]int {
	return [2]int{int(w.list[from].start), int(w.list[to-1].end)}
}

// from returns the number of the first word that begins at or after a byte of raw.
func (w *words) from(offset int) int {
	low, high := 0, len(w.list)
	for low < high {
		if middle := (low + high) / 2; int(w.list[middle].start) < offset {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// holding returns the number of the word that holds a byte of the letters.
func (w *words) holding(at int) int {
	low, high := 0, len(w.list)
	for low < high {
		if middle := (low + high) / 2; int(w.list[middle].at) <= at {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low - 1
}

// rawAt returns the byte of raw at which the letter at a byte of the letters is
// printed: for a character that folds to several letters, the character.
func (w *words) rawAt(at int) int {
	i := w.holding(at)
	printed, skip := w.rawWord(i), at-int(w.list[i].at)
	var room [16]byte
	for offset := 0; offset < len(printed); {
		r, size := utf8.DecodeRuneInString(printed[offset:])
		letters := len(appendFolded(room[:0], r))
		if letters > skip {
			return int(w.list[i].start) + offset
		}
		skip -= letters
		offset += size
	}
	return int(w.list[i].start)
}

// wordReader cuts a text into words.
type wordReader struct {
	words
	i      int // the next byte
	inWord bool
	open   []bracket // that are not closed yet
	// noAddress is where the last long search for the end of an address gave up: none is
	// looked for before.
	noAddress int
}

// bracket is an opening bracket and the first word after it.
type bracket struct {
	char   byte
	offset int
	word   int
	link   bool // the address of a link was left out inside
}

const (
	deepestBrackets = 8
	longestAside    = 400 // bytes of a stretch in brackets that may be left out
)

// kindOfByte is what a byte is to a wordReader.
type kindOfByte uint8

const (
	gap kindOfByte = iota
	letter
	capital
	special
	partOfRune
)

var kindsOfBytes = newKindsOfBytes()

func newKindsOfBytes() (kinds [256]kindOfByte) {
	for c := range kinds {
		switch c := byte(c); {
		case c >= utf8.RuneSelf:
			kinds[c] = partOfRune
		case 'A' <= c && c <= 'Z':
			kinds[c] = capital
		case text.IsASCIIAlphanumeric(c):
			kinds[c] = letter
		case strings.IndexByte("%&<'’`-[]()", c) >= 0:
			kinds[c] = special
		}
	}
	return kinds
}

func (r *wordReader) read() {
	for r.i < len(r.raw) {
		c := r.raw[r.i]
		switch kindsOfBytes[c] {
		case letter:
			r.begin()
			end := r.i + 1
			for end < len(r.raw) && kindsOfBytes[r.raw[end]] == letter {
				end++
			}
			r.letters = append(r.letters, r.raw[r.i:end]...)
			r.i = end
		case capital:
			r.begin()
			r.letters = append(r.letters, c|0x20)
			r.i++
		case gap:
			r.finish()
			r.i++
		case special:
			r.special(c)
		case partOfRune:
			r.rune()
		}
	}
	r.finish()
}

// begin starts a word unless one is being read.
func (r *wordReader) begin() {
	if !r.inWord {
		r.inWord = true
		r.list = append(r.list, word{start: int32(r.i), at: int32(len(r.letters))})
	}
}

// finish ends the word that is being read, if one is.
func (r *wordReader) finish() {
	if r.inWord {
		r.inWord = false
		r.list[len(r.list)-1].end = int32(r.i)
	}
}

// whole adds a sign of that length that is a word by itself.
func (r *wordReader) whole(letters string, size int) {
	r.finish()
	r.begin()
	r.letters = append(r.letters, letters...)
	r.i += size
	r.finish()
}

func (r *wordReader) special(c byte) {
	switch c {
	case '%':
		r.whole("percent", 1)
	case '&':
		r.reference()
	case '<':
		r.tag()
	case '\'', '`':
		r.apostrophe(1)
	case '-':
		r.hyphen(1)
	case '[', '(':
		r.openBracket(c)
	case ']', ')':
		r.closeBracket(c)
	}
}

// rune reads a character outside ASCII.
func (r *wordReader) rune() {
	c, size := utf8.DecodeRuneInString(r.raw[r.i:])
	switch {
	case c == '\u2019' || c == '\u02BC' || c == '\u2032':
		r.apostrophe(size)
	case c == '\u00AD':
		r.hyphen(size)
	case c == '\u2010' || c == '\u2011':
		r.hyphen(size)
	case isRaised(c):
		r.raise(c, size)
	case isIdeograph(c):
		r.whole(string(appendFolded(nil, c)), size)
	default:
		before := len(r.letters)
		r.letters = appendFolded(r.letters, c)
		switch {
		case len(r.letters) > before && r.inWord:
			r.i += size
		case len(r.letters) > before:
			r.inWord = true
			r.list = append(r.list, word{start: int32(r.i), at: int32(before)})
			r.i += size
		case !isInvisible(c):
			r.finish()
			r.i += size
		default:
			r.i += size
		}
	}
}

// raise reads a superscript, which is a word of its own beside a word.
func (r *wordReader) raise(c rune, size int) {
	if r.inWord && r.list[len(r.list)-1].marks&raised == 0 {
		r.finish()
	}
	r.begin()
	last := &r.list[len(r.list)-1]
	last.marks |= raised
	if n := len(r.list); n > 1 && last.start == r.list[n-2].end && r.end(n-2)-int(r.list[n-2].at) > 2 && !text.HasDigit(string(r.word(n-2))) {
		last.marks |= aside
	}
	r.letters = appendFolded(r.letters, c)
	r.i += size
}

// apostrophe ends a word unless letters follow it at once.
func (r *wordReader) apostrophe(size int) {
	if next := r.i + size; !r.inWord || next >= len(r.raw) || !startsWithLetter(r.raw[next:]) {
		r.finish()
	}
	r.i += size
}

// hyphen ends a word, unless it stands at the end of a line and the word goes on in
// the next, or it is a soft one.
func (r *wordReader) hyphen(size int) {
	next := r.i + size
	if r.inWord {
		if after, ok := nextLine(r.raw, next); ok && startsWithSmall(r.raw[after:]) {
			r.i = after
			return
		}
		if r.raw[r.i] == 0xC2 && next < len(r.raw) && startsWithLetter(r.raw[next:]) { // a soft hyphen
			r.i = next
			return
		}
	} else if n := len(r.list); n > 0 && size > 0 && r.i > 0 && r.raw[r.i-1] == ' ' && int(r.list[n-1].end) == r.i-1 {
		if after, ok := nextLine(r.raw, next); ok && startsWithSmall(r.raw[after:]) && r.list[n-1].marks&raised == 0 {
			r.inWord = true
			r.i = after
			return
		}
	}
	r.finish()
	r.i = next
}

// nextLine returns where the next line's text begins, if nothing but a line's end is
// between.
func nextLine(s string, i int) (int, bool) {
	lines := 0
	for ; i < len(s) && i >= 0; i++ {
		switch s[i] {
		case '\n':
			lines++
		case ' ', '\t', '\r':
		default:
			return i, lines == 1
		}
	}
	return i, false
}

func startsWithSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// longestReference is more than a character reference has bytes.
const longestReference = 12

// reference reads a character reference, or an ampersand.
func (r *wordReader) reference() {
	rest := r.raw[r.i:min(len(r.raw), r.i+longestReference)]
	if len(rest) > 1 && rest[1] == '&' { // of several one counts
		r.finish()
		r.i++
		return
	}
	end := strings.IndexByte(rest, ';')
	if end < 2 {
		r.whole("and", 1)
		return
	}
	plain := html.UnescapeString(rest[:end+1])
	if plain == rest[:end+1] {
		r.whole("and", 1)
		return
	}
	if plain == "&" {
		r.whole("and", end+1)
		return
	}
	folded := make([]byte, 0, 8)
	for _, c := range plain {
		folded = appendFolded(folded, c)
	}
	switch c, _ := utf8.DecodeRuneInString(plain); {
	case len(folded) > 0:
		r.begin()
		r.letters = append(r.letters, folded...)
	case !isInvisible(c):
		r.finish()
	}
	r.i += end + 1
}

// inlineTags are elements of HTML and XML that change how words look.
var inlineTags = setOf("a abbr b cite code em font i ital italic mark s small span strong sub sup tt u xref bold sc")

// blockTags are elements that end a word.
var blockTags = setOf("article blockquote body br dd div dl dt footer h1 h2 h3 h4 h5 h6 head header hr html img li ol p pre sec section table tbody td th thead title tr ul")

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, s := range strings.Fields(list) {
		set[s] = true
	}
	return set
}

// longestTag is how many bytes a tag may have.
const longestTag = 500

// tag leaves out a tag; another "<" ends a word.
func (r *wordReader) tag() {
	rest := r.raw[r.i+1 : min(len(r.raw), r.i+longestTag)]
	name := strings.TrimPrefix(rest, "/")
	n := 0
	for n < len(name) && n < 12 && text.IsASCIIAlphanumeric(name[n]) {
		n++
	}
	known := inlineTags[text.LowerASCII(name[:n])]
	if end := strings.IndexByte(rest, '>'); end > 0 && n > 0 && (known || blockTags[text.LowerASCII(name[:n])]) &&
		strings.IndexByte(" \t\n/>", name[n]) >= 0 {
		if !known {
			r.finish()
		}
		if r.inWord {
			r.list[len(r.list)-1].end = int32(r.i)
		}
		r.i += end + 2
		if r.inWord && (r.i >= len(r.raw) || !startsWithLetter(r.raw[r.i:]) && !text.IsDigit(r.raw[r.i])) && r.i < len(r.raw) && r.raw[r.i] != '<' {
			r.inWord = false
		}
		return
	}
	r.finish()
	r.i++
}

func (r *wordReader) openBracket(c byte) {
	r.finish()
	if len(r.open) == deepestBrackets {
		copy(r.open, r.open[1:])
		r.open = r.open[:deepestBrackets-1]
	}
	r.open = append(r.open, bracket{char: c, offset: r.i, word: len(r.list)})
	r.i++
}

// closeBracket marks what stands in brackets and may be left out.
func (r *wordReader) closeBracket(c byte) {
	r.finish()
	opening := byte('(')
	if c == ']' {
		opening = '['
	}
	n := len(r.open) - 1
	for n >= 0 && r.open[n].char != opening {
		n--
	}
	at := r.i
	r.i++
	if n < 0 {
		return
	}
	b := r.open[n]
	r.open = r.open[:n]
	if c == ']' {
		b.link = r.address() || b.link
	}
	if at-b.offset > longestAside {
		return
	}
	inside := r.raw[b.offset+1 : at]
	switch {
	case c == ']' && !b.link:
		r.mark(b.word, bracketed)
	case c == ']' && isAddress(inside):
		r.mark(b.word, aside)
	case c == ')' && (b.link && r.allAside(b.word) || isCitation(inside)):
		r.mark(b.word, aside)
	}
	if b.link && n > 0 {
		r.open[n-1].link = true
	}
}

func (r *wordReader) mark(from int, m marks) {
	for i := from; i < len(r.list); i++ {
		r.list[i].marks |= m
	}
}

// allAside reports whether the words from that one on may be left out.
func (r *wordReader) allAside(from int) bool {
	for _, w := range r.list[from:] {
		if w.marks&mayBeLeftOut == 0 {
			return false
		}
	}
	return true
}

// longestAddress is how many bytes the address of a link may have, and longSearch how many may
// be read in vain again and again.
const (
	longestAddress = 2000
	longSearch     = 300
)

// address leaves out the address of a Markdown link, "(https://…)" after "]".
func (r *wordReader) address() bool {
	if r.i >= len(r.raw) || r.raw[r.i] != '(' || r.i < r.noAddress {
		return false
	}
	depth, i := 0, r.i
search:
	for ; i < len(r.raw) && i < r.i+longestAddress; i++ {
		switch r.raw[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				if !isAddress(r.raw[r.i+1 : i]) {
					return false
				}
				r.i = i + 1
				return true
			}
		case '\n':
			break search
		}
	}
	if i-r.i > longSearch {
		r.noAddress = i
	}
	return false
}

// isAddress reports whether text is an address of the web or a host's name.
func isAddress(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" {
		return false
	}
	first, _, _ := strings.Cut(s, " ")
	if strings.Contains(first, "://") || strings.HasPrefix(first, "#") || strings.HasPrefix(first, "/") || strings.HasPrefix(first, "mailto:") {
		return true
	}
	host, _, _ := strings.Cut(first, "/")
	dot := strings.LastIndexByte(host, '.')
	return len(first) == len(s) && dot > 0 && len(host)-dot > 2 && len(host)-dot < 8 && text.LettersEnd(host, dot+1) == len(host) && host == text.LowerASCII(host)
}

// isCitation reports whether what stands in parentheses names works: numbers of a
// list of references, or authors and years.
func isCitation(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 200 {
		return false
	}
	if strings.Trim(s, "0123456789,;-–—* ") == "" {
		return text.IsDigit(s[0]) && len(s) < 40
	}
	lower := text.LowerASCII(s)
	for _, prefix := range [...]string{"ref. ", "refs. ", "ref ", "refs ", "reviewed in ", "see ref"} {
		if strings.HasPrefix(lower, prefix) {
			return true
		}
	}
	if !hasYear(s) {
		return false
	}
	for _, prefix := range [...]string{"see also ", "see ", "e.g., ", "e.g. ", "cf. ", "for review, see ", "reviewed in ", "i.e., "} {
		if strings.HasPrefix(lower, prefix) {
			s, lower = s[len(prefix):], lower[len(prefix):]
		}
	}
	for part := range strings.SplitSeq(s, ";") {
		part = strings.TrimSpace(part)
		names := strings.TrimRight(part, "0123456789abc,()–- ")
		if names == "" {
			continue
		}
		if !areCited(names) || len(names) == len(part) {
			return false
		}
	}
	return true
}

// areCited reports whether words are the names of a citation, and what joins them.
func areCited(words string) bool {
	names := 0
	for word := range strings.FieldsSeq(words) {
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.IsUpper(first):
			names++
		case !citationWords[strings.Trim(text.LowerASCII(word), ".,")]:
			return false
		}
	}
	return names > 0
}

var citationWords = setOf("et al and & de la van von der den di da in press von's")

// hasYear reports whether four digits that may be a year stand in s.
func hasYear(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if (s[i] == '1' && s[i+1] >= '5' || s[i] == '2' && s[i+1] == '0') && text.IsDigits(s[i:i+4]) &&
			(i == 0 || !text.IsDigit(s[i-1])) && (i+4 == len(s) || !text.IsDigit(s[i+4])) {
			return true
		}
	}
	return false
}

// appendFolded appends what a character folds to, which is nothing for what is no
// letter and no digit.
func appendFolded(letters []byte, r rune) []byte {
	if r == '\u00D7' {
		return append(letters, 'x')
	}
	return fold.AppendRune(letters, r)
}

// isInvisible reports whether a character changes nothing that a reader sees.
func isInvisible(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Cf) || r == '\u2060'
}

func isRaised(r rune) bool {
	return r == '\u00B2' || r == '\u00B3' || r == '\u00B9' || r == '\u2070' || r >= '\u2074' && r <= '\u2079'
}

// isIdeograph reports whether a character belongs to a script that is written
// without spaces between words.
func isIdeograph(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// compact returns s without the characters that are no letters and no digits, as a
// text is compared.
func compact(s string) []byte {
	w := readWords(s)
	return bytes.Clone(w.letters)
}
