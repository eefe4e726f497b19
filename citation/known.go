package citation

import (
	"slices"
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// mayBeWork reports whether what the model read is enough to be a work. Rows of tables,
// timetables, histories of changes and settings have words that look like a title, numbers
// that look like years and names of programs where people would be.
func mayBeWork(s *phrase.Text, listed *Reference) bool {
	line := s.Content[s.At(0).Start:s.At(len(s.Tokens)-1).End]
	if isOfOthers(line) || readsOthers(s.Content, line, listed) || isLabelled(listed) || isDegree(listed) || isBroadcast(s, listed) {
		return false
	}
	switch named := hasWholeName(listed.Authors) || hasWholeName(listed.Editors); {
	case isMonthAlone(listed.Authors), isInCapitals(line) && (listed.Year == "" || listed.Confidence < opening && !isIssued(listed)):
		return false
	case listed.Confidence < plausible && (!named || strings.Contains(line, "@")):
		return false
	case listed.Year != "" || isIdentified(listed):
	case listed.Confidence < nameless && listed.Title == "" && len(listed.Authors)+len(listed.Editors) == 0, listed.Confidence < undated && listed.Address == "" && !named:
		return false
	}
	if listed.Confidence < surelyTitle && isUnplaced(listed) && !slices.ContainsFunc(listed.Authors, hasGiven) {
		return false
	}
	if authors, ok := listed.Spans[string(ref.FieldAuthors)]; ok && strings.Contains(s.Content[authors[0]:authors[1]], "_") {
		return false
	}
	if listed.Confidence < issued && !isIssued(listed) && listed.URL == "" && !isIdentified(listed) && !opensWithAuthors(s, listed) {
		return false
	}
	dated := listed.Year != "" || isIdentified(listed) || listed.Container != "" && listed.Pages != ""
	return (!isOnlyLinked(listed) || isVisited(s)) && (dated || listed.Confidence >= loosely)
}

// From what confidence on a line may have neither year nor identifier: with a whole name
// among its authors, and without.
const (
	loosely = 0.35
	undated = 0.5
)

// plausible is from what confidence on a line may have nobody with a whole name.
const plausible = 0.12

// nameless is from what confidence on a line may have neither title nor authors nor year.
const nameless = 0.42

// isUnplaced reports whether nothing says when or in what a work came out, and so what its pages
// are pages of.
func isUnplaced(r *Reference) bool {
	return r.Year == "" && r.URL == "" && !isIssued(r) && !isIdentified(r)
}

func hasGiven(n Name) bool { return n.Given != "" }

// hasWholeName reports whether one of the names is a surname with given names.
func hasWholeName(names []Name) bool {
	return slices.ContainsFunc(names, func(n Name) bool {
		return n.Literal != "" || n.Family != "" && strings.IndexFunc(n.Given, unicode.IsLetter) == 0
	})
}

// isInCapitals reports whether all letters of a line are capitals, in a language that has them.
func isInCapitals(line string) bool {
	return line == strings.ToUpper(line) && line != strings.ToLower(line) && !hasUncased(line)
}

// isMonthAlone reports whether the authors are a month: "May 2013 Version 1.2".
func isMonthAlone(authors []Name) bool {
	return len(authors) == 1 && authors[0].Given == "" && lexicon.Months[strings.ToLower(authors[0].Family)] > 0
}

// isHeading reports whether the authors are the heading of a part of a document, in capitals
// with a word inside that no name has: "POINT OF CONTACT".
func isHeading(authors []Name) bool {
	if len(authors) != 1 || authors[0].String() != strings.ToUpper(authors[0].String()) {
		return false
	}
	words := strings.Fields(strings.ToLower(authors[0].String()))
	return len(words) > 2 && slices.ContainsFunc(words[1:len(words)-1], func(word string) bool {
		return len(word) > 1 && lexicon.ListsOf(word).Has(lexicon.FunctionWords)
	})
}

// headLabels are what the lines at the head of a text say what follows a colon is.
var headLabels = text.WordSet("course", "kurs", "seminar", "vorlesung", "modul", "thema", "subject", "betreff", "topic", "re", "from", "to", "date", "datum", "dozent", "dozentin",
	"files", "license", "copyright", "changelog", "warning", "security", "note", "fail", "pass", "todo", "fixme", "important", "caution", "error", "skip", "info", "debug", "instructor", "lecturer", "speaker", "project", "projekt", "department", "location", "venue", "room", "version", "status", "agenda",
	"会议时间", "时间", "地点", "主持人", "联系人", "日時", "場所", "일시", "장소", "위원장", "문의")

// isLabelled reports whether the authors are a word that says what a line at the head of a
// text is: "Seminar: Work and worth (2016)".
func isLabelled(r *Reference) bool {
	if len(r.Authors) != 1 || r.Authors[0].Given != "" {
		return false
	}
	authors, title := r.Spans[string(ref.FieldAuthors)], r.Spans[string(ref.FieldTitle)]
	return headLabels[strings.ToLower(r.Authors[0].String())] && (title[1] == 0 || title[0] > authors[1] && title[0]-authors[1] <= longestLabelled)
}

// longestLabelled is how many bytes may be between a label and the title, of marks and a number.
const longestLabelled = len("-2014: “")

var degrees = text.WordSet("phd", "dphil", "msc", "bsc", "ma", "ba", "mba", "mphil", "meng", "beng", "llb", "llm", "md", "diplom", "diploma", "magister", "abitur", "licence", "laurea")

// isDegree reports whether what the model takes for a title is a degree that somebody has,
// as in a curriculum vitae: "1999  MSc in Carts, University of Cork".
func isDegree(r *Reference) bool {
	first, rest, ok := strings.Cut(r.Title, " ")
	return ok && len(r.Authors) == 0 && degrees[strings.ToLower(strings.ReplaceAll(first, ".", ""))] && (strings.HasPrefix(rest, "in ") || strings.HasPrefix(rest, "of "))
}

var broadcasts = text.WordSet("interview", "radio", "tv", "television", "broadcast", "episode", "fernsehen", "rundfunk")

// isBroadcast reports whether what is read as a work without authors is said to be
// something on the air: "Radio interview, "The soil", BR 2, 3 June 2022".
func isBroadcast(s *phrase.Text, r *Reference) bool {
	title := r.Spans[string(ref.FieldTitle)]
	if len(r.Authors) > 0 || title[0] == 0 {
		return false
	}
	said := false
	for i := range 3 { // "Radio interview, "
		if s.At(i).Is(",") || s.At(i).Is(":") {
			return said && title[0]-s.At(i).End <= len(" “")
		}
		said = said || broadcasts[s.At(i).Lower]
	}
	return false
}

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

// hasHours reports whether a line has hours of the day, as timetables and the dates of mails do: "11:00-12:15", "18:12:59".
func hasHours(line string) bool {
	for word := range strings.FieldsSeq(strings.ReplaceAll(line, "–", "-")) {
		from, to, ok := strings.Cut(word, "-")
		if ok && isHour(from) && isHour(to) || isClock(word) {
			return true
		}
	}
	return false
}

// isClock reports whether a word is a time to the second: "18:12:59".
func isClock(word string) bool {
	const digits = len("18:12")
	return len(word) == len("18:12:59") && isHour(word[:digits]) && isHour(word[len("18:"):])
}

func isHour(word string) bool {
	hour, minute, ok := strings.Cut(word, ":")
	return ok && len(hour) <= 2 && text.IsDigits(hour) && len(minute) == 2 && minute < "60" && text.IsDigits(minute)
}
