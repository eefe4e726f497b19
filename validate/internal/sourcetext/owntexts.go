package sourcetext

import (
	"fmt"
	"io"
	"os"

	"github.com/factcite/factcite/validate/internal/spill"
)

// ownTexts are the texts that records have themselves, each once, in a temporary file.
type ownTexts struct {
	file *os.File
	size int64
	ends []int64 // by the number of the text; those of files have no bytes
}

func (o *ownTexts) skip() error {
	o.ends = append(o.ends, o.size)
	return nil
}

func (o *ownTexts) add(text string) error {
	if o.file == nil {
		file, err := spill.TempFile()
		if err != nil {
			return fmt.Errorf("cannot keep texts on disk: %w", err)
		}
		o.file = file
	}
	n, err := o.file.WriteString(text)
	o.size += int64(n)
	o.ends = append(o.ends, o.size)
	if err != nil {
		return fmt.Errorf("cannot keep texts on disk: %w", err)
	}
	return nil
}

func (o *ownTexts) read(number int) (string, error) {
	start := int64(0)
	if number > 0 {
		start = o.ends[number-1]
	}
	text := make([]byte, o.ends[number]-start)
	if _, err := o.file.ReadAt(text, start); err != nil && err != io.EOF {
		return "", fmt.Errorf("cannot read back a text from disk: %w", err)
	}
	return string(text), nil
}

func (o *ownTexts) close() error {
	if o.file == nil {
		return nil
	}
	file := o.file
	o.file = nil
	return spill.Discard(file)
}
