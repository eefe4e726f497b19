package report

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/golden"
	"github.com/factcite/factcite/validate"
)

// each yields the values without an error.
func each[T any](values []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range values {
			if !yield(v, nil) {
				return
			}
		}
	}
}

// newRun is a run with these findings on these records. The works are the
// first mention of each.
func newRun(findings []validate.Finding, checked []validate.Checked) *run {
	r := &run{
		rules:    sampleRules(),
		today:    time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC),
		findings: each(findings),
		checked:  each(checked),
		verified: each([]validate.Verified(nil)),
	}
	for _, f := range findings {
		switch f.Severity {
		case validate.Error:
			r.summary.Findings.Error++
		case validate.Warning:
			r.summary.Findings.Warning++
		default:
			r.summary.Findings.Info++
		}
	}
	works := map[int]*citation.Publication{}
	for _, c := range checked {
		r.summary.Records++
		if c.Unreadable {
			r.summary.Unreadable++
		} else {
			r.summary.Valid++
		}
		r.summary.References += len(c.References)
		for i, n := range c.Works {
			if works[n] == nil {
				works[n] = &citation.Publication{Key: fmt.Sprintf("work-%d", n), Reference: c.References[i], Index: n}
			}
			works[n].Facts = append(works[n].Facts, c.Fact)
		}
	}
	var all []*citation.Publication
	for n := range len(works) {
		work := works[n]
		all = append(all, work)
		r.completeness.Works++
		r.completeness.Venues++
		r.needed += 6 // fields of an article
		r.known += 6 - len(validate.Gaps(&work.Reference))
		if work.Reference.Title != "" {
			r.completeness.Title++
		}
		if len(work.Reference.Authors) > 0 {
			r.completeness.Author++
		}
		if work.Reference.Year != "" || work.Reference.Derived["year"].Value != "" {
			r.completeness.Year++
		}
		if work.Reference.Container != "" {
			r.completeness.Venue++
		}
		if work.Reference.ArXiv+work.Reference.DOI != "" {
			r.completeness.Identifier++
		}
	}
	r.summary.Works = len(all)
	r.work = func(index int) *citation.Publication { return all[index] }
	return r
}

func sampleRules() []validate.Rule {
	return []validate.Rule{
		{ID: "unreadable-record", Title: "A record cannot be read", Family: "record", Severity: validate.Error,
			Doc: "What stands here is no record.\n\nMend it at the place named."},
		{ID: "source-no-uri", Title: "A source has no address", Family: "provenance", Severity: validate.Info,
			Doc: "Nobody can look the fact up."},
		{ID: "missing-arxiv-id", Title: "A preprint without its arXiv ID", Family: "gaps", Severity: validate.Warning,
			Doc: "Papers of this kind are on arXiv.\n\nLook the paper up and add its ID.",
			Bad: []validate.Example{{Name: "facts.jsonl", Text: `{"fact_type":"reference"}`, At: "1:1"}}},
		{ID: "pages-reversed", Title: "Pages run backwards", Family: "plausibility", Severity: validate.Warning,
			Doc: "The last page comes before the first."},
		{ID: "reference-conflict", Title: "Two facts disagree on a work", Family: "across facts", Severity: validate.Error,
			Doc: "Two facts state different values for one work."},
	}
}

