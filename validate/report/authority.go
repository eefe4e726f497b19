package report

import (
	"fmt"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/validate"
)

// Authority is what the works of a run were compared with, and what the
// comparisons answered.
type Authority struct {
	Index        *Index   // nil if only services were asked
	Services     []string // public services that were asked, by name
	Verification validate.Verification
}

// Index names an index of known works.
type Index struct {
	Name     string `json:"name"`
	Date     string `json:"date"` // of the newest dump that it was built from
	Works    int    `json:"works"`
	Coverage string `json:"coverage"` // what it holds, in words
}

// NewAuthority is what a report says of a run that was compared with what is covered so,
// as [authority.Catalogue.Coverage] has it: several indexes are described as one. It is
// nil if nothing was compared.
func NewAuthority(covered []*authority.Coverage, v *validate.Verification) *Authority {
	if v == nil {
		return nil
	}
	a := &Authority{Verification: *v}
	var indexes []*authority.Coverage
	for _, c := range covered {
		if c.Holds == nil {
			a.Services = append(a.Services, c.Name)
		} else {
			indexes = append(indexes, c)
		}
	}
	if len(indexes) > 0 {
		a.Index = newIndex(indexes)
	}
	return a
}

func newIndex(indexes []*authority.Coverage) *Index {
	var names, coverage []string
	x := new(Index)
	for _, c := range indexes {
		names = append(names, visible(c.Name))
		coverage = append(coverage, c.String())
		x.Date = max(x.Date, c.Date)
		x.Works += c.Works
	}
	x.Name, x.Coverage = strings.Join(names, ", "), strings.Join(coverage, "; ")
	return x
}

// String says in one line what was compared and how it went, "" if a is nil.
func (a *Authority) String() string {
	if a == nil {
		return ""
	}
	with := append([]string{}, a.Services...)
	if a.Index != nil {
		with = append([]string{a.Index.String()}, with...)
	}
	v := a.Verification
	return fmt.Sprintf("compared with %s: %s agree, %s contradicted, %s not found, %s not covered, %s not checked", strings.Join(with, ", "),
		thousands(v.Agree), thousands(v.Contradicted), thousands(v.NotFound), thousands(v.NotCovered), thousands(v.NotChecked))
}

// String names the index, its date if it has one, and what it holds.
func (x *Index) String() string {
	name := "the index " + x.Name
	if x.Date != "" {
		name += " of " + x.Date
	}
	return fmt.Sprintf("%s (%s: %s)", name, count(x.Works, "work"), x.Coverage)
}
