package citation

import (
	"bufio"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/outside"
	"github.com/factcite/factcite/internal/text"
	"github.com/google/go-cmp/cmp"
)

// The tests of this file have what we write read by programs that are not ours.
// Each is skipped where its program does not work.

// outsideBibliography holds the works of our labelled pairs, some hostile ones,
// and those of the shared sentences where they are at hand.
func outsideBibliography(t *testing.T) *Bibliography {
	t.Helper()
	b := new(Bibliography)
	for _, p := range readPairs(t) {
		if p.Why != "LaTeX accents" { // its braces are words to us and LaTeX to others
			b.Add("pair", &p.A)
			b.Add("pair", &p.B)
		}
	}
	for i := range hostileReferences {
		b.Add("hostile fact", &hostileReferences[i])
	}
	shared := os.Getenv("FACTCITE_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	for _, name := range []string{"dev.jsonl", "unlabelled.jsonl"} {
		file, err := os.Open(filepath.Join(shared, "gold", name))
		if err != nil {
			t.Logf("without the shared sentences: %v", err)
			continue
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		for lines.Scan() {
			var sentence struct{ ID, Text, Content string }
			if err := json.Unmarshal(lines.Bytes(), &sentence); err != nil {
				t.Fatal(err)
			}
			for _, r := range Parse(sentence.Text + sentence.Content).References {
				b.Add(sentence.ID, &r)
			}
		}
	}
	return b
}

// hostileReferences hold what must not reach LaTeX, and names of every form.
var hostileReferences = []Reference{
	{Type: Article, Title: `A 100% {x} \input{/etc/passwd} \write18{rm} $\alpha$ ~^_#& @article{b,`, Year: "2020",
		Container: "J & K", Volume: "1", Pages: "3-9", Month: 5, Day: "7", DOI: `10.5555/a_b<c>%d`, URL: `https://a.example/x_y?z=1&u=%20#f`,
		Authors: []Name{{Family: "Brace}", Given: "{A"}, {Literal: "Smith, Jones and Sons"}, {Family: "and", Given: "others"}}},
	{Type: Book, Title: "Łódź, Özgür & the ﬁrst “ß” — naïve α ≤ ω, H₂O", Year: "2016–17", Publisher: "Č & Ž", Volume: "II", Number: "3",
		Edition: "2nd", Series: "Studies", Address: "São Paulo", ISBN: "978-3-16-148410-0",
		Authors: []Name{{Family: "Hoven", Particle: "van den", Given: "Jeroen"}, {Family: "King", Given: "Martin Luther", Suffix: "Jr."},
			{Family: "Paniagua Zambrana"}, {Literal: "Gemini Team"}}, EtAl: true,
		Editors: []Name{{Family: "Østergaard", Given: "P. A."}, {Family: "Şahin", Given: "Ç."}}},
	{Type: Misc, Title: "Talk in passing", Year: "in press", Container: "Radio 4", Institution: "Radio", PMID: "12345"},
	{Type: TechReport, Title: "Cut …", Year: "2001", Institution: "Bureau", Number: "32/2017", Container: "Notes", Edition: "3", Volume: "X"},
	{Type: PhDThesis, Title: "On hinges", Year: "1999", Institution: "University of Ghent", Address: "Ghent", Number: "7"},
	{Type: InCollection, Title: "Rims", Container: "Wheels", Year: "1990", Volume: "2", Number: "4", Publisher: "P", EID: "e12",
		Authors: []Name{{Family: "hooks", Given: "bell"}}, Editors: []Name{{Family: "Wu", Given: "Y."}}},
}

func written(t *testing.T, b *Bibliography, opts WriteOptions) []byte {
	t.Helper()
	var text bytes.Buffer
	if err := b.Write(&text, &opts); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

func TestBibTeXReadsWhatWeWrite(t *testing.T) {
	outside.Need(t, "bibtex")
	b := outsideBibliography(t)
	for _, opts := range []WriteOptions{{}, {UTF8: true}, {Format: BibLaTeX}} {
		text := written(t, b, opts)
		f := bib.Read("", text)
		entries, errors := runBibTeX(t, text, peerFieldNames(f))
		if errors > 0 {
			t.Errorf("%+v: bibtex reports %d errors", opts, errors)
		}
		if diff := cmp.Diff(entries, asPeer(f)); diff != "" {
			t.Errorf("%+v (-bibtex +ours):\n%s", opts, diff)
		}
	}
}

// gapWarning matches what plain.bst says of values that no fact states: our own
// gap findings. The other patterns each have their reason.
var plainWarnings = regexp.MustCompile(`^Warning--(` + strings.Join([]string{
	`empty \w+( and \w+)? in \S+`,                    // missing-author, missing-year, missing-venue, ...
	`to sort, need [a-z, ]+ or key in \S+`,           // missing-author
	`there's a number but no (volume|series) in \S+`, // a locator that a fact states in part
	`there's a month but no year in \S+`,             // a date that a fact states in part
}, "|") + `)$`)

func TestPlainStyleHasOnlyGapWarnings(t *testing.T) {
	outside.Need(t, "bibtex", "plain.bst")
	_, log := outside.Run(t, "refs.bib", written(t, outsideBibliography(t), WriteOptions{}), "sh", "-c",
		`printf '\\citation{*}\n\\bibstyle{plain}\n\\bibdata{refs}\n' > a.aux && bibtex a >&2`)
	warnings := 0
	for line := range strings.Lines(log) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "Warning--") {
			warnings++
			if !plainWarnings.MatchString(line) {
				t.Errorf("plain.bst says %q", line)
			}
		}
	}
	if strings.Contains(log, "error message") || warnings == 0 {
		t.Errorf("bibtex says:\n%s", log)
	}
}

