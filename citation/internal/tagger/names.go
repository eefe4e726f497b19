package tagger

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// nameReader reads the run of tokens from to next as a list of names. What the list
// is made of is known already: so it is cut at what parts names, and each piece is a
// name, of a person in any order or of a body.
type nameReader struct {
	*Line
	names []ref.Name
	etAl  bool
}

// readNames reads the names in tokens from to next, and where they are.
func (l *Line) readNames(from, next int) (list phrase.NameList, sp ref.Span) {
	r := nameReader{Line: l}
	from, next = r.trimNames(from, r.afterEtAl(from, next))
	if from >= next {
		return phrase.NameList{}, ref.Span{}
	}
	sp = ref.Span{l.Tokens[from].Start, l.Tokens[next-1].End}
	next = r.cutEtAl(from, next)
	for _, part := range r.partsOf(from, next) {
		r.readPart(part)
	}
	sp[1] -= r.trimPossessive()
	return phrase.NameList{Names: r.names, EtAl: r.etAl}, sp
}

// trimPossessive takes the ending off the name of a person that ends a list, "Ann Lee's", and
// returns how many bytes it has.
func (r *nameReader) trimPossessive() int {
	if len(r.names) == 0 || r.etAl {
		return 0
	}
	last := &r.names[len(r.names)-1]
	for _, ending := range [...]string{"'s", "’s"} {
		if family, ok := strings.CutSuffix(last.Family, ending); ok && last.Given != "" {
			last.Family = family
			return len(ending)
		}
	}
	return 0
}

// piece is a range of tokens.
type piece struct{ from, next int }

func (l *Line) lower(i int) string { return l.at(i).lower }

// trimNames leaves out marks and the words around a list: "edited by", "(Hrsg.)".
func (r *nameReader) trimNames(from, next int) (int, int) {
	for from < next && (r.at(from).kind == mark && !r.repeatsNames(from) && r.particleEnd(from) == from || r.at(from).kind == markup || r.at(from).kind == number || r.introducesNames(from)) {
		from++
	}
	for next > from && (r.isEditorsWord(next-1, from) || r.at(next-1).kind == markup || r.at(next-1).kind == mark && !(next-1 == from && r.repeatsNames(next-1)) && !(r.at(next-1).shape == fullStop && r.at(next-2).kind == word && !r.isEditorsWord(next-2, from))) {
		next--
	}
	return from, next
}

// repeatsNames reports whether the mark at i stands for the names of the work before: a dash,
// or underscores.
func (r *nameReader) repeatsNames(i int) bool {
	return r.at(i).shape == dash || strings.HasPrefix(r.lower(i), "_")
}

// introducesNames reports whether the word at i comes before names and is none.
func (r *nameReader) introducesNames(i int) bool {
	switch r.lower(i) {
	case "in", "by", "quoting", "paraphrasing", "edited", "eds", "hrsg", "hg", "herausgegeben", "dans", "sous", "par", "под", "ред":
		return r.at(i).shape != initial
	case "with", "also": // "with Ann Lee (1968)", "Also Ann Lee, T", "edited with"
		return i == 0 && r.at(1).kind == word || i > 0 && r.introducesNames(i-1)
	case "ders", "dies", "derselbe", "dieselbe", "dieselben", "idem", "eadem": // the author of the work before
		return true
	case "ed", "dir", "red", "éd":
		return r.at(i+1).shape == fullStop || r.at(i).shape == small
	case "von", "la", "direction", "de":
		return i > 0 && r.introducesNames(i-1) || i > 1 && r.at(i-1).shape == fullStop && r.introducesNames(i-2)
	}
	return false
}

// isEditorsWord reports whether the word at i says that those before it are editors.
func (r *nameReader) isEditorsWord(i, from int) bool { return i > from && r.Line.isEditorsWord(i) }

// isEditorsWord reports whether the word at i says that somebody is an editor.
func (l *Line) isEditorsWord(i int) bool {
	switch l.lower(i) {
	case "ed", "eds", "editor", "editors", "hrsg", "hg", "hgg", "org", "orgs", "coord", "coords", "dir", "herausgeber", "comp", "comps", "éd", "éds", "trans", "ed.", "eds.":
		return true
	}
	return false
}

