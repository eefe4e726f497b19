package online

import (
	"net/url"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
)

// openReviewAPI is OpenReview's API (https://docs.openreview.net/reference/api-v2). It
// answers without a token what everybody may see.
var openReviewAPI = api{host: "api2.openreview.net", interval: time.Second, media: "json", keyHeader: "Authorization", keyPrefix: "Bearer "}

// NewOpenReview returns OpenReview as an authority: papers by title, also those that
// were submitted to a meeting and not accepted, which count as preprints.
func NewOpenReview(c *Client) authority.Authority {
	return &registry{name: "openreview", client: c, askedFor: []string{}, identified: func(*authority.Query) []question { return nil }, titled: openReviewTitled}
}

func openReviewTitled(title, author string) question {
	parameters := url.Values{"term": {strings.TrimSpace(title + " " + author)}, "content": {"all"}, "group": {"all"}, "source": {"forum"}, "limit": {candidates}}
	return question{api: &openReviewAPI, address: "https://api2.openreview.net/notes/search?" + parameters.Encode(), read: record.OpenReviewNotes}
}
