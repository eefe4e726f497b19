package unpack

import (
	"compress/bzip2"
	"compress/flate"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// maxWindow bounds the memory that a compressed stream may ask for.
const maxWindow = 128 << 20

// A compression is a way of compressing and the bytes that a stream of it starts with.
type compression struct {
	name, magic string
	open        func(io.Reader) (io.Reader, error)
}

// compressions are those that Open knows: gzip (RFC 1952, section 2.3.1), Zstandard
// (RFC 8878, section 3.1.1), bzip2 and xz.
var compressions = []compression{
	{"gzip", "\x1f\x8b", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
	{"zstd", "\x28\xb5\x2f\xfd", openZstd},
	{"bzip2", "BZh", func(r io.Reader) (io.Reader, error) { return bzip2.NewReader(r), nil }},
	{"xz", "\xfd7zXZ\x00", openXZ},
}

func openZstd(r io.Reader) (io.Reader, error) {
	d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true))
	if err != nil {
		return nil, err
	}
	return d.IOReadCloser(), nil
}

func openXZ(r io.Reader) (io.Reader, error) { return xz.ReaderConfig{DictCap: 8 << 20}.NewReader(r) }

// IsBroken reports whether an error of a reader that Open returned says that what it
// unpacks has bad bytes or is cut, rather than that it cannot be read.
func IsBroken(err error) bool {
	var corrupt flate.CorruptInputError
	var structural bzip2.StructuralError
	return errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.As(err, &corrupt) || errors.As(err, &structural) || isBrokenZstd(err)
}

func isBrokenZstd(err error) bool {
	for _, broken := range []error{zstd.ErrMagicMismatch, zstd.ErrReservedBlockType, zstd.ErrCompressedSizeTooBig, zstd.ErrWindowSizeExceeded, zstd.ErrCRCMismatch, zstd.ErrUnexpectedBlockSize} {
		if errors.Is(err, broken) {
			return true
		}
	}
	return false
}
