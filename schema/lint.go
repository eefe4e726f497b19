package schema

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/jsontext"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// SchemaError is one reason why a schema was refused, and its place.
type SchemaError struct {
	Name    string // of the schema, as it was given to Compile or referred to
	Line    int    // from 1; 0 if the place is not known
	Column  int    // from 1, in code points
	Pointer string // RFC 6901; "" is the whole schema
	Message string
	cause   error
}

// Error gives the place and the message.
func (e *SchemaError) Error() string {
	where := e.Name
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", e.Name, e.Line, e.Column)
	}
	if e.Pointer != "" {
		where += ": " + e.Pointer
	}
	return where + ": " + e.Message
}

// Unwrap returns the error of jsonschema v5 or of the file system that caused it, if any.
func (e *SchemaError) Unwrap() error { return e.cause }

// linter looks for what jsonschema v5 would pass over in silence.
type linter struct {
	*tape
	file     string
	folder   string // of the schema, below that of all
	draft    draft
	keywords map[string]keyword
	ids      []string       // of the schema and of those in it
	problems []*SchemaError // that refuse it
	warnings []*SchemaError
}

// maxSchemaDepth is how deep a schema may be nested.
const maxSchemaDepth = 256

// lint returns the problems of a schema's text as one error, and what it only warns of.
func lint(file, at string, text []byte) (warnings []*SchemaError, err error) {
	l := &linter{tape: newTape(maxSchemaDepth, nil), file: file, folder: path.Dir(at), draft: draft2020, keywords: keywords()}
	if err := l.read(text); err != nil {
		position := positionOf(text, err.Offset)
		return nil, &SchemaError{Name: file, Line: position.Line, Column: position.Column, Message: "the schema is not JSON: " + err.Message, cause: err}
	}
	if i, ok := l.child(0, "$schema"); ok && l.tokens[i].Kind == kindString {
		named, known := draftNamed(l.textOf(i))
		if !known {
			l.report(i, "/$schema", fmt.Sprintf("%q is not a draft that is known here, want %q or that of 2019-09, 07, 06 or 04", l.textOf(i), jsonschema.Draft2020.URL()))
			return nil, joined(file, l.problems)
		}
		l.draft = named
	}
	l.names()
	l.schema(0, "")
	return l.warnings, joined(file, l.problems)
}

// maxProblems is how many problems of one schema are told one by one.
const maxProblems = 20

// joined makes one error of problems, nil of none.
func joined(file string, problems []*SchemaError) error {
	var list []error
	for i, problem := range problems {
		if i == maxProblems {
			list = append(list, &SchemaError{Name: file, Message: fmt.Sprintf("and %d more", len(problems)-maxProblems)})
			break
		}
		list = append(list, problem)
	}
	return errors.Join(list...)
}

// report notes a problem with the token at i.
func (l *linter) report(i int, pointer, message string) {
	l.problems = append(l.problems, l.problem(i, pointer, message))
}

// warn notes what is odd about the token at i, and changes no verdict.
func (l *linter) warn(i int, pointer, message string) {
	l.warnings = append(l.warnings, l.problem(i, pointer, message))
}

func (l *linter) problem(i int, pointer, message string) *SchemaError {
	at := positionOf(l.text, l.offset(i))
	return &SchemaError{Name: l.file, Line: at.Line, Column: at.Column, Pointer: pointer, Message: message}
}

// names collects the ids of the schemas, and reports members given twice.
func (l *linter) names() {
	for i, tok := range l.tokens {
		if tok.Kind != kindObject {
			continue
		}
		seen := map[string]bool{}
		for name, value := range l.members(i) {
			text := l.textOf(name)
			if seen[text] {
				l.report(name, "", fmt.Sprintf("%q is given twice in one object", text))
			}
			seen[text] = true
			if (text == "$id" || text == "id") && l.tokens[value].Kind == kindString {
				l.ids = append(l.ids, l.textOf(value))
			}
		}
	}
}

