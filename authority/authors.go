package authority

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation"
)

// authorList is the authors of a reference or of a record.
type authorList struct {
	people []person
	whole  bool // nobody is left out
}

// listed is what comparing two lists of authors gave.
type listed struct {
	agreement
	shared int  // people that both lists have
	most   bool // at least half of the shorter list is shared
	nearly bool // one list is the other with a few people more, at most a quarter
}

// compareAuthors compares the stated authors with those of a record, in any
// order. They differ if a person is stated who is none of the known ones, or
// where the stated list is whole and lacks one of them. A name in another script
// may be any one of the other side, and a collective several.
func compareAuthors(stated, known authorList) listed {
	if len(stated.people) == 0 || len(known.people) == 0 {
		return listed{}
	}
	extra, missing := pair(stated.people, known.people)
	result := listed{shared: len(stated.people) - len(extra)}
	shorter := min(len(stated.people), len(known.people))
	result.most = result.shared > 0 && 2*result.shared >= shorter
	result.nearly = (len(extra) == 0 || len(missing) == 0) && 4*result.shared >= 3*max(len(stated.people), len(known.people))
	strange, absent := countPersons(extra), countPersons(missing)
	if foreign := countForeign(extra) + countForeign(missing); foreign > 0 {
		strange, absent = max(strange-foreign, 0), max(absent-foreign, 0)
	}
	if slices.ContainsFunc(missing, isCollective) {
		strange = 0 // they may be of the collective
	}
	if slices.ContainsFunc(extra, isCollective) {
		absent = 0
	}
	switch {
	case strange > 0 && (known.whole || result.shared == 0):
		result.agreement = differs
	case absent > 0 && stated.whole && known.whole:
		result.agreement = differs
	case result.shared > 0:
		result.agreement = agrees
	}
	return result
}

// countPersons counts the persons whose names can be compared.
func countPersons(people []*person) int {
	n := 0
	for _, p := range people {
		if !isCollective(p) && !p.foreign {
			n++
		}
	}
	return n
}

func countForeign(people []*person) int {
	n := 0
	for _, p := range people {
		if p.foreign && !isCollective(p) {
			n++
		}
	}
	return n
}

// isCollective tells whether a name that nobody has on the other side may be that
// of a body.
func isCollective(p *person) bool { return p.body || p.lone }

// mostNames bounds the names of a list that are compared; papers of large
// experiments have thousands of authors.
const mostNames = 200

func foldAuthors(names []citation.Name, whole bool) authorList {
	if len(names) > mostNames {
		names, whole = names[:mostNames], false
	}
	return authorList{foldPeople(names), whole}
}

// pair finds for each name of one list one of its own in the other, equal names
// first, and returns those of either list that have none.
func pair(a, b []person) (restA, restB []*person) {
	restA, restB = pointers(a), pointers(b)
	for _, fit := range [...]func(p, q *person) bool{areEqual, areNamesakes, (*person).fits} {
		restA = slices.DeleteFunc(restA, func(p *person) bool {
			at := slices.IndexFunc(restB, func(q *person) bool { return fit(p, q) })
			if at < 0 {
				return false
			}
			restB = slices.Delete(restB, at, at+1)
			return true
		})
	}
	return restA, restB
}

func areEqual(p, q *person) bool { return p.whole == q.whole }

func areNamesakes(p, q *person) bool { return p.key == q.key && p.fits(q) }

func pointers(people []person) []*person {
	list := make([]*person, len(people))
	for i := range people {
		list[i] = &people[i]
	}
	return list
}

// mostShown bounds the names in a message.
const mostShown = 12

// spell returns a list of names as a message shows it.
func spell(names []citation.Name, whole bool) string {
	var b strings.Builder
	for i, n := range names {
		if i == mostShown {
			b.WriteString(", …")
			return b.String()
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(withoutNumber(n).String())
	}
	if !whole {
		b.WriteString(" et al.")
	}
	return b.String()
}

// withoutNumber takes dblp's number of a homonym off a name.
func withoutNumber(n citation.Name) citation.Name {
	n.Family = strings.TrimRight(strings.TrimRight(n.Family, "0123456789"), " ")
	return n
}
