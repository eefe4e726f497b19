package citation

import "strings"

// work is a reference while it is being read.
type work struct {
	Reference
	noun    string // the noun by which the sentence calls it: "paper", "book"
	first   int    // the token where its part of the sentence begins
	thesis  string // "master", "doctoral"
	held    bool   // the container is a book
	meeting bool   // the container is where the work was presented
	guessed bool   // the authors are those that something was reported by
	issued  bool   // the authors are said to have published, not to have written it
	issuers string // the authors as written
}

// reader walks over a sentence from left to right, once. Cues ("published in",
// "edited by", a noun such as "chapter") say what the names, phrases and numbers
// beside them are; close holds while nothing but such words has been met since,
// so that a place or a year in the story that a sentence tells is left alone.
type reader struct {
	*sentence
	works    []*work
	cur      *work
	close    bool     // what is said is still about the work
	noun     int      // the last noun for a work, -1 for none
	subject  nameList // who the sentence says did something
	subjects Span
	active   bool // the subject is the author of the works that follow
	verb     bool // an authoring verb has been met
	opening  date // "In March 2012, …"
}

// read finds the works of the sentence.
func (s *sentence) read() []*work {
	r := &reader{sentence: s, noun: -1}
	r.cur = &work{}
	i := r.readOpening()
	for i < len(s.tokens) {
		i = r.step(i)
	}
	r.finish()
	return r.works
}

// readOpening reads what stands before the verb: "In March 2012, journalist
// Leslie Kean", "Bai et al. (2022)", "Edward Hinchman's".
func (r *reader) readOpening() (next int) {
	i := 0
	if r.at(0).is("in") || r.at(0).is("on") {
		if d, next, ok := r.dateAt(1); ok {
			r.opening = d
			if i = next; r.at(i).is(",") {
				i++
			}
		}
	}
	start := i
	next, ok := r.readSubject(i)
	if !ok {
		return start
	}
	return next
}

// readSubject reads the names at token i and what follows them, and tells
// whether they can be authors.
func (r *reader) readSubject(i int) (next int, ok bool) {
	from := r.skipHonours(i)
	if r.at(from).is("the") && from == 0 {
		from++
	}
	if next, ok := r.readPeriodical(from); ok {
		return next, true
	}
	list, next, ok := r.namesAt(from)
	if !ok {
		from = r.skipDescription(from)
		list, next, ok = r.namesAt(from)
	}
	if !ok || r.at(next).capital || r.at(next).is("of") || workNouns[r.at(next).lower] != "" || r.at(next).is(",") && r.at(next+1).is("published") {
		return i, false
	}
	r.subject, r.subjects = list, r.span(from, next)
	if y := r.yearInParens(next); y != (Span{}) {
		r.state(&r.cur.Reference, fieldYear, y)
		next += 3
		r.active = true
	}
	verb := next
	if r.at(verb).is("has") || r.at(verb).is("have") || r.at(verb).is("also") || r.at(verb).is("first") {
		verb++
	}
	t := r.at(verb)
	switch {
	case authoringVerbs[t.lower]:
		r.active = true
	case isApostropheToken(t) && (r.at(verb+1).is("s") || verb+1 < len(r.tokens)):
		return r.readPossessive(i, next)
	case t.is("is") || t.is("was") || t.is("are") || t.is("were") || t.is("be"):
		r.active = r.words(verb+1, "the", "author") || r.words(verb+1, "the", "authors")
	case !list.etAl && !r.active && (list.names[0].Given == "" && len(list.names) == 1 || t.kind == word && !isVerb(t)):
		r.subject = nameList{}
		return i, false
	default:
		r.active = true
	}
	return next, true
}

// isVerb tells whether a word behind names can say what they did.
func isVerb(t token) bool {
	return plainVerbs[t.lower] || strings.HasSuffix(t.lower, "ed") || strings.HasSuffix(t.lower, "s") || strings.HasSuffix(t.lower, "ly")
}

// readPeriodical reads a subject that is a newspaper or a journal: "The
// Washington Post reported in an article".
func (r *reader) readPeriodical(i int) (next int, ok bool) {
	if r.at(i).is("the") {
		i++
	}
	next, ok = r.properPhrase(i)
	if !ok || !r.namesPeriodical(i, next) || !authoringVerbs[r.at(next).lower] && !r.at(next).is("reported") {
		return i, false
	}
	if !r.titleWithin(next, 12) {
		return i, false
	}
	r.stateContainer(&r.cur.Reference, r.span(i, next))
	return next, true
}

