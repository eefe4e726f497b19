package citation

import (
	"cmp"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
)

// Source is where a fact was read, as knowledge bases record it. Published is a
// date such as "2026-03-12", "2026-03", "2026", "Mar 12, 2026" or "12 March 2026", or a
// time of RFC 3339; relative dates ("4 days ago") say nothing.
type Source struct {
	Title, URI, Domain      string
	AuthorPerson, AuthorOrg string
	Published               string
}

// Reference returns the source as a work, so that its facts can be cited. A page
// of arXiv gives the arXiv ID, one of a DOI resolver the DOI; of other pages the
// site is the container. The spans are absent: nothing of it is read from a
// sentence. A source without title, URI and domain names no work: ok is false.
func (s Source) Reference() (r Reference, ok bool) {
	if text.CleanText(s.Title+s.URI+s.Domain) == "" {
		return Reference{}, false
	}
	r = Reference{Type: Misc, Title: text.CleanText(s.Title), URL: text.CleanText(s.URI)}
	for _, person := range splitPeople(s.AuthorPerson) {
		r.Authors = append(r.Authors, personName(person))
	}
	site := strings.TrimPrefix(strings.ToLower(text.CleanText(cmp.Or(s.Domain, hostOf(s.URI)))), "www.")
	org := text.CleanText(s.AuthorOrg)
	r.ArXiv = arXivOfPage(s.URI)
	switch {
	case r.ArXiv != "" || site == "arxiv.org":
		r.Preprint = true
	default:
		r.Container = cmp.Or(org, site)
	}
	if doi := fold.DOIName(r.URL); doi != r.URL && strings.HasPrefix(doi, "10.") {
		r.DOI = doi
	}
	setDate(&r, s.Published)
	return r, true
}

func hostOf(uri string) string {
	if u, err := url.Parse(uri); err == nil {
		return u.Hostname()
	}
	return ""
}

var arXivPage = regexp.MustCompile(`^https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)`)

func arXivOfPage(uri string) string {
	if m := arXivPage.FindStringSubmatch(strings.TrimSpace(uri)); m != nil {
		return m[1]
	}
	return ""
}

// splitPeople splits a list of names at semicolons, or else at commas and "and".
func splitPeople(list string) []string {
	list = text.CleanText(list)
	separator := ","
	if strings.Contains(list, ";") {
		separator = ";"
	}
	var people []string
	for part := range strings.SplitSeq(strings.ReplaceAll(list, " and ", separator), separator) {
		people = append(people, text.NonEmpty(strings.TrimSpace(part))...)
	}
	return people
}

// personName reads a name with the given names first; BibTeX's rules tell what
// is a particle. One word is a name of its own.
func personName(s string) Name {
	if names, _ := bibref.Names(latex.Encode(s, latex.UTF8)); len(names) == 1 {
		return names[0]
	}
	return Name{Literal: s}
}

// sourceDates are the layouts of a source's date, the precision of each after it.
var sourceDates = []struct {
	layout     string
	month, day bool
}{
	{"2006-01-02", true, true}, {time.RFC3339, true, true}, {"2006-01-02T15:04:05", true, true},
	{"2006-01-02 15:04:05", true, true}, {"Jan 2, 2006", true, true}, {"January 2, 2006", true, true},
	{"2 Jan 2006", true, true}, {"2 January 2006", true, true}, {"Jan 2006", true, false},
	{"January 2006", true, false}, {"2006-01", true, false}, {"2006", false, false},
}

func setDate(r *Reference, published string) {
	published = text.CleanText(published)
	for _, d := range sourceDates {
		t, err := time.Parse(d.layout, published)
		if err != nil {
			continue
		}
		r.Year = t.Format("2006")
		if d.month {
			r.Month = int(t.Month())
		}
		if d.day {
			r.Day = t.Format("2")
		}
		return
	}
}
