package prose

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// mentionReader reads the in-text citations of a sentence, those whose authors are
// part of it, "A and B (2019)", "A (2008, 2013)", and those that are not, "(A et al.,
// 2019a, b; C, 2020)".
type mentionReader struct {
	*phrase.Text
	found []ref.Mention
	art   answer // whether the text tells of art
}

// FindMentions finds the in-text citations of a sentence.
func FindMentions(s *phrase.Text) []ref.Mention {
	if !s.Dated {
		return []ref.Mention{}
	}
	m := &mentionReader{Text: s, found: []ref.Mention{}}
	for i := range s.Tokens {
		m.readBrackets(i)
		m.readBare(i)
	}
	m.readWhole()
	return m.found
}

// MayCite reports whether a text may have what [FindMentions] finds, and errs to one side only:
// what is cited is in parentheses, or its year is after what names end with, or all of the text
// is citations, which have several years, "Lee 1986; Park 1991", or letters of a year, "2019a, b".
func MayCite(content string) bool {
	years, shown := 0, false
	for i := 0; i < len(content); i++ {
		switch c := content[i]; {
		case c > '[' || c < '(':
			continue
		case c == '(' || c == '[':
			shown = true
		case text.IsDigit(c):
			start := i
			for i+1 < len(content) && text.IsDigit(content[i+1]) {
				i++
			}
			if text.HasYear(content[start : i+1]) {
				years++
				shown = shown || text.StartsLetter(content, i+1) || endsAsNames(content[:start])
			}
		}
		if years > 1 || years > 0 && shown {
			return true
		}
	}
	return false
}

// endsAsNames reports whether a text may end with names, perhaps with a comma after them: its
// last word is not in small letters alone, as "in" is, or is that of "et al".
func endsAsNames(content string) bool {
	content = strings.TrimRight(content, " ,")
	word := content[strings.LastIndexByte(content, ' ')+1:]
	return word == "al" || strings.ContainsFunc(word, func(r rune) bool { return !('a' <= r && r <= 'z' || r == '-' || r == '\'') })
}

// OfOthers returns the mentions of a sentence that are no part of its works, and that are
// not after the films and the like that it names: a name and a year there cite nobody.
func OfOthers(mentions []ref.Mention, works []ref.Reference, named []ref.Named) []ref.Mention {
	if len(mentions) == 0 || len(works)+len(named) == 0 {
		return mentions
	}
	return overlapsNone(works, followsNone(named, slices.Clone(mentions)))
}

// followsNone returns the mentions that are not right after what is no literature.
func followsNone(named []ref.Named, found []ref.Mention) []ref.Mention {
	const between = len("* (") // the mark of emphasis, and what opens the mention
	ends := make([]int, len(named))
	for i := range named {
		ends[i] = named[i].Span[1]
	}
	slices.Sort(ends)
	return slices.DeleteFunc(found, func(m ref.Mention) bool {
		at, _ := slices.BinarySearch(ends, m.Span[0]-between)
		return at < len(ends) && ends[at] < m.Span[0]
	})
}

// overlapsNone returns the mentions that are no part of a value of the works: the year
// after the container of a work is the work's.
func overlapsNone(works []ref.Reference, found []ref.Mention) []ref.Mention {
	var values []ref.Span
	for _, f := range []ref.Field{ref.FieldTitle, ref.FieldContainer, ref.FieldPublisher, ref.FieldInstitution, ref.FieldAddress} {
		for i := range works {
			if sp, ok := works[i].Spans[string(f)]; ok {
				values = append(values, sp)
			}
		}
	}
	slices.SortFunc(values, func(a, b ref.Span) int { return a[0] - b[0] })
	for i := 1; i < len(values); i++ {
		values[i][1] = max(values[i][1], values[i-1][1]) // where those up to here end
	}
	return slices.DeleteFunc(found, func(m ref.Mention) bool {
		after, _ := slices.BinarySearchFunc(values, m.Span[0]+1, func(sp ref.Span, at int) int { return sp[0] - at })
		return after > 0 && m.Span[0] < values[after-1][1]
	})
}

// readBrackets reads the citations in the parentheses or brackets at token i.
func (m *mentionReader) readBrackets(i int) {
	if t := m.At(i); !t.Is("(") && !t.Is("[") {
		return
	}
	if !phrase.IsYearOfMention(m.At(i + 1)) {
		m.readParenthetical(i, i+1)
		return
	}
	m.readNarrative(i)
	if _, next := m.mentionYears(i + 1); m.At(m.skipLocators(next)).Is(";") {
		m.readParenthetical(i, m.skipLocators(next)+1)
	}
}

