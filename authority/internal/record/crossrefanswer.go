package record

import (
	"errors"

	"github.com/factcite/factcite/authority"
)

// CrossrefWork reads {"message":{…}}.
func CrossrefWork(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) (works []*draft, err error) {
		known := false
		for name := range c.Members() {
			if string(name) == "message" {
				works, known = crossrefWorks(c)
			}
		}
		if !known {
			return nil, errors.New("it holds no record")
		}
		return works, nil
	})
}

// CrossrefList reads {"message":{"items":[{…}]}}.
func CrossrefList(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) (works []*draft, err error) {
		known := false
		for name := range c.Members() {
			if string(name) != "message" {
				continue
			}
			for name := range c.Members() {
				if string(name) != "items" {
					continue
				}
				known = c.Peek() == '['
				for range c.Elements() {
					found, _ := crossrefWorks(c)
					works = append(works, found...)
				}
			}
		}
		if !known {
			return nil, errors.New("it holds no list of records")
		}
		return works, nil
	})
}
