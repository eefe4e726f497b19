package citation

import (
	"cmp"
	"slices"
	"strconv"
	"sync"

	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// Citing returns the Index of every work that an in-text citation fits: its first
// author is theirs, the others that it names are among them, and the year is
// theirs, letters after it aside.
func (b *Bibliography) Citing(m Mention) []int {
	if len(m.Authors) == 0 || b.stated.list.Len() == 0 {
		return nil
	}
	year, err := strconv.Atoi(text.FirstYear(m.Year))
	if err != nil {
		return nil
	}
	b.cited.filing.Do(b.fileCited)
	var others []citedName
	var named somePeople
	for _, name := range m.Authors[1:] {
		other := newCitedName(name)
		others = append(others, other)
		if len(other.families) == 1 {
			named |= personOf(other.families[0])
		}
	}
	for _, family := range newCitedName(m.Authors[0]).families {
		if fitting := b.citing(family, year, others, named); len(fitting) > 0 {
			return fitting
		}
	}
	return nil
}

// citing returns the works of a first author and a year that others are authors of, named
// being some of them.
func (b *Bibliography) citing(family string, year int, others []citedName, named somePeople) (fitting []int) {
	var w Publication
	for _, c := range b.cited.of(family, year) {
		if c.people&named != named {
			continue
		}
		if len(others) > 0 && c.people != anybody {
			b.unpackCited(&w, int(c.work))
			if !w.hasAuthors(others) {
				continue
			}
		}
		fitting = append(fitting, int(c.work))
	}
	return fitting
}

// citedWorks finds works by their first author and a year of theirs. They are filed
// when they are first asked for.
type citedWorks struct {
	filing sync.Once
	filed  []citedWork // in order
}

// citedWork says that a work is cited by a name.
type citedWork struct {
	name   uint64     // a hash so wide that no two names have the same
	people somePeople // its authors
	work   int32
}

// somePeople are a bit for those of some names: where a bit is missing, so is the
// person. As a collection grows, so do the works that one person published in one year, and
// looking at each of them for every citation would take time that grows with its square.
type somePeople uint64

// anybody are the authors of a list that ends in "et al.", which may hold anyone. No other
// list has its last bit, which is no person's.
const anybody = ^somePeople(0)

func personOf(family string) somePeople { return 1 << (identity.HashText(0, family) % 63) }

func peopleOf(r *Reference) (all somePeople) {
	if r.EtAl {
		return anybody
	}
	for _, n := range r.Authors {
		all |= personOf(ref.FamilyKey(n))
	}
	return all
}

func (c citedWork) compare(other citedWork) int {
	return cmp.Or(cmp.Compare(c.name, other.name), cmp.Compare(c.work, other.work))
}

// of returns the works of a first author, whose name is folded, and a year.
func (c *citedWorks) of(family string, year int) []citedWork {
	name := hashOfCited(family, year)
	start, _ := slices.BinarySearchFunc(c.filed, citedWork{name: name}, citedWork.compare)
	end := start
	for end < len(c.filed) && c.filed[end].name == name {
		end++
	}
	return c.filed[start:end]
}

func hashOfCited(family string, year int) uint64 { return identity.HashText(uint64(year), family) }

// fileCited files every work under its first author and each of its years.
func (b *Bibliography) fileCited() {
	var filing sync.Mutex
	text.InParallel(b.indexes(), func(indexes []int) {
		found := make([]citedWork, 0, len(indexes))
		var w Publication
		for _, i := range indexes {
			b.unpackCited(&w, i)
			authors := peopleOf(&w.Reference)
			for _, name := range w.citedAs() {
				found = append(found, citedWork{name, authors, int32(i)})
			}
		}
		filing.Lock()
		defer filing.Unlock()
		b.cited.filed = append(b.cited.filed, found...)
	})
	slices.SortFunc(b.cited.filed, citedWork.compare)
}

// citedName is an author as an in-text citation names one.
type citedName struct {
	Name
	families []string // folded: with its particle, and without
}

func newCitedName(said string) citedName {
	name := ref.MentionedName(said)
	return citedName{name, ref.FamilyKeys(name)}
}

// is reports whether that is the name of a person. Most are spelled alike.
func (c *citedName) is(n Name) bool {
	return n.Family != "" && n.Family == c.Family || slices.Contains(c.families, ref.FamilyKey(n))
}

// hasAuthors reports whether all of the names are among the authors.
func (w *Publication) hasAuthors(names []citedName) bool {
	return !slices.ContainsFunc(names, func(c citedName) bool { return !slices.ContainsFunc(w.Reference.Authors, c.is) })
}
