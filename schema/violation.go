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

// failure is one thing that jsonschema v5 found, before it is put into words.
type failure struct {
	path    []string // of the offending value
	schema  *jsonschema.Schema
	keyword string
	member  string
	message string // jsonschema v5's own, for keywords that we have no words for
}

// violations puts into words what jsonschema v5 found.
func (s *Schema) violations(found *jsonschema.ValidationError, record any, t *tape) []Violation {
	c := &collector{places: s.places, record: record}
	c.collect(found)
	slices.SortFunc(c.failures, compareFailures)
	c.failures = slices.CompactFunc(c.failures, func(a, b failure) bool { return compareFailures(a, b) == 0 })
	more := len(c.failures) - maxViolations
	list := make([]Violation, 0, min(len(c.failures), maxViolations+1))
	for _, f := range c.failures[:min(len(c.failures), maxViolations)] {
		list = append(list, f.violation(t, record))
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

func compareFailures(a, b failure) int {
	return cmp.Or(
		compareSegments(a.path, b.path),
		strings.Compare(a.keyword, b.keyword),
		strings.Compare(a.member, b.member),
		strings.Compare(a.message, b.message),
	)
}

// collector gathers the innermost causes of an error of jsonschema v5.
type collector struct {
	places   map[string]*jsonschema.Schema
	record   any
	failures []failure
}

func (c *collector) collect(e *jsonschema.ValidationError) {
	schema, keyword := c.broken(e)
	switch {
	case keyword == "anyOf" || keyword == "oneOf":
		c.alternatives(e, schema, keyword)
	case keyword == "minContains" || len(e.Causes) == 0:
		c.add(e, schema, keyword)
	default:
		for _, cause := range e.Causes {
			c.collect(cause)
		}
	}
}

// broken returns the schema and the keyword that an error speaks of.
func (c *collector) broken(e *jsonschema.ValidationError) (*jsonschema.Schema, string) {
	location, keyword := e.AbsoluteKeywordLocation, ""
	if s, ok := c.places[location]; ok {
		if s.Always != nil {
			return s, "false"
		}
		return s, ""
	}
	for {
		i := strings.LastIndexByte(location, '/')
		if i < 0 {
			return nil, keyword
		}
		location, keyword = location[:i], location[i+1:]
		if s, ok := c.places[location]; ok {
			return s, keyword
		}
	}
}

// alternatives tells what is wrong with the one alternative that was meant, which
// is the only one that the value's own type and constants do not rule out.
func (c *collector) alternatives(e *jsonschema.ValidationError, schema *jsonschema.Schema, keyword string) {
	var meant []failure
	candidates := 0
	for _, cause := range e.Causes {
		branch := &collector{places: c.places, record: c.record}
		branch.collect(cause)
		if !slices.ContainsFunc(branch.failures, func(f failure) bool { return f.rulesOut(e.InstanceLocation) }) {
			candidates++
			meant = branch.failures
		}
	}
	if candidates == 1 {
		c.failures = append(c.failures, meant...)
		return
	}
	c.add(e, schema, keyword)
}

func (f failure) rulesOut(location string) bool {
	own := len(f.path) == strings.Count(location, "/")
	return own && (f.keyword == "type" || f.keyword == "const" || f.keyword == "enum" || f.keyword == "false")
}

// add notes a failure, one for each member that is missing or not allowed.
func (c *collector) add(e *jsonschema.ValidationError, schema *jsonschema.Schema, keyword string) {
	f := failure{
		path:    segments(pointerOf(e.InstanceLocation)),
		schema:  schema,
		keyword: keyword,
		message: e.Message,
	}
	object, _ := valueAt(c.record, f.path).(map[string]any)
	var named []string
	switch {
	case strings.Contains(e.KeywordLocation, "/propertyNames/") && len(f.path) > 0:
		f.keyword, f.member = "propertyNames", f.path[len(f.path)-1]
	case keyword == "required" && schema != nil:
		named = slices.DeleteFunc(slices.Clone(schema.Required), func(name string) bool {
			_, has := object[name]
			return has
		})
	case keyword == "additionalProperties" && schema != nil:
		for name := range object {
			if !allowed(schema, name) {
				named = append(named, name)
			}
		}
	}
	if len(named) == 0 {
		c.failures = append(c.failures, f)
	}
	for _, name := range named {
		f.member = name
		c.failures = append(c.failures, f)
	}
}

// allowed tells whether a closed schema names a member.
func allowed(schema *jsonschema.Schema, name string) bool {
	if _, ok := schema.Properties[name]; ok {
		return true
	}
	for pattern := range schema.PatternProperties {
		if pattern.MatchString(name) {
			return true
		}
	}
	return false
}

// valueAt returns the value that a path leads to in a decoded record.
func valueAt(v any, path []string) any {
	for _, segment := range path {
		switch parent := v.(type) {
		case map[string]any:
			v = parent[segment]
		case []any:
			i, err := strconv.Atoi(segment)
			if err != nil || i < 0 || i >= len(parent) {
				return nil
			}
			v = parent[i]
		default:
			return nil
		}
	}
	return v
}

// violation places a failure in the record and puts it into words.
func (f failure) violation(t *tape, record any) Violation {
	pointer := ""
	for _, segment := range f.path {
		pointer = join(pointer, segment)
	}
	v := Violation{Keyword: f.keyword, Member: f.member}
	if f.keyword == "additionalProperties" && f.member != "" {
		pointer = join(pointer, f.member)
		f.path = append(slices.Clip(f.path), f.member)
	}
	v.Pointer = pointer
	v.Message = f.words(valueAt(record, f.path))
	i, ok := t.locate(pointer)
	if !ok {
		return v
	}
	v.Start, v.End = t.span(i)
	if f.keyword != "required" && f.keyword != "propertyNames" {
		v.Value = t.shown(i)
	}
	return v
}

// shown returns the beginning of the value at token i: what a string says, and
// the JSON of another value.
func (t *tape) shown(i int) string {
	if t.tokens[i].kind == kindString {
		return shortened(t.textOf(i))
	}
	const enough = 1000
	start, end := t.span(i)
	return shortened(strings.ToValidUTF8(string(t.text[start:min(end, start+enough)]), "\uFFFD"))
}

// subschemas returns a schema and all that it reaches, by their locations.
func subschemas(root *jsonschema.Schema) map[string]*jsonschema.Schema {
	all := make(map[string]*jsonschema.Schema)
	var visit func(*jsonschema.Schema)
	visit = func(s *jsonschema.Schema) {
		if s == nil || all[s.Location] != nil {
			return
		}
		all[s.Location] = s
		for child := range children(s) {
			visit(child)
		}
	}
	visit(root)
	return all
}
