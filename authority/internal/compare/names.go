// Package compare says whether the authors, the title and the venue of a reference are
// those of a record, however each is written. It knows neither records nor what follows
// from its answers.
package compare

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
)

// Agreement is the outcome of comparing two values.
type Agreement int

const (
	Incomparable Agreement = iota
	Agrees
	Differs
)

// person is a name folded for comparison.
type person struct {
	name     citation.Name
	at       int      // its place in the list that was folded
	given    []string // words, initials one by one
	family   []string // words, particles among them
	key      string   // the family name without gaps and particles
	whole    string   // all words without gaps
	body     bool     // a collective, or several people
	lone     bool     // a single word that may be the name of a body
	foreign  bool     // in letters that cannot be compared, or damaged
	initials []string // of given names that may be glued initials: "JQ"
	also     *person  // the same one by another name; nil if there is none
}

// foldPerson folds a name: dblp's number of a homonym ("Wei Zhang 0001") is no
// part of it.
func foldPerson(n citation.Name) person {
	if n.Literal != "" || isList(n) || endsAsBody(n) {
		words := foldedWords(n.String())
		whole := strings.Join(words, "")
		return person{name: n, family: words, key: whole, whole: whole, body: true, foreign: !isLatin(whole)}
	}
	p := person{name: n, given: foldedWords(n.Given), family: withoutHomonymNumber(foldedWords(n.Family))}
	if len(p.family) == 0 {
		p.given, p.family = nil, withoutHomonymNumber(p.given)
	}
	p.key = strings.Join(p.family, "")
	if particle := foldedWords(n.Particle); len(particle) > 0 {
		p.family = append(particle, p.family...)
	}
	p.whole = strings.Join(p.given, "") + strings.Join(p.family, "")
	p.initials = gluedInitials(n.Given)
	p.foreign = !isLatin(p.whole) || isDamaged(n)
	p.lone = mayBeBody(n)
	return p
}

// endsAsBody reports whether a name of two words or more ends as bodies' do: "Meta
// Team", "Felt Lamp Collaboration".
func endsAsBody(n citation.Name) bool { return n.Given != "" && IsBodyWord(n.Family) }

// mayBeBody reports whether a name is a single word that is written as bodies are,
// "OpenAI" and "NVIDIA", or known as one. It may be a person's all the same.
func mayBeBody(n citation.Name) bool {
	name := n.Family + n.Given
	if n.Family != "" && n.Given != "" || n.Particle != "" || n.Suffix != "" || strings.Contains(name, " ") {
		return false
	}
	return bodyNames[strings.ToLower(name)] || IsBodyWord(name) || isAllCapitals(name) || hasInnerCapital(name)
}

func isAllCapitals(word string) bool {
	capitals := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLetter(r):
			return false
		}
	}
	return capitals > 1
}

// hasInnerCapital reports whether a capital is after a small letter, as in
// "DeepMind", but not as in "LeCun" and "McDonald".
func hasInnerCapital(word string) bool {
	small := 0
	for i, r := range word {
		switch {
		case unicode.IsUpper(r) && small > 0:
			return !namePrefixes[word[:i]]
		case unicode.IsLower(r):
			small++
		case r == '-' || r == '\'' || r == '’':
			return false
		}
	}
	return false
}

// namePrefixes begin family names in which a capital follows.
var namePrefixes = map[string]bool{
	"Mc": true, "Mac": true, "Mak": true, "De": true, "Des": true, "Del": true, "Della": true, "Di": true, "Da": true, "Dal": true, "Dos": true, "Du": true,
	"Le": true, "La": true, "Lo": true, "Li": true, "Las": true, "Los": true, "Van": true, "Vande": true, "Vander": true, "Von": true, "Ter": true, "Ten": true,
	"Fitz": true, "Ben": true, "Bar": true, "El": true, "Al": true, "Abu": true, "Saint": true, "San": true, "Santa": true, "St": true, "Ni": true, "Ó": true, "Ap": true,
}

