package authority

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/venue"
)

// stated is a reference folded for comparison. What is derived is not part of it.
type stated struct {
	reference *citation.Reference
	title     fold.Title
	unbroken  fold.Title // the title without what may be left of the end of a line in it; Full is empty where nothing can be
	authors   compare.AuthorList
	venue     compare.Venue // no name where none is stated but a preprint server
	year      int
	doi       string
	arxiv     string
	isbn      string
	pmid      string
	preprint  bool // the work is known as a preprint only
	covered   bool // an authority covers the venue and the year: a work that is not there was not there
	notice    bool // the work is the notice that retracts another one
}

func foldReference(r *citation.Reference, completeAuthors bool) *stated {
	s := &stated{
		reference: r,
		title:     fold.NewTitle(r.Title),
		unbroken:  fold.NewTitle(fold.WithoutLostLineEnd(r.Title)),
		authors:   compare.FoldAuthors(r.Authors, completeAuthors && !r.EtAl),
		year:      leadingYear(r.Year),
		doi:       fold.DOI(r.DOI),
		arxiv:     fold.ArXiv(r.ArXiv),
		isbn:      fold.ISBN(r.ISBN),
		pmid:      strings.TrimSpace(r.PMID),
	}
	onServer := r.Container != "" && venue.IsPreprintServer(r.Container)
	if r.Container != "" && !onServer {
		s.venue = compare.FoldVenue(r.Container)
	}
	s.notice = compare.IsNotice(&s.title)
	s.preprint = s.venue.Name == "" && (r.Preprint || onServer || r.Type == citation.Misc && s.arxiv != "")
	return s
}

// match is a work that a reference may mean, and what comparing them gave.
type match struct {
	work    candidate
	byID    string // the identifier that they share, by its JSON name; empty if none
	title   compare.Closeness
	authors compare.Overlap
	year    compare.Agreement
	venue   compare.Agreement
	doi     compare.Agreement
	arxiv   compare.Agreement
	pmid    compare.Agreement

	distinct     bool // hardly two works have the title
	otherVersion bool // the stated venue may be that of a version which no record is of
	preprintOf   bool // a preprint's record names the stated DOI as that of the published version, and no other record has it
	bare         bool // the records have identifiers and nothing to compare
}

// compare compares a reference with all records of a work: whatever one of them
// confirms is confirmed.
func (s *stated) compare(c candidate) match {
	m := match{work: c}
	for _, k := range c {
		if title, distinct := s.closestTitle(k); title > m.title {
			m.title, m.distinct = title, distinct
		}
		people := compare.Authors(s.authors, k.authors)
		if isBetter(people, m.authors) {
			m.authors = people
		}
	}
	m.bare = !slices.ContainsFunc(c, func(k *known) bool { return len(k.titles) > 0 || !k.authors.IsEmpty() })
	m.venue, m.otherVersion = s.compareVenue(c)
	if !m.otherVersion {
		m.year = s.compareYear(c, m.venue)
	}
	m.arxiv = compareIDs(s.arxiv, c, func(k *known) string { return k.arxiv })
	m.pmid = compareIDs(s.pmid, c, func(k *known) string { return k.pmid })
	if m.authors.Agreement == compare.Differs && m.authors.Nearly && (m.otherVersion || s.statesPreprintOf(c)) {
		m.authors.Agreement = compare.Incomparable // authors come and go between versions
	}
	m.doi = s.compareDOI(c, &m)
	if m.doi == compare.Agrees && m.venue == compare.Incomparable && s.statesStrangeVenue(c) {
		m.venue, m.otherVersion = compare.Differs, false
		m.year = s.compareYear(c, m.venue)
	}
	m.preprintOf = m.doi == compare.Agrees && !s.preprint && !m.bare && !slices.ContainsFunc(c, func(k *known) bool { return !k.isOfPreprint() })
	if m.preprintOf && m.authors.Agreement == compare.Differs && (m.authors.Nearly || m.authors.Most) {
		m.authors.Agreement = compare.Incomparable
	}
	switch {
	case m.doi == compare.Agrees:
		m.byID = "doi"
	case m.arxiv == compare.Agrees:
		m.byID = "arxiv"
	case m.pmid == compare.Agrees:
		m.byID = "pmid"
	case s.reference.Type == citation.Book && s.isbn != "" && slices.ContainsFunc(c, func(k *known) bool { return k.isbn == s.isbn }):
		m.byID = "isbn"
	}
	return m
}

// agreementOf returns what comparing an identifier gave.
func (m *match) agreementOf(identifier string) compare.Agreement {
	switch identifier {
	case "doi":
		return m.doi
	case "arxiv":
		return m.arxiv
	case "pmid":
		return m.pmid
	}
	return compare.Incomparable
}

// statesPreprintOf reports whether a reference has the identifier of a preprint of
// which none of the work's records is.
func (s *stated) statesPreprintOf(c candidate) bool {
	return (s.arxiv != "" || s.preprint) && !slices.ContainsFunc(c, func(k *known) bool { return k.arxiv != "" || !k.isPublished() })
}

// isBetter reports whether one comparison of authors confirms more than another.
func isBetter(a, b compare.Overlap) bool {
	if (a.Agreement == compare.Agrees) != (b.Agreement == compare.Agrees) {
		return a.Agreement == compare.Agrees
	}
	return a.Shared > b.Shared || a.Shared == b.Shared && a.Agreement > b.Agreement
}

