package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A field is a member of Reference and a row of the table, and nothing else: with
// these two lines more, the command reads it and writes it in every format.
func TestAFieldIsOneRow(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command anew")
	}
	dir := t.TempDir()
	build := exec.Command("go", "build", "-o", filepath.Join(dir, "factcite"), "-overlay", overlay(t, dir, map[string][2]string{
		"../../citation/ref/extraction.go": {"\tSpans ", "\tShelfmark string `json:\"shelfmark,omitempty\"`\n\tSpans "},
		"../../citation/ref/table.go": {"\tName: FieldTitle, Kind: TitleText,", `	Name: "shelfmark", Group: GroupNumbers,
		text: func(r *Reference) *string { return &r.Shelfmark }, Bib: []string{"shelfmark", "callnumber"}, Order: 15,
		BibTeX: Form{Name: "shelfmark"}, BibLaTeX: Form{Name: "shelfmark", Note: "Shelfmark %", In: map[string]string{"misc": ""}},
		CSL: Form{Name: "call-number"}, RIS: Form{Name: "CN"},
	},
	{
		Name: FieldTitle, Kind: TitleText,`},
	}), ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	run := func(args ...string) string {
		out, err := exec.Command(filepath.Join(dir, "factcite"), args...).Output()
		if err != nil {
			t.Fatalf("%v: %v", args, err)
		}
		return string(out)
	}
	library := filepath.Join(dir, "library.bib")
	const entries = "@book{roe, author={Roe, Ana}, title={Felt Rims}, callnumber={Q \\& 7}, address={Norrby}, year=2019}\n@misc{lim, title={Carts}, shelfmark={Z 9}, address={Norrby}, year=2018}\n"
	if err := os.WriteFile(library, []byte(entries), 0o600); err != nil {
		t.Fatal(err)
	}
	for format, want := range map[string][]string{
		"bibtex":   {`  callnumber = {Q \& 7},`, `  shelfmark = {Z 9},`},
		"biblatex": {`  shelfmark = {Q \& 7},`, `  note = {Shelfmark Z 9},`},
		"csl-json": {`"call-number":"Q \u0026 7"`, `"call-number":"Z 9"`},
		"ris":      {"CN  - Q & 7\r\n", "CN  - Z 9\r\n"},
	} {
		written := run("bib", "--format", format, library)
		for _, line := range want {
			if !strings.Contains(written, line) {
				t.Errorf("%s lacks %q:\n%s", format, line, written)
			}
		}
		if format != "bibtex" && format != "biblatex" {
			continue
		}
		again := filepath.Join(dir, format+".bib")
		if err := os.WriteFile(again, []byte(written), 0o600); err != nil {
			t.Fatal(err)
		}
		if read := run("refs", again); !strings.Contains(read, `"shelfmark":"Q \u0026 7"`) && !strings.Contains(read, `"shelfmark":"Q & 7"`) {
			t.Errorf("read back from %s:\n%s", format, read)
		}
	}
	if read := run("refs", library); !strings.Contains(read, `"shelfmark":"Z 9"`) {
		t.Errorf("extraction records lack the field:\n%s", read)
	}
}

// overlay writes files of the tree in which a text is replaced, and returns the
// file that says so to go build.
func overlay(t *testing.T, dir string, changes map[string][2]string) string {
	replaced := map[string]string{}
	for name, change := range changes {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(string(content), change[0]) != 1 {
			t.Fatalf("%s has not one %q", name, change[0])
		}
		original, err := filepath.Abs(name)
		if err != nil {
			t.Fatal(err)
		}
		changed := filepath.Join(dir, filepath.Base(name))
		if err := os.WriteFile(changed, []byte(strings.Replace(string(content), change[0], change[1], 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		replaced[original] = changed
	}
	text, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