// bodyNames are laboratories and firms that publish, by names that look like a
// person's.
var bodyNames = map[string]bool{
	"google": true, "microsoft": true, "meta": true, "facebook": true, "apple": true, "amazon": true, "nvidia": true, "intel": true, "anthropic": true,
	"mistral": true, "cohere": true, "baidu": true, "tencent": true, "alibaba": true, "huawei": true, "bytedance": true, "deepseek": true, "deepmind": true,
	"openai": true, "samsung": true, "adobe": true, "salesforce": true, "yandex": true, "naver": true, "unesco": true, "unicef": true, "eurostat": true,
	"cern": true, "nasa": true, "inria": true, "qwen": true, "eleutherai": true, "databricks": true, "bloomberg": true, "spotify": true, "netflix": true,
}

// IsBodyWord reports whether a word ends the names of bodies rather than of people.
func IsBodyWord(word string) bool { return bodyWords[strings.ToLower(word)] }

var bodyWords = map[string]bool{
	"team": true, "collaboration": true, "consortium": true, "group": true, "project": true, "network": true, "committee": true,
	"initiative": true, "organization": true, "organisation": true, "association": true, "society": true, "institute": true,
	"foundation": true, "investigators": true, "agency": true, "laboratory": true, "commission": true,
}

// isDamaged reports whether letters of a name were lost.
func isDamaged(n citation.Name) bool {
	return strings.ContainsRune(n.Family, utf8.RuneError) || strings.Contains(n.Family, "?")
}

// isList reports whether several names were taken for one, which then has a suffix
// of several words: "Ada Lind, Bo Berg, Cleo Dahl" in a .bib.
func isList(n citation.Name) bool { return strings.Contains(n.Suffix, " ") }

func foldPeople(names []citation.Name) []person {
	people := make([]person, 0, len(names))
	for at, n := range names {
		p := foldPerson(n)
		p.at = at
		isDoubled := slices.ContainsFunc(people, func(q person) bool { return p.whole != "" && p.whole == q.whole && len(p.given) == len(q.given) })
		if !isDoubled || isAmbiguous(&p) {
			people = append(people, p)
		}
	}
	return people
}

// isAmbiguous reports whether two people of one list may well have a name: a family
// name alone, or one with initials.
func isAmbiguous(p *person) bool {
	return !p.body && !slices.ContainsFunc(p.given, func(word string) bool { return len(word) > 1 })
}

// foldedWords returns the words of a name or part of one. Registries have
// character references in them: "d&apos;Amore".
func foldedWords(s string) []string {
	if s == "" {
		return nil
	}
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return strings.Fields(fold.Text(s))
}

func withoutHomonymNumber(family []string) []string {
	if last := len(family) - 1; last > 0 && len(family[last]) == 4 && strings.Trim(family[last], "0123456789") == "" {
		return family[:last]
	}
	return family
}

// gluedInitials reads given names such as "JQ" and "JB" as initials.
func gluedInitials(given string) []string {
	if len(given) < 2 || len(given) > 4 {
		return nil
	}
	var initials []string
	for _, r := range given {
		if !unicode.IsUpper(r) {
			return nil
		}
		initials = append(initials, string(unicode.ToLower(r)))
	}
	return initials
}

// isLatin reports whether a folded text is all in letters of ASCII.
func isLatin(folded string) bool {
	for i := range len(folded) {
		if folded[i] >= utf8.RuneSelf {
			return false
		}
	}
	return folded != ""
}

// hasName reports whether two people have names that a comparison finds to be one's,
// whichever of theirs.
func hasName(p, q *person, fit func(p, q *person) bool) bool {
	return fit(p, q) || p.also != nil && hasName(p.also, q, fit) || q.also != nil && hasName(p, q.also, fit)
}

