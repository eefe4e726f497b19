package document_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
)

// packed is a file of parts, given as names and texts in turn.
func packed(t *testing.T, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		part, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		part.Write([]byte(parts[i+1]))
	}
	w.Close()
	return b.String()
}

const wordXML = `<w:document xmlns:w="w" xmlns:r="r"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Carts</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>Felt rims</w:t></w:r><w:r><w:t xml:space="preserve"> &amp; more</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>. </w:t></w:r><w:hyperlink r:id="l1"><w:r><w:t>Here</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>An item. Of two.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>References</w:t></w:r></w:p>
<w:p><w:r><w:t>[1] Roe, A. (2021). Felt.</w:t></w:r></w:p></w:body></w:document>`

const wordNotes = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>A note [3].</w:t></w:r></w:p></w:footnote></w:footnotes>`

const wordLinks = `<Relationships><Relationship Id="l1" Target="https://a.example/x"/></Relationships>`

const openXML = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:xlink="x"><office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles><office:body>
<text:h text:outline-level="1">Carts</text:h>
<text:p>See <text:span text:style-name="T1">Felt rims</text:span> &amp; more<text:note text:id="2"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note [3].</text:p></text:note-body></text:note>. <text:a xlink:href="https://a.example/x">Here</text:a>.</text:p>
<text:list><text:list-item><text:p>An item. Of two.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>
<text:h text:outline-level="1">References</text:h>
<text:p>[1] Roe, A. (2021). Felt.</text:p></office:body></office:document-content>`

