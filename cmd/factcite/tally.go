package main

import (
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// A tally counts what a verb read, for its summary line.
type tally struct {
	validate.Summary
	works  *citation.Bibliography // where the works are merged
	reader *inputReader
}

// extractions yields what an input says about works, and counts it.
func (t *tally) extractions(input validate.Input, what settings.Works) iter.Seq2[string, citation.Extraction] {
	return func(yield func(string, citation.Extraction) bool) {
		for id, said := range input.Extractions(what.AllTypes) {
			if what.AllKinds {
				said = input.EveryKind(said, what.AllTypes)
			}
			t.References += len(said.References)
			if len(said.References) == 0 && input.LooksLikeReference() {
				t.Unread++
				t.reader.noteUnread(input.Fact)
			}
			if !yield(id, said) {
				return
			}
		}
	}
}

// count counts a record.
func (t *tally) count(input validate.Input) {
	if input.Fact == nil || input.Fact.Record == nil {
		return
	}
	t.Records++
	if input.Fact.Part != "" {
		t.Sentences++
	}
}

// noteUnread says, if it is asked to, where a reference is that could not be read.
func (r *inputReader) noteUnread(item *fact.Item) {
	if r.verbose {
		at := item.Place
		r.note("%s:%d:%d: this looks like a reference and could not be read: %.120q", at.Path, at.Line, at.Column, item.Record.Content)
	}
}

// say writes the summary line.
func (t *tally) say(cmd *cobra.Command) {
	if t.works != nil {
		for range t.works.All() {
			t.Works++
		}
	}
	fmt.Fprintln(cmd.ErrOrStderr(), report.Read(t.Summary))
}
