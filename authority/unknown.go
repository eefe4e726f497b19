package authority

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/authority/internal/register"
	"github.com/factcite/factcite/internal/fold"
)

// What must be held of registrants and of a month of arXiv for a gap to mean
// something.
const (
	mostRegistrants = 10_000 // of some 30,000; only dumps of registries have so many
	denseMonth      = 2      // of the numbers of a month one in so many is held
)

// unknownIdentifiers returns the identifiers that a reference states and nobody can
// have registered: no record has them, and their registry or registers show that there
// is none.
func (a *asked) unknownIdentifiers(s *stated, meant *match) (unknown []Difference) {
	for _, id := range [...]struct {
		field, stated, folded string
		of                    func(*known) string
		why                   func() string
	}{
		{"doi", s.reference.DOI, s.doi, func(k *known) string { return k.doi }, func() string { return a.unknownDOI(s, meant) }},
		{"arxiv", s.reference.ArXiv, s.arxiv, func(k *known) string { return k.arxiv }, func() string { return a.unknownArXiv(s.arxiv) }},
		{"isbn", s.reference.ISBN, s.isbn, func(k *known) string { return k.isbn }, func() string { return "" }},
		{"pmid", s.reference.PMID, s.pmid, func(k *known) string { return k.pmid }, func() string { return "" }},
	} {
		if id.folded == "" || slices.ContainsFunc(a.records, func(k *known) bool { return id.of(k) == id.folded }) {
			continue
		}
		d := Difference{Field: id.field, Stated: id.stated, Unknown: true}
		if registry := a.denied[id.field]; registry != "" {
			d.Known, d.Certain = registry+" answers for it and has none of that name", true
		} else if registries := a.lacked[id.field]; len(registries) >= fewRegistries && !a.resolves() {
			d.Known = strings.Join(registries, " and ") + " have none of that name"
		} else {
			d.Known = id.why()
		}
		if d.Known != "" {
			unknown = append(unknown, d)
		}
	}
	return unknown
}

// fewRegistries are so many that hardly an identifier is in none of them.
const fewRegistries = 2

// resolves reports whether a service answered that resolves identifiers of all registries.
func (a *asked) resolves() bool {
	return slices.ContainsFunc(a.services, func(v *service) bool { return v.answered && v.coverage.IdentifiersAlone })
}

// unknownDOI says why no work has a DOI. Where a repository keeps a work is no reason
// for anything.
func (a *asked) unknownDOI(s *stated, meant *match) string {
	if fold.IsRepositoryDOI(s.doi) {
		return register.UnknownArXivDOI(s.doi)
	}
	registrant := register.Registrant(s.doi)
	return cmp.Or(a.unknownRegistrant(registrant), a.strangeRegistrant(s, meant, registrant))
}

// strangeRegistrant says that a DOI is of a registrant of whom nothing is known, though
// many works of the venue and the year are that the reference rightly states. Where the
// work is known with another DOI, that is said already.
func (a *asked) strangeRegistrant(s *stated, meant *match, registrant string) string {
	if registrant == "" || register.IsPublisher(registrant) || meant == nil || meant.doi == compare.Differs || meant.title != compare.SameTitle ||
		meant.authors.Agreement != compare.Agrees || meant.venue != compare.Agrees || meant.year != compare.Agrees {
		return ""
	}
	why := ""
	for _, c := range a.answered {
		if c == nil || c.Identifiers == nil || c.Holds == nil {
			continue
		}
		if c.Identifiers.Registrants[registrant] > 0 {
			return ""
		}
		if works := c.Holds(s.venue.Name, s.year); works >= smallestYear && why == "" {
			why = fmt.Sprintf("of the %d works of its venue and year in %s, as of all others there, none has a DOI of %s", works, c.Name, registrant)
		}
	}
	return why
}

// unknownRegistrant says why no DOI of a registrant is known.
func (a *asked) unknownRegistrant(registrant string) (why string) {
	if registrant == "" {
		return "" // it has not the form of a DOI
	}
	why = register.UnknownRegistrant(registrant)
	for _, c := range a.answered {
		if c == nil || c.Identifiers == nil {
			continue
		}
		if c.Identifiers.Registrants[registrant] > 0 {
			return ""
		}
		if n := len(c.Identifiers.Registrants); n >= mostRegistrants && why == "" {
			why = fmt.Sprintf("%s is none of the %d registrants of DOIs in %s", registrant, n, c.Name)
		}
	}
	return why
}

// unknownArXiv says why arXiv has no paper of an ID.
func (a *asked) unknownArXiv(id string) (why string) {
	month, number, ok := register.ArXivMonth(id)
	if !ok {
		return ""
	}
	why = register.UnknownArXiv(month, number)
	for _, c := range a.answered {
		if c == nil || c.Identifiers == nil {
			continue
		}
		held := c.Identifiers.ArXiv[month]
		if number <= held.Largest {
			return ""
		}
		if denseMonth*held.Works >= held.Largest && held.Works >= wholeMonth && c.Identifiers.ArXiv[nextMonth(month)].Works >= wholeMonth {
			why = fmt.Sprintf("the last paper that %s has of that month is %s.%05d", c.Name, month, held.Largest)
		}
	}
	return why
}

// wholeMonth is how many papers of a month an authority has at least that holds all of
// them: arXiv was sent more in every month since IDs have this form.
const wholeMonth = 1000

// nextMonth returns the month after one as IDs have it: "2501" after "2412".
func nextMonth(month string) string {
	var year, number int
	if _, err := fmt.Sscanf(month, "%2d%2d", &year, &number); err != nil {
		return ""
	}
	if number == 12 {
		return fmt.Sprintf("%02d01", year+1)
	}
	return fmt.Sprintf("%02d%02d", year, number+1)
}

// yearOfDOI returns the stated year where the stated DOI, which no record has, tells that
// it is of another one: the ACL Anthology's do. That of a preprint may be stated, up to
// three years before.
func (a *asked) yearOfDOI(s *stated, meant *match) []Difference {
	year := register.DOIYear(s.doi)
	if year == 0 || s.year == 0 || meant != nil || year-yearsAhead <= s.year && s.year <= year+yearsBehind {
		return nil
	}
	return []Difference{{Field: "year", Stated: s.reference.Year, Known: strconv.Itoa(year), Origin: Origin{Source: "its DOI " + s.reference.DOI}}}
}