// saysEditors reports whether a list ends in a word that says that they are editors:
// "Lund A, Roe B, editors", "Lund, A. (Hrsg.)".
func (l *Line) saysEditors(run run) bool {
	r := nameReader{Line: l}
	last := run.next - 1
	for last > run.from && l.at(last).kind == mark {
		last--
	}
	return last > run.from+1 && l.lower(last) != "trans" && r.isEditorsWord(last, run.from) && l.at(last).shape != initial
}

// saysSeveralEditors reports whether a list ends in a word for more than one editor.
func (l *Line) saysSeveralEditors(run run) bool {
	last := run.next - 1
	for last > run.from && l.at(last).kind == mark {
		last--
	}
	switch l.lower(last) {
	case "eds", "editors", "hgg", "éds", "orgs", "coords":
		return true
	}
	return false
}

// afterEtAl is where a list ends that "et al." ends before token next: what follows it
// is no name, as in "Roe et al., NeurIPS".
func (r *nameReader) afterEtAl(from, next int) int {
	for i := from + 1; i+2 < next; i++ {
		if r.lower(i) == "et" && r.lower(i+1) == "al" {
			if r.at(i+2).shape == fullStop {
				return i + 3
			}
			return i + 2
		}
	}
	return next
}

// cutEtAl takes "et al." and its likes from the end of a list.
func (r *nameReader) cutEtAl(from, next int) int {
	end := next
	for end > from && r.at(end-1).kind == mark && r.at(end-1).shape != dash {
		end--
	}
	for _, words := range etAls {
		at, i := end, len(words)-1
		for ; i >= 0 && at > from; i-- {
			for at > from && r.at(at-1).kind == mark && words[i] != "…" {
				at--
			}
			if r.lower(at-1) != words[i] || i == 0 && words[0] == "al" && r.at(at-1).shape != small { // "Rauma AL" is a name
				break
			}
			at--
		}
		if i < 0 {
			r.etAl = true
			for at > from && (r.at(at-1).kind == mark && r.at(at-1).shape != fullStop || r.at(at-1).shape != initial && isAnd(r.lower(at-1))) {
				at--
			}
			return at
		}
	}
	return next
}

var etAls = [][]string{{"et", "al"}, {"and", "others"}, {"u", "a"}, {"et", "coll"}, {"и", "др"}, {"y", "otros"}, {"e", "outros"}, {"等"}, {"외"}, {"ほか"}, {"others"}, {"al"}}

// isAnd reports whether a word joins the last name of a list, in some language.
func isAnd(word string) bool {
	switch word {
	case "and", "&", "+", "und", "et", "y", "e", "i", "en", "og", "och", "with", "и", "и́", "a", "＆":
		return true
	}
	return false
}

// partsOf cuts a list at semicolons, or else at slashes, dashes or dots, or else leaves it whole.
func (r *nameReader) partsOf(from, next int) (parts []piece) {
	sep := nothing
	for i := from; i < next; i++ {
		if s := r.at(i).shape; s == semicolon || sep == nothing && r.partsNames(i) {
			sep = s
		}
	}
	if sep == nothing {
		return []piece{{from, next}}
	}
	start := from
	for i := from; i <= next; i++ {
		if i == next || r.at(i).shape == sep && (sep == semicolon || r.partsNames(i)) {
			if start < i {
				parts = append(parts, piece{start, i})
			}
			start = i + 1
		}
	}
	return parts
}

// partsNames reports whether the mark at i is between names: "Lund, A./Roe, B.", "Lund, A. –
// Roe, B.", "A Lund · B Roe".
func (r *nameReader) partsNames(i int) bool {
	before, after := r.at(i-1), r.at(i+1)
	if before.kind != word && before.shape != fullStop {
		return false
	}
	switch t := r.at(i); t.shape {
	case slash:
		return true
	case dash, bullet:
		return t.spaced && after.spaced && after.kind == word && (after.shape != small || r.isParticle(i+1))
	}
	return false
}

