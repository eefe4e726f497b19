package phrase

import (
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
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

func (s *Text) bodyEnd(i int) (next int, ok bool) {
	named, linked := false, false
	next = i
	for at := i; ; {
		t := s.At(at)
		switch {
		case s.IsInitial(at) && at == i && s.IsInitial(at+2): // "U.S. Office"
			at += 2
			for s.IsInitial(at) {
				at += 2
			}
			continue
		case t.Kind == Word && t.Capital && ((!t.In(lexicon.FunctionWords) || IsBodyAcronym(t)) && (!t.In(lexicon.NotNames) || at > i && s.At(at+1).In(lexicon.BodyWords) && s.At(at+1).Capital) || t.In(lexicon.BodyWords)):
			named = named || t.In(lexicon.BodyWords) || at > i && s.At(at-1).In(lexicon.NationalWords) && s.isRegion(at)
			at++
			next = at
			continue
		case t.Is("and") || t.Is("&"):
			if named && !linked || s.At(at+1).Is("the") || next == i {
				break
			}
			if s.At(at+1).In(lexicon.FirmWords) && s.At(at+1).Capital { // "Hobart & Sons"
				named = true
				at++
				next = at + 1
				continue
			}
			if s.At(at+1).Capital && !IsBodyAcronym(s.At(at+1)) && (linked || !named && next <= i+3 && (s.At(at+2).In(lexicon.BodyWords) || s.At(at+3).In(lexicon.BodyWords) && s.At(at+2).Capital)) {
				at++
				continue
			}
		case t.Kind == Number && len(t.Text) <= 3 && next == at && s.At(at-1).In(lexicon.BodyWords) && s.At(at+1).Kind == Mark: // "Committee 318"
			at++
			next = at
			continue
		case IsApostropheToken(t) && s.At(at+1).Is("s") && s.At(at+2).Capital && s.At(at+1).Start == t.End:
			at += 2
			continue
		case next > i && named && t.In(lexicon.BodyLinks) && !t.Capital && s.linksToCapital(at):
			if t.Is("in") && named {
				break
			}
			linked = true
			at++
			continue
		}
		break
	}
	if !named && !(next == i+1 && IsBodyAcronym(s.At(i)) && !s.At(next).Is(",") && !s.isVenueWithYear(i)) {
		return i, false
	}
	if named && next == i+1 && !IsBodyAcronym(s.At(i)) {
		return i, false // "Bank", "House": a surname as well
	}
	if s.At(next).Is("(") && s.At(next+1).Kind == Word && s.At(next+1).Capital && s.At(next+2).Is(")") {
		next += 3
	}
	return next, true
}

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

func IsPress(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if _, lists := lexicon.LookUp(w); lists.Has(lexicon.PublisherWords) || w == "UP" {
			return true
		}
	}
	return isFirm(name)
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
