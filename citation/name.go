package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameList is a list of people and bodies.
type nameList struct {
	names []Name
	etAl  bool
}

// String is the name as it is spoken: given names first.
func (n Name) String() string {
	if n.Literal != "" {
		return n.Literal
	}
	parts := make([]string, 0, 4)
	for _, part := range []string{n.Given, n.Particle, n.Family, n.Suffix} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// isInitials reports whether a word is one to four capital letters, perhaps with
// hyphens, glued as in "Miller MA" and "Alayrac J-B".
func isInitials(t *token) bool {
	if t.kind != word || len(t.text) > 9 {
		return false
	}
	letters := 0
	for _, r := range t.text {
		switch {
		case unicode.IsUpper(r):
			letters++
		case !isHyphen(r):
			return false
		}
	}
	return letters >= 1 && letters <= 4
}

// isInitial reports whether tokens i and i+1 are one initial: "J." (or "Yu.").
func (s *sentence) isInitial(i int) bool {
	t := s.at(i)
	if t.kind != word || !t.capital || !s.at(i+1).is(".") || s.at(i+1).start != t.end {
		return false
	}
	letters := utf8.RuneCountInString(t.text)
	return letters == 1 || letters == 3 && isHyphen(rune(t.text[1])) || letters == 2 && !isSuffix(t) && t.lower != "st" && !t.in(honours) && t.lower != "al"
}

// initials reads a run of initials at i: "J. D.", "J.-B.", "JD", "J D".
func (s *sentence) initials(i int) (next int) {
	for next = i; ; {
		switch {
		case s.isInitial(next):
			next += 2
		case isHyphen1(s.at(next)) && s.isInitial(next+1):
			next += 3
		case isInitials(s.at(next)) && (!s.isNameWord(next+1) || isInitials(s.at(next+1))) && (next == i || !isNumeral(s.at(next))):
			next++
		default:
			return next
		}
	}
}

// isNumeral reports whether a token is one of the numerals after names.
func isNumeral(t *token) bool { return t.text == "II" || t.text == "III" || t.text == "IV" }

// isSuffix reports whether a token is what follows a whole name: "Jr", "III". "JR" is
// initials.
func isSuffix(t *token) bool {
	return t.in(suffixes) && (isNumeral(t) || t.text != strings.ToUpper(t.text))
}

func isHyphen1(t *token) bool { return t.kind == mark && t.text == "-" }

// isNameWord reports whether token i can be a whole word of a personal name.
func (s *sentence) isNameWord(i int) bool {
	t := s.at(i)
	if t.kind != word || !t.capital || t.in(functionWords) && !s.continuesName(i) || t.in(notNames) || isSuffix(t) || isMonthBeforeNumber(s, i) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.text)
	if !unicode.IsUpper(r) {
		return strings.IndexFunc(t.text, isHyphenOrApostrophe) > 0
	}
	return true
}

// continuesName reports whether the word at i comes right after another that can
// belong to a name, so that even "An" may be a name.
func (s *sentence) continuesName(i int) bool {
	if i == 0 && s.at(0).is("an") { // the Chinese name
		return s.at(1).capital && s.at(2).in(authoringVerbs)
	}
	before := s.at(i - 1)
	if before.kind == word && before.capital && !before.in(functionWords|notNames) {
		return true
	}
	if s.at(i).is("he") || s.at(i).is("she") { // Chinese names as well
		after := s.at(i + 1)
		return after.kind != word || after.capital || after.in(nameGlue)
	}
	return false
}

func isHyphenOrApostrophe(r rune) bool { return isHyphen(r) || isApostrophe(r) }

func isMonthBeforeNumber(s *sentence, i int) bool {
	return isMonth(s.at(i)) && s.at(i+1).kind == number
}

// familyAt reads a family name at i with its particles: "van der Heijden".
// Where there are several capitalised words only the first is taken.
func (s *sentence) familyAt(i int) (next int, ok bool) {
	next = i
	if s.at(next).is("v") && !s.at(next).capital && s.at(next+1).is(".") && s.at(next-1).is(".") { // "K. v. Klitzing"
		next += 2
	}
	for s.at(next).in(particles) && (!s.at(next).capital || s.isNameWord(next+1) || s.at(next+1).in(particles) || s.at(next).is("st") && s.at(next+1).is(".")) {
		if s.at(next).capital && (s.at(next+1).is(".") && !s.at(next).is("st") || isInitials(s.at(next+1)) || len(s.at(next).text) == 1) {
			break
		}
		next++
		if s.at(next).is(".") && s.at(next-1).is("st") {
			next++
		}
	}
	if !s.isNameWord(next) {
		return i, false
	}
	return next + 1, true
}

