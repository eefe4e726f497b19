package citation

import (
	"strings"

	"github.com/factcite/factcite/citation/ref"
)

// fewestCapitals is how many letters the acronym of a meeting has at least.
const fewestCapitals = 3

// readMeeting reads the meeting and the year in the parentheses after a title, or after the
// authors in them: "Felt Rims" (CART 2016), "Felt Rims" (Lee and Park; CART 2016). content is
// the text that the reference was read from.
func readMeeting(content string, r *Reference) {
	title, ok := r.Spans[string(ref.FieldTitle)]
	if !ok || r.Year == "" || isIssued(r) || r.Type != ref.Misc && r.Type != ref.Book {
		return
	}
	rest := content[title[1]:]
	open := strings.IndexByte(rest, '(')
	if open < 0 || strings.Trim(rest[:open], "\"”’» .,") != "" {
		return
	}
	inside, _, closed := strings.Cut(rest[open+1:], ")")
	last := inside[strings.LastIndexByte(inside, ';')+1:]
	name, year, ok := strings.Cut(strings.TrimSpace(last), " ")
	if !closed || !ok || year != r.Year || len(name) < fewestCapitals || strings.ToUpper(name) != name || strings.ToLower(name) == name {
		return
	}
	start := title[1] + open + 1 + len(inside) - len(last) + strings.Index(last, name)
	r.Type, r.Container = ref.InProceedings, name
	r.Spans[string(ref.FieldContainer)] = Span{start, start + len(name)}
}
