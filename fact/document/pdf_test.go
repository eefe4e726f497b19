package document_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
)

// The text of a page is what package internal/pdftext gives: lines without blank ones
// between them.
func TestPages(t *testing.T) {
	pages := []string{
		"Quiet carts in reading rooms\n1 Introduction\nFelt rims are quiet on oak ﬂoors, as Roe et al. showed\nin three libraries [1, 3]. They wear out after two years\nand then they squeal.\nThe paper “Oak” is another. It goes on to the page that\n",
		"follows it, and ends there.\n2 Method\nWe measured carts.\nReferences\n[1] A. Roe and B. Lind. Rolling without sound. Journal of\nQuiet, 12(3):45–61, 2021.\n[2] F. Uhl. The book of wheels. Springer, 2010.\n",
	}
	want := `doc#page=1 sentence 3:1 Felt rims are quiet on oak floors, as Roe et al. showed in three libraries [1, 3].
! doc#page=1 4:20-4:26 "[1, 3]" is cited, and the list of references has no entry 3; its last is 2
doc#page=1 sentence 4:28 They wear out after two years and then they squeal.
doc#page=1 sentence 6:1 The paper “Oak” is another.
doc#page=1 sentence 6:29 It goes on to the page that follows it, and ends there.
doc#page=2 sentence 3:1 We measured carts.
doc#page=2 reference 5:5 A. Roe and B. Lind. Rolling without sound. Journal of Quiet, 12(3):45–61, 2021.
doc#page=2 reference 7:5 F. Uhl. The book of wheels. Springer, 2010.
`
	if diff := cmp.Diff(want, paged(pages, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// References that have no numbers start with names, after one that may have ended.
func TestPagesOfUnnumberedReferences(t *testing.T) {
	pages := []string{"Literatur\nRoe, A. and Lind, B. (2021). Rolling without sound.\nJournal of Quiet 12(3), 45–61.\nUhl, F. (2010). The book of wheels and their use in\nlibraries. Springer.\n"}
	want := `doc#page=1 reference 2:1 Roe, A. and Lind, B. (2021). Rolling without sound. Journal of Quiet 12(3), 45–61.
doc#page=1 reference 4:1 Uhl, F. (2010). The book of wheels and their use in libraries. Springer.
`
	if diff := cmp.Diff(want, paged(pages, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTitleOfPages(t *testing.T) {
	for item := range document.Read(strings.NewReader("%PDF-1.7"), "doc", &document.Options{Pages: func([]byte) ([]string, error) {
		return []string{"Quiet carts\n1 Introduction\nFelt is quiet.\n"}, nil
	}}) {
		if got := item.Record.Sources[0].Title; got != "Quiet carts" {
			t.Errorf("the title is %q", got)
		}
	}
}

func TestBrokenPages(t *testing.T) {
	if diff := cmp.Diff("! doc 1:1-1:1 the PDF cannot be read: it is encrypted\n", paged(nil, errors.New("it is encrypted"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := shown(read(t, document.PDF, "%PDF-")); !strings.Contains(got, "nothing is here that reads one") {
		t.Errorf("without a reader of PDF it says %q", got)
	}
}

// paged is shown for a PDF of those pages, with the paths.
func paged(pages []string, failed error) string {
	var b strings.Builder
	for item := range document.Read(strings.NewReader("%PDF-1.7"), "doc", &document.Options{Pages: func([]byte) ([]string, error) { return pages, failed }}) {
		for i, text := range strings.SplitAfter(shown([]*fact.Item{item}), "\n") {
			switch {
			case text == "":
			case item.Record != nil && i == 0:
				b.WriteString(item.Place.Path + " " + text)
			default:
				b.WriteString(strings.Replace(text, item.Problems[0].Rule, item.Problems[0].Place.Path, 1))
			}
		}
	}
	return b.String()
}