// readBare reads a citation whose year, token i, has no parentheses: "Lee et al. 2015
// found", "Lee & Park, 2009, found", "cf. Lee 2015".
func (m *mentionReader) readBare(i int) {
	if !phrase.IsYearOfMention(m.At(i)) {
		return
	}
	end := i
	if m.At(i-1).Is(",") && m.endsCitation(i+1) {
		end--
	}
	if !m.mayEndNames(end - 1) {
		return
	}
	list, from, ok := m.namesBefore(end)
	if ok && list.IsPersonal() && m.isBareCitation(list, from, end, i) && !m.enclosed(i) {
		m.add(list, []ref.Span{m.Span(i, i+1)}, ref.Span{m.At(from).Start, m.At(i).End})
	}
}

// endsCitation reports whether the sentence goes on at token i, or another citation, and not
// the line of a list: no capital is after the mark there.
func (m *mentionReader) endsCitation(i int) bool {
	mark, after := m.At(i), m.At(i+1)
	return mark.Is(";") || mark.Is(".") && after.Kind == phrase.NoToken || mark.Is(",") && !after.Capital && after.Kind != phrase.Quoted
}

// mayEndNames reports whether the names of a citation may end with token i.
func (m *mentionReader) mayEndNames(i int) bool {
	t := m.At(i)
	return t.Kind == phrase.Word && (t.Capital && !t.In(lexicon.FunctionWords|lexicon.MonthWords) || t.Is("al")) || t.Is(".") && m.At(i-1).Is("al") || t.Is("+")
}

// isBareCitation reports whether names in tokens from to end, with a year at i after them, are
// cited: they are those of several people, or what comes before points to them.
func (m *mentionReader) isBareCitation(list phrase.NameList, from, end, i int) bool {
	apart := end < i
	if list.EtAl {
		return !apart || m.At(i+2).Kind == phrase.Word
	}
	if !areSurnames(list) || m.namesNobody(from, end) || m.At(i+1).Capital || phrase.IsDash(m.At(i+1)) {
		return false
	}
	if joint := m.At(end - 2); len(list.Names) > 1 {
		joined := isAnd(joint) || joint.Is("/") || joint.In(lexicon.Particles)
		return joined && !m.At(from-1).Is("the") && !m.At(from-1).Capital && (!apart || m.At(i+2).Kind == phrase.Word)
	}
	return m.isPointedTo(from-1) || m.isCitedAgain(end-1)
}

// isCitedAgain reports whether the surname at i is cited in parentheses elsewhere: "from Roe
// 1931 or the reprint (Roe 1968)".
func (m *mentionReader) isCitedAgain(i int) bool {
	for at := range m.Tokens {
		if at != i && m.At(at).Text == m.At(i).Text && phrase.IsYearOfMention(m.At(m.SkipComma(at+1))) && m.enclosed(at) {
			return true
		}
	}
	return false
}

func areSurnames(list phrase.NameList) bool {
	for _, n := range list.Names {
		if n.Given != "" || strings.ToUpper(n.Family) == n.Family {
			return false
		}
	}
	return true
}

// namesNobody reports whether one of the words in tokens from to next is the name of a
// month, a product or the like, or all are places.
func (m *mentionReader) namesNobody(from, next int) bool {
	people := false
	for at := from; at < next; at++ {
		t := m.At(at)
		if phrase.IsMonth(t) || t.In(lexicon.Seasons) || uncited.has(t) || numbered.has(t) {
			return true
		}
		people = people || t.Capital && !phrase.IsPlace(m.Text, at)
	}
	return !people || m.LooksLikeVenue(from, next)
}

// numbered are what has numbers that look like years: "see Bug 1999".
var numbered = words("bug", "ticket", "commit", "patch", "pr", "build", "error", "page", "item", "line", "note", "exercise", "problem", "question", "example", "theorem", "lemma", "equation", "algorithm")

// isPointedTo reports whether what ends with token i points to what is cited after it, "cf.",
// "see also", or joins it to the citation before.
func (m *mentionReader) isPointedTo(i int) bool {
	joins := m.At(i)
	if n := len(m.found); n > 0 && (joins.Is(";") || joins.Is(",") || isAnd(joins)) && m.At(i-1).Start >= m.found[n-1].Span[1]-len("2019a") && m.isNear(m.found[n-1].Span[1], i) {
		return true
	}
	if joins.Is(".") || joins.Is("also") {
		i--
	}
	return pointers.has(m.At(i))
}