// sample is a run with a finding of every severity, on invented works.
func sample() *run {
	felt := "The paper 'Felt rims' by Ada Moss was published in the Proceedings of the 2023 Conference on Carts, pp. 121–104."
	span := func(content, words string) citation.Span {
		at := strings.Index(content, words)
		return citation.Span{at, at + len(words)}
	}
	oak := "The preprint 'Oak & <iron> spokes' (arXiv 2402.10379) is by Bo Fell."
	return newRun([]validate.Finding{
		{Rule: "missing-arxiv-id", Severity: validate.Warning, Path: "facts/carts 1.jsonl", Line: 1, Column: 40, EndLine: 1, EndColumn: 53,
			Message: `"Felt rims" has no arXiv ID, though papers of this venue are customarily on arXiv`, Pointer: "/content", Fact: "f1", Field: "arxiv",
			Help: "look the paper up on arxiv.org and add its ID to the fact", Fingerprint: "11aa"},
		{Rule: "pages-reversed", Severity: validate.Warning, Path: "facts/carts 1.jsonl", Line: 1, Column: 130, EndLine: 1, EndColumn: 137,
			Message: `pages run backwards: "121–104"`, Fact: "f1", Field: "pages", Stated: "121–104", Fingerprint: "22bb"},
		{Rule: "source-no-uri", Severity: validate.Info, Path: "facts/carts 1.jsonl", Line: 2, Column: 1, Fact: "f2",
			Message: "source 1 has no address", Fingerprint: "44dd"},
		{Rule: "reference-conflict", Severity: validate.Error, Path: "facts/carts 1.jsonl", Line: 2, Column: 12,
			Message: `"Oak & <iron> spokes" is of 2024 here and of 2021 in fact "f1"`, Fact: "f2", Field: "year", Stated: "2024", Known: "2021",
			Related:     []validate.Related{{Path: "facts/carts 1.jsonl", Line: 1, Column: 12, Fact: "f1", Stated: "2021"}},
			Fingerprint: "33cc"},
		{Rule: "unreadable-record", Severity: validate.Error, Path: "facts/carts 1.jsonl", Line: 3, Column: 7,
			Message: "the record ends inside a string", Fingerprint: "55ee"},
	}, []validate.Checked{
		{Fact: "f1", Path: "facts/carts 1.jsonl", Line: 1, Column: 1, Content: felt, Source: "A survey of carts",
			References: []citation.Reference{{
				Type: citation.InProceedings, Title: "Felt rims", Authors: []citation.Name{{Given: "Ada", Family: "Moss"}},
				Container: "Proceedings of the 2023 Conference on Carts", Year: "2023", Pages: "121–104",
				Spans: map[string]citation.Span{
					"title": span(felt, "Felt rims"), "authors": span(felt, "Ada Moss"),
					"container": span(felt, "Proceedings of the 2023 Conference on Carts"),
					"year":      span(felt, "2023"), "pages": span(felt, "121–104"),
				},
			}}, Works: []int{0}},
		{Fact: "f2", Path: "facts/carts 1.jsonl", Line: 2, Column: 1, Content: oak, Source: "wheels.example",
			References: []citation.Reference{{
				Type: citation.Misc, Title: "Oak & <iron> spokes", ArXiv: "2402.10379", Authors: []citation.Name{{Given: "Bo", Family: "Fell"}},
				Spans: map[string]citation.Span{
					"title": span(oak, "Oak & <iron> spokes"), "arxiv": span(oak, "2402.10379"), "authors": span(oak, "Bo Fell"),
				},
				Derived: map[string]citation.Derived{"year": {Value: "2024", From: "arXiv 2402.10379"}},
			}}, Works: []int{1}},
		{Path: "facts/carts 1.jsonl", Line: 3, Column: 1, Unreadable: true},
		{Fact: "f4", Path: "facts/carts 1.jsonl", Line: 4, Column: 1, Content: "Carts are old.", Source: "wheels.example"},
	})
}

// sampleAuthority is an index and two services, and what they answered.
func sampleAuthority() *Authority {
	return &Authority{
		Index:        &Index{Name: "carts.index", Date: "2026-01", Works: 1234, Coverage: "dblp 2026-01: 1,234"},
		Services:     []string{"Crossref", "arXiv"},
		Verification: validate.Verification{Agree: 1, Contradicted: 2000, NotFound: 3, NotCovered: 4, NotChecked: 5},
	}
}

// hostileWords would each do harm in some format if they were not escaped.
var hostileWords = []string{
	"</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "]]>", "javascript:alert(1)",
	"\x1b[31mred\x1b]0;title\x07", "\u009b31m", "::error::stolen", "\n::error file=a::stolen", "\r\n::set-output name=a::b", "##[error]stolen",
	"##vso[task.complete]", "%0A::error::stolen", "%0D", `\input{/etc/passwd}`, "\x00", "\u202egnp.exe", "\xff\xfe", "| a | b |", "`code`",
	"[a](javascript:b)", "![a](http://evil.example/a.png)", "https://evil.example/", "www.evil.example", "@octocat", "\t", "\v", "\ufffe", "\U000e0041",
	"=cmd|' /C calc'!A0", "{{.}}", "${{ secrets.A }}", "*bold* _em_ ~~gone~~", "# heading", "'\"",
}

