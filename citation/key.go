package citation

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/ref"
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
func (w *Publication) names() naming {
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
func (w *Publication) keyParts(words int) keyParts {
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

// assignKeys gives every work a key of its own. A key depends on the work itself and on
// those first met before it, so that it stays as it is when a collection grows: it gets
// longer where one of those has it already. The works of a .bib and of [Bibliography.KeepKeys]
// have theirs before all others.
func (b *Bibliography) assignKeys() {
	if b.keys != nil {
		return
	}
	b.merge()
	b.keys = newKeyTable(len(b.merged.Work))
	b.keys.notes = b.noteKeys
	a := keyAssigner{Bibliography: b, letters: map[string]int{}}
	first := 0
	unkeyed := a.keep()
	for keys := range text.InOrder(slices.Values(unkeyed), b.shortestKeys) {
		for i, key := range keys {
			if work := unkeyed[first+i]; !b.keys.take(key, work) {
				a.extend(work)
			}
		}
		first += len(keys)
	}
}

// shortestKeys returns the keys that works would have alone.
func (b *Bibliography) shortestKeys(works []int) []string {
	keys := make([]string, len(works))
	var w Publication
	for i, work := range works {
		b.unpack(&w, work)
		parts := w.keyParts(2) // as many as a key has at least
		keys[i] = parts.key(0)
	}
	return keys
}

// keyAssigner gives works keys that no other has.
type keyAssigner struct {
	*Bibliography
	letters map[string]int // how many were put after a key
	work    [2]Publication // memory
}

// keep gives the works of a .bib the keys that they have there, the first of each key, and
// those of an earlier bibliography theirs. It returns the other works.
func (a *keyAssigner) keep() (unkeyed []int) {
	for _, key := range a.earlier.keys {
		a.keys.reserve(key)
	}
	for _, i := range a.indexes() {
		switch key, ok := a.earlier.of[i]; {
		case ok:
			a.keys.give(key, i)
		case !a.hasEntries || !a.keepEntry(i):
			unkeyed = append(unkeyed, i)
		}
	}
	return unkeyed
}

func (a *keyAssigner) keepEntry(i int) bool {
	w := &a.work[0]
	a.unpack(w, i)
	e := w.Reference.Entry
	if e == nil || !bib.IsKey(e.Key) {
		return false
	}
	if holder, ok := a.keys.holder(e.Key); ok && holder == keptKey {
		a.keys.give(e.Key, i)
		return true
	}
	return a.keys.take(e.Key, i)
}

// extend gives a work whose key another has the shortest with more words of its title that
// nobody has. A letter follows a key that a work with the same words has, and the longest.
func (a *keyAssigner) extend(i int) {
	w := &a.work[0]
	a.unpack(w, i)
	parts := w.keyParts(maxKeyWords + 2)
	take := func(key string) bool { return a.keys.take(key, i) }
	isFinal := func(key string) bool { return a.haveOneTitle(&parts, key) }
	if key, taken := parts.grow(take, isFinal); !taken {
		a.addLetter(key, i)
	}
}

// grow returns the key with the fewest words that take takes, or the first one that it
// does not take and that is final or has all the words.
func (p *keyParts) grow(take, isFinal func(key string) bool) (key string, taken bool) {
	more := 0
	for key = p.key(0); !take(key); key = p.key(more) {
		if !p.grows(more) || isFinal(key) {
			return key, false
		}
		more++
	}
	return key, true
}

// haveOneTitle reports whether the work that has a key has those words for it, however
// many are taken.
func (a *keyAssigner) haveOneTitle(parts *keyParts, key string) bool {
	holder, _ := a.keys.holder(key)
	if holder == keptKey {
		return false
	}
	w := &a.work[1]
	a.unpack(w, holder)
	return slices.Equal(parts.words, w.keyParts(maxKeyWords+2).words)
}

// addLetter puts the first letter after a key with which nobody has it.
func (a *keyAssigner) addLetter(key string, i int) {
	for !a.keys.take(key+letters(a.letters[key]), i) {
		a.letters[key]++
	}
}

// letters counts a, b, … z, aa, ab, …
func letters(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return letters(n/26-1) + letters(n%26)
}
