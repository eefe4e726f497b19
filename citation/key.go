package citation

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// naming is what a work's key is made of: of all that its facts state, the least
// in the order of strings, so that the key does not depend on the facts' order.
type naming struct {
	family string // in ASCII, of the first author or editor; empty without
	year   string // its rank, then four digits, see rankedYear
	title  string
}

func newNaming(r *Reference) naming {
	n := naming{year: rankedYear(r), title: text.CleanText(r.Title)}
	if people := r.People(); len(people) > 0 {
		n.family = strings.ReplaceAll(inASCII(keyName(people[0])), " ", "")
	}
	return n
}

// keyName is the name that a key is made of.
func keyName(n ref.Name) string { return cmp.Or(n.Family, n.Literal, n.Given) }

// rankedYear puts the year of publication before the year of a preprint, and
// that before a derived one.
func rankedYear(r *Reference) string {
	year := text.FirstYear(r.Year)
	switch {
	case year == "":
		return text.Prefixed("3", text.FirstYear(r.Derived["year"].Value))
	case identity.IsPreprint(r):
		return "2" + year
	default:
		return "1" + year
	}
}

// names returns what the key of a work is made of.
func (w *Work) names() naming {
	if w.naming != nil {
		return *w.naming
	}
	return newNaming(&w.Reference)
}

// least returns the lesser of each.
func (n naming) least(other naming) naming {
	return naming{leastStated(n.family, other.family), leastStated(n.year, other.year), leastStated(n.title, other.title)}
}

func leastStated(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// keyParts are the parts of a citation key.
type keyParts struct {
	family string
	year   string
	words  []string // the first significant ones, of the title or else of the venue
}

// keyParts returns the parts of a work's key, with so many words at most.
func (w *Work) keyParts(words int) keyParts {
	n := w.names()
	p := keyParts{family: n.family[:min(len(n.family), 32)], year: text.FirstYear(n.year[min(1, len(n.year)):])}
	r := &w.Reference
	numbered := ""
	if r.Kind == ref.Standard {
		numbered = r.Series + " " + r.Number // "rfc-7235"
	}
	for _, text := range []string{n.title, numbered, r.Container, r.Institution, r.Publisher} {
		if p.words = significantWords(text, words); len(p.words) > 0 {
			break
		}
	}
	return p
}

// locator tells works apart that have the same key otherwise.
func (w *Work) locator() string {
	r := &w.Reference
	return strings.Join([]string{fold.ArXiv(r.ArXiv), fold.DOI(r.DOI), r.Volume, r.Edition, r.Number,
		r.Pages, r.EID, strings.Join(fold.Words(r.Container), " "), familyList(r.Authors), w.names().title,
		w.names().year, strconv.Itoa(100 + r.Month), r.Day, r.Institution, string(r.Type)}, "|")
}

// insignificant words do not serve in a key.
var insignificant = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "on": true, "in": true, "and": true, "or": true, "is": true,
	"are": true, "to": true, "for": true, "from": true, "with": true, "by": true, "at": true, "as": true, "its": true,
	"via": true, "be": true, "how": true, "what": true, "why": true, "when": true, "does": true, "do": true, "can": true,
	"toward": true, "into": true, "about": true, "under": true, "between": true, "their": true, "this": true,
	"that": true, "it": true, "not": true, "proceedings": true, "journal": true, "une": true, "der": true, "die": true,
	"das": true, "und": true, "el": true, "la": true, "le": true, "les": true, "los": true, "las": true, "de": true,
}

// significantWords returns the first words of a text that may serve in a key.
func significantWords(text string, count int) []string {
	words := make([]string, 0, count)
	for w := range strings.FieldsSeq(inASCII(text)) {
		if !insignificant[w] {
			words = append(words, w[:min(len(w), 24)])
		}
		if len(words) == count {
			break
		}
	}
	return words
}

// key returns the citation key with that many title words beyond the first.
func (p *keyParts) key(more int) string {
	count := min(p.least()+more, len(p.words))
	if p.family == "" {
		return cmp.Or(strings.Join(append(slices.Clone(p.words[:count]), text.NonEmpty(p.year)...), "-"), "work")
	}
	words := strings.Join(p.words[:count], "")
	if p.year == "" {
		return strings.Join(text.NonEmpty(p.family, words), "-")
	}
	return p.family + p.year + words
}

// maxKeyWords bounds a key's length; what is equal so far is told apart by letters.
const maxKeyWords = 12

// grows reports whether the key is longer with a title word more.
func (p *keyParts) grows(more int) bool { return more < maxKeyWords && len(p.words) > p.least()+more }

// least is how many words a key has at least, if there are as many.
func (p *keyParts) least() int {
	if p.family == "" {
		return 2
	}
	return 1
}

