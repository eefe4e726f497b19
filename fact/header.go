package fact

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// A header is the line that opens a group of facts on a page:
//
//	"Unknown source " count | [title " "] domain [" " author] [" " date] " " count
type header struct {
	source Source
	count  int
}

// parseHeader reads a header from its right end, where it is least ambiguous:
// the count, then the date, then the domain, which is the last lower-case host
// name in what is left. The title is what comes before it, the author what
// comes after.
func parseHeader(line string) (header, bool) {
	rest, count, ok := cutCount(line)
	if !ok {
		return header{}, false
	}
	if rest == "Unknown source" {
		return header{count: count}, true
	}
	h := header{count: count}
	rest, h.source.PublishedDate = cutDate(rest)
	words := strings.Split(rest, " ")
	domain := lastDomain(words)
	if domain < 0 {
		return header{}, false
	}
	h.source.Title = strings.TrimSpace(strings.Join(words[:domain], " "))
	h.source.Domain = words[domain]
	author := strings.TrimSpace(strings.Join(words[domain+1:], " "))
	h.source.AuthorPerson, h.source.AuthorOrg = splitAuthor(author)
	return h, true
}

// cutCount cuts "1 fact" or "N facts" off the end of a line.
func cutCount(line string) (rest string, count int, ok bool) {
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	rest, ok = strings.CutSuffix(line, " facts")
	if !ok {
		rest, ok = strings.CutSuffix(line, " fact")
		if !ok || !strings.HasSuffix(rest, " 1") {
			return "", 0, false
		}
	}
	space := strings.LastIndexByte(rest, ' ')
	if space < 0 {
		return "", 0, false
	}
	count, ok = number(rest[space+1:])
	return strings.TrimSpace(rest[:space]), count, ok && count > 0 && space > 0
}

// number reads a count of at most nine digits.
func number(digits string) (int, bool) {
	if digits == "" || len(digits) > 9 || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil
}

// factsCount reads "Facts (N)".
func factsCount(line string) (int, bool) {
	digits, ok := strings.CutPrefix(line, "Facts (")
	if !ok {
		return 0, false
	}
	digits, ok = strings.CutSuffix(digits, ")")
	if !ok {
		return 0, false
	}
	return number(digits)
}

// lastDomain returns the index of the word that is the group's domain, or -1. Of two
// equal ones side by side it is the first: the second is then the author.
func lastDomain(words []string) int {
	for i := len(words) - 1; i >= 0; i-- {
		if isDomain(words[i]) {
			if i > 0 && words[i-1] == words[i] {
				return i - 1
			}
			return i
		}
	}
	return -1
}

// fileExtensions are endings that look like top-level domains and are more
// often those of files.
const fileExtensions = " pdf html htm php asp aspx jsp txt doc docx odt xls xlsx csv ppt pptx json jsonl xml yaml yml jpg jpeg png gif svg webp zip gz tar epub tex bib exe mp ipynb parquet "

// isDomain reports whether a word is a lower-case host name whose top-level
// domain is made of letters, or punycode.
func isDomain(word string) bool {
	if len(word) > 253 || !strings.Contains(word, ".") {
		return false
	}
	labels := strings.Split(word, ".")
	for _, label := range labels {
		if label == "" || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for _, r := range label {
			lower := unicode.IsLetter(r) && !unicode.IsUpper(r)
			if !lower && !unicode.IsDigit(r) && r != '-' && r != '_' {
				return false
			}
		}
	}
	top := labels[len(labels)-1]
	if strings.HasPrefix(top, "xn--") {
		return true
	}
	letters := strings.IndexFunc(top, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
	return letters && len(top) >= 2 && !strings.Contains(fileExtensions, " "+top+" ")
}

// splitAuthor tells persons from organisations: left of " · " is a person,
// right of it an organisation; without it a list of two or more personal names
// is of persons, and anything else is an organisation.
func splitAuthor(author string) (person, organisation string) {
	if left, right, ok := strings.Cut(author, " · "); ok {
		return strings.TrimSpace(left), strings.TrimSpace(right)
	}
	names := strings.Split(author, ", ")
	if len(names) < 2 {
		return "", author
	}
	for i, name := range names {
		if i == len(names)-1 {
			name = strings.TrimPrefix(strings.TrimPrefix(name, "and "), "& ")
		}
		if !isPersonalName(name) {
			return "", author
		}
	}
	return author, ""
}

// particles are the lower-case words of personal names.
const particles = " van von der den de del della di da do dos du la le el al bin ibn ben ten ter zu zum y e af av "

// organisationWords show that capitalised words name no person.
const organisationWords = " Inc Inc. Ltd Ltd. LLC GmbH AG Corp Corp. Co Co. University Institute Institut College School Academy Department Faculty Laboratory Lab Labs Center Centre Research Press Publishing Publishers Times News Post Journal Magazine Review Weekly Daily Today Media Group Team Staff Foundation Society Association Agency Council Committee Ministry Office Bureau Bank Blog Network Technologies Systems Solutions Software International National Commission Company Editors Newsroom Board "

// isPersonalName reports whether a name is two to five words that may be those
// of a person.
func isPersonalName(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	capitals := 0
	for _, word := range words {
		if strings.Contains(particles, " "+word+" ") {
			continue
		}
		first := true
		for _, r := range word {
			if first && !unicode.IsUpper(r) || !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".-'’", r) {
				return false
			}
			first = false
		}
		if strings.Contains(organisationWords, " "+word+" ") {
			return false
		}
		capitals++
	}
	return capitals >= 2
}

