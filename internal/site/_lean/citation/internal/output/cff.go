package output

import "errors"

const cffHead = ""

func newCFFEncoder(Options) Encoder {
	return func(text []byte, _ *Entry) ([]byte, error) {
		return text, errors.New("a CITATION.cff is not written in a browser; the command writes it")
	}
}

func newCFFWorkEncoder(opts Options) Encoder { return newCFFEncoder(opts) }
