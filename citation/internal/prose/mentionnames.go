package prose

import (
	"slices"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// isAnd reports whether a word joins the last two of a list, in the languages of citations.
func isAnd(t *phrase.Token) bool { return t.Is("and") || t.Is("&") || foreignAnd.has(t) }

var foreignAnd = words("und", "et", "y", "e", "och", "og", "en", "ed", "sowie")

// namesAt reads the names of a citation at token i, those joined in other languages as well:
// "Brandt, Moe und Eberle", "García y López"; the acronym of a body may be after it.
func (m *mentionReader) namesAt(i int) (list phrase.NameList, next int, ok bool) {
	if t := m.At(i); phrase.IsBodyAcronym(t) && t.In(lexicon.FunctionWords) { // the WHO
		return phrase.NameList{Names: []ref.Name{{Literal: t.Text}}}, i + 1, true
	}
	list, next, ok = m.NamesAt(i)
	switch {
	case !ok || list.EtAl:
		return list, next, ok
	case !list.IsPersonal():
		return list, m.skipAcronym(next), true
	case len(list.Names) == 1 && m.At(i+1).Is("y") && i+3 == next:
		return m.pair(i, i+2, next), next, true
	}
	if t := m.At(next); foreignAnd.has(t) && !t.Capital {
		if last, end, ok := m.PersonAt(next + 1); ok && phrase.IsYearOfMention(m.At(m.SkipComma(end))) {
			list.Names = append(list.Names, last)
			return list, end, true
		}
	}
	return list, next, true
}

// skipAcronym skips the acronym in brackets at i, of the body that is named before it.
func (m *mentionReader) skipAcronym(i int) (next int) {
	if t := m.At(i); (t.Is("[") || t.Is("(")) && phrase.IsBodyAcronym(m.At(i+1)) && m.ClosingParen(i) == i+2 {
		return i + 3
	}
	return i
}

// pair are two surnames: the one at token first, and the one in tokens last to next.
func (m *mentionReader) pair(first, last, next int) phrase.NameList {
	return phrase.NameList{Names: []ref.Name{m.Family(first, first+1), m.Family(last, next)}}
}

// namesBefore reads the names of a citation that end right before token i, those joined in
// other languages as well.
func (m *mentionReader) namesBefore(i int) (list phrase.NameList, from int, ok bool) {
	list, from, ok = m.NamesBefore(i)
	if !ok || list.EtAl || len(list.Names) != 1 || !list.IsPersonal() {
		return list, from, ok
	}
	if name := m.withoutArticle(from, i); name > from {
		list.Names = slices.Clone(list.Names)
		from, list.Names[0].Particle = name, ""
	}
	if m.At(from).Is("y") && !m.At(from).Capital { // "y Peña (2013)"
		from++
		list.Names = []ref.Name{m.Family(from, i)}
	}
	if m.At(from+1).Is("y") && from+3 == i { // "García y López"
		return m.pair(from, from+2, i), from, true
	}
	if t := m.At(from - 1); !foreignAnd.has(t) || t.Capital {
		return list, from, true
	}
	others, first, ok := m.NamesBefore(from - 1)
	if !ok || others.EtAl || !others.IsPersonal() || ministries.has(m.At(first)) || ministries.has(m.At(first+1)) {
		return list, from, true
	}
	others.Names = append(others.Names, list.Names...)
	return others, first, true
}

// withoutArticle skips words in lower case that look like particles of the name in tokens from
// to next and point to it: "los de Arteaga", "à la Roe".
func (m *mentionReader) withoutArticle(from, next int) int {
	at := from
	for at < next && m.At(at).In(lexicon.Particles) && !m.At(at).Capital {
		at++
	}
	pointing := articles.has(m.At(from)) && (m.At(from+1).Is("de") || m.At(from+1).Is("del"))
	if at < next && (pointing || m.At(from-1).Is("à") || m.At(from-1).Is("a")) {
		return at
	}
	return from
}

var articles = words("los", "las", "la", "el", "le", "les")

// ministries are bodies whose names join what they are for, as the names of people are joined.
var ministries = words("ministério", "ministerio", "ministère", "ministero", "ministerium", "bundesministerium", "secretaria", "secretaría", "departamento")