// isNear reports whether no more than pages are between a byte and token i.
func (m *mentionReader) isNear(end, i int) bool {
	for at := i - 1; at >= 0 && m.At(at).Start >= end; at-- {
		if t := m.At(at); t.Kind == phrase.Word && t.Capital && len(t.Text) > 1 {
			return false
		}
	}
	return true
}

// pointers are what points to a citation.
var pointers = words("cf", "see", "compare", "contra", "cite", "citing", "vgl", "siehe", "voir", "vid", "véase", "cfr", "vedi", "jf", "jfr", "zie")

// enclosed reports whether token i is in parentheses or brackets, whose citations are
// read by themselves.
func (m *mentionReader) enclosed(i int) bool {
	open := m.ParenBefore(i)
	return open < i && m.ClosingParen(open) >= i
}

// CitesOnly reports whether a text is nothing but citations without parentheses, perhaps after
// a label, and returns them: "Optional: Bell & Sorkin 1988; Amadi 2001, p. 12".
func CitesOnly(s *phrase.Text) (cited []ref.Mention, ok bool) {
	m := &mentionReader{Text: s}
	if s.Dated && m.mayCiteOnly() {
		m.readWhole()
	}
	return m.found, len(m.found) > 0
}

// mayCiteOnly reports whether the first number of a text is a year without parentheses, after a
// few words.
func (m *mentionReader) mayCiteOnly() bool {
	const longest = 16
	for i := 0; i < longest; i++ {
		if t := m.At(i); t.Kind == phrase.Number || t.Is("(") || t.Kind == phrase.Quoted {
			return phrase.IsYearOfMention(t)
		}
	}
	return false
}

// readWhole reads a text that is nothing but citations.
func (m *mentionReader) readWhole() {
	if len(m.found) > 0 || len(m.Tokens) > longestCitations {
		return
	}
	at := 0
	for n := 1; n < 4; n++ {
		if m.At(n).Is(":") {
			at = n + 1
		}
	}
	whole, people := &mentionReader{Text: m.Text}, false
	for {
		at = whole.skipOpeners(at)
		before := len(whole.found)
		people = people || !phrase.IsPlace(m.Text, at)
		at = whole.skipLocators(whole.readCitation(at))
		switch {
		case len(whole.found) == before:
			return
		case m.At(at).Is(".") && m.At(at+1).Kind == phrase.NoToken, m.At(at).Kind == phrase.NoToken:
			if len(whole.found) > 1 && people { // "Exhibited: Cork 1986; London 1990"
				m.found = whole.found
			}
			return
		case !m.At(at).Is(";") && !m.At(at).Is(","), m.At(at).Is(",") && phrase.IsBodyAcronym(m.At(at+1)): // "Lee F. 1993, SPIE, 1495, 594"
			return
		}
		at++
	}
}

// skipLocators skips the pages and the like after a citation: ", p. 12, no. 3", ": 12–14".
func (m *mentionReader) skipLocators(i int) (next int) {
	for next = i; m.At(next).Is(",") || m.At(next).Is(":"); {
		value := next + 1
		if _, labelled, ok := m.LocatorWord(value); ok {
			value = labelled
		}
		if t := m.At(value); t.Kind != phrase.Number || value == next+1 && phrase.IsYearOfMention(t) {
			return next
		}
		next = m.RangeEnd(value)
	}
	return next
}

// longestCitations is how many tokens a text may have that is nothing but citations.
const longestCitations = 60

// readNarrative reads a citation whose years are in the parentheses at i and whose
// authors are before them.
func (m *mentionReader) readNarrative(i int) {
	years, next := m.mentionYears(i + 1)
	if len(years) == 0 || !m.At(next).Is(")") && !m.At(next).Is("]") && !m.At(next).Is(",") && !m.At(next).Is(":") && !m.At(next).Is(";") {
		return
	}
	list, from, ok := m.namesBefore(m.namesEnd(i))
	if !ok || m.namesVenue(list, from, i) || m.cannotBeCited(list, from, next) {
		return
	}
	m.add(list, years, ref.Span{m.At(from).Start, m.At(next).End})
}

// namesEnd is the token that ends the names before i: "Miller's (1957)", "Miller et
// al., (1957)".
func (m *mentionReader) namesEnd(i int) int {
	switch {
	case m.At(i-1).Is(",") && (m.At(i-2).Is("al") || m.At(i-2).Is(".") && m.At(i-3).Is("al")):
		return i - 1
	case m.At(i-1).Is("s") && phrase.IsApostropheToken(m.At(i-2)):
		return i - 2
	case phrase.IsApostropheToken(m.At(i - 1)):
		return i - 1
	}
	return i
}