// biberNotice matches what biber says of fields that it does not know, of types for
// which biblatex has no model of fields (its manual, section 2.1.3), and of values that
// no fact states.
var biberNotice = regexp.MustCompile(`for entrytype '(audio|video|standard|jurisdiction|legislation)'|Field 'x-(facts|derived)' invalid|Invalid field 'x-(facts|derived)'|Missing mandatory field|Missing mandatory fields|Did not find mandatory|'year' nor 'date'|at least one of`)

func TestBiberReadsWhatWeWrite(t *testing.T) {
	outside.Need(t, "biber")
	text := written(t, outsideBibliography(t), WriteOptions{Format: BibLaTeX})
	output, messages := outside.Run(t, "refs.bib", text, "biber", "--tool", "--validate-datamodel", "--output-file", "out", "refs.bib")
	for line := range strings.Lines(messages) {
		if (strings.HasPrefix(line, "WARN") || strings.HasPrefix(line, "ERROR")) && !biberNotice.MatchString(line) {
			t.Errorf("biber says %s", line)
		}
	}
	want, got := bib.Read("", text), bib.Read("", []byte(output))
	if len(got.Entries) != len(want.Entries) {
		t.Fatalf("biber wrote %d of %d entries", len(got.Entries), len(want.Entries))
	}
	for i := range want.Entries {
		ours, _ := bibref.Reference(want, &want.Entries[i])
		theirs, _ := bibref.Reference(got, got.Entry(want.Entries[i].Key))
		if diff := cmp.Diff(foldedForReaders(ours), foldedForReaders(theirs)); diff != "" {
			t.Errorf("%s (-ours +biber):\n%s", want.Entries[i].Key, diff)
		}
	}
}

// foldedForReaders folds what programs write in other ways of equal meaning:
// quotes, dashes and spaces.
func foldedForReaders(r Reference) Reference {
	r.Entry = nil                    // whose values are in LaTeX, and in another order
	for name, d := range r.Derived { // a program that drops x-derived takes it for stated
		if value := r.Value(ref.Field(name)); value != nil && *value == "" {
			*value = d.Value
		}
	}
	r.Derived = nil
	for _, row := range ref.TextFields {
		field := row.Text(&r)
		*field = foldMarks(*field)
	}
	for _, names := range []*[]Name{&r.Authors, &r.Editors} {
		*names = slices.Clone(*names)
		for i := range *names {
			n := &(*names)[i]
			*n = Name{Literal: foldMarks(strings.Join(text.NonEmpty(n.Given, n.Particle, n.Family, n.Suffix, n.Literal), " "))}
		}
	}
	return r
}

var marks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "\u00A0", " ", "--", "-", "\u2009", " ")

func foldMarks(s string) string {
	s = strings.ReplaceAll(s, `\input`, "/input") // a hostile title's words, and no command
	return strings.Join(strings.Fields(marks.Replace(latex.Decode(s))), " ")
}

func TestPandocReadsWhatWeWrite(t *testing.T) {
	outside.Need(t, "pandoc")
	b := outsideBibliography(t)
	want := map[string]CSLItem{}
	for _, w := range b.Works() {
		want[w.Key] = CSL(w.Key, &w.Reference)
	}
	for _, format := range []Format{BibTeX, BibLaTeX, CSLJSON} {
		from := map[Format]string{BibTeX: "bibtex", BibLaTeX: "biblatex", CSLJSON: "csljson"}[format]
		output, messages := outside.Run(t, "refs", written(t, b, WriteOptions{Format: format}), "pandoc", "-f", from, "-t", "csljson", "refs")
		if messages != "" {
			t.Errorf("%s: pandoc says %s", format, messages)
		}
		var items []map[string]any
		if err := json.Unmarshal([]byte(output), &items); err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		if len(items) != len(want) {
			t.Errorf("%s: pandoc reads %d of %d works", format, len(items), len(want))
		}
		for _, item := range items {
			key, _ := item["id"].(string)
			ours, theirs := pandocFields(asMap(t, want[key])), pandocFields(item)
			if format == BibTeX && strings.Contains(ours["issued"], "],[") {
				delete(ours, "issued") // pandoc reads no ranges of years or days there
				delete(theirs, "issued")
			}
			for name, value := range ours {
				if theirs[name] == "" && isNoted(item["note"], value) {
					theirs[name] = value // what the form has no field for
				}
			}
			if diff := cmp.Diff(ours, theirs); diff != "" {
				t.Errorf("%s %s (-ours +pandoc):\n%s", format, key, diff)
			}
		}
	}
}

