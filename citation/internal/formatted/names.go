package formatted

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readNames reads the authors, or the editors of a book.
func (f *formatted) readNames(i int) (next int, ok bool) {
	if next, ok := f.readMixedNames(i); ok {
		return next, true
	}
	list, next := f.namesInOrder(i)
	if len(list.Names) == 0 {
		return i, false
	}
	names := f.Span(i, next)
	f.listed = f.isListed(i, list)
	if after := f.editorsMark(next); after > next {
		f.work.StateNames(ref.FieldEditors, list, names)
		return after, true
	}
	f.work.StateNames(ref.FieldAuthors, list, names)
	return next, f.endsNames(next)
}

// isListed reports whether names that begin at token i are written as only lists
// write them: the surname first, initials, or a body by itself.
func (f *formatted) isListed(i int, list phrase.NameList) bool {
	n := list.Names[0]
	return n.Literal != "" || n.Given != "" && (!strings.HasPrefix(f.Content[f.At(i).Start:], n.Given) || f.IsInitial(i))
}

// separator reads what parts two names of a list, in the languages of lists.
func (f *formatted) separator(i int) (next int, ok bool) {
	if next, ok := f.Separator(i); ok {
		return next, true
	}
	switch t := f.At(i); {
	case t.Is("/"), t.Is("und"), t.Is("och"), t.Is("et") && !f.At(i+1).Is("al"), (t.Is("y") || t.Is("e")) && f.At(i-1).Kind != phrase.Word:
		return i + 1, !t.Capital
	}
	return i, false
}

// namesInOrder reads the names, of which the first may be in the order "Surname,
// Given" and the others in the order of speech.
func (f *formatted) namesInOrder(i int) (list phrase.NameList, next int) {
	if list, next = f.glued(i); len(list.Names) > 0 && !f.isSpoken(i, list) {
		return list, next
	}
	list, next = phrase.NameList{}, i
	at := i
	for n, after, ok := f.fullInvertedAt(at); ok && (at == i || !f.At(at-1).Is(",")); n, after, ok = f.fullInvertedAt(at) {
		list.Names, next = append(list.Names, n), after
		if after, ok := f.EtAl(next); ok {
			list.EtAl = true
			return list, after
		}
		if at, ok = f.separator(next); !ok || f.At(at).Kind == phrase.Quoted || f.isJournalAt(at) {
			return list, next
		}
	}
	if more, after, ok := f.peopleAt(at); ok {
		if len(list.Names) == 1 && areSurnames(more.Names) {
			list.Names = surnames(list.Names[0])
		}
		list.Names = append(list.Names, more.Names...)
		list.EtAl = more.EtAl
		next = after
	}
	if at, ok := f.ellipsis(next); ok {
		if last, after, ok := f.PersonAt(at); ok {
			list.Names, list.EtAl, next = append(list.Names, last), true, after
		}
	}
	return list, next
}

// areSurnames reports whether names have nothing else: what comes before them in their list
// has no given names either, as in "Roe, Lund & Falk".
func areSurnames(names []ref.Name) bool {
	return !slices.ContainsFunc(names, func(n ref.Name) bool { return n.Given != "" || n.Literal != "" })
}

// surnames returns the two names that were read as the surname and the given name of one,
// unless those are of more words.
func surnames(n ref.Name) []ref.Name {
	if strings.ContainsAny(n.Given, " .") {
		return []ref.Name{n}
	}
	second := ref.Name{Family: n.Given}
	n.Given = ""
	return []ref.Name{n, second}
}

// isSpoken reports whether what looks like "Guin U." at token i is the beginning of
// a name in the order of speech, as "Ursula K. Guin": others follow it, or the
// year does, or nothing in the text is parted by a semicolon as in Vancouver's style.
func (f *formatted) isSpoken(i int, glued phrase.NameList) bool {
	if len(glued.Names) > 1 || glued.EtAl || len(glued.Names[0].Given) > 1 {
		return false
	}
	list, next, ok := f.peopleAt(i)
	if t := f.At(next); ok && list.ArePeople() && t.Kind == phrase.Word && phrase.IsPlainWord(t) { // they do something: a sentence
		return true
	}
	if !ok || !f.endsNames(next) && f.editorsMark(next) == next {
		return false
	}
	return len(list.Names) > 1 || phrase.IsYear(f.At(next+1)) || f.At(next).Is(".") && !strings.Contains(f.Content, ";")
}

