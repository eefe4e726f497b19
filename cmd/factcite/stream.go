package main

import (
	"bufio"
	"bytes"
	"encoding/json"

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
	readable := 0
	for input, err := range reader.read(cmd.Context(), files) {
		if err != nil {
			return nil, interrupted(err)
		}
		if len(input.Ignores) > 0 {
			continue // findings are ignored, and these verbs have none
		}
		readable += reader.noteUnreadable(input)
		read.count(input)
		if err := do(read, input); err != nil {
			return nil, err
		}
	}
	if readable == 0 && !reader.MayBeEmpty() {
		return nil, reader.noRecord(args)
	}
	return read, nil
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

// noteUnreadable says on standard error what could not be read, and returns how
// many records or entries could.
func (r *inputReader) noteUnreadable(input validate.Input) (readable int) {
	if input.Bib != nil {
		for _, problem := range input.Bib.Errors {
			r.note("%s:%d:%d: %s", input.Bib.Path, problem.Line, problem.Column, problem.Message)
		}
		return len(input.Bib.Entries)
	}
	if input.Fact.Record != nil {
		return 1
	}
	for _, problem := range input.Fact.Problems {
		r.note("%s:%d:%d: %s", problem.Place.Path, problem.Place.Line, problem.Place.Column, problem.Message)
	}
	return 0
}

// encode returns the value as one line of JSON, with <, > and & as they are.
func encode(value any) ([]byte, error) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return line.Bytes(), err
}
