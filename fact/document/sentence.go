package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// A span is a half-open range of bytes.
type span struct{ start, end int }

// sentencesOf cuts running text into sentences: at the boundaries of UAX 29, except
// after an abbreviation, within quotation marks, brackets or code, and within a
// reference.
func sentencesOf(s string) []span {
	if mayHaveYear(s) && (looksListed(s) || looksListed(s[leadLength(s):])) {
		return []span{{0, len(s)}}
	}
	ends := boundaries(s)
	list := make([]span, 0, len(ends))
	var room [8]span
	enclosed := appendEnclosures(room[:0], s)
	start, next := 0, 0
	for _, end := range ends {
		for next < len(enclosed) && enclosed[next].end <= end {
			next++
		}
		inside := next < len(enclosed) && enclosed[next].start < end
		if end < len(s) && (inside || !endsSentence(s[start:end], s[end:])) {
			continue
		}
		if s[end-1] != ' ' {
			end += closingLength(s[end:])
		}
		list = append(list, span{start, end})
		start = end
	}
	if start < len(s) {
		list = append(list, span{start, len(s)})
	}
	return joinReferences(s, list)
}

// closingLength is how long the marks are that end the emphasis of a whole sentence, with the
// space after them: "**Felt.** It is quiet."
func closingLength(s string) int {
	const most = 3
	rest := strings.TrimLeft(s, "*_")
	after := strings.TrimLeft(rest, " ")
	if marks := len(s) - len(rest); marks == 0 || marks > most || after == rest && rest != "" {
		return 0
	}
	return len(s) - len(after)
}

// closingTags are those after the end of a sentence.
var closingTags = pattern(`(?:</[a-z]{1,6}>)+$`)

// lead is what points to a reference that follows: "cf. also", "See", "TODO find:",
// "**Required:**".
var lead = pattern(`^(?:(?:[Cc]f\.?|[Ss]ee|[Vv]gl\.|[Ss]iehe)(?: also)?|[\p{L} ]{2,20}:|[*_]{1,3}[\p{L}\d ]{2,30}(?::[*_]{1,3}|[*_]{1,3}:)) `)

// leadLength is how long what points to a reference is, at the start of a text.
func leadLength(s string) int {
	if !mayLead(s) {
		return 0
	}
	return len(lead().FindString(s))
}

// mayLead reports, faster than lead, whether a text may start with what that looks for: one
// of its words, emphasis, or letters and spaces up to a colon.
func mayLead(s string) bool {
	if strings.HasPrefix(s, "*") || strings.HasPrefix(s, "_") {
		return true
	}
	for _, word := range [...]string{"cf", "Cf", "see", "See", "vgl", "Vgl", "siehe", "Siehe"} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	const most = 20
	for n, r := range s {
		if r != ' ' && !unicode.IsLetter(r) || n > most*utf8.UTFMax {
			return r == ':'
		}
	}
	return false
}

// citedAfter is a citation after a sentence's end: "It is quiet.[12] Then".
var citedAfter = pattern(`^(?:(?:\[\^?[\p{L}\d,;–\- ]{1,20}\])+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[˒,⁻–-][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*) +`)

// citationAfter returns where the citations end that follow a full stop at an offset of
// a text, and the space after them; 0 if none do.
func citationAfter(s string, at int) int {
	before := strings.TrimRight(s[max(0, at-12):at], "\"”’)")
	if before == "" || strings.IndexByte(".!?", before[len(before)-1]) < 0 {
		return 0
	}
	if m := citedAfter().FindStringIndex(s[at:min(len(s), at+longestWord)]); m != nil {
		return at + m[1]
	}
	return 0
}

// mayHaveMark reports, faster than what looks for them, whether a text may have a bracket or
// a superscript digit.
func mayHaveMark(s string) bool {
	const oneToThree, others = "\xc2", "\xe2" // the bytes that superscripts begin with
	return strings.Contains(s, "[") || strings.Contains(s, oneToThree) || strings.Contains(s, others)
}

// startsCitation reports whether a citation of an entry by its number may start with a mark.
func startsCitation(r rune) bool {
	switch r {
	case '[', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹':
		return true
	}
	return false
}

// closerOf is the mark that ends what a mark opens, or 0.
func closerOf(r rune) rune {
	switch r {
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	case '“':
		return '”'
	case '„':
		return '“'
	case '«':
		return '»'
	case '‘':
		return '’'
	case '「':
		return '」'
	case '『':
		return '』'
	}
	return 0
}

