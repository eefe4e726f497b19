package record

import (
	"strings"

	"github.com/factcite/factcite/authority"
)

// retract marks a work as retracted, or as questioned if the notice does not withdraw
// all of it. What several sources of one record know is joined; a notice that withdraws
// it all comes before others.
func (w *draft) retract(notice authority.Retraction) {
	known := w.Retraction
	switch {
	case known == nil, known.Extent != "" && notice.Extent == "":
		known = &authority.Retraction{Extent: notice.Extent}
		w.Retraction = known
	case known.Extent != notice.Extent:
		return
	}
	w.Status = authority.Retracted
	if known.Extent != "" {
		w.Status = authority.Questioned
	}
	if known.Date == "" {
		known.Date = notice.Date
	}
	if known.Notice == "" {
		known.Notice = notice.Notice
	}
	if known.Reason == "" {
		known.Reason = notice.Reason
	}
	if known.Title == "" {
		known.Title = notice.Title
	}
}

// noteRetractedTitle reads a title that publishers marked: "RETRACTED: Felt rims"
// is a retracted work, and "Felt rims" its title too.
func (w *draft) noteRetractedTitle() {
	if title, marked := withoutRetractedMark(w.Record.Title); marked {
		w.retract(authority.Retraction{})
		w.addTitle(title)
	}
}

// withoutRetractedMark takes the mark of a retracted work off its title. A single
// word before a colon other than "Retracted" is a mark in capitals only, as it may be
// the author's: "Withdrawn: a history of retreat".
func withoutRetractedMark(title string) (bare string, marked bool) {
	for _, mark := range [...]string{"RETRACTED", "WITHDRAWN", "RETRACTED ARTICLE", "RETRACTED CHAPTER", "RETRACTED PAPER", "WITHDRAWN ARTICLE", "ARTICLE WITHDRAWN"} {
		for _, written := range [...]string{mark + ":", "[" + mark + "]", "(" + mark + ")", "[" + mark + ":]"} {
			if len(title) <= len(written) || !strings.EqualFold(title[:len(written)], written) {
				continue
			}
			if mark == "RETRACTED" || strings.HasPrefix(title, written) || strings.ContainsAny(written, "[( ") {
				return strings.TrimLeft(title[len(written):], " :"), true
			}
		}
	}
	return title, false
}
