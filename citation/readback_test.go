package citation

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/citation/internal/output"
	"github.com/factcite/factcite/citation/ref"
)

// What is read back from our own entries is what was written: the entries are the same
// bytes, and so are the records of formats that are made of them.
func TestReadingBackOurOwnEntries(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1))
	for range 300 {
		var b Bibliography
		for i := range 1 + random.IntN(6) {
			r := plausibleReference(random)
			w := b.Add(fmt.Sprintf("fact-%d", i), &r)
			if random.IntN(3) == 0 {
				b.Add(fmt.Sprintf("again-%d", w), &r)
			}
		}
		fill := func(w *Publication) {
			w.Fill(&Reference{Publisher: "Lantern Press", DOI: "10.9999/" + w.Key}, []string{"publisher", "doi"}, "dblp 2026-09")
			w.Contradict("title", "Another title", "dblp 2026-09")
		}
		want := written(t, &b, WriteOptions{Format: BibTeX, Complete: fill})
		again := readBib(want)
		if diff := cmp.Diff(string(want), string(written(t, again, WriteOptions{Format: BibTeX}))); diff != "" {
			t.Fatalf("BibTeX (-written +read back):\n%s", diff)
		}
		for _, format := range []Format{CSLJSON, RIS} {
			if diff := cmp.Diff(string(written(t, &b, WriteOptions{Format: format, Complete: fill})), string(written(t, again, WriteOptions{Format: format}))); diff != "" {
				t.Fatalf("%s of facts and of the entries made of them (-facts +entries):\n%s\n%s", format, diff, want)
			}
		}
		want = written(t, &b, WriteOptions{Format: BibLaTeX, Complete: fill})
		if diff := cmp.Diff(string(want), string(written(t, readBib(want), WriteOptions{Format: BibLaTeX}))); diff != "" {
			t.Fatalf("biblatex (-written +read back):\n%s", diff)
		}
	}
}

// plausibleReference is a reference as sentences have them, with characters that
// LaTeX gives a meaning.
func plausibleReference(random *rand.Rand) Reference {
	some := func(values ...string) string {
		if random.IntN(2) == 0 {
			return ""
		}
		return values[random.IntN(len(values))]
	}
	names := []Name{{Given: "Ana", Family: "Roe"}, {Given: "J.", Particle: "van der", Family: "Berg"}, {Literal: "Team of Carts & Rims"}, {Family: "Lim", Suffix: "Jr", Given: "B."}, {Family: "Özgür"}}
	number := random.IntN(1_000_000)
	r := Reference{
		Type:    []EntryType{Article, InProceedings, Book, InCollection, PhDThesis, MastersThesis, TechReport, Misc}[random.IntN(8)],
		Title:   []string{"Felt Rims", "On the LaTeX of carts: 50% & more", "Wheels_that hum $x$", "Über Öl", "A survey"}[random.IntN(5)] + fmt.Sprint(" ", number),
		Authors: names[:1+random.IntN(len(names))], EtAl: random.IntN(3) == 0,
		Publisher: some("Lantern & Sons", "Éditions du Pont"), Institution: some("University of Norrby"),
		Address: some("Norrby", "São Paulo"), Edition: some("2nd", "third"), Year: some("2019", "1998–2001", "in press"),
		Volume: some("7", "12"), Number: some("5", "2"), Pages: some("11–19", "7", "e1–e9"), EID: some("112560"),
		DOI: some(fmt.Sprintf("10.1000/a_b(%d)", number)), PMID: some(fmt.Sprint(number)), URL: some("https://a.example/x_y?z=%20#k"),
		Version: some("2.3"), URLDate: some("2024-05-12"), Genre: some("RFC 7"),
	}
	if r.Type != Book {
		r.Series = some("Lecture Notes")
	}
	switch r.Type {
	case Article, InProceedings, InCollection, Misc:
		r.Container = some("Journal of Reading Rooms", "Proc. of the 3rd Conf. on Carts")
	}
	if r.Type == Book && len(r.Authors) > 1 {
		r.Editors = names[:random.IntN(3)]
	}
	if r.Year == "2019" && random.IntN(2) == 0 {
		r.Month, r.Day = 1+random.IntN(12), some("4")
	}
	if r.Year == "" {
		r.Derived = map[string]Derived{"year": {Value: "2020", From: "the arXiv ID"}, "venue": {Value: "EMNLP", From: "container"}}
	}
	if random.IntN(3) == 0 {
		r.ArXiv = fmt.Sprintf("2001.%05d", number%100_000)
	}
	return r
}

// readBib returns the bibliography of the entries of a .bib.
func readBib(text []byte) *Bibliography {
	b := new(Bibliography)
	f := bib.Read("refs.bib", text)
	for i := range f.Entries {
		r, _ := BibReference(f, &f.Entries[i])
		b.Add(f.Entries[i].Key, &r)
	}
	return b
}

