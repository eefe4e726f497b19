package record

import (
	"strconv"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// openReviewWorks reads a note of OpenReview that is a paper, in either version of its
// API (https://docs.openreview.net/reference/api-v2). Reviews and comments are no works.
func openReviewWorks(c *jsonCursor) ([]*draft, bool) {
	w := newDraft("openreview")
	r := &w.Record
	r.Type = citation.InProceedings
	var id, forum, venue string
	var published, created int
	isNote, isPaper := false, false
	for name := range c.Members() {
		switch string(name) {
		case "id":
			id = c.stringOrNumber()
		case "forum":
			forum, isNote = c.stringOrNumber(), true
		case "pdate":
			published = milliseconds(c)
		case "cdate", "odate":
			created = max(created, milliseconds(c))
		case "content":
			isPaper = w.openReviewContent(c, &venue)
		}
	}
	if !isNote || id == "" {
		return nil, false
	}
	if !isPaper || id != forum {
		return nil, true
	}
	w.Origin.Key = id
	r.URL = "https://openreview.net/forum?id=" + forum
	name, accepted := openReviewVenue(venue)
	switch {
	case accepted:
		w.addVenue(name)
		w.addYear(name)
	default:
		r.Type, w.Status = citation.Misc, authority.Preprint
	}
	w.addYear(yearOfMilliseconds(published))
	if r.Year == "" {
		w.addYear(yearOfMilliseconds(created))
	}
	return []*draft{w}, true
}

// OpenReviewNotes reads {"notes":[{…}]}, which OpenReview's search answers.
func OpenReviewNotes(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) ([]*draft, error) { return c.listAt("notes", openReviewWorks) })
}

// openReviewContent reads what a note says of a paper. The values of the second version
// of the API are each in an object: {"title": {"value": "…"}}.
func (w *draft) openReviewContent(c *jsonCursor, venue *string) (isPaper bool) {
	r := &w.Record
	for name := range c.Members() {
		switch string(name) {
		case "title":
			for _, title := range openReviewValue(c) {
				r.Title = latexText(title)
			}
		case "authors":
			for _, author := range openReviewValue(c) {
				w.addAuthor(spokenName(author))
				isPaper = true
			}
		case "venue":
			for _, name := range openReviewValue(c) {
				*venue = name
			}
		}
	}
	return isPaper && r.Title != ""
}

// openReviewValue returns the texts of a value, which may be in an object.
func openReviewValue(c *jsonCursor) (texts []string) {
	if c.Peek() != '{' {
		return c.texts()
	}
	for name := range c.Members() {
		if string(name) == "value" {
			texts = c.texts()
		}
	}
	return texts
}

// openReviewVenue returns the venue without the kind of presentation, "ICLR 2024" of
// "ICLR 2024 poster", and whether the paper was accepted there.
func openReviewVenue(venue string) (name string, accepted bool) {
	lower := strings.ToLower(venue)
	for _, mark := range [...]string{"submitted", "submission", "withdrawn", "rejected", "reject", "under review", "arxiv", "corr"} {
		if strings.Contains(lower, mark) {
			return "", false
		}
	}
	words := strings.Fields(venue)
	for len(words) > 1 && presentations[strings.ToLower(strings.Trim(words[len(words)-1], "()-"))] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " "), len(words) > 0
}

var presentations = map[string]bool{"poster": true, "oral": true, "spotlight": true, "accept": true, "accepted": true, "notable": true, "top": true, "5%": true, "25%": true, "talk": true, "long": true, "short": true, "findings": false}

func milliseconds(c *jsonCursor) int {
	n, _ := strconv.Atoi(c.stringOrNumber())
	return n
}

func yearOfMilliseconds(ms int) string {
	if ms <= 0 {
		return ""
	}
	return strconv.Itoa(time.UnixMilli(int64(ms)).UTC().Year())
}
