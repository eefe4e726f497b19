package text

import (
	"strings"
	"testing"
)

// TestNearest holds that one typing error for every three characters is forgiven, in any of
// its forms, and what is as near as another comes by name.
func TestNearest(t *testing.T) {
	for _, c := range []struct{ word, candidates, want string }{
		{"carts", "carts wheels", "carts"},
		{"FACT_TYPE", "factType", "factType"}, {"fact type", "fact-type", "fact-type"},
		{"crts", "carts", "carts"}, {"caarts", "carts", "carts"}, {"corts", "carts", "carts"}, {"catrs", "carts", "carts"}, {"cartss", "carts", "carts"}, {"xarts", "carts", "carts"},
		{"crtz", "carts", ""}, {"ca", "co", ""}, {"ca", "ca", "ca"}, {"cat", "cot", "cot"}, {"cat", "co", ""}, {"cot", "dot", "dot"},
		{"wheels", "wkeelz", "wkeelz"}, {"wheels", "wkealz", ""}, {"hweesl", "wheels", "wheels"}, {"abcdef", "badcef", "badcef"}, {"abcdef", "badcfe", ""},
		{"cart", "dart bart", "bart"}, {"carts", "cartz karts", "cartz"}, {"langchian", "langchain langfuse", "langchain"}, {"jsn", "json jsonl", "json"},
		{"räder", "rader", "rader"}, {"räd", "rad", "rad"}, {"rä", "ra", ""},
		{strings.Repeat("a", 64), strings.Repeat("a", 63), strings.Repeat("a", 63)}, {strings.Repeat("a", 65), strings.Repeat("a", 64), ""}, {strings.Repeat("a", 64), strings.Repeat("a", 65), ""},
		{"", "a", ""}, {"", "", ""}, {"carts", "", ""},
	} {
		got, ok := Nearest(c.word, strings.Fields(c.candidates))
		if got != c.want || ok != (c.want != "") {
			t.Errorf("nearest to %q of %q is %q, %t, want %q", c.word, c.candidates, got, ok, c.want)
		}
	}
}
