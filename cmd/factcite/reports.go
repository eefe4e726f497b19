package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/internal/unpack"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// standardOutput is the path that means standard output. Standard error has no path
// that a flag could name.
const (
	standardOutput = "-"
	standardError  = "\x00stderr"
)

// target is a report and where it goes.
type target struct {
	format, path string
	to           io.Writer
	output       *output
}

// targets lists the reports that the flags ask for, the chosen format first.
func (f *reportFlags) targets() ([]target, error) {
	formats := report.Formats()
	if !slices.Contains(formats, f.format) {
		return nil, noneOf("--format", f.format, formats)
	}
	list := []target{{format: f.format, path: cmp.Or(f.out, standardOutput)}}
	if f.bib == standardOutput && list[0].path == standardOutput {
		list[0].path = standardError
	}
	for _, wanted := range f.reports {
		format, path, ok := strings.Cut(wanted, "=")
		if ok && path != "" && !slices.Contains(formats, format) {
			return nil, noneOf("--report", format, formats)
		}
		if !ok || path == "" {
			return nil, fmt.Errorf("--report %q; write FORMAT=FILE, with one of %s", wanted, strings.Join(formats, ", "))
		}
		list = append(list, target{format: format, path: path})
	}
	return list, nil
}

// outputs lists the paths that the run writes to. It refuses two outputs in one
// place.
func (f *reportFlags) outputs() ([]string, error) {
	targets, err := f.targets()
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, t := range targets {
		paths = append(paths, t.path)
	}
	if f.bib != "" {
		paths = append(paths, f.bib)
	}
	for _, path := range []string{f.writeBaseline, f.history} {
		if path != "" {
			paths = append(paths, path)
		}
	}
	seen := map[string]bool{}
	for _, path := range paths {
		place := linked(filepath.Clean(path))
		if seen[place] {
			if path == standardOutput {
				path = "standard output"
			}
			return nil, fmt.Errorf("two outputs go to %s; give each its own file", path)
		}
		seen[place] = true
	}
	return paths, nil
}

// reports are the outputs of a check, opened before the work begins.
type reports struct {
	options       report.Options
	findings      []target
	bib, baseline target // without a writer if there is none
	history       string // where the run is added to a history; empty if nowhere
	opened        []*output
}

func (f *reportFlags) openReports(cmd *cobra.Command) (*reports, error) {
	color := useColor(f.color, f.out, cmd.OutOrStdout())
	var err error
	r := &reports{options: report.Options{Version: version(), Color: color, FailOn: validate.Severity(f.failOn), Open: openAgain, Locate: inWorkspace}}
	if r.findings, err = f.targets(); err != nil {
		return nil, err
	}
	if r.options.History, err = readHistory(f.history, cmd.ErrOrStderr()); err != nil {
		return nil, err
	}
	r.history = f.history
	failed := refuseUnappendable(f.history)
	open := func(t *target) {
		stream := cmd.OutOrStdout()
		path := t.path
		if path == standardError {
			stream, path = cmd.ErrOrStderr(), standardOutput
		}
		w, o, err := create(cmd.Context(), path, stream)
		if err != nil {
			failed = errors.Join(failed, err)
			return
		}
		t.to, t.output = w, o
		r.opened = append(r.opened, o)
	}
	for i := range r.findings {
		open(&r.findings[i])
	}
	if f.bib != "" {
		r.bib.path = f.bib
		open(&r.bib)
	}
	if f.writeBaseline != "" {
		r.baseline.path = f.writeBaseline
		open(&r.baseline)
	}
	if failed != nil {
		r.discard()
	}
	return r, failed
}

// openAgain opens an input a second time, to show what findings are about; it does not
// for one that can be read only once.
func openAgain(path string) (io.ReadCloser, error) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(err, fs.ErrInvalid)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	text, err := unpack.Open(file)
	if err != nil {
		file.Close()
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{text, file}, nil
}

func (r *reports) needChecked() bool {
	return slices.ContainsFunc(r.findings, func(t target) bool { return report.KeepChecked(t.format) })
}

// write writes findings and bibliography at the same time, and puts the files in their
// places. Each is brought to the disk while the other is written.
func (r *reports) write(result *validate.Result) error {
	bib := make(chan error, 1)
	go func() { bib <- r.writeBib(result) }()
	err := r.writeFindings(result)
	if err := errors.Join(err, <-bib); err != nil {
		return err
	}
	if r.baseline.to != nil {
		if err := validate.WriteBaseline(r.baseline.to, result); err != nil {
			return err
		}
	}
	if err := r.commit(); err != nil || r.history == "" {
		return err
	}
	return appendHistory(r.history, report.Summarize(result))
}

// targets are all outputs, always in one order.
func (r *reports) targets() (list []*target) {
	for i := range r.findings {
		list = append(list, &r.findings[i])
	}
	for _, t := range []*target{&r.bib, &r.baseline} {
		if t.to != nil {
			list = append(list, t)
		}
	}
	return list
}

// commit puts the files in their places.
func (r *reports) commit() error {
	for _, o := range r.opened {
		if err := o.commit(); err != nil {
			return err
		}
	}
	return nil
}

func (r *reports) writeFindings(result *validate.Result) error {
	for _, t := range r.findings {
		if err := report.Write(t.to, t.format, result, &r.options); err != nil {
			return err
		}
		if err := t.output.settle(); err != nil {
			return err
		}
	}
	return nil
}

func (r *reports) writeBib(result *validate.Result) error {
	if r.bib.to == nil {
		return nil
	}
	if result.Unwritable != nil {
		return result.Unwritable
	}
	if err := result.Bibliography.Write(r.bib.to, nil); err != nil {
		return err
	}
	return r.bib.output.settle()
}

// discard drops what was not put in its place.
func (r *reports) discard() {
	for _, o := range r.opened {
		o.discard()
	}
}