// readPart reads names that commas and "and" part.
func (r *nameReader) readPart(part piece) {
	groups := r.cutAtAnd(part)
	lists := make([][]piece, len(groups))
	for i, group := range groups {
		lists[i] = r.cutAtCommas(group)
	}
	surnames := r.areSurnames(lists)
	for _, pieces := range lists {
		r.readGroup(pieces, surnames)
	}
}

// areSurnames reports whether the names of a list, of which "and" parts the last, are
// surnames alone: "Roe, Lund & Falk".
func (r *nameReader) areSurnames(lists [][]piece) bool {
	if len(lists) < 2 || len(lists[len(lists)-1]) != 1 {
		return false
	}
	for _, pieces := range lists {
		for _, p := range pieces {
			if r.wordsIn(p) != 1 || r.hasInitial(p) {
				return false
			}
		}
	}
	return true
}

func (r *nameReader) cutAtAnd(part piece) (groups []piece) {
	start := part.from
	if r.isBody(part) {
		return []piece{part}
	}
	for i := part.from; i < part.next; i++ {
		if isAnd(r.lower(i)) && r.at(i).shape != initial && i > start && !r.endsName(i+1) {
			groups = append(groups, piece{start, i})
			start = i + 1
		}
	}
	return append(groups, piece{start, part.next})
}

// endsName reports whether a name ends before the mark at i: what is before it is a name
// and no "and", as in "K. A. With, and B. T. Milne" and "Roe ET, Lund B".
func (r *nameReader) endsName(i int) bool {
	s := r.at(i).shape
	return s == fullStop || s == comma || s == semicolon
}

// isBody reports whether the tokens name one body, in whose name "and" may be.
func (r *nameReader) isBody(p piece) bool {
	for i := p.from; i < p.next; i++ {
		if r.at(i).shape == comma || r.at(i).shape == initial {
			return false
		}
	}
	return r.hasBody(p)
}

func (r *nameReader) cutAtCommas(group piece) (pieces []piece) {
	start := group.from
	for i := group.from; i <= group.next; i++ {
		if i == group.next || r.at(i).shape == comma {
			if r.hasWord(start, i) {
				pieces = append(pieces, piece{start, i})
			}
			start = i + 1
		}
	}
	return pieces
}

// hasWord reports whether there is a word that may belong to a name, or what is written
// for names said before.
func (r *nameReader) hasWord(from, next int) bool {
	for i := from; i < next; i++ {
		if r.at(i).kind == word && !r.isEditorsWord(i, from-1) || r.repeatsNames(i) {
			return true
		}
	}
	return false
}

// readGroup reads pieces between commas: family names with given names after them, unless
// all are surnames, or whole names.
func (r *nameReader) readGroup(pieces []piece, surnames bool) {
	for i := 0; i < len(pieces); {
		p := pieces[i]
		switch {
		case i+1 < len(pieces) && r.isFamily(p) && r.isGiven(pieces[i+1], !surnames && r.isPaired(pieces) && (i == 0 || r.arePairs(pieces[i:]))):
			used := 2
			n := r.inverted(p, pieces[i+1])
			if i+2 < len(pieces) && r.isSuffix(pieces[i+2]) {
				n.Suffix = r.words(pieces[i+2])
				used = 3
			} else if r.isSuffix(pieces[i+1]) && i+2 < len(pieces) && r.isGiven(pieces[i+2], false) { // "King, Jr., M. L."
				n = r.inverted(p, pieces[i+2])
				n.Suffix = r.words(pieces[i+1])
				used = 3
			}
			r.add(n)
			i += used
			continue
		case r.isSuffix(p) && len(r.names) > 0:
			r.names[len(r.names)-1].Suffix = r.words(p)
		default:
			r.add(r.whole(p))
		}
		i++
	}
}

func (r *nameReader) add(n ref.Name) {
	if n != (ref.Name{}) {
		r.names = append(r.names, n)
	}
}

// words are those of a piece, as written.
func (r *nameReader) words(p piece) string {
	from, next := p.from, p.next
	for from < next && (r.at(from).kind == mark && !r.repeatsNames(from) || r.at(from).kind == markup) {
		from++
	}
	for next > from+1 && (r.at(next-1).kind == markup || r.at(next-1).kind == mark && !r.repeatsNames(next-1) && (r.at(next-1).shape != fullStop || r.at(next-1).spaced || !r.abbreviated(next-2))) {
		next--
	}
	if from >= next {
		return ""
	}
	return r.Text[r.Tokens[from].Start:r.Tokens[next-1].End]
}

