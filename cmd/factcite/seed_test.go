package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
)

// shared returns the path of a file of the shared measuring data, or skips.
func shared(t *testing.T, name string) string {
	t.Helper()
	root := os.Getenv("FACTCITE_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	path := filepath.Join(root, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no shared data: %v", err)
	}
	return path
}

// factcite runs the command and returns what it printed.
func factcite(t *testing.T, wantCode int, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), args, strings.NewReader(""), &stdout, &stderr); code != wantCode {
		t.Fatalf("factcite %q exited %d, want %d\n%s%s", args, code, wantCode, stdout.Bytes(), stderr.Bytes())
	}
	return stdout.Bytes()
}

// expectation is what expected.json says of the seed page.
type expectation struct {
	Concept struct {
		Name     string
		NodeType string `json:"node_type"`
		Aliases  []string
	}
	Sources []struct {
		Title, Domain string
		AuthorOrg     string `json:"author_org"`
		PublishedDate string `json:"published_date"`
		Facts         [2]int
	}
	Types      []fact.Type
	References []struct {
		Fact                                            int
		Type, Title, Container, Pages, Year, ArXiv, DOI string
		Derived                                         map[string]string
	}
	Mentions map[string][][2]string
	Findings struct {
		Must    map[string][]string
		MustNot map[string][]string `json:"must_not"`
	}
	BibEntries int `json:"bib_entries"`
	Named      map[string][]string
}

