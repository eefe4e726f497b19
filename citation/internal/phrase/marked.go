package phrase

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// marking says how the words of a text are marked.
type marking struct {
	words   ref.Span // those that are marked
	kind    markup.Kind
	address ref.Span // of a link, empty for none
}

// markReader makes tokens of what markup says of a text: a quotation of words that
// may be a title, a link of the address of words that are none, and one mark of
// code.
type markReader struct {
	*Text
	source string // the text with the addresses of its links
	marks  []markup.Mark
	ends   []markup.Mark // those whose words are being cut, whose address is to follow
}

// read reads the marks that begin at i, or end there, and returns where the text
// goes on.
func (m *markReader) read(i int) (next int) {
	for len(m.ends) > 0 && m.ends[len(m.ends)-1].End <= i {
		m.endLink(m.ends[len(m.ends)-1])
		m.ends = m.ends[:len(m.ends)-1]
	}
	for len(m.marks) > 0 && m.marks[0].Start <= i {
		mark := m.marks[0]
		m.marks = m.marks[1:]
		m.marked = append(m.marked, marking{ref.Span{mark.Start, mark.End}, mark.Kind, mark.Address})
		if mark.Start < i { // inside what was cut whole
			continue
		}
		if mark.Kind == markup.Code {
			m.Tokens = append(m.Tokens, Token{Kind: Mark, Start: mark.Start, End: mark.End, Text: "`", Lower: "`"})
			return mark.End
		}
		if m.isPointer(mark) {
			m.noteInner(mark.End)
			m.Tokens = append(m.Tokens, Token{Kind: Link, Start: mark.Address[0], End: mark.Address[1], Text: m.source[mark.Address[0]:mark.Address[1]]})
			return mark.End
		}
		if mark.Kind == markup.Jump && !m.isAnnounced() && !isCitation(m.Content[mark.Start:mark.End]) {
			m.noteInner(mark.End)
			continue
		}
		if start, end, ok := m.titleIn(mark); ok {
			m.noteInner(end)
			m.add(Quoted, start, end)
			return end + closingMarks(m.Content[end:mark.End])
		}
		if mark.Kind == markup.Link {
			m.ends = append(m.ends, mark)
			if isCitation(m.Content[mark.Start:mark.End]) {
				m.addBracket("[", mark.Start)
			}
		}
	}
	return i
}

// noteInner notes the marks inside words that are cut whole.
func (m *markReader) noteInner(end int) {
	for len(m.marks) > 0 && m.marks[0].Start < end {
		mark := m.marks[0]
		m.marks = m.marks[1:]
		m.marked = append(m.marked, marking{ref.Span{mark.Start, mark.End}, mark.Kind, mark.Address})
	}
}

// closingMarks is how many bytes the marks have that close a title inside the words
// of a link.
func closingMarks(rest string) int {
	return len(rest) - len(strings.TrimLeft(rest, "\"'”’»"))
}

// endLink ends a link whose words are no title: with a bracket if they are a
// citation, else with its address as a token, if it is that of a work.
func (m *markReader) endLink(mark markup.Mark) {
	switch address := m.source[mark.Address[0]:mark.Address[1]]; {
	case isCitation(m.Content[mark.Start:mark.End]):
		m.addBracket("]", mark.End)
	case IsAddressOfWork(address):
		m.Tokens = append(m.Tokens, Token{Kind: Link, Start: mark.Address[0], End: mark.Address[1], Text: address})
	}
}

// isPointer reports whether a link has no words of its own, or its address, and leads to the
// work beside which it is.
func (m *markReader) isPointer(mark markup.Mark) bool {
	if mark.Kind != markup.Link || mark.Address[0] == mark.Address[1] {
		return false
	}
	words := m.Content[mark.Start:mark.End]
	return pointers[strings.ToLower(strings.Trim(words, " .[]()"))] || pointsToWork(words) ||
		strings.Contains(words, "/") && strings.HasSuffix(m.source[mark.Address[0]:mark.Address[1]], "://"+words)
}

// pointers are the words of links that lead to the work beside which they are.
var pointers = text.WordSet("pdf", "pdf here", "paper", "link", "full text", "full paper", "full report", "preprint", "read online", "open access", "html")

