package record

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority/internal/worktest"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/internal/linear"
)

// TestSharedAnswers reads answers as they were recorded.
func TestSharedAnswers(t *testing.T) {
	folder := worktest.SharedFile(t, "samples/dumps")
	tests := map[string]struct {
		read  func([]byte, string) ([]*authority.Work, error)
		works int
	}{
		"api_crossref_works.json": {CrossrefList, 1},
		"api_datacite_dois.json":  {DataCite, 1},
		"api_dblp_ok.json":        {DBLP, 2},
		"api_dblp_empty.json":     {DBLP, 0},
		"api_arxiv_ok.xml":        {ArXivFeed, 1},
		"api_arxiv_empty.xml":     {ArXivFeed, 0},
	}
	for name, test := range tests {
		body, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Skip(err)
		}
		works, err := test.read(body, "2026-09-01")
		if err != nil || len(works) != test.works {
			t.Errorf("%s: %d works and the error %v, want %d works", name, len(works), err, test.works)
		}
		for _, w := range works {
			if w.Record.Title == "" || len(w.Record.Authors) == 0 || w.Record.Year != "2024" || w.Origin.Key == "" {
				t.Errorf("%s: lacks a field:\n%s", name, worktest.Text(w))
			}
		}
	}
	if body, err := os.ReadFile(filepath.Join(folder, "api_arxiv_error.xml")); err == nil {
		if _, err := ArXivFeed(body, "2026-09-01"); err == nil {
			t.Error("an entry that tells of an error is read as a work")
		}
	}
}

// TestHostileAnswers reads answers that repeat what has no end, which must not be
// looked for again and again.
func TestHostileAnswers(t *testing.T) {
	const entry, endEntry = "<feed><entry><id>http://arxiv.org/abs/2305.00007</id><title>", "</title></entry></feed>"
	const record, endRecord = `{"message":{"type":"journal-article","DOI":"10.5555/x","title":["`, `"]}}`
	for name, test := range map[string]struct {
		read                    func([]byte, string) ([]*authority.Work, error)
		before, repeated, after string
	}{
		"comments":     {ArXivFeed, "<feed>", "<!--", ""},
		"instructions": {ArXivFeed, "<feed>", "<?", ""},
		"end tags":     {ArXivFeed, "<feed><entry>", "</feed", ""},
		"start tags":   {ArXivFeed, "<feed><entry>", "<a>", "</entry></feed>"},
		"elements":     {ArXivFeed, entry + endEntry[:8], "<author></author>", "</entry></feed>"},
		"formulas":     {ArXivFeed, entry, "<tex-math>", endEntry},
		"annotations":  {CrossrefWork, record, "<annotation >", endRecord},
		"brackets":     {CrossrefWork, record, "<", endRecord},
		"ampersands":   {CrossrefWork, record, "&amp", endRecord},
		"escapes":      {CrossrefWork, record, `\\\"`, endRecord},
		"titles":       {CrossrefWork, record + `"`, `,"a"`, endRecord[1:]},
		"depth":        {DBLP, "", `{"result":`, ""},
		"hits":         {DBLP, `{"result":{"hits":{"hit":[`, `{"info":{}},`, `{}]}}}`},
	} {
		t.Run(name, func(t *testing.T) {
			linear.Check(t, 256<<10, func(size int) func() {
				answer := []byte(test.before + strings.Repeat(test.repeated, size/len(test.repeated)) + test.after)
				return func() { test.read(answer, "2026-09-01") }
			})
		})
	}
}

func FuzzReadAnswers(f *testing.F) {
	files, err := filepath.Glob("../../online/testdata/api/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte(`{"message":{"items":[{}]}}`))
	f.Add([]byte(`[{"DOI":"10.5555/X","RA":"Crossref"},{"DOI":"10.5555/x","status":"DOI does not exist"}]`))
	f.Add([]byte(`{"type":"article-journal","title":"A","DOI":"10.5555/x","author":[{"family":"Roe"}]}`))
	f.Add([]byte(`<feed><entry><id>http://arxiv.org/abs/2305.00007</id><title>A</title><author/></entry></feed>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, read := range []func([]byte, string) ([]*authority.Work, error){CrossrefWork, CrossrefList, DataCite, DBLP, ArXivFeed, CSL, DOIAgency("10.5555/x"), OpenAlexWork, OpenAlexList, SemanticScholarBatch, SemanticScholarMatch} {
			works, _ := read(body, "2026-09-01")
			for _, w := range works {
				if w == nil {
					continue // in the place of what Semantic Scholar does not know
				}
				if err := worktest.Check(w); err != nil {
					t.Errorf("%v:\n%s", err, worktest.Text(w))
				}
			}
		}
	})
}
