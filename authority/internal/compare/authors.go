package compare

import (
	"cmp"
	"slices"

	"github.com/factcite/factcite/citation"
)

// AuthorList is the authors of a reference or of a record.
type AuthorList struct {
	people []person
	whole  bool // nobody is left out
}

func (l *AuthorList) IsEmpty() bool { return len(l.people) == 0 }

// Overlap is what comparing two lists of authors gave.
type Overlap struct {
	Agreement
	Shared  int             // people that both lists have
	Most    bool            // at least half of the shorter list is shared
	Extra   []citation.Name // people that are stated and not known
	Missing []citation.Name // people that are known and not stated
	Nearly  bool            // one list is the other with a few people more: one, or at most a quarter
	Moved   bool            // the shared people have another order
}

// Authors compares the stated authors with those of a record, in any
// order. They differ if a person is stated who is none of the known ones, or
// where the stated list is whole and lacks one of them. A name in another script
// may be any one of the other side, and a collective several.
func Authors(stated, known AuthorList) Overlap {
	if stated.IsEmpty() || known.IsEmpty() {
		return Overlap{}
	}
	extra, missing, shared := pair(stated.people, known.people)
	result := Overlap{Shared: len(shared), Extra: namesOf(extra), Missing: namesOf(missing), Moved: !slices.IsSortedFunc(shared, byKnownPlace)}
	if stated.areBodies() || known.areBodies() {
		if result.Shared > 0 {
			result.Agreement, result.Most = Agrees, true
		}
		return result // who is of a body is not said
	}
	shorter := min(len(stated.people), len(known.people))
	result.Most = result.Shared > 0 && 2*result.Shared >= shorter
	longer := max(len(stated.people), len(known.people))
	result.Nearly = (len(extra) == 0 || len(missing) == 0) && result.Shared > 0 && (longer-result.Shared <= 1 || 4*result.Shared >= 3*longer)
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
	case strange > 0 && (known.whole || result.Shared == 0):
		result.Agreement = Differs
	case absent > 0 && stated.whole && known.whole:
		result.Agreement = Differs
	case result.Shared > 0:
		result.Agreement = Agrees
	}
	return result
}

// areBodies reports whether a list names bodies alone.
func (l *AuthorList) areBodies() bool {
	return !slices.ContainsFunc(l.people, func(p person) bool { return !p.body })
}

func namesOf(people []*person) (names []citation.Name) {
	for _, p := range people {
		names = append(names, p.name)
	}
	return names
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

// isCollective reports whether a name that nobody has on the other side may be that
// of a body.
func isCollective(p *person) bool { return p.body || p.lone }

// MostNames bounds the names of a list that are compared; papers of large
// experiments have thousands of authors.
const MostNames = 200

// WithOther adds how else people of a list are called, at the places of the names that
// it was folded from, zero where in no other way.
func (l AuthorList) WithOther(names []citation.Name) AuthorList {
	for i := range l.people {
		if at := l.people[i].at; at < len(names) && names[at] != (citation.Name{}) {
			other := foldPerson(names[at])
			l.people[i].also = &other
		}
	}
	return l
}

func FoldAuthors(names []citation.Name, whole bool) AuthorList {
	if len(names) > MostNames {
		names, whole = names[:MostNames], false
	}
	return AuthorList{foldPeople(names), whole}
}

// pair finds for each name of one list one of its own in the other, equal names
// first, and returns those of either list that have none, and the places of those that
// do, in the order of the first list.
func pair(a, b []person) (restA, restB []*person, places [][2]int) {
	restA, restB = pointers(a), pointers(b)
	for _, fit := range [...]func(p, q *person) bool{areEqual, areNamesakes, (*person).fits} {
		restA = slices.DeleteFunc(restA, func(p *person) bool {
			at := slices.IndexFunc(restB, func(q *person) bool { return hasName(p, q, fit) })
			if at < 0 {
				return false
			}
			places = append(places, [2]int{p.at, restB[at].at})
			restB = slices.Delete(restB, at, at+1)
			return true
		})
	}
	slices.SortFunc(places, func(x, y [2]int) int { return cmp.Compare(x[0], y[0]) })
	return restA, restB, places
}

func byKnownPlace(x, y [2]int) int { return cmp.Compare(x[1], y[1]) }

func areEqual(p, q *person) bool { return p.whole == q.whole }

func areNamesakes(p, q *person) bool { return p.key == q.key && p.fits(q) }

func pointers(people []person) []*person {
	list := make([]*person, len(people))
	for i := range people {
		list[i] = &people[i]
	}
	return list
}
