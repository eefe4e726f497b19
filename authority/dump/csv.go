package dump

import (
	"bytes"
	"errors"
	"slices"

	"github.com/factcite/factcite/authority/internal/record"
)

// isRetractionWatch reports whether a dump starts with the head of the Retraction
// Watch database.
func isRetractionWatch(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.Contains(line, []byte("OriginalPaperDOI")) && bytes.Contains(line, []byte("RetractionNature"))
}

// readRetractionWatch reads the CSV of the Retraction Watch database, columns in
// any order (https://gitlab.com/crossref/retraction-watch-data).
func (r *reading) readRetractionWatch() {
	var columns []string
	for !r.stopped {
		line := r.in.line
		length, err := r.csvRow()
		if length == 0 {
			return
		}
		row := csvFields(r.in.Bytes()[:length])
		r.in.take(length)
		switch {
		case columns == nil:
			columns = row
			continue
		case err == nil && slices.Equal(row, []string{""}), // a blank line
			err == nil && slices.Equal(row, columns): // the head of a file that was joined to this one
			continue
		}
		r.count++
		if err != nil {
			r.bad(line, "%w", err)
			continue
		}
		r.emit(record.RetractionWatch(func(column string) string {
			if i := slices.Index(columns, column); i >= 0 && i < len(row) {
				return row[i]
			}
			return ""
		}, r.dump.Date)...)
	}
}

// maxRow is the size of a row. A quote that is never closed swallows no more.
const maxRow = 1 << 20

// csvRow returns the length of the row at the window's start, which ends with the
// first line that leaves no quote open, or of its first line and an error.
func (r *reading) csvRow() (length int, err error) {
	for searched, open := 0, false; ; {
		window := r.in.Bytes()
		end := bytes.IndexByte(window[searched:], '\n')
		if end < 0 && len(window) < maxRow && r.in.More() {
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
