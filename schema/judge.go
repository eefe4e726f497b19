package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// judged returns what jsonschema v5 finds wrong with the record on a tape.
func (s *Schema) judged(t *tape) ([]failure, error) {
	record, err := decode(t.text)
	if err != nil {
		return nil, &RecordError{Offset: 0, Message: err.Error()}
	}
	switch err := s.validate(record).(type) {
	case nil:
		return nil, nil
	case *jsonschema.ValidationError:
		c := &collector{located: newLocated(t), places: s.places, record: record}
		c.collect(err)
		return c.failures, nil
	default:
		return nil, &RecordError{Offset: 0, Message: err.Error()}
	}
}

// validate runs jsonschema v5 and turns its panics into errors.
func (s *Schema) validate(record any) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("jsonschema v5 could not judge the record: %v", cause)
		}
	}()
	return s.judge.Validate(record)
}

// decode reads JSON as jsonschema v5 wants it: with numbers as they are written.
func decode(text []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	if d.More() {
		return nil, errors.New("text after the record")
	}
	return v, nil
}

// collector gathers the innermost causes of an error of jsonschema v5.
type collector struct {
	*located
	places   map[string]*jsonschema.Schema
	record   any
	failures []failure
}

func (c *collector) collect(e *jsonschema.ValidationError) {
	schema, keyword := c.broken(e)
	if holder := c.contentOf(e); holder != nil {
		c.addContent(e, holder, keyword)
		return
	}
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

// contentOf returns the schema of the text in which an error is, nil if it is in none.
func (c *collector) contentOf(e *jsonschema.ValidationError) *jsonschema.Schema {
	if !strings.Contains(e.AbsoluteKeywordLocation, "/contentSchema") {
		return nil
	}
	for _, s := range c.places {
		if s.ContentSchema == nil {
			continue
		}
		inside, ok := strings.CutPrefix(e.AbsoluteKeywordLocation, s.ContentSchema.Location)
		if ok && (inside == "" || inside[0] == '/') {
			return s
		}
	}
	return nil
}

// addContent notes that the JSON that a text holds breaks contentSchema. What its pointer
// leads to in the record is the text.
func (c *collector) addContent(e *jsonschema.ValidationError, holder *jsonschema.Schema, keyword string) {
	for len(e.Causes) > 0 {
		e = e.Causes[0]
		_, keyword = c.broken(e)
	}
	path := segments(pointerOf(e.InstanceLocation))
	text := len(path)
	for text > 0 && !c.holds(path[:text]) {
		text--
	}
	at := "in its " + strconv.Quote(keyword)
	if inside := pointerTo(path[text:]); inside != "" {
		at += " at " + shortened(inside)
	}
	c.failures = append(c.failures, failure{path: path[:text], schema: holder, keyword: "contentSchema", contentBreaks: at})
}

// holds reports whether the record has a value at a path.
func (c *collector) holds(path []string) bool {
	_, ok := c.locate(path)
	return ok
}

// broken returns the schema and the keyword that an error speaks of.
func (c *collector) broken(e *jsonschema.ValidationError) (*jsonschema.Schema, string) {
	location := e.AbsoluteKeywordLocation
	switch s, ok := c.places[location]; {
	case ok && s.Always != nil && !*s.Always:
		return s, "false"
	case ok && len(e.Causes) > 0:
		return s, ""
	}
	for within := location; ; {
		i := strings.LastIndexByte(within, '/')
		if i < 0 {
			return nil, lastKeyword(location)
		}
		keyword := within[i+1:]
		within = within[:i]
		switch s, ok := c.places[within]; {
		case !ok:
		case keyword == "$defs" || keyword == "definitions":
			return nil, lastKeyword(location) // a schema that only $dynamicRef leads to
		default:
			return s, keyword
		}
	}
}

// lastKeyword returns the keyword that a location ends in, but for names and indexes after
// it.
func lastKeyword(location string) string {
	known := keywords()
	segments := strings.Split(location, "/")
	for _, segment := range slices.Backward(segments) {
		if _, ok := known[segment]; ok {
			return segment
		}
	}
	return ""
}

// alternatives tells what is wrong with the one alternative that was meant, if that is
// clear.
func (c *collector) alternatives(e *jsonschema.ValidationError, schema *jsonschema.Schema, keyword string) {
	if meant := c.meant(e, schema, keyword); meant != nil {
		c.failures = append(c.failures, meant...)
		return
	}
	c.add(e, schema, keyword)
}

// meant returns what is wrong with the alternative that was meant, nil if that is not clear.
func (c *collector) meant(e *jsonschema.ValidationError, schema *jsonschema.Schema, keyword string) []failure {
	path := segments(pointerOf(e.InstanceLocation))
	token, ok := c.locate(path)
	if !ok || schema == nil {
		return nil
	}
	among := choice{tape: c.tape, token: token, path: path, alternatives: alternativesOf(schema, keyword)}
	for _, cause := range e.Causes {
		branch := &collector{located: c.located, places: c.places, record: c.record}
		branch.collect(cause)
		among.branches = append(among.branches, branch.failures)
	}
	return among.meant()
}

// alternativesOf returns the schemas of anyOf or oneOf.
func alternativesOf(s *jsonschema.Schema, keyword string) []*jsonschema.Schema {
	if keyword == "oneOf" {
		return s.OneOf
	}
	return s.AnyOf
}

// add notes a failure, one for each member that is missing or not allowed.
func (c *collector) add(e *jsonschema.ValidationError, schema *jsonschema.Schema, keyword string) {
	f := failure{
		path:    segments(pointerOf(e.InstanceLocation)),
		schema:  schema,
		keyword: keyword,
	}
	object, _ := valueAt(c.record, f.path).(map[string]any)
	var named []string
	switch {
	case strings.Contains(e.KeywordLocation, "/propertyNames/") && len(f.path) > 0:
		f.keyword, f.member, f.nameBreaks = "propertyNames", f.path[len(f.path)-1], keyword
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
	case schema != nil && (keyword == "dependentRequired" || keyword == "dependencies"):
		f.member, f.neededBy = dependent(schema, keyword, e.AbsoluteKeywordLocation)
	}
	if len(named) == 0 {
		c.failures = append(c.failures, f)
	}
	for _, name := range named {
		f.member = name
		c.failures = append(c.failures, f)
	}
}

// dependent returns the member that is missing, and the one that needs it, of a location
// such as …/dependentRequired/NAME/0.
func dependent(schema *jsonschema.Schema, keyword, location string) (missing, needing string) {
	_, place, _ := strings.Cut(strings.TrimPrefix(location, schema.Location), "/"+keyword)
	at := segments(pointerOf(place))
	if len(at) != 2 {
		return "", ""
	}
	needed := schema.DependentRequired[at[0]]
	if list, ok := schema.Dependencies[at[0]].([]string); ok {
		needed = list
	}
	if n, err := strconv.Atoi(at[1]); err == nil && n < len(needed) {
		return needed[n], at[0]
	}
	return "", ""
}

// allowed reports whether a closed schema names a member.
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
