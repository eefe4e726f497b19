package validate_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/schema"
	"github.com/factcite/factcite/validate"
)

// today is the date that tests go by.
var today = time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)

// inputs reads the files of an example: .bib files, documents that cite, and
// records in any form.
func inputs(t testing.TB, examples []validate.Example) (iter.Seq2[validate.Input, error], *validate.Options) {
	t.Helper()
	opts := &validate.Options{Today: today}
	var all []validate.Input
	for _, e := range examples {
		if name, ok := strings.CutPrefix(e.Name, "texts/"); ok {
			if opts.Texts == nil {
				opts.Texts = texts{}
			}
			opts.Texts.(texts)[name] = e.Text
			continue
		}
		if e.Name == validate.OwnSchema {
			own, err := schema.Compile(e.Name, []byte(e.Text), nil)
			if err != nil {
				t.Fatal(err)
			}
			opts.Schema = own
			continue
		}
		switch path.Ext(e.Name) {
		case ".bib":
			all = append(all, validate.Input{Bib: bib.Read(e.Name, []byte(e.Text))})
		case ".tex":
			opts.Cited = append([]bib.CitedKey{}, bib.CitedKeys(e.Name, []byte(e.Text))...)
		case ".yaml":
			config, err := validate.ReadConfig(e.Name, []byte(e.Text))
			if err != nil {
				t.Fatal(err)
			}
			opts.Config = config
		default:
			for item, err := range fact.Read(strings.NewReader(e.Text), e.Name, nil) {
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, validate.Input{Fact: item})
			}
		}
	}
	return func(yield func(validate.Input, error) bool) {
		for _, input := range all {
			if !yield(input, nil) {
				return
			}
		}
	}, opts
}

// texts are the texts of sources by the last element of their addresses.
type texts map[string]string

func (t texts) Find(s *fact.Source) string {
	name := path.Base(s.URI) + ".txt"
	if _, ok := t[name]; !ok {
		return ""
	}
	return name
}

func (t texts) Read(_ context.Context, name string) (*ground.Document, error) {
	sum := sha256.Sum256([]byte(t[name]))
	return &ground.Document{Reading: ground.Reading{Text: t[name]}, Path: "texts/" + name, Hash: hex.EncodeToString(sum[:])}, nil
}

func checkExamples(t testing.TB, examples []validate.Example) []validate.Finding {
	t.Helper()
	stream, opts := inputs(t, examples)
	return check(t, stream, opts)
}

func check(t testing.TB, stream iter.Seq2[validate.Input, error], opts *validate.Options) []validate.Finding {
	t.Helper()
	res, err := validate.Check(t.Context(), stream, opts)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	return findings(t, res)
}

func findings(t testing.TB, res *validate.Result) []validate.Finding {
	t.Helper()
	var all []validate.Finding
	for f, err := range res.Findings() {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, f)
	}
	return all
}

// together splits examples into those that are read each on its own, unless one
// of them is only read along with the others.
func together(examples []validate.Example, bad bool) [][]validate.Example {
	companions := slices.ContainsFunc(examples, func(e validate.Example) bool {
		return bad && e.At == "" || e.Name == validate.OwnSchema || path.Ext(e.Name) == ".tex" || path.Ext(e.Name) == ".yaml"
	})
	if companions {
		return [][]validate.Example{examples}
	}
	var each [][]validate.Example
	for _, e := range examples {
		each = append(each, []validate.Example{e})
	}
	return each
}

func TestBadExamplesYieldTheirRule(t *testing.T) {
	for _, rule := range validate.Rules() {
		if len(rule.Bad) == 0 {
			t.Errorf("%s: no bad example", rule.ID)
		}
		if rule.Family == "authority" {
			continue // the command's tests run these: they need an index
		}
		for i, examples := range together(rule.Bad, true) {
			t.Run(fmt.Sprintf("%s/%d", rule.ID, i), func(t *testing.T) {
				var want, got []string
				for _, e := range examples {
					if e.At != "" {
						want = append(want, e.Name+":"+e.At)
					}
				}
				for _, f := range checkExamples(t, examples) {
					place := fmt.Sprintf("%s:%d:%d", f.Path, f.Line, f.Column)
					switch {
					case f.Rule == rule.ID:
						got = append(got, place)
					case !slices.Contains(rule.Also, f.Rule):
						t.Errorf("%s: also yields %s: %s", place, f.Rule, f.Message)
					}
				}
				if !slices.Equal(got, want) {
					t.Errorf("yields the rule at %q, want %q", got, want)
				}
			})
		}
	}
}

func TestGoodExamplesYieldNothingOfTheFamily(t *testing.T) {
	family := map[string]string{}
	for _, rule := range validate.Rules() {
		family[rule.ID] = rule.Family
	}
	for _, rule := range validate.Rules() {
		if len(rule.Good) == 0 {
			t.Errorf("%s: no good example", rule.ID)
		}
		if rule.Family == "authority" {
			continue
		}
		for i, examples := range together(rule.Good, false) {
			t.Run(fmt.Sprintf("%s/%d", rule.ID, i), func(t *testing.T) {
				for _, f := range checkExamples(t, examples) {
					if family[f.Rule] == rule.Family {
						t.Errorf("%s:%d:%d: yields %s: %s", f.Path, f.Line, f.Column, f.Rule, f.Message)
					}
				}
			})
		}
	}
}

func TestRulesAreDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range validate.Rules() {
		if seen[rule.ID] {
			t.Errorf("%s: two rules have this id", rule.ID)
		}
		seen[rule.ID] = true
		if rule.Title == "" || rule.Doc == "" || rule.Family == "" || rule.Since == "" || rule.Severity == "" {
			t.Errorf("%s: a member of the rule is empty: %+v", rule.ID, rule)
		}
		for _, also := range rule.Also {
			if !slices.ContainsFunc(validate.Rules(), func(r validate.Rule) bool { return r.ID == also }) {
				t.Errorf("%s: there is no rule %q to yield also", rule.ID, also)
			}
		}
	}
}
