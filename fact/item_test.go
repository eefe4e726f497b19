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
