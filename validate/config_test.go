package validate_test

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
)

func readConfig(t testing.TB, text string) *validate.Config {
	t.Helper()
	config, err := validate.ReadConfig(".factcite.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return config
}

func TestReadConfigErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no YAML", "rules:\n - a\n b", `.factcite.yaml:3:2: the configuration is no YAML: value is not allowed in this context`},
		{"another member", "rule: {}\n", `.factcite.yaml:1:1: rule is not a member that the schema allows`},
		{"a list", "- a\n", `.factcite.yaml:1:1: the record is an array, want a configuration of factcite`},
		{"unknown rule", "rules:\n  missing-page: off\n", `.factcite.yaml:2:3: there is no rule "missing-page"; did you mean "missing-pages"?`},
		{"unlike any rule", "rules:\n  xyz: off\n", ".factcite.yaml:2:3: there is no rule \"xyz\"; `factcite explain` lists them"},
		{"unknown severity", "rules:\n  missing-pages: fatal\n", `.factcite.yaml:2:3: rules["missing-pages"] is "fatal"`},
		{"no reason", "ignore:\n  - rule: schema\n    fact: a1\n", `.factcite.yaml:2:5: ignore[0] has no member "reason"`},
		{"unknown rule ignored", "ignore:\n  - {rule: shema, fact: a1, reason: r}\n", `.factcite.yaml:2:6: there is no rule "shema"; did you mean "schema"?`},
		{"only a reason", "ignore:\n  - reason: r\n", `.factcite.yaml:2:5: the ignore does not say what it leaves out: name a rule, fact, path or source`},
		{"unknown rule for files", "paths:\n  - path: a\n    rules: {shema: off}\n", `.factcite.yaml:3:13: there is no rule "shema"; did you mean "schema"?`},
		{"twice", "rules:\n  schema: off\n  schema: off\n", `.factcite.yaml:3:3: the configuration is no YAML: mapping key "schema" already defined at [2:3]`},
		{"an alias", "rules: &a\n  schema: off\nignore: *a\n", `.factcite.yaml:1:8: anchors, aliases, tags and merge keys are not supported`},
		{"a number for a name", "1: a\n", `.factcite.yaml:1:1: the name of a member must be a string`},
		{"a number for a pattern", "exclude:\n  - a\n  - 0x1F\n", `.factcite.yaml:3:5: exclude[1] is 0, want `},
		{"a fraction for a pattern", "exclude:\n  - a\n  - 1.50\n", `.factcite.yaml:3:5: exclude[1] is 1.50, want `},
		{"a truth for a pattern", "include:\n  - true\n", `.factcite.yaml:2:5: include[0] is true, want `},
		{"nothing for patterns", "exclude:\n  -\n", `.factcite.yaml:2:5: exclude[0] is null, want `},
		{"a rule with marks in its name", "rules:\n  a/b~c: off\n", ".factcite.yaml:2:3: there is no rule \"a/b~c\"; `factcite explain` lists them"},
		{"two things wrong", "rule: {}\nexclude: 7\n", ".factcite.yaml:1:1: rule is not a member that the schema allows (did you mean \"rules\"?)\n.factcite.yaml:2:1: exclude is 7, want an array"},
		{"two documents", "rules: {}\n---\nrules: {}\n", `.factcite.yaml:3:1: the configuration must be one document`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := validate.ReadConfig(".factcite.yaml", []byte(c.text))
			if err == nil {
				t.Fatal("the configuration is accepted")
			}
			if !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("the error is %q, want %q and perhaps more", err, c.want)
			}
		})
	}
}

