package tagger

import "github.com/factcite/factcite/citation/ref"

// partsOfWorks cuts a sentence between the works that it names, where the strongest mark or
// word between their titles is that separates works, the last one of these.
func (l *Line) partsOfWorks(works []NamedWork) (parts []ref.Span) {
	start := 0
	for i := range works {
		end := len(l.Text)
		if i+1 < len(works) {
			end = l.separation(ref.Span{works[i].Title[1], works[i+1].Title[0]})
		}
		parts = append(parts, ref.Span{start, end})
		start = end
	}
	return parts
}

// separation is the end of what separates the two works that are named before and after a
// span, the end of the span if nothing does.
func (l *Line) separation(between ref.Span) (end int) {
	end, strongest := between[1], 0
	for i, t := range l.Tokens {
		if t.Start < between[0] || t.End > between[1] || l.Labels[i] != Other && l.Labels[i] != OtherFront {
			continue
		}
		if strength := l.strengthOf(&t); strength > 0 && strength >= strongest {
			end, strongest = t.End, strength
		}
	}
	return end
}

// strengthOf is how strongly a token separates two works: 0 for not at all.
func (l *Line) strengthOf(t *Token) int {
	switch l.Text[t.Start:t.End] {
	case ";":
		return 3
	case "and", "&", "und", "et", "y", "e", "while", "then", "but", "or":
		return 2
	case ",":
		return 1
	}
	return 0
}

// keep labels the tokens of a part as they were, and all others as being of nothing.
func (l *Line) keep(labels []Label, part ref.Span) {
	other := OtherFront
	for i, t := range l.Tokens {
		if part[0] <= t.Start && t.End <= part[1] {
			l.Labels[i] = labels[i]
			other = Other
		} else {
			l.Labels[i] = other
		}
	}
}