// namesPeriodical tells whether tokens from to next are the name of a newspaper
// or a journal.
func (r *reader) namesPeriodical(from, next int) bool {
	if next > from+1 && periodicalHeads[r.at(next-1).lower] {
		return true
	}
	v, known := LookupVenue(r.slice(r.span(from, next)))
	return known && v.Type == Article
}

// titleWithin tells whether a title that is announced stands among the n tokens
// from i on.
func (s *sentence) titleWithin(i, n int) bool {
	for at := i; at < i+n; at++ {
		if s.at(at).kind == quoted {
			return titleCues[s.at(at-1).lower] || workNouns[s.at(at-1).lower] != ""
		}
	}
	return false
}

// skipDescription skips what a person is called before the name: "American
// physician and author Oliver Holmes".
func (s *sentence) skipDescription(i int) int {
	for at := i; at < i+8; at++ {
		if honours[s.at(at).lower] && s.isNameWord(at+1) {
			return at + 1
		}
		if s.at(at).kind != word {
			break
		}
	}
	return i
}

// readLateSubject reads the authors behind the comma at i in "In his book 'T', A
// argues that".
func (r *reader) readLateSubject(i int) (next int) {
	if !r.at(0).is("in") || !r.close || len(r.cur.Authors) > 0 || len(r.subject.names) > 0 || r.cur.Title == "" && r.cur.Container == "" {
		return i + 1
	}
	from := r.skipHonours(i + 1)
	list, next, ok := r.namesAt(from)
	if !ok || r.at(next).kind != word || r.at(next).capital || sayingVerbs[r.at(next).lower] {
		return i + 1
	}
	r.cur.stateNames(fieldAuthors, list, r.span(from, next))
	r.close = false
	return next
}

// readPossessive reads what follows the possessive of a name: "Walt's 1987 book".
func (r *reader) readPossessive(i, next int) (int, bool) {
	at := next + 1
	if r.at(at).is("s") {
		at++
	}
	end := at
	for n := 0; n < 7 && !(workNouns[r.at(end).lower] != ""); n++ {
		if r.at(end).kind == quoted {
			break
		}
		end++
	}
	if r.at(end).kind != quoted && workNouns[r.at(end).lower] == "" {
		r.subject = nameList{}
		return i, false
	}
	r.active = true
	return at, true
}

// readOwner reads the author of "Cynthia Tucker's article 'T'" in the middle of a
// sentence.
func (r *reader) readOwner(i int) (next int, ok bool) {
	if !r.at(i).capital || r.active || r.cur.Title != "" || len(r.cur.Authors) > 0 {
		return i, false
	}
	list, next, ok := r.namesAt(i)
	if !ok || !isApostropheToken(r.at(next)) || !r.at(next+1).is("s") {
		return i, false
	}
	noun := next + 2
	for n := 0; n < 3 && workNouns[r.at(noun).lower] == ""; n++ {
		noun++
	}
	if workNouns[r.at(noun).lower] == "" || !r.titleFollows(noun+1) {
		return i, false
	}
	r.cur.stateNames(fieldAuthors, list, r.span(i, next))
	return next + 2, true
}

// yearInParens is the span of the year in the parentheses at token i.
func (s *sentence) yearInParens(i int) Span {
	if s.at(i).is("(") && isYear(s.at(i+1)) && s.at(i+2).is(")") {
		return s.span(i+1, i+2)
	}
	return Span{}
}

// step reads what stands at token i and returns the token after it.
func (r *reader) step(i int) (next int) {
	t := r.at(i)
	switch {
	case t.kind == quoted:
		return r.readQuoted(i)
	case t.is("(") || t.is("["):
		return r.readParens(i)
	}
	if next, ok := r.readIdentifier(i, &r.cur.Reference); ok {
		return next
	}
	if r.close {
		if next, ok := r.readLocator(i, &r.cur.Reference); ok {
			return next
		}
	}
	if t.is(",") {
		return r.readLateSubject(i)
	}
	if t.kind == mark {
		if t.is(";") || t.is(".") && r.at(i+1).capital {
			r.close = false
		}
		return i + 1
	}
	if t.is("preprint") || t.is("preprints") {
		r.cur.Preprint = r.cur.Preprint || r.cur.Title != "" || r.active
	}
	return r.readCue(i)
}

