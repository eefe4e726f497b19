package index

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
)

// Bounds of a search. Titles like "Editorial" lead to thousands of works, and so
// do words that are common.
const (
	mostNamesakes = 64      // works with one identifier or title that are read
	mostLike      = 32      // works with words of the title in common that are read
	mostRareWords = 8       // words that works are found by
	unionWords    = 3       // the rarest of them, of which a work must have one
	mostPostings  = 150_000 // numbers of works that their lists may have
)

// search looks for the works that a query may mean.
type search struct {
	index       *Index
	query       *authority.Query
	title       fold.Title
	identifiers []term
	families    []string
	hits        []hit
	settled     bool // a work has the title, and an author where the query has any
	found       bool // a work has the title but for typos, and an author of the query

	groupBuffer, listBuffer, workBuffer []byte
	numbersBuffer                       []uint32
}

// hit is a work that was found.
type hit struct {
	number     uint32
	work       *authority.Work
	closeness  compare.Closeness
	identified bool
	authored   bool // has an author of the query
}

func newSearch(x *Index, q *authority.Query) *search {
	s := &search{index: x, query: q, identifiers: identifierTerms(q.DOI, q.ArXiv, q.ISBN, q.PMID)}
	if q.Title != "" {
		s.title = fold.NewTitle(q.Title)
	}
	for _, author := range q.Authors[:min(len(q.Authors), compare.MostNames)] {
		s.families = append(s.families, compare.FamilyKeys(author)...)
	}
	return s
}

func (s *search) run() error {
	for _, t := range s.identifiers {
		if err := s.consider(t); err != nil {
			return err
		}
	}
	if s.title.Full == "" {
		return nil
	}
	for _, t := range s.titleTerms() {
		if err := s.consider(t); err != nil {
			return err
		}
		if s.settled {
			return nil
		}
	}
	if s.title.Generic {
		return nil
	}
	return s.considerWords()
}

// titleTerms returns what the title, whole or without a sub-title, is filed
// under, the most telling first.
func (s *search) titleTerms() []term {
	terms := []term{newTerm(byTitle, s.title.Full)}
	if s.title.Sub == "" {
		return append(terms, newTerm(byTitlePart, s.title.Full))
	}
	return append(terms, newTerm(byTitle, s.title.Main), newTerm(byTitle, s.title.Sub))
}

// consider reads the works of a term and keeps those that fit the query.
func (s *search) consider(t term) error {
	numbers, err := s.numbers(t)
	if err != nil {
		return err
	}
	if numbers, err = s.narrow(numbers); err != nil {
		return err
	}
	for _, number := range numbers {
		if err := s.read(number); err != nil {
			return err
		}
	}
	return nil
}

// numbers returns the works of a term.
func (s *search) numbers(t term) ([]uint32, error) {
	p, err := s.index.posting(t, &s.groupBuffer)
	if err != nil {
		return nil, err
	}
	return s.index.numbers(nil, p, &s.listBuffer)
}

// narrow leaves of many works those whose first author and year are the query's,
// and some of the others.
func (s *search) narrow(numbers []uint32) ([]uint32, error) {
	if len(numbers) <= mostNamesakes {
		return numbers, nil
	}
	var likely []uint32
	if len(s.query.Authors) > 0 && s.query.Year != "" {
		for _, family := range compare.FamilyKeys(s.query.Authors[0]) {
			cited, err := s.numbers(newTerm(byAuthor, family, s.query.Year))
			if err != nil {
				return nil, err
			}
			for _, number := range cited {
				if _, found := slices.BinarySearch(numbers, number); found {
					likely = append(likely, number)
				}
			}
		}
	}
	return append(likely, numbers...)[:mostNamesakes], nil
}

