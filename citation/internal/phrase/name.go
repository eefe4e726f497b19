package phrase

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// NameList is a list of people and bodies.
type NameList struct {
	Names []ref.Name
	EtAl  bool
}

// IsInitials reports whether a word is one to four capital letters, perhaps with
// hyphens, glued as in "Miller MA" and "Alayrac J-B".
func IsInitials(t *Token) bool {
	if t.Kind != Word || len(t.Text) > 9 {
		return false
	}
	letters := 0
	for _, r := range t.Text {
		switch {
		case unicode.IsUpper(r):
			letters++
		case !text.IsHyphen(r):
			return false
		}
	}
	return letters >= 1 && letters <= 4
}

// IsInitial reports whether tokens i and i+1 are one initial: "J." (or "Yu.").
func (s *Text) IsInitial(i int) bool {
	t := s.At(i)
	if t.Kind != Word || !t.Capital || !s.At(i+1).Is(".") || s.At(i+1).Start != t.End {
		return false
	}
	letters := utf8.RuneCountInString(t.Text)
	if letters == 2 && s.At(i-1).Kind == Word && s.At(i-1).Capital && s.At(i+2).Kind == NoToken { // "by Evan Lu."
		return false
	}
	return letters == 1 || letters == 3 && text.IsHyphen(rune(t.Text[1])) || letters == 2 && !isSuffix(t) && t.Lower != "st" && !t.In(lexicon.Honours) && t.Lower != "al"
}

// initials reads a run of initials at i: "J. D.", "J.-B.", "JD", "J D".
func (s *Text) initials(i int) (next int) {
	for next = i; ; {
		switch {
		case s.IsInitial(next):
			next += 2
		case IsHyphen1(s.At(next)) && s.IsInitial(next+1):
			next += 3
		case IsInitials(s.At(next)) && (!s.IsNameWord(next+1) || IsInitials(s.At(next+1))) && (next == i || !isNumeral(s.At(next))):
			next++
		default:
			return next
		}
	}
}

// isNumeral reports whether a token is one of the numerals after names.
func isNumeral(t *Token) bool { return t.Text == "II" || t.Text == "III" || t.Text == "IV" }

// isSuffix reports whether a token is what follows a whole name: "Jr", "III". "JR" is
// initials.
func isSuffix(t *Token) bool {
	return t.In(lexicon.Suffixes) && (isNumeral(t) || t.Text != strings.ToUpper(t.Text))
}

func IsHyphen1(t *Token) bool { return t.Kind == Mark && t.Text == "-" }

// IsNameWord reports whether token i can be a whole word of a personal name.
func (s *Text) IsNameWord(i int) bool {
	t := s.At(i)
	if t.Kind != Word || !t.Capital || t.Text == "I" || t.In(lexicon.FunctionWords) && !s.continuesName(i) || t.In(lexicon.NotNames) && !s.isBeforeInitial(i) && !s.isSurnameAfter(i) || isSuffix(t) || isMonthBeforeNumber(s, i) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Text)
	if !unicode.IsUpper(r) {
		return strings.IndexFunc(t.Text, isHyphenOrApostrophe) > 0
	}
	return true
}

// isBeforeInitial reports whether a comma and an initial follow the word at i, as they
// do only after a surname: "Prior, A."
func (s *Text) isBeforeInitial(i int) bool { return s.At(i+1).Is(",") && s.IsInitial(i+2) }

// surnames are words that are no part of a name but for surnames after a given name.
var surnames = text.WordSet("prior", "early", "work", "book", "first")

// isSurnameAfter reports whether the word at i, with a capital and right before a mark, ends
// a name: "Joanna Prior (Harbour, 2018)".
func (s *Text) isSurnameAfter(i int) bool {
	before, after := s.At(i-1), s.At(i+1)
	return surnames[s.At(i).Lower] && before.Kind == Word && before.Capital && !before.In(lexicon.FunctionWords|lexicon.NotNames) && (after.Kind == Mark || after.Kind == NoToken)
}

