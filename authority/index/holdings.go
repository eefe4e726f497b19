package index

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"sort"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/authority/internal/register"
	"github.com/factcite/factcite/citation"
)

// holdings is what an index holds, counted.
type holdings struct {
	works   int
	sources map[string]*authority.SourceCount
	years   map[int]int
	venues  venueCounts
	folded  venueTerms
	ids     authority.Identifiers
}

func newHoldings(folded venueTerms) *holdings {
	return &holdings{sources: map[string]*authority.SourceCount{}, years: map[int]int{}, venues: venueCounts{}, folded: folded,
		ids: authority.Identifiers{Registrants: map[string]int{}, ArXiv: map[string]authority.ArXivMonth{}}}
}

// count counts a work, or with -1 takes it out again.
func (h *holdings) count(w *authority.Work, by int) {
	h.works += by
	h.source(w.Origin.Source, w.Origin.Date).Works += by
	for _, year := range w.Years {
		h.years[year] += by
	}
	h.venues.count(h.folded.of(w), w.Years, by)
	h.countIdentifiers(&w.Record, by)
}

func (h *holdings) countIdentifiers(r *citation.Reference, by int) {
	if registrant := register.Registrant(r.DOI); registrant != "" {
		h.ids.Registrants[registrant] += by
	}
	if month, number, ok := register.ArXivMonth(r.ArXiv); ok {
		held := h.ids.ArXiv[month]
		h.ids.ArXiv[month] = authority.ArXivMonth{Works: held.Works + by, Largest: max(held.Largest, number)}
	}
}

// source returns the count of a source, dated no earlier than the date.
func (h *holdings) source(name, date string) *authority.SourceCount {
	s := h.sources[name]
	if s == nil {
		s = &authority.SourceCount{Source: name}
		h.sources[name] = s
	}
	s.Date = max(s.Date, date)
	return s
}

// add adds what other holdings count.
func (h *holdings) add(other *holdings) {
	h.works += other.works
	for name, s := range other.sources {
		h.source(name, s.Date).Works += s.Works
	}
	for year, works := range other.years {
		h.years[year] += works
	}
	for registrant, works := range other.ids.Registrants {
		h.ids.Registrants[registrant] += works
	}
	for month, more := range other.ids.ArXiv {
		held := h.ids.ArXiv[month]
		h.ids.ArXiv[month] = authority.ArXivMonth{Works: held.Works + more.Works, Largest: max(held.Largest, more.Largest)}
	}
	full := len(h.venues)+len(other.venues) > mostVenueCounts
	for at, works := range other.venues {
		if full && h.venues[venueInYear{at.venue, 0}] == 0 {
			continue
		}
		h.venues[at] += works
	}
}

// coverage sums the holdings up.
func (h *holdings) coverage() authority.Coverage {
	c := authority.Coverage{Works: h.works, Venues: h.venues.distinct()}
	for _, name := range slices.Sorted(maps.Keys(h.sources)) {
		if s := h.sources[name]; s.Works > 0 {
			c.Sources = append(c.Sources, *s)
			c.Date = max(c.Date, s.Date)
		}
	}
	for year, works := range h.years {
		if works <= 0 || year == 0 {
			continue
		}
		if c.Years[0] == 0 || year < c.Years[0] {
			c.Years[0] = year
		}
		c.Years[1] = max(c.Years[1], year)
	}
	return c
}

// venueInYear is a venue, by the hash of its key, in a year; 0 stands for all years.
type venueInYear struct {
	venue term
	year  int
}

// venueCounts tells how many works of a venue there are in a year. Venues that
// come when there are very many are left out: what is not held is not covered.
type venueCounts map[venueInYear]int

const mostVenueCounts = 1 << 20

// count counts a work that has these venues and years.
func (c venueCounts) count(venues []term, years []int, by int) {
	for _, venue := range venues {
		c[venueInYear{venue, 0}] += by
		for _, year := range years {
			c[venueInYear{venue, year}] += by
		}
	}
}

// distinct counts the venues.
func (c venueCounts) distinct() int {
	n := 0
	for v, works := range c {
		if v.year == 0 && works > 0 {
			n++
		}
	}
	return n
}

// venueTerms remembers under which terms names of venues are counted.
type venueTerms map[string][]term

// mostVenueTerms bounds the names that are remembered.
const mostVenueTerms = 1 << 14

// of returns the terms of all venues of a work, each once.
func (v venueTerms) of(w *authority.Work) []term {
	if len(w.Venues) == 1 {
		return v.name(w.Venues[0])
	}
	var terms []term
	for _, name := range w.Venues {
		terms = append(terms, v.name(name)...)
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

func (v venueTerms) name(name string) []term {
	terms, ok := v[name]
	if !ok {
		if len(v) == mostVenueTerms {
			clear(v)
		}
		terms = termsOfVenue(name)
		v[name] = terms
	}
	return terms
}

// termsOfVenue returns what the works of a venue are counted under.
func termsOfVenue(name string) []term {
	venue := compare.FoldVenue(name)
	keys := venue.Keys()
	terms := make([]term, 0, len(keys))
	for _, key := range keys {
		terms = append(terms, newTerm(byVenue, key))
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// A packed count has the hash of the venue, the year and the count.
const (
	venueSize      = 8
	yearSize       = 2
	venueCountSize = venueSize + yearSize + 4
)

// pack returns the counts in the order of venues and years.
func (c venueCounts) pack() []byte {
	order := slices.SortedFunc(maps.Keys(c), func(a, b venueInYear) int {
		return cmp.Or(cmp.Compare(a.venue, b.venue), cmp.Compare(a.year, b.year))
	})
	packed := make([]byte, 0, len(c)*venueCountSize)
	for _, v := range order {
		packed = binary.LittleEndian.AppendUint64(packed, uint64(v.venue))
		packed = binary.LittleEndian.AppendUint16(packed, uint16(v.year))
		packed = binary.LittleEndian.AppendUint32(packed, uint32(c[v]))
	}
	return packed
}

// packedVenueCounts are counts as they are packed, to be searched.
type packedVenueCounts []byte

var errVenueCounts = errors.New("the counts of venues are not in order")

func readVenueCounts(packed []byte) (packedVenueCounts, error) {
	if len(packed)%venueCountSize != 0 {
		return nil, errVenueCounts
	}
	return packed, nil
}

// holds tells how many works of a venue and a year there are.
func (c packedVenueCounts) holds(venue string, year int) int {
	most := 0
	for _, t := range termsOfVenue(venue) {
		most = max(most, c.count(venueInYear{t, year}))
	}
	return most
}

func (c packedVenueCounts) count(wanted venueInYear) int {
	i, found := sort.Find(len(c)/venueCountSize, func(i int) int {
		at := c[i*venueCountSize:]
		return cmp.Or(
			cmp.Compare(uint64(wanted.venue), binary.LittleEndian.Uint64(at)),
			cmp.Compare(wanted.year, int(binary.LittleEndian.Uint16(at[venueSize:]))),
		)
	})
	if !found {
		return 0
	}
	return int(binary.LittleEndian.Uint32(c[i*venueCountSize+venueSize+yearSize:]))
}
