package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/validate"
)

// findingsAgainst checks the facts of an example against an index of what it says
// is known.
func findingsAgainst(t *testing.T, examples []validate.Example) []validate.Finding {
	t.Helper()
	folder := t.TempDir()
	known := ""
	for _, e := range examples {
		if e.IsKnownWorks() {
			known = filepath.Join(folder, e.Name)
		}
		if err := os.WriteFile(filepath.Join(folder, e.Name), []byte(e.Text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	index := filepath.Join(folder, "known.index")
	factcite(t, exitClean, "index", "-q", known, "-o", index)
	var report struct{ Findings []validate.Finding }
	out := factcite(t, exitClean, "check", "-q", "--format", "json", "--fail-on", "never", "--today", "2026-06-01", "--index", index, filepath.Join(folder, "facts.jsonl"))
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	return report.Findings
}

func TestExamplesOfKnownWorks(t *testing.T) {
	for _, rule := range validate.Rules() {
		if rule.Family != "authority" || rule.OptIn {
			continue // of the latter, what works are compared with is more than an index
		}
		t.Run(rule.ID, func(t *testing.T) {
			var at []string
			for _, f := range findingsAgainst(t, rule.Bad) {
				switch {
				case f.Rule == rule.ID:
					at = append(at, fmt.Sprintf("%d:%d", f.Line, f.Column))
				case familyOf(f.Rule) == "authority" && !slices.Contains(rule.Also, f.Rule):
					t.Errorf("also yields %s: %s", f.Rule, f.Message)
				}
			}
			if want := []string{rule.Bad[0].At}; !slices.Equal(at, want) {
				t.Errorf("the bad example yields the rule at %q, want %q", at, want)
			}
			for _, f := range findingsAgainst(t, rule.Good) {
				if familyOf(f.Rule) == "authority" {
					t.Errorf("the good example yields %s: %s", f.Rule, f.Message)
				}
			}
		})
	}
}

func familyOf(id string) string {
	for _, rule := range validate.Rules() {
		if rule.ID == id {
			return rule.Family
		}
	}
	return ""
}

// seedIndex builds an index of the published records of the works on the seed
// page, from CSL-JSON.
func seedIndex(t *testing.T) (page, index string) {
	page = shared(t, "seed/000_ab33a5eaacd93cc4.txt")
	text, err := os.ReadFile(shared(t, "seed/records.json"))
	if err != nil {
		t.Fatal(err)
	}
	var records struct {
		Works []struct {
			ID, Title, Venue, Pages, Publisher, DOI string
			Authors                                 []string
			Year                                    int
			ArXiv                                   struct{ ID string }
			Variants                                []struct{ Title string } `json:"title_variants"`
		}
	}
	if err := json.Unmarshal(text, &records); err != nil {
		t.Fatal(err)
	}
	var items []citation.CSLItem
	for _, w := range records.Works {
		r := citation.Reference{
			Type: citation.InProceedings, Title: w.Title, Container: w.Venue, Pages: w.Pages, Publisher: w.Publisher, DOI: w.DOI,
			Year: fmt.Sprint(w.Year), ArXiv: w.ArXiv.ID,
		}
		if strings.Contains(w.Venue, "arXiv") {
			r.Type, r.Container = citation.Misc, ""
		}
		for _, name := range w.Authors {
			given, family, _ := cutLast(name, " ")
			r.Authors = append(r.Authors, citation.Name{Given: given, Family: family})
		}
		items = append(items, citation.CSL(w.ID, &r))
	}
	dump, err := json.Marshal(items)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "records.json")
	if err := os.WriteFile(file, dump, 0o644); err != nil {
		t.Fatal(err)
	}
	index = filepath.Join(folder, "seed.index")
	factcite(t, exitClean, "index", "-q", "--date", "2026-09", file, "-o", index)
	return page, index
}

func cutLast(s, separator string) (before, after string, found bool) {
	i := strings.LastIndex(s, separator)
	if i < 0 {
		return "", s, false
	}
	return s[:i], s[i+len(separator):], true
}

func TestSeedAgainstKnownWorks(t *testing.T) {
	page, index := seedIndex(t)
	var report struct {
		Verification validate.Verification
		Index        struct{ Works int }
		Findings     []validate.Finding
	}
	out := factcite(t, exitClean, "check", "-q", "--format", "json", "--fail-on", "never", "--index", index, page)
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	if want := (validate.Verification{Agree: 5, Contradicted: 1}); report.Verification != want || report.Index.Works == 0 {
		t.Errorf("verification is %+v of an index of %d works, want %+v", report.Verification, report.Index.Works, want)
	}
	const factsOnLine11 = 10 // facts are on lines 11 to 25 of the page, but for the source headers
	got := map[int]map[string][]string{}
	for _, f := range report.Findings {
		if familyOf(f.Rule) == "authority" {
			fact := f.Line - factsOnLine11
			if got[fact] == nil {
				got[fact] = map[string][]string{}
			}
			got[fact][f.Rule] = append(got[fact][f.Rule], f.Field)
		}
		if f.Rule == "mention-unresolved" && strings.HasPrefix(f.Stated, "Dohmatob") {
			t.Errorf("%s", f.Message)
		}
		if f.Rule == "contradicted-venue" && f.Known != "First Conference on Language Modeling" {
			t.Errorf("%s", f.Message)
		}
	}
	for fact, rules := range map[int]map[string][]string{
		1:  {"gap-fillable": {"authors"}},
		4:  {"gap-fillable": {"authors", "container"}, "superseded-preprint": {"container"}},
		7:  {"gap-fillable": {"authors", "container", "year"}, "superseded-preprint": {"container"}},
		8:  {"gap-fillable": {"authors"}},
		9:  {"gap-fillable": {"authors", "container", "year"}},
		10: {"contradicted-venue": {"container"}, "gap-fillable": {"authors", "year"}},
	} {
		for rule, fields := range rules {
			for _, field := range fields {
				if !slices.Contains(got[fact][rule], field) {
					t.Errorf("fact %d: no %s of the %s; it has %v", fact, rule, field, got[fact])
				}
			}
		}
		if fact != 10 && got[fact]["contradicted-venue"] != nil {
			t.Errorf("fact %d is contradicted", fact)
		}
	}
}

func TestSeedIsFilled(t *testing.T) {
	page, index := seedIndex(t)
	bib := bib.Read("refs.bib", factcite(t, exitClean, "bib", "-q", "--index", index, "--fill", page))
	if len(bib.Entries) != 6 || len(bib.Errors) != 0 {
		t.Fatalf("%d entries, errors %v", len(bib.Entries), bib.Errors)
	}
	venues := map[string]string{}
	for i := range bib.Entries {
		e := &bib.Entries[i]
		r, _ := citation.BibReference(bib, e)
		year := r.Year + r.Derived["year"].Value
		venues[strings.ToLower(r.Title[:9])] = year
		if len(r.Authors) == 0 || year == "" || r.Container == "" || r.ArXiv == "" || e.Field("x-filled") == nil {
			t.Errorf("%s: authors %v, year %q, venue %q, arXiv %q, x-filled %v", e.Key, r.Authors, r.Year, r.Container, r.ArXiv, e.Field("x-filled"))
		}
	}
	want := map[string]string{"synthetic": "2023", "datadream": "2024", "collapse ": "2025", "is model ": "2024", "towards a": "2025", "best prac": "2024"}
	if diff := cmp.Diff(want, venues); diff != "" {
		t.Errorf("years (-want +got):\n%s", diff)
	}
}
