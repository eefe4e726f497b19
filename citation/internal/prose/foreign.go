package prose

import (
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// isEnglish is the bit of English in spoken.
const isEnglish = 1 << len(lexicon.Languages)

// spoken are the languages that a word tells of, each a bit.
var spoken = func() map[string]uint8 {
	languagesOf := map[string]uint8{}
	for n := range lexicon.Languages {
		for word := range lexicon.Languages[n].Telling {
			languagesOf[word] |= 1 << n
		}
	}
	for word := range lexicon.English {
		languagesOf[word] |= isEnglish
	}
	return languagesOf
}()

// languageOf is the language of a text of which two words tell, nil for English and those that
// are not known.
func languageOf(s *phrase.Text) *lexicon.Language {
	var first [len(lexicon.Languages)]string
	found := -1
	for i := range s.Tokens {
		t := s.At(i)
		if t.Kind != phrase.Word || t.Capital && i > 0 {
			continue
		}
		of := spoken[t.Lower]
		if of&isEnglish != 0 {
			return nil
		}
		for n := 0; of != 0; n, of = n+1, of>>1 {
			if of&1 == 0 {
				continue
			}
			if found < 0 && first[n] != "" && first[n] != t.Lower {
				found = n
			}
			first[n] = t.Lower
		}
	}
	if found < 0 {
		return nil
	}
	return &lexicon.Languages[found]
}

// language is that of the sentence, which is found once.
func (r *reader) language() *lexicon.Language {
	if !r.heard {
		r.heard, r.spoken = true, languageOf(r.Text)
	}
	return r.spoken
}

// isForeignTitle reports whether the quotation is the title of a work in a sentence of another
// language: a noun for works is before it, or who wrote it or that it came out after it.
func (q quotation) isForeignTitle() bool {
	l := q.language()
	first, _ := utf8.DecodeRuneInString(q.At(q.i).Text)
	if l == nil || q.citing || unicode.IsLower(first) {
		return false
	}
	if l.Nouns[q.before.Lower] != "" {
		return true
	}
	after := q.i + 1
	if q.At(after).Is("(") {
		return q.isNameAndYear(after) || q.hasImprint(after)
	}
	if after = q.SkipComma(after); l.Issued[q.At(after).Lower] {
		return true
	}
	f := foreignFrame{reader: q.reader, Language: l}
	_, _, ok := f.peopleAt(after + 1)
	return l.By[q.At(after).Lower] && ok
}

// longestFrame is how many tokens after a title may say who wrote the work, and where and when
// it came out.
const longestFrame = 16

// readForeign reads what a sentence of another language says after the title that ends before
// token i.
func (r *reader) readForeign(l *lexicon.Language, i int) (next int) {
	noun := r.introduces(i - 1)
	if r.cur.Noun == "" {
		r.cur.Noun = l.Nouns[noun.Lower]
	}
	opens := i <= 3 && l.In[r.At(0).Lower] // "Dans « T », Claire Roe raconte"
	f := foreignFrame{reader: r, Language: l, owned: opens || l.Theirs[r.At(i-3).Lower], issued: r.cur.is(ref.PhDThesis)}
	for at := range i {
		if l.Theirs[r.At(at).Lower] || l.Nouns[r.At(at).Lower] != "" { // no name, for all its capital
			r.subject.forget()
		}
	}
	if list, names, ok := f.peopleAt(0); ok && f.owned && names < i-2 {
		r.takeNames(ref.FieldAuthors, list, 0, names)
	}
	for next = i; next < i+longestFrame; {
		t := r.At(next)
		switch {
		case t.Is(".") && !r.Glued(next+1), t.Is(";"), t.Kind == phrase.Quoted, t.Kind == phrase.NoToken:
			r.topic = theStory
			return next
		case t.Is("(") && !f.isForeignImprint(next): // it is as in any language
			return next
		}
		next = f.read(next)
	}
	r.topic = theStory
	return next
}

// foreignFrame is what is read after a title in a sentence of another language.
type foreignFrame struct {
	*reader
	*lexicon.Language
	owned  bool // it is said whose the work is
	issued bool // and that it came out
}

// read reads what begins at token i and returns the token after it.
func (f *foreignFrame) read(i int) (next int) {
	t := f.At(i)
	if next, ok := f.ProperPhrase(i + 1); ok && t.Is("(") {
		f.take(ref.FieldPublisher, i+1, next)
		f.take(ref.FieldYear, next+1, next+2)
		return next + 3
	}
	if list, next, ok := f.peopleAt(i + 1); ok && f.By[t.Lower] && !f.issued {
		f.takeNames(ref.FieldAuthors, list, i+1, next)
		return next
	}
	if list, next, ok := f.peopleAt(i); ok && f.owned && t.Capital && !f.isPressAt(i) {
		f.takeNames(ref.FieldAuthors, list, i, next)
		return next
	}
	f.issued = f.issued || f.Issued[t.Lower]
	if d, next, ok := f.DateAt(i); ok && f.issued {
		f.takeDate(d)
		return next
	}
	if next, ok := f.readIssuer(i); ok && f.issued {
		return next
	}
	return i + 1
}

// peopleAt reads people with their given names at token i: no name goes on after a word of the
// language, which names of other languages have: "den", "la".
func (f *foreignFrame) peopleAt(i int) (list phrase.NameList, next int, ok bool) {
	end := i
	for t := f.At(end); t.Kind != phrase.NoToken && !(t.Kind == phrase.Word && !t.Capital && f.Telling[t.Lower]); t = f.At(end) {
		end++
	}
	if i >= end || !f.At(i).Capital {
		return list, i, false
	}
	list, next, ok = f.Part(i, end).NamesAt(0)
	return list, i + next, ok && list.IsPersonal() && !list.IsBare()
}

// readIssuer reads the house that brought the work out, what holds it, or where it was written.
func (f *foreignFrame) readIssuer(i int) (next int, ok bool) {
	housed := f.House[f.At(i).Lower]
	if !housed && !f.In[f.At(i).Lower] {
		return i, false
	}
	from := i + 1
	if t := f.At(from); t.Kind == phrase.Word && !t.Capital && (f.Telling[t.Lower] || lexicon.ForeignArticles[t.Lower]) {
		from++
	}
	next, ok = f.ProperPhrase(from)
	switch {
	case !ok, f.At(from).Kind != phrase.Word:
		return i, false
	case f.cur.is(ref.PhDThesis):
		f.take(ref.FieldInstitution, from, next)
	case housed, f.isPressAt(from):
		f.take(ref.FieldPublisher, from, next)
		if lexicon.NounType(f.cur.Noun) == ref.Misc {
			f.callItBook()
		}
	case !phrase.IsPlace(f.Text, from):
		f.takeContainer(from, next)
	default:
		return i, false
	}
	return next, true
}

// isForeignImprint reports whether the parentheses at i hold a house and a year.
func (f *foreignFrame) isForeignImprint(i int) bool {
	return f.isNameAndYear(i) && !phrase.IsPlace(f.Text, i+1)
}
