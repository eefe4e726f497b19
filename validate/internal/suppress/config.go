package suppress

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/factcite/factcite/internal/pathpattern"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/schema"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/rules"
)

//go:embed config.schema.json
var configSchema string

// ConfigSchema returns the JSON Schema of a configuration.
func ConfigSchema() []byte { return []byte(configSchema) }

// Config is a .factcite.yaml: severities per rule, for all files or for some, rules
// turned off, and findings ignored for a stated reason. The zero value and nil change
// nothing.
// It may be used by several runs at once.
type Config struct {
	name       string
	text       []byte
	severities map[string]finding.Severity
	ignored    []ignore
	paths      []pathSeverities
	exclude    []string
	include    []string
	forms      []RecordForm
}

// A RecordForm is how records of another shape are read.
type RecordForm struct {
	Name    string
	Map     map[string]string // as Options.Map of package fact
	Records string            // as its Options.Records
	Files   []string          // patterns, as a .gitignore has them, of the files that have this form
}

// Name returns the name that the configuration was read by.
func (c *Config) Name() string { return c.name }

// Exclude returns the patterns, as a .gitignore has them, of the files and folders in
// folders that are not read.
func (c *Config) Exclude() []string { return c.exclude }

// Include returns the patterns of the files in folders that alone are read; none are
// all.
func (c *Config) Include() []string { return c.include }

// Forms returns the forms of records that the configuration names, by their names.
func (c *Config) Forms() []RecordForm { return c.forms }

// ignore leaves out the findings that have all that it names; what it does not name is
// "".
type ignore struct {
	rule, fact, path, source string
	paths                    pathpattern.List // of path
	at                       position
}

// pathSeverities are the severities of rules in the files that patterns name.
type pathSeverities struct {
	paths      pathpattern.List
	severities map[string]finding.Severity
}

// position is a line and a column of a configuration, from 1.
type position struct{ line, column int }

// ReadConfig reads and checks a configuration; name is used in its errors, which
// give line and column, one error a line.
func ReadConfig(name string, text []byte) (*Config, error) {
	document, err := readYAML(name, text)
	if err != nil {
		return nil, err
	}
	if err := document.checkSchema(); err != nil {
		return nil, err
	}
	c, err := document.config()
	if err == nil {
		c.text = text
	}
	return c, err
}

// document is a YAML document as JSON values, with the position of each value.
type document struct {
	name  string
	value any
	at    map[string]position // by JSON pointer
}

