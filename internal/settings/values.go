package settings

import (
	"fmt"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// Alternatives lists what a flag may be: "a, b or c".
func Alternatives[S ~string](values []S) string {
	names := make([]string, len(values))
	for i, value := range values {
		names[i] = string(value)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// NoneOf says that a flag takes other values, and which of them may be meant.
func NoneOf[S ~string](flag, value string, taken []S) error {
	names := make([]string, len(taken))
	for i, name := range taken {
		names[i] = string(name)
	}
	if near, ok := text.Nearest(value, names); ok {
		return fmt.Errorf("%s takes no %q; did you mean %q? It takes %s", flag, value, near, Alternatives(taken))
	}
	return fmt.Errorf("%s takes no %q; use %s", flag, value, Alternatives(taken))
}
