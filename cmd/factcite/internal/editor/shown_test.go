package editor

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/validate"
)

// TestDiagnostics holds what of a finding is shown, and where.
func TestDiagnostics(t *testing.T) {
	d := textOf("one\ntwo\nthree\n")
	at := func(line, from, to int) extent { return extent{position{line, from}, position{line, to}} }
	for _, c := range []struct {
		name string
		f    validate.Finding
		want diagnostic
	}{
		{"to the end of the line", validate.Finding{Rule: "r", Severity: validate.Error, Message: "m", Line: 2, Column: 2}, diagnostic{Range: at(1, 1, 3), Severity: 1, Code: "r", Message: "m"}},
		{"to an end", validate.Finding{Severity: validate.Warning, Message: "m", Help: "h", Line: 3, Column: 1, EndLine: 3, EndColumn: 3}, diagnostic{Range: at(2, 0, 2), Severity: 2, Message: "m\nh"}},
		{"to an end before it", validate.Finding{Severity: validate.Info, Line: 3, Column: 3, EndLine: 3, EndColumn: 1}, diagnostic{Range: at(2, 2, 2), Severity: 3}},
		{"with what is related here", validate.Finding{Severity: validate.Info, Line: 1, Column: 1, Related: []validate.Related{{Path: "/a.bib", Line: 2, Column: 3, Stated: "2012"}}},
			diagnostic{Range: at(0, 0, 3), Severity: 3, Related: []relatedDiagnostic{{location{"file:///a.bib", at(1, 2, 2)}, "stated here: 2012"}}}},
		{"with what is related elsewhere", validate.Finding{Severity: validate.Info, Line: 1, Column: 1, Related: []validate.Related{{Path: "/b.bib", Line: 2, Column: 3, Stated: "2012"}}},
			diagnostic{Range: at(0, 0, 3), Severity: 3, Related: []relatedDiagnostic{{location{URI: "file:///b.bib"}, "stated here: 2012"}}}},
	} {
		c.want.Source = "factcite"
		if diff := cmp.Diff(c.want, d.diagnostic(&c.f)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestDocumentsThatCite holds of which kind of document the keys are looked up.
func TestDocumentsThatCite(t *testing.T) {
	for path, want := range map[string]bool{"a.tex": true, "a.md": true, "a.markdown": true, "a.qmd": true, "a.Rmd": true, "a.typ": true, "a.rst": true, "a.bib": false, "a.jsonl": false, "a": false} {
		if cites(path) != want {
			t.Errorf("%s cites: %t", path, !want)
		}
	}
	s := &server{Options: Options{Checks: validate.Options{Today: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)}}}
	d := &document{uri: "file:///a.tex", path: "/a.tex"}
	d.set(`\cite{felt}` + "\n")
	for _, c := range []struct {
		beside []*document
		want   []string
	}{
		{nil, nil},
		{[]*document{textOf("@misc{oats, title = {Oats}}")}, []string{"cited-key-missing"}},
		{[]*document{textOf("@misc{felt, title = {Felt}}")}, nil},
	} {
		found, err := s.findings(t.Context(), d, c.beside)
		var rules []string
		for _, f := range found {
			rules = append(rules, f.Rule)
		}
		if diff := cmp.Diff(c.want, rules); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
}

// TestEdits holds that an edit between two texts is as small as can be, in whole characters.
func TestEdits(t *testing.T) {
	for _, c := range []struct{ text, other, old, new string }{
		{"abc", "abc", "", ""},
		{"abc", "axc", "b", "x"},
		{"abc", "abcd", "", "d"},
		{"abc", "bc", "a", ""},
		{"aa", "aaa", "", "a"},
		{"éa", "èa", "é", "è"},
		{"aé", "aè", "é", "è"},
		{"a©", "aé", "©", "é"}, // their last bytes are the same
		{"é", "", "é", ""},
		{"", "é", "", "é"},
	} {
		d := textOf(c.text)
		edit := d.edit(c.other)
		if old := c.text[d.offset(edit.Range.Start):d.offset(edit.Range.End)]; old != c.old || edit.NewText != c.new {
			t.Errorf("%q becomes %q by %q in place of %q", c.text, c.other, edit.NewText, old)
		}
	}
}

// TestWorksOfDocuments holds which works a document names, and where.
func TestWorksOfDocuments(t *testing.T) {
	for _, c := range []struct {
		path, text string
		want       []string
	}{
		{"/a.bib", "@misc{a, title = {Felt}, x-facts = {f1}}\n@misc{b, title = {Hay}}\n", []string{"a  Felt f1 @misc{a, title = {Felt}, x-facts = {f1}}", "b  Hay  @misc{b, title = {Hay}}"}},
		{"/a.md", "Felt.\n\nAna Roe wrote 'Felt' in 2012. Bo Lim wrote 'Hay'.\n", []string{"Felt  Ana Roe wrote 'Felt' in 2012.", "Hay  Bo Lim wrote 'Hay'."}},
		{"/a.html.unknown", "Ana Roe wrote 'Felt' in 2012.", nil},
	} {
		d := &document{uri: "file://" + c.path, path: c.path}
		d.set(c.text)
		var got []string
		for _, w := range d.works() {
			line := w.reference.Title + " " + w.facts + " " + c.text[w.start:w.end]
			if w.key != "" {
				line = w.key + "  " + line
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.path, diff)
		}
	}
}

// TestAnswersShown holds what is said of an answer beside an entry.
func TestAnswersShown(t *testing.T) {
	work := &authority.Work{Origin: authority.Origin{Source: "dblp", Date: "2026-11"}}
	work.Record.DOI = "10.1234/x"
	for _, c := range []struct {
		answer authority.Answer
		want   string
	}{
		{authority.Answer{Verdict: authority.NotFound}, "**not found**\n"},
		{authority.Answer{Verdict: authority.NotCovered, Reason: "no *book*"}, "**not covered**: no \\*book\\*\n"},
		{authority.Answer{Verdict: authority.Agree, Work: work, Fillable: []string{"doi"}}, "**agree** (dblp 2026-11)\n- doi is known: 10.1234/x\n"},
		{authority.Answer{Verdict: authority.Contradicted, Work: work, Differences: []authority.Difference{{Field: "year", Stated: "2012", Known: "2019"}}},
			"**contradicted** (dblp 2026-11)\n- year: stated 2012, known 2019\n"},
	} {
		if diff := cmp.Diff(c.want, known(c.answer)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	retracted := authority.Answer{Verdict: authority.Agree, Retraction: &authority.Retraction{Date: "2022-03-04"}}
	if got := known(retracted); got != "**agree**\n- retracted: "+escaped(retracted.Retraction.String())+"\n" {
		t.Errorf("%q", got)
	}
}
