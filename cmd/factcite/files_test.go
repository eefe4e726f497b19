package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// write writes files, and the folders that they are in, below the working folder.
func write(t *testing.T, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// call runs the command with an input, and returns what it printed.
func call(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, note bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &out, &note)
	return code, out.String(), note.String()
}

const oneFact = `{"id":"a1","fact_type":"claim","content":"Felt is quiet.","sources":[{"uri":"https://carts.example.org/a"}]}` + "\n"

func TestFilesOfAFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{
		"facts/b/two.jsonl":             strings.Replace(oneFact, "a1", "b2", 1),
		"facts/b/noextension":           strings.Replace(oneFact, "a1", "b1", 1),
		"facts/a.ndjson":                oneFact,
		"facts/.hidden.jsonl":           strings.Replace(oneFact, "a1", "hidden", 1),
		"facts/.git/facts.jsonl":        strings.Replace(oneFact, "a1", "git", 1),
		"facts/notes1.txt":              "Buy felt.\n",
		"facts/notes2.txt":              "Buy felt.\n",
		"facts/notes3.txt":              "Buy felt.\n",
		"facts/notes4.txt":              "Buy felt.\n",
		".work/facts/in-a-hidden.jsonl": strings.Replace(oneFact, "a1", "c1", 1),
	})
	for _, c := range []struct {
		args      string
		ids, note string
	}{
		{"facts facts", "a1 b1 b2", "factcite: passed over 4 of the files of facts, which hold no form of facts: facts/notes1.txt, facts/notes2.txt, facts/notes3.txt\n"},
		{"facts facts/b", "b1 b2", ""},
		{"facts facts/b/two.jsonl facts/a.ndjson ./facts/b/../b/two.jsonl", "b2 a1", ""},
		{"facts -q facts", "a1 b1 b2", ""},
		{"facts .work", "c1", ""},
		{"facts facts/.hidden.jsonl", "hidden", ""},
	} {
		code, out, note := call(t, "", strings.Fields(c.args)...)
		var ids []string
		for line := range strings.Lines(out) {
			ids = append(ids, strings.Split(line, `"`)[3])
		}
		if diff := cmp.Diff([]string{c.ids, c.note}, []string{strings.Join(ids, " "), note}); diff != "" || code != exitClean {
			t.Errorf("factcite %s exits %d (-want +got):\n%s", c.args, code, diff)
		}
	}
}

func TestFormsOfStandardInput(t *testing.T) {
	const entry = "@book{a, author = {Roe, Ana}, title = {Felt}, publisher = {Quiet Press}, year = 2019}\n"
	for _, c := range []struct {
		args, stdin, want string
		code              int
	}{
		{"facts -q -", oneFact, `"id":"a1"`, exitClean},
		{"facts -q --from jsonl -", "\n" + oneFact, `"id":"a1"`, exitClean},
		{"bib -q -", entry, "title = {Felt}", exitClean},
		{"bib -q --from bib -", "Felt " + entry, "title = {Felt}", exitClean},
		{"check -q -", "Buy felt.\n", "", exitClean},
		{"facts -q -", "Buy felt.\n", `"content":"Buy felt."`, exitClean},
		{"check -q --from jsonl -", "Buy felt.\n", "<stdin>:1:1: error: ", exitFindings},
		{"check -q --from bib -", "Buy felt.\n", "", exitCouldNotRun},
	} {
		code, out, note := call(t, c.stdin, strings.Fields(c.args)...)
		if code != c.code || !strings.Contains(out, c.want) {
			t.Errorf("factcite %s exits %d, want %d, and prints %q, not %q (%s)", c.args, code, c.code, out, c.want, note)
		}
	}
}

func TestOutputsKeepTheirMode(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{"a.jsonl": oneFact, "old": "old"})
	if err := os.Chmod("old", 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{"old": 0o600, "new": 0o644} {
		factcite(t, exitClean, "facts", "-o", name, "a.jsonl")
		info, err := os.Stat(name)
		if err != nil || info.Mode() != want {
			t.Errorf("the mode of %s is %v, want %v (%v)", name, info.Mode(), want, err)
		}
		if text, _ := os.ReadFile(name); string(text) != oneFact {
			t.Errorf("%s holds %q", name, text)
		}
	}
	factcite(t, exitClean, "facts", "-o", os.DevNull, "a.jsonl")
	if left, _ := filepath.Glob(".*"); len(left) > 0 {
		t.Errorf("%v are left", left)
	}
}