// skipBehalf skips "for the" and "on behalf of the" before the body that the
// authors before it speak for.
func (f *formatted) skipBehalf(i int) (next int) {
	switch {
	case f.At(i).Is("for"):
		i++
	case f.Words(i, "on", "behalf", "of"):
		i += 3
	}
	if f.At(i).Is("the") {
		i++
	}
	return i
}

// peopleAt reads a list of names up to the "Eds." that may follow them. A
// word alone after whole names is none: "B. Silva, Rope and Sail", nor are a journal
// with its locators and the title of a book before its imprint.
func (f *formatted) peopleAt(i int) (list phrase.NameList, next int, ok bool) {
	for at, closed := i, false; ; {
		n, after, ok := f.authorAt(at)
		further := len(list.Names) > 0
		if !ok || further && (n == (ref.Name{Family: n.Family}) || closed && f.At(at-1).Is(",") && !f.IsInitial(at) && f.IsInitial(i) || f.isJournalAt(at) || f.isImprint(after) || f.isHolderNamed(at, after)) {
			return list, next, further
		}
		list.Names, next = append(list.Names, n), after
		if after, ok := f.EtAl(next); ok {
			list.EtAl = true
			return list, after, true
		}
		if at, ok = f.separator(next); !ok || f.editorsMark(next) > next {
			return list, next, true
		}
		closed = closed || !f.At(at-1).Is(",") && !f.At(at-1).Is(";") // "A. Roe and B. Lind, Oak Floors, 2nd ed."
	}
}

// isHolderNamed reports whether what is at token i after a comma, and may be a name up to
// next, begins the name of a journal or is that of a publishing house.
func (f *formatted) isHolderNamed(i, next int) bool {
	end := i
	for f.At(end).Kind == phrase.Word {
		end++
	}
	return f.At(i-1).Is(",") && (f.isPressAt(i, next) || end > i && f.isVenueNamed(i, end))
}

// authorAt reads one name. Two letters after given names are a family name, as
// in "X. Li." and "Xin Li.", and no initial.
func (f *formatted) authorAt(i int) (n ref.Name, next int, ok bool) {
	if n, next, ok := f.beforeTitle(i); ok {
		return n, next, true
	}
	at := i
	for f.IsInitial(at) && utf8.RuneCountInString(f.At(at).Text) != 2 {
		at += 2
	}
	for at < i+3 && f.IsNameWord(at) && !f.IsInitial(at) && !f.At(at).In(lexicon.Particles) {
		at++
	}
	if at > i && f.IsInitial(at) && utf8.RuneCountInString(f.At(at).Text) == 2 && !f.IsInitial(at+2) {
		return ref.Name{Given: f.Slice(f.Span(i, at)), Family: f.At(at).Text}, at + 1, true
	}
	return f.NameAt(i)
}

// beforeTitle reads "Roe, A." where what follows looks as if the name went on in
// the order of speech and is the title or the journal: "Roe, A. Felt rims and their
// use", "Roe, A. J. Cart. Soc. 2019, 3, 1".
func (f *formatted) beforeTitle(i int) (n ref.Name, next int, ok bool) {
	family, ok := f.FamilyRun(i)
	given := family
	if f.At(family).Is(",") {
		given++
	} else if !f.strokes {
		return ref.Name{}, i, false
	}
	if !ok || !f.IsInitial(given) {
		return ref.Name{}, i, false
	}
	for next = given; f.IsInitial(next); {
		next += 2
		if phrase.IsHyphen1(f.At(next)) && f.IsInitial(next+1) {
			next++
		} else if f.isJournalAt(next) {
			break
		}
	}
	if parted := f.At(i-1).Is(";") && f.At(next).Capital; !parted && !f.opensSentenceCase(next) && !f.isJournalAt(next) {
		return ref.Name{}, i, false
	}
	n = f.Family(i, family)
	n.Given = f.Slice(f.Span(given, next))
	return n, next, true
}