// continuesName reports whether the word at i comes right after another that can
// belong to a name, so that even "An" may be a name.
func (s *Text) continuesName(i int) bool {
	if i == 0 && s.At(0).Is("an") { // the Chinese name
		return s.At(1).Capital && s.At(2).In(lexicon.AuthoringVerbs)
	}
	before := s.At(i - 1)
	if before.Kind == Word && before.Capital && !before.In(lexicon.FunctionWords|lexicon.NotNames) {
		return true
	}
	if s.At(i).Is("see") && s.At(i).Capital && s.Words(i+1, "et", "al") { // "See et al."
		return true
	}
	if s.At(i).Is("he") || s.At(i).Is("she") { // Chinese names as well
		after := s.At(i + 1)
		return after.Kind != Word || after.Capital || after.In(lexicon.NameGlue)
	}
	return false
}

func isHyphenOrApostrophe(r rune) bool { return text.IsHyphen(r) || text.IsApostrophe(r) }

func isMonthBeforeNumber(s *Text, i int) bool {
	return IsMonth(s.At(i)) && s.At(i+1).Kind == Number
}

// familyAt reads a family name at i with its particles: "van der Heijden".
// Where there are several capitalised words only the first is taken.
func (s *Text) familyAt(i int) (next int, ok bool) {
	next = i
	if s.At(next).Is("v") && !s.At(next).Capital && s.At(next+1).Is(".") && s.At(next-1).Is(".") { // "K. v. Klitzing"
		next += 2
	}
	for s.At(next).In(lexicon.Particles) && (!s.At(next).Capital || s.IsNameWord(next+1) || s.At(next+1).In(lexicon.Particles) || s.At(next).Is("st") && s.At(next+1).Is(".")) {
		if s.At(next).Capital && (s.At(next+1).Is(".") && !s.At(next).Is("st") || IsInitials(s.At(next+1)) || len(s.At(next).Text) == 1) {
			break
		}
		next++
		if s.At(next).Is(".") && s.At(next-1).Is("st") {
			next++
		}
	}
	if !s.IsNameWord(next) {
		return i, false
	}
	return next + 1, true
}

// PersonAt reads one personal name at i, in any of the styles
//
//	Smith, J. D.   Smith JD   Smith J. D.   J. D. Smith   John D. van Smith Jr.   Smith
func (s *Text) PersonAt(i int) (n ref.Name, next int, ok bool) {
	if family, ok := s.FamilyRun(i); ok {
		if n, next, ok := s.invertedAt(i, family); ok {
			return n, next, true
		}
	}
	return s.naturalAt(i)
}

// FamilyRun reads particles and capitalised words that can be a family name:
// "de Freitas Lins Neto". The words must not be initials.
func (s *Text) FamilyRun(i int) (next int, ok bool) {
	next, ok = s.familyAt(i)
	if !ok || IsInitials(s.At(next-1)) && utf8.RuneCountInString(s.At(next-1).Text) == 1 {
		return i, false
	}
	for n := 1; n < 4; n++ {
		after, ok := s.familyAt(next)
		if !ok || IsInitials(s.At(next)) || s.IsInitial(next) || isSuffix(s.At(after-1)) {
			break
		}
		next = after
	}
	return next, true
}

