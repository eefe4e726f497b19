package citation

import (
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/internal/golden"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/outside"
)

// corpusFiles is how many files testdata/corpus has at least.
const corpusFiles = 200

// shelf is the files of an archive of testdata/corpus, which have the shapes that real
// ones have, as one database: programs of others are slow to start.
type shelf struct {
	name   string
	format Format // that the files are in
	text   []byte
}

func shelves(t *testing.T) []shelf {
	t.Helper()
	paths, err := filepath.Glob("testdata/corpus/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var all []shelf
	files := 0
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := shelf{name: strings.TrimSuffix(filepath.Base(path), ".txtar"), format: BibTeX}
		if s.name == "biblatex" || s.name == "dates" || s.name == "fields" {
			s.format = BibLaTeX
		}
		for _, file := range archive.Files {
			s.text = append(append(s.text, file.Data...), '\n')
		}
		files += len(archive.Files)
		all = append(all, s)
	}
	if files < corpusFiles {
		t.Fatalf("%d files, want %d", files, corpusFiles)
	}
	return all
}

// isAgreed reports whether programs agree on what the files of a shelf say.
func (s *shelf) isAgreed() bool { return s.name != "disagree" && s.name != "faults" }

// rewritten is the text as it is written in a format.
func (s *shelf) rewritten(t *testing.T, format Format) []byte {
	return written(t, readBib(s.text), WriteOptions{Format: format, UTF8: true, NoProvenance: true})
}

// All that BibTeX reads of a file it reads of what is written of it.
func TestBibTeXReadsTheSameAfterWriting(t *testing.T) {
	outside.Need(t, "bibtex")
	for _, s := range shelves(t) {
		if s.name == "faults" {
			continue
		}
		fields := peerFieldNames(bib.Read("", s.text))
		before, _ := runBibTeX(t, s.text, fields)
		after, errors := runBibTeX(t, s.rewritten(t, s.format), fields)
		if diff := cmp.Diff(sortedPeers(before), sortedPeers(after)); diff != "" || errors > 0 {
			t.Errorf("%s: %d errors (-file +written):\n%s", s.name, errors, diff)
		}
	}
}

// sortedPeers sorts entries by their keys, and leaves out fields without a value.
func sortedPeers(entries []peerEntry) []peerEntry {
	for i := range entries {
		entries[i].Fields = slices.DeleteFunc(entries[i].Fields, func(f string) bool { return !strings.Contains(f, " ") })
	}
	slices.SortFunc(entries, func(a, b peerEntry) int { return strings.Compare(a.Key, b.Key) })
	return entries
}

// All that biber reads of a file it reads of what is written of it.
func TestBiberReadsTheSameAfterWriting(t *testing.T) {
	outside.Need(t, "biber")
	if testing.Short() {
		t.Skip("biber takes some seconds to read a file")
	}
	for _, s := range shelves(t) {
		if !s.isAgreed() {
			continue
		}
		before, after := biberEntries(t, s.text), biberEntries(t, s.rewritten(t, s.format))
		if diff := cmp.Diff(before, after); diff != "" {
			t.Errorf("%s (-file +written):\n%s", s.name, diff)
		}
	}
}

