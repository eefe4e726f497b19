package fact

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// TestHostile checks that no input costs much for its size: each is of the kind that
// makes a reader without limits quadratic, or worse. What is allocated for it may not
// grow faster than the input, and of the bytes that are read in vain, in search of
// the next record, there may be no more than the limit on them says.
func TestHostile(t *testing.T) {
	rep := strings.Repeat
	for _, test := range []struct {
		name     string
		form     Form
		text     func(size int) string
		wasteful bool // records are searched for in vain
	}{
		{"headers", PageText, func(size int) string { return "f\nFacts (9)\n" + rep("a.bc 1 fact\n", size/12) }, false},
		{"headers and facts", PageText, func(size int) string { return "f\nFacts (99999)\n" + rep("a.bc 1 fact\nclaimX\nclaimY\n", size/26) }, false},
		{"starts of facts", PageText, func(size int) string { return rep("Facts (1)\n", size/10) }, false},
		{"badges", PageText, func(size int) string { return "f\nFacts (9)\na.bc 3 facts\n" + rep("claimX:\n", size/8) }, false},
		{"words like domains", PageText, func(size int) string { return "f\nFacts (1)\n" + rep("a.bc ", size/5) + "1 fact\nclaimX\n" }, false},
		{"open arrays", JSON, func(size int) string { return "[" + rep(`{"a":[`, size/6) }, true},
		{"open arrays with records", JSON, func(size int) string { return "[" + rep(`{"a":[`+good("a")+",", size/150) }, false},
		{"open arrays with long records", JSON, func(size int) string {
			return "[" + rep(`{"a":[{"content":"`+rep("x", 30_000)+`","sources":[]},`, size/30_000)
		}, false},
		{"open objects in a line", Lines, func(size int) string { return rep(`{"a":`, size/5) }, true},
		{"open objects and records in a line", Lines, func(size int) string { return rep(`{"a":[`+good("a")+",", size/150) }, true},
		{"braces", JSON, func(size int) string { return "[" + rep("{", size) }, true},
		{"brackets in brackets", JSON, func(size int) string { return rep("[", size) }, false},
		{"closed brackets", JSON, func(size int) string { return "[" + rep("[],", size/3) }, false},
		{"quotes", Lines, func(size int) string { return "{" + rep(`"`, size) }, false},
		{"members", Lines, func(size int) string { return "{" + rep(`"a":1,`, size/6) + `"b":1}` }, false},
		{"surrogates", Lines, func(size int) string { return `{"content":"` + rep(`\ud800`, size/6) + `"}` }, false},
		{"bytes that are not UTF-8", Lines, func(size int) string { return `{"content":"` + rep("\xff", size) + `"}` }, false},
		{"CR", Lines, func(size int) string { return rep("\r", size) }, false},
		{"CR and braces", Lines, func(size int) string { return rep("{\r", size/2) }, false},
		{"colons", Export, func(size int) string { return "{" + rep(`"facts":[`, size/9) }, false},
		{"links", Export, func(size int) string { return `{"edges":["` + rep("{fact:", size/6) + `"],"facts":[]}` }, false},
		{"groups", PageHTML, func(size int) string {
			return `<div data-facts-section>` + rep(`<details class="fact-group"><div data-fact-text>`, size/48)
		}, false},
		{"ampersands", PageHTML, func(size int) string {
			return `<div data-fact-text><span class="fact-card-content">` + rep("&notit", size/6)
		}, false},
		{"keys", YAML, func(size int) string { return rep("a: b\n", size/5) }, false},
		{"sequences in a line", YAML, func(size int) string { return rep("- ", size/2) }, false},
		{"brackets of YAML", YAML, func(size int) string { return rep("[", size) }, false},
		{"open tags", PageHTML, func(size int) string { return `<h1 class="node-title">` + rep("<h1>", size/4) }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			const size = 1 << 16
			half, whole := readHostile(t, test.form, test.text(size)), readHostile(t, test.form, test.text(2*size))
			if whole.allocated > 3*half.allocated+1<<20 {
				t.Errorf("allocated %d bytes, and %d for half of the text", whole.allocated, half.allocated)
			}
			if whole.wasted > whole.wasteLimit+2*size || (whole.wasted > 0) != test.wasteful {
				t.Errorf("read %d bytes in vain, want at most %d; some: %v", whole.wasted, whole.wasteLimit, test.wasteful)
			}
		})
	}
}

// A cost is what reading an input took.
type cost struct {
	allocated          uint64 // bytes
	wasted, wasteLimit int64  // bytes that were read in vain
}

func readHostile(t *testing.T, form Form, text string) cost {
	t.Helper()
	s := &stream{source: strings.NewReader(text), brokenTo: -1, yield: func(*Item, error) bool { return true }}
	s.opts = Options{Form: form, MaxRecord: 1 << 17}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := s.read(); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return cost{after.TotalAlloc - before.TotalAlloc, s.waste, s.wasteLimit()}
}

// TestCostlyYAML holds what is said of YAML that costs its parser too much, and that lists of
// as many values do not.
func TestCostlyYAML(t *testing.T) {
	many := strings.Repeat("- content: Felt.\n  id: a\n", mostKeys+1)
	for text, want := range map[string]string{
		strings.Repeat("a: b\n", mostKeys+1): "10001:1 a mapping has more than the 10000 keys that are read of one in YAML; make JSON Lines of it",
		strings.Repeat("[", 257):             "1:257 no record can be read here: it is nested more than 256 deep",
		strings.Repeat("- ", 257) + "a":      "1:513 no record can be read here: it is nested more than 256 deep",
		"content: Felt.\nmetadata: {a: [" + strings.Repeat("{b: c}, ", 300) + "]}\n": "",
		"content: |\n" + strings.Repeat("  a: b\n", mostKeys+1) + "id: c":            "",
		many: "",
	} {
		got := ""
		for it, err := range Read(strings.NewReader(text), "a.yaml", &Options{Form: YAML}) {
			if err != nil {
				t.Fatal(err)
			}
			if it.Record == nil {
				p := it.Problems[0]
				got = fmt.Sprintf("%d:%d %s", p.Place.Line, p.Place.Column, p.Message)
			}
		}
		if got != want {
			t.Errorf("%.30q…: %q, want %q", text, got, want)
		}
	}
}
