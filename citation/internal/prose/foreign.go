package prose

import (
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// language is how sentences of a language tell of a work whose title is in quotation marks.
type language struct {
	telling anyOf             // words that its sentences have and English ones do not
	theirs  anyOf             // say before a noun whose the work is
	nouns   map[string]string // its nouns for works, by the English ones that are as they are
	by      anyOf             // before the authors, after a title
	issued  anyOf             // says that the work came out
	house   anyOf             // before the publishing house
	in      anyOf             // before what holds the work, or where a thesis was written
}

// foreignLanguages are those whose frames are read: "der Roman „T“ erschien 1998 bei Suhrkamp".
var foreignLanguages = [...]language{
	{ // German
		telling: words("der", "die", "das", "und", "ist", "ein", "eine", "im", "ihr", "sein", "seine", "ihre", "seinem", "seiner", "ihrem", "ihrer", "erschien", "erschienen", "bei", "wurde", "auf", "mit", "legte", "vor", "den", "dem", "vom", "zum", "zur", "aus", "nach"),
		theirs:  words("sein", "seine", "seinem", "seiner", "seinen", "ihr", "ihre", "ihrem", "ihrer", "ihren"),
		nouns: map[string]string{"buch": "book", "roman": "novel", "band": "volume", "sammelband": "volume", "lehrbuch": "textbook", "handbuch": "handbook", "monographie": "monograph", "biographie": "biography", "erzählung": "novel", "novelle": "novel",
			"gedichtband": "book", "standardwerk": "book", "debüt": "book", "artikel": "article", "aufsatz": "article", "beitrag": "paper", "essay": "essay", "studie": "study", "dissertation": "thesis", "doktorarbeit": "thesis", "promotion": "thesis", "bericht": "report", "vortrag": "talk", "kapitel": "chapter"},
		by:     words("von"),
		issued: words("erschien", "erschienen", "veröffentlicht", "herausgegeben", "publiziert", "verlegt", "gedruckt"),
		house:  words("bei", "beim"),
		in:     words("in", "im", "an"),
	},
	{ // French
		telling: words("le", "la", "les", "est", "une", "dans", "sa", "ses", "du", "publié", "paru", "chez", "aux", "qui", "fit"),
		theirs:  words("son", "sa", "ses", "leur"),
		nouns:   map[string]string{"livre": "book", "roman": "novel", "ouvrage": "book", "recueil": "book", "manuel": "handbook", "essai": "essay", "article": "article", "étude": "study", "thèse": "thesis", "rapport": "report", "chapitre": "chapter", "nouvelle": "story"},
		by:      words("de", "d", "par"),
		issued:  words("publié", "publiée", "paru", "parue", "paraît", "parut", "édité", "éditée", "imprimé"),
		house:   words("chez", "aux", "par"),
		in:      words("en", "dans", "à"),
	},
	{ // Spanish and Portuguese
		telling: words("el", "los", "las", "su", "sus", "una", "en", "del", "por", "publicado", "publicada", "apareció", "um", "uma", "seu", "sua", "em", "na", "da", "pela", "que"),
		theirs:  words("su", "sus", "seu", "sua"),
		nouns: map[string]string{"libro": "book", "novela": "novel", "ensayo": "essay", "artículo": "article", "estudio": "study", "tesis": "thesis", "informe": "report", "capítulo": "chapter", "manual": "handbook", "biografía": "biography",
			"livro": "book", "ensaio": "essay", "artigo": "article", "estudo": "study", "tese": "thesis", "relatório": "report"},
		by:     words("de", "del", "do", "da", "dos"),
		issued: words("publicado", "publicada", "publicó", "publicou", "apareció", "apareceu", "editado", "editada", "salió", "saiu"),
		house:  words("por", "pela", "pelo"),
		in:     words("en", "em", "no", "na"),
	},
	{ // Italian
		telling: words("il", "gli", "suo", "sua", "nel", "nella", "che", "della", "del", "da", "fu", "è", "pubblicato", "pubblicata", "uscito"),
		theirs:  words("suo", "sua", "loro"),
		nouns:   map[string]string{"libro": "book", "romanzo": "novel", "saggio": "essay", "articolo": "article", "studio": "study", "tesi": "thesis", "rapporto": "report", "capitolo": "chapter", "racconto": "story", "manuale": "handbook"},
		by:      words("di"),
		issued:  words("pubblicato", "pubblicata", "uscito", "uscita", "apparso", "apparsa", "edito", "edita", "stampato"),
		house:   words("da", "dalla", "presso", "per"),
		in:      words("nel", "in", "nella", "su", "sulla"),
	},
}

// spoken are the languages that a word tells of, each a bit.
var spoken = func() map[string]uint8 {
	languagesOf := map[string]uint8{}
	for n := range foreignLanguages {
		for _, word := range foreignLanguages[n].telling.words {
			languagesOf[word] |= 1 << n
		}
	}
	return languagesOf
}()

// languageOf is the language of a text of which two words tell, nil for English and those that
// are not known.
func languageOf(s *phrase.Text) *language {
	var first [len(foreignLanguages)]string
	found := -1
	for i := range s.Tokens {
		t := s.At(i)
		if t.Kind != phrase.Word || t.Capital && i > 0 {
			continue
		}
		if english.has(t) {
			return nil
		}
		for n, of := 0, spoken[t.Lower]; of != 0; n, of = n+1, of>>1 {
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
	return &foreignLanguages[found]
}

// english are words that hardly any English sentence is without, and others have in names only.
var english = words("the", "of", "and", "by", "is", "was", "with")

// language is that of the sentence, which is found once.
func (r *reader) language() *language {
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
	if l.nouns[q.before.Lower] != "" {
		return true
	}
	after := q.i + 1
	if q.At(after).Is("(") {
		return q.isNameAndYear(after) || q.hasImprint(after)
	}
	if after = q.SkipComma(after); l.issued.hasWord(q.At(after).Lower) {
		return true
	}
	f := foreignFrame{reader: q.reader, language: l}
	_, _, ok := f.peopleAt(after + 1)
	return l.by.hasWord(q.At(after).Lower) && ok
}

// longestFrame is how many tokens after a title may say who wrote the work, and where and when
// it came out.
const longestFrame = 16

// readForeign reads what a sentence of another language says after the title that ends before
// token i.
func (r *reader) readForeign(l *language, i int) (next int) {
	noun := r.introduces(i - 1)
	if r.cur.Noun == "" {
		r.cur.Noun = l.nouns[noun.Lower]
	}
	opens := i <= 3 && l.in.hasWord(r.At(0).Lower) // "Dans « T », Claire Roe raconte"
	f := foreignFrame{reader: r, language: l, owned: opens || l.theirs.hasWord(r.At(i-3).Lower), issued: r.cur.is(ref.PhDThesis)}
	for at := range i {
		if l.theirs.hasWord(r.At(at).Lower) || l.nouns[r.At(at).Lower] != "" { // no name, for all its capital
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
	*language
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
	if list, next, ok := f.peopleAt(i + 1); ok && f.by.hasWord(t.Lower) && !f.issued {
		f.takeNames(ref.FieldAuthors, list, i+1, next)
		return next
	}
	if list, next, ok := f.peopleAt(i); ok && f.owned && t.Capital && !f.isPressAt(i) {
		f.takeNames(ref.FieldAuthors, list, i, next)
		return next
	}
	f.issued = f.issued || f.language.issued.hasWord(t.Lower)
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
	for t := f.At(end); t.Kind != phrase.NoToken && !(t.Kind == phrase.Word && !t.Capital && f.telling.hasWord(t.Lower)); t = f.At(end) {
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
	housed := f.house.hasWord(f.At(i).Lower)
	if !housed && !f.in.hasWord(f.At(i).Lower) {
		return i, false
	}
	from := i + 1
	if t := f.At(from); t.Kind == phrase.Word && !t.Capital && (f.telling.hasWord(t.Lower) || foreignArticles.hasWord(t.Lower)) {
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
