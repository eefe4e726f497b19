package bib

import (
	"strings"
	"testing"
)

func TestKeyIndex(t *testing.T) {
	entries := []Entry{{Key: "a"}, {Key: "B"}, {Key: "ä"}, {Key: strings.Repeat("Long", 100)}}
	index := newKeyIndex(0)
	for i := range entries {
		if first, taken := index.add(entries[i].Key, entries[:i]); taken {
			t.Errorf("%q is taken by %d", entries[i].Key, first)
		}
	}
	for key, want := range map[string]int{"A": 0, "b": 1, "ä": 2, strings.Repeat("lonG", 100): 3, "Ä": -1, "c": -1, "": -1} {
		if got, found, _ := index.find(key, entries); found != (want >= 0) || found && got != want {
			t.Errorf("%q is found at %d (%t), want %d", key, got, found, want)
		}
		if got, taken := index.add(key, entries); want >= 0 && (!taken || got != want) {
			t.Errorf("%q is added though %d has it", key, want)
		}
	}
}

// Two keys with one hash are told apart.
func TestKeyIndexCollision(t *testing.T) {
	entries := []Entry{{Key: "a"}, {Key: "b"}}
	index := newKeyIndex(0)
	_, _, slot := index.find("b", nil)
	index.first[slot] = 0 // as if "a" had it
	if first, taken := index.add("b", entries[:1]); taken {
		t.Errorf("b is taken by entry %d", first)
	}
	if got, found, _ := index.find("B", entries); !found || got != 1 {
		t.Errorf("B is found at %d (%t), want 1", got, found)
	}
}
