package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation/internal/tagger"
)

// aligner finds the tokens of values that are known without their places.
type aligner struct {
	line   *tagger.Line
	keys   []string // of each token: its letters and digits in lower case
	starts []int    // where the key of each token begins in joined
	joined string
	labels []tagger.Label
	set    []bool
}

// key are the letters and digits of a text in lower case.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func newAligner(l *tagger.Line) *aligner {
	a := &aligner{line: l, labels: make([]tagger.Label, len(l.Tokens)), set: make([]bool, len(l.Tokens))}
	var b strings.Builder
	for _, t := range l.Tokens {
		k := key(l.Text[t.Start:t.End])
		if strings.HasPrefix(l.Text[t.Start:], "<") {
			k = ""
		}
		a.keys, a.starts = append(a.keys, k), append(a.starts, b.Len())
		b.WriteString(k)
	}
	a.starts, a.joined = append(a.starts, b.Len()), b.String()
	return a
}

// run is a range of tokens.
type run struct{ from, to int }

// find returns the runs of tokens that have the letters and digits of a value, free
// ones only.
func (a *aligner) find(value string) (runs []run) {
	want := key(value)
	if want == "" {
		return nil
	}
	for at := 0; ; at++ {
		i := strings.Index(a.joined[at:], want)
		if i < 0 {
			return runs
		}
		at += i
		from, _ := slices.BinarySearch(a.starts, at+1)
		from-- // the last token that begins at or before
		to, _ := slices.BinarySearch(a.starts, at+len(want))
		for from < to && a.keys[from] == "" {
			from++
		}
		if slices.Contains(a.set[from:to], true) {
			continue
		}
		if cut := at - a.starts[from]; cut > 1 && len(want) < 6 || a.starts[to] != at+len(want) && len(want) < 6 {
			continue // inside a word
		}
		runs = append(runs, run{from, to})
	}
}

func (a *aligner) label(r run, l tagger.Label) {
	for i := r.from; i < r.to; i++ {
		a.labels[i], a.set[i] = l, true
	}
}

// longFields are aligned first, by what is found where.
var longFields = []struct {
	field string
	label tagger.Label
}{
	{"url", tagger.Identifier}, {"doi", tagger.Identifier}, {"authors", tagger.Authors}, {"title", tagger.Title}, {"editors", tagger.Editors}, {"arxiv", tagger.Identifier},
	{"container", tagger.Container}, {"publisher", tagger.Publisher}, {"genre", tagger.Genre},
}

var tag = regexp.MustCompile(`</?[A-Za-z]+>`)

// withoutTags returns values as tokens have them: tags are no part of any.
func withoutTags(values map[string]string) map[string]string {
	plain := make(map[string]string, len(values))
	for field, value := range values {
		plain[field] = tag.ReplaceAllString(value, "")
	}
	return plain
}

// align gives each token its label. It returns the labels of the values that are not
// found, which tokens without a value may have.
func (a *aligner) align(values map[string]string) (lost labelSet) {
	values = withoutTags(values)
	ends := map[tagger.Label]int{}
	long := slices.Clone(longFields)
	// What is longest is found first.
	slices.SortStableFunc(long, func(x, y struct {
		field string
		label tagger.Label
	}) int {
		return len(values[y.field]) - len(values[x.field])
	})
	for _, f := range long {
		value := values[f.field]
		if value == "" || key(value) == "" {
			continue
		}
		runs := a.find(value)
		if len(runs) == 0 {
			lost |= setOf(f.label)
			continue
		}
		r := runs[0]
		switch f.label {
		case tagger.Publisher:
			r = runs[len(runs)-1]
		case tagger.Container:
			for _, other := range runs {
				if other.from >= ends[tagger.Title] {
					r = other
					break
				}
			}
		}
		a.label(r, f.label)
		ends[f.label] = r.to
	}
	after := max(ends[tagger.Container], ends[tagger.Title], ends[tagger.Authors])
	if y := values["year"]; y != "" && !a.year(y, ends) {
		lost |= setOf(tagger.Year)
	}
	for _, f := range []struct {
		field string
		label tagger.Label
	}{{"pages", tagger.Pages}, {"volume", tagger.Volume}, {"issue", tagger.Issue}} {
		value := values[f.field]
		if value == "" || key(value) == "" {
			continue
		}
		runs := a.find(value)
		if f.label == tagger.Pages && strings.ContainsAny(value, "-–—−") {
			runs = slices.DeleteFunc(runs, func(r run) bool { return r.to == r.from+1 }) // "1-8" is no volume 18
		}
		if len(runs) == 0 {
			lost |= setOf(f.label)
			continue
		}
		best := runs[0]
		for _, r := range runs[1:] {
			if a.fits(r, f.label, after, ends) > a.fits(best, f.label, after, ends) {
				best = r
			}
		}
		a.label(best, f.label)
		ends[f.label] = best.to
	}
	a.fill()
	return lost
}

