package authority_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/golden"
)

// editions are works of which several records are known, or records that look as if they
// were of one work. Each line is a record: where it comes from, then its fields. What is
// stated alone is no record.
var editions = []struct{ why, records string }{
	{"a preprint, the meeting's paper and the journal's article",
		`arxiv | title=Slow wheels on soft ground | authors=Una|Vik; Wim|Xu | year=2016 | arxiv=1603.04321 | status=preprint
dblp | title=Slow Wheels on Soft Ground | authors=Una|Vik; Wim|Xu | year=2017 | container=ICML | type=inproceedings | pages=11–20 | doi=10.5555/soft.17
crossref | title=Slow wheels on soft ground: theory and practice | authors=Una|Vik; Wim|Xu; Yrsa|Zahl | year=2019 | container=Journal of Machine Learning Research | type=article | volume=20 | number=3 | pages=1–44 | doi=10.5556/soft.19`},
	{"a preprint whose record names what was published",
		`arxiv | title=Counting spokes | authors=Una|Vik | year=2018 | arxiv=1804.00017 | doi=10.5555/spokes.1
openalex | title=A theory of counted spokes | authors=Una|Vik | year=2019 | type=misc`},
	{"an aggregator beside a registry, which disagree",
		`openalex | key=W1 | title=Tar and its keeping in barrels | authors=Ove|Pihl; Rut|Sand | year=2011 | container=Journal of Felt Studies | type=article | volume=4 | pages=7–9 | doi=10.5555/tar.1 | mark=2021-02-03
crossref | title=Tar and its keeping in barrels | authors=O.|Pihl; R.|Sand | year=2012 | container=Journal of Felt Studies | type=article | volume=5 | pages=7-19 | doi=10.5555/tar.1 | publisher=Felt Press | month=6`},
	{"two aggregators with one mark",
		`openalex | title=Tar and its keeping in vats | authors=Ove|Pihl | year=2011 | container=Nature | type=article | doi=10.5555/tar.2 | mark=2021-02-03
semanticscholar | title=Tar and its keeping in vats | authors=Ove|Pihl | year=2011 | container=Nature | type=article | doi=10.5555/tar.2 | mark=2021-02-03`},
	{"an article and its copy in a repository",
		`crossref | title=Where the carts of the coast were made | authors=Siv|Tell | year=2013 | container=Nature | type=article | volume=9 | eid=e12 | doi=10.5555/coast.1
datacite | title=Where the carts of the coast were made | authors=Siv|Tell | year=2015 | doi=10.5281/zenodo.77 | publisher=Zenodo | type=misc | status=published`},
	{"two editions of a book, a review of it and a chapter",
		`dblp | key=a | title=The Wheelwright's Companion | authors=Tor|Ulv | year=1988 | type=book | publisher=Felt Press | isbn=0-306-40615-2
dblp | key=b | title=The Wheelwright's Companion | authors=Tor|Ulv | year=2004 | type=book | publisher=Straw Press | edition=2nd | isbn=978-3-16-148410-0
crossref | key=c | title=The Wheelwright's Companion | authors=Alf|Bo | year=1989 | type=article | container=Nature | volume=300
crossref | key=d | title=The Wheelwright's Companion | authors=Eli|Fos | year=2010 | type=incollection | container=A Handbook of Handbooks`},
	{"a thesis and the paper of its title",
		`dblp | key=t | title=Reins and the hands that hold them | authors=Gry|Hov | year=2009 | type=phdthesis | institution=University of Ohio
dblp | key=p | title=Reins and the hands that hold them | authors=Gry|Hov | year=2008 | type=inproceedings | container=ICML`},
	{"an entry of an encyclopedia",
		`crossref | title=Statute of carts and carriers | authors=Ivo|Jens | year=1999 | type=incollection | container=Encyclopedia of Roads`},
	{"editorials of one title",
		`dblp | key=a | title=Editorial | authors=Kai|Lie | year=2001 | container=Nature | type=article | volume=1
dblp | key=b | title=Editorial | authors=Kai|Lie | year=2001 | container=Nature | type=article | volume=2
dblp | key=c | title=Editorial | authors=Kai|Lie | year=2002 | container=Nature | type=article | volume=3
dblp | key=d | title=Editorial | authors=Moa|Nes | year=2001 | container=Journal of Felt Studies | type=article`},
	{"a record that has identifiers alone",
		`retractionwatch | doi=10.5555/bare.1 | notice=10.5555/bare.2 | mark=2020-01-02
crossref | title=How hay is stacked in the rain | authors=Ola|Prag | year=2018 | container=Nature | type=article | pmid=1234567`},
	{"identifiers that different records have",
		`stated | title=How hay is stacked in the rain | authors=Ola|Prag | year=2018 | container=Nature | type=article | pmid=1234567 | doi=10.5555/bare.1
retractionwatch | doi=10.5555/bare.1 | notice=10.5555/bare.2 | mark=2020-01-02
crossref | title=How hay is stacked in the rain | authors=Ola|Prag | year=2018 | container=Nature | type=article | pmid=1234567 | month=3 | url=https://felt.example/hay`},
	{"a preprint that had another title, beside a paper by the same people",
		`stated | title=Why hay is turned twice in wet summers | authors=Ola|Prag; Pia|Quist | year=2018 | container=Nature | type=article | arxiv=1702.00012
arxiv | title=Notes on hay | authors=Ola|Prag; Pia|Quist | year=2017 | arxiv=1702.00012 | status=preprint
crossref | title=Why hay is turned twice in wet summers | authors=Ola|Prag; Pia|Quist | year=2018 | container=Nature | type=article`},
	{"a DOI that leads elsewhere, beside the paper",
		`stated | title=Why straw is turned twice in wet summers | year=2018 | container=Nature | type=article | doi=10.5555/straw.1
crossref | key=a | title=Straw is turned in summers | authors=Rut|Sand | year=2003 | container=Journal of Felt Studies | type=article | doi=10.5555/straw.1
crossref | key=b | title=Why straw is turned twice in wet summers | authors=Ola|Prag | year=2018 | container=Nature | type=article`},
	{"two records that a third one joins",
		`crossref | title=Forks of three tines | authors=Sam|Toft | year=2001 | container=Nature | type=article | doi=10.5555/forks.1
dblp | title=On forks, by those who hold them | authors=Sam|Toft | year=2000 | arxiv=math/0001001 | status=preprint
openalex | title=Forks | authors=Sam|Toft | container=Nature | type=article | doi=10.5555/forks.1 | arxiv=math/0001001`},
	{"a record without authors that another completes",
		`crossref | title=Rakes and the women who made them | year=2011 | container=Nature | type=article | doi=10.5555/rakes.1
pubmed | title=Rakes and the women who made them | authors=Ulla|Voss | etal | year=2011 | container=Nature | type=article | doi=10.5555/rakes.1 | pmid=2345678 | month=5
datacite | title=Rakes and the women who made them | authors=Ulla|Voss | year=2010 | month=9 | doi=10.5281/zenodo.88 | publisher=Zenodo | url=https://felt.example/rakes`},
	{"a long title in letters of two bytes",
		`crossref | title=` + strings.Repeat("О пути ", 25) + ` | authors=Wim|Xu | year=2001 | container=Nature | type=article | doi=10.5555/puti.1`},
	{"records without a year",
		`crossref | key=a | title=Sledges for the roads of the northern valleys | authors=Wim|Xu | container=Nature | type=article
crossref | key=b | title=Sledges for the roads of the northern valleys | authors=Wim|Xu | year=in press | container=Journal of Felt Studies | type=article`},
	{"records without authors",
		`crossref | key=a | title=A survey of the roads of the northern valleys | year=1990 | container=Nature | type=article | volume=1
pubmed | key=b | title=A survey of the roads of the northern valleys | year=1991 | container=Nature | type=article | pmid=7654321
dblp | key=c | title=A survey of the roads of the northern valleys | year=1995 | container=Nature | type=article`},
	{"a workshop's paper and the journal's",
		`dblp | key=w | title=Bells that warn of carts at night | authors=Rolf|Sol; Tuva|Ude | year=2014 | container=Workshop on Sound at ICML | type=inproceedings
dblp | key=j | title=Bells that warn of carts at night | authors=Rolf|Sol; Tuva|Ude; Vera|Wold | year=2016 | container=Nature | type=article | number=7`},
	{"homonyms that dblp numbers, and others",
		`dblp | title=Wheels within wheels within wheels | authors=Wei|Wang 0001; Li|Zhang 0023 | etal | year=2020 | container=ICML | type=inproceedings`},
	{"who edited it",
		`dblp | title=Proceedings of the carters of the north | editors=Yva|Ziv; Ase|Brun | year=2003 | type=book | publisher=Felt Press`},
	{"long lists and titles",
		`crossref | title=` + strings.Repeat("On the long and winding ways of carts and carters ", 5) + ` | authors=` + longList + `; I|Ii; J|Jj; K|Kk; L|Ll; M|Mm | year=2007 | container=Nature | type=article | doi=10.5555/long.1`},
	{"a notice and what it withdraws",
		`crossref | key=a | title=Grease that never dries | authors=Cai|Dyb | year=2015 | container=Nature | type=article | doi=10.5555/grease.1
crossref | key=n | title=Retraction: Grease that never dries | authors=Cai|Dyb | year=2017 | container=Nature | type=article | doi=10.5555/grease.2
retractionwatch | doi=10.5555/grease.1 | notice=10.5555/grease.2 | mark=2017-05-06 | reason=Error in Data`},
	{"a notice that was taken back",
		`crossref | key=a | title=Glue that never dries | authors=Cai|Dyb | year=2015 | container=Nature | type=article | doi=10.5555/glue.1 | notice=10.5555/glue.2 | mark=2017-05-06
retractionwatch | doi=10.5555/glue.1 | notice=10.5555/glue.3 | mark=2017-05-06 | status=reinstated`},
}

