package citation

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// likeness is how surely two references name the same work.
type likeness int

const (
	different likeness = iota
	alike              // the same work if no other work is as like
	same
)

// identity is what of a reference tells which work it is, folded for comparison.
type identity struct {
	reference *Reference
	arxiv     string
	doi       string
	pmid      string
	full      string // the title's words without gaps
	words     int    // of the title
	main      string // the same of the part before a subtitle; equal to full without one
	subtitle  string // its first word
	truncated bool
	generic   bool
	families  []string
	years     []int    // a merged work may have several
	folding   []string // memory for words
}

func newIdentity(r *Reference) *identity {
	id := new(identity)
	id.identify(r)
	return id
}

// identify makes it the identity of a reference, in the memory of another one's.
func (id *identity) identify(r *Reference) {
	*id = identity{
		reference: r, arxiv: arXivBase(statedOrDerived(r, "arxiv")), doi: strings.ToLower(doiName(statedOrDerived(r, "doi"))), pmid: r.PMID,
		families: id.families[:0], years: id.years[:0], folding: id.folding,
	}
	if base, ok := strings.CutPrefix(id.doi, "10.48550/arxiv."); ok {
		id.doi = ""
		if id.arxiv == "" {
			id.arxiv = base
		}
	}
	id.title(r.Title)
	for _, n := range r.people() {
		if f := familyKey(n); f != "" {
			id.families = append(id.families, f)
		}
	}
	if year, ok := yearOf(r); ok {
		id.years = append(id.years, year)
	}
}

func (id *identity) title(title string) {
	title, id.truncated = cutEllipsis(title)
	id.full, id.words = id.fold(title)
	id.main = id.full
	id.generic = genericTitles[id.full]
	main, sub := cutSubtitle(title)
	id.folding = appendSpelled(id.folding[:0], foldLetters(sub))
	if len(id.folding) == 0 {
		return
	}
	first := id.folding[0]
	if main, words := id.fold(main); words > 0 {
		id.main, id.subtitle = main, first
	}
}

// fold returns the folded words of a title without gaps and their number.
func (id *identity) fold(title string) (full string, words int) {
	id.folding = appendTitleFold(id.folding[:0], title)
	return strings.Join(id.folding, ""), len(id.folding)
}

// people returns the authors, or else the editors.
func (r *Reference) people() []Name {
	if len(r.Authors) > 0 {
		return r.Authors
	}
	return r.Editors
}

// firstFamily returns the folded name of the first of the people, those aside who
// have no name when it is folded.
func firstFamily(r *Reference) string {
	for _, n := range r.people() {
		if family := familyKey(n); family != "" {
			return family
		}
	}
	return ""
}

// yearOf returns the year that a reference states, or else lets derive, if any.
func yearOf(r *Reference) (year int, ok bool) {
	year, err := strconv.Atoi(firstYear(statedOrDerived(r, "year")))
	return year, err == nil
}

// yearsOf returns that year alone, or none.
func yearsOf(r *Reference) []int {
	if year, ok := yearOf(r); ok {
		return []int{year}
	}
	return nil
}

// identity returns what tells which work it is, all of its years included.
func (w *Work) identity() *identity {
	id := new(identity)
	w.identify(id)
	return id
}

func (w *Work) identify(id *identity) {
	id.identify(&w.Reference)
	for _, year := range w.years {
		if !slices.Contains(id.years, year) {
			id.years = append(id.years, year)
		}
	}
}

// titleFold folds a title for comparison: no article at its start, the number of
// a part in digits.
func titleFold(title string) []string { return appendTitleFold(nil, title) }

// appendTitleFold is titleFold in the memory of other words.
func appendTitleFold(words []string, title string) []string {
	words = appendSpelled(words, foldLetters(title))
	if len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	for i := 1; i < len(words); i++ {
		if partShapes.mayHave(words[i-1]) && partWords[words[i-1]] {
			if n, ok := smallNumbers[words[i]]; ok {
				words[i] = strconv.Itoa(n)
			}
		}
		if words[i-1] == "vol" {
			words[i-1] = "volume"
		}
	}
	return words
}

var partWords = map[string]bool{"part": true, "volume": true, "vol": true, "book": true, "chapter": true, "no": true, "number": true, "phase": true, "study": true, "edition": true}

var partShapes = shapesOfWords(maps.Keys(partWords))

// smallNumbers are roman numerals and number words.
var smallNumbers = map[string]int{
	"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12,
}

