package citation

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/output"
	"github.com/google/go-cmp/cmp"
)

// feltRims is a work with most fields, stated by fact f1.
func feltRims() *Reference {
	return &Reference{
		Type: InProceedings, Title: "Felt rims for NASA carts", Authors: []Name{{Given: "Ada", Family: "Ferrum"}, {Given: "Bo", Family: "Stahl"}},
		Container: "Proceedings of the 2023 Conference on Carts", Year: "2023", Month: 12, Pages: "104–121", DOI: "10.1234/rims", ArXiv: "2305.00001",
	}
}

func bibliographyOf(references ...*Reference) *Bibliography {
	b := new(Bibliography)
	for i, r := range references {
		b.Add(fmt.Sprintf("f%d", i+1), r)
	}
	return b
}

func updateBib(t *testing.T, text string, b *Bibliography, opts *WriteOptions) *Update {
	t.Helper()
	u, err := UpdateBib("refs.bib", []byte(text), b, opts)
	if err != nil {
		t.Fatal(err)
	}
	again, err := UpdateBib("refs.bib", u.Text, b, opts)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(u.Text), string(again.Text)); diff != "" {
		t.Errorf("a second update changes the file (-first +second):\n%s", diff)
	}
	return u
}

func TestUpdateBib(t *testing.T) {
	tests := []struct {
		name, old, want string
		opts            WriteOptions
	}{
		{
			name: "absent fields follow the last one, laid out like it",
			old: `% by hand
@inproceedings{my-key,
	title     = "Felt Rims for {NASA} Carts",
	author    = "Ferrum, Ada and Stahl, Bo",
	year      = 2023,
}
% the end
`,
			want: `% by hand
@inproceedings{my-key,
	title     = "Felt Rims for {NASA} Carts",
	author    = "Ferrum, Ada and Stahl, Bo",
	year      = 2023,
	booktitle = {Proceedings of the 2023 Conference on Carts},
	pages     = {104--121},
	month     = dec,
	doi       = {10.1234/rims},
	eprint    = {2305.00001},
	archiveprefix = {arXiv},
	x-facts   = {f1},
}
% the end
`,
		},
		{
			name: "one line, no comma after the last field",
			old:  `@inproceedings{k, doi={10.1234/RIMS}, booktitle=carts, pages={}, author={A. Ferrum and others}, title={Felt rims for NASA carts}, year={2023}, month=dec, eprint={2305.00001}}`,
			want: `@inproceedings{k, doi={10.1234/RIMS}, booktitle=carts, pages={104--121}, author={A. Ferrum and others}, title={Felt rims for NASA carts}, year={2023}, month=dec, eprint={2305.00001}, x-facts={f1}}`,
		},
		{
			name: "fields of biblatex count",
			old: `@inproceedings{k,
  title = {Felt rims}, subtitle = {for NASA carts},
  author = {Ferrum, Ada and Stahl, Bo},
  date = {2023-12}, doi = {10.1234/rims},
  eventtitle = {Carts 2023}, booktitle = {Proceedings of the Conference on Carts},
  eprint = {2305.00001}, eprinttype = {arxiv},
  pages = {104-121}
}
`,
			want: `@inproceedings{k,
  title = {Felt rims}, subtitle = {for NASA carts},
  author = {Ferrum, Ada and Stahl, Bo},
  date = {2023-12}, doi = {10.1234/rims},
  eventtitle = {Carts 2023}, booktitle = {Proceedings of the Conference on Carts},
  eprint = {2305.00001}, eprinttype = {arxiv},
  pages = {104-121}
}
`,
			opts: WriteOptions{NoProvenance: true},
		},
		{
			name: "inherited fields count, Windows line ends stay",
			old:  "@inproceedings{k,\r\n  crossref = {carts},\r\n  title = {Felt rims for NASA carts},\r\n  author = {Ferrum, Ada}\r\n}\r\n@proceedings{carts, title = {Proceedings of the 2023 Conference on Carts}, year = 2023}\r\n",
			want: "@inproceedings{k,\r\n  crossref = {carts},\r\n  title = {Felt rims for NASA carts},\r\n  author = {Ferrum, Ada},\r\n  pages = {104--121},\r\n  month = dec,\r\n  doi = {10.1234/rims},\r\n  eprint = {2305.00001},\r\n  archiveprefix = {arXiv}\r\n}\r\n@proceedings{carts, title = {Proceedings of the 2023 Conference on Carts}, year = 2023}\r\n",
			opts: WriteOptions{NoProvenance: true},
		},
		{
			name: "a preprint does not take the pages of the publication",
			old:  "@article{k,\n  title = {Felt rims for NASA carts},\n  author = {Ada Ferrum},\n  journal = {arXiv preprint arXiv:2305.00001},\n  year = {2023}\n}\n",
			want: "@article{k,\n  title = {Felt rims for NASA carts},\n  author = {Ada Ferrum},\n  journal = {arXiv preprint arXiv:2305.00001},\n  year = {2023},\n  month = dec,\n  doi = {10.1234/rims}\n}\n",
			opts: WriteOptions{NoProvenance: true},
		},
		{
			name: "a new work goes to the end, its key made unlike those there",
			old:  "@misc{FERRUM2023felt, title = {Another thing}, author = {Cy Aurum}}",
			want: `@misc{FERRUM2023felt, title = {Another thing}, author = {Cy Aurum}}

@inproceedings{ferrum2023felta,
  author = {Ferrum, Ada and Stahl, Bo},
  title = {Felt rims for {NASA} carts},
  booktitle = {Proceedings of the 2023 Conference on Carts},
  pages = {104--121},
  year = {2023},
  month = dec,
  doi = {10.1234/rims},
  eprint = {2305.00001},
  archiveprefix = {arXiv},
  x-facts = {f1}
}
`,
		},
		{
			name: "facts are added to x-facts, and lead to an entry whose title was edited",
			old:  "@misc{k,\n  title = {Quite another title},\n  x-facts = {f0 f1}\n}\n@misc{l, doi = {10.1234/rims}, x-facts = \"f9\"}\n",
			want: "@misc{k,\n  title = {Quite another title},\n  x-facts = {f0 f1}\n}\n@misc{l, doi = {10.1234/rims}, x-facts = \"f9 f1\", author = {Ferrum, Ada and Stahl, Bo}, title = {Felt rims for {NASA} carts}, pages = {104--121}, howpublished = {Proceedings of the 2023 Conference on Carts}, year = {2023}, month = dec, eprint = {2305.00001}, archiveprefix = {arXiv}}\n",
		},
		{
			name: "an entry with a syntax error is left alone",
			old:  "@misc{k, title = {Felt rims for NASA carts} author = {Ada Ferrum}, doi = {x}}\n",
			want: "@misc{k, title = {Felt rims for NASA carts} author = {Ada Ferrum}, doi = {x}}\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			u := updateBib(t, test.old, bibliographyOf(feltRims()), &test.opts)
			if diff := cmp.Diff(test.want, string(u.Text)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestUpdateBibReportsDisagreements(t *testing.T) {
	old := "@inproceedings{k,\n  title = {Felt rims for NASA carts},\n  author = {Ada Ferrum and Cy Aurum},\n  year = {2022},\n  pages = {1--9},\n  booktitle = {Proceedings of the 2023 Conference on Carts},\n  doi = {10.9999/other},\n  eprint = {2305.00001}\n}\n"
	u := updateBib(t, old, bibliographyOf(feltRims()), &WriteOptions{NoProvenance: true})
	var got []string
	for _, d := range u.Disagreements {
		got = append(got, d.String())
	}
	want := []string{
		`refs.bib:3:12: entry "k" keeps author "Ada Ferrum; Cy Aurum", but fact "f1" states "Ada Ferrum; Bo Stahl"`,
		`refs.bib:4:10: entry "k" keeps year "2022", but fact "f1" states "2023"`,
		`refs.bib:5:11: entry "k" keeps pages "1–9", but fact "f1" states "104–121"`,
		`refs.bib:7:9: entry "k" keeps doi "10.9999/other", but fact "f1" states "10.1234/rims"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if bytes.Contains(u.Text, []byte("month")) {
		t.Errorf("the month of a year that the entry does not have was filled in:\n%s", u.Text)
	}
}

// TestUpdateBibAddsTheDayOfTheMonth holds that a day is added to no other month than its own.
func TestUpdateBibAddsTheDayOfTheMonth(t *testing.T) {
	work := feltRims()
	work.Type, work.Container, work.Pages, work.DOI, work.ArXiv, work.Day = Misc, "", "", "", "", "7"
	for month, wantsDay := range map[string]bool{"": true, "  month = dec,\n": true, "  month = nov,\n": false} {
		text := "@misc{rims,\n  title = {Felt rims for NASA carts},\n  author = {Ferrum, Ada and Stahl, Bo},\n  year = 2023,\n" + month + "}\n"
		u := updateBib(t, text, bibliographyOf(work), nil)
		if got := strings.Contains(string(u.Text), "day = "); got != wantsDay {
			t.Errorf("a day is added: %v, want %v:\n%s", got, wantsDay, u.Text)
		}
	}
}

func TestUpdateBibIntoNothing(t *testing.T) {
	b := bibliographyOf(feltRims(), &Reference{Type: Misc, Authors: []Name{{Family: "Aurum"}}}, &Reference{Type: Article, Title: "Editorial"})
	u := updateBib(t, "", b, &WriteOptions{NoProvenance: true})
	var written bytes.Buffer
	if err := b.Write(&written, &WriteOptions{NoProvenance: true}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.TrimSuffix(written.String(), "\n"), string(u.Text)); diff != "" {
		t.Errorf("(-written +updated):\n%s", diff)
	}
	if len(u.Added) != 3 || len(u.Filled) != 0 {
		t.Errorf("added %q, filled %q", u.Added, u.Filled)
	}
}

func TestUpdateBibRefusesOtherForms(t *testing.T) {
	if _, err := UpdateBib("refs.bib", nil, new(Bibliography), &WriteOptions{Format: RIS}); err == nil {
		t.Error("an update as ris was not refused")
	}
}

func TestUpdateDiff(t *testing.T) {
	u := updateBib(t, "@misc{k,\n  doi = {10.1234/rims}\n}\n", bibliographyOf(&Reference{Type: Misc, Title: "Rims", DOI: "10.1234/rims"}), &WriteOptions{NoProvenance: true})
	want := "diff refs.bib refs.bib\n--- refs.bib\n+++ refs.bib\n@@ -1,3 +1,4 @@\n @misc{k,\n-  doi = {10.1234/rims}\n+  doi = {10.1234/rims},\n+  title = {Rims}\n }\n"
	if diff := cmp.Diff(want, u.Diff("refs.bib")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	unchanged := updateBib(t, string(u.Text), bibliographyOf(), nil)
	if got := unchanged.Diff("refs.bib"); got != "" {
		t.Errorf("a diff without a change: %s", got)
	}
}

// Over many hand-edited files an update only inserts: what was there is there, in
// order, and BibTeX reads every old value as before.
func TestUpdateBibKeepsHandEditedFiles(t *testing.T) {
	filled, added := 0, 0
	defer func() {
		if filled < 200 || added < 200 {
			t.Errorf("only %d entries filled and %d added: the files do not show much", filled, added)
		}
	}()
	for seed := range uint64(200) {
		old, b, opts := handEditedFile(seed)
		u := updateBib(t, old, b, opts)
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, old)
		}
		filled, added = filled+len(u.Filled), added+len(u.Added)
		checkOnlyAdded(t, old, string(u.Text))
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, u.Diff("refs.bib"))
		}
	}
}

// checkOnlyAdded reports whether an update put text only where it may.
func checkOnlyAdded(t *testing.T, old, updated string) {
	t.Helper()
	before, after := bib.Read("", []byte(old)), bib.Read("", []byte(updated))
	if len(after.Entries) < len(before.Entries) || len(after.Errors) != len(before.Errors) {
		t.Fatalf("%d entries and %d errors became %d and %d", len(before.Entries), len(before.Errors), len(after.Entries), len(after.Errors))
	}
	// The text outside entries is the same byte for byte, up to the new end.
	end, newEnd := 0, 0
	for i := range before.Entries {
		a, b := &before.Entries[i], &after.Entries[i]
		if old[end:a.Start] != updated[newEnd:b.Start] {
			t.Errorf("before %s: %q became %q", a.Key, old[end:a.Start], updated[newEnd:b.Start])
		}
		end, newEnd = a.End, b.End
		checkEntryKept(t, old[a.Start:a.End], updated[b.Start:b.End], a, b)
	}
	if rest := old[end:]; !strings.HasPrefix(updated[newEnd:], rest) {
		t.Errorf("the end %q became %q", rest, updated[newEnd:])
	}
}

func checkEntryKept(t *testing.T, old, updated string, a, b *bib.Entry) {
	t.Helper()
	if a.Key != b.Key || a.Type != b.Type || len(b.Fields) < len(a.Fields) {
		t.Errorf("@%s{%s with %d fields became @%s{%s with %d", a.Type, a.Key, len(a.Fields), b.Type, b.Key, len(b.Fields))
		return
	}
	oldAt, newAt := 0, 0
	for i := range a.Fields {
		f, g := &a.Fields[i], &b.Fields[i]
		if old[oldAt:f.Start-a.Start] != updated[newAt:g.Start-b.Start] {
			t.Errorf("%s: %q became %q", a.Key, old[oldAt:f.Start-a.Start], updated[newAt:g.Start-b.Start])
		}
		if f.Raw != g.Raw && f.Value != "" && !strings.HasPrefix(f.Name, "x-") {
			t.Errorf("%s.%s: %s became %s", a.Key, f.Name, f.Raw, g.Raw)
		}
		oldAt, newAt = f.End()-a.Start, g.End()-b.Start
	}
	if !strings.HasSuffix(updated[newAt:], old[oldAt:]) {
		t.Errorf("%s: the end %q became %q", a.Key, old[oldAt:], updated[newAt:])
	}
}

// handEditedFile makes a .bib as people keep them, in the manner of one hand,
// and a bibliography that has some of its works and others.
func handEditedFile(seed uint64) (text string, b *Bibliography, opts *WriteOptions) {
	random := rand.New(rand.NewPCG(seed, 1))
	pick := func(options ...string) string { return options[random.IntN(len(options))] }
	newline := pick("\n", "\n", "\r\n")
	indent := pick("  ", "\t", "    ", " ")
	equals := pick(" = ", "=", "  =  ", " =\t")
	aligned := random.IntN(3) == 0
	commaFirst := random.IntN(6) == 0
	oneLine := random.IntN(6) == 0
	trailing := pick("", ",", " ,")
	b = new(Bibliography)
	opts = &WriteOptions{NoProvenance: random.IntN(2) == 0, UTF8: random.IntN(2) == 0}
	if random.IntN(4) == 0 {
		opts.Format = BibLaTeX
	}
	var out strings.Builder
	out.WriteString(pick("", "% kept by hand"+newline, "\ufeff", "@preamble{ \"\\newcommand{\\x}{}\" }"+newline))
	out.WriteString("@string{acm = \"ACM Press\"}" + newline + "@String(carts = {Journal of Carts})" + newline)
	for n := range 2 + random.IntN(8) {
		r := randomWork(random, n)
		if random.IntN(4) > 0 {
			b.Add(fmt.Sprintf("fact-%d", n), r)
		}
		if random.IntN(3) == 0 {
			continue
		}
		var fields []string
		add := func(name, value string) {
			if random.IntN(4) == 0 {
				return
			}
			switch random.IntN(8) {
			case 0:
				value = pick("{}", `""`, "{ }")
			case 1:
				name = strings.ToUpper(name)
			}
			if aligned {
				name = fmt.Sprintf("%-12s", name)
			}
			fields = append(fields, name+equals+value)
		}
		wrote := output.BibTeXEntry(&output.Entry{Reference: r}, output.Options{UTF8: true, NoProvenance: true})
		for _, name := range output.OrderedFields(wrote) {
			value := wrote.Fields[name].RawString()
			if strings.HasPrefix(value, "{") && random.IntN(3) == 0 && !strings.Contains(value, `"`) {
				value = `"` + strings.TrimSuffix(strings.TrimPrefix(value, "{"), "}") + `"`
			}
			if name == "year" && random.IntN(2) == 0 {
				value = strings.Trim(value, `{}"`)
			}
			add(name, value)
		}
		add("publisher", "acm # { and Sons}")
		add("journaltitle", "carts")
		add("date", "{2021-05}")
		add("keywords", "{a; b,  c}")
		add("x-facts", "{fact-"+pick("0", "1", "77")+"}")
		random.Shuffle(len(fields), func(i, j int) { fields[i], fields[j] = fields[j], fields[i] })
		between := "," + newline + indent
		if commaFirst {
			between = newline + indent + ", "
		}
		if oneLine {
			between = pick(", ", ",")
		}
		open, closing := "{", "}"
		if random.IntN(8) == 0 {
			open, closing = "(", ")"
		}
		fmt.Fprintf(&out, "@%s%s%s", pick("article", "InProceedings", "misc", "BOOK", "online", "report"), open, pick("Key", "key:", "k.")+fmt.Sprint(n))
		for _, f := range fields {
			out.WriteString(between + f)
		}
		out.WriteString(trailing + pick("", newline, newline+newline) + closing)
		out.WriteString(pick("", newline, newline+newline, newline+"% a remark, with {braces"+newline, " "+newline+"@comment{kept}"+newline))
	}
	return out.String(), b, opts
}

// randomWork returns one of a family of works that are alike in part.
func randomWork(random *rand.Rand, n int) *Reference {
	r := &Reference{
		Type:    []EntryType{Article, InProceedings, Book, Misc, TechReport}[random.IntN(5)],
		Title:   fmt.Sprintf("The %s behaviour of rim number %d under Gödel's load", []string{"dynamic", "static"}[random.IntN(2)], n),
		Authors: []Name{{Given: "Ada", Family: "Ferrum"}, {Family: fmt.Sprintf("Stähl%d", n)}},
		Year:    fmt.Sprint(2015 + n),
		DOI:     fmt.Sprintf("10.1234/rim.%d", n),
	}
	if random.IntN(5) == 0 {
		r.Title = ""
	}
	if random.IntN(4) == 0 {
		r.Authors = nil
	}
	if random.IntN(2) == 0 {
		r.Container, r.Volume, r.Number, r.Pages = "Journal of Carts & Wheels", "12", "3", "1–20"
	}
	if random.IntN(3) == 0 {
		r.DOI, r.Month, r.URL = "", 5, "https://example.org/rims_a"
	}
	if random.IntN(3) == 0 {
		r.ArXiv, r.Year = fmt.Sprintf("2001.%05d", n), ""
		r.Derived = map[string]Derived{"year": {Value: "2020", From: "the arXiv ID"}}
	}
	return r
}

func FuzzUpdateBib(f *testing.F) {
	for seed := range uint64(20) {
		text, _, _ := handEditedFile(seed)
		f.Add([]byte(text))
	}
	text, err := os.ReadFile("bib/testdata/bib/broken/recovery.bib")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Fuzz(func(t *testing.T, text []byte) {
		b := bibliographyOf(feltRims(), &Reference{Type: Misc, Authors: []Name{{Family: "Aurum"}}}, &Reference{Type: Article, Title: "Editorial"})
		u, err := UpdateBib("refs.bib", text, b, nil)
		if err != nil {
			return
		}
		again, err := UpdateBib("refs.bib", u.Text, b, nil)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(u.Text, again.Text) {
			t.Fatalf("a second update changes the file:\n%s", again.Diff("refs.bib"))
		}
	})
}