func TestWordProcessors(t *testing.T) {
	want := func(last int) string {
		return strings.NewReplacer("LAST", string(rune('0'+last))).Replace(`sentence 2:1 See *Felt rims* & more[^2].
sentence 2:29 [Here](https://a.example/x).
item 3:1 An item. Of two.
item 4:1 a | b
reference 6:5 Roe, A. (2021). Felt.
sentence LAST:1 A note [3].
! mention-unresolved LAST:8-LAST:11 "[3]" is cited, and the list of references has no entry 3; its last is 1
`)
	}
	docx := packed(t, "[Content_Types].xml", "<Types/>", "word/document.xml", wordXML, "word/footnotes.xml", wordNotes, "word/_rels/document.xml.rels", wordLinks)
	odt := packed(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", openXML)
	for _, c := range []struct {
		name, text string
		last       int
	}{{"docx", docx, 8}, {"odt", odt, 7}} {
		if got := document.Detect("file", []byte(c.text)); c.name == "docx" && got != document.DOCX {
			t.Errorf("a .docx is taken for %q", got)
		}
		items := read(t, document.Detect("a."+c.name, []byte(c.text)), c.text)
		if diff := cmp.Diff(want(c.last), shown(items)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestBrokenWordProcessors(t *testing.T) {
	for text, want := range map[string]string{
		"PK\x03\x04":        "! unreadable-record 1:1-1:1 the document cannot be read as docx: it is no packed file: zip: not a valid zip file\n",
		packed(t, "a", "b"): "! unreadable-record 1:1-1:1 the document cannot be read as docx: it has no word/document.xml\n",
		packed(t, "word/document.xml", `<w:document><w:p><w:r><w:t>Felt.</w:t></w:r></w:p><w:p`): "! unreadable-record 1:1-1:1 the document cannot be read as docx: its part word/document.xml is broken: XML syntax error on line 1: unexpected EOF\nsentence 1:1 Felt.\n",
	} {
		if diff := cmp.Diff(want, shown(read(t, document.DOCX, text))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestSpacesAndTitlesOfWordProcessors holds what stands for white space in each form, and
// that its title is the source's.
func TestSpacesAndTitlesOfWordProcessors(t *testing.T) {
	docx := packed(t, "docProps/core.xml", `<coreProperties><title> On felt </title></coreProperties>`, "word/document.xml",
		`<w:document xmlns:w="w"><w:p><w:r><w:t>Felt</w:t><w:tab/><w:t>rims</w:t><w:br/><w:t>are</w:t><w:cr/><w:t>qui</w:t><w:noBreakHyphen/><w:t>et.</w:t></w:r></w:p></w:document>`)
	odt := packed(t, "meta.xml", `<document-meta><meta><title> On felt </title></meta></document-meta>`, "content.xml",
		`<body><p>Felt<tab/>rims<line-break/>are<s/>qui-et.</p></body>`)
	for form, text := range map[fact.Form]string{document.DOCX: docx, document.ODT: odt} {
		items := read(t, form, text)
		if len(items) != 1 {
			t.Errorf("%s: %d facts", form, len(items))
			continue
		}
		r := items[0].Record
		if diff := cmp.Diff([]string{"Felt rims are qui-et.", "On felt"}, []string{r.Content, r.Sources[0].Title}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", form, diff)
		}
	}
}

func TestTablesOfWordProcessors(t *testing.T) {
	cells := [][]string{{"Year", "Title", "Authors"}, {"", "Felt rims", "A. Roe"}, {"2019", "Oak", ""}}
	table := func(row, cell, text string) string {
		var rows strings.Builder
		for _, r := range cells {
			var inRow strings.Builder
			for _, c := range r {
				fmt.Fprintf(&inRow, cell, fmt.Sprintf(text, c))
			}
			fmt.Fprintf(&rows, row, inRow.String())
		}
		return rows.String()
	}
	for name, text := range map[string]string{
		"a.docx": packed(t, "[Content_Types].xml", "<Types/>", "word/document.xml",
			`<w:document xmlns:w="w"><w:body><w:tbl>`+table("<w:tr>%s</w:tr>", "<w:tc>%s</w:tc>", "<w:p><w:r><w:t>%s</w:t></w:r></w:p>")+"</w:tbl></w:body></w:document>"),
		"a.odt": packed(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
			`<d xmlns:text="t" xmlns:table="b"><table:table>`+table("<table:table-row>%s</table:table-row>", "<table:table-cell>%s</table:table-cell>", "<text:p>%s</text:p>")+"</table:table></d>"),
	} {
		want := "item 2:15 A. Roe, \"Felt rims\"\nitem 3:1 2019 | Oak\n"
		if diff := cmp.Diff(want, shown(read(t, document.Detect(name, []byte(text)), text))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestStylesOfWordProcessors holds which styles are those of headings, which are no facts,
// and which runs are emphasised.
func TestStylesOfWordProcessors(t *testing.T) {
	for style, want := range map[string]string{
		"Heading1": "", "heading 2": "", "berschrift1": "", "Überschrift 3": "", "Titre1": "", "Title": "", "HeadingX": "",
		"Normal": "sentence 1:1 Felt.\n", "Titled": "sentence 1:1 Felt.\n", "": "sentence 1:1 Felt.\n",
	} {
		text := packed(t, "word/document.xml", `<w:document xmlns:w="w"><w:p><w:pPr><w:pStyle w:val="`+style+`"/></w:pPr><w:r><w:t>Felt.</w:t></w:r></w:p></w:document>`)
		if diff := cmp.Diff(want, shown(read(t, document.DOCX, text))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", style, diff)
		}
	}
	for on, want := range map[string]string{``: "*Felt* is.", ` w:val="1"`: "*Felt* is.", ` w:val="0"`: "Felt is.", ` w:val="false"`: "Felt is."} {
		text := packed(t, "word/document.xml", `<w:document xmlns:w="w"><w:p><w:r><w:rPr><w:i`+on+`/></w:rPr><w:t>Felt</w:t></w:r><w:r><w:t xml:space="preserve"> is.</w:t></w:r></w:p></w:document>`)
		if diff := cmp.Diff("sentence 1:1 "+want+"\n", shown(read(t, document.DOCX, text))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", on, diff)
		}
	}
}
