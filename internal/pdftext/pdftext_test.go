package pdftext

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// file puts a PDF together from its objects, of which the first is the catalog.
func file(objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, object := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return []byte(b.String())
}

func stream(dictionary, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dictionary, len(content), content)
}

// pagesOf is a PDF whose pages have the given lines, in strings as PDF writes them.
func pagesOf(pages ...[]string) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
	var kids strings.Builder
	for _, lines := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", len(objects)+1)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>", len(objects)+2),
			stream("", "BT /F 12 Tf 10 180 Td 20 TL ("+strings.Join(lines, ") Tj T* (")+") Tj ET"))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(pages))
	return file(objects...)
}

// holdsItself is a PDF whose page tree and drawings hold themselves.
var holdsItself = file("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 >>",
	"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>", stream("", "/X Do"),
	stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>", "/X Do /X Do"))

// TestPages holds what is read of files, one after another with one reader.
func TestPages(t *testing.T) {
	r := Reader{interpreted: true}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	sound := pagesOf([]string{"Felt rims are quiet."})
	for _, test := range []struct {
		name   string
		file   []byte
		want   []string
		reason string
	}{
		{"one page", sound, []string{"Felt rims are quiet.\n"}, ""},
		{"several pages", pagesOf([]string{"On felt", "Felt is quiet.", "Oak is", "loud.", "Press", "1"}, []string{"On felt", "Rims", "roll.", "Carts stop.", "Press", "2"}),
			[]string{"Felt is quiet.\nOak is\nloud.\n", "Rims\nroll.\nCarts stop.\n"}, ""},
		{"a page of nothing", pagesOf([]string{""}, []string{"Felt."}), []string{"\n", "Felt.\n"}, ""},
		{"ligatures without names", pagesOf([]string{`E\033ect, \034lm, \035ow, a\036nity, ba\037ed`}), []string{"Effect, film, flow, affinity, baffled\n"}, ""},
		{"no PDF", []byte("Felt rims are quiet."), nil, "incorrect format"},
		{"nothing", nil, nil, "incorrect format"},
		{"the next one", sound, []string{"Felt rims are quiet.\n"}, ""},
	} {
		got, err := r.Pages(test.file)
		reason := ""
		if err != nil {
			reason = err.Error()
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.reason, reason); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestCostlyFile holds that a file whose time is up is refused, and that the next one is read.
func TestCostlyFile(t *testing.T) {
	r := Reader{interpreted: true}
	defer r.Close()
	r.limit = time.Nanosecond
	pages, err := r.Pages(holdsItself)
	if err == nil || !strings.HasSuffix(err.Error(), "; it holds itself or was made to be costly, and reading it was stopped") {
		t.Errorf("%q, %v", pages, err)
	}
	r.limit = 0
	if pages, err := r.Pages(pagesOf([]string{"Felt."})); err != nil || len(pages) != 1 {
		t.Errorf("%q, %v", pages, err)
	}
}

// TestClose holds that a closed reader, and one that never read, can be closed and read again.
func TestClose(t *testing.T) {
	r := Reader{interpreted: true}
	for range 2 {
		for range 2 {
			if err := r.Close(); err != nil {
				t.Error(err)
			}
		}
		if pages, err := r.Pages(pagesOf([]string{"Felt."})); err != nil || len(pages) != 1 {
			t.Errorf("%q, %v", pages, err)
		}
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

// TestCache holds that a folder which cannot be a cache is told of.
func TestCache(t *testing.T) {
	occupied := filepath.Join(t.TempDir(), "cache")
	if err := os.WriteFile(occupied, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := Reader{Cache: occupied, interpreted: true}
	if pages, err := r.Pages(pagesOf([]string{"Felt."})); err == nil || !strings.HasPrefix(err.Error(), "cannot use the cache of the PDF engine: ") {
		t.Errorf("%q, %v", pages, err)
	}
}

// TestCompiled holds that the engine is compiled to a cache, and as it runs then refuses a file
// that holds itself and reads the next one.
func TestCompiled(t *testing.T) {
	if testing.Short() {
		t.Skip("slow: compiles the engine")
	}
	r := Reader{Cache: t.TempDir()}
	defer r.Close()
	if pages, err := r.Pages(holdsItself); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("%d pages, %v", len(pages), err)
	}
	if kept, err := os.ReadDir(r.Cache); err != nil || len(kept) == 0 {
		t.Errorf("the cache has %d files, %v", len(kept), err)
	}
	pages, err := r.Pages(pagesOf([]string{"Felt rims are quiet."}))
	if diff := cmp.Diff([]string{"Felt rims are quiet.\n"}, pages); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