// readCue reads the cue at token i with what it governs.
func (r *reader) readCue(i int) (next int) {
	t := r.at(i)
	switch {
	case t.is("edited") || t.is("eds") || t.is("editors"):
		return r.readEdited(i)
	case t.is("appeared") || t.is("appearing") || t.is("featured"):
		r.close, r.verb = true, true
		return i + 1
	case authoringVerbs[t.lower] && t.kind == word:
		r.close, r.verb = true, true
		r.cur.issued = r.cur.issued || issuingVerbs[t.lower]
		return i + 1
	case t.is("presented") || t.is("given"):
		r.close = true
		return i + 1
	case t.is("by"):
		return r.readBy(i)
	case t.is("in"):
		return r.readIn(i)
	case t.is("at"):
		return r.readAt(i)
	case t.is("on") || t.is("since"):
		if d, next, ok := r.dateAt(i + 1); ok && (r.close || r.cur.Title != "" && d.day != (Span{}) && r.at(next+1).kind == noToken) {
			r.stateDate(&r.cur.Reference, d)
			return next
		}
		return i + 1
	case t.is("for") || t.is("through"):
		return r.readFor(i)
	case t.is("according") && r.at(i+1).is("to"):
		return r.readAccording(i)
	case t.is("part") && r.at(i+1).is("of"):
		return r.readSeries(i)
	case t.is("same") && containerNouns[r.at(i+1).lower]:
		return r.readSame(i)
	case containerNouns[t.lower]:
		return r.readContainerNoun(i)
	case workNouns[t.lower] != "":
		return r.readNoun(i)
	case t.is("edition"):
		return r.readEdition(i)
	}
	if next, ok := r.readOwner(i); ok {
		return next
	}
	if d, next, ok := r.dateAt(i); ok && r.close && r.at(i-1).is(",") {
		r.stateDate(&r.cur.Reference, d)
		return next
	}
	if t.kind == word && !neutral[t.lower] {
		r.leave()
	}
	return i + 1
}

// leave notes that the sentence goes on with its story. Authors met in passing,
// as those whom something was reported by, are forgotten with that.
func (r *reader) leave() {
	r.close = false
	if w := r.cur; w.guessed && w.Title == "" && w.Container == "" {
		w.Authors, w.EtAl, w.guessed = nil, false, false
		w.drop(fieldAuthors)
	}
}

// readNoun reads a noun for a work, with the year and the venue before it: "the
// 2025 Nature news feature", "his 1986 article".
func (r *reader) readNoun(i int) (next int) {
	r.noun = i
	if r.cur.Title == "" || r.cur.noun == "" && !r.titleFollows(i+1) {
		r.cur.noun = r.at(i).lower
	}
	r.close = true
	for at := i - 1; at >= 0 && at > i-7; at-- {
		t := r.at(at)
		if isYear(t) && !r.at(at-1).is("in") && !r.at(at+1).is(",") && r.cur.Year == "" {
			r.stateDate(&r.cur.Reference, r.dateEnding(at+1))
			break
		}
		if t.kind == mark && !isHyphen1(t) && !(t.is(",") && !r.at(at+1).capital) || t.is("in") {
			break
		}
	}
	r.readHolder(i)
	if workNouns[r.at(i).lower] == Book {
		return r.readBareBook(i)
	}
	return i + 1
}

// readBareBook reads the title of a book without quotation marks behind the noun
// at i: "in his book, The Organon of Medicine", "in the book The Analytical
// Chemistry".
func (r *reader) readBareBook(i int) (next int) {
	from := i + 1
	if r.at(from).is(",") {
		from++
	}
	next, ok := r.properPhrase(from)
	if !ok || next < from+3 {
		return i + 1
	}
	switch before := r.at(i - 1); {
	case r.cur.Title != "" && r.cur.Container == "" && (before.is("the") && r.at(i-2).is("in") || r.isContribution(i)):
		r.cur.held = true
		r.stateContainer(&r.cur.Reference, r.span(from, next))
	case r.cur.Title == "" && (before.is("his") || before.is("her") || before.is("their") || before.is("the") || before.is("s") || isYear(before)):
		r.state(&r.cur.Reference, fieldTitle, r.span(from, next))
	default:
		return i + 1
	}
	return next
}

// dateEnding is the longest date that ends right before token next.
func (s *sentence) dateEnding(next int) (d date) {
	for from := max(0, next-5); from < next; from++ {
		if d, end, ok := s.dateAt(from); ok && end == next {
			return d
		}
	}
	return date{}
}

