package authority_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

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
		knows   []*authority.Work
		asked   []string // DOI and title
	}{
		"all is confirmed":               {knows: record(func(*authority.Work) {})},
		"all is confirmed by an index":   {isIndex: true, knows: record(func(*authority.Work) {}), asked: []string{"10.5555/cart.7", rims.Title}},
		"nothing is known":               {asked: []string{"10.5555/cart.7", rims.Title}},
		"the venue is not confirmed":     {knows: record(without), asked: []string{"", rims.Title}},
		"another year":                   {knows: record(func(w *authority.Work) { w.Record.Year = "2012" }), asked: []string{"", rims.Title}},
		"a preprint":                     {knows: record(func(w *authority.Work) { w.Status = authority.Preprint }), asked: []string{"", rims.Title}},
		"another DOI":                    {knows: record(func(w *authority.Work) { w.Record.DOI = "10.5555/cart.8" }), asked: []string{"10.5555/cart.7", rims.Title}},
		"the DOI of another work":        {knows: record(func(w *authority.Work) { w.Record.Title = "On glue"; w.Record.Authors = nil }), asked: []string{"", rims.Title}},
		"its record states no DOI of it": {knows: record(func(w *authority.Work) { w.Record.DOI = "" }), asked: []string{"10.5555/cart.7", rims.Title}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			first := &service{name: "first", isIndex: test.isIndex, knows: test.knows}
			second := &service{name: "second"}
			authority.Verify(t.Context(), []authority.Authority{first, second}, &rims, nil)
			var asked []string
			for _, q := range second.asked {
				asked = append(asked, q.DOI, q.Title)
			}
			if diff := cmp.Diff(test.asked, asked); diff != "" {
				t.Errorf("the second is asked (-want +got):\n%s", diff)
			}
			if len(first.asked) != 1 || first.asked[0].DOI != rims.DOI {
				t.Errorf("the first is asked %+v", first.asked)
			}
		})
	}
}
