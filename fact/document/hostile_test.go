package document_test

import (
	"math/rand/v2"
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

// TestDeepLists holds that a list in a list in a list, thousands deep, is read in time that
// grows with its length: by its lines where nobody can have meant its depth.
func TestDeepLists(t *testing.T) {
	linear.Check(t, 1<<17, func(size int) func() {
		var deep strings.Builder
		for depth := 0; deep.Len() < size; depth++ {
			deep.WriteString(strings.Repeat("  ", depth) + "- felt rims\n")
		}
		return func() { read(t, document.Markdown, deep.String()) }
	})
}
