package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"iter"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// jsonVersion is raised when a member changes its meaning or goes away.
const jsonVersion = 1

// writeJSON writes one document, a finding at a time: members are added to it
// without notice, and none is renamed without a new version.
func writeJSON(w *bufio.Writer, r *run, opts *Options) error {
	var index *Index
	if opts.Authority != nil {
		index = opts.Authority.Index
	}
	fmt.Fprintf(w, `{"version":%d,"summary":`, jsonVersion)
	if err := encode(w, r.summary); err != nil {
		return err
	}
	if opts.Authority != nil {
		w.WriteString(`,"verification":`)
		if err := encode(w, opts.Authority.Verification); err != nil {
			return err
		}
	}
	w.WriteString(`,"index":`)
	if err := encode(w, index); err != nil {
		return err
	}
	w.WriteString(`,"findings":`)
	if err := encodeList(w, r.findings); err != nil {
		return err
	}
	if opts.Authority != nil {
		w.WriteString(`,"verified":`)
		if err := encodeList(w, r.verified); err != nil {
			return err
		}
	}
	_, err := w.WriteString("}\n")
	return err
}

// encodeList writes an array, a value a line.
func encodeList[T any](w *bufio.Writer, values iter.Seq2[T, error]) error {
	separator := "[\n"
	for v, err := range values {
		if err != nil {
			return err
		}
		w.WriteString(separator)
		if err := encode(w, v); err != nil {
			return err
		}
		separator = ",\n"
	}
	if separator == "[\n" {
		w.WriteByte('[')
	} else {
		w.WriteByte('\n')
	}
	return w.WriteByte(']')
}

// encode writes a value as JSON that is also safe to print and to paste into a
// page: beyond what [json.Marshal] escapes, characters without a shape of their
// own are written as \u202e. Outside of strings JSON has none of them.
func encode(w *bufio.Writer, v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	for len(text) > 0 {
		plain := 0
		for plain < len(text) && text[plain] < utf8.RuneSelf && text[plain] != 0x7f {
			plain++
		}
		w.Write(text[:plain])
		text = text[plain:]
		if len(text) == 0 {
			break
		}
		r, size := utf8.DecodeRune(text)
		switch {
		case unicode.IsGraphic(r):
			w.Write(text[:size])
		case r < 0x10000:
			fmt.Fprintf(w, `\u%04x`, r)
		default:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(w, `\u%04x\u%04x`, high, low)
		}
		text = text[size:]
	}
	// A failed write sticks to w and comes back from its Flush.
	return nil
}
