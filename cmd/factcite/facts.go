package main

import (
	"bufio"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/validate"
)

func newFacts() *cobra.Command {
	var f inputFlags
	var t textFlags
	var out string
	var ground bool
	cmd := &cobra.Command{
		Use:   "facts [PATH…]",
		Short: "Print the canonical records as JSON Lines",
		RunE: func(cmd *cobra.Command, args []string) error {
			return writeFile(cmd, out, func(w *bufio.Writer) error {
				var found *grounding
				if ground || len(t.paths) > 0 {
					if slices.Contains(args, "-") {
						return errors.New("--ground reads the facts twice, which standard input cannot be; name a file")
					}
					result, err := groundFacts(cmd, &f, &t, args, out, 0, false)
					if err != nil {
						return err
					}
					defer result.Close()
					found = new(grounding)
					found.next, found.stop = iter.Pull2(result.Grounded())
					defer found.stop()
				}
				return f.writeFacts(cmd, args, out, w, found)
			})
		},
	}
	f.register(cmd)
	t.register(cmd.Flags())
	cmd.Flags().BoolVar(&ground, "ground", false, "add what the text of its source says of each fact, as factcite ground prints it, in the member grounding")
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE`")
	return cmd
}

// writeFacts writes every record; found is nil where nothing is to be added.
func (f *inputFlags) writeFacts(cmd *cobra.Command, args []string, out string, w *bufio.Writer, found *grounding) error {
	_, err := f.each(cmd, args, []string{out}, func(_ *tally, input validate.Input) error {
		if input.Fact == nil {
			return fmt.Errorf("%s is a .bib, whose entries are no facts; factcite refs reads it", input.Bib.Path)
		}
		if input.Fact.Record == nil {
			return nil
		}
		line := input.Fact.AppendLine(w.AvailableBuffer())
		if found != nil {
			at := input.Fact.Place
			var err error
			if line, err = found.addTo(line, at.Path, at.Line, at.Column); err != nil {
				return err
			}
		}
		_, err := w.Write(append(line, '\n'))
		return err
	})
	return err
}
