package main

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// bibFlags are the flags of bib.
type bibFlags struct {
	inputFlags
	knownFlags
	settings.Works
	fill         bool
	suggest      bool
	out          string
	format       string
	encoding     string
	noProvenance bool
	sources      bool
	update       string
	keysFrom     string
	check        bool
	force        bool
}

func newBib() *cobra.Command {
	var f bibFlags
	cmd := &cobra.Command{
		Use:   "bib [PATH…]",
		Short: "Write the bibliography",
		Long: `bib merges the works that the reference facts name and writes one entry each.
With --update FILE it fills and extends an existing .bib and leaves everything
else in it byte for byte; with --check it only says what would change, and exits
1 if anything would. With --fill --suggest the change is printed as a diff: of the
FILE of --update as it is, or else of the bibliography without --fill.`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	f.inputFlags.register(cmd)
	flags := cmd.Flags()
	f.knownFlags.register(flags)
	flags.BoolVar(&f.fill, "fill", false, "fill what the facts leave out from known works, with where each value comes from")
	flags.BoolVar(&f.suggest, "suggest", false, "with --fill: write what it would change as a diff, and nothing else")
	f.Works.Register(flags)
	flags.StringVarP(&f.out, "output", "o", "", "write to `FILE`")
	flags.StringVar(&f.format, "format", string(citation.BibTeX), "`FORMAT`: "+settings.Alternatives(citation.Formats()))
	complete(cmd, "format", citation.Formats()...)
	flags.StringVar(&f.encoding, "encoding", "ascii", "letters outside ASCII that facts have in LaTeX's notation (`ascii`) or as they are (utf8); entries of a .bib stay as they are written")
	flags.BoolVar(&f.noProvenance, "no-provenance", false, "leave out x-facts and x-derived")
	flags.BoolVar(&f.sources, "sources", false, "also write an entry for each source of the facts")
	flags.StringVar(&f.update, "update", "", "update the .bib `FILE` in place, or into the file of -o")
	settings.RegisterKeysFrom(flags, &f.keysFrom)
	flags.BoolVar(&f.check, "check", false, "with --update or -o: write nothing, print what would change, exit 1 if anything would")
	flags.BoolVar(&f.force, "force", false, "with -o: overwrite a file that factcite did not write")
	return cmd
}

func (f *bibFlags) writeOptions() (*citation.WriteOptions, error) {
	options := &citation.WriteOptions{Format: citation.Format(f.format), NoProvenance: f.noProvenance, UTF8: f.encoding == "utf8"}
	if !slices.Contains(citation.Formats(), options.Format) {
		return nil, settings.NoneOf("--format", f.format, citation.Formats())
	}
	if f.encoding != "utf8" && f.encoding != "ascii" {
		return nil, settings.NoneOf("--encoding", f.encoding, []string{"ascii", "utf8"})
	}
	if f.update != "" && options.Format != citation.BibTeX && options.Format != citation.BibLaTeX {
		return nil, fmt.Errorf("--update works on .bib files; %s has no entries to keep", f.format)
	}
	return options, nil
}

func (f *bibFlags) run(cmd *cobra.Command, args []string) error {
	options, err := f.writeOptions()
	if err != nil {
		return err
	}
	switch {
	case f.check && f.update == "" && f.out == "":
		return errors.New("--check needs the file to compare with: --update FILE or -o FILE")
	case f.force && f.out == "":
		return errors.New("--force overwrites the file of -o, and none is named")
	}
	known, err := f.openKnown()
	if err != nil {
		return err
	}
	defer known.close()
	if !f.force && !f.check {
		if err := refuseForeign(f.out); err != nil {
			return err
		}
	}
	if !f.check && !f.suggest {
		if err := refuseUnwritable(cmp.Or(f.out, f.update)); err != nil {
			return err
		}
	}
	earlier, err := settings.ReadEarlier(f.keysFrom)
	if err != nil {
		return err
	}
	bibliography, err := f.collect(cmd, args)
	if err != nil {
		return err
	}
	if earlier != nil {
		bibliography.KeepKeys(earlier, options)
	}
	if !f.fill {
		return f.write(cmd, bibliography, options, known)
	}
	known.askAhead(cmd.Context(), bibliography.All())
	filling := known.filler(cmd.Context())
	if f.suggest {
		err = f.suggestChanges(cmd, bibliography, options, filling)
	} else {
		options.Complete = filling.complete
		err = f.write(cmd, bibliography, options, known)
	}
	if !f.quiet && (err == nil || errors.Is(err, errFindings)) {
		noteTo(cmd.ErrOrStderr(), "%s", filling.summary())
	}
	return err
}

// write writes the bibliography to where the flags say.
func (f *bibFlags) write(cmd *cobra.Command, bibliography *citation.Bibliography, options *citation.WriteOptions, known *knownWorks) error {
	if f.update != "" {
		return f.updateFile(cmd, bibliography, options, known)
	}
	text, err := f.text(bibliography, options, known)
	if err != nil {
		return err
	}
	if names := bibliography.Unheld(options.Format); len(names) > 0 && !f.quiet {
		noteTo(cmd.ErrOrStderr(), "%s cannot hold all that the .bib says in %s; the rest is left out", options.Format, strings.Join(names, ", "))
	}
	if !f.quiet {
		noteRekeyed(cmd.ErrOrStderr(), bibliography)
	}
	if f.check {
		return f.compare(cmd, text)
	}
	return writeFile(cmd, f.out, func(w *bufio.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// noteRekeyed says which keys of a .bib could not stay, so that documents that cite them
// can be changed.
func noteRekeyed(w io.Writer, b *citation.Bibliography) {
	const named = 3
	var changes []string
	more := 0
	for was, is := range b.Rekeyed() {
		if len(changes) == named {
			more++
			continue
		}
		changes = append(changes, fmt.Sprintf("%q is now %q", was, is))
	}
	if more > 0 {
		changes = append(changes, fmt.Sprintf("%d more", more))
	}
	if len(changes) > 0 {
		noteTo(w, "keys that TeX cannot read or that other entries have were made anew: %s", strings.Join(changes, ", "))
	}
}

// openKnown opens what --fill fills from.
func (f *bibFlags) openKnown() (*knownWorks, error) {
	known, err := f.knownFlags.open()
	switch {
	case err != nil:
		return nil, err
	case f.suggest && !f.fill:
		known.close()
		return nil, errors.New("--suggest shows what --fill would change; name both")
	case f.suggest && f.out != "":
		known.close()
		return nil, errors.New("--suggest prints a diff and writes no file: leave out -o, and name the .bib that it is for with --update")
	case f.fill && known == nil:
		return nil, errors.New("--fill needs known works: name an index with --index, or ask public services with --online")
	case known != nil && !f.fill:
		known.close()
		return nil, errors.New("bib compares with known works only to fill: add --fill, or use factcite check")
	}
	return known, nil
}

// suggestChanges prints how the file of --update would change, or how the
// bibliography would differ if it were filled.
func (f *bibFlags) suggestChanges(cmd *cobra.Command, bibliography *citation.Bibliography, options *citation.WriteOptions, filling *filling) error {
	if f.update != "" {
		options.Complete = filling.complete
		update, _, err := f.updated(bibliography, options, filling.known)
		if err != nil {
			return err
		}
		_, err = io.WriteString(cmd.OutOrStdout(), update.Diff(f.update))
		return err
	}
	before, err := f.text(bibliography, options, filling.known)
	if err != nil {
		return err
	}
	options.Complete = filling.complete
	after, err := f.text(bibliography, options, filling.known)
	if err != nil {
		return err
	}
	_, err = cmd.OutOrStdout().Write(diff.Diff("refs.bib", before, "refs.bib", after))
	return err
}

// text is the bibliography as it would be written.
func (f *bibFlags) text(bibliography *citation.Bibliography, options *citation.WriteOptions, known *knownWorks) ([]byte, error) {
	var text bytes.Buffer
	if err := bibliography.Write(&text, options); err != nil {
		return nil, err
	}
	return text.Bytes(), known.Err()
}

// updated is the file of --update as it would become, and as it is.
func (f *bibFlags) updated(bibliography *citation.Bibliography, options *citation.WriteOptions, known *knownWorks) (update *citation.Update, old []byte, err error) {
	if old, err = os.ReadFile(f.update); err != nil {
		return nil, nil, fmt.Errorf("cannot update: %w", err)
	}
	if form := input.FormOf(f.update, old); form != fact.Auto && form != fact.Bib {
		return nil, nil, fmt.Errorf("cannot update %s: it is no .bib, but looks like %s", f.update, form)
	}
	if update, err = citation.UpdateBib(f.update, old, bibliography, options); err != nil {
		return nil, nil, err
	}
	return update, old, known.Err()
}

// collect merges the works of everything that the paths hold.
func (f *bibFlags) collect(cmd *cobra.Command, args []string) (*citation.Bibliography, error) {
	bibliography := new(citation.Bibliography)
	read, err := f.each(cmd, args, []string{f.out, f.update}, func(t *tally, input validate.Input) error {
		if input.Bib != nil && input.Bib.Mixed {
			return fmt.Errorf("%s: nothing is written of it: %w", input.Bib.Path, bib.ErrMixed)
		}
		for id, said := range t.extractions(input, f.Works) {
			for i := range said.References {
				bibliography.Add(id, &said.References[i])
			}
		}
		if f.sources && input.Fact != nil && input.Fact.Record != nil {
			addSources(bibliography, input.Fact.Record)
		}
		return nil
	})
	if err == nil && !f.quiet {
		read.works = bibliography
		read.say(cmd)
	}
	return bibliography, err
}

// addSources adds the works that a fact was read in.
func addSources(bibliography *citation.Bibliography, record *fact.Record) {
	for _, source := range record.Sources {
		reference, ok := citation.Source{
			Title: source.Title, URI: source.URI, Domain: source.Domain,
			AuthorPerson: source.AuthorPerson, AuthorOrg: source.AuthorOrg, Published: source.PublishedDate,
		}.Reference()
		if ok {
			bibliography.Add(record.ID, &reference)
		}
	}
}

// updateFile fills and extends the .bib of --update. With -o the result goes
// there, with --check nowhere.
func (f *bibFlags) updateFile(cmd *cobra.Command, bibliography *citation.Bibliography, options *citation.WriteOptions, known *knownWorks) error {
	update, old, err := f.updated(bibliography, options, known)
	if err != nil {
		return err
	}
	if !f.quiet {
		for _, conflict := range update.Disagreements {
			fmt.Fprintln(cmd.ErrOrStderr(), conflict)
		}
	}
	for _, left := range update.Unwritten {
		fmt.Fprintln(cmd.ErrOrStderr(), left)
	}
	if f.check {
		return drift(cmd, update.Diff(f.update))
	}
	out := f.update
	if f.out != "" {
		out = f.out
	} else if bytes.Equal(old, update.Text) {
		return nil
	}
	return writeFile(cmd, out, func(w *bufio.Writer) error {
		_, err := w.Write(update.Text)
		return err
	})
}

// compare says how the file of -o differs from what would be written to it.
func (f *bibFlags) compare(cmd *cobra.Command, text []byte) error {
	old, err := os.ReadFile(f.out)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return drift(cmd, string(diff.Diff(f.out, old, f.out, text)))
}

func drift(cmd *cobra.Command, difference string) error {
	if difference == "" {
		return nil
	}
	if _, err := fmt.Fprint(cmd.OutOrStdout(), difference); err != nil {
		return err
	}
	return errFindings
}
