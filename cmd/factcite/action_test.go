package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
)

// actionStep is a step of the action.
type actionStep struct {
	Name, Run string
	Env       map[string]string
}

// step returns the step of the action that has that name.
func step(t *testing.T, name string) actionStep {
	t.Helper()
	text, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var action struct {
		Runs struct {
			Steps []actionStep
		}
	}
	if err := yaml.Unmarshal(text, &action); err != nil {
		t.Fatal(err)
	}
	for _, step := range action.Runs.Steps {
		if step.Name == name {
			return step
		}
	}
	t.Fatalf("the action has no step %q", name)
	return actionStep{}
}

// TestAction runs the step that checks as a runner does, with a program in place of
// factcite that shows its arguments.
func TestAction(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is missing")
	}
	script := step(t, "Check").Run
	folder := t.TempDir()
	write := func(name, text string, mode os.FileMode) {
		t.Helper()
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"facts/a.jsonl", "facts/b.jsonl", "facts/deep/er/c.jsonl", "my facts/d.jsonl"} {
		write(name, "{}\n", 0o644)
	}
	write("bin/factcite", `#!/bin/sh
printf '%s\n' "$@"
echo "$STDERR" >&2
exit "$CODE"
`, 0o755)

	for name, c := range map[string]struct {
		env       []string
		want      []string // arguments after --fail-on's
		code      int
		annotated string
	}{
		"a folder":                {env: []string{"PATHS=facts"}, want: []string{"facts"}},
		"lines and blanks":        {env: []string{"PATHS=  facts/a.jsonl \t\n\n my facts/d.jsonl  \n"}, want: []string{"facts/a.jsonl", "my facts/d.jsonl"}},
		"a glob":                  {env: []string{"PATHS=facts/*.jsonl"}, want: []string{"facts/a.jsonl", "facts/b.jsonl"}},
		"a glob with a blank":     {env: []string{"PATHS=my facts/*.jsonl"}, want: []string{"my facts/d.jsonl"}},
		"a deep glob":             {env: []string{"PATHS=facts/**/c.jsonl"}, want: []string{"facts/deep/er/c.jsonl"}},
		"a glob without a match":  {env: []string{"PATHS=none/*.jsonl"}, want: []string{"none/*.jsonl"}},
		"no command in a path":    {env: []string{"PATHS=$(touch stolen);`touch stolen`"}, want: []string{"$(touch stolen);`touch stolen`"}},
		"reports":                 {env: []string{"PATHS=facts", "SARIF=o.sarif", "HTML=o.html", "BIB=o.bib", "GITHUB_STEP_SUMMARY=s.md"}, want: []string{"--report", "markdown=s.md", "--report", "sarif=o.sarif", "--report", "html=o.html", "--bib", "o.bib", "facts"}},
		"findings":                {env: []string{"PATHS=facts", "CODE=1"}, want: []string{"facts"}, code: 1},
		"a run that could not be": {env: []string{"PATHS=facts", "CODE=2", "STDERR=factcite: no record found in 100%, facts"}, want: []string{"facts"}, code: 2, annotated: "::error title=factcite could not run::no record found in 100%25, facts"},
	} {
		t.Run(name, func(t *testing.T) {
			command := exec.Command(bash, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script)
			var out bytes.Buffer
			command.Dir, command.Stdout = folder, &out
			command.Env = append([]string{"PATH=" + filepath.Join(folder, "bin") + ":" + os.Getenv("PATH"), "FAIL_ON=error", "CODE=0", "STDERR=",
				"BIB=", "SARIF=", "HTML=", "GITHUB_STEP_SUMMARY="}, c.env...)
			err := command.Run()
			if code := command.ProcessState.ExitCode(); code != c.code {
				t.Errorf("the step exits %d, want %d (%v)", code, c.code, err)
			}
			want := append([]string{"check", "--format", "github", "--fail-on", "error"}, c.want...)
			if c.annotated != "" {
				want = append(want, c.annotated)
			}
			if diff := cmp.Diff(want, strings.Split(strings.TrimSpace(out.String()), "\n")); diff != "" {
				t.Errorf("arguments (-want +got):\n%s", diff)
			}
		})
	}
	if _, err := os.Stat(filepath.Join(folder, "stolen")); err == nil {
		t.Error("a path was run as a command")
	}
}

// TestActionFindsTheVersion runs the step that does so in a checkout which keeps its own
// modules in a vendor folder, with a module proxy of files.
func TestActionFindsTheVersion(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is missing")
	}
	folder := t.TempDir()
	checkout, temporary, proxy := filepath.Join(folder, "checkout"), filepath.Join(folder, "temporary"), filepath.Join(folder, "proxy")
	versions := filepath.Join(proxy, "github.com/factcite/factcite/@v")
	for _, made := range []string{filepath.Join(checkout, "vendor"), temporary, versions} {
		if err := os.MkdirAll(made, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	outputs := filepath.Join(folder, "outputs")
	write(t, map[string]string{
		filepath.Join(checkout, "go.mod"):                  "module carts.example.org/felt\n\ngo 1.24\n",
		filepath.Join(checkout, "vendor/modules.txt"):      "",
		filepath.Join(versions, "list"):                    "v0.1.0\n",
		filepath.Join(versions, "v0.1.0.info"):             `{"Version":"v0.1.0","Time":"2026-03-12T00:00:00Z"}`,
		filepath.Join(versions, "v0.1.0.mod"):              "module github.com/factcite/factcite\n",
		filepath.Join(folder, ".config/go/telemetry/mode"): "off 2026-11-30\n", // else the go command writes to the folder after it ended
	})
	found := step(t, "Find the installed version")
	command := exec.Command(bash, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", found.Run)
	command.Dir = checkout
	command.Env = append(os.Environ(), "HOME="+folder, "GOPROXY=file://"+filepath.ToSlash(proxy), "GOSUMDB=off", "GOMODCACHE="+filepath.Join(folder, "modules"),
		"RUNNER_TEMP="+temporary, "GITHUB_OUTPUT="+outputs, "GITHUB_PATH="+filepath.Join(folder, "path"), "GOFLAGS=-mod=vendor")
	for name, value := range found.Env {
		command.Env = append(command.Env, name+"="+strings.ReplaceAll(value, "${{ inputs.version }}", "latest"))
	}
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if text, err := os.ReadFile(outputs); err != nil || !strings.Contains(string(text), "version=v0.1.0\n") {
		t.Errorf("the step says %s, %v", text, err)
	}
}
