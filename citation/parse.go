package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// Parse reads one sentence. It judges the sentence alone: what the fact's type
// makes of its works is the caller's to decide, see [Extraction.InPassing] and [Extraction.OfProse].
//
// An entry of a .bib is read as such.
//
// Every stated value has its span in content. What could only be inferred, a
// year from an arXiv ID or from a conference's ordinal, is in Derived.
func Parse(content string) Extraction {
	if e, ok := readEntry(content); ok {
		return e
	}
	plain := markup.Read(content)
	return parse(&plain, look(&plain), question{tagger.Trained, tagger.OfSentences, anything})
}

// ParseMentions returns the in-text citations of a sentence, those of [Parse], for where
// the works that it names are not asked for. Most sentences cite nobody: it reads no works
// there.
func ParseMentions(content string) []Mention {
	plain := markup.Read(content)
	if !prose.MayCite(plain.Text[:plain.Words]) {
		return []Mention{}
	}
	if e, ok := readEntry(content); ok {
		return e.Mentions
	}
	return parse(&plain, look(&plain), question{tagger.Trained, tagger.OfSentences, citing}).Mentions
}

// question is what is asked of a text: its parts that are asked for, by what model lines of
// lists are read, and by what model the works that the grammar does not find in a sentence,
// nil for none.
type question struct {
	lines     func() *tagger.Model
	sentences func() *tagger.Model
	asked     func(*phrase.Text) (cited []Mention, ok bool)
}

// anything and citing report whether a text is to be read: every text, or only one with
// citations. What a text cites is some of what [prose.FindMentions] finds in it; they return
// that if they had to find it.
func anything(*phrase.Text) (cited []Mention, ok bool) { return nil, true }

func citing(s *phrase.Text) (cited []Mention, ok bool) {
	cited = prose.FindMentions(s)
	return cited, len(cited) > 0
}

// look looks at a text for the first time: what is marked as a title may be is looked at
// a second one.
func look(plain *markup.Plain) prose.Evidence {
	if phrase.MayMarkWork(plain) {
		return prose.OfWork
	}
	return prose.Look(plain.Text[:plain.Words])
}

// parse reads what the evidence allows for, of the references of a text those that are
// asked for.
func parse(plain *markup.Plain, found prose.Evidence, q question) Extraction {
	e := noExtraction()
	if found == prose.OfNothing && !tagger.MayBeListed(plain.Text[:plain.Words]) {
		return e
	}
	s := phrase.NewMarkedText(*plain)
	defer s.Release()
	if review, ok := formatted.FindReview(s); ok {
		if e, ok := readReview(plain, s, &review, q); ok {
			return e
		}
	}
	read(s, found, q, &e)
	leaveOutBare(&e, plain)
	inSource(&e, plain)
	return e
}

func noExtraction() Extraction {
	return Extraction{Class: ClassNone, References: []Reference{}, Named: []Named{}, Mentions: []Mention{}}
}

// read reads a text that was cut into tokens, each of its references by itself.
func read(s *phrase.Text, found prose.Evidence, q question, e *Extraction) {
	parts, doubtful := formatted.Split(s)
	for _, part := range parts {
		readAsked(part, found, q, e)
	}
	if len(parts) == 0 {
		readAsked(s, found, q, e)
	}
	for i := range e.References[:min(len(e.References), mostOfLine)] {
		readMeeting(s.Content, &e.References[i])
		readPlace(s, &e.References[i])
	}
	holdChapters(e.References)
	e.Several = doubtful || len(e.References) < len(parts)
	switch {
	case len(e.References) > 0:
		e.Class = ClassReference
	case len(e.Mentions) > 0:
		e.Class = ClassCitation
	}
}

// mostOfLine is in how many references of a text places and meetings are looked for, which
// lines of lists have and each of which goes over the text.
const mostOfLine = 16

// readAsked reads a part of a text, or all of it, if it is asked for.
func readAsked(s *phrase.Text, found prose.Evidence, q question, e *Extraction) {
	if cited, ok := q.asked(s); ok {
		readPart(s, cited, found, q, e)
	}
}

