//go:build unix

package citation

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
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

// Writing 100,000 entries, read back and compared, takes less processor time than
// BibTeX takes to read them, with a style that does nothing else; with joining works
// and finding keys for them, it takes less than BibTeX with plain.bst.
func TestWritingIsFasterThanBibTeX(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	if _, err := exec.LookPath("bibtex"); err != nil {
		t.Skip("bibtex is not installed (Debian: texlive-binaries)")
	}
	bibliography := syntheticBibliography(100000)
	start := processorTime(t)
	bibliography.Works()
	keyed := processorTime(t) - start
	var text bytes.Buffer
	text.Grow(64 << 20)
	start = processorTime(t)
	if err := bibliography.Write(&text, nil); err != nil {
		t.Fatal(err)
	}
	wrote := processorTime(t) - start

	// BibTeX holds no more than 200,000 names, so it reads in parts.
	bare := "ENTRY { author title journal volume number pages year month doi x-facts } {} {}\nFUNCTION {article} { skip$ }\n"
	for name, value := range predefinedMacros() {
		bare += fmt.Sprintf("MACRO {%s} {\"%s\"}\n", name, value)
	}
	plain := readStyle(t, "plain.bst")
	var read, run time.Duration
	entries := bytes.SplitAfter(text.Bytes(), []byte("\n}\n"))
	for part := range slices.Chunk(entries, 20000) {
		part := bytes.Join(part, nil)
		read += timeBibTeX(t, bare+"READ\n", part)
		run += timeBibTeX(t, plain, part)
	}
	t.Logf("wrote 100,000 entries, %d MB, in %v after %v for the keys; BibTeX reads them in %v, and in %v with plain.bst",
		text.Len()>>20, wrote, keyed, read, run)
	if wrote > read {
		t.Errorf("writing took %v, BibTeX's reading %v", wrote, read)
	}
	if keyed+wrote > run {
		t.Errorf("keys and writing took %v, BibTeX with plain.bst %v", keyed+wrote, run)
	}
}

// readStyle returns the text of an installed style.
func readStyle(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.Command("kpsewhich", name).Output()
	if err != nil {
		t.Skipf("%s is not installed (Debian: texlive-base)", name)
	}
	text, err := os.ReadFile(strings.TrimSpace(string(path)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// timeBibTeX returns the processor time that BibTeX takes for entries with a style.
func timeBibTeX(t *testing.T, style string, text []byte) time.Duration {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{"peer.bib": string(text), "peer.bst": style,
		"peer.aux": "\\citation{*}\n\\bibstyle{peer}\n\\bibdata{peer}\n"}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command("bibtex", "-terse", "peer")
	command.Dir = dir
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("bibtex: %v\n%s", err, output)
	}
	return command.ProcessState.UserTime() + command.ProcessState.SystemTime()
}

// processorTime is what this process has used so far: on a busy machine the clock
// says little.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
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