// read reads a work, and keeps it if it has an identifier of the query or a title
// like its.
func (s *search) read(number uint32) error {
	if slices.ContainsFunc(s.hits, func(h hit) bool { return h.number == number }) {
		return nil
	}
	w, err := s.index.work(number, &s.workBuffer)
	if err != nil {
		return err
	}
	h := hit{number: number, work: w, closeness: s.closeness(w), identified: s.isIdentified(w)}
	if h.closeness == compare.OtherTitle && !h.identified {
		return nil
	}
	h.authored = s.hasAuthor(w)
	s.hits = append(s.hits, h)
	s.found = s.found || h.closeness >= compare.TypoTitle && h.authored
	if h.closeness >= compare.PartTitle && (h.authored || len(s.families) == 0 && h.closeness == compare.SameTitle) {
		s.settled = true
	}
	return nil
}

// closeness tells how near the nearest title of a work is to that of the query.
func (s *search) closeness(w *authority.Work) compare.Closeness {
	nearest := compare.OtherTitle
	if s.title.Full == "" {
		return nearest
	}
	for _, title := range titlesOf(w) {
		folded := fold.NewTitle(title)
		nearest = max(nearest, compare.Titles(&s.title, &folded))
		if nearest == compare.OtherTitle && s.title.Sub == "" && folded.Sub != "" {
			main := mainTitle(&folded)
			nearest = min(compare.Titles(&s.title, &main), compare.NearTitle)
		}
	}
	return nearest
}

// mainTitle returns a title without its sub-title.
func mainTitle(t *fold.Title) fold.Title {
	length, words := 0, 0
	for words < len(t.Words) && length < len(t.Main) {
		length += len(t.Words[words])
		words++
	}
	return fold.Title{Words: t.Words[:words], Full: t.Main, Main: t.Main}
}

func (s *search) isIdentified(w *authority.Work) bool {
	if len(s.identifiers) == 0 {
		return false
	}
	r := &w.Record
	return slices.ContainsFunc(identifierTerms(r.DOI, r.ArXiv, r.ISBN, r.PMID), func(t term) bool { return slices.Contains(s.identifiers, t) })
}

func (s *search) hasAuthor(w *authority.Work) bool {
	if len(s.families) == 0 {
		return false
	}
	people := w.Record.Authors
	if len(people) == 0 {
		people = w.Record.Editors
	}
	return slices.ContainsFunc(people, func(n citation.Name) bool {
		return slices.ContainsFunc(compare.FamilyKeys(n), func(key string) bool { return slices.Contains(s.families, key) })
	})
}

// works returns what was found, the most likely first.
func (s *search) works() []*authority.Work {
	slices.SortFunc(s.hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.likelihood(), a.likelihood()), cmp.Compare(a.number, b.number))
	})
	works := make([]*authority.Work, len(s.hits))
	for i, h := range s.hits {
		works[i] = h.work
	}
	return works
}

func (h hit) likelihood() int {
	likelihood := 2 * int(h.closeness)
	if h.identified {
		likelihood += 7
	}
	if h.authored {
		likelihood += 3
	}
	return likelihood
}

// considerWords reads the works that have the rarest words of the title in
// common. Works come from the first lists, that of the first author and the year
// among them; the other lists only tell which of too many are most like it.
func (s *search) considerWords() error {
	lists, err := s.authored()
	if err != nil {
		return err
	}
	sources := len(lists) + unionWords
	words, err := s.rarestWords()
	if err != nil {
		return err
	}
	lists = append(lists, words...)
	var shared, merged, likely []sharing
	for i, list := range lists {
		if s.numbersBuffer, err = s.index.numbers(s.numbersBuffer[:0], list, &s.listBuffer); err != nil {
			return err
		}
		weight := uint16(1 + bits.Len(uint(s.index.manifest.Works/list.count)))
		if i < sources {
			merged = addSharing(merged[:0], shared, s.numbersBuffer, weight)
			shared, merged = merged, shared
		} else {
			raiseSharing(shared, s.numbersBuffer, weight)
		}
		if i+1 >= sources || i+1 == len(lists) {
			var all bool
			if likely, all = mostShared(shared); all {
				break
			}
		}
	}
	for i, work := range likely {
		if err := s.read(work.number); err != nil {
			return err
		}
		if s.found && i+1 < len(likely) && likely[i+1].weight < work.weight {
			return nil
		}
	}
	return nil
}

