// Command site makes the static site of factcite: a page to try it, which reads what is
// pasted in the browser, as WebAssembly, and the documentation. The rules are made of
// their own literals, the other pages of docs/.
//
//	go run ./internal/site -o DIR [-serve ADDRESS]
package main

import (
	"embed"
	"flag"
	"fmt"
	"html/template"
	"log"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed assets
var assets embed.FS

func main() {
	log.SetFlags(0)
	to := flag.String("o", "", "the folder that the site is written to")
	address := flag.String("serve", "", "then serve it there, as in localhost:8080")
	flag.Parse()
	if *to == "" || flag.NArg() > 0 {
		log.Fatal("usage: go run ./internal/site -o DIR [-serve ADDRESS]")
	}
	if err := makeSite(*to, packers); err != nil {
		log.Fatalf("making the site: %v", err)
	}
	if *address != "" {
		log.Printf("serving %s on http://%s", *to, *address)
		log.Fatal(http.ListenAndServe(*address, newServer(*to)))
	}
}

// makeSite writes every file of the site to a folder, and the program compressed by packers
// as well.
func makeSite(to string, packers map[string]packer) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(to, 0o777); err != nil {
		return err
	}
	for _, step := range []func(root, to string) error{writeAssets, writePages} {
		if err := step(root, to); err != nil {
			return err
		}
	}
	return writeProgram(root, to, packers)
}

// moduleRoot is the folder of go.mod.
func moduleRoot() (string, error) {
	out, err := exec.Command("go", "env", "GOMOD").Output()
	root := filepath.Dir(strings.TrimSpace(string(out)))
	if err != nil || root == "." {
		return "", fmt.Errorf("no go.mod is here or above: run it in a clone of factcite (%w)", err)
	}
	return root, nil
}

// writeAssets copies what pages need as it is. The report and the site have one style.
func writeAssets(root, to string) error {
	for _, name := range []string{"try.js", "site.css", "icon.svg"} {
		text, err := assets.ReadFile("assets/" + name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, name), text, 0o666); err != nil {
			return err
		}
	}
	style, err := os.ReadFile(filepath.Join(root, "validate", "report", "html", "report.css"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "report.css"), style, 0o666); err != nil {
		return err
	}
	picture, err := os.ReadFile(filepath.Join(root, "docs", "report.png"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, "report.png"), picture, 0o666)
}

func templates() (*template.Template, error) {
	return template.ParseFS(assets, "assets/page.tmpl")
}
