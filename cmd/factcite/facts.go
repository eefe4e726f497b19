package main

import (
	"bufio"

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
				return f.each(cmd, args, func(input input) error {
					if input.Fact == nil || input.Fact.Record == nil {
						return nil // an entry of a .bib is no fact
					}
					_, err := w.Write(append(input.Fact.AppendLine(w.AvailableBuffer()), '\n'))
					return err
				})
			})
		},
	}
	f.register(cmd)
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE`")
	return cmd
}
