package citation

import (
	"os/exec"
	"testing"
	"time"
)

// A file of 20,000 entries is read in turns by BibTeX, with a style that lets it
// read and do nothing else, and by the scanner and ReadBib, four times each. The
// bounds are half of what idle cores show, so that a busy machine does not fail them.
func TestReadingIsFasterThanBibTeX(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	if _, err := exec.LookPath("bibtex"); err != nil {
		t.Skip("bibtex is not installed (Debian: texlive-binaries)")
	}
	text := benchmarkText()
	bare := "ENTRY { author editor title booktitle publisher year url doi } {} {}\nFUNCTION {inproceedings} { skip$ }\nREAD\n"
	const rounds, reads = 10, 4
	var all, fastest [3]time.Duration // BibTeX's, the scanner's, ReadBib's
	for round := range rounds {
		took := [3]time.Duration{timeBibTeX(t, bare, text)}
		start := processorTime(t)
		for range reads {
			s := bibScanner{text: text, openings: newBibOpenings()}
			for more := true; more; {
				_, more = s.next()
			}
		}
		took[1] = (processorTime(t) - start) / reads
		start = processorTime(t)
		for range reads {
			lettersOf(ReadBib("", text))
		}
		took[2] = (processorTime(t) - start) / reads
		for i := range took {
			all[i] += took[i] / rounds
			if round == 0 || took[i] < fastest[i] {
				fastest[i] = took[i]
			}
		}
	}
	for name, took := range map[string][3]time.Duration{"mean": all, "best": fastest} {
		speed := func(i int) float64 { return float64(len(text)) / took[i].Seconds() / 1e6 }
		t.Logf("%s of %d rounds: BibTeX reads %.0f MB/s, the scanner %.0f (%.1f times as fast), ReadBib %.0f (%.1f times)",
			name, rounds, speed(0), speed(1), speed(1)/speed(0), speed(2), speed(2)/speed(0))
	}
	if all[1]*12 > all[0] {
		t.Errorf("scanning took %v, BibTeX's reading %v", all[1], all[0])
	}
	if all[2]*4 > all[0] {
		t.Errorf("reading took %v, BibTeX's %v", all[2], all[0])
	}
}
