package identity

import (
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// Likeness is how surely two references name the same work.
type Likeness int

const (
	Apart  Likeness = iota // two publications, whatever else they have in common
	Unlike                 // nothing says that they are the same
	Alike                  // the same work if no other work is as like
	Same
)

// Traits is what of a reference tells which work it is, folded for comparison.
type Traits struct {
	reference *ref.Reference
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
	container venue.Name
	Years     []int          // none or one
	folding   []string       // memory for words
	memory    *ref.Reference // for whoever identifies it
}

// Memory returns a reference to identify, whose contents the last one left.
func (id *Traits) Memory() *ref.Reference {
	if id.memory == nil {
		id.memory = new(ref.Reference)
	}
	return id.memory
}

// TraitsOf returns what tells which work a reference is of.
func TraitsOf(r *ref.Reference) *Traits {
	id := new(Traits)
	id.Identify(r)
	return id
}

// Identify makes it the identity of a reference, in the memory of another one's.
func (id *Traits) Identify(r *ref.Reference) {
	*id = Traits{
		reference: r, arxiv: fold.ArXiv(ref.StatedOrDerived(r, "arxiv")), doi: fold.DOI(ref.StatedOrDerived(r, "doi")), pmid: r.PMID,
		container: venue.Name{Text: r.Container},
		families:  id.families[:0], Years: id.Years[:0], folding: id.folding, memory: id.memory,
	}
	if base, ok := strings.CutPrefix(id.doi, "10.48550/arxiv."); ok {
		id.doi = ""
		if id.arxiv == "" {
			id.arxiv = base
		}
	}
	if !strings.HasPrefix(id.doi, "10") {
		id.doi = "" // an address, or digits that are none
	}
	id.title(r.Title)
	for _, n := range r.People() {
		if f := familyKey(n); f != "" {
			id.families = append(id.families, f)
		}
	}
	if year, ok := yearOf(r); ok {
		id.Years = append(id.Years, year)
	}
}

func (id *Traits) title(title string) {
	title, id.truncated = fold.CutEllipsis(title)
	id.full, id.words = id.fold(title)
	id.generic = fold.GenericTitles[id.full]
	id.full = fold.WithoutUmlauts(id.full)
	id.main = id.full
	main, sub := fold.CutSubtitle(title)
	id.folding = fold.AppendSpelled(id.folding[:0], fold.Letters(sub))
	if len(id.folding) == 0 {
		return
	}
	first := id.folding[0]
	if main, words := id.fold(main); words > 0 {
		id.main, id.subtitle = fold.WithoutUmlauts(main), first
	}
}

// fold returns the folded words of a title without gaps and their number.
func (id *Traits) fold(title string) (full string, words int) {
	id.folding = fold.AppendTitleWords(id.folding[:0], title)
	return strings.Join(id.folding, ""), len(id.folding)
}

// yearOf returns the year that a reference states, or else lets derive, if any.
func yearOf(r *ref.Reference) (year int, ok bool) {
	year, err := strconv.Atoi(text.FirstYear(ref.StatedOrDerived(r, "year")))
	return year, err == nil
}

// YearsOf returns that year alone, or none.
func YearsOf(r *ref.Reference) []int {
	if year, ok := yearOf(r); ok {
		return []int{year}
	}
	return nil
}

// Compare reports whether two references name the same work: they share an
// arXiv ID, a DOI or a PMID; else their titles agree, a family name is common
// unless one side has none, and nothing tells two publications apart. Generic
// titles without the same container and year, and untitled works without the same
// authors, year and venue are unlike.
func Compare(a, b *Traits) Likeness {
	switch {
	case a.sharesIdentifier(b):
		return Same
	case areOtherWorks(a, b) || areOtherPublications(a, b):
		return Apart
	case a.full == "" || b.full == "":
		return compareUntitled(a, b)
	}
	known, shared := a.shareFamily(b)
	if known && !shared {
		if shared = haveSwappedNames(a.reference, b.reference); !shared {
			return Unlike
		}
	}
	verdict := compareTitles(a, b, shared)
	if verdict == Same && !shared && len(a.families)+len(b.families) > 0 {
		return Alike
	}
	return verdict
}

func (a *Traits) sharesIdentifier(b *Traits) bool {
	return a.arxiv != "" && a.arxiv == b.arxiv || a.doi != "" && a.doi == b.doi || a.pmid != "" && a.pmid == b.pmid
}

// shareFamily reports whether both sides have family names, and a common one.
func (a *Traits) shareFamily(b *Traits) (known, shared bool) {
	if len(a.families) == 0 || len(b.families) == 0 {
		return false, false
	}
	return true, slices.ContainsFunc(a.families, func(f string) bool { return slices.Contains(b.families, f) })
}

// compareTitles judges two titled works whose authors and years do not keep them
// apart.
func compareTitles(a, b *Traits, sharedFamily bool) Likeness {
	sameVenue := a.sameContainer(b)
	if a.full == b.full {
		switch {
		case a.generic && !(sameVenue == yes && a.hasYearWithin(0, b)) && !(sharedFamily && a.repeats(b)):
			return Unlike
		case !sharedFamily && sameVenue == no && a.words <= 3:
			return Unlike
		}
		return Same
	}
	if a.generic || b.generic {
		return Unlike
	}
	if sharedFamily && (a.areOneBook(b) || sameVenue == yes && areMisprints(a.full, b.full) && a.isAt(b)) {
		return Same
	}
	evidence := sharedFamily || sameVenue == yes && a.hasYearWithin(0, b)
	if sameVenue == no && !IsPreprint(a.reference) && !IsPreprint(b.reference) {
		return Unlike
	}
	switch {
	case a.isPrefixOf(b) || b.isPrefixOf(a):
		return Alike
	case a.isBareTitleOf(b) && evidence, b.isBareTitleOf(a) && evidence:
		return Alike
	}
	return Unlike
}

// areOneBook reports whether both are a book with the same ISBN.
func (a *Traits) areOneBook(b *Traits) bool {
	r, other := a.reference, b.reference
	return r.Type == ref.Book && other.Type == ref.Book && r.ISBN != "" && fold.ISBN(r.ISBN) == fold.ISBN(other.ISBN)
}

// isAt reports whether both are stated to begin on one page of one volume.
func (a *Traits) isAt(b *Traits) bool {
	place := a.place()
	return place != "" && place == b.place() && a.hasYearWithin(0, b)
}

// place returns the volume and first page, or nothing.
func (a *Traits) place() string {
	first, _ := pageEnds(a.reference.Pages)
	if volume := fold.Locator(a.reference.Volume); volume != "" && first != "" {
		return volume + ":" + first
	}
	return ""
}

// leastMisprinted is how many bytes of a folded title may hold a misprint. In a shorter
// one, few other letters are another word.
const leastMisprinted = 24

// areMisprints reports whether two folded titles agree but for letters in one place,
// which is at most an eighth of the longer one.
func areMisprints(a, b string) bool {
	longer := max(len(a), len(b))
	if longer < leastMisprinted {
		return false
	}
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return 8*max(len(a), len(b)) <= longer && !strings.ContainsAny(a+b, "0123456789")
}

// isPrefixOf reports whether a is b's title cut short, long enough to tell.
func (a *Traits) isPrefixOf(b *Traits) bool {
	return a.truncated && a.words >= 4 && len(a.full) >= 20 && strings.HasPrefix(b.full, a.full)
}

// isBareTitleOf reports whether a is b's title without the subtitle.
func (a *Traits) isBareTitleOf(b *Traits) bool {
	return a.full == a.main && a.full == b.main && b.subtitle != "" && !fold.SeparateParts[b.subtitle]
}

// compareUntitled judges two references of which at least one has no title: all
// of authors, year and venue must be there and agree, unless the one only repeats
// the other.
func compareUntitled(a, b *Traits) Likeness {
	r, other := a.reference, b.reference
	if len(a.families) == 0 || len(b.families) == 0 || a.families[0] != b.families[0] || !areCompatibleLists(a, b) {
		return Unlike
	}
	if differ(r.Volume, other.Volume) || differ(r.Pages, other.Pages) {
		return Unlike
	}
	if a.full == b.full && a.repeats(b) && slices.Equal(a.families, b.families) {
		return Same
	}
	if !a.hasYearWithin(0, b) || a.sameContainer(b) != yes {
		return Unlike
	}
	if a.full == b.full {
		return Same
	}
	return Alike
}

// hasYearWithin reports whether a year of a and one of b are at most that far apart.
func (a *Traits) hasYearWithin(distance int, b *Traits) bool {
	for _, x := range a.Years {
		for _, y := range b.Years {
			if x-y <= distance && y-x <= distance {
				return true
			}
		}
	}
	return false
}

// repeats reports whether neither side names a venue and both have the same year or
// none.
func (a *Traits) repeats(b *Traits) bool {
	return a.reference.Container == "" && b.reference.Container == "" && slices.Equal(a.Years, b.Years)
}

// areCompatibleLists reports whether the shorter author list is part of the longer
// one, which "et al." allows, or both are the same.
func areCompatibleLists(a, b *Traits) bool {
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

// differ reports whether two locators are both stated and not the same number or
// words.
func differ(a, b string) bool {
	return a != "" && b != "" && a != b && fold.Locator(a) != fold.Locator(b)
}

// IsPreprint reports whether a reference speaks of a preprint.
func IsPreprint(r *ref.Reference) bool {
	if r.Preprint || r.Type == ref.Misc && r.ArXiv != "" {
		return true
	}
	if !venue.OpensAsPreprintServer(r.Container) {
		return false
	}
	container := strings.Join(fold.Words(r.Container), " ")
	return container != "" && (venue.PreprintServers[container] || strings.HasPrefix(container, "arxiv"))
}

// verdict is the answer to a question that may lack what it takes to answer.
type verdict int

const (
	unknown verdict = iota
	yes
	no
)

// sameContainer compares the venues of two references.
func (a *Traits) sameContainer(b *Traits) verdict {
	if a.container.Text == "" || b.container.Text == "" {
		return unknown
	}
	if a.container.Same(&b.container) {
		return yes
	}
	if isPartOfSeries(a.reference, b.reference) {
		return unknown
	}
	return no
}

// isPartOfSeries reports whether what one reference takes for the venue is the other
// one's series ("Lecture Notes in Computer Science").
func isPartOfSeries(a, b *ref.Reference) bool {
	return a.Container != "" && b.Series != "" && venue.SameName(a.Container, b.Series) ||
		b.Container != "" && a.Series != "" && venue.SameName(b.Container, a.Series)
}
