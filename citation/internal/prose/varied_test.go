package prose

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/golden"
)

// variations are sentences that say what a sentence says, or the part of it that is left.
var variations = []struct {
	name string
	vary func(sentence string) string
}{
	{"after a clause", func(s string) string { return "As we noted at the time, " + s }},
	{"after a sentence", func(s string) string { return "The second cart creaked. " + s }},
	{"before a sentence", func(s string) string { return s + " The second cart creaked." }},
	{"without a full stop", func(s string) string { return strings.TrimRight(s, ".") }},
	{"emphasised", func(s string) string { return quotedTitle.ReplaceAllString(s, "$1*$2*$3") }},
	{"in other marks", func(s string) string { return quotedTitle.ReplaceAllString(s, "$1“$2”$3") }},
	{"without its first word", func(s string) string { _, rest, _ := strings.Cut(s, " "); return rest }},
	{"without its last word", func(s string) string { return s[:max(strings.LastIndexByte(s, ' '), 0)] }},
	{"its first half", func(s string) string { return s[:spaceAfter(s, len(s)/2)] }},
	{"its second half", func(s string) string { return s[spaceAfter(s, len(s)/2):] }},
}

var quotedTitle = regexp.MustCompile(`(^|[ (])['"]([^'"*_]{4,120})['"]([ .,;:)]|$)`)

// spaceAfter is where the first space at i or after it is.
func spaceAfter(s string, i int) int {
	if at := strings.IndexByte(s[i:], ' '); at >= 0 {
		return i + at
	}
	return len(s)
}

// TestVariedSentences holds what is read of the sentences of testdata/varied.txt where they are
// said a little differently, and that is not what is read of the sentence itself.
func TestVariedSentences(t *testing.T) {
	const name = "testdata/varied.txt"
	sentences, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for sentence := range strings.Lines(string(sentences)) {
		if strings.HasPrefix(sentence, "\t") {
			continue
		}
		got.WriteString(sentence)
		sentence = strings.TrimSuffix(sentence, "\n")
		said := worksIn(sentence)
		for _, v := range variations {
			if works := worksIn(strings.TrimSpace(v.vary(sentence))); works != said {
				got.WriteString("\t" + v.name + "\t" + works + "\n")
			}
		}
	}
	golden.Compare(t, name, got.String())
}
