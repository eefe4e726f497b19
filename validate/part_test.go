package validate_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/validate"
)

// document is an input of a run: a file.
type document struct {
	name, text string
	form       fact.Form
	format     exchange.Format
}

// read reads documents as one process does.
func read(documents []document) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		var database *bib.File
		for _, d := range documents {
			if marks := validate.InlineIgnores(d.name, []byte(d.text)); len(marks) > 0 && !yield(validate.Input{Ignores: marks}, nil) {
				return
			}
			switch {
			case d.format != "":
				if !yield(validate.Input{Bib: exchange.Read(d.format, d.name, []byte(d.text))}, nil) {
					return
				}
				continue
			case d.form == fact.Bib:
				database = bib.ReadAfter(database, d.name, []byte(d.text))
				if !yield(validate.Input{Bib: database}, nil) {
					return
				}
				continue
			}
			for input, err := range validate.Facts(fact.Read(strings.NewReader(d.text), d.name, &fact.Options{Form: d.form})) {
				if !yield(input, err) {
					return
				}
			}
		}
	}
}

// someDocuments have facts that are stated twice, ids that are used again, citations of
// works that other documents name, texts of sources, pages, and bibliographies that need
// each other.
func someDocuments(t testing.TB) []document {
	page, err := os.ReadFile("../testdata/pages/synthetic-data.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(invented(400, 5), "\n")
	list := []document{
		{name: "macros.bib", form: fact.Bib, text: "@string{jrr = \"Journal of Reading Rooms\"}\n@proceedings{quiet, title = {Proceedings of Quiet Carts}, year = 2019}\n"},
		{name: "refs.bib", form: fact.Bib, text: "@article{roe, author = {Roe, Ana}, title = {Felt rims and quiet carts}, journal = jrr, year = 2019, pages = {11--19}}\n" +
			"@inproceedings{lim, crossref = {quiet}, author = {Lim, Bo}, title = {Iron tyres}}\n@article{broken, title = {Cut"},
		{name: "more.bib", form: fact.Bib, text: "@article{roe, author = {Roe, Ana}, title = {Felt rims and quiet carts}, journal = jrr, year = 2020}\n"},
		{name: "latin1.bib", form: fact.Bib, text: "@article{muller, author = {M\xfcller, J\xf6rg}, title = {R\xe4der aus Filz}, journal = jrr, year = 2001}\n"},
		{name: "mixed.bib", form: fact.Bib, text: "@article{mixed, author = {M\xfcller, Jörg}, title = {\x81\xff and ä}, journal = jrr, year = 2001}\n"},
		{name: "marked.bib", form: fact.Bib, text: "% factcite-ignore missing-year: as printed\n@article{marked, title = {Rails of oak}, journal = jrr}\n\n% factcite-ignore missing-year: of no use\n"},
		{name: "refs.ris", format: exchange.RIS, text: "TY  - JOUR\nAU  - Falk, Ida\nTI  - Wells of Harby\nJO  - Journal of Wells\nPY  - 1988\nER  - \nTY  - JOUR\n"},
		{name: "page.txt", form: fact.PageText, text: string(page)},
		{name: "again.txt", form: fact.PageText, text: string(page)},
		{name: "own.jsonl", form: fact.Lines, text: strings.Join([]string{
			record("a1", "reference", withAuthor), record("a2", "reference", withVenue), record("a1", "claim", "Iron rims are loud."),
			record("a3", "claim", "Felt rims are quiet (Roe, 2019), and iron ones are not (Okoro et al., 2021)."), record("a4", "claim", "It is quiet, as Lim (2019) and Roe (2019) say."),
			record("", "claim", "Felt is quiet."), record("", "claim", "Felt  is quiet."), "{broken\n", record("a5", "claim", ""),
			recordOf("w1", "claim", "The well of Harby is 51 metres deep.", withText("well", well)) + "\n",
			recordOf("w2", "quote", "“the church shall not pay for the well any longer”", withText("well", well)) + "\n",
		}, "")},
		{name: "later.jsonl", form: fact.Lines, text: strings.Join([]string{
			record("a2", "reference", withVenue), record("b1", "reference", withVenue), record("a3", "claim", "Nobody says so."),
			record("b2", "claim", "Okoro et al. (2021) say so."), record("b3", "reference", "Ada Okoro, Bo Lim and Ida Falk wrote the paper 'Loud iron' (2021)."),
			recordOf("w3", "claim", "The council of Harby voted nine to four.", withText("council", other)) + "\n",
			recordOf("w1", "claim", "The well of Harby is 51 metres deep.", withText("well", well)) + "\n",
		}, "")},
	}
	for i := 0; i < len(lines); i += 60 {
		list = append(list, document{name: fmt.Sprintf("%d.jsonl", i), form: fact.Lines, text: strings.Join(lines[i:min(i+70, len(lines))], "")})
	}
	return list
}

// seen is all that a user sees of a run.
func seen(t testing.TB, res *validate.Result, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	var out bytes.Buffer
	encode := json.NewEncoder(&out)
	for _, v := range []any{res.Summary, res.Completeness(), res.Verification, res.Today} {
		encode.Encode(v)
	}
	for f, err := range res.Findings() {
		if err != nil {
			t.Fatal(err)
		}
		encode.Encode(f)
	}
	for c, err := range res.Checked() {
		if err != nil {
			t.Fatal(err)
		}
		encode.Encode(c)
	}
	for g, err := range res.Grounded() {
		if err != nil {
			t.Fatal(err)
		}
		encode.Encode(g)
	}
	if err := res.Bibliography.Write(&out, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// partsOf writes a part of each piece.
func partsOf(t testing.TB, c *validate.Checker, pieces [][]document) [][]byte {
	t.Helper()
	var parts [][]byte
	for _, piece := range pieces {
		var part bytes.Buffer
		if err := c.WritePart(t.Context(), &part, read(piece)); err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part.Bytes())
	}
	return parts
}

func reading(parts [][]byte) iter.Seq2[*validate.Part, error] {
	return func(yield func(*validate.Part, error) bool) {
		for i, part := range parts {
			if !yield(validate.ReadPart(fmt.Sprintf("part %d", i), bytes.NewReader(part))) {
				return
			}
		}
	}
}

// cut cuts documents into pieces at random, some of them empty.
func cut(random *rand.Rand, documents []document) [][]document {
	ends := []int{len(documents)}
	for range random.IntN(5) {
		ends = append(ends, random.IntN(len(documents)+1))
	}
	slices.Sort(ends)
	var pieces [][]document
	start := 0
	for _, end := range ends {
		pieces = append(pieces, documents[start:end])
		start = end
	}
	return pieces
}

// named are texts of sources by their address.
type named map[string]string

func (n named) Find(source *fact.Source) string {
	if _, ok := n[source.URI]; ok {
		return source.URI
	}
	return ""
}

func (n named) Read(_ context.Context, name string) (*ground.Document, error) {
	return &ground.Document{Reading: ground.Reading{Text: n[name]}, Path: name}, nil
}

// TestMergedPartsAreOneRun holds that a run that is cut into parts anywhere ends as one
// that is not.
func TestMergedPartsAreOneRun(t *testing.T) {
	config, err := validate.ReadConfig(".factcite.yaml", []byte(`rules:
  missing-pages: off
  source-no-uri: error
ignore:
  - rule: missing-author
    fact: a2
    reason: nobody knows
  - source: https://carts.example.org/a3
    reason: it is a joke
`))
	if err != nil {
		t.Fatal(err)
	}
	documents := someDocuments(t)
	known := &played{works: map[string]authority.Answer{
		"Felt rims and quiet carts": {Verdict: authority.Contradicted, Differences: []authority.Difference{{Field: "year", Stated: "2019", Known: "2018", Origin: authority.Origin{Source: "dblp"}}}},
		"Iron tyres":                {Verdict: authority.NotFound},
	}, cited: []*authority.Work{knownWork(citation.Reference{Title: "Loud iron and felt", Authors: []citation.Name{{Family: "Okoro"}}, Year: "2021"})}}
	random := rand.New(rand.NewPCG(1, 2))
	for name, opts := range map[string]struct{ making, merging validate.Options }{
		"plain":           {},
		"all types, kept": {validate.Options{AllTypes: true}, validate.Options{KeepChecked: true, KeepGrounded: true}},
		"configured":      {validate.Options{Config: config}, validate.Options{Spill: 9}},
		"texts":           {validate.Options{Texts: named{"https://carts.example.org/a1": well}}, validate.Options{Texts: named{"https://carts.example.org/a1": well}, KeepGrounded: true}},
		"merged with":     {validate.Options{}, validate.Options{Authority: known, Cited: bib.CitedKeys("a.tex", []byte(`\cite{roe,nobody}`))}},
	} {
		t.Run(name, func(t *testing.T) {
			opts.making.Today = today
			whole := opts.merging
			whole.AllTypes, whole.Config, whole.Today, whole.Texts = opts.making.AllTypes, opts.making.Config, today, opts.making.Texts
			res, err := validate.Check(t.Context(), read(documents), &whole)
			want := seen(t, res, err)
			if len(want) < 50_000 {
				t.Fatalf("the run shows only %d bytes", len(want))
			}
			rounds := 6
			if testing.Short() {
				rounds = 2
			}
			for round := range rounds {
				opts.making.Workers, opts.merging.Workers = 1+round%3, 1+round%2
				pieces := cut(random, documents)
				parts := partsOf(t, validate.NewChecker(&opts.making), pieces)
				opts.merging.PartBytes = int64(round%3) * int64(len(slices.Concat(parts...))) / 2 // not read twice, with many hashes alike, with few
				res, err := validate.Merge(t.Context(), reading(parts), &opts.merging)
				if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(seen(t, res, err), "\n")); diff != "" {
					t.Fatalf("%d parts (-one run +merged):\n%s", len(parts), diff)
				}
			}
		})
	}
}

// TestPartsAreTheSameEveryTime holds that a part has no seed of a process in it.
func TestPartsAreTheSameEveryTime(t *testing.T) {
	documents := [][]document{someDocuments(t)}
	first := partsOf(t, validate.NewChecker(&validate.Options{Today: today, Workers: 1}), documents)
	again := partsOf(t, validate.NewChecker(&validate.Options{Today: today, Workers: 3}), documents)
	if !bytes.Equal(first[0], again[0]) {
		t.Error("two parts of the same documents differ")
	}
}

// TestFindingsHoldNoBlockOfAPart holds that what a merged run keeps takes memory of its own,
// and not that of the blocks of records which it was read from.
func TestFindingsHoldNoBlockOfAPart(t *testing.T) {
	const records, length = 100, 80_000
	var documents []document
	for i := range records {
		content := strings.Repeat(fmt.Sprintf("cart %d ", i), length/8)
		documents = append(documents, document{name: fmt.Sprintf("%d.jsonl", i), form: fact.Lines,
			text: fmt.Sprintf(`{"id":"a%d","fact_type":"claim","content":%q,"sources":[{"title":"Carts"}]}`, i, content)})
	}
	parts := partsOf(t, validate.NewChecker(&validate.Options{Today: today}), [][]document{documents})
	before := alive()
	res, err := validate.Merge(t.Context(), reading(parts), &validate.Options{MaxFindings: 10})
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	if kept := alive() - before; kept > records*length/4 {
		t.Errorf("%d bytes are kept of %d", kept, records*length)
	}
	if f := res.Summary.Findings; f.Error+f.Warning+f.Info < records {
		t.Errorf("only %+v findings", f)
	}
}

// alive is how many bytes are in use.
func alive() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

func TestPartsThatCannotBeMerged(t *testing.T) {
	documents := someDocuments(t)[:7]
	checker := func(opts validate.Options) *validate.Checker {
		if opts.Today.IsZero() {
			opts.Today = today
		}
		return validate.NewChecker(&opts)
	}
	part := partsOf(t, checker(validate.Options{}), [][]document{documents})[0]
	var head struct{ Program string }
	if line, _, _ := bytes.Cut(part, []byte("\n")); json.Unmarshal(line, &head) != nil {
		t.Fatalf("the head is no JSON: %s", line)
	}
	with := func(opts validate.Options) []byte { return partsOf(t, checker(opts), [][]document{documents})[0] }
	config, _ := validate.ReadConfig("other.yaml", []byte("rules:\n  missing-pages: off\n"))
	changed := func(old, with string) []byte { return bytes.Replace(part, []byte(old), []byte(with), 1) }
	flipped := bytes.Clone(part)
	flipped[len(flipped)/2] ^= 4
	for _, c := range []struct {
		name  string
		parts [][]byte
		want  string
	}{
		{"none", nil, "there is no part to merge"},
		{"no part", [][]byte{[]byte("{}\n")}, "part 0 is no part of a run"},
		{"empty", [][]byte{part, {}}, "part 1 is no part of a run"},
		{"another form", [][]byte{changed(`{"factcite_part":2`, `{"factcite_part":7`)}, "part 0 has version 7 of the form of parts, and this program reads version 2: make all parts with one program"},
		{"another program", [][]byte{changed(`"program":"`+head.Program, `"program":"v0.0.9`)}, "part 0 was made by version v0.0.9 of factcite, and this is version " + head.Program + ": make all parts with one program"},
		{"another day", [][]byte{part, with(validate.Options{Today: today.AddDate(0, 0, 1)})}, "part 0 and part 1 were not made alike: the date of --today (" + today.Format("2006-01-02") + ", " + today.AddDate(0, 0, 1).Format("2006-01-02") + ") differ"},
		{"other options", [][]byte{part, with(validate.Options{AllTypes: true, Config: config})}, "part 0 and part 1 were not made alike: the configuration, --all-types differ"},
		{"texts", [][]byte{with(validate.Options{Texts: named{}})}, "part 0 was made with --texts, or is merged with it, and not both"},
		{"cut", [][]byte{part[:len(part)-9]}, "the part part 0 is damaged (it ends early): make it anew"},
		{"changed", [][]byte{flipped}, "the part part 0 is damaged (a checksum does not fit): make it anew"},
		{"another head", [][]byte{changed(`"all_types":false`, `"all_types":true`)}, "the part part 0 is damaged (its end does not fit its beginning): make it anew"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, options := range []*validate.Options{nil, {PartBytes: 10_000}} {
				res, err := validate.Merge(t.Context(), reading(c.parts), options)
				if err == nil {
					res.Close()
				}
				if err == nil || err.Error() != c.want {
					t.Errorf("the error is %v, want %s", err, c.want)
				}
			}
		})
	}
}

