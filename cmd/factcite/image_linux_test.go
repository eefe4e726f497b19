package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestImage runs the command with nothing but the files of the image: no other program,
// no library, no certificates but its own.
func TestImage(t *testing.T) {
	if os.Getenv("FACTCITE_LONG") == "" {
		t.Skip("building the image's files takes long; set FACTCITE_LONG=1")
	}
	if os.Getuid() != 0 {
		t.Skip("only root can run a command with another root folder")
	}
	root := t.TempDir()
	build := exec.Command(".ci/image", root)
	build.Dir, build.Env = "../..", append(os.Environ(), "VERSION=v1.2.3")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	inImage := func(environment []string, args ...string) (stdout, stderr string, code int) {
		t.Helper()
		var out, errs bytes.Buffer
		command := exec.Command("/usr/local/bin/factcite", args...)
		command.Dir, command.Stdout, command.Stderr = "/work", &out, &errs
		command.Env = append([]string{"HOME=/home", "SOURCE_DATE_EPOCH=1790000000"}, environment...)
		// Nobody: an image is mostly run as who owns the files.
		command.SysProcAttr = &syscall.SysProcAttr{Chroot: root, Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		if err := command.Wait(); err != nil {
			code = command.ProcessState.ExitCode()
		}
		return out.String(), errs.String(), code
	}

	if stdout, _, _ := inImage(nil, "version"); stdout != "factcite v1.2.3\n" {
		t.Errorf("the image says %q", stdout)
	}

	var facts strings.Builder
	for i := range 10000 {
		fmt.Fprintf(&facts, `{"id":"a%d","fact_type":"reference","content":"The paper 'Felt rims for cart %d' was published in 2019.","sources":[{"title":"Carts"}]}`+"\n", i, i)
	}
	for name, text := range map[string]string{"facts.jsonl": facts.String(), "refs.bib": wrongYear} {
		if err := os.WriteFile(filepath.Join(root, "work", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	stdout, stderr, code := inImage(nil, "check", "--format", "html", "facts.jsonl")
	if code != exitClean || !strings.Contains(stdout, "</html>") || !strings.Contains(stderr, "10,000 records") {
		t.Errorf("check exits %d: %s", code, stderr)
	}

	p := newPlayedProxy(t)
	certificate, err := os.ReadFile(p.authority)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "etc/ssl/certs/ca-certificates.crt"), certificate, 0o644); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code = inImage([]string{"HTTPS_PROXY=" + p.URL, "NO_PROXY="}, "check", "--online", "--contact", "ilse@nabe.example", "refs.bib")
	if code != exitClean || !strings.Contains(stdout, "[contradicted-year]") {
		t.Errorf("check --online exits %d:\n%s%s", code, stdout, stderr)
	}
	if kept, _ := filepath.Glob(filepath.Join(root, "home/.cache/factcite/*")); len(kept) == 0 {
		t.Error("no answer is kept in the home of the image")
	}
}
