package phrase

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/internal/text"
)

// degrees are what people may have after their names.
var degrees = text.WordSet("phd", "md", "mph", "msc", "bsc", "mba", "rn", "dphil", "frcp", "frcs", "jd", "llm", "llb", "edd", "psyd", "dds", "dvm", "mbbs", "bs", "ms",
	"esq", "facs", "facp", "pharmd", "dsc", "frs", "mphil", "msn", "bsn", "rd", "mrcp", "dnp", "mfa", "obe", "cbe")

// degreeAt reads a degree at token i: "PhD", "Ph.D.", "MD".
func (s *Text) degreeAt(i int) (next int, ok bool) {
	t := s.At(i)
	switch {
	case t.Text == "Ph" && s.At(i+1).Is(".") && s.At(i+2).Is("d"):
		next = i + 3
	case t.Text == "M" && s.Words(i+1, ".", "d", "."):
		return i + 4, true
	case t.Capital && degrees[t.Lower] && t.Text[1:] != t.Lower[1:]:
		next = i + 1
	default:
		return i, false
	}
	if s.At(next).Is(".") && s.At(next).Start == s.At(next-1).End && s.At(next+1).Kind == Mark {
		next++
	}
	return next, true
}

// skipDegrees skips the degrees after a name: "Otto Brandt, PhD, and Lia Moreno, MD".
func (s *Text) skipDegrees(i int) (next int) {
	for next = i; ; {
		at := next
		if s.At(at).Is(",") {
			at++
		}
		end, ok := s.degreeAt(at)
		if !ok {
			return next
		}
		next = end
	}
}

// ClosesDegree reports whether the comma at token i closes off the degree before it,
// so that the sentence goes on after it: "Lia Moreno, MD, published".
func (s *Text) ClosesDegree(i int) bool {
	if !s.At(i).Is(",") {
		return false
	}
	for at := i - 1; at > i-5 && at > 0; at-- {
		if end, ok := s.degreeAt(at); ok && end == i {
			return true
		}
	}
	return false
}

// isDegreeAfter reports whether what looks like the initials at token i, after a
// comma and the words of a whole name from first on, is a degree: "Carla Nowak, MD".
func (s *Text) isDegreeAfter(first, i int) bool {
	_, ok := s.degreeAt(i)
	return ok && i-2 > first && !s.At(first).In(lexicon.Particles)
}

// endsList reports whether what is at token i, after the names of a list and what
// parts them, says something else of the work than who wrote it: an edition, an
// identifier, a volume, where or by whom it was brought out.
func (s *Text) endsList(list NameList, i int) bool {
	if s.IsEditionAt(i) || s.labelsIdentifier(i) {
		return true
	}
	if _, _, ok := s.LocatorWord(i); ok {
		return true
	}
	if !s.At(i - 1).Is(",") {
		return false
	}
	if len(list.Names) == 1 && s.opensTitleOfBook(i) {
		return true
	}
	next, ok := s.ProperPhrase(i)
	if !ok {
		return false
	}
	if homeWords[s.At(i).Lower] && s.At(i+1).Is("of") || next > i+2 && s.At(next-1).Is("press") && !s.hasInitial(i, next) {
		return true
	}
	if !s.endsPart(next) {
		return false
	}
	switch {
	case next == i+1 && !s.IsInitial(i):
		return list.AreWhole()
	case s.hasInitial(i, next) && !s.isCutShort(i):
		return s.IsKnown(i, next)
	}
	return s.LooksLikeVenue(i, next) || IsPress(s.Slice(s.Span(i, next))) || s.namesHome(i, next)
}

// opensTitleOfBook reports whether the title and the subtitle of a book are at token i, with
// its imprint in parentheses: "Waterworks: A Political History (Cork: Harbour Press, 2009)".
func (s *Text) opensTitleOfBook(i int) bool {
	if s.At(i).Kind != Word || !s.At(i+1).Is(":") || !s.At(i+2).Capital {
		return false
	}
	open := i + 2
	for s.At(open).Kind == Word && open < i+LongestPhrase {
		open++
	}
	colon, ok := s.PlaceName(open + 1)
	return ok && s.At(open).Is("(") && s.At(colon).Is(":")
}

// hasInitial reports whether there is an initial among tokens from to next, as in
// the name of a person: "Timothy J. Owens".
func (s *Text) hasInitial(from, next int) bool {
	for ; from < next; from++ {
		if s.IsInitial(from) {
			return true
		}
	}
	return false
}

// isCutShort reports whether the word at token i is cut short and no initial: "Int."
func (s *Text) isCutShort(i int) bool { return s.At(i+1).Is(".") && !s.IsInitial(i) }

// labelsIdentifier reports whether an identifier may follow the word at token i.
func (s *Text) labelsIdentifier(i int) bool {
	switch s.At(i).Lower {
	case "isbn", "issn", "doi", "pmid", "pmcid", "arxiv":
		return true
	}
	return s.At(i).Is("pubmed") && s.At(i+1).Is("id")
}

// endsPart reports whether the name before token i is over and no further one of
// people follows: a mark that ends the part, a year, or a comma with a place, a year
// or a locator after it.
func (s *Text) endsPart(i int) bool {
	switch t := s.At(i); {
	case t.Kind == NoToken, t.Is("."), t.Is("("), t.Is(")"), t.Is(";"), IsYear(t):
		return true
	case t.Is(","):
		after := s.At(i + 1)
		_, _, dated := s.DateAt(i + 1)
		_, _, located := s.LocatorWord(i + 1)
		_, _, datedPlace := s.DateAt(i + 3)
		return dated || located || s.At(i+2).Is(",") && datedPlace || after.Kind == Number || IsPlace(s, i+1) || s.labelsIdentifier(i+1) || after.Kind == Link || after.Kind == Word && !after.Capital && !after.In(lexicon.NameGlue|lexicon.Particles)
	case t.Kind == Word:
		return !t.Capital && !t.In(lexicon.NameGlue)
	}
	return false
}

// homeWords begin the name of where an author works.
var homeWords = text.WordSet("university", "department", "dept", "institute", "school", "college", "faculty", "laboratory", "division")

// namesHome reports whether tokens from to next name the body at which a work was
// written, and no group of people who wrote it.
func (s *Text) namesHome(from, next int) bool {
	if _, end, ok := s.BodyAt(from); !ok || end != next {
		return false
	}
	for i := from; i < next; i++ {
		switch s.At(i).Lower {
		case "team", "group", "collaboration", "consortium", "investigators", "network", "force", "panel", "committee", "project", "initiative":
			return false
		}
	}
	return true
}

// AreWhole reports whether every name of a list has given names, so that one word
// by itself is no further name of it.
func (list NameList) AreWhole() bool {
	for _, n := range list.Names {
		if n.Given == "" && n.Literal == "" {
			return false
		}
	}
	return len(list.Names) > 0 && list.Names[0].Given != ""
}
