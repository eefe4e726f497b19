package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/ground/pdf"
	"github.com/factcite/factcite/internal/pathpattern"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// inputFlags are the flags of every verb that reads facts.
type inputFlags struct {
	settings.Reading
	retrieved string
	quiet     bool
	verbose   bool
}

func (f *inputFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	f.Reading.Register(flags)
	complete(cmd, "from", input.Forms()...)
	flags.StringVar(&f.retrieved, "retrieved", "", "`DATE` on which pages were retrieved, from which their relative dates count")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "say where what looks like a reference could not be read")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no summary line, no progress bar, no notes but of what cannot be read")
}

// inputReader reads the files of a run.
type inputReader struct {
	*input.Reader // nil until it is configured
	options       input.Options
	stdin         io.Reader
	note          func(format string, args ...any)
	complain      func(format string, args ...any) // says what is lost, even where nothing is noted
	progress      io.Writer                        // is told every byte read
	lettersLost   string                           // the last file of which letters were
	verbose       bool                             // note where references could not be read

	exclude, include pathpattern.List // of the configuration
	forms            []namedForm
	pdf              *pdf.Reader
}

func (f *inputFlags) inputReader(cmd *cobra.Command) (*inputReader, error) {
	if err := f.Reading.Settle(); err != nil {
		return nil, err
	}
	facts := f.Reading.Options()
	var err error
	if facts.Retrieved, err = settings.Date("--retrieved", f.retrieved); err != nil {
		return nil, err
	}
	r := &inputReader{
		options:  input.Options{Facts: facts},
		stdin:    cmd.InOrStdin(),
		note:     func(string, ...any) {},
		progress: io.Discard,
		verbose:  f.verbose,
		pdf:      newPDFReader(),
	}
	r.complain = func(format string, args ...any) { noteTo(cmd.ErrOrStderr(), format, args...) }
	if !f.quiet {
		r.note = r.complain
	}
	r.options.Pages, r.options.Note = r.pdf.Pages, r.note
	return r, nil
}

// noRecord says that the inputs of a run hold none.
func (r *inputReader) noRecord(args []string) error {
	if guess := r.Guess(); guess != "" {
		return fmt.Errorf("no record found in %s: %s", strings.Join(args, ", "), guess)
	}
	return fmt.Errorf("no record found in %s", strings.Join(args, ", "))
}

// configure makes the reader. It takes over what a configuration, which may be nil, says of
// forms and of the files of folders, and checks the form that the flags name.
func (r *inputReader) configure(config *validate.Config) error {
	if config != nil {
		if err := r.takeOver(config); err != nil {
			return err
		}
	}
	form := r.options.Facts.Form
	named := r.named(form)
	if form != fact.Auto && !slices.Contains(input.Forms(), form) && named == nil {
		return settings.NoneOf("--from", string(form), append(input.Forms(), r.names()...))
	}
	r.options.FormOf = r.formOfFile
	if named != nil {
		r.options.Facts.Form = fact.Auto
		r.options.FormOf = func(string) *validate.RecordForm { return &named.RecordForm }
	}
	r.Reader = input.NewReader(&r.options)
	return nil
}

func (r *inputReader) takeOver(config *validate.Config) error {
	folder, err := filepath.Abs(filepath.Dir(config.Name()))
	if err != nil {
		return err
	}
	r.exclude = r.exclude.Add(filepath.ToSlash(folder), config.Exclude())
	r.include = r.include.Add(filepath.ToSlash(folder), config.Include())
	return r.addForms(config, folder)
}

// read yields what the files hold, in their order.
func (r *inputReader) read(ctx context.Context, files []file) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		defer r.pdf.Close()
		defer func() { r.Forget() }() // what is large, and comes before no other file
		for _, f := range files {
			for input, err := range r.readFile(ctx, f) {
				if err == nil {
					err = context.Cause(ctx)
				}
				if err != nil {
					yield(validate.Input{}, err)
					return
				}
				if !yield(input, nil) {
					return
				}
			}
		}
	}
}