// What is written of files with faults is without one to each program.
func TestFaultsAreWrittenWithoutThem(t *testing.T) {
	for _, name := range []string{"disagree", "faults"} {
		archive, err := txtar.ParseFile("testdata/corpus/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		var all []byte
		for _, file := range archive.Files {
			text := written(t, readBib(file.Data), WriteOptions{UTF8: true, NoProvenance: true})
			if f := bib.Read(file.Name, text); len(f.Errors) > 0 {
				t.Errorf("%s: written with %v", file.Name, f.Errors)
			}
			all = append(all, fmt.Sprintf("-- %s --\n%s", file.Name, text)...)
		}
		golden.Compare(t, "testdata/corpus/"+name+".golden", string(all))
	}
}

// Programs read what is written of files with faults, all of its entries.
func TestProgramsReadWhatIsWrittenOfFaults(t *testing.T) {
	outside.Need(t, "bibtex")
	outside.Need(t, "pandoc")
	for _, s := range shelves(t) {
		if s.isAgreed() {
			continue
		}
		text := s.rewritten(t, BibTeX)
		f := bib.Read("", text)
		if entries, errors := runBibTeX(t, text, peerFieldNames(f)); errors > 0 || len(entries) != len(f.Entries) {
			t.Errorf("%s: bibtex reads %d of %d entries and reports %d errors", s.name, len(entries), len(f.Entries), errors)
		}
		if items := pandocItems(t, text, BibTeX); len(items) != len(f.Entries) {
			t.Errorf("%s: pandoc reads %d of %d entries", s.name, len(items), len(f.Entries))
		}
	}
}

// biberEntries are the fields of entries by their keys, as biber has them.
func biberEntries(t *testing.T, text []byte) map[string]map[string]string {
	t.Helper()
	read, messages := outside.Run(t, "refs.bib", text, "biber", "--tool", "--output-file", "out", "refs.bib")
	if strings.Contains(messages, "ERROR") {
		t.Errorf("biber says %s", messages)
	}
	entries := map[string]map[string]string{}
	f := bib.Read("", []byte(read))
	for i := range f.Entries {
		e := &f.Entries[i]
		fields := map[string]string{"entrytype": e.Type}
		for _, field := range e.Fields {
			fields[field.Name] = field.Value
		}
		entries[e.Key] = fields
	}
	return entries
}

// All that pandoc reads of a file it reads of what is written of it.
func TestPandocReadsTheSameAfterWriting(t *testing.T) {
	outside.Need(t, "pandoc")
	for _, s := range shelves(t) {
		if !s.isAgreed() {
			continue
		}
		before, after := pandocItems(t, s.text, s.format), pandocItems(t, s.rewritten(t, s.format), s.format)
		if diff := cmp.Diff(before, after); diff != "" {
			t.Errorf("%s (-file +written):\n%s", s.name, diff)
		}
	}
}

// pandocItems are the items of CSL by their ids, as pandoc reads them, without empty
// values.
func pandocItems(t *testing.T, text []byte, format Format) map[string]map[string]any {
	t.Helper()
	read, messages := outside.Run(t, "refs", text, "pandoc", "-f", string(format), "-t", "csljson", "refs")
	var list []map[string]any
	if err := json.Unmarshal([]byte(read), &list); err != nil {
		t.Fatalf("pandoc: %v\n%s", err, messages)
	}
	items := map[string]map[string]any{}
	for _, item := range list {
		maps.DeleteFunc(item, func(_ string, value any) bool { return value == "" })
		items[item["id"].(string)] = item
	}
	return items
}

// Writing twice is writing once, in each format of .bib files.
func TestWritingTwiceIsWritingOnce(t *testing.T) {
	for _, s := range shelves(t) {
		for _, opts := range []WriteOptions{{}, {UTF8: true}, {NoProvenance: true}, {Format: BibLaTeX}, {Format: BibLaTeX, UTF8: true}} {
			once := written(t, readBib(s.text), opts)
			twice := written(t, readBib(once), opts)
			if diff := cmp.Diff(string(once), string(twice)); diff != "" {
				t.Errorf("%s %+v (-once +twice):\n%s", s.name, opts, diff)
			}
		}
	}
}

// Each key that can be one stays, in every format.
func TestKeysStay(t *testing.T) {
	for _, s := range shelves(t) {
		f := bib.Read("", s.text)
		for _, format := range []Format{BibTeX, BibLaTeX, CSLJSON, RIS} {
			text := string(written(t, readBib(s.text), WriteOptions{Format: format}))
			for i := range f.Entries {
				e := &f.Entries[i]
				if bib.IsKey(e.Key) && !strings.Contains(text, e.Key) {
					t.Errorf("%s in %s has no %s", s.name, format, e.Key)
				}
			}
		}
	}
}

// unkept is what comes back from CSL-JSON in another way, by "member of key".
var unkept = map[string]string{
	"publisher of fields-two":            "two institutions are one text",
	"publisher of proceedings-type":      "a society beside a publisher is noted",
	"note of add":                        "two notes are joined in another way",
	"issued of date-both":                "approximate as well as uncertain",
	"issued of year-month-range":         "a month in words is one",
	"issued of year-month-day-macro":     "a day beside a month is one",
	"issued of year-month-day":           "a day beside a month is one",
	"container-title of periodical-type": "its title is its title",
	"container-title of mai":             "the subtitle of the whole is named as left out",
	"author of ext":                      "a body is one",
	"author of opt":                      "an option of biblatex says what kind of particle it is",
	"author of name-and-caps":            "BibTeX reads any case of \"and\"",
	"author of name-braced-initial":      "a command is no particle",
	"container-title of shape-arxiv":     "arXiv is no journal",
	"container-title of shape-corr":      "arXiv is no journal",
	"volume of shape-corr":               "arXiv is no journal",
	"publisher of shape-how":             "an address is no publisher",
	"publisher of booklet-type":          "how it is published is its container",
	"accessed of roe_felt_2001":          "BibTeX's styles have no such field: it is noted",
	"version of software-type":           "BibTeX's styles have no such field: it is noted",
	"type of electronic-type":            "@misc in BibTeX",
	"type of www-type":                   "@misc in BibTeX",
	"type of standard-type":              "a standard is no law",
	"issued of shape-nber":               "a month in words is one",
}

// What pandoc makes of a file, it makes of what comes back from CSL-JSON. Titles with
// markup are left to the tests of LaTeX: CSL-JSON has them in plain text.
func TestCSLKeepsWhatPandocKeeps(t *testing.T) {
	outside.Need(t, "pandoc")
	for _, s := range shelves(t) {
		if !s.isAgreed() || s.name == "latex" {
			continue
		}
		items := written(t, readBib(s.text), WriteOptions{Format: CSLJSON})
		b := new(Bibliography)
		f := exchange.Read(exchange.CSLJSON, "refs.json", items)
		for i := range f.Entries {
			r, _ := BibReference(f, &f.Entries[i])
			b.Add(f.Entries[i].Key, &r)
		}
		before := pandocItems(t, s.text, s.format)
		after := pandocItems(t, written(t, b, WriteOptions{Format: s.format, UTF8: true, NoProvenance: true}), s.format)
		for id, item := range before {
			for name, value := range item {
				_, isKnown := unkept[name+" of "+id]
				if diff := cmp.Diff(value, after[id][name]); (diff != "") != isKnown {
					t.Errorf("%s: %s of %s (-file +from CSL-JSON):\n%s", s.name, name, id, diff)
				}
			}
		}
	}
}

// What an entry says is in CSL-JSON and in RIS, or its field is named as one that is not.
func TestNothingIsLeftOutInSilence(t *testing.T) {
	for _, s := range shelves(t) {
		if !s.isAgreed() || s.name == "latex" {
			continue
		}
		f := bib.Read("", s.text)
		for _, format := range []Format{CSLJSON, RIS} {
			for i := range f.Entries {
				r, _ := BibReference(f, &f.Entries[i])
				if !r.Entry.IsWork() {
					continue
				}
				b := new(Bibliography)
				b.Add("f", &r)
				text := lettersOf(unescaped.Replace(string(written(t, b, WriteOptions{Format: format, NoProvenance: true}))))
				named := b.Unheld(format)
				for _, field := range r.Entry.Fields {
					value := lettersOf(latex.Decode(field.Value))
					isOfArXiv := r.ArXiv != "" && (field.Name == "journal" || field.Name == "volume")
					if saidOtherwise[field.Name] || isOfArXiv || slices.Contains(named, field.Name) || strings.Contains(text, value) {
						continue
					}
					t.Errorf("%s: %s = %q of %s is not in %s, and is not named:\n%s", s.name, field.Name, field.Value, r.Entry.Key, format, text)
				}
			}
		}
	}
}

// unescaped undoes what JSON does to marks of HTML.
var unescaped = strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&")

// lettersOf leaves out what formats write in other ways: spaces, dashes, marks and capitals.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// saidOtherwise are fields that each format has a notation of its own for.
var saidOtherwise = map[string]bool{
	"author": true, "editor": true, "editora": true, "translator": true, "bookauthor": true, "date": true, "month": true, "day": true, "urldate": true,
	"keywords": true, "origdate": true, "eventdate": true, "langid": true, "hyphenation": true, "crossref": true, "xdata": true, "pages": true,
	"type": true, "publisher": true, "location": true, "institution": true,
}

// BibTeX finds what an entry refers to only if it comes later, biblatex wherever it is.
func TestParentsAreWrittenLastForBibTeX(t *testing.T) {
	f := bib.Read("", []byte(`@proceedings{Conf, title = {Carts}, year = 2019}
@misc{lund, title = {Hubs}, author = {Lund, Pia}}
@inproceedings{roe, title = {Felt}, author = {Roe, Ana}, crossref = {conf}}
@book{whole, title = {Wheels}, author = {Falk, Bo}, year = 2018}`))
	b := new(Bibliography)
	for i := range f.Entries {
		r, _ := BibReference(f, &f.Entries[i])
		b.Add(f.Entries[i].Key, &r)
	}
	for format, want := range map[Format]string{BibTeX: "lund roe whole Conf", BibLaTeX: "Conf lund roe whole"} {
		var keys []string
		for _, e := range bib.Read("", written(t, b, WriteOptions{Format: format})).Entries {
			keys = append(keys, e.Key)
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%s: %s, want %s", format, got, want)
		}
	}
}