// genericTitles name a kind of text rather than a work.
var genericTitles = map[string]bool{
	"introduction": true, "editorial": true, "preface": true, "foreword": true, "conclusion": true, "conclusions": true,
	"commentary": true, "comment": true, "comments": true, "review": true, "bookreview": true, "bookreviews": true,
	"erratum": true, "errata": true, "corrigendum": true, "correction": true, "corrections": true, "retraction": true,
	"reply": true, "response": true, "rejoinder": true, "authorsreply": true, "authorreply": true, "discussion": true,
	"lettertotheeditor": true, "letterstotheeditor": true, "letter": true, "letters": true, "correspondence": true,
	"obituary": true, "inmemoriam": true, "news": true, "summary": true, "abstract": true, "abstracts": true,
	"overview": true, "index": true, "appendix": true, "acknowledgments": true, "acknowledgements": true,
	"epilogue": true, "prologue": true, "afterword": true, "contents": true, "tableofcontents": true,
	"frontmatter": true, "backmatter": true, "guesteditorial": true, "editorsnote": true, "fromtheeditor": true,
	"editorsintroduction": true, "introductiontothespecialissue": true, "guesteditorsintroduction": true,
	"glossary": true, "bibliography": true, "references": true, "references1": true, "background": true, "notes": true,
	"announcement": true, "announcements": true, "perspective": true, "viewpoint": true, "interview": true,
	"presidentialaddress": true, "welcome": true, "concludingremarks": true, "openingremarks": true, "annualreport": true,
}

// separateParts open a subtitle that makes another work of the same title.
var separateParts = map[string]bool{
	"part": true, "volume": true, "vol": true, "book": true, "chapter": true, "reply": true, "comment": true, "comments": true,
	"commentary": true, "response": true, "rejoinder": true, "erratum": true, "errata": true, "correction": true,
	"corrigendum": true, "retraction": true, "addendum": true, "supplement": true, "appendix": true, "discussion": true,
	"authors": true, "author": true, "review": true, "revisited": true, "update": true, "editorial": true, "phase": true,
	"introduction": true, "reprise": true, "sequel": true, "i": true, "ii": true, "iii": true, "iv": true, "v": true,
	"1": true, "2": true, "3": true, "4": true, "5": true, "teachers": true, "solutions": true, "workbook": true,
	"corrected": true, "postscript": true, "follow": true, "protocol": true, "rationale": true,
}

// cutEllipsis takes off the mark of a title that is cut short.
func cutEllipsis(title string) (string, bool) {
	title = strings.TrimSpace(title)
	for _, mark := range []string{"…", "...", `\ldots`, "{\\ldots}"} {
		if before, ok := strings.CutSuffix(title, mark); ok {
			return strings.TrimRight(before, " .…"), true
		}
	}
	return title, false
}

// cutSubtitle splits a title after its first colon, question mark, exclamation
// mark, full stop or spaced dash that text follows.
func cutSubtitle(title string) (main, sub string) {
	at := -1
	for _, mark := range []string{": ", "? ", "! ", ". ", " – ", " — ", " - ", "—"} {
		if i := strings.Index(title, mark); i > 0 && (at < 0 || i < at) {
			at = i
			main, sub = title[:i], title[i+len(mark):]
		}
	}
	return main, sub
}

// compareWorks tells whether two references name the same work: they share an
// arXiv ID, a DOI or a PMID; else their titles agree, a family name is common
// unless one side has none, and their years are at most two apart. Books with
// different volumes or editions, generic titles without the same container and
// year, and untitled works without the same authors, year and venue differ.
func compareWorks(a, b *identity) likeness {
	if a.arxiv != "" && a.arxiv == b.arxiv || a.doi != "" && a.doi == b.doi || a.pmid != "" && a.pmid == b.pmid {
		return same
	}
	if a.full == "" || b.full == "" {
		return compareUntitled(a, b)
	}
	if len(a.years) > 0 && len(b.years) > 0 && !a.hasYearWithin(2, b) {
		return different
	}
	if areBooksApart(a.reference, b.reference) {
		return different
	}
	known, shared := a.shareFamily(b)
	if known && !shared {
		return different
	}
	verdict := compareTitles(a, b, shared)
	if verdict == same && !shared && len(a.families)+len(b.families) > 0 {
		return alike
	}
	return verdict
}

// shareFamily tells whether both sides have family names, and a common one.
func (a *identity) shareFamily(b *identity) (known, shared bool) {
	if len(a.families) == 0 || len(b.families) == 0 {
		return false, false
	}
	return true, slices.ContainsFunc(a.families, func(f string) bool { return slices.Contains(b.families, f) })
}

