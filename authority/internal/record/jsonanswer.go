package record

import (
	"github.com/factcite/factcite/authority"
)

// readJSONAnswer reads an answer that is one value of JSON. What reads its value
// returns the error of one that holds no records.
func readJSONAnswer(body []byte, date string, read func(c *jsonCursor) ([]*draft, error)) ([]*authority.Work, error) {
	c := newJSONCursor(body)
	drafts, err := read(c)
	c.End()
	if failure := c.failure(); failure != nil {
		return nil, failure
	}
	if err != nil {
		return nil, err
	}
	return finishAll(drafts, date), nil
}
