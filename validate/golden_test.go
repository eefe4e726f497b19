package validate_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/golden"
	"github.com/factcite/factcite/validate"
)

// whole is every member of findings, a member a line.
func whole(t *testing.T, all []validate.Finding) string {
	t.Helper()
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	for _, f := range all {
		if err := encoder.Encode(f); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// TestFindingsOfBadExamples holds the findings that documentation shows, whole.
func TestFindingsOfBadExamples(t *testing.T) {
	var b strings.Builder
	for _, rule := range validate.Rules() {
		if rule.Family == "authority" {
			continue
		}
		for i, examples := range together(rule.Bad, true) {
			fmt.Fprintf(&b, "%s %d\n%s\n", rule.ID, i+1, whole(t, checkExamples(t, examples)))
		}
	}
	golden.Compare(t, "testdata/"+"examples.findings", b.String())
}

// TestFindingsOfFiles holds the findings of the files of testdata, whole.
func TestFindingsOfFiles(t *testing.T) {
	for _, name := range []string{"sources.jsonl", "works.jsonl", "entries.bib"} {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, "testdata/"+name+".findings", whole(t, checkExamples(t, []validate.Example{{Name: name, Text: string(text)}})))
		})
	}
}

// played is an authority that knows what a test says, by the title of the work.
type played struct {
	works map[string]authority.Answer
	cited []*authority.Work
	err   error
}

func (p *played) Verify(_ context.Context, r *citation.Reference, opts *authority.VerifyOptions) authority.Answer {
	known := p.works[r.Title]
	if opts.CompleteAuthors {
		known.Reason += " (an entry)"
	}
	return known
}

func (p *played) Cited(_ context.Context, m citation.Mention, limit int) []*authority.Work {
	return slices.Clone(p.cited[:min(len(p.cited), limit)])
}

func (p *played) Err() error { return p.err }

// knownWork is a work that dblp has.
func knownWork(r citation.Reference) *authority.Work {
	return &authority.Work{Record: r, Origin: authority.Origin{Source: "dblp"}}
}

// An authority that is not to be relied on leaves a run without a result.
func TestUnusableAuthority(t *testing.T) {
	damaged := errors.New("the index is damaged")
	stream := facts(record("a1", "reference", "Ana Roe published the article 'Felt rims' in the Journal of Reading Rooms in 2019."))
	if _, err := validate.Check(t.Context(), stream, &validate.Options{Today: today, Authority: &played{err: damaged}}); !errors.Is(err, damaged) {
		t.Errorf("the error is %v", err)
	}
}

func TestFindingsOfAnAuthority(t *testing.T) {
	difference := func(field, stated, known string) authority.Answer {
		return authority.Answer{Verdict: authority.Contradicted, Differences: []authority.Difference{
			{Field: field, Stated: stated, Known: known, Origin: authority.Origin{Source: "dblp", Date: "2026-09"}}}}
	}
	long := strings.Repeat("Felt and more felt, ", 20)
	cases := []struct {
		title string
		known authority.Answer
	}{
		{"Agreeing carts", authority.Answer{Verdict: authority.Agree}},
		{"Agreeing wagons", authority.Answer{Verdict: authority.Agree}},
		{"Contradicted title", difference("title", "Contradicted title", "Contradicted titles")},
		{"Contradicted authors", difference("authors", long, "Bo Lim")},
		{"Contradicted year", difference("year", "2019", "2020")},
		{"Contradicted venue", difference("container", long, "Journal of Carts")},
		{"Contradicted number", difference("doi", "10.99999/a", "10.99999/b")},
		{"Another work's number", authority.Answer{Verdict: authority.Contradicted, Differences: []authority.Difference{
			{Field: "arxiv", Stated: "1903.01234", Known: `"Iron tyres" by Bo Lim (2001)`, Leads: true, Origin: authority.Origin{Source: "arXiv"}, Certain: true}}}},
		{"Unknown felt", authority.Answer{Verdict: authority.NotFound, Held: 412}},
		{"Uncovered felt", authority.Answer{Verdict: authority.NotCovered, Reason: "no work of this venue is known"}},
		{"Unchecked felt", authority.Answer{Verdict: authority.NotChecked, Reason: "the service was down"}},
		{"Felt with gaps", authority.Answer{Verdict: authority.Agree, Fillable: []string{"pages", "doi"},
			Work: knownWork(citation.Reference{Pages: "1–9", DOI: "10.99999/c"})}},
		{"Felt since published", authority.Answer{Verdict: authority.Agree, Published: true, Work: knownWork(citation.Reference{Container: "Journal of Carts", Year: "2021"})}},
		{"Felt since published somewhere", authority.Answer{Verdict: authority.Agree, Published: true, Work: knownWork(citation.Reference{Container: "Journal of Wagons"})}},
		{"Retracted felt", authority.Answer{Verdict: authority.Agree, Retraction: &authority.Retraction{Date: "2024-01-20", Notice: "10.5555/notice"}}},
	}
	known := &played{works: map[string]authority.Answer{}}
	var text, entries strings.Builder
	for i, c := range cases {
		known.works[c.title] = c.known
		text.WriteString(record(fmt.Sprint("a", i+1), "reference", "Ana Roe published the article '"+c.title+"' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19."))
		if i%2 == 0 {
			fmt.Fprintf(&entries, "@article{e%d, author = {Roe, Ana}, title = {%s}, journal = {Journal of Reading Rooms}, year = 2019, volume = 7, pages = {11--19}}\n", i+1, c.title)
		}
	}
	for _, c := range []struct {
		name   string
		stream iter.Seq2[validate.Input, error]
		want   validate.Verification
	}{
		{"facts", facts(text.String()), validate.Verification{Agree: 6, Contradicted: 6, NotFound: 1, NotCovered: 1, NotChecked: 1}},
		{"entries", bibliography(entries.String()), validate.Verification{Agree: 3, Contradicted: 3, NotFound: 1, NotChecked: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := validate.Check(t.Context(), c.stream, &validate.Options{Today: today, Authority: known})
			if err != nil {
				t.Fatal(err)
			}
			defer res.Close()
			if diff := cmp.Diff(&c.want, res.Verification); diff != "" {
				t.Errorf("verdicts (-want +got):\n%s", diff)
			}
			var found []validate.Finding
			for _, f := range findings(t, res) {
				if f.Rule != "missing-identifier" {
					found = append(found, f)
				}
			}
			golden.Compare(t, "testdata/"+"authority-"+c.name+".findings", whole(t, found))
		})
	}
}

