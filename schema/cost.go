package schema

import (
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// The most times that jsonschema v5 may apply a subschema to a value of one record:
// so many for each value, and so many more. It takes up to 100 µs for each.
const (
	applicationsPerValue = 64
	applicationsAtLeast  = 1 << 14
)

// tooCostly returns an error if jsonschema v5 would apply subschemas to the record on
// a tape very often, which it cannot be stopped from: where alternatives lie within
// alternatives, their number doubles with each level of the record.
func (s *Schema) tooCostly(t *tape) error {
	most := applicationsPerValue*len(t.tokens) + applicationsAtLeast
	c := &costs{tape: t, most: most, known: map[application]int{}}
	if c.of(s.judge, 0) < most {
		return nil
	}
	at := c.costliest(application{s.judge, 0})
	start, _ := t.span(at.token)
	return &RecordError{Offset: start, TooCostly: true, Message: fmt.Sprintf(
		"the schema's alternatives lie within each other, so that it would be applied more than %d times to this value; give them a member with a const that tells them apart", most)}
}

// costs counts how often subschemas are applied to values, up to a limit.
type costs struct {
	*tape
	most  int
	known map[application]int
}

// application is a subschema applied to the value at a token.
type application struct {
	schema *jsonschema.Schema
	token  int
}

// of counts the applications that one brings about, itself included.
func (c *costs) of(s *jsonschema.Schema, i int) int {
	at := application{s, i}
	if known, ok := c.known[at]; ok {
		return known
	}
	c.known[at] = 1 // a schema that applies itself to the same value is not followed
	sum := 1
	for next := range c.next(at) {
		if sum += c.of(next.schema, next.token); sum >= c.most {
			sum = c.most
			break
		}
	}
	c.known[at] = sum
	return sum
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
		switch tok.kind {
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
