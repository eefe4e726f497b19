package ground_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/internal/linear"
)

// Texts that nobody writes, and statements that are like them, take work that grows with
// their length: opened links and brackets, lone marks, numbers and words without end.
func TestHostileTextsAreComparedInLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	const size = 64 << 10
	for _, c := range []struct{ name, text, content string }{
		{"one letter", "a", "a"}, {"one letter, words stated", "a", "felt rims "}, {"digits", "7", "7 "}, {"numbers", "7 ", "8 "}, {"words joined by hyphens", "a-", "a-"}, {"a word", "felt ", "felt rims "},
		{"hyphens at ends of lines", "a-\n", "a"}, {"hyphens after a blank", "a -\n", "a"}, {"tags", "<div>", "felt rims "}, {"tags in words", "<i>a", "a "}, {"tags without an end", "<i ", "felt "},
		{"opened tags", "<", "<"}, {"ampersands", "&", "& "}, {"character references", "&amp", "&lt; "}, {"opened brackets", "[", "[felt "}, {"opened parentheses", "(", "(felt "}, {"brackets", "[a] ", "[a] "},
		{"citations", "(A 2019) ", "felt (A 2019) "}, {"addresses without an end", "](http://a", "felt "}, {"links without an end", "[a](", "felt "}, {"links", "[a](b.org)", "a a "}, {"names", "Ab ", "Cd "},
		{"dates", "3 May 2019 ", "4 May 2019 "}, {"apostrophes", "'", "'a "}, {"raised digits", "²", "² "}, {"accents", "e\u0301", "é"}, {"soft hyphens", "a\u00AD", "a"}, {"ellipses", "a … ", "a b c d … "},
		{"dots", ".", "...a "}, {"percent signs", "%", "% "}, {"halves", "½", "½ "}, {"quarters", "Q3 ", "Q4 "}, {"Han", "漢", "漢"}, {"negations", "not ", "not felt "}, {"number words", "a hundred ", "a hundred and "},
		{"money", "$", "$1 "}, {"words in another order", "felt rims ", "rims felt "}, {"sentences", "Felt rims. ", "Rims felt. "}, {"fractions", "1/2 ", "1/3 "}, {"broken bytes", "\xff", "\xff"},
		{"opened quotation marks", "“", "said “a "}, {"quotation marks", "\"", "said “felt rims are quiet” "}, {"blanks", " ", "felt rims are quiet "}, {"line ends", "\n", "felt rims "},
	} {
		for _, quotation := range []bool{true, false} {
			name := c.name + " as a claim"
			if quotation {
				name = c.name + " quoted"
			}
			t.Run(name, func(t *testing.T) {
				linear.Check(t, size, func(size int) func() {
					text, content := strings.Repeat(c.text, size/len(c.text)), strings.Repeat(c.content, size/8/len(c.content))
					return func() {
						ground.Check(ground.NewText(ground.Reading{Text: text}), ground.Statement{Content: content, Quotation: quotation})
					}
				})
			})
		}
	}
}
