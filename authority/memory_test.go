package authority_test

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/internal/fold"
)

// memory is an authority that holds works in memory.
type memory struct {
	name   string
	works  []*authority.Work
	byID   map[string][]int
	titles map[string][]int // by the folded title, and the parts before and behind a colon
	words  map[string][]int // by the words of the title
	counts map[venueYear]int
	err    error
}

type venueYear struct {
	venue string
	year  int
}

func newMemory(name string, works ...*authority.Work) *memory {
	m := &memory{name: name, works: works, byID: map[string][]int{}, titles: map[string][]int{}, words: map[string][]int{}, counts: map[venueYear]int{}}
	for i, w := range works {
		for _, id := range identifiers(&w.Record) {
			m.byID[id] = append(m.byID[id], i)
		}
		for _, title := range append([]string{w.Record.Title}, w.Titles...) {
			folded := fold.NewTitle(title)
			for _, key := range keysOf(&folded) {
				m.titles[key] = append(m.titles[key], i)
			}
			for _, word := range uniqueWords(folded.Words) {
				m.words[word] = append(m.words[word], i)
			}
		}
		for name := range venueNames(w.Venues) {
			for _, year := range w.Years {
				m.counts[venueYear{name, year}]++
			}
		}
	}
	return m
}

func identifiers(r *citation.Reference) []string {
	var ids []string
	for kind, id := range []string{fold.DOI(r.DOI), fold.ArXiv(r.ArXiv), fold.ISBN(r.ISBN), r.PMID} {
		if id != "" {
			ids = append(ids, string(rune('0'+kind))+id)
		}
	}
	return ids
}

func keysOf(t *fold.Title) []string {
	keys := []string{t.Full, t.Main, t.Sub}
	slices.Sort(keys)
	return slices.DeleteFunc(slices.Compact(keys), func(k string) bool { return k == "" })
}

func uniqueWords(words []string) []string {
	unique := slices.Clone(words)
	slices.Sort(unique)
	return slices.Compact(unique)
}

// venueNames are the names under which works of venues are counted.
func venueNames(venues []string) map[string]bool {
	names := map[string]bool{}
	for _, venue := range venues {
		for _, name := range foldedVenue(venue).Keys() {
			names[name] = true
		}
	}
	return names
}

func foldedVenue(name string) *compare.Venue {
	v := compare.FoldVenue(name)
	return &v
}

// Find implements [Authority]. A title is also found by any two of its four
// rarest words.
func (m *memory) Find(_ context.Context, q *authority.Query) ([]*authority.Work, error) {
	if m.err != nil {
		return nil, m.err
	}
	var found []int
	for _, id := range identifiers(&citation.Reference{DOI: q.DOI, ArXiv: q.ArXiv, ISBN: q.ISBN, PMID: q.PMID}) {
		found = append(found, m.byID[id]...)
	}
	title := fold.NewTitle(q.Title)
	for _, key := range keysOf(&title) {
		found = append(found, m.titles[key]...)
	}
	found = append(found, m.likeTitles(title.Words)...)
	var works []*authority.Work
	for n, i := range found {
		if !slices.Contains(found[:n], i) {
			works = append(works, m.works[i])
		}
	}
	return works, nil
}

func (m *memory) likeTitles(words []string) []int {
	const rarest, common, most = 5, 3000, 20
	words = slices.DeleteFunc(uniqueWords(words), func(w string) bool { return len(m.words[w]) == 0 || len(m.words[w]) > common })
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(m.words[a]), len(m.words[b])) })
	hits := map[int]int{}
	for _, word := range words[:min(len(words), rarest)] {
		for _, i := range m.words[word] {
			hits[i]++
		}
	}
	var like []int
	for i, n := range hits {
		if n >= 2 || n == len(words) {
			like = append(like, i)
		}
	}
	slices.SortFunc(like, func(a, b int) int { return cmp.Or(cmp.Compare(hits[b], hits[a]), cmp.Compare(a, b)) })
	return like[:min(len(like), most)]
}

func (m *memory) Coverage() *authority.Coverage {
	return &authority.Coverage{Name: m.name, Works: len(m.works), Holds: func(venue string, year int) int {
		most := 0
		for _, name := range foldedVenue(venue).Keys() {
			most = max(most, m.counts[venueYear{name, year}])
		}
		return most
	}}
}

// readBib returns the entries of a .bib as works.
func readBib(text []byte) []*authority.Work {
	var works []*authority.Work
	file := bib.Read("test.bib", text)
	for i := range file.Entries {
		e := &file.Entries[i]
		if e.Type == "proceedings" {
			continue
		}
		r, _ := citation.BibReference(file, e)
		w := &authority.Work{Record: r, Status: authority.Published, Origin: authority.Origin{Source: "bib", Key: e.Key}}
		if r.Container != "" {
			w.Venues = []string{r.Container}
		}
		if len(w.Venues) == 0 {
			w.Status = authority.Preprint
		}
		if year, err := strconv.Atoi(r.Year); err == nil {
			w.Years = []int{year}
		}
		works = append(works, w)
	}
	return works
}
