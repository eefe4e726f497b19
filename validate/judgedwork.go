package validate

import (
	"iter"
	"slices"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/rules"
)

// judgedWork is what the rules say of a work.
type judgedWork struct {
	first     string // the fact that named it first
	reference *citation.Reference
	found     []finding.Draft
	fields    rules.FieldCount
}

// judgeWorks judges every work after everything was read.
func (c *collector) judgeWorks() error {
	var before finding.Repeats // findings of the works that one fact is the first to name
	previous := ""
	for judged := range text.InOrder(c.works(), c.judgeChunk) {
		for _, w := range judged {
			c.result.Summary.Works++
			c.result.completeness.Add(w.reference)
			c.result.fields.Add(w.fields)
			if w.first != previous {
				clear(before)
				previous = w.first
			}
			for i := range w.found {
				c.numberAmong(&before, &w.found[i])
			}
			if err := c.reportAll(w.found); err != nil {
				return err
			}
		}
	}
	return nil
}

// works yields the Index of every work.
func (c *collector) works() iter.Seq[int] {
	return func(yield func(int) bool) {
		for index := range c.first.places.Len() {
			if c.result.Bibliography.Current(index) == index && !yield(index) {
				return
			}
		}
	}
}

func (c *collector) judgeChunk(indexes []int) []judgedWork {
	judged := make([]judgedWork, len(indexes))
	found := make([]finding.Draft, 0, 2*len(indexes)) // as many as there mostly are
	w, placeOf := rules.Work{}, c.ledger.placeOf
	for i, index := range indexes {
		work := c.result.Bibliography.At(index)
		w = rules.Work{
			Reference: &work.Reference,
			First:     c.first.of(work.Index, work.Facts[0]),
			IsEntry:   c.ledger.isEntry,
			Conflicts: work.Conflicts,
			PlaceOf:   placeOf,
			Versions:  c.versionsOf(c.versions[work.Index]),
			Repeats:   c.versionsOf(c.repeats[work.Index]),
		}
		before := len(found)
		c.rules.Work(&w, func(rule string, about []Finding) {
			for _, f := range about {
				f.Rule = rule
				found = append(found, finding.Draft{Finding: f, Of: f.Fact, Also: work.Facts})
			}
		})
		judged[i] = judgedWork{first: w.First.Fact, reference: &work.Reference, found: found[before:], fields: rules.CountFields(&work.Reference)}
	}
	return judged
}

// maxVersions bounds the other works that a finding names.
const maxVersions = 10

// repeatsOf puts entries of one work together.
func repeatsOf(pairs iter.Seq2[int, int]) map[int][]int {
	firsts, groups := map[int]int{}, map[int][]int{}
	for first, later := range pairs { // the pairs of the first entries are first
		if root, ok := firsts[first]; ok {
			first = root
		}
		if _, known := firsts[later]; !known && later != first {
			firsts[later] = first
			groups[first] = append(groups[first], later)
		}
	}
	repeats := make(map[int][]int, len(groups))
	for first, later := range groups {
		slices.Sort(later)
		repeats[later[0]] = append([]int{first}, later[1:]...)
	}
	return repeats
}

// versionsOf returns some of works.
func (c *collector) versionsOf(works []int) []rules.Version {
	var list []rules.Version
	for _, earlier := range works[:min(len(works), maxVersions)] {
		work := c.result.Bibliography.At(earlier)
		if !work.Reference.Entry.IsWork() {
			continue
		}
		list = append(list, rules.Version{Reference: &work.Reference, First: c.first.of(work.Index, work.Facts[0])})
	}
	return list
}
