package online

import (
	"context"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
)

// doiAPI is the resolver of all DOIs (https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation),
// which knows of every registration agency. For the record of a work it leads to the
// agency (https://citation.doi.org/docs.html).
var doiAPI = api{
	host: "doi.org", interval: 500 * time.Millisecond, media: "json",
	leadsTo: []string{"api.crossref.org", "data.crossref.org", "data.crosscite.org", "data.datacite.org", "data.medra.org", "api.japanlinkcenter.org", "data.doi.or.kr"},
}

// resolver is doi.org as an authority.
type resolver struct{ client *Client }

// NewDOI returns doi.org as an authority: works by DOI, whichever agency registered it,
// and DOIs that none did. It is not asked for those of arXiv, which answers for them.
func NewDOI(c *Client) authority.Authority { return &resolver{c} }

// Find implements [authority.Authority].
func (r *resolver) Find(ctx context.Context, q *authority.Query) ([]*authority.Work, error) {
	doi := searchedDOI(q)
	if doi == "" || leadsOut(doi) {
		return nil, nil
	}
	agency, item := doiQuestions(doi)
	registered, err := r.client.ask(ctx, &agency)
	switch {
	case err != nil:
		return nil, err
	case len(registered) == 0:
		return nil, &authority.UnregisteredError{Fields: []string{agency.denies}}
	}
	return r.client.ask(ctx, &item)
}

// Coverage implements [authority.Authority].
func (r *resolver) Coverage() *authority.Coverage {
	return &authority.Coverage{Name: doiAPI.host, Service: true, AskedFor: []string{"doi"}, IdentifiersAlone: true}
}

// doiQuestions are for the agency of a DOI, and for the record that it has, which
// not every agency gives.
func doiQuestions(doi string) (agency, item question) {
	path := escapedDOI(doi)
	agency = question{api: &doiAPI, address: "https://doi.org/doiRA/" + path, denies: "doi", read: record.DOIAgency(doi)}
	item = question{api: &doiAPI, address: "https://doi.org/" + path, byID: true, mayRefuse: true, accept: "application/vnd.citationstyles.csl+json", read: record.CSL}
	return agency, item
}
