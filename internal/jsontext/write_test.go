package jsontext

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What is written is read back, and compact text is what encoding/json makes of it.
func TestWriting(t *testing.T) {
	for seed := range uint64(2000) {
		text := randomText(rand.New(rand.NewPCG(seed, 3)), 3)
		var want bytes.Buffer
		if err := json.Compact(&want, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), string(AppendCompact(nil, []byte(text)))); diff != "" {
			t.Fatal(diff)
		}
		said := "a\x00\x1f\b\t\n\r\f\"\\/" + NewCursor([]byte(text), 9).Text()
		quoted := AppendQuoted([]byte("["), said)
		if got := NewCursor(quoted[1:], 0).Text(); got != said {
			t.Fatalf("%q is written as %s and read as %q", said, quoted, got)
		}
	}
}

func TestToValidUTF8(t *testing.T) {
	for text, want := range map[string]string{
		"":                "",
		"felt é":          "felt é",
		"a\xffb\xe2\x82c": "a\ufffdb\ufffd\ufffdc",
	} {
		if got := string(ToValidUTF8([]byte(text))); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		if got, want := string(AppendQuoted(nil, text)), `"`+strings.ReplaceAll(want, `"`, `\"`)+`"`; got != want {
			t.Errorf("%q is quoted as %s, want %s", text, got, want)
		}
	}
}
