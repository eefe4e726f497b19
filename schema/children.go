package schema

import (
	"iter"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// children yields every schema that another one applies.
func children(s *jsonschema.Schema) iter.Seq[*jsonschema.Schema] {
	return func(yield func(*jsonschema.Schema) bool) {
		for _, list := range []iter.Seq[*jsonschema.Schema]{inPlaceChildren(s), itemChildren(s, -1), memberChildren(s, nil)} {
			for child := range list {
				if !yield(child) {
					return
				}
			}
		}
		if s.ContentSchema != nil {
			yield(s.ContentSchema)
		}
	}
}

// inPlaceChildren yields the schemas that another one applies to the value that it is
// itself applied to.
func inPlaceChildren(s *jsonschema.Schema) iter.Seq[*jsonschema.Schema] {
	return func(yield func(*jsonschema.Schema) bool) {
		single := []*jsonschema.Schema{s.Ref, s.RecursiveRef, s.DynamicRef, s.Not, s.If, s.Then, s.Else}
		for _, list := range [][]*jsonschema.Schema{single, s.AllOf, s.AnyOf, s.OneOf} {
			if !yieldThose(list, yield) {
				return
			}
		}
		for _, child := range s.DependentSchemas {
			if !yield(child) {
				return
			}
		}
		for _, either := range s.Dependencies {
			if !yieldThose(schemasIn(either), yield) {
				return
			}
		}
	}
}

// itemChildren yields the schemas that another one applies to item n of an array, or
// to any item if n is negative.
func itemChildren(s *jsonschema.Schema, n int) iter.Seq[*jsonschema.Schema] {
	return func(yield func(*jsonschema.Schema) bool) {
		if !yieldThose([]*jsonschema.Schema{s.Contains, s.UnevaluatedItems}, yield) {
			return
		}
		prefix, rest := s.PrefixItems, []*jsonschema.Schema{s.Items2020}
		if _, isOne := s.Items.(*jsonschema.Schema); isOne {
			rest = append(rest, schemasIn(s.Items)...)
		} else {
			prefix = append(prefix[:len(prefix):len(prefix)], schemasIn(s.Items)...)
		}
		rest = append(rest, schemasIn(s.AdditionalItems)...)
		switch {
		case n < 0:
			_ = yieldThose(prefix, yield) && yieldThose(rest, yield)
		case n < len(prefix):
			yieldThose(prefix[n:n+1], yield)
		default:
			yieldThose(rest, yield)
		}
	}
}

// memberChildren yields the schemas that another one applies to the member of a name,
// or to any member if the name is nil.
func memberChildren(s *jsonschema.Schema, name *string) iter.Seq[*jsonschema.Schema] {
	return func(yield func(*jsonschema.Schema) bool) {
		if !yieldThose([]*jsonschema.Schema{s.PropertyNames, s.UnevaluatedProperties}, yield) {
			return
		}
		known := false
		for property, child := range s.Properties {
			if name == nil || property == *name {
				known = true
				if !yield(child) {
					return
				}
			}
		}
		for pattern, child := range s.PatternProperties {
			if name == nil || pattern.MatchString(*name) {
				known = true
				if !yield(child) {
					return
				}
			}
		}
		if name == nil || !known {
			yieldThose(schemasIn(s.AdditionalProperties), yield)
		}
	}
}

// schemasIn returns what a keyword holds that may be a schema, several or none.
func schemasIn(either any) []*jsonschema.Schema {
	switch either := either.(type) {
	case *jsonschema.Schema:
		return []*jsonschema.Schema{either}
	case []*jsonschema.Schema:
		return either
	}
	return nil
}

// yieldThose yields the schemas of a list that are not nil, and reports whether more
// are wanted.
func yieldThose(list []*jsonschema.Schema, yield func(*jsonschema.Schema) bool) bool {
	for _, child := range list {
		if child != nil && !yield(child) {
			return false
		}
	}
	return true
}