// readPart reads what is one reference, one sentence or several. What it cites may be known.
func readPart(s *phrase.Text, cited []Mention, found prose.Evidence, q question, e *Extraction) {
	if legal := formatted.ReadLegal(s); len(legal) > 0 {
		addLegal(e, s, found, legal)
		return
	}
	if only, ok := prose.CitesOnly(s); ok {
		e.Mentions = append(e.Mentions, only...)
		return
	}
	line := formatted.WithoutRemark(formatted.WithoutRights(formatted.WithoutLabel(s)))
	if w, ok := formatted.ReadFormatted(line); ok && !ownsQuotation(s) {
		grammar := w.Settled()
		if w.TitleFirst || isStandard(grammar) { // the model was shown none of this order, and few of this kind
			addListed(e, s, grammar)
			return
		}
		if trained, certainty, ok := readTrained(line, q.lines); ok && !(isNamedKind(&w) && !isInJournal(&trained.Reference)) {
			grammar = surer(line, &w, &trained, certainty)
		}
		if !breaksOff(&grammar) {
			addListed(e, s, grammar)
			return
		}
	}
	if r, ok := readInParens(s, q.lines); ok {
		addListed(e, s, r)
		return
	}
	if cited == nil {
		cited = prose.FindMentions(s)
	}
	readSentence(&sentence{Text: s, cited: cited}, line, found, q, e)
}

// readSentence reads what the grammar does not take for a line of a list: as a sentence, or
// as such a line still where the trained reader does. The line is the sentence without its
// label and remarks.
func readSentence(read *sentence, line *phrase.Text, found prose.Evidence, q question, e *Extraction) {
	s := read.Text
	if found == prose.OfWork {
		read.works, read.named = prose.ReadWorks(s)
	}
	mentions := read.mentions()
	if mayBeListed(s, line, read.works, mentions) {
		if listed, ok := readListed(line, q.lines); ok && !citesCase(read.named) && isListed(s, line, &listed, read.works, mentions) {
			addCited(e, s, read.cited, listed)
			return
		}
	}
	if found == prose.OfWork && q.sentences != nil && read.leavesOpen() {
		read.learn(q.sentences())
	}
	e.Named = append(e.Named, read.named...)
	e.References = append(e.References, slices.DeleteFunc(read.works, func(r Reference) bool { return isBroadcast(s, &r) })...)
	e.Mentions = append(e.Mentions, read.mentions()...)
}

// ownsQuotation reports whether a text says whose work a quotation names, as sentences do:
// "M. Crowe's book 'Felt Rims'".
func ownsQuotation(s *phrase.Text) bool {
	quoted := slices.IndexFunc(s.Tokens, func(t phrase.Token) bool { return t.Kind == phrase.Quoted })
	if s.At(quoted - 1).Is(",") {
		quoted--
	}
	noun := s.At(quoted - 1)
	return noun.In(lexicon.WorkNouns) && !noun.Capital && s.At(quoted-2).Is("s") && phrase.IsApostropheToken(s.At(quoted-3))
}

// mayBeListed reports whether a text may be a line of a reference list for all that the
// grammar has read in it: few sentences are worth the trained reader's time.
func mayBeListed(s, line *phrase.Text, works []Reference, mentions []Mention) bool {
	if citesAtEnd(mentions, line) || ownsQuotation(s) {
		return false
	}
	return len(works) == 0 || !prose.IsSentence(s) || opensAsLists(line) && !prose.TellsDeedOfNames(line)
}

// opensAsLists reports whether a text may begin with authors as lines of lists do, with a
// comma or initials among the first words.
func opensAsLists(s *phrase.Text) bool {
	for i := range 4 {
		if s.At(i).Is(",") || s.IsInitial(i) || phrase.IsInitials(s.At(i)) {
			return true
		}
	}
	return false
}

// isListed reports whether a text is a line of a reference list, as the trained reader has
// read it, and none of the sentences that name works and cite others.
func isListed(s, line *phrase.Text, listed *Reference, works []Reference, mentions []Mention) bool {
	if slices.ContainsFunc(works, isProduct) || isCitation(listed, mentions) || breaksOff(listed) || isTranslator(line, listed) || quotesFrom(s, listed.Spans[string(ref.FieldTitle)]) || marksAuthors(s, listed) || !mayBeWork(line, listed) || slices.ContainsFunc(works, isStandard) {
		return false
	}
	if swallows(s, listed, works) {
		return false
	}
	opens := opensWithAuthors(line, listed)
	if listed.Confidence < fairly && !opens && !citesAuthors(listed) && slices.ContainsFunc(s.Tokens, namesOthers) {
		return false
	}
	if opens && listed.Confidence >= fairly {
		return true
	}
	return (!prose.IsSentence(s) || len(works) == 0 && (opens || listed.Confidence >= opening)) && !readsMore(works, listed) && !opensSentence(line, listed) &&
		(listed.Confidence >= fairly || !citesInside(mentions, line) && (!cutsQuotation(s, listed) || opens))
}

