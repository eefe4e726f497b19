package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/ground/pdf"
	"github.com/factcite/factcite/internal/pathpattern"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// inputFlags are the flags of every verb that reads facts.
type inputFlags struct {
	from      string
	members   map[string]string
	records   string
	retrieved string
	maxRecord byteSize
	maxDepth  int
	quiet     bool
	verbose   bool
}

func (f *inputFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.from, "from", "", "read the input as this `FORM` (found by name and content): "+alternatives(input.Forms()))
	complete(cmd, "from", input.Forms()...)
	flags.StringToStringVar(&f.members, "map", nil, "read records of another shape: `MEMBER=POINTER`, as in content=/text,id=/uid,uri=/refs/*/url (a source each; texts are joined), or MEMBER==VALUE, as in fact_type==claim")
	flags.StringVar(&f.records, "records", "", "`POINTER` to the records in a JSON document, as in /results; * is each element or member")
	flags.StringVar(&f.retrieved, "retrieved", "", "`DATE` on which pages were retrieved, from which their relative dates count")
	flags.Var(&f.maxRecord, "max-record", "largest record that is read, as in 16MiB")
	flags.IntVar(&f.maxDepth, "max-depth", 0, "deepest nesting of JSON that is read (256)")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "say where what looks like a reference could not be read")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no summary line, no progress bar, no notes")
}

// inputReader reads the files of a run.
type inputReader struct {
	*input.Reader // nil until it is configured
	options       input.Options
	stdin         io.Reader
	note          func(format string, args ...any)
	progress      io.Writer // is told every byte read
	verbose       bool      // note where references could not be read

	exclude, include pathpattern.List // of the configuration
	forms            []namedForm
	pdf              *pdf.Reader
}

func (f *inputFlags) inputReader(cmd *cobra.Command) (*inputReader, error) {
	retrieved, err := parseDate("--retrieved", f.retrieved)
	if err != nil {
		return nil, err
	}
	if f.maxDepth < 0 {
		return nil, fmt.Errorf("--max-depth %d is negative", f.maxDepth)
	}
	r := &inputReader{
		options: input.Options{Facts: fact.Options{
			Form: fact.Form(f.from), Map: f.members, Records: f.records, Retrieved: retrieved,
			MaxRecord: int(f.maxRecord), MaxDepth: f.maxDepth,
		}},
		stdin:    cmd.InOrStdin(),
		note:     func(string, ...any) {},
		progress: io.Discard,
		verbose:  f.verbose,
		pdf:      newPDFReader(),
	}
	if !f.quiet {
		r.note = func(format string, args ...any) {
			noteTo(cmd.ErrOrStderr(), format, args...)
		}
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
		return noneOf("--from", string(form), append(input.Forms(), r.names()...))
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

// alternatives lists what a flag may be: "a, b or c".
func alternatives[S ~string](values []S) string {
	names := make([]string, len(values))
	for i, value := range values {
		names[i] = string(value)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// parseDate reads the date of a flag; an empty one is the zero time.
func parseDate(flag, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	date, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return date, fmt.Errorf("%s %q is no date; write it as 2026-03-12", flag, value)
	}
	return date, nil
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
