package citation

// A formatted reference is a line of a reference list, not a sentence:
//
//	reference = [label] names ["editors"] [year] title {part}
//	names     = name {sep name} ["et al."]
//	year      = "(" date ")" "." | "." date "."
//	title     = quoted | words "."
//	part      = identifier | locator | date | edition | genre | editors | "In" holder | imprint | words
//
// The styles (APA, MLA, Chicago, Vancouver, IEEE, ACL, NeurIPS) differ in the
// order of these parts and in the marks between them, not in the parts.
type formatted struct {
	*sentence
	work    work
	quoted  bool // the title stands in quotation marks
	undated bool // "n.d." stands for the year
	online  bool // the work was looked up online
	unread  int  // words that say nothing of the work
}

// mostUnread is how many words of a formatted reference may say nothing of the
// work, such as "Epub ahead of print". A text with more of them is running text.
const mostUnread = 6

// readFormatted reads the text as a formatted reference, if it is one.
func (s *sentence) readFormatted() (w work, ok bool) {
	if !s.hasMarks() || s.tellsStory() {
		return work{}, false
	}
	f := formatted{sentence: s}
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
	if f.unread > mostUnread || !f.isFound() {
		return work{}, false
	}
	return f.work, true
}

// isFound tells whether the reference says when the work came out and where it is
// to be found. Of what is online the date may be unknown.
func (f *formatted) isFound() bool {
	w := &f.work
	if w.Year == "" && yearInside(w.Container) < 0 {
		return (f.quoted || f.undated) && w.URL != "" && w.Container != ""
	}
	return w.Container != "" || w.Publisher != "" || w.Institution != "" || w.ArXiv != "" || w.Preprint || w.URL != "" || w.webPage
}

// tellsStory tells whether somebody does something in the text, as in a sentence.
func (s *sentence) tellsStory() bool {
	for i := range s.tokens {
		switch t := s.at(i); t.lower {
		case "published":
			_, _, dated := s.dateAt(i + 1)
			if !dated || !t.capital && !s.at(i-1).is("work") { // "Published May 3, 2020", "Original work published 1950"
				return true
			}
		case "authored", "wrote", "according", "titled":
			return true
		case ")":
			if s.at(i+1).is(",") && s.at(i+2).kind == word && !s.at(i+2).capital && isVerb(s.at(i+2)) && !s.at(i+2).in(locatorLabels) { // "(1992), is cited"
				return true
			}
		}
	}
	return false
}

// hasMarks tells whether the text has what every reference has: a year, if only
// that of a visit, and a full stop before another part, a quotation, or an imprint
// in parentheses.
func (s *sentence) hasMarks() bool {
	if !s.dated {
		return false
	}
	paren := false
	for i := range s.tokens {
		switch t := s.at(i); {
		case t.is("("):
			paren = true
		case t.kind == quoted, t.is(":") && paren, t.is(".") && titleFollowsStop(s.text, t.end):
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
	if f.undated = f.words(open, "(", "n", ".", "d", ".", ")"); f.undated {
		return open + 6, true
	}
	d, next, ok := f.dateAt(inside)
	if !ok && isYearOfMention(f.at(inside)) {
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
			next = f.lastDay(next+1, &d)
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

// lastDay reads the other end of a range of days: "12–15".
func (f *formatted) lastDay(i int, d *date) (next int) {
	if d.day == (Span{}) || d.day[1] != f.at(i-1).end || !isDash(f.at(i)) || !isDay(f.at(i+1)) {
		return i
	}
	d.day[1] = daySpan(f.at(i + 1))[1]
	return i + 2
}
