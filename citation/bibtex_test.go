package citation

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/internal/outside"
	"github.com/factcite/factcite/internal/text"
	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

// peerEntry is an entry as BibTeX's own program hands it to a style.
type peerEntry struct {
	Key    string
	Fields []string // "name value", sorted
}

// runBibTeX reads a .bib with BibTeX itself, through a style of ours that writes
// every entry with the named fields, and counts the errors it reported.
func runBibTeX(t *testing.T, text []byte, fieldNames []string) (entries []peerEntry, errors int) {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, text []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("peer.bib", text)
	write("peer.bst", peerStyle(fieldNames))
	write("peer.aux", []byte("\\citation{*}\n\\bibstyle{peer}\n\\bibdata{peer}\n"))
	// Exit codes 1 and 2 are warnings and errors in the .bib; the log has them.
	output, err := outside.Command(dir, "bibtex", "-terse", "peer").CombinedOutput()
	log, logErr := os.ReadFile(filepath.Join(dir, "peer.blg"))
	if logErr != nil {
		t.Fatalf("bibtex: %v\n%s", err, output)
	}
	if match := errorCount.FindSubmatch(log); match != nil {
		errors = 1
		if len(match[1]) > 0 {
			errors, _ = strconv.Atoi(string(match[1]))
		}
	}
	dumped, err := os.ReadFile(filepath.Join(dir, "peer.bbl"))
	if err != nil {
		t.Fatalf("bibtex wrote nothing: %v\n%s", err, log)
	}
	// BibTeX breaks long lines at white space and indents what follows by two.
	whole := strings.ReplaceAll(decoded(string(dumped)), "\n  ", " ")
	for line := range strings.Lines(whole) {
		line = strings.TrimSuffix(line, "\n")
		if key, ok := strings.CutPrefix(line, "E "); ok {
			entries = append(entries, peerEntry{Key: key})
		} else if field, ok := strings.CutPrefix(line, "F "); ok {
			last := &entries[len(entries)-1]
			last.Fields = append(last.Fields, strings.TrimRight(field, " "))
		} else if line != "" {
			t.Fatalf("bibtex wrote an unexpected line: %q", line)
		}
	}
	for i := range entries {
		slices.Sort(entries[i].Fields)
	}
	return entries, errors
}

// peerStyle is a BibTeX style that writes "E key", and "F name value" for each
// field that is not missing.
func peerStyle(fieldNames []string) []byte {
	var b bytes.Buffer
	b.WriteString("ENTRY {")
	for _, name := range fieldNames {
		fmt.Fprintf(&b, "\n  %s", name)
	}
	b.WriteString("\n} {} {}\n")
	for name, value := range bib.PredefinedMacros() {
		fmt.Fprintf(&b, "MACRO {%s} {\"%s\"}\n", name, value)
	}
	b.WriteString("FUNCTION {default.type} {\n  \"E \" cite$ * write$ newline$\n")
	for _, name := range fieldNames {
		fmt.Fprintf(&b, "  %s missing$ 'skip$ { \"F %s \" %s * write$ newline$ } if$\n", name, name, name)
	}
	b.WriteString("}\nREAD\nITERATE {call.type$}\n")
	return b.Bytes()
}

// peerFieldNames are the names of the fields of a file. BibTeX treats crossref by
// itself.
func peerFieldNames(f *bib.File) []string {
	names := map[string]bool{}
	for i := range f.Entries {
		for _, field := range f.Entries[i].Fields {
			names[field.Name] = field.Name != "crossref"
		}
	}
	var list []string
	for name, listed := range names {
		if listed {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}

// asPeer returns what BibTeX would keep of a file: first entries, first fields,
// and what the entry of a crossref adds.
func asPeer(f *bib.File) []peerEntry {
	var entries []peerEntry
	seen := map[string]bool{}
	for i := range f.Entries {
		e := &f.Entries[i]
		if seen[text.LowerASCII(e.Key)] {
			continue
		}
		seen[text.LowerASCII(e.Key)] = true
		peer := peerEntry{Key: e.Key}
		for _, field := range e.Fields {
			if e.Field(field.Name).Start == field.Start && field.Name != "crossref" {
				peer.Fields = append(peer.Fields, strings.TrimRight(field.Name+" "+field.Value, " "))
			}
		}
		if link := e.Field("crossref"); link != nil && f.Entry(link.Value) != nil {
			for _, field := range f.Entry(link.Value).Fields {
				if e.Field(field.Name) == nil {
					peer.Fields = append(peer.Fields, strings.TrimRight(field.Name+" "+field.Value, " "))
				}
			}
		}
		slices.Sort(peer.Fields)
		entries = append(entries, peer)
	}
	return entries
}

// Every file of our corpus that BibTeX accepts gives the entries and the values
// that BibTeX itself reads, and no syntax error; and the other way round.
func TestReadBibAgreesWithBibTeX(t *testing.T) {
	outside.Need(t, "bibtex")
	for _, path := range corpus(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			f := bib.Read(path, text)
			entries, errors := runBibTeX(t, text, peerFieldNames(f))
			ours := 0
			for _, e := range f.Errors {
				if e.Rule == "bib-syntax" || e.Rule == "bib-duplicate-key" {
					ours++
				}
			}
			if (errors == 0) != (ours == 0) {
				t.Errorf("bibtex reports %d errors, we %d: %v", errors, ours, f.Errors)
			}
			if diff := gocmp.Diff(entries, asPeer(f)); diff != "" {
				t.Errorf("entries (-bibtex +ours):\n%s", diff)
			}
		})
	}
}