// compareTitles judges two titled works whose authors and years do not keep them
// apart.
func compareTitles(a, b *identity, sharedFamily bool) likeness {
	sameVenue := sameContainer(a.reference, b.reference)
	if a.full == b.full {
		switch {
		case a.generic && !(sameVenue == yes && a.hasYearWithin(0, b)) && !(sharedFamily && a.repeats(b)):
			return different
		case !sharedFamily && sameVenue == no && a.words <= 3:
			return different
		}
		return same
	}
	if a.generic || b.generic {
		return different
	}
	evidence := sharedFamily || sameVenue == yes && a.hasYearWithin(0, b)
	if sameVenue == no && !isPreprint(a.reference) && !isPreprint(b.reference) {
		return different
	}
	switch {
	case a.isPrefixOf(b) || b.isPrefixOf(a):
		return alike
	case a.isBareTitleOf(b) && evidence, b.isBareTitleOf(a) && evidence:
		return alike
	}
	return different
}

// isPrefixOf tells whether a is b's title cut short, long enough to tell.
func (a *identity) isPrefixOf(b *identity) bool {
	return a.truncated && a.words >= 4 && len(a.full) >= 20 && strings.HasPrefix(b.full, a.full)
}

// isBareTitleOf tells whether a is b's title without the subtitle.
func (a *identity) isBareTitleOf(b *identity) bool {
	return a.full == a.main && a.full == b.main && b.subtitle != "" && !separateParts[b.subtitle]
}

// compareUntitled judges two references of which at least one has no title: all
// of authors, year and venue must be there and agree, unless the one only repeats
// the other.
func compareUntitled(a, b *identity) likeness {
	r, other := a.reference, b.reference
	if len(a.families) == 0 || len(b.families) == 0 || a.families[0] != b.families[0] || !areCompatibleLists(a, b) {
		return different
	}
	if differ(r.Volume, other.Volume) || differ(r.Pages, other.Pages) {
		return different
	}
	if a.full == b.full && a.repeats(b) && slices.Equal(a.families, b.families) {
		return same
	}
	if !a.hasYearWithin(0, b) || sameContainer(r, other) != yes {
		return different
	}
	if a.full == b.full {
		return same
	}
	return alike
}

// hasYearWithin tells whether a year of a and one of b are at most that far apart.
func (a *identity) hasYearWithin(distance int, b *identity) bool {
	for _, x := range a.years {
		for _, y := range b.years {
			if x-y <= distance && y-x <= distance {
				return true
			}
		}
	}
	return false
}

// repeats tells whether neither side names a venue and both have the same year or
// none.
func (a *identity) repeats(b *identity) bool {
	return a.reference.Container == "" && b.reference.Container == "" && slices.Equal(a.years, b.years)
}

// areCompatibleLists tells whether the shorter author list is part of the longer
// one, which "et al." allows, or both are the same.
func areCompatibleLists(a, b *identity) bool {
	if len(a.families) > len(b.families) {
		a, b = b, a
	}
	if len(a.families) < len(b.families) && !a.reference.EtAl {
		return false
	}
	for _, f := range a.families {
		if !slices.Contains(b.families, f) {
			return false
		}
	}
	return true
}

// areBooksApart tells whether two books differ in volume or edition.
func areBooksApart(a, b *Reference) bool {
	if a.Type != Book && b.Type != Book {
		return false
	}
	return differ(a.Volume, b.Volume) || differ(a.Edition, b.Edition)
}

// differ tells whether two locators are both stated and not the same number or
// words.
func differ(a, b string) bool {
	return a != "" && b != "" && foldLocator(a) != foldLocator(b)
}