// editionRecord reads a line of [editions].
func editionRecord(t *testing.T, line string) *authority.Work {
	t.Helper()
	source, rest, _ := strings.Cut(line, " | ")
	w := &authority.Work{Status: authority.Published, Origin: authority.Origin{Source: source, Date: "2026-09"}}
	r := &w.Record
	r.Type = citation.Misc
	var notice authority.Retraction
	texts := map[string]*string{
		"title": &r.Title, "year": &r.Year, "container": &r.Container, "arxiv": &r.ArXiv, "doi": &r.DOI, "isbn": &r.ISBN, "pmid": &r.PMID,
		"volume": &r.Volume, "number": &r.Number, "pages": &r.Pages, "eid": &r.EID, "publisher": &r.Publisher, "institution": &r.Institution, "edition": &r.Edition, "url": &r.URL,
		"key": &w.Origin.Key, "mark": &notice.Date, "notice": &notice.Notice, "reason": &notice.Reason,
	}
	status := ""
	texts["status"] = &status
	for field := range strings.SplitSeq(rest, " | ") {
		switch name, value, _ := strings.Cut(field, "="); name {
		case "authors":
			r.Authors = worktest.Names(value)
		case "editors":
			r.Editors = worktest.Names(value)
		case "etal":
			r.EtAl = true
		case "type":
			r.Type = citation.EntryType(value)
		case "month":
			fmt.Sscan(value, &r.Month)
		default:
			if texts[name] == nil {
				t.Fatalf("no field %q", name)
			}
			*texts[name] = strings.TrimSpace(value)
		}
	}
	if r.Container != "" {
		w.Venues = []string{r.Container}
	}
	var year int
	if _, err := fmt.Sscan(r.Year, &year); err == nil {
		w.Years = []int{year}
	}
	if notice != (authority.Retraction{}) {
		w.Status, w.Retraction = authority.Retracted, &notice
	}
	w.Status = cmp.Or(authority.Status(status), w.Status)
	return w
}

