package validate_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/validate"
)

// service is a public service that knows works by their titles, fails, or is asked for
// identifiers alone.
type service struct {
	name        string
	knows       []string
	fails       bool
	identifiers bool
}

func (s *service) Find(_ context.Context, q *authority.Query) (works []*authority.Work, err error) {
	if s.fails {
		return nil, errors.New("no answer")
	}
	if slices.Contains(s.knows, q.Title) {
		w := &authority.Work{Status: authority.Published, Origin: authority.Origin{Source: s.name}}
		w.Record.Title = q.Title
		works = append(works, w)
	}
	return works, nil
}

func (s *service) Coverage() *authority.Coverage {
	return &authority.Coverage{Name: s.name, Service: true, IdentifiersAlone: s.identifiers}
}

// TestUnknownWork holds where a work is said to be unknown: the rule is configured, and
// three services were asked for its title and have it not.
func TestUnknownWork(t *testing.T) {
	var rule validate.Rule
	for _, r := range validate.Rules() {
		if r.ID == "unknown-work" {
			rule = r
		}
	}
	title := "Salt on the rails of winter"
	three := []*service{{name: "one"}, {name: "two"}, {name: "three"}}
	const short = `@article{a, title = {Salt and four words}, author = {Falk, Nils}, journal = {Annals of Winter Transport}, year = 1987}`
	tests := map[string]struct {
		services []*service
		bib      string
		config   string
		want     []string
	}{
		"three lack it":                      {services: three, config: "rules: {unknown-work: warning}", want: []string{`1:85 warning "Salt on the rails of winter" is known to none of one, two, three`}},
		"it is an error if configured so":    {services: three, config: "rules: {unknown-work: error}", want: []string{`1:85 error "Salt on the rails of winter" is known to none of one, two, three`}},
		"it is off unless configured":        {services: three},
		"two lack it":                        {services: three[:2], config: "rules: {unknown-work: warning}"},
		"one of three failed":                {services: []*service{{name: "one"}, {name: "two"}, {name: "three", fails: true}}, config: "rules: {unknown-work: warning}"},
		"one of three is asked for no title": {services: []*service{{name: "one"}, {name: "two"}, {name: "three", identifiers: true}}, config: "rules: {unknown-work: warning}"},
		"the last of four has it":            {services: append(slices.Clone(three), &service{name: "four", knows: []string{title}}), config: "rules: {unknown-work: warning}"},
		"a title of four words":              {services: three, bib: short, config: "rules: {unknown-work: warning}"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var authorities []authority.Authority
			for _, s := range test.services {
				authorities = append(authorities, s)
			}
			examples := []validate.Example{rule.Bad[0]}
			if test.bib != "" {
				examples[0] = validate.Example{Name: "refs.bib", Text: test.bib}
			}
			if test.config != "" {
				examples = append(examples, validate.Example{Name: ".factcite.yaml", Text: test.config})
			}
			stream, opts := inputs(t, examples)
			opts.Authority = authority.NewCatalogue(authorities...)
			var got []string
			for _, f := range check(t, stream, opts) {
				if f.Rule == rule.ID {
					got = append(got, fmt.Sprintf("%d:%d %s %s", f.Line, f.Column, f.Severity, f.Message))
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// gathering answers nobody before so many wait for an answer at once.
type gathering struct {
	wanted  int
	mutex   sync.Mutex
	waiting int
	all     chan struct{}
}

func (g *gathering) Find(context.Context, *authority.Query) ([]*authority.Work, error) {
	g.mutex.Lock()
	if g.waiting++; g.waiting == g.wanted {
		close(g.all)
	}
	g.mutex.Unlock()
	<-g.all
	return nil, nil
}

func (g *gathering) Coverage() *authority.Coverage { return &authority.Coverage{Name: "gathering"} }

// TestSideBySide holds that the entries of a .bib, and the works of facts, are compared at
// the same time, whatever the number of workers, and told in their order.
func TestSideBySide(t *testing.T) {
	const count = 61
	var entries, facts strings.Builder
	for i := range count {
		title := "Felt rims " + strings.Repeat(string(rune('a'+i%26)), 3+i/26)
		fmt.Fprintf(&entries, "@book{b%02d, title = {%s}, author = {Rad, Ida}, publisher = {Straw}, year = 2001}\n", i, title)
		fmt.Fprintf(&facts, `{"id": "f%02d", "fact_type": "reference", "content": "Ida Rad published the book '%s' with Straw Press in 2001.", "sources": [{"uri": "https://carts.example.org/%d"}]}`+"\n", i, title, i)
	}
	for name, text := range map[string]string{"refs.bib": entries.String(), "facts.jsonl": facts.String()} {
		known := authority.NewCatalogue(&gathering{wanted: count, all: make(chan struct{})})
		stream, opts := inputs(t, []validate.Example{{Name: name, Text: text}})
		opts.Authority, opts.Workers = known, 1
		res, err := validate.Check(t.Context(), stream, opts)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Close()
		var order []string
		for v, err := range res.Verified() {
			if err != nil {
				t.Fatal(err)
			}
			order = append(order, v.Fact)
		}
		if len(order) != count || !slices.IsSorted(order) {
			t.Errorf("%s: compared %q", name, order)
		}
	}
}

// TestVerified holds what is said of each comparison: what was confirmed, and what not.
func TestVerified(t *testing.T) {
	const text = `@article{a, title = {Felt rims roll in five steps}, author = {Rad, Ida}, year = 2001, journal = {Carts}}`
	w := &authority.Work{Status: authority.Published, Origin: authority.Origin{Source: "crossref", Date: "2026-01-02"}}
	w.Record.Title, w.Record.Year = "Felt rims roll in five steps", "2004"
	stream, opts := inputs(t, []validate.Example{{Name: "refs.bib", Text: "\n" + text}})
	opts.Authority = authority.NewCatalogue(&fixed{w})
	res, err := validate.Check(t.Context(), stream, opts)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	want := []validate.Verified{{
		Fact: "a", Path: "refs.bib", Line: 2, Column: 1, Verdict: authority.Contradicted, Record: "crossref 2026-01-02",
		Confirmed: []string{"title"}, NotConfirmed: []string{"authors", "container"}, Contradicted: []string{"year"},
	}}
	var got []validate.Verified
	for v, err := range res.Verified() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, v)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// fixed finds one work.
type fixed struct{ work *authority.Work }

func (f *fixed) Find(context.Context, *authority.Query) ([]*authority.Work, error) {
	return []*authority.Work{f.work}, nil
}

func (f *fixed) Coverage() *authority.Coverage { return &authority.Coverage{Name: "fixed"} }

// Several goroutines may range over a result, whose values are on disk.
func TestResultInGoroutines(t *testing.T) {
	text := `@article{a, title = {Felt rims roll in five steps}, author = {Rad, Ida}, year = 2001}` + "\n" + `@article{b, title = {Tin rims}}`
	facts := `{"id": "f1", "fact_type": "reference", "content": "Ida Rad published the book 'Felt rims' in 2001.", "sources": [{"uri": "https://carts.example.org/"}]}` + "\n"
	stream, opts := inputs(t, []validate.Example{{Name: "refs.bib", Text: text}, {Name: "facts.jsonl", Text: facts}})
	opts.Authority, opts.KeepChecked, opts.Spill = authority.NewCatalogue(), true, 1
	res, err := validate.Check(t.Context(), stream, opts)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			findings, verified, checked := countOf(t, res.Findings()), countOf(t, res.Verified()), countOf(t, res.Checked())
			if findings == 0 || verified != 3 || checked != 3 {
				t.Errorf("%d findings, %d compared, %d checked", findings, verified, checked)
			}
		})
	}
	readers.Wait()
}

func countOf[T any](t *testing.T, values iter.Seq2[T, error]) (count int) {
	for _, err := range values {
		if err != nil {
			t.Error(err)
		}
		count++
	}
	return count
}
