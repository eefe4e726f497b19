package schema

import (
	"iter"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// children yields every schema that another one applies. Some may be nil.
func children(s *jsonschema.Schema) iter.Seq[*jsonschema.Schema] {
	return func(yield func(*jsonschema.Schema) bool) {
		single := []*jsonschema.Schema{
			s.Ref, s.RecursiveRef, s.DynamicRef, s.Not, s.If, s.Then, s.Else,
			s.PropertyNames, s.UnevaluatedProperties,
			s.Items2020, s.Contains, s.UnevaluatedItems, s.ContentSchema,
		}
		for _, list := range [][]*jsonschema.Schema{single, s.AllOf, s.AnyOf, s.OneOf, s.PrefixItems} {
			for _, child := range list {
				if !yield(child) {
					return
				}
			}
		}
		for _, child := range s.Properties {
			if !yield(child) {
				return
			}
		}
		for _, child := range s.PatternProperties {
			if !yield(child) {
				return
			}
		}
		for _, child := range s.DependentSchemas {
			if !yield(child) {
				return
			}
		}
		for _, either := range []any{s.AdditionalProperties, s.Items, s.AdditionalItems} {
			switch either := either.(type) {
			case *jsonschema.Schema:
				if !yield(either) {
					return
				}
			case []*jsonschema.Schema:
				for _, child := range either {
					if !yield(child) {
						return
					}
				}
			}
		}
		for _, either := range s.Dependencies {
			if child, ok := either.(*jsonschema.Schema); ok && !yield(child) {
				return
			}
		}
	}
}