// opensSentenceCase reports whether a title begins at token i in which only the
// first word has a capital.
func (f *formatted) opensSentenceCase(i int) bool {
	t, after := f.At(i), f.At(i+1)
	return t.Capital && after.Kind == phrase.Word && !after.Capital && !after.In(lexicon.NameGlue|lexicon.Particles) && !after.Is("und")
}

// ellipsis reads ", . . ." and ", …", which stand for names left out before the
// last one.
func (f *formatted) ellipsis(i int) (next int, ok bool) {
	if f.At(i).Is(",") {
		i++
	}
	switch {
	case f.At(i).Is("…"):
		return i + 1, true
	case f.Words(i, ".", ".", "."):
		return i + 3, true
	}
	return i, false
}

// glued reads a list as Vancouver writes it, "Smith JD, Doe A, et al.", up to the
// full stop, which belongs to no initial.
func (f *formatted) glued(i int) (list phrase.NameList, next int) {
	for at := i; ; {
		family, ok := f.FamilyRun(at)
		if !ok || !phrase.IsInitials(f.At(family)) {
			if body, after, ok := f.BodyAt(f.skipBehalf(at)); ok && len(list.Names) > 0 && f.At(after).Is(".") {
				list.Names = append(list.Names, body)
				return list, after
			}
			break
		}
		n := f.Family(at, family)
		n.Given = f.At(family).Text
		next = f.SuffixAt(family+1, &n)
		list.Names = append(list.Names, n)
		if after, ok := f.EtAl(next); ok {
			list.EtAl, next = true, after
			return list, next
		}
		if f.editorsMark(next) > next {
			return list, next
		}
		if at, ok = f.separator(next); !ok {
			if f.endsGlued(next) {
				return list, next
			}
			break
		}
	}
	return phrase.NameList{}, i
}

// endsGlued reports whether a list as Vancouver writes it ends at token i: with a full
// stop, with a colon, or with the year in parentheses.
func (f *formatted) endsGlued(i int) bool {
	return f.At(i).Is(".") && !f.IsInitial(i+1) || f.At(i).Is(":") || f.YearInParens(i) != (ref.Span{})
}

// editorsMark reads "(Eds.)," and ", editors," after names.
func (f *formatted) editorsMark(i int) (next int) {
	next = i
	if f.At(next).Is(",") || f.At(next).Is("(") {
		next++
	}
	if !isEditorsMark(f.At(next)) {
		return i
	}
	for next++; f.At(next).Is(".") || f.At(next).Is(")") || f.At(next).Is(",") || f.At(next).Is(":") && f.At(next-1).Is(")"); next++ {
	}
	return next
}

func isEditorsMark(t *phrase.Token) bool {
	switch t.Lower {
	case "ed", "eds", "editor", "editors", "hrsg", "hg", "hgg", "dir", "coord", "coords", "org", "orgs":
		return true
	}
	return false
}

// endsNames reports whether the names before token i are followed as in a list of
// references: by a full stop, a year in parentheses with one, or a quoted title.
func (f *formatted) endsNames(i int) bool {
	switch {
	case f.At(i).Is("."), f.At(i).Is(",") && (f.At(i+1).Kind == phrase.Quoted || f.namesBook(i+1)), f.At(i).Kind == phrase.Quoted && f.At(i-1).Is("."):
		return true
	case f.At(i).Is("("):
		for end := i + 2; end < i+9; end++ {
			if f.At(end).Is(")") {
				return f.At(end+1).Is(".") || f.listed && f.opensTitle(end+1)
			}
		}
		return false
	case f.At(i).Is(":"):
		return f.listed
	case phrase.IsYearOfMention(f.At(i)):
		return f.listed && (f.At(i+1).Is(":") || f.At(i+1).Is(".")) || f.At(i-1).Is(".")
	case f.isJournalAt(f.SkipComma(i)), f.isThesisAt(f.SkipComma(i)), f.At(i).Is(",") && f.isArticleAt(i+1):
		return true
	case f.At(i - 1).Is("."):
		return f.At(i).Capital || phrase.IsYear(f.At(i)) || f.At(i).Is(":") // Springer: "Smith, J.: Title"
	}
	return false
}

