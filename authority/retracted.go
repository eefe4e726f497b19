package authority

import (
	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/internal/fold"
)

// isNoticeOf reports whether a DOI is that of the notice which retracts the work of
// a record.
func isNoticeOf(doi string, k *known) bool {
	return doi != "" && doi != k.doi && k.work.Retraction != nil && doi == fold.DOI(k.work.Retraction.Notice)
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
		case notice == nil || notice.Date+notice.Notice == "" && len(k.titles) > 0 && compare.IsNotice(&k.titles[0]):
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
