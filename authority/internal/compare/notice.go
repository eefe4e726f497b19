package compare

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/fold"
)

// noticeTitles come before the colon in the titles of notices, as titles are folded:
// "Retraction statement: Felt rims" is a work of its own.
var noticeTitles = map[string]bool{
	"retraction": true, "retractionstatement": true, "statementofretraction": true, "withdrawal": true, "noticeofwithdrawal": true,
	"removalnotice": true, "removalnoticeto": true, "noticeofconcern": true,
	"retractionandreplacement": true, "noticeofretractionandreplacement": true, "retractionandrepublication": true,
}

// noticeWords begin the titles of notices with a colon or without: "Retraction note to
// felt rims".
var noticeWords = [...][]string{{"retraction", "of"}, {"retraction", "to"}, {"retraction", "note"}, {"retraction", "notice"}, {"notice", "of", "retraction"}, {"withdrawal", "notice"},
	{"expression", "of", "concern"}, {"editorial", "expression", "of", "concern"}, {"partial", "retraction"}}

// IsAboutOther reports whether the title of a notice names a work, and that work has
// nothing in common with any of the titles.
func IsAboutOther(notice *fold.Title, titles []fold.Title) bool {
	subject := fold.Title{Words: subjectOf(notice)}
	if len(titles) == 0 || !HaveCommonWord(&subject, &subject) {
		return false
	}
	return !slices.ContainsFunc(titles, func(t fold.Title) bool { return HaveCommonWord(&subject, &t) || !HaveCommonWord(&t, &t) })
}

// subjectOf returns the words of a notice's title that name the work that it is about.
func subjectOf(notice *fold.Title) []string {
	if notice.Sub != "" && noticeTitles[notice.Main] {
		for end := range notice.Words {
			if strings.Join(notice.Words[:end], "") == notice.Main {
				return notice.Words[end:]
			}
		}
	}
	for _, words := range noticeWords {
		if startsWith(notice.Words, words) {
			return notice.Words[len(words):]
		}
	}
	return nil
}

// IsNotice reports whether a title is that of a notice about another work.
func IsNotice(title *fold.Title) bool {
	if title.Sub != "" && noticeTitles[title.Main] {
		return true
	}
	for _, words := range noticeWords {
		if startsWith(title.Words, words) {
			return true
		}
	}
	return false
}
