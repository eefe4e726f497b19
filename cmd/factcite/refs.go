package main

import (
	"bufio"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate"
)

// extractionRecord is a line of refs.
type extractionRecord struct {
	Fact string `json:"fact"`
	citation.Extraction
}

func newRefs() *cobra.Command {
	var f inputFlags
	var out, format string
	var works settings.Works
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
					return f.eachWork(cmd, args, out, works, func(id string, said citation.Extraction) error { return writeExtraction(w, id, said) })
				})
			case "csl-json":
				return writeFile(cmd, out, func(w *bufio.Writer) error { return f.writeCSL(cmd, args, out, w, works) })
			}
			return settings.NoneOf("--format", format, []string{"jsonl", "csl-json"})
		},
	}
	f.register(cmd)
	flags := cmd.Flags()
	works.Register(flags)
	flags.StringVarP(&out, "output", "o", "", "write to `FILE`")
	flags.StringVar(&format, "format", "jsonl", "`FORMAT`: jsonl (extraction records) or csl-json (the works)")
	complete(cmd, "format", "jsonl", "csl-json")
	return cmd
}

// eachWork calls do for what every sentence says about works, and sums it up.
func (f *inputFlags) eachWork(cmd *cobra.Command, args []string, out string, what settings.Works, do func(id string, said citation.Extraction) error) error {
	works := new(citation.Bibliography)
	read, err := f.each(cmd, args, []string{out}, func(t *tally, input validate.Input) error {
		for id, said := range t.extractions(input, what) {
			for i := range said.References {
				works.Add(id, &said.References[i])
			}
			if err := do(id, said); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && !f.quiet {
		read.works = works
		read.say(cmd)
	}
	return err
}

func writeExtraction(w *bufio.Writer, id string, said citation.Extraction) error {
	line, err := encode(extractionRecord{id, said})
	if err == nil {
		_, err = w.Write(line)
	}
	return err
}

// writeCSL prints the works of every sentence as one CSL-JSON array; a work's id
// is its fact's, with an ordinal where the fact names several.
func (f *inputFlags) writeCSL(cmd *cobra.Command, args []string, out string, w *bufio.Writer, what settings.Works) error {
	items := []any{}
	err := f.eachWork(cmd, args, out, what, func(id string, said citation.Extraction) error {
		for i := range said.References {
			name := id
			if i > 0 {
				name = fmt.Sprintf("%s-%d", id, i+1)
			}
			items = append(items, citation.CSL(name, &said.References[i]))
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
