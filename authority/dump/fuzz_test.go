package dump

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// fuzzDump reads whatever starts like a dump: no panic, every work is sound,
// every error says where, and the same bytes give the same however they come.
func fuzzDump(f *testing.F, names []string, seeds ...string) {
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join("testdata/dumps", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		works, bad := checkDump(t, File{Name: "x", Reader: bytes.NewReader(text)})
		again, badAgain := checkDump(t, File{Name: "x", Reader: oneByteReader{bytes.NewReader(text)}})
		if works != again || bad != badAgain {
			t.Errorf("%d works and %d bad records, byte by byte %d and %d", works, bad, again, badAgain)
		}
	})
}

func FuzzReadXMLDump(f *testing.F) {
	fuzzDump(f, []string{"dblp.xml", "anthology.xml", "anthology2018.xml", "pubmed.xml", "arxivfeed.xml"},
		"<dblp><article></article", "<dblp><article/><book key='", "<collection><volume><meta><booktitle/></meta>", "<!DOCTYPE dblp [ <dblp><article>",
		"<?xml encoding='latin1'?><dblp><www><title>\xff</title></www>", "<dblp><article><title><![CDATA[<]]></article>", "<dblp></article><article></article ></dblp>")
}

func FuzzReadJSONDump(f *testing.F) {
	fuzzDump(f, []string{"arxiv.jsonl", "openalex.jsonl", "crossref.jsonl", "crossref_items.json", "semanticscholar.jsonl", "datacite.jsonl", "csl.json", "dblp_answer.json", "openreview.json", "zotero.json"},
		`{"items":[{"DOI":"10.1/x","type":"book"}]}`, `[{"id":1,"type":"book","title":"\ud83d"}`, `{"attributes":{"doi":"10.1/x"}}`, `[[[[]]]]`,
		`{"id":"2401.00001","submitter":"","journal-ref":"1 2 3 (1999) 4"}`, `{"corpusid":"1","title":"\`)
}

func FuzzReadBibDump(f *testing.F) {
	fuzzDump(f, []string{"refs.bib"}, "@article{a,title={b}", "@a{b,doi={10.1/X v},eprint={hep-th/9901001v2}}", "@book{a, isbn=0-00-000125-x}")
}

func FuzzReadTaggedDump(f *testing.F) {
	fuzzDump(f, []string{"refs.ris", "refs.enw"}, "TY  - JOUR\nER  - \nTY  -", "%0 Book\n%T a\n\n%0 ", "TY  - BOOK\r\nAU  - a\r\n\r\nER  -")
}

func FuzzReadRetractionWatchDump(f *testing.F) {
	fuzzDump(f, []string{"retraction_watch.csv"}, "OriginalPaperDOI,RetractionNature\n", "OriginalPaperDOI,RetractionNature,Title\n10.1/x,Retraction,\"a\"\"b\nc\"\n\"")
}