// pointsToWork reports whether words say where a work is and nothing of it: "here is the DOI".
func pointsToWork(words string) bool {
	points := false
	for word := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !pointing[word] {
			return false
		}
		points = points || word == "doi" || word == "pdf" || word == "link"
	}
	return points
}

// pointing are the words that may be among those that say where a work is.
var pointing = text.WordSet("doi", "pdf", "link", "here", "is", "s", "the", "a", "its", "with", "to", "of", "at", "it", "this", "paper", "article", "text", "full", "read", "open", "online", "and", "via", "by", "direct", "permanent", "version",
	"hier", "ist", "der", "die", "zum", "zur", "ici", "le", "est", "voici", "aquí", "el", "está", "qui", "il", "ecco")

// addBracket adds a bracket, which the text has only as markup.
func (m *markReader) addBracket(bracket string, at int) {
	m.Tokens = append(m.Tokens, Token{Kind: Mark, Start: at, End: at, Text: bracket, Lower: bracket})
}

// IsAddressOfWork reports whether a web address is one at which there are only works.
func IsAddressOfWork(address string) bool {
	for _, site := range []string{"arxiv.org/", "doi.org/10.", "doi:10.", "aclanthology.org/", "aclweb.org/anthology", "openreview.net/", "pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pm", "papers.nips.cc/", "proceedings.mlr.press/", "jstor.org/stable/", "dl.acm.org/doi/", "semanticscholar.org/paper/", "biorxiv.org/content/", "medrxiv.org/content/", "papers.ssrn.com/"} {
		if strings.Contains(address, site) {
			return true
		}
	}
	return strings.HasPrefix(address, "10.")
}

// IsRelative reports whether an address is that of a file beside the text, or of a part of
// it: "../docs/felt.md", "#felt".
func IsRelative(address string) bool {
	return strings.HasPrefix(address, "#") || strings.HasPrefix(address, ".") || strings.HasPrefix(address, "/")
}

// IsRepository reports whether a web address is one at which there is software.
func IsRepository(address string) bool {
	for _, site := range []string{"github.com/", "gitlab.com/", "bitbucket.org/", "codeberg.org/", "sourceforge.net/", "sr.ht/", "pypi.org/project/", "cran.r-project.org/", "crates.io/crates/", "npmjs.com/package/", "bioconductor.org/packages/"} {
		if strings.Contains(address, site) {
			return true
		}
	}
	return false
}

// IsHomeOfSoftware reports whether a web address is that of one repository as a whole, and of none of
// its files, changes and questions.
func IsHomeOfSoftware(address string) bool {
	_, path, _ := strings.Cut(address, "://")
	path, _, _ = strings.Cut(strings.TrimRight(path, "/"), "#")
	return IsRepository(address) && (strings.Count(path, "/") == 2 || strings.Contains(path, "package="))
}

// IsDocumentation reports whether a web address is one at which a program or a service is
// explained to those who use it.
func IsDocumentation(address string) bool {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return false
	}
	host, path, _ := strings.Cut(rest, "/")
	sub, _, _ := strings.Cut(host, ".")
	if documentationHosts[sub] {
		return true
	}
	for part := range strings.SplitSeq(path, "/") {
		if documentationPaths[part] {
			return true
		}
	}
	return false
}

var (
	documentationHosts = text.WordSet("docs", "doc", "developer", "developers", "help", "support", "api", "play", "learn", "wiki", "godoc", "pkg", "issues", "portal", "console")
	documentationPaths = text.WordSet("docs", "doc", "wiki", "documentation", "manual", "help", "faq", "issues", "browse", "policy", "policies", "codeofconduct", "changelog")
)

// dataRegistrants are the registrants of DOIs whose works are data or software: Zenodo,
// Dryad, Figshare, Dataverse, OSF, PANGAEA, ICPSR, 4TU, the NERC data centres, DANS, GESIS, GBIF.
var dataRegistrants = []string{"10.5281/", "10.5061/", "10.6084/", "10.7910/", "10.17605/", "10.1594/", "10.3886/", "10.4121/", "10.5285/", "10.17026/", "10.4232/", "10.15468/"}

// IsDataDOI reports whether a DOI is one of data or software.
func IsDataDOI(doi string) bool {
	return slices.ContainsFunc(dataRegistrants, func(r string) bool { return strings.HasPrefix(doi, r) })
}

// longestMarked is how many words a title has that is marked.
const longestMarked = 40

