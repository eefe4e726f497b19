package phrase

import (
	"testing"

	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
)

// TestTypes holds which type a work has by what is said of it.
func TestTypes(t *testing.T) {
	one := []ref.Name{{Given: "Ann", Family: "Lee"}}
	for _, c := range []struct {
		name string
		work Work
		want ref.EntryType
	}{
		{"nothing", Work{}, ref.Misc},
		{"a paper", Work{Noun: "paper"}, ref.Misc},
		{"an article", Work{Noun: "article"}, ref.Article},
		{"a book", Work{Noun: "book"}, ref.Book},
		{"a chapter", Work{Noun: "chapter"}, ref.InCollection},
		{"a report", Work{Noun: "report"}, ref.TechReport},
		{"a thesis", Work{Noun: "thesis"}, ref.PhDThesis},
		{"a master's thesis", Work{Noun: "thesis", Master: true}, ref.MastersThesis},
		{"a master's paper", Work{Noun: "paper", Master: true}, ref.Misc},
		{"a thesis in a journal", Work{Noun: "thesis", Reference: ref.Reference{Container: "Cart Journal"}}, ref.PhDThesis},
		{"a standard", Work{Standard: true, Noun: "book"}, ref.TechReport},
		{"a patent", Work{Patent: true, Noun: "report"}, ref.Misc},
		{"software", Work{Noun: "book", Reference: ref.Reference{Kind: ref.Software}}, ref.Misc},
		{"an archive's", Work{Noun: "paper", Reference: ref.Reference{Publisher: "Zenodo"}}, ref.Misc},
		{"an archive's article", Work{Noun: "article", Reference: ref.Reference{Publisher: "Zenodo"}}, ref.Article},
		{"a page", Work{WebPage: true, Reference: ref.Reference{Container: "Cart Journal"}}, ref.Misc},
		{"in a known journal", Work{Reference: ref.Reference{Container: "Nature"}}, ref.Article},
		{"at a known meeting", Work{Reference: ref.Reference{Container: "NeurIPS"}}, ref.InProceedings},
		{"in another journal", Work{Reference: ref.Reference{Container: "Cart Affairs"}}, ref.Article},
		{"at another meeting", Work{Meeting: true, Reference: ref.Reference{Container: "Cart Days"}}, ref.InProceedings},
		{"in proceedings", Work{Reference: ref.Reference{Container: "Symposium on Carts"}}, ref.InProceedings},
		{"in lecture notes", Work{Reference: ref.Reference{Container: "Cart Days", Series: "Lecture Notes in Carts"}}, ref.InProceedings},
		{"a series of lecture notes", Work{Reference: ref.Reference{Series: "Lecture Notes in Carts"}}, ref.Misc},
		{"a talk", Work{Noun: "talk", Meeting: true, Reference: ref.Reference{Container: "Cart Days"}}, ref.Misc},
		{"a talk in a journal", Work{Noun: "talk", Reference: ref.Reference{Container: "Cart Affairs"}}, ref.Article},
		{"a talk in proceedings", Work{Noun: "talk", Meeting: true, Reference: ref.Reference{Container: "Symposium on Carts"}}, ref.InProceedings},
		{"a talk alone", Work{Noun: "talk", Reference: ref.Reference{Institution: "Cork University"}}, ref.Misc},
		{"in a book", Work{Held: true, Reference: ref.Reference{Container: "Felt and Hay"}}, ref.InCollection},
		{"in a handbook", Work{Reference: ref.Reference{Container: "The Handbook of Carts"}}, ref.InCollection},
		{"in a companion", Work{Reference: ref.Reference{Container: "Cork Companion"}}, ref.InCollection},
		{"in what is edited", Work{Reference: ref.Reference{Container: "Felt and Hay", Editors: one}}, ref.InCollection},
		{"of an institution", Work{Reference: ref.Reference{Institution: "Harbour Institute"}}, ref.TechReport},
		{"an article of one", Work{Noun: "article", Reference: ref.Reference{Institution: "Harbour Institute"}}, ref.Article},
		{"of a press", Work{Reference: ref.Reference{Publisher: "Harbour Press"}}, ref.Book},
		{"of a house", Work{Reference: ref.Reference{Publisher: "Crown"}}, ref.Book},
		{"of a body", Work{Reference: ref.Reference{Publisher: "Harbour Institute"}}, ref.TechReport},
		{"a paper of a body", Work{Noun: "paper", Reference: ref.Reference{Publisher: "Harbour Institute"}}, ref.TechReport},
		{"a paper of a press", Work{Noun: "paper", Reference: ref.Reference{Publisher: "Harbour Press"}}, ref.Misc},
		{"an article of a body", Work{Noun: "article", Reference: ref.Reference{Publisher: "Harbour Institute"}}, ref.Article},
		{"edited for a body", Work{Reference: ref.Reference{Publisher: "Harbour Institute", Editors: one}}, ref.Book},
		{"edited", Work{Reference: ref.Reference{Editors: one}}, ref.Book},
		{"edited papers", Work{Noun: "papers", Reference: ref.Reference{Editors: one}}, ref.Book},
		{"an edited catalogue", Work{Noun: "catalogue", Reference: ref.Reference{Editors: one}}, ref.Book},
		{"an edited catalog", Work{Noun: "catalog", Reference: ref.Reference{Editors: one}}, ref.Book},
		{"an edited paper", Work{Noun: "paper", Reference: ref.Reference{Editors: one}}, ref.Misc},
		{"edited and written", Work{Reference: ref.Reference{Editors: one, Authors: one}}, ref.Misc},
		{"with an ISBN", Work{Reference: ref.Reference{ISBN: "978-0-306-40615-7"}}, ref.Book},
		{"a paper with an ISBN", Work{Noun: "paper", Reference: ref.Reference{ISBN: "978-0-306-40615-7"}}, ref.Misc},
	} {
		if got := c.work.Settled().Type; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	testIs(t, isDataRepository,
		[]string{"Zenodo", "figshare", "Dryad", "Dryad Digital Repository", "PANGAEA", "Harvard Dataverse", "Dataverse", "ICPSR", "OSF", "Mendeley Data", "data.gov", "UK Data Service", "UK Data Archive", "GBIF", "Kaggle"},
		[]string{"Harbour Press", ""})
	testIs(t, isReferenceBook,
		[]string{"handbook of carts", "cart encyclopedia", "encyclopaedia", "a companion", "dictionary of felt"},
		[]string{"handbooks", "cart journal", ""})
}

// TestSettled holds what is made of a work's fields when all of them are known.
func TestSettled(t *testing.T) {
	body, person := ref.Name{Literal: "Harbour Institute"}, ref.Name{Given: "Ann", Family: "Lee"}
	house := ref.Name{Family: "Pike"}
	for _, c := range []struct {
		name string
		work Work
		want string
	}{
		{"a body that published", Work{Issued: true, Issuers: "the Harbour Institute", Noun: "paper", Reference: ref.Reference{Authors: []ref.Name{body}}}, "techreport; institution the Harbour Institute"},
		{"bodies that published", Work{Issued: true, Issuers: "A and B", Reference: ref.Reference{Authors: []ref.Name{body, body}}}, "techreport; institution A and B"},
		{"a body that published a book", Work{Issued: true, Issuers: "the Harbour Institute", Noun: "book", Reference: ref.Reference{Authors: []ref.Name{body}}}, "book; authors Harbour Institute"},
		{"a body that published in a journal", Work{Issued: true, Issuers: "x", Reference: ref.Reference{Authors: []ref.Name{body}, Container: "Cart Affairs"}}, "article; authors Harbour Institute; container Cart Affairs"},
		{"a body and others", Work{Issued: true, Issuers: "x", Reference: ref.Reference{Authors: []ref.Name{body}, EtAl: true}}, "misc; authors Harbour Institute"},
		{"a body's preprint", Work{Issued: true, Issuers: "x", Reference: ref.Reference{Authors: []ref.Name{body}, Preprint: true}}, "misc; authors Harbour Institute"},
		{"a body at arXiv", Work{Issued: true, Issuers: "x", Reference: ref.Reference{Authors: []ref.Name{body}, ArXiv: "2101.01234"}}, "misc; authors Harbour Institute; arxiv 2101.01234"},
		{"a body that wrote", Work{Issuers: "x", Reference: ref.Reference{Authors: []ref.Name{body}}}, "misc; authors Harbour Institute"},
		{"a body and a person", Work{Issued: true, Issuers: "x", Reference: ref.Reference{Authors: []ref.Name{body, person}}}, "misc; authors Harbour Institute and Ann Lee"},
		{"a house's report", Work{Issued: true, Issuers: "Pike", Noun: "report", Reference: ref.Reference{Authors: []ref.Name{house}}}, "techreport; institution Pike"},
		{"a house's paper", Work{Issued: true, Issuers: "Pike", Noun: "paper", Reference: ref.Reference{Authors: []ref.Name{house}}}, "misc; authors Pike"},
		{"two houses' report", Work{Issued: true, Issuers: "x", Noun: "report", Reference: ref.Reference{Authors: []ref.Name{house, house}}}, "techreport; authors Pike and Pike"},
		{"a person's report", Work{Issued: true, Issuers: "x", Noun: "report", Reference: ref.Reference{Authors: []ref.Name{person}}}, "techreport; authors Ann Lee"},
		{"nobody's report", Work{Issued: true, Noun: "report"}, "techreport"},
		{"a meeting taken for a publisher", Work{Reference: ref.Reference{Publisher: "OSDI"}}, "inproceedings; container OSDI"},
		{"a journal taken for one", Work{Reference: ref.Reference{Publisher: "PNAS"}}, "book; publisher PNAS"},
		{"a meeting in lower case", Work{Reference: ref.Reference{Publisher: "NeurIPS"}}, "book; publisher NeurIPS"},
		{"a meeting beside a container", Work{Reference: ref.Reference{Publisher: "OSDI", Container: "Cart Affairs"}}, "article; container Cart Affairs; publisher OSDI"},
		{"a series of reports", Work{Reference: ref.Reference{Container: "Policy Research Working Paper", Volume: "12", Pages: "3–9"}}, "techreport; number 12; pages 3–9; genre Policy Research Working Paper"},
		{"a series with a range", Work{Reference: ref.Reference{Container: "Working Paper", Pages: "3–9"}}, "techreport; pages 3–9; genre Working Paper"},
		{"a series with two numbers", Work{Reference: ref.Reference{Container: "Working Paper", EID: "7", Volume: "3"}}, "techreport; number 3; eid 7; genre Working Paper"},
		{"a series with its number", Work{Reference: ref.Reference{Container: "Working Paper", Number: "7", Volume: "3"}}, "techreport; volume 3; number 7; genre Working Paper"},
		{"a report of a publisher", Work{Noun: "report", Reference: ref.Reference{Publisher: "Crown"}}, "techreport; institution Crown"},
		{"a talk of a publisher", Work{Noun: "talk", Reference: ref.Reference{Publisher: "Crown"}}, "misc; institution Crown"},
		{"a talk of a press", Work{Noun: "talk", Reference: ref.Reference{Publisher: "Harbour Press"}}, "misc; publisher Harbour Press"},
		{"a paper of a publisher", Work{Noun: "paper", Reference: ref.Reference{Publisher: "Harbour Press"}}, "misc; publisher Harbour Press"},
		{"an entry", Work{Noun: "entry", Reference: ref.Reference{Container: "Cork Encyclopedia"}}, "incollection, entry; container Cork Encyclopedia"},
		{"an entry of a dictionary", Work{Noun: "entry", Reference: ref.Reference{Container: "Cork Dictionary"}}, "incollection, entry; container Cork Dictionary"},
		{"a chapter", Work{Noun: "chapter", Reference: ref.Reference{Container: "Cork Handbook"}}, "incollection; container Cork Handbook"},
		{"a podcast", Work{Noun: "podcast"}, "misc, podcast"},
		{"a video", Work{Noun: "video"}, "misc, video"},
		{"a blog", Work{Noun: "blog"}, "misc, post"},
		{"a post in a journal", Work{Noun: "post", Reference: ref.Reference{Container: "Cart Affairs"}}, "article; container Cart Affairs"},
		{"a post that is software", Work{Noun: "post", Reference: ref.Reference{Kind: ref.Software}}, "misc, software"},
	} {
		s := NewText("")
		for _, row := range ref.Fields {
			f := row.Name
			if v := c.work.Value(f); v != nil && *v != "" || f == ref.FieldAuthors && len(c.work.Authors) > 0 {
				c.work.Mark(f, ref.Span{})
			}
		}
		r := c.work.Settled()
		got := string(r.Type)
		if r.Kind != "" {
			got += ", " + string(r.Kind)
		}
		if n := ref.SpokenNames(r.Authors); n != "" {
			got += "; authors " + n
		}
		for _, row := range ref.Fields {
			f := row.Name
			if v := r.Value(f); v != nil && *v != "" {
				got += "; " + string(f) + " " + *v
			}
			if _, marked := r.Spans[string(f)]; marked && r.Value(f) != nil && *r.Value(f) == "" {
				t.Errorf("%s: %s has a span and no value", c.name, f)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		s.Release()
	}
}

// TestPointsInto holds which numbers after a title are pages that are pointed to.
func TestPointsInto(t *testing.T) {
	for text, want := range map[string]string{
		"'The Quiet Cart', 57":   "",
		"'The Quiet Cart'), 57":  "57",
		"'The Quiet Cart'. x 57": "57",
		"57 'The Quiet Cart'":    "57",
	} {
		for _, known := range []ref.Reference{{}, {Year: "2012"}, {Container: "Cart Affairs"}, {Series: "Carts"}, {Publisher: "Crown"}, {Pages: "3"}, {Number: "4"}} {
			s, w := NewText(text), Work{Reference: known}
			for i := range s.Tokens {
				switch tok := s.At(i); tok.Kind {
				case Quoted:
					s.State(&w, ref.FieldTitle, s.Span(i, i+1))
				case Number:
					s.State(&w, ref.FieldVolume, s.Span(i, i+1))
				}
			}
			want := want
			if len(known.Year+known.Container+known.Series+known.Publisher+known.Pages+known.Number) > 0 {
				want = "57"
			}
			if got := w.Settled().Volume; got != want {
				t.Errorf("%s of %+v: volume %q, want %q", text, known, got, want)
			}
			s.Release()
		}
	}
}

// TestDerived holds what follows from what is stated, and what of.
func TestDerived(t *testing.T) {
	for _, c := range []struct {
		name string
		work ref.Reference
		want map[string]ref.Derived
	}{
		{"nothing", ref.Reference{}, nil},
		{"an arXiv ID", ref.Reference{ArXiv: "2101.01234"}, map[string]ref.Derived{"year": {Value: "2021", From: "the arXiv ID"}}},
		{"an arXiv ID and a year", ref.Reference{ArXiv: "2101.01234", Year: "2020"}, nil},
		{"a short year", ref.Reference{Container: "CART'97"}, map[string]ref.Derived{"year": {Value: "1997", From: "container"}}},
		{"a short year of this century", ref.Reference{Container: "CART’49"}, map[string]ref.Derived{"year": {Value: "2049", From: "container"}}},
		{"a short year of the last", ref.Reference{Container: "CART’50"}, map[string]ref.Derived{"year": {Value: "1950", From: "container"}}},
		{"no short year", ref.Reference{Container: "CART 97"}, nil},
		{"nor this", ref.Reference{Container: "CART'9x"}, nil},
		{"nor this one", ref.Reference{Container: "'97"}, map[string]ref.Derived{"year": {Value: "1997", From: "container"}}},
		{"a known meeting", ref.Reference{Container: "Neural Information Processing Systems", Year: "2019"}, map[string]ref.Derived{"venue": {Value: "NeurIPS", From: "container"}}},
		{"its acronym", ref.Reference{Container: "NeurIPS", Year: "2019"}, nil},
	} {
		w := Work{Reference: c.work}
		if diff := cmp.Diff(c.want, w.Settled().Derived); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	w := Work{Reference: ref.Reference{Container: "Carts 2012", Spans: map[string]ref.Span{"container": {5, 15}}}}
	if r := w.Settled(); r.Year != "2012" || r.Spans["year"] != (ref.Span{11, 15}) {
		t.Errorf("the year in a container is %q at %v", r.Year, r.Spans["year"])
	}
	for number, want := range map[string]string{"2019:4": "2019", "2019/04": "2019", "2019-12": "2019", "2019.4": "", "2019:": "", "20191:4": "", "9019:4": "", "TM-18-02": ""} {
		w := Work{Reference: ref.Reference{Number: number, Spans: map[string]ref.Span{"number": {7, 7 + len(number)}}}}
		if r := w.Settled(); r.Year != want || want != "" && r.Spans["year"] != (ref.Span{7, 11}) {
			t.Errorf("the year in the number %q is %q at %v, want %q", number, r.Year, r.Spans["year"], want)
		}
	}
	for name, want := range map[string]int{"Carts 2012": 6, "2012 Carts": 0, "Carts 20125": -1, "Carts 12012": -1, "Carts 3012": -1, "2012": 0, "201": -1, "": -1, "a1 2012b": 3} {
		if got := YearInside(name); got != want {
			t.Errorf("%q: a year at %d, want %d", name, got, want)
		}
	}
}
