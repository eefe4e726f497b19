package dump

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// benchmarkRecords is how many records the dump of a benchmark has.
const benchmarkRecords = 20_000

// repeated writes records that differ in a number, between head and tail.
func repeated(head, record, tail string) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	for i := range benchmarkRecords {
		b.WriteString(strings.ReplaceAll(record, "%d", fmt.Sprint(10_000+i)))
	}
	b.WriteString(tail)
	return b.Bytes()
}

// abstract is of the length that abstracts have.
var abstract = strings.Repeat("We roll felt rims over gravel and say how far they go. ", 20)

var benchmarkDumps = []struct {
	name               string
	head, record, tail string
}{
	{"dblp", `<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE dblp SYSTEM "dblp.dtd"><dblp>`, `<inproceedings key="conf/cart/Rad%d" mdate="2023-11-06">
<author orcid="0000-0000-0000-0001">J&uuml;rgen Rad 0002</author>
<author>Ada van der Achs</author>
<author>Sam Speiche Jr.</author>
<title>Felt rims number %d roll over the hills of Nabe &amp; back.</title>
<pages>104-121</pages>
<year>2023</year>
<booktitle>CART</booktitle>
<ee type="oa">https://doi.org/10.5555/CART.2023.%d</ee>
<crossref>conf/cart/2023</crossref>
<url>db/conf/cart/cart2023.html#Rad%d</url>
</inproceedings>
`, "</dblp>"},
	{"acl", `<?xml version='1.0' encoding='UTF-8'?><collection id="2023.cart"><volume id="1"><meta><booktitle>Proceedings of the 7th Meeting on Cart Linguistics</booktitle><year>2023</year></meta>`,
		`<paper id="%d"><title><fixed-case>F</fixed-case>elt rims number %d</title><author><first>Jürgen</first><last>Rad</last></author><author><first>Ada</first><last>van der Achs</last></author><pages>1–14</pages><abstract>` + abstract + `</abstract><url hash="0">2023.cart-1.%d</url><bibkey>rad-%d</bibkey></paper>` + "\n", "</volume></collection>"},
	{"arxiv", "", `{"id":"2305.%d","submitter":"J. Rad","authors":"J\\\"urgen Rad and Ada van der Achs","title":"Felt rims number %d roll\n  over the hills","comments":"9 pages","journal-ref":null,"doi":null,"report-no":null,"categories":"cs.RO","license":null,"abstract":"` + abstract + `","versions":[{"version":"v1","created":"Fri, 30 Dec 2022 23:00:00 GMT"}],"update_date":"2023-05-02","authors_parsed":[["Rad","Jürgen",""],["van der Achs","Ada",""]]}` + "\n", ""},
	{"openalex", "", `{"id":"https://openalex.org/W%d","doi":"https://doi.org/10.5555/%d","title":"Felt rims number %d","display_name":"Felt rims number %d","publication_year":2023,"publication_date":"2023-05-02","ids":{"openalex":"https://openalex.org/W%d"},"type":"article","primary_location":{"landing_page_url":"https://doi.org/10.5555/%d","source":{"display_name":"Conference on Carts","type":"conference"}},"locations":[],"authorships":[{"author":{"display_name":"Jürgen Rad"},"raw_author_name":"J. Rad","institutions":[{"id":"https://openalex.org/I1","display_name":"University of Nabe"}]},{"author":{"display_name":"Ada van der Achs"}}],"biblio":{"volume":null,"first_page":"104","last_page":"121"},"concepts":[` + strings.Repeat(`{"id":"https://openalex.org/C1","display_name":"Cart","level":2,"score":0.5},`, 12) + `{}],"referenced_works":[` + strings.Repeat(`"https://openalex.org/W2000000000",`, 30) + `""],"is_retracted":false,"updated_date":"2024-01-02"}` + "\n", ""},
	{"crossref", `{"items":[`, `{"DOI":"10.5555/cart.%d","type":"proceedings-article","title":["Felt rims number %d"],"author":[{"given":"Jürgen","family":"Rad","sequence":"first","affiliation":[]},{"given":"Ada","family":"van der Achs"}],"container-title":["Proceedings of the 7th Conference on Carts"],"publisher":"Wagoner Press","page":"104-121","issued":{"date-parts":[[2023,5,2]]},"reference":[` + strings.Repeat(`{"key":"1","doi-asserted-by":"publisher","DOI":"10.5555/x","article-title":"Hubs and their spokes"},`, 20) + `{}],"indexed":{"date-parts":[[2024,2,3]]}},` + "\n", `]}`},
	{"semanticscholar", "", `{"corpusid":%d,"externalids":{"ACL":null,"DBLP":"conf/cart/Rad%d","ArXiv":null,"DOI":"10.5555/%d"},"url":"https://www.semanticscholar.org/paper/0","title":"Felt rims number %d","authors":[{"authorId":"1","name":"Jürgen Rad"},{"authorId":"2","name":"Ada van der Achs"}],"venue":"Conference on Carts","year":2023,"s2fieldsofstudy":[{"category":"Engineering","source":"model"}],"publicationtypes":["Conference"],"publicationdate":"2023-05-02","journal":{"name":"CART","pages":"104-121","volume":null}}` + "\n", ""},
	{"datacite", "", `{"id":"10.5555/%d","type":"dois","attributes":{"doi":"10.5555/%d","creators":[{"name":"Rad, Jürgen","givenName":"Jürgen","familyName":"Rad"}],"titles":[{"title":"Felt rims number %d"}],"publisher":"Wheel Data","publicationYear":2023,"descriptions":[{"description":"` + abstract + `"}],"types":{"resourceTypeGeneral":"JournalArticle"},"updated":"2024-01-08T00:00:00.000Z"}}` + "\n", ""},
	{"csl", "[", `{"id":"rad%d","type":"paper-conference","title":"Felt rims number %d","author":[{"family":"Rad","given":"Jürgen"},{"family":"Achs","given":"Ada","non-dropping-particle":"van der"}],"container-title":"Proceedings of the 7th Conference on Carts","issued":{"date-parts":[[2023,5,2]]},"page":"104-121","DOI":"10.5555/cart.%d"},` + "\n", "{}]"},
	{"bib", "", `@inproceedings{rad%d,
  author    = {J{\"{u}}rgen Rad and
               Ada van der Achs},
  title     = {Felt rims number %d roll over the {Hills} of Nabe},
  booktitle = {Proceedings of the 7th Conference on Carts},
  pages     = {104--121},
  year      = {2023},
  doi       = {10.5555/cart.%d}
}
`, ""},
	{"retractionwatch", "Record ID,Title,Journal,Author,RetractionDate,RetractionDOI,OriginalPaperDate,OriginalPaperDOI,RetractionNature,Reason\n", `%d,"Felt rims, number %d",Journal of Wheels,Jürgen Rad;Ada Achs,1/20/2024 0:00,10.5555/notice.%d,2/10/2020 0:00,10.5555/jow.%d,Retraction,+Paper Mill;` + "\n", ""},
}

func BenchmarkReadDump(b *testing.B) {
	for _, dump := range benchmarkDumps {
		text := repeated(dump.head, dump.record, dump.tail)
		b.Run(dump.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			works := 0
			for b.Loop() {
				works = 0
				for _, err := range Read(File{Name: dump.name, Reader: bytes.NewReader(text)}) {
					if err == nil {
						works++
					}
				}
				if works < benchmarkRecords {
					b.Fatalf("%d works", works)
				}
			}
			b.ReportMetric(float64(works)*float64(b.N)/b.Elapsed().Seconds(), "records/s")
		})
	}
}
