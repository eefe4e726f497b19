package text

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// memoryStore is a file in memory, which may be full.
type memoryStore struct {
	content []byte
	limit   int
}

func (m *memoryStore) WriteAt(p []byte, at int64) (int, error) {
	if int(at)+len(p) > m.limit {
		return 0, errors.New("full")
	}
	m.content = append(m.content[:at], p...)
	return len(p), nil
}

func (m *memoryStore) ReadAt(p []byte, at int64) (int, error) {
	return strings.NewReader(string(m.content)).ReadAt(p, at)
}

// TestArenaGivesBackWhatItWasGiven holds for texts of any length, in memory, on a store and
// on one that is full after a while.
func TestArenaGivesBackWhatItWasGiven(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"", "a", strings.Repeat("b", mostlyEnough-1), strings.Repeat("c", mostlyEnough), strings.Repeat("d", 3*pageSize)}
	for i := range 3_000 {
		texts = append(texts, strings.Repeat(fmt.Sprint(i%10), random.IntN(600)))
	}
	for name, limit := range map[string]int{"memory": -1, "store": 1 << 30, "a store that is full": 10 * pageSize} {
		t.Run(name, func(t *testing.T) {
			var arena Arena
			store := &memoryStore{limit: limit}
			if limit >= 0 {
				arena.KeepOn(store)
			}
			var places []Place
			for _, text := range texts {
				places = append(places, arena.Add([]byte(text)))
			}
			for i, text := range texts {
				got := arena.From(places[i])
				if limit < 0 && strings.HasPrefix(got, text) {
					continue // and those after it
				}
				if got != text {
					t.Fatalf("text %d is %.40q, %d bytes, and was %.40q, %d bytes", i, got, len(got), text, len(text))
				}
				if i > 0 && places[i] <= places[i-1] {
					t.Fatalf("place %d is not after the one before", i)
				}
			}
			if limit >= 0 && len(store.content) < min(limit, 600_000)-4*pageSize {
				t.Errorf("only %d bytes are in the store", len(store.content))
			}
		})
	}
}

// TestArenaDoesNotGuess holds that a store which lost what it was given is no answer.
func TestArenaDoesNotGuess(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a text came back that the store has lost")
		}
	}()
	var arena Arena
	store := &memoryStore{limit: 1 << 30}
	arena.KeepOn(store)
	first := arena.Add([]byte("felt rims"))
	for range 2 * pageSize {
		arena.Add([]byte("iron"))
	}
	store.content = store.content[:4]
	arena.From(first)
}
