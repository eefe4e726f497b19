package schema

import (
	"encoding/json"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// asWritten keeps with a schema the numbers that its values are held against, as they are
// written in it: jsonschema v5 keeps only what they come to. To v5 it is an extension that
// asserts nothing.
type asWritten map[string]string

const asWrittenName = "numbers as they are written"

// Compile implements [jsonschema.ExtCompiler].
func (asWritten) Compile(_ jsonschema.CompilerContext, schema map[string]any) (jsonschema.ExtSchema, error) {
	numbers := asWritten{}
	for _, keyword := range []string{"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"} {
		if number, ok := schema[keyword].(json.Number); ok {
			numbers[keyword] = string(number)
		}
	}
	for bound, exclusive := range map[string]string{"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"} {
		if schema[exclusive] == true { // as draft 04 has it
			numbers[exclusive] = numbers[bound]
		}
	}
	if len(numbers) == 0 {
		return nil, nil
	}
	return numbers, nil
}

// Validate implements [jsonschema.ExtSchema].
func (asWritten) Validate(jsonschema.ValidationContext, any) error { return nil }

// numberOf returns the number of a keyword as it is written, "" if that is not known.
func numberOf(s *jsonschema.Schema, keyword string) string {
	numbers, _ := s.Extensions[asWrittenName].(asWritten)
	return numbers[keyword]
}
