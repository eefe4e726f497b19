package jsontext

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	const text = ` {"a": [1, {"b/c": "x", "~": {"": null}}], "a2": 5, "é": "\u0061", "twice": 1, "twice": [2]} `
	for pointer, want := range map[string]string{
		"":               strings.TrimSpace(text),
		"/a":             `[1, {"b/c": "x", "~": {"": null}}]`,
		"/a/0":           "1",
		"/a/1/b~1c":      `"x"`,
		"/a/1/~0":        `{"": null}`,
		"/a/1/~0/":       "null",
		"/é":             `"\u0061"`,
		"/twice":         "[2]",
		"/twice/0":       "2",
		"/a/2":           "none",
		"/a/00":          "none",
		"/a/-1":          "none",
		"/a/+1":          "none",
		"/a/0/0":         "none",
		"/b":             "none",
		"a":              "none",
		"/a/1/b/c":       "none",
		"/twice/0/twice": "none",
	} {
		got := "none"
		if start, end, ok := Find([]byte(text), pointer); ok {
			got = text[start:end]
		}
		if got != want {
			t.Errorf("%q: %s, want %s", pointer, got, want)
		}
	}
	if _, _, ok := Find([]byte(`{"a":`), ""); ok {
		t.Error("a broken value is found")
	}
}

func TestPointerTo(t *testing.T) {
	const text = `{"a": [1, {"b/c": "x", "~": null}], "d": 5}`
	for part, want := range map[string]string{
		`"a"`: "/a", `1,`: "/a/0", `"b/c"`: "/a/1/b~1c", `"x"`: "/a/1/b~1c", `"~"`: "/a/1/~0", `null`: "/a/1/~0",
		`}]`: "/a/1", `],`: "/a", `5`: "/d", `5}`: "/d",
	} {
		if got := PointerTo([]byte(text), strings.Index(text, part)); got != want {
			t.Errorf("%s: %q, want %q", part, got, want)
		}
	}
	if got := PointerTo([]byte(text), len(text)-1); got != "" {
		t.Errorf("the last brace: %q", got)
	}
}
