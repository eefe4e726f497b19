package record

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
)

// TestKindsOfRecords reads records of each kind that a registry has, one a registry and
// kind.
func TestKindsOfRecords(t *testing.T) {
	for _, test := range []struct{ name, record, want string }{
		{"a report of CSL-JSON",
			`{"id":"r","type":"report","title":"Rims","original-title":"Felgen","publisher":"Felt Lab","number":"TR-7","issued":{"literal":"1999?"},"available-date":{"date-parts":[[2000]]},"URL":"https://felt.example.org/r"}`,
			`
csl "r" , published techreport
  title: Rims
  titles: Felgen
  year: 1999
  years: [1999 2000]
  institution: Felt Lab
  number: TR-7
  url: https://felt.example.org/r`},
		{"an article of CSL-JSON with its number",
			`{"id":"a","type":"article-magazine","title":"Hubs","shortTitle":"H","container-title":"Felt Weekly","journalAbbreviation":"Felt Wkly.","number":"e7","issue":2,"PMID":"7000001","author":[{"given":"Ada"},{"family":"Lind","given":"Bo","suffix":"Jr."},{"name":"Felt Team"}],"URL":"https://felt.example.org/with space"}`,
			`
csl "a" , published article
  title: Hubs
  titles: H
  authors: Ada | Lind, Jr., Bo | {Felt Team}
  container: Felt Weekly
  venues: Felt Weekly | Felt Wkly.
  number: 2
  eid: e7
  pmid: 7000001`},
		{"a book and a volume of CSL-JSON",
			`{"id":"b","type":"classic","title":"The Cart","container-title":"Old Carts","ISBN":"978-0-306-40615-7","original-date":{"raw":"1899"},"issued":{"date-parts":[["1950"]]}}`,
			`
csl "b" , published book
  title: The Cart
  year: 1950
  years: [1950 1899]
  series: Old Carts
  isbn: 9780306406157`},
		{"an entry of an encyclopedia and its URL",
			`{"id":"e","type":"entry-encyclopedia","title":"Cart","container-title":"Encyclopedia of Felt","event":"Felt Days","publisher":"Felt Press","URL":"https://doi.org/10.5555/E.1"}`,
			`
csl "e" , published incollection
  title: Cart
  container: Encyclopedia of Felt
  venues: Encyclopedia of Felt | Felt Days
  publisher: Felt Press
  doi: 10.5555/e.1`},
		{"a thesis of CSL-JSON",
			`{"id":"t","type":"thesis","genre":"Diplomarbeit","title":"Spokes","publisher":"University of Nabe","URL":"http://arxiv.org/abs/2305.00007v1"}`,
			`
csl "t" , published mastersthesis
  title: Spokes
  institution: University of Nabe
  arxiv: 2305.00007`},
		{"what is no type of CSL-JSON",
			`{"id":"x","type":"felt","title":"Spokes"}`,
			``},
		{"dblp: an article",
			`{"@score":"1","info":{"authors":{"author":{"text":"Ada Lind"}},"title":"Rims &amp; hubs.","venue":["J. Wheels","Wheels"],"volume":"7","number":"2","pages":"1-9","publisher":"Felt Press","year":"2018","type":"Journal Articles","key":"journals/jw/L18","ee":["https://felt.example.org/7","https://doi.org/10.5555/JW.7"]}}`,
			`
dblp "journals/jw/L18" , published article
  title: Rims & hubs
  authors: Lind, Ada
  container: J. Wheels
  venues: J. Wheels | Wheels
  year: 2018
  years: [2018]
  publisher: Felt Press
  volume: 7
  number: 2
  pages: 1–9
  doi: 10.5555/jw.7
  url: https://felt.example.org/7`},
		{"dblp: an editorship",
			`{"info":{"authors":{"author":["Ada Lind","Bo Berg"]},"title":"Proceedings of Felt 2018.","year":"2018","type":"Editorship","key":"conf/felt/2018"}}`,
			`
dblp "conf/felt/2018" , published book
  title: Proceedings of Felt 2018
  editors: Lind, Ada | Berg, Bo
  year: 2018
  years: [2018]`},
		{"dblp: a part of a book",
			`{"info":{"title":"Hubs.","venue":"Handbook of Felt","year":"2018","type":"Parts in Books or Collections","key":"books/felt/1"}}`,
			`
dblp "books/felt/1" , published incollection
  title: Hubs
  container: Handbook of Felt
  venues: Handbook of Felt
  year: 2018
  years: [2018]`},
		{"dblp: what was withdrawn",
			`{"info":{"title":"Loud rims.","venue":"J. Wheels","year":"2018","type":"Withdrawn Items","key":"journals/jw/W18"}}`,
			`
dblp "journals/jw/W18" , retracted misc
  title: Loud rims
  container: J. Wheels
  venues: J. Wheels
  year: 2018
  years: [2018]
  retraction: "" by "" for "withdrawn"`},
		{"dblp: a book or thesis",
			`{"info":{"title":"On rims.","year":"2001","type":"Books and Theses","key":"phd/L01"}}`,
			`
dblp "phd/L01" , published book
  title: On rims
  year: 2001
  years: [2001]`},
		{"OpenAlex: sources that are none",
			`{"id":"https://openalex.org/W1","title":"Rims","publication_year":2020,"type":"article","primary_location":{"source":{"display_name":"(No Title)","type":"journal"},"raw_source_name":"https://felt.example.org"},"locations":[{"source":{"display_name":"Journal of Wheels","type":"journal"},"landing_page_url":"https://felt.example.org/1"}]}`,
			`
openalex "W1" , published article
  title: Rims
  container: Journal of Wheels
  venues: Journal of Wheels
  year: 2020
  years: [2020]`},
		{"OpenAlex: a source by its raw name",
			`{"id":"https://openalex.org/W2","display_name":"Rims\nand hubs","publication_date":"2020-01-02","type":"article","type_crossref":"book-chapter","primary_location":{"raw_source_name":"Handbook of Felt"},"authorships":[{"author":{"display_name":"Ada Lind"},"raw_author_name":"Lind, Ada"},{"raw_author_name":"Bo Berg"}]}`,
			`
openalex "W2" , published incollection
  title: Rims and hubs
  authors: Lind, Ada | Berg, Bo
  container: Handbook of Felt
  venues: Handbook of Felt
  year: 2020
  years: [2020]`},
		{"OpenAlex: an article on a server alone",
			`{"id":"https://openalex.org/W3","title":"Hubs","type":"article","locations":[{"source":{"display_name":"arXiv","type":"repository"},"landing_page_url":"https://arxiv.org/abs/2305.00007"}],"biblio":{"first_page":"S7","last_page":null}}`,
			`
openalex "W3" , preprint misc
  title: Hubs
  pages: S7
  arxiv: 2305.00007`},
		{"OpenAlex: kinds of sources",
			`{"id":"https://openalex.org/W4","title":"Spokes","type":"article","primary_location":{"source":{"display_name":"Felt Notes","type":"book series"}}}`,
			`
openalex "W4" , published incollection
  title: Spokes
  container: Felt Notes
  venues: Felt Notes`},
		{"OpenAlex: a title that was retracted",
			`{"id":"https://openalex.org/W5","title":"RETRACTED: Loud rims","type":"dissertation"}`,
			`
openalex "W5" , retracted phdthesis
  title: RETRACTED: Loud rims
  titles: Loud rims
  retraction: "" by "" for ""`},
		{"DataCite: an article in a repository",
			`{"attributes":{"doi":"10.5555/D.1","creators":[{"name":"Lind, Ada"},{"familyName":"Berg","givenName":"Bo"}],"titles":[{"title":"Rims?"},{"title":"A reply","titleType":"Subtitle"},{"title":"Felgen?","titleType":"AlternativeTitle"},{"title":"Second"}],"publisher":{"name":"Felt Data"},"container":{"type":"DataRepository","title":"Felt Store","volume":"3"},"dates":[{"date":"2018-05","dateType":"Issued"},{"date":"2017","dateType":"Collected"},{"date":"2019","dateType":"Available"}],"types":{"resourceTypeGeneral":"JournalArticle"},"url":"https://felt.example.org/d","relatedIdentifiers":[{"relationType":"IsPublishedIn","relatedIdentifier":"10.5555/x","relatedIdentifierType":"DOI"}]}}`,
			`
datacite "10.5555/d.1" , published article
  title: Rims? A reply
  titles: Rims? | Felgen? | Second
  authors: Lind, Ada | Berg, Bo
  year: 2018
  years: [2018 2019]
  publisher: Felt Data
  volume: 3
  doi: 10.5555/d.1
  url: https://felt.example.org/d`},
		{"DataCite: a preprint and what it was published as",
			`{"attributes":{"doi":"10.48550/arXiv.2305.00007","titles":[{"title":"Rims"}],"publicationYear":2023,"types":{"resourceTypeGeneral":"Text"},"relatedIdentifiers":[{"relationType":"References","relatedIdentifier":"10.5555/ref","relatedIdentifierType":"DOI"},{"relationType":"IsPreprintOf","relatedIdentifier":"https://felt.example.org","relatedIdentifierType":"URL"},{"relationType":"IsPreprintOf","relatedIdentifier":"10.5555/JW.7","relatedIdentifierType":"DOI"}]}}`,
			`
datacite "10.48550/arxiv.2305.00007" , published misc
  title: Rims
  year: 2023
  years: [2023]
  doi: 10.5555/jw.7
  arxiv: 2305.00007`},
		{"DataCite: a report",
			`{"attributes":{"doi":"10.5555/r","titles":[{"title":"Hubs"}],"publisher":"Felt Lab","types":{"resourceTypeGeneral":"Report"}}}`,
			`
datacite "10.5555/r" , published techreport
  title: Hubs
  institution: Felt Lab
  doi: 10.5555/r`},
		{"Zotero: a report",
			`{"itemType":"report","key":"R1","title":"Hubs","shortTitle":"H","creators":[{"creatorType":"seriesEditor","firstName":"Ada","lastName":"Lind"}],"institution":"Felt Lab","reportNumber":"TR-7","place":"Nabe","url":"https://felt.example.org/r","extra":"no colon\nDOI : 10.5555/R.7 note\narXiv: 2305.00007v2"}`,
			`
zotero "R1" , published techreport
  title: Hubs
  titles: H
  editors: Lind, Ada
  institution: Felt Lab
  address: Nabe
  number: TR-7
  doi: 10.5555/r.7
  arxiv: 2305.00007
  url: https://felt.example.org/r`},
		{"Zotero: a chapter",
			`{"itemType":"bookSection","itemKey":"B1","title":"Hubs","bookTitle":"Handbook of Felt","series":"Felt Notes","edition":"2","volume":3,"ISBN":"0-306-40615-2","date":"c. 1999","publisher":"Felt Press"}`,
			`
zotero "B1" , published incollection
  title: Hubs
  container: Handbook of Felt
  venues: Handbook of Felt
  year: 1999
  years: [1999]
  publisher: Felt Press
  series: Felt Notes
  edition: 2
  volume: 3`},
		{"Zotero: a preprint by its number",
			`{"itemType":"preprint","key":"P1","title":"Hubs","repository":"arXiv","number":"2305.00007","publisher":"arXiv"}`,
			`
zotero "P1" , preprint misc
  title: Hubs
  arxiv: 2305.00007`},
		{"Zotero: a note",
			`{"itemType":"note","key":"N1","title":"Hubs"}`,
			``},
		{"OpenReview: a spotlight",
			`{"id":"a","forum":"a","pdate":1705400000000,"content":{"title":{"value":"Rims"},"authors":{"value":["Ada Lind"]},"venue":{"value":"FeltConf 2023 spotlight (notable top 5%)"}}}`,
			`
openreview "a" , published inproceedings
  title: Rims
  authors: Lind, Ada
  container: FeltConf 2023
  venues: FeltConf 2023
  year: 2023
  years: [2023 2024]
  url: https://openreview.net/forum?id=a`},
		{"OpenReview: under review",
			`{"id":"b","forum":"b","odate":1605400000000,"cdate":1505400000000,"content":{"title":"Rims","authors":["Ada Lind"],"venue":"Under review as a paper at FeltConf 2021"}}`,
			`
openreview "b" , preprint misc
  title: Rims
  authors: Lind, Ada
  year: 2020
  years: [2020]
  url: https://openreview.net/forum?id=b`},
		{"arXiv: withdrawn by its abstract",
			`{"id":"2305.00007","title":"Rims","authors_parsed":[["Roe","Ana",""]],"abstract":"This paper has been withdrawn by the author. It was wrong.","update_date":"2023-05-02"}`,
			`
arxiv "2305.00007" 2023-05-02, retracted misc
  title: Rims
  authors: Roe, Ana
  arxiv: 2305.00007
  retraction: "" by "" for "withdrawn by its abstract"`},
		{"arXiv: withdrawn, but published, in two journals and with two DOIs",
			`{"id":"2305.00007","title":"Rims","authors_parsed":[["Roe","Ana",""]],"abstract":"This paper has been withdrawn by the author. It was wrong.","journal-ref":"J. Carts 3 (2019) 1; Felt 4 (2020)","doi":"10.5555/a, 10.5555/b","update_date":"2023-05-02"}`,
			`
arxiv "2305.00007" 2023-05-02, published article
  title: Rims
  authors: Roe, Ana
  container: J. Carts
  venues: J. Carts
  year: 2019
  years: [2019]
  doi: 10.5555/a
  arxiv: 2305.00007`},
		{"arXiv: at a meeting",
			`{"id":"2305.00007","title":"Rims","authors_parsed":[["Roe","Ana",""]],"journal-ref":"Proc. of the Felt Conference, Cork, 2019","versions":[{"version":"v1","created":"Mon, 1 May 2023 00:00:00 GMT"}]}`,
			`
arxiv "2305.00007" , published inproceedings
  title: Rims
  authors: Roe, Ana
  container: Proc. of the Felt Conference, Cork
  venues: Proc. of the Felt Conference, Cork | Proc. of the Felt Conference
  year: 2019
  years: [2019 2023]
  arxiv: 2305.00007`},
		{"arXiv: a year for a journal",
			`{"id":"2305.00007","title":"Rims","authors_parsed":[["Roe","Ana",""]],"journal-ref":"2019"}`,
			`
arxiv "2305.00007" , preprint misc
  title: Rims
  authors: Roe, Ana
  year: 2019
  years: [2019]
  arxiv: 2305.00007`},
		{"OpenReview: without a venue",
			`{"id":"c","forum":"c","content":{"title":"Rims","authors":["Ada Lind"]}}`,
			`
openreview "c" , preprint misc
  title: Rims
  authors: Lind, Ada
  url: https://openreview.net/forum?id=c`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := strings.TrimSpace(jsonWorks([]byte(test.record)))
			if diff := cmp.Diff(strings.TrimSpace(test.want), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestTypesOfCrossref holds which types of records of Crossref are works, and what each is.
func TestTypesOfCrossref(t *testing.T) {
	for kind := range strings.FieldsSeq(`journal journal-issue journal-volume book-series book-set book-track proceedings-series report-series standard-series component report-component grant peer-review database`) {
		if got := jsonWorks([]byte(`{"DOI":"10.5555/x","type":"` + kind + `","title":["Felt"]}`)); got != "" {
			t.Errorf("%s is a work:\n%s", kind, got)
		}
	}
	for kind, want := range map[string]string{
		"journal-article": "article", "proceedings-article": "inproceedings", "book-chapter": "incollection", "book-section": "incollection", "book-part": "incollection", "reference-entry": "incollection",
		"book": "book", "monograph": "book", "edited-book": "book", "reference-book": "book", "proceedings": "book", "dissertation": "phdthesis", "report": "techreport", "standard": "techreport",
		"posted-content": "misc", "dataset": "misc", "other": "misc",
	} {
		got := jsonWorks([]byte(`{"DOI":"10.5555/x","type":"` + kind + `","title":["Felt"]}`))
		if first, _, _ := strings.Cut(strings.TrimSpace(got), "\n"); !strings.HasSuffix(first, " "+want) {
			t.Errorf("%s is %q, want %s", kind, first, want)
		}
	}
}

func TestYearsOfOldVolumes(t *testing.T) {
	for id, want := range map[string]string{"P79": "1979", "P60": "1960", "P59": "2059", "W00": "2000", "N18": "2018", "P7": "", "Px9": "", "P079": "", "": ""} {
		if got := yearOfOldVolume(id); got != want {
			t.Errorf("%q is of %q, want %q", id, got, want)
		}
	}
}

// TestNoticesAreJoined holds that what several sources know of one notice is joined, and that a
// notice that withdraws all of a work comes before those that do not.
func TestNoticesAreJoined(t *testing.T) {
	whole, part := authority.Retraction{Date: "2020-01-02", Reason: "errors"}, authority.Retraction{Extent: "partial retraction", Date: "2019-01-02"}
	for _, test := range []struct {
		notices []authority.Retraction
		status  authority.Status
		want    authority.Retraction
	}{
		{[]authority.Retraction{whole}, authority.Retracted, whole},
		{[]authority.Retraction{part}, authority.Questioned, part},
		{[]authority.Retraction{part, whole}, authority.Retracted, whole},
		{[]authority.Retraction{whole, part}, authority.Retracted, whole},
		{[]authority.Retraction{whole, {Date: "2021", Notice: "10.5555/n", Title: "Retraction", Reason: "fraud"}}, authority.Retracted, authority.Retraction{Date: "2020-01-02", Reason: "errors", Notice: "10.5555/n", Title: "Retraction"}},
		{[]authority.Retraction{{}, whole}, authority.Retracted, whole},
	} {
		w := newDraft("felt")
		for _, notice := range test.notices {
			w.retract(notice)
		}
		if diff := cmp.Diff(test.want, *w.Retraction); diff != "" || w.Status != test.status {
			t.Errorf("%+v: %v (-want +got):\n%s", test.notices, w.Status, diff)
		}
	}
}

// TestPagesOfServices holds under which members the answers of services hold their records.
func TestPagesOfServices(t *testing.T) {
	record := `{"DOI":"10.5555/x","type":"book","title":["Felt"]}`
	for _, answer := range []string{
		`{"message":` + record + `}`, `{"message":{"items":[` + record + `]}}`, `{"results":[` + record + `]}`, `{"data":[` + record + `]}`, `{"data":` + record + `}`, `{"items":[` + record + `]}`,
		`{"result":{"hits":{"hit":[` + record + `]}}}`, `{"notes":[` + record + `]}`, `{"status":"ok","message":` + record + `}`,
	} {
		works, _, err := new(JSON).Read([]byte(answer))
		if len(works) != 1 || err != nil {
			t.Errorf("%s holds %d works: %v", answer, len(works), err)
		}
	}
}

// inShort is what is read of one record, in a line, without its title and year.
func inShort(works string) string {
	var kept []string
	for line := range strings.Lines(strings.TrimSpace(works)) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "title: ") && !strings.HasPrefix(line, "year") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "; ")
}

// TestWhatARecordIs holds how the type and the status of a record follow from what several of its
// members say.
func TestWhatARecordIs(t *testing.T) {
	const paper = `{"corpusid":1,"externalids":{"DOI":"10.5555/B"},"title":"Rims","authors":[],"year":2023,`
	const work = `{"id":"https://openalex.org/W2","title":"Wheels","publication_year":2023,"authorships":[],`
	const data = `{"id":"10.5555/d","type":"dois","attributes":{"doi":"10.5555/D","titles":[{"title":"Rims"}],"publicationYear":2022,`
	for record, want := range map[string]string{
		paper + `"venue":"","publicationtypes":["JournalArticle","Book","Conference"],"journal":null}`:                                                         `semanticscholar "1" , published book; doi: 10.5555/b`,
		paper + `"venue":"Carts","publicationtypes":["JournalArticle","BookSection","Conference"],"journal":null}`:                                             `semanticscholar "1" , published incollection; container: Carts; venues: Carts; doi: 10.5555/b`,
		paper + `"venue":"","publicationtypes":["JournalArticle"],"journal":null}`:                                                                             `semanticscholar "1" , published misc; doi: 10.5555/b`,
		paper + `"venue":"Symposium on Carts","publicationtypes":["Review"],"journal":{"pages":"e5 - e9"}}`:                                                    `semanticscholar "1" , published inproceedings; container: Symposium on Carts; venues: Symposium on Carts; pages: e5–e9; doi: 10.5555/b`,
		paper + `"venue":"ICML","publicationtypes":null,"journal":{"pages":"7--9"}}`:                                                                           `semanticscholar "1" , published inproceedings; container: ICML; venues: ICML; pages: 7–9; doi: 10.5555/b`,
		paper + `"venue":"Cart Letters","publicationtypes":null,"journal":{"pages":"7-"}}`:                                                                     `semanticscholar "1" , published article; container: Cart Letters; venues: Cart Letters; pages: 7; doi: 10.5555/b`,
		work + `"type":"article","primary_location":{"landing_page_url":"https://felt.example.org/2","source":{"display_name":"Zenodo","type":"repository"}}}`: `openalex "W2" , preprint misc; url: https://felt.example.org/2`,
		work + `"type":"article"}`: `openalex "W2" , published misc`,
		work + `"type":"book","primary_location":{"landing_page_url":"https://felt.example.org/2","source":{"display_name":"Zenodo","type":"repository"}}}`:                                                  `openalex "W2" , published book; url: https://felt.example.org/2`,
		work + `"doi":"https://doi.org/10.5555/w","type":"preprint","primary_location":{"source":{"display_name":"Cart Letters","type":"journal"}}}`:                                                         `openalex "W2" , preprint article; container: Cart Letters; venues: Cart Letters; doi: 10.5555/w`,
		`{"itemType":"preprint","key":"N1","title":"RETRACTED: Hubs","repository":"arXiv","archiveID":"arXiv:2305.00007"}`:                                                                                   `zotero "N1" , retracted misc; titles: Hubs; arxiv: 2305.00007; retraction: "" by "" for ""`,
		data + `"publisher":"Zenodo","types":{"resourceTypeGeneral":"JournalArticle"},"relatedIdentifiers":[{"relationType":"IsVersionOf","relatedIdentifier":"10.5555/E","relatedIdentifierType":"DOI"}]}}`: `datacite "10.5555/d" , published article; publisher: Zenodo; doi: 10.5555/d`,
		data + `"publisher":"Felt Lab","types":{"resourceTypeGeneral":"Report"}}}`:                                                                                                                           `datacite "10.5555/d" , published techreport; institution: Felt Lab; doi: 10.5555/d`,
		data + `"publisher":"Zenodo","types":{"resourceTypeGeneral":"Preprint"}}}`:                                                                                                                           `datacite "10.5555/d" , preprint misc; publisher: Zenodo; doi: 10.5555/d`,
		`{"id":"10.48550/arxiv.2305.00007","type":"dois","attributes":{"doi":"10.48550/arXiv.2305.00007","titles":[{"title":"Rims"}],"publisher":"arXiv","publicationYear":2022,"types":{"resourceTypeGeneral":"Preprint"},` +
			`"relatedIdentifiers":[{"relationType":"IsVersionOf","relatedIdentifier":"10.5555/E","relatedIdentifierType":"DOI"}]}}`: `datacite "10.48550/arxiv.2305.00007" , published misc; doi: 10.5555/e; arxiv: 2305.00007`,
	} {
		if diff := cmp.Diff(want, inShort(jsonWorks([]byte(record)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", record, diff)
		}
	}
}

// TestPagesOfPubMed holds how pages are written, and which are the number of an article.
func TestPagesOfPubMed(t *testing.T) {
	for pages, want := range map[string]string{
		"<StartPage>5</StartPage><EndPage>9</EndPage>": "pages: 5–9; ", "<StartPage>5</StartPage>": "pages: 5; ", "<MedlinePgn>101-9, 112</MedlinePgn>": "pages: 101–9; ", "<MedlinePgn>e7</MedlinePgn>": "eid: e7; ",
		"<MedlinePgn>S12-S19</MedlinePgn>": "pages: S12–S19; ", "<StartPage>e7</StartPage>": "eid: e7; ", "": "",
	} {
		text := `<PubmedArticle><MedlineCitation><PMID>7</PMID><Article><ArticleTitle>Felt.</ArticleTitle><Pagination>` + pages + `</Pagination><ELocationID EIdType="doi" ValidYN="Y">10.5555/x</ELocationID>` +
			`<ELocationID EIdType="doi" ValidYN="N">10.5555/y</ELocationID><ELocationID EIdType="pii">z</ELocationID></Article></MedlineCitation></PubmedArticle>`
		if diff := cmp.Diff(`pubmed "7" , published article; `+want+"doi: 10.5555/x; pmid: 7", inShort(xmlWorks([]byte(text)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", pages, diff)
		}
	}
	for pages, want := range map[string]string{"11-29": "11–29", "11--29": "11–29", "11 - 29": "11–29", "11-": "11", "-29": "-29", "11": "11", "": "", "11–29": "11–29", "e5-e9": "e5–e9"} {
		if got := dashedPages(pages); got != want {
			t.Errorf("%q is %q, want %q", pages, got, want)
		}
	}
}
