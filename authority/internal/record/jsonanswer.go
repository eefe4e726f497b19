package record

import (
	"github.com/factcite/factcite/authority"
)

// readJSONAnswer reads an answer that is one value of JSON. What reads its value
// returns the error of one that holds no records.
func readJSONAnswer(body []byte, date string, read func(c *jsonCursor) ([]*draft, error)) ([]*authority.Work, error) {
	c := &jsonCursor{data: body}
	drafts, err := read(c)
	if c.peek(); c.pos < len(c.data) {
		c.unexpected("the end")
	}
	if c.err != nil {
		return nil, c.err
	}
	if err != nil {
		return nil, err
	}
	return finishAll(drafts, date), nil
}
