package record

import "github.com/factcite/factcite/authority"

// CrossrefWork reads {"message":{…}}.
func CrossrefWork(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) (works []*draft, err error) {
		err = errNoRecord
		for name := range c.Members() {
			if string(name) == "message" {
				works, err = c.one(crossrefWorks)
			}
		}
		return works, err
	})
}

// CrossrefList reads {"message":{"items":[{…}]}}.
func CrossrefList(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) (works []*draft, err error) {
		err = errNoList
		for name := range c.Members() {
			if string(name) == "message" {
				works, err = c.listAt("items", crossrefWorks)
			}
		}
		return works, err
	})
}
