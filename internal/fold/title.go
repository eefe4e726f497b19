package fold

import (
	"html"
	"maps"
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// Title is a title as titles are compared by. Full, Main and Sub have no
// gaps between their words, so that "multi-modal" is "multimodal".
type Title struct {
	Words     []string // without an article at the start, the number of a part in digits
	Full      string   // all words
	Main      string   // the words before a sub-title, which a colon or else another mark begins; equal to Full without one
	Sub       string   // the words of the sub-title
	Part      bool     // the sub-title makes another work of the same title: "Part II", "Reply"
	Truncated bool     // it ends in "…"
	Generic   bool     // it names a kind of text rather than a work: "Introduction"
}

// NewTitle folds a title. Character references and tags of HTML and XML, which
// records of registries have, are read as what they stand for. Full is empty for
// a title without letters and digits.
func NewTitle(title string) Title {
	title, truncated := CutEllipsis(withoutKind(withoutMarkup(title)))
	words := TitleWords(title)
	folded := Title{Words: words, Full: strings.Join(words, ""), Truncated: truncated}
	folded.Main = folded.Full
	folded.Generic = GenericTitles[folded.Full]
	main, sub, ok := strings.Cut(title, ": ")
	if !ok {
		main, sub = CutSubtitle(title)
	}
	mainWords, subWords := TitleWords(main), TitleWords(sub)
	if len(mainWords) > 0 && len(subWords) > 0 {
		folded.Main, folded.Sub = strings.Join(mainWords, ""), strings.Join(subWords, "")
		folded.Part = SeparateParts[subWords[0]]
	}
	return folded
}

// withoutKind takes off what says at a title's end which kind of text it is: "(extended
// abstract)", "[Student Abstract]".
func withoutKind(title string) string {
	trimmed := strings.TrimRight(title, " .")
	if !strings.HasSuffix(trimmed, ")") && !strings.HasSuffix(trimmed, "]") {
		return title
	}
	open := strings.LastIndexAny(trimmed, "([")
	if open <= 0 || !kindsOfText[strings.ToLower(strings.TrimSpace(trimmed[open+1:len(trimmed)-1]))] {
		return title
	}
	return strings.TrimRight(trimmed[:open], " :.-–")
}

var kindsOfText = map[string]bool{
	"extended abstract": true, "student abstract": true, "abstract": true, "abstract only": true, "short paper": true, "full paper": true, "long version": true,
	"short version": true, "full version": true, "extended version": true, "technical report": true, "tech report": true, "preliminary version": true, "preliminary report": true,
	"invited paper": true, "invited talk": true, "keynote": true, "poster": true, "poster abstract": true, "demo": true, "demonstration": true, "demo paper": true, "position paper": true,
	"survey": true, "tutorial": true, "extended abstract paper": true, "work in progress": true, "late breaking": true, "doctoral consortium": true, "industry track": true, "preprint": true,
}

// withoutMarkup reads character references and takes out tags such as <i> and
// </sub>; a "<" that no tag starts stays.
func withoutMarkup(title string) string {
	if strings.Contains(title, "&") && strings.Contains(title, ";") {
		title = html.UnescapeString(title)
	}
	title = WithoutLineEnds(title)
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

// startsTag reports whether text after a "<" makes it a tag's.
func startsTag(content string) bool {
	return content != "" && (content[0] == '/' || text.IsLetter(content[0]))
}

// TitleWords folds a title for comparison: no article at its start, the number of
// a part in digits.
func TitleWords(title string) []string { return AppendTitleWords(nil, title) }

// AppendTitleWords is titleFold in the memory of other words.
func AppendTitleWords(words []string, title string) []string {
	words = AppendSpelled(words, Letters(title))
	if len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	for i := 1; i < len(words); i++ {
		if partShapes.MayHave(words[i-1]) && partWords[words[i-1]] {
			if n, ok := SmallNumbers[words[i]]; ok {
				words[i] = strconv.Itoa(n)
			}
		}
		if words[i-1] == "vol" {
			words[i-1] = "volume"
		}
	}
	return words
}

var partWords = text.WordSet("part", "volume", "vol", "book", "chapter", "no", "number", "phase", "study", "edition")

var partShapes = text.ShapesOfWords(maps.Keys(partWords))

// SmallNumbers are roman numerals and number words.
var SmallNumbers = map[string]int{
	"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12,
}

// GenericTitles name a kind of text rather than a work.
var GenericTitles = text.WordSet(strings.Fields(`
	introduction editorial preface foreword conclusion conclusions commentary comment comments review bookreview
	bookreviews erratum errata corrigendum correction corrections retraction reply response rejoinder authorsreply
	authorreply discussion lettertotheeditor letterstotheeditor letter letters correspondence obituary inmemoriam
	news summary abstract abstracts overview index appendix acknowledgments acknowledgements epilogue prologue
	afterword contents tableofcontents frontmatter backmatter guesteditorial editorsnote fromtheeditor
	editorsintroduction introductiontothespecialissue guesteditorsintroduction glossary bibliography references
	references1 background notes announcement announcements perspective viewpoint interview presidentialaddress
	welcome concludingremarks openingremarks annualreport fromtheeditors fromtheeditorsdesk letterfromtheeditor
	messagefromtheeditor fromthepresident letterfromthepresident messagefromthepresident presidentsmessage
	presidentsletter fromthechair letterfromthechair messagefromthechair fromthedirector messagefromthedirector
	inthisissue newsandnotes newsandviews booksreceived problemsandsolutions calendarofevents`)...)

// SeparateParts open a subtitle that makes another work of the same title.
var SeparateParts = text.WordSet(strings.Fields(`
	part volume vol book chapter reply comment comments commentary response rejoinder erratum errata correction
	corrigendum retraction addendum supplement appendix discussion authors author review revisited update editorial
	phase introduction reprise sequel i ii iii iv v 1 2 3 4 5 teachers solutions workbook corrected postscript
	follow protocol rationale`)...)

// CutEllipsis takes off the mark of a title that is cut short.
func CutEllipsis(title string) (string, bool) {
	title = strings.TrimSpace(title)
	for _, mark := range []string{"…", "...", `\ldots`, "{\\ldots}"} {
		if before, ok := strings.CutSuffix(title, mark); ok {
			return strings.TrimRight(before, " .…"), true
		}
	}
	return title, false
}

// CutSubtitle splits a title after its first colon, question mark, exclamation
// mark, full stop or spaced dash that text follows.
func CutSubtitle(title string) (main, sub string) {
	at := -1
	for _, mark := range []string{": ", "? ", "! ", ". ", " – ", " — ", " - ", "—"} {
		if i := strings.Index(title, mark); i > 0 && (at < 0 || i < at) {
			at = i
			main, sub = title[:i], title[i+len(mark):]
		}
	}
	return main, sub
}
