package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

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
	wanted, err := f.Targets()
	if err != nil {
		return nil, err
	}
	var list []target
	for _, w := range wanted {
		list = append(list, target{format: w.Format, path: cmp.Or(w.Path, standardOutput)})
	}
	if f.Bib == standardOutput && list[0].path == standardOutput {
		list[0].path = standardError
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
	if f.Bib != "" {
		paths = append(paths, f.Bib)
	}
	for _, path := range []string{f.WriteBaseline, f.history} {
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
	bib, baseline target                   // without a writer if there is none
	writeWorks    func(to io.Writer) error // nil where they are those of the result
	history       string                   // where the run is added to a history; empty if nowhere
	opened        []*output
}

func (f *reportFlags) openReports(cmd *cobra.Command) (*reports, error) {
	color := useColor(f.color, f.Out, cmd.OutOrStdout())
	var err error
	r := &reports{options: report.Options{Version: version(), Color: color, FailOn: validate.Severity(f.FailOn), Open: openAgain, Locate: inWorkspace}}
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
		if err == nil {
			if err = refuseForeignBibliography(path); err != nil {
				o.discard()
			}
		}
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
	if f.Bib != "" {
		r.bib.path = f.Bib
		open(&r.bib)
	}
	if f.WriteBaseline != "" {
		r.baseline.path = f.WriteBaseline
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
	return unpack.OpenFile(file)
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
	writeWorks := r.writeWorks
	if writeWorks == nil {
		writeWorks = func(to io.Writer) error { return result.Bibliography.Write(to, nil) }
	}
	if err := writeWorks(r.bib.to); err != nil {
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
