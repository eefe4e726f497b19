package register

import (
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// DOIYear returns the year of the meeting or volume that a DOI is of, where those who
// register it have the year in all of theirs: the ACL Anthology
// (https://aclanthology.org/info/ids/), IJCAI and ISCA. It is 0 for others.
func DOIYear(doi string) int {
	registrant, suffix, _ := strings.Cut(doi, "/")
	switch registrant {
	case "10.3115", "10.18653":
		id, found := strings.CutPrefix(suffix, "v1/")
		if !found {
			return 0
		}
		return anthologyYear(id)
	case "10.24963", "10.21437": // ijcai.2019/12, interspeech.2019-12
		_, number, _ := strings.Cut(suffix, ".")
		return yearBefore(number, "/-")
	}
	return 0
}

// anthologyYear returns the year of an ID of the ACL Anthology: N19-1357 or
// 2023.acl-long.123.
func anthologyYear(id string) int {
	if len(id) == len("n19-1357") && id[3] == '-' && text.IsLetter(id[0]) && text.IsDigits(id[1:3]) && text.IsDigits(id[4:]) {
		year, _ := strconv.Atoi(id[1:3])
		if year >= 60 {
			return 1900 + year
		}
		return 2000 + year
	}
	return yearBefore(id, ".")
}

// yearBefore returns the four digits that a text has before one of the marks, or 0.
func yearBefore(s, marks string) int {
	if len(s) < 6 || !text.IsDigits(s[:4]) || !strings.ContainsRune(marks, rune(s[4])) {
		return 0
	}
	year, _ := strconv.Atoi(s[:4])
	return year
}
