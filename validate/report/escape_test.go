package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTextShowsWhatItEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"plain é 京 \u00a0":     "plain é 京 \u00a0",
		"\x1b[31m\x00\r\n\x7f": `\x1b[31m\x00\x0d\x0a\x7f`,
		"\u202e\u2066\u009b":   `\u202e\u2066\x9b`,
		"\xff\ufffd":           `\xff` + "\ufffd",
		"\U000e0041":           `\U000e0041`,
		"# ## ###":             `# #\x23 #\x23#`,
	} {
		if diff := cmp.Diff(want, terminal(in)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
}

func TestShortenCutsTheMiddle(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"", 8, ""},
		{"12345678", 8, "12345678"},
		{"123456789", 8, "123456 … 89"},
		{"1234567890123456", 8, "123456 … 56"},
		{"12345é789", 8, "12345 … 89"},
		{"1234567é", 8, "123456 … é"},
		{"ééééé", 8, "ééé … é"},
	} {
		if diff := cmp.Diff(c.want, shorten(c.text, c.limit)); diff != "" {
			t.Errorf("%q in %d (-want +got):\n%s", c.text, c.limit, diff)
		}
	}
}
