// Package worktest has what the tests of several rooms of authority need: works as
// text, what holds for every work that was read, names, and the data that this
// program is measured with. Only tests import it.
package worktest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
)

// SharedFile returns a file or a folder of the data that this program is measured
// with, which is not part of it, and skips the test where that is not there. It is
// looked for in $FACTCITE_SHARED, or in a folder named shared beside the module.
func SharedFile(t testing.TB, name string) string {
	t.Helper()
	folder := os.Getenv("FACTCITE_SHARED")
	if folder == "" {
		folder = filepath.Join(moduleRoot(t), "..", "shared")
	}
	path := filepath.Join(folder, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there; set FACTCITE_SHARED to the folder that has it", path)
	}
	return path
}

// IsLong reports whether tests are to try everything, however long that takes: whether
// $FACTCITE_LONG is set.
func IsLong() bool { return os.Getenv("FACTCITE_LONG") != "" }

// Long skips a test that takes long, unless [IsLong].
func Long(t testing.TB) {
	t.Helper()
	if !IsLong() {
		t.Skip("takes long; set FACTCITE_LONG=1 to run it")
	}
}

func moduleRoot(t testing.TB) string {
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			t.Fatal("the test does not run within the module")
		}
		folder = parent
	}
}

// mostNames is how long the lists of a work may be that was read.
const mostNames = 1000

// Check returns what no work that was read from a record may be, whatever the record
// is.
func Check(w *authority.Work) error {
	r := &w.Record
	for _, n := range slices.Concat(r.Authors, r.Editors, w.AuthorsToo) {
		if name := n.String(); !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl) {
			return fmt.Errorf("the name %q does not print", name)
		}
	}
	for _, text := range append(append([]string{r.Title, r.Container, r.Publisher, r.Series, r.Address, r.DOI, r.ArXiv, r.URL, r.Year, r.Volume, r.Number, r.Pages, r.EID, r.ISBN, r.PMID, w.Origin.Key}, w.Titles...), w.Venues...) {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
			return fmt.Errorf("%q is no text that prints", text)
		}
	}
	switch {
	case r.Title == "" && r.DOI == "" && r.ArXiv == "" && r.ISBN == "" && r.PMID == "":
		return errors.New("names no work")
	case r.Type == "" || w.Origin.Source == "":
		return errors.New("has no type or source")
	case r.Spans != nil || r.Derived != nil:
		return errors.New("has spans")
	case len(r.Authors) > mostNames || len(r.Editors) > mostNames || len(w.Titles) > 3*mostNames || len(w.Venues) > 3*mostNames:
		return errors.New("has too many names")
	case w.Status != authority.Published && w.Status != authority.Preprint && w.Status != authority.Retracted && w.Status != authority.Reinstated && w.Status != authority.Questioned:
		return fmt.Errorf("status %q", w.Status)
	case (w.Retraction != nil) != (w.Status == authority.Retracted || w.Status == authority.Reinstated || w.Status == authority.Questioned):
		return fmt.Errorf("%s, retraction %v", w.Status, w.Retraction)
	case r.Preprint != (w.Status == authority.Preprint):
		return errors.New("is a preprint only in part")
	case r.DOI != "" && (!strings.HasPrefix(r.DOI, "10.") || !strings.Contains(r.DOI, "/") || strings.ContainsFunc(r.DOI, unicode.IsSpace) || r.DOI != strings.ToLower(r.DOI) || strings.HasPrefix(r.DOI, fold.ArXivDOI)):
		return fmt.Errorf("DOI %q", r.DOI)
	case r.ArXiv != "" && !isArXivNumber(r.ArXiv):
		return fmt.Errorf("arXiv ID %q", r.ArXiv)
	case r.ISBN != "" && r.Type != "book":
		return errors.New("has the ISBN of its volume")
	case r.Container != "" && !slices.Contains(w.Venues, r.Container):
		return fmt.Errorf("container %q is no venue of %q", r.Container, w.Venues)
	case len(w.Years) > 0 && r.Year == "":
		return errors.New("has years, and no year")
	}
	return nil
}

func isArXivNumber(id string) bool {
	number, ok := fold.ArXivNumber(id)
	return ok && number == id
}

// Text renders a work, a line for each field that is set.
func Text(w *authority.Work) string {
	var b strings.Builder
	r := &w.Record
	fmt.Fprintf(&b, "%s %q %s, %s %s\n", w.Origin.Source, w.Origin.Key, w.Origin.Date, w.Status, r.Type)
	line := func(name string, values ...string) {
		if text := strings.Join(values, " | "); text != "" {
			fmt.Fprintf(&b, "  %s: %s\n", name, text)
		}
	}
	line("title", r.Title)
	line("titles", w.Titles...)
	line("authors", nameTexts(r.Authors, r.EtAl)...)
	line("editors", nameTexts(r.Editors, false)...)
	line("container", r.Container)
	line("venues", w.Venues...)
	line("year", r.Year)
	if len(w.Years) > 0 {
		line("years", fmt.Sprint(w.Years))
	}
	for _, field := range [...]struct{ name, value string }{
		{"publisher", r.Publisher}, {"institution", r.Institution}, {"series", r.Series}, {"address", r.Address}, {"edition", r.Edition},
		{"volume", r.Volume}, {"number", r.Number}, {"pages", r.Pages}, {"eid", r.EID},
		{"doi", r.DOI}, {"arxiv", r.ArXiv}, {"isbn", r.ISBN}, {"pmid", r.PMID}, {"url", r.URL},
	} {
		line(field.name, field.value)
	}
	if w.Retraction != nil {
		line("retraction", fmt.Sprintf("%q by %q for %q", w.Retraction.Date, w.Retraction.Notice, w.Retraction.Reason))
		line("extent", string(w.Retraction.Extent))
	}
	return b.String() + "\n"
}

// nameTexts renders names with their parts told apart.
func nameTexts(names []citation.Name, etal bool) (texts []string) {
	for _, n := range names {
		text := "{" + n.Literal + "}"
		if n.Literal == "" {
			text = strings.Trim(strings.Join([]string{n.Particle + " " + n.Family, n.Suffix, n.Given}, ", "), " ,")
			text = strings.ReplaceAll(text, ", , ", ", ")
		}
		texts = append(texts, text)
	}
	if etal {
		texts = append(texts, "et al.")
	}
	return texts
}

// Name reads "Given|Family", "Given|particle|Family" or "{Name of a body}".
func Name(s string) citation.Name {
	if body, ok := strings.CutPrefix(s, "{"); ok {
		return citation.Name{Literal: strings.TrimSuffix(body, "}")}
	}
	switch parts := strings.Split(s, "|"); len(parts) {
	case 1:
		return citation.Name{Family: parts[0]}
	case 2:
		return citation.Name{Given: parts[0], Family: parts[1]}
	default:
		return citation.Name{Given: parts[0], Particle: parts[1], Family: parts[2]}
	}
}

// Names reads a list of such names, "; " between them.
func Names(list string) []citation.Name {
	var all []citation.Name
	for s := range strings.SplitSeq(list, "; ") {
		if s != "" {
			all = append(all, Name(s))
		}
	}
	return all
}
