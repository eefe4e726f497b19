package venue

import (
	"slices"
	"strings"
	"unicode"

	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// A Reading is what a name says of which venue it means.
type Reading struct {
	Venues   []*Venue // of the table of venues, each once; several for what was held jointly
	Whole    bool     // it means them, and nothing that is held beside them or is called alike
	Workshop bool     // it means a workshop
	Findings bool     // it means the second volume of a meeting
}

// Read reads the name of a venue. It means a venue of the table only if nothing of
// content is left over: neither "ICML Workshop on Felt" nor "International Conference
// on Machine Learning and Felt" is ICML, while acronym, year, ordinal, sponsor, place
// and days make no difference. It knows the words of titles by their abbreviations.
func Read(name string) Reading {
	if len(name) > maxVenue {
		name = strings.ToValidUTF8(name[:maxVenue], "")
	}
	r := reader{parts: partsOf(name)}
	r.isBeside = strings.Contains(name, "@")
	r.read()
	return Reading{r.venues, len(r.venues) > 0 && !r.isBeside, r.isWorkshop, r.isFindings}
}

// part is what is between two marks of punctuation in a name.
type part struct {
	text  string
	words []string // folded
	title
	inParentheses bool
}

// partsOf cuts a name where punctuation does. A dash cuts only between spaces.
func partsOf(name string) (parts []part) {
	depth, start := 0, 0
	cut := func(end, next int) {
		if words := wordsOf(name[start:end]); len(words) > 0 {
			parts = append(parts, part{text: name[start:end], words: words, title: titleOf(words), inParentheses: depth > 0})
		}
		start = next
	}
	for i, r := range name {
		switch {
		case strings.ContainsRune(",:;([{)]}|@", r), (text.IsHyphen(r) || r == '–' || r == '—') && isSpaced(name, i, r):
			cut(i, i+len(string(r)))
			if strings.ContainsRune("([{", r) {
				depth++
			} else if strings.ContainsRune(")]}", r) {
				depth = max(depth-1, 0)
			}
		}
	}
	cut(len(name), len(name))
	return parts
}

// wordsOf folds the words of a name. The year after an acronym is one of its own:
// "ICML'23".
func wordsOf(name string) []string {
	for _, apostrophe := range [...]string{"'", "’", "`"} {
		if at := strings.Index(name, apostrophe); at >= 0 && at+len(apostrophe) < len(name) && text.IsDigit(name[at+len(apostrophe)]) {
			name = name[:at] + " " + name[at+len(apostrophe):]
		}
	}
	return fold.Words(name)
}

func isSpaced(name string, at int, r rune) bool {
	after := at + len(string(r))
	return at > 0 && name[at-1] == ' ' && after < len(name) && name[after] == ' '
}

// reader reads the parts of a name.
type reader struct {
	parts      []part
	venues     []*Venue
	isBeside   bool // something of content is left over
	isWorkshop bool
	isFindings bool
	head       []string // words of parts before the first that names a venue
}

func (r *reader) read() {
	for i := 0; i < len(r.parts); {
		if r.namesCompany(i) {
			r.parts = slices.Delete(r.parts, i, i+1)
			continue
		}
		used := r.match(i)
		if used == 0 {
			r.leftOver(i)
			used = 1
		}
		i += used
	}
	for _, p := range r.parts {
		r.isFindings = r.isFindings || slices.ContainsFunc(p.words, isFindings)
		r.isWorkshop = r.isWorkshop || slices.ContainsFunc(p.words, func(w string) bool { return workshopWords[w] })
	}
	if len(r.head) > 0 && !slices.ContainsFunc(r.venues, func(v *Venue) bool { return v.hasTopic(r.head) }) {
		r.isBeside = true
	}
}

// namesCompany reports whether a part says what was held with a meeting that is named
// before it: "ACM Multimedia, with co-located workshops".
func (r *reader) namesCompany(i int) bool {
	return len(r.venues) > 0 && r.parts[i].words[0] == "with"
}

// isSymposium reports whether a part calls itself a symposium: a conference may have
// a series of them beside it.
func (p *part) isSymposium() bool {
	return slices.Contains(p.words, "symposium") || slices.Contains(p.words, "symposia")
}

func (v *Venue) isSymposium() bool {
	return slices.ContainsFunc(v.names, func(name string) bool { return strings.Contains(name, "Symposium") })
}

func isFindings(word string) bool { return word == "findings" }

var workshopWords = wordSet("workshop workshops wksp workshopp")

// longestTitle is how many parts the name of a venue of the table has at most:
// "Fairness, Accountability, and Transparency".
const longestTitle = 4

// match takes the parts from i on that name a venue of the table, as many as do.
func (r *reader) match(i int) (used int) {
	if found := r.parts[i].onlyAcronyms(); len(found) > 1 {
		for _, v := range found {
			r.add(v)
		}
		return 1
	}
	for used = min(longestTitle, len(r.parts)-i); used > 0; used-- {
		var t title
		for _, p := range r.parts[i : i+used] {
			t.words = append(t.words, p.title.words...)
			t.isMeeting, t.isProceedings = t.isMeeting || p.isMeeting, t.isProceedings || p.isProceedings
		}
		v := t.find()
		if v == nil {
			v = t.without(isFindings).find()
		}
		if v != nil {
			r.add(v)
			r.isBeside = r.isBeside || r.parts[i].isSymposium() && !v.isSymposium()
			return used
		}
	}
	if found := r.parts[i].joint(); found != nil {
		for _, v := range found {
			r.add(v)
		}
		return 1
	}
	return 0
}

func (r *reader) add(v *Venue) {
	if !slices.ContainsFunc(r.venues, func(other *Venue) bool { return other.Name == v.Name }) {
		r.venues = append(r.venues, v)
	}
}

// onlyAcronyms returns the venues of a part that has nothing but their acronyms, as
// "ACL-IJCNLP" and "SIGMOD/PODS", though the first may be a sponsor elsewhere.
func (p *part) onlyAcronyms() (found []*Venue) {
	if found = p.acronyms(); len(found) == len(p.title.words) {
		return found
	}
	return nil
}

// joint returns the venues of what was held jointly: "and" is between two names, of
// which the table may not have the second.
func (p *part) joint() (found []*Venue) {
	for i, word := range p.words {
		if word != "and" {
			continue
		}
		first, second := titleOf(p.words[:i]), titleOf(p.words[i+1:])
		v := first.find()
		switch other := second.find(); {
		case v != nil && other != nil:
			return []*Venue{v, other}
		case v != nil && second.isMeeting && first.isMeeting:
			return []*Venue{v}
		}
	}
	return nil
}

// leftOver judges a part that names no venue of the table.
func (r *reader) leftOver(i int) {
	p := &r.parts[i]
	switch {
	case len(p.title.words) == 0:
	case slices.ContainsFunc(p.words, func(w string) bool { return besideWords[w] || workshopWords[w] }):
		r.isBeside = true
		r.addNamed(p)
	case len(r.venues) == 0:
		r.head = append(r.head, p.title.words...)
		r.addNamed(p)
	case p.isMeeting || p.hasAcronym():
		// Another meeting that was held with it.
	case r.continues(i):
		r.isBeside = true
	}
}

// addNamed adds the venues whose acronyms are among the words of a part that has
// other content.
func (r *reader) addNamed(p *part) {
	for _, v := range p.acronyms() {
		r.add(v)
		r.isBeside = true
	}
}

// acronyms returns the venues whose acronyms are among the words of a part.
func (p *part) acronyms() (found []*Venue) {
	for word := range strings.FieldsFuncSeq(p.text, func(r rune) bool { return !unicode.IsLetter(r) && r != '*' }) {
		if !isAcronym(word) {
			continue
		}
		if v := (title{words: []string{strings.ToLower(word)}}).find(); v != nil {
			found = append(found, v)
		}
	}
	return found
}

// isAcronym reports whether a word is written as acronyms are: with two capitals or
// more among three letters or more.
func isAcronym(word string) bool {
	capitals := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals >= 2 && len(word) >= 3
}

func (p *part) hasAcronym() bool {
	for word := range strings.FieldsSeq(p.text) {
		if isAcronym(word) && !countryAcronyms[word] {
			return true
		}
	}
	return false
}

var countryAcronyms = wordSet("USA UAE")

// continues reports whether a part goes on with a name rather than saying where the
// meeting was: an "and" stands between its words or before a later one, as in
// "Computer Vision, Image and Deep Learning".
func (r *reader) continues(i int) bool {
	for _, p := range r.parts[i:] {
		if p.inParentheses {
			return false
		}
		at := slices.Index(p.words, "and")
		if at >= 0 && !slices.ContainsFunc(p.words, func(w string) bool { return placeWords[w] || text.IsDigit(w[0]) }) {
			return true
		}
		if p.isMeeting {
			return false
		}
	}
	return false
}

// placeWords are of places that have "and" in their names, and of meetings held in
// two places.
var placeWords = wordSet("tobago herzegovina barbuda labrador nevis principe grenadines miquelon futuna caicos virtual online hybrid island islands")

// besideWords are of what is held or published beside a meeting.
var besideWords = wordSet("companion adjunct extended abstract abstracts demo demos demonstration demonstrations posters industry industrial student students doctoral",

	"consortium tutorial tutorials forum newsletter explorations fall spring summer competition competitions challenge challenges submitted submission submissions",
	"review rejected withdrawn satellite blogpost blogposts tiny benchmarks track session panel late breaking keynote ea preprint")

// hasTopic reports whether all words of a heading are of a venue's name, as those of
// "Computer Vision" before "ECCV 2022" are, or nearly all of many.
func (v *Venue) hasTopic(heading []string) bool {
	for _, name := range v.names {
		words := titleOf(wordsOf(name)).words
		common := 0
		for _, word := range heading {
			if slices.Contains(words, word) {
				common++
			}
		}
		if common == len(heading) || common >= 3 && 4*common >= 3*max(len(heading), len(words)) {
			return true
		}
	}
	return false
}

// SharesWord reports whether one of some words, by their abbreviations, is in a name of
// a venue.
func (v *Venue) SharesWord(words []string) bool {
	return slices.ContainsFunc(v.names, func(name string) bool {
		return slices.ContainsFunc(TitleWords(name), func(word string) bool { return slices.Contains(words, word) })
	})
}
