package fact

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What an item remembers of where it looked changes no place.
func TestLocateContentInAnyOrder(t *testing.T) {
	text := `{"id":"a","fact_type":"claim","sources":[{"title":"T"}],"content":"` + strings.Repeat(`A \"cart\" — \u00e9\n\ud83d\ude00 rolls. `, 300) + `"}`
	read := func() *Item { return readAll(t, strings.NewReader(text), nil)[0] }
	asked := read()
	length := len(asked.Record.Content)
	chance := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		start := chance.IntN(length + 1)
		end := min(length, start+chance.IntN(40))
		from, to := asked.LocateContent(start, end)
		wantFrom, wantTo := read().LocateContent(start, end)
		if diff := cmp.Diff([]Place{wantFrom, wantTo}, []Place{from, to}); diff != "" {
			t.Fatalf("[%d,%d) (-want +got):\n%s", start, end, diff)
		}
	}
}

// A walk over text that stands for itself ends where one that reads each character
// does.
func TestWalkOverPlainText(t *testing.T) {
	text := []byte("Rädder — 車輪 und 😀 rollen, leise.")
	place := Place{Line: 1, Column: 7}
	for from := range 3 {
		s := segment{from: from, text: text, place: place}
		for offset := range from + len(text) + 2 {
			wantRead, wantDecoded := s.walk(stepInJSON, offset)
			if read, decoded := s.walk(nil, offset); read != wantRead || decoded != wantDecoded {
				t.Errorf("to %d from %d: %d bytes to %d, want %d to %d", offset, from, read, decoded, wantRead, wantDecoded)
			}
		}
	}
}

// TestAppendLine holds that a record that has no id gets the one that the reader derived, as its
// first member, and one that has an id stays as it is but for white space.
func TestAppendLine(t *testing.T) {
	for text, want := range map[string]string{
		`{ }`:                              `+{"id":"642f41c2-889c-5a4e-af30-8c2800a9a752"}`,
		`{ "content" : "Felt." }`:          `+{"id":"c74c2c7d-d1d1-56ad-a5dc-3373463598ee","content":"Felt."}`,
		`{"content":"Felt.", "id" : "a" }`: `+{"content":"Felt.","id":"a"}`,
		`{"id":7,"content":"Felt."}`:       `+{"id":7,"content":"Felt."}`,
	} {
		item := readAll(t, strings.NewReader(text), &Options{Form: Lines})[0]
		if diff := cmp.Diff(want, string(item.AppendLine([]byte("+")))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
	if got := Unreadable(Place{}, "", "no").AppendLine([]byte("+")); string(got) != "+" {
		t.Errorf("of what is no record %q is written", got)
	}
}
