package input_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// TestFormOf holds by what the form of a file is known: its name, its first bytes, or both.
func TestFormOf(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       fact.Form
	}{
		{"a.jsonl", "", fact.Lines}, {"a.NDJSON", " \n", fact.Lines}, {"a.jsonl.gz", "", fact.Lines}, {"a.jsonl", "x", fact.Auto}, {"a.json", "", fact.Auto}, {"a", "", fact.Auto},
		{"a.json", record, fact.Lines}, {"a.json", "[" + record + "]", fact.JSON}, {"a.md", record, document.Markdown}, {"a.txt", record, fact.Lines}, {"a", record, fact.Lines},
		{"a.bib", "% only\n", fact.Bib}, {"a.bib", "only", fact.Auto}, {"a.txt", "% only\n", document.Text}, {"a", entry, fact.Bib}, {"a.txt", entry, fact.Bib}, {"a.md", entry, document.Markdown}, {"a.html", entry, fact.Bib},
		{"a.txt", "{draft} Felt", document.Text}, {"a", "{note} Felt", document.Text}, {"a.json", "{draft}", fact.JSON}, {"a.txt", "Felt.\n{\"a\": 1}\nOak.", document.Text},
		{"a.csv", "x", fact.CSV}, {"a.TAB.xz", "x", fact.TSV}, {"a.yml", "x", fact.YAML}, {"a.tsv", record, fact.TSV},
		{"a.ris", "", fact.Form(exchange.RIS)}, {"a", "TY  - JOUR\n", fact.Form(exchange.RIS)}, {"a.csv", "TY  - JOUR\n", fact.Form(exchange.RIS)},
		{"a", "felt\nFacts (2)\n", fact.PageText}, {"a.md", "felt\nFacts (2)\n", fact.PageText}, {"a", "<div data-fact-text>", fact.PageHTML}, {"a", "<p>", document.HTML}, {"a.tex", "<p>", document.LaTeX},
		{"a", "# Felt", document.Markdown}, {"a", "Felt.", document.Text}, {"a.png", "\x89PNG\x00", fact.Auto}, {"a.pdf", "", document.PDF},
		{"a", strings.Repeat(" ", 64<<10) + record, fact.Auto},
	} {
		if got := input.FormOf(c.name, []byte(c.head)); got != c.want {
			t.Errorf("%s, %.20q: %q, want %q", c.name, c.head, got, c.want)
		}
	}
}

// TestSureForm holds which files of a folder are read.
func TestSureForm(t *testing.T) {
	for _, c := range []struct {
		name, text   string
		sure, mapped bool
	}{
		{"a.jsonl", record, true, true}, {"a.jsonl", `{"name":"felt"}`, false, true}, {"a.json", `[{"uid":1}]`, false, true}, {"a.json", "broken", true, true}, {"a.json", "", false, false}, {"a.bib.gz", "broken", true, true}, {"a", "", false, false},
		{"a.csv", "id,content\n", true, true}, {"a.csv", "id,text\n", false, true}, {"a.tsv", "id\tcontent\n", true, true},
		{"a.yaml", "- content: Felt\n", true, true}, {"a.yaml", "a: 1\n", false, true}, {"a.yaml", "  content: Felt\n", true, true}, {"a.yaml", "a: content: b\n", false, true},
		{"a.txt", "In 2019.", true, true}, {"a.txt", "In spring.", false, false}, {"a.text", "In 2019.", false, false}, {"notes", "In 2019.", false, false}, {"a.md", "Felt.", true, true}, {"a.png", "\x89PNG\x00", false, false},
		{"a.bib", entry, true, true},
	} {
		for _, mapped := range []bool{false, true} {
			opts := &input.Options{}
			want := c.sure
			if mapped {
				opts.Facts.Map, want = map[string]string{"content": "/text"}, c.mapped
			}
			if _, got := input.NewReader(opts).SureForm(c.name, strings.NewReader(c.text)); got != want {
				t.Errorf("%s, %q, mapped %t: %t", c.name, c.text, mapped, got)
			}
		}
	}
}

// TestForms holds that every form has a name of its own.
func TestForms(t *testing.T) {
	forms := input.Forms()
	if unique := slices.Compact(slices.Sorted(slices.Values(forms))); len(unique) != len(forms) {
		t.Errorf("%q has one twice", forms)
	}
	for _, form := range []fact.Form{fact.PageText, fact.Lines, fact.Bib, document.PDF, document.HTML, fact.Form(exchange.CFF)} {
		if !slices.Contains(forms, form) {
			t.Errorf("%q is none of %q", form, forms)
		}
	}
	for _, form := range fact.ForeignForms() {
		if !slices.Contains(forms, form) {
			t.Errorf("%q is none of %q", form, forms)
		}
	}
}

// wide is a text as UTF-16 without a mark.
func wide(text string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		b.WriteByte(byte(unit))
		b.WriteByte(byte(unit >> 8))
	}
	return b.String()
}