// readHolder reads the name of a journal or a body before the noun at i: "the
// Atlantic Council report", "the BBC News article".
func (r *reader) readHolder(i int) {
	after := i + 1
	if r.at(after).is("by") {
		if _, next, ok := r.namesAt(after + 1); ok {
			after = next
		}
	}
	if !r.titleFollows(after) {
		return
	}
	last := i
	for last > 0 && r.at(last-1).kind == word && !r.at(last-1).capital && !neutral[r.at(last-1).lower] && last > i-2 {
		last--
	}
	from := last
	for from > 0 && (r.at(from-1).capital || from < last && (r.at(from-1).is("of") || r.at(from-1).is("and") || r.at(from-1).is("&") || r.at(from-1).is("for"))) {
		from--
	}
	for from > 1 && r.at(from-1).is(".") && r.isInitial(from-2) {
		from -= 2
	}
	for from < last && functionWords[r.at(from).lower] && !(r.at(from).is("the") && from > 0 && !r.at(from-1).is(".")) {
		from++
	}
	if from >= last || from == 0 && r.active {
		return
	}
	f := fieldContainer
	switch workNouns[r.at(i).lower] {
	case TechReport:
		f = fieldInstitution
	case Article:
	default:
		return
	}
	r.state(&r.cur.Reference, f, r.span(from, last))
}

// titleFollows tells whether a title stands at token i, perhaps behind "titled".
func (s *sentence) titleFollows(i int) bool {
	for n := 0; n < 3; n++ {
		if s.at(i+n).kind == quoted {
			return true
		}
		if !titleCues[s.at(i+n).lower] && !s.at(i+n).is(",") && !s.at(i+n).is(":") {
			return false
		}
	}
	return false
}

// readQuoted decides what the quotation at token i is.
func (r *reader) readQuoted(i int) (next int) {
	switch r.roleOf(i) {
	case fieldTitle:
		switch {
		case r.cur.Title == "":
		case r.contains(i):
			r.cur.noun = "chapter"
			r.cur.move(fieldTitle, fieldContainer)
		default:
			r.startWork(i)
		}
		r.state(&r.cur.Reference, fieldTitle, r.span(i, i+1))
		r.close = true
	case fieldContainer:
		if r.cur.Container == "" {
			r.cur.held = r.noun == i-1 || r.noun == i-2 && titleCues[r.at(i-1).lower] || !r.looksLikeVenue(i, i+1) && !containerNouns[r.at(i-1).lower]
			r.stateContainer(&r.cur.Reference, r.span(i, i+1))
		}
		r.close = true
	}
	return i + 1
}

// contains tells whether the title at i is that of a chapter which the book
// before it is said to contain.
func (r *reader) contains(i int) bool {
	if r.noun < 1 || r.at(r.noun).lower != "chapter" || workNouns[r.cur.noun] != Book || r.cur.Container != "" {
		return false
	}
	for at := r.noun - 1; at > r.noun-4; at-- {
		switch r.at(at).lower {
		case "contains", "includes", "features", "containing", "including":
			return true
		}
	}
	return false
}

// roleOf tells whether the quotation at i is a title, a container or, empty,
// neither.
func (r *reader) roleOf(i int) field {
	before := r.at(i - 1)
	if before.is(":") && authoringVerbs[r.at(i-2).lower] {
		return ""
	}
	if before.is(",") || before.is(":") {
		before = r.at(i - 2)
	}
	citing := r.cur.Title != ""
	switch {
	case containerNouns[before.lower]:
		return fieldContainer
	case titleCues[before.lower]:
		if r.namesNoWork(i) || (before.is("called") || before.is("named")) && workNouns[r.at(i-2).lower] == "" {
			return ""
		}
		return fieldTitle
	case before.is("in") || before.is("the") && r.at(i-2).is("in") || before.is("to") && citing:
		if citing || r.looksLikeVenue(i, i+1) && (r.active || len(r.cur.Authors) > 0) {
			return fieldContainer
		}
		return fieldTitle
	case workNouns[before.lower] != "":
		if workNouns[before.lower] == Book && r.cur.Container == "" && (citing && isHeld(r.cur.noun) || r.isContribution(i-1)) {
			return fieldContainer
		}
		if citing && r.noun == i-1 && r.isCiting(i-1) {
			return ""
		}
		return fieldTitle
	case notWorkNouns[before.lower]:
		return ""
	case authoringVerbs[before.lower], r.at(i-2).kind == word && authoringVerbs[r.at(i-2).lower] && (before.is("the") || before.is("a")):
		return fieldTitle
	case before.is("of"):
		if r.at(i-2).is("authors") || r.at(i-2).is("author") {
			return fieldTitle
		}
		return ""
	case before.is("and") && citing && (r.at(i-2).kind == quoted || r.active && r.verb && r.close):
		return fieldTitle
	case before.is("s") && isApostropheToken(r.at(i-2)) && r.active:
		return fieldTitle
	case i == 0 || i == 1 && r.at(0).is("the"):
		if r.at(i+1).is(",") && (r.at(i+2).is("edited") || r.at(i+2).is("published") || r.at(i+2).is("by") || r.at(i+2).is("authored")) {
			return fieldTitle
		}
		if r.at(i+1).is("by") || r.at(i+1).is("(") || r.at(i+1).is("published") || r.at(i+1).is("edited") || r.words(i+1, "was", "published") || workNouns[r.at(i+1).lower] != "" {
			return fieldTitle
		}
	case r.at(i+1).is("(") || r.at(i+1).is("published") || r.at(i+1).is("by"):
		if r.active && r.verb && r.close {
			return fieldTitle
		}
	}
	return ""
}

