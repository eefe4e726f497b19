package main

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"
)

func newFacts() *cobra.Command {
	var f inputFlags
	var out string
	cmd := &cobra.Command{
		Use:   "facts [PATH…]",
		Short: "Print the canonical records as JSON Lines",
		RunE: func(cmd *cobra.Command, args []string) error {
			return writeFile(cmd, out, func(w *bufio.Writer) error {
				_, err := f.each(cmd, args, []string{out}, func(_ *tally, input input) error {
					if input.Fact == nil {
						return fmt.Errorf("%s is a .bib, whose entries are no facts; factcite refs reads it", input.Bib.Path)
					}
					if input.Fact.Record == nil {
						return nil
					}
					_, err := w.Write(append(input.Fact.AppendLine(w.AvailableBuffer()), '\n'))
					return err
				})
				return err
			})
		},
	}
	f.register(cmd)
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE`")
	return cmd
}
