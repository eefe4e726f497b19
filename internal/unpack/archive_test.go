package unpack_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"

	"github.com/factcite/factcite/internal/unpack"
)

const felt = "Felt rims are quiet.\n"

// bzipped is felt, as bzip2 packs it.
const bzipped = "BZh91AY&SY\x01\xe9\xb9\xa5\x00\x00\x02\xd7\x80\x00\x10@\x00\x00@\x80"

func zstdOf(text string) string {
	w, _ := zstd.NewWriter(nil)
	return string(w.EncodeAll([]byte(text), nil))
}

func xzOf(text string) string {
	var b bytes.Buffer
	w, _ := xz.NewWriter(&b)
	io.WriteString(w, text)
	w.Close()
	return b.String()
}

func TestOpenCompressions(t *testing.T) {
	for name, packed := range map[string]string{"zstd": zstdOf(felt), "xz": xzOf(felt), "a word": "BZh9 is no archive."} {
		want := felt
		if name == "a word" {
			want = packed
		}
		r, err := unpack.Open(strings.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); string(got) != want || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		if name == "a word" {
			continue
		}
		r, err = unpack.Open(strings.NewReader(packed[:len(packed)-6]))
		if err == nil {
			_, err = io.ReadAll(r)
		}
		if !unpack.IsBroken(err) {
			t.Errorf("%s that is cut gives %v", name, err)
		}
	}
	if r, err := unpack.Open(strings.NewReader(bzipped)); err == nil {
		if _, err = io.ReadAll(r); !unpack.IsBroken(err) {
			t.Errorf("broken bzip2 gives %v", err)
		}
	}
}

func zipOf(files ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, _ := w.Create(files[i])
		io.WriteString(f, files[i+1])
	}
	w.Close()
	return b.String()
}

func tarOf(files ...string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	w.WriteHeader(&tar.Header{Name: "link", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"})
	for i := 0; i < len(files); i += 2 {
		w.WriteHeader(&tar.Header{Name: files[i], Size: int64(len(files[i+1])), Mode: 0o644})
		io.WriteString(w, files[i+1])
	}
	w.Close()
	return b.String()
}

// members lists the files of an archive with their contents.
func members(text string, limits unpack.Limits) (list []string, err error) {
	for m, err := range unpack.Members(unpack.ArchiveOf([]byte(text)), strings.NewReader(text), limits) {
		if err != nil {
			return list, err
		}
		content, err := io.ReadAll(m)
		if err != nil {
			return list, err
		}
		list = append(list, fmt.Sprintf("%s=%s", m.Name, content))
	}
	return list, nil
}

func TestMembers(t *testing.T) {
	files := []string{"a.md", "A", "../b/c.md", "B", `d\e.md`, "C"}
	for name, text := range map[string]string{"zip": zipOf(files...), "tar": tarOf(files...)} {
		got, err := members(text, unpack.Limits{})
		if diff := cmp.Diff([]string{"a.md=A", "b/c.md=B", "d/e.md=C"}, got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
		if _, err := members(text, unpack.Limits{Files: 2}); !errors.Is(err, unpack.ErrTooLarge) {
			t.Errorf("%s with a file too many gives %v", name, err)
		}
	}
	if got := unpack.ArchiveOf([]byte(felt)); got != unpack.NoArchive {
		t.Errorf("a text is taken for %q", got)
	}
}

// A file of a few kilobytes may unpack to gigabytes.
func TestBombs(t *testing.T) {
	const limit = 1 << 20
	zeros := strings.Repeat("\x00", 4*limit)
	for name, text := range map[string]string{"zip": zipOf("a", zeros, "b", felt), "tar": tarOf("a", zeros)} {
		if _, err := members(text, unpack.Limits{Bytes: limit}); !errors.Is(err, unpack.ErrTooLarge) {
			t.Errorf("%s gives %v", name, err)
		}
	}
	broken := zipOf("a", felt)
	if _, err := members(broken[:len(broken)-4], unpack.Limits{}); err == nil {
		t.Error("a zip that is cut is read")
	}
}

// counter counts the bytes that are read.
type counter struct {
	io.Reader
	bytes int
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.bytes += n
	return n, err
}

// What unpacks to hundreds of times its size is not read on, and what does no harm is read
// whole.
func TestOutOfProportion(t *testing.T) {
	const mega = 1 << 20
	zeros := func(size int) string { return strings.Repeat("\x00", size) }
	for name, pack := range map[string]func(string) string{"gzip": packed, "zstd": zstdOf} {
		read := func(size int) (int, error) {
			r, err := unpack.Open(strings.NewReader(pack(zeros(size))))
			if err != nil {
				t.Fatal(err)
			}
			unpacked := &counter{Reader: r}
			_, err = io.Copy(io.Discard, unpacked)
			return unpacked.bytes, err
		}
		if n, err := read(64 * mega); n != 64*mega || err != nil {
			t.Errorf("%s: of 64 MiB %d bytes are read, %v", name, n, err)
		}
		if n, err := read(80 * mega); n > 66*mega || !errors.Is(err, unpack.ErrOutOfProportion) {
			t.Errorf("%s: of 80 MiB in little %d bytes are read, %v", name, n, err)
		}
	}
	var files []string
	for range 8 {
		files = append(files, "a", zeros(8*mega))
	}
	if got, err := members(zipOf(files...), unpack.Limits{}); len(got) != 8 || err != nil {
		t.Errorf("of 64 MiB in a zip %d files are read, %v", len(got), err)
	}
	if got, err := members(zipOf(append(files, "b", felt)...), unpack.Limits{}); len(got) != 0 || !errors.Is(err, unpack.ErrOutOfProportion) {
		t.Errorf("of a zip out of proportion %d files are read, %v", len(got), err)
	}
}