// longestEnclosure is how many bytes of text between two marks are kept together: more
// were hardly meant to be.
const longestEnclosure = 2000

// longestBetweenApostrophes is how many bytes are kept together between marks that are
// apostrophes as well.
const longestBetweenApostrophes = 300

// appendEnclosures appends the ranges between marks that belong together, outermost alone,
// in order.
func appendEnclosures(found []span, s string) []span {
	type opening struct {
		closer rune
		at     int
	}
	var open []opening
	close := func(r rune, end int) bool {
		longest := longestEnclosure
		if r == '\'' {
			longest = longestBetweenApostrophes
		}
		for i := len(open) - 1; i >= max(0, len(open)-8); i-- {
			if open[i].closer != r {
				continue
			}
			if end-open[i].at <= longest {
				found = append(found, span{open[i].at, end})
			}
			open = open[:i]
			return true
		}
		return false
	}
	for i := nextMark(s, 0); i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		n := i + size
		switch {
		case r == '"' || r == '`':
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			if opens := i == 0 || !isWordRune(before) && before != ',' && before != '.'; !opens || !followsWord(s[n:]) {
				close(r, n)
			} else {
				open = append(open, opening{r, i})
			}
		case r == '\'' && opensTitle(s, i):
			open = append(open, opening{r, i})
		case (r == '’' || r == '\'') && isApostrophe(s, i, n):
		case close(r, n):
		case closerOf(r) != 0:
			open = append(open, opening{closerOf(r), i})
		}
		i = nextMark(s, n)
	}
	return outermost(found)
}

// nextMark returns where the next character is, from an offset of a text on, that may be a
// mark which opens or closes something: any outside ASCII may.
func nextMark(s string, at int) int {
	for at < len(s) && !mayEnclose[s[at]] {
		at++
	}
	return at
}

var mayEnclose = func() (marks [256]bool) {
	for _, c := range []byte("\"'`()[]{}") {
		marks[c] = true
	}
	for c := utf8.RuneSelf; c < len(marks); c++ {
		marks[c] = true
	}
	return marks
}()

// opensTitle reports whether the apostrophe at an offset of a text opens a quotation that is
// written as titles are: "the book 'Rims. A plea'", and not "the '90s", "rock 'n' roll".
func opensTitle(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	first, _ := utf8.DecodeRuneInString(s[at+1:])
	return unicode.IsUpper(first) && (at == 0 || !isWordRune(before) && before != '\'')
}

