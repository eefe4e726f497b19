package bib

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func fixed(t *testing.T, text string) (string, []string) {
	t.Helper()
	e := NewEdit("refs.bib", []byte(text))
	var messages []string
	for _, f := range e.Fix() {
		messages = append(messages, f.Message)
	}
	got, err := e.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return string(got), messages
}

func TestFix(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"@article{a, doi = {https://doi.org/10.5555/Carts.1}}", "@article{a, doi = {10.5555/Carts.1}}"},
		{"@article{a, doi = \"doi:10.5555/carts.1\"}", "@article{a, doi = \"10.5555/carts.1\"}"},
		{"@article{a, doi = {10.5555/a\\_b}}", ""},
		{"@article{a, doi = {https://carts.example.org/1}}", ""},
		{"@article{a, doi = {https://doi.org/10.5555/a?x=1}}", ""},
		{"@article{a, pages = {1-9}}", "@article{a, pages = {1--9}}"},
		{"@article{a,\n  pages   = {101 – 109},\n}", "@article{a,\n  pages   = {101--109},\n}"},
		{"@article{a, pages = {1---9}}", ""},
		{"@article{a, pages = {A-12}}", ""},
		{"@article{a, pages = {1-9, 12-13}}", ""},
		{"@article{a, pages = 1 # {-9}}", ""},
		{"@article{a,\n\tURL = {http://dx.doi.org/10.5555/x},\n\tyear = 2019\n}", "@article{a,\n\tdoi = {10.5555/x},\n\tyear = 2019\n}"},
		{"@article{a, doi = {10.5555/X}, url = {https://doi.org/10.5555/x}, year = 2019}", "@article{a, doi = {10.5555/X}, year = 2019}"},
		{"@article{a, doi = {10.5555/y}, url = {https://doi.org/10.5555/x}}", ""},
		{"@article{a, url = {https://carts.example.org/10.5555/x}}", ""},
		{"@misc{a, eprint = {arXiv:2402.10379v2}}", "@misc{a, eprint = {2402.10379v2}, archiveprefix = {arXiv}}"},
		{"@misc{a, archivePrefix = {arXiv}, eprint = {ARXIV: math.AG/0601001}}", "@misc{a, archivePrefix = {arXiv}, eprint = {math.AG/0601001}}"},
		{"@misc{a, eprint = {2402.10379}}", ""},
		{"@misc{a, year = 2019, title = {Felt}, year = {2019}}", "@misc{a, year = 2019, title = {Felt}}"},
		{"@misc{a, year = 2019, year = 2020}", ""},
		{"@misc{a, pages = {1-9}, pages = \"1--9\"}", "@misc{a, pages = {1--9}}"},
		{"@misc{a, pages = 1 # {-9}, pages = {1--9}}", ""},
		{"@misc{a, doi = {10.5555/x}, doi = {https://doi.org/10.5555/x}}", "@misc{a, doi = {10.5555/x}}"},
		{"@misc{a, doi = {10.5555/x}, doi = {10.5555/X}}", "@misc{a, doi = {10.5555/x}}"},
		{"@misc{a, title = {Felt Rims}, title = {{Felt} {R}ims}}", "@misc{a, title = {Felt Rims}}"},
		{"@misc{a, title = {Felt}, title = {Felt}, title = {Felt},\n}\n% end", "@misc{a, title = {Felt},\n}\n% end"},
		{"@misc(a, pages = {1-9})\n\n@misc{b, pages = {1-9}", "@misc(a, pages = {1--9})\n\n@misc{b, pages = {1-9}"},
	} {
		want := test.want
		if want == "" {
			want = test.text
		}
		got, messages := fixed(t, test.text)
		if diff := cmp.Diff(want, got); diff != "" || (len(messages) > 0) != (test.want != "") {
			t.Errorf("%s: %q (-want +got):\n%s", test.text, messages, diff)
		}
		if again, messages := fixed(t, got); again != got || messages != nil {
			t.Errorf("%s: mended again it is %s: %q", test.text, again, messages)
		}
	}
}

func TestFixSaysWhat(t *testing.T) {
	e := NewEdit("refs.bib", []byte("@misc{a,\n  title = {Felt},\n  pages = {1-9},\n  title = {Felt},\n  url = {https://doi.org/10.5555/x}}"))
	want := []Fix{{4, 11, "title = {Felt} is there twice, and was removed"}, {3, 11, "pages = {1--9} was {1-9}"},
		{5, 9, "doi = {10.5555/x} was url = {https://doi.org/10.5555/x}"}}
	if diff := cmp.Diff(want, e.Fix()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// In the encoding that a file is in, other bytes stay.
func TestFixKeepsTheEncoding(t *testing.T) {
	text := "% caf\xe9\r\n@misc{a,\r\n  title = {Caf\xe9},\r\n  pages = {1-9}\r\n}\r\n"
	got, _ := fixed(t, text)
	if diff := cmp.Diff(strings.Replace(text, "1-9", "1--9", 1), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// FuzzFix holds that what is fixed needs no fix again, and that as many entries are read
// from it.
func FuzzFix(f *testing.F) {
	f.Add("@article{a, doi = {https://doi.org/10.5555/x}, url = {https://doi.org/10.5555/x}, pages = {1-9}, pages = {1-9}}")
	f.Add("@misc{a, eprint = {arXiv:2402.10379}, url = \"https://doi.org/10.5555/x\"}\n@misc{b, year = 1, year = 1, year = 1}")
	f.Fuzz(func(t *testing.T, text string) {
		e := NewEdit("refs.bib", []byte(text))
		fixes := e.Fix()
		once, err := e.Bytes()
		if err != nil {
			t.Skip("its encoding lacks what was added")
		}
		if len(fixes) == 0 && e.File.Encoding == "" && !e.File.Mixed && !bytes.Equal(once, []byte(text)) {
			t.Fatalf("nothing is fixed, and %q is %q", text, once)
		}
		again := NewEdit("refs.bib", once)
		if more := again.Fix(); len(more) > 0 {
			t.Errorf("%q is fixed as %q, and again: %v", text, once, more)
		}
		if len(again.File.Entries) != len(e.File.Entries) || len(again.File.Errors) > len(e.File.Errors) {
			t.Errorf("%q has %d entries and %q has %d", text, len(e.File.Entries), once, len(again.File.Entries))
		}
	})
}