// isHeld tells whether a noun is that of a work that books hold.
func isHeld(noun string) bool {
	switch noun {
	case "book", "books", "monograph", "textbook", "volume":
		return false
	}
	return true
}

// isContribution tells whether the book at noun i is named for an untitled part
// of it: "his contribution to the book".
func (r *reader) isContribution(i int) bool {
	for at := i - 1; at > 0 && at > i-6; at-- {
		switch r.at(at).lower {
		case "contribution", "chapter":
			return r.at(at+1).is("to") || r.at(at+1).is("of") || r.at(at+1).is("in") && r.cur.Title == ""
		}
	}
	return false
}

// isCiting tells whether the noun at i is that of the survey which cites the
// work: "cited in section 2 of the paper 'Y'".
func (r *reader) isCiting(i int) bool {
	for at := i - 1; at > 0 && at > i-8; at-- {
		switch r.at(at).lower {
		case "cited", "cites", "section", "discussed", "mentioned", "referenced", "cite", "citing":
			return true
		}
		if r.at(at).kind == quoted {
			return false
		}
	}
	return false
}

// namesNoWork tells whether the noun that the title at i belongs to is none of a
// work: a course, a session. Without a noun an authoring verb has to stand there.
func (r *reader) namesNoWork(i int) bool {
	for at := i - 1; at >= 0; at-- {
		t := r.at(at)
		if workNouns[t.lower] != "" {
			return false
		}
		if notWorkNouns[t.lower] {
			return true
		}
		if t.kind == quoted {
			return false
		}
	}
	return !r.verb
}

// startWork begins another work at token i.
func (r *reader) startWork(i int) {
	r.finish()
	r.cur = &work{first: i}
	if r.noun > 0 {
		r.cur.noun = r.at(r.noun).lower
	}
}

// readBy reads who stands behind "by": a publisher, the authors.
func (r *reader) readBy(i int) (next int) {
	before := r.at(i - 1)
	from := i + 1
	if workNouns[before.lower] == "" && r.publishedBefore(i) {
		if list, next, ok := r.namesAt(from); ok && r.isPersonal(list) && len(r.cur.Authors) == 0 && !r.active && !r.isPublisher(from) {
			r.cur.stateNames(fieldAuthors, list, r.span(r.skipHonours(from), next))
			r.close = true
			return r.readAuthorYear(next)
		}
		return r.readPublisher(from)
	}
	list, next, ok := r.namesAt(from)
	if !ok {
		return i + 1
	}
	if r.active && r.verb && r.hasPeople(r.subject) {
		return next
	}
	if r.cur.Title == "" && r.cur.Container != "" && !r.close {
		return next
	}
	if r.close || r.ofNoun(before, list) || reports[before.lower] && (r.cur.Title == "" || authoringVerbs[before.lower] || before.is("written")) {
		r.cur.guessed = len(r.cur.Authors) == 0 && workNouns[before.lower] == ""
		r.cur.stateNames(fieldAuthors, list, r.span(r.skipHonours(from), next))
		r.close = true
	}
	return r.readAuthorYear(next)
}

func (r *reader) hasPeople(list nameList) bool { return len(list.names) > 0 && r.isPersonal(list) }

