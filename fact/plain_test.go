package fact

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestStringSpan holds the reading of strings eight bytes at a time against
// encoding/json, with other text behind them.
func TestStringSpan(t *testing.T) {
	type reading struct{ ok, escaped, invalid bool }
	r := rand.New(rand.NewPCG(1, 2))
	rare := []string{"Z", " ", "\x7f", "\x80", "\xa2", "\xff", "é", "語", "!", "#", "[", "]", `"`, `\`, `\n`, `\u00e9`, "\x1f", "\x00", "\n"}
	behind := []string{"", "}", `,"é":"\"`, strings.Repeat("語", 5)}
	for range 200_000 {
		text := `"`
		for range r.IntN(40) {
			if r.IntN(12) == 0 {
				text += rare[r.IntN(len(rare))]
			} else {
				text += "a"
			}
		}
		text += `"`
		want := reading{ok: json.Valid([]byte(text))}
		if want.ok {
			want.escaped = strings.Contains(text, `\`)
			want.invalid = !utf8.ValidString(text)
		}
		c := cursor{data: []byte(text + behind[r.IntN(len(behind))])}
		_, _, escaped := c.stringSpan()
		got := reading{ok: c.err == nil && c.pos == len(text)}
		if got.ok {
			got.escaped, got.invalid = escaped, c.invalid
		}
		if got != want {
			t.Fatalf("reading %q: got %+v, want %+v", text, got, want)
		}
	}
}
