package linear

import (
	"bytes"
	"testing"
)

// failure notes whether a check failed.
type failure struct {
	testing.TB
	failed bool
}

func (f *failure) Helper()               {}
func (f *failure) Errorf(string, ...any) { f.failed = true }

func TestCheck(t *testing.T) {
	for name, test := range map[string]struct {
		work   func(text []byte)
		failed bool
	}{
		"linear": {work: func(text []byte) { bytes.Count(text, []byte("b")); count(text) }},
		"quadratic": {work: func(text []byte) {
			for i := range text {
				count(text[i:])
			}
		}, failed: true},
	} {
		f := &failure{TB: t}
		Check(f, 8192, func(size int) func() {
			text := bytes.Repeat([]byte("a"), size)
			return func() { test.work(text) }
		})
		if f.failed != test.failed {
			t.Errorf("%s work failed: %t", name, f.failed)
		}
	}
}

// count counts letters one at a time.
func count(text []byte) (n int) {
	for _, c := range text {
		if c == 'a' {
			n++
		}
	}
	return n
}
