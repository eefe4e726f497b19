package venue

import (
	_ "embed"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/factcite/factcite/internal/text"
)

// Venue is a conference, a proceedings series or a journal: a line of the table
// of venues.
type Venue struct {
	Acronym string
	Name    string
	Journal bool // a paper in it is an article, not a conference paper
	ArXiv   bool // its papers are customarily on arXiv

	meetings numbering // of a conference's meetings
	volumes  numbering // of a proceedings series or a journal
	names    []string  // acronym, name and aliases
	holds    []string  // meetings whose papers appear in the journal, by acronym or name
}

// Year returns the year that a container's ordinal or its volume fixes, with the
// reason: 2025 for "The Thirteenth International Conference on Learning
// Representations", 2023 for volume 36 of "Advances in Neural Information
// Processing Systems". The container must name the venue; the volume may be empty.
func (v *Venue) Year(container, volume string) (year int, from string, ok bool) {
	if n, err := strconv.Atoi(volume); err == nil {
		if year, ok := v.volumes.year(n); ok {
			return year, "the volume of " + v.Name, true
		}
	}
	if n := ordinalIn(container); n > 0 {
		if year, ok := v.meetings.year(n); ok {
			return year, "the venue's ordinal", true
		}
	}
	return 0, "", false
}

// numbering maps the numbers of meetings or volumes to years.
type numbering struct {
	ordinal, anchor int // the meeting with this ordinal was in this year
	period          int // years from one to the next
	first, last     int // the ordinals of that rhythm
	exceptions      map[int]int
}

func (n numbering) year(ordinal int) (int, bool) {
	if n.anchor == 0 || ordinal < 1 {
		return 0, false
	}
	if year, ok := n.exceptions[ordinal]; ok {
		return year, true
	}
	if ordinal < n.first || ordinal > n.last {
		return 0, false
	}
	return n.anchor + (ordinal-n.ordinal)*n.period, true
}

//go:embed venues.tsv
var venueTable string

// table is the table of venues.
var table = sync.OnceValue(func() (rows []*Venue) {
	for line := range strings.Lines(venueTable) {
		if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '#' {
			rows = append(rows, parseVenue(line))
		}
	}
	return rows
})

// index has the table by folded acronyms, names and aliases, and the first words of these.
type index struct {
	venues map[string]*Venue
	firsts map[string]bool
}

var venues = sync.OnceValue(func() index {
	all := index{make(map[string]*Venue, 1024), make(map[string]bool, 512)}
	for _, v := range table() {
		for _, name := range v.names {
			if key := string(appendVenueKey(nil, name)); key != "" && all.venues[key] == nil {
				first, _, _ := strings.Cut(key, " ")
				all.venues[key], all.firsts[first] = v, true
			}
		}
	}
	return all
})

// parseVenue reads a line of the table; see the head of venues.tsv.
func parseVenue(line string) *Venue {
	var cell [8]string
	for i, text := range strings.SplitN(line, "\t", len(cell)) {
		if text != "-" {
			cell[i] = text
		}
	}
	v := &Venue{
		Acronym: cell[0], Name: cell[5], Journal: cell[1] == "journal", ArXiv: cell[2] == "arxiv",
		meetings: parseNumbering(cell[3]), volumes: parseNumbering(cell[4]),
	}
	for _, name := range append([]string{cell[0], cell[5]}, strings.Split(cell[6], "|")...) {
		if name != "" {
			v.names = append(v.names, name)
		}
	}
	if cell[7] != "" {
		v.holds = strings.Split(cell[7], "|")
	}
	return v
}

// MayHold reports whether papers of a meeting appear in a journal, one of the two
// venues, so that either may be stated.
func (v *Venue) MayHold(other *Venue) bool {
	return slices.ContainsFunc(v.holds, other.isNamed) || slices.ContainsFunc(other.holds, v.isNamed)
}

// isNamed reports whether a text is the acronym or the name of a venue.
func (v *Venue) isNamed(name string) bool { return name == v.Acronym || name == v.Name }