// opensTitle reports whether a title follows right after the year in parentheses, or
// after a colon or a comma.
func (f *formatted) opensTitle(i int) bool {
	if f.At(i).Is(":") || f.At(i).Is(",") {
		i++
	}
	t := f.At(i)
	return t.Capital || t.Kind == phrase.Quoted || t.Kind == phrase.Number && !phrase.IsYear(t)
}

// namesBook reports whether the title and the imprint of a book follow as in IEEE's
// style, "Title, 2nd ed. City: Publisher, 2011", or as in a note of Chicago's,
// "Title (City: Publisher, 2011)".
func (f *formatted) namesBook(i int) bool {
	colon := false
	for ; i < len(f.Tokens); i++ {
		switch t := f.At(i); {
		case f.IsEditionAt(i):
			return true
		case t.Is(":"):
			colon = true
		case t.Kind == phrase.Quoted:
			return false
		case phrase.IsYear(t) && f.At(i-1).Is(","):
			return colon
		}
	}
	return false
}

// fullInvertedAt reads "Surname, Given Middle M." as MLA and Chicago write the
// first author.
func (f *formatted) fullInvertedAt(i int) (n ref.Name, next int, ok bool) {
	family, ok := f.FamilyRun(i)
	if !ok || !f.At(family).Is(",") || f.IsInitial(family+1) || !f.IsNameWord(family+1) || phrase.IsInitials(f.At(family+1)) {
		return ref.Name{}, i, false
	}
	next = family + 2
	for f.IsInitial(next) || f.IsNameWord(next) && next < family+4 {
		if f.IsInitial(next) {
			next++
		}
		next++
	}
	if !f.At(next-1).Is(".") && !f.endsGivenNames(next) {
		return ref.Name{}, i, false
	}
	if n = f.Family(i, family); strings.Contains(n.Family, " ") && (!f.At(i).In(lexicon.Particles) || phrase.IsGivenName(f.At(i).Text)) && next > family+2 && f.At(family+2).Capital {
		return ref.Name{}, i, false // "Jane Doe, John Smith"
	}
	n.Given = f.Slice(f.Span(family+1, next))
	return n, f.SuffixAt(next, &n), true
}

// endsGivenNames reports whether given names that were put after the surname end
// before token i.
func (f *formatted) endsGivenNames(i int) bool {
	switch t := f.At(i); {
	case t.Is(","), t.Is("."), t.Is("and"), t.Is("&"), t.Is("/"), t.Is("und"), t.Is(":"):
		return true
	case phrase.IsYear(t):
		return f.At(i+1).Is(":") || f.At(i+1).Is(".")
	}
	return f.YearInParens(i) != (ref.Span{}) || f.At(i).Is("(") && f.editorsMark(i) > i
}

// closedNames reads names of which the last is after "and": what follows
// a comma is a publisher and no other editor.
func (f *formatted) closedNames(i int) (list phrase.NameList, next int) {
	n, end, ok := f.PersonAt(i)
	if !ok {
		return phrase.NameList{}, i
	}
	names := []ref.Name{n}
	list, next = phrase.NameList{Names: names}, end
	for {
		if after, ok := f.EtAl(end); ok {
			return phrase.NameList{Names: names, EtAl: true}, after
		}
		at, ok := f.Separator(end)
		if !ok {
			return list, next
		}
		last := f.At(at-1).Is("and") || f.At(at-1).Is("&")
		if n, end, ok = f.PersonAt(at); !ok {
			return list, next
		}
		if names = append(names, n); last {
			return phrase.NameList{Names: names}, end
		}
	}
}
