package citation

// work is a reference while it is being read.
type work struct {
	Reference
	noun    string // the noun by which the sentence calls it: "paper", "book"
	first   int    // the token where its part of the sentence begins
	thesis  string // "master", "doctoral"
	authors bool   // names were taken over from the work before
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
	list, next, ok := r.namesAt(from)
	if !ok {
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
	case len(list.names) == 1 && !list.etAl && list.names[0].Given == "" && !r.active:
		r.subject = nameList{}
		return i, false
	default:
		r.active = true
	}
	return next, true
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
	case t.is("published") || t.is("appeared") || t.is("appearing") || t.is("publishes"):
		r.close, r.verb = true, true
		return i + 1
	case authoringVerbs[t.lower] && t.kind == word:
		r.close, r.verb = true, true
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
	case containerNouns[t.lower]:
		return r.readContainerNoun(i)
	case workNouns[t.lower] != "":
		return r.readNoun(i)
	case t.is("edition"):
		return r.readEdition(i)
	}
	if d, next, ok := r.dateAt(i); ok && r.close && r.at(i-1).is(",") {
		r.stateDate(&r.cur.Reference, d)
		return next
	}
	if t.kind == word && !neutral[t.lower] {
		r.close = false
	}
	return i + 1
}

// readNoun reads a noun for a work, with the year and the venue before it: "the
// 2025 Nature news feature", "his 1986 article".
func (r *reader) readNoun(i int) (next int) {
	r.noun = i
	if r.cur.noun == "" || r.cur.Title == "" {
		r.cur.noun = r.at(i).lower
	}
	r.close = true
	for at := i - 1; at >= 0 && at > i-7; at-- {
		t := r.at(at)
		if isYear(t) && !r.at(at-1).is("in") && !r.at(at+1).is(",") && r.cur.Title == "" {
			d, _, ok := r.dateAt(at)
			if isMonth(r.at(at - 1)) {
				d, _, ok = r.dateAt(at - 1)
			}
			if ok {
				r.stateDate(&r.cur.Reference, d)
			}
			break
		}
		if t.kind == mark && !t.is("-") || t.is("in") {
			break
		}
	}
	r.readHolder(i)
	return i + 1
}

// readHolder reads the name of a journal or a body before the noun at i: "the
// Atlantic Council report", "the BBC News article".
func (r *reader) readHolder(i int) {
	if !r.titleFollows(i + 1) {
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
	for from < last && notNames[r.at(from).lower] && !(r.at(from).is("the") && from > 0 && !r.at(from-1).is(".")) {
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
		if r.cur.Title != "" {
			r.startWork(i)
		}
		r.state(&r.cur.Reference, fieldTitle, r.span(i, i+1))
		r.close = true
	case fieldContainer:
		r.state(&r.cur.Reference, fieldContainer, r.span(i, i+1))
		r.close = true
	}
	return i + 1
}

// roleOf tells whether the quotation at i is a title, a container or, empty,
// neither.
func (r *reader) roleOf(i int) field {
	before := r.at(i - 1)
	if before.is(",") || before.is(":") {
		before = r.at(i - 2)
	}
	citing := r.cur.Title != ""
	switch {
	case containerNouns[before.lower]:
		return fieldContainer
	case titleCues[before.lower]:
		if r.namesNoWork(i) {
			return ""
		}
		return fieldTitle
	case before.is("in") || before.is("to") && citing:
		if citing {
			return fieldContainer
		}
		return fieldTitle
	case workNouns[before.lower] != "":
		if citing && workNouns[before.lower] == Book && r.cur.Container == "" && isHeld(r.cur.noun) {
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
	case before.is("and") && r.at(i-2).kind == quoted && citing:
		return fieldTitle
	case before.is("s") && isApostropheToken(r.at(i-2)) && r.active:
		return fieldTitle
	case i == 0 || i == 1 && r.at(0).is("the"):
		if r.at(i+1).is("by") || r.at(i+1).is("(") || r.at(i+1).is("published") || r.at(i+1).is("edited") || r.words(i+1, "was", "published") || workNouns[r.at(i+1).lower] != "" {
			return fieldTitle
		}
	case r.at(i+1).is("(") || r.at(i+1).is("published") || r.at(i+1).is("by"):
		if r.active && r.verb {
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
// work: a course, a session.
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
	return false
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
	if before.is("published") || before.is("released") || before.is("issued") || r.publishedBefore(i) {
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
	if r.close || reports[before.lower] {
		r.cur.stateNames(fieldAuthors, list, r.span(r.skipHonours(from), next))
		if !r.active {
			r.active = len(r.cur.Authors) > 0
		}
		r.close = true
	}
	return r.readAuthorYear(next)
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
		if r.at(at).is("published") {
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
			r.state(&r.cur.Reference, fieldContainer, r.span(at+1, next))
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
		r.state(ref, fieldContainer, r.span(from, next))
		return next
	}
	venue := r.looksLikeVenue(from, next)
	switch {
	case r.close && (ref.Publisher != "" || r.at(next).is("by") || ref.Container != "" && r.isMeetingName(ref.Container)) && ref.Address == "":
		if end, ok := r.placeAt(from); ok {
			r.state(ref, fieldAddress, r.span(from, end))
			return end
		}
	case ref.Container != "":
	case r.close && (ref.Title != "" || r.verb || r.noun >= 0) || venue && (r.active || ref.Title != "" || len(ref.Authors) > 0):
		if isPlace(r.sentence, from) && !venue {
			return next
		}
		r.state(ref, fieldContainer, r.span(from, next))
		r.close = true
		return next
	}
	return next
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
		r.state(&r.cur.Reference, fieldContainer, r.span(from, next))
	default:
		return i + 1
	}
	r.close = true
	return next
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
	r.state(&r.cur.Reference, fieldContainer, r.span(from, next))
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
			if list, n, ok := r.namesAt(at); ok && (list.etAl || len(list.names) > 1) && len(ref.Authors) == 0 && n <= end {
				ref.stateNames(fieldAuthors, list, r.span(at, n))
				at = n
				continue
			}
			if n, ok := r.properPhrase(at); ok && n < end && r.isPublisher(at) {
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
	}
	if w.Title == "" && (len(w.Authors) == 0 || w.Container == "" && w.Publisher == "") {
		return
	}
	if r.opening.year != (Span{}) {
		r.stateDate(&w.Reference, r.opening)
	}
	r.works = append(r.works, w)
}
