package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRefusedFiles holds what verbs say, in one line, of files and folders that they cannot
// use, and that they write nothing then.
func TestRefusedFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	files := map[string]string{
		"facts.jsonl": `{"id":"f1","fact_type":"reference","content":"Ana Roe wrote 'Felt Rims' in 2012.","sources":[{"domain":"example.org"}]}` + "\n",
		"notes":       "felt\n", "own.bib": "@misc{mine, title = {Felt}}\n", "refs.bib.gz": "",
		"empty/.keep": "", "a/x/.keep": "", "b/x/.keep": "",
	}
	write(t, files)
	for _, test := range []struct{ command, want string }{
		// Texts of sources.
		{`ground facts.jsonl`, `no text of a source is at hand; name some with --texts`},
		{`ground --texts nowhere facts.jsonl`, `--texts: stat nowhere: no such file or directory`},
		{`ground --texts empty facts.jsonl`, `--texts: there is no text in empty`},
		{`check --partial part --texts nowhere facts.jsonl`, `--texts: stat nowhere: no such file or directory`},

		// Parts of a run.
		{`merge empty`, `empty holds no part of a run, which factcite check --partial empty writes`},
		{`check --partial notes/part facts.jsonl`, `cannot write the part: mkdir notes: not a directory`},
		{`check --partial part --format json facts.jsonl`, `--format is for factcite merge: a run with --partial reports nothing`},

		// Dumps, indexes and folders.
		{`index empty -o k.index`, `no dump in empty`},
		{`mcp --index none a/x`, `the index none cannot be used: stat none: no such file or directory; build it again with "factcite index"`},
		{`mcp a/x b/x`, `two folders are called x; name one that both are in`},
		{`mcp --http nowhere`, `--http "nowhere" is no address to listen on: address nowhere: missing port in address; write it as 127.0.0.1:8080`},

		// Files that are to be written or mended.
		{`check --fix -`, `--fix mends files in place, and standard input is none; name the .bib file`},
		{`check --fix refs.bib.gz`, `--fix does not mend "refs.bib.gz", which is packed; unpack it and name "refs.bib"`},
		{`check --history notes facts.jsonl`, `notes: line 1 of the history is no run: invalid character 'e' in literal false (expecting 'a')`},
		{`check -o notes/x facts.jsonl`, `cannot write notes/x: not a directory`},
		{`facts -o notes/x facts.jsonl`, `cannot write notes/x: not a directory`},
		{`refs -o notes/x facts.jsonl`, `cannot write notes/x: not a directory`},
		{`bib -o notes/x facts.jsonl`, `cannot write notes/x: not a directory`},
		{`bib -o notes facts.jsonl`, `notes is no bibliography that factcite wrote: name another file, or overwrite it with --force`},
		{`bib -o own.bib facts.jsonl`, `own.bib holds "mine", which has no x-facts, so that factcite did not write it or wrote it with --no-provenance: add to it with bib --update own.bib, or overwrite it with --force`},
	} {
		code, stdout, stderr := call(t, "", strings.Fields(test.command)...)
		if diff := cmp.Diff("factcite: "+test.want+"\n", stderr); diff != "" || code != 2 || stdout != "" {
			t.Errorf("factcite %s: %d, %q (-want +got):\n%s", test.command, code, stdout, diff)
		}
	}
	for name, text := range files {
		if now, err := os.ReadFile(name); err != nil || string(now) != text {
			t.Errorf("%s is %q, %v", name, now, err)
		}
	}
	for _, name := range []string{"part", "k.index"} {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s is written", name)
		}
	}
}
