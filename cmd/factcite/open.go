package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/gunzip"
	"github.com/factcite/factcite/validate"
)

// headSize is how much of an input is looked at to find its form.
const headSize = 64 << 10

// maxBib is the largest .bib file that is read, in bytes.
const maxBib = 1 << 30

// readFile yields what a file holds.
func (r *inputReader) readFile(f file) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		if f.path == "-" {
			r.readStream("<stdin>", r.stdin, yield)
			return
		}
		opened, err := os.Open(f.path)
		if err != nil {
			yield(validate.Input{}, err)
			return
		}
		defer opened.Close()
		if _, err := opened.Seek(0, io.SeekStart); err != nil { // a pipe
			r.readStream(f.path, opened, yield)
			return
		}
		form := cmp.Or(r.options.Form, f.form)
		if form == fact.Auto {
			form = detect(opened)
			opened.Seek(0, io.SeekStart) // as it could a moment ago
		}
		r.readAs(form, f.path, &watched{opened, r.progress}, yield)
	}
}

// readStream reads what can be read only once.
func (r *inputReader) readStream(name string, stream io.Reader, yield func(validate.Input, error) bool) {
	form, buffered := r.options.Form, bufio.NewReaderSize(stream, headSize)
	if form == fact.Auto {
		head, _ := buffered.Peek(headSize)
		form = detect(bytes.NewReader(head))
	}
	r.readAs(form, name, buffered, yield)
}

// detect returns the form that the first bytes of an input show, or Auto.
func detect(input io.Reader) fact.Form {
	text, err := gunzip.Open(input)
	if err != nil {
		return fact.Auto
	}
	head := make([]byte, headSize)
	n, _ := io.ReadFull(text, head)
	return fact.Detect(head[:n])
}

// readAs reads an input of a form. Facts are left as they are for [fact.Read], which
// opens gzip and may need to seek.
func (r *inputReader) readAs(form fact.Form, name string, input io.Reader, yield func(validate.Input, error) bool) {
	r.recognised = r.recognised || form != fact.Auto
	if form == fact.Bib {
		bib, err := readBib(name, input)
		yield(validate.Input{Bib: bib}, err)
		return
	}
	options := r.options
	options.Form = form
	for input, err := range validate.Facts(fact.Read(input, name, &options)) {
		if !yield(input, err) {
			return
		}
	}
}

// readBib reads a .bib file, which is held in memory as a whole.
func readBib(name string, input io.Reader) (*bib.File, error) {
	text, err := gunzip.Open(input)
	if err != nil {
		return nil, err
	}
	whole, err := io.ReadAll(io.LimitReader(text, maxBib+1))
	if err == nil && len(whole) > maxBib {
		err = fmt.Errorf("a .bib file may have %d MiB; split it", maxBib>>20)
	}
	if err != nil {
		return nil, err
	}
	return bib.Read(name, whole), nil
}

// watched is a file that tells the progress bar what is read of it.
type watched struct {
	*os.File
	progress io.Writer
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.File.Read(p)
	w.progress.Write(p[:n])
	return n, err
}