// isProduct reports whether a work is software or data, which the grammar knows by what a sentence
// calls it and of which the trained reader was shown few.
func isProduct(w Reference) bool { return w.Kind == ref.Software || w.Kind == ref.Dataset }

// isCitation reports whether what the model takes for a work without a title is a citation, or
// several: "vgl. Brandt 1998, S. 22; Eberle 2004", "Lee (2014), p. 3".
func isCitation(listed *Reference, mentions []Mention) bool {
	if listed.Title != "" || len(mentions) > 1 {
		return listed.Title == ""
	}
	container, stated := listed.Spans[string(ref.FieldContainer)]
	return stated && len(listed.Authors) == 0 && len(mentions) == 1 && mentions[0].Span[0] <= container[0] && container[1] <= mentions[0].Span[1]
}

// textBefore is what a text has before a byte. What a model reads may begin before the first
// token of the grammar, with a quotation mark.
func textBefore(s *phrase.Text, at int) string { return s.Content[min(s.At(0).Start, at):at] }

// isTranslator reports whether what the model takes for the title is who translated the work.
func isTranslator(s *phrase.Text, listed *Reference) bool {
	title := listed.Spans[string(ref.FieldTitle)]
	if listed.Title == "" {
		return false
	}
	before := strings.TrimRight(textBefore(s, title[0]), " .")
	return strings.HasSuffix(before, "trans") || strings.HasSuffix(before, "translated by") || strings.HasSuffix(before, "transl")
}

// breaksOff reports whether what is read as a title before the authors ends as no title does
// and sentences do that name somebody: "is taken from the thesis of".
func breaksOff(r *Reference) bool {
	title, authors := r.Spans[string(ref.FieldTitle)], r.Spans[string(ref.FieldAuthors)]
	if r.Title == "" || title[1] > authors[0] {
		return false
	}
	switch r.Title[strings.LastIndexByte(r.Title, ' ')+1:] {
	case "of", "by", "in", "from", "with", "to", "and", "the", "a", "see", "is":
		return true
	}
	return false
}

// addLegal adds the references of lawyers, and the cases that the text cites beside them.
func addLegal(e *Extraction, s *phrase.Text, found prose.Evidence, legal []Reference) {
	e.References = append(e.References, legal...)
	if found == prose.OfWork {
		_, named := prose.ReadWorks(s)
		e.Named = append(e.Named, named...)
	}
}

// opensSentence reports whether what the model takes for the title is how a sentence
// begins, in which somebody does something: "The board considered the".
func opensSentence(s *phrase.Text, listed *Reference) bool {
	title, ok := listed.Spans[string(ref.FieldTitle)]
	return ok && title[0] <= s.At(0).Start && prose.TellsDeed(s, title[1])
}

// fairly is from what confidence on a line may have what sentences have: a quotation in
// the title, several names in parentheses.
const fairly = 0.6

// citesInside reports whether a text cites others as sentences do: in parentheses with
// their authors, "(Lee et al., 2019)", or with what they did, "Lee (2019) found". One
// name in parentheses may be a publishing house's as well.
func citesInside(mentions []Mention, s *phrase.Text) bool {
	for _, m := range mentions {
		start, rest := m.Span[0], strings.TrimLeft(s.Content[m.Span[1]:], " ")
		if (m.EtAl || len(m.Authors) > 1) && isEnclosed(s, start) || s.Content[m.Span[1]-1] == ')' && text.StartsLower(rest) {
			return true
		}
	}
	return false
}

// citesAtEnd reports whether a text ends as sentences do that say who found what they
// say: "(Lee et al., 2019)." No line of a list does.
func citesAtEnd(mentions []Mention, s *phrase.Text) bool {
	if len(mentions) == 0 {
		return false
	}
	last := &mentions[len(mentions)-1]
	return last.EtAl && isEnclosed(s, last.Span[0]) && strings.Trim(s.Content[last.Span[1]:s.End], " ).") == ""
}

// citesCase reports whether a text cites a case in court, as no line of a list does.
func citesCase(named []Named) bool {
	return slices.ContainsFunc(named, func(n Named) bool { return n.Kind == ref.CourtCase })
}

