package jsontext

import "testing"

func TestPositionAfter(t *testing.T) {
	for text, want := range map[string]Position{
		"":                 {3, 5},
		"ab":               {3, 7},
		"日本語 é 12345678":   {3, 19},
		"a\nbc":            {4, 3},
		"a\r\nb\rc\n":      {6, 1},
		"\r":               {4, 1},
		"\xff\xc3a":        {3, 8},
		"\x80\x80":         {3, 5},
		"12345678é\n1234é": {4, 6},
	} {
		if got := (Position{3, 5}).After([]byte(text)); got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
		for cut := range len(text) {
			if cut > 0 && text[cut-1] == '\r' && text[cut] == '\n' {
				continue
			}
			if got := (Position{3, 5}).After([]byte(text[:cut])).After([]byte(text[cut:])); got != want {
				t.Errorf("%q cut at %d: %+v, want %+v", text, cut, got, want)
			}
		}
	}
}