// authored returns what the index has of the first author and the year.
func (s *search) authored() ([]posting, error) {
	if len(s.query.Authors) == 0 || s.query.Year == "" {
		return nil, nil
	}
	var lists []posting
	for _, family := range compare.FamilyKeys(s.query.Authors[0]) {
		var err error
		if lists, err = s.appendPosting(lists, newTerm(byAuthor, family, s.query.Year)); err != nil {
			return nil, err
		}
	}
	return lists, nil
}

// rarestWords returns what the index has of the words of the title, the rarest
// first. Words that it does not know may be misspelt.
func (s *search) rarestWords() ([]posting, error) {
	var lists []posting
	words := slices.Compact(slices.Sorted(slices.Values(s.title.Words[:min(len(s.title.Words), compare.MaxTitleWords)])))
	for _, word := range words {
		var err error
		if lists, err = s.appendPosting(lists, newTerm(byWord, word)); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(lists, func(a, b posting) int { return cmp.Compare(a.count, b.count) })
	total := 0
	for i, list := range lists {
		total += list.count
		if i == mostRareWords || total > mostPostings {
			return lists[:i], nil
		}
	}
	return lists, nil
}

// appendPosting appends what the index has of a term, unless that is nothing or
// the term is so common that there is no list.
func (s *search) appendPosting(lists []posting, t term) ([]posting, error) {
	p, err := s.index.posting(t, &s.groupBuffer)
	if err != nil || p.count == 0 || p.list < 0 {
		return lists, err
	}
	p.packed = slices.Clone(p.packed)
	return append(lists, p), nil
}

// sharing is a work that has words in common with the title.
type sharing struct {
	number uint32
	weight uint16 // of the words: the rarer, the more
}

// addSharing appends the works shared so far and those of another word, in the
// order of their numbers.
func addSharing(to, shared []sharing, numbers []uint32, weight uint16) []sharing {
	to = slices.Grow(to, len(shared)+len(numbers))
	for _, number := range numbers {
		for len(shared) > 0 && shared[0].number < number {
			to, shared = append(to, shared[0]), shared[1:]
		}
		if len(shared) > 0 && shared[0].number == number {
			to, shared = append(to, sharing{number, shared[0].weight + weight}), shared[1:]
		} else {
			to = append(to, sharing{number, weight})
		}
	}
	return append(to, shared...)
}

// raiseSharing adds the weight of another word to the works that have it.
func raiseSharing(shared []sharing, numbers []uint32, weight uint16) {
	i := 0
	for at := range shared {
		for i < len(numbers) && numbers[i] < shared[at].number {
			i++
		}
		if i == len(numbers) {
			return
		}
		if numbers[i] == shared[at].number {
			shared[at].weight += weight
		}
	}
}

// mostShared returns the works with the most weight, the heaviest first. All is
// false if there are more with half the weight of the heaviest than can be read.
func mostShared(shared []sharing) (most []sharing, all bool) {
	heaviest := uint16(0)
	for _, work := range shared {
		heaviest = max(heaviest, work.weight)
	}
	var counts [1 << 9]int
	for _, work := range shared {
		counts[min(int(work.weight), len(counts)-1)]++
	}
	least, total := min(int(heaviest)+1, len(counts)), 0
	for least > int(heaviest+1)/2 && total < mostLike {
		least--
		total += counts[least]
	}
	most = make([]sharing, 0, total)
	for _, work := range shared {
		if int(work.weight) >= least {
			most = append(most, work)
		}
	}
	slices.SortStableFunc(most, func(a, b sharing) int { return cmp.Compare(b.weight, a.weight) })
	return most[:min(len(most), mostLike)], total <= mostLike && least <= int(heaviest+1)/2
}

// cited returns the works of a first author and a year.
func (s *search) cited(t term, family string) ([]*authority.Work, error) {
	numbers, err := s.numbers(t)
	if err != nil {
		return nil, err
	}
	var works []*authority.Work
	for _, number := range numbers[:min(len(numbers), maxCited)] {
		w, err := s.index.work(number, &s.workBuffer)
		if err != nil {
			return nil, err
		}
		if slices.Contains(compare.FamilyKeys(firstAuthor(&w.Record)), family) {
			works = append(works, w)
		}
	}
	return works, nil
}
