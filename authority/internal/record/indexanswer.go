package record

import "github.com/factcite/factcite/authority"

// OpenAlexWork reads a work of OpenAlex, {"id":"https://openalex.org/W1",…}.
func OpenAlexWork(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) ([]*draft, error) { return c.one(openAlexWorks) })
}

// OpenAlexList reads {"results":[{…}]}.
func OpenAlexList(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) ([]*draft, error) { return c.listAt("results", openAlexWorks) })
}

// SemanticScholarBatch reads [{…},null], with null for what is not known. Each work has
// the place of the identifier that it was asked for with; others are nil.
func SemanticScholarBatch(body []byte, date string) ([]*authority.Work, error) {
	var works []*authority.Work
	_, err := readJSONAnswer(body, date, func(c *jsonCursor) ([]*draft, error) {
		if c.Peek() != '[' {
			c.Skip()
			return nil, errNoList
		}
		for range c.Elements() {
			found, _ := semanticScholarWorks(c)
			works = append(works, nil)
			for _, w := range finishAll(found, date) {
				works[len(works)-1] = w
			}
		}
		return nil, nil
	})
	return works, err
}

// SemanticScholarMatch reads {"data":[{…}]}.
func SemanticScholarMatch(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) ([]*draft, error) { return c.listAt("data", semanticScholarWorks) })
}