// fits reports whether two names may be of one person: the family names agree and
// no given name is another one, or all words of the shorter name are among those
// of the longer, in whatever order and some as initials.
func (p *person) fits(q *person) bool {
	if p.body || q.body {
		return p.whole == q.whole
	}
	if familiesFit(p, q) && givenNamesFit(p, q) {
		return true
	}
	return p.whole == q.whole || isReordered(p, q) || isReordered(q, p)
}

func familiesFit(p, q *person) bool {
	switch {
	case p.key == q.key || isTypo(p.key, q.key):
		return true
	case endsWith(p.family, q.family) || endsWith(q.family, p.family):
		return true // a particle, or the second part of a double name
	case startsWith(p.family, q.family) || startsWith(q.family, p.family):
		return true
	}
	return fold.WithoutUmlauts(p.key) == fold.WithoutUmlauts(q.key)
}

func endsWith(words, end []string) bool {
	return len(end) > 0 && len(words) >= len(end) && slices.Equal(words[len(words)-len(end):], end)
}

func startsWith(words, start []string) bool {
	return len(start) > 0 && len(words) > len(start) && slices.Equal(words[:len(start)], start)
}

// givenNamesFit reports whether each given name of the side that has fewer is one
// of the other side's.
func givenNamesFit(p, q *person) bool {
	if len(p.given) == 0 || len(q.given) == 0 {
		return true
	}
	a, b := strings.Join(p.given, ""), strings.Join(q.given, "")
	if a == b || len(p.given) != len(q.given) && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
		return true // "Xiao Ming", "Xiaoming" and "Xiao-M."
	}
	if areAmong(p.given, q.given) {
		return true
	}
	return p.initials != nil && areAmong(p.initials, q.given) || q.initials != nil && areAmong(p.given, q.initials)
}

// areAmong reports whether each word of the shorter list has one of its own in the
// longer list that it fits.
func areAmong(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	var memory [16]bool
	if len(b) > len(memory) {
		return false
	}
	taken := memory[:len(b)]
	for _, word := range a {
		at := -1
		for i, other := range b {
			if !taken[i] && givenNameFits(word, other) && (at < 0 || word == other) {
				at = i
			}
		}
		if at < 0 {
			return false
		}
		taken[at] = true
	}
	return true
}

// givenNameFits reports whether two given names may be the same: equal, an initial,
// a short form, or spelled a little differently.
func givenNameFits(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case a == "" || len(a) == 1:
		return a == "" || a[0] == b[0]
	case len(a) >= 3 && strings.HasPrefix(b, a):
		return true
	case a[0] == b[0] && isTypo(a, b):
		return true
	}
	return areShortForms(a, b)
}

// areShortForms reports whether two given names are forms of one that share no
// beginning, or too short a one.
func areShortForms(a, b string) bool {
	for _, form := range longForms[a] {
		if form == b || slices.Contains(longForms[b], form) {
			return true
		}
	}
	return slices.Contains(longForms[b], a)
}

