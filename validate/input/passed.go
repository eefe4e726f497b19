package input

import (
	"fmt"
	"strings"
)

// Passed counts the files of a folder or an archive that are not read, and remembers the
// first of them.
type Passed struct {
	In    string // the folder or archive
	Count int
	First []string // at most three
}

// Add counts a file.
func (p *Passed) Add(name string) {
	if p.Count++; len(p.First) < 3 {
		p.First = append(p.First, name)
	}
}

// String says how many were passed over: "passed over 2 of the files of facts, which hold
// no form of facts: facts/a.png, facts/b.css".
func (p *Passed) String() string {
	return fmt.Sprintf("passed over %d of the files of %s, which hold no form of facts: %s", p.Count, p.In, strings.Join(p.First, ", "))
}
