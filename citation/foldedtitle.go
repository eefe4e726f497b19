package citation

import (
	"html"
	"strings"
)

// FoldedTitle is a title as titles are compared by. Full, Main and Sub have no
// gaps between their words, so that "multi-modal" is "multimodal".
type FoldedTitle struct {
	Words     []string // without an article at the start, the number of a part in digits
	Full      string   // all words
	Main      string   // the words before a sub-title, which a colon or else another mark begins; equal to Full without one
	Sub       string   // the words of the sub-title
	Part      bool     // the sub-title makes another work of the same title: "Part II", "Reply"
	Truncated bool     // it ends in "…"
	Generic   bool     // it names a kind of text rather than a work: "Introduction"
}

// FoldTitle folds a title. Character references and tags of HTML and XML, which
// records of registries have, are read as what they stand for. Full is empty for
// a title without letters and digits.
func FoldTitle(title string) FoldedTitle {
	title, truncated := cutEllipsis(withoutMarkup(title))
	words := titleFold(title)
	folded := FoldedTitle{Words: words, Full: strings.Join(words, ""), Truncated: truncated}
	folded.Main = folded.Full
	folded.Generic = genericTitles[folded.Full]
	main, sub, ok := strings.Cut(title, ": ")
	if !ok {
		main, sub = cutSubtitle(title)
	}
	mainWords, subWords := titleFold(main), titleFold(sub)
	if len(mainWords) > 0 && len(subWords) > 0 {
		folded.Main, folded.Sub = strings.Join(mainWords, ""), strings.Join(subWords, "")
		folded.Part = separateParts[subWords[0]]
	}
	return folded
}

// withoutMarkup reads character references and takes out tags such as <i> and
// </sub>; a "<" that no tag starts stays.
func withoutMarkup(title string) string {
	if strings.Contains(title, "&") && strings.Contains(title, ";") {
		title = html.UnescapeString(title)
	}
	if !strings.Contains(title, "<") {
		return title
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(title, '<')
		if open < 0 {
			break
		}
		if !startsTag(title[open+1:]) {
			b.WriteString(title[:open+1])
			title = title[open+1:]
			continue
		}
		end := strings.IndexByte(title[open:], '>')
		if end < 0 {
			break
		}
		b.WriteString(title[:open])
		title = title[open+end+1:]
	}
	b.WriteString(title)
	return b.String()
}

// startsTag tells whether text behind a "<" makes it a tag's.
func startsTag(text string) bool {
	return text != "" && (text[0] == '/' || isLetter(text[0]))
}
