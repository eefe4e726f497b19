package record

import (
	"encoding/xml"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority/internal/xmltext"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

// field is an element of a record, with its text.
type field struct{ Name, Text string }

// fieldsByEncodingXML reads the fields of the records of dblp.xml, those that are
// no elements of records left out, with encoding/xml.
func fieldsByEncodingXML(t *testing.T, text string) (fields []field) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return charmap.Windows1252.NewDecoder().Reader(r), nil }
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return fields
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth == 3 {
				fields = append(fields, field{Name: token.Name.Local})
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth >= 3 {
				fields[len(fields)-1].Text += string(token)
			}
		}
	}
}

// fieldsOfRecords reads the same with xmlReader.
func fieldsOfRecords(t *testing.T, text string) (fields []field) {
	t.Helper()
	x := NewXML(true, "")
	for rest := []byte(text); ; {
		name, _, length, _ := xmltext.StartTag(rest)
		switch {
		case len(rest) == 0:
			return fields
		case !IsXML(name):
			rest = rest[max(xmltext.MarkupLength(rest), length, 1):]
		default:
			end := xmltext.EndTagOffset(rest, name)
			if end < 0 {
				t.Fatalf("%s is not closed\n%s", name, text)
			}
			for e, err := range xmltext.Children(rest[length:end]) {
				if err != nil {
					t.Fatalf("%v\n%s", err, text)
				}
				fields = append(fields, field{string(e.Name), x.text(e.Inner)})
			}
			rest = rest[end:]
		}
	}
}

// randomDBLP writes well-formed records of what dblp.xml holds, and of what it
// might.
func randomDBLP(r *rand.Rand) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	text := func() string {
		var b strings.Builder
		for range r.IntN(6) {
			b.WriteString(pick("Felt", " ", "rims &amp; hubs", "&uuml;", "&#252;", "&#xFC;", "\xfc", "&lt;i&gt;", "<i>O</i>", "<sup>2</sup>", "<sub>a<i>b</i></sub>",
				"\n  ", "&quot;", "&apos;", "<!-- </title> <article key=\"x\"> -->", "<![CDATA[a < b & c]]>", "&eacute;", "<ref href=\"db/conf\">r</ref>", "<br/>"))
		}
		return b.String()
	}
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE dblp SYSTEM \"dblp.dtd\">\n<dblp>\n")
	for range 1 + r.IntN(4) {
		kind := pick("article", "inproceedings", "book", "www")
		b.WriteString("<" + kind + pick("", ` key="a/b"`, " mdate='2020-01-01'\n key = \"x\"") + pick(">", " >"))
		for range r.IntN(6) {
			name := pick("author", "title", "year", "ee", "booktitle")
			b.WriteString(pick("", "\n", "  ") + "<" + name + pick("", ` type="oa"`) + ">" + text() + "</" + name + pick("", " ") + ">")
		}
		b.WriteString(pick("", "<note/>", "<note />") + "</" + kind + pick("", "\n") + ">" + pick("\n", "<!-- <book> -->"))
	}
	return b.String() + "</dblp>\n"
}

// The reader of records reads what encoding/xml reads.
func TestXMLRecordsAgreeWithEncodingXML(t *testing.T) {
	for seed := range uint64(2000) {
		text := randomDBLP(rand.New(rand.NewPCG(seed, 2)))
		want := fieldsByEncodingXML(t, text)
		for i := range want {
			want[i].Text = tidy(want[i].Text)
		}
		if diff := cmp.Diff(want, fieldsOfRecords(t, text)); diff != "" {
			t.Fatalf("fields (-encoding/xml +ours):\n%s\n%s", diff, text)
		}
	}
}
