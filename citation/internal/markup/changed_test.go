package markup

import (
	"testing"

	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
)

// TestChanged holds that a changed text has the words, the marks and the addresses that are
// left, and that each of its words leads back to the source.
func TestChanged(t *testing.T) {
	for source, want := range map[string][]string{
		"Felt loud rims now.":                            {"Felt “rims”."},
		"*Felt* loud *rims* now &amp; hubs.":             {"Felt “rims” & hubs.", "*Felt*", "*rims*"},
		"Felt *loud rims now* [here](https://a.example)": {"Felt “rims” here", "*“rims”*", "[here](https://a.example)"},
	} {
		plain := Read(source)
		at := ref.Span{len("Felt "), len("Felt loud ")}
		end := at[1] + len("rims")
		changed := plain.Changed(Change{Words: at, Instead: "“"}, Change{Words: ref.Span{end, end + len(" now")}, Instead: "”"})
		if diff := cmp.Diff(want, shown(changed)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", source, diff)
		}
		start := len("Felt “")
		if sp := changed.InSource(ref.Span{start, start + len("rims")}); source[sp[0]:sp[1]] != "rims" {
			t.Errorf("%s: the words lead back to %q", source, source[sp[0]:sp[1]])
		}
		for _, m := range changed.Marks {
			if m.Kind == Link && changed.Text[m.Address[0]:m.Address[1]] != "https://a.example" {
				t.Errorf("%s: the address is %q", source, changed.Text[m.Address[0]:m.Address[1]])
			}
		}
	}
}
