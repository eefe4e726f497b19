package bib

import "testing"

func TestIsKey(t *testing.T) {
	for key, want := range map[string]bool{
		"moss2019": true, "a:b.c-d/e+f": true, "größe": true, "a!b": true,
		"": false, "a b": false, "a\tb": false, "a\x7fb": false, `a"b`: false, "a#b": false, "a%b": false, "a'b": false, "(a": false, "a)": false,
		"a,b": false, "a=b": false, "{a": false, "a}": false, "a~b": false, `a\b`: false,
	} {
		if got := IsKey(key); got != want {
			t.Errorf("%q is a key: %t", key, got)
		}
	}
}
