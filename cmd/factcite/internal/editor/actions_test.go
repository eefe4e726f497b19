package editor

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/validate"
)

// applied returns a text after the last change of an action.
func applied(t *testing.T, text string, a *codeAction) string {
	t.Helper()
	changes := a.Edit.DocumentChanges
	d := textOf(text)
	for _, edit := range changes[len(changes)-1].Edits {
		if err := d.apply(change{Range: &edit.Range, Text: edit.NewText}); err != nil {
			t.Fatal(err)
		}
	}
	return d.text
}

// TestIgnoreInConfig holds how a finding of a record, which no comment can be beside, is left
// out by the configuration, whatever that has already.
func TestIgnoreInConfig(t *testing.T) {
	const item = "- rule: missing-pages\n%  fact: \"f\\\"1\"\n%  reason: say here why\n"
	indented := func(by string) string { return by + strings.ReplaceAll(item, "%", by) }
	for config, want := range map[string]string{
		"":                                       "ignore:\n" + indented("  "),
		"level: strict\n":                        "level: strict\nignore:\n" + indented("  "),
		"level: strict":                          "level: strict\nignore:\n" + indented("  "),
		"ignore:\n- rule: x\n":                   "ignore:\n" + indented("") + "- rule: x\n",
		"a: b\nignore: # ours\n    - rule: x\n":  "a: b\nignore: # ours\n" + indented("    ") + "    - rule: x\n",
		"ignore:\r\n  - rule: x\r\n":             "ignore:\r\n" + indented("  ") + "  - rule: x\r\n",
		"ignore: [{rule: x}]\n":                  "",
		"level: strict\nignore:\n":               "",
		"level: strict # ignore:\n":              "level: strict # ignore:\nignore:\n" + indented("  "),
		"others:\n  ignore:\n    - rule: felt\n": "others:\n  ignore:\n    - rule: felt\nignore:\n" + indented("  "),
	} {
		for _, open := range []bool{false, true} {
			folder := t.TempDir()
			path := filepath.Join(folder, ".factcite.yaml")
			s := &server{folders: []string{folder}, documents: map[string]*document{}}
			if open {
				d := textOf(config)
				d.uri, d.path, d.version = uriOf(path), path, 3
				s.documents[d.uri] = d
			} else if err := os.WriteFile(path, []byte(config), 0o644); err != nil {
				t.Fatal(err)
			}
			d := &document{uri: "file:///a.jsonl", path: "/a.jsonl"}
			d.set("{}\n")
			actions := s.ignore(d, &validate.Finding{Rule: "missing-pages", Fact: `f"1`, Line: 1, Column: 1})
			if len(actions) == 0 {
				if want != "" {
					t.Errorf("%q has no action", config)
				}
				continue
			}
			if diff := cmp.Diff(want, applied(t, config, &actions[0])); diff != "" {
				t.Errorf("%q (-want +got):\n%s", config, diff)
			}
			if of := actions[0].Edit.DocumentChanges[0].TextDocument; of.URI != uriOf(path) || (of.Version != nil) != open {
				t.Errorf("the change is of %+v, open: %t", of, open)
			}
		}
	}
	d := &document{uri: "file:///a.jsonl", path: "/a.jsonl"}
	d.set("{}\n")
	folder := t.TempDir()
	actions := (&server{folders: []string{folder}}).ignore(d, &validate.Finding{Rule: "missing-pages", Fact: `f"1`, Line: 1, Column: 1})
	if len(actions) != 1 || actions[0].Title != "Ignore missing-pages, with a reason" || len(actions[0].Diagnostics) != 1 || len(actions[0].Edit.DocumentChanges) != 2 || actions[0].Edit.DocumentChanges[0].Kind != "create" || applied(t, "", &actions[0]) != "ignore:\n"+indented("  ") {
		t.Errorf("of no configuration: %+v", actions)
	}
	for name, s := range map[string]*server{"a finding of no fact": {folders: []string{folder}}, "no folder": {}} {
		f := validate.Finding{Rule: "missing-pages", Line: 1, Column: 1}
		if len(s.folders) == 0 {
			f.Fact = "f"
		}
		if actions := s.ignore(d, &f); len(actions) > 0 {
			t.Errorf("%s has %+v", name, actions)
		}
	}
}

