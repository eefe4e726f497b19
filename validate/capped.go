package validate

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/factcite/factcite/validate/internal/finding"
)

// capped counts the findings of each rule in each file, and what they are beyond a limit.
type capped struct {
	limit  int // 0 is none
	counts map[fileRule]*beyond
}

// A fileRule is a rule in a file.
type fileRule struct{ path, rule string }

// beyond is how many findings there are, and of those beyond the limit how many of each
// severity.
type beyond struct {
	told int
	rest Counts
}

func (c *capped) of(path, rule string) *beyond {
	key := fileRule{path, rule}
	b := c.counts[key]
	if b == nil {
		if c.counts == nil {
			c.counts = map[fileRule]*beyond{}
		}
		b = new(beyond)
		c.counts[fileRule{strings.Clone(path), strings.Clone(rule)}] = b // not the block of a part that they are cut from
	}
	return b
}

// passes counts a finding and reports whether it is to be told.
func (c *capped) passes(f *Finding) bool {
	if c.limit <= 0 {
		return true
	}
	b := c.of(f.Path, f.Rule)
	if b.told < c.limit {
		b.told++
		return true
	}
	b.rest.add(f.Severity, 1)
	return false
}

// full reports whether no further finding of a rule in a file is told.
func (c *capped) full(path, rule string) bool {
	return c.limit > 0 && c.of(path, rule).told >= c.limit
}

// findings are what is said of the rest: one for each rule and file.
func (c *capped) findings() iter.Seq[Finding] {
	if len(c.counts) == 0 {
		return func(func(Finding) bool) {} // as in most runs over one record
	}
	return func(yield func(Finding) bool) {
		keys := slices.SortedFunc(maps.Keys(c.counts), func(a, b fileRule) int {
			return cmp.Or(strings.Compare(a.path, b.path), strings.Compare(a.rule, b.rule))
		})
		for _, key := range keys {
			rest := c.counts[key].rest
			severity := Info
			switch {
			case rest.Error > 0:
				severity = Error
			case rest.Warning > 0:
				severity = Warning
			}
			count := rest.AtLeast(Info)
			if count == 0 {
				continue
			}
			f := Finding{
				Rule: key.rule, Severity: severity, Path: key.path,
				Message:     fmt.Sprintf("%d more findings of this rule are in this file", count),
				Help:        "mend those that are told, and check again; --max-findings 0 tells all",
				Fingerprint: finding.Fingerprint(key.rule, key.path, "more findings", "", 0),
			}
			if count == 1 {
				f.Message = "one more finding of this rule is in this file"
			}
			if !yield(f) {
				return
			}
		}
	}
}
