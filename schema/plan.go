package schema

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// plan is a schema of jsonschema v5 in the shape of the fast pass.
//
// Why the pass says only what jsonschema v5 says: a rule is made from the exported
// fields that v5 itself validates by, and judges each keyword yes, no or unknown,
// as v5 does or not at all. Whatever cannot be judged here (a keyword that is not
// compiled below, a record that encoding/json would read otherwise than it is
// written) is unknown, and no combination of rules turns unknown into yes or no.
// A record is accepted on yes only; what is wrong with another is told here only
// if every rule on the way to it is of the kinds in explain.go; the rest goes to
// v5. Tests hold the two against each other on random schemas and records, and
// plant faults in plans to see that they would find one.
type plan struct {
	names *vocabulary
	root  *rule
}

// planner compiles the subschemas of a schema, each once.
type planner struct {
	names *vocabulary
	rules map[*jsonschema.Schema]*rule
}

// newPlan returns the plan of a schema.
func newPlan(s *jsonschema.Schema) *plan {
	c := &planner{names: new(vocabulary), rules: make(map[*jsonschema.Schema]*rule)}
	return c.finish(c.compile(s))
}

// finish makes a plan of compiled rules.
func (c *planner) finish(root *rule) *plan {
	c.refuseLoops()
	for _, r := range c.rules {
		r.sure = r.allowsAll()
	}
	return &plan{names: c.names, root: root}
}

// compile returns the rule of a schema. A schema that refers to itself finds the
// rule that is being made.
func (c *planner) compile(s *jsonschema.Schema) *rule {
	if s == nil {
		return nil
	}
	if r, ok := c.rules[s]; ok {
		return r
	}
	r := newRule(s)
	c.rules[s] = r
	if strings.Contains(s.Location, "://json-schema.org/") {
		r.opaque = allKinds // a meta-schema, which v5 has compiled with formats of its own
		return r
	}
	if s.Always != nil {
		if !*s.Always {
			r.allowed = noKind
		}
		return r
	}
	if s.RecursiveRef != nil || s.DynamicRef != nil {
		r.opaque = allKinds
		return r
	}
	c.types(r, s)
	c.combinations(r, s)
	c.object(r, s)
	c.array(r, s)
	c.text(r, s)
	c.number(r, s)
	if target, ok := r.refersOnly(); ok {
		c.rules[s] = target
		return target
	}
	return r
}

// refersOnly returns the one rule that all of r comes down to.
func (r *rule) refersOnly() (*rule, bool) {
	if len(r.inPlace) != 1 || r.inPlace[0].how != allOf || len(r.inPlace[0].rules) != 1 {
		return nil, false
	}
	target := r.inPlace[0].rules[0]
	rest := *r
	rest.inPlace = nil
	return target, target != r && rest.allowsAll() == allKinds
}

// allowsAll returns the kinds of which r allows every value.
func (r *rule) allowsAll() kindSet {
	if r.values != nil || r.equals != nil || len(r.inPlace) > 0 {
		return noKind
	}
	sure := r.allowed &^ r.opaque
	if r.minLength > 0 || r.maxLength >= 0 || r.pattern != nil || r.format != nil {
		sure &^= setOf(kindString)
	}
	if r.integer || len(r.bounds) > 0 {
		sure &^= setOf(kindNumber)
	}
	if r.minItems > 0 || r.maxItems >= 0 || r.unique || r.prefix != nil || r.items != nil || r.hasContains {
		sure &^= setOf(kindArray)
	}
	if !r.required.isEmpty() || r.minMembers > 0 || r.maxMembers >= 0 || r.closed || r.walksMembers || r.needs != nil {
		sure &^= setOf(kindObject)
	}
	return sure
}

func (c *planner) types(r *rule, s *jsonschema.Schema) {
	if len(s.Types) > 0 {
		r.allowed = noKind
	}
	for _, t := range s.Types {
		switch t {
		case "null":
			r.allowed |= setOf(kindNull)
		case "boolean":
			r.allowed |= setOf(kindFalse, kindTrue)
		case "number":
			r.allowed |= setOf(kindNumber)
		case "integer":
			r.allowed |= setOf(kindNumber)
		case "string":
			r.allowed |= setOf(kindString)
		case "array":
			r.allowed |= setOf(kindArray)
		case "object":
			r.allowed |= setOf(kindObject)
		}
	}
	r.integer = slices.Contains(s.Types, "integer") && !slices.Contains(s.Types, "number")
	r.values = newValues(s.Enum)
	r.equals = newValues(s.Constant)
}

func newValues(list []any) *values {
	if len(list) == 0 {
		return nil
	}
	v := new(values)
	for _, value := range list {
		switch value := value.(type) {
		case nil:
			v.kinds |= setOf(kindNull)
		case bool:
			if value {
				v.kinds |= setOf(kindTrue)
			} else {
				v.kinds |= setOf(kindFalse)
			}
		case string:
			v.strings = append(v.strings, value)
		case json.Number:
			v.numbers = append(v.numbers, value)
		case []any:
			v.opaque |= setOf(kindArray)
		default:
			v.opaque |= setOf(kindObject)
		}
	}
	return v
}

