package exchange_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/internal/linear"
)

// shown is the entries of a file, one a line, with the line and the column of each
// field, and what could not be read.
func shown(f *bib.File) string {
	var b strings.Builder
	for _, e := range f.Entries {
		fmt.Fprintf(&b, "%s %s %d:%d", e.Type, e.Key, e.Line, e.Column)
		for _, field := range e.Fields {
			line, column := f.Place(field.Start)
			fmt.Fprintf(&b, " | %s=%s %d:%d", field.Name, field.Value, line, column)
		}
		b.WriteByte('\n')
	}
	for _, e := range f.Errors {
		fmt.Fprintf(&b, "! %s %d:%d %s\n", e.Rule, e.Line, e.Column, e.Message)
	}
	return b.String()
}

// samples are one file of each format.
var samples = map[exchange.Format]struct{ name, text, want string }{
	exchange.RIS: {"a.ris", "TY  - JOUR\nID  - roe 1\nAU  - Roe, Ana, Jr.\nAU  - Quiet Team\nTI  - Felt & rims\n  go on\nT2  - J. Quiet\nPY  - 2019/03/04/\nSP  - 1\nEP  - 9\nSN  - 1234-5678\nER  - \n\nTY  - THES\nM3  - Master's thesis\nTI  - Oak\nPB  - University of A\nER  -\n",
		"article roe-1 1:1 | title=Felt \\& rims go on 5:7 | journal=J. Quiet 7:7 | year=2019 8:7 | month=3 8:7 | day=4 8:7 | pages=1–9 9:7 | author=Roe, Jr., Ana and {Quiet Team} 3:7\n" +
			"mastersthesis work2 14:1 | title=Oak 16:7 | school=University of A 17:7\n"},
	exchange.EndNote: {"a.enw", "%0 Book Section\n%A Roe, Ana\n%E Lind, B.\n%T Felt\n%B Rims\n%D 2010\n%@ 0-306-40615-2\n%0 Journal Article\n%T Oak\n%J J. Quiet\n",
		"incollection work1 1:1 | title=Felt 4:4 | booktitle=Rims 5:4 | year=2010 6:4 | isbn=0-306-40615-2 7:4 | author=Roe, Ana 2:4 | editor=Lind, B. 3:4\narticle work2 8:1 | title=Oak 9:4 | journal=J. Quiet 10:4\n"},
	exchange.EndNoteXML: {"a.xml", "<xml><records>\n<record><ref-type name=\"Book\">6</ref-type><contributors><authors><author><style>Roe, A.</style></author></authors></contributors>\n<titles><title><style>Felt</style></title></titles><dates><year>2010</year></dates></record></records></xml>",
		"book work1 2:1 | title=Felt 2:1 | year=2010 2:1 | author=Roe, A. 2:1\n"},
	exchange.CSLJSON: {"a.json", "[{\"id\": \"x\", \"type\": \"paper-conference\", \"title\": \"Felt\",\n \"author\": [{\"family\": \"Beek\", \"given\": \"A.\", \"non-dropping-particle\": \"van\"}, {\"literal\": \"others\"}],\n \"container-title\": \"Proc. Carts\", \"issued\": {\"date-parts\": [[2019, 3]]}, \"volume\": 3}, 5]",
		"inproceedings x 1:2 | booktitle=Proc. Carts 3:2 | year=2019 3:36 | month=3 3:36 | title=Felt 1:42 | volume=3 3:75 | author=van Beek, A. and others 2:2\n! bib-syntax 3:90 an item is an object in braces, and this is none\n"},
	exchange.CFF: {"CITATION.cff", "cff-version: 1.2.0\ntitle: Carts\nversion: 1.2\nauthors:\n- family-names: Roe\n  given-names: Ana\npreferred-citation:\n  type: article\n  title: Rolling\n  journal: J. Quiet\n  start: 1\n  end: 9\n  year: 2020\n",
		"software work1 2:8 | title=Carts 2:8 | version=1.2 2:8 | author=Roe, Ana 2:8\narticle work2 9:10 | pages=1–9 9:10 | year=2020 9:10 | title=Rolling 9:10 | journal=J. Quiet 9:10\n"},
}

func TestRead(t *testing.T) {
	for _, format := range exchange.Formats() {
		sample := samples[format]
		t.Run(string(format), func(t *testing.T) {
			if got := exchange.Detect(sample.name, []byte(sample.text)); got != format {
				t.Errorf("it is taken for %q", got)
			}
			if got := exchange.Detect("file", []byte(sample.text)); got != format {
				t.Errorf("without its name it is taken for %q", got)
			}
			if diff := cmp.Diff(sample.want, shown(exchange.Read(format, sample.name, []byte(sample.text)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The name of the proceedings stands in another field than that of the conference.
func TestRISProceedings(t *testing.T) {
	for text, want := range map[string]string{
		"TY  - CONF\nTI  - Felt\nC3  - Proc. Carts\nER  - \n":                   "Proc. Carts",
		"TY  - CPAPER\nTI  - Felt\nT2  - CARTS 12\nC3  - Proc. Carts\nER  - \n": "CARTS 12",
		"TY  - JOUR\nTI  - Felt\nC3  - 4 boxes\nER  - \n":                       "",
	} {
		got := ""
		for _, field := range exchange.Read(exchange.RIS, "a.ris", []byte(text)).Entries[0].Fields {
			if field.Name != "title" {
				got += field.Value
			}
		}
		if got != want {
			t.Errorf("%q has the venue %q, want %q", text, got, want)
		}
	}
}

func TestNoneOfTheFormats(t *testing.T) {
	for _, text := range []string{"", "Felt", "{}", `{"id":"a","content":"Felt","metadata":{"type":"book"}}`, "<html>", "@book{a, title={TY  - JOUR}}"} {
		if got := exchange.Detect("file", []byte(text)); got != "" {
			t.Errorf("%q is taken for %q", text, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for format, sample := range samples {
		f.Add(string(format), sample.text)
	}
	f.Fuzz(func(t *testing.T, format, text string) {
		file := exchange.Read(exchange.Format(format), "file", []byte(text))
		for _, e := range file.Entries {
			if e.Start < 0 || e.End > len(text) || e.Line < 1 || e.Key == "" {
				t.Errorf("an entry %q at [%d,%d), line %d, of %d bytes", e.Key, e.Start, e.End, e.Line, len(text))
			}
			for _, field := range e.Fields {
				if field.Start < 0 || field.Start > len(text) {
					t.Errorf("%s is at %d of %d bytes", field.Name, field.Start, len(text))
				}
				file.Place(field.Start)
			}
		}
	})
}

// TestLongLines holds that a value which very many lines go on with is read in linear time.
func TestLongLines(t *testing.T) {
	for format, head := range map[exchange.Format]string{exchange.RIS: "TY  - JOUR\nTI  - a\n", exchange.EndNote: "%0 Book\n%T a\n"} {
		linear.Check(t, 100_000, func(size int) func() {
			text := []byte(head + strings.Repeat("b\n", size))
			return func() { exchange.Read(format, "a", text) }
		})
	}
}
