package schema

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// compileJudge compiles a schema that was linted, and the files that it refers to, with
// jsonschema v5.
func compileJudge(name, at string, text []byte, files fs.FS, warnings *[]*SchemaError, read *documents) (*jsonschema.Schema, error) {
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	c.AssertContent = true
	c.ExtractAnnotations = true
	c.Formats = formats()
	c.RegisterExtension(asWrittenName, nil, asWritten{})
	c.LoadURL = loader(files, warnings, read)
	location := (&url.URL{Scheme: "file", Path: path.Clean("/" + at)}).String()
	if err := c.AddResource(location, bytes.NewReader(text)); err != nil {
		return nil, &SchemaError{Name: name, Message: err.Error()}
	}
	judge, err := safely(func() (*jsonschema.Schema, error) { return c.Compile(location) })
	if err != nil {
		return nil, compileError(name, text, err)
	}
	return judge, nil
}

// safely turns a panic of jsonschema v5 into an error.
func safely(compile func() (*jsonschema.Schema, error)) (s *jsonschema.Schema, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("jsonschema v5 could not compile it: %v", cause)
		}
	}()
	return compile()
}

// loader returns the only way in which a reference reaches another document:
// below files, linted. Without LoadURL jsonschema v5 would open any file.
func loader(files fs.FS, warnings *[]*SchemaError, read *documents) func(string) (io.ReadCloser, error) {
	return func(location string) (io.ReadCloser, error) {
		u, err := url.Parse(location)
		switch {
		case err != nil:
			return nil, fmt.Errorf("a reference that is no URI: %q", location)
		case u.Scheme != "file" || u.Host != "":
			return nil, fmt.Errorf("%q is a remote reference, and nothing is loaded over the network: put the schema under $defs", location)
		case files == nil:
			return nil, fmt.Errorf("the schema refers to the file %q, and no folder was named for such files", u.Path)
		}
		name := strings.TrimPrefix(path.Clean(u.Path), "/")
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("a reference to a file: %w", err)
		}
		read.add(name, text)
		warned, err := lint(name, name, text)
		if err != nil {
			return nil, err
		}
		if err := checkDraft(name, text); err != nil {
			return nil, err
		}
		*warnings = append(*warnings, warned...)
		return io.NopCloser(bytes.NewReader(text)), nil
	}
}

// compileError says in our own shape why jsonschema v5 refused a schema.
func compileError(name string, text []byte, err error) error {
	var refused *jsonschema.SchemaError
	if errors.As(err, &refused) && refused.Err != nil {
		err = refused.Err
	}
	var linted *SchemaError
	if errors.As(err, &linted) {
		return err
	}
	var invalid *jsonschema.ValidationError
	if errors.As(err, &invalid) {
		return invalidSchema(name, text, invalid)
	}
	return &SchemaError{Name: name, Message: strings.TrimPrefix(err.Error(), "jsonschema: "), cause: err}
}

// checkDraft holds a schema that was linted against that of its draft. jsonschema v5 does
// so too, but does not name the file.
func checkDraft(name string, text []byte) error {
	t := newTape(maxSchemaDepth, nil)
	if err := t.read(text); err != nil {
		return err
	}
	schema, err := decode(text)
	if err != nil {
		return err
	}
	if meta := metaSchema(t); meta != nil {
		err = meta.Validate(schema)
	}
	if invalid := (*jsonschema.ValidationError)(nil); errors.As(err, &invalid) {
		return invalidSchema(name, text, invalid)
	}
	return err
}

// invalidSchema says in the words of our own messages where a schema breaks that of its draft.
func invalidSchema(name string, text []byte, invalid *jsonschema.ValidationError) error {
	t := newTape(maxSchemaDepth, nil)
	record, err := decode(text)
	if err != nil || t.read(text) != nil {
		return &SchemaError{Name: name, Message: "the schema is not JSON", cause: err}
	}
	c := &collector{located: newLocated(t), record: record, places: subschemas(metaSchema(t))}
	c.collect(invalid)
	var problems []*SchemaError
	for _, v := range t.violations(c.failures) {
		at := positionOf(text, v.Start)
		message := strings.Replace(v.Message, theRecord, "the schema", 1)
		problems = append(problems, &SchemaError{Name: name, Line: at.Line, Column: at.Column, Pointer: v.Pointer, Message: message})
	}
	return joined(name, problems)
}

// metaSchema returns the schema of the draft that the schema on a tape names, nil if
// jsonschema v5 does not hold it.
func metaSchema(t *tape) *jsonschema.Schema {
	draft := jsonschema.Draft2020.URL()
	if i, ok := t.child(0, "$schema"); ok && t.tokens[i].Kind == kindString {
		draft = t.textOf(i)
	}
	meta, err := safely(func() (*jsonschema.Schema, error) { return jsonschema.NewCompiler().Compile(draft) })
	if err != nil {
		return nil
	}
	return meta
}
