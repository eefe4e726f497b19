package schema

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// words says what is wrong with the value at token i and what the schema wants.
func (f failure) words(t *tape, i int) string {
	subject := subjectOf(f.path)
	stated := subject + " is " + t.quoted(i)
	s := f.schema
	if s == nil || !speaksOf(f.keyword, t.tokens[i].Kind) {
		return f.breaks(subject)
	}
	wanted := func(otherwise string) string {
		if s.Title != "" {
			return stated + ", want " + s.Title
		}
		return stated + ", want " + otherwise
	}
	switch f.keyword {
	case "required":
		return fmt.Sprintf("%s has no member %q%s", subject, f.member, misspelt(f.member, t.memberNames(i), s.Properties))
	case "additionalProperties":
		if f.member == "" {
			return subject + " has a member that the schema does not allow"
		}
		return fmt.Sprintf("%s is not a member that the schema allows%s", subject, didYouMean(f.member, keys(s.Properties)))
	case "propertyNames":
		return fmt.Sprintf("the schema does not allow the name %s%s", strconv.Quote(shortened(f.member)), f.nameWanted())
	case "type":
		return wanted(typesOf(s.Types))
	case "enum":
		return stated + ", want one of " + listed(s.Enum) + t.suggestion(i, s.Enum)
	case "const":
		return stated + ", want " + quoted(s.Constant[0])
	case "pattern":
		return wanted(fmt.Sprintf("text that matches %q", s.Pattern))
	case "format":
		return wanted(fmt.Sprintf("text of the format %q", s.Format))
	case "minLength", "maxLength":
		text := t.textOf(i)
		if s.Title != "" && text == "" {
			return subject + " is empty, want " + s.Title
		}
		return outside(subject, utf8.RuneCountInString(text), "character", f.keyword == "minLength", s.MinLength, s.MaxLength)
	case "minItems", "maxItems":
		return outside(subject, int(t.extra[i]), "item", f.keyword == "minItems", s.MinItems, s.MaxItems)
	case "minProperties", "maxProperties":
		return outside(subject, len(t.memberNames(i)), "member", f.keyword == "minProperties", s.MinProperties, s.MaxProperties)
	case "minimum":
		return stated + ", want at least " + f.number(s.Minimum)
	case "maximum":
		return stated + ", want at most " + f.number(s.Maximum)
	case "exclusiveMinimum":
		return stated + ", want more than " + f.number(s.ExclusiveMinimum)
	case "exclusiveMaximum":
		return stated + ", want less than " + f.number(s.ExclusiveMaximum)
	case "multipleOf":
		return stated + ", want a multiple of " + f.number(s.MultipleOf)
	case "uniqueItems":
		return subject + " has an item twice"
	case "contains", "minContains":
		return fmt.Sprintf("%s has too few items of the kind that the schema asks for, want at least %d", subject, max(1, s.MinContains))
	case "maxContains":
		return fmt.Sprintf("%s has too many items of the kind that the schema counts, want at most %d", subject, s.MaxContains)
	case "dependentRequired", "dependencies":
		return fmt.Sprintf("%s has no member %q, which it needs since it has %q", subject, f.member, f.neededBy)
	case "additionalItems":
		return outside(subject, int(t.extra[i]), "item", false, 0, len(prefixOf(s)))
	case "contentEncoding":
		return wanted("text in " + s.ContentEncoding)
	case "contentMediaType":
		return wanted("text that holds " + s.ContentMediaType)
	case "contentSchema":
		if f.contentBreaks == "" {
			return wanted("text that holds JSON")
		}
		return fmt.Sprintf("what the text of %s holds breaks the schema's contentSchema %s", subject, f.contentBreaks)
	case "anyOf":
		if types := onlyTypes(s.AnyOf, t.tokens[i].Kind); types != nil {
			return wanted(typesOf(types))
		}
		return fmt.Sprintf("%s, which is none of the %d alternatives that the schema allows", stated, len(s.AnyOf))
	case "oneOf":
		if types := onlyTypes(s.OneOf, t.tokens[i].Kind); types != nil {
			return wanted(typesOf(types))
		}
		return fmt.Sprintf("%s, want exactly one of the schema's %d alternatives", stated, len(s.OneOf))
	case "false":
		return subject + " is not allowed by the schema"
	case "not":
		return stated + ", which the schema rules out"
	}
	return f.breaks(subject)
}

// breaks says which keyword something breaks, of which no more is known.
func (f failure) breaks(subject string) string {
	if f.keyword == "" {
		return subject + " breaks the schema"
	}
	return fmt.Sprintf("%s breaks the schema's %q", subject, f.keyword)
}

// nameWanted says what a name should be, as the end of a message.
func (f failure) nameWanted() string {
	s := f.schema
	switch f.nameBreaks {
	case "pattern":
		return fmt.Sprintf(", want one that matches %q", s.Pattern)
	case "format":
		return fmt.Sprintf(", want one of the format %q", s.Format)
	case "minLength":
		return ", want at least " + counted(s.MinLength, "character")
	case "maxLength":
		return ", want at most " + counted(s.MaxLength, "character")
	case "const":
		return ", want " + quoted(s.Constant[0])
	case "enum":
		return ", want one of " + listed(s.Enum) + didYouMean(f.member, textsOf(s.Enum))
	}
	return ""
}