// assignKeys gives every work a key of its own, whatever their order: all works
// that share a key take one title word more, until they differ or have none
// left; then letters tell them apart.
func (b *Bibliography) assignKeys() {
	if b.keys != nil {
		return
	}
	b.merge()
	b.keys = make([]string, len(b.merged.Work))
	more, grows := make([]uint8, len(b.keys)), make([]bool, len(b.keys))
	sharing := newKeySharing(len(b.keys))
	for unkeyed := b.keepKeys(sharing); len(unkeyed) > 0; {
		text.InParallel(unkeyed, func(indexes []int) {
			var w Work
			for _, i := range indexes {
				b.unpack(&w, i)
				more := int(more[i])
				parts := w.keyParts(more + 3) // two and more are the key, the third tells whether it grows
				b.keys[i], grows[i] = parts.key(more), parts.grows(more)
			}
			sharing.add(b.keys, indexes)
		})
		unkeyed = nil
		for _, key := range sharing.newlyShared() {
			group := sharing.group(key)
			if b.haveOneTitle(group) {
				continue
			}
			differs := false
			for _, i := range group {
				if grows[i] {
					more[i]++
					differs = true
				}
			}
			if differs {
				unkeyed = append(unkeyed, group...)
				delete(sharing.first, key)
			}
		}
	}
	var shared []string
	for i, key := range b.keys {
		if _, isKept := sharing.kept[key]; sharing.first[key] == i && (sharing.next[i] >= 0 || isKept) {
			shared = append(shared, key)
		}
	}
	slices.Sort(shared)
	for _, key := range shared {
		b.tellApart(key, sharing)
	}
}

// haveOneTitle reports whether works have the same words for their keys, however
// many are taken.
func (b *Bibliography) haveOneTitle(works []int) bool {
	var w Work
	var first string
	for i, work := range works {
		b.unpack(&w, work)
		parts := w.keyParts(maxKeyWords + 2)
		words := strings.Join(parts.words, " ")
		if i == 0 {
			first = words
		} else if words != first {
			return false
		}
	}
	return true
}

// keepKeys gives the works of a .bib the keys that they have there, the first of each
// key, and returns the other works. BibTeX does not tell capitals from small letters
// in keys.
func (b *Bibliography) keepKeys(sharing *keySharing) (unkeyed []int) {
	if !b.hasEntries {
		return b.indexes()
	}
	var w Work
	for _, i := range b.indexes() {
		b.unpack(&w, i)
		e := w.Reference.Entry
		if e == nil || !bib.IsKey(e.Key) || !sharing.keep(text.LowerASCII(e.Key), i) {
			unkeyed = append(unkeyed, i)
			continue
		}
		b.keys[i] = e.Key
	}
	return unkeyed
}

// keySharing holds works by their keys; those that share one are linked. Several
// goroutines may add works.
type keySharing struct {
	adding sync.Mutex
	first  map[string]int
	kept   map[string]int // works whose keys stay
	next   []int          // -1 after the last
	shared []string       // keys that were there when they were added
}

func newKeySharing(works int) *keySharing {
	return &keySharing{first: make(map[string]int, works), kept: map[string]int{}, next: slices.Repeat([]int{-1}, works)}
}

// add adds works, whose keys stand at their Index.
func (s *keySharing) add(keys []string, works []int) {
	s.adding.Lock()
	defer s.adding.Unlock()
	for _, work := range works {
		key := keys[work]
		s.next[work] = -1
		if first, ok := s.first[key]; ok {
			s.next[work] = first
			s.shared = append(s.shared, key)
		} else if _, isKept := s.kept[key]; isKept {
			s.shared = append(s.shared, key)
		}
		s.first[key] = work
	}
}

// keep reserves a key for a work, unless it is another one's.
func (s *keySharing) keep(key string, work int) bool {
	if _, taken := s.kept[key]; taken {
		return false
	}
	s.kept[key] = work
	return true
}

// newlyShared returns the keys that works share since it was called last.
func (s *keySharing) newlyShared() []string {
	keys := s.shared
	s.shared = nil
	slices.Sort(keys)
	return slices.Compact(keys)
}

func (s *keySharing) isTaken(key string) bool {
	_, isFirst := s.first[key]
	_, isKept := s.kept[key]
	return isFirst || isKept
}

// group returns the works that share a key.
func (s *keySharing) group(key string) []int {
	var works []int
	for i, ok := s.first[key]; ok && i >= 0; i = s.next[i] {
		works = append(works, i)
	}
	return works
}

// tellApart puts letters after a key that works share.
func (b *Bibliography) tellApart(key string, sharing *keySharing) {
	group := sharing.group(key)
	locators := make(map[int]string, len(group))
	var w Work
	for _, i := range group {
		b.unpack(&w, i)
		locators[i] = w.locator()
	}
	slices.SortFunc(group, func(i, j int) int {
		return cmp.Or(cmp.Compare(locators[i], locators[j]), cmp.Compare(i, j))
	})
	letter := 0
	for _, i := range group {
		for ; ; letter++ {
			if !sharing.isTaken(key + letters(letter)) {
				break
			}
		}
		b.keys[i] = key + letters(letter)
		sharing.first[b.keys[i]] = i
	}
}

// letters counts a, b, … z, aa, ab, …
func letters(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return letters(n/26-1) + letters(n%26)
}

func familyList(names []Name) string {
	var families []string
	for _, n := range names {
		families = append(families, ref.FamilyKey(n))
	}
	return strings.Join(families, " ")
}