// invertedAt reads the given names after a family name that ends before token
// family: "Smith, J. D.", "Smith JD", "Morris RC Jr".
func (s *Text) invertedAt(i, family int) (n ref.Name, next int, ok bool) {
	next = family
	n = s.Family(i, family)
	if given, ok := s.suffixBeforeInitials(next, &n); ok { // "Hart III, J."
		next = given
	}
	if isNumeral(s.At(s.SkipComma(next))) && family > i+1 { // "Ann Lee III"
		return ref.Name{}, i, false
	}
	if s.At(next).Is(",") {
		if s.isDegreeAfter(i, next+1) || s.labelsIdentifier(next+1) {
			return ref.Name{}, i, false
		}
		after := s.initials(next + 1)
		if s.isVenueWithYear(next+1) || after == next+1 || after == next+2 && len(s.At(next+1).Text) > 3 || s.IsNameWord(after) || s.At(after).In(lexicon.Particles) && s.IsNameWord(after+1) && !s.At(after).Is("y") {
			return ref.Name{}, i, false
		}
		n.Given = s.Slice(s.Span(next+1, after))
		next = after
	} else {
		after := s.initials(next)
		_, spoken := s.familyAt(after) // "Ann B. de Waal"
		if after == next || s.At(after-1).Is(".") && spoken || s.At(next).Capital && isAcronymBeforeParen(s, next, after) {
			return ref.Name{}, i, false
		}
		n.Given = s.Slice(s.Span(next, after))
		next = after
	}
	next = s.SuffixAt(next, &n)
	return n, next, true
}

// isAcronymBeforeParen reports whether what looks like initials names a body
// and not for given names.
func isAcronymBeforeParen(s *Text, i, next int) bool {
	return next == i+1 && len(s.At(i).Text) >= 4 && !s.At(next).Is(",")
}

// suffixBeforeInitials reads the suffix at i after a family name if a comma and
// initials follow; next is the comma.
func (s *Text) suffixBeforeInitials(i int, n *ref.Name) (next int, ok bool) {
	if !isSuffix(s.At(i)) {
		return i, false
	}
	suffixed := *n
	next = s.SuffixAt(i, &suffixed)
	if next == i || !s.At(next).Is(",") || s.initials(next+1) == next+1 {
		return i, false
	}
	*n = suffixed
	return next, true
}

// SuffixAt reads "Jr." and the like after a name.
func (s *Text) SuffixAt(i int, n *ref.Name) (next int) {
	at := i
	if s.At(at).Is(",") {
		at++
	}
	if !isSuffix(s.At(at)) || !s.At(at).Capital && s.At(at).Kind == Word || s.namesEdition(at+1) {
		return i
	}
	next = at + 1
	if s.At(next).Is(".") && s.At(next).Start == s.At(at).End && !isNumeral(s.At(at)) {
		next++
	}
	n.Suffix = s.Slice(s.Span(at, next))
	return next
}

// naturalAt reads a name in the order of speech: "J. D. Smith", "John van der
// Berg Jr.", "Smith".
func (s *Text) naturalAt(i int) (n ref.Name, next int, ok bool) {
	next = s.initialsBefore(i)
	last := -1 // the first token of the family name
	words := 0
	for words < 5 {
		if s.IsInitial(next) {
			next = s.initialsBefore(next)
			last = -1
			continue
		}
		after, ok := s.familyAt(next)
		if !ok || words > 0 && isSuffix(s.At(next)) {
			break
		}
		if next == i && IsGivenName(s.At(i).Text) {
			after = i + 1
		}
		if words == 0 || !s.At(next).Is("y") { // "Ortega y Gasset"
			last = next
		}
		next = after
		words++
	}
	if last < 0 {
		return ref.Name{}, i, false
	}
	if family := s.shoutedEnd(i, next); family > i {
		n = s.Family(i, family)
		n.Given = s.Slice(s.Span(family, next))
		return n, next, true
	}
	n = s.Family(last, next)
	if last > i {
		n.Given = s.Slice(s.Span(i, last))
	}
	next = s.SuffixAt(next, &n)
	return n, next, true
}

// shoutedEnd is where the family name in capitals ends that begins a name in tokens i to next, as
// lists in French have it before the given names: "DE ROE Anne". It is i if there is none.
func (s *Text) shoutedEnd(i, next int) int {
	end := i
	for end < next && s.At(end).Kind == Word && isShouted(s.At(end).Text) {
		end++
	}
	if end == next || utf8.RuneCountInString(s.At(i).Text) < 4 && end == i+1 {
		return i
	}
	for at := end; at < next; at++ {
		if t := s.At(at); t.Kind == Word && (!t.Capital || isShouted(t.Text)) {
			return i
		}
	}
	return end
}

