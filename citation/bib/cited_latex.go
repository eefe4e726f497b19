package bib

import (
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// citeForm is how the arguments of a citing command stand.
type citeForm int

const (
	notCiting  citeForm = iota
	citing              // \cite[see][9]{key,key}
	citingMany          // \cites(see)(9)[see][9]{key}[see][9]{key}
	citingPart          // \volcite[see]{2}[9]{key}
)

// citingCommands are the commands of LaTeX, natbib, biblatex, apacite, csquotes,
// cite and bibentry that cite, the first letter in lower case: \Textcite is
// \textcite at the start of a sentence.
var citingCommands = citeForms(map[citeForm]string{
	citing: `cite nocite
		citet citep citealt citealp citeauthor citefullauthor citeyear citeyearpar citenum defcitealias citetalias citepalias
		parencite footcite footcitetext textcite smartcite supercite autocite citetitle citedate citeurl fullcite
		footfullcite notecite pnotecite fnotecite citename citelist citefield footnocite parencitetitle
		citeA citeNP citeANP citeyearNP citeauthorNP shortcite shortciteA shortciteNP fullciteA fullciteNP
		citen onlinecite bibentry textcquote blockcquote`,
	citingMany: `cites parencites footcites footcitetexts textcites smartcites supercites autocites`,
	citingPart: `volcite pvolcite fvolcite ftvolcite svolcite tvolcite avolcite notevolcite`,
})

func citeForms(commands map[citeForm]string) map[string]citeForm {
	forms := map[string]citeForm{}
	for form, names := range commands {
		for name := range strings.FieldsSeq(names) {
			forms[name] = form
		}
	}
	return forms
}

// verbatimEnvironments are those whose text LaTeX does not run.
var verbatimEnvironments = text.WordSet("verbatim", "verbatim*", "Verbatim", "Verbatim*", "BVerbatim", "LVerbatim", "lstlisting",
	"minted", "comment", "filecontents", "filecontents*", "alltt")

// latexCitations adds the keys that a LaTeX document cites.
func latexCitations(text string, keys *citedKeyList) {
	for at := 0; at < len(text); {
		next := strings.IndexAny(text[at:], `\%`)
		if next < 0 {
			return
		}
		at += next
		if text[at] == '%' {
			at = lineEndAfter(text, at)
			continue
		}
		name := commandName(text[at+1:], false)
		at += 1 + max(len(name), 1)
		switch name {
		case "verb":
			at = afterVerb(text, at)
		case "lstinline":
			at = afterVerb(text, afterOptions(text, at, "["))
		case "begin":
			if environment, _, ok := group(text, at); ok && verbatimEnvironments[environment] {
				at = afterOr(text, at, `\end{`+environment+`}`)
			}
		case "bibitem":
			at = afterOptions(text, at, "[")
			if key, end, ok := group(text, at); ok {
				keys.own(strings.TrimSpace(key))
				at = end
			}
		case "end":
			if environment, _, _ := group(text, at); environment == "document" {
				return
			}
		default:
			if form := citeFormOf(name); form != notCiting {
				at = citeArguments(text, at, form, keys)
			}
		}
	}
}

func citeFormOf(name string) citeForm {
	if name == "" {
		return notCiting
	}
	if form, ok := citingCommands[name]; ok {
		return form
	}
	return citingCommands[text.LowerASCII(name[:1])+name[1:]]
}

// commandName returns the letters that a command's name has; in .aux files "@"
// is a letter.
func commandName(content string, at bool) string {
	end := 0
	for end < len(content) && (text.IsLetter(content[end]) || at && content[end] == '@') {
		end++
	}
	return content[:end]
}

// citeArguments adds the keys of a citing command, whose name ends at the offset,
// and returns where they end.
func citeArguments(text string, at int, form citeForm, keys *citedKeyList) int {
	if at < len(text) && text[at] == '*' {
		at++
	}
	if form == citingPart {
		at = afterOptions(text, at, "[(")
		if _, end, ok := group(text, at); ok {
			at = end
		}
	}
	for {
		at = afterOptions(text, at, "[(")
		list, end, ok := group(text, at)
		if !ok {
			return at
		}
		keys.addList(list, end-1-len(list))
		at = end
		if form != citingMany {
			return at
		}
	}
}

// maxOption bounds the length in bytes of an optional argument, so that
// unbalanced brackets are not searched for to the end of the text each time.
const maxOption = 2000

// afterOptions skips arguments in the brackets given.
func afterOptions(text string, at int, brackets string) int {
	for {
		start := afterSpace(text, at)
		if start == len(text) || strings.IndexByte(brackets, text[start]) < 0 {
			return at
		}
		end := closingOption(text, start)
		if end < 0 {
			return at
		}
		at = end
	}
}

// closingOption returns the offset after the bracket that closes the one at the
// offset, those within braces aside, or -1.
func closingOption(text string, at int) int {
	closing := byte(']')
	if text[at] == '(' {
		closing = ')'
	}
	depth := 0
	for i := at + 1; i < min(len(text), at+maxOption); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == closing && depth <= 0:
			return i + 1
		}
	}
	return -1
}

