package record

import "github.com/factcite/factcite/authority"

// pageMembers are what the answers of services hold their records under: Crossref
// {"message":{…}} or {"message":{"items":[…]}}, OpenAlex {"results":[…]}, Semantic
// Scholar and DataCite {"data":[…]}, dblp {"result":{"hits":{"hit":[…]}}}, OpenReview
// {"notes":[…]}, Zotero {"data":{…}} and {"items":[…]}.
var pageMembers = map[string]bool{"message": true, "items": true, "results": true, "data": true, "result": true, "hits": true, "hit": true, "notes": true}

// page reads the works of an answer of a service that is kept as it came, one page of
// a list or a single record. It is false for another object.
func (j *JSON) page(data []byte, depth int) (works []*authority.Work, ok bool) {
	c := newJSONCursor(data)
	for name := range c.Members() {
		if !pageMembers[string(name)] {
			continue
		}
		if c.Peek() == '[' {
			for range c.Elements() {
				found, known := j.pageRecord(c.Skip(), depth)
				works, ok = append(works, found...), ok || known
			}
			continue
		}
		found, known := j.pageRecord(c.Skip(), depth)
		works, ok = append(works, found...), ok || known
	}
	return works, ok
}

// mostPages is how deep the lists of an answer are: dblp's is in the hits of its result.
const mostPages = 3

// pageRecord reads the works of one value of a page.
func (j *JSON) pageRecord(value []byte, depth int) (works []*authority.Work, ok bool) {
	if len(value) == 0 || value[0] != '{' {
		return nil, false
	}
	inner := JSON{Date: j.Date, last: j.last}
	works, _, err := inner.record(value)
	j.last = inner.last
	if err == ErrUnknown && depth < mostPages {
		return j.page(value, depth+1)
	}
	return works, err == nil
}
