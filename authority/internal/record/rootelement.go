package record

import (
	"bytes"
	"fmt"

	"github.com/factcite/factcite/authority/internal/xmltext"
)

// rootElement returns what is within the root element of an answer, which must have
// that name.
func rootElement(body []byte, want string) ([]byte, error) {
	for rest := body; ; {
		at := bytes.IndexByte(rest, '<')
		if at < 0 {
			return nil, fmt.Errorf("it holds no %s", want)
		}
		rest = rest[at:]
		if length := xmltext.MarkupLength(rest); length > 0 {
			rest = rest[length:]
			continue
		}
		name, _, length, closed := xmltext.StartTag(rest)
		if string(name) != want {
			return nil, fmt.Errorf("it holds %.40q instead of a %s", name, want)
		}
		if closed {
			return nil, nil
		}
		rest = rest[length:]
		end := xmltext.EndTagOffset(rest, name)
		if end < 0 {
			return nil, ErrCut
		}
		return rest[:end], nil
	}
}
