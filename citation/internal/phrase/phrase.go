package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// YearInParens is the span of the year in the parentheses at token i.
func (s *Text) YearInParens(i int) ref.Span {
	year := s.SkipCirca(i + 1)
	if s.At(i).Is("(") && IsYear(s.At(year)) && s.At(year+1).Is(")") {
		return s.Span(year, year+1)
	}
	return ref.Span{}
}

// LongestPhrase is how many tokens a name may have.
const LongestPhrase = 60

// ProperPhrase reads the name that begins at token i: capitalised words and the
// words that join them. A leading lower-case "the" has to be skipped before.
func (s *Text) ProperPhrase(i int) (next int, ok bool) {
	for at := i; at < i+LongestPhrase; {
		end, ok := s.phraseWord(at, at == i)
		if !ok {
			break
		}
		next, at = end, end
		at = s.phraseJoint(i, at)
	}
	if next == 0 {
		return i, false
	}
	if s.At(next-1).Is(".") && !s.Dotted(i, next-1) {
		next--
	}
	if end, ok := s.AcronymInParens(next); ok {
		next = end
	}
	if IsYear(s.At(next)) && s.At(next-2).Is(":") && s.IsKnown(next-1, next) { // "Findings: EMNLP 2023"
		next++
	}
	if s.IsShortYear(next) && (s.IsKnown(i, next) || isAcronym(s.At(next-1))) {
		next += 2
	}
	return next, true
}

// IsShortYear reports whether the last two digits of a year are at i after an
// apostrophe: "CHI '19".
func (s *Text) IsShortYear(i int) bool {
	digits := s.At(i + 1)
	return IsApostropheToken(s.At(i)) && digits.Kind == Number && len(digits.Text) == 2 && digits.Start == s.At(i).End
}

// PublisherAt reads a publisher's name: a name that a place does not go on with.
func (s *Text) PublisherAt(i int) (next int, ok bool) {
	next, ok = s.ProperPhrase(i)
	for at := i + 1; at < next; at++ {
		if s.At(at).Is("in") || s.At(at).Is("and") && s.At(at+1).Is("the") {
			return at, true
		}
	}
	return next, ok
}

// BodiesAt reads a publisher or an institution with those that it is part of or
// is named beside: "Wave Group at the Harbour Institute, Cork University", "A and
// the B".
func (s *Text) BodiesAt(i int) (next int, ok bool) {
	next, ok = s.PublisherAt(i)
	for ok {
		at := next
		switch {
		case s.At(at).Is("and") && s.At(at+1).Is("the"), s.At(at).Is("at") && s.At(at+1).Is("the"):
			at += 2
		case s.At(at).Is("at"), s.At(at).Is(","):
			at++
		default:
			return next, true
		}
		if end := s.CampusEnd(i, next); end > next {
			return end, true
		}
		end, more := s.PublisherAt(at)
		if !more || !s.At(next).Is("and") && !IsBody(s.Slice(s.Span(at, end))) {
			return next, true
		}
		next = end
	}
	return i, false
}

// Dotted reports whether there is a full stop among tokens from to next.
func (s *Text) Dotted(from, next int) bool {
	for ; from < next; from++ {
		if s.At(from).Is(".") {
			return true
		}
	}
	return false
}

// phraseWord reads one word of a name: "Journal", "eLife", "19th" before another
// word, "U.S.", "Proc.".
func (s *Text) phraseWord(i int, first bool) (next int, ok bool) {
	t := s.At(i)
	switch {
	case t.Kind == Quoted && !first && s.At(i-1).Is("on"):
		return i + 1, true
	case t.Kind == Word && (t.Capital || t.In(lexicon.LowerNames) || s.endsCommonWords(i) || !first && s.isForeignWord(i)):
		if IsMonth(t) && (IsYear(s.At(i+1)) || IsDay(s.At(i+1))) || first && !s.opensPhrase(i) {
			return i, false
		}
		next = i + 1
		for s.At(next).Is(".") && s.At(next).Start == s.At(next-1).End && s.abbreviated(next-1) {
			next++
			if s.At(next).Kind == Word && s.At(next).Start == s.At(next-1).End && s.At(next+1).Is(".") {
				next++
			}
		}
		if IsApostropheToken(s.At(next)) && s.At(next).Start == s.At(next-1).End {
			if s.At(next+1).Is("s") && s.At(next+1).Start == s.At(next).End {
				next += 2
			} else if s.At(next + 1).Capital {
				next++
			}
		}
		return next, true
	case IsYear(t) && venue.Ordinal(s.At(i+1).Lower) > 0: // "2018 18th International"
		return s.phraseWord(i+1, first)
	case t.Kind == Number && recurring[s.At(i+1).Text] && s.At(i+2).Capital: // "12th annual Conference"
		return i + 2, true
	case t.Kind == Number && s.At(i+1).Capital && !IsMonth(s.At(i+1)):
		return i + 1, true
	}
	return i, false
}

// recurring are the words that come in lower case between the number of a meeting and its
// name.
var recurring = text.WordSet("annual", "biennial", "international", "national", "joint")

// endsCommonWords reports whether the word at i ends a journal's name in lower
// case, see commonWords.
func (s *Text) endsCommonWords(i int) bool {
	for at := i - 1; at >= 0 && s.At(at).Kind == Word; at-- {
		if s.At(at).Capital {
			return s.At(at).In(lexicon.VenueHeads) && s.At(at+1).Is("of") && s.CommonWords(at+2) == i
		}
	}
	return false
}

