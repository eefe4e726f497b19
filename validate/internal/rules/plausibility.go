package rules

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/value"
)

func plausibilityRules() []Rule {
	return []Rule{{
		ID:       "arxiv-id-malformed",
		Title:    "An arXiv ID cannot exist",
		Family:   familyPlausibility,
		Severity: finding.Error,
		Doc: "arXiv IDs are a year and month, a dot and four (five since 2015) digits, 2402.10379; before April 2007 an archive, a slash and seven " +
			"digits, hep-th/9901001. The ID stated has another shape or a month that does not exist, and leads nowhere. Look the work up.",
		Bad:       []Example{referenceExample("The paper 'Felt rims and quiet carts' by Ana Roe (arXiv:2413.01234) was published in the Journal of Reading Rooms in 2024, pages 11–19.", "1:108")},
		Good:      []Example{referenceExample("The paper 'Felt rims and quiet carts' by Ana Roe (arXiv:2403.01234) was published in the Journal of Reading Rooms in 2024, pages 11–19.", "")},
		Also:      []string{"missing-pages"},
		Since:     "0.1.0",
		reference: arXivMalformed,
	}, {
		ID:       "arxiv-year-conflict",
		Title:    "The year is not that of the arXiv ID",
		Family:   familyPlausibility,
		Severity: finding.Warning,
		Doc: "An arXiv ID begins with the year and month in which the paper was first submitted. No venue is named, so the year stated should be that year, " +
			"and it is another. One of the two is wrong, or the work was published later and its venue is missing. In a .bib the year may be that of a later version.",
		Bad:       []Example{referenceExample("The preprint 'Felt rims and quiet carts' by Ana Roe appeared in 2019 (arXiv:2403.01234).", "1:116")},
		Good:      []Example{referenceExample("The preprint 'Felt rims and quiet carts' by Ana Roe appeared in 2024 (arXiv:2403.01234).", "")},
		Also:      []string{"missing-venue", "preprint-only"},
		Since:     "0.1.0",
		reference: arXivYearConflict,
	}, {
		ID:       "doi-malformed",
		Title:    "A DOI cannot exist",
		Family:   familyPlausibility,
		Severity: finding.Error,
		Doc: "A DOI is \"10.\", the digits of its registrant, a slash, and a name of printing characters. What is stated has another shape and resolves to " +
			"nothing. Copy it again from the work's page.",
		Bad:       []Example{bibExample("  doi = {10.jrr/2019.7},", "6:9")},
		Good:      []Example{bibExample("  doi = {10.99999/jrr.2019.7},", "")},
		Since:     "0.1.0",
		reference: doiMalformed,
	}, {
		ID:       "isbn-checksum",
		Title:    "An ISBN does not check",
		Family:   familyPlausibility,
		Severity: finding.Error,
		Doc: "The last digit of an ISBN is computed from the others; this one is not what it should be (or the number of digits is neither 10 nor 13). " +
			"At least one digit is wrong. Copy it again from the book.",
		Bad:       []Example{referenceExample("Ana Roe wrote the book 'Felt Rims and Quiet Carts', published by Oxford University Press in 2019 (ISBN 978-3-16-148410-1).", "1:155")},
		Good:      []Example{referenceExample("Ana Roe wrote the book 'Felt Rims and Quiet Carts', published by Oxford University Press in 2019 (ISBN 978-3-16-148410-0).", "")},
		Since:     "0.1.0",
		reference: isbnChecksum,
	}, {
		ID:       "year-implausible",
		Title:    "A year cannot be right",
		Family:   familyPlausibility,
		Severity: finding.Warning,
		Doc: "The work is dated before 1450, when nothing was printed (a warning), or more than a year after today (an error; today is --today, else " +
			"SOURCE_DATE_EPOCH, else the clock). \"In press\" and \"n.d.\" are fine. Correct the year.",
		Bad:       []Example{referenceExample("Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2091, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "1:145")},
		Good:      []Example{completeReference()},
		Since:     "0.1.0",
		reference: yearImplausible,
	}, {
		ID:       "venue-year-conflict",
		Title:    "The year is not that of the venue",
		Family:   familyPlausibility,
		Severity: finding.Warning,
		Doc: "The number of a conference, or the volume of its proceedings, fixes the year in which it was held, and the year stated is another. One of the " +
			"two is wrong.",
		Bad:       []Example{referenceExample("Ana Roe published 'Felt rims and quiet carts' in The Thirteenth International Conference on Learning Representations in 2023, pages 11–19, arXiv:2303.01234.", "1:172")},
		Good:      []Example{referenceExample("Ana Roe published 'Felt rims and quiet carts' in The Thirteenth International Conference on Learning Representations in 2025, pages 11–19, arXiv:2403.01234.", "")},
		Since:     "0.1.0",
		reference: venueYearConflict,
	}, {
		ID:        "pages-reversed",
		Title:     "The last page is before the first",
		Family:    familyPlausibility,
		Severity:  finding.Warning,
		Doc:       "The range of pages ends before it begins; digits were probably exchanged. An abbreviated end (249–65) is fine. Correct the range.",
		Bad:       []Example{referenceExample("Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, pages 119–111, doi:10.99999/jrr.2019.7.", "1:167")},
		Good:      []Example{completeReference()},
		Since:     "0.1.0",
		reference: pagesReversed,
	}, {
		ID:       "author-placeholder",
		Title:    "An author is a placeholder",
		Family:   familyPlausibility,
		Severity: finding.Warning,
		Doc: "The author is a name that templates and examples use (\"John Doe\", \"Firstname Lastname\", \"Anonymous Author\") and would be printed in the " +
			"bibliography. Put who wrote the work.",
		Bad:       []Example{{Name: "refs.bib", Text: strings.Replace(bibExample("", "").Text, "Roe, Ana", "Doe, John", 1), At: "2:12"}},
		Good:      []Example{bibExample("", "")},
		Since:     "0.1.0",
		reference: authorPlaceholder,
	}, {
		ID:       "url-malformed",
		Title:    "An address leads nowhere",
		Family:   familyPlausibility,
		Severity: finding.Warning,
		Doc:      "The address of a work is no URL that can be opened: it has no scheme or host, holds spaces or brackets, or runs a script. Copy it again.",
		Bad: []Example{
			bibExample("  url = {http://carts example org/a},", "6:9"),
			{
				Name: "facts.jsonl",
				Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "javascript:alert(1)"}]}`),
				At:   "1:91",
			},
		},
		Good:      []Example{bibExample("  url = {https://carts.example.org/a?b=c},", "")},
		Since:     "0.1.0",
		source:    sourceURLMalformed,
		reference: urlMalformed,
	}}
}

// bibExample is a complete article of a .bib with one more line as an example.
func bibExample(line, at string) Example {
	text := []string{"@article{roe2019,", "  author = {Roe, Ana},", "  title = {Felt rims and quiet carts},", "  journal = {Journal of Reading Rooms},", "  year = 2019, volume = 7, pages = {11--19},"}
	if line == "" {
		line = "  doi = {10.99999/jrr.2019.7}"
	}
	return Example{Name: "refs.bib", Text: lines(append(text, line, "}")...), At: at}
}

func arXivMalformed(s *Statement) []finding.Finding {
	if s.ArXiv == "" || value.IsArXivID(s.ArXiv) {
		return nil
	}
	return []finding.Finding{s.at("arxiv", s.ArXiv, finding.Finding{
		Message: "the arXiv ID " + finding.Quoted(finding.Shorten(s.ArXiv, 60)) + " cannot exist",
		Help:    "look the work up on arXiv; IDs look like 2402.10379 or hep-th/9901001",
	})}
}

func arXivYearConflict(s *Statement) []finding.Finding {
	year, ok := fold.ArXivYear(s.ArXiv)
	if !ok || !value.IsArXivID(s.ArXiv) || s.Container != "" || s.Publisher != "" {
		return nil
	}
	stated, isYear := yearNumber(s.Year)
	if !isYear || year == stated || s.Entry != nil && isYearOfVersion(stated, year, s.ArXiv) {
		return nil
	}
	return []finding.Finding{s.at("year", s.Year, finding.Finding{
		Message: fmt.Sprintf("the year %q is not that of arXiv %s, which was submitted in %d", s.Year, s.ArXiv, year),
		Known:   strconv.Itoa(year),
		Help:    "correct the year or the ID, or name the venue if it was published later",
	})}
}

// versionYears is how long after its submission a preprint commonly gets new versions,
// whose year reference managers put.
const versionYears = 3

// isYearOfVersion reports whether a paper that was submitted in a year may have a
// version of the year stated: a later one, or the one that was sent in at the end of
// the year before.
func isYearOfVersion(stated, submitted int, id string) bool {
	if stated < submitted {
		return stated == submitted-1 && len(id) > 4 && id[2:4] == "01"
	}
	return stated <= submitted+versionYears && !strings.HasSuffix(id, "v1")
}

// yearNumber reads the four digits of a year such as 2023, 2023d or 2019/2020.
func yearNumber(s string) (int, bool) {
	i := strings.IndexFunc(s, unicode.IsDigit)
	if i < 0 {
		return 0, false
	}
	end := i
	for end < len(s) && '0' <= s[end] && s[end] <= '9' {
		end++
	}
	if end-i != 4 {
		return 0, false
	}
	n, err := strconv.Atoi(s[i:end])
	return n, err == nil
}

// numberOf reads digits, of which it takes too many for the greatest number.
func numberOf(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return math.MaxInt
	}
	return n
}

func hasYearNumber(s string) bool {
	_, ok := yearNumber(s)
	return ok
}

func doiMalformed(s *Statement) []finding.Finding {
	if s.DOI == "" || value.IsDOI(s.DOI) {
		return nil
	}
	return []finding.Finding{s.at("doi", s.DOI, finding.Finding{
		Message: "the DOI " + finding.Quoted(finding.Shorten(s.DOI, 90)) + " cannot exist",
		Help:    "copy it again; DOIs look like 10.1038/s41586-023-06221-2",
	})}
}

func isbnChecksum(s *Statement) []finding.Finding {
	var found []finding.Finding
	numbers := value.StatedISBNs(s.ISBN)
	for i, isbn := range numbers {
		if value.IsISBN(isbn) || slices.Contains(numbers[:i], isbn) {
			continue
		}
		message, help, severity := "does not check: a digit is wrong or missing", "copy it again from the book", finding.Severity("")
		if value.IsISSN(isbn) {
			message, help, severity = "is an ISSN, which names a series or a journal", "put it into the field issn, and the book's own number here", finding.Info
		}
		found = append(found, s.at("isbn", isbn, finding.Finding{Severity: severity, Message: "the ISBN " + finding.Quoted(finding.Shorten(isbn, 60)) + " " + message, Help: help}))
	}
	return found
}

// firstPrint is the year before which nothing was printed in movable type in
// Europe: Gutenberg's press was at work by 1450.
const firstPrint = 1450

func yearImplausible(s *Statement) []finding.Finding {
	year, ok := yearNumber(s.Year)
	if s.Entry != nil && text.IsDigits(s.Year) { // of any length: digits were left out or typed twice
		year, ok = numberOf(s.Year), true
	}
	switch {
	case !ok || strings.HasPrefix(s.Year, "-"): // a year before our era that somebody stated as such
	case year < firstPrint:
		return []finding.Finding{s.at("year", s.Year, finding.Finding{
			Message: fmt.Sprintf("the year %q lies before %d, when nothing was printed", s.Year, firstPrint),
			Help:    "correct the year, or cite the edition that was read",
		})}
	case year > s.Today.Year()+1:
		return []finding.Finding{s.at("year", s.Year, finding.Finding{
			Severity: finding.Error,
			Message:  fmt.Sprintf("the year %q lies more than a year in the future: today is %s", s.Year, s.Today.Format(time.DateOnly)),
			Help:     "correct the year",
		})}
	}
	return nil
}

func venueYearConflict(s *Statement) []finding.Finding {
	stated, ok := yearNumber(s.Year)
	if !ok || s.Container == "" {
		return nil
	}
	known, ok := venue.Find(s.Container)
	if !ok {
		return nil
	}
	year, from, ok := known.Year(s.Container, s.Volume)
	if !ok || year == stated {
		return nil
	}
	return []finding.Finding{s.at("year", s.Year, finding.Finding{
		Message: fmt.Sprintf("the year %q is not that of %s, which is %d (%s)", s.Year, finding.Quoted(finding.Shorten(s.Container, 90)), year, from),
		Known:   strconv.Itoa(year),
		Help:    "correct the year or the venue",
	})}
}

func pagesReversed(s *Statement) []finding.Finding {
	if s.Pages == "" {
		return nil
	}
	for pages := range strings.SplitSeq(s.Pages, ",") {
		first, last, ok := pageRange(pages)
		if !ok || last >= first {
			continue
		}
		return []finding.Finding{s.at("pages", s.Pages, finding.Finding{
			Message: fmt.Sprintf("the pages %q end before they begin", strings.TrimSpace(pages)),
			Help:    "correct the range",
		})}
	}
	return nil
}

// pageRange reads both ends of a range of pages, such as 104–121 or S12–S18. It
// is false for a single page, for ends of different kinds, and for an abbreviated
// end such as 249–65.
func pageRange(s string) (first, last int, ok bool) {
	ends := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '−' || unicode.IsSpace(r) })
	if len(ends) != 2 {
		return 0, 0, false
	}
	a, b := strings.TrimLeftFunc(ends[0], unicode.IsLetter), strings.TrimLeftFunc(ends[1], unicode.IsLetter)
	prefixA, prefixB := ends[0][:len(ends[0])-len(a)], ends[1][:len(ends[1])-len(b)]
	if prefixA != prefixB || !text.IsDigits(a) || !text.IsDigits(b) || len(b) < len(a) || len(b) > 9 {
		return 0, 0, false
	}
	first, _ = strconv.Atoi(a)
	last, _ = strconv.Atoi(b)
	return first, last, true
}

func authorPlaceholder(s *Statement) []finding.Finding {
	for _, name := range s.Authors {
		if !isPlaceholder(name) {
			continue
		}
		stated := fullName(name)
		return []finding.Finding{s.at("authors", stated, finding.Finding{
			Message: "the author " + finding.Quoted(finding.Shorten(stated, 60)) + " is a placeholder",
			Help:    "put who wrote the work",
		})}
	}
	return nil
}

func isPlaceholder(n citation.Name) bool {
	switch fold.Plain(fullName(n)) {
	case "john doe", "jane doe", "j. doe", "j doe", "doe", "john q. public", "anonymous author", "anonymous authors", "unknown author", "unknown authors",
		"firstname lastname", "first last", "first name last name", "your name", "author name", "author one", "author two", "first author", "second author",
		"a. author", "author", "authors", "test author", "test user", "lorem ipsum", "foo bar", "name surname", "surname name", "n/a", "tbd", "todo", "fixme", "xxx", "null", "none", "unknown", "a. n. author", "a. n. other", "an author", "john smith and others":
		return true
	}
	return false
}

func urlMalformed(s *Statement) []finding.Finding {
	if s.URL == "" || linkOfEndNote.MatchString(s.URL) {
		return nil
	}
	reason := value.MalformedURL(s.URL)
	if reason == "" {
		return nil
	}
	return []finding.Finding{s.at("url", s.URL, finding.Finding{
		Message: "the address " + finding.Quoted(finding.Shorten(s.URL, 120)) + " " + reason,
		Help:    "copy it again from the page",
	})}
}

// linkOfEndNote matches what EndNote puts into the address of a record that came from
// the Web of Science: "<Go to ISI>://WOS:000243275861433".
var linkOfEndNote = regexp.MustCompile(`^<Go to \w+>://\S*$`)

func sourceURLMalformed(p *Provenance) []finding.Finding {
	reason := ""
	if p.URI != "" {
		reason = p.recent.uri.of(p.URI, value.MalformedURL)
	}
	if reason == "" {
		return nil
	}
	return []finding.Finding{p.at("uri", finding.Finding{
		Message: "the source's address " + finding.Quoted(finding.Shorten(p.URI, 120)) + " " + reason,
		Stated:  p.URI,
		Help:    "copy it again from the page",
	})}
}
