package record

import (
	"errors"
	"fmt"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/internal/fold"
)

// statusUnregistered is what doi.org says of a DOI that no agency has.
const statusUnregistered = "DOI does not exist"

// DOIAgency reads [{"DOI":"10.5555/x","RA":"Crossref"}], which doi.org answers where it
// is asked for the registration agency of a DOI. It returns a work of which nothing but
// the DOI is known, or none if no agency has it.
func DOIAgency(doi string) func(body []byte, date string) ([]*authority.Work, error) {
	return func(body []byte, date string) ([]*authority.Work, error) {
		return readJSONAnswer(body, date, func(c *jsonCursor) ([]*draft, error) {
			err := errors.New("it says nothing of the DOI")
			var works []*draft
			for range c.Elements() {
				answered, agency, status := doiAgency(c)
				switch {
				case fold.DOI(answered) != doi:
				case agency != "":
					w := newDraft("doi.org")
					w.setDOI(doi)
					works, err = append(works, w), nil
				case status == statusUnregistered:
					err = nil
				default:
					err = fmt.Errorf("it says %.40q of the DOI", status)
				}
			}
			return works, err
		})
	}
}

func doiAgency(c *jsonCursor) (doi, agency, status string) {
	for name := range c.Members() {
		switch string(name) {
		case "DOI":
			doi = c.stringOrNumber()
		case "RA":
			agency = c.stringOrNumber()
		case "status":
			status = c.stringOrNumber()
		}
	}
	return doi, agency, status
}

// CSL reads an item of CSL-JSON, which doi.org answers where it is asked for a DOI and
// CSL-JSON is accepted.
func CSL(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) ([]*draft, error) {
		works, err := c.one(cslWorks)
		for _, w := range works {
			w.Origin.Source = "doi.org"
		}
		return works, err
	})
}
