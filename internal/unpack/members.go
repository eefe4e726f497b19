package unpack

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"io"
)

func tarMembers(r io.Reader, left *budget, each func(string, func() (io.Reader, error)) bool) error {
	files := tar.NewReader(&counted{r, left}) // what is passed over is unpacked too
	for {
		header, err := files.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if header.Typeflag == tar.TypeReg && !each(header.Name, func() (io.Reader, error) { return files, nil }) {
			return nil
		}
	}
}

func zipMembers(r io.Reader, limits Limits, each func(string, func() (io.Reader, error)) bool) error {
	whole, err := io.ReadAll(io.LimitReader(r, limits.Bytes+1))
	if err != nil {
		return err
	}
	if int64(len(whole)) > limits.Bytes {
		return ErrTooLarge
	}
	files, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		return err
	}
	if isOutOfProportion(files.File, len(whole)) {
		return ErrOutOfProportion
	}
	for _, f := range files.File {
		if !f.Mode().IsRegular() {
			continue
		}
		var opened io.ReadCloser
		more := each(f.Name, func() (content io.Reader, err error) {
			opened, err = f.Open()
			return opened, err
		})
		if opened != nil {
			opened.Close()
		}
		if !more {
			return nil
		}
	}
	return nil
}

// isOutOfProportion reports whether the files of an archive of a size say that they unpack to
// too much for it. Of one that has more than it says, no more is read.
func isOutOfProportion(files []*zip.File, packed int) bool {
	const largest = 1 << 40 // of a file, so that the sum has room
	var unpacked int64
	for _, f := range files {
		unpacked += int64(min(f.UncompressedSize64, largest))
		if outOfProportion(unpacked, int64(packed)) {
			return true
		}
	}
	return false
}