// abbreviated reports whether a full stop after token i belongs to it.
func (r *nameReader) abbreviated(i int) bool {
	t := r.at(i)
	return t.shape == initial || t.shape != manyCaps && t.shape != capitals && r.isSuffix(piece{i, i + 1})
}

// isFamily reports whether a piece can be a family name: words without initials.
func (r *nameReader) isFamily(p piece) bool {
	words := 0
	for i := p.from; i < p.next; i++ {
		switch t := r.at(i); {
		case t.shape == initial && r.at(i+1).shape == fullStop:
			return false
		case t.kind == word && !r.isParticle(i):
			words++
		}
	}
	return 0 < words && words <= 4
}

// isGiven reports whether a piece can be given names alone: initials, or, where names
// are paired with a comma, other words.
func (r *nameReader) isGiven(p piece, paired bool) bool {
	initials, words := 0, 0
	for i := p.from; i < p.next; i++ {
		switch t := r.at(i); {
		case t.shape == initial, t.shape == capitals, t.kind == word && t.shape == capitalised && r.at(i+1).shape == fullStop && t.End-t.Start <= 3:
			initials++
		case t.kind == word && !r.isParticle(i):
			words++
		}
	}
	if paired {
		return initials+words > 0 && words <= 3
	}
	return initials > 0 && words == 0 || r.isSuffix(p)
}

// isPaired reports whether the first two pieces are one name, family name first: "Doe,
// Jane", "Doe, Jane, Adam Roe".
func (r *nameReader) isPaired(pieces []piece) bool {
	if len(pieces) == 1 || r.hasInitial(pieces[0]) && !r.isShouted(pieces[0], pieces[1]) || r.wordsIn(pieces[0]) > 3 || r.at(pieces[0].from).shape == ideographs {
		return false
	}
	if len(pieces) == 2 {
		return r.wordsIn(pieces[0]) == 1 || r.wordsIn(pieces[1]) == 1 || r.isParticle(pieces[0].from)
	}
	if r.wordsIn(pieces[0]) != 1 {
		return false
	}
	if r.isSuffix(pieces[2]) {
		return true
	}
	for _, p := range pieces[2:] {
		if r.wordsIn(p) > 1 {
			return true
		}
	}
	return len(pieces)%2 == 0
}

// arePairs reports whether the pieces are single words in pairs: "Roe, Jane, Lind, Adam".
func (r *nameReader) arePairs(pieces []piece) bool {
	return len(pieces)%2 == 0 && !slices.ContainsFunc(pieces, func(p piece) bool { return r.wordsIn(p) != 1 || r.hasInitial(p) })
}

// isShouted reports whether a piece is a short family name in capitals, before a given
// name that is not: "DOE, Jane".
func (r *nameReader) isShouted(family, given piece) bool {
	return family.next == family.from+1 && r.at(family.from).shape == capitals && r.at(given.from).shape == capitalised
}

func (r *nameReader) hasInitial(p piece) bool {
	for i := p.from; i < p.next; i++ {
		if s := r.at(i).shape; s == initial || s == capitals {
			return true
		}
	}
	return false
}

func (r *nameReader) wordsIn(p piece) (n int) {
	for i := p.from; i < p.next; i++ {
		if r.at(i).kind == word && !r.isParticle(i) {
			n++
		}
	}
	return n
}

// isParticle reports whether the word at i is a particle of a family name.
func (r *nameReader) isParticle(i int) bool {
	t := r.at(i)
	return t.lists&particleBit != 0 && !phrase.IsGivenName(r.Text[t.Start:t.End])
}

// particleEnd is the token after the particle in small letters at i: "van", "'t".
func (r *nameReader) particleEnd(i int) (next int) {
	switch t := r.at(i); {
	case t.lists&particleBit != 0 && t.shape == small:
		return i + 1
	case t.shape == apostrophe && r.lower(i+1) == "t" && r.at(i+1).shape == small && !r.at(i+1).spaced && r.at(i+2).spaced:
		return i + 2
	}
	return i
}

