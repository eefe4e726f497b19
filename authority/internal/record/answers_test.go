package record

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/citation"
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

// onOneLine writes all that a work says.
func onOneLine(w *authority.Work) string {
	return strings.ReplaceAll(strings.TrimSpace(worktest.Text(w)), "\n  ", "; ")
}

// TestAnswers holds what is read of an answer, and what is said of one that holds no records.
func TestAnswers(t *testing.T) {
	agency := DOIAgency("10.5555/x")
	for _, test := range []struct {
		read       func([]byte, string) ([]*authority.Work, error)
		body, want string
	}{
		{PubMedIDs, `{"esearchresult":{"count":"2","idlist":["7000001","7000002"]}}`, `pubmed "7000001" 2026-09-01, published misc; pmid: 7000001; pubmed "7000002" 2026-09-01, published misc; pmid: 7000002`},
		{PubMedIDs, `{"esearchresult":{"idlist":[]}}`, ""},
		{PubMedIDs, `{"esearchresult":{"ERROR":"no such cart"}}`, `it is the error "no such cart"`},
		{PubMedIDs, `{"felt":1}`, "it holds no list of IDs"},
		{PubMedArticles, `<?xml version="1.0"?><PubmedArticleSet><PubmedBookArticle/><PubmedArticle><MedlineCitation><PMID>7000001</PMID><Article><ArticleTitle>Felt rims.</ArticleTitle></Article></MedlineCitation></PubmedArticle>` +
			`<PubmedArticle><MedlineCitation><Article><ArticleTitle>Without an ID</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`, `pubmed "7000001" 2026-09-01, published article; title: Felt rims; pmid: 7000001`},
		{PubMedArticles, `<PubmedArticleSet></PubmedArticleSet>`, ""},
		{PubMedArticles, `<PubmedArticleSet/>`, ""},
		{PubMedArticles, `<PubmedArticleSet>`, "it ends in the middle"},
		{PubMedArticles, `<eFetchResult><ERROR>felt</ERROR></eFetchResult>`, `it holds "eFetchResult" instead of a PubmedArticleSet`},
		{PubMedArticles, `{}`, "it holds no PubmedArticleSet"},
		{DBLP, `{"result":{"status":{"@code":"500"},"hits":{}}}`, `it has the status "500"`},
		{DBLP, `{"result":{"status":{"@code":"200"}}}`, "it holds no hits"},
		{DBLP, `{"result":{"status":{"@code":"200"},"hits":{}}}`, ""},
		{DBLP, `{"result":{"hits":{"hit":[{"info":{"title":"Rims.","key":"felt/rims"}}]}}}`, `dblp "felt/rims" 2026-09-01, published misc; title: Rims`},
		{OpenReviewNotes, `{"notes":[{"id":"rims","forum":"rims","content":{"title":{"value":"Felt rims"},"authors":{"value":["Ana Roe"]},"venue":{"value":"ICLR 2024"}}}]}`, `openreview "rims" 2026-09-01, published inproceedings; title: Felt rims; authors: Roe, Ana; container: ICLR 2024; venues: ICLR 2024; year: 2024; years: [2024]; url: https://openreview.net/forum?id=rims`},
		{OpenReviewNotes, `{"felt":1}`, "it holds no list of records"},
		{agency, `[{"DOI":"10.5555/y","RA":"DataCite"},{"DOI":"10.5555/X","RA":"Crossref"}]`, `doi.org "" 2026-09-01, published misc; doi: 10.5555/x`},
		{agency, `[{"DOI":"10.5555/x","status":"DOI does not exist"}]`, ""},
		{agency, `[{"DOI":"10.5555/x","status":"Invalid DOI"}]`, `it says "Invalid DOI" of the DOI`},
		{agency, `[{"DOI":"10.5555/y","RA":"Crossref"}]`, "it says nothing of the DOI"},
		{agency, `{}`, "it says nothing of the DOI"},
	} {
		works, err := test.read([]byte(test.body), "2026-09-01")
		var got []string
		for _, w := range works {
			got = append(got, onOneLine(w))
		}
		if err != nil {
			got = append(got, err.Error())
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.body, diff)
		}
	}
}

// TestRecordsOfNoForm holds what is said of what is no record of JSON, and how long it is.
func TestRecordsOfNoForm(t *testing.T) {
	for text, want := range map[string]string{
		``: "0: it ends in the middle", `[1]`: `0: want a record, not "["`, `é`: `0: want a record, not "é"`, `{"a":`: "0: it ends in the middle", `{"felt":1} `: "10: it has not the members of a record of any known form",
	} {
		var j JSON
		works, length, err := j.Read([]byte(text))
		if got := fmt.Sprintf("%d: %v", length, err); len(works) > 0 || got != want {
			t.Errorf("%q: %d works, %s, want %s", text, len(works), got, want)
		}
	}
}

// TestLongListsOfNames holds that a list of very many people counts as cut short.
func TestLongListsOfNames(t *testing.T) {
	for n, cut := range map[int]bool{maxNames - 1: false, maxNames: true, maxNames + 1: true} {
		var w draft
		for i := range n {
			w.addAuthor(citation.Name{Family: fmt.Sprint("Roe", i)})
		}
		if w.Record.EtAl != cut || len(w.Record.Authors) != min(n, maxNames) {
			t.Errorf("of %d people there are %d, cut short: %t", n, len(w.Record.Authors), w.Record.EtAl)
		}
	}
	var w draft
	ana, bo, other := citation.Name{Given: "Ana", Family: "Roe"}, citation.Name{Given: "Bo", Family: "Lim"}, citation.Name{Given: "Ana", Family: "Falk"}
	for _, n := range [][2]citation.Name{{bo, {}}, {ana, other}, {{Family: "others"}, other}, {{}, other}, {bo, {}}} {
		w.addAuthorToo(n[0], n[1])
	}
	if diff := cmp.Diff([]citation.Name{{}, other}, w.AuthorsToo); diff != "" || len(w.Record.Authors) != 3 || !w.Record.EtAl {
		t.Errorf("%+v: other names (-want +got):\n%s", w.Record.Authors, diff)
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