// foldLocator folds a volume, number, edition or page range.
func foldLocator(s string) string {
	var folded []string
	for _, w := range foldWords(s) {
		switch w {
		case "edition", "ed", "edn", "volume", "vol", "no", "number", "issue", "pp", "p", "pages", "the":
			continue
		}
		if n, ok := smallNumbers[w]; ok {
			w = strconv.Itoa(n)
		}
		if digits := strings.TrimRight(w, "stndrh"); isDigits(digits) {
			w = digits // 2nd
		}
		folded = append(folded, w)
	}
	return strings.Join(folded, " ")
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// isPreprint tells whether a reference speaks of a preprint.
func isPreprint(r *Reference) bool {
	if r.Preprint || r.Type == Misc && r.ArXiv != "" {
		return true
	}
	if !opensAsPreprintServer(r.Container) {
		return false
	}
	container := strings.Join(foldWords(r.Container), " ")
	return container != "" && (preprintServers[container] || strings.HasPrefix(container, "arxiv"))
}

// opensAsPreprintServer tells whether a container may be a preprint server. If it
// begins with three ASCII letters, folding keeps them, but in words that have another
// spelling in American English, which no server's name has.
func opensAsPreprintServer(container string) bool {
	var opening [3]byte
	for i := range opening {
		if i >= len(container) || !isASCIILetter(container[i]) {
			return container != ""
		}
		opening[i] = container[i] | 0x20
	}
	return preprintOpenings[string(opening[:])]
}

var preprintOpenings = openingsOf(preprintServers)

func openingsOf(names map[string]bool) map[string]bool {
	openings := make(map[string]bool, len(names))
	for name := range names {
		openings[name[:3]] = true
	}
	return openings
}

var preprintServers = map[string]bool{
	"arxiv": true, "corr": true, "biorxiv": true, "medrxiv": true, "chemrxiv": true, "psyarxiv": true, "ssrn": true,
	"ssrn electronic journal": true, "openreview": true, "research square": true, "preprints": true, "osf preprints": true,
	"techrxiv": true, "eartharxiv": true, "socarxiv": true,
}

// verdict is the answer to a question that may lack what it takes to answer.
type verdict int

const (
	unknown verdict = iota
	yes
	no
)

// sameContainer compares the venues of two references.
func sameContainer(a, b *Reference) verdict {
	if a.Container == "" || b.Container == "" {
		return unknown
	}
	if sameVenueName(a.Container, b.Container) {
		return yes
	}
	return no
}

// sameVenueName tells whether two names are of the same venue: the table of
// venues says so, or they agree but for case, "the", "Proceedings of", years,
// ordinals and what stands in parentheses, or one abbreviates the other.
func sameVenueName(a, b string) bool {
	wordsA, wordsB := containerWords(a), containerWords(b)
	if slices.Equal(wordsA, wordsB) {
		return true
	}
	if va, ok := findVenue(a); ok {
		if vb, ok := findVenue(b); ok {
			return va.Name == vb.Name
		}
	}
	return abbreviates(wordsA, wordsB) || abbreviates(wordsB, wordsA) || isAcronymOf(a, b) || isAcronymOf(b, a)
}

// containerWords folds a venue's name to the words that tell it from others.
func containerWords(name string) []string {
	if open := strings.IndexByte(name, '('); open > 0 {
		name = name[:open]
	}
	words := slices.DeleteFunc(foldWords(name), func(w string) bool {
		switch w {
		case "the", "of", "on", "in", "for", "and", "a", "an", "proceedings", "proc", "annual", "journal", "j", "de", "la":
			return true
		}
		digits := strings.TrimRight(w, "stndrh")
		_, ordinal := smallNumbers[w]
		return ordinal && len(w) > 3 || isDigits(digits)
	})
	return words
}

// abbreviates tells whether every word of short begins the word of long at its
// place, as in "j ethnobiol ethnomed".
func abbreviates(short, long []string) bool {
	if len(short) == 0 || len(short) != len(long) || slices.Equal(short, long) {
		return false
	}
	for i := range short {
		if short[i][0] != long[i][0] || !strings.HasPrefix(long[i], short[i]) {
			return false
		}
	}
	return len(short) > 1 || len(short[0]) > 2
}

// isAcronymOf tells whether a short name in capitals is made of the initials of
// the long one, or stands in its parentheses.
func isAcronymOf(short, long string) bool {
	acronym := strings.Trim(short, " 0123456789'’")
	if len(acronym) < 3 || len(acronym) > 10 || strings.ContainsAny(acronym, " ") || strings.ToUpper(acronym) != acronym {
		return false
	}
	if strings.Contains(long, "("+acronym+")") || strings.Contains(long, "("+acronym+" ") {
		return true
	}
	var initials strings.Builder
	for _, w := range foldWords(long) {
		switch w {
		case "the", "of", "on", "in", "for", "and", "a", "an":
		default:
			initials.WriteByte(w[0])
		}
	}
	return strings.EqualFold(initials.String(), acronym)
}

// familyKey folds the name that tells a person or body from others.
func familyKey(n Name) string {
	name := n.Family
	if name == "" {
		name = n.Literal
	}
	if name == "" {
		name = n.Given
	}
	folded := foldLetters(name)
	if !strings.Contains(folded, " ") {
		return americanSpelling(folded) // most names are one word
	}
	return strings.Join(spelledWords(folded), "")
}
