package pdftext_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/pdftext"
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

// TestFileThatHoldsItself holds that a file whose page tree and drawings hold themselves is
// refused with a reason, and that the next file is read.
func TestFileThatHoldsItself(t *testing.T) {
	if testing.Short() {
		t.Skip("slow: starts the engine twice")
	}
	r := pdftext.Reader{Cache: t.TempDir()} // for the second start
	defer r.Close()
	loop := file("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>", stream("", "/X Do"),
		stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>", "/X Do /X Do"))
	if pages, err := r.Pages(loop); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("%d pages, %v", len(pages), err)
	}
	sound := file("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 100] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
		stream("", "BT /F 12 Tf 10 50 Td (Felt rims are quiet.) Tj ET"))
	pages, err := r.Pages(sound)
	if err != nil || len(pages) != 1 || !strings.Contains(pages[0], "Felt rims are quiet.") {
		t.Errorf("%q, %v", pages, err)
	}
}
