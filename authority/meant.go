package authority

import (
	"slices"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
)

// longTitle is how many words a title has that is no other work's by chance.
const longTitle = 6

// isMeant reports whether a reference means the work that it was compared with,
// even if something that it states is contradicted.
func (s *stated) isMeant(m *match) bool {
	switch {
	case m.byID != "":
		return m.bare || s.title.Full == "" || m.title != compare.OtherTitle || m.authors.Most || m.preprintOf && m.authors.Agreement == compare.Incomparable
	case s.title.Generic:
		return m.title == compare.SameTitle && m.authors.Agreement == compare.Agrees && m.isConfirmed()
	case s.isOfOtherKind(m):
		return false
	}
	switch m.title {
	case compare.SameTitle:
		return s.isMeantBySameTitle(m)
	case compare.PartTitle:
		return m.isMeantByPartOfTitle()
	case compare.TypoTitle:
		return s.isMeantByMisspeltTitle(m)
	case compare.NearTitle:
		return m.authors.Most && m.authors.Agreement == compare.Agrees && (m.year != compare.Differs || m.venue == compare.Agrees) && m.venue != compare.Differs && !m.otherVersion
	}
	return false
}

// isConfirmed reports whether the work came out when, or in what, the reference states.
func (m *match) isConfirmed() bool { return m.year == compare.Agrees || m.venue == compare.Agrees }

// isContradicted reports whether the work came out at another time or in something else.
func (m *match) isContradicted() bool {
	return m.year == compare.Differs || m.venue == compare.Differs
}

func (s *stated) hasLongTitle() bool { return len(s.title.Words) >= longTitle }

func (s *stated) isMeantBySameTitle(m *match) bool {
	othersWroteIt := m.authors.Agreement == compare.Differs
	switch {
	case m.authors.Shared > 0:
		return m.distinct || m.isConfirmed() || m.authors.Most || !othersWroteIt
	case m.year == compare.Differs && m.venue == compare.Differs:
		return false
	case othersWroteIt && m.isContradicted() && !m.isConfirmed():
		return s.hasLongTitle()
	case othersWroteIt:
		return m.distinct || m.year == compare.Agrees && m.venue == compare.Agrees
	}
	return m.distinct || !m.isContradicted()
}

func (m *match) isMeantByPartOfTitle() bool {
	isByOthers := m.authors.Agreement == compare.Differs && !m.authors.Nearly
	if isByOthers && (m.isContradicted() || m.otherVersion || m.doi == compare.Differs) {
		return false
	}
	return m.authors.Most || m.authors.Agreement == compare.Incomparable && m.distinct && !m.isContradicted()
}

func (s *stated) isMeantByMisspeltTitle(m *match) bool {
	if m.authors.Agreement == compare.Incomparable {
		return m.distinct && !m.isContradicted() && (s.hasLongTitle() || m.isConfirmed())
	}
	return m.authors.Most && m.year != compare.Differs
}

// isOfOtherKind reports whether a work of the same title is another one by its kind: a
// thesis is not the paper that came of it, a book not the review that bears its title
// nor a chapter, a law not the entry about it in an encyclopedia. Where the same
// people wrote both, a book may be known as a part of itself.
func (s *stated) isOfOtherKind(m *match) bool {
	kind := s.reference.Type
	isKind := func(is func(citation.EntryType) bool) bool {
		return slices.ContainsFunc(m.work, func(k *known) bool { return is(k.work.Record.Type) || k.work.Record.Type == "" })
	}
	wroteIt := m.authors.Shared > 0
	switch {
	case isThesis(kind):
		return !isKind(func(t citation.EntryType) bool { return isThesis(t) || t == citation.Misc })
	case kind == citation.Misc:
		isEntry := !isKind(func(t citation.EntryType) bool { return t != citation.InCollection })
		return isEntry && !wroteIt && m.venue != compare.Agrees
	case !isKind(func(t citation.EntryType) bool { return !isThesis(t) }):
		return true
	case isWhole(kind):
		return !wroteIt && !isKind(func(t citation.EntryType) bool { return !isPart(t) })
	case isPart(kind):
		return !wroteIt && !isKind(func(t citation.EntryType) bool { return !isWhole(t) })
	}
	return false
}

func isThesis(t citation.EntryType) bool {
	return t == citation.PhDThesis || t == citation.MastersThesis
}

// isWhole reports whether works of a type are published by themselves.
func isWhole(t citation.EntryType) bool { return t == citation.Book || t == citation.TechReport }

// isPart reports whether works of a type are published within others.
func isPart(t citation.EntryType) bool {
	return t == citation.Article || t == citation.InProceedings || t == citation.InCollection
}

// rank orders the works that a reference may mean: the one that it agrees with
// best has the highest.
func (m *match) rank() int {
	if m.bare {
		return -100 // any that can be compared comes before it
	}
	rank := [...]int{compare.OtherTitle: 0, compare.NearTitle: 4, compare.TypoTitle: 6, compare.PartTitle: 7, compare.SameTitle: 9}[m.title]
	if m.byID != "" {
		rank += 5
	}
	switch {
	case m.authors.Agreement == compare.Agrees:
		rank += 8
	case m.authors.Agreement == compare.Incomparable:
		rank += 3
	case m.authors.Most:
		rank += 2
	}
	for _, field := range [...]compare.Agreement{m.year, m.venue, m.doi, m.arxiv} {
		switch field {
		case compare.Agrees:
			rank += 2
		case compare.Differs:
			rank -= 2
		}
	}
	return rank
}
