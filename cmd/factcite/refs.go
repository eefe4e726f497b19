package main

import (
	"bufio"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/citation"
)

// extractionRecord is a line of refs.
type extractionRecord struct {
	Fact string `json:"fact"`
	citation.Extraction
}

func newRefs() *cobra.Command {
	var f inputFlags
	var out, format string
	var allTypes bool
	cmd := &cobra.Command{
		Use:   "refs [PATH…]",
		Short: "Print what each sentence says about works",
		Long: `refs prints one extraction record a line for every record read, in input order:
the works that the sentence names, with the span of the words each value was
read from, and its in-text citations. Spans are byte offsets of the content.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch format {
			case "jsonl":
				return writeFile(cmd, out, func(w *bufio.Writer) error {
					return f.each(cmd, args, []string{out}, func(input input) error { return writeExtractions(w, input, allTypes) })
				})
			case "csl-json":
				return writeFile(cmd, out, func(w *bufio.Writer) error { return f.writeCSL(cmd, args, out, w, allTypes) })
			}
			return fmt.Errorf("--format %q; use jsonl or csl-json", format)
		},
	}
	f.register(cmd)
	flags := cmd.Flags()
	flags.BoolVar(&allTypes, "all-types", false, "take works as references in facts of every type")
	flags.StringVarP(&out, "output", "o", "", "write to `FILE`")
	flags.StringVar(&format, "format", "jsonl", "`FORMAT`: jsonl (extraction records) or csl-json (the works)")
	return cmd
}

func writeExtractions(w *bufio.Writer, input input, allTypes bool) error {
	for id, said := range input.Extractions(allTypes) {
		line, err := encode(extractionRecord{id, said})
		if err != nil {
			return err
		}
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	return nil
}

// writeCSL prints the works of every sentence as one CSL-JSON array; a work's id
// is its fact's, with an ordinal where the fact names several.
func (f *inputFlags) writeCSL(cmd *cobra.Command, args []string, out string, w *bufio.Writer, allTypes bool) error {
	items := []any{}
	err := f.each(cmd, args, []string{out}, func(input input) error {
		for id, said := range input.Extractions(allTypes) {
			for i := range said.References {
				name := id
				if i > 0 {
					name = fmt.Sprintf("%s-%d", id, i+1)
				}
				items = append(items, citation.CSL(name, &said.References[i]))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(items)
}