// isEnclosed reports whether what is at a byte begins the parentheses that it is in, up
// to what points to it, as "see" does; the text has words before them.
func isEnclosed(s *phrase.Text, at int) bool {
	before := textBefore(s, at)
	open := strings.LastIndexByte(before, '(')
	if open <= 0 || open < strings.LastIndexByte(before, ')') {
		return false
	}
	pointing := strings.TrimSpace(before[open+1:])
	return open == len(before)-1 || pointing != "" && prose.PointsToCitation(pointing)
}

// addListed adds a line of a reference list, whose authors are cited as well if the
// year is right after them, in parentheses.
func addListed(e *Extraction, s *phrase.Text, r Reference) {
	var cited []Mention
	if citesAuthors(&r) {
		cited = prose.FindMentions(s)
	}
	addCited(e, s, cited, r)
}

// citesAuthors reports whether the year of a reference is right after its authors.
func citesAuthors(r *Reference) bool {
	authors, year := r.Spans[string(ref.FieldAuthors)], r.Spans[string(ref.FieldYear)]
	return r.Year != "" && authors[1] > 0 && authors[1] <= year[0] && year[0] <= authors[1]+len(" (")
}

// addCited adds a line of a reference list, and of the mentions of its text the one of its
// authors and its year.
func addCited(e *Extraction, s *phrase.Text, mentions []Mention, r Reference) {
	readKindLabel(&r)
	readBracketedKind(s.Content, &r)
	readDeposit(&r)
	e.References = append(e.References, r)
	if !citesAuthors(&r) {
		return
	}
	authors, year := r.Spans[string(ref.FieldAuthors)], r.Spans[string(ref.FieldYear)]
	for _, m := range mentions {
		if m.Span[0] <= authors[0] && year[1] <= m.Span[1] {
			if len(m.Authors) > len(r.Authors) { // "Lund, Pia (2019)" is one
				m.Authors = inOrder(r.Authors)
			}
			e.Mentions = append(e.Mentions, m)
		}
	}
}

// inOrder are names as a sentence has them, the given names first.
func inOrder(names []Name) []string {
	said := make([]string, len(names))
	for i := range names {
		said[i] = ref.SpokenNames(names[i : i+1])
	}
	return said
}

// cutsQuotation reports whether what the model takes for the title goes on before or
// after a quotation of several words, or ends inside it.
func cutsQuotation(s *phrase.Text, listed *Reference) bool {
	title := listed.Spans[string(ref.FieldTitle)]
	for i := range s.Tokens {
		t := s.At(i)
		if t.Kind != phrase.Quoted || !strings.Contains(t.Text, " ") || t.End <= title[0] || title[1] <= t.Start {
			continue
		}
		if title[0] < t.Start-len("“") || title[0] > t.Start || title[1] < t.End || title[1] > t.End+len("”.") {
			return true
		}
	}
	return false
}

// marksAuthors reports whether a quotation, or emphasised words, with a year after them are
// among what the model takes for the authors: they are what a record is called, or a film.
func marksAuthors(s *phrase.Text, listed *Reference) bool {
	authors := listed.Spans[string(ref.FieldAuthors)]
	for i := range s.Tokens {
		if t := s.At(i); t.Kind == phrase.Quoted && authors[0] < t.End && t.Start < authors[1] && s.YearInParens(i+1) != (Span{}) {
			return true
		}
	}
	return false
}

// opensWithAuthors reports whether a line is as lines of lists are and sentences are not:
// the whole name of a person, perhaps after a number, a year, and a title of several words.
// What somebody signed has an address in place of a title.
func opensWithAuthors(s *phrase.Text, listed *Reference) bool {
	people, authors, title := listed.Authors, listed.Spans[string(ref.FieldAuthors)], listed.Spans[string(ref.FieldTitle)]
	if len(people) == 0 { // "Roe A, Lund B (eds)"
		people, authors = listed.Editors, listed.Spans[string(ref.FieldEditors)]
	}
	if listed.Year == "" || len(people) == 0 || authors[1] > title[0] || strings.ContainsRune(listed.Title, '@') || !strings.Contains(listed.Title, " ") {
		return false
	}
	first, number := people[0], textBefore(s, authors[0])
	capital, _ := utf8.DecodeRuneInString(first.Family)
	if year := listed.Spans[string(ref.FieldYear)]; year[0] > 0 && s.Content[year[0]-1] == '-' { // "CVE-2024-1234"
		return false
	}
	return first.Given != "" && unicode.IsUpper(capital) && len(number) <= longestNumber && strings.IndexFunc(number, unicode.IsLetter) < 0
}