// ofNoun tells whether "by" several names, behind a plain noun, can belong to a
// noun for a work before it: "a review of randomized trials by A, B, and C".
func (r *reader) ofNoun(before token, list nameList) bool {
	return r.noun >= 0 && r.cur.Title == "" && before.kind == word && !before.capital && !strings.HasSuffix(before.lower, "ed") &&
		(len(list.names) > 1 || list.etAl) && r.isPersonal(list)
}

func (r *reader) readAuthorYear(i int) (next int) {
	if y := r.yearInParens(i); y != (Span{}) {
		r.state(&r.cur.Reference, fieldYear, y)
		return i + 3
	}
	return i
}

// publishedBefore tells whether the "by" at i belongs to "published in
// Cambridge by".
func (r *reader) publishedBefore(i int) bool {
	for at := i - 1; at > 0 && at > i-8; at-- {
		switch r.at(at).lower {
		case "published", "released", "issued", "printed":
			return true
		}
		if t := r.at(at); t.kind == quoted || t.is("authored") || t.is("edited") || t.is("written") {
			return false
		}
	}
	return false
}

// isPublisher tells whether the name at token i is a publisher's.
func (r *reader) isPublisher(i int) bool {
	if r.at(i).is("the") {
		i++
	}
	next, ok := r.properPhrase(i)
	if !ok {
		return false
	}
	for ; i < next; i++ {
		if publisherWords[r.at(i).lower] {
			return true
		}
	}
	return r.cur.noun == "book" || r.cur.noun == "chapter"
}

// publisherWords are words of publishers' names.
var publisherWords = wordSet("press", "publishing", "publishers", "publications", "publisher", "books", "verlag", "springer", "elsevier", "routledge", "wiley", "sage", "harpercollins",
	"pearson", "penguin", "mcgraw-hill", "palgrave", "macmillan", "blackwell", "norton", "vintage", "knopf", "random", "houghton", "mit", "basic", "simon", "doubleday", "picador", "kluwer",
	"birkhäuser", "éditions", "editions", "editorial", "imprint", "xlibris", "academic", "brill", "harper", "bantam", "bloomsbury", "polity", "verso", "guilford", "erlbaum", "ieee", "acm", "mdpi", "hachette", "scribner", "norton")

// readPublisher reads a publisher or the institution of a report.
func (r *reader) readPublisher(i int) (next int) {
	from := i
	if r.at(from).is("the") {
		from++
	}
	next, ok := r.publisherAt(from)
	if !ok {
		return i
	}
	for r.at(next).is("and") && r.at(next+1).is("the") {
		end, ok := r.publisherAt(next + 2)
		if !ok {
			break
		}
		next = end
	}
	r.state(&r.cur.Reference, fieldPublisher, r.span(from, next))
	r.close = true
	return next
}

// readEdited reads "edited by A", and "A edited".
func (r *reader) readEdited(i int) (next int) {
	r.close = true
	if r.at(i + 1).is("by") {
		list, next, ok := r.namesAt(i + 2)
		if !ok {
			return i + 2
		}
		r.cur.stateNames(fieldEditors, list, r.span(r.skipHonours(i+2), next))
		return next
	}
	if r.active && len(r.cur.Authors) == 0 && r.cur.Title == "" && r.at(i).is("edited") {
		r.cur.stateNames(fieldEditors, r.subject, r.subjects)
		r.subject = nameList{}
	}
	return i + 1
}

// readIn reads what stands behind "in": a date, a container, a place.
func (r *reader) readIn(i int) (next int) {
	at := i + 1
	if d, next, ok := r.dateAt(at); ok && !(r.at(next).capital && r.at(at).kind == number && !r.at(next).is("in")) {
		if r.close {
			r.stateDate(&r.cur.Reference, d)
		}
		return next
	}
	if r.at(at).kind == quoted {
		return i + 1
	}
	if t := r.at(at); isMonth(t) && r.at(at+1).kind != number && r.close && r.cur.Month == 0 {
		r.cur.Month = months[t.lower]
		r.cur.mark(fieldMonth, r.span(at, at+1))
		return at + 1
	}
	article := at
	if r.at(at).is("the") || r.at(at).is("a") || r.at(at).is("an") {
		at++
	}
	if r.at(at).is("journal") && !r.at(at).capital || r.at(at).is("magazine") || r.at(at).is("newspaper") {
		return at
	}
	if isYear(r.at(at)) && r.at(at+1).capital && r.at(article).is("the") && r.cur.Container == "" && !r.isMeeting(at, at+3) {
		if next, ok := r.properPhrase(at + 1); ok && !r.nounWithin(at+1, next) { // "in the 1999 Experimental Neurology"
			r.state(&r.cur.Reference, fieldYear, r.span(at, at+1))
			r.stateContainer(&r.cur.Reference, r.span(at+1, next))
			return next
		}
	}
	from := at
	if article < at && r.at(article).capital {
		from = article
	}
	next, ok := r.properPhrase(from)
	if !ok {
		return i + 1
	}
	if article < at && r.at(article).is("the") && r.at(at).is("the") {
		from = at
	}
	return r.placeOrContainer(i, from, next)
}