// isApostrophe reports whether the mark from start to end of a text is within a word.
func isApostrophe(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	return isWordRune(before) && followsWord(s[end:])
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// followsWord reports whether a text goes on with a word.
func followsWord(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return isWordRune(r)
}

// outermost leaves out ranges that are in others, and sorts.
func outermost(found []span) []span {
	slices.SortFunc(found, func(a, b span) int { return a.start - b.start })
	kept := found[:0]
	for _, f := range found {
		if n := len(kept); n == 0 || f.start >= kept[n-1].end {
			kept = append(kept, f)
		}
	}
	return kept
}

// neverLast are abbreviations after which a sentence goes on.
var neverLast = text.WordSet(strings.Fields(`
	diss chs dir fig figs sec sect secs ch chap chaps eq eqs tab no nos nr vol vols pp p pg pages ed eds edn rev repr trans
	cf vs viz e.g i.e eg ie esp ca approx resp incl al proc int intl conf symp assoc soc acad sci lett rep tech univ
	dept inst lab natl eur amer am br phys chem biol med math comput eng bull ann arch adv appl theor exp clin
	dr prof mr mrs ms st mt hon rev gen sen rep gov sgt capt col lt jr sr hrsg bd bde aufl s vgl bzw z.b u.a d.h
	jan feb mar apr jun jul aug sep sept oct nov dec dipl ing phil nat art n.s ser op cit ibid loc rec
	comm commun mag newsl worksh publ pub press nachr zeitschr j`)...)

// mayBeLast are abbreviations that end a sentence if a new one plainly starts.
var mayBeLast = text.WordSet(strings.Fields(`al etc inc ltd co corp jr sr bros llc gmbh u.s u.k u.n e.u a.m p.m ph.d phd b.sc m.sc d.c ed eds usw`)...)

// openers are words that start a sentence and hardly ever go on with a name or title.
var openers = text.WordSet(strings.Fields(`
	The This These That Those It Its We They He She I You In On At For From With By To As If When While Although Though
	However Moreover Furthermore Therefore Thus Hence Also But And Or So Here There Our Their His Her My Another Other Others
	One Two Some Many Most All Each Both After Before Since Until Because Yet Still Finally First Second Third Next Then
	See Recently Later Unlike Instead Der Die Das Es Wir Sie Ein Eine`)...)

// longestWord is how many bytes before a boundary are looked at.
const longestWord = 100

// endsSentence reports whether a sentence ends where UAX 29 has a boundary.
func endsSentence(before, after string) bool {
	before = strings.TrimRight(before, " ")
	before = before[max(0, len(before)-longestWord):]
	if strings.HasSuffix(before, ">") {
		before = before[:len(before)-len(closingTags().FindString(before))]
	}
	if mayHaveMark(before) && !strings.HasSuffix(before, ".") {
		if at := strings.LastIndexFunc(before, startsCitation); at > 0 && citationAfter(before+" ", at) > 0 {
			before = strings.TrimRight(before[:at], "\"”’)")
		}
	}
	if !strings.HasSuffix(before, ".") {
		rest := strings.TrimLeft(after, closingMarks)
		return !asksInTitle(before+after[:len(after)-len(rest)]) || !goesOnAfterTitle(strings.TrimLeft(rest, " "))
	}
	before = strings.TrimSuffix(before, ".")
	after = after[closingLength(after):]
	word := before[strings.LastIndexAny(before, " (\u00a0[")+1:]
	next, _, _ := strings.Cut(strings.TrimLeft(after, " "), " ")
	opens := openers[strings.Trim(next, ",.:;'’s")]
	folded := strings.ToLower(word)
	switch {
	case isInitial(word):
		return opens && startsLower(lastWord(before[:len(before)-len(word)]))
	case mayBeLast[folded]:
		return opens
	case folded == "no" || folded == "art" || folded == "s" || folded == "p" || folded == "am" || folded == "press" || folded == "gen" || folded == "mar":
		return !isAbbreviated(word, after)
	}
	return !neverLast[folded]
}

// closingMarks are those after titles that are quoted or emphasised.
const closingMarks = "\"'”’»“*_"

// asksInTitle reports whether a text ends with a title in marks that ends with a mark of its
// own: "I like *Is It So?*".
func asksInTitle(before string) bool {
	inside := strings.TrimRight(before, closingMarks)
	return len(inside) < len(before) && (strings.HasSuffix(inside, "?") || strings.HasSuffix(inside, "!"))
}

// goesOnAfterTitle reports whether what follows a title goes on with its sentence: in lower
// case, or with who wrote it in parentheses or after a dash.
func goesOnAfterTitle(after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	return startsLower(after) || strings.ContainsRune("(–—-,;", first)
}

// isAbbreviated reports whether a word that is also one of its own is an abbreviation
// here: a number follows, or a word in small letters.
func isAbbreviated(word, after string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	return unicode.IsDigit(r) || unicode.IsLower(r) || word == "Gen" || word == "Art"
}

func lastWord(s string) string {
	s = strings.TrimRight(s, " ")
	return s[strings.LastIndexByte(s, ' ')+1:]
}

func startsLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// isInitial reports whether a word is the initials of a name, as "A", "J.-P" or "J.R.R".
func isInitial(word string) bool {
	letters := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r == '.' || r == '-' || r == '‐':
			letters = 0
		default:
			return false
		}
		if letters > 1 {
			return false
		}
	}
	return letters == 1
}

// The shapes that a reference starts with: names with initials or in inverted order.
const (
	surname   = `(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ten|ter|zu|zur)[ -])*\p{Lu}[\p{L}’'‐-]+(?: \p{Lu}[\p{L}’'‐-]+)?`
	initials  = `(?:\p{Lu}\.[ ‐-]?){1,4}`
	nameShape = `(?:` + surname + `, ` + initials + `|` + initials + surname + `|` + surname + `,? \p{Lu}{1,3}(?:[,.;:]| \()|` + surname + `, \p{Lu}\p{Ll}+)`
)