// What a .bib has beside the fields of references comes back from CSL-JSON and RIS, with
// where it comes from.
func TestReadingBackOtherFormats(t *testing.T) {
	const entry = `@article{Kolt:2002,
  author = {Lin, Kolt and van der Berg, J.},
  title = {Felt rims and carts},
  editor = {Ed, Itor},
  translator = {Roe, Ana},
  journal = {Rooms},
  volume = {7},
  number = {2},
  pages = {1--9},
  eid = {e17},
  year = {2002},
  month = jan,
  note = {In German},
  language = {german},
  doi = {10.1000/x_y},
  eprint = {2001.01234},
  archiveprefix = {arXiv},
  keywords = {felt, rims},
  abstract = {We roll 50\% over.},
  x-facts = {f g},
  x-derived = {year: from the arXiv ID},
  x-filled = {doi: dblp 2026-09},
  x-contradicted = {title: Another title (dblp 2026-09)}
}

`
	for _, format := range []Format{CSLJSON, RIS} {
		exchanged := written(t, readBib([]byte(entry)), WriteOptions{Format: format})
		again := new(Bibliography)
		f := exchange.Read(exchange.Format(format), "refs", exchanged)
		for i := range f.Entries {
			r, _ := BibReference(f, &f.Entries[i])
			again.Add(f.Entries[i].Key, &r)
		}
		if diff := cmp.Diff(entry, string(written(t, again, WriteOptions{}))); diff != "" {
			t.Errorf("%s (-before +after):\n%s\n%s", format, diff, exchanged)
		}
	}
}

// Whatever entries people write are written as they stand, and twice is as once.
func FuzzBibTwice(f *testing.F) {
	for _, text := range []string{
		"@string{j = {Journal}}\n@article{Kolt:2002, author={A and B}, title={The {B}ible of \\LaTeX{}}, journal=j, month=jan, annote={x}, abstract={a\n  b}}",
		"@gadget{g, inventor={X}, note={Number 5. Mine}}\n@inbook(ib, chapter=3)\n@online{o, date={1875?/1880~}, urldate={2020-01-02}}",
		"@book{Roe, title={T}}\n@book{roe, title={U}}\n@book{o'neil, title={V}}\n@misc{x{y, title={Z}}",
		"@article{a, title={T}, x-facts={f g}, x-derived={year: from the arXiv ID; venue: E, from container}, x-filled={doi: dblp}, year=2020}",
		"@misc{k, crossref={l}, a.b={1}, A={2}, a={3}, \"={4}}\n@proceedings{l, title={P}, year=1}", "@mastersthesis{m, type={Magisterarbeit}, school={U}}",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 4000 {
			t.Skip("too slow")
		}
		if slices.ContainsFunc(bib.Read("", text).Entries, func(e bib.Entry) bool { return !bib.IsKey(e.Key) }) {
			t.Skip("the key that an entry gets is its fact when it is read again")
		}
		for _, format := range []Format{BibTeX, BibLaTeX} {
			once := written(t, readBib(text), WriteOptions{Format: format})
			twice := written(t, readBib(once), WriteOptions{Format: format})
			if diff := cmp.Diff(string(once), string(twice)); diff != "" {
				t.Fatalf("%s (-once +twice):\n%s", format, diff)
			}
		}
	})
}