// personAt reads one personal name at i, in any of the styles
//
//	Smith, J. D.   Smith JD   Smith J. D.   J. D. Smith   John D. van Smith Jr.   Smith
func (s *sentence) personAt(i int) (n Name, next int, ok bool) {
	if family, ok := s.familyRun(i); ok {
		if n, next, ok := s.invertedAt(i, family); ok {
			return n, next, true
		}
	}
	return s.naturalAt(i)
}

// familyRun reads particles and capitalised words that can be a family name:
// "de Freitas Lins Neto". The words must not be initials.
func (s *sentence) familyRun(i int) (next int, ok bool) {
	next, ok = s.familyAt(i)
	if !ok || isInitials(s.at(next-1)) && utf8.RuneCountInString(s.at(next-1).text) == 1 {
		return i, false
	}
	for n := 1; n < 4; n++ {
		after, ok := s.familyAt(next)
		if !ok || isInitials(s.at(next)) || s.isInitial(next) || isSuffix(s.at(after-1)) {
			break
		}
		next = after
	}
	return next, true
}

// invertedAt reads the given names after a family name that ends before token
// family: "Smith, J. D.", "Smith JD", "Morris RC Jr".
func (s *sentence) invertedAt(i, family int) (n Name, next int, ok bool) {
	next = family
	n = s.family(i, family)
	if given, ok := s.suffixBeforeInitials(next, &n); ok { // "Hart III, J."
		next = given
	}
	if s.at(next).is(",") {
		after := s.initials(next + 1)
		if after == next+1 || after == next+2 && len(s.at(next+1).text) > 3 || s.isNameWord(after) || s.at(after).in(particles) && s.isNameWord(after+1) && !s.at(after).is("y") {
			return Name{}, i, false
		}
		n.Given = s.slice(s.span(next+1, after))
		next = after
	} else {
		after := s.initials(next)
		_, spoken := s.familyAt(after) // "Ann B. de Waal"
		if after == next || s.at(after-1).is(".") && spoken || s.at(next).capital && isAcronymBeforeParen(s, next, after) {
			return Name{}, i, false
		}
		n.Given = s.slice(s.span(next, after))
		next = after
	}
	next = s.suffixAt(next, &n)
	return n, next, true
}

// isAcronymBeforeParen reports whether what looks like initials names a body
// and not for given names.
func isAcronymBeforeParen(s *sentence, i, next int) bool {
	return next == i+1 && len(s.at(i).text) >= 4 && !s.at(next).is(",")
}

// suffixBeforeInitials reads the suffix at i after a family name if a comma and
// initials follow; next is the comma.
func (s *sentence) suffixBeforeInitials(i int, n *Name) (next int, ok bool) {
	if !isSuffix(s.at(i)) {
		return i, false
	}
	suffixed := *n
	next = s.suffixAt(i, &suffixed)
	if next == i || !s.at(next).is(",") || s.initials(next+1) == next+1 {
		return i, false
	}
	*n = suffixed
	return next, true
}

// suffixAt reads "Jr." and the like after a name.
func (s *sentence) suffixAt(i int, n *Name) (next int) {
	at := i
	if s.at(at).is(",") {
		at++
	}
	if !isSuffix(s.at(at)) || !s.at(at).capital && s.at(at).kind == word || s.at(at+1).is("ed") {
		return i
	}
	next = at + 1
	if s.at(next).is(".") && s.at(next).start == s.at(at).end && !isNumeral(s.at(at)) {
		next++
	}
	n.Suffix = s.slice(s.span(at, next))
	return next
}

// naturalAt reads a name in the order of speech: "J. D. Smith", "John van der
// Berg Jr.", "Smith".
func (s *sentence) naturalAt(i int) (n Name, next int, ok bool) {
	next = s.initialsBefore(i)
	last := -1 // the first token of the family name
	words := 0
	for words < 5 {
		if s.isInitial(next) {
			next = s.initialsBefore(next)
			last = -1
			continue
		}
		after, ok := s.familyAt(next)
		if !ok || words > 0 && isSuffix(s.at(next)) {
			break
		}
		if words == 0 || !s.at(next).is("y") { // "Ortega y Gasset"
			last = next
		}
		next = after
		words++
	}
	if last < 0 {
		return Name{}, i, false
	}
	n = s.family(last, next)
	if last > i {
		n.Given = s.slice(s.span(i, last))
	}
	next = s.suffixAt(next, &n)
	return n, next, true
}

// initialsBefore reads initials with full stops, or glued ones before a family
// name: "J. D.", "JD".
func (s *sentence) initialsBefore(i int) (next int) {
	next = i
	for {
		switch {
		case s.isInitial(next):
			next += 2
		case isHyphen1(s.at(next)) && s.isInitial(next+1):
			next += 3
		default:
			return next
		}
	}
}