// namesVenue reports whether what comes before a year in parentheses, in tokens
// from to next, is where something was published and not who wrote it.
func (m *mentionReader) namesVenue(list phrase.NameList, from, next int) bool {
	if m.At(from-1).Is(".") && (m.At(from-2).Is("v") || m.At(from-2).Is("vs")) { // a case in court
		return true
	}
	if list.EtAl || len(list.Names) > 1 || !m.At(from-1).Is("in") && !m.At(from-1).Is("journal") {
		return false
	}
	if m.At(from).In(lexicon.Particles) {
		from++
	}
	return next > from+1 || m.At(from-2).Is("published") || m.LooksLikeVenue(from, next)
}

// cannotBeCited reports whether the one name in tokens from on, with a year in
// parentheses up to token next, is that of no author: it is part of a longer name, or
// the sentence is about films, music, sport or prizes.
func (m *mentionReader) cannotBeCited(list phrase.NameList, from, next int) bool {
	if list.EtAl || len(list.Names) > 1 {
		return m.areUncited(list, from, next)
	}
	before, last, end := m.At(from-1), m.At(from), from
	for ; end < next && !m.At(end).Is("(") && !m.At(end).Is("["); end++ {
		last = m.At(end)
	}
	switch {
	case before.Is("the") && before.Capital && (from > 1 || last != m.At(from) || m.isPlainVerb(next+1)), before.Is(":") && m.At(from-2).Capital && !citing.has(m.At(from-2)), before.Is("of") && m.At(from-2).Capital:
		return true
	case last.In(lexicon.CastWords|lexicon.ArtNouns) || uncited.has(last) || uncited.has(m.At(from)):
		return true
	case before.Is("the") && m.isSpokenName(list) && !m.At(next+1).In(lexicon.WorkNouns): // "the Ford Escort (1968)"
		return true
	case m.At(next+1).In(lexicon.ReportingVerbs|lexicon.PlainVerbs|lexicon.AuthoringVerbs) && !m.At(next+1).Is("in"), before.Is("by"), before.Is("see"):
		return false
	}
	return list.IsPersonal() && phrase.IsPlace(m.Text, from) || m.art.to(tellsOfArt, m.Text) || m.areUncited(list, from, end) || m.isVenueAcronym(from, end)
}

// isVenueAcronym reports whether tokens from to next are the acronym of a known venue:
// "NeurIPS (2023)".
func (m *mentionReader) isVenueAcronym(from, next int) bool {
	t := m.At(from)
	return next == from+1 && strings.ToLower(t.Text[1:]) != t.Text[1:] && m.LooksLikeVenue(from, next)
}

// isSpokenName reports whether the first of the names has a given name that is no initial.
func (m *mentionReader) isSpokenName(list phrase.NameList) bool {
	given := list.Names[0].Given
	return given != "" && !strings.Contains(given, ".") && strings.ToUpper(given) != given
}

// citing are the labels before citations: "References: Lee (1986), Park (1992)".
var citing = words("references", "reference", "sources", "source", "see", "literature", "lit", "citations", "reading", "readings", "read", "required", "optional")

// uncited are words of names that cite nobody: "the Paris Agreement (2015)".
var uncited = words("copyright", "notice", "agreement", "act", "treaty", "convention", "war", "hurricane", "storm", "directive", "constitution",
	"games", "cup", "olympics", "championship", "championships", "euro", "eurovision", "wimbledon", "expo", "festival", "summit", "workshop", "workshops", "meeting", "minutes", "agenda", "cohort",
	"census", "budget", "election", "elections", "midterms", "referendum", "brexit", "horizon",
	"windows", "ubuntu", "debian", "fedora", "firefox", "macos", "ios", "android", "iphone", "version", "release", "edition", "reprint", "hardcover", "paperback", "ebook", "draft", "update", "updated", "revised",
	"photo", "photos", "photograph", "image", "images", "easter", "christmas", "ramadan",
	"ws", "ss", "sose", "wintersemester", "sommersemester", "semester", "trimester", "term", "ay", "fy", "ht", "mt", "tt", "q1", "q2", "q3", "q4", "h1", "h2",
	"figure", "fig", "table", "chapter", "section", "week", "lecture", "unit", "module", "midterm", "exam", "homework", "assignment", "session", "slide", "slides")

