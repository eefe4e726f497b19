package document_test

import (
	"testing"

	"github.com/factcite/factcite/fact/document"
)

// TestEdges holds what is read of parts that are empty, and at the ends of lines.
func TestEdges(t *testing.T) {
	testFacts(t, []documentCase{
		{"a formula of nothing", document.LaTeX, `Felt \[\] is quiet. Oak \[ x = 1. \] is loud.`, "sentence 1:1 Felt is quiet.\nsentence 1:21 Oak is loud.\n"},
		{"words that are parted, and that have a hyphen", document.Text,
			"The learn-by-doing of carts that everybody knows is called learn-\nby-doing by them. So it is with all of the carts that we learn-\ning makers know.\n",
			"sentence 1:1 The learn-by-doing of carts that everybody knows is called learn-by-doing by them.\nsentence 2:19 So it is with all of the carts that we learning makers know.\n"},
		{"citations one after another", document.Markdown, "Felt is quiet.[1] Oak is loud.[2][3] elm is old. Ash is new [4]. See [5].\n\n# References\n\n1. A.\n2. B.\n3. C.\n4. D.\n5. E.\n",
			"sentence 1:1 Felt is quiet.[1]\nsentence 1:19 Oak is loud.[2][3] elm is old.\nsentence 1:50 Ash is new [4].\nsentence 1:66 See [5].\nreference 5:4 A.\nreference 6:4 B.\nreference 7:4 C.\nreference 8:4 D.\nreference 9:4 E.\n"},
		{"rows of no text", document.Markdown, "| Title | Year |\n|---|---|\n|  |  |\n| Felt |  |\n", "item 4:3 Felt\n"},
	})
	for _, head := range []string{"\x00\x01\x02felt", "felt\x00"} {
		if form := document.Detect("felt", []byte(head)); form != "" {
			t.Errorf("%q is %q", head, form)
		}
	}
}
