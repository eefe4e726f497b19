package record

import "github.com/factcite/factcite/authority"

// DataCite reads {"data":[{…}]}, or {"data":{…}} for a single record.
func DataCite(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) (works []*draft, err error) {
		err = errNoRecord
		for name := range c.Members() {
			switch {
			case string(name) != "data":
			case c.Peek() == '{':
				works, err = c.one(dataCiteWorks)
			case c.Peek() == '[':
				works, err = c.list(dataCiteWorks)
			}
		}
		return works, err
	})
}
