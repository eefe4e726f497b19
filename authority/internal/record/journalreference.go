package record

import (
	"strings"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// addJournalReference reads venue and year out of a reference as authors write
// it: "Phys.Rev. D76:013009,2007", "Proc. of EMNLP 2018, pages 1-10". Of several
// it is the first.
func (w *draft) addJournalReference(reference string) {
	reference, _, _ = strings.Cut(reference, ";")
	w.addYear(yearOfReference(reference))
	container := venueOfReference(reference)
	if container == "" {
		return
	}
	w.addVenue(container)
	if short, _, found := strings.Cut(container, ","); found && countLetters(short) > 2 {
		w.addVenue(short)
	}
	w.Record.Type = citation.Article
	if known, ok := venue.Find(container); ok {
		w.Record.Type = ref.PaperType(known)
	} else if isMeeting(container) {
		w.Record.Type = citation.InProceedings
	}
}

// yearOfReference returns the year in parentheses, else the last one that is no
// end of a range.
func yearOfReference(reference string) (year string) {
	for i := 0; i+4 <= len(reference); i++ {
		digits := i
		for digits < len(reference) && text.IsDigit(reference[digits]) {
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

// venueOfReference returns what is before the first volume, year or page,
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
		if number, ok := strings.CutSuffix(word, ending); ok && text.IsDigits(number) {
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