func asMap(t *testing.T, item CSLItem) map[string]any {
	t.Helper()
	text, err := json.Marshal(item)
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(text, &fields); err != nil {
		t.Fatal(err)
	}
	return fields
}

// pandocFields returns the values that every form carries. Pandoc folds the case
// of titles, for which the braces stand; what is a note, a number or a publisher
// of a work that has none by nature differs with the form.
func pandocFields(item map[string]any) map[string]string {
	fields := map[string]string{}
	for _, name := range []string{"title", "container-title", "volume", "page", "DOI", "publisher-place", "edition"} {
		text, _ := item[name].(string)
		if inSomething := isOneOf(item["type"], "article-journal", "paper-conference", "chapter", "entry-encyclopedia"); text == "" || name == "container-title" && !inSomething {
			continue
		}
		// Two forms of mathematics, of quotes and of a DOI mean the same.
		text = strings.NewReplacer("₂", "_2", "²", "^2", "<sup>2</sup>", "^2", " ", "", `"`, "'").Replace(verbatimDOI(name, foldMarks(text)))
		fields[name] = strings.ToLower(text)
	}
	for _, name := range []string{"author", "editor"} {
		people, _ := item[name].([]any)
		for _, person := range people {
			parts, _ := person.(map[string]any)
			var words []string
			for _, part := range []string{"given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal"} {
				if text, ok := parts[part].(string); ok {
					words = append(words, strings.NewReplacer("{", "(", "}", ")", `\`, "/").Replace(text))
				}
			}
			fields[name] += strings.ReplaceAll(foldMarks(strings.Join(words, " ")), ". ", ".") + "; "
		}
	}
	if issued, ok := item["issued"].(map[string]any); ok {
		if parts, _ := issued["date-parts"].([]any); len(parts) > 0 {
			text, _ := json.Marshal(parts)
			fields["issued"] = string(text)
		}
	}
	return fields
}

func isNoted(note any, value string) bool {
	text, _ := note.(string)
	text = strings.ToLower(strings.ReplaceAll(foldMarks(text), " ", ""))
	for item := range strings.SplitSeq(strings.TrimSuffix(value, "; "), "; ") {
		if !strings.Contains(text, strings.ToLower(strings.ReplaceAll(item, " ", ""))) {
			return false
		}
	}
	return true
}

func isOneOf(value any, these ...string) bool {
	text, _ := value.(string)
	return slices.Contains(these, text)
}

func verbatimDOI(name, text string) string {
	if name == "DOI" {
		var written strings.Builder
		for i := range len(text) {
			if c := text[i]; c <= ' ' || c >= 0x7F || strings.IndexByte("\\{}\"^`", c) >= 0 {
				fmt.Fprintf(&written, "%%%02X", c)
			} else {
				written.WriteByte(c)
			}
		}
		return written.String()
	}
	return text
}

// unknownToBibutils are types of RIS that bibutils reads as works of no type.
var unknownToBibutils = regexp.MustCompile(`Did not recognize type '(ENCYC|VIDEO|SOUND|STAND|COMP|DATA|BLOG)' of refnum`)

func TestBibutilsReadsRIS(t *testing.T) {
	outside.Need(t, "ris2xml")
	b := outsideBibliography(t)
	output, messages := outside.Run(t, "refs.ris", written(t, b, WriteOptions{Format: RIS}), "ris2xml", "refs.ris")
	messages = unknownToBibutils.ReplaceAllString(messages, "")
	if strings.Contains(messages, "Did not") || strings.Contains(strings.ToLower(messages), "error") {
		t.Errorf("ris2xml says %s", messages)
	}
	var collection struct {
		Works []struct {
			Key   string `xml:"ID,attr"`
			Title struct {
				Title    string `xml:"title"`
				Subtitle string `xml:"subTitle"`
			} `xml:"titleInfo"`
			Names []struct {
				Parts []string `xml:"namePart"`
			} `xml:"name"`
		} `xml:"mods"`
	}
	if err := xml.Unmarshal([]byte(output), &collection); err != nil {
		t.Fatal(err)
	}
	works := b.Works()
	if len(collection.Works) != len(works) {
		t.Fatalf("ris2xml reads %d of %d works", len(collection.Works), len(works))
	}
	for i, got := range collection.Works {
		want := works[i]
		title := fold.Letters(strings.Join(text.NonEmpty(got.Title.Title, got.Title.Subtitle), " "))
		if diff := cmp.Diff(strings.Fields(fold.Letters(text.CleanText(want.Reference.Title))), strings.Fields(title)); diff != "" {
			t.Errorf("%s (-ours +ris2xml):\n%s", want.Key, diff)
		}
		people := map[string]bool{} // ris2xml drops a name that stands twice
		for _, n := range want.Reference.Authors {
			people[n.String()] = true
		}
		if got.Key != want.Key || len(got.Names) < len(people) {
			t.Errorf("%s: ris2xml reads it as %s with %d of %d names", want.Key, got.Key, len(got.Names), len(people))
		}
	}
}
