package citation

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/bib"
)

// ofBib is a bibliography of the entries of a .bib.
func ofBib(text string) *Bibliography {
	f := bib.Read("refs.bib", []byte(text))
	b := new(Bibliography)
	for i := range f.Entries {
		if r, ok := BibReference(f, &f.Entries[i]); ok {
			b.Add("", &r)
		}
	}
	return b
}

// TestRekeyed holds which keys of entries their works cannot have, and which they have then.
func TestRekeyed(t *testing.T) {
	const article = "author={Roe, Ana}, journal={Journal of Carts}, year=2019"
	b := ofBib("@article{good, title={Felt rims of carts}, " + article + "}\n@article{f'elt, title={Oak rims of wagons}, " + article + "}\n@article{GOOD, title={Fir rims of barrows}, " + article + "}\n")
	b.Works()
	was := maps.Collect(b.Rekeyed())
	if len(was) != 2 || was["f'elt"] == "" || was["GOOD"] == "" || was["good"] != "" || !bib.IsKey(was["f'elt"]) {
		t.Errorf("the keys are %v", was)
	}
	n := 0
	for range b.Rekeyed() {
		n++
		break
	}
	if n != 1 {
		t.Error("the keys go on after the first")
	}
	facts := bibliographyOf(feltRims())
	facts.Works()
	for was, is := range facts.Rekeyed() {
		t.Errorf("%s of no entry is %s", was, is)
	}
}

// TestVersionsAndRepeated holds which works are other publications of one title, and which
// entries name one work.
func TestVersionsAndRepeated(t *testing.T) {
	b := ofBib(`@article{a, title={Felt rims of carts}, author={Roe, Ana}, journal={Journal of Carts}, year=2019, volume=3}
@inproceedings{b, title={Felt rims of carts}, author={Roe, Ana}, booktitle={Proceedings of the Cart Days}, year=2018}
@article{c, title={Felt rims of carts}, author={Roe, Ana}, journal={Journal of Carts}, year=2019, volume=3}`)
	if b.Len() != 3 {
		t.Errorf("there are %d references", b.Len())
	}
	pairs := func(list func(func(int, int) bool)) (all [][2]int) {
		for x, y := range list {
			all = append(all, [2]int{x, y})
		}
		for range list { // it may end
			break
		}
		return all
	}
	if versions := pairs(b.Versions()); len(versions) == 0 || versions[0] != [2]int{0, 1} {
		t.Errorf("versions are %v", versions)
	}
	if diff := cmp.Diff([][2]int{{0, 2}}, pairs(b.Repeated())); diff != "" {
		t.Errorf("repeated (-want +got):\n%s", diff)
	}
}

// TestTypesOfNickng holds that the works are those of nickng/bibtex, with their keys.
func TestTypesOfNickng(t *testing.T) {
	b := bibliographyOf(feltRims(), &Reference{Type: Book, Title: "Oak", Year: "1999"})
	var keys []string
	for _, w := range b.Works() {
		keys = append(keys, w.Key)
	}
	var got []string
	for _, e := range b.BibTeX().Entries {
		got = append(got, e.CiteName)
	}
	if diff := cmp.Diff(keys, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if e := b.BibTeX().Entries[0]; e.Type != "inproceedings" || e.Fields["year"].String() != "2023" || e.Fields["doi"].String() != "10.1234/rims" {
		t.Errorf("%+v", e)
	}
}

// broken takes so many bytes, and then no more.
type broken struct{ left int }

var errBroken = errors.New("no paper")

func (b *broken) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errBroken
	}
	return len(p), nil
}

