package ground_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/ground"
)

// An ellipsis stands for what is on the same page.
func TestEllipsisOverAPage(t *testing.T) {
	const content = "The mill was sold in the spring … and nobody grieved for it"
	for words, want := range map[int]ground.Support{30: ground.BorneOut, 1000: ground.BorneOut, 1001: ground.Altered} {
		text := "The mill was sold in the spring " + strings.Repeat("rain ", words) + "and nobody grieved for it."
		r := ground.Check(ground.NewText(ground.Reading{Text: text}), ground.Statement{Content: content, Quotation: true})
		if got := r.Verdict(); got != want {
			t.Errorf("over %d words: %s, want %s", words, got, want)
			continue
		}
		if d := r.Anchors[0].Differences; want == ground.Altered && (len(d) != 1 || content[d[0].Stated[0]:d[0].Stated[1]] != " … ") {
			t.Errorf("the difference is %+v", d)
		}
	}
}

// What a limit leaves out is no pass, and the result says so.
func TestCutShort(t *testing.T) {
	many := strings.Repeat("She said “felt rims are quiet rims”. ", 101)
	numbers := strings.Repeat("7 carts and 8 rims. ", 110_000)
	dates := strings.Repeat("On 3 May 1987 and in June 1988. ", 110_000)
	for _, c := range []struct {
		name, text, content string
		want                bool
	}{
		{"a hundred quotations", "Felt rims are quiet rims.", many[:100*len(many)/101], false},
		{"more quotations", "Felt rims are quiet rims.", many, true},
		{"a number against very many", numbers, "There are 9 carts.", true},
		{"no number against very many", numbers, "There are carts and rims.", false},
		{"a number against fewer", numbers[:len(numbers)/2], "There are 8 rims.", false},
		{"a date against very many", dates, "It was on 5 May 1987.", true},
		{"no date against very many", dates, "It was in spring.", false},
		{"parts of a quotation", strings.Repeat("felt rims are quiet rims and steel rims are loud ones ", 80), "“" + strings.Repeat("felt rims are quiet … ", 66) + "” she said", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := ground.Check(ground.NewText(ground.Reading{Text: c.text}), ground.Statement{Content: c.content})
			if r.CutShort != c.want {
				t.Errorf("cut short is %v, want %v", r.CutShort, c.want)
			}
			if c.want && r.Verdict() == ground.BorneOut {
				t.Error("what was not compared is borne out")
			}
		})
	}
}
