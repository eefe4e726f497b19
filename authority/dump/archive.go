package dump

import (
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/internal/unpack"
)

// longestZip is how many bytes a zip archive may have, which is read whole since its
// list of files is at its end. A tar archive, of which one file is read at a time, may
// be of any length.
const longestZip = 1 << 30

// readArchive reads the works of the files in an archive, in its order. An archive in it
// is passed over as any other file of no known form.
func readArchive(d File, kind unpack.Archive, r io.Reader, yield func(*authority.Work, error) bool) {
	limits := unpack.Limits{Bytes: math.MaxInt64 - 1, Files: math.MaxInt}
	if kind == unpack.Zip {
		limits.Bytes = longestZip
	}
	known, stopped := false, false
	for member, err := range unpack.Members(kind, r, limits) {
		var in *input
		if err == nil {
			in, err = openInput(member)
		}
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", d.Name, err))
			return
		}
		readFile(File{Name: d.Name + "#" + member.Name, Date: d.Date, Reader: member}, in, func(w *authority.Work, err error) bool {
			var bad *authority.RecordError
			switch {
			case errors.Is(err, ErrUnknownForm):
				return true
			case err != nil && !errors.As(err, &bad):
				stopped = true
			}
			known = true
			stopped = !yield(w, err) || stopped
			return !stopped
		})
		if stopped {
			return
		}
	}
	if !known {
		yield(nil, fmt.Errorf("%s: %w", d.Name, unknownForm("no file in it is of one")))
	}
}