// TestWriteErrors holds that what cannot be written is said, in every format.
func TestWriteErrors(t *testing.T) {
	b := bibliographyOf(feltRims(), &Reference{Type: Book, Title: "Oak", Year: "1999"})
	for _, format := range Formats() {
		for _, left := range []int{0, 40} {
			err := b.Write(&broken{left}, &WriteOptions{Format: format})
			if !errors.Is(err, errBroken) || !strings.HasPrefix(err.Error(), "write bibliography: ") {
				t.Errorf("%s after %d bytes: %v", format, left, err)
			}
		}
	}
	w := b.Works()[0]
	if err := w.Write(&broken{}, nil); !errors.Is(err, errBroken) {
		t.Errorf("a work: %v", err)
	}
	var alone, all bytes.Buffer
	if err := w.Write(&alone, nil); err != nil {
		t.Fatal(err)
	}
	if err := b.Write(&all, nil); err != nil || !strings.Contains(all.String(), strings.TrimSpace(alone.String())) || alone.Len() == 0 {
		t.Errorf("the entry alone is\n%s\nof\n%s", &alone, &all)
	}
	for _, format := range []Format{"felt"} {
		if err := b.Write(&all, &WriteOptions{Format: format}); err == nil {
			t.Errorf("%s is written", format)
		}
		if err := w.Write(&all, &WriteOptions{Format: format}); err == nil {
			t.Errorf("a work is written as %s", format)
		}
	}
}

