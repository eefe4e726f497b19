package ground_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/ground"
)

// What is found in a reading is shown where it stands in the original.
func TestPlacesInTheOriginal(t *testing.T) {
	const original = "<p>The bridge opened in 1987. </p><p>Karin Sj&ouml;holm built it.</p>"
	const first, between, begin, letter, rest = "The bridge opened in 1987.", "\n\n", "Karin Sj", "ö", "holm built it."
	second := len(first) + len(between)
	at := func(words string) int { return strings.Index(original, words) }
	runs := []ground.Run{
		{At: 0, Start: at(first), Length: len(first), Page: 1},
		{At: second, Start: at(begin), Length: len(begin), Page: 2},
		{At: second + len(begin), Start: at("&ouml;"), Length: len("&ouml;"), Page: 2},
		{At: second + len(begin) + len(letter), Start: at(rest), Length: len(rest), Page: 2},
	}
	text := first + between + begin + letter + rest
	for _, c := range []struct {
		statement, want string
		page            int
	}{
		{"It opened in 1987.", "1987", 1},
		{"The builder was Karin Sjöholm.", "Sj&ouml;holm", 2},
	} {
		r := ground.Check(ground.NewText(ground.Reading{Text: text, Runs: runs}), ground.Statement{Content: c.statement})
		if len(r.Anchors) != 1 || r.Anchors[0].At == nil {
			t.Fatalf("%q: %+v", c.statement, r.Anchors)
		}
		if p := r.Anchors[0].At; original[p.From:p.To] != c.want || p.Page != c.page {
			t.Errorf("%q is at %q on page %d, want %q on page %d", c.statement, original[p.From:p.To], p.Page, c.want, c.page)
		}
	}
	r := ground.Check(ground.NewText(ground.Reading{Text: first, Runs: []ground.Run{{Start: -1, Length: len(first), Page: 3}}}), ground.Statement{Content: "It opened in 1987."})
	if p := r.Anchors[0].At; p.From != -1 || p.To != -1 || p.Page != 3 {
		t.Errorf("of no text the place is %+v", *p)
	}
}

// A quotation that is too long to be aligned at once, and whose halves stand in the text in the
// other order, is said to be at a place that holds both.
func TestPlaceOfHalvesInTheOtherOrder(t *testing.T) {
	numbered := func(from, to int) string {
		var b strings.Builder
		for i := from; i < to; i++ {
			b.WriteString("word" + string(rune('a'+i/26)) + string(rune('a'+i%26)) + " ")
		}
		return strings.TrimSpace(b.String())
	}
	text := numbered(0, 600)
	first, second := numbered(300, 499)+" changed", numbered(0, 199)+" altered"
	for _, content := range []string{first + " " + second, second + " " + first} {
		r := ground.Check(ground.NewText(ground.Reading{Text: text}), ground.Statement{Content: content, Quotation: true})
		at := r.Anchors[0].At
		if at == nil || at.Start != 0 || at.End < strings.Index(text, numbered(498, 499)) {
			t.Errorf("%.20q... is at %+v", content, at)
		}
	}
}
