package bibref

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/internal/text"
)

// granularReference matches a value, or an item of a list, that is taken from a field of
// an @xdata entry: "xdata=key-field", or "xdata=key-field-2" for the second item of a list
// (biblatex manual, section 3.13.6).
var granularReference = regexp.MustCompile(`^xdata=([^-,\s]+)-([^-\s]+)(?:-([0-9]+))?$`)

// listFields hold items that "and" parts.
var listFields = text.WordSet("author", "editor", "editora", "editorb", "editorc", "translator", "annotator", "commentator", "introduction",
	"foreword", "afterword", "holder", "bookauthor", "shortauthor", "shorteditor", "publisher", "location", "institution", "organization", "language")

// granular returns a value with what @xdata entries have in place of the references to
// their fields. One that leads nowhere is empty, as the value is to readers.
func (l fieldLayer) granular(name, value string) string {
	if !strings.Contains(value, "xdata=") {
		return value
	}
	r := granularReader{file: l.file, left: maxGranularItems}
	return r.value(name, value, maxGranularDepth)
}

// What a value may be made of: references may lead to lists of references.
const (
	maxGranularDepth = 4
	maxGranularItems = 512
)

type granularReader struct {
	file *bib.File
	left int // items that may still be read
}

func (r *granularReader) value(name, value string, depth int) string {
	if !listFields[name] {
		return r.item(value, depth)
	}
	var items []string
	for _, item := range listItems(value) {
		if item = r.item(item, depth); item != "" {
			items = append(items, item)
		}
	}
	return strings.Join(items, " and ")
}

// item is one item, which stands for itself unless it is a reference.
func (r *granularReader) item(item string, depth int) string {
	match := granularReference.FindStringSubmatch(item)
	if match == nil {
		return item
	}
	parent := r.file.Parent(match[1])
	name := strings.ToLower(match[2])
	if r.left--; r.left < 0 || depth == 0 || parent == nil || parent.Type != "xdata" || parent.Field(name) == nil {
		return ""
	}
	value := r.value(name, parent.Field(name).Value, depth-1)
	if match[3] == "" {
		return value
	}
	items := listItems(value)
	index, err := strconv.Atoi(match[3])
	if err != nil || index < 1 || index > len(items) {
		return ""
	}
	return items[index-1]
}

// listItems parts a list at its "and"s.
func listItems(list string) []string {
	var items []string
	for rest := strings.TrimSpace(list); rest != ""; {
		var item string
		item, rest = cutAnd(rest)
		items = append(items, strings.TrimSpace(item))
	}
	return items
}