func TestWritingAPartFails(t *testing.T) {
	broken := errors.New("the stream broke")
	stream := func(yield func(validate.Input, error) bool) { yield(validate.Input{}, broken) }
	if err := validate.NewChecker(nil).WritePart(t.Context(), io.Discard, stream); !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := validate.NewChecker(nil).WritePart(ctx, io.Discard, read(someDocuments(t))); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

// FuzzReadPart holds that no bytes make merging fail otherwise than with an error.
func FuzzReadPart(f *testing.F) {
	checker := validate.NewChecker(&validate.Options{Today: today})
	part := partsOf(f, checker, [][]document{someDocuments(f)[:7]})[0]
	f.Add(part)
	line, _, _ := bytes.Cut(part, []byte("\n"))
	f.Add(append(line, "\nr\x01\x00\x00\x00\x00\x00"...))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, options := range []*validate.Options{nil, {PartBytes: int64(len(text))}} {
			res, err := validate.Merge(t.Context(), reading([][]byte{text}), options)
			if err == nil {
				res.Close()
			}
		}
	})
}

func BenchmarkMerge(b *testing.B) {
	text := invented(20_000, 1)
	parts := partsOf(b, validate.NewChecker(&validate.Options{Today: today}), [][]document{{{name: "facts.jsonl", form: fact.Lines, text: text}}})
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		res, err := validate.Merge(b.Context(), reading(parts), nil)
		if err != nil {
			b.Fatal(err)
		}
		res.Close()
	}
}
