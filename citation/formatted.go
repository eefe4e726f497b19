package citation

import "strings"

// A formatted reference is a line of a reference list, not a sentence:
//
//	reference = [label] names [year] title {rest}
//	names     = name {sep name} ["et al."]
//	year      = "(" date ")" "." | "." date "."
//	title     = quoted | words "."
//	rest      = "In" | editors | container | locator | date | place ":" publisher | identifier
//
// The styles (APA, MLA, Chicago, Vancouver, IEEE, ACL, NeurIPS) differ in the
// order of these parts and in the marks between them, not in the parts.
type formatted struct {
	*sentence
	work work
}

// readFormatted reads the text as a formatted reference, if it is one.
func (s *sentence) readFormatted() (w work, ok bool) {
	f := formatted{sentence: s}
	if f.tellsStory() {
		return work{}, false
	}
	i, ok := f.readNames(f.skipLabel())
	if !ok {
		return work{}, false
	}
	i, dated := f.readYear(i)
	i, ok = f.readTitle(i, dated)
	if !ok {
		return work{}, false
	}
	f.readRest(i)
	if w := &f.work; w.Year == "" || w.Container == "" && w.Publisher == "" && w.ArXiv == "" {
		return work{}, false
	}
	return f.work, true
}

// tellsStory tells whether somebody does something in the text, as in a sentence.
func (f *formatted) tellsStory() bool {
	for i := range f.tokens {
		switch f.at(i).lower {
		case "published", "authored", "wrote", "according", "titled":
			return true
		}
	}
	return false
}

// skipLabel skips "[12]" and "12.".
func (f *formatted) skipLabel() int {
	switch {
	case f.at(0).is("[") && f.at(2).is("]"):
		return 3
	case f.at(0).kind == number && f.at(1).is("."):
		return 2
	}
	return 0
}

// readNames reads the authors, the first perhaps as "Surname, Given".
func (f *formatted) readNames(i int) (next int, ok bool) {
	list, next := f.glued(i)
	at := i
	if len(list.names) > 0 {
		at = -1
	} else if n, after, ok := f.fullInvertedAt(i); ok {
		list.names = append(list.names, n)
		next = after
		if after, ok := f.etAl(next); ok {
			list.etAl = true
			next = after
		} else if at, ok = f.separator(next); !ok || f.at(at).kind == quoted {
			at = -1
		}
	}
	if at >= 0 && !list.etAl {
		if more, after, ok := f.namesAt(at); ok {
			list.names = append(list.names, more.names...)
			list.etAl = more.etAl
			next = after
		}
	}
	if len(list.names) == 0 || !f.endsNames(next) {
		return i, false
	}
	f.work.stateNames(fieldAuthors, list, f.span(i, next))
	return next, true
}

// glued reads a list as Vancouver writes it, "Smith JD, Doe A, et al.", up to the
// full stop, which belongs to no initial.
func (f *formatted) glued(i int) (list nameList, next int) {
	for at := i; ; {
		family, ok := f.familyRun(at)
		if !ok || !isInitials(f.at(family)) {
			break
		}
		n := f.family(at, family)
		n.Given = f.at(family).text
		next = f.suffixAt(family+1, &n)
		list.names = append(list.names, n)
		if after, ok := f.etAl(next); ok {
			list.etAl, next = true, after
			return list, next
		}
		if at, ok = f.separator(next); !ok {
			if f.at(next).is(".") && !f.isInitial(next+1) {
				return list, next
			}
			break
		}
	}
	return nameList{}, i
}

// endsNames tells whether the names before token i are followed as in a list of
// references: by a full stop, a year in parentheses with one, or a quoted title.
func (f *formatted) endsNames(i int) bool {
	switch {
	case f.at(i).is("."), f.at(i).is(",") && (f.at(i+1).kind == quoted || f.namesBook(i+1)), f.at(i).kind == quoted && f.at(i-1).is("."):
		return true
	case f.at(i).is("("):
		for end := i + 2; end < i+7; end++ {
			if f.at(end).is(")") {
				return f.at(end + 1).is(".")
			}
		}
		return false
	case f.at(i - 1).is("."):
		return f.at(i).capital || isYear(f.at(i))
	}
	return false
}

// namesBook tells whether the title and the publisher of a book follow as in
// IEEE's style: "Title, 2nd ed. City: Publisher, 2011".
func (f *formatted) namesBook(i int) bool {
	colon := false
	for ; i < len(f.tokens); i++ {
		switch t := f.at(i); {
		case f.isLastEdition(i):
			return true
		case t.is(":"):
			colon = true
		case t.kind == quoted:
			return false
		case isYear(t) && f.at(i-1).is(","):
			return colon
		}
	}
	return false
}

