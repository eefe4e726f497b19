package fact

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"sync"

	"github.com/factcite/factcite/internal/jsontext"
)

// Detect names the form that the first bytes of an input show (gzip already
// opened), or Auto if they show none. Some tens of kilobytes are enough.
//
// An input that starts with "[" and a value is JSON, one with "{" an export or a bundle if
// its first object has their members, JSON Lines if that object ends on its
// line or another starts on the next, else JSON. One that starts with markup is
// a page's HTML, one with a line "Facts (N)" a page, one with an entry such as
// "@book{" a .bib, one of which most lines start with {" JSON Lines whose first
// lines are broken.
//
// A member "nodes" or "facts" alone is no sign of an export, nor "schema_version" of a
// bundle: what the member holds must look like it. JSON whose first record has the members
// of a form of others (see [ForeignForms]) is of that form.
func Detect(head []byte) Form {
	form, _ := DetectSign(head)
	return form
}

// DetectSign is Detect and returns the member by which an export, a bundle or a form of
// others was told, which is "" for the other forms.
func DetectSign(head []byte) (form Form, member string) {
	text := head[jsontext.BlankLength(head):]
	if isObject(text) {
		form, member = detectObject(text)
	} else {
		form = detectText(text)
	}
	if form == JSON || form == Lines {
		if foreign := detectForeign(text); foreign != nil {
			return foreign.form, foreign.memberOf()
		}
	}
	return form, member
}

// DetectRecords is Detect for an input that holds records of another shape, as those are
// that [Options].Map reads: no member tells it to be an export or a bundle.
func DetectRecords(head []byte) Form {
	text := head[jsontext.BlankLength(head):]
	if isObject(text) {
		return linesOrJSON(text)
	}
	return detectText(text)
}

// isObject reports whether a text starts with an object, which may be broken, and not as
// LaTeX or notes may: "{\bf Felt}", "{draft} Felt", "{note: ask Roe}", "{{title}}".
func isObject(text []byte) bool {
	if len(text) == 0 || text[0] != '{' {
		return false
	}
	rest := text[1+jsontext.BlankLength(text[1:]):]
	return len(rest) == 0 || bytes.IndexByte([]byte(`"'},:[`), rest[0]) >= 0 || bareMember().Match(rest)
}

// bareMember is a member whose name is not in quotation marks, as programs print it.
var bareMember = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z_$][\w$]*\s*:\s*(?:["'{[\d-]|(?:true|false|null|None|True|False)\b)`)
})

// detectText tells the forms that do not start with an object.
func detectText(text []byte) Form {
	switch {
	case len(text) == 0:
		return Auto
	case text[0] == '[' && opensArray(text):
		return JSON
	case bytes.IndexByte(text, 0) >= 0:
		return Auto
	case text[0] == '<' || IsPage(text):
		return PageHTML
	case text[0] != '@' && hasLine(text, isFactsLine):
		return PageText
	case hasLine(text, isEntryLine):
		return Bib
	case mostlyObjects(text):
		return Lines
	}
	return Auto
}

// opensArray reports whether a text that starts with a bracket is an array, for in a
// text "[1] Roe", "[ ] read Roe", "[[Felt]]" and "[Felt](https://…)" start so too.
func opensArray(text []byte) bool {
	const blank = " \t\r\n"
	value := bytes.TrimLeft(text[1:], blank)
	if len(value) == 0 {
		return true
	}
	switch value[0] {
	case '{', '"', ',':
		return true
	case '[':
		return opensArray(value)
	}
	for _, word := range []string{"true", "false", "null"} {
		if bytes.HasPrefix(value, []byte(word)) {
			return true
		}
	}
	rest := bytes.TrimLeft(bytes.TrimLeft(value, "0123456789.+-eE"), blank)
	isNumber := value[0] == '-' || '0' <= value[0] && value[0] <= '9'
	switch {
	case len(rest) == 0:
		return isNumber
	case rest[0] == ',':
		return isNumber
	case rest[0] != ']' || !isNumber && len(rest) < len(value):
		return false
	}
	after := bytes.TrimLeft(rest[1:], blank)
	return len(after) == 0 || after[0] == ',' || after[0] == ']'
}

// An arrayOf is what the elements of an array of a document have: one of the members.
type arrayOf struct {
	name    string
	members []string
}

// arraysOf are the arrays of documents that tell them.
var arraysOf = map[Form][]arrayOf{
	Export: {
		{"facts", []string{"content", "fact_type", "sources"}},
		{"nodes", []string{"concept", "node_type"}},
		{"edges", []string{"supporting_fact_ids", "source_node_id"}},
		{"node_fact_links", []string{"fact_id", "node_id"}},
	},
	Bundle: {
		{"facts", []string{"text", "idx"}},
		{"sources", []string{"idx", "url"}},
		{"fact_sources", []string{"fact_idx", "source_idx"}},
		{"concepts", []string{"canonical_name"}},
		{"concept_aliases", []string{"alias_text"}},
		{"fact_concepts", []string{"fact_idx", "concept_idx"}},
	},
}

