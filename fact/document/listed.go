package document

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/text"
)

// isListHeading reports whether a heading says that references follow: "4. Selected
// References and Notes (2019)".
func isListHeading(heading string) bool {
	const longest = 80
	if len(heading) >= longest {
		return false
	}
	s := strings.TrimRight(heading, " \t\r\n:.#*_")
	if strings.HasSuffix(s, ")") {
		if open := strings.LastIndex(s, " ("); open > 0 {
			s = s[:open]
		}
	}
	if !endsAsListHeading(s) {
		return false
	}
	s = withoutNumber(strings.ToLower(s))
	if number, rest, ok := strings.Cut(s, ". "); ok && strings.Trim(number, "ivx") == "" {
		s = rest
	}
	s = strings.ReplaceAll(s, " & ", " and ")
	if last := strings.LastIndex(s, " and "); last > 0 && besideReferences[s[last+len(" and "):]] {
		s = strings.TrimSuffix(s[:last], ",")
	}
	for !listHeadings[s] {
		kind := kindOfReferences(s)
		if kind == "" {
			return false
		}
		s = s[len(kind):]
	}
	return true
}

// withoutNumber returns a heading without what is before its first letter.
func withoutNumber(heading string) string {
	return strings.TrimLeftFunc(heading, func(r rune) bool { return !unicode.IsLetter(r) })
}

// endsAsListHeading reports, faster than to look for all of it, whether the last word of a
// heading is that of one over references: few lines of a text end so.
func endsAsListHeading(heading string) bool {
	last := heading[strings.LastIndexByte(heading, ' ')+1:]
	return lastOfListHeadings[withoutNumber(strings.ToLower(last))]
}

// lastOfListHeadings are the last words of the headings over references.
var lastOfListHeadings = func() map[string]bool {
	words := maps.Clone(besideReferences)
	for heading := range listHeadings {
		words[heading] = true
	}
	last := map[string]bool{}
	for heading := range words {
		last[heading[strings.LastIndexByte(heading, ' ')+1:]] = true
	}
	return last
}()

// listHeadings are the headings over lists of references, without what may be before or
// after them.
var listHeadings = text.WordSet(
	"reference", "references", "notes and references", "works cited", "works consulted", "literature", "literature cited",
	"bibliography", "bibliographies", "citations", "sources", "further reading", "recommended reading", "reading list",
	"readings", "list of works", "list of publications", "to read", "required text", "required texts", "required reading",
	"required book", "required books", "recommended text", "recommended texts", "recommended book", "recommended books",
	"suggested text", "suggested texts", "suggested reading", "additional texts", "additional reading", "set text",
	"set texts", "set book", "set books", "core text", "core texts", "core reading", "core book", "core books",
	"bibliographie", "literatur", "literaturverzeichnis", "literaturhinweise", "literaturangaben", "weiterführende literatur",
	"pflichtlektüre", "publikationsliste", "quellen", "quellenverzeichnis", "schriftenverzeichnis",
	"références", "références bibliographiques", "references bibliographiques", "referencias", "referencias bibliográficas",
	"referencias bibliograficas", "referências", "referências bibliográficas", "bibliografía", "bibliografia",
	"riferimenti", "riferimenti bibliografici", "literatuur", "literatuurlijst", "список литературы", "литература",
	"参考文献", "参考資料",
)

// besideReferences is what lists have besides references, in their headings after "and".
var besideReferences = text.WordSet("notes", "further reading", "links", "resources", "sources", "citations")

// kindOfReferences returns the words before a heading that say which references follow, with
// the space after them; "" for none.
func kindOfReferences(heading string) string {
	for _, kind := range [...]string{"list of ", "normative ", "informative ", "selected ", "annotated ", "key ", "main ", "my ", "the ", "cited ", "general ", "required ", "suggested ", "additional "} {
		if strings.HasPrefix(heading, kind) {
			return kind
		}
	}
	return ""
}