// TestEditions holds what is known of a reference to each of several records, and which
// work is made of them.
func TestEditions(t *testing.T) {
	var got strings.Builder
	for _, group := range editions {
		var stated, works []*authority.Work
		for line := range strings.Lines(group.records) {
			w := editionRecord(t, strings.TrimSpace(line))
			stated = append(stated, w)
			if w.Origin.Source != "stated" {
				works = append(works, w)
			}
		}
		known := newMemory("carts", works...)
		fmt.Fprintf(&got, "# %s\n\n", group.why)
		for _, w := range stated {
			a := authority.Verify(context.Background(), []authority.Authority{known}, &w.Record, nil)
			if a.Work != nil {
				got.WriteString(worktest.Text(a.Work))
				for _, field := range a.Fillable {
					fmt.Fprintf(&got, "  %s from %s %s\n", field, a.Work.OriginOf(field), a.Work.OriginOf(field).Key)
				}
			}
			for _, notice := range []*authority.Retraction{a.Retraction, a.Concern} {
				if notice != nil {
					fmt.Fprintf(&got, "  %s\n", notice)
				}
			}
			if w.Record.Title != "" {
				misstated(&got, known, w.Record)
			}
		}
	}
	golden.Compare(t, "testdata/editions.txt", got.String())
}

func TestCoverageInWords(t *testing.T) {
	dblp, acl := authority.SourceCount{Source: "dblp", Date: "2026-09", Works: 3_000_000}, authority.SourceCount{Source: "acl", Works: 12}
	for want, c := range map[string]authority.Coverage{
		"dblp 2026-09: 3000000, acl: 12; 2000 to 2024; 120 venues": {Sources: []authority.SourceCount{dblp, acl}, Years: [2]int{2000, 2024}, Venues: 120},
		"acl: 12; 1 venue":  {Sources: []authority.SourceCount{acl}, Venues: 1},
		"acl: 12; 0 venues": {Sources: []authority.SourceCount{acl}},
	} {
		if got := c.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestRecordErrorInWords(t *testing.T) {
	cause := errors.New("no title")
	err := error(&authority.RecordError{Dump: "felt.json", Record: 3, Line: 17, Err: cause})
	if want := "felt.json: record 3 (line 17): no title"; err.Error() != want || !errors.Is(err, cause) {
		t.Errorf("%q, want %q because of %q", err, want, cause)
	}
}
