package record

import (
	"errors"

	"github.com/factcite/factcite/authority"
)

// DataCite reads {"data":[{…}]}, or {"data":{…}} for a single record.
func DataCite(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) (works []*draft, err error) {
		known := false
		for name := range c.Members() {
			switch {
			case string(name) != "data":
			case c.Peek() == '{':
				works, known = dataCiteWorks(c)
			case c.Peek() == '[':
				known = true
				for range c.Elements() {
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