// titleIn is where the title is in words that are marked, if they can be one: they
// are no citation, no name for what is at the address ("our paper") and no single
// word of a link.
func (m *markReader) titleIn(mark markup.Mark) (start, end int, ok bool) {
	start, end = mark.Start, mark.End
	if isCitation(m.Content[start:end]) {
		return 0, 0, false
	}
	end = start + len(m.withoutCitation(m.Content[start:end]))
	words := strings.TrimSpace(m.Content[start:end])
	quoted := false
	if first, size := utf8.DecodeRuneInString(words); ClosingMark(first) != 0 {
		last, lastSize := utf8.DecodeLastRuneInString(words)
		if quoted = len(words) > size+lastSize && ClosingMark(first) == last; quoted {
			words = words[size : len(words)-lastSize]
		}
	}
	words = strings.Trim(words, " ,;")
	if strings.HasSuffix(words, ".") && !strings.HasSuffix(words, "..") && !strings.Contains(strings.TrimSuffix(words, "."), ".") {
		words = strings.TrimSuffix(words, ".")
	}
	if words == "" || !m.isTitle(words, mark, quoted) {
		return 0, 0, false
	}
	start += strings.Index(m.Content[start:end], words)
	return start, start + len(words), true
}

// namesAuthor reports whether marked words say whose the title is that is marked in them:
// "**Lee's *Felt Rims***", "***Felt Rims* by Ann Lee**".
func (m *markReader) namesAuthor(mark, inner markup.Mark) bool {
	if mark.Kind != markup.Strong || inner.Kind != markup.Emphasis || inner.End > mark.End {
		return false
	}
	before, after := m.Content[mark.Start:inner.Start], m.Content[inner.End:mark.End]
	return strings.HasSuffix(before, "'s ") || strings.HasSuffix(before, "’s ") || before == "" && strings.HasPrefix(after, " by ")
}

// isCitedName reports whether marked words that begin a text are names, with the year in
// parentheses and what is more of a reference after them: "**Lee, Ann** (2009): Rims".
func (m *markReader) isCitedName(mark markup.Mark, words string) bool {
	if len(m.Tokens) > 0 || strings.Count(words, " ") > longestCitedName || !areNames(words) {
		return false
	}
	year, rest, ok := strings.Cut(strings.TrimPrefix(m.Content[mark.End:], " ("), ")")
	return ok && len(year) >= len("2009") && text.IsDigits(year[:len("2009")]) && len(year) <= len("2009a") && strings.TrimLeft(rest, " ,.:") != ""
}

// longestCitedName is how many spaces the names before the year of a reference have at most.
const longestCitedName = 8

// isTitle reports whether marked words can be a title.
func (m *markReader) isTitle(words string, mark markup.Mark, quoted bool) bool {
	count := strings.Count(words, " ") + 1
	first, _ := utf8.DecodeRuneInString(words)
	announced := m.isAnnounced()
	inner := slices.ContainsFunc(m.within(mark), func(inner markup.Mark) bool {
		return inner.Kind == markup.Link && inner.Start < mark.End && (inner.Start > mark.Start || inner.End < mark.End) || m.namesAuthor(mark, inner)
	})
	switch {
	case count > longestMarked, inner, quotesTitle(words), strings.HasSuffix(words, ":"), strings.HasPrefix(words, "http"), !strings.ContainsFunc(words, unicode.IsLetter), isDesignation(words):
		return false
	case quoted:
		return true
	case unicode.IsLower(first):
		return count > 2 && announced
	case mark.Kind != markup.Link && (m.isAfterTitle() && areNames(words) || isNameWithInitial(words) || mark.Kind == markup.Strong && m.isCitedName(mark, words)):
		return false
	case mark.Kind == markup.Link && count == 1:
		return announced || m.isEmphasised(mark)
	}
	if mark.Kind == markup.Link && !announced && endsInAcronym(words) {
		return false
	}
	last, lists := lexicon.LookUp(words[strings.LastIndexByte(words, ' ')+1:])
	longest := 5 // "The Full Report of the Committee"
	if mark.Kind != markup.Link {
		longest = 2 // "Carts at Work"
	}
	leadsToWork := mark.Kind == markup.Link && count > 3 && IsAddressOfWork(m.source[mark.Address[0]:mark.Address[1]]) // "Returning to the Page"
	return count > longest || !lists.Has(lexicon.WorkNouns) && (!notTitles[last] || leadsToWork) || count == 1
}