var (
	namesAtStart = pattern(`^(?:[*_]{0,2})` + nameShape)
	hasYear      = pattern(`\b(?:1[5-9]|20)\d\d[a-z]?\b|\(?n\. ?d\.\)?|[Ii]n press|forthcoming`)
	endsWithYear = pattern(`\((?:1[5-9]|20)\d\d[a-z]?(?:, [^()]{3,30})?\)\.? ?$`)
	goesOn       = pattern(`^(?:In:? |[*_“"]|https?://|doi|DOI|arXiv|Available|Retrieved|ISBN|Vol\.|pp?\. ?\d|\d+ ?\(|\(?(?:1[5-9]|20)\d\d\b)|\b\d+ ?\(\d+[^)]*\)|\bpp?\. ?\d|\b\d+[:,] ?(?:pp?\. ?)?\d+[-–]\d+|\bvol\. ?\d|https?://|\bdoi\b|arXiv|\b(?:Press|Verlag|Publish\w+|Springer|Wiley|Elsevier|Routledge|Books)\b`)
)

// longestListed is how long, in bytes, text is that may be one reference.
const longestListed = 700

// looksListed reports whether a whole text has the shape of an entry of a reference
// list: it starts with names and holds a year near them, or near its end.
func looksListed(s string) bool {
	if first, _ := utf8.DecodeRuneInString(s); startsLower(s) && !strings.HasPrefix(s, "v") && !strings.HasPrefix(s, "d") || len(s) > longestListed || first == utf8.RuneError {
		return false
	}
	return mayHaveYear(s) && (startsWithNames(s) || isSigned(s)) && hasYear().MatchString(s) && !readsOn().MatchString(s)
}

// signed is a name in full and a title in quotation marks after it.
var signed = pattern(`^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?){1,3}(?:(?:, | and |, and )\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?){1,3})*\. (?:"[^"]+[.,?!]"|“[^”]+[.,?!]”)`)

// isSigned reports whether a text starts with authors as their names are spoken and the title
// of what they wrote: `Ann Lee. "Felt Rims."`
func isSigned(s string) bool {
	return (strings.Contains(s, `. "`) || strings.Contains(s, ". “")) && signed().MatchString(s)
}

// startsWithNames reports whether a text starts with names as entries of lists do.
func startsWithNames(s string) bool { return !startsPlainly(s) && namesAtStart().MatchString(s) }

// startsPlainly reports, faster than namesAtStart, whether a text starts with a word that has
// a capital and one that has none, as no list of names does: "Felt rims".
func startsPlainly(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	return first != "" && 'A' <= first[0] && first[0] <= 'Z' && isSmall(first[len(first)-1]) && rest != "" && isSmall(rest[0])
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

// mayHaveYear reports, faster than hasYear, whether a text may have what that looks for:
// four digits, or one of the words that stand for them.
func mayHaveYear(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > '9':
			if c == 'n' && i+1 < len(s) && s[i+1] == '.' {
				return true
			}
		case c >= '0' && hasDigits(s[i:], len("2021")):
			return true
		}
	}
	return strings.Contains(s, "press") || strings.Contains(s, "forthcoming")
}

// hasDigits reports whether a text starts with a number of digits.
func hasDigits(s string, n int) bool {
	if len(s) < n {
		return false
	}
	for i := range n {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// readsOn reports whether a text has a word that sentences about a work have, and
// references hardly.
var readsOn = pattern(`\b(?:showed|shows|argues?|argued|found|finds|reported|reports|wrote|writes|demonstrated|proposed?|proposes|claimed|claims|published|we|which|who|whose|was|were|has|have|had)\b`)

// joinReferences joins the sentences that a reference in running text was cut into:
// "Roe, A. (2019). Felt rims. Journal of Carts, 3(1), 1–9."
func joinReferences(s string, cut []span) []span {
	joined := cut[:0]
	for i := 0; i < len(cut); i++ {
		c := cut[i]
		if first := s[c.start:c.end]; len(first) <= longestListed && strings.IndexByte(first[max(0, len(first)-4):], ')') >= 0 && endsWithYear().MatchString(first) && startsWithNames(strings.TrimLeft(first, " ")) && i+1 < len(cut) {
			i++
			c.end = cut[i].end // the title
			for i+1 < len(cut) && c.end-c.start < longestListed && goesOn().MatchString(strings.TrimLeft(s[cut[i+1].start:min(cut[i+1].end, cut[i+1].start+longestListed)], " ")) {
				i++
				c.end = cut[i].end
			}
		}
		joined = append(joined, c)
	}
	return joined
}
