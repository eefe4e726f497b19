package fold

import "strings"

// WithoutLineEnds replaces each literal "\n", the two characters, by a space: arXiv
// breaks the titles of its metadata into lines, and OpenAlex has the breaks so. What
// begins a command of LaTeX, such as "\nu", stays.
func WithoutLineEnds(title string) string {
	if !strings.Contains(title, `\n`) {
		return title
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(title, `\n`)
		b.WriteString(before)
		switch {
		case !found:
			return strings.Join(strings.Fields(b.String()), " ")
		case after != "" && 'a' <= after[0] && after[0] <= 'z':
			b.WriteString(`\n`)
		default:
			b.WriteByte(' ')
		}
		title = after
	}
}

// arXivLine is how many characters a line of a title has at most in arXiv's metadata.
const arXivLine = 72

// WithoutLostLineEnd takes the "n" off the word at which arXiv would break a title into
// lines. It is left of a literal "\n" whose backslash a writer of LaTeX took away:
// "Uncertainty Labels andn Expert Comparison". Such a word may as well end in n, so
// that this is another reading of the title and no better one. It returns "" where no
// line can have ended so.
func WithoutLostLineEnd(title string) string {
	words := strings.Fields(title)
	before := 0 // what the line has before a word
	for i := range len(words) - 1 {
		stem, found := strings.CutSuffix(words[i], "n")
		switch line := before + len(stem); {
		case line > arXivLine:
			return ""
		case found && stem != "" && line+1+len(words[i+1]) > arXivLine:
			words[i] = stem
			return strings.Join(words, " ")
		}
		before += len(words[i]) + 1
	}
	return ""
}
