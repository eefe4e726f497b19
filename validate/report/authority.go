package report

import (
	"fmt"
	"strings"
)

// Authority is what the works of a run were compared with, and what the
// comparisons answered.
type Authority struct {
	Index        *Index // nil if only clients were asked
	Verification Verification
}

// Index names an index of known works.
type Index struct {
	Name     string `json:"name"`
	Date     string `json:"date"` // of the newest dump that it was built from
	Works    int    `json:"works"`
	Coverage string `json:"coverage"` // what it holds, in words
}

// Verification counts the five answers that a comparison can have.
type Verification struct {
	Agree        int `json:"agree"`
	Contradicted int `json:"contradicted"`
	NotFound     int `json:"not_found"`
	NotCovered   int `json:"not_covered"`
	NotChecked   int `json:"not_checked"`
}

// String says in one line what was compared and how it went, "" if a is nil.
func (a *Authority) String() string {
	if a == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString("compared with ")
	if a.Index == nil {
		b.WriteString("public services")
	} else {
		fmt.Fprintf(&b, "the index %s of %s (%s, %s)", a.Index.Name, a.Index.Date, count(a.Index.Works, "work"), a.Index.Coverage)
	}
	v := a.Verification
	fmt.Fprintf(&b, ": %s agree, %s contradicted, %s not found, %s not covered, %s not checked",
		thousands(v.Agree), thousands(v.Contradicted), thousands(v.NotFound), thousands(v.NotCovered), thousands(v.NotChecked))
	return b.String()
}
