package online

import "github.com/factcite/factcite/authority"

// Services returns all services in the order in which [authority.Verify] is best given
// them, since each is asked for what those before it have not confirmed: first those that
// confirm most and are fast.
func Services(c *Client) []authority.Authority {
	return []authority.Authority{
		NewCrossref(c), NewOpenAlex(c), NewDBLP(c), NewArXiv(c), NewDataCite(c), NewDOI(c), NewPubMed(c), NewOpenReview(c), NewSemanticScholar(c),
	}
}
