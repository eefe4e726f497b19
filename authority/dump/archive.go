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

// deepest is how many archives may be within each other.
const deepest = 4

// readArchive reads the works of the files in an archive, in its order, which is itself
// within so many archives.
func readArchive(d File, depth int, kind unpack.Archive, r io.Reader, yield func(*authority.Work, error) bool) {
	if depth == deepest {
		yield(nil, fmt.Errorf("%s: %w", d.Name, unknownForm("it is within %d archives", depth)))
		return
	}
	limits := unpack.Limits{Bytes: math.MaxInt64 - 1, Files: math.MaxInt}
	if kind == unpack.Zip {
		limits.Bytes = longestZip
	}
	known, stopped := false, false
	for member, err := range unpack.Members(kind, r, limits) {
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", d.Name, err))
			return
		}
		readFile(File{Name: d.Name + "#" + member.Name, Date: d.Date, Reader: member}, depth+1, func(w *authority.Work, err error) bool {
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
