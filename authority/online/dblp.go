package online

import (
	"net/url"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
)

// dblpAPI is dblp's search (https://dblp.org/faq/How+to+use+the+dblp+search+API.html).
var dblpAPI = api{host: "dblp.org", interval: time.Second, media: "json"}

// NewDBLP returns dblp as an authority: works by title only, as its search knows
// no identifiers.
func NewDBLP(c *Client) authority.Authority {
	return &registry{name: "dblp", client: c, askedFor: []string{}, identified: func(*authority.Query) []question { return nil }, titled: dblpTitled}
}

func dblpTitled(title, author string) question {
	parameters := url.Values{"q": {strings.TrimSpace(title + " " + author)}, "format": {"json"}, "h": {candidates}}
	return question{api: &dblpAPI, address: "https://dblp.org/search/publ/api?" + parameters.Encode(), read: record.DBLP}
}
