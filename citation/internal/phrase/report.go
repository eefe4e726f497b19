package phrase

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// ReportNumber is the place of a report in the series of a body.
type ReportNumber struct{ Series, Number ref.Span }

// seriesHeads are the nouns that end the name of a series of reports.
var seriesHeads = text.WordSet("report", "reports", "circular", "memorandum", "memo", "paper", "papers", "note", "brief", "publication", "bulletin", "preprint")

// plainHeads are the seriesHeads that name a series without a word before them.
var plainHeads = text.WordSet("report", "circular", "memorandum", "preprint")

// longestSeries is how many words may be before the noun in the name of a series.
const longestSeries = 4

// ReportNumberAt reads a series of reports at token i with a number: "Circular 17",
// "Technical Report NSI-TR-44", "Working Paper No. 12", "Report 2019:4". A bare year is
// no number.
func (s *Text) ReportNumberAt(i int) (n ReportNumber, next int, ok bool) {
	head := i
	for head < i+longestSeries && s.At(head).Kind == Word && s.At(head).Capital && !seriesHeads[s.At(head).Lower] {
		head++
	}
	t := s.At(head)
	if !t.Capital || !seriesHeads[t.Lower] || head == i && !plainHeads[t.Lower] {
		return n, i, false
	}
	number, labelled := s.skipNumberSign(head + 1)
	if head > i && !isSeriesKind(s.At(head-1)) && !(labelled && IsBodyAcronym(s.At(head-1))) {
		return n, i, false
	}
	if t := s.At(number); t.Kind != Number && !t.Capital {
		return n, i, false
	}
	next = s.GluedEnd(number)
	n = ReportNumber{s.Span(i, head+1), s.Span(number, next)}
	if number := s.Slice(n.Number); !text.HasDigit(number) || len(number) == 4 && text.IsYearDigits(number) {
		return n, i, false
	}
	return n, next, true
}

// PlainReportNumberAt is [Text.ReportNumberAt] for a series in lower case, as sentences have
// it: "technical report 12", "report no. 7".
func (s *Text) PlainReportNumberAt(i int) (n ReportNumber, next int, ok bool) {
	head := i
	if s.At(i).In(lexicon.ReportKinds) {
		head++
	}
	number, labelled := s.skipNumberSign(head + 1)
	t := s.At(number)
	if !seriesHeads[s.At(head).Lower] || s.At(head).Capital || head == i && !labelled || t.Kind != Number || IsYear(t) {
		return n, i, false
	}
	next = s.GluedEnd(number)
	return ReportNumber{s.Span(i, head+1), s.Span(number, next)}, next, true
}

// skipNumberSign skips what comes before the number of a report: "No.", "Nr", ":".
func (s *Text) skipNumberSign(i int) (next int, labelled bool) {
	next = s.SkipColon(i)
	labelled = next > i && !s.At(i).Is(":")
	if t := s.At(next); (t.Is("no") || t.Is("nr")) && (s.At(next+1).Kind == Number || s.At(next+1).Is(".") && s.At(next+2).Kind == Number) {
		labelled = true
		if next++; s.At(next).Is(".") {
			next++
		}
	}
	return next, labelled
}

// isReportSeries reports whether a whole name is that of a series of reports: "Policy
// Research Working Paper".
func isReportSeries(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if n := len(words); n >= 2 && seriesHeads[words[n-1]] {
		return lexicon.ListsOf(words[n-2]).Has(lexicon.ReportKinds)
	}
	return false
}

// isSeriesKind reports whether a word says which of its series of reports a body means.
func isSeriesKind(t *Token) bool {
	switch t.Lower {
	case "research", "staff", "project", "internal", "white", "scientific", "annual", "special", "interim", "final", "evaluation", "information", "open-file":
		return true
	}
	return t.In(lexicon.ReportKinds)
}

// GluedEnd is where the tokens from i on are no longer written without a space: the end
// of "TR-12" and "2018/3".
func (s *Text) GluedEnd(i int) (next int) {
	for next = i + 1; s.At(next).Kind != NoToken && s.Glued(next); next++ {
		if t := s.At(next); t.Is(".") || t.Is(",") || t.Is(")") || t.Is("]") || t.Is(";") {
			break
		}
	}
	return next
}

// StateReportNumber gives a work its number in a series of reports, and makes it one.
func (s *Text) StateReportNumber(w *Work, n ReportNumber) {
	s.State(w, ref.FieldGenre, n.Series)
	s.State(w, ref.FieldNumber, n.Number)
	w.Noun = "report"
}