// schema checks the schema at token i, and those in it.
func (l *linter) schema(i int, pointer string) {
	if l.tokens[i].Kind != kindObject {
		return // true, false, or what the meta-schema refuses
	}
	refers := l.draft&(draft4|draft6|draft7) != 0 && l.has(i, "$ref")
	for name, value := range l.members(i) {
		word := l.textOf(name)
		if strings.HasPrefix(word, "x-") {
			continue
		}
		at := join(pointer, word)
		known, ok := l.keywords[word]
		switch {
		case !ok:
			l.unknown(word, name, at)
			continue
		case refers && word != "$ref" && !describing[word]:
			l.report(name, at, fmt.Sprintf("%q is ignored beside a $ref up to draft 07; put both into an allOf", word))
			continue
		case known.drafts&l.draft == 0 && !describing[word]:
			l.report(name, at, fmt.Sprintf("%q is not a keyword of the draft that the schema uses, and would be ignored", word))
			continue
		case known.drafts&l.draft == 0:
			l.warn(name, at, fmt.Sprintf("%q is not a keyword of the draft that the schema uses", word))
		default:
			l.dead(i, word, name, at)
		}
		l.value(word, value, at)
		switch known.holds {
		case oneSchema:
			l.schema(value, at)
		case schemaList:
			l.list(value, at)
		case schemas:
			l.schema(value, at)
			l.list(value, at)
		case schemaMap, dependents, patternMap:
			for name, value := range l.members(value) {
				if known.holds == patternMap {
					l.pattern(name, join(at, l.textOf(name)))
				}
				l.schema(value, join(at, l.textOf(name)))
			}
		}
	}
}

// list checks the schemas in the array at token i.
func (l *linter) list(i int, pointer string) {
	for n, item := range l.items(i) {
		l.schema(item, fmt.Sprintf("%s/%d", pointer, n))
	}
}

// unknown reports a word that is no keyword: as a problem where it is near one, since
// what was meant would be ignored, and else as a word of somebody's own.
func (l *linter) unknown(word string, name int, pointer string) {
	var known []string
	for keyword, k := range l.keywords {
		if k.drafts&l.draft != 0 {
			known = append(known, keyword)
		}
	}
	if meant := didYouMean(word, known); meant != "" && !ofOthers[word] {
		l.report(name, pointer, fmt.Sprintf("%q is not a keyword, and would be ignored%s; begin the names of your own members with \"x-\"", word, meant))
		return
	}
	l.warn(name, pointer, fmt.Sprintf("%q is not a keyword, and asserts nothing", word))
}

func (l *linter) has(schema int, word string) bool {
	_, ok := l.child(schema, word)
	return ok
}

// dead reports a keyword that asserts nothing where it is: without another one that it
// adds to, or for values that the schema's type rules out.
func (l *linter) dead(schema int, word string, name int, pointer string) {
	if other, ok := needs[word]; ok && !l.has(schema, other) {
		l.report(name, pointer, fmt.Sprintf("%q is ignored without %q", word, other))
	}
	if items, ok := l.child(schema, "items"); word == "additionalItems" && (!ok || l.tokens[items].Kind != kindArray) {
		report := l.report
		if l.allowsAll(name + 1) {
			report = l.warn
		}
		report(name, pointer, `"additionalItems" is ignored unless "items" is an array of schemas`)
	}
	types := l.types(schema)
	if said := typed[word]; said != nil && types != nil && !slices.ContainsFunc(said, func(t string) bool { return slices.Contains(types, t) }) {
		l.report(name, pointer, fmt.Sprintf("%q says nothing of %s, which is all that the schema allows", word, typesOf(types)))
	}
	if constants := l.constants(schema, word); types != nil && len(constants) > 0 && !slices.ContainsFunc(constants, func(i int) bool { return l.isOf(i, types) }) {
		l.report(name, pointer, fmt.Sprintf("%q has no value that is %s, so that the schema allows nothing", word, typesOf(types)))
	}
}

// allowsAll reports whether the schema at token i is true or empty.
func (l *linter) allowsAll(i int) bool {
	return l.tokens[i].Kind == kindTrue || l.tokens[i].Kind == kindObject && len(l.memberNames(i)) == 0
}

// constants returns the tokens of what a schema's const or enum holds.
func (l *linter) constants(schema int, word string) (tokens []int) {
	i, _ := l.child(schema, word)
	switch word {
	case "const":
		return []int{i}
	case "enum":
		for _, item := range l.items(i) {
			tokens = append(tokens, item)
		}
	}
	return tokens
}

// isOf reports whether the value at token i may be of one of some types.
func (l *linter) isOf(i int, types []string) bool {
	of := typeOf(l.tokens[i].Kind)
	return slices.Contains(types, of) || of == "number" && slices.Contains(types, "integer")
}

