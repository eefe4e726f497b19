// Package report writes findings in the formats that people and CI systems read.
package report

import (
	"io"

	"github.com/factcite/factcite/validate"
)

// Options adjusts Write. The zero value and nil mean the defaults.
type Options struct {
	Version string // of the tool, for formats that name it
	Color   bool   // ANSI colours in text
}

// Formats returns the names of the formats, the default first.
func Formats() []string { return []string{"text", "json"} }

// Write writes the findings of a run to w in the format of that name.
func Write(w io.Writer, format string, res *validate.Result, opts *Options) error { return nil }
