package sourcetext

import (
	"slices"
	"sync/atomic"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/validate/internal/finding"
)

// quoteIndex finds the texts that have the quotations of a run, so that one that is pinned
// to the wrong source is told from one that nobody has. It holds the quotations, not the
// texts, and no more of them than fit mostQuoteBytes.
type quoteIndex struct {
	byTrail map[uint64][]quoteTrail
	known   trailFilter
	numbers map[string]int32 // of the quotations
	said    []string
	trails  []uint8       // of each quotation, a bit each
	twice   []atomic.Bool // of each quotation, whether the first two texts that have it are known
	bytes   int
	found   map[int32][]quotePlace // the first two texts that have a quotation
}

// trailFilter says of most trails that no quotation has them, without a look into a map that is
// larger than the caches of a processor.
type trailFilter []uint64

const bitsOfTrail = 21 // that number the bits of a filter

func (f *trailFilter) add(trail uint64) {
	if *f == nil {
		*f = make(trailFilter, 1<<bitsOfTrail/64)
	}
	at := trail >> (64 - bitsOfTrail)
	(*f)[at/64] |= 1 << (at % 64)
}

func (f trailFilter) mayHave(trail uint64) bool {
	at := trail >> (64 - bitsOfTrail)
	return f[at/64]>>(at%64)&1 != 0
}

// quoteTrail is one of the trails of a quotation, as a bit.
type quoteTrail struct {
	quote int32
	bit   uint8
}

// quotePlace is where a quotation stands.
type quotePlace struct {
	text    int // its number
	passage finding.Passage
}

// quoteFound says that a text has a quotation.
type quoteFound struct {
	quote int32
	at    quotePlace
}

// mostQuoteBytes is how many bytes of quotations are looked for in the texts of other
// sources; the quotations after that are not.
const mostQuoteBytes = 32 << 20

func newQuoteIndex() *quoteIndex {
	return &quoteIndex{byTrail: map[uint64][]quoteTrail{}, numbers: map[string]int32{}, found: map[int32][]quotePlace{}}
}

// add takes the quotations of a claim.
func (x *quoteIndex) add(c *Claim) {
	for _, quote := range c.Quotes {
		x.addQuote(quote)
	}
	for _, span := range ground.Quotations(ground.Statement{Content: c.Content, Quotation: c.Type == "quote"}) {
		x.addQuote(c.Content[span[0]:span[1]])
	}
}

func (x *quoteIndex) addQuote(said string) {
	const each = 100 // bytes that a quotation takes beside its words
	if _, ok := x.numbers[said]; ok || x.bytes+len(said)+each > mostQuoteBytes {
		return
	}
	x.bytes += len(said) + each
	number := int32(len(x.said))
	all := uint8(0)
	for i, trail := range ground.Trails(said) {
		bit := uint8(1) << i
		all |= bit
		x.known.add(trail)
		x.byTrail[trail] = append(x.byTrail[trail], quoteTrail{number, bit})
	}
	x.trails = append(x.trails, all)
	x.numbers[said] = number
	x.said = append(x.said, said)
}

// freeze makes the index ready for lookThrough, after which nothing is added.
func (x *quoteIndex) freeze() { x.twice = make([]atomic.Bool, len(x.said)) }

// lookThrough returns the quotations that a text, whose number that is, has. It is searched
// for those of which it has all trails, and not for those that two texts before it have:
// remember would not keep it.
func (x *quoteIndex) lookThrough(s *shownText, number int) []quoteFound {
	if len(x.byTrail) == 0 {
		return nil
	}
	var list []quoteFound
	seen := map[int32]uint8{}
	for trail, near := range s.Trails() {
		if !x.known.mayHave(trail) {
			continue
		}
		for _, t := range x.byTrail[trail] {
			quote, before := t.quote, seen[t.quote]
			if before&t.bit != 0 || x.twice[quote].Load() {
				continue
			}
			seen[quote] = before | t.bit
			if seen[quote] != x.trails[quote] {
				continue
			}
			if at, ok := s.Has(x.said[quote], near); ok {
				p := s.passage(at)
				p.Text = "" // it is the quotation's
				list = append(list, quoteFound{quote, quotePlace{number, p}})
			}
		}
	}
	return list
}

// remember keeps where quotations stand.
func (x *quoteIndex) remember(list []quoteFound) {
	for _, f := range list {
		places := x.found[f.quote]
		if len(places) < 2 && !slices.ContainsFunc(places, func(p quotePlace) bool { return p.text == f.at.text }) {
			x.found[f.quote] = append(places, f.at)
			x.twice[f.quote].Store(len(places) == 1)
		}
	}
}

// elsewhere returns where a quotation stands in another text than that of its own source,
// or nil.
func (x *quoteIndex) elsewhere(said string, own int) *finding.Passage {
	number, ok := x.numbers[said]
	if !ok {
		return nil
	}
	for _, p := range x.found[number] {
		if p.text != own {
			at := p.passage
			at.Text = said
			return &at
		}
	}
	return nil
}
