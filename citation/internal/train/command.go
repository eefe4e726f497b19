package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/factcite/factcite/citation/ref"
)

// readByCommand returns what the command refs, built with the models of a fold in place of those
// that are embedded, reads first of each row; nil where it reads nothing.
func (o *options) readByCommand(fold int, rows []*row) ([]*ref.Reference, error) {
	folder, err := os.MkdirTemp("", "factcite")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	command, err := o.buildCommand(fold, folder)
	if err != nil {
		return nil, err
	}
	var records bytes.Buffer
	encoder := json.NewEncoder(&records)
	for i, row := range rows {
		if err := encoder.Encode(map[string]string{"id": strconv.Itoa(i), "fact_type": "reference", "content": row.Text}); err != nil {
			return nil, err
		}
	}
	run := exec.Command(command, "refs", "-q", "--from", "jsonl", "-")
	run.Stdin, run.Stderr = &records, os.Stderr
	out, err := run.Output()
	if err != nil {
		return nil, fmt.Errorf("fold %d: factcite refs: %w", fold, err)
	}
	return firstReferences(out, len(rows))
}

// buildCommand builds factcite with the models of a fold, in a folder.
func (o *options) buildCommand(fold int, folder string) (command string, err error) {
	instead := map[string]string{}
	for embedded, kept := range map[string]string{"weights.bin": "fold%d.bin", "whole.bin": "whole%d.bin"} {
		replaced, err := filepath.Abs(filepath.Join("citation", "internal", "tagger", embedded))
		if err != nil {
			return "", err
		}
		if instead[replaced], err = filepath.Abs(filepath.Join(o.models, fmt.Sprintf(kept, fold))); err != nil {
			return "", err
		}
	}
	text, err := json.Marshal(map[string]any{"Replace": instead})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(overlay, text, 0o666); err != nil {
		return "", err
	}
	command = filepath.Join(folder, "factcite")
	build := exec.Command("go", "build", "-overlay", overlay, "-o", command, "./cmd/factcite")
	if said, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("fold %d: go build: %w: %s; run this in the folder of go.mod", fold, err, said)
	}
	return command, nil
}

// firstReferences reads what refs printed of so many records, whose ids are their numbers.
func firstReferences(printed []byte, records int) ([]*ref.Reference, error) {
	first := make([]*ref.Reference, records)
	for line := range bytes.Lines(printed) {
		var said struct {
			Fact       string           `json:"fact"`
			References []*ref.Reference `json:"references"`
		}
		if err := json.Unmarshal(line, &said); err != nil {
			return nil, fmt.Errorf("factcite refs printed %q: %w", line, err)
		}
		number, err := strconv.Atoi(said.Fact)
		if err != nil || number < 0 || number >= records {
			return nil, fmt.Errorf("factcite refs printed the record %q, and was given none of this id", said.Fact)
		}
		if len(said.References) > 0 {
			first[number] = said.References[0]
		}
	}
	return first, nil
}