// fullInvertedAt reads "Surname, Given Middle M." as MLA and Chicago write the
// first author.
func (f *formatted) fullInvertedAt(i int) (n Name, next int, ok bool) {
	family, ok := f.familyRun(i)
	if !ok || !f.at(family).is(",") || f.isInitial(family+1) || !f.isNameWord(family+1) || isInitials(f.at(family+1)) {
		return Name{}, i, false
	}
	next = family + 2
	for f.isInitial(next) || f.isNameWord(next) && next < family+4 {
		if f.isInitial(next) {
			next++
		}
		next++
	}
	if t := f.at(next); !t.is(",") && !t.is(".") && !t.is("and") && !t.is("&") && !f.at(next-1).is(".") {
		return Name{}, i, false
	}
	if n = f.family(i, family); strings.Contains(n.Family, " ") && next > family+2 && f.at(family+2).capital {
		return Name{}, i, false // "Jane Doe, John Smith"
	}
	n.Given = f.slice(f.span(family+1, next))
	return n, next, true
}

// readYear reads the date behind the names: "(2019, May 3).", ". 2019.".
func (f *formatted) readYear(i int) (next int, ok bool) {
	open := i
	if f.at(open).is(".") {
		open++
	}
	inside := open
	if f.at(open).is("(") {
		inside++
	}
	d, next, ok := f.dateAt(inside)
	if !ok && inside > open && isYearOfMention(f.at(inside)) {
		t := f.at(inside)
		d, next, ok = date{year: Span{t.start, t.start + 4}}, inside+1, true
	}
	if !ok {
		return i, false
	}
	if f.at(next).is(",") && isMonth(f.at(next+1)) { // (2019, May 3)
		d.month, d.monthSpan = months[f.at(next+1).lower], f.span(next+1, next+2)
		if next += 2; isDay(f.at(next)) {
			d.day = daySpan(f.at(next))
			next++
		}
	}
	if inside > open {
		if !f.at(next).is(")") {
			return i, false
		}
		next++
	}
	if !f.at(next).is(".") && !f.at(next).is(",") && f.at(next).kind != quoted {
		return i, false
	}
	f.stateDate(&f.work.Reference, d)
	return next, true
}

// readTitle reads the title at token i: quoted, or the words up to the full stop
// that ends them.
func (f *formatted) readTitle(i int, dated bool) (next int, ok bool) {
	for f.at(i).is(".") || f.at(i).is(",") {
		i++
	}
	if f.at(i).kind == quoted {
		f.state(&f.work.Reference, fieldTitle, f.span(i, i+1))
		return i + 1, true
	}
	if t := f.at(i); !t.capital && t.kind != number || t.in(functionWords) && !dated && f.at(i+1).is("of") {
		return i, false
	}
	end := f.titleEnd(i)
	if end <= i+1 && f.at(end).kind == noToken || end == len(f.tokens) {
		return i, false
	}
	stop := end
	if open := f.editionBefore(end); open > 0 {
		stop = open
	}
	if f.at(end).is("?") || f.at(end).is("!") {
		stop++
		end++
	}
	f.state(&f.work.Reference, fieldTitle, f.span(i, stop))
	return end, true
}

// titleEnd is the token that ends the title which begins at i: a full stop, or a
// question mark before a container, that a capital, a number or a link follows.
func (f *formatted) titleEnd(i int) int {
	for at := i; at < len(f.tokens); at++ {
		t, after := f.at(at), f.at(at+1)
		switch {
		case t.is("."):
			if len(f.at(at-1).text) == 1 && f.at(at-1).capital && f.at(at-1).end == t.start && after.capital && at < i+2 {
				continue
			}
			if after.capital || after.kind == number || after.kind == link || after.in(lowerNames) || after.kind == noToken {
				if after.start > t.end || after.kind == noToken {
					return at
				}
			}
		case t.is("?") || t.is("!"):
			if after.is("in") && after.capital || f.namesVenueAt(at+1) {
				return at
			}
		case t.is(",") && f.isLastEdition(at+1): // IEEE: Title, 2nd ed.
			return at
		}
	}
	return len(f.tokens)
}

func (f *formatted) isLastEdition(i int) bool {
	return ordinalOf(f.at(i).lower) > 0 && (f.at(i+1).is("ed") || f.at(i+1).is("edition"))
}

// editionBefore reads "(2nd ed.)" or "(Vol. 3)" right before token end, and
// returns where it opens.
func (f *formatted) editionBefore(end int) (open int) {
	if !f.at(end - 1).is(")") {
		return 0
	}
	for open = end - 2; open > end-9 && !f.at(open).is("("); open-- {
	}
	if !f.at(open).is("(") {
		return 0
	}
	switch {
	case f.isLastEdition(open + 1):
		f.state(&f.work.Reference, fieldEdition, f.span(open+1, open+2))
		f.work.noun = "book"
		return open
	default:
		if next, ok := f.readLocator(open+1, &f.work.Reference); ok && next == end-1 {
			return open
		}
	}
	return 0
}

func (f *formatted) namesVenueAt(i int) bool {
	next, ok := f.properPhrase(i)
	return ok && f.looksLikeVenue(i, next) && !f.at(next).is(".")
}