// Of an entry of a .bib nothing is lost or respelt in its own dialect, and in others
// only what they have no field for.
func TestEntriesStandAsTheyAre(t *testing.T) {
	const entries = `@article{Kolt:2002,
  author = {Lin, Kolt and van der Berg, J.},
  title = {The {B}ible of \LaTeX{} carts},
  editor = {Ed, Itor},
  translator = {Roe, Ana},
  journal = {Rooms},
  volume = {7},
  year = {2002},
  month = jan,
  note = {In German},
  language = {german},
  doi = {10.1000/x_y},
  keywords = {felt, rims},
  abstract = {We roll over.},
  annote = {mine},
  x-facts = {f g},
  x-filled = {doi: dblp 2026-09}
}

@gadget{gd,
  title = {Gadget},
  inventor = {X}
}

@mastersthesis{mt,
  author = {C, D},
  title = {Filz},
  school = {U},
  year = {1987},
  type = {Magisterarbeit}
}

@book{ed,
  author = {A, B},
  title = {Bk},
  editor = {C, D},
  volume = {3},
  number = {5},
  publisher = {P and Q},
  address = {Norrby},
  year = {1990}
}

`
	b := readBib([]byte(entries))
	var text bytes.Buffer
	if err := b.Write(&text, &WriteOptions{NoProvenance: true}); err != nil {
		t.Fatal(err)
	}
	bare := bytes.ReplaceAll([]byte(entries), []byte(",\n  x-facts = {f g},\n  x-filled = {doi: dblp 2026-09}"), nil)
	if diff := cmp.Diff(string(bare), text.String()); diff != "" {
		t.Errorf("(-read +written):\n%s", diff)
	}
	for format, want := range map[Format][]string{
		BibLaTeX: {"@article{Kolt:2002,", `title = {The {B}ible of \LaTeX{} carts}`, "journaltitle = {Rooms}", "translator = {Roe, Ana}", "annote = {mine}", "x-facts = {f g}",
			"@gadget{gd,", "inventor = {X}", "@thesis{mt,", "type = {Magisterarbeit}", "publisher = {{P and Q}}", "location = {Norrby}"},
		CSLJSON: {`"id":"Kolt:2002"`, `"title":"The Bible of LaTeX carts"`, `"translator":[{"family":"Roe","given":"Ana"}]`, `"language":"german"`, `"abstract":"We roll over."`,
			`"keyword":"felt, rims"`, `"note":"In German"`, `"x-facts":["f","g"]`, `"x-filled":"doi: dblp 2026-09"`, `"genre":"Magisterarbeit"`},
		RIS: {"ID  - Kolt:2002", "A4  - Roe, Ana", "LA  - german", "AB  - We roll over.", "KW  - felt\r\nKW  - rims", "N1  - In German", "U1  - x-facts: f\r\nU1  - x-facts: g", "M3  - Magisterarbeit"},
	} {
		got := written(t, b, WriteOptions{Format: format})
		for _, want := range want {
			if !bytes.Contains(got, []byte(want)) {
				t.Errorf("%s lacks %q:\n%s", format, want, got)
			}
		}
	}
	r, _ := BibReference(bib.Read("refs.bib", []byte(entries)), &bib.Read("refs.bib", []byte(entries)).Entries[0])
	if held := output.Unheld(r.Entry, CSLJSON); held != nil {
		t.Errorf("not in CSL-JSON: %v", held)
	}
	if held := output.Unheld(r.Entry, BibLaTeX); held != nil {
		t.Errorf("not in biblatex: %v", held)
	}
	if _, ok := r.Entry.Field(string(ref.FieldTitle)); !ok {
		t.Error("the entry has no title")
	}
}

// What people wrote in a field that both dialects have stays in the other one, with its
// braces and commands; names that only biblatex can read are written as BibTeX reads them.
func TestTheOtherDialectKeepsWhatPeopleWrote(t *testing.T) {
	for _, test := range []struct {
		format      Format
		entry, want string
	}{
		{BibLaTeX, `@article{k, title = {Of \emph{Felt} and $O(n\log n)$ rims, at 37\,{\textdegree}C}, journal = {Carts}}`, `title = {Of \emph{Felt} and $O(n\log n)$ rims, at 37\,{\textdegree}C}`},
		{BibTeX, `@article{k, title = {{Felt}, {Rims} and others}, journaltitle = {Carts}}`, `title = {{Felt}, {Rims} and others}`},
		{BibLaTeX, `@book{k, title = {Felt}, series = {Carts, {R}ims and \emph{Felt}}, address = {Norrby}}`, `series = {Carts, {R}ims and \emph{Felt}}`},
		{BibLaTeX, `@book{k, title = {Felt}, publisher = {Felt and \emph{Rims}}, address = {Norrby}}`, `publisher = {{Felt and Rims}}`},
		{BibTeX, `@online{k, title = {Felt}, author = {family=Berg, given=Jan, prefix=van and {L}im, Bo}}`, `author = {van Berg, Jan and Lim, Bo}`},
		{BibTeX, `@online{k, title = {Felt}, author = {{a=b} and {L}im, Bo}}`, `author = {{a=b} and {L}im, Bo}`},
		{BibLaTeX, `@manual{k, title = {Felt}, organization = {Carts}, address = {Norrby}, url = {https://carts.example}}`, "organization = {Carts},\n  location = {Norrby}"},
		{BibTeX, `@online{k, title = {Felt}, eprint = {carts-1}, eprinttype = {hal}}`, "eprint = {carts-1},\n  archiveprefix = {hal}"},
		{BibLaTeX, `@article{k, title = {Felt}, journal = {Carts}, eprint = {carts-1}, archiveprefix = {HAL}}`, "eprint = {carts-1},\n  eprinttype = {HAL}"},
		{BibTeX, `@online{k, title = {{Felt?}}, subtitle = {Of \emph{rims}}}`, `title = {{Felt?} Of \emph{rims}}`},
		{BibTeX, `@online{k, title = {Felt}, subtitle = {Of $x_i^2$}}`, `title = {Felt: Of $x_i^2$}`},
		{BibLaTeX, `@phdthesis{k, title = {Felt}, author = {family=Berg, given=Jan, prefix=van}}`, `author = {family=Berg, given=Jan, prefix=van}`},
	} {
		got := written(t, readBib([]byte(test.entry)), WriteOptions{Format: test.format})
		if !bytes.Contains(got, []byte(test.want)) {
			t.Errorf("%s in %s lacks %q:\n%s", test.entry, test.format, test.want, got)
		}
	}
}
