package compare

import (
	"github.com/factcite/factcite/internal/fold"
)

// noticeTitles begin the titles of notices, as titles are folded: "Retraction
// note: Felt rims" is a work of its own.
var noticeTitles = map[string]bool{
	"retraction": true, "retractionnote": true, "retractionnotice": true, "retractionstatement": true, "retractionto": true,
	"retractionnoteto": true, "retractionnoticeto": true, "noticeofretraction": true, "statementofretraction": true,
	"withdrawal": true, "withdrawalnotice": true, "noticeofwithdrawal": true, "withdrawalnoticeto": true,
	"removalnotice": true, "removalnoticeto": true,
}

// noticeWords begin the titles of notices that have no colon: "Retraction note to
// felt rims".
var noticeWords = [...][]string{{"retraction", "of"}, {"retraction", "to"}, {"retraction", "note"}, {"retraction", "notice"}, {"notice", "of", "retraction"}, {"withdrawal", "notice"}}

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
