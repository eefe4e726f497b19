package citation

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
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

// Writing 100,000 entries, read back and compared, takes less time than BibTeX
// takes to read them: the ratio is taken in one run on one machine.
func TestWritingIsFasterThanBibTeXReads(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	if _, err := exec.LookPath("bibtex"); err != nil {
		t.Skip("bibtex is not installed (Debian: texlive-binaries)")
	}
	bibliography := syntheticBibliography(100000)
	dir := t.TempDir()
	file, err := os.Create(filepath.Join(dir, "peer.bib"))
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if err := bibliography.Write(file, nil); err != nil {
		t.Fatal(err)
	}
	wrote := time.Since(start)
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	style := "ENTRY { title } {} {}\nFUNCTION {default.type} { skip$ }\n"
	for name, value := range predefinedMacros() {
		style += fmt.Sprintf("MACRO {%s} {\"%s\"}\n", name, value)
	}
	for name, text := range map[string]string{"peer.bst": style + "READ\n", "peer.aux": "\\citation{*}\n\\bibstyle{peer}\n\\bibdata{peer}\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command("bibtex", "-terse", "peer")
	command.Dir = dir
	command.Env = append(os.Environ(), "max_entries=200000", "hash_size=4000000", "pool_size=100000000")
	start = time.Now()
	output, err := command.CombinedOutput()
	read := time.Since(start)
	if err != nil {
		t.Fatalf("bibtex: %v\n%s", err, output)
	}
	t.Logf("wrote 100,000 entries in %v, BibTeX read them in %v: %.2f of its time", wrote, read, wrote.Seconds()/read.Seconds())
	if wrote > read {
		t.Errorf("writing took %v, BibTeX read in %v", wrote, read)
	}
}

// A title that very many works share does not make Add slow.
func TestAddIsLinearOnHostileInput(t *testing.T) {
	const n = 20000
	tests := map[string]func(i int) Reference{
		"one title, other authors": func(i int) Reference {
			return Reference{Type: Article, Title: "Introduction to the matter of the town", Authors: []Name{{Family: fmt.Sprint("author", i)}}}
		},
		"one title, no authors, other years": func(i int) Reference {
			return Reference{Type: Article, Title: "Introduction to the matter of the town", Year: fmt.Sprint(1000 + 3*(i%2900))}
		},
		"one author and year": func(i int) Reference {
			return Reference{Type: Article, Title: fmt.Sprint("Title ", i), Authors: []Name{{Family: "Li"}}, Year: "2020"}
		},
		"one DOI, other titles": func(i int) Reference {
			return Reference{Type: Article, Title: fmt.Sprint("Title ", i), DOI: "10.5555/1", Year: "2020"}
		},
	}
	for name, reference := range tests {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			b := new(Bibliography)
			for i := range n {
				r := reference(i)
				b.Add(fmt.Sprint(i), &r)
			}
			if err := b.Write(io.Discard, nil); err != nil {
				t.Fatal(err)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%d references took %v", n, took)
			} else {
				t.Logf("%d references took %v", n, took)
			}
		})
	}
}
