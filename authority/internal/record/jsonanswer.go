package record

import (
	"errors"

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

var (
	errNoRecord = errors.New("it holds no record")
	errNoList   = errors.New("it holds no list of records")
)

// one reads a record.
func (c *jsonCursor) one(form jsonForm) ([]*draft, error) {
	works, known := form(c)
	if !known {
		return nil, errNoRecord
	}
	return works, nil
}

// listAt reads the records of an array that is a member of an object.
func (c *jsonCursor) listAt(member string, form jsonForm) (works []*draft, err error) {
	err = errNoList
	for name := range c.Members() {
		if string(name) == member {
			works, err = c.list(form)
		}
	}
	return works, err
}

// list reads the records of an array, and passes over what is of another form.
func (c *jsonCursor) list(form jsonForm) (works []*draft, err error) {
	if c.Peek() != '[' {
		c.Skip()
		return nil, errNoList
	}
	for range c.Elements() {
		found, _ := form(c)
		works = append(works, found...)
	}
	return works, nil
}