// quotesTitle reports whether words say by whom, or when, the title is that they quote:
// "Lee & Roe (2014), “Quiet Carts”".
func quotesTitle(words string) bool {
	before, _, ok := strings.Cut(words, ` "`)
	if !ok {
		before, _, ok = strings.Cut(words, " “")
	}
	return ok && before != "" && strings.ContainsAny(before[len(before)-1:], ",.:)")
}

// isNameWithInitial reports whether words are the name of somebody, as lists of publications
// emphasise it: "E. Vogler", "Vogler, E. J."
func isNameWithInitial(words string) bool {
	surnames, initials := 0, 0
	for field := range strings.FieldsSeq(words) {
		first, size := utf8.DecodeRuneInString(field)
		switch rest := field[size:]; {
		case !unicode.IsUpper(first):
			return false
		case rest == "." || rest == ".,":
			initials++
		case strings.ContainsAny(strings.TrimSuffix(rest, ","), ".,:?!"):
			return false
		default:
			surnames++
		}
	}
	return initials > 0 && surnames == 1
}

// isDesignation reports whether words name something by letters and a number alone: "RFC
// 5952", "P-256, P-384", "FIPS 140-3".
func isDesignation(words string) bool {
	words, _, _ = strings.Cut(words, ", Section ")
	return text.HasDigit(words) && !strings.ContainsFunc(words, unicode.IsLower) && strings.Count(words, " ") < 4
}

// isAfterTitle reports whether a title is right before, and a dash.
func (m *markReader) isAfterTitle() bool {
	n := len(m.Tokens)
	return n > 1 && IsDash(&m.Tokens[n-1]) && m.Tokens[n-2].Kind == Quoted
}

// endsInAcronym reports whether words name something together with its acronym: "Open Cart
// Project (OCP)".
func endsInAcronym(words string) bool {
	_, acronym, ok := strings.Cut(words, " (")
	acronym, closed := strings.CutSuffix(acronym, ")")
	return ok && closed && len(acronym) > 1 && acronym == strings.ToUpper(acronym) && !text.HasDigit(acronym)
}

// isAnnounced reports whether what comes next is named by the noun before it.
func (m *markReader) isAnnounced() bool {
	return len(m.Tokens) > 0 && m.Tokens[len(m.Tokens)-1].In(lexicon.WorkNouns|lexicon.ContainerNouns|lexicon.TitleCues)
}

// MayMarkWork reports whether a title, a citation or the address of a work may be among
// what is marked in a text. It errs to one side only: of what it denies, [NewMarkedText]
// makes no token that the words alone would not make, but for code.
func MayMarkWork(p *markup.Plain) bool {
	for i := range p.Marks {
		mark := &p.Marks[i]
		if mark.Kind != markup.Code && mayBeWork(p, mark) {
			return true
		}
	}
	return false
}

func mayBeWork(p *markup.Plain, mark *markup.Mark) bool {
	words := p.Text[mark.Start:mark.End]
	if mark.Kind == markup.Link && (strings.HasPrefix(p.Text[mark.End:], " by ") && IsHomeOfSoftware(p.Text[mark.Address[0]:mark.Address[1]]) || strings.ContainsFunc(words, unicode.IsDigit) || strings.HasSuffix(strings.TrimRight(words, " .,)]"), "al") || IsAddressOfWork(p.Text[mark.Address[0]:mark.Address[1]])) {
		return true
	}
	if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, " ,;")); !unicode.IsLower(first) {
		return true
	}
	if strings.Count(words, " ") < 2 {
		return false
	}
	before := strings.TrimRight(p.Text[:mark.Start], " *_([")
	_, lists := lexicon.LookUp(before[strings.LastIndexAny(before, " (\"'“‘")+1:])
	return lists.Has(lexicon.WorkNouns | lexicon.ContainerNouns | lexicon.TitleCues)
}

// notTitles are the nouns at the end of a link's words that name something else.
var notTitles = text.WordSet("license", "licence", "website", "page", "repository", "repo", "documentation", "docs", "guide", "package", "library", "dataset", "channel", "server", "project", "list", "link",
	"readme", "wiki", "faq", "howto", "playground", "portal", "section", "sections", "instructions", "policy", "conduct", "listing", "directory", "suite", "api", "sdk", "console", "dashboard", "contents")