func (c *planner) combinations(r *rule, s *jsonschema.Schema) {
	add := func(how combining, schemas ...*jsonschema.Schema) {
		rules := make([]*rule, len(schemas))
		for i, schema := range schemas {
			rules[i] = c.compile(schema)
		}
		r.inPlace = append(r.inPlace, combination{how, rules})
	}
	if s.Ref != nil {
		add(allOf, s.Ref)
	}
	if len(s.AllOf) > 0 {
		add(allOf, s.AllOf...)
	}
	if len(s.AnyOf) > 0 {
		add(anyOf, s.AnyOf...)
	}
	if len(s.OneOf) > 0 {
		add(oneOf, s.OneOf...)
	}
	if s.Not != nil {
		add(notAny, s.Not)
	}
	if s.If != nil {
		add(ifThenElse, s.If, s.Then, s.Else)
	}
}

func (c *planner) slots(names []string) (set nameSet) {
	for _, name := range names {
		set.add(c.names.add(name))
	}
	return set
}

func (c *planner) object(r *rule, s *jsonschema.Schema) {
	if s.UnevaluatedProperties != nil || s.RegexProperties {
		r.opaque |= setOf(kindObject)
	}
	r.minMembers, r.maxMembers = s.MinProperties, s.MaxProperties
	r.required = c.slots(s.Required)
	for name, schema := range s.Properties {
		slot := c.names.add(name)
		r.named.add(slot)
		for uint(len(r.members)) <= slot {
			r.members = append(r.members, nil)
		}
		member := c.compile(schema)
		r.members[slot] = member
	}
	for pattern, schema := range s.PatternProperties {
		r.patterns = append(r.patterns, patternRule{newMatcher(pattern), c.compile(schema)})
	}
	switch additional := s.AdditionalProperties.(type) {
	case bool:
		r.closed = !additional
	case *jsonschema.Schema:
		r.others = c.compile(additional)
	}
	r.names = c.compile(s.PropertyNames)
	r.simple = r.patterns == nil && r.others == nil && r.names == nil
	r.walksMembers = !r.named.isEmpty() || !r.simple
	for name, required := range s.DependentRequired {
		r.needs = append(r.needs, dependency{slot: c.names.add(name), required: c.slots(required)})
	}
	for name, schema := range s.DependentSchemas {
		r.needs = append(r.needs, dependency{slot: c.names.add(name), rule: c.compile(schema)})
	}
	for name, either := range s.Dependencies {
		switch either := either.(type) {
		case *jsonschema.Schema:
			r.needs = append(r.needs, dependency{slot: c.names.add(name), rule: c.compile(either)})
		case []string:
			r.needs = append(r.needs, dependency{slot: c.names.add(name), required: c.slots(either)})
		}
	}
}

func (c *planner) array(r *rule, s *jsonschema.Schema) {
	r.minItems, r.maxItems, r.unique = s.MinItems, s.MaxItems, s.UniqueItems
	if s.UnevaluatedItems != nil {
		r.opaque |= setOf(kindArray)
	}
	for _, schema := range s.PrefixItems {
		r.prefix = append(r.prefix, c.compile(schema))
	}
	r.items = c.compile(s.Items2020)
	switch items := s.Items.(type) {
	case *jsonschema.Schema:
		r.items = c.compile(items)
	case []*jsonschema.Schema:
		r.opaque |= setOf(kindArray) // a tuple of an older draft
	}
	if s.Contains != nil {
		r.hasContains, r.contains = true, c.compile(s.Contains)
		r.minContains, r.maxContains = s.MinContains, s.MaxContains
	}
}

func (c *planner) text(r *rule, s *jsonschema.Schema) {
	if s.ContentEncoding != "" || s.ContentMediaType != "" || s.ContentSchema != nil {
		r.opaque |= setOf(kindString)
	}
	r.minLength, r.maxLength = s.MinLength, s.MaxLength
	if s.Pattern != nil {
		r.pattern = newMatcher(s.Pattern)
	}
	if s.Format != "" {
		r.format = textFormat(s.Format)
	}
}

func (c *planner) number(r *rule, s *jsonschema.Schema) {
	if s.MultipleOf != nil {
		r.opaque |= setOf(kindNumber)
	}
	add := func(limit *big.Rat, upper, exclusive bool) {
		switch {
		case limit == nil:
		case limit.IsInt() && limit.Num().IsInt64():
			r.bounds = append(r.bounds, bound{limit.Num().Int64(), upper, exclusive})
		default:
			r.opaque |= setOf(kindNumber)
		}
	}
	add(s.Minimum, false, false)
	add(s.ExclusiveMinimum, false, true)
	add(s.Maximum, true, false)
	add(s.ExclusiveMaximum, true, true)
}

// refuseLoops makes rules opaque that would apply themselves to the same value
// without end: jsonschema v5 reports such a loop where it meets it.
func (c *planner) refuseLoops() {
	const (
		visiting = 1 + iota
		visited
	)
	progress := make(map[*rule]int)
	var visit func(r *rule)
	visit = func(r *rule) {
		if r == nil || progress[r] == visited {
			return
		}
		if progress[r] == visiting {
			r.opaque = allKinds
			return
		}
		progress[r] = visiting
		for _, next := range r.sameValue() {
			visit(next)
		}
		progress[r] = visited
	}
	for _, r := range c.rules {
		visit(r)
	}
}

// sameValue returns the rules that a rule applies to the value it is applied to.
func (r *rule) sameValue() []*rule {
	var rules []*rule
	for _, c := range r.inPlace {
		rules = append(rules, c.rules...)
	}
	for _, d := range r.needs {
		rules = append(rules, d.rule)
	}
	return rules
}
