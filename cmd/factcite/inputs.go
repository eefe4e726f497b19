package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
	"github.com/factcite/factcite/ground/pdf"
	"github.com/factcite/factcite/internal/pathpattern"
	"github.com/factcite/factcite/validate"
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
	flags.StringVar(&f.from, "from", "", "read the input as this `FORM` (found by name and content): "+alternatives(forms()))
	complete(cmd, "from", forms()...)
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
	options  fact.Options
	stdin    io.Reader
	note     func(format string, args ...any)
	progress io.Writer // is told every byte read
	verbose  bool      // note where references could not be read

	exclude, include pathpattern.List // of the configuration
	forms            []namedForm
	pdf              *pdf.Reader

	ownSchema  bool               // records are checked against a schema of the user's own
	noted      map[fact.Form]bool // said to be the form of an input
	guess      string             // how an input was taken whose form was guessed by a member; "" for none
	database   *bib.File          // the last .bib that was read, one database with those before it
	emptyLines bool               // an input is a stream of records, a line each, that holds none
	recognised bool               // an input had the form of facts, even if each of its records was broken
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
		options: fact.Options{
			Form: fact.Form(f.from), Map: f.members, Records: f.records, Retrieved: retrieved,
			MaxRecord: int(f.maxRecord), MaxDepth: f.maxDepth,
		},
		stdin:    cmd.InOrStdin(),
		note:     func(string, ...any) {},
		progress: io.Discard,
		verbose:  f.verbose,
		pdf:      newPDFReader(),
		noted:    map[fact.Form]bool{},
	}
	if !f.quiet {
		r.note = func(format string, args ...any) {
			noteTo(cmd.ErrOrStderr(), format, args...)
		}
	}
	return r, nil
}

// mayBeEmpty reports whether an input was read that is whole without a record.
func (r *inputReader) mayBeEmpty() bool { return r.emptyLines || r.database.IsBib() }

// noRecord says that the inputs of a run hold none.
func (r *inputReader) noRecord(args []string) error {
	if r.guess != "" {
		return fmt.Errorf("no record found in %s: %s", strings.Join(args, ", "), r.guess)
	}
	return fmt.Errorf("no record found in %s", strings.Join(args, ", "))
}

// mapped reports whether the flags say where in an input the records are.
func (r *inputReader) mapped() bool { return len(r.options.Map) > 0 || r.options.Records != "" }

// manyForeign is how many objects of another shape are not read as records one by one.
const manyForeign = 10

// foreign says how records of another shape would be read, where that is not said: as an
// error if they are many, else as a note.
func (r *inputReader) foreign(name string, form fact.Form, head []byte) error {
	if r.ownSchema || r.mapped() || form != fact.JSON && form != fact.Lines {
		return nil
	}
	shape := fact.ShapeOf(head)
	if shape == nil {
		return nil
	}
	message := fmt.Sprintf("%s: no record has content; the members are %s: %s", name, strings.Join(shape.Members, ", "), flagsFor(shape))
	if shape.Objects >= manyForeign {
		return errors.New(message)
	}
	r.note("%s", message)
	return nil
}

// noteForeign says once of a form of others that an input was taken to have it.
func (r *inputReader) noteForeign(form fact.Form, name string) {
	if r.options.Form == fact.Auto && slices.Contains(fact.ForeignForms(), form) && !r.noted[form] {
		r.noted[form] = true
		r.note("%s is read as %s, by the members of its first record; --from jsonl or --from json reads it as records", name, form)
	}
}

// flagsFor are the flags that would read records of a shape.
func flagsFor(shape *fact.Shape) string {
	var members []string
	for _, member := range slices.Sorted(maps.Keys(shape.Map)) {
		members = append(members, member+"="+shape.Map[member])
	}
	flags := "--map " + strings.Join(members, ",")
	if shape.Records != "" {
		flags = "--records " + shape.Records + " " + flags
	}
	return flags
}

// configure takes over what a configuration, which may be nil, says of forms and of the
// files of folders, and checks the form that the flags name.
func (r *inputReader) configure(config *validate.Config) error {
	if config != nil {
		if err := r.takeOver(config); err != nil {
			return err
		}
	}
	if form := r.options.Form; form != fact.Auto && !slices.Contains(forms(), form) && r.named(form) == nil {
		return fmt.Errorf("--from %q is no form; use %s", form, alternatives(append(forms(), r.names()...)))
	}
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

// forms are all that --from names.
func forms() []fact.Form {
	list := []fact.Form{fact.PageText, fact.PageHTML, fact.Lines, fact.JSON, fact.Export, fact.Bundle, fact.CSV, fact.TSV, fact.YAML, fact.Bib}
	list = append(list, fact.ForeignForms()...)
	for _, form := range document.Forms() {
		if !slices.Contains(list, form) {
			list = append(list, form)
		}
	}
	for _, format := range exchange.Formats() {
		list = append(list, fact.Form(format))
	}
	return list
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