// TestConfigSaysWhatIsRead holds which files and forms of records a configuration names.
func TestConfigSaysWhatIsRead(t *testing.T) {
	c := readConfig(t, "exclude: [drafts/, \"*.tmp\"]\ninclude:\n  - |\n    facts/\nforms:\n  carts:\n    map: {content: /said}\n    records: /rows\n    files: [\"*.cart\"]\n")
	got := []any{c.Name(), c.Exclude(), c.Include(), c.Forms()}
	want := []any{".factcite.yaml", []string{"drafts/", "*.tmp"}, []string{"facts/\n"}, []validate.RecordForm{{Name: "carts", Map: map[string]string{"content": "/said"}, Records: "/rows", Files: []string{"*.cart"}}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if empty := readConfig(t, "rules: {}\n"); len(empty.Exclude())+len(empty.Include())+len(empty.Forms()) > 0 {
		t.Error("a configuration of rules names files")
	}
}

func TestConfigAdjustsRules(t *testing.T) {
	stream := func() iter.Seq2[validate.Input, error] { return facts(record("a1", "reference", withVenue)) }
	for _, c := range []struct {
		name, config string
		want         []string
	}{
		{"empty", "", []string{"facts.jsonl:1: warning: missing-author a1", "facts.jsonl:1: warning: missing-year a1"}},
		{"comments only", "# nothing yet\n", []string{"facts.jsonl:1: warning: missing-author a1", "facts.jsonl:1: warning: missing-year a1"}},
		{"severity", "rules: {missing-author: error, missing-year: info}", []string{"facts.jsonl:1: error: missing-author a1", "facts.jsonl:1: info: missing-year a1"}},
		{"off", "rules:\n  missing-author: off\n", []string{"facts.jsonl:1: warning: missing-year a1"}},
		{"ignored", "ignore:\n- rule: missing-author\n  fact: a1\n  reason: a circular, nobody signed it\n", []string{"facts.jsonl:1: warning: missing-year a1"}},
		{"ignored elsewhere", "ignore:\n- rule: missing-author\n  fact: a2\n  reason: r\n", []string{
			".factcite.yaml:2: warning: ignore-unused a2",
			"facts.jsonl:1: warning: missing-author a1", "facts.jsonl:1: warning: missing-year a1",
		}},
		{"off in these files", "paths:\n- {path: \"*.jsonl\", rules: {missing-author: off}}\n", []string{"facts.jsonl:1: warning: missing-year a1"}},
		{"off in others", "paths:\n- {path: \"*.bib\", rules: {missing-author: off}}\n", []string{"facts.jsonl:1: warning: missing-author a1", "facts.jsonl:1: warning: missing-year a1"}},
		{"off but in these files", "rules: {missing-author: off}\npaths:\n- {path: facts.jsonl, rules: {missing-author: info}}\n", []string{"facts.jsonl:1: info: missing-author a1", "facts.jsonl:1: warning: missing-year a1"}},
		{"the last pattern", "paths:\n- {path: \"*\", rules: {missing-author: error}}\n- {path: facts.*, rules: {missing-author: off}}\n", []string{"facts.jsonl:1: warning: missing-year a1"}},
		{"a rule ignored", "ignore:\n- {rule: missing-author, reason: r}\n", []string{"facts.jsonl:1: warning: missing-year a1"}},
		{"a fact ignored", "ignore:\n- {fact: a1, reason: r}\n", []string{}},
		{"a file ignored", "ignore:\n- {path: /facts.jsonl, reason: r}\n", []string{}},
		{"a rule in a file ignored", "ignore:\n- {path: facts.jsonl, rule: missing-year, reason: r}\n", []string{"facts.jsonl:1: warning: missing-author a1"}},
		{"a source ignored", "ignore:\n- {source: \"https://carts.example.org/\", reason: r}\n", []string{}},
		{"another source ignored", "ignore:\n- {source: \"https://carts.example.org/a\", reason: r}\n", []string{
			".factcite.yaml:2: warning: ignore-unused ",
			"facts.jsonl:1: warning: missing-author a1", "facts.jsonl:1: warning: missing-year a1",
		}},
		{"a rule of another source ignored", "ignore:\n- {source: wheels.example.org, rule: missing-year, reason: r}\n", []string{
			".factcite.yaml:2: warning: ignore-unused ",
			"facts.jsonl:1: warning: missing-author a1", "facts.jsonl:1: warning: missing-year a1",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := brief(check(t, stream(), &validate.Options{Today: today, Config: readConfig(t, c.config)}))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestBaselineHidesWhatItKnows(t *testing.T) {
	first := record("a1", "reference", withVenue) + record("a2", "claim", "They counted 3 carts.") + "{\n"
	var text strings.Builder
	res, err := validate.Check(t.Context(), facts(first), &validate.Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	if err := validate.WriteBaseline(&text, res); err != nil {
		t.Fatal(err)
	}
	knownFirst := res.Summary.Findings.Error + res.Summary.Findings.Warning + res.Summary.Findings.Info
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"the same", first, []string{}},
		{"moved lines", "\n\n" + first, []string{}},
		{"another fact before", record("b1", "claim", "Felt is grey.") + first, []string{}},
		{"another fact about the same work before", record("b1", "reference", withVenue+" It is short.") + first, []string{}},
		{"another broken record", first + "[\n", []string{"facts.jsonl:4: error: unreadable-record "}},
		{"a new finding", first + record("b1", "claim", "They counted 4 carts."), []string{"facts.jsonl:4: warning: dangling-subject b1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			baseline, err := validate.ReadBaseline(strings.NewReader(text.String()))
			if err != nil {
				t.Fatal(err)
			}
			res, err := validate.Check(t.Context(), facts(c.text), &validate.Options{Today: today, Baseline: baseline})
			if err != nil {
				t.Fatal(err)
			}
			defer res.Close()
			if known := res.Summary.Known; known == nil || known.Error+known.Warning+known.Info != knownFirst {
				t.Errorf("%+v findings are known, want %d", known, knownFirst)
			}
			got := brief(findings(t, res))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadBaselineErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":               "the baseline cannot be read (write it anew with --write-baseline): EOF",
		`{"version": 9}`: "the baseline has version 9, and this program reads version 1: write it anew with --write-baseline",
	} {
		if _, err := validate.ReadBaseline(strings.NewReader(text)); err == nil || err.Error() != want {
			t.Errorf("ReadBaseline(%q) returns %v, want %s", text, err, want)
		}
	}
}

func FuzzReadConfig(f *testing.F) {
	f.Add([]byte("rules: {missing-pages: off}\nignore:\n  - {rule: schema, fact: a1, reason: r}\n"))
	f.Add([]byte("rules:\n- a: [b, {c: d}]\n? x\n: y\n"))
	f.Add([]byte("a: &b [*b]\n<<: *b\n--- !!str\n|\n x\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		config, err := validate.ReadConfig("c.yaml", text)
		if (config == nil) == (err == nil) {
			t.Errorf("ReadConfig returns %v and %v", config, err)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "c.yaml:") {
			t.Errorf("the error does not name the file: %v", err)
		}
	})
}

// TestFormsMapWhatFactReads holds that the schema of forms names the members that package
// fact maps, and no others.
func TestFormsMapWhatFactReads(t *testing.T) {
	read := func(member string) error {
		for _, err := range fact.Read(strings.NewReader("{}"), "x", &fact.Options{Map: map[string]string{"content": "/t", member: "/t"}}) {
			return err
		}
		return nil
	}
	var config struct {
		Properties struct {
			Forms struct {
				Each struct {
					Properties struct {
						Map struct{ PropertyNames struct{ Enum []string } }
					}
				} `json:"additionalProperties"`
			}
		}
	}
	if err := json.Unmarshal(validate.ConfigSchema(), &config); err != nil {
		t.Fatal(err)
	}
	members := config.Properties.Forms.Each.Properties.Map.PropertyNames.Enum
	for _, member := range members {
		if err := read(member); err != nil {
			t.Error(err)
		}
	}
	_, listed, _ := strings.Cut(read("x").Error(), "use ")
	for _, member := range strings.FieldsFunc(listed, func(r rune) bool { return r == ',' || r == ' ' || r == ':' }) {
		if known := slices.Contains(members, member); !known && !slices.Contains([]string{"or", "one", "of", "a", "source"}, member) {
			t.Errorf("%s can be mapped, and the schema does not say so", member)
		}
	}
}
