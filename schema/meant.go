package schema

import (
	"encoding/json"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// choice is a value that none of several alternatives allows.
type choice struct {
	*tape
	token        int
	path         []string // of the value
	alternatives []*jsonschema.Schema
	branches     [][]failure // what is wrong with the value by each of them
}

// meant returns what is wrong with the alternative that was meant, nil if that is not
// clear. It is the only one for values of that type; else the one that a member names by
// its const or enum; else, of those that no constant rules out, the one that fails last.
func (c *choice) meant() []failure {
	if len(c.branches) == 0 || len(c.branches) != len(c.alternatives) {
		return nil
	}
	possible := without(c.branches, func(f failure) bool { return len(f.path) == len(c.path) && f.isOfType() })
	if len(possible) == 1 {
		return possible[0]
	}
	if meant := c.constants(possible); meant != nil {
		return meant
	}
	if meant := c.named(); meant != nil {
		return meant
	}
	for depth := len(c.path); depth <= len(c.path)+1; depth++ {
		if likely := without(possible, func(f failure) bool { return len(f.path) == depth && f.isOfConstant() }); len(likely) > 0 {
			possible = likely
		}
		if len(possible) == 1 {
			return possible[0]
		}
	}
	return c.failsLast(possible)
}

// without returns the branches none of whose failures is such a one.
func without(branches [][]failure, such func(failure) bool) [][]failure {
	return slices.DeleteFunc(slices.Clone(branches), func(failures []failure) bool {
		return slices.ContainsFunc(failures, such)
	})
}

func (f failure) isOfType() bool { return f.keyword == "type" || f.keyword == "false" }

func (f failure) isOfConstant() bool { return f.keyword == "const" || f.keyword == "enum" }

// constants returns that the value is none of the constants of which every branch wants
// one, as one failure; nil if some want anything else.
func (c *choice) constants(branches [][]failure) []failure {
	var constants []any
	for _, branch := range branches {
		at := slices.IndexFunc(branch, func(f failure) bool {
			return len(f.path) == len(c.path) && f.isOfConstant() && f.schema != nil
		})
		if at < 0 {
			return nil
		}
		constants = append(constants, constantsOf(branch[at].schema)...)
	}
	return noneOf(c.path, constants)
}

// noneOf returns the failure of a value to be one of some constants, nil if there are none
// that can be listed.
func noneOf(path []string, constants []any) []failure {
	listed := distinct(constants)
	if len(listed) == 0 {
		return nil
	}
	return []failure{{path: slices.Clone(path), keyword: "enum", schema: &jsonschema.Schema{Enum: listed}}}
}

// constantsOf returns the values that a schema allows, nil if it does not list them.
func constantsOf(s *jsonschema.Schema) []any { return slices.Concat(s.Constant, s.Enum) }

// named returns what is wrong with the alternative that a member names. Of several
// such members the one counts that most alternatives speak of. A member that all speak
// of and that names none is itself what is wrong.
func (c *choice) named() (meant []failure) {
	most := 0
	for name, value := range c.members(c.token) {
		speaking, naming, at := 0, 0, 0
		var constants []any
		member := c.textOf(name)
		for n, alternative := range c.alternatives {
			own := memberConstants(alternative, member, followed)
			if len(own) == 0 {
				continue
			}
			speaking++
			constants = append(constants, own...)
			if slices.ContainsFunc(own, func(constant any) bool { return c.is(value, constant) }) {
				naming, at = naming+1, n
			}
		}
		switch {
		case speaking <= most:
		case naming == 1:
			most, meant = speaking, c.branches[at]
		case naming == 0 && speaking == len(c.alternatives):
			most, meant = speaking, noneOf(append(slices.Clip(c.path), member), constants)
		}
	}
	return meant
}

// followed is through how many $ref and allOf the constants of a member are looked for.
const followed = 8

// memberConstants returns the values that a schema allows a member, nil if it does not
// list them.
func memberConstants(s *jsonschema.Schema, member string, follow int) []any {
	if s == nil || follow == 0 {
		return nil
	}
	if property := s.Properties[member]; property != nil {
		for ; property.Ref != nil && follow > 0; follow-- {
			property = property.Ref
		}
		if constants := constantsOf(property); len(constants) > 0 {
			return constants
		}
	}
	for _, next := range append([]*jsonschema.Schema{s.Ref}, s.AllOf...) {
		if constants := memberConstants(next, member, follow-1); constants != nil {
			return constants
		}
	}
	return nil
}

// is reports whether the value at token i is a constant, as far as constants tell
// alternatives apart: a number as it is written, no object and no array.
func (t *tape) is(i int, constant any) bool {
	tok := t.tokens[i]
	switch constant := constant.(type) {
	case nil:
		return tok.Kind == kindNull
	case bool:
		return tok.Kind == kindTrue && constant || tok.Kind == kindFalse && !constant
	case string:
		return tok.Kind == kindString && t.says(i, constant)
	case json.Number:
		return tok.Kind == kindNumber && string(t.text[tok.Start:tok.End]) == string(constant)
	}
	return false
}

// distinct returns each value once, with objects and arrays left out.
func distinct(values []any) (list []any) {
	for _, value := range values {
		switch value.(type) {
		case map[string]any, []any:
			continue
		}
		if !slices.Contains(list, value) {
			list = append(list, value)
		}
	}
	return list
}

// failsLast returns the failures of the branch whose shallowest failure is deepest in the
// value, of equals the one with the fewest; nil of none, of two, and of a value that
// holds nothing to get to.
func (c *choice) failsLast(branches [][]failure) []failure {
	if k := c.tokens[c.token].Kind; k != kindObject && k != kindArray {
		return nil
	}
	var last []failure
	tied := false
	for _, branch := range branches {
		switch order := compareBranches(branch, last); {
		case order > 0 || last == nil:
			last, tied = branch, false
		case order == 0:
			tied = true
		}
	}
	if tied {
		return nil
	}
	return last
}

// compareBranches is positive if branch a gets further than b.
func compareBranches(a, b []failure) int {
	depthA, countA := reach(a)
	depthB, countB := reach(b)
	if depthA != depthB {
		return depthA - depthB
	}
	return countB - countA
}

// reach returns how deep the shallowest of failures is, and their number without repeats.
func reach(failures []failure) (depth, count int) {
	if len(failures) == 0 {
		return -1, 0
	}
	sorted := slices.SortedFunc(slices.Values(failures), compareFailures)
	sorted = slices.CompactFunc(sorted, func(a, b failure) bool { return compareFailures(a, b) == 0 })
	depth = len(sorted[0].path)
	for _, f := range sorted {
		depth = min(depth, len(f.path))
	}
	return depth, len(sorted)
}
