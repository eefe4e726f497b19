package main

import (
	"bufio"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

func newGround() *cobra.Command {
	var f inputFlags
	var t textFlags
	var out string
	var workers int
	cmd := &cobra.Command{
		Use:   "ground [PATH…] --texts PATH",
		Short: "Print what the texts of their sources say of facts",
		Long: `ground compares each fact with the text of its source, as check --texts does, and
prints one JSON object a fact: its anchors (quotations, numbers, dates, names), what
the text says of each, and the passage, as selectors of the W3C Web Annotation Data
Model. Positions count the characters of the text as it is read.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return writeFile(cmd, out, func(w *bufio.Writer) error {
				result, err := groundFacts(cmd, &f, &t, args, out, workers, true)
				if err != nil {
					return err
				}
				defer result.Close()
				if !f.quiet {
					fmt.Fprintln(cmd.ErrOrStderr(), report.Grounding(result.Summary))
				}
				return report.WriteGrounded(w, result)
			})
		},
	}
	f.register(cmd)
	t.register(cmd.Flags())
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE`")
	cmd.Flags().IntVar(&workers, "workers", 0, "texts compared at once (one a core)")
	return cmd
}

// groundFacts compares the facts that the paths hold with the texts of their sources. With
// tell it says what could not be read.
func groundFacts(cmd *cobra.Command, f *inputFlags, t *textFlags, args []string, out string, workers int, tell bool) (*validate.Result, error) {
	reader, err := f.configuredReader(cmd, args)
	if err != nil {
		return nil, err
	}
	files, err := reader.files(args, out)
	if err != nil {
		return nil, err
	}
	options := &validate.Options{Workers: workers, KeepGrounded: true}
	library, err := t.open()
	if err != nil {
		return nil, err
	}
	if library != nil {
		options.Texts = library
	}
	defer f.showProgress(cmd, reader, files)()
	inputs := reader.read(cmd.Context(), files)
	if tell {
		inputs = reader.telling(inputs)
	}
	result, err := validate.Check(cmd.Context(), inputs, options)
	if err != nil {
		return nil, interrupted(err)
	}
	if result.Summary.Grounding == nil {
		result.Close()
		return nil, fmt.Errorf("no text of a source is at hand; name some with --texts")
	}
	return result, nil
}

// grounding adds what was found of each fact to its record, in the order of the facts.
type grounding struct {
	next func() (validate.Grounded, error, bool)
	stop func()
	head *validate.Grounded
}

// addTo returns a line of JSON Lines with the member grounding, if anything was found of the
// fact at that place.
func (g *grounding) addTo(line []byte, path string, lineNumber, column int) ([]byte, error) {
	if g.head == nil {
		next, err, ok := g.next()
		if err != nil {
			return nil, err
		}
		if !ok {
			return line, nil
		}
		g.head = &next
	}
	if g.head.Path != path || g.head.Line != lineNumber || g.head.Column != column {
		return line, nil // the same fact again, which is compared once
	}
	annotation, err := report.Annotation(g.head)
	g.head = nil
	if err != nil {
		return nil, err
	}
	return slices.Concat(line[:len(line)-1], []byte(`,"grounding":`), annotation, []byte("}")), nil
}