func (r *nameReader) isSuffix(p piece) bool {
	w := strings.TrimRight(strings.ToLower(r.Text[r.Tokens[p.from].Start:r.Tokens[p.next-1].End]), ".")
	switch w {
	case "jr", "sr", "jnr", "snr", "ii", "iii", "iv":
		return true
	}
	return false
}

// inverted is a name whose family name is before the comma.
func (r *nameReader) inverted(family, given piece) ref.Name {
	n := r.splitFamily(family)
	n.Given = r.words(given)
	return n
}

// splitFamily parts particles from a family name.
func (r *nameReader) splitFamily(p piece) (n ref.Name) {
	first := p.from
	for next := r.particleEnd(first); next > first && next < p.next; next = r.particleEnd(first) {
		first = next
	}
	if first > p.from {
		n.Particle = r.Text[r.Tokens[p.from].Start:r.Tokens[first-1].End]
	}
	n.Family = r.words(piece{first, p.next})
	return n
}

// whole is a name without a comma: the reader of phrase takes it if it reads all of
// it, else the last word is the family name, or the first if initials follow it.
func (r *nameReader) whole(p piece) ref.Name {
	p.from = min(p.from+r.leadOfGroup(p.from), p.next)
	if last := p.next - 1; last > p.from && r.at(last).shape == fullStop && r.at(p.from).shape != initial && r.stops(p) == 1 {
		p.next = last // that of the list: "Lund A, Roe B."
	}
	text := r.words(p)
	if text == "" {
		return ref.Name{}
	}
	if given := r.capitalsEnd(p); given > p.from && given < p.next {
		return r.inverted(piece{p.from, given}, piece{given, p.next})
	}
	if n, ok := phrase.ReadName(text); ok {
		return n
	}
	t := r.at(p.from)
	if r.wordsIn(p) == 0 || t.shape == ideographs && (r.wordsIn(p) == 1 || r.at(p.from+1).shape == bullet) || r.wordsIn(p) > 5 || r.hasBody(p) {
		return ref.Name{Literal: text}
	}
	initials := p.next
	for initials > p.from+1 && (r.at(initials-1).shape == initial || r.at(initials-1).shape == capitals && !r.isSuffix(piece{initials - 1, initials}) || r.at(initials-1).kind == mark) {
		initials--
	}
	if initials < p.next && r.at(p.from).shape != initial && r.hasWord(initials, p.next) { // "Иванов И. И."
		return r.inverted(piece{p.from, initials}, piece{initials, p.next})
	}
	last := p.next - 1
	for last > p.from && r.at(last).kind != word {
		last--
	}
	family := last
	for family > p.from+1 && r.at(family-1).lists&particleBit != 0 && r.at(family-1).shape == small {
		family--
	}
	n := r.splitFamily(piece{family, p.next})
	if family > p.from {
		n.Given = r.Text[r.Tokens[p.from].Start:r.Tokens[family-1].End]
	}
	return n
}

func (r *nameReader) stops(p piece) (n int) {
	for i := p.from; i < p.next; i++ {
		if r.at(i).shape == fullStop {
			n++
		}
	}
	return n
}

// capitalsEnd is where the family name in capitals ends that a piece begins with, if
// given names in small letters follow it: "LUNDQVIST Ana".
func (r *nameReader) capitalsEnd(p piece) int {
	i := p.from
	for i < p.next && r.at(i).shape == manyCaps {
		i++
	}
	for at := i; at < p.next; at++ {
		if r.at(at).kind == word && r.at(at).shape != capitalised && r.at(at).shape != initial {
			return p.from
		}
	}
	if r.hasBody(p) {
		return p.from
	}
	return i
}

func (r *nameReader) hasBody(p piece) bool {
	for i := p.from; i < p.next; i++ {
		if _, lists := lexicon.LookUp(r.Text[r.Tokens[i].Start:r.Tokens[i].End]); lists.Has(lexicon.BodyWords) {
			return true
		}
	}
	return false
}