// isForeignWord reports whether the word in lower case at i belongs to a name in
// another language: an adjective before its noun, as in "Wiener klinische
// Wochenschrift", or a word after the head that opened the name, as in "Revue
// internationale de droit comparé".
func (s *Text) isForeignWord(i int) bool {
	t := s.At(i)
	if s.At(i+1).Capital && isGermanAdjective(t.Lower) {
		return true
	}
	if t.Kind != Word || t.In(lexicon.Neutral|lexicon.FunctionWords|lexicon.AfterTitle|lexicon.AuthoringVerbs|lexicon.PlainVerbs) {
		return false
	}
	head := i - 1
	for head > i-longestForeign && s.At(head).Kind == Word && !s.At(head).Capital && !s.At(head).Is("in") {
		head--
	}
	return s.At(head).Capital && s.At(head).In(lexicon.ForeignHeads)
}

// longestForeign is how many words in lower case are looked back over for the
// head of a name in another language.
const longestForeign = 8

// isGermanAdjective tells, by its ending, whether a word is an adjective.
func isGermanAdjective(word string) bool {
	for _, ending := range []string{"ische", "ischen", "ischer", "liche", "lichen", "licher", "sche"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// opensPhrase reports whether the capitalised word at i can begin a name.
func (s *Text) opensPhrase(i int) bool {
	t := s.At(i)
	return !t.In(lexicon.FunctionWords) || t.Is("the")
}

func IsApostropheToken(t *Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return t.Kind == Mark && text.IsApostrophe(r)
}

// abbreviated reports whether the full stop after word i belongs to the word: a
// short word, and the sentence goes on without an opener.
func (s *Text) abbreviated(i int) bool {
	after := s.At(i + 2)
	if after.Kind == NoToken {
		return s.At(i - 1).Is(".")
	}
	if after.Kind == Word && after.Start == s.At(i+1).End {
		return true
	}
	if after.Text == "A" && s.At(i+3).Is(":") { // "J. Phys. A: Math."
		return true
	}
	return utf8.RuneCountInString(s.At(i).Text) <= 8 && !after.In(lexicon.SentenceOpeners) && !s.At(i).In(lexicon.WholeWords)
}

// AcronymInParens reads "(CIKM 2010)", "(GECCO)", "(SMC)" at i.
func (s *Text) AcronymInParens(i int) (next int, ok bool) {
	if !s.At(i).Is("(") || s.At(i+1).Kind != Word {
		return i, false
	}
	capitals := 0
	for _, r := range s.At(i + 1).Text {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	if capitals < 2 {
		return i, false
	}
	next = i + 2
	if IsApostropheToken(s.At(next)) || IsDash(s.At(next)) {
		next++
	}
	if s.At(next).Kind == Number && !s.At(next+1).Is("(") {
		next++
	}
	if s.At(next).Is(")") {
		return next + 1, true
	}
	return i, false
}

// LooksLikeVenue reports whether the name in tokens from to next is that of a
// journal, proceedings or newspaper.
func (s *Text) LooksLikeVenue(from, next int) bool {
	return VenueLike(text.LowerASCII(s.Slice(s.Span(from, next))))
}

func VenueLike(name string) bool {
	words, head, common := 0, false, false
	for w := range venue.Words(name) {
		words++
		lists := lexicon.ListsOf(w)
		head = head || lists.Has(lexicon.VenueHeads)
		common = lists.Has(lexicon.CommonNouns)
	}
	if head && !(words == 1 && common) {
		return true
	}
	_, known := venue.Find(name)
	return known
}

// SkipComma is the token after the comma at i, or i.
func (s *Text) SkipComma(i int) int {
	if s.At(i).Is(",") {
		return i + 1
	}
	return i
}

// IsMeeting reports whether the tokens from first to i name a conference: then
// "in the" and "on the" go on with it.
func (s *Text) IsMeeting(first, i int) bool {
	for ; first < i; first++ {
		switch s.At(first).Lower {
		case "conference", "symposium", "workshop", "meeting", "congress", "proceedings", "forum", "summit", "convention", "seminar", "assembly", "colloquium",
			"colloque", "conférence", "congrès", "kongress", "tagung", "conferencia", "congreso":
			return true
		}
	}
	return false
}

// TitleFollowsStop reports whether a title may begin after the full stop before i.
func TitleFollowsStop(text string, i int) bool {
	start := i
	for i < len(text) && text[i] <= ' ' {
		i++
	}
	return i > start && i < len(text) && text[i] != '(' && !('a' <= text[i] && text[i] <= 'z')
}

// longestParens is how many tokens parentheses may have.
const longestParens = 200

// ClosingParen is the token that closes the parentheses opened at i.
func (s *Text) ClosingParen(i int) int {
	depth, limit := 0, min(len(s.Tokens), i+longestParens)
	for ; i < limit; i++ {
		switch t := s.At(i); {
		case t.Is("(") || t.Is("["):
			depth++
		case t.Is(")") || t.Is("]"):
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return i
}

// ParenBefore is the last token before i that opens parentheses, or i.
func (s *Text) ParenBefore(i int) int {
	for at := i; at >= max(0, i-longestParens); at-- {
		if s.At(at).Is("(") || s.At(at).Is("[") {
			return at
		}
	}
	return i
}

// IsTitleCase reports whether every word but the small ones begins with a capital or
// a digit, as in "The Name of the Rose".
func IsTitleCase(words string) bool {
	capitals, opens := 0, true
	for word := range strings.FieldsSeq(words) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "\"'“‘(¿¡"))
		switch {
		case unicode.IsUpper(first) || unicode.IsDigit(first):
			capitals++
		case !unicode.IsLetter(first):
		default:
			lower := strings.TrimRight(word, ",:;")
			if opens || !lexicon.ListsOf(lower).Has(lexicon.FunctionWords|lexicon.PhraseLinks|lexicon.Particles) {
				return false
			}
		}
		opens = false
	}
	return capitals > 0
}