// listLabel is what stands before an entry: [12], 12., (12), [Roe19].
var listLabel = pattern(`^(?:\[(\d{1,4}|[\p{L}+]{1,12}\d{2,4}[a-z]?)\][.:]?|\(?(\d{1,3})[.)])[ \t]+`)

// cutLabel cuts the label of an entry off a line; n is its length with the space after
// it.
func cutLabel(line string) (label string, n int) {
	if line == "" || !mayBeLabel(line[0]) {
		return "", 0
	}
	m := listLabel().FindStringSubmatchIndex(line)
	switch {
	case m == nil:
		return "", 0
	case m[2] >= 0:
		return line[m[2]:m[3]], m[1]
	}
	return line[m[4]:m[5]], m[1]
}

// mayBeLabel reports whether the label of an entry may begin with a byte.
func mayBeLabel(c byte) bool { return c == '[' || c == '(' || '0' <= c && c <= '9' }

// labels are what the entries of a document's own list are cited by.
type labels struct {
	known   map[string]bool
	numbers bool // some are numbers
	keys    bool // some are keys of LaTeX or pandoc
	notes   bool // some are footnotes
	last    int
}

func newLabels(blocks []block) labels {
	l := labels{known: map[string]bool{}}
	for _, b := range blocks {
		if b.label == "" {
			continue
		}
		l.known[b.label] = true
		n, err := strconv.Atoi(b.label)
		switch {
		case err == nil:
			l.numbers = true
			l.last = max(l.last, n)
		case strings.HasPrefix(b.label, "^"):
			l.notes = true
		default:
			l.keys = true
		}
	}
	return l
}

// citing are the citations that a list is needed for: [12], [3–5, 9], [^note],
// [@key; @other], \cite{key}, and superscripts after a word.
var citing = pattern(`\[(\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*)\]|\[(\^[^\]\s]{1,60})\]|\[(-?@[^\]]{1,200})\]|\\(?:no)?(?:[a-zA-Z]*)cite[a-zA-Z]*\*?(?:\[[^\]]*\]){0,2}\{([^}]{1,500})\}|[\p{L}.,;:)\]"”’]([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[˒,⁻–-][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*)`)

var pandocKey = pattern(`@([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*)`)

