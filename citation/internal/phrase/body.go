package phrase

import (
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// BodyAt reads the name of a body at token i: capitalised words among which one
// says so ("the Center for Financial Security", "Gemini Team"), or an acronym
// ("the AAP"), perhaps with its acronym after it in parentheses.
func (s *Text) BodyAt(i int) (n ref.Name, next int, ok bool) {
	if s.At(i).Is("the") {
		i++
	}
	next, ok = s.bodyEnd(i)
	if !ok {
		return ref.Name{}, i, false
	}
	return ref.Name{Literal: s.Slice(s.Span(i, next))}, next, true
}

// bodyEnd is where the name of a body that begins at token i ends.
func (s *Text) bodyEnd(i int) (next int, ok bool) {
	b := body{Text: s, first: i, at: i, next: i}
	for b.takeWord() || b.takeAnd() || b.takeNumber() || b.takePossessive() || b.takeLink() {
	}
	if !b.isName() {
		return i, false
	}
	if s.At(b.next).Is("(") && s.At(b.next+1).Kind == Word && s.At(b.next+1).Capital && s.At(b.next+2).Is(")") {
		b.next += 3 // with the acronym
	}
	return b.next, true
}

// body is the name of a body as far as it is read.
type body struct {
	*Text
	first int  // its first token
	at    int  // the token that is read next
	next  int  // the token after the last that surely belongs to the name
	named bool // a word says that it is a body
	// linked says that a link such as "of" or "for" is among its words.
	linked bool
}

// isName reports whether what is read is the name of a body: a word says so, or it is an
// acronym. "Bank" and "House" by themselves are surnames as well.
func (b *body) isName() bool {
	acronym := IsBodyAcronym(b.At(b.first))
	single := b.next == b.first+1
	if b.named {
		return !single || acronym
	}
	return single && acronym && !b.At(b.next).Is(",") && !b.isVenueWithYear(b.first)
}

// takeWord takes a capitalised word of the name, or the initials of a country in front of
// it: "U.S. Office".
func (b *body) takeWord() bool {
	t := b.At(b.at)
	switch {
	case b.at == b.first && b.IsInitial(b.at) && b.IsInitial(b.at+2):
		for b.IsInitial(b.at) {
			b.at += 2
		}
		return true
	case t.Kind != Word || !t.Capital || !t.In(lexicon.BodyWords) && !b.mayBelong(t):
		return false
	}
	b.named = b.named || t.In(lexicon.BodyWords) || b.at > b.first && b.At(b.at-1).In(lexicon.NationalWords) && b.isRegion(b.at)
	b.at++
	b.next = b.at
	return true
}

// mayBelong reports whether a capitalised word that says nothing of a body may be part of
// the name of one.
func (b *body) mayBelong(t *Token) bool {
	if t.In(lexicon.FunctionWords) && !IsBodyAcronym(t) {
		return false
	}
	after := b.At(b.at + 1)
	return !t.In(lexicon.NotNames) || b.at > b.first && after.In(lexicon.BodyWords) && after.Capital || b.linked && fields[t.Lower] && !after.Capital
}

// fields are what bodies are for, and what no name of a person has: "Office of Public Works".
var fields = text.WordSet("works", "research", "studies", "data", "methods", "evidence")

// takeAnd takes an "and" that joins words of the name rather than two names, and in
// "Hobart & Sons" what follows.
func (b *body) takeAnd() bool {
	after := b.At(b.at + 1)
	switch {
	case !isEnglishAnd(b.At(b.at)), b.named && !b.linked, after.Is("the"), b.next == b.first:
		return false
	case after.In(lexicon.FirmWords) && after.Capital:
		b.named = true
		b.at++
		b.next = b.at + 1
		return true
	case !after.Capital || IsBodyAcronym(after) || !b.linked && !b.isNamedSoonAfter(b.at+1):
		return false
	}
	b.at++
	return true
}

// isNamedSoonAfter reports whether a short name goes on at token i with one or two words
// of which the last says that it is a body's.
func (b *body) isNamedSoonAfter(i int) bool {
	const shortName = 3
	second, third := b.At(i+1), b.At(i+2)
	return !b.named && b.next <= b.first+shortName && (second.In(lexicon.BodyWords) || third.In(lexicon.BodyWords) && second.Capital)
}

// takeNumber takes the number of a committee: "Committee 318".
func (b *body) takeNumber() bool {
	const longest = 3
	t := b.At(b.at)
	if t.Kind != Number || len(t.Text) > longest || b.next != b.at || !b.At(b.at-1).In(lexicon.BodyWords) || b.At(b.at+1).Kind != Mark {
		return false
	}
	b.at++
	b.next = b.at
	return true
}

// takePossessive takes the "'s" within a name: "Children's Fund".
func (b *body) takePossessive() bool {
	t, after := b.At(b.at), b.At(b.at+1)
	if !IsApostropheToken(t) || !after.Is("s") || !b.At(b.at+2).Capital || after.Start != t.End {
		return false
	}
	b.at += 2
	return true
}

// takeLink takes a link within a name of which a word has said what it is: "Center for".
func (b *body) takeLink() bool {
	t := b.At(b.at)
	if !b.named || !t.In(lexicon.BodyLinks) || t.Capital || isEnglishAnd(t) || t.Is("in") || !b.linksToCapital(b.at) {
		return false
	}
	b.linked = true
	b.at++
	return true
}

func isEnglishAnd(t *Token) bool { return t.Is("and") || t.Is("&") }

// isVenueWithYear reports whether the acronym at i is a conference's: "ICML 2019".
func (s *Text) isVenueWithYear(i int) bool {
	_, known := venue.Find(s.At(i).Text)
	return known && IsYear(s.At(i+1))
}

// linksToCapital reports whether a capitalised word follows the link words at i.
func (s *Text) linksToCapital(i int) bool {
	for n := 0; n < 3; n++ {
		i++
		t := s.At(i)
		if t.Capital && !IsMonth(t) {
			return true
		}
		if !t.In(lexicon.BodyLinks) {
			return false
		}
	}
	return false
}

// IsBodyAcronym reports whether a word is an acronym of three capitals or more.
func IsBodyAcronym(t *Token) bool {
	if t.Kind != Word || len(t.Text) < 3 {
		return false
	}
	for _, r := range t.Text {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// isAcronym reports whether a word has two capitals or more: "CHI", "NeurIPS".
func isAcronym(t *Token) bool {
	capitals := 0
	for _, r := range t.Text {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return t.Kind == Word && capitals > 1
}

// CampusEnd is where the campus ends that follows the name of a university in
// tokens from to next, or next: "University of California, Irvine", "Indian
// Institute of Technology, Delhi". A university of a city has none: "University of
// Graz, Austria".
func (s *Text) CampusEnd(from, next int) int {
	campus := next + 1
	if !s.At(next).Is(",") && !s.At(next).Is("at") || !s.hasCampuses(from, next) || !s.At(campus).Capital || IsMonth(s.At(campus)) || s.isRegion(campus) {
		return next
	}
	end := campus
	for s.At(end).Capital {
		end++
	}
	return end
}

// hasCampuses reports whether tokens from to next name a university of a whole
// country or state.
func (s *Text) hasCampuses(from, next int) bool {
	switch {
	case s.isRegion(next - 1), next-2 > from && s.isRegion(next-2):
		for i := from; i < next-1; i++ {
			if t := s.At(i); t.Is("university") || t.Is("universidad") || t.Is("universidade") {
				return true
			}
		}
	case s.At(from).Is("indian"), s.At(from).Is("national"):
		return s.At(from + 1).Is("institute")
	}
	return false
}

// IsPress reports whether a name is that of a publishing house.
func IsPress(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if lower, lists := lexicon.LookUp(w); lists.Has(lexicon.PublisherWords) || w == "UP" || w == "OUP" || w == "CUP" || endsAsPress(lower) {
			return true
		}
	}
	return isHouse(name) || isFirm(name) || strings.HasSuffix(name, " House") && name != "White House"
}

// endsAsPress reports whether a word, in lower case, is a press by its ending: "fjordpress".
func endsAsPress(word string) bool {
	for _, ending := range [...]string{"press", "verlag", "förlag", "forlag"} {
		if len(word) > len(ending)+2 && strings.HasSuffix(word, ending) {
			return !notPresses[word]
		}
	}
	return false
}

var notPresses = text.WordSet("wordpress", "compress", "suppress", "impress", "depress", "express", "cypress", "empress", "mattress")

// houses are publishing houses whose names have no word that says so, or are those of people.
var houses = text.WordSet("chapman & hall", "chapman and hall", "thames & hudson", "thames and hudson", "allen & unwin", "hodder & stoughton", "harper & row", "taylor & francis", "lawrence & wishart", "weidenfeld & nicolson", "secker & warburg",
	"chatto & windus", "sidgwick & jackson", "sweet & maxwell", "eyre & spottiswoode", "jonathan cape", "edward elgar", "edward arnold", "allen lane", "henry holt", "no starch", "serpent's tail", "actes sud", "il mulino",
	"mohr siebeck", "duncker & humblot", "vandenhoeck & ruprecht", "kiepenheuer & witsch", "hoffmann und campe", "klett-cotta", "hanser", "carl hanser", "reclam", "wagenbach", "ullstein", "canongate", "granta", "gollancz", "batsford",
	"taschen", "prestel", "phaidon", "fitzcarraldo", "graywolf", "riverhead", "haymarket", "duckworth", "seuil", "grasset", "flammarion", "mondadori", "adelphi", "laterza", "anagrama", "tusquets",
	"adam hilger", "albin michel", "armand colin", "ernst klett", "frank cass", "franz steiner", "gustav fischer", "hamish hamilton", "john benjamins", "john murray", "lund humphries", "marcel dekker", "martinus nijhoff",
	"morgan kaufmann", "peter lang", "philipp reclam", "robert laffont", "thomas nelson", "thomas telford", "van nostrand", "victor gollancz", "wilhelm fink", "butterworths", "lexisnexis")

// isHouse reports whether a whole name is that of one of the houses.
func isHouse(name string) bool {
	var room [32]byte
	return len(name) < len(room) && houses[string(text.AppendLowerASCII(room[:0], name))]
}

// isFirm reports whether a name ends as those of partners do: "Lund, Roe and Company".
func isFirm(name string) bool {
	words := strings.Fields(name)
	if len(words) < 3 {
		return false
	}
	and, last := words[len(words)-2], strings.TrimRight(words[len(words)-1], ".")
	return (and == "and" || and == "&" || and == "und") && lexicon.ListsOf(strings.ToLower(last)).Has(lexicon.FirmWords)
}

func IsBody(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if _, lists := lexicon.LookUp(w); lists.Has(lexicon.BodyWords) {
			return true
		}
	}
	return false
}

// IsProceedings reports whether a container is the proceedings of a meeting, by
// its name alone.
func IsProceedings(container string) bool {
	lower := strings.ToLower(container)
	if last := lower[strings.LastIndexByte(lower, ' ')+1:]; last == "journal" || last == "review" || last == "magazine" {
		return false // "History Workshop Journal"
	}
	for _, head := range []string{"conference", "symposium", "workshop", "annual meeting", "congress", "conf.", "symp.", "proc. ", "colloquium", "summit"} {
		if strings.Contains(lower, head) {
			return true
		}
	}
	return shortYearInside(lower) > 0 || strings.HasPrefix(lower, "proceedings of the ") && strings.ContainsAny(lower, "0123456789") ||
		strings.HasPrefix(lower, "advances in neural information processing")
}
