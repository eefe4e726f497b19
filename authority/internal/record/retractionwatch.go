package record

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/text"
)

// RetractionWatch returns the work that a row is about. Corrections leave it published.
func RetractionWatch(value func(column string) string, date string) []*authority.Work {
	field := func(column string) string { return plainText(value(column)) }
	w := newDraft("retractionwatch")
	w.Origin.Key = field("Record ID")
	r := &w.Record
	r.Title = field("Title")
	r.Type = citation.Misc
	if r.Container = field("Journal"); r.Container != "" {
		r.Type = citation.Article
		if strings.Contains(field("ArticleType"), "Conference") {
			r.Type = citation.InProceedings
		}
	}
	r.Publisher = field("Publisher")
	for name := range strings.SplitSeq(field("Author"), ";") {
		w.addAuthor(spokenName(strings.TrimSpace(name)))
	}
	w.addAll(nil, []string{isoDay(field("OriginalPaperDate"))}, nil)
	w.setDOI(field("OriginalPaperDOI"))
	r.PMID = field("OriginalPaperPubMedID")
	w.Status = authority.Published
	notice := authority.Retraction{Date: isoDay(field("RetractionDate")), Notice: bareDOI(field("RetractionDOI")), Reason: retractionReasons(field("Reason"))}
	switch field("RetractionNature") {
	case "Retraction":
		if strings.Contains(strings.ToLower(notice.Reason), "retract and replace") {
			notice.Extent = authority.Replaced
		}
		w.retract(notice)
	case "Expression of concern":
		notice.Extent = authority.Concern
		w.retract(notice)
	case "Reinstatement":
		w.Status, w.Retraction = authority.Reinstated, &notice
	}
	return finishAll([]*draft{w}, date)
}

// isoDay writes "1/20/2024 0:00" as "2024-01-20"; it is "" for what is no date.
func isoDay(american string) string {
	date, _, _ := strings.Cut(american, " ")
	parts := strings.Split(date, "/")
	if len(parts) != 3 || len(parts[2]) != 4 {
		return ""
	}
	month, monthErr := strconv.Atoi(parts[0])
	day, dayErr := strconv.Atoi(parts[1])
	if monthErr != nil || dayErr != nil || !text.IsDigits(parts[2]) || month < 1 || month > 12 || day < 1 || day > 31 {
		return ""
	}
	return fmt.Sprintf("%s-%02d-%02d", parts[2], month, day)
}

// retractionReasons writes "+Fake Peer Review;+Paper Mill;" as a list.
func retractionReasons(reasons string) string {
	var list []string
	for reason := range strings.SplitSeq(reasons, ";") {
		if reason = strings.TrimLeft(strings.TrimSpace(reason), "+"); reason != "" {
			list = append(list, reason)
		}
	}
	return strings.Join(list, "; ")
}