// prefixOf returns the schemas of the first items in drafts up to 2019-09.
func prefixOf(s *jsonschema.Schema) []*jsonschema.Schema {
	prefix, _ := s.Items.([]*jsonschema.Schema)
	return prefix
}

// onlyTypes returns the types that alternatives ask for, if each asks for some and none
// of them is that of the value.
func onlyTypes(alternatives []*jsonschema.Schema, k kind) (types []string) {
	for _, s := range alternatives {
		for n := 0; len(s.Types) == 0 && s.Ref != nil && n < followed; n++ {
			s = s.Ref
		}
		if len(s.Types) == 0 {
			return nil
		}
		for _, t := range s.Types {
			switch {
			case t == typeOf(k) || t == "integer" && k == kindNumber:
				return nil
			case !slices.Contains(types, t):
				types = append(types, t)
			}
		}
	}
	return types
}

// typeOf returns the type of a kind, "number" of integers too.
func typeOf(k kind) string {
	switch k {
	case kindNull:
		return "null"
	case kindFalse, kindTrue:
		return "boolean"
	case kindNumber:
		return "number"
	case kindArray:
		return "array"
	case kindObject:
		return "object"
	}
	return "string"
}

// number writes the number of a keyword as it stands in the schema, or what it comes to
// where that is not known, as in schemas of the drafts themselves.
func (f failure) number(value *big.Rat) string {
	if written := numberOf(f.schema, f.keyword); written != "" {
		return shortened(written)
	}
	return value.RatString()
}

// speaksOf reports whether a keyword can be about a value of a kind. It always should
// be, but jsonschema v5 leaves members whose name is empty out of its locations,
// and so may name the object instead of the member.
func speaksOf(keyword string, k kind) bool {
	switch keyword {
	case "minLength", "maxLength", "pattern", "format":
		return k == kindString
	case "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains":
		return k == kindArray
	case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf":
		return k == kindNumber
	case "required", "dependentRequired", "dependencies", "minProperties", "maxProperties":
		return k == kindObject
	}
	return true
}

// outside says that something has too few or too many parts.
func outside(subject string, has int, noun string, few bool, least, most int) string {
	if few {
		return fmt.Sprintf("%s has %s, want at least %d", subject, counted(has, noun), least)
	}
	return fmt.Sprintf("%s has %s, want at most %d", subject, counted(has, noun), most)
}

// quoted shows the value at token i in a message; objects and arrays by what
// they are.
func (t *tape) quoted(i int) string {
	switch t.tokens[i].Kind {
	case kindObject:
		return "an object"
	case kindArray:
		return "an array"
	case kindString:
		return strconv.Quote(shortened(t.textOf(i)))
	}
	start, end := t.span(i)
	return shortened(string(t.text[start:end]))
}

// memberNames returns the names of the members of the object at token i, in
// order and each once.
func (t *tape) memberNames(i int) []string {
	var names []string
	for name := range t.members(i) {
		names = append(names, t.textOf(name))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// suggestion returns the text of an enum that the text at token i is nearest to.
func (t *tape) suggestion(i int, enum []any) string {
	if t.tokens[i].Kind != kindString {
		return ""
	}
	return didYouMean(t.textOf(i), textsOf(enum))
}

// textsOf returns the values of an enum that are text.
func textsOf(enum []any) (texts []string) {
	for _, value := range enum {
		if s, ok := value.(string); ok {
			texts = append(texts, s)
		}
	}
	return texts
}

// plainName is a member name that needs no quotes in a message.
var plainName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,40}$`)

// theRecord is the subject of what is said of a whole record.
const theRecord = "the record"

// subjectOf names a value as people do: sources[0].uri.
func subjectOf(path []string) string {
	if len(path) == 0 {
		return theRecord
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

// quoted shows a value of a schema in a message.
func quoted(value any) string {
	switch value := value.(type) {
	case map[string]any:
		return "a certain object"
	case []any:
		return "a certain array"
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

// typeNames are the types as messages name them.
var typeNames = map[string]string{
	"string": "a string", "number": "a number", "integer": "an integer", "boolean": "true or false",
	"object": "an object", "array": "an array", "null": "null",
}

// typesOf lists the types of a schema: "a string or null".
func typesOf(types []string) string {
	named := make([]string, len(types))
	for i, t := range types {
		named[i] = typeNames[t]
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

// misspelt suggests a member that the schema does not know as the one that is
// missing.
func misspelt[T any](missing string, members []string, known map[string]T) string {
	const most = 1000
	if len(members) > most {
		return ""
	}
	strange := slices.DeleteFunc(members, func(name string) bool {
		_, ok := known[name]
		return ok
	})
	if near, ok := text.Nearest(missing, strange); ok {
		return fmt.Sprintf(" (is it %q?)", near)
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