// hostile is a run in which everything that an input decides is hostile.
func hostile() *run {
	words := append([]string{strings.Repeat("a", 1<<20)}, hostileWords...)
	var findings []validate.Finding
	var checked []validate.Checked
	for i, word := range words {
		id := fmt.Sprint(word, i)
		findings = append(findings, validate.Finding{
			Rule: "pages-reversed", Severity: validate.Warning, Message: word, Path: word, Line: 1, Column: 1,
			Pointer: word, Fact: id, Field: word, Stated: word, Known: word, Help: word, Fingerprint: fmt.Sprint(i),
			Related: []validate.Related{{Path: word, Line: 1, Column: 1, Fact: word, Stated: word}},
		})
		checked = append(checked, validate.Checked{
			Fact: id, Path: word, Line: 1, Column: 1, Content: "The book " + word + " is good.", Source: word,
			References: []citation.Reference{{Type: citation.Book, Title: word, Publisher: "a", Spans: map[string]citation.Span{
				"title": {9, 9 + len(word)}, "publisher": {0, 1 << 40}, "year": {7, 3}, word: {0, 3}}}},
			Works: []int{i},
		})
	}
	return newRun(findings, checked)
}

func render(t testing.TB, format string, r *run, opts *Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, format, r, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, f := range Formats() {
		t.Run(f, func(t *testing.T) {
			opts := &Options{Version: "1.2.3"}
			golden.Compare(t, "testdata/"+"findings."+f, render(t, f, sample(), opts))
			golden.Compare(t, "testdata/"+"clean."+f, render(t, f, newRun(nil, nil), opts))
			opts.FailOn, opts.Color, opts.Authority = validate.Warning, true, sampleAuthority()
			golden.Compare(t, "testdata/"+"authority."+f, render(t, f, sample(), opts))
			if again := render(t, f, sample(), opts); again != render(t, f, sample(), opts) {
				t.Error("the same run gave other bytes the second time")
			}
		})
	}
}

func TestUnknownFormat(t *testing.T) {
	err := write(io.Discard, "xml", sample(), nil)
	if err == nil || !strings.Contains(err.Error(), `no report format is called "xml": use one of text, json`) {
		t.Errorf("got %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestFailedWritesAreReported(t *testing.T) {
	for _, f := range Formats() {
		if err := write(failing{}, f, hostile(), nil); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%s: a failed write is reported as %v", f, err)
		}
	}
}

// TestFailedReadsAreReported fails each reading of findings and records that a
// format makes, after some of them were read.
func TestFailedReadsAreReported(t *testing.T) {
	for _, f := range Formats() {
		for _, what := range []string{"findings", "checked"} {
			for failAt := 1; ; failAt++ {
				lost := fmt.Errorf("reading %d of the %s failed", failAt, what)
				readings, r := 0, sample()
				if what == "findings" {
					r.findings = failingAt(r.findings, failAt, &readings, lost)
				} else {
					r.checked = failingAt(r.checked, failAt, &readings, lost)
				}
				err := write(io.Discard, f, r, nil)
				if readings < failAt {
					break
				}
				if !errors.Is(err, lost) {
					t.Errorf("%s: %v is reported as %v", f, lost, err)
				}
			}
		}
	}
}

// failingAt fails the reading of that number at its second value.
func failingAt[T any](values iter.Seq2[T, error], failAt int, readings *int, lost error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		*readings++
		n := 0
		for v, err := range values {
			if n++; n == 2 && *readings == failAt {
				err = lost
			}
			if !yield(v, err) {
				return
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	r := manyRecords(10_000)
	for _, f := range Formats() {
		b.Run(f, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(io.Discard, f, r, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(10_000*float64(b.N)/b.Elapsed().Seconds(), "findings/s")
		})
	}
}