// unlabelled are the labels that values of labelled strings do not have, after the title
// and before it.
var (
	unlabelled      = setOf(tagger.Other, tagger.Place, tagger.Series, tagger.Edition, tagger.Genre, tagger.Identifier, tagger.Editors)
	unlabelledFront = setOf(tagger.OtherFront, tagger.EditorsFront)
)

// skipped are the labels of the fields that may not be judged.
var skipped = map[string]labelSet{
	"authors": setOf(tagger.Authors), "title": setOf(tagger.Title), "container": setOf(tagger.Container), "year": setOf(tagger.Year),
	"volume": setOf(tagger.Volume), "issue": setOf(tagger.Issue), "pages": setOf(tagger.Pages), "publisher": setOf(tagger.Publisher),
}

// allowed are the labels that each token may have: what no value covers may be what the
// labelled strings have no values of, and what they should have but do not.
func (a *aligner) allowed(lost labelSet) []labelSet {
	sets := make([]labelSet, len(a.labels))
	front := unlabelledFront | lost&setOf(tagger.Authors, tagger.Title)
	if lost.has(tagger.Year) {
		front |= setOf(tagger.YearFront)
	}
	for i, l := range a.labels {
		switch l {
		case tagger.Other:
			sets[i] = unlabelled&^a.deniedAt(i) | lost
		case tagger.OtherFront:
			sets[i] = front &^ a.deniedAt(i)
		default:
			sets[i] = setOf(l)
		}
	}
	return sets
}

// deniedAt are the labels that the words around token i rule out, up to those that have a
// value: there are no editors where no word says so.
func (a *aligner) deniedAt(i int) labelSet {
	from, to := i, i
	for from > 0 && !a.set[from-1] {
		from--
	}
	for to < len(a.labels) && !a.set[to] {
		to++
	}
	for at := from; at < to; at++ {
		if saysEditors[a.text(at)] {
			return 0
		}
	}
	return setOf(tagger.Editors, tagger.EditorsFront)
}

// saysEditors are the words beside the names of editors and of translators.
var saysEditors = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields("in ed eds edited editor editors edit edt éd éds editado edición hrsg hg hgg herausgegeben herausgeber org orgs organizador coord coords coordinator coordinador dir dirs direction sous par tr trans transl translated translator trad traduit traduction traducción übers übersetzt red redaktion comp comps compiled cura curatore von by ред под пер 編 編著 编 主编 译 訳 편 역") {
		words[w] = true
	}
	return words
}()

func (a *aligner) text(i int) string {
	if i < 0 || i >= len(a.line.Tokens) {
		return ""
	}
	t := a.line.Tokens[i]
	return strings.ToLower(a.line.Text[t.Start:t.End])
}

// year labels the year: right after the authors if it is there, else the last one.
func (a *aligner) year(value string, ends map[tagger.Label]int) bool {
	runs := a.find(value)
	if len(runs) == 0 {
		return false
	}
	r := runs[len(runs)-1]
	if end := ends[tagger.Authors]; end > 0 {
		for _, other := range runs {
			if other.from >= end && other.from <= end+5 {
				r = other
				break
			}
		}
	}
	a.label(r, tagger.Year)
	return true
}

// fits says how well a run of numbers fits to be a volume, an issue or pages.
func (a *aligner) fits(r run, l tagger.Label, after int, ends map[tagger.Label]int) (score int) {
	if r.from >= after {
		score += 4
	}
	for back := 1; back <= 3; back++ {
		w := a.text(r.from - back)
		if w == "" || w == "." || w == "°" || w == ":" {
			continue
		}
		if introduces(w, l) {
			score += 6
		} else if introduces(w, tagger.Volume) || introduces(w, tagger.Issue) || introduces(w, tagger.Pages) {
			score -= 3
		}
		break
	}
	before, next := a.text(r.from-1), a.text(r.to)
	switch l {
	case tagger.Pages:
		if before == ":" || before == "," {
			score++
		}
		score += min(r.from, 20) * 0
		if ends[tagger.Volume] == 0 && r.from > 0 {
			score += r.from * 2 / len(a.line.Tokens)
		}
	case tagger.Volume:
		if p := a.firstOf(tagger.Pages); p >= 0 && r.to > p {
			score -= 3
		}
		if next == "(" || next == ":" || next == "," {
			score++
		}
		score -= max(0, (r.from-after)/4)
	case tagger.Issue:
		if v := a.lastOf(tagger.Volume); v >= 0 && r.from > v {
			score += 3
			score -= (r.from - v) / 3
		}
		if before == "(" {
			score += 2
		}
	}
	return score
}

func (a *aligner) firstOf(l tagger.Label) int { return slices.Index(a.labels, l) }

func (a *aligner) lastOf(l tagger.Label) int {
	for i := len(a.labels) - 1; i >= 0; i-- {
		if a.labels[i] == l {
			return i
		}
	}
	return -1
}