// types returns the types that a schema allows, nil for all and where one is no type, of
// which the meta-schema tells.
func (l *linter) types(schema int) (types []string) {
	i, ok := l.child(schema, "type")
	if !ok {
		return nil
	}
	if l.tokens[i].Kind == kindString {
		types = append(types, l.textOf(i))
	}
	for _, item := range l.items(i) {
		if l.tokens[item].Kind == kindString {
			types = append(types, l.textOf(item))
		}
	}
	if slices.ContainsFunc(types, func(t string) bool { return typeNames[t] == "" }) {
		return nil
	}
	return types
}

// value checks the value of a keyword where jsonschema v5 does not.
func (l *linter) value(word string, i int, pointer string) {
	tok := l.tokens[i]
	switch {
	case word == "enum" && tok.Kind == kindArray && l.extra[i] == 0:
		l.report(i, pointer, "an empty enum allows nothing, and jsonschema v5 would allow everything")
	case tok.Kind != kindString:
	case word == "format":
		l.format(i, pointer)
	case word == "contentEncoding" && jsonschema.Decoders[l.textOf(i)] == nil:
		l.report(i, pointer, fmt.Sprintf("contentEncoding %q is not known, and would be ignored; known is base64", l.textOf(i)))
	case word == "contentMediaType" && jsonschema.MediaTypes[l.textOf(i)] == nil:
		l.warn(i, pointer, fmt.Sprintf("contentMediaType %q is not checked; only application/json is", l.textOf(i)))
	case word == "pattern":
		l.pattern(i, pointer)
	case word == "$ref" || word == "$dynamicRef" || word == "$recursiveRef":
		l.reference(i, pointer)
	}
}

func (l *linter) format(i int, pointer string) {
	format := l.textOf(i)
	if _, ok := jsonschema.Formats[format]; ok {
		return
	}
	var known []string
	for name := range jsonschema.Formats {
		known = append(known, name)
	}
	slices.Sort(known)
	l.warn(i, pointer, fmt.Sprintf("format %q is not known, and asserts nothing%s; known are %s", format, didYouMean(format, known), strings.Join(known, ", ")))
}

func (l *linter) pattern(i int, pointer string) {
	if _, err := regexp.Compile(l.textOf(i)); err != nil {
		l.report(i, pointer, fmt.Sprintf("pattern %q is not one of Go's RE2 syntax: %v", l.textOf(i), err))
	}
}

// reference checks that a reference into the same document leads somewhere, and
// that no other is remote.
func (l *linter) reference(i int, pointer string) {
	reference := l.textOf(i)
	if into, ok := strings.CutPrefix(reference, "#"); ok && len(l.ids) == 0 {
		if strings.HasPrefix(into, "/") {
			if _, found := l.locate(segments(pointerOf(into))); !found {
				l.report(i, pointer, fmt.Sprintf("the schema has nothing at %q", reference))
			}
		}
		return
	}
	document, _, _ := strings.Cut(reference, "#")
	if l.leaves(document) {
		l.report(i, pointer, fmt.Sprintf("%q leaves the folder below which files are read; name one that holds both schemas (--schema-root)", reference))
		return
	}
	if _, meta := draftNamed(document); meta || !isAbsolute(document) || strings.HasPrefix(document, "file:") {
		return
	}
	if strings.HasPrefix(document, "https://json-schema.org/draft/") || slices.Contains(l.ids, document) {
		return
	}
	if len(l.ids) > 0 && !strings.HasPrefix(document, "http:") && !strings.HasPrefix(document, "https:") {
		return // perhaps resolved against an id; the compiler tells
	}
	l.report(i, pointer, fmt.Sprintf("%q is a remote reference, and nothing is loaded over the network: put the schema under $defs", reference))
}

// leaves reports whether a reference leads out of the folder of the schemas, which
// resolving it would pass over (RFC 3986, section 5.2.4), or starts at the root, which is
// not that folder. What is resolved against an id is left to the compiler.
func (l *linter) leaves(document string) bool {
	moved := slices.ContainsFunc(l.ids, func(id string) bool { return strings.ContainsAny(id, ":/") })
	if moved || isAbsolute(document) {
		return false
	}
	at, err := url.Parse(document)
	return err == nil && at.Path != "" && (path.IsAbs(at.Path) || strings.HasPrefix(path.Join(l.folder, at.Path), ".."))
}

// positionOf returns the line and the column of an offset.
func positionOf(text []byte, offset int) jsontext.Position {
	return jsontext.Position{Line: 1, Column: 1}.After(text[:offset])
}
