package document

import (
	"errors"

	"github.com/factcite/factcite/fact"
)

func readWord(fact.Form, []byte) ([]paragraph, string, error) {
	return nil, "", errors.New("a word processor's file cannot be pasted")
}
