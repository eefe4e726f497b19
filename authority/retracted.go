package authority

import "strings"

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

// withoutRetractedMark takes the mark of a retracted work off its title.
func withoutRetractedMark(title string) (bare string, marked bool) {
	for _, mark := range [...]string{"retracted article", "retracted chapter", "retracted paper", "retracted", "withdrawn", "withdrawn article", "article withdrawn"} {
		for _, written := range [...]string{mark + ":", "[" + mark + "]", "(" + mark + ")", "[" + mark + ":]"} {
			if len(title) > len(written) && strings.EqualFold(title[:len(written)], written) {
				return strings.TrimLeft(title[len(written):], " :"), true
			}
		}
	}
	return title, false
}
