package citation

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// mayBeWork reports whether what the model read is enough to be a work. Rows of tables,
// timetables, histories of changes and settings have words that look like a title, numbers
// that look like years and names of programs where people would be.
func mayBeWork(s *phrase.Text, listed *Reference) bool {
	line := s.Content[s.At(0).Start:s.At(len(s.Tokens)-1).End]
	if strings.Contains(line, " | ") || hasHours(line) || strings.HasPrefix(line, "Copyright ") {
		return false
	}
	if year, ok := listed.Spans[string(ref.FieldYear)]; ok && year[0] > 0 && s.Content[year[0]-1] == '#' {
		return false
	}
	if authors, ok := listed.Spans[string(ref.FieldAuthors)]; ok && strings.Contains(s.Content[authors[0]:authors[1]], "_") {
		return false
	}
	if listed.Confidence < issued && !isIssued(listed) && listed.URL == "" && !isIdentified(listed) && !opensWithAuthors(s, listed) {
		return false
	}
	dated := listed.Year != "" || isIdentified(listed) || listed.Container != "" && listed.Pages != ""
	return (!isOnlyLinked(listed) || isVisited(s)) && (dated || listed.Confidence >= undated)
}

// undated is from what confidence on a line may have neither year nor identifier.
const undated = 0.35

// isOnlyLinked reports whether a line has words and an address and nothing else that
// works are known by.
func isOnlyLinked(listed *Reference) bool {
	return listed.URL != "" && listed.Year == "" && len(listed.Authors) == 0 && len(listed.Editors) == 0 && !isIssued(listed) && !isIdentified(listed)
}

// isVisited reports whether a text says when an address was looked up, as references do:
// "(accessed 3 May 2019)".
func isVisited(s *phrase.Text) bool {
	const longest = 7 // tokens from the word to the year
	for i := range s.Tokens {
		if !formatted.SaysVisit(s.At(i)) {
			continue
		}
		for after := i + 1; after <= i+longest; after++ {
			if phrase.IsYear(s.At(after)) {
				return true
			}
		}
	}
	return false
}

// issued is from what confidence on a line need not say in what, or by whom, a work came out.
const issued = 0.2

// isIssued reports whether a line says in what, or by whom, a work came out.
func isIssued(r *Reference) bool {
	return r.Container != "" || r.Publisher != "" || r.Institution != ""
}

func isIdentified(r *Reference) bool {
	return r.ArXiv != "" || r.DOI != "" || r.ISBN != "" || r.PMID != ""
}

// hasHours reports whether a line has hours of the day, as timetables do: "11:00-12:15".
func hasHours(line string) bool {
	for word := range strings.FieldsSeq(strings.ReplaceAll(line, "–", "-")) {
		from, to, ok := strings.Cut(word, "-")
		if ok && isHour(from) && isHour(to) {
			return true
		}
	}
	return false
}

func isHour(word string) bool {
	hour, minute, ok := strings.Cut(word, ":")
	return ok && len(hour) <= 2 && text.IsDigits(hour) && len(minute) == 2 && minute < "60" && text.IsDigits(minute)
}
