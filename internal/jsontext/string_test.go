package jsontext

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestReadString compares the reading of strings, eight bytes at a time, with
// encoding/json, whatever follows them.
func TestReadString(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	rare := []string{"Z", " ", "\x7f", "\x80", "\xa2", "\xff", "é", "語", "!", "#", "[", "]", `"`, `\`, `\n`, `\u00e9`, "\x1f", "\x00", "\n"}
	following := []string{"", "}", `,"é":"\"`, strings.Repeat("語", 5)}
	for range 50_000 {
		text := `"`
		for range r.IntN(40) {
			if r.IntN(12) == 0 {
				text += rare[r.IntN(len(rare))]
			} else {
				text += "a"
			}
		}
		text += `"`
		c := NewCursor([]byte(text+following[r.IntN(len(following))]), 0)
		s, ok := c.ReadString()
		read := ok && c.Offset() == len(text)
		if valid := json.Valid([]byte(text)); read != valid {
			t.Fatalf("%q is read: %v, by encoding/json: %v", text, read, valid)
		}
		if !read {
			continue
		}
		plain := !strings.Contains(text, `\`) && utf8.ValidString(text)
		if want := (String{1, len(text) - 1, plain}); s != want {
			t.Fatalf("%q: got %+v, want %+v", text, s, want)
		}
		var want string
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatal(err)
		}
		if got := string(c.Unquoted(s)); got != want {
			t.Fatalf("%q says %q, want %q", text, got, want)
		}
	}
}

func TestDecodeRune(t *testing.T) {
	for _, test := range []struct {
		inside string
		r      rune
		size   int
	}{
		{"a", 'a', 1}, {"éa", 'é', 2}, {"\xffa", utf8.RuneError, 1}, {"\ufffd", utf8.RuneError, 3},
		{`\b`, '\b', 2}, {`\f`, '\f', 2}, {`\n`, '\n', 2}, {`\r`, '\r', 2}, {`\t`, '\t', 2},
		{`\"`, '"', 2}, {`\\`, '\\', 2}, {`\/`, '/', 2}, {`\u00E9a`, 'é', 6},
		{`\ud83d\ude00a`, '😀', 12}, {`\ud83d\u0061`, utf8.RuneError, 6}, {`\ude00\ud83d`, utf8.RuneError, 6}, {`\ud83d`, utf8.RuneError, 6},
	} {
		if r, size := DecodeRune([]byte(test.inside)); r != test.r || size != test.size {
			t.Errorf("%q: %q of %d bytes, want %q of %d", test.inside, r, size, test.r, test.size)
		}
	}
}
