package unpack_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/internal/unpack"
)

func TestPeek(t *testing.T) {
	for _, size := range []int{0, 3, 511, 512, 513, 100_000} {
		text := strings.Repeat("F", size)
		all, head := unpack.Peek(strings.NewReader(text), unpack.ArchiveHead)
		if want := min(size, unpack.ArchiveHead); len(head) != want {
			t.Errorf("the head of %d bytes is %d, want %d", size, len(head), want)
		}
		if got, err := io.ReadAll(all); string(got) != text || err != nil {
			t.Errorf("of %d bytes %d are read, %v", size, len(got), err)
		}
	}
	if _, head := unpack.Peek(strings.NewReader(strings.Repeat("F", 200_000)), 150_000); len(head) != 150_000 {
		t.Errorf("a long head is %d bytes", len(head))
	}
}

func TestArchiveOf(t *testing.T) {
	header := tarOf("a", felt)
	for name, test := range map[string]struct {
		head string
		want unpack.Archive
	}{
		"tar":           {header[:unpack.ArchiveHead], unpack.Tar},
		"short tar":     {header[:265], unpack.Tar},
		"too short":     {header[:264], unpack.NoArchive},
		"zip":           {zipOf("a", felt), unpack.Zip},
		"empty zip":     {zipOf(), unpack.Zip},
		"zip's letters": {"PK is a name", unpack.NoArchive},
		"nothing":       {"", unpack.NoArchive},
	} {
		if got := unpack.ArchiveOf([]byte(test.head)); got != test.want {
			t.Errorf("%s is taken for %q, want %q", name, got, test.want)
		}
	}
	if got, err := members(zipOf(), unpack.Limits{}); got != nil || err != nil {
		t.Errorf("an empty zip gives %v, %v", got, err)
	}
}

// An archive may hold as much as its limits say, and no more.
func TestLimits(t *testing.T) {
	for name, text := range map[string]string{"zip": zipOf("a", "A", "b", "B"), "tar": tarOf("a", "A", "b", "B")} {
		size := int64(len(text))
		if got, err := members(text, unpack.Limits{Files: 2, Bytes: 2 * size}); len(got) != 2 || err != nil {
			t.Errorf("%s gives %v, %v", name, got, err)
		}
		if got, err := members(text, unpack.Limits{Files: 1}); len(got) != 1 || !errors.Is(err, unpack.ErrTooLarge) {
			t.Errorf("%s of which one file is read gives %v, %v", name, got, err)
		}
		if _, err := members(text, unpack.Limits{Bytes: size / 2}); !errors.Is(err, unpack.ErrTooLarge) {
			t.Errorf("%s of which half is read gives %v", name, err)
		}
	}
	text := zipOf("a", "A")
	if got, err := members(text, unpack.Limits{Bytes: int64(len(text))}); len(got) != 1 || err != nil {
		t.Errorf("a zip as large as its limit gives %v, %v", got, err)
	}
}

// What is no regular file is passed over, and a reader may stop at any file.
func TestMembersAreFiles(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.Create("folder/")
	f, _ := w.Create("folder/a.md")
	io.WriteString(f, felt)
	f, _ = w.Create("b.md")
	io.WriteString(f, felt)
	w.Close()
	got, err := members(b.String(), unpack.Limits{})
	if diff := cmp.Diff([]string{"folder/a.md=" + felt, "b.md=" + felt}, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	for name, text := range map[string]string{"zip": b.String(), "tar": tarOf("a", "A", "b", "B")} {
		count := 0
		for range unpack.Members(unpack.ArchiveOf([]byte(text)), strings.NewReader(text), unpack.Limits{}) {
			count++
			break
		}
		if count != 1 {
			t.Errorf("%s yields %d files after it was stopped", name, count)
		}
	}
}

func TestBrokenArchives(t *testing.T) {
	cut := tarOf("a", felt)[:1024+512+3]
	if _, err := members(cut, unpack.Limits{}); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a tar that is cut gives %v", err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.CreateRaw(&zip.FileHeader{Name: "odd.md", Method: 77})
	w.Close()
	if _, err := members(b.String(), unpack.Limits{}); !errors.Is(err, zip.ErrAlgorithm) || !strings.HasPrefix(err.Error(), "odd.md: ") {
		t.Errorf("a file that is packed in an unknown way gives %v", err)
	}
	broken := tarOf("a", felt)
	broken = broken[:300] + "9" + broken[301:]
	if _, err := members(broken, unpack.Limits{}); !errors.Is(err, tar.ErrHeader) {
		t.Errorf("a tar with a bad sum gives %v", err)
	}
}

// emptyBzip2 is nothing, and wholeBzip2, in base64, is "Felt\n", as bzip2 packs them.
const (
	emptyBzip2 = "BZh9\x17rE8P\x90\x00\x00\x00\x00"
	wholeBzip2 = "QlpoOTFBWSZTWcgqWrAAAADFgAAQAQACBAQAIAAhg0GaAlxxdyRThQkMgqWrAA=="
)

func TestBzip2(t *testing.T) {
	whole, err := base64.StdEncoding.DecodeString(wholeBzip2)
	if err != nil {
		t.Fatal(err)
	}
	for packed, want := range map[string]string{
		emptyBzip2:      "",
		string(whole):   "Felt\n",
		"BZh91AY&S":     "BZh91AY&S",
		"BZh01AY&SY...": "BZh01AY&SY...",
		"BZh:1AY&SY...": "BZh:1AY&SY...",
		"BZh in a word": "BZh in a word",
	} {
		r, err := unpack.Open(strings.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); string(got) != want || err != nil {
			t.Errorf("%q is read as %q, %v", packed, got, err)
		}
	}
}

func TestIsBroken(t *testing.T) {
	whole := packed(felt)
	flip := func(text string, at int) string { return text[:at] + string([]byte{text[at] ^ 0xFF}) + text[at+1:] }
	for name, text := range map[string]string{
		"a header of gzip": "\x1f\x8b and no more",
		"a block of gzip":  flip(whole, 10),
		"the sum of gzip":  flip(whole, len(whole)-8),
		"the end of gzip":  whole[:len(whole)-3],
		"a block of zstd":  "\x28\xb5\x2f\xfd\x00\x58\xff\xff\xff",
		"the sum of zstd":  flip(zstdOf(felt), len(zstdOf(felt))-1),
		"a block of bzip2": bzipped + "no more of the block, which has bad bytes",
	} {
		r, err := unpack.Open(strings.NewReader(text))
		if err == nil {
			_, err = io.ReadAll(r)
		}
		if !unpack.IsBroken(err) {
			t.Errorf("%s gives %v, which is said not to be broken", name, err)
		}
	}
	for _, err := range []error{nil, errors.New("the disk is gone"), io.EOF, unpack.ErrTooLarge} {
		if unpack.IsBroken(err) {
			t.Errorf("%v is said to be broken", err)
		}
	}
	_, err := unpack.Open(strings.NewReader("\x1f\x8b and no more"))
	if want := "it starts as gzip and cannot be unpacked: "; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("the message is %v, want %s…", err, want)
	}
}
