package schema

import (
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// What jsonschema v5 takes to judge a record is counted in steps of about 0.1 µs. It may
// take so many for each value of the record, and so many more, which is less than a second
// for a record of 100 KB.
const (
	stepsPerValue = 96
	stepsAtLeast  = 1 << 22
)

// tooCostly returns an error if jsonschema v5 would take very long to judge the record on
// a tape, which it cannot be stopped from: where alternatives lie within alternatives,
// the time doubles with each level of the record.
func (s *Schema) tooCostly(t *tape) error {
	most := stepsPerValue*len(t.tokens) + stepsAtLeast
	c := &costs{tape: t, most: most, known: map[application]int{}}
	if c.of(s.judge, 0) < most {
		return nil
	}
	at := c.costliest(application{s.judge, 0})
	start, _ := t.span(at.token)
	return &RecordError{Offset: start, TooCostly: true, Message: "to judge this value by the schema takes too long, since alternatives lie within alternatives; " +
		"give them a member with a const that tells them apart, or nest the value less deep"}
}

// costs counts the steps in which subschemas are applied to values, up to a limit.
type costs struct {
	*tape
	most  int
	known map[application]int
	depth int // of applications within each other
}

// application is a subschema applied to the value at a token.
type application struct {
	schema *jsonschema.Schema
	token  int
}

// of counts the steps of an application and of those that it brings about.
func (c *costs) of(s *jsonschema.Schema, i int) int {
	at := application{s, i}
	if known, ok := c.known[at]; ok {
		return known
	}
	c.depth++
	sum := c.own(i)
	c.known[at] = sum // a schema that applies itself to the same value is not followed
	for next := range c.next(at) {
		if sum += c.of(next.schema, next.token); sum >= c.most {
			sum = c.most
			break
		}
	}
	c.depth--
	c.known[at] = sum
	return sum
}

// own counts the steps of one application alone: it lists what the value holds, to know
// what is not evaluated, and joins the names of the applications around it if it fails.
func (c *costs) own(i int) int {
	const each, joinedInAStep = 16, 64
	tok := &c.tokens[i]
	held := 0
	switch tok.Kind {
	case kindArray:
		held = int(c.extra[i])
	case kindObject:
		held = int(c.objects[c.extra[i]].count)
	}
	return each + held + c.depth*c.depth/joinedInAStep
}

// costliest returns the innermost value to which subschemas are applied too often.
func (c *costs) costliest(at application) application {
	met := map[application]bool{}
	for {
		met[at] = true
		inner := at
		for next := range c.next(at) {
			if c.known[next] >= c.most && !met[next] {
				inner = next
				break
			}
		}
		if inner == at {
			return at
		}
		at = inner
	}
}

// next yields the applications that one brings about directly: of any subschema to
// the same value or to one in it. Some that never come about are among them.
func (c *costs) next(at application) func(yield func(application) bool) {
	return func(yield func(application) bool) {
		tok := &c.tokens[at.token]
		for child := range inPlaceChildren(at.schema) {
			if !yield(application{child, at.token}) {
				return
			}
		}
		switch tok.Kind {
		case kindArray:
			for n, item := range c.items(at.token) {
				for child := range itemChildren(at.schema, n) {
					if !yield(application{child, item}) {
						return
					}
				}
			}
		case kindObject:
			for name, value := range c.members(at.token) {
				called := c.textOf(name)
				for child := range memberChildren(at.schema, &called) {
					if !yield(application{child, value}) {
						return
					}
				}
			}
		}
	}
}
