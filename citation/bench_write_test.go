package citation

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/internal/outside"
)

// syntheticReferences yields references to n works of our own making, every
// tenth of them stated a second time with less detail.
func syntheticReferences(n int) []Reference {
	subjects := []string{"rims", "ropes", "kites", "bells", "looms", "kilns", "ferns", "owls", "drains", "hinges", "maps"}
	verbs := []string{"quiet", "measured", "Bavarian", "NASA-tested", "self-folding", "coloured", "α-stable", "naïve"}
	families := []string{"Okafor", "Özgür", "Li", "Novák", "Smith", "Østergaard", "Sato", "Haas", "Abara", "Reyes", "Kim", "Łuk", "Vos"}
	var references []Reference
	for i := range n {
		r := Reference{
			Type:      Article,
			Title:     fmt.Sprintf("On %s %s in district %d: measurements & models", verbs[i%len(verbs)], subjects[i%len(subjects)], i),
			Authors:   []Name{{Family: families[i%len(families)], Given: "A. B."}, {Family: families[(i/7)%len(families)], Given: "Clara"}},
			Container: "Journal of Provincial Engineering", Year: fmt.Sprint(1950 + i%75), Volume: fmt.Sprint(i % 90),
			Number: fmt.Sprint(i % 12), Pages: fmt.Sprintf("%d–%d", i%900, i%900+12), Month: i%12 + 1,
			DOI: fmt.Sprintf("10.5555/jpe.%d", i),
		}
		references = append(references, r)
		if i%10 == 0 {
			r.Authors, r.EtAl, r.DOI, r.Pages = r.Authors[:1], true, "", ""
			references = append(references, r)
		}
	}
	return references
}

func syntheticBibliography(n int) *Bibliography {
	b := new(Bibliography)
	references := syntheticReferences(n)
	for i := range references {
		b.Add(fmt.Sprintf("%08x-0000-4000-8000-000000000000", i), &references[i])
	}
	return b
}

func BenchmarkAdd(b *testing.B) {
	references := syntheticReferences(10000)
	b.ReportAllocs()
	for b.Loop() {
		bibliography := new(Bibliography)
		for i := range references {
			bibliography.Add("fact", &references[i])
		}
	}
	b.ReportMetric(float64(b.N*len(references))/b.Elapsed().Seconds(), "references/s")
}

func BenchmarkWrite(b *testing.B) {
	bibliography := syntheticBibliography(10000)
	bibliography.Works()
	for _, format := range []Format{BibTeX, BibLaTeX, CSLJSON, RIS} {
		b.Run(string(format), func(b *testing.B) {
			var size bytes.Buffer
			for b.Loop() {
				size.Reset()
				if err := bibliography.Write(&size, &WriteOptions{Format: format}); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(size.Len()))
		})
	}
}

// BibTeX reads what BenchmarkWrite writes, with a style that does nothing else, and
// with plain.bst.
func BenchmarkBibTeXReadsWhatWeWrite(b *testing.B) {
	outside.Need(b, "bibtex", "plain.bst")
	bare := "ENTRY { author title journal volume number pages year month doi x-facts } {} {}\nFUNCTION {article} { skip$ }\n"
	for name, value := range bib.PredefinedMacros() {
		bare += fmt.Sprintf("MACRO {%s} {\"%s\"}\n", name, value)
	}
	var text bytes.Buffer
	if err := syntheticBibliography(10000).Write(&text, nil); err != nil {
		b.Fatal(err)
	}
	b.Run("bare", func(b *testing.B) { outside.BenchmarkBibTeX(b, bare+"READ\n", text.Bytes()) })
	b.Run("plain", func(b *testing.B) { outside.BenchmarkBibTeX(b, installedStyle(b, "plain.bst"), text.Bytes()) })
}

// installedStyle returns the text of a style of TeX's.
func installedStyle(b *testing.B, name string) string {
	path, err := outside.Command(".", "kpsewhich", name).Output()
	if err != nil {
		b.Fatal(err)
	}
	text, err := os.ReadFile(strings.TrimSpace(string(path)))
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}