// An in-text citation that no entry fits may be of a known work.
func TestKnownWorksResolveCitations(t *testing.T) {
	roe := []citation.Name{{Family: "Roe", Given: "Ana"}}
	work := func(title, venue, year string) *authority.Work {
		return knownWork(citation.Reference{Title: title, Authors: roe, Container: venue, Year: year})
	}
	const unresolved = `"Roe (2019)" is cited, and no entry fits`
	for _, c := range []struct {
		name  string
		known []*authority.Work
		want  []string
	}{
		{"none", nil, []string{unresolved}},
		{"by another author", []*authority.Work{knownWork(citation.Reference{Title: "Felt", Authors: []citation.Name{{Family: "Lim"}}})}, []string{unresolved}},
		{"one", []*authority.Work{work("Iron tyres", "Carts", "2019")}, nil},
		{"two, of which one shares words", []*authority.Work{work("Iron tyres", "Carts", "2019"), work("Quiet felt wheels", "Carts", "2019")}, nil},
		{"two that share one word", []*authority.Work{work("Iron tyres", "", "2019"), work("Felt", "Carts", "2019")},
			[]string{unresolved + `; it may be "Iron tyres" (2019) or "Felt" (Carts, 2019)`}},
		{"two that share as many words", []*authority.Work{work("Felt wheels", "", ""), work("Wheels of felt", "", "")},
			[]string{unresolved + `; it may be "Felt wheels" or "Wheels of felt"`}},
		{"more than a message names", []*authority.Work{work("A1", "", ""), work("A2", "", ""), work("A3", "", ""), work("A4", "", "")},
			[]string{unresolved + `; it may be "A1" or "A2" or "A3"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := []string(nil)
			for _, f := range check(t, facts(record("a1", "claim", "Roe (2019) put quiet felt on the wheels of a cart.")),
				&validate.Options{Today: today, Authority: &played{cited: c.known}}) {
				got = append(got, f.Message)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The words of the title of a fact's source tell known works apart, too.
func TestKnownWorksAreToldApartBySources(t *testing.T) {
	roe := []citation.Name{{Family: "Roe", Given: "Ana"}}
	known := &played{cited: []*authority.Work{knownWork(citation.Reference{Title: "Iron tyres", Authors: roe}), knownWork(citation.Reference{Title: "Silent carts and wagons", Authors: roe})}}
	line := `{"id": "a1", "fact_type": "claim", "content": "Roe (2019) counted 3 of them.", "sources": [{"uri": "https://a.example.org/", "title": "Silent carts: a survey of wagons"}]}`
	got := check(t, validate.Facts(fact.Read(strings.NewReader(line), "facts.jsonl", nil)), &validate.Options{Today: today, Authority: known})
	if diff := cmp.Diff([]string{}, brief(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
