package authority

import (
	"fmt"
	"strconv"
	"strings"
)

// Coverage says what an authority holds, so that absence can be judged.
type Coverage struct {
	Name    string        `json:"name"` // file name of an index, name of a registry
	Date    string        `json:"date"` // of the newest record or dump; empty if unknown
	Works   int           `json:"works"`
	Sources []SourceCount `json:"sources"` // by name
	Years   [2]int        `json:"years"`   // first and last
	Venues  int           `json:"venues"`  // distinct ones that the table of venues or the records name

	// Holds tells how many works of a venue and a year there are, whatever name
	// of the venue is asked for; year 0 asks for all years. It is nil for an
	// authority that cannot tell, whose silence proves nothing.
	Holds func(venue string, year int) int `json:"-"`

	// Service says that each question costs somebody else: a service is asked only for
	// what those before it have not confirmed, first for identifiers and then, after all
	// other services, for the title.
	Service bool `json:"-"`

	// AskedFor are the identifiers that a service is asked for, by their JSON names in
	// citation.Reference; nil are all.
	AskedFor []string `json:"-"`

	// IdentifiersAlone says that a service is not asked for titles.
	IdentifiersAlone bool `json:"-"`

	// Identifiers says which identifiers the works have. It is nil for an authority
	// that cannot tell.
	Identifiers *Identifiers `json:"-"`
}

// String says what the authority holds: "dblp 2026-09: 3000000; 2000 to 2024; 120 venues".
func (c *Coverage) String() string {
	var sources []string
	for _, s := range c.Sources {
		sources = append(sources, strings.TrimSpace(s.Source+" "+s.Date)+": "+strconv.Itoa(s.Works))
	}
	text := strings.Join(sources, ", ")
	if c.Years[0] > 0 {
		text += fmt.Sprintf("; %d to %d", c.Years[0], c.Years[1])
	}
	if c.Venues == 1 {
		return text + "; 1 venue"
	}
	return text + fmt.Sprintf("; %d venues", c.Venues)
}

// Identifiers says which identifiers an authority's works have, so that those can be
// told that nobody registered.
type Identifiers struct {
	Registrants map[string]int        `json:"registrants"` // works by the registrant of their DOI: "10.1109"
	ArXiv       map[string]ArXivMonth `json:"arxiv"`       // by the month of an arXiv ID of the form 2402.10379: "2402"
}

// ArXivMonth is what an authority has of the papers that arXiv was sent in a month.
type ArXivMonth struct {
	Works   int `json:"works"`
	Largest int `json:"largest"` // last part of the largest ID
}

// SourceCount is one source of records in an index.
type SourceCount struct {
	Source string `json:"source"`
	Date   string `json:"date,omitempty"`
	Works  int    `json:"works"`
}