// corpus returns the files of testdata/bib that are not broken and where BibTeX
// inherits nothing.
func corpus(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("bib/testdata/bib/*.bib")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	return slices.DeleteFunc(paths, func(path string) bool { return filepath.Base(path) == "inherit.bib" })
}

// The 164,518 entries of the shared corpus, in chunks that BibTeX can hold.
func TestReadBibAgreesWithBibTeXOnSharedCorpus(t *testing.T) {
	if os.Getenv("FACTCITE_LONG") == "" {
		t.Skip("reading 118 MB with BibTeX takes most of a minute; set FACTCITE_LONG=1")
	}
	outside.Need(t, "bibtex")
	text := sharedCorpus(t)
	f := bib.Read("venues.bib", text)
	if len(f.Entries) != 164518 {
		t.Errorf("%d entries, want 164518", len(f.Entries))
	}
	names := peerFieldNames(f)
	const chunk = 5000
	for first := 0; first < len(f.Entries); first += chunk {
		last := min(first+chunk, len(f.Entries))
		end := len(text)
		if last < len(f.Entries) {
			end = f.Entries[last].Start
		}
		part := bib.Read("part.bib", text[f.Entries[first].Start:end])
		entries, _ := runBibTeX(t, text[f.Entries[first].Start:end], names)
		ours := asPeer(part)
		if len(entries) != len(ours) {
			t.Fatalf("entries %d to %d: bibtex reads %d, we %d", first, last, len(entries), len(ours))
		}
		for i := range entries {
			if diff := gocmp.Diff(entries[i], ours[i]); diff != "" {
				t.Fatalf("entry %d (-bibtex +ours):\n%s", first+i, diff)
			}
		}
	}
}

// sharedCorpus returns the .bib of the folder of shared measuring data.
func sharedCorpus(tb testing.TB) []byte {
	tb.Helper()
	folder := cmp.Or(os.Getenv("FACTCITE_SHARED"), "../../shared")
	packed, err := os.Open(filepath.Join(folder, "verify", "venues.bib.gz"))
	if err != nil {
		tb.Skipf("the shared corpus is not here: %v", err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		tb.Fatal(err)
	}
	text, err := io.ReadAll(unpacked)
	if err != nil {
		tb.Fatal(err)
	}
	return text
}

// errorCount matches the last line of BibTeX's log.
var errorCount = regexp.MustCompile(`\(There (?:was 1|were ([0-9]+)) error messages?\)`)

// BibTeX reads hand-edited files and what an update makes of them as we do, and
// without an error.
func TestUpdatedFilesAgreeWithBibTeX(t *testing.T) {
	outside.Need(t, "bibtex")
	for seed := range uint64(25) {
		old, b, opts := handEditedFile(seed)
		u, err := UpdateBib("refs.bib", []byte(old), b, opts)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range [][]byte{[]byte(old), u.Text} {
			f := bib.Read("refs.bib", text)
			entries, errors := runBibTeX(t, text, peerFieldNames(f))
			if diff := gocmp.Diff(entries, asPeer(f)); diff != "" || errors > 0 {
				t.Fatalf("seed %d, %d errors (-bibtex +ours):\n%s\n%s", seed, errors, diff, text)
			}
		}
	}
}

// decoded reads bytes that are not UTF-8 as the reader of .bib files does.
func decoded(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		if c == utf8.RuneError && size == 1 {
			c = charmap.Windows1252.DecodeByte(s[i])
		}
		b.WriteRune(c)
		i += size
	}
	return b.String()
}
