package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/validate"
)

// each calls do for everything that the paths hold; outputs are the files that do
// writes to. It fails if there is no record at all.
func (f *inputFlags) each(cmd *cobra.Command, args, outputs []string, do func(*tally, validate.Input) error) (*tally, error) {
	reader, err := f.configuredReader(cmd, args)
	if err != nil {
		return nil, err
	}
	files, err := reader.files(args, outputs...)
	if err != nil {
		return nil, err
	}
	read := &tally{reader: reader}
	defer f.showProgress(cmd, reader, files)()
	readable, blank := 0, 0
	for input, err := range reader.read(cmd.Context(), files) {
		if err != nil {
			return nil, interrupted(err)
		}
		if len(input.Ignores) > 0 {
			continue // findings are ignored, and these verbs have none
		}
		readable += reader.tellLost(input)
		read.count(input)
		if isBlank(input) {
			blank++
		}
		if err := do(read, input); err != nil {
			return nil, err
		}
	}
	if readable == 0 && !reader.MayBeEmpty() {
		return nil, reader.noRecord(args)
	}
	if content := f.Members["content"]; content != "" && readable > 0 && blank == readable {
		return nil, fmt.Errorf("no record of %s has a text where --map says that its content is: %s", strings.Join(args, ", "), content)
	}
	return read, nil
}

// isBlank reports whether an input is a record without a word.
func isBlank(input validate.Input) bool {
	return input.Fact != nil && input.Fact.Record != nil && strings.TrimSpace(input.Fact.Record.Content) == ""
}

// configuredReader is inputReader with the configuration that is above the first path.
func (f *inputFlags) configuredReader(cmd *cobra.Command, args []string) (*inputReader, error) {
	reader, err := f.inputReader(cmd)
	if err != nil {
		return nil, err
	}
	config, err := readConfig("", args)
	if err != nil {
		return nil, err
	}
	return reader, reader.configure(config)
}

// writeFile hands write a buffered writer to the file at path, or to standard
// output, and puts the file in its place if write did not fail.
func writeFile(cmd *cobra.Command, path string, write func(*bufio.Writer) error) error {
	to, output, err := create(cmd.Context(), path, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	defer output.discard()
	w := bufio.NewWriterSize(to, 64<<10)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return output.commit()
}

// tellLost says on standard error what could not be read, and returns how many records or
// entries could.
func (r *inputReader) tellLost(input validate.Input) (readable int) {
	if input.Bib != nil {
		for _, problem := range input.Bib.Errors {
			tell := r.complain
			if problem.Warning {
				tell = r.note
			}
			tell("%s:%d:%d: %s", input.Bib.Path, problem.Line, problem.Column, problem.Message)
		}
		return len(input.Bib.Entries)
	}
	for _, problem := range input.Fact.Problems {
		if input.Fact.Record == nil || problem.Rule == invalidUTF8 && r.isFirstLost(problem.Place.Path) {
			r.complain("%s:%d:%d: %s", problem.Place.Path, problem.Place.Line, problem.Place.Column, problem.Message)
		}
	}
	if input.Fact.Record == nil {
		return 0
	}
	return 1
}

// telling passes inputs on, and says what could not be read.
func (r *inputReader) telling(inputs iter.Seq2[validate.Input, error]) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		for input, err := range inputs {
			if err == nil && (input.Fact != nil || input.Bib != nil) {
				r.tellLost(input)
			}
			if !yield(input, err) {
				return
			}
		}
	}
}

// invalidUTF8 is the rule of what is read although letters of it are lost.
const invalidUTF8 = "invalid-utf8"

// isFirstLost reports whether no letters of a file were lost before.
func (r *inputReader) isFirstLost(path string) bool {
	before := r.lettersLost
	r.lettersLost = path
	return before != path
}

// encode returns the value as one line of JSON, with <, > and & as they are.
func encode(value any) ([]byte, error) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return line.Bytes(), err
}
