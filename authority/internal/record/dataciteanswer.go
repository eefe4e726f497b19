package record

import (
	"errors"

	"github.com/factcite/factcite/authority"
)

// DataCite reads {"data":[{…}]}, or {"data":{…}} for a single record.
func DataCite(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) (works []*draft, err error) {
		known := false
		for name := range c.members() {
			switch {
			case string(name) != "data":
			case c.peek() == '{':
				works, known = dataCiteWorks(c)
			case c.peek() == '[':
				known = true
				for range c.elements() {
					found, _ := dataCiteWorks(c)
					works = append(works, found...)
				}
			}
		}
		if !known {
			return nil, errors.New("it holds no record")
		}
		return works, nil
	})
}
