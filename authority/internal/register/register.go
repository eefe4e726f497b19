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

// UnknownRegistrant says why no DOI of a registrant is known: its number was never
// given to one, or it is one that people make up, "10.7777". It returns "" where
// there may be one.
func UnknownRegistrant(registrant string) string {
	digits := strings.TrimPrefix(registrant, "10.")
	number, err := strconv.Atoi(digits)
	switch {
	case err != nil:
		return ""
	case !isGiven(number):
		return fmt.Sprintf("no registrant of DOIs has the number %s", registrant)
	case isMadeUp(digits):
		return fmt.Sprintf("no DOI of a registrant %s is known, and its number is one that people make up", registrant)
	}
	return ""
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

// inUse are numbers that look made up and are a registrant's, such as Wiley's 10.1111,
// or may be one's.
var inUse = map[string]bool{"1111": true, "2222": true, "3333": true, "4444": true, "5555": true, "4321": true}

// isMadeUp reports whether the digits of a number are all the same, or count up or
// down, and no registrant is known by it.
func isMadeUp(digits string) bool {
	if len(digits) < 4 || inUse[digits] {
		return false
	}
	step := int(digits[1]) - int(digits[0])
	if step < -1 || step > 1 {
		return false
	}
	for i := 1; i < len(digits); i++ {
		if int(digits[i])-int(digits[i-1]) != step {
			return false
		}
	}
	return true
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