func (r *reader) nounWithin(from, next int) bool {
	return workNouns[r.at(next).lower] != "" && !r.at(next).capital
}

// placeOrContainer decides what the name behind the "in" at token i is.
func (r *reader) placeOrContainer(i, from, next int) int {
	ref := &r.cur.Reference
	if r.nounWithin(from, next) { // "in a BBC News article"
		if isYear(r.at(from)) {
			from++
		}
		r.stateContainer(ref, r.span(from, next))
		return next
	}
	venue := r.looksLikeVenue(from, next)
	switch {
	case r.close && (ref.Publisher != "" || ref.Container != "" && r.isMeetingName(ref.Container)) && ref.Address == "":
		if end, ok := r.placeAt(from); ok {
			r.state(ref, fieldAddress, r.span(from, end))
			return end
		}
	case r.close && ref.Publisher == "" && ref.Address == "" && r.publisherFollows(from):
		end, _ := r.placeAt(from)
		r.state(ref, fieldAddress, r.span(from, end))
		return end
	case ref.Container != "":
	case r.close && (ref.Title != "" || r.verb || r.noun >= 0 || len(ref.Authors) > 0) || venue && (r.active || ref.Title != "" || len(ref.Authors) > 0):
		if isPlace(r.sentence, from) && !venue {
			return next
		}
		r.stateContainer(ref, r.span(from, next))
		r.close = true
		return next
	}
	return next
}

// publisherFollows tells whether the place at i goes on with its publisher: "New
// Brunswick, NJ by Rutgers University Press".
func (r *reader) publisherFollows(i int) bool {
	end, ok := r.placeAt(i)
	return ok && r.at(end).is("by") && r.isPublisher(end+1)
}

func (r *reader) isMeetingName(name string) bool {
	s := newSentence(name)
	return s.isMeeting(0, len(s.tokens))
}

// readAt reads the meeting, or the university of a thesis, behind "at".
func (r *reader) readAt(i int) (next int) {
	from := i + 1
	if r.at(from).is("the") {
		from++
	}
	next, ok := r.properPhrase(from)
	if !ok || !r.close {
		return i + 1
	}
	switch {
	case workNouns[r.cur.noun] == PhDThesis:
		r.state(&r.cur.Reference, fieldInstitution, r.span(from, next))
	case r.isMeeting(from, next) || r.looksLikeVenue(from, next):
		r.cur.meeting = true
		r.stateContainer(&r.cur.Reference, r.span(from, next))
	default:
		return i + 1
	}
	r.close = true
	return next
}

// readAccording reads "according to A": whoever else the sentence is about, A or
// the authors of what follows are the ones to be named.
func (r *reader) readAccording(i int) (next int) {
	if r.cur.Title == "" {
		r.active, r.subject = false, nameList{}
	}
	list, next, ok := r.namesAt(i + 2)
	if !ok || len(r.cur.Authors) > 0 || r.cur.Title != "" {
		return i + 2
	}
	r.cur.stateNames(fieldAuthors, list, r.span(r.skipHonours(i+2), next))
	r.close = true
	return r.readAuthorYear(next)
}

// readFor reads what stands behind "for" and "through": the newspaper that an
// article was written for, the body that a working paper was.
func (r *reader) readFor(i int) (next int) {
	from := i + 1
	if r.at(from).is("the") {
		from++
	}
	next, ok := r.properPhrase(from)
	if !ok || !r.close || !r.verb || r.cur.Title == "" {
		return i + 1
	}
	ref := &r.cur.Reference
	switch {
	case r.at(i).is("through"):
		return r.readPublisher(i + 1)
	case workNouns[r.cur.noun] == TechReport:
		r.state(ref, fieldInstitution, r.span(from, next))
	case ref.Container == "" && r.at(i-1).kind == quoted && r.looksLikeVenue(from, next):
		r.stateContainer(ref, r.span(from, next))
	}
	return next
}

