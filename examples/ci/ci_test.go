// Package ci holds a workflow that checks a folder of facts on every push, and
// a test that runs its last step as the CI system would.
package ci

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// command returns what the workflow's last step runs.
func command(t *testing.T) string {
	text, err := os.ReadFile("facts.yml")
	if err != nil {
		t.Fatal(err)
	}
	var workflow struct {
		Jobs struct {
			Check struct{ Steps []struct{ Run string } }
		}
	}
	if err := yaml.Unmarshal(text, &workflow); err != nil {
		t.Fatal(err)
	}
	steps := workflow.Jobs.Check.Steps
	return steps[len(steps)-1].Run
}

// step runs a command in folder with factcite on the path, as a runner does.
func step(t *testing.T, folder, tools, command string) (out string, code int) {
	shell := exec.Command("bash", "-e", "-c", command)
	shell.Dir = folder
	shell.Env = append(os.Environ(), "CI=true", "PATH="+tools+string(os.PathListSeparator)+os.Getenv("PATH"))
	text, err := shell.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return string(text), exit.ExitCode()
	}
	if err != nil {
		t.Skipf("no shell to run the step: %v", err)
	}
	return string(text), 0
}

// TestWorkflow fails on the facts as they are, and passes once the year that a
// warning asks for is there.
func TestWorkflow(t *testing.T) {
	tools, folder := t.TempDir(), t.TempDir()
	build := exec.Command("go", "build", "-o", filepath.Join(tools, "factcite"), "github.com/factcite/factcite/cmd/factcite")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	facts, err := os.ReadFile("facts/carts.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		path := filepath.Join(folder, "facts", "carts.jsonl")
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}

	write(string(facts))
	out, code := step(t, folder, tools, command(t))
	if code != 1 || !strings.Contains(out, "::warning file=facts/carts.jsonl,line=2") || !strings.Contains(out, "missing-year") {
		t.Errorf("without a year the step exits %d, want 1 and an annotation:\n%s", code, out)
	}

	write(strings.Replace(string(facts), "Furniture.", "Furniture in 2021.", 1))
	if out, code := step(t, folder, tools, command(t)); code != 0 {
		t.Errorf("with the year the step exits %d, want 0:\n%s", code, out)
	}
}
