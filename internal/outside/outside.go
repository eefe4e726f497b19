// Package outside is for tests that run programs of others, such as BibTeX or
// pandoc: it finds out whether they work on this machine. It knows nothing of
// what the tests ask of them.
package outside

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A trial is a small job of a program. A program that is on the path may still
// not work: those of TeX are packaged apart from the files that they need.
type trial struct {
	arguments     []string
	files         map[string]string
	debianPackage string
}

var trials = map[string]trial{
	"bibtex": {
		arguments: []string{"-terse", "a"},
		files: map[string]string{
			"a.aux": "\\citation{*}\n\\bibstyle{a}\n\\bibdata{a}\n",
			"a.bst": "ENTRY {} {} {}\nFUNCTION {misc} { skip$ }\nREAD\n",
			"a.bib": "@misc{a, title = {A}}\n",
		},
		debianPackage: "texlive-binaries",
	},
	"biber": {
		arguments:     []string{"--tool", "a.bib"},
		files:         map[string]string{"a.bib": "@misc{a, title = {A}}\n"},
		debianPackage: "biber",
	},
	"pandoc": {
		arguments:     []string{"-f", "bibtex", "-t", "csljson", "a.bib"},
		files:         map[string]string{"a.bib": "@misc{a, title = {A}}\n"},
		debianPackage: "pandoc",
	},
	"pdflatex": {
		arguments: []string{"-interaction=nonstopmode", "-halt-on-error", "a.tex"},
		files: map[string]string{
			"a.tex": "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{textcomp}\n\\begin{document}\na\n\\end{document}\n",
		},
		debianPackage: "texlive-latex-base",
	},
	"ris2xml": {
		arguments:     []string{"a.ris"},
		files:         map[string]string{"a.ris": "TY  - GEN\nTI  - A\nER  - \n"},
		debianPackage: "bibutils",
	},
}

// texFiles names the Debian package of each file of TeX's that a test may need.
var texFiles = map[string]string{
	"plain.bst":    "texlive-base",
	"biblatex.sty": "texlive-bibtex-extra",
	"etoolbox.sty": "texlive-latex-recommended",
}

// Need skips the test, saying what is missing, unless each of the named programs
// does a small job and each of the named files of TeX is found. With -short no
// program of others is run.
func Need(t testing.TB, names ...string) {
	t.Helper()
	if testing.Short() {
		t.Skipf("%s: not run with -short", strings.Join(names, ", "))
	}
	for _, name := range names {
		if err := try(t, name); err != nil {
			t.Skip(err)
		}
	}
}

func try(t testing.TB, name string) error {
	if debianPackage, ok := texFiles[name]; ok {
		if err := Command(".", "kpsewhich", name).Run(); err != nil {
			return fmt.Errorf("TeX does not find %s (Debian: %s)", name, debianPackage)
		}
		return nil
	}
	trial, ok := trials[name]
	if !ok {
		t.Fatalf("nothing is known of %s", name)
	}
	if _, err := exec.LookPath(name); err != nil {
		return fmt.Errorf("%s is not installed (Debian: %s)", name, trial.debianPackage)
	}
	dir := t.TempDir()
	for file, text := range trial.files {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if output, err := Command(dir, name, trial.arguments...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s does not work here (Debian: %s): %w: %s", name, trial.debianPackage, err, lastLine(output))
	}
	return nil
}

func lastLine(output []byte) string {
	lines := strings.Split(strings.TrimSpace(string(output)), "\n")
	return lines[len(lines)-1]
}

// Command returns a command that runs in a folder. TeX's programs look for files
// in that folder first, and BibTeX has room for the names of a large .bib: without
// their configuration, which is packaged apart, they would not.
func Command(dir, name string, arguments ...string) *exec.Cmd {
	command := exec.Command(name, arguments...)
	command.Dir = dir
	command.Env = append(os.Environ(), "max_strings_bibtex=200000")
	for _, variable := range []string{"BSTINPUTS", "BIBINPUTS", "TEXINPUTS"} {
		command.Env = append(command.Env, variable+"=.:"+os.Getenv(variable))
	}
	return command
}

// Run runs a program on a file and returns what it prints, or what it wrote to a
// file named "out", and what it says.
func Run(t testing.TB, name string, text []byte, command ...string) (output, messages string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
		t.Fatal(err)
	}
	run := Command(dir, command[0], command[1:]...)
	var stdout, stderr bytes.Buffer
	run.Stdout, run.Stderr = &stdout, &stderr
	if err := run.Run(); err != nil {
		t.Fatalf("%s: %v\n%s%s", strings.Join(command, " "), err, stdout.String(), stderr.String())
	}
	if made, err := os.ReadFile(filepath.Join(dir, "out")); err == nil {
		return string(made), stdout.String() + stderr.String()
	}
	return stdout.String(), stderr.String()
}

// BenchmarkBibTeX has BibTeX run a style on all entries of a text.
func BenchmarkBibTeX(b *testing.B, style string, text []byte) {
	dir := b.TempDir()
	files := map[string]string{"peer.bib": string(text), "peer.bst": style,
		"peer.aux": "\\citation{*}\n\\bibstyle{peer}\n\\bibdata{peer}\n"}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if output, err := Command(dir, "bibtex", "-terse", "peer").CombinedOutput(); err != nil {
			b.Fatalf("bibtex: %v\n%s", err, output)
		}
	}
}
