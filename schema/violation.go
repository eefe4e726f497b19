package schema

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Violation is one way in which a record breaks the schema.
type Violation struct {
	Pointer string // of the offending value, RFC 6901; "" is the record
	Keyword string // the schema's keyword that it breaks: "required", "enum", …
	Member  string // the member that is missing, or that is not allowed; else ""
	Value   string // the offending value, shortened; "" where there is none
	Message string // what is wrong and what is expected
	Start   int    // the offending value in the record: the half-open range of
	End     int    // bytes, with quotes; of a missing member, its object
}

// maxViolations is how many violations of one record are told one by one.
const maxViolations = 100

// failure is one thing that is wrong, before it is put into words.
type failure struct {
	path    []string // of the offending value
	schema  *jsonschema.Schema
	keyword string
	member  string

	nameBreaks    string // of propertyNames: the keyword that the name breaks
	neededBy      string // of dependentRequired: the member that needs the missing one
	contentBreaks string // of contentSchema: which keyword is broken where, "" if the content is no JSON
}

// violations puts failures into words.
func (t *tape) violations(failures []failure) []Violation {
	slices.SortFunc(failures, compareFailures)
	failures = slices.CompactFunc(failures, func(a, b failure) bool { return compareFailures(a, b) == 0 })
	more := len(failures) - maxViolations
	list := make([]Violation, 0, min(len(failures), maxViolations+1))
	for _, f := range failures[:min(len(failures), maxViolations)] {
		list = append(list, f.violation(t))
	}
	if more > 0 {
		start, end := t.span(0)
		list = append(list, Violation{
			Keyword: "more", Start: start, End: end,
			Message: "the record breaks the schema in " + strconv.Itoa(more) + " more places",
		})
	}
	return list
}

// location returns where the schema that is broken is, "" if that is not known.
func (f failure) location() string {
	if f.schema == nil {
		return ""
	}
	return f.schema.Location
}

func compareFailures(a, b failure) int {
	return cmp.Or(
		compareSegments(a.path, b.path),
		strings.Compare(a.keyword, b.keyword),
		strings.Compare(a.member, b.member),
		strings.Compare(a.location(), b.location()),
	)
}

// violation places a failure in the record and puts it into words.
func (f failure) violation(t *tape) Violation {
	if f.keyword == "additionalProperties" && f.member != "" {
		f.path = append(slices.Clip(f.path), f.member)
	}
	v := Violation{Pointer: pointerTo(f.path), Keyword: f.keyword, Member: f.member}
	i, ok := t.locate(f.path)
	if !ok {
		v.Message = f.breaks(subjectOf(f.path))
		return v
	}
	v.Message = f.words(t, i)
	v.Start, v.End = t.span(i)
	if f.keyword != "required" && f.keyword != "propertyNames" {
		v.Value = t.shown(i)
	}
	return v
}

// shown returns the beginning of the value at token i: what a string says, and
// the JSON of another value.
func (t *tape) shown(i int) string {
	if t.tokens[i].Kind == kindString {
		return shortened(t.textOf(i))
	}
	const enough = 1000
	start, end := t.span(i)
	return shortened(strings.ToValidUTF8(string(t.text[start:min(end, start+enough)]), "\uFFFD"))
}