// introducers are the words that come before a part, in the languages of the data.
var introducers = map[tagger.Label][]string{
	tagger.Volume:     {"v", "vol", "vols", "volume", "bd", "band", "jg", "jahrgang", "t", "tome", "том", "т", "vol.", "volumen", "jahr", "tom", "r", "제", "第"},
	tagger.Issue:      {"no", "n", "nr", "issue", "iss", "num", "number", "heft", "h", "nos", "№", "núm", "fasc", "вып", "numéro", "číslo", "č", "제", "第", "z"},
	tagger.Pages:      {"p", "pp", "pages", "page", "pg", "pgs", "s", "seiten", "seite", "с", "стр", "ss", "págs", "pág", "art", "article", "id", "str", "paper"},
	tagger.Editors:    {"in", "ed", "eds", "edited", "by", "hrsg", "hg", "editor", "editors", "dans", "von", "dir"},
	tagger.Container:  {"in", "dans", "en", "em", "appeared", "to", "appear", "the", "also", "presented", "at"},
	tagger.Publisher:  {"by", "published", "verlag"},
	tagger.Identifier: {"doi", "url", "arxiv", "available", "from", "at", "retrieved", "online", "http", "dx"},
}

func introduces(w string, l tagger.Label) bool { return slices.Contains(introducers[l], w) }

// fill labels what no value covers: marks and words that introduce a part belong to it,
// marks after a part as well, a number at the beginning is that of the list.
func (a *aligner) fill() {
	n := len(a.labels)
	a.pullEditors()
	for i := 0; i < n; {
		if a.set[i] {
			i++
			continue
		}
		end := i
		for end < n && !a.set[end] {
			end++
		}
		a.fillGap(i, end)
		i = end
	}
	a.front()
}

// pullEditors makes "(Eds.)" after editors part of them.
func (a *aligner) pullEditors() {
	for i := 1; i < len(a.labels); i++ {
		if a.set[i] || !a.set[i-1] || a.labels[i-1] != tagger.Editors && a.labels[i-1] != tagger.Authors {
			continue
		}
		for end := i; end < min(i+4, len(a.labels)) && !a.set[end]; end++ {
			switch a.text(end) {
			case "ed", "eds", "hrsg", "hg", "editor", "editors", "hgg", "orgs", "org", "coord", "dir":
				if a.labels[i-1] == tagger.Editors {
					a.label(run{i, end + 1}, tagger.Editors)
				}
			case "(", ",", "[", ".":
				continue
			}
			break
		}
	}
}

func (a *aligner) isMark(i int) bool { return a.keys[i] == "" }

// fillGap labels the tokens between two parts.
func (a *aligner) fillGap(from, to int) {
	n := len(a.labels)
	next, last := tagger.Other, tagger.Other
	if to < n {
		next = a.labels[to]
	}
	if from > 0 {
		last = a.labels[from-1]
	}
	// What introduces the next part, from its end on.
	at := to
	for to < n && at > from {
		w := a.text(at - 1)
		if introduces(w, next) || at < to && (w == "." || w == ":" || w == "°") && at-1 > from && introduces(a.text(at-2), next) || a.opens(at-1) || (w == "." || w == ":" || w == "°") && at-2 >= from && introduces(a.text(at-2), next) {
			at--
			continue
		}
		break
	}
	for i := at; i < to; i++ {
		a.labels[i] = next
	}
	to = at
	// Marks right after the last part belong to it.
	at = from
	for at < to && from > 0 && a.isMark(at) {
		a.labels[at] = last
		at++
	}
	if from == 0 {
		for i := at; i < to; i++ {
			a.labels[i] = tagger.Other
		}
		if a.numbersLine(to) {
			for i := range to {
				a.labels[i] = tagger.Number
			}
		}
		return
	}
	for i := at; i < to; i++ {
		a.labels[i] = tagger.Other
	}
	// A letter after a year.
	if at < to && last == tagger.Year && len(a.keys[at]) == 1 && a.line.Tokens[at].Start == a.line.Tokens[at-1].End {
		a.labels[at] = tagger.Year
	}
}

// opens reports whether the mark at i opens what follows it.
func (a *aligner) opens(i int) bool {
	switch a.text(i) {
	case "\"", "'", "”", "’":
		return (i == 0 || a.line.Tokens[i].Spaced()) && i+1 < len(a.keys) && !a.line.Tokens[i+1].Spaced()
	case "(", "[", "“", "‘", "«", "„", "<italic>", "<i>":
		return true
	}
	return false
}

// numbersLine reports whether the first tokens are the number of the line: "[12]".
func (a *aligner) numbersLine(to int) bool {
	if to == 0 || to > 6 {
		return false
	}
	for i := range to {
		if a.keys[i] != "" && (strings.TrimLeft(a.keys[i], "0123456789") == "" || a.text(0) == "[") {
			return true
		}
	}
	return false
}

// front gives parts before the title the labels that they have there.
func (a *aligner) front() {
	title := a.firstOf(tagger.Title)
	if title < 0 {
		title = a.firstOf(tagger.Container)
	}
	for i := range max(title, 0) {
		switch a.labels[i] {
		case tagger.Year:
			a.labels[i] = tagger.YearFront
		case tagger.Other:
			a.labels[i] = tagger.OtherFront
		case tagger.Editors:
			a.labels[i] = tagger.EditorsFront
		}
	}
}
