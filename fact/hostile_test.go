package fact

import (
	"strings"
	"testing"
	"time"
)

// TestHostile holds that no input takes long for its size: each is of the kind
// that makes a reader without limits quadratic, or worse.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	rep := strings.Repeat
	const size = 1 << 19
	for _, test := range []struct {
		name string
		form Form
		text string
	}{
		{"headers", PageText, "f\nFacts (9)\n" + rep("a.bc 1 fact\n", size/12)},
		{"headers and facts", PageText, "f\nFacts (99999)\n" + rep("a.bc 1 fact\nclaimX\nclaimY\n", size/26)},
		{"starts of facts", PageText, rep("Facts (1)\n", size/10)},
		{"badges", PageText, "f\nFacts (9)\na.bc 3 facts\n" + rep("claimX:\n", size/8)},
		{"words like domains", PageText, "f\nFacts (1)\n" + rep("a.bc ", size/5) + "1 fact\nclaimX\n"},
		{"open arrays", JSON, "[" + rep(`{"a":[`, size/6)},
		{"open arrays with records", JSON, "[" + rep(`{"a":[`+good("a")+",", size/150)},
		{"open arrays with long records", JSON, "[" + rep(`{"a":[{"content":"`+rep("x", 30_000)+`","sources":[]},`, size/30_000)},
		{"open objects in a line", Lines, rep(`{"a":`, size/5)},
		{"open objects and records in a line", Lines, rep(`{"a":[`+good("a")+",", size/150)},
		{"braces", JSON, "[" + rep("{", size)},
		{"brackets in brackets", JSON, rep("[", size)},
		{"closed brackets", JSON, "[" + rep("[],", size/3)},
		{"quotes", Lines, "{" + rep(`"`, size)},
		{"members", Lines, "{" + rep(`"a":1,`, size/6) + `"b":1}`},
		{"surrogates", Lines, `{"content":"` + rep(`\ud800`, size/6) + `"}`},
		{"bytes that are not UTF-8", Lines, `{"content":"` + rep("\xff", size) + `"}`},
		{"CR", Lines, rep("\r", size)},
		{"CR and braces", Lines, rep("{\r", size/2)},
		{"colons", Export, "{" + rep(`"facts":[`, size/9)},
		{"links", Export, `{"edges":["` + rep("{fact:", size/6) + `"],"facts":[]}`},
		{"groups", PageHTML, `<div data-facts-section>` + rep(`<details class="fact-group"><div data-fact-text>`, size/48)},
		{"ampersands", PageHTML, `<div data-fact-text><span class="fact-card-content">` + rep("&notit", size/6)},
		{"open tags", PageHTML, `<h1 class="node-title">` + rep("<h1>", size/4)},
	} {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			for _, err := range Read(strings.NewReader(test.text), "hostile", &Options{Form: test.form, MaxRecord: 1 << 20}) {
				if err != nil {
					t.Fatal(err)
				}
			}
			// A tenth of this is usual; a quadratic reader takes hours.
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%d bytes took %v", len(test.text), took)
			}
		})
	}
}