// TestUpdateRefuses holds which files are not added to, and what is said of entries that are
// left as they are.
func TestUpdateRefuses(t *testing.T) {
	b := bibliographyOf(feltRims())
	for text, want := range map[string]string{
		"Felt rims are quiet.\n": "update refs.bib: it is no .bib: it has text, and no entry, macro or comment; name a .bib, or an empty file",
		"% Encoding: utf8\n@misc{a, title = {F\xeblt}}\n@misc{b, title = {\xc3\xab}}\n": "update refs.bib: " + bib.ErrMixed.Error(),
		"": "", "% Felt\n": "", "@string{a = {b}}\n": "",
	} {
		_, err := UpdateBib("refs.bib", []byte(text), b, nil)
		if got := fmt.Sprint(err); got != want && (want != "" || err != nil) {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	for _, format := range Formats() {
		_, err := UpdateBib("refs.bib", nil, b, &WriteOptions{Format: format})
		if takes := format == BibTeX || format == BibLaTeX; (err == nil) != takes {
			t.Errorf("a .bib as %s: %v", format, err)
		}
	}
	u, err := UpdateBib("refs.bib", []byte("@misc{ok, title = {Felt}}\n\n@inproceedings{rims, doi = {10.1234/rims}, title = {Felt rims} year = 2023}\n"), b, nil)
	if err != nil || len(u.Unwritten) != 1 || len(u.Added) != 0 {
		t.Fatalf("%+v, %v", u, err)
	}
	if got, want := u.Unwritten[0].String(), `refs.bib:3:1: entry "rims" is left as it is, without what fact "f1" states: it has a syntax error; repair it and update again`; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TestStatedBy holds which fact states a field of a work.
func TestStatedBy(t *testing.T) {
	first, second := feltRims(), feltRims()
	first.Pages = ""
	w := bibliographyOf(first, second).Works()[0]
	for field, want := range map[string]string{"title": "f1", "doi": "f1", "pages": "f2", "volume": "f1"} {
		if got := w.StatedBy(field); got != want {
			t.Errorf("%s is stated by %q, want %q", field, got, want)
		}
	}
}

// TestDoubtfulAuthor holds of which author it is open what it is.
func TestDoubtfulAuthor(t *testing.T) {
	ana, bo := Name{Given: "Ana", Family: "Roe"}, Name{Given: "Bo", Family: "Lind"}
	if author, reason := DoubtfulAuthor(&Reference{Authors: []Name{ana, bo, {Family: "Felt"}}}); author.Family != "Felt" || reason == "" {
		t.Errorf("%v %s", author, reason)
	}
	if author, reason := DoubtfulAuthor(&Reference{Authors: []Name{ana, bo}}); author != (Name{}) || reason != "" {
		t.Errorf("%v %s", author, reason)
	}
}

// TestSources holds what reference the source of a fact is.
func TestSources(t *testing.T) {
	for _, test := range []struct {
		source Source
		want   Reference
	}{
		{Source{}, Reference{}},
		{Source{Title: " Felt\nrims ", URI: "https://www.Carts.example.org/a", AuthorPerson: "Ana Roe, Bo Lind and Cid van der Falk"},
			Reference{Type: Misc, Title: "Felt rims", URL: "https://www.Carts.example.org/a", Container: "carts.example.org", Authors: []Name{{Given: "Ana", Family: "Roe"}, {Given: "Bo", Family: "Lind"}, {Given: "Cid", Particle: "van der", Family: "Falk"}}}},
		{Source{Title: "Felt", AuthorPerson: "Roe, Ana; Lind, Bo; ;", Domain: "WWW.carts.example.org", AuthorOrg: "Cart Office"},
			Reference{Type: Misc, Title: "Felt", Container: "Cart Office", Authors: []Name{{Given: "Ana", Family: "Roe"}, {Given: "Bo", Family: "Lind"}}}},
		{Source{URI: "https://arxiv.org/abs/1905.01234v2"}, Reference{Type: Misc, URL: "https://arxiv.org/abs/1905.01234v2", ArXiv: "1905.01234v2", Preprint: true}},
		{Source{URI: "http://export.arxiv.org/pdf/math.GT/0309136"}, Reference{Type: Misc, URL: "http://export.arxiv.org/pdf/math.GT/0309136", ArXiv: "math.GT/0309136", Preprint: true}},
		{Source{Title: "Felt", Domain: "arxiv.org"}, Reference{Type: Misc, Title: "Felt", Preprint: true}},
		{Source{URI: "https://doi.org/10.5555/rims"}, Reference{Type: Misc, URL: "https://doi.org/10.5555/rims", Container: "doi.org", DOI: "10.5555/rims"}},
		{Source{URI: "::felt"}, Reference{Type: Misc, URL: "::felt"}},
		{Source{Title: "Felt", Published: "2019-03-05"}, Reference{Type: Misc, Title: "Felt", Year: "2019", Month: 3, Day: "5"}},
		{Source{Title: "Felt", Published: "2019-03"}, Reference{Type: Misc, Title: "Felt", Year: "2019", Month: 3}},
		{Source{Title: "Felt", Published: "2019"}, Reference{Type: Misc, Title: "Felt", Year: "2019"}},
	} {
		got, ok := test.source.Reference()
		if diff := cmp.Diff(test.want, got); diff != "" || ok != (test.want.Type != "") {
			t.Errorf("%+v: %t (-want +got):\n%s", test.source, ok, diff)
		}
	}
}

// TestManyWorksOfOneKey holds that works of one family, year and title have one key each, with
// letters in their order.
func TestManyWorksOfOneKey(t *testing.T) {
	b := new(Bibliography)
	for i := range 60 {
		b.Add(fmt.Sprint(i), &Reference{Type: Article, Title: "Felt", Authors: []Name{{Family: "Roe"}}, Year: "2019", Container: "Carts", Volume: fmt.Sprint(i + 1)})
	}
	var keys []string
	for _, w := range b.Works() {
		keys = append(keys, w.Key)
	}
	unique := slices.Compact(slices.Sorted(slices.Values(keys)))
	if len(keys) != 60 || len(unique) != 60 {
		t.Fatalf("%d works have %d keys", len(keys), len(unique))
	}
	for _, suffix := range []string{"a", "z", "aa", "ab", "bf"} {
		if !slices.ContainsFunc(keys, func(key string) bool {
			return strings.HasPrefix(key, "roe2019") && strings.HasSuffix(key, "felt"+suffix)
		}) {
			t.Errorf("no key ends in %q: %v", suffix, keys)
		}
	}
}

// TestKeyOfStandard holds that a standard without a title is called by its number.
func TestKeyOfStandard(t *testing.T) {
	b := bibliographyOf(&Reference{Type: TechReport, Kind: "standard", Series: "RFC", Number: "7235", Year: "2014"})
	if key := b.Works()[0].Key; !strings.Contains(key, "rfc") || !strings.Contains(key, "7235") {
		t.Errorf("the key is %q", key)
	}
}
