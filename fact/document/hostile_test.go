package document_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
	"github.com/factcite/factcite/internal/linear"
)

// Documents made to be costly take time that grows with their length.
func TestHostileDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("slow: every kind in every form")
	}
	for name, unit := range map[string]string{
		"brackets": "[", "closing brackets": "]", "quotes": "\"", "guillemets": "« ", "parentheses": "(a. B ", "quotations": "> ", "items": "- ", "nested items": "- a\n  ",
		"stars": "*", "backticks": "`", "stops": "a. ", "abbreviations": "et al. ", "initials": "A. ", "references": "Roe, A. (2019). ", "citations": "[1] ", "notes": "[^1]", "open notes": "[^a]: ",
		"tags": "<i>", "divisions": "<div>", "tables": "<tr><td>", "entities": "&amp", "ampersands": "&", "lists": "<ul><li>", "comments": "<!--", "braces": "{", "commands": "\\emph{", "environments": "\\begin{a}",
		"verbatim": "\\begin{verbatim}", "dollars": "$$", "accents": "\\'{", "footnotes": "\\footnote{", "optional": "\\item[", "rows": "|a", "rules": "---\n", "hyphens": "learn-\n", "words": "a", "lines": "a\n", "blank": " \n", "definitions": "[a]: b\n", "labels": "[a][b] ", "labelled": "[a]: b\n\n[a][a][]\n\n",
	} {
		for _, form := range []fact.Form{document.Text, document.Markdown, document.HTML, document.LaTeX} {
			t.Run(name+" as "+string(form), func(t *testing.T) {
				linear.Check(t, 1<<15, func(size int) func() {
					text := "a < b.\n" + strings.Repeat(unit, size/len(unit))
					return func() {
						for range document.Read(strings.NewReader(text), "doc", &document.Options{Form: form}) {
						}
					}
				})
			})
		}
	}
}

