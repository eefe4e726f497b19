package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// program is the WebAssembly that the page to try it runs.
const program = "factcite.wasm"

// writeProgram builds the program and writes it as it is, and compressed for servers that
// send such files, with what Go needs to run it in a browser.
func writeProgram(root, to string, packers map[string]packer) error {
	built, err := build(root)
	if err != nil {
		return fmt.Errorf("building the program: %w", err)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	starter, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	files := map[string][]byte{program: built, "wasm_exec.js": starter}
	for extension, pack := range packers {
		if files[program+extension], err = packed(built, pack); err != nil {
			return err
		}
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(to, name), content, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// packer compresses.
type packer func(io.Writer) io.WriteCloser

// packers compress, by the extensions of what they make.
var packers = map[string]packer{
	".br": func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotli.BestCompression) },
	".gz": func(w io.Writer) io.WriteCloser {
		z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // a level that it has
		return z
	},
}

func packed(content []byte, pack packer) ([]byte, error) {
	var text bytes.Buffer
	w := pack(&text)
	_, err := w.Write(content)
	err = errors.Join(err, w.Close())
	return text.Bytes(), err
}

// build builds the program. What is pasted is UTF-8 and not packed, and a browser has no
// disk: the files of _lean stand in for those of the same name that read what is not
// pasted or write to disk, and the weights of the trained reader are not compressed, since
// all of it is. Nothing is inlined: that
// would take a sixth more to load, and a page reads little.
func build(root string) ([]byte, error) {
	work, err := os.MkdirTemp("", "factcite-site-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	overlay, err := writeOverlay(root, work)
	if err != nil {
		return nil, err
	}
	file := filepath.Join(work, program)
	command := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-gcflags=all=-l", "-overlay", overlay, "-o", file, "./internal/site/browser")
	command.Dir = root
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := command.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	built, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return strip(built)
}

// writeOverlay writes what go build reads instead of files of the project.
func writeOverlay(root, work string) (file string, err error) {
	instead := map[string]string{}
	lean := filepath.Join(root, "internal", "site", "_lean")
	err = filepath.WalkDir(lean, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(lean, path)
		if err != nil {
			return err
		}
		replaced := filepath.Join(root, name)
		if _, err := os.Stat(replaced); err != nil {
			return fmt.Errorf("%s stands in for nothing: %w", path, err)
		}
		instead[replaced] = path
		return nil
	})
	if err != nil {
		return "", err
	}
	weights := filepath.Join(root, "citation", "internal", "tagger", "weights.bin")
	plain := filepath.Join(work, "weights.bin")
	if err := writePlain(weights, plain); err != nil {
		return "", err
	}
	instead[weights] = plain
	text, err := json.Marshal(map[string]any{"Replace": instead})
	if err != nil {
		return "", err
	}
	file = filepath.Join(work, "overlay.json")
	return file, os.WriteFile(file, text, 0o666)
}

// writePlain writes a file of weights whose part after the first blank line is not
// compressed.
func writePlain(weights, plain string) error {
	text, err := os.ReadFile(weights)
	if err != nil {
		return err
	}
	head, compressed, _ := bytes.Cut(text, []byte("\n\n"))
	r, err := zstd.NewReader(nil)
	if err != nil {
		return err
	}
	defer r.Close()
	all, err := r.DecodeAll(compressed, append(head, "\n\n"...))
	if err != nil {
		return fmt.Errorf("%s: %w", weights, err)
	}
	return os.WriteFile(plain, all, 0o666)
}
