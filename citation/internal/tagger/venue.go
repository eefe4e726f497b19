package tagger

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

func (d *reader) container(r run) {
	if at := d.line.seriesIn(r); at > 0 {
		d.words(ref.FieldSeries, run{Series, at, r.next, r.sure})
		r.next = at
	}
	sp := d.trimmed(r)
	if d.namesServer(sp) {
		d.work.Preprint = true
		return
	}
	if from, next := d.tokens(r); d.isRemark(sp) || formatted.ReadRemarks(d.Text, from, next, &d.work) { // "Rev. ed.", "Blog post"
		return
	}
	for _, lead := range [...]string{"paper presented at: ", "paper presented at ", "presented at: ", "presented at ", "in: ", "in:", "in, ", "in ", "dans ", "en ", "dalam: ", "dalam ", "em: ", "w: ", "v: ", "i: ", "editors ", "the "} {
		if v := d.Slice(sp); text.HasFoldedPrefix(v, lead) && (lead != "the " || v[0] == 't') {
			sp[0] += len(lead)
		}
	}
	if v := d.Slice(sp); len(v) > 3 && (v[:2] == "in" || v[:2] == "In") && (unicode.IsUpper(rune(v[2])) || text.IsDigit(v[2])) { // "inThe Art of Wagons"
		sp[0] += len("in")
	}
	sp = d.withoutQuotation(d.withoutProceedings(sp))
	if text.HasFoldedPrefix(d.Slice(sp), "advances in ") { // a series of books, whose volumes are counted
		d.StateContainer(&d.work, sp)
		return
	}
	if v := d.Slice(sp); strings.Contains(v, ".") && sp[1] < len(d.Content) && d.Content[sp[1]] == '.' { // "J. Cart. Soc."
		sp[1]++
	}
	d.State(&d.work, ref.FieldContainer, sp)
}

// withoutProceedings leaves out words that say that what follows are proceedings, if that is
// named as such, or names a meeting: "les actes du colloque Proceedings of CART".
func (d *reader) withoutProceedings(sp ref.Span) ref.Span {
	if rest, ok := strings.CutPrefix(d.Slice(sp), "les actes du colloque "); ok && !text.StartsLower(rest) {
		sp[0] = sp[1] - len(rest)
	}
	for _, lead := range [...]string{"Anais do ", "Anais da "} {
		if rest, ok := strings.CutPrefix(d.Slice(sp), lead); ok && (strings.HasPrefix(rest, "Anais ") || strings.HasPrefix(rest, "Proc")) {
			sp[0] = sp[1] - len(rest)
		}
	}
	return sp
}

// withoutQuotation leaves out the angle quotation marks around a whole name: "«Wheel Review»".
func (d *reader) withoutQuotation(sp ref.Span) ref.Span {
	if rest, ok := strings.CutPrefix(d.Slice(sp), "«"); ok {
		if name, ok := strings.CutSuffix(rest, "»"); ok && !strings.ContainsAny(name, "«»") {
			sp[0], sp[1] = sp[0]+len("«"), sp[1]-len("»")
		}
	}
	return sp
}

// namesServer reports whether words name a server for preprints.
func (d *reader) namesServer(sp ref.Span) bool {
	first, rest, _ := strings.Cut(strings.ToLower(d.Slice(sp)), " ")
	return !strings.Contains(rest, "journal") && (first == "arxiv" || first == "corr" || lexicon.ListsOf(first).Has(lexicon.PreprintWords))
}

// seriesIn is where the acronym of a series is that ends a run before the number of its
// volume, or 0: "ICCV 2019. LNCS, vol. 11111".
func (l *Line) seriesIn(r run) (at int) {
	last := r.next - 1
	for last > r.from && l.at(last).kind == mark {
		last--
	}
	if last < r.from+3 || l.at(last).shape != manyCaps || l.at(last-1).shape != fullStop || l.at(last-2).shape == capitalised || r.next == len(l.Labels) || l.Labels[r.next] != Volume {
		return 0
	}
	return last
}

func (d *reader) publisher(r run) {
	if d.namesServer(d.trimmed(r)) {
		d.work.Preprint = true
		return
	}
	d.words(ref.FieldPublisher, r)
}

// place states where the publisher is. A season is no place: "Spring 2007".
func (d *reader) place(r run) {
	if sp := d.trimmed(r); !lexicon.ListsOf(strings.ToLower(d.Slice(sp))).Has(lexicon.Seasons | lexicon.MonthWords) {
		d.words(ref.FieldAddress, r)
	}
}

// placesAfterHouses takes for the place what is known to be one after a publisher and a colon:
// "Wool and Sons: Bergen".
func (d *reader) placesAfterHouses() {
	for i := range d.runs {
		first := &d.runs[i]
		if first.label != Place && first.label != Publisher || d.isPlace(*first) {
			continue
		}
		if i+1 < len(d.runs) && first.label == Place && d.runs[i+1].label == Publisher && d.line.at(first.next-1).shape == colon && d.isPlace(d.runs[i+1]) {
			first.label, d.runs[i+1].label = Publisher, Place
			return
		}
		for at := first.from + 1; at < first.next-1; at++ {
			if place := (run{Place, at + 1, first.next, first.sure}); d.line.at(at).shape == colon && d.isPlace(place) {
				first.label, first.next = Publisher, at
				d.runs = slices.Insert(d.runs, i+1, place)
				return
			}
		}
	}
}

// isPlace reports whether the words of a run are a known city or country, perhaps with what it
// is part of.
func (d *reader) isPlace(r run) bool {
	from, next := d.tokens(r)
	words := 0
	for i := from; i < next && d.At(i).Kind == phrase.Word; i++ {
		words++
	}
	return words > 0 && words < 3 && phrase.IsPlace(d.Text, from)
}
