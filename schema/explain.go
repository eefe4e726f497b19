package schema

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// failures returns what is wrong with a record that was not accepted, if all of it
// is of the common kinds that a plan can tell as jsonschema v5 does; else false.
//
// It is a walk beside that of judge, for the one record in a hundred on which
// jsonschema v5 would spend half as long as judge on all the others. Tests hold
// its answers against those of v5, word by word.
func (p *plan) failures(t *tape) ([]failure, bool) {
	if p == nil || t.unclean {
		return nil, false
	}
	x := &explainer{tape: t, known: true, branches: map[judgement][]failure{}}
	x.explain(p.root, 0)
	return x.list, x.known && len(x.list) > 0
}

// explainer collects failures.
type explainer struct {
	*tape
	path  []string // of the value that is looked at
	list  []failure
	known bool // there was nothing that only jsonschema v5 can tell

	branches map[judgement][]failure // what was found wrong with alternatives before
}

// add notes that the value looked at breaks a keyword.
func (x *explainer) add(r *rule, keyword, member string) {
	x.list = append(x.list, failure{path: slices.Clone(x.path), schema: r.schema, keyword: keyword, member: member})
}

// demand notes a failure unless the verdict is yes.
func (x *explainer) demand(v verdict, r *rule, keyword string) {
	switch v {
	case no:
		x.add(r, keyword, "")
	case unknown:
		x.known = false
	}
}

// leave leaves to jsonschema v5 what is not certainly right.
func (x *explainer) leave(v verdict) { x.known = x.known && v == yes }

// explain applies a rule to the value at token i.
func (x *explainer) explain(r *rule, i int) {
	tok := &x.tokens[i]
	switch {
	case !x.known || r == nil || r.sure.has(tok.Kind):
		return
	case r.opaque.has(tok.Kind):
		x.known = false
		return
	case r.schema.Always != nil:
		x.demand(verdictOf(*r.schema.Always), r, "false")
		return
	}
	if v := x.typed(r, tok); v != yes {
		x.demand(v, r, "type") // jsonschema v5 looks no further either
		return
	}
	if r.values != nil {
		x.demand(x.among(r.values, tok, tok.Kind), r, "enum")
	}
	if r.equals != nil {
		x.demand(x.among(r.equals, tok, tok.Kind), r, "const")
	}
	switch tok.Kind {
	case kindString:
		x.explainText(r, tok)
	case kindNumber:
		x.leave(x.judgeNumber(r, tok))
	case kindArray:
		x.explainArray(r, i)
	case kindObject:
		x.explainObject(r, i)
	}
	for _, c := range r.inPlace {
		switch c.how {
		case allOf:
			for _, each := range c.rules {
				x.explain(each, i)
			}
		case anyOf:
			x.explainAlternatives(r, c, i, "anyOf")
		case oneOf:
			x.explainAlternatives(r, c, i, "oneOf")
		default:
			x.leave(x.combine(c, i))
		}
	}
}

// explainAlternatives tells what is wrong with the alternative that was meant, as
// [collector.alternatives] does of what jsonschema v5 says.
func (x *explainer) explainAlternatives(r *rule, c combination, i int, keyword string) {
	switch x.combine(c, i) {
	case yes:
		return
	case unknown:
		x.known = false
		return
	}
	among := choice{tape: x.tape, token: i, path: x.path, alternatives: alternativesOf(r.schema, keyword)}
	for _, each := range c.rules {
		if c.how == oneOf && x.branch(each, i) == yes {
			among.branches = nil // more than one allows the value
			break
		}
		among.branches = append(among.branches, x.failuresOf(each, i))
	}
	if meant := among.meant(); meant != nil {
		x.list = append(x.list, meant...)
		return
	}
	x.add(r, keyword, "")
}

// failuresOf returns what is wrong with the value at token i by an alternative.
func (x *explainer) failuresOf(r *rule, i int) []failure {
	if failures, ok := x.branches[judgement{r, i}]; ok || !x.known {
		return failures
	}
	alone := &explainer{tape: x.tape, path: slices.Clone(x.path), known: true, branches: x.branches}
	alone.explain(r, i)
	x.known = x.known && alone.known
	x.branches[judgement{r, i}] = alone.list
	return alone.list
}

// typed reports whether a value has a type that the rule allows.
func (t *tape) typed(r *rule, tok *token) verdict {
	if tok.Kind != kindNumber || !r.integer {
		return verdictOf(r.allowed.has(tok.Kind))
	}
	_, fraction, ok := t.integer(tok)
	if !ok {
		return unknown
	}
	return verdictOf(!fraction)
}

func (x *explainer) explainText(r *rule, tok *token) {
	text := x.said(tok)
	length := utf8.RuneCount(text)
	x.demand(verdictOf(length >= r.minLength), r, "minLength")
	x.demand(verdictOf(r.maxLength < 0 || length <= r.maxLength), r, "maxLength")
	x.demand(verdictOf(r.pattern == nil || r.pattern.match(text)), r, "pattern")
	x.demand(verdictOf(r.format == nil || r.format(text)), r, "format")
}

func (x *explainer) explainArray(r *rule, i int) {
	length := int(x.extra[i])
	x.demand(verdictOf(length >= r.minItems), r, "minItems")
	x.demand(verdictOf(r.maxItems < 0 || length <= r.maxItems), r, "maxItems")
	if r.unique && length > 1 {
		x.leave(x.distinct(i))
	}
	if r.hasContains {
		x.leave(x.judgeContains(r, i))
	}
	for n, item := range x.items(i) {
		x.within(strconv.Itoa(n), r.item(n), item)
	}
}

// within applies a rule to a member or an item.
func (x *explainer) within(segment string, r *rule, i int) {
	if r == nil || r.sure.has(x.tokens[i].Kind) {
		return
	}
	x.known = x.known && segment != "" // which the pointers of jsonschema v5 leave out
	x.path = append(x.path, segment)
	x.explain(r, i)
	x.path = x.path[:len(x.path)-1]
}

func (x *explainer) explainObject(r *rule, i int) {
	object := x.objects[x.extra[i]]
	count := int(object.count)
	for _, name := range r.schema.Required {
		if !object.named.has(x.names.find([]byte(name))) {
			x.add(r, "required", name)
		}
	}
	x.demand(verdictOf(count >= r.minMembers), r, "minProperties")
	x.demand(verdictOf(r.maxMembers < 0 || count <= r.maxMembers), r, "maxProperties")
	for _, need := range r.needs {
		if object.named.has(need.slot) {
			x.leave(verdictOf(object.named.contains(&need.required)))
			x.leave(x.judge(need.rule, i))
		}
	}
	if !r.walksMembers && !r.closed {
		return
	}
	for name, value := range x.members(i) {
		x.explainMember(r, name, value)
	}
}

func (x *explainer) explainMember(r *rule, name, value int) {
	if !r.simple {
		x.leave(x.judgeMember(r, name))
		return
	}
	slot := uint(x.extra[name])
	switch {
	case r.named.has(slot):
		x.within(x.textOf(name), r.members[slot], value)
	case r.closed:
		x.add(r, "additionalProperties", x.textOf(name))
	}
}
