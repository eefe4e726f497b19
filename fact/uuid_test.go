package fact

import (
	"strings"
	"testing"

	published "github.com/google/uuid"
)

// TestUUIDOf holds that an id is the UUIDv5 that others derive of the same name, as they write it.
func TestUUIDOf(t *testing.T) {
	if space := published.NewSHA1(published.NameSpaceURL, []byte("https://github.com/factcite/factcite/fact")); space != published.UUID(factSpace) {
		t.Errorf("the namespace is %s, want %s", factSpace, space)
	}
	for _, name := range []string{"", "1:a", strings.Repeat("felt", 500)} {
		if got, want := uuidOf(append(factSpace[:], name...)).String(), published.NewSHA1(published.UUID(factSpace), []byte(name)).String(); got != want {
			t.Errorf("the id of %.10q is %s, want %s", name, got, want)
		}
	}
}

func TestIsUUID(t *testing.T) {
	for text, want := range map[string]bool{
		"6ba7b811-9dad-11d1-80b4-00c04fd430c8":   true,
		"6BA7B811-9DAD-11D1-80B4-00C04FD430C8":   true,
		"6ba7b811-9dad-11d1-80b4-00c04fd430c":    false,
		"6ba7b811-9dad-11d1-80b4-00c04fd430c8a":  false,
		"6ba7b811-9dad-11d1-80b400-c04fd430c8a":  false,
		"6ba7b811-9dad-11d1-80b4-00c04fd430cg":   false,
		"6ba7b8119dad11d180b400c04fd430c8":       false,
		"{6ba7b811-9dad-11d1-80b4-00c04fd430c8}": false,
		"":                                       false,
	} {
		if got := isUUID([]byte(text)); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}