func TestDumpsOfFolders(t *testing.T) {
	t.Chdir(t.TempDir())
	entry := func(key string) string {
		return "@book{" + key + ", author = {Roe, Ana}, title = {Felt of " + key + "}, year = 2019}\n"
	}
	write(t, map[string]string{
		".dumps/a.bib": entry("a"), ".dumps/deep/b.bib": entry("b"), ".dumps/.hidden.bib": entry("c"), ".dumps/.git/d.bib": entry("d"),
		".dumps/n1": "felt", ".dumps/n2": "felt", ".dumps/n3": "felt", ".dumps/n4": "felt", "none/n": "felt", "more/e.bib": entry("e"),
		"facts.jsonl": `{"id":"a1","fact_type":"reference","content":"The book 'Felt of a' was published in 2019.","sources":[{"uri":"https://carts.example.org/a"}]}` + "\n",
	})
	const passed = "factcite: passed over 4 of the files of .dumps, which hold no records of a known form: .dumps/n1, .dumps/n2, .dumps/n3\n"
	for _, c := range []struct {
		args, want string
		code       int
	}{
		{"index .dumps -o x.index", passed + "2 records added; bib: 2; 2019 to 2019; 0 venues\n", exitClean},
		{"index more/e.bib -o y.index --date 2026-09", "1 record added; bib 2026-09: 1; 2019 to 2019; 0 venues\n", exitClean},
		{"index none none -o z.index", strings.Repeat("factcite: passed over 1 of the files of none, which hold no records of a known form: none/n\n", 2) + "factcite: no dump in none, none\n", exitCouldNotRun},
	} {
		code, _, note := call(t, "", strings.Fields(c.args)...)
		if diff := cmp.Diff(c.want, note); diff != "" || code != c.code {
			t.Errorf("factcite %s exits %d (-want +got):\n%s", c.args, code, diff)
		}
	}
	_, _, note := call(t, "", "check", "--fail-on", "never", "--today", "2026-06-01", "--index", "x.index", "--index", "y.index", "facts.jsonl")
	const want = "compared with the index x.index, y.index of 2026-09 (3 works: bib: 2; 2019 to 2019; 0 venues; bib 2026-09: 1; 2019 to 2019; 0 venues): "
	if !strings.Contains(note, want) {
		t.Errorf("two indexes are described as %q", note)
	}
	code, out, _ := call(t, "", "bib", "-q", "--fill", "--suggest", "--index", "x.index", "facts.jsonl")
	if code != exitClean || !strings.HasPrefix(out, "diff refs.bib refs.bib\n--- refs.bib\n+++ refs.bib\n") {
		t.Errorf("a suggestion exits %d and prints %q", code, out)
	}
}

