package citation

import (
	"strings"
	"unicode/utf8"
)

// readNames reads the authors, or the editors of a book.
func (f *formatted) readNames(i int) (next int, ok bool) {
	list, next := f.namesInOrder(i)
	if len(list.names) == 0 {
		return i, false
	}
	names := f.span(i, next)
	if after := f.editorsMark(next); after > next {
		f.work.stateNames(fieldEditors, list, names)
		return after, true
	}
	f.work.stateNames(fieldAuthors, list, names)
	return next, f.endsNames(next)
}

// namesInOrder reads the names, of which the first may be in the order "Surname,
// Given" and the others in the order of speech.
func (f *formatted) namesInOrder(i int) (list nameList, next int) {
	if list, next = f.glued(i); len(list.names) > 0 && !f.isSpoken(i, list) {
		return list, next
	}
	list, next = nameList{}, i
	at := i
	if n, after, ok := f.fullInvertedAt(i); ok {
		list.names, next = append(list.names, n), after
		if after, ok := f.etAl(next); ok {
			list.etAl = true
			return list, after
		}
		if at, ok = f.separator(next); !ok || f.at(at).kind == quoted {
			return list, next
		}
	}
	if more, after, ok := f.peopleAt(at); ok {
		list.names = append(list.names, more.names...)
		list.etAl = more.etAl
		next = after
	}
	if at, ok := f.ellipsis(next); ok {
		if last, after, ok := f.personAt(at); ok {
			list.names, list.etAl, next = append(list.names, last), true, after
		}
	}
	return list, next
}

// isSpoken tells whether what looks like "Guin U." at token i is the beginning of
// a name in the order of speech, as "Ursula K. Guin": others follow it, or the
// year does, or nothing in the text is parted by a semicolon as in Vancouver's style.
func (f *formatted) isSpoken(i int, glued nameList) bool {
	if len(glued.names) > 1 || glued.etAl || len(glued.names[0].Given) > 1 {
		return false
	}
	list, next, ok := f.peopleAt(i)
	if t := f.at(next); ok && list.arePeople() && t.kind == word && isPlainWord(t) { // they do something: a sentence
		return true
	}
	if !ok || !f.endsNames(next) && f.editorsMark(next) == next {
		return false
	}
	return len(list.names) > 1 || isYear(f.at(next+1)) || f.at(next).is(".") && !strings.Contains(f.text, ";")
}

// skipBehalf skips "for the" and "on behalf of the" before the body that the
// authors before it speak for.
func (f *formatted) skipBehalf(i int) (next int) {
	switch {
	case f.at(i).is("for"):
		i++
	case f.words(i, "on", "behalf", "of"):
		i += 3
	}
	if f.at(i).is("the") {
		i++
	}
	return i
}

// peopleAt reads a list of names up to the "Eds." that may stand behind them. A
// word alone behind whole names is none: "B. Silva, Rope and Sail".
func (f *formatted) peopleAt(i int) (list nameList, next int, ok bool) {
	for at := i; ; {
		n, after, ok := f.authorAt(at)
		if !ok || len(list.names) > 0 && n == (Name{Family: n.Family}) {
			return list, next, len(list.names) > 0
		}
		list.names, next = append(list.names, n), after
		if after, ok := f.etAl(next); ok {
			list.etAl = true
			return list, after, true
		}
		if at, ok = f.separator(next); !ok || f.editorsMark(next) > next {
			return list, next, true
		}
	}
}

// authorAt reads one name. Two letters behind given names are a family name, as
// in "X. Li." and "Xin Li.", and no initial.
func (f *formatted) authorAt(i int) (n Name, next int, ok bool) {
	at := i
	for f.isInitial(at) && utf8.RuneCountInString(f.at(at).text) != 2 {
		at += 2
	}
	for at < i+3 && f.isNameWord(at) && !f.isInitial(at) && !f.at(at).in(particles) {
		at++
	}
	if at > i && f.isInitial(at) && utf8.RuneCountInString(f.at(at).text) == 2 && !f.isInitial(at+2) {
		return Name{Given: f.slice(f.span(i, at)), Family: f.at(at).text}, at + 1, true
	}
	return f.nameAt(i)
}

// ellipsis reads ", . . ." and ", …", which stand for names left out before the
// last one.
func (f *formatted) ellipsis(i int) (next int, ok bool) {
	if f.at(i).is(",") {
		i++
	}
	switch {
	case f.at(i).is("…"):
		return i + 1, true
	case f.words(i, ".", ".", "."):
		return i + 3, true
	}
	return i, false
}

// glued reads a list as Vancouver writes it, "Smith JD, Doe A, et al.", up to the
// full stop, which belongs to no initial.
func (f *formatted) glued(i int) (list nameList, next int) {
	for at := i; ; {
		family, ok := f.familyRun(at)
		if !ok || !isInitials(f.at(family)) {
			if body, after, ok := f.bodyAt(f.skipBehalf(at)); ok && len(list.names) > 0 && f.at(after).is(".") {
				list.names = append(list.names, body)
				return list, after
			}
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
		if f.editorsMark(next) > next {
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

// editorsMark reads "(Eds.)," and ", editors," behind names.
func (f *formatted) editorsMark(i int) (next int) {
	next = i
	if f.at(next).is(",") || f.at(next).is("(") {
		next++
	}
	if !isEditorsMark(f.at(next)) {
		return i
	}
	for next++; f.at(next).is(".") || f.at(next).is(")") || f.at(next).is(","); next++ {
	}
	return next
}

func isEditorsMark(t *token) bool {
	return t.is("ed") || t.is("eds") || t.is("editor") || t.is("editors")
}

// endsNames tells whether the names before token i are followed as in a list of
// references: by a full stop, a year in parentheses with one, or a quoted title.
func (f *formatted) endsNames(i int) bool {
	switch {
	case f.at(i).is("."), f.at(i).is(",") && (f.at(i+1).kind == quoted || f.namesBook(i+1)), f.at(i).kind == quoted && f.at(i-1).is("."):
		return true
	case f.at(i).is("("):
		for end := i + 2; end < i+9; end++ {
			if f.at(end).is(")") {
				return f.at(end + 1).is(".")
			}
		}
		return false
	case f.at(i - 1).is("."):
		return f.at(i).capital || isYear(f.at(i)) || f.at(i).is(":") // Springer: "Smith, J.: Title"
	}
	return false
}

// namesBook tells whether the title and the imprint of a book follow as in IEEE's
// style, "Title, 2nd ed. City: Publisher, 2011", or as in a note of Chicago's,
// "Title (City: Publisher, 2011)".
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
	if n = f.family(i, family); strings.Contains(n.Family, " ") && !f.at(i).in(particles) && next > family+2 && f.at(family+2).capital {
		return Name{}, i, false // "Jane Doe, John Smith"
	}
	n.Given = f.slice(f.span(family+1, next))
	return n, f.suffixAt(next, &n), true
}

// closedNames reads names of which the last stands behind "and": what follows
// behind a comma is a publisher and no other editor.
func (f *formatted) closedNames(i int) (list nameList, next int) {
	n, end, ok := f.personAt(i)
	if !ok {
		return nameList{}, i
	}
	names := []Name{n}
	list, next = nameList{names: names}, end
	for {
		if after, ok := f.etAl(end); ok {
			return nameList{names, true}, after
		}
		at, ok := f.separator(end)
		if !ok {
			return list, next
		}
		last := f.at(at-1).is("and") || f.at(at-1).is("&")
		if n, end, ok = f.personAt(at); !ok {
			return list, next
		}
		if names = append(names, n); last {
			return nameList{names: names}, end
		}
	}
}
