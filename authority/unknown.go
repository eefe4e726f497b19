package authority

import (
	"fmt"

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
// have registered: no record has them, and registers show that there is none.
func (a *asked) unknownIdentifiers(s *stated) (unknown []Difference) {
	has := func(of func(*known) string, id string) bool {
		for _, k := range a.records {
			if of(k) == id {
				return true
			}
		}
		return false
	}
	add := func(field, stated, why string) {
		if why != "" {
			unknown = append(unknown, Difference{Field: field, Stated: stated, Known: why, Unknown: true})
		}
	}
	if s.doi != "" && !fold.IsRepositoryDOI(s.doi) && !has(func(k *known) string { return k.doi }, s.doi) {
		add("doi", s.reference.DOI, a.unknownRegistrant(register.Registrant(s.doi)))
	}
	if month, number, ok := register.ArXivMonth(s.arxiv); ok && !has(func(k *known) string { return k.arxiv }, s.arxiv) {
		add("arxiv", s.reference.ArXiv, a.unknownArXiv(month, number))
	}
	return unknown
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

// unknownArXiv says why arXiv has no paper of a number in a month.
func (a *asked) unknownArXiv(month string, number int) (why string) {
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