// TestIgnoreByComment holds where the comment that leaves a finding out is put.
func TestIgnoreByComment(t *testing.T) {
	for _, c := range []struct {
		path, text   string
		line, column int
		want         string
	}{
		{"/a.bib", "@misc{a}\n\n@misc{b,\n  title = {Felt}\n}\n", 4, 3, "@misc{a}\n\n%% factcite-ignore r: say here why\n@misc{b,\n  title = {Felt}\n}\n"},
		{"/a.BIB", "@misc{a}\n\nFelt\n", 3, 2, "@misc{a}\n\n%% factcite-ignore r: say here why\nFelt\n"},
		{"/a.bib", "@misc{a}\n@misc{b}\n", 1, 1, "%% factcite-ignore r: say here why\n@misc{a}\n@misc{b}\n"},
		{"/a.tex", "Felt\n\\cite{a}\n", 2, 7, "Felt\n%% factcite-ignore r: say here why\n\\cite{a}\n"},
		{"/a.md", "Felt\n\nOak [@a]\n", 3, 6, "Felt\n\n<!-- factcite-ignore r: say here why -->\nOak [@a]\n"},
	} {
		d := textOf(c.text)
		d.path = c.path
		actions := (&server{}).ignore(d, &validate.Finding{Rule: "r", Line: c.line, Column: c.column})
		if diff := cmp.Diff(strings.ReplaceAll(c.want, "%%", "%"), applied(t, c.text, &actions[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.path, diff)
		}
	}
}

// TestAddEntry holds that an entry for a key that is cited is added to each .bib that there is.
func TestAddEntry(t *testing.T) {
	one, two := textOf("@misc{a}\n"), textOf("")
	two.uri, two.path = "file:///b/two.bib", "/b/two.bib"
	s := &server{documents: map[string]*document{one.uri: one, two.uri: two}}
	d := &document{uri: "file:///a.md", path: "/a.md"}
	d.set("See [@roe:2019; @{a b}; @{}].\n")
	const entry = "@misc{roe:2019,\n  author = {},\n  title = {},\n  year = {}\n}"
	titles := map[string]string{"Add an entry roe:2019 to a.bib": "@misc{a}\n\n" + entry, "Add an entry roe:2019 to two.bib": entry}
	actions := s.addEntry(d, &validate.Finding{Rule: "cited-key-missing", Line: 1, Column: 7})
	if len(actions) != 2 {
		t.Fatalf("%d actions", len(actions))
	}
	for i := range actions {
		before := map[bool]string{true: "@misc{a}\n"}[strings.HasSuffix(actions[i].Title, " a.bib")]
		if diff := cmp.Diff(titles[actions[i].Title], applied(t, before, &actions[i])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", actions[i].Title, diff)
		}
	}
	for _, column := range []int{1, 19} { // no key, and one that a .bib cannot have
		if actions := s.addEntry(d, &validate.Finding{Line: 1, Column: column}); len(actions) > 0 {
			t.Errorf("column %d: %+v", column, actions)
		}
	}
}

// TestCorrect holds which of what is known can be taken instead of what an entry states.
func TestCorrect(t *testing.T) {
	const text = "@article{roe,\n  author = {Roe, Ana},\n  title = {Felt rims},\n  journaltitle = {Carts},\n  year = 2018\n}\n"
	d := textOf(text)
	file := bib.Read(d.path, []byte(text))
	stated, _ := citation.BibReference(file, &file.Entries[0])
	work := &authority.Work{Origin: authority.Origin{Source: "dblp"}}
	work.Record = citation.Reference{Type: citation.Article, Title: "Felt rims", Authors: []citation.Name{{Given: "Ana", Family: "Roe"}, {Given: "Bo", Family: "Lind"}}, Container: "Journal of Carts", Year: "2019", Volume: "3"}
	for _, c := range []struct{ field, from, to string }{
		{"year", "year = 2018", "year = 2019"},
		{"authors", "{Roe, Ana}", "{Roe, Ana and Lind, Bo}"},
		{"container", "{Carts}", "{Journal of Carts}"},
		{"volume", "", ""}, // which the entry has not
		{"doi", "", ""},    // which is not known
		{"felt", "", ""},
		{"title", "", ""}, // which is the same
	} {
		// A difference that nothing is known of, and one that leads to another work, come first.
		actions := d.correct(0, &stated, &authority.Answer{Work: work, Differences: []authority.Difference{{Field: "year", Unknown: true}, {Field: "year", Leads: true}, {Field: c.field}}})
		if len(actions) == 0 {
			if c.from != "" {
				t.Errorf("%s cannot be corrected", c.field)
			}
			continue
		}
		want := strings.Replace(text, c.from, c.to, 1)
		if diff := cmp.Diff(strings.NewReplacer("{", "", "}", "").Replace(want), strings.NewReplacer("{", "", "}", "").Replace(applied(t, text, &actions[0]))); diff != "" || len(actions) != 1 || c.from == "" {
			t.Errorf("%s: %d actions (-want +got):\n%s", c.field, len(actions), diff)
		}
		if !strings.HasPrefix(actions[0].Title, "Take the "+c.field+" that ") {
			t.Errorf("%s: %s", c.field, actions[0].Title)
		}
	}
}

// TestConfig holds that a document is checked by its own configuration, and that one that is
// broken is said to be so.
func TestConfig(t *testing.T) {
	var asked string
	s := &server{Options: Options{Checks: validate.Options{Today: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)}, Config: func(path string) (*validate.Config, error) {
		asked = path
		return nil, errors.New("no such rule")
	}}}
	if _, err := s.findings(t.Context(), textOf("@misc{a}"), nil); err == nil || err.Error() != "no such rule" || asked != "/a.bib" {
		t.Errorf("the configuration of %s: %v", asked, err)
	}
}
