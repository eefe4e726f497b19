package authority

import (
	"strings"

	"github.com/factcite/factcite/citation"
)

// retract marks a work as retracted. What several sources of one record know is
// joined.
func (w *Work) retract(notice Retraction) {
	w.Status = Retracted
	if w.Retraction == nil {
		w.Retraction = &Retraction{}
	}
	known := w.Retraction
	if known.Date == "" {
		known.Date = notice.Date
	}
	if known.Notice == "" {
		known.Notice = notice.Notice
	}
	if known.Reason == "" {
		known.Reason = notice.Reason
	}
}

// noteRetractedTitle reads a title that publishers marked: "RETRACTED: Felt rims"
// is a retracted work, and "Felt rims" its title too.
func (w *Work) noteRetractedTitle() {
	if title, marked := withoutRetractedMark(w.Record.Title); marked {
		w.retract(Retraction{})
		w.addTitle(title)
	}
}

// withoutRetractedMark takes the mark of a retracted work off its title. A single
// word before a colon is a mark in capitals only, as it may be the author's:
// "Withdrawn: a history of retreat".
func withoutRetractedMark(title string) (bare string, marked bool) {
	for _, mark := range [...]string{"RETRACTED", "WITHDRAWN", "RETRACTED ARTICLE", "RETRACTED CHAPTER", "RETRACTED PAPER", "WITHDRAWN ARTICLE", "ARTICLE WITHDRAWN"} {
		for _, written := range [...]string{mark + ":", "[" + mark + "]", "(" + mark + ")", "[" + mark + ":]"} {
			if len(title) <= len(written) || !strings.EqualFold(title[:len(written)], written) {
				continue
			}
			if strings.HasPrefix(title, written) || strings.ContainsAny(written, "[( ") {
				return strings.TrimLeft(title[len(written):], " :"), true
			}
		}
	}
	return title, false
}

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

// isNotice tells whether a title is that of a notice about another work.
func isNotice(title *citation.FoldedTitle) bool {
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

// isNoticeOf tells whether a DOI is that of the notice which retracts the work of
// a record.
func isNoticeOf(doi string, k *known) bool {
	return doi != "" && doi != k.doi && k.work.Retraction != nil && doi == citation.FoldDOI(k.work.Retraction.Notice)
}

// retraction returns what the newest notice about a work says: that it was
// retracted, or nothing. A notice without a date is older than a reinstatement,
// which follows a retraction. A notice that is marked itself, as registries do, was
// not retracted.
func (c candidate) retraction() *Retraction {
	var retracted, reinstated *Retraction
	for _, k := range c {
		notice := k.work.Retraction
		switch {
		case notice == nil || notice.Date+notice.Notice == "" && len(k.titles) > 0 && isNotice(&k.titles[0]):
		case k.work.Status == Reinstated:
			reinstated = newer(reinstated, notice)
		default:
			retracted = newer(retracted, notice)
		}
	}
	if reinstated != nil && (retracted == nil || retracted.Date <= reinstated.Date || reinstated.Date == "") {
		return nil
	}
	return retracted
}

// newer returns the later one of two notices, of equal ones that which says more.
func newer(a, b *Retraction) *Retraction {
	if a == nil || b.Date > a.Date || b.Date == a.Date && len(b.Notice)+len(b.Reason) > len(a.Notice)+len(a.Reason) {
		return b
	}
	return a
}
