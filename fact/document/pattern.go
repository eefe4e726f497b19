package document

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first asked for: most runs
// of the command read no document and need not wait for any.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