// isShouted reports whether a word of two letters or more has no small ones.
func isShouted(word string) bool {
	for i := range len(word) {
		if 'a' <= word[i] && word[i] <= 'z' {
			return false
		}
	}
	return utf8.RuneCountInString(word) > 1 && word == strings.ToUpper(word) && word != strings.ToLower(word)
}

// IsGivenName reports whether a word that is a particle in families' names is more often a
// given name where a name begins with it, with a capital: "Ben Uhl".
func IsGivenName(word string) bool { return word == "Ben" }

// initialsBefore reads initials with full stops, or glued ones before a family
// name: "J. D.", "JD".
func (s *Text) initialsBefore(i int) (next int) {
	next = i
	for {
		switch {
		case s.IsInitial(next):
			next += 2
		case IsHyphen1(s.At(next)) && s.IsInitial(next+1):
			next += 3
		default:
			return next
		}
	}
}

// Family splits tokens from to next into particle and family name.
func (s *Text) Family(from, next int) (n ref.Name) {
	first := from
	for first < next-1 && s.At(first).In(lexicon.Particles) && !s.At(first).Capital {
		first++
	}
	if first > from {
		n.Particle = s.Slice(s.Span(from, first))
	}
	n.Family = s.Slice(s.Span(first, next))
	return n
}

// peopleRead are the lists of names of a text that were read last. The readers of sentences,
// of citations and of lines ask for those at the same tokens: two of five times the answer is
// there.
type peopleRead struct {
	lists [4]peopleAt
	count int
}

// peopleAt is the list of names at a token.
type peopleAt struct {
	known bool
	at    int
	list  NameList
	next  int
}

// NamesAt reads a list of names at token i: people in any style, bodies, "et
// al." and "and others" at its end. Its names are not to be changed, since the next who asks
// for them gets the same.
func (s *Text) NamesAt(i int) (list NameList, next int, ok bool) {
	for n := range s.people.lists {
		if read := &s.people.lists[n]; read.known && read.at == i {
			return read.list, read.next, len(read.list.Names) > 0
		}
	}
	list, next = s.namesAt(i)
	list.Names = slices.Clip(list.Names)
	s.people.lists[s.people.count%len(s.people.lists)] = peopleAt{true, i, list, next}
	s.people.count++
	return list, next, len(list.Names) > 0
}

func (s *Text) namesAt(i int) (list NameList, next int) {
	if s.At(i+1).Is(",") || s.At(i).In(lexicon.Particles) && !IsGivenName(s.At(i).Text) {
		if list, next, ok := s.invertedListAt(i); ok {
			return list, next
		}
	}
	for at := i; ; {
		if len(list.Names) > 0 && isAcronym(s.At(at)) && s.isVenueWithYear(at) {
			break // "Lee & Park, ICML 2019"
		}
		if len(list.Names) > 0 && s.endsList(list, at) {
			break
		}
		if _, _, numbered := s.ReportNumberAt(at); numbered {
			break
		}
		at = s.SkipHonours(at)
		n, after, ok := s.NameAt(at)
		if !ok {
			break
		}
		list.Names = append(list.Names, n)
		next = s.skipDegrees(after)
		if after, ok := s.EtAl(next); ok {
			list.EtAl = true
			next = after
			break
		}
		at, ok = s.Separator(next)
		if !ok {
			break
		}
	}
	return list, next
}

func (s *Text) SkipHonours(i int) int {
	for {
		switch {
		case s.At(i).In(lexicon.Honours) || IsProfession(s.At(i)) && s.IsNameWord(i+1) && s.IsNameWord(i+2):
			i++
			if s.At(i).Is(".") {
				i++
			}
		case s.At(i).Is("the") && s.At(i+1).In(lexicon.Honours):
			i++
		default:
			return i
		}
	}
}

