package citation

import (
	"slices"
	"strings"

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
	dated := listed.Year != "" || isIdentified(listed) || listed.Container != "" && listed.Pages != ""
	return knownBy(listed) >= enoughKnown && (dated || listed.Confidence >= undated)
}

// undated is from what confidence on a line may have neither year nor identifier.
const undated = 0.35

// enoughKnown is how much of what works are known by a line must have, beside words that
// may be a title.
const enoughKnown = 2

// knownBy is how much of what works are known by a reference has: its people, its year,
// where it is, who brought it out and its place there. An identifier is enough, and so are
// people whose given names are cut short, for nothing else is written so.
func knownBy(r *Reference) (known int) {
	if isIdentified(r) || slices.ContainsFunc(r.Authors, hasInitial) {
		return enoughKnown
	}
	for _, has := range [...]bool{
		len(r.Authors) > 0 || len(r.Editors) > 0,
		r.Year != "",
		r.Container != "",
		r.Publisher != "" || r.Institution != "",
		r.Volume != "" || r.Number != "" || r.Pages != "" || r.EID != "",
	} {
		if has {
			known++
		}
	}
	return known
}

func hasInitial(n Name) bool { return strings.HasSuffix(n.Given, ".") && n.Family != "" }

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