func TestWorksAsCSL(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{"a.bib": "@book{a, author = {Roe, Ana}, title = {Felt & more}, publisher = {Quiet Press}, year = 2019}\n"})
	const want = `[
  {
    "id": "a",
    "type": "book",
    "title": "Felt & more",
    "author": [
      {
        "family": "Roe",
        "given": "Ana"
      }
    ],
    "publisher": "Quiet Press",
    "issued": {
      "date-parts": [
        [
          2019
        ]
      ]
    }
  }
]
`
	if diff := cmp.Diff(want, string(factcite(t, exitClean, "refs", "--format", "csl-json", "a.bib"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLazyFile(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{"a": "felt"})
	file := &lazyFile{path: "a"}
	text, err := io.ReadAll(file)
	if string(text) != "felt" || err != nil {
		t.Errorf("it reads %q, %v", text, err)
	}
	if n, err := file.Read(make([]byte, 1)); n != 0 || err != io.EOF {
		t.Errorf("after its end it reads %d bytes, %v", n, err)
	}
	if _, err := (&lazyFile{path: "none"}).Read(make([]byte, 1)); err == nil {
		t.Error("a file that is not there is read")
	}
}

func TestVersion(t *testing.T) {
	if got := string(factcite(t, exitClean, "version")); got != "factcite devel\n" {
		t.Errorf("the version is %q", got)
	}
}

func TestNoCacheFolder(t *testing.T) {
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "home", "LocalAppData"} {
		t.Setenv(name, "")
	}
	t.Chdir(t.TempDir())
	write(t, map[string]string{"a.jsonl": oneFact})
	_, _, note := call(t, "", "check", "--offline", "a.jsonl")
	if !strings.HasPrefix(note, "factcite: no folder to keep answers in: ") || !strings.HasSuffix(note, "; name one with --cache DIR\n") {
		t.Errorf("it says %q", note)
	}
}

// A pipe, which can be read only once, is read as a file is.
func TestPipes(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	path := fmt.Sprintf("/dev/fd/%d", r.Fd())
	if _, err := os.Stat(path); err != nil {
		t.Skipf("pipes have no names here: %v", err)
	}
	w.WriteString(oneFact)
	w.Close()
	if diff := cmp.Diff(oneFact, string(factcite(t, exitClean, "facts", path))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A configuration is looked for above the path, up to the root of the repository.
func TestConfigurationsAbove(t *testing.T) {
	t.Chdir(t.TempDir())
	const off = "rules: {dangling-subject: off}\n"
	they := strings.Replace(oneFact, "Felt is quiet.", "They are quiet.", 1)
	write(t, map[string]string{
		"own/.factcite.yaml": off, "own/a.jsonl": they,
		"above/.factcite.yaml": off, "above/b/c/a.jsonl": they,
		"repository/.factcite.yaml": off, "repository/b/.git/HEAD": "", "repository/b/c/a.jsonl": they,
		"root/.git/HEAD": "", "root/.factcite.yaml": off, "root/b/a.jsonl": they,
	})
	for path, want := range map[string]int{
		"own/a.jsonl": exitClean, "own": exitClean, "above/b/c/a.jsonl": exitClean, "above/b": exitClean, "root/b": exitClean,
		"repository/b/c": exitFindings, "repository/b": exitFindings,
	} {
		if code, out, note := call(t, "", "check", "--strict", path); code != want {
			t.Errorf("%s exits %d, want %d: %s%s", path, code, want, out, note)
		}
	}
}

func TestDumpOfStandardInput(t *testing.T) {
	t.Chdir(t.TempDir())
	code, _, note := call(t, "@book{a, author = {Roe, Ana}, title = {Felt}, year = 2019}\n", "index", "-", "-o", "x.index")
	if diff := cmp.Diff("1 record added; bib: 1; 2019 to 2019; 0 venues\n", note); diff != "" || code != exitClean {
		t.Errorf("it exits %d (-want +got):\n%s", code, diff)
	}
}

// Of an archive the files are read whose form is sure, as of a folder.
func TestArchives(t *testing.T) {
	t.Chdir(t.TempDir())
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for name, text := range map[string]string{
		"facts/a.jsonl": oneFact, "notes.md": "Felt is *quiet*.\n", "package.json": `{"name":"carts"}`,
	} {
		file, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(file, text)
	}
	w.Close()
	write(t, map[string]string{"all.zip": packed.String()})
	code, out, note := call(t, "", "facts", "all.zip")
	if code != exitClean || strings.Count(out, `"content"`) != 2 || !strings.Contains(note, "passed over 1 of the files of all.zip, which hold no form of facts: all.zip/package.json") {
		t.Errorf("it exits %d, prints %s and says %s", code, out, note)
	}
	if _, out, _ := call(t, packed.String(), "facts", "-"); strings.Count(out, `"content"`) != 2 {
		t.Errorf("of standard input it prints %s", out)
	}
	if _, out, _ := call(t, "", "check", "all.zip"); strings.Contains(out, "error") {
		t.Errorf("check prints %s", out)
	}
}

// Records and texts in UTF-16 are read, which is said once.
func TestUTF16(t *testing.T) {
	t.Chdir(t.TempDir())
	utf16 := func(text string) string {
		packed := "\xff\xfe"
		for _, r := range text {
			packed += string([]byte{byte(r), byte(r >> 8)})
		}
		return packed
	}
	write(t, map[string]string{"a.jsonl": utf16(oneFact + oneFact), "notes.md": utf16("Felt is quiet. Oak too.\n"), "latin.txt": "M\xfcller is quiet.\n"})
	for name, want := range map[string]string{"a.jsonl": "UTF-16", "notes.md": "UTF-16", "latin.txt": "Latin-1"} {
		code, out, note := call(t, "", "facts", name)
		if code != exitClean || !strings.Contains(out, "is quiet.") || strings.Count(note, want) != 1 {
			t.Errorf("%s exits %d, prints %q and says %q", name, code, out, note)
		}
	}
	if _, out, _ := call(t, utf16(oneFact), "facts", "-"); out != oneFact {
		t.Errorf("of standard input it prints %q", out)
	}
}