// family splits tokens from to next into particle and family name.
func (s *sentence) family(from, next int) (n Name) {
	first := from
	for first < next-1 && s.at(first).in(particles) && !s.at(first).capital {
		first++
	}
	if first > from {
		n.Particle = s.slice(s.span(from, first))
	}
	n.Family = s.slice(s.span(first, next))
	return n
}

// namesAt reads a list of names at token i: people in any style, bodies, "et
// al." and "and others" at its end.
func (s *sentence) namesAt(i int) (list nameList, next int, ok bool) {
	if s.at(i+1).is(",") || s.at(i).in(particles) {
		if list, next, ok := s.invertedListAt(i); ok {
			return list, next, true
		}
	}
	for at := i; ; {
		if len(list.names) > 0 && isBodyAcronym(s.at(at)) && s.isVenueWithYear(at) {
			break // "Lee & Park, ICML 2019"
		}
		at = s.skipHonours(at)
		n, after, ok := s.nameAt(at)
		if !ok {
			break
		}
		list.names = append(list.names, n)
		next = after
		if after, ok := s.etAl(next); ok {
			list.etAl = true
			next = after
			break
		}
		at, ok = s.separator(next)
		if !ok {
			break
		}
	}
	return list, next, len(list.names) > 0
}

func (s *sentence) skipHonours(i int) int {
	for {
		switch {
		case s.at(i).in(honours) || isProfession(s.at(i)) && s.isNameWord(i+1) && s.isNameWord(i+2):
			i++
			if s.at(i).is(".") {
				i++
			}
		case s.at(i).is("the") && s.at(i+1).in(honours):
			i++
		default:
			return i
		}
	}
}

// isProfession reports whether a word says what a scholar does: "zoologist".
func isProfession(t *token) bool {
	return t.kind == word && (strings.HasSuffix(t.lower, "ologist") || strings.HasSuffix(t.lower, "icist") || strings.HasSuffix(t.lower, "omist") || strings.HasSuffix(t.lower, "atrist"))
}

// nameAt reads one name, of a body or a person.
func (s *sentence) nameAt(i int) (n Name, next int, ok bool) {
	if n, next, ok := s.bodyAt(i); ok {
		return n, next, true
	}
	return s.personAt(i)
}

// separator reads what comes between two names of a list.
func (s *sentence) separator(i int) (next int, ok bool) {
	next = i
	if s.at(next).is(",") || s.at(next).is(";") {
		next++
	}
	if s.at(next).is("and") || s.at(next).is("&") {
		next++
	}
	return next, next > i
}

// etAl reads "et al." and its likes after a name: "and others", "and his team".
func (s *sentence) etAl(i int) (next int, ok bool) {
	at := i
	if s.at(at).is(",") {
		at++
	}
	and := s.at(at).is("and")
	switch {
	case s.words(at, "et", "al"), s.words(at, "&", "al"), and && s.at(at+1).in(companions):
		next = at + 2
	case and && s.words(at+1, "et", "al"), and && s.at(at+1).in(possessives) && (s.at(at+2).is("team") || s.at(at+2).is("colleagues")):
		next = at + 3
	default:
		return i, false
	}
	if s.at(next-1).is("al") && s.at(next).is(".") {
		next++
	}
	return next, true
}

// arePeople reports whether several names are all those of people with given names,
// after whom any plain word is what they do.
func (list nameList) arePeople() bool {
	for _, n := range list.names {
		if n.Given == "" {
			return false
		}
	}
	return len(list.names) > 1
}

// isBare reports whether a list is one word, which names a house as well as a person.
func (list nameList) isBare() bool {
	return len(list.names) == 1 && !list.etAl && list.names[0].Given == "" && list.names[0].Particle == ""
}

func (list nameList) isPersonal() bool {
	for _, n := range list.names {
		if n.Literal != "" {
			return false
		}
	}
	return true
}

// longestNames is how many tokens a list of names before a year may have: what
// could be one and is none is read from each of its tokens.
const longestNames = 200

// namesBefore reads the names that end right before token i.
func (s *sentence) namesBefore(i int) (list nameList, from int, ok bool) {
	for from = i; from > max(0, i-longestNames) && s.canStandInNames(from-1); from-- {
	}
	for ; from < i; from++ {
		if list, next, ok := s.namesAt(from); ok && next == i {
			return list, s.skipHonours(from), true
		}
	}
	return nameList{}, i, false
}

// canStandInNames reports whether token i can belong to a list of names.
func (s *sentence) canStandInNames(i int) bool {
	t := s.at(i)
	switch {
	case t.kind == word:
		return t.capital || t.in(particles|nameGlue)
	case t.kind == mark:
		return t.is(",") || t.is(".") || t.is("&") || isHyphen1(t)
	}
	return false
}
