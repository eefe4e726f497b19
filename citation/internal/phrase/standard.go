package phrase

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// numberedSeries is a series of documents whose number alone says which of them is
// meant.
type numberedSeries struct {
	words  []string // its name, token by token
	issuer string   // who brings it out
	dashed bool     // a number has a dash in it: "800-53"
	dotted bool     // or a full stop, or a colon and a year: "802.11", "9001:2015"
}

// numberedSeriesNames are the series, the longest name of those that begin alike first.
var numberedSeriesNames = []numberedSeries{
	{words: []string{"rfc"}, issuer: "IETF"},
	{words: []string{"bcp"}, issuer: "IETF"},
	{words: []string{"std"}, issuer: "IETF"},
	{words: []string{"pep"}, issuer: "Python Software Foundation"},
	{words: []string{"nist", "special", "publication"}, issuer: "NIST", dashed: true},
	{words: []string{"nist", "internal", "report"}, issuer: "NIST"},
	{words: []string{"nist", "sp"}, issuer: "NIST", dashed: true},
	{words: []string{"nist", "ir"}, issuer: "NIST"},
	{words: []string{"nistir"}, issuer: "NIST"},
	{words: []string{"special", "publication"}, issuer: "NIST", dashed: true},
	{words: []string{"sp"}, issuer: "NIST", dashed: true},
	{words: []string{"federal", "information", "processing", "standard", "publication"}, issuer: "NIST"},
	{words: []string{"federal", "information", "processing", "standards", "publication"}, issuer: "NIST"},
	{words: []string{"fips", "pub"}, issuer: "NIST"},
	{words: []string{"fips"}, issuer: "NIST"},
	{words: []string{"iso", "/", "iec", "/", "ieee"}, issuer: "ISO", dotted: true},
	{words: []string{"iso", "/", "iec"}, issuer: "ISO", dotted: true},
	{words: []string{"iso", "/", "ts"}, issuer: "ISO", dotted: true},
	{words: []string{"iso"}, issuer: "ISO", dotted: true},
	{words: []string{"iec"}, issuer: "IEC", dotted: true},
	{words: []string{"ieee", "std"}, issuer: "IEEE", dotted: true},
	{words: []string{"ieee", "standard"}, issuer: "IEEE", dotted: true},
	{words: []string{"ecma"}, issuer: "Ecma International", dashed: false},
	{words: []string{"etsi", "en"}, issuer: "ETSI"},
}

// encodings are the standards of ISO whose number after a hyphen is the name of an encoding
// that programs use: "ISO-8859-1", "ISO-2022-JP".
var encodings = text.WordSet("646", "2022", "8859", "10646")

// Standard is a document of a numbered series.
type Standard struct {
	Series, Number, Edition ref.Span
	Issuer                  string
}

// StandardAt reads the name of a numbered series at token i with a number: "RFC
// 7235", "NIST SP 800-57 Part 1, Revision 4", "ISO/IEC 27001:2013".
func (s *Text) StandardAt(i int) (st Standard, next int, ok bool) {
	if t := s.At(i); !t.In(lexicon.SeriesWords) || !t.Capital || t.Kind != Word {
		return st, i, false
	}
	for n := range numberedSeriesNames {
		series := &numberedSeriesNames[n]
		if !s.Words(i, series.words...) || !isSeriesName(s.At(i).Text) {
			continue
		}
		number := i + len(series.words)
		if s.At(number).Is("(") && s.At(number+1).Kind == Word && s.At(number+2).Is(")") { // "Special Publication (SP) 800-63"
			number += 3
		}
		if IsHyphen1(s.At(number)) && s.Glued(number) { // "ECMA-262"
			if number++; encodings[s.At(number).Text] {
				return st, i, false
			}
		}
		if next, ok = s.numberEndIn(number, series); ok {
			st = Standard{Series: s.Span(i, i+len(series.words)), Number: s.Span(number, next), Issuer: series.issuer}
			st.Edition, next = s.revisionAt(next)
			return st, next, true
		}
	}
	return st, i, false
}

// isSeriesName reports whether the first word of a series is written as one: in
// capitals, or as a whole name.
func isSeriesName(word string) bool {
	return word == strings.ToUpper(word) || word == "Special" || word == "Federal"
}

// numberEndIn is where the number of a document that begins at token i ends.
func (s *Text) numberEndIn(i int, series *numberedSeries) (next int, ok bool) {
	t := s.At(i)
	if t.Kind != Number || !text.IsDigit(t.Text[0]) || !series.dashed && !series.dotted && !text.IsDigits(strings.TrimRight(t.Text, "abcdefgh")) {
		return i, false
	}
	next = i + 1
	for (IsHyphen1(s.At(next)) || series.dotted && s.At(next).Is(":")) && s.At(next+1).Kind == Number && s.Glued(next) && s.Glued(next+1) {
		next += 2
	}
	if series.dashed && next == i+1 {
		return i, false
	}
	if s.At(next).Is("part") && s.At(next+1).Kind == Number {
		next += 2
	}
	return next, true
}

// Glued reports whether nothing comes between token i and the one before it.
func (s *Text) Glued(i int) bool { return s.At(i).Start == s.At(i-1).End }

// revisionAt reads which version of a document is meant: "Revision 4", "Rev. 5".
func (s *Text) revisionAt(i int) (edition ref.Span, next int) {
	at := i
	if s.At(at).Is(",") {
		at++
	}
	from := at
	if !s.At(at).Is("revision") && !s.At(at).Is("rev") {
		return ref.Span{}, i
	}
	if at++; s.At(at).Is(".") {
		at++
	}
	if s.At(at).Kind != Number {
		return ref.Span{}, i
	}
	return s.Span(from, at+1), at + 1
}

// StateStandard gives a work the series and the number of a standard, and says who
// brings the series out.
func (s *Text) StateStandard(w *Work, st Standard) {
	if w.Number != "" || w.Series != "" {
		return
	}
	s.State(w, ref.FieldSeries, st.Series)
	s.State(w, ref.FieldNumber, st.Number)
	s.State(w, ref.FieldEdition, st.Edition)
	s.State(w, ref.FieldGenre, st.Series)
	w.Standard, w.Reference.Kind = true, ref.Standard
	if w.Institution == "" {
		w.add(string(ref.FieldInstitution), st.Issuer, "the series")
	}
}

// ReadStandard states the standard at token i, if there is one.
func (s *Text) ReadStandard(i int, w *Work) (next int, ok bool) {
	st, next, ok := s.StandardAt(i)
	if ok {
		s.StateStandard(w, st)
	}
	return next, ok
}
