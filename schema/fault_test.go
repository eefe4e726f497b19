package schema

import (
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// faults are mistakes that a plan could be made with, each as a change to a rule.
var faults = []struct {
	name  string
	plant func(r *rule)
}{
	{"required forgotten", func(r *rule) { r.required = nameSet{} }},
	{"the first required name forgotten", func(r *rule) { r.required.low &= r.required.low - 1 }},
	{"closed objects left open", func(r *rule) { r.closed = false }},
	{"additionalProperties not applied", func(r *rule) { r.others = nil }},
	{"patternProperties not applied", func(r *rule) { r.patterns = nil }},
	{"propertyNames not applied", func(r *rule) { r.names = nil }},
	{"a property not applied", func(r *rule) {
		for slot := range uint(len(r.members)) {
			if r.named.has(slot) {
				r.members[slot] = nil
				return
			}
		}
	}},
	{"minProperties one less", func(r *rule) { r.minMembers = max(r.minMembers-1, -1) }},
	{"maxProperties one more", func(r *rule) { r.maxMembers = oneMore(r.maxMembers) }},
	{"dependencies not applied", func(r *rule) { r.needs = nil }},
	{"dependentSchemas not applied", func(r *rule) {
		for i := range r.needs {
			r.needs[i].rule = nil
		}
	}},
	{"items not applied", func(r *rule) { r.items = nil }},
	{"prefixItems shifted", func(r *rule) { r.prefix = r.prefix[min(1, len(r.prefix)):] }},
	{"contains not counted", func(r *rule) { r.minContains, r.maxContains = 0, -1 }},
	{"maxContains one more", func(r *rule) { r.maxContains = oneMore(r.maxContains) }},
	{"minItems one less", func(r *rule) { r.minItems-- }},
	{"maxItems one more", func(r *rule) { r.maxItems = oneMore(r.maxItems) }},
	{"uniqueItems forgotten", func(r *rule) { r.unique = false }},
	{"minLength one less", func(r *rule) { r.minLength-- }},
	{"maxLength one more", func(r *rule) { r.maxLength = oneMore(r.maxLength) }},
	{"pattern not applied", func(r *rule) { r.pattern = nil }},
	{"format not asserted", func(r *rule) { r.format = nil }},
	{"enum with one value more", func(r *rule) {
		if r.values != nil {
			r.values.strings = append(r.values.strings, "b")
		}
	}},
	{"enum without its first text", func(r *rule) {
		if r.values != nil && len(r.values.strings) > 0 {
			r.values.strings = r.values.strings[1:]
		}
	}},
	{"const ignored", func(r *rule) { r.equals = nil }},
	{"strings allowed everywhere", func(r *rule) { r.allowed |= setOf(kindString) }},
	{"numbers for integers", func(r *rule) { r.integer = false }},
	{"exclusive bounds included", func(r *rule) {
		for i := range r.bounds {
			r.bounds[i].exclusive = false
		}
	}},
	{"bounds off by one", func(r *rule) {
		for i := range r.bounds {
			r.bounds[i].limit++
		}
	}},
	{"what is unknown taken for known", func(r *rule) { r.opaque = noKind }},
	{"allOf as anyOf", change(allOf, anyOf)},
	{"anyOf as allOf", change(anyOf, allOf)},
	{"oneOf as anyOf", change(oneOf, anyOf)},
	{"not ignored", func(r *rule) {
		r.inPlace = slices.DeleteFunc(r.inPlace, func(c combination) bool { return c.how == notAny })
	}},
	{"then and else swapped", func(r *rule) {
		for _, c := range r.inPlace {
			if c.how == ifThenElse {
				c.rules[1], c.rules[2] = c.rules[2], c.rules[1]
			}
		}
	}},
	{"then not applied", func(r *rule) {
		for _, c := range r.inPlace {
			if c.how == ifThenElse {
				c.rules[1] = nil
			}
		}
	}},
}

func oneMore(n int) int {
	if n < 0 {
		return n
	}
	return n + 1
}

// change mistakes one way of combining rules for another.
func change(from, to combining) func(*rule) {
	return func(r *rule) {
		for i := range r.inPlace {
			if r.inPlace[i].how == from {
				r.inPlace[i].how = to
			}
		}
	}
}

// The comparison with jsonschema v5 is only worth something if it would find a
// mistake in the plan: here are some, one at a time.
func TestComparisonWithV5FindsPlantedFaults(t *testing.T) {
	var of *jsonschema.Schema
	spoiled := make([]*plan, len(faults))
	found := make([]bool, len(faults))
	pairs(1, 4000, 20, func(text []byte, _ *plan, judge *jsonschema.Schema, record []byte) bool {
		for i, fault := range faults {
			if found[i] {
				continue
			}
			if judge != of {
				spoiled[i] = planWith(judge, fault.plant)
			}
			found[i] = disagreement(spoiled[i], judge, record) != ""
		}
		of = judge
		return slices.Contains(found, false)
	})
	for i, fault := range faults {
		if !found[i] {
			t.Errorf("%s: not found", fault.name)
		}
	}
}

// planWith is newPlan with a fault in every rule.
func planWith(s *jsonschema.Schema, plant func(*rule)) *plan {
	c := &planner{names: new(vocabulary), rules: make(map[*jsonschema.Schema]*rule)}
	root := c.compile(s)
	planted := map[*rule]bool{}
	for _, r := range c.rules {
		if !planted[r] {
			plant(r)
			planted[r] = true
		}
	}
	return c.finish(root)
}