// TestWhatIsSaid holds what a reader says of a file, as a note or an error, besides what it
// reads.
func TestWhatIsSaid(t *testing.T) {
	for _, c := range []struct {
		name  string
		file  io.Reader
		opts  input.Options
		want  []string
		guess string
	}{
		{name: "a.jsonl", file: strings.NewReader(wide(record)), want: []string{"a.jsonl f1", "a.jsonl is UTF-16, and was read as such; offsets are those of its text in UTF-8"}},
		{name: "a.jsonl", file: iotest.HalfReader(strings.NewReader(wide(record))), want: []string{"a.jsonl f1", "a.jsonl is UTF-16, and was read as such; offsets are those of its text in UTF-8"}},
		{name: "a.ris", file: strings.NewReader("TY  - BOOK\nTI  - Gr\xfc\xdfe aus K\xf6ln\n"), want: []string{"a.ris grusse-aus", "a.ris is Latin-1, and was read as such; offsets are those of its text in UTF-8"}},
		{name: "a.bib", file: strings.NewReader("@book{a, author = {M\xfcller, J\xf6rg and Sm\xf8rs, B.}}\n"), want: []string{"a.bib a", "a.bib is Latin-1, and was read as such; offsets are those of its text in UTF-8"}},
		{name: "a.json", file: strings.NewReader(`{"facts":[{"content":"A.","fact_type":"claim","sources":[]}],"nodes":[]}`), want: []string{"a.json ad4f587b-cd2f-56b9-b54f-0fa297916ae7"},
			guess: `a.json was read as export, because of its member "facts"; --from jsonl or --from json reads it as records`},
		{name: "a.jsonl", file: strings.NewReader(record), want: []string{"a.jsonl f1"}},
		{name: "a.jsonl", file: strings.NewReader(`{"uid":"u","text":"A felt rim."}`), want: []string{"a.jsonl 4d56ed71-1145-5204-9161-724072a0f785", "a.jsonl: no record has content; the members are uid, text: --map content=/text"}},
		{name: "a.json", file: strings.NewReader(`{"n":1,"my results":[` + strings.Repeat(`{"uid":"u","text":"A felt rim."},`, 12) + `{"text":"x"}]}`),
			want: []string{"error: a.json: no record has content; the members are uid, text: --records '/my results' --map content=/text"}},
		{name: "a.json", file: strings.NewReader(`{"text":["Felt is quiet.","Oak."],"label":[0,1]}`),
			want: []string{`error: a.json is a table by columns (text, label), and a record is a row: write it by rows, as with python3 -c "import pandas as p; p.read_json('a.json').to_json('a.jsonl', orient='records', lines=True)"`}},
		{name: "dir/a b.json", file: strings.NewReader(`{"columns":["id","text"],"index":[0],"data":[["a","Felt is quiet."]]}`),
			want: []string{`error: dir/a b.json is a table by columns (columns, index, data), and a record is a row: write it by rows, as with python3 -c "import pandas as p; p.read_json('FILE', orient='split').to_json('FILE.jsonl', orient='records', lines=True)"`}},
		{name: "a.parquet", file: strings.NewReader("PAR1"), want: []string{`error: a.parquet is Parquet, which is not read: make text of it, as with duckdb -c "COPY (FROM 'a.parquet') TO 'a.jsonl' (FORMAT json)"`}},
		{name: "a.bib", file: strings.NewReader("@book{a, title = {" + strings.Repeat("x", 100) + "}}"), opts: input.Options{Facts: fact.Options{MaxRecord: 50}},
			want: []string{"error: no entry starts in 50 bytes of a .bib, and one may have so many: close what is open, or raise --max-record"}},
		{name: "a.bib", file: strings.NewReader("@book{a, title = {" + strings.Repeat("x", 20) + "}}\n  @book{b, title = {y}} @book{c, title={z}}"), opts: input.Options{Facts: fact.Options{MaxRecord: 50}},
			want: []string{"a.bib a b c"}},
		{name: "a.bib", file: strings.NewReader("@book{a}" + strings.Repeat(" ", 41) + "\n@book(b, year = 1) \t\r @book{c}" + strings.Repeat(" ", 20)), opts: input.Options{Facts: fact.Options{MaxRecord: 50}}, want: []string{"a.bib a b c"}},
		{name: "a.bib", file: strings.NewReader("@book{a}" + strings.Repeat(" ", 42) + "x@book{b}"), opts: input.Options{Facts: fact.Options{MaxRecord: 50}},
			want: []string{"error: no entry starts in 50 bytes of a .bib, and one may have so many: close what is open, or raise --max-record"}},
		{name: "a.jsonl", file: strings.NewReader(strings.Repeat(`{"uid":"u","text":"A felt rim."}`+"\n", 9)),
			want: append(slices.Repeat([]string{"a.jsonl 4d56ed71-1145-5204-9161-724072a0f785"}, 9), "a.jsonl: no record has content; the members are uid, text: --map content=/text")},
		{name: "a.jsonl", file: strings.NewReader(strings.Repeat(`{"uid":"u","text":"A felt rim."}`+"\n", 10)),
			want: []string{"error: a.jsonl: no record has content; the members are uid, text: --map content=/text"}},
		{name: "a.csv", file: strings.NewReader("text,uid\nA felt rim.,u\n"), want: []string{"a.csv unreadable"}},
		{name: "a.zip", file: io.MultiReader(strings.NewReader("PK\x03\x04"), iotest.ErrReader(errors.New("the disk is gone"))), want: []string{"error: a.zip: the disk is gone"}},
		{name: "a.zip", file: strings.NewReader("PK\x03\x04"), want: []string{"error: a.zip: zip: not a valid zip file"}},
		{name: "a.ris", file: io.MultiReader(strings.NewReader("TY  - BOOK\n"), iotest.ErrReader(errors.New("the disk is gone"))), want: []string{"error: the disk is gone"}},
	} {
		var notes []string
		c.opts.Note = func(format string, args ...any) { notes = append(notes, fmt.Sprintf(format, args...)) }
		r := input.NewReader(&c.opts)
		got := append(brief(r.Read(fact.Auto, c.name, c.file)), notes...)
		if diff := cmp.Diff(c.want, got); diff != "" || r.Guess() != c.guess {
			t.Errorf("%s: guessed %q (-want +got):\n%s", c.name, r.Guess(), diff)
		}
	}
}

