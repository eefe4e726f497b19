package fact

import (
	"bytes"
	"compress/gzip"
	"flag"
	"io"
)

var update = flag.Bool("update", false, "write the goldens anew")

// packed is text as gzip of two members.
func packed(text string) io.Reader {
	var b bytes.Buffer
	for _, part := range []string{text[:len(text)/2], text[len(text)/2:]} {
		w := gzip.NewWriter(&b)
		io.WriteString(w, part)
		w.Close()
	}
	return bytes.NewReader(b.Bytes())
}