// readSeries reads "part of the series S", "part of the S series".
func (r *reader) readSeries(i int) (next int) {
	from := i + 2
	if r.at(from).is("the") {
		from++
	}
	called := r.at(from).is("series")
	if called {
		from++
	}
	next, ok := r.properPhrase(from)
	if r.at(from).kind == quoted {
		next, ok = from+1, true
	}
	if !ok || r.cur.Title == "" || !called && !r.at(next).is("series") {
		return i + 2
	}
	r.state(&r.cur.Reference, fieldSeries, r.span(from, next))
	return next
}

// readSame gives the work the container of the one before: "in the same journal".
func (r *reader) readSame(i int) (next int) {
	if n := len(r.works); n > 0 && r.cur.Container == "" {
		if sp, ok := r.works[n-1].Spans[string(fieldContainer)]; ok {
			r.stateContainer(&r.cur.Reference, sp)
		}
	}
	r.close = true
	return i + 2
}

// readContainerNoun reads the name behind "the journal".
func (r *reader) readContainerNoun(i int) (next int) {
	if r.at(i).capital {
		return i + 1
	}
	from := i + 1
	next, ok := r.properPhrase(from)
	if !ok {
		return i + 1
	}
	r.stateContainer(&r.cur.Reference, r.span(from, next))
	r.close = true
	return next
}

// readEdition reads "5th edition", "Second Edition".
func (r *reader) readEdition(i int) (next int) {
	if t := r.at(i - 1); (t.kind == number && !isYear(t) || ordinals[t.lower] > 0) && (r.close || r.cur.Title != "") {
		r.state(&r.cur.Reference, fieldEdition, r.span(i-1, i))
	}
	return i + 1
}

// readParens reads the parentheses at token i: dates, locators, identifiers, a
// publisher, or authors right behind a title.
func (r *reader) readParens(i int) (next int) {
	ref := &r.cur.Reference
	end := i + 1
	for depth := 1; end < len(r.tokens); end++ {
		if t := r.at(end); t.is("(") || t.is("[") {
			depth++
		} else if t.is(")") || t.is("]") {
			if depth--; depth == 0 {
				break
			}
		}
	}
	behindTitle := r.at(i-1).kind == quoted && ref.Title != ""
	if r.hasPeople(r.subject) && r.at(i-1).end == r.subjects[1] {
		if n, ok := r.properPhrase(i + 1); ok && r.at(n).kind == number {
			r.active, r.close = true, true
			r.stateContainer(ref, r.span(i+1, n))
		}
	}
	for at := i + 1; at < end; {
		if n, ok := r.readIdentifier(at, ref); ok {
			at = n
			continue
		}
		if !r.close {
			at++
			continue
		}
		if d, n, ok := r.dateAt(at); ok && (n >= end || !r.at(n).is("(")) && (behindTitle || ref.Title != "" || ref.Container != "") {
			r.stateDate(ref, d)
			at = n
			continue
		}
		if n, ok := r.readLocator(at, ref); ok {
			at = n
			continue
		}
		if r.at(at).is("edition") {
			at = r.readEdition(at)
			continue
		}
		if behindTitle || ref.Container != "" && at == i+1 {
			if list, n, ok := r.namesAt(at); ok && (list.etAl || len(list.names) > 1) && len(ref.Authors) == 0 && !r.active && n <= end {
				ref.stateNames(fieldAuthors, list, r.span(at, n))
				at = n
				continue
			}
			if n, ok := r.properPhrase(at); ok && n <= end && (n == end || r.at(n).is(",")) && r.isPublisher(at) {
				r.state(ref, fieldPublisher, r.span(at, n))
				at = n
				continue
			}
		}
		at++
	}
	return end + 1
}

// finish closes the work at hand and keeps it if it is one.
func (r *reader) finish() {
	w := r.cur
	if len(w.Authors) == 0 && r.active && len(r.subject.names) > 0 {
		w.stateNames(fieldAuthors, r.subject, r.subjects)
		w.issuers = r.slice(r.subjects)
	} else {
		w.issued = false
	}
	if w.Title == "" && (len(w.Authors) == 0 || w.Container == "" && w.Publisher == "") {
		return
	}
	if r.opening.year != (Span{}) && r.active {
		r.stateDate(&w.Reference, r.opening)
	}
	r.works = append(r.works, w)
}
