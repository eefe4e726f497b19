package dump

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/factcite/factcite/authority/internal/worktest"

	"github.com/factcite/factcite/authority"
	"github.com/google/go-cmp/cmp"
)

// openShared opens a file of the folder of shared measuring data.
func openShared(t testing.TB, name string) File {
	t.Helper()
	f, err := os.Open(worktest.SharedFile(t, name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return File{Name: name, Reader: f}
}

// readCount is what a dump yields.
type readCount struct{ Works, Published, Preprints, Retracted, Questioned, Authors, Venues, DOIs, ArXiv, Dated int }

// Every sample of a dump is read to its last record, with what it states.
func TestReadDumpOfSharedSamples(t *testing.T) {
	for name, want := range map[string]readCount{
		"2024.inv.xml":                     {Works: 2, Published: 2, Authors: 2, Venues: 3, DOIs: 2, Dated: 2},
		"anthology.bib":                    {Works: 1, Published: 1, Authors: 2, Venues: 1, DOIs: 1, Dated: 1},
		"arxiv-metadata-oai-snapshot.json": {Works: 2, Published: 1, Preprints: 1, Authors: 4, Venues: 1, DOIs: 1, ArXiv: 2, Dated: 2},
		"crossref_public_data_file_0.json": {Works: 3, Published: 2, Retracted: 1, Authors: 2, Venues: 3, DOIs: 3, ArXiv: 1, Dated: 2},
		"crossref_records.jsonl":           {Works: 3, Published: 2, Retracted: 1, Authors: 2, Venues: 3, DOIs: 3, ArXiv: 1, Dated: 2},
		"csl.json":                         {Works: 2, Published: 1, Preprints: 1, Authors: 3, Venues: 1, DOIs: 1, ArXiv: 1, Dated: 2},
		"datacite_dois.jsonl":              {Works: 1, Published: 1, Authors: 1, DOIs: 1, ArXiv: 1, Dated: 1},
		"dblp.xml":                         {Works: 3, Published: 2, Preprints: 1, Authors: 3, Venues: 2, DOIs: 1, ArXiv: 1, Dated: 3},
		"openalex_works.jsonl":             {Works: 1, Published: 1, Authors: 2, Venues: 2, DOIs: 1, Dated: 1},
		"refs.bib":                         {Works: 3, Published: 2, Preprints: 1, Authors: 6, Venues: 2, DOIs: 1, ArXiv: 1, Dated: 3},
		"retraction_watch.csv":             {Works: 2, Retracted: 1, Questioned: 1, Authors: 3, Venues: 2, DOIs: 1, Dated: 2},
		"s2_papers.jsonl":                  {Works: 1, Published: 1, Authors: 2, Venues: 2, DOIs: 1, ArXiv: 1, Dated: 1},
	} {
		if diff := cmp.Diff(want, countShared(t, openShared(t, filepath.Join("samples/dumps", name)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Every entry of the corpus of venues is a published work; one of them has no year.
func TestReadDumpOfSharedVenues(t *testing.T) {
	worktest.Long(t)
	got := countShared(t, openShared(t, "verify/venues.bib.gz"))
	if got.Works != 164_518 || got.Published != got.Works || got.Venues < 164_000 || got.DOIs < 100_000 || got.Dated != got.Works-1 {
		t.Errorf("read %+v, want 164,518 published works, all dated but one", got)
	}
}

func countShared(t *testing.T, d File) (count readCount) {
	t.Helper()
	for w, err := range Read(d) {
		if err != nil {
			t.Error(err)
			continue
		}
		if err := worktest.Check(w); err != nil {
			t.Errorf("%s: %v", d.Name, err)
		}
		count.Works++
		switch w.Status {
		case authority.Published:
			count.Published++
		case authority.Preprint:
			count.Preprints++
		case authority.Retracted:
			count.Retracted++
		case authority.Questioned:
			count.Questioned++
		}
		count.Authors += len(w.Record.Authors)
		count.Venues += len(w.Venues)
		if w.Record.DOI != "" {
			count.DOIs++
		}
		if w.Record.ArXiv != "" {
			count.ArXiv++
		}
		if len(w.Years) > 0 {
			count.Dated++
		}
	}
	return count
}