// longestNumber is how many bytes the number of a line of a list may have: "1998: ".
const longestNumber = 6

// opening is from what confidence on a line that begins with authors may have a quotation
// in its title.
const opening = 0.4

// readsMore reports whether a sentence says what a line of a list does not: what the
// model takes for the title has more words than the title, or fewer, or it is the title
// and in doubt what the others are.
func readsMore(works []Reference, listed *Reference) bool {
	whole := listed.Spans[string(ref.FieldTitle)]
	for i := range works {
		title, ok := works[i].Spans[string(ref.FieldTitle)]
		if title == whole && len(works[i].Authors) > 0 && len(listed.Authors) == 0 && works[i].Container != "" && works[i].Year != "" { // "'T', Ann Lee (J Carts 4, 2008)"
			return true
		}
		if ok && (title != whole || listed.Confidence < opening) && title[0] < whole[1] && whole[0] < title[1] {
			return true
		}
	}
	return false
}

// isLeadOfSentence reports whether words before a name are those of a sentence, and no other names
// of a list.
func isLeadOfSentence(words string) bool {
	return !strings.ContainsAny(words, ",;") && strings.ContainsFunc(words, unicode.IsLower) && slices.ContainsFunc(strings.Fields(words), func(word string) bool {
		return text.StartsLower(word) && !lexicon.ListsOf(word).Has(lexicon.Particles|lexicon.NameGlue)
	})
}

// swallows reports whether what the model takes for the authors or the title has words of a
// sentence before the authors that the grammar has found, with all that a book or an article has:
// "Ms Roe asked for Ann Lee, Oak Floors (Leeds: Northgate, 2011)".
func swallows(s *phrase.Text, listed *Reference, works []Reference) bool {
	for i := range works {
		w := &works[i]
		people := w.Spans[string(ref.FieldAuthors)]
		if len(w.Authors) == 0 {
			people = w.Spans[string(ref.FieldEditors)]
		}
		if people[1] == 0 || w.Title == "" || w.Year == "" || w.Publisher == "" && w.Container == "" {
			continue
		}
		for _, f := range [...]ref.Field{ref.FieldAuthors, ref.FieldTitle} {
			if f == ref.FieldTitle && opensWithAuthors(s, listed) {
				continue
			}
			if sp, ok := listed.Spans[string(f)]; ok && sp[0] < people[0] && people[0] < sp[1] && isLeadOfSentence(s.Content[sp[0]:people[0]]) {
				return true
			}
		}
	}
	return false
}

// longestListed is how many bytes a line of a reference list may have.
const longestListed = 4000

// readListed reads a line of a reference list by a model, which looks at a part of a
// text without the others.
func readListed(s *phrase.Text, model func() *tagger.Model) (r Reference, ok bool) {
	w, _, ok := readTrained(s, model)
	return w.Reference, ok
}

// readTrained is readListed that also returns how sure the model is of each word. The work
// is settled.
func readTrained(s *phrase.Text, model func() *tagger.Model) (w phrase.Work, c tagger.Certainty, ok bool) {
	if prose.SaysWhoWrote(s) || formatted.IsCase(s) {
		return w, nil, false
	}
	if s.At(len(s.Tokens)-1).End-s.At(0).Start > longestListed {
		return w, nil, false
	}
	alone, start := s.Alone()
	if !tagger.MayBeListed(alone.Content[:alone.End]) {
		return w, nil, false
	}
	if w, c, ok = model().ReadSurely(alone); !ok {
		return w, nil, false
	}
	if w.Settled(); w.Confidence < opening && tellStory(w.Authors) || haveArticle(w.Authors) || w.Year == "" && isHeading(w.Authors) {
		return w, nil, false
	}
	w.Shift(start)
	c.Shift(start)
	return w, c, true
}

// inSource makes the spans those of the content with its markup.
func inSource(e *Extraction, plain *markup.Plain) {
	if !plain.HasMarkup() {
		return
	}
	for i := range e.References {
		for field, sp := range e.References[i].Spans {
			e.References[i].Spans[field] = plain.InSource(sp)
		}
	}
	for i := range e.Named {
		e.Named[i].Span = plain.InSource(e.Named[i].Span)
		if w := e.Named[i].Work; w != nil {
			for field, sp := range w.Spans {
				w.Spans[field] = plain.InSource(sp)
			}
		}
	}
	for i := range e.Mentions {
		e.Mentions[i].Span = plain.InSource(e.Mentions[i].Span)
	}
}
