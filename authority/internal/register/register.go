// Package register tells which identifiers nobody can have registered, by what is
// public about how they are given. It knows no work and no index.
package register

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/factcite/factcite/internal/fold"
)

//go:embed registrants.tsv
var registrantTable string

//go:embed publishers.tsv
var publisherTable string

//go:embed arxivmonths.tsv
var arXivTable string

// Registrant returns the number of the registrant of a DOI, as in "10.1109", or "" for
// what has the form of none.
func Registrant(doi string) string {
	prefix, _, found := strings.Cut(fold.DOI(doi), "/")
	number, ok := strings.CutPrefix(prefix, "10.")
	number, _, _ = strings.Cut(number, ".")
	if _, err := strconv.ParseUint(number, 10, 32); !found || !ok || err != nil {
		return ""
	}
	return "10." + number
}

// UnknownRegistrant says why no DOI of a registrant is known: its number is in none of
// the ranges from which numbers were given. It returns "" where there may be one.
func UnknownRegistrant(registrant string) string {
	number, err := strconv.Atoi(strings.TrimPrefix(registrant, "10."))
	if err != nil || isGiven(number) {
		return ""
	}
	return fmt.Sprintf("no registrant of DOIs has the number %s", registrant)
}

func isGiven(number int) bool {
	for _, r := range registrants() {
		if r[0] <= number && number <= r[1] {
			return true
		}
	}
	return false
}

var registrants = sync.OnceValue(func() [][2]int { return pairs(registrantTable) })

// IsPublisher reports whether a registrant is known to publish or keep papers of many
// venues.
func IsPublisher(registrant string) bool { return publishers()[registrant] }

var publishers = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for line := range strings.Lines(publisherTable) {
		if registrant, _, ok := strings.Cut(line, "\t"); ok && line[0] != '#' {
			known[registrant] = true
		}
	}
	return known
})

// pairs reads the two numbers of each line of a table.
func pairs(table string) (rows [][2]int) {
	for line := range strings.Lines(table) {
		first, second, ok := strings.Cut(strings.TrimSpace(line), "\t")
		a, err1 := strconv.Atoi(first)
		b, err2 := strconv.Atoi(second)
		if ok && err1 == nil && err2 == nil {
			rows = append(rows, [2]int{a, b})
		}
	}
	return rows
}

// UnknownArXivDOI says why no paper has a DOI of arXiv: what follows in it is the ID of
// none. It returns "" for every other DOI.
func UnknownArXivDOI(doi string) string {
	id, found := strings.CutPrefix(doi, fold.ArXivDOI)
	if _, ok := fold.ArXivNumber(id); !found || ok {
		return ""
	}
	return fmt.Sprintf("DOIs of arXiv end in the ID of a paper, and %q is none", id)
}

// ArXivMonth returns the month of an arXiv ID of the form 2402.10379, as "2402", and
// its number in that month. It is false for others.
func ArXivMonth(id string) (month string, number int, ok bool) {
	id, ok = fold.ArXivNumber(id)
	month, last, found := strings.Cut(id, ".")
	if !ok || !found {
		return "", 0, false
	}
	number, err := strconv.Atoi(last)
	return month, number, err == nil
}

// UnknownArXiv says why arXiv has no paper of a number in a month: it was never sent so
// many. It returns "" where there may be one.
func UnknownArXiv(month string, number int) string {
	year, err := strconv.Atoi(month[:2])
	if err != nil {
		return ""
	}
	if number == 0 {
		return "arXiv counts the papers of a month from one"
	}
	for _, row := range arXivYears() {
		if row[0] == 2000+year && number > row[1] {
			return fmt.Sprintf("arXiv was sent fewer than %d papers in any month of %d", row[1], row[0])
		}
	}
	return ""
}

var arXivYears = sync.OnceValue(func() [][2]int { return pairs(arXivTable) })