// group returns what is in the braces that follow, and the offset after
// them. Names and keys hold neither braces nor commands, comments aside.
func group(text string, at int) (inner string, end int, ok bool) {
	at = afterSpace(text, at)
	if at == len(text) || text[at] != '{' {
		return "", at, false
	}
	for end = at + 1; end < len(text); end++ {
		switch text[end] {
		case '}':
			return text[at+1 : end], end + 1, true
		case '{', '\\':
			return "", at, false
		case '%':
			end = lineEndAfter(text, end)
		}
	}
	return "", at, false
}

// afterSpace skips blanks, one line end and comments, as LaTeX does before an
// argument.
func afterSpace(content string, at int) int {
	newlines := 0
	for at < len(content) {
		switch c := content[at]; {
		case c == '\n' && newlines == 1:
			return at
		case c == '\n':
			newlines++
			at++
		case text.IsBlank(c):
			at++
		case c == '%':
			at = min(lineEndAfter(content, at)+1, len(content))
		default:
			return at
		}
	}
	return at
}

// afterVerb skips the argument of \verb, which any character delimits.
func afterVerb(text string, at int) int {
	if at < len(text) && text[at] == '*' {
		at++
	}
	if at == len(text) || text[at] == '\n' {
		return at
	}
	delimiter := text[at]
	if delimiter == '{' {
		delimiter = '}'
	}
	for at++; at < len(text) && text[at] != '\n'; at++ {
		if text[at] == delimiter {
			return at + 1
		}
	}
	return at
}

func lineEndAfter(text string, at int) int {
	if length := strings.IndexByte(text[at:], '\n'); length >= 0 {
		return at + length
	}
	return len(text)
}

// afterOr returns the offset after the next occurrence of mark, or the end.
func afterOr(text string, at int, mark string) int {
	if length := strings.Index(text[at:], mark); length >= 0 {
		return at + length + len(mark)
	}
	return len(text)
}

// auxCitations adds the keys that an .aux file says were cited: \citation{keys},
// and of biblatex \abx@aux@cite{section}{key} or, before version 3.13, {key}.
func auxCitations(text string, keys *citedKeyList) {
	for at := 0; ; {
		next := strings.IndexByte(text[at:], '\\')
		if next < 0 {
			return
		}
		at += next + 1
		name := commandName(text[at:], true)
		at += len(name)
		if name != "citation" && name != "abx@aux@cite" {
			continue
		}
		list, end, ok := group(text, at)
		if !ok {
			continue
		}
		if name == "abx@aux@cite" && strings.HasPrefix(text[end:], "{") {
			if list, end, ok = group(text, end); !ok {
				continue
			}
		}
		keys.addList(list, end-1-len(list))
		at = end
	}
}
