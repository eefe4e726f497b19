package record

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A value of another kind than the one asked for counts as absent, and the one
// after it is read.
func TestJSONCursorKinds(t *testing.T) {
	type values struct {
		Text  string
		Texts []string
		True  bool
	}
	for _, test := range []struct {
		value string
		want  values
	}{
		{`"felt &amp; <i>straw</i>"`, values{Text: "felt &amp; <i>straw</i>", Texts: []string{"felt & straw"}}},
		{`-12.5e3`, values{Text: "-12.5e3", Texts: []string{"-12.5e3"}}},
		{`["a", "", 3, null, {"b": "c"}, ["d"]]`, values{Texts: []string{"a", "3"}}},
		{`true`, values{True: true}},
		{`false`, values{}},
		{`{"true": true}`, values{}},
	} {
		c := newJSONCursor([]byte("[" + test.value + "," + test.value + "," + test.value + "]"))
		var got values
		for i := range c.Elements() {
			switch i {
			case 0:
				got.Text = c.stringOrNumber()
			case 1:
				got.Texts = c.texts()
			case 2:
				got.True = c.isTrue()
			}
		}
		if err := c.failure(); err != nil {
			t.Errorf("%s: %v", test.value, err)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.value, diff)
		}
	}
}

// What more of a text may mend is told from what it cannot.
func TestJSONCursorFailures(t *testing.T) {
	failure := func(text string) error {
		c := newJSONCursor([]byte(text))
		c.Skip()
		return c.failure()
	}
	for _, text := range []string{`{"a": "b`, `[1, tr`, `{"a"`, `[`} {
		if err := failure(text); err != ErrCut || !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%s: %v, want %v", text, err, ErrCut)
		}
	}
	if err := failure(strings.Repeat("[", maxRecordDepth+1)); err != errTooDeep {
		t.Errorf("%v, want %v", err, errTooDeep)
	}
	if err := failure(strings.Repeat("[", maxRecordDepth) + strings.Repeat("]", maxRecordDepth)); err != nil {
		t.Errorf("%v at the greatest depth", err)
	}
	if err := failure(`{"a" 1}`); err == nil || err.Error() != `want ":", not "1"` {
		t.Errorf("%v", err)
	}
}