func TestTooLong(t *testing.T) {
	for _, c := range []struct {
		text    string
		options document.Options
		want    string
	}{
		{strings.Repeat("a", 2<<20), document.Options{Form: document.Text, MaxSize: 1 << 20},
			"! unreadable-record 1:1-1:1 the document is longer than 1 MiB and is not read; split it\n"},
		{"Felt. " + strings.Repeat("A", 100), document.Options{Form: document.Text, MaxFact: 50},
			"sentence 1:1 Felt.\n! unreadable-record 1:7-1:7 a sentence is 100 bytes long, and a record may have 50; raise the limit if it is one\n"},
	} {
		var items []*fact.Item
		for item := range document.Read(strings.NewReader(c.text), "doc", &c.options) {
			items = append(items, item)
		}
		if diff := cmp.Diff(c.want, shown(items)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestNoText holds that bytes which are no text become no facts, and that it is said.
func TestNoText(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 1<<16)
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	for _, form := range []fact.Form{document.Text, document.Markdown, document.HTML, document.LaTeX, document.BBL} {
		got := shown(read(t, form, string(noise)))
		if !strings.HasPrefix(got, "! unreadable-record 1:1-1:1 this is no text: ") || strings.Count(got, "\n") != 1 {
			t.Errorf("%s: %.300s", form, got)
		}
	}
	if got := shown(read(t, document.Text, "Felt\x07 rims.\x1b[1m Oak\fends.\n")); !strings.HasPrefix(got, "sentence 1:1 Felt") {
		t.Errorf("a control character among letters: %s", got)
	}
}

// TestDeepMarkdown holds that blocks in blocks, however deep, take no longer than as much
// text that is no deeper than somebody may write it: they are read by their lines.
func TestDeepMarkdown(t *testing.T) {
	for name, line := range map[string]func(depth int) string{
		"bullets":       func(depth int) string { return strings.Repeat("  ", depth) + "- felt rims\n" },
		"numbers":       func(depth int) string { return strings.Repeat("   ", depth) + "1. felt rims\n" },
		"parentheses":   func(depth int) string { return strings.Repeat("   ", depth) + "1) felt rims\n" },
		"tabs":          func(depth int) string { return strings.Repeat("\t", depth) + "- felt rims\n" },
		"empty items":   func(depth int) string { return strings.Repeat("  ", depth) + "-\n" },
		"quotations":    func(depth int) string { return strings.Repeat(">", depth) + " felt rims\n" },
		"quoted items":  func(depth int) string { return strings.Repeat("> ", depth) + "- felt rims\n" },
		"notes":         func(depth int) string { return strings.Repeat("    ", depth) + "[^a]: felt rims\n" },
		"at once":       func(depth int) string { return strings.Repeat("+ ", depth) + "\n" },
		"notes at once": func(depth int) string { return strings.Repeat("[^a]: ", depth) + "felt rims\n" },
	} {
		t.Run(name, func(t *testing.T) {
			const whole, ordinary = 1 << 19, 50
			linear.Check(t, whole, func(size int) func() {
				var text strings.Builder
				for depth := 0; text.Len() < size; depth++ {
					if size < whole {
						depth %= ordinary
					}
					text.WriteString(line(depth))
				}
				return func() { read(t, document.Markdown, text.String()) }
			})
		})
	}
}

// TestManyNotes holds that notes or entries, and as many citations of them, are read in time
// linear in their number.
func TestManyNotes(t *testing.T) {
	for form, c := range map[fact.Form]struct{ citation, heading, entry string }{
		document.Text:     {"Felt is quiet [%d].\n\n", "References\n\n", "[%d] Roe, A. (2019). Felt rims. Journal of Carts, 3(1), 1–9.\n"},
		document.Markdown: {"Felt is quiet.[^%d]\n\n", "", "[^%d]: Roe, A. (2019). Felt rims. *Journal of Carts*, 3(1), 1–9.\n"},
		document.HTML:     {"<p>Felt is quiet [%d].", "<h2>References</h2>", "<p>[%d] Roe, A. (2019). Felt rims. <i>Journal of Carts</i>, 3(1), 1–9.\n"},
		document.LaTeX:    {"Felt is quiet \\cite{roe%d}.\n\n", "\\begin{thebibliography}{9}\n", "\\bibitem{roe%d} Roe, A. (2019). Felt rims. \\emph{Journal of Carts}, 3(1), 1–9.\n"},
	} {
		t.Run(string(form), func(t *testing.T) {
			linear.Check(t, 4000, func(size int) func() {
				var cited, listed strings.Builder
				for i := range size {
					fmt.Fprintf(&cited, c.citation, i+1)
					fmt.Fprintf(&listed, c.entry, i+1)
				}
				text := cited.String() + c.heading + listed.String()
				if n := len(read(t, form, text)); n != 2*size {
					t.Fatalf("%d facts, want %d", n, 2*size)
				}
				return func() { read(t, form, text) }
			})
		})
	}
}

// TestBlankLinesInDeepMarkdown holds that the parser does not keep something of each block
// that is open for each of very many blank lines.
func TestBlankLinesInDeepMarkdown(t *testing.T) {
	var deep strings.Builder
	for depth := range 99 {
		deep.WriteString(strings.Repeat("  ", depth) + "- felt rims\n")
	}
	deep.WriteString(strings.Repeat("\n", 1<<17) + "end\n")
	const most = 100 // MiB
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read(t, document.Markdown, deep.String())
	runtime.ReadMemStats(&after)
	if made := (after.TotalAlloc - before.TotalAlloc) >> 20; made > most {
		t.Errorf("%d bytes took %d MiB, and %d are enough", deep.Len(), made, most)
	}
}

// TestManyDefinitions holds that the definitions of very many links, in one paragraph, are read
// in time linear in their number.
func TestManyDefinitions(t *testing.T) {
	for name, definition := range map[string]string{"definitions": "[a]: b\n", "open titles": "[a]: b\n(\n", "titles": "[a]: b\n  'felt\n  rims'\n"} {
		t.Run(name, func(t *testing.T) {
			linear.Check(t, 40_000, func(size int) func() {
				text := strings.Repeat(definition, size)
				return func() { read(t, document.Markdown, text) }
			})
		})
	}
}

// TestMuchEmphasis holds that paragraphs of a word processor in which emphasis begins and ends
// very often, or that have very many notes, are read in time linear in their number.
func TestMuchEmphasis(t *testing.T) {
	const docx = "<w:document><w:p>%s</w:p></w:document>"
	const odt = `<office:document-content><office:body><text:p>%s</text:p></office:body></office:document-content>`
	for name, c := range map[string]struct{ file, within, part string }{
		"emphasis": {"word/document.xml", docx, "<w:r><w:t>felt </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>rims </w:t></w:r>"},
		"notes":    {"content.xml", odt, `felt<text:note text:id="2"><text:note-citation>1</text:note-citation><text:note-body>a</text:note-body></text:note> `},
	} {
		t.Run(name, func(t *testing.T) {
			linear.Check(t, 40_000, func(size int) func() {
				text := packed(t, c.file, fmt.Sprintf(c.within, strings.Repeat(c.part, size)))
				form := document.DOCX
				if name == "notes" {
					form = document.ODT
				}
				return func() { read(t, form, text) }
			})
		})
	}
}

// TestWideMarkdown holds that rows, works and lists of very many parts, and lists of very many
// works, are read in time linear in their number.
func TestWideMarkdown(t *testing.T) {
	for name, text := range map[string]func(parts int) string{
		"columns": func(parts int) string {
			return strings.Repeat("|a", parts) + "|\n" + strings.Repeat("|-", parts) + "|\n" + strings.Repeat("|b", parts) + "|\n"
		},
		"columns of authors": func(parts int) string {
			return strings.Repeat("|author", parts) + "|title|\n" + strings.Repeat("|-", parts) + "|-|\n" + strings.Repeat("|b", parts) + "|b|\n"
		},
		"emphasis": func(parts int) string { return "# References\n\n- Roe, A. (2019). " + strings.Repeat("*a* b ", parts) },
		"details":  func(parts int) string { return "1. **Felt**\n" + strings.Repeat("   - Venue: a\n", parts) },
		"chapters": func(parts int) string {
			var list strings.Builder
			list.WriteString("# References\n\n")
			for i := range parts {
				fmt.Fprintf(&list, "- Lee%c%c, A., & Park, B. (Eds.). (2001). *Felt rims %d*. Torf Press.\n", 'a'+i%26, 'a'+i/26%26, i)
				fmt.Fprintf(&list, "- Roe, C. (2001). Oak wheels. In Lee%c%c and Park, pp. 3-9.\n", 'a'+i%26, 'a'+i/26%26)
			}
			return list.String()
		},
		"entries in one line": func(parts int) string {
			return "# References\n\n" + strings.Repeat("Roe, A. B., & Lind, C. (2019). Felt rims. Journal of Carts, 3(1), 1–9. ", parts)
		},
		"names in one line": func(parts int) string { return "# References\n\n" + strings.Repeat("Roe, A., (", parts) },
	} {
		t.Run(name, func(t *testing.T) {
			linear.Check(t, 8000, func(size int) func() {
				text := text(size)
				return func() { read(t, document.Markdown, text) }
			})
		})
	}
}