func readYAML(name string, text []byte) (*document, error) {
	file, err := parser.ParseBytes(text, 0)
	d := &document{name: name, value: map[string]any{}, at: map[string]position{"": {1, 1}}}
	if syntax, ok := errors.AsType[yaml.Error](err); ok && syntax.GetToken() != nil {
		at := syntax.GetToken().Position
		return nil, d.wrong(position{at.Line, at.Column}, "the configuration is no YAML: "+syntax.GetMessage())
	}
	if err != nil {
		return nil, fmt.Errorf("%s: the configuration is no YAML: %w", name, err)
	}
	if len(file.Docs) > 1 {
		return nil, d.wrong(positionOf(file.Docs[1].Body), "the configuration must be one document")
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil || file.Docs[0].Body.Type() == ast.NullType || file.Docs[0].Body.Type() == ast.CommentType {
		return d, nil
	}
	d.value, err = d.convert("", file.Docs[0].Body)
	return d, err
}

// convert turns a node into a JSON value and remembers its place.
func (d *document) convert(pointer string, node ast.Node) (any, error) {
	if _, known := d.at[pointer]; !known || pointer == "" {
		d.at[pointer] = positionOf(node)
	}
	switch n := node.(type) {
	case *ast.MappingNode:
		return d.convertMapping(pointer, n.Values)
	case *ast.MappingValueNode:
		return d.convertMapping(pointer, []*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		list := make([]any, 0, len(n.Values))
		for i, item := range n.Values {
			v, err := d.convert(pointer+"/"+strconv.Itoa(i), item)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		return list, nil
	case *ast.StringNode:
		return n.Value, nil
	case *ast.LiteralNode:
		return n.Value.Value, nil
	case *ast.BoolNode:
		return n.Value, nil
	case *ast.NullNode:
		return nil, nil
	case *ast.IntegerNode, *ast.FloatNode:
		if written := n.GetToken().Value; json.Valid([]byte(written)) {
			return json.Number(written), nil
		}
		return json.Number("0"), nil // 0x1F and the like: no member is a number, so only its type matters
	}
	return nil, d.wrong(positionOf(node), "anchors, aliases, tags and merge keys are not supported")
}

func (d *document) convertMapping(pointer string, members []*ast.MappingValueNode) (any, error) {
	object := make(map[string]any, len(members))
	for _, member := range members {
		key, ok := member.Key.(*ast.StringNode)
		if !ok {
			return nil, d.wrong(positionOf(member.Key), "the name of a member must be a string")
		}
		if _, twice := object[key.Value]; twice {
			return nil, d.wrong(positionOf(key), fmt.Sprintf("%q is given twice", key.Value))
		}
		child := pointer + "/" + escapePointer(key.Value)
		d.at[child] = positionOf(key)
		v, err := d.convert(child, member.Value)
		if err != nil {
			return nil, err
		}
		object[key.Value] = v
	}
	return object, nil
}

// escapePointer writes a name as a step of a JSON pointer, see RFC 6901.
func escapePointer(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}

func positionOf(node ast.Node) position {
	if node == nil {
		return position{1, 1}
	}
	if m, ok := node.(*ast.MappingNode); ok && len(m.Values) > 0 {
		node = m.Values[0]
	}
	if m, ok := node.(*ast.MappingValueNode); ok {
		node = m.Key
	}
	token := node.GetToken()
	if token == nil || token.Position == nil {
		return position{1, 1}
	}
	return position{token.Position.Line, token.Position.Column}
}

// wrong is an error at a place of the configuration.
func (d *document) wrong(at position, message string) error {
	return fmt.Errorf("%s:%d:%d: %s", d.name, at.line, at.column, message)
}

// checkSchema checks the document against config.schema.json.
func (d *document) checkSchema() error {
	compiled, err := schema.Compile("config.schema.json", ConfigSchema(), nil)
	if err != nil {
		return fmt.Errorf("the schema of configurations is broken: %w", err)
	}
	text, err := json.Marshal(d.value)
	if err != nil {
		return fmt.Errorf("%s: the configuration cannot be checked: %w", d.name, err)
	}
	violations, err := compiled.Check(text)
	if err != nil {
		return fmt.Errorf("%s: the configuration cannot be checked: %w", d.name, err)
	}
	var wrong []error
	for _, v := range violations {
		message := v.Message
		if v.Keyword == "anyOf" { // which ignores alone have
			message = "the ignore does not say what it leaves out: name a rule, fact, path or source"
		}
		wrong = append(wrong, d.wrong(d.position(v.Pointer), message))
	}
	return errors.Join(wrong...)
}

// position is that of the value at pointer, or of what holds it.
func (d *document) position(pointer string) position {
	for {
		if at, ok := d.at[pointer]; ok {
			return at
		}
		i := strings.LastIndexByte(pointer, '/')
		if i < 0 {
			return position{1, 1}
		}
		pointer = pointer[:i]
	}
}

// config reads a document that the schema accepts.
func (d *document) config() (*Config, error) {
	c := &Config{name: d.name, severities: map[string]finding.Severity{}}
	known := map[string]bool{}
	for _, rule := range rules.All() {
		known[rule.ID] = true
	}
	var wrong []error
	checkRule := func(rule, pointer string) {
		if !known[rule] {
			wrong = append(wrong, d.wrong(d.at[pointer], unknownRule(rule)))
		}
	}
	readSeverities := func(value any, pointer string) map[string]finding.Severity {
		severities := map[string]finding.Severity{}
		rules, _ := value.(map[string]any)
		for _, rule := range sortedKeys(rules) {
			checkRule(rule, pointer+"/"+escapePointer(rule))
			severity, _ := rules[rule].(string)
			severities[rule] = finding.Severity(severity)
		}
		return severities
	}
	root, _ := d.value.(map[string]any)
	c.severities = readSeverities(root["rules"], "/rules")
	base, err := baseOf(d.name)
	if err != nil {
		return nil, err
	}
	paths, _ := root["paths"].([]any)
	for i, item := range paths {
		member, _ := item.(map[string]any)
		c.paths = append(c.paths, pathSeverities{
			paths:      pathpattern.List{}.Add(base, patternsOf([]any{member["path"]})),
			severities: readSeverities(member["rules"], fmt.Sprintf("/paths/%d/rules", i)),
		})
	}
	c.exclude, c.include = patternsOf(root["exclude"]), patternsOf(root["include"])
	c.forms = formsOf(root["forms"])
	list, _ := root["ignore"].([]any)
	for i, item := range list {
		member, _ := item.(map[string]any)
		pointer := "/ignore/" + strconv.Itoa(i)
		ignored := ignore{at: d.at[pointer]}
		for name, value := range map[string]*string{"rule": &ignored.rule, "fact": &ignored.fact, "path": &ignored.path, "source": &ignored.source} {
			*value, _ = member[name].(string)
		}
		if ignored.rule != "" {
			checkRule(ignored.rule, pointer+"/rule")
		}
		ignored.paths = ignored.paths.Add(base, patternsOf([]any{ignored.path}))
		c.ignored = append(c.ignored, ignored)
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return c, nil
}

// formsOf returns the forms of an object that has them by their names.
func formsOf(value any) []RecordForm {
	var forms []RecordForm
	named, _ := value.(map[string]any)
	for _, name := range sortedKeys(named) {
		stated, _ := named[name].(map[string]any)
		form := RecordForm{Name: name, Map: map[string]string{}, Files: patternsOf(stated["files"])}
		form.Records, _ = stated["records"].(string)
		members, _ := stated["map"].(map[string]any)
		for member, pointer := range members {
			form.Map[member], _ = pointer.(string)
		}
		forms = append(forms, form)
	}
	return forms
}

// patternsOf returns the patterns of a list, with those that begin with ./ as a .gitignore
// has them.
func patternsOf(value any) []string {
	var all []string
	list, _ := value.([]any)
	for _, element := range list {
		if s, ok := element.(string); ok {
			pattern, negated := strings.CutPrefix(s, "!")
			if below, ok := strings.CutPrefix(pattern, "./"); ok {
				pattern = "/" + below
			}
			if negated {
				pattern = "!" + pattern
			}
			all = append(all, pattern)
		}
	}
	return all
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func isRule(id string) bool {
	return slices.ContainsFunc(rules.All(), func(rule rules.Rule) bool { return rule.ID == id })
}

// unknownRule says that there is no such rule, and which may be meant.
func unknownRule(id string) string {
	var ids []string
	for _, rule := range rules.All() {
		ids = append(ids, rule.ID)
	}
	message := fmt.Sprintf("there is no rule %q", finding.Shorten(id, 60))
	if near, ok := text.Nearest(id, ids); ok {
		return message + fmt.Sprintf("; did you mean %q?", near)
	}
	return message + "; `factcite explain` lists them"
}

// severities are what a configuration, nil for none, states of rules in all files.
type severities struct{ config *Config }

// SeveritiesOf returns what a configuration states of rules; nil states nothing.
func SeveritiesOf(c *Config) rules.Severities {
	if c == nil {
		c = &Config{}
	}
	return severities{c}
}

// Severity returns the severity that is stated for a rule.
func (s severities) Severity(rule string) (finding.Severity, bool) {
	severity, ok := s.config.severities[rule]
	return severity, ok
}

// IsOnSomewhere reports whether a rule is run in some files, even if not in all.
func (s severities) IsOnSomewhere(rule string) bool {
	return slices.ContainsFunc(s.config.paths, func(p pathSeverities) bool {
		severity, ok := p.severities[rule]
		return ok && severity != finding.Off
	})
}

// TextOf returns the text that a configuration was read from.
func TextOf(c *Config) []byte { return c.text }

// HasIgnores reports whether a configuration, nil for none, leaves single findings out.
func HasIgnores(c *Config) bool { return c != nil && len(c.ignored) > 0 }

// baseOf returns the folder that the patterns of a configuration are relative to.
func baseOf(name string) (string, error) {
	folder, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return "", fmt.Errorf("%s: the paths of the configuration cannot be found: %w", name, err)
	}
	return filepath.ToSlash(folder), nil
}

// absolute is a path as patterns match it.
func absolute(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return filepath.ToSlash(path)
}
