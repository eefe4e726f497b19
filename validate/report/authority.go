package report

import (
	"fmt"
	"strings"

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