// compareIDs compares an identifier of which a work has one in each registry.
func compareIDs(id string, c candidate, of func(*known) string) compare.Agreement {
	result := compare.Incomparable
	for _, k := range c {
		switch known := of(k); {
		case id == "" || known == "":
		case id == known:
			return compare.Agrees
		default:
			result = compare.Differs
		}
	}
	return result
}

// compareDOI compares the DOI. A work may have several: of the preprint, of the
// copy in a repository, of the version of a journal. So another DOI differs only
// where venue and year leave no other version, or where both are of the same
// registrant, and that of a repository never does.
func (s *stated) compareDOI(c candidate, m *match) compare.Agreement {
	result := compare.Incomparable
	for _, k := range c {
		switch {
		case s.doi == "" || k.doi == "":
		case k.doi == s.doi:
			return compare.Agrees
		case fold.IsRepositoryDOI(s.doi) || fold.IsRepositoryDOI(k.doi):
		case m.otherVersion: // which has its own
		case m.venue == compare.Agrees && m.year != compare.Differs || m.venue != compare.Differs && registrant(k.doi) == registrant(s.doi):
			result = compare.Differs
		}
	}
	return result
}

func registrant(doi string) string {
	prefix, _, _ := strings.Cut(doi, "/")
	return prefix
}

// compareVenue compares the stated venue with every name of the work's venues.
// It cannot be compared where it may be that of another version.
func (s *stated) compareVenue(c candidate) (result compare.Agreement, otherVersion bool) {
	for _, k := range c {
		for i := range k.venues {
			switch agreement := compare.Venues(&s.venue, &k.venues[i]); {
			case agreement == compare.Agrees:
				return compare.Agrees, false
			case s.venue.Name != "" && !s.venue.Series && s.mayBeOtherVersion(k, &k.venues[i]):
				otherVersion = true
			case agreement == compare.Differs:
				result = compare.Differs
			}
		}
	}
	return result, otherVersion && result == compare.Incomparable
}

// statesStrangeVenue reports whether the stated DOI pins a version that was published
// elsewhere: the record with that DOI names another venue, and the stated name has
// nothing in common with it.
func (s *stated) statesStrangeVenue(c candidate) bool {
	strange := false
	for _, k := range c {
		if k.doi != s.doi || fold.IsRepositoryDOI(k.doi) {
			continue
		}
		for i := range k.venues {
			if !s.venue.IsStrangeTo(&k.venues[i]) {
				return false
			}
			strange = true
		}
	}
	return strange
}

// mayBeOtherVersion reports whether what is stated may have been published beside
// the record: a journal's version after the meeting's, the meeting's before the
// journal's, a workshop's before either. An authority that covers the stated
// venue would have it.
func (s *stated) mayBeOtherVersion(k *known, venue *compare.Venue) bool {
	if s.covered {
		return false
	}
	published := leadingYear(k.work.Record.Year)
	unknown := s.year == 0 || published == 0
	later := s.year - published
	if !unknown && max(later, -later) > yearsOfOneWork {
		return false
	}
	switch inJournal := s.venue.Kind == citation.Article; {
	case s.venue.Workshop && !venue.Workshop:
		return unknown || later < 0 || later == 0 && !s.venue.HasNameOf(venue)
	case inJournal && venue.Kind != citation.Article:
		return unknown || later > 0
	case !inJournal && venue.Kind == citation.Article:
		return unknown || later < 0
	}
	return false
}

// Years by which a stated year may be off for a reason: a preprint is out before
// its publication, an article online before its issue is printed.
const (
	yearsAhead  = 3
	yearsBehind = 1
)

// isOfBook reports whether all records of a work are of a book.
func isOfBook(c candidate) bool {
	return !slices.ContainsFunc(c, func(k *known) bool { return k.work.Record.Type != citation.Book })
}

// compareYear compares the stated year with every year of the work's records.
func (s *stated) compareYear(c candidate, venue compare.Agreement) compare.Agreement {
	first, last, published := 0, 0, false
	article := s.venue.Kind == citation.Article || s.reference.Type == citation.Article
	for _, k := range c {
		for _, year := range k.years() {
			if year == s.year && year != 0 {
				return compare.Agrees
			}
			if first == 0 || year < first {
				first = year
			}
			last = max(last, year)
		}
		article = article || k.work.Record.Type == citation.Article
		published = published || k.isPublished()
	}
	if s.year == 0 || first == 0 {
		return compare.Incomparable
	}
	ahead, behind := 0, 0
	switch {
	case s.reference.Type == citation.Book, s.reference.Edition != "", isOfBook(c):
		return compare.Incomparable // another printing or edition
	case !published && !s.preprint:
		behind = yearsOfOneWork // published since, of which no record knows
	case s.year == arXivYear(s.arxiv):
		return compare.Incomparable
	case s.venue.Name == "" && s.statesPreprintOf(c):
		ahead, behind = yearsOfOneWork, yearsBehind
	case s.venue.Name == "":
		ahead, behind = yearsAhead, yearsBehind
	case article || venue == compare.Incomparable:
		ahead, behind = yearsBehind, yearsBehind
	}
	if first-ahead <= s.year && s.year <= last+behind {
		return compare.Incomparable
	}
	return compare.Differs
}
