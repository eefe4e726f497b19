package schema

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// words says what is wrong with value and what the schema wants.
func (f failure) words(value any) string {
	subject := subjectOf(f.path)
	stated := subject + " is " + quoted(value)
	s := f.schema
	if s == nil {
		return subject + ": " + f.message
	}
	switch f.keyword {
	case "required":
		return fmt.Sprintf("%s has no member %q%s", subject, f.member, misspelt(f.member, value, s.Properties))
	case "additionalProperties":
		return fmt.Sprintf("%s is not a member that the schema allows%s", subject, didYouMean(f.member, keys(s.Properties)))
	case "propertyNames":
		return fmt.Sprintf("the schema does not allow the name %s: %s", strconv.Quote(shortened(f.member)), f.message)
	case "type":
		if s.Title != "" {
			return stated + ", want " + s.Title
		}
		return stated + ", want " + typesOf(s.Types)
	case "enum":
		return stated + ", want one of " + listed(s.Enum) + enumSuggestion(value, s.Enum)
	case "const":
		return stated + ", want " + quoted(s.Constant[0])
	case "pattern":
		if s.Title != "" {
			return stated + ", want " + s.Title
		}
		return fmt.Sprintf("%s, want text that matches %q", stated, s.Pattern)
	case "format":
		if s.Title != "" {
			return stated + ", want " + s.Title
		}
		return fmt.Sprintf("%s, want text of the format %q", stated, s.Format)
	case "minLength", "maxLength":
		if s.Title != "" && f.keyword == "minLength" && value == "" {
			return subject + " is empty, want " + s.Title
		}
		text, _ := value.(string)
		return fmt.Sprintf("%s has %s, want %s", subject, counted(utf8.RuneCountInString(text), "character"), limit(f.keyword == "minLength", s.MinLength, s.MaxLength))
	case "minItems", "maxItems":
		items, _ := value.([]any)
		return fmt.Sprintf("%s has %s, want %s", subject, counted(len(items), "item"), limit(f.keyword == "minItems", s.MinItems, s.MaxItems))
	case "minProperties", "maxProperties":
		object, _ := value.(map[string]any)
		return fmt.Sprintf("%s has %s, want %s", subject, counted(len(object), "member"), limit(f.keyword == "minProperties", s.MinProperties, s.MaxProperties))
	case "anyOf":
		return fmt.Sprintf("%s, which is none of the %d alternatives that the schema allows", stated, len(s.AnyOf))
	case "oneOf":
		return fmt.Sprintf("%s, want exactly one of the schema's %d alternatives: %s", stated, len(s.OneOf), f.message)
	case "false":
		return subject + " is not allowed by the schema"
	case "not":
		return stated + ", which the schema rules out"
	}
	return stated + ": " + f.message
}

// plainName is a member name that needs no quotes in a message.
var plainName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,40}$`)

// subjectOf names a value as people do: sources[0].uri.
func subjectOf(path []string) string {
	if len(path) == 0 {
		return "the record"
	}
	var b strings.Builder
	for i, segment := range path {
		_, err := strconv.ParseUint(segment, 10, 32)
		switch {
		case err == nil:
			fmt.Fprintf(&b, "[%s]", segment)
		case !plainName.MatchString(segment):
			fmt.Fprintf(&b, "[%s]", strconv.Quote(shortened(segment)))
		case i > 0:
			b.WriteString("." + segment)
		default:
			b.WriteString(segment)
		}
	}
	return b.String()
}

// quoted shows a value in a message; objects and arrays by what they are.
func quoted(value any) string {
	switch value := value.(type) {
	case map[string]any:
		return "an object"
	case []any:
		return "an array"
	case string:
		return strconv.Quote(shortened(value))
	case nil:
		return "null"
	}
	return shortened(fmt.Sprint(value))
}

// shortened cuts a text after 80 code points.
func shortened(text string) string {
	const longest = 80
	count := 0
	for i := range text {
		if count == longest {
			return text[:i] + "…"
		}
		count++
	}
	return text
}

// typesOf lists the types of a schema: "a string or null".
func typesOf(types []string) string {
	articles := map[string]string{
		"string": "a string", "number": "a number", "integer": "an integer", "boolean": "true or false",
		"object": "an object", "array": "an array", "null": "null",
	}
	named := make([]string, len(types))
	for i, t := range types {
		named[i] = articles[t]
	}
	return strings.Join(named, " or ")
}

// listed lists the values of an enum.
func listed(values []any) string {
	const most = 20
	shown := make([]string, 0, most+1)
	for i, value := range values {
		if i == most {
			shown = append(shown, "…")
			break
		}
		if s, ok := value.(string); ok && plainName.MatchString(s) {
			shown = append(shown, s)
		} else {
			shown = append(shown, quoted(value))
		}
	}
	return strings.Join(shown, ", ")
}

func enumSuggestion(value any, enum []any) string {
	word, ok := value.(string)
	if !ok {
		return ""
	}
	var words []string
	for _, candidate := range enum {
		if s, ok := candidate.(string); ok {
			words = append(words, s)
		}
	}
	return didYouMean(word, words)
}

// misspelt suggests a member of an object that the schema does not know as the
// one that is missing.
func misspelt[T any](missing string, value any, known map[string]T) string {
	const most = 1000
	object, _ := value.(map[string]any)
	if len(object) > most {
		return ""
	}
	var strange []string
	for name := range object {
		if _, ok := known[name]; !ok {
			strange = append(strange, name)
		}
	}
	if near, ok := nearest(missing, strange); ok {
		return fmt.Sprintf(", is it %q?", near)
	}
	return ""
}

func keys[T any](m map[string]T) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	return names
}

func counted(n int, noun string) string {
	switch n {
	case 0:
		return "no " + noun + "s"
	case 1:
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func limit(lower bool, least, most int) string {
	if lower {
		return fmt.Sprintf("at least %d", least)
	}
	return fmt.Sprintf("at most %d", most)
}
