package report

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

// suites is the report as a CI system reads it.
type suites struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Skipped  int `xml:"skipped,attr"`
	Cases    []struct {
		Class   string `xml:"classname,attr"`
		Name    string `xml:"name,attr"`
		Failure *struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"failure"`
		Skipped *struct {
			Message string `xml:"message,attr"`
		} `xml:"skipped"`
		Out string `xml:"system-out"`
	} `xml:"testsuite>testcase"`
}

func readJUnit(t *testing.T, text string) suites {
	t.Helper()
	var s suites
	if err := xml.Unmarshal([]byte(text), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestJUnitFailsFrom(t *testing.T) {
	for failOn, want := range map[validate.Severity][]string{
		"":               {"reference-conflict", "unreadable-record"},
		validate.Error:   {"reference-conflict", "unreadable-record"},
		validate.Warning: {"missing-arxiv-id", "pages-reversed", "reference-conflict", "unreadable-record"},
		validate.Info:    {"missing-arxiv-id", "pages-reversed", "source-no-uri", "reference-conflict", "unreadable-record"},
		"never":          nil,
	} {
		s := readJUnit(t, render(t, "junit", sample(), &Options{FailOn: failOn}))
		var got []string
		for _, c := range s.Cases {
			if c.Failure != nil {
				got = append(got, c.Failure.Type)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", failOn, diff)
		}
		if s.Failures != len(got) || s.Tests != len(s.Cases) {
			t.Errorf("%q: says %d of %d fail, has %d of %d", failOn, s.Failures, s.Tests, len(got), len(s.Cases))
		}
	}
}

func TestJUnitSkipsWhatWasNotChecked(t *testing.T) {
	r := newRun([]validate.Finding{
		{Rule: "not-checked", Severity: validate.Info, Path: "a.jsonl", Line: 1, Fact: "f1", Message: "the service was down"},
		{Rule: "not-checked", Severity: validate.Info, Path: "a.jsonl", Line: 2, Fact: "f2", Message: "the service was down"},
		{Rule: "retracted", Severity: validate.Error, Path: "a.jsonl", Line: 2, Fact: "f2", Message: "it is retracted"},
	}, []validate.Checked{
		{Fact: "f1", Path: "a.jsonl", Line: 1},
		{Fact: "f2", Path: "a.jsonl", Line: 2},
		{Fact: "f3", Path: "a.jsonl", Line: 3},
		{Path: "a.jsonl", Line: 4, Unreadable: true},
		{Fact: "moss-2023", Path: "refs.bib", Line: 1},
	})
	r.rules = append(r.rules, validate.Rule{ID: "not-checked", Family: "authority"}, validate.Rule{ID: "retracted", Family: "authority"})
	got := map[string]string{}
	for _, c := range readJUnit(t, render(t, "junit", r, &Options{Authority: &Authority{}})).Cases {
		switch {
		case c.Failure != nil:
			got[c.Name] = "failed"
		case c.Skipped != nil:
			got[c.Name] = c.Skipped.Message
		default:
			got[c.Name] = "passed"
		}
	}
	want := map[string]string{
		"f1: authority": "the service was down", "f2: authority": "failed", "f3: authority": "passed",
		"moss-2023: gaps": "passed", "moss-2023: plausibility": "passed", "moss-2023: across facts": "passed",
		"moss-2023: .bib": "passed", "moss-2023: authority": "passed",
	}
	for _, family := range []string{"record", "provenance", "sentence", "gaps", "plausibility", "across facts"} {
		for _, fact := range []string{"f1", "f2", "f3"} {
			want[fact+": "+family] = "passed"
		}
		if family != "record" {
			want["line 4: "+family] = "the record could not be read"
		}
	}
	want["line 4: authority"] = "the record could not be read"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestJUnitHoldsHostileText(t *testing.T) {
	r := hostile()
	text := render(t, "junit", r, &Options{FailOn: validate.Warning})
	s := readJUnit(t, text)
	if want := r.summary.Findings.Warning; s.Failures != want {
		t.Errorf("%d failures for %d findings", s.Failures, want)
	}
	if strings.ContainsAny(text, "\x00\x1b\u202e") || strings.Contains(text, "]]>") {
		t.Error("a control character or the end of a CDATA section stands in the report")
	}
}
