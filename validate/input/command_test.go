package input

import (
	"os/exec"
	"testing"
)

// TestCommandsSayNothingToAShell holds that what comes from an input stays one word.
func TestCommandsSayNothingToAShell(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh")
	}
	for text, file := range map[string]string{
		"a/b.parquet": "a/b.parquet", "héros-1.json": "héros-1.json",
		"$(touch x).json": "FILE", "a'b.json": "FILE", "a b.json": "FILE", "-rf": "FILE", "`x`": "FILE", "": "FILE", "a\nb": "FILE", "/*/x": "FILE",
	} {
		if got := fileInCommand(text); got != file {
			t.Errorf("%q: %s", text, got)
		}
		command := exec.Command(shell, "-c", "printf %s "+quotedInCommand(text))
		command.Dir = t.TempDir() // for what it should not do
		said, err := command.Output()
		if err != nil || string(said) != text && text != "" {
			t.Errorf("the shell makes %q of %q (%v)", said, text, err)
		}
	}
}
