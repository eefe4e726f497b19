package authority

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/citation"
)

// isRetractionWatch reports whether a dump starts with the head of the Retraction
// Watch database.
func isRetractionWatch(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.Contains(line, []byte("OriginalPaperDOI")) && bytes.Contains(line, []byte("RetractionNature"))
}

// readRetractionWatch reads the CSV of the Retraction Watch database, columns in
// any order (https://gitlab.com/crossref/retraction-watch-data).
func (r *dumpReader) readRetractionWatch() {
	var columns []string
	for !r.stopped {
		line := r.in.line
		length, err := r.csvRow()
		if length == 0 {
			return
		}
		row := csvFields(r.in.window()[:length])
		r.in.take(length)
		switch {
		case columns == nil:
			columns = row
			continue
		case err == nil && slices.Equal(row, []string{""}), // a blank line
			err == nil && slices.Equal(row, columns): // the head of a file that was joined to this one
			continue
		}
		r.records++
		if err != nil {
			r.bad(line, "%w", err)
			continue
		}
		r.emit(retractionWatchWork(func(column string) string {
			if i := slices.Index(columns, column); i >= 0 && i < len(row) {
				return plainText(row[i])
			}
			return ""
		}))
	}
}

// maxRow is the size of a row. A quote that is never closed swallows no more.
const maxRow = 1 << 20

// csvRow returns the length of the row at the window's start, which ends with the
// first line that leaves no quote open, or of its first line and an error.
func (r *dumpReader) csvRow() (length int, err error) {
	for searched, open := 0, false; ; {
		window := r.in.window()
		end := bytes.IndexByte(window[searched:], '\n')
		if end < 0 && len(window) < maxRow && r.in.more() {
			continue
		}
		atEnd := end < 0
		if atEnd {
			end = len(window) - searched - 1
		}
		line := window[searched : searched+end+1]
		open = open != (bytes.Count(line, []byte{'"'})%2 == 1)
		searched += len(line)
		switch {
		case !open:
			return searched, nil
		case atEnd || searched > maxRow:
			first := bytes.IndexByte(window, '\n') + 1
			if first == 0 {
				first = len(window)
			}
			return first, errors.New(`a quote (") of this row is not closed`)
		}
	}
}

// csvFields parts a row (RFC 4180). What follows a closing quote is part of its
// field.
func csvFields(row []byte) (fields []string) {
	for rest := bytes.TrimRight(row, "\r\n"); ; {
		var field []byte
		for bytes.HasPrefix(rest, []byte(`"`)) {
			quoted, after, _ := bytes.Cut(rest[1:], []byte(`"`))
			field, rest = append(field, quoted...), after
			if bytes.HasPrefix(rest, []byte(`"`)) { // a doubled quote is one
				field = append(field, '"')
			}
		}
		plain, after, more := bytes.Cut(rest, []byte(","))
		fields = append(fields, string(append(field, plain...)))
		if !more {
			return fields
		}
		rest = after
	}
}

// retractionWatchWork returns the work that a row is about. Corrections and
// expressions of concern leave it published.
func retractionWatchWork(field func(column string) string) *Work {
	w := &Work{Origin: Origin{Source: "retractionwatch", Key: field("Record ID")}}
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
	w.Status = Published
	notice := Retraction{Date: isoDay(field("RetractionDate")), Notice: bareDOI(field("RetractionDOI")), Reason: retractionReasons(field("Reason"))}
	switch field("RetractionNature") {
	case "Retraction":
		w.retract(notice)
	case "Reinstatement":
		w.Status, w.Retraction = Reinstated, &notice
	}
	return w
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
	if monthErr != nil || dayErr != nil || !isDigits(parts[2]) || month < 1 || month > 12 || day < 1 || day > 31 {
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
