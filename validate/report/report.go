// Package report writes findings in the formats that people and CI systems read, one
// file a format, with nothing of a fact unescaped. It knows nothing of how they were
// found. It is longer than 3,000 lines because the page in HTML has tables and plots.
package report

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate"
)

// Options adjusts Write. The zero value and nil mean the defaults.
type Options struct {
	Version string            // of the tool, for formats that name it
	Color   bool              // ANSI colours in text
	FailOn  validate.Severity // the least severity that fails a test case of junit; "" is error, "never" is none
	// Open opens an input again by the path of its findings, so that text can show the
	// lines that they are about. Nil, or an error, shows none.
	Open func(path string) (io.ReadCloser, error)
	// Locate returns the path below the root of the repository, by which github and sarif
	// name the file of a finding. Nil leaves paths as they are.
	Locate    func(path string) string
	Authority *Authority   // what works were compared with; nil if nothing
	History   []RunSummary // what earlier runs found, the oldest first, for the HTML report
}

// format is one row of the table that every format slots into.
type format struct {
	name    string
	write   func(w *bufio.Writer, r *run, opts *Options) error
	checked bool // needs what was read, not only what was found
}

func formats() []format {
	return []format{
		{name: "text", write: writeText},
		{name: "json", write: writeJSON},
		{name: "sarif", write: writeSARIF},
		{name: "github", write: writeGitHub},
		{name: "junit", write: writeJUnit, checked: true},
		{name: "markdown", write: writeMarkdown},
		{name: "html", write: writeHTML, checked: true},
		{name: "concise", write: writeConcise},
	}
}

// Formats returns the names of the formats, the default first.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// KeepChecked reports whether the format of that name shows records as well as
// findings, so that the run must be made with [validate.Options.KeepChecked].
func KeepChecked(name string) bool {
	for _, f := range formats() {
		if f.name == name {
			return f.checked
		}
	}
	return false
}

// Write writes the findings of a run to w in the format of that name, the same
// bytes for the same run. An error means that the name is none of [Formats],
// that the findings could not be read back, or that w failed.
func Write(w io.Writer, name string, res *validate.Result, opts *Options) error {
	known, needed := res.FieldsKnown()
	return write(w, name, &run{
		summary:      res.Summary,
		completeness: res.Completeness(),
		known:        known,
		needed:       needed,
		rules:        validate.Rules(),
		today:        res.Today,
		findings:     res.Findings(),
		checked:      res.Checked(),
		verified:     res.Verified(),
		work:         res.Bibliography.At,
	}, opts)
}

// run is what the formats read of a [validate.Result].
type run struct {
	summary      validate.Summary
	completeness validate.Completeness
	known        int // of the fields that works are cited with
	needed       int
	rules        []validate.Rule
	today        time.Time // that dates were judged by
	findings     iter.Seq2[validate.Finding, error]
	checked      iter.Seq2[validate.Checked, error]
	verified     iter.Seq2[validate.Verified, error]
	work         func(index int) *citation.Publication
}

// namedWork is a work, and the record that names it first.
type namedWork struct {
	work *citation.Publication
	by   validate.Checked
}

// works yields every work once, in the order that records name them. After an error, which
// is of reading the records back, nothing follows.
func (r *run) works() iter.Seq2[namedWork, error] {
	return func(yield func(namedWork, error) bool) {
		seen := map[int]bool{}
		for read, err := range r.checked {
			if err != nil {
				yield(namedWork{}, err)
				return
			}
			for _, index := range read.Works {
				if seen[index] {
					continue
				}
				seen[index] = true
				if !yield(namedWork{r.work(index), read}, nil) {
					return
				}
			}
		}
	}
}

func write(w io.Writer, name string, r *run, opts *Options) error {
	if opts == nil {
		opts = new(Options)
	}
	for _, f := range formats() {
		if f.name != name {
			continue
		}
		buffered := bufio.NewWriterSize(w, 64<<10)
		if err := f.write(buffered, r, opts); err != nil {
			return fmt.Errorf("writing the %s report: %w", name, err)
		}
		if err := buffered.Flush(); err != nil {
			return fmt.Errorf("writing the %s report: %w", name, err)
		}
		return nil
	}
	return fmt.Errorf("no report format is called %q: use one of %s", name, strings.Join(Formats(), ", "))
}