// cutDate cuts a date off the end of a header that has lost its count.
func cutDate(text string) (rest, date string) {
	words := strings.Split(text, " ")
	for n := min(4, len(words)); n > 0; n-- {
		date := strings.Join(words[len(words)-n:], " ")
		if isDate(date) {
			return strings.TrimSpace(strings.Join(words[:len(words)-n], " ")), date
		}
	}
	// A bare year is a date only where no author is: "Annual Report 2024" is one.
	if n := len(words) - 1; n > 0 && isYear(words[n]) && isDomain(words[n-1]) {
		return strings.Join(words[:n], " "), words[n]
	}
	return text, ""
}

// dateLayouts are the ways in which sources write a day or a month.
var dateLayouts = []string{
	"2006-01-02", time.RFC3339, "2006-01-02T15:04:05", "2006-01", "2006/01/02", "02.01.2006", "01/02/2006",
	"Jan 2, 2006", "January 2, 2006", "Jan. 2, 2006", "Jan 2 2006", "January 2 2006",
	"2 Jan 2006", "2 January 2006", "2 Jan. 2006", "Jan 2006", "January 2006", "Jan. 2006", "Jan, 2006", "January, 2006",
}

// isDate reports whether all of text is an absolute or a relative date.
func isDate(text string) bool {
	if _, ok := relativeDate(text, time.Time{}); ok {
		return true
	}
	text = strings.Replace(text, "Sept", "Sep", 1)
	text = strings.Replace(text, "Sepember", "September", 1)
	for _, layout := range dateLayouts {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}

func isYear(word string) bool {
	n, ok := number(word)
	return ok && len(word) == 4 && 1900 <= n && n < 2100
}

// relativeDate resolves a date such as "4 days ago", counted from a day. Case
// counts: "Today" ends the names of newspapers.
func relativeDate(text string, from time.Time) (time.Time, bool) {
	words := strings.Fields(text)
	switch {
	case text == "today", text == "just now", text == "Just now":
		return from, true
	case text == "yesterday", text == "Yesterday":
		return from.AddDate(0, 0, -1), true
	case len(words) == 2 && words[0] == "last":
		return before(from, 1, words[1])
	case len(words) == 3 && words[2] == "ago":
		n, ok := number(words[0])
		if words[0] == "a" || words[0] == "an" || words[0] == "one" {
			n, ok = 1, true
		}
		if !ok || n > 100_000 {
			return from, false
		}
		return before(from, n, strings.TrimSuffix(words[1], "s"))
	}
	return from, false
}

// before counts back from a day; units shorter than a day stay on it.
func before(from time.Time, n int, unit string) (time.Time, bool) {
	switch unit {
	case "second", "sec", "minute", "min", "hour", "hr":
		return from, true
	case "day":
		return from.AddDate(0, 0, -n), true
	case "week":
		return from.AddDate(0, 0, -7*n), true
	case "month":
		return from.AddDate(0, -n, 0), true
	case "year":
		return from.AddDate(-n, 0, 0), true
	}
	return from, false
}
