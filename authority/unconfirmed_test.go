package authority_test

import (
	"cmp"
	"context"
	"errors"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// service has one answer, and notes what it was asked.
type service struct {
	name    string
	isIndex bool
	knows   []*authority.Work
	asked   []authority.Query
}

func (s *service) Find(_ context.Context, q *authority.Query) ([]*authority.Work, error) {
	s.asked = append(s.asked, *q)
	return s.knows, nil
}

func (s *service) Coverage() *authority.Coverage {
	return &authority.Coverage{Name: s.name, Service: !s.isIndex}
}

// TestServicesAskedForWhatIsLeft holds what the second of two services is asked for after
// what the first said.
func TestServicesAskedForWhatIsLeft(t *testing.T) {
	rims := citation.Reference{
		Type: citation.InProceedings, Title: "Felt rims roll in n steps", Authors: []citation.Name{{Family: "Rad", Given: "Ida"}}, Year: "2023",
		Container: "Conference on Carts", DOI: "10.5555/cart.7",
	}
	record := func(change func(*authority.Work)) []*authority.Work {
		w := &authority.Work{Record: rims, Venues: []string{rims.Container}, Status: authority.Published, Origin: authority.Origin{Source: "first"}}
		change(w)
		return []*authority.Work{w}
	}
	without := func(w *authority.Work) { w.Record.Container, w.Venues = "", nil }
	tests := map[string]struct {
		isIndex bool
		second  string
		knows   []*authority.Work
		first   []string // what each is asked: identifiers, title
		asked   []string
	}{
		"all is confirmed":               {knows: record(func(*authority.Work) {}), first: []string{"DOI"}},
		"all is confirmed by an index":   {isIndex: true, knows: record(func(*authority.Work) {}), first: []string{"DOI title"}, asked: []string{"DOI", "title"}},
		"nothing is known":               {first: []string{"DOI", "title"}, asked: []string{"DOI", "title"}},
		"the venue is not confirmed":     {knows: record(without), first: []string{"DOI"}, asked: []string{"title"}},
		"another year":                   {knows: record(func(w *authority.Work) { w.Record.Year = "2012" }), first: []string{"DOI"}, asked: []string{"title"}},
		"a preprint":                     {knows: record(func(w *authority.Work) { w.Status = authority.Preprint }), first: []string{"DOI"}},
		"a preprint, and an aggregator":  {second: "openalex", knows: record(func(w *authority.Work) { w.Status = authority.Preprint }), first: []string{"DOI"}, asked: []string{"DOI"}},
		"another DOI":                    {knows: record(func(w *authority.Work) { w.Record.DOI = "10.5555/cart.8" }), first: []string{"DOI"}, asked: []string{"DOI", "title"}},
		"the DOI of another work":        {knows: record(func(w *authority.Work) { w.Record.Title = "On glue"; w.Record.Authors = nil }), first: []string{"DOI", "title"}, asked: []string{"title"}},
		"its record states no DOI of it": {knows: record(func(w *authority.Work) { w.Record.DOI = "" }), first: []string{"DOI"}, asked: []string{"DOI", "title"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			first := &service{name: "first", isIndex: test.isIndex, knows: test.knows}
			second := &service{name: cmp.Or(test.second, "second")}
			authority.Verify(t.Context(), []authority.Authority{first, second}, &rims, nil)
			if diff := gocmp.Diff(test.first, first.questions()); diff != "" {
				t.Errorf("the first is asked (-want +got):\n%s", diff)
			}
			if diff := gocmp.Diff(test.asked, second.questions()); diff != "" {
				t.Errorf("the second is asked (-want +got):\n%s", diff)
			}
		})
	}
}

// questions says of each question whether it is for the DOI or the title.
func (s *service) questions() (questions []string) {
	for _, q := range s.asked {
		var of []string
		if q.DOI != "" {
			of = append(of, "DOI")
		}
		if q.Title != "" {
			of = append(of, "title")
		}
		questions = append(questions, strings.Join(of, " "))
	}
	return questions
}

// TestServicesThatFail holds what is said of services of which some cannot be asked.
func TestServicesThatFail(t *testing.T) {
	rims := citation.Reference{Title: "Felt rims roll in n steps", Year: "2023", Container: "Conference on Carts", DOI: "10.5555/cart.7"}
	for _, test := range []struct {
		failing  string // what a question has that the first service does not answer
		want     string
		lackedBy []string
	}{
		{"", `not_covered; nothing asked covers "Conference on Carts" in 2023`, []string{"first", "second"}},
		{"DOI", "not_checked; first: no answer", []string{"second"}},
		{"title", "not_checked; first: no answer", []string{"second"}},
	} {
		first := &failingService{service{name: "first"}, test.failing}
		a := authority.Verify(t.Context(), []authority.Authority{first, &service{name: "second"}}, &rims, nil)
		if got := outline(&a); got != test.want {
			t.Errorf("%q: %s, want %s", test.failing, got, test.want)
		}
		if diff := gocmp.Diff(test.lackedBy, a.LackedBy); diff != "" {
			t.Errorf("%q: who has it not (-want +got):\n%s", test.failing, diff)
		}
	}
}

type failingService struct {
	service
	failing string
}

func (f *failingService) Find(ctx context.Context, q *authority.Query) ([]*authority.Work, error) {
	works, _ := f.service.Find(ctx, q)
	if questions := f.questions(); f.failing != "" && strings.Contains(questions[len(questions)-1], f.failing) {
		return nil, errors.New("no answer")
	}
	return works, nil
}
