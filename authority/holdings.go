package authority

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/factcite/factcite/citation"
)

// holdings is what an index holds, counted.
type holdings struct {
	works   int
	sources map[string]*SourceCount
	years   map[int]int
	venues  venueCounts
}

func newHoldings() *holdings {
	return &holdings{sources: map[string]*SourceCount{}, years: map[int]int{}, venues: venueCounts{}}
}

// count counts a work, or with -1 takes it out again.
func (h *holdings) count(w *Work, by int) {
	h.works += by
	h.source(w.Origin.Source, w.Origin.Date).Works += by
	for _, year := range w.Years {
		h.years[year] += by
	}
	h.venues.count(w, by)
}

// source returns the count of a source, dated no earlier than the date.
func (h *holdings) source(name, date string) *SourceCount {
	s := h.sources[name]
	if s == nil {
		s = &SourceCount{Source: name}
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
	for t, works := range other.venues {
		h.venues[t] += works
	}
}

// coverage sums the holdings up.
func (h *holdings) coverage() Coverage {
	c := Coverage{Works: h.works, Venues: h.venues.distinct()}
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

// venueCounts tells how many works of a venue there are in a year.
type venueCounts map[venueInYear]int

// count counts a work once under every venue that it names.
func (c venueCounts) count(w *Work, by int) {
	venues := make([]term, 0, 4)
	for _, name := range w.Venues {
		if key := venueKey(name); key != "" {
			venues = append(venues, newTerm(byVenue, key))
		}
	}
	slices.Sort(venues)
	for _, venue := range slices.Compact(venues) {
		c[venueInYear{venue, 0}] += by
		for _, year := range w.Years {
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

// venueKey returns what a venue is counted under: its name in the table of
// venues, or the words of the one it is given without numbers, which tell one
// year's proceedings from another's.
func venueKey(name string) string {
	if v, ok := citation.LookupVenue(name); ok {
		return v.Name
	}
	words := slices.DeleteFunc(strings.Fields(citation.Fold(name)), func(word string) bool {
		return strings.ContainsAny(word, "0123456789")
	})
	return strings.Join(words, " ")
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
	key := venueKey(venue)
	if key == "" {
		return 0
	}
	wanted := venueInYear{newTerm(byVenue, key), year}
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