func readExpectation(t *testing.T) expectation {
	text, err := os.ReadFile(shared(t, "seed/expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want expectation
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	return want
}

// decodeLines decodes JSON Lines.
func decodeLines[T any](t *testing.T, text []byte) []T {
	t.Helper()
	var list []T
	for line := range bytes.Lines(text) {
		var value T
		if err := json.Unmarshal(line, &value); err != nil {
			t.Fatalf("%v\n%s", err, line)
		}
		list = append(list, value)
	}
	return list
}

const seedPage = "seed/000_ab33a5eaacd93cc4.txt"

func TestSeedRecords(t *testing.T) {
	want := readExpectation(t)
	records := decodeLines[fact.Record](t, factcite(t, 0, "facts", shared(t, seedPage)))
	if len(records) != len(want.Types) {
		t.Fatalf("%d records, want %d", len(records), len(want.Types))
	}
	for i, record := range records {
		if record.Type != want.Types[i] {
			t.Errorf("fact %d is a %s, want %s", i+1, record.Type, want.Types[i])
		}
		concept := []fact.Concept{{Name: want.Concept.Name, NodeType: want.Concept.NodeType, Aliases: want.Concept.Aliases}}
		if diff := cmp.Diff(concept, record.Concepts); diff != "" {
			t.Errorf("concept of fact %d (-want +got):\n%s", i+1, diff)
		}
	}
	for _, source := range want.Sources {
		for n := source.Facts[0]; n <= source.Facts[1]; n++ {
			expected := []fact.Source{{Title: source.Title, Domain: source.Domain, AuthorOrg: source.AuthorOrg, PublishedDate: source.PublishedDate}}
			if diff := cmp.Diff(expected, records[n-1].Sources); diff != "" {
				t.Errorf("source of fact %d (-want +got):\n%s", n, diff)
			}
		}
	}
}

func TestSeedReferences(t *testing.T) {
	want := readExpectation(t)
	lines := decodeLines[extractionRecord](t, factcite(t, 0, "refs", shared(t, seedPage)))
	references := 0
	for i, line := range lines {
		references += len(line.References)
		var named []string
		for _, work := range line.Named {
			named = append(named, work.Title)
		}
		if diff := cmp.Diff(want.Named[strconv.Itoa(i+1)], named); diff != "" {
			t.Errorf("named by fact %d (-want +got):\n%s", i+1, diff)
		}
		var mentions [][2]string
		for _, mention := range line.Mentions {
			mentions = append(mentions, [2]string{strings.Join(mention.Authors, ", "), mention.Year})
		}
		if diff := cmp.Diff(want.Mentions[strconv.Itoa(i+1)], mentions); diff != "" {
			t.Errorf("mentions of fact %d (-want +got):\n%s", i+1, diff)
		}
	}
	if references != len(want.References) {
		t.Errorf("%d references, want %d", references, len(want.References))
	}
	for _, expected := range want.References {
		if len(lines[expected.Fact-1].References) != 1 {
			t.Errorf("fact %d has %d references, want 1", expected.Fact, len(lines[expected.Fact-1].References))
			continue
		}
		got := lines[expected.Fact-1].References[0]
		stated := citation.Reference{
			Type: citation.EntryType(expected.Type), Title: expected.Title, Container: expected.Container,
			Pages: expected.Pages, Year: expected.Year, ArXiv: expected.ArXiv, DOI: expected.DOI,
		}
		for field, value := range expected.Derived {
			if got.Derived[field].Value != value || got.Derived[field].From == "" {
				t.Errorf("fact %d: %s is derived as %q, want %q and a reason", expected.Fact, field, got.Derived[field], value)
			}
		}
		got.Spans, got.Derived = nil, nil
		if diff := cmp.Diff(stated, got); diff != "" {
			t.Errorf("reference of fact %d (-want +got):\n%s", expected.Fact, diff)
		}
	}
}

func TestSeedFindings(t *testing.T) {
	want := readExpectation(t)
	page := shared(t, seedPage)
	records := decodeLines[fact.Record](t, factcite(t, 0, "facts", page))
	var report struct {
		Findings []struct{ Rule, Fact string }
	}
	if err := json.Unmarshal(factcite(t, 0, "check", "-q", "--format", "json", page), &report); err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{} // by the fact's number, and all of them under "any"
	for _, finding := range report.Findings {
		number := slices.IndexFunc(records, func(r fact.Record) bool { return r.ID == finding.Fact })
		found[strconv.Itoa(number+1)] = append(found[strconv.Itoa(number+1)], finding.Rule)
		found["any"] = append(found["any"], finding.Rule)
	}
	count := func(rules []string, rule string) (n int) {
		for _, r := range rules {
			if r == rule {
				n++
			}
		}
		return n
	}
	for number, rules := range want.Findings.Must {
		for _, rule := range rules {
			if got, least := count(found[number], rule), count(rules, rule); got < least {
				t.Errorf("fact %s has %d findings of %s, want %d", number, got, rule, least)
			}
		}
	}
	for number, rules := range want.Findings.MustNot {
		for _, rule := range rules {
			if count(found[number], rule) > 0 {
				t.Errorf("fact %s has a finding of %s, want none", number, rule)
			}
		}
	}
}

func TestSeedBibliography(t *testing.T) {
	want := readExpectation(t)
	bib := bib.Read("seed.bib", factcite(t, 0, "bib", shared(t, seedPage)))
	if len(bib.Entries) != want.BibEntries || len(bib.Errors) > 0 {
		t.Errorf("%d entries, want %d; errors %v", len(bib.Entries), want.BibEntries, bib.Errors)
	}
}

// TestSameBytes holds that the number of processors changes nothing.
func TestSameBytes(t *testing.T) {
	page := "../../testdata/pages/synthetic-data.txt"
	runs := [][]string{
		{"check", "-q", "--today", "2026-09-21", "--format", "json", page},
		{"check", "-q", "--today", "2026-09-21", "--format", "json", "--workers", "7", page},
		{"bib", page}, {"refs", page}, {"facts", page},
	}
	before := map[string][]byte{}
	for _, processors := range []int{1, 2, 8} {
		previous := runtime.GOMAXPROCS(processors)
		for _, args := range runs {
			verb := args[0]
			out := factcite(t, 0, args...)
			if first, ok := before[verb]; ok && !bytes.Equal(first, out) {
				t.Errorf("%q differs on %d processors", args, processors)
			}
			before[verb] = out
		}
		runtime.GOMAXPROCS(previous)
	}
}
