package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/index"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/golden"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate/input"
)

// TestHelp holds what the command says of itself, its verbs and their flags.
func TestHelp(t *testing.T) {
	var text strings.Builder
	text.Write(factcite(t, exitClean, "help"))
	for _, verb := range []string{"check", "bib", "refs", "facts", "index", "explain", "schema", "version"} {
		text.WriteString("\n$ factcite help " + verb + "\n")
		text.Write(factcite(t, exitClean, "help", verb))
	}
	golden.Compare(t, filepath.Join("testdata", "help.txt"), text.String())
}

// TestRules holds the list of rules, and what is said of one of each kind.
func TestRules(t *testing.T) {
	var text strings.Builder
	text.Write(factcite(t, exitClean, "explain"))
	for _, rule := range []string{"too-long", "contradicted-title", "cited-key-missing"} {
		text.WriteString("\n$ factcite explain " + rule + "\n")
		text.Write(factcite(t, exitClean, "explain", rule))
	}
	golden.Compare(t, filepath.Join("testdata", "explain.txt"), text.String())
}

// TestRefusals holds what is said of calls that cannot be meant.
func TestRefusals(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"a.jsonl":    `{"id": "a1", "fact_type": "claim", "content": "Felt is quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}` + "\n",
		"a.bib":      "@book{a, author = {Roe, Ana}, title = {Felt}, publisher = {Quiet Press}, year = 2019, isbn = {978-3-16-148410-0}}\n",
		"empty":      "",
		"broken.gz":  "\x1f\x8b and no more",
		"old.json":   `{"version": 0}`,
		"no.schema":  "{",
		"wrong.yaml": "rules: {missing-year: fatal}\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("FACTCITE_CONTACT", "")
	t.Setenv("XDG_CACHE_HOME", filepath.Join(t.TempDir(), "caches"))
	t.Setenv("SOURCE_DATE_EPOCH", "")
	for _, c := range []struct{ args, want string }{
		{"check", "no input: name a file, a folder, or - for standard input"},
		{"facts", "no input: name a file, a folder, or - for standard input"},
		{"check none", "stat none: no such file or directory"},
		{"check empty", "no record found in empty"},
		{"refs empty a.jsonl -q --from page", "no record found in empty, a.jsonl"},
		{"check a.jsonl --from langchian", `--from takes no "langchian"; did you mean "langchain"? It takes ` + settings.Alternatives(input.Forms())},
		{"check a.jsonl --from novel", `--from takes no "novel"; use page, html, jsonl, json, export, bundle, csv, tsv, yaml, bib, langchain, llamaindex, mem0, graphiti, graphrag, lightrag, scifact, fever, claimreview, nanopub, wikidata, huggingface, text, markdown, latex, bbl, docx, odt, pdf, eml, ris, enw, endnote, csl-json or cff`},
		{"check a.jsonl --retrieved soon", `--retrieved "soon" is no date; write it as 2026-03-12`},
		{"check a.jsonl --today soon", `--today "soon" is no date; write it as 2026-03-12`},
		{"check a.jsonl --max-depth -1", "--max-depth -1 is negative"},
		{"check a.jsonl --workers -1", "--workers -1 is negative"},
		{"check a.jsonl --max-record 1TiB", `invalid argument "1TiB" for "--max-record" flag: write a size as 16MiB, 512KiB or a number of bytes`},
		{"check a.jsonl --fail-on warnings", `--fail-on takes no "warnings"; did you mean "warning"? It takes error, warning, info or never`},
		{"check a.jsonl --fail-on sometimes", `--fail-on takes no "sometimes"; use error, warning, info or never`},
		{"check a.jsonl --format yaml", `--format takes no "yaml"; use text, json, sarif, github, junit, markdown, html or concise`},
		{"check a.jsonl --report yaml=a", `--report takes no "yaml"; use text, json, sarif, github, junit, markdown, html or concise`},
		{"check a.jsonl --report sarf=a", `--report takes no "sarf"; did you mean "sarif"? It takes text, json, sarif, github, junit, markdown, html or concise`},
		{"check a.jsonl --watch=maybe", `--watch takes no "maybe"; use true or false, or nothing for true`},
		{"check a.jsonl --workers few", `--workers takes no "few"; use a whole number`},
		{"help chek", `no verb is called "chek"; did you mean "check"?`},
		{"help completion tcsh", `factcite completion takes no "tcsh"; use bash, fish, powershell or zsh`},
		{"completion tcsh", `factcite completion takes no "tcsh"; use bash, fish, powershell or zsh`},
		{"completion zhs", `factcite completion takes no "zhs"; did you mean "zsh"? It takes bash, fish, powershell or zsh`},
		{"check a.jsonl --report json=", `--report "json="; write FORMAT=FILE, with one of text, json, sarif, github, junit, markdown, html, concise`},
		{"check a.jsonl --report json", `--report "json"; write FORMAT=FILE, with one of text, json, sarif, github, junit, markdown, html, concise`},
		{"check a.jsonl --color allways", `--color takes no "allways"; did you mean "always"? It takes auto, always or never`},
		{"check a.jsonl --color blue", `--color takes no "blue"; use auto, always or never`},
		{"check a.jsonl -o a.jsonl", "a.jsonl is to be read and to be written; write to another file"},
		{"check a.jsonl -o x --bib x", "two outputs go to x; give each its own file"},
		{"check a.jsonl -o - --report json=- --bib x", "two outputs go to standard output; give each its own file"},
		{"check a.jsonl --strict --fail-on never", "--strict is --fail-on warning, and --fail-on never is given too; use one of them"},
		{"check a.jsonl --formt json", `factcite check has no flag --formt; did you mean "--format"?`},
		{"explain missing-yaer", `no rule is called "missing-yaer"; did you mean "missing-year"?`},
		{"chekc a.jsonl", `no verb is called "chekc"; did you mean "check"?`},
		{"check a.jsonl --write-baseline x -o ./x", "two outputs go to x; give each its own file"},
		{"check a.jsonl -o none/x", "cannot write none/x: no such file or directory"},
		{"check a.jsonl -o .", "cannot write .: it is a folder"},
		{"check a.jsonl --config none", "cannot read the configuration: open none: no such file or directory"},
		{"check a.jsonl --config wrong.yaml", `wrong.yaml:1:9: rules["missing-year"] is "fatal", want one of error, warning, info, off`},
		{"check a.jsonl --baseline none", "cannot read the baseline: open none: no such file or directory; --write-baseline makes one"},
		{"check a.jsonl --baseline old.json", "old.json: the baseline has version 0, and this program reads version 1: write it anew with --write-baseline"},
		{"check a.jsonl --used-by none", "open none: no such file or directory"},
		{"check a.jsonl --schema none", "cannot read the schema: open none: no such file or directory"},
		{"check a.jsonl --index none", `the index none cannot be used: stat none: no such file or directory; build it again with "factcite index"`},
		{"check a.jsonl --online --offline", "--online fetches answers and --offline fetches none; name one of them"},
		{"bib a.jsonl --cache x", "--cache and --contact are for asking public services: add --online or --offline"},
		{"check a.jsonl --contact x@y", "--cache and --contact are for asking public services: add --online or --offline"},
		{"check a.jsonl --online", "--online needs a contact, as the services ask for a mail address at which whoever sends requests can be reached: name yours with --contact MAIL or in FACTCITE_CONTACT"},
		{"check a.jsonl --offline --cache none", "no kept answers: open none: no such file or directory; run once with --online, or name their folder with --cache DIR"},
		{"check broken.gz --from bib", "it starts as gzip and cannot be unpacked: gzip: invalid header"},
		{"bib a.jsonl --format bibtx", `--format takes no "bibtx"; did you mean "bibtex"? It takes ` + settings.Alternatives(citation.Formats())},
		{"bib a.jsonl --format word", `--format takes no "word"; use ` + settings.Alternatives(citation.Formats())},
		{"bib a.jsonl --encoding latin1", `--encoding takes no "latin1"; use ascii or utf8`},
		{"bib a.jsonl --update a.bib --format ris", "--update works on .bib files; ris has no entries to keep"},
		{"bib a.jsonl --check", "--check needs the file to compare with: --update FILE or -o FILE"},
		{"bib a.jsonl --update none", "cannot update: open none: no such file or directory"},
		{"bib a.jsonl --suggest", "--suggest shows what --fill would change; name both"},
		{"bib a.jsonl --fill", "--fill needs known works: name an index with --index, or ask public services with --online"},
		{"facts a.bib", "a.bib is a .bib, whose entries are no facts; factcite refs reads it"},
		{"refs a.jsonl --format bibtex", `--format takes no "bibtex"; use jsonl or csl-json`},
		{"index", "no index: name the folder to build with -o INDEX"},
		{"index -o x", "no dump: name a file, a folder, or - for standard input"},
		{"index -o x none", "stat none: no such file or directory"},
		{"index -o x a.bib --date soon", `--date "soon" is no date; write it as 2026-09 or 2026-09-01`},
		{"explain no-rule", `no rule is called "no-rule"; factcite explain lists them`},
		{"explain a b", `explain takes one rule, and ["a" "b"] are 2`},
		{"nonsense", `no verb is called "nonsense"; factcite help lists them`},
	} {
		var stdout, stderr bytes.Buffer
		code := run(t.Context(), strings.Fields(c.args), strings.NewReader(""), &stdout, &stderr)
		got := strings.TrimSuffix(strings.TrimPrefix(lastLine(stderr.String()), "factcite: "), "\n")
		if diff := cmp.Diff(c.want, got); code != exitCouldNotRun || stdout.Len() > 0 || diff != "" {
			t.Errorf("factcite %s: exits %d, prints %q (-want +got):\n%s", c.args, code, stdout.String(), diff)
		}
	}
	t.Setenv("SOURCE_DATE_EPOCH", "soon")
	var stderr bytes.Buffer
	if run(t.Context(), []string{"check", "a.jsonl"}, strings.NewReader(""), &bytes.Buffer{}, &stderr); stderr.String() != "factcite: SOURCE_DATE_EPOCH \"soon\" is no number of seconds\n" {
		t.Errorf("of SOURCE_DATE_EPOCH it says %q", stderr.String())
	}
}

