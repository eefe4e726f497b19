package authority

import (
	"strings"

	"github.com/factcite/factcite/citation"
)

// arXivWorks reads a line of arXiv's metadata snapshot. A paper with a DOI or a
// journal reference of its own counts as published.
func arXivWorks(c *jsonCursor) ([]*Work, bool) {
	w := &Work{Origin: Origin{Source: "arxiv"}}
	r := &w.Record
	var journal string
	var created []string
	isArXiv, withdrawn := false, ""
	for name := range c.members() {
		switch string(name) {
		case "id":
			w.Origin.Key = c.text()
			w.setArXiv(w.Origin.Key)
		case "title":
			r.Title = latexText(c.text())
		case "authors_parsed":
			isArXiv = true
			for range c.elements() {
				w.addAuthor(arXivName(c))
			}
		case "categories", "submitter":
			isArXiv = true
		case "journal-ref":
			journal = latexText(c.text())
		case "doi":
			// An author may state several.
			first, _, _ := strings.Cut(strings.TrimSpace(c.text()), " ")
			w.setDOI(strings.TrimRight(first, ",;"))
		case "comments":
			if comment := c.text(); saysWithdrawn(comment) {
				withdrawn = latexText(comment)
			}
		case "abstract":
			if saysWithdrawn(string(c.head(60))) && withdrawn == "" {
				withdrawn = "withdrawn by its abstract"
			}
		case "versions":
			for range c.elements() {
				for name := range c.members() {
					if string(name) == "created" && len(created) < maxNames {
						created = append(created, c.text())
					}
				}
			}
		case "update_date":
			w.Origin.Date = c.text()
		}
	}
	if !isArXiv || r.ArXiv == "" {
		return nil, false
	}
	w.Status = Preprint
	if journal != "" {
		w.addJournalReference(journal)
	}
	for _, date := range created {
		w.addYear(date)
	}
	switch {
	case len(w.Venues) > 0 || r.DOI != "":
		w.Status = Published
	case withdrawn != "":
		w.Status = Retracted
		w.Retraction = &Retraction{Reason: withdrawn}
	}
	return []*Work{w}, true
}

// arXivName reads [family, given, suffix, affiliation…]. A collaboration has
// "Collaboration" for its family name.
func arXivName(c *jsonCursor) citation.Name {
	var parts [3]string
	for i := range c.elements() {
		if i < len(parts) {
			parts[i] = latexText(c.text())
		}
	}
	n := citation.Name{Family: parts[0], Given: parts[1], Suffix: parts[2]}
	if n.Given != "" && bodyWords[strings.ToLower(n.Family)] {
		return citation.Name{Literal: n.Given + " " + n.Family}
	}
	return n
}

// saysWithdrawn reports whether a comment says that the paper was withdrawn.
func saysWithdrawn(comment string) bool {
	comment = strings.ToLower(comment)
	if strings.HasPrefix(comment, "withdrawn") {
		return true
	}
	for _, words := range [...]string{"been withdrawn", "is withdrawn", "was withdrawn", "paper withdrawn", "submission withdrawn", "withdrawn by"} {
		if strings.Contains(comment, words) {
			return true
		}
	}
	return false
}

// addJournalReference reads venue and year out of a reference as authors write
// it: "Phys.Rev. D76:013009,2007", "Proc. of EMNLP 2018, pages 1-10". Of several
// it is the first.
func (w *Work) addJournalReference(reference string) {
	reference, _, _ = strings.Cut(reference, ";")
	w.addYear(yearOfReference(reference))
	venue := venueOfReference(reference)
	if venue == "" {
		return
	}
	w.addVenue(venue)
	if short, _, found := strings.Cut(venue, ","); found && countLetters(short) > 2 {
		w.addVenue(short)
	}
	w.Record.Type = citation.Article
	if known, ok := citation.LookupVenue(venue); ok {
		w.Record.Type = known.Type
	} else if isMeeting(venue) {
		w.Record.Type = citation.InProceedings
	}
}

// yearOfReference returns the year in parentheses, else the last one that is no
// end of a range.
func yearOfReference(reference string) (year string) {
	for i := 0; i+4 <= len(reference); i++ {
		digits := i
		for digits < len(reference) && isDigit(reference[digits]) {
			digits++
		}
		if number := reference[i:digits]; len(number) == 4 && (number[:2] == "19" || number[:2] == "20") {
			if i > 0 && reference[i-1] == '(' {
				return number
			}
			if !strings.HasPrefix(reference[digits:], "-") && (i == 0 || reference[i-1] != '-') {
				year = number
			}
		}
		i = max(i, digits)
	}
	return year
}

// venueOfReference returns what stands before the first volume, year or page,
// unless the name begins with a year.
func venueOfReference(reference string) string {
	var words []string
	for i, word := range strings.Fields(strings.TrimPrefix(strings.TrimPrefix(reference, "In "), "in ")) {
		digit := strings.IndexFunc(word, func(r rune) bool { return '0' <= r && r <= '9' })
		if locatorWords[strings.ToLower(strings.Trim(word, "(.,:"))] {
			break
		}
		if digit >= 0 && i > 0 && !isOrdinal(word) {
			if before := word[:digit]; strings.HasSuffix(before, ".") {
				words = append(words, before)
			}
			break
		}
		words = append(words, word)
	}
	venue := strings.Trim(strings.Join(words, " "), " ,:(-–'")
	if countLetters(venue) < 3 {
		return ""
	}
	return venue
}

var locatorWords = map[string]bool{"vol": true, "volume": true, "no": true, "number": true, "issue": true, "pp": true, "p": true, "pages": true, "page": true, "article": true, "art": true}

// isOrdinal reports whether a word is a number such as "37th".
func isOrdinal(word string) bool {
	word = strings.TrimRight(word, ",.")
	for _, ending := range [...]string{"st", "nd", "rd", "th"} {
		if number, ok := strings.CutSuffix(word, ending); ok && isDigits(number) {
			return true
		}
	}
	return false
}

// isMeeting reports whether the name of a venue says that people met.
func isMeeting(venue string) bool {
	lower := strings.ToLower(venue)
	for _, word := range [...]string{"proc.", "proceedings", "conference", "conf.", "workshop", "symposium", "meeting"} {
		if strings.Contains(lower, word) && !strings.Contains(lower, "proceedings of the national academy") {
			return true
		}
	}
	return false
}

func countLetters(s string) (n int) {
	for i := range len(s) {
		if c := s[i] | 0x20; 'a' <= c && c <= 'z' || s[i] >= 0x80 {
			n++
		}
	}
	return n
}

// latexText returns the text of a value in LaTeX's notation, its lines joined.
func latexText(s string) string {
	if strings.ContainsAny(s, `\${}`) {
		s = citation.DecodeLaTeX(s)
	}
	return tidy(s)
}