// detectObject tells the forms that start with an object.
func detectObject(text []byte) (form Form, member string) {
	c := jsontext.NewCursor(text, maxMaxDepth)
	c.IgnoreDuplicates = true
	signs := map[Form]string{} // a member whose value looks like the document's
	maybe := map[Form]string{} // one whose value does not show what it is
	foreign := map[Form]bool{} // there is a member that the document has not
	bundle := false
	for name := range c.Members() {
		switch name, value := string(name), text[c.Offset():]; name {
		case "content":
			return linesOrJSON(text), ""
		case "schema_version":
			bundle = true
		case "metadata":
			if _, _, ok := jsontext.Find(c.Skip(), "/export_type"); ok {
				return Export, "export_type"
			}
		case "conversation":
			if c.Peek() == '{' {
				maybe[Export] = cmp.Or(maybe[Export], name)
			} else {
				foreign[Export] = true
			}
		default:
			for _, form := range []Form{Export, Bundle} {
				looks, known := looksLike(value, arraysOf[form], name)
				switch {
				case !known:
					foreign[form] = true
				case looks == sure:
					signs[form] = cmp.Or(signs[form], name)
				case looks == unsure:
					maybe[form] = cmp.Or(maybe[form], name)
				default:
					foreign[form] = true
				}
			}
		}
	}
	cut := c.Err() != nil
	switch {
	case bundle && (signs[Bundle] != "" || cut && !foreign[Bundle]):
		return Bundle, "schema_version"
	case bundle:
	case signs[Export] != "" && !(foreign[Export] && anotherFollows(text, c)):
		return Export, signs[Export]
	case maybe[Export] != "" && !foreign[Export] && !anotherFollows(text, c):
		return Export, maybe[Export]
	}
	return linesOrJSON(text), ""
}

// What a value looks like.
const (
	other  = iota
	unsure // it is empty, an object, or cut before it shows
	sure
)

// looksLike says whether a value, of which only the front may be there, looks like the
// array of that name, if the document has one.
func looksLike(value []byte, arrays []arrayOf, name string) (looks int, known bool) {
	i := slices.IndexFunc(arrays, func(a arrayOf) bool { return a.name == name })
	if i < 0 {
		return other, false
	}
	c := jsontext.NewCursor(value, maxMaxDepth)
	c.IgnoreDuplicates = true
	switch c.Peek() {
	case 'n', '{', 0:
		return unsure, true
	case '[':
	default:
		return other, true
	}
	looks = unsure
	for range c.Elements() {
		looks = other
		if c.Peek() != '{' {
			break
		}
		for member := range c.Members() {
			if slices.Contains(arrays[i].members, string(member)) {
				return sure, true
			}
		}
		if err := c.Err(); err != nil && err.Cut {
			looks = unsure
		}
		break
	}
	return looks, true
}

// anotherFollows reports whether the object that a cursor read is a line, and another
// object follows it.
func anotherFollows(text []byte, c *jsontext.Cursor) bool {
	if c.Err() != nil {
		return false
	}
	line, rest, _ := bytes.Cut(text[c.Offset():], []byte("\n"))
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return len(bytes.TrimSpace(line)) == 0 && len(rest) > 0 && rest[0] == '{'
}

// linesOrJSON tells the forms of records that start with an object.
func linesOrJSON(text []byte) Form {
	c := jsontext.NewCursor(text, maxMaxDepth)
	c.IgnoreDuplicates = true
	c.Skip()
	line, rest := text, []byte(nil)
	if end := bytes.IndexAny(text, "\r\n"); end >= 0 {
		line, rest = text[:end], text[end:]
	}
	rest = bytes.TrimLeft(rest, " \t\r\n")
	whole := c.Err() == nil && c.Offset() <= len(line)
	if whole || len(rest) > 0 && rest[0] == '{' || len(line) == len(text) {
		return Lines
	}
	return JSON
}

// IsPage reports whether markup is that of a page of a knowledge base, rather than of
// any page.
func IsPage(markup []byte) bool {
	return bytes.Contains(markup, []byte("data-facts-section")) || bytes.Contains(markup, []byte("data-fact-text"))
}

// hasLine reports whether a line of text passes a test.
func hasLine(text []byte, test func([]byte) bool) bool {
	for len(text) > 0 {
		line := text
		if end := bytes.IndexAny(text, "\r\n"); end >= 0 {
			line, text = text[:end], text[end+1:]
		} else {
			text = nil
		}
		if test(bytes.TrimSpace(line)) {
			return true
		}
	}
	return false
}

// isFactsLine reports whether a line is "Facts (N)".
func isFactsLine(line []byte) bool {
	_, ok := factsCount(string(line))
	return ok
}

// mostlyObjects reports whether most lines of a text start as objects do: in one that is
// written for people, a line or two may.
func mostlyObjects(text []byte) bool {
	objects, lines := 0, 0
	for line := range bytes.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			lines++
		}
		if bytes.HasPrefix(line, []byte(`{"`)) {
			objects++
		}
	}
	return 2*objects >= lines && objects > 0
}

// isEntryLine reports whether a line starts as "@book{" does.
func isEntryLine(line []byte) bool {
	if len(line) < 2 || line[0] != '@' {
		return false
	}
	name := bytes.TrimLeft(line[1:], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if len(name) == len(line)-1 {
		return false
	}
	name = bytes.TrimSpace(name)
	return len(name) > 0 && (name[0] == '{' || name[0] == '(')
}

// manyMembers is how many members of an object that is cut show that none is a record's.
const manyMembers = 4

// IsForeign reports whether JSON starts with an object that has no member of a record,
// as "package.json" does, or holds no object at all.
func IsForeign(head []byte) bool {
	text := head[jsontext.BlankLength(head):]
	if len(text) > 0 && text[0] == '[' {
		text = text[1+jsontext.BlankLength(text[1:]):]
	}
	c := jsontext.NewCursor(text, maxMaxDepth)
	c.IgnoreDuplicates = true
	members := 0
	for name := range c.Members() {
		switch string(name) {
		case "content", "fact_type", "sources":
			return false
		}
		members++
		c.Skip()
	}
	err := c.Err()
	return err == nil || err.Cut && members >= manyMembers
}