// IsProfession reports whether a word says what a scholar does: "zoologist".
func IsProfession(t *Token) bool {
	return t.Kind == Word && (strings.HasSuffix(t.Lower, "ologist") || strings.HasSuffix(t.Lower, "icist") || strings.HasSuffix(t.Lower, "omist") || strings.HasSuffix(t.Lower, "atrist"))
}

// NameAt reads one name, of a body or a person.
func (s *Text) NameAt(i int) (n ref.Name, next int, ok bool) {
	if n, next, ok := s.BodyAt(i); ok {
		return n, next, true
	}
	return s.PersonAt(i)
}

// Separator reads what comes between two names of a list.
func (s *Text) Separator(i int) (next int, ok bool) {
	next = i
	if s.At(next).Is(",") || s.At(next).Is(";") {
		next++
	}
	if isEnglishAnd(s.At(next)) || next == i && s.At(i).Is("+") && s.At(i+1).Capital { // notes: "Lee + Park"
		next++
	}
	if next == i && s.At(i).Is("/") && s.Glued(i) && s.Glued(i+1) { // "Lee/Park"
		next++
	}
	return next, next > i
}

// EtAl reads "et al." and its likes after a name: "and others", "and his team".
func (s *Text) EtAl(i int) (next int, ok bool) {
	at := i
	if s.At(at).Is(",") {
		at++
	}
	and := s.At(at).Is("and")
	switch {
	case s.Words(at, "et", ".", "al"):
		next = at + 3
	case s.At(i).Is("+") && s.Glued(i) && IsYearOfMention(s.At(i+1)): // "Lee+2019"
		next = i + 1
	case s.Words(i, "u", ".", "a", "."):
		next = i + 4
	case joinsOthers[s.At(i).Lower] && others[s.At(i+1).Lower]:
		next = i + 2
	case s.Words(at, "et", "al"), s.Words(at, "&", "al"), and && s.At(at+1).In(lexicon.Companions):
		next = at + 2
	case and && s.Words(at+1, "et", "al"), and && s.At(at+1).In(lexicon.Possessives) && (s.At(at+2).Is("team") || s.At(at+2).In(lexicon.Companions)):
		next = at + 3
	default:
		return i, false
	}
	if s.At(next-1).Is("al") && s.At(next).Is(".") {
		next++
	}
	return next, true
}

// joinsOthers and others are how names are followed by "and colleagues" in other languages.
var (
	joinsOthers = text.WordSet("und", "et", "y", "e", "ed", "en", "och", "og")
	others      = text.WordSet("andere", "kollegen", "kolleginnen", "mitarbeiter", "collègues", "collaborateurs", "coll", "otros", "colaboradores", "colegas", "cols", "outros", "colleghi", "altri", "collaboratori", "anderen", "collega's", "kollegor", "kolleger", "medarbetare", "medarbejdere", "andra", "andre")
)

// ArePeople reports whether several names are all those of people with given names,
// after whom any plain word is what they do.
func (list NameList) ArePeople() bool {
	for _, n := range list.Names {
		if n.Given == "" {
			return false
		}
	}
	return len(list.Names) > 1
}

// IsBare reports whether a list is one word, which names a house as well as a person.
func (list NameList) IsBare() bool {
	return len(list.Names) == 1 && !list.EtAl && list.Names[0].Given == "" && list.Names[0].Particle == ""
}

func (list NameList) IsPersonal() bool {
	for _, n := range list.Names {
		if n.Literal != "" {
			return false
		}
	}
	return true
}

// longestNames is how many tokens a list of names before a year may have: what
// could be one and is none is read from each of its tokens.
const longestNames = 200

// NamesBefore reads the names that end right before token i.
func (s *Text) NamesBefore(i int) (list NameList, from int, ok bool) {
	for from = i; from > max(0, i-longestNames) && s.canStandInNames(from-1); from-- {
	}
	for ; from < i; from++ {
		if s.AsksToRead(from) {
			continue
		}
		if list, next, ok := s.NamesAt(from); ok && next == i {
			return list, s.SkipHonours(from), true
		}
	}
	return NameList{}, i, false
}

