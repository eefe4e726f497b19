package editor

import (
	"io"
	"testing"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/index"
	"github.com/factcite/factcite/cmd/factcite/internal/editor/transcript"
	"github.com/factcite/factcite/validate"
)

// both is what an editor writes and what it reads, as one stream.
type both struct {
	io.Reader
	io.WriteCloser
}

// TestServe replays the transcripts with a server in this process.
func TestServe(t *testing.T) {
	transcript.Replay(t, "testdata", false, func(t *testing.T, known string) (io.WriteCloser, io.Reader) {
		options := &Options{Version: "devel", Checks: validate.Options{Today: time.Unix(1_790_000_000, 0).UTC()}}
		if known != "" {
			opened, err := index.Open(known)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { opened.Close() })
			options.Catalogue = authority.NewCatalogue(opened)
		}
		in, written := io.Pipe()
		out, said := io.Pipe()
		go func() {
			if err := Serve(t.Context(), both{in, said}, options); err != nil {
				t.Error(err)
			}
			said.Close()
		}()
		return written, out
	})
}
