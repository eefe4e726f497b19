package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// program is the WebAssembly that the page to try it runs.
const program = "factcite.wasm"

// writeProgram builds the program and writes it as it is, and compressed for servers that
// send such files, with what Go needs to run it in a browser.
func writeProgram(root, to string, packers map[string]packer) error {
	log.Printf("building %s, which may take some minutes", program)
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
		log.Printf("compressing it to %s%s", program, extension)
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

// largestWindow is the largest window of Brotli that browsers take, as a power of two of bytes.
const largestWindow = 24

// packers compress, by the extensions of what they make.
var packers = map[string]packer{
	".br": func(w io.Writer) io.WriteCloser {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: largestWindow})
	},
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

// build builds the program without what a page does not need: see [writeOverlay]. Nothing
// is inlined: that would take a sixth more to load, and a page reads little.
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
