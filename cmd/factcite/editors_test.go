package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// snippet is the first block of docs/editors.md in a language after some words.
func snippet(t *testing.T, after, language string) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/editors.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, told := strings.Cut(string(text), after)
	_, rest, found := strings.Cut(section, "```"+language+"\n")
	block, _, closed := strings.Cut(rest, "\n```")
	if !told || !found || !closed {
		t.Fatalf("docs/editors.md has no %s after %q", language, after)
	}
	return block
}

// TestHelixTakesTheSnippet has a reader of TOML read what Helix is to read: a server that
// starts us, and languages that use it.
func TestHelixTakesTheSnippet(t *testing.T) {
	if err := exec.Command("python3", "-c", "import tomllib").Run(); err != nil {
		t.Skip("no Python with tomllib (3.11): apt-get install python3: ", err)
	}
	command := exec.Command("python3", "-c", "import sys, json, tomllib; json.dump(tomllib.load(sys.stdin.buffer), sys.stdout)")
	command.Stdin = strings.NewReader(snippet(t, "## Helix", "toml"))
	text, err := command.Output()
	if err != nil {
		t.Fatalf("the snippet is no TOML: %v", err)
	}
	type language struct {
		Name    string   `json:"name"`
		Servers []string `json:"language-servers"`
		Scope   string   `json:"scope"`
		Grammar string   `json:"grammar"`
		Files   []string `json:"file-types"`
	}
	type server struct {
		Command string   `json:"command"`
		Args    []string `json:"args"`
	}
	type languages struct {
		Servers   map[string]server `json:"language-server"`
		Languages []language        `json:"language"`
	}
	var got languages
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	want := languages{
		Servers: map[string]server{"factcite": {"factcite", []string{"lsp"}}},
		Languages: []language{
			{Name: "bibtex", Servers: []string{"texlab", "factcite"}},
			{Name: "latex", Servers: []string{"texlab", "factcite"}},
			{Name: "markdown", Servers: []string{"marksman", "factcite"}},
			{"text", []string{"factcite"}, "text.plain", "", []string{"txt"}},
			{"jsonl", []string{"factcite"}, "source.jsonl", "json", []string{"jsonl", "ndjson"}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestExtensionOfVSCodeIsJavaScript has Node activate the extension with a client that
// only notes what it is made of.
func TestExtensionOfVSCodeIsJavaScript(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node on the path: apt-get install nodejs")
	}
	folder := t.TempDir()
	client := filepath.Join(folder, "node_modules", "vscode-languageclient")
	if err := os.MkdirAll(client, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		filepath.Join(folder, "extension.js"): snippet(t, "## VS Code", "js"),
		filepath.Join(client, "node.js"): `exports.LanguageClient = class {
			constructor(...made) { this.made = made; }
			start() { console.log(JSON.stringify(this.made)); }
		};`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command(node, "-e", `const context = {subscriptions: []}; require("./extension.js").activate(context); if (context.subscriptions.length !== 1) throw "not stopped";`)
	command.Dir = folder
	out, err := command.CombinedOutput()
	const want = `["factcite",{"command":"factcite","args":["lsp"]},{"documentSelector":[{"language":"bibtex"},{"language":"latex"},{"language":"markdown"},{"language":"plaintext"},{"language":"jsonl"}]}]`
	if got := strings.TrimSpace(string(out)); got != want || err != nil {
		t.Errorf("the client is made of %s (%v), want %s", got, err, want)
	}
}