// longForms are the names that usual short forms stand for.
var longForms = map[string][]string{
	"al": {"albert", "alan", "allan", "alfred"}, "andy": {"andrew", "andreas"}, "beth": {"elizabeth"},
	"bill": {"william"}, "will": {"william"}, "bob": {"robert"}, "bobby": {"robert"}, "rob": {"robert"},
	"chuck": {"charles"}, "charlie": {"charles"}, "dick": {"richard"}, "rick": {"richard"}, "rich": {"richard"},
	"ed": {"edward", "edwin", "edmund", "eduard"}, "ted": {"edward", "theodore"}, "eddie": {"edward"},
	"greg": {"gregory"}, "hank": {"henry"}, "harry": {"henry", "harold"}, "jack": {"john"}, "jim": {"james"},
	"jimmy": {"james"}, "jake": {"jacob"}, "jeff": {"jeffrey", "geoffrey"}, "geoff": {"geoffrey"}, "jo": {"joseph", "joanna", "johannes"},
	"joe": {"joseph"}, "kate": {"katherine", "catherine"}, "katie": {"katherine", "catherine"}, "cathy": {"catherine"},
	"larry": {"lawrence", "laurence"}, "liz": {"elizabeth"}, "maggie": {"margaret"}, "peggy": {"margaret"}, "meg": {"margaret"},
	"mike": {"michael"}, "mick": {"michael"}, "misha": {"mikhail"}, "nick": {"nicholas", "nicolas", "nikolaus"}, "pat": {"patrick", "patricia"},
	"sasha": {"alexander", "aleksandr", "alexandra"}, "steve": {"stephen", "steven"}, "sue": {"susan"},
	"tom": {"thomas"}, "tommy": {"thomas"}, "tony": {"anthony", "antonio"}, "vova": {"vladimir"}, "volodya": {"vladimir"},
	"vangelis": {"evangelos"}, "kostas": {"konstantinos"}, "costas": {"konstantinos"}, "yannis": {"ioannis"}, "yiannis": {"ioannis"}, "giannis": {"ioannis"},
	"yiorgos": {"georgios"}, "giorgos": {"georgios"}, "yorgos": {"georgios"}, "manolis": {"emmanouil"}, "takis": {"panagiotis", "dimitrios"}, "thanasis": {"athanasios"}, "babis": {"charalampos"},
	"pepe": {"jose"}, "paco": {"francisco"}, "nacho": {"ignacio"}, "quique": {"enrique"}, "beppe": {"giuseppe"}, "gianni": {"giovanni"}, "toni": {"antonio", "anton"},
	"dima": {"dmitry", "dmitri", "dmitriy"}, "zhenya": {"evgeny", "evgenii", "evgenia"}, "katya": {"ekaterina"}, "tanya": {"tatiana", "tatyana"}, "masha": {"maria", "mariya"}, "lena": {"elena"}, "kolya": {"nikolai", "nikolay"},
	"fritz": {"friedrich"}, "heinz": {"heinrich"}, "sepp": {"josef", "joseph"}, "uli": {"ulrich"}, "klaus": {"nikolaus"}, "wim": {"willem"}, "kees": {"cornelis"}, "jan": {"johannes", "johan"}, "piet": {"pieter"},
	"zack": {"zachary"}, "hans": {"johannes", "johann"}, "jenny": {"jennifer"}, "becky": {"rebecca"},
}

// isReordered reports whether all words of a name of two words or more are among
// those of another in any order, at least one of them in full that is one of the
// family names: "Zhang Wei" for "Wei Zhang", "Garcia" and "Fernandez" told apart
// in another way.
func isReordered(p, q *person) bool {
	if len(p.given)+len(p.family) < 2 || len(p.given)+len(p.family) > len(q.given)+len(q.family) {
		return false
	}
	var memory [16]string
	words := append(append(memory[:0], p.given...), p.family...)
	others := append(slices.Clone(q.given), q.family...)
	whole := false
	for _, word := range words {
		at := slices.Index(others, word)
		if at >= 0 {
			whole = whole || len(word) > 1 && (slices.Contains(p.family, word) || slices.Contains(q.family, word))
		} else {
			at = slices.IndexFunc(others, func(o string) bool { return (len(word) == 1 || len(o) == 1) && o[0] == word[0] })
		}
		if at < 0 {
			return false
		}
		others = slices.Delete(others, at, at+1)
	}
	return whole
}

// MayBeMisspelt reports whether one of two names of people who are not the same may
// stand for the other: they share the family name, or all given names.
func MayBeMisspelt(a, b citation.Name) bool {
	p, q := foldPerson(a), foldPerson(b)
	return familiesFit(&p, &q) || len(p.given) > 0 && slices.Equal(p.given, q.given)
}

// FamilyKeys returns the folded names that citations may call a person or a body
// by: the family name with and without its particle.
func FamilyKeys(n citation.Name) []string {
	p := foldPerson(n)
	if p.key == "" {
		return nil
	}
	if whole := strings.Join(p.family, ""); whole != p.key {
		return []string{p.key, whole}
	}
	return []string{p.key}
}