// houses are publishing houses that are called as hardly anybody is: "(Springer 2015)".
var houses = words("springer", "elsevier", "routledge", "penguin", "viking", "palgrave", "bloomsbury", "birkhäuser", "doubleday", "knopf", "vintage", "picador", "puffin", "suhrkamp", "rowohlt", "gallimard", "einaudi", "feltrinelli", "anagrama", "planeta", "alfaguara", "packt", "apress", "scribner", "hachette")

// firms are companies and what they make, which have years and are cited with a comma if at
// all: "the cheapest on test (Dyson 2020)".
var firms = words("tesla", "volvo", "toyota", "hyundai", "nissan", "mazda", "volkswagen", "renault", "peugeot", "nokia", "kodak", "dyson", "anker", "lenovo", "huawei", "xiaomi", "samsung", "netflix", "spotify", "airbnb", "ikea", "lego",
	"playstation", "xbox", "kindle", "macbook", "ipad", "thinkpad", "galaxy")

// areUncited reports whether the names in tokens from to next, of one person or of the house
// that has the name twice, are of what has years and writes nothing.
func (m *mentionReader) areUncited(list phrase.NameList, from, next int) bool {
	last := m.At(next - 1)
	_, imprinted := m.HouseAndPlace(from - 1)
	switch {
	case list.EtAl:
		return false
	case imprinted:
		return true
	case len(list.Names) > 1:
		return len(list.Names) == 2 && list.Names[0] == list.Names[1] // "Faber & Faber"
	case uncited.has(last), last.Text == "WiSe", strings.HasSuffix(last.Text, "Con"), next == from+1 && houses.has(last):
		return true
	}
	return next == from+1 && !m.At(next).Is(",") && (last.In(lexicon.Seasons) || numbered.has(last) || firms.has(last) || phrase.IsMonth(last))
}

// isPlainVerb reports whether the word at i goes on about a thing, or with another.
func (m *mentionReader) isPlainVerb(i int) bool {
	t := m.At(i)
	return formsOfBe.has(t) || t.Is("has") || t.Is("had") || t.Is("and") || t.Is(",")
}

// mentionYears reads years at i: "2019", "2008, 2013", "2019a, b", "1978, p. 12; 1979".
func (m *mentionReader) mentionYears(i int) (years []ref.Span, next int) {
	next = m.SkipCirca(i)
	for {
		t := m.At(next)
		if !phrase.IsYearOfMention(t) || phrase.IsDash(m.At(next+1)) && m.At(next+2).Kind == phrase.Number {
			return years, max(next, i)
		}
		years = append(years, m.Span(next, next+1))
		next++
		for m.isFurtherLetter(next) {
			years = append(years, m.Span(next+1, next+2))
			next += 2
		}
		further := m.skipLocators(next)
		if t := m.At(further); !t.Is(",") && !t.Is(";") && !t.Is("and") && !t.Is("&") || !phrase.IsYearOfMention(m.At(further+1)) {
			return years, next
		}
		next = further + 1
	}
}

// isFurtherLetter reports whether tokens i and i+1 name another work of the same
// year: the b of "2019a, b".
func (m *mentionReader) isFurtherLetter(i int) bool {
	t := m.At(i + 1)
	return (m.At(i).Is(",") || m.At(i).Is(";") || m.At(i).Is("and")) && t.Kind == phrase.Word && len(t.Text) == 1 && !t.Capital &&
		hasLetterYear(m.At(i-1).Text) && (m.At(i+2).Kind == phrase.Mark || m.At(i+2).Is("and"))
}

func hasLetterYear(text string) bool { return len(text) == 5 || len(text) == 1 }

func (m *mentionReader) add(list phrase.NameList, years []ref.Span, span ref.Span) {
	authors := make([]string, len(list.Names))
	for i, n := range list.Names {
		authors[i] = n.String()
	}
	digits := ""
	for _, y := range years {
		year := m.Slice(y)
		if len(year) == 1 {
			year = digits + year
		} else {
			digits = year[:4]
		}
		found := ref.Mention{Authors: authors, EtAl: list.EtAl, Year: year, Span: span}
		if len(years) == 1 {
			m.linkOf(&found)
		}
		m.found = append(m.found, found)
	}
}

// linkOf states the address to which the words of a citation link, as what it is.
func (m *mentionReader) linkOf(found *ref.Mention) {
	var linked phrase.Work
	m.StateAddressOf(found.Span, &linked)
	found.ArXiv, found.DOI, found.URL = linked.ArXiv, linked.DOI, linked.URL
}