// unresolved lists the citations of a text that no entry of the list is for.
func (l *labels) unresolved(p passage) []fact.Problem {
	if len(l.known) == 0 || !mayHaveMark(p.text) && !strings.Contains(p.text, `\`) {
		return nil
	}
	var problems []fact.Problem
	for _, m := range citing().FindAllStringSubmatchIndex(p.text, -1) {
		group := 2
		for m[group] < 0 {
			group += 2
		}
		start, end := m[0], m[1]
		if group == 10 {
			start = m[group]
		} else if linked := strings.HasPrefix(p.text[end:], "("); linked && group == 2 {
			continue // [1](address)
		}
		missing := l.missing(group/2, p.text[m[group]:m[group+1]])
		if len(missing) == 0 {
			continue
		}
		stated := p.text[start:end]
		message := fmt.Sprintf("%q is cited, and the list of references has no entry %s", stated, strings.Join(missing, ", "))
		if l.numbers && (group == 2 || group == 10) {
			message += fmt.Sprintf("; its last is %d", l.last)
		}
		problems = append(problems, fact.Problem{
			Rule: "mention-unresolved", Message: message, Stated: stated,
			Place: p.locate(start, false), End: p.locate(end, true),
		})
	}
	return problems
}

// missing lists what of a citation is not in the list; kind is its group in citing.
func (l *labels) missing(kind int, cited string) []string {
	var wanted []string
	switch kind {
	case 1, 5:
		if l.numbers {
			wanted = expand(plainDigits(cited))
		}
	case 2:
		wanted = []string{cited}
	case 3:
		if l.keys {
			for _, m := range pandocKey().FindAllStringSubmatch(cited, -1) {
				wanted = append(wanted, strings.TrimRight(m[1], ".:"))
			}
		}
	case 4:
		if l.keys {
			for key := range strings.SplitSeq(cited, ",") {
				wanted = append(wanted, strings.TrimSpace(key))
			}
		}
	}
	missing := wanted[:0]
	for _, label := range wanted {
		if !l.known[label] && label != "*" {
			missing = append(missing, label)
		}
	}
	return missing
}

// plainDigits turns superscripts into digits.
func plainDigits(s string) string {
	return strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9", "⁻", "-", "˒", ",").Replace(s)
}

// widestRange is how many entries a range in a citation may name; a wider one is no
// citation but an interval.
const widestRange = 100

// expand lists the numbers of "3–5, 9".
func expand(cited string) []string {
	var numbers []string
	for part := range strings.FieldsFuncSeq(cited, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		from, to, isRange := strings.Cut(strings.ReplaceAll(part, "–", "-"), "-")
		first, err := strconv.Atoi(from)
		if err != nil || first == 0 {
			return nil
		}
		last := first
		if isRange {
			if last, err = strconv.Atoi(to); err != nil || last < first || last-first > widestRange {
				return nil
			}
		}
		for n := first; n <= last; n++ {
			numbers = append(numbers, strconv.Itoa(n))
		}
	}
	return numbers
}

// sameAuthor is what an entry has in place of the author of the one before, with what
// parts it from the rest: "———. Oak floors. 2019.", "Dies. (2014): Eichenböden.",
// "Idem, Oak floors".
var sameAuthor = pattern(`^(?:(?:[—–―-]{1,6}|_{3,})|(?:[Dd](?:ers|ies)(?:\.|elben?\b\.?)|(?:Idem|Eadem)\b\.?|Id\.))([.,:]| |$)`)

// startsEntry reports whether a text starts as entries of a reference list do.
func startsEntry(text string) bool {
	return startsWithNames(text) || sameAuthor().MatchString(text)
}

// withAuthor returns an entry with the author that its mark stands for, and remembers
// the author of any other.
func (t *teller) withAuthor(p passage) passage {
	m := sameAuthor().FindStringSubmatchIndex(p.text)
	if m == nil {
		t.author = authorOf(p.text)
		return p
	}
	if t.author == "" {
		return p
	}
	author := t.author
	if parting := strings.TrimSpace(p.text[m[2]:m[3]]); !strings.HasSuffix(author, parting) {
		author += parting
	}
	mark := p.part(0, m[2])
	from := mark.offset(0, false)
	name := passage{source: p.source, text: author, pieces: []piece{{from: from, length: mark.offset(len(mark.text), true) - from}}}
	return name.join(" ", p.part(m[3], len(p.text)))
}

// endOfAuthor is what follows the names that an entry starts with: the year in
// parentheses, or the mark before the rest.
var endOfAuthor = pattern(`\((?:(?:1[5-9]|20)\d\d|n\. ?d\.)|[.:] `)

// authorOf returns the names that an entry starts with.
func authorOf(text string) string {
	const longest = 200
	text = text[:min(len(text), longest)]
	if !startsWithNames(text) {
		return ""
	}
	for _, m := range endOfAuthor().FindAllStringIndex(text, -1) {
		names := strings.TrimRight(text[:m[0]], " ,")
		switch {
		case text[m[0]] != '.' || !isInitial(lastWord(names)):
			return names
		case endsInverted(names) && !startsWithNames(text[m[1]:]):
			return names + "."
		}
	}
	return ""
}

// endsInverted reports whether the initials that names end with are after their surname:
// "Roe, A. B", but not "Roe, A., B".
func endsInverted(names string) bool {
	words := strings.Fields(names)
	for i, word := range slices.Backward(words) {
		if !isInitial(strings.TrimSuffix(word, ".")) {
			return i < len(words)-1 && strings.HasSuffix(word, ",") && !isInitial(strings.TrimRight(word, ".,"))
		}
	}
	return false
}
