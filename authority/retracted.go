package authority

import (
	"slices"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/internal/fold"
)

// isNoticeOf reports whether a DOI is that of the notice which retracts the work of
// a record.
func isNoticeOf(doi string, k *known) bool {
	return doi != "" && doi != k.doi && k.work.Retraction != nil && doi == fold.DOI(k.work.Retraction.Notice)
}

// notices returns what the newest notices about a work say: that it was retracted, or
// else that it is questioned, was retracted in part or replaced. A notice without a date
// is older than a reinstatement, which follows a retraction. A notice that is marked
// itself, as registries do, was not retracted. What one aggregator alone has marked is
// in question.
func (c candidate) notices() (retracted, questioned *Retraction) {
	var reinstated *Retraction
	for _, k := range c {
		notice := k.work.Retraction
		switch {
		case notice == nil || notice.Date+notice.Notice == "" && len(k.titles) > 0 && compare.IsNotice(&k.titles[0]):
		case k.work.Status == Reinstated:
			reinstated = newer(reinstated, notice)
		case notice.Extent != "":
			questioned = newer(questioned, notice)
		case c.isStray(notice):
			questioned = newer(questioned, notice.as(Stray))
		case c.isHearsay(k):
			questioned = newer(questioned, notice.as(Hearsay))
		default:
			retracted = newer(retracted, notice)
		}
	}
	if isTakenBack(retracted, reinstated) {
		retracted = nil
	}
	if retracted != nil || isTakenBack(questioned, reinstated) {
		questioned = nil
	}
	return retracted, questioned
}

func (r Retraction) as(extent NoticeKind) *Retraction {
	r.Extent = extent
	return &r
}

// isHearsay reports whether a mark is an aggregator's that no other source has.
func (c candidate) isHearsay(marked *known) bool {
	source := marked.work.Origin.Source
	return aggregators[source] && !slices.ContainsFunc(c, func(k *known) bool { return k.work.Status == Retracted && k.work.Origin.Source != source })
}

// isTakenBack reports whether a reinstatement is no older than a notice.
func isTakenBack(notice, reinstated *Retraction) bool {
	return notice != nil && reinstated != nil && (notice.Date <= reinstated.Date || reinstated.Date == "")
}

// isStray reports whether the title of a notice names another work: registries have
// notices with the DOI of the wrong one.
func (c candidate) isStray(notice *Retraction) bool {
	title := fold.NewTitle(notice.Title)
	var titles []fold.Title
	for _, k := range c {
		titles = append(titles, k.titles...)
	}
	return compare.IsAboutOther(&title, titles)
}

// newer returns the later one of two notices, of equal ones that which says more.
func newer(a, b *Retraction) *Retraction {
	if a == nil || b.Date > a.Date || b.Date == a.Date && len(b.Notice)+len(b.Reason) > len(a.Notice)+len(a.Reason) {
		return b
	}
	return a
}
