package validate_test

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
)

// shared is a file of the measuring data, which is not part of the project.
func shared(t testing.TB, name string) string {
	t.Helper()
	dir := cmp.Or(os.Getenv("FACTCITE_SHARED"), filepath.Join("..", "..", "shared"))
	file := filepath.Join(dir, name)
	if _, err := os.Stat(file); err != nil {
		t.Skipf("the measuring data is not here: %v", err)
	}
	return file
}

func TestSeed(t *testing.T) {
	text, err := os.ReadFile(shared(t, "seed/expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var expected struct {
		Findings struct {
			Must    map[string][]string `json:"must"`
			MustNot map[string][]string `json:"must_not"`
		} `json:"findings"`
		BibEntries int `json:"bib_entries"`
	}
	if err := json.Unmarshal(text, &expected); err != nil {
		t.Fatal(err)
	}
	page, err := os.Open(shared(t, "seed/000_ab33a5eaacd93cc4.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer page.Close()
	number := map[string]string{} // from the id of a fact to its number on the page
	stream := func(yield func(validate.Input, error) bool) {
		for item, err := range fact.Read(page, "page.txt", nil) {
			if err == nil && item.Record != nil {
				number[item.Record.ID] = strconv.Itoa(len(number) + 1)
			}
			if !yield(validate.Input{Fact: item}, err) {
				return
			}
		}
	}
	res, err := validate.Check(t.Context(), stream, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	got := map[string][]string{}
	for _, f := range findings(t, res) {
		n := number[f.Fact]
		got[n] = append(got[n], f.Rule)
		if slices.Contains(expected.Findings.MustNot["any"], f.Rule) {
			t.Errorf("fact %s: %s: %s", n, f.Rule, f.Message)
		}
	}
	for n, rules := range expected.Findings.Must {
		for _, rule := range rules {
			if count(got[n], rule) < count(rules, rule) {
				t.Errorf("fact %s: no %s; it has %s", n, rule, strings.Join(got[n], ", "))
			}
		}
	}
	for n, rules := range expected.Findings.MustNot {
		for _, rule := range rules {
			if slices.Contains(got[n], rule) {
				t.Errorf("fact %s: has %s", n, rule)
			}
		}
	}
	if res.Summary.Works != expected.BibEntries {
		t.Errorf("%d works, want %d", res.Summary.Works, expected.BibEntries)
	}
}

func count(all []string, one string) int {
	n := 0
	for _, s := range all {
		if s == one {
			n++
		}
	}
	return n
}