func lastLine(text string) string {
	lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	return lines[len(lines)-1]
}

func TestIndexSummary(t *testing.T) {
	coverage := authority.Coverage{Sources: []authority.SourceCount{{Source: "dblp", Date: "2026-09", Works: 3}, {Source: "csl", Works: 1}}, Years: [2]int{2019, 2021}, Venues: 1}
	for want, r := range map[string]index.Report{
		"1 record added; dblp 2026-09: 3, csl: 1; 2019 to 2021; 1 venue":                                               {Added: 1, Coverage: coverage},
		"4 records added, 2 of them by the run before, 1 in place of older ones, 1 record could not be read; 0 venues": {Added: 4, Resumed: 2, Replaced: 1, Bad: 1},
	} {
		got := strings.ReplaceAll(indexSummary(&r), "; ; ", "; ")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{"felt\nrims": "felt\nrims", "é\x1b[1m": `é\x1b[1m`, "\u202e": `\u202e`, "it's": "it's", "\x00": `\x00`} {
		if diff := cmp.Diff(want, printable(text)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestFlagsAreRefusedFirst holds that a value that a flag does not take is refused before
// anything is read, which a note about the folder would show, and that --watch does not
// wait for another.
func TestFlagsAreRefusedFirst(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{"good.jsonl": oneFact, "LICENSE": "Felt.\n"})
	for _, args := range [][]string{
		{"check", "--format", "jsn"}, {"check", "--report", "jsn=x"}, {"check", "--from", "jsn"}, {"check", "--fail-on", "eror"},
		{"check", "--color", "alwys"}, {"check", "--schema-on", "rw"}, {"check", "--today", "soon"}, {"check", "--retrieved", "soon"},
		{"check", "--max-findings", "-1"}, {"check", "--workers", "-1"}, {"check", "--strict", "--fail-on", "info"},
		{"check", "--format", "jsn", "--watch"}, {"check", "--color", "alwys", "--watch"}, {"check", "--today", "soon", "--watch"},
		{"bib", "--format", "bibtx"}, {"bib", "--encoding", "utf9"}, {"bib", "--from", "jsn"}, {"refs", "--format", "jsn"}, {"facts", "--from", "jsn"},
	} {
		if code, out, note := call(t, "", append(args, ".")...); code != exitCouldNotRun || out != "" || strings.Contains(note, "passed over") || !strings.Contains(note, args[1]) {
			t.Errorf("%q exits %d and prints %s%s", args, code, out, note)
		}
	}
}

func TestColor(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	for flag, want := range map[string]bool{"always": true, "never": false, "auto": false} {
		if got := useColor(flag, "", &bytes.Buffer{}); got != want {
			t.Errorf("--color %s is %t", flag, got)
		}
	}
}
