package authority_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/internal/venue"

	"github.com/factcite/factcite/citation"
	"github.com/google/go-cmp/cmp"
)

// seedRecord is a work of the seed's records.
type seedRecord struct {
	ID       string
	Title    string
	Variants []struct{ Title string } `json:"title_variants"`
	Authors  []string
	Year     int
	Venue    string
	Aliases  []string `json:"venue_aliases"`
	Pages    string
	DOI      string
	ArXiv    struct{ ID string } `json:"arxiv"`
}

func (s *seedRecord) work() *authority.Work {
	w := &authority.Work{
		Record: citation.Reference{Type: citation.InProceedings, Title: s.Title, Year: yearName(s.Year), Pages: s.Pages, DOI: s.DOI, ArXiv: s.ArXiv.ID},
		Years:  []int{s.Year},
		Status: authority.Preprint,
		Origin: authority.Origin{Source: "csl", Key: s.ID, Date: "2026-09"},
	}
	for _, v := range s.Variants {
		w.Titles = append(w.Titles, v.Title)
	}
	for _, name := range s.Authors {
		last := strings.LastIndexByte(name, ' ')
		w.Record.Authors = append(w.Record.Authors, citation.Name{Given: name[:last], Family: name[last+1:]})
	}
	for _, container := range append([]string{s.Venue}, s.Aliases...) {
		if !venue.IsPreprintServer(container) {
			w.Venues = append(w.Venues, container)
			w.Status = authority.Published
		}
	}
	if len(w.Venues) > 0 {
		w.Record.Container = w.Venues[0]
	}
	return w
}

func yearName(year int) string { return strconv.Itoa(year) }

// seedAnswer is what matters of an answer about a fact of the seed.
type seedAnswer struct {
	Verdict      authority.Verdict
	Contradicted []string
	Known        []string
	Fillable     []string
	Published    bool
}

// TestSeed looks up what the sentences of the seed page state.
func TestSeed(t *testing.T) {
	content, err := os.ReadFile(worktest.SharedFile(t, "seed/records.json"))
	if err != nil {
		t.Fatal(err)
	}
	var records struct{ Works []*seedRecord }
	if err := json.Unmarshal(content, &records); err != nil {
		t.Fatal(err)
	}
	var works []*authority.Work
	for _, record := range records.Works {
		works = append(works, record.work())
	}
	known := newMemory("seed", works...)
	pages, _ := filepath.Glob(filepath.Join(filepath.Dir(worktest.SharedFile(t, "seed/records.json")), "*.txt"))
	page, err := os.ReadFile(pages[0])
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]seedAnswer{}
	for line := range strings.Lines(string(page)) {
		sentence, ok := strings.CutPrefix(strings.TrimSpace(line), "reference")
		if !ok {
			continue
		}
		for _, r := range citation.Parse(sentence).References {
			answer := authority.Verify(context.Background(), []authority.Authority{known}, &r, nil)
			a := seedAnswer{Verdict: answer.Verdict, Published: answer.Published, Fillable: answer.Fillable}
			for _, d := range answer.Differences {
				a.Contradicted, a.Known = append(a.Contradicted, d.Field), append(a.Known, d.Known)
			}
			got[strings.Join(strings.Fields(r.Title)[:3], " ")] = a
		}
	}
	want := map[string]seedAnswer{
		"Synthetic data generation": {Verdict: authority.Agree, Fillable: []string{"authors", "arxiv", "doi"}},
		"Datadreamer: a tool":       {Verdict: authority.Agree, Fillable: []string{"authors", "container", "pages", "doi"}, Published: true},
		"Collapse or thrive?":       {Verdict: authority.Agree, Fillable: []string{"authors", "container", "year", "pages"}, Published: true},
		"Is model collapse":         {Verdict: authority.Agree, Fillable: []string{"authors", "arxiv"}},
		"Towards a theoretical":     {Verdict: authority.Agree, Fillable: []string{"authors", "container", "year", "arxiv"}},
		"Best practices and":        {Verdict: authority.Contradicted, Contradicted: []string{"container"}, Known: []string{"First Conference on Language Modeling or COLM 2024"}, Fillable: []string{"authors", "year", "arxiv"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
