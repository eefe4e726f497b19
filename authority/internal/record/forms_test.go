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