// within are the marks that begin inside a mark, few of them in a hostile text.
func (m *markReader) within(mark markup.Mark) []markup.Mark {
	n := 0
	for n < min(len(m.marks), mostNested) && m.marks[n].Start < mark.End {
		n++
	}
	return m.marks[:n]
}

// isEmphasised reports whether the words of a link are emphasised.
func (m *markReader) isEmphasised(mark markup.Mark) bool {
	return slices.ContainsFunc(m.within(mark), func(inner markup.Mark) bool {
		return inner.Kind == markup.Emphasis && inner.Start == mark.Start && inner.End == mark.End
	}) || slices.ContainsFunc(m.marked[max(0, len(m.marked)-mostNested):], func(outer marking) bool {
		return outer.kind == markup.Emphasis && outer.words == ref.Span{mark.Start, mark.End}
	})
}

// withoutCitation leaves out the citation after a title: "Felt rims (Lee, 2019)",
// "Felt rims by Ana Lee".
func (m *markReader) withoutCitation(words string) string {
	if open := strings.LastIndexByte(words, '('); open > 0 && strings.HasSuffix(words, ")") && text.FirstYear(words[open:]) != "" {
		return words[:open]
	}
	if by := strings.LastIndex(words, " by "); by > 0 && areNames(words[by+len(" by "):]) {
		return words[:by]
	}
	return words
}

// areNames reports whether all words are those of people who are named in a list.
func areNames(words string) bool {
	fields := strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '&' })
	for i, word := range fields {
		lower, lists := lexicon.LookUp(word)
		if i == 0 && lower != word && len(fields) > 1 && fields[1] == "et" { // "See et al."
			continue
		}
		if lower == word && !lists.Has(lexicon.NameGlue|lexicon.Particles) || lists.Has(lexicon.FunctionWords) && !lists.Has(lexicon.NameGlue) {
			return false
		}
	}
	return len(fields) > 1
}

// isCitation reports whether marked words cite a work by its authors: "Lee et al.,
// 2019", "Lee & Park (2019)", "Research by Lee et al."
func isCitation(words string) bool {
	words = strings.Trim(words, " ()[],.")
	if strings.HasSuffix(words, "et al") {
		return true
	}
	if authors, years, ok := strings.Cut(words, "("); ok && years != "" && text.IsDigit(years[0]) {
		words = strings.TrimSpace(authors) + ", " + years // "Lee (2019; 2020)"
	}
	year := strings.LastIndexAny(words, " ,.") + 1
	if year < 2 || len(words)-year < 4 || len(words)-year > 5 || !text.IsYearDigits(words[year:year+4]) {
		return false
	}
	before := strings.Trim(words[:year], " ,.;0123456789")
	return !strings.Contains(before, "(") && areNames(before+" and") && len(strings.Fields(before)) < 10
}

// markedAs is how the words at a span are marked as a kind of markup.
func (s *Text) markedAs(sp ref.Span, kind markup.Kind) (found marking, ok bool) {
	next := sort.Search(len(s.marked), func(n int) bool { return s.marked[n].words[0] >= sp[1] })
	for n := next - 1; n >= max(0, next-mostNested); n-- {
		m := s.marked[n]
		around, inside := m.words[0] <= sp[0] && sp[1] <= m.words[1], sp[0] <= m.words[0] && m.words[1] <= sp[1]
		if m.kind == kind && (around || inside) {
			return m, true
		}
	}
	return marking{}, false
}

// mostNested is how many marks before the end of some words may be theirs: a hostile
// text has many.
const mostNested = 8

// AddressOf is where the address is of the link that the words at a span are.
func (s *Text) AddressOf(sp ref.Span) (address ref.Span, linked bool) {
	m, linked := s.markedAs(sp, markup.Link)
	return m.address, linked
}

// IsItalic reports whether the words at a span are emphasised, and not strongly.
func (s *Text) IsItalic(sp ref.Span) bool {
	_, emphasised := s.markedAs(sp, markup.Emphasis)
	return emphasised
}

// IsEmphasised reports whether the words at a span are emphasised.
func (s *Text) IsEmphasised(sp ref.Span) bool {
	_, strong := s.markedAs(sp, markup.Strong)
	return strong || s.IsItalic(sp)
}