// TestFormsOfOthersAreNotedOnce holds that a form of others that was found is named for the
// first file that has it, and not where it was asked for.
func TestFormsOfOthersAreNotedOnce(t *testing.T) {
	text := `{"id":"m1","memory":"A felt rim is quiet.","user_id":"u"}`
	for form, want := range map[fact.Form][]string{
		fact.Auto: {"a.jsonl is read as mem0, by the members of its first record; --from jsonl or --from json reads it as records"}, fact.Mem0: nil,
	} {
		var notes []string
		opts := &input.Options{Note: func(format string, args ...any) { notes = append(notes, fmt.Sprintf(format, args...)) }}
		opts.Facts.Form = form
		r := input.NewReader(opts)
		for _, name := range []string{"a.jsonl", "b.jsonl"} {
			if got := brief(r.Read(fact.Auto, name, strings.NewReader(text))); len(got) != 1 || got[0] != name+" m1" {
				t.Errorf("%q is read", got)
			}
		}
		if diff := cmp.Diff(want, notes); diff != "" {
			t.Errorf("%q (-want +got):\n%s", form, diff)
		}
	}
}

// TestPieces holds that JSON Lines come in pieces where that is asked for, and nothing else does.
func TestPieces(t *testing.T) {
	for _, c := range []struct {
		name, text string
		opts       input.Options
		want       bool
	}{
		{"a.jsonl", record, input.Options{InPieces: true}, true},
		{"a.jsonl", record, input.Options{}, false},
		{"a.json", "[" + record + "]", input.Options{InPieces: true}, false},
		{"a.jsonl", `{"r":[` + strings.TrimSpace(record) + "]}", input.Options{InPieces: true, Facts: fact.Options{Records: "/r"}}, false},
	} {
		read := 0
		for in, err := range input.NewReader(&c.opts).Read(fact.Auto, c.name, strings.NewReader(c.text)) {
			if read++; err != nil || (in.Facts != nil) != c.want {
				t.Errorf("%s: %+v, %v, want a piece: %t", c.name, in, err, c.want)
			}
		}
		if read != 1 {
			t.Errorf("%s: %d are read", c.name, read)
		}
	}
}

// TestMayBeEmpty holds which files are whole without a record.
func TestMayBeEmpty(t *testing.T) {
	for file, want := range map[[2]string]bool{
		{"a.jsonl", ""}: true, {"a.jsonl", " \n"}: true, {"a.jsonl", record}: false, {"a.json", "[]"}: false, {"a.bib", "@string{a = {b}}"}: true, {"a.bib", entry}: true, {"a.csv", "content\n"}: false,
	} {
		r := input.NewReader(nil)
		brief(r.Read(fact.Auto, file[0], strings.NewReader(file[1])))
		if got := r.MayBeEmpty(); got != want {
			t.Errorf("%q: %t", file, got)
		}
	}
}

// TestNamedFormOfPackedRows holds that a named form is read where it says that the records are,
// in whatever they come.
func TestNamedFormOfPackedRows(t *testing.T) {
	lab := &validate.RecordForm{Name: "lab", Map: map[string]string{"id": "/uid", "content": "/text"}}
	within := *lab
	within.Records = "/rows"
	opts := &input.Options{FormOf: func(name string) *validate.RecordForm {
		if strings.HasSuffix(name, ".json") {
			return &within
		}
		return lab
	}}
	for name, text := range map[string]string{"a.json": `{"rows":[{"uid":"u1","text":"A felt rim."}]}`, "b.csv": "uid,text\nu1,A felt rim.\n", "C.TSV.gz": "uid\ttext\nu1\tA felt rim.\n"} {
		if strings.HasSuffix(name, ".gz") {
			text = gzipped(t, text)
		}
		if diff := cmp.Diff([]string{name + " u1"}, brief(input.NewReader(opts).Read(fact.Auto, name, strings.NewReader(text)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