// opensBeforeName are words that begin a sentence before the name of somebody who wrote
// something.
var opensBeforeName = text.WordSet("read", "reread", "skim", "consult", "try", "quoting", "paraphrasing", "echoing", "reviewing", "crediting", "also", "add", "adds", "added", "implement", "implements", "implemented", "use", "uses", "using", "cites", "citing",
	"fix", "fixed", "remove", "removed", "register", "output", "update", "updated", "handle", "support", "supports", "convert", "improve", "improved", "allow", "rename", "replace", "revert", "merge", "refactor", "disable", "enable", "check", "correct", "import", "document", "move",
	"extends", "follows", "fixes", "compare", "recommended", "recommend", "suggested", "reading", "discuss", "per", "contra", "unlike", "neither", "either",
	"nach", "laut", "wie", "auch", "bei", "selon", "comme", "chez", "d'après", "d’après", "según", "segundo", "conforme", "como", "secondo", "come", "volgens", "enligt", "ifølge")

// openingAdverbs are the words that, before a comma, put a sentence in its place
// among others and name nobody.
var openingAdverbs = text.WordSet("later", "earlier", "recently", "subsequently", "previously", "afterwards", "afterward", "meanwhile", "finally", "eventually", "initially",
	"originally", "today", "next", "then", "lately", "elsewhere", "hence", "notably", "interestingly", "importantly", "separately", "conversely", "likewise", "consequently", "therefore", "nevertheless",
	"nonetheless", "still", "again", "also", "indeed", "further", "instead", "simultaneously", "independently", "alternatively", "specifically", "lastly", "firstly", "secondly",
	"thirdly", "concurrently", "traditionally", "historically", "accordingly", "additionally", "similarly", "however", "moreover", "furthermore", "thus", "first", "second", "third")

// IsOpeningAdverb reports whether a word can do so.
func IsOpeningAdverb(t *Token) bool { return openingAdverbs[t.Lower] }

// AsksToRead reports whether the word at i, which begins a sentence before a name, is no
// part of it: "Read Okpara", "Also Ann Lee's", "Earlier, Okpara". It is a surname elsewhere.
func (s *Text) AsksToRead(i int) bool {
	t := s.At(i)
	if s.At(i+1).Is(",") && IsOpeningAdverb(t) {
		return true
	}
	return t.Kind == Word && opensBeforeName[t.Lower] && !IsInitials(s.At(i+1)) && !s.IsInitial(i+1) && (i == 0 || s.At(i-1).Kind == Quoted || s.At(i-1).Kind == Mark && !s.At(i-1).Is(",")) && s.IsNameWord(i+1)
}

// canStandInNames reports whether token i can belong to a list of names.
func (s *Text) canStandInNames(i int) bool {
	t := s.At(i)
	switch {
	case t.Kind == Word:
		return t.Capital || t.In(lexicon.Particles|lexicon.NameGlue|lexicon.Companions|lexicon.Possessives) || s.Words(i, "u", ".", "a") || s.Words(i-2, "u", ".", "a") ||
			others[t.Lower] || others[s.At(i+1).Lower] && joinsOthers[t.Lower]
	case t.Kind == Mark:
		return t.Is(",") || t.Is(".") || t.Is("&") || t.Is("/") || t.Is("+") || IsHyphen1(t)
	}
	return false
}

// IsVerb reports whether a word after names can say what they did.
func IsVerb(t *Token) bool {
	return t.In(lexicon.PlainVerbs) || strings.HasSuffix(t.Lower, "ed") || strings.HasSuffix(t.Lower, "s") || strings.HasSuffix(t.Lower, "ly")
}

// IsPlainWord reports whether a word in lower case is none of the grammar's own.
func IsPlainWord(t *Token) bool {
	return !t.Capital && !t.In(lexicon.FunctionWords|lexicon.Neutral|lexicon.WorkNouns)
}
