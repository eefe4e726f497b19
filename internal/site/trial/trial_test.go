package trial_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/internal/site/trial"
	"github.com/factcite/factcite/validate"
)

var today = time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)

func read(t *testing.T, name, text string) *trial.Result {
	t.Helper()
	result, err := trial.Read(t.Context(), name, text, today)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// TestRead reads a sentence, whose marks are the words of its fields.
func TestRead(t *testing.T) {
	got := read(t, "", "The paper 'Felt rims' by Ana Roe was published in the Journal of Quiet in 2021.\n")
	if got.Form != "text" || !strings.HasPrefix(got.Summary, "1 sentence") {
		t.Errorf("it is read as %s: %s", got.Form, got.Summary)
	}
	if len(got.Sentences) != 1 || len(got.Entries) != len(trial.Formats()) {
		t.Fatalf("%d sentences, %d formats", len(got.Sentences), len(got.Entries))
	}
	marks, label := map[string]string{}, ""
	for _, piece := range got.Sentences[0].Pieces {
		switch {
		case piece.Open:
			label = piece.Label
		case piece.Close:
			label = ""
		case label != "":
			marks[label] += piece.Text
		}
	}
	want := map[string]string{"title": "Felt rims", "authors": "Ana Roe", "container": "Journal of Quiet", "year": "2021"}
	if diff := cmp.Diff(want, marks); diff != "" {
		t.Errorf("marks (-want +got):\n%s", diff)
	}
	for _, entries := range got.Entries {
		if !strings.Contains(entries.Text, "Felt rims") {
			t.Errorf("%s: %q", entries.Format, entries.Text)
		}
	}
}

func TestReadSaysWhereFindingsAre(t *testing.T) {
	got := read(t, "refs.bib", "@article{a,\n  author = {Roe, Ana},\n  title = {Felt rims},\n  journal = {Quiet},\n  year = 2021,\n  pages = {9-3}\n}\n")
	if i := slices.IndexFunc(got.Findings, func(f validate.Finding) bool { return f.Rule == "pages-reversed" }); i < 0 || got.Findings[i].Line != 6 {
		t.Errorf("%+v", got.Findings)
	}
}

func TestReadsNothing(t *testing.T) {
	got := read(t, "", "")
	if got.Findings == nil || got.Entries == nil || got.Sentences == nil || len(got.Findings)+len(got.Entries)+len(got.Sentences) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestReadRefusesWhatIsTooLong(t *testing.T) {
	const want = "the text has 1048577 bytes, and the page reads 1048576: the command reads any length"
	if _, err := trial.Read(t.Context(), "", strings.Repeat("a", 1<<20+1), today); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	if _, err := trial.Read(t.Context(), "", strings.Repeat("a ", trial.MaxText/2), today); err != nil {
		t.Error(err)
	}
}

// TestReadsExamplesOfRules reads what the page of the rules offers to try: each text that
// yields a rule by itself.
func TestReadsExamplesOfRules(t *testing.T) {
	tried := 0
	for _, rule := range validate.Rules() {
		if len(rule.Bad) != 1 {
			continue
		}
		tried++
		example := rule.Bad[0]
		if got := read(t, example.Name, example.Text); !slices.ContainsFunc(got.Findings, func(f validate.Finding) bool { return f.Rule == rule.ID }) {
			t.Errorf("%s is not found in %s", rule.ID, example.Name)
		}
	}
	if tried < 50 {
		t.Errorf("%d rules have an example of one text", tried)
	}
}

func TestExamplesShowSomething(t *testing.T) {
	for _, example := range trial.Examples() {
		if got := read(t, example.Name, example.Text); len(got.Findings) == 0 || len(got.Entries) == 0 {
			t.Errorf("%s: %d findings, %d formats", example.Label, len(got.Findings), len(got.Entries))
		}
	}
}
