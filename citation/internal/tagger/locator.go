package tagger

import (
	"slices"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// locator states the value in a run after the words that introduce it.
func (d *reader) locator(f ref.Field, r run) {
	if d.line.isPartOfBook(r) {
		return
	}
	from, next := d.value(r)
	if f == ref.FieldNumber && slices.ContainsFunc(d.line.Tokens[from:next], func(t Token) bool { return t.shape == comma }) { // "ch. 3, sec. 2"
		return
	}
	if f == ref.FieldVolume && next == from+3 && d.line.at(from+1).shape == comma && d.line.at(from+2).kind == number { // "85, 411": the issue is after it
		d.State(&d.work, ref.FieldNumber, ref.Span{d.line.Tokens[from+2].Start, d.line.Tokens[from+2].End})
		next = from + 1
	}
	if from < next && !(next == from+1 && len(d.line.lower(from)) > 1 && introducesLocator(d.line.lower(from))) {
		d.State(&d.work, f, ref.Span{d.line.Tokens[from].Start, d.line.Tokens[next-1].End})
	}
}

// romanVolume takes for the volume the roman number after a container that is taken for nothing:
// "Wheel Q., xxxvii, 2013".
func (l *Line) romanVolume(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		r := &runs[i]
		if runs[i-1].label == Container && r.label == Other && r.from+2 == r.next && l.at(r.from).shape == small && len(l.lower(r.from)) > 1 && text.IsRoman(l.lower(r.from)) {
			r.label = Volume
		}
	}
	return runs
}

// isPartOfBook reports whether a run says which chapter is meant, which is neither a volume
// nor an issue: "ch. 3, sec. 2".
func (l *Line) isPartOfBook(r run) bool {
	first := r.from
	for first < r.next && l.at(first).kind == mark {
		first++
	}
	return pointsInside(l.lower(first)) || first == r.from && pointsInside(l.lower(first-1))
}

// pointsInside reports whether a word comes before the number of a part of a book.
func pointsInside(word string) bool {
	switch word {
	case "ch", "chap", "chapter", "kap", "kapitel", "sec", "section":
		return true
	}
	return false
}

// value finds the tokens of a run from its first number on, or from what else is not a
// word that introduces it.
func (d *reader) value(r run) (from, next int) {
	l := d.line
	from, next = r.from, r.next
	for next > from && l.at(next-1).kind == mark {
		next--
	}
	for from < next && (l.at(from).kind == mark || introducesLocator(l.lower(from)) && l.hasMore(from+1, next)) {
		if l.isLettered(from) {
			break
		}
		from++
	}
	return from, next
}

// isLettered reports whether the letter at i is part of the number that is right after it:
// "S278", "H1060", but not "p12".
func (l *Line) isLettered(i int) bool {
	t, n := l.at(i), l.at(i+1)
	return t.shape == initial && n.kind == number && !n.spaced && l.lower(i) != "p" && l.lower(i) != "v"
}

func (l *Line) hasMore(from, next int) bool {
	for ; from < next; from++ {
		if l.at(from).kind != mark {
			return true
		}
	}
	return false
}

func introducesLocator(w string) bool {
	if _, ok := lexicon.LocatorWords[w]; ok {
		return true
	}
	switch w {
	case "v", "bd", "band", "jg", "jahrgang", "t", "tome", "tomo", "том", "т", "n", "nr", "num", "núm", "numéro", "número", "heft", "h", "fasc", "вып", "№", "s", "seite", "seiten", "ss", "с", "стр", "pg", "pgs", "pág", "págs", "pag", "제", "第", "vol", "o", "str", "č", "čís", "id", "in", "hft", "iss", "pt", "hal", "halaman":
		return true
	}
	return false
}

// pages states pages, or the number of an article.
func (d *reader) pages(r run) {
	from, next := d.value(r)
	if from == next {
		return
	}
	if next == from+1 && introducesLocator(d.line.lower(from)) { // "S." and no number
		return
	}
	if next == from+2 && introducesLocator(d.line.lower(from+1)) && !d.line.isLetterAfter(from+1) { // "240 p.": how many pages there are
		return
	}
	for next > from+1 && (saysMore(d.line.lower(next-1)) || introducesLocator(d.line.lower(next-1)) && !d.line.isLetterAfter(next-1) || d.line.at(next-1).kind == mark) { // "93–100 p."
		next--
	}
	next = d.beforeExtent(from, next)
	if before := d.line.at(from - 1); !d.line.at(from).spaced && before.kind == word && before.End-before.Start == 1 && (d.line.isLettered(from-1) || (from > r.from || before.shape == small) && !introducesLocator(d.line.lower(from-1))) { // "S108", "e12"
		from--
	}
	sp := ref.Span{d.line.Tokens[from].Start, d.line.Tokens[next-1].End}
	f := ref.FieldPages
	if v := d.Slice(sp); d.line.lower(r.from) == "article" || isArticleNumber(v) {
		f = ref.FieldEID
	}
	d.State(&d.work, f, sp)
}

// beforeExtent ends pages before how many there are: "4658, 41 pp.".
func (d *reader) beforeExtent(from, next int) int {
	if l := d.line; next > from+2 && l.at(next-2).shape == comma && l.lower(next) == "pp" {
		return next - 2
	}
	return next
}

// saysMore reports whether a word says that there are more pages: "3 ff".
func saysMore(word string) bool { return word == "f" || word == "ff" || word == "sqq" }

// isLetterAfter reports whether the letter at i is part of the number right before it:
// "249S-250S".
func (l *Line) isLetterAfter(i int) bool {
	t := l.at(i)
	return t.shape == initial && !t.spaced && l.at(i-1).kind == number
}

// isArticleNumber reports whether a value by itself counts articles and not pages.
func isArticleNumber(v string) bool {
	return len(v) >= 6 && text.IsDigits(v) || len(v) > 2 && v[0] == 'e' && text.IsDigits(v[1:])
}

// firstPage takes for the page what is between a comma after the volume and the year in
// parentheses, if there is no other page: "J. Carts 4, 11 (2001)".
func (d *reader) firstPage() {
	w, l := &d.work, d.line
	if w.Volume == "" || w.Pages != "" || w.EID != "" {
		return
	}
	for n, r := range d.runs {
		if r.label != Issue || n == 0 || d.runs[n-1].label != Volume || r.next+1 >= len(l.Tokens) || l.at(r.next+1).shape != year {
			continue
		}
		from, next := d.value(r)
		if next == from+1 && l.at(from-1).shape == comma && l.at(next).shape == openParen {
			w.Move(ref.FieldNumber, ref.FieldPages)
		}
	}
}

// patent states the number of a patent, and when it was granted: "filed May 3, 2010, and issued
// June 8, 2012".
func (d *reader) patent(number ref.Span) {
	d.work.Kind = ref.Patent
	d.State(&d.work, ref.FieldNumber, number)
	for i := range d.Tokens {
		if t := d.At(i); t.Start < number[1] || !t.Is("issued") && !t.Is("granted") {
			continue
		}
		if date, _, ok := d.DateAt(i + 1); ok {
			d.StateDate(&d.work, date)
		}
	}
}
