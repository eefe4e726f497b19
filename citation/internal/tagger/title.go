package tagger

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// title states a title without what is around it that is none of it.
func (d *reader) title(r run) {
	if d.line.lower(r.from) == "in" && !d.hasRun(Container) && (d.hasRun(Editors) || d.hasRun(Pages) && d.hasRun(Publisher)) { // "In A Book; Roe, B., Ed.", "In A Book; Northgate, 2001; pp 3–9"
		d.container(r)
		return
	}
	for _, cut := range [...]func(*reader, run) run{(*reader).withoutGroup, (*reader).withoutDescription, (*reader).withoutTranslator, (*reader).withoutEdition, (*reader).withoutIn, (*reader).quoted} {
		r = cut(d, r)
	}
	d.words(ref.FieldTitle, r)
}

// withoutGroup gives the authors the group for which they write: "Ito S, Vale R, for the
// Lamp Study Group. Lamps in hospitals".
func (d *reader) withoutGroup(r run) run {
	l, lead := d.line, d.line.leadOfGroup(r.from)
	stop := r.from + lead
	for stop < r.next-1 && l.at(stop).shape != fullStop {
		stop++
	}
	group := piece{r.from + lead, stop}
	if names := (&nameReader{Line: l}); lead == 0 || stop == r.next-1 || !names.hasBody(group) {
		return r
	}
	sp := ref.Span{l.Tokens[group.from].Start, l.Tokens[group.next-1].End}
	if at, ok := d.work.Spans[string(ref.FieldAuthors)]; ok {
		d.work.Authors = append(d.work.Authors, ref.Name{Literal: d.Slice(sp)})
		d.work.Mark(ref.FieldAuthors, ref.Span{at[0], sp[1]})
	}
	r.from = stop + 1
	return r
}

// leadOfGroup is how many words at token i come before the name of a group for which authors
// write: "for the", "on behalf of the".
func (l *Line) leadOfGroup(i int) int {
	switch {
	case l.lower(i) == "for" && l.lower(i+1) == "the":
		return 2
	case l.lower(i) == "on" && l.lower(i+1) == "behalf" && l.lower(i+2) == "of" && l.lower(i+3) == "the":
		return 4
	}
	return 0
}

// withoutDescription leaves the description in brackets to the remarks that a title may
// end in.
func (d *reader) withoutDescription(r run) run {
	l, open := d.line, r.next-1
	for open > r.from && open > r.next-longestDescription && l.at(open).shape != openBracket {
		open--
	}
	if l.at(open).shape == openBracket && open > r.from && l.closesAtEnd(piece{open, r.next}) {
		d.runs = append(d.runs, run{Other, open, r.next, r.sure})
		r.next = open
	}
	return r
}

// closesAtEnd reports whether a bracket in a piece closes, and nothing but marks is after it.
func (l *Line) closesAtEnd(p piece) bool {
	last := p.next - 1
	for last > p.from && l.at(last).kind == mark && l.at(last).shape != closeBracket {
		last--
	}
	return l.at(last).shape == closeBracket
}

// longestDescription is how many tokens a description in brackets may have, such as
// "[Poster presentation]".
const longestDescription = 8

// withoutTranslator ends a title before the sentence that says who translated it.
func (d *reader) withoutTranslator(r run) run {
	l := d.line
	for i := r.from + 1; i < r.next-2; i++ {
		if l.at(i-1).shape == fullStop && l.lower(i+1) == "by" && (l.lower(i) == "translated" || l.lower(i) == "edited") {
			r.next = i - 1
			break
		}
	}
	return r
}

// withoutEdition ends a title before what says which edition it is: "Spokes and strain. Third
// Edition.", "Spokes (2nd rev. ed.)".
func (d *reader) withoutEdition(r run) run {
	l := d.line
	for cut := r.from + 1; cut < r.next-1; cut++ {
		if l.at(cut).kind != mark || l.at(cut+1).kind == mark || l.at(cut).shape == fullStop && !l.parts(cut) {
			continue
		}
		edition := run{Edition, cut + 1, r.next, r.sure}
		if from, next := d.tokens(edition); d.IsEditionAt(from) && d.onlyMarks(d.EditionEnd(from), next) {
			d.runs = append(d.runs, edition)
			r.next = cut
			break
		}
	}
	return r
}

// onlyMarks reports whether there is nothing but marks in tokens from to next.
func (d *reader) onlyMarks(from, next int) bool {
	for from < next && d.At(from).Kind == phrase.Mark {
		from++
	}
	return from >= next
}

// withoutIn leaves out the word before the container: "‘Felt rims’ in,".
func (d *reader) withoutIn(r run) run {
	l := d.line
	for last := r.next - 1; last > r.from+2 && l.at(last).kind == mark; last-- {
		if l.lower(last-1) == "in" && l.at(last-2).kind == mark {
			r.next = last - 1
			break
		}
	}
	return r
}

// quoted ends a title at the quotation mark before which it ends: "“How to oil a hub.”
// Quiet Carts". What follows is the container if nothing else is.
func (d *reader) quoted(r run) run {
	l := d.line
	if l.at(r.from).shape != quotation {
		return r
	}
	for i := r.from + 2; i < r.next-1; i++ {
		if before := l.at(i - 1).shape; l.at(i).shape != quotation || before != fullStop && before != comma && l.at(i+1).shape != comma {
			continue
		}
		if rest := (run{Container, i + 1, r.next, r.sure}); !d.hasRun(Container) {
			d.container(rest)
		}
		r.next = i + 1
		break
	}
	return r
}
