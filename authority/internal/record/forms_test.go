package record

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/authority/internal/xmltext"
	"github.com/google/go-cmp/cmp"
)

// TestForms reads the records of every form as the dumps have them, of which authority/dump
// holds the texts and what is read of them.
func TestForms(t *testing.T) {
	for _, name := range []string{
		"arxiv.jsonl", "openalex.jsonl", "crossref.jsonl", "semanticscholar.jsonl", "datacite.jsonl", "csl.json", "dblp_answer.json", "openreview.json", "zotero.json",
		"dblp.xml", "anthology.xml", "anthology2018.xml", "pubmed.xml", "arxivfeed.xml",
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("../../dump/testdata/dumps", name)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			golden, err := os.ReadFile(path + ".golden")
			if err != nil {
				t.Fatal(err)
			}
			var got string
			if filepath.Ext(name) == ".xml" {
				got = xmlWorks(text)
			} else {
				got = jsonWorks(text)
			}
			if diff := cmp.Diff(worksIn(string(golden)), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// worksIn takes out of a golden text what is said of records that could not be read.
func worksIn(golden string) string {
	var b strings.Builder
	for paragraph := range strings.SplitAfterSeq(golden, "\n\n") {
		if !strings.HasPrefix(strings.TrimLeft(paragraph, "\n"), "passed over: ") {
			b.WriteString(paragraph)
		}
	}
	return strings.TrimLeft(b.String(), "\n")
}

func jsonWorks(text []byte) string {
	var b strings.Builder
	records := JSON{}
	for {
		at := bytes.IndexByte(text, '{')
		if at < 0 {
			return b.String()
		}
		text = text[at:]
		works, length, err := records.Read(text)
		if err != nil {
			length = max(length, 1)
		}
		for _, w := range works {
			b.WriteString(worktest.Text(w))
		}
		text = text[length:]
	}
}

func xmlWorks(text []byte) string {
	var b strings.Builder
	x := NewXML(bytes.Contains(bytes.ToLower(text[:min(len(text), 100)]), []byte("iso-8859-1")), "")
	for {
		at := bytes.IndexByte(text, '<')
		if at < 0 {
			return b.String()
		}
		text = text[at:]
		name, attributes, length, closed := xmltext.StartTag(text)
		length = max(length, xmltext.MarkupLength(text), 1)
		if len(name) > 0 && !IsXML(name) {
			x.Enter(name, attributes)
		}
		if IsXML(name) && !closed {
			rest := text[length:]
			if end := xmltext.EndTagOffset(rest, name); end >= 0 && !holdsRecord(rest[:end]) {
				works, _ := x.Read(name, attributes, rest[:end])
				for _, w := range works {
					b.WriteString(worktest.Text(w))
				}
				length += end
			}
		}
		text = text[length:]
	}
}

// holdsRecord reports whether a record begins within another one, which is broken then.
func holdsRecord(inner []byte) bool {
	for {
		at := bytes.IndexByte(inner, '<')
		if at < 0 {
			return false
		}
		inner = inner[at:]
		name, _, length, _ := xmltext.StartTag(inner)
		if length > 1 && IsXML(name) {
			return true
		}
		inner = inner[max(length, xmltext.MarkupLength(inner), 1):]
	}
}

// TestDBLPSearchInXML holds what is read of an answer of dblp's search that was asked for in XML.
func TestDBLPSearchInXML(t *testing.T) {
	got := xmlWorks([]byte(`<?xml version="1.0" encoding="UTF-8"?><result><hits><hit score="1"><info><authors><author pid="1">Ana Roe 0002</author><author>Bo van der Berg</author></authors>` +
		`<title>Rims &amp; hubs.</title><venue>J. Wheels</venue><volume>7</volume><year>2018</year><type>Journal Articles</type><key>journals/jw/RB18</key><ee>https://doi.org/10.5555/JW.7</ee></info></hit></hits></result>`))
	want := `dblp "journals/jw/RB18" , published article; title: Rims & hubs; authors: Roe, Ana | van der Berg, Bo; container: J. Wheels; venues: J. Wheels; year: 2018; years: [2018]; volume: 7; doi: 10.5555/jw.7`
	if diff := cmp.Diff(want, strings.ReplaceAll(strings.TrimSpace(got), "\n  ", "; ")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestIsXMLRoot(t *testing.T) {
	for name, want := range map[string]bool{"dblp": true, "result": true, "collection": true, "volume": true, "PubmedArticleSet": true, "feed": true, "html": false, "article": false, "": false} {
		if IsXMLRoot(name) != want {
			t.Errorf("%q is the root of a file of records: %t", name, !want)
		}
	}
}