// parseNumbering reads "36=2022@1-45", "9=1999/2@1-9" or "11=2007/2@5-11,12=2008".
func parseNumbering(text string) (n numbering) {
	for i, part := range strings.Split(text, ",") {
		ordinal, rest, ok := strings.Cut(part, "=")
		if !ok {
			return n
		}
		rest, rhythm, _ := strings.Cut(rest, "@")
		year, period, ok := strings.Cut(rest, "/")
		o, _ := strconv.Atoi(ordinal)
		y, _ := strconv.Atoi(year)
		if i > 0 {
			if n.exceptions == nil {
				n.exceptions = map[int]int{}
			}
			n.exceptions[o] = y
			continue
		}
		n.ordinal, n.anchor, n.period = o, y, 1
		if ok {
			n.period, _ = strconv.Atoi(period)
		}
		first, last, _ := strings.Cut(rhythm, "-")
		n.first, _ = strconv.Atoi(first)
		n.last, _ = strconv.Atoi(last)
	}
	return n
}

// Find returns the venue that a container names by its acronym, its name or an
// alias. Case, a leading "the" or "Proceedings of", ordinals, years, words in
// parentheses and what follows a colon or a comma make no difference.
func Find(container string) (*Venue, bool) {
	if container == "" || len(container) > 400 {
		return nil, false
	}
	var room [100]byte // for most names
	all := venues()
	if !all.firsts[firstOfKey(container)] { // nor does a head of it that has words begin otherwise
		return nil, false
	}
	if v := all.venues[string(appendVenueKey(room[:0], container))]; v != nil {
		return v, true
	}
	for _, sep := range []string{":", ",", " - ", " – "} {
		if head, _, ok := strings.Cut(container, sep); ok && len(head) > 8 {
			if v := all.venues[string(appendVenueKey(room[:0], head))]; v != nil {
				return v, true
			}
		}
	}
	return nil, false
}

// firstOfKey is the first word of a venue's folded name, "" if it has none.
func firstOfKey(name string) string {
	for word := range keyWords(name) {
		return word
	}
	return ""
}

// appendVenueKey folds a venue's name to its [keyWords].
func appendVenueKey(key []byte, name string) []byte {
	for word := range keyWords(name) {
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = append(key, word...)
	}
	return key
}

// keyWords yields what a venue is found by: the words of its name in lower case, without
// years, ordinals, parentheses and what says that it is a volume of proceedings.
func keyWords(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		depth, first := 0, true
		for word := range Words(name) {
			switch word {
			case "(":
				depth++
				continue
			case ")":
				depth = max(depth-1, 0)
				continue
			}
			if depth > 0 || skipsInVenue(word, first) {
				continue
			}
			if first = false; !yield(word) {
				return
			}
		}
	}
}

// Words yields the words of a name in lower case, "&" as "and", and
// parentheses.
func Words(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range name {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || start >= 0 && (text.IsHyphen(r) || r == '\'' || r == '’') {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && !yield(strings.ToLower(name[start:i])) {
				return
			}
			start = -1
			switch {
			case r == '&' && !yield("and"):
				return
			case r == '(' && !yield("("), r == ')' && !yield(")"):
				return
			}
		}
		if start >= 0 {
			yield(strings.ToLower(name[start:]))
		}
	}
}

// skipsInVenue reports whether a word of a venue's name tells only which meeting
// or volume it was, or is before the name.
func skipsInVenue(word string, first bool) bool {
	switch word {
	case "the":
		return true
	case "in", "of", "proceedings", "proc":
		return first
	}
	return text.IsDigit(word[0]) && (Ordinal(word) > 0 || len(word) == 2 && !first || len(word) == 4 && text.IsYearDigits(word)) || tenOf(word) > 0 || isOrdinalWord(word)
}

func isOrdinalWord(word string) bool {
	if text.IsDigit(word[0]) {
		return false
	}
	return Ordinal(word) > 0
}

// ordinalIn is the first ordinal in a container's name, or 0.
func ordinalIn(container string) int {
	ten := 0
	for word := range Words(container) {
		if n := Ordinal(word); n > 0 {
			if n < 10 {
				n += ten
			}
			return n
		}
		ten = tenOf(word)
	}
	return 0
}
