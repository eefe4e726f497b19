package main

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// overlay is what go build reads instead of files: by the name of each, the name of the
// other.
type overlay map[string]string

// writeOverlay writes what go build reads instead of files of the project. What is pasted
// is UTF-8 and not packed, and a browser has no disk, so that what reads else, or writes to
// disk, is left out; so is what only explains rules. Nothing in the program is compressed
// by itself, since all of it is.
func writeOverlay(root, work string) (file string, err error) {
	instead := overlay{}
	for _, add := range []func(root, work string) error{instead.addLean, instead.addWeights, instead.addSpellings, instead.addSorting, instead.dropSelfTests, instead.addRules} {
		if err := add(root, work); err != nil {
			return "", err
		}
	}
	text, err := json.Marshal(map[string]any{"Replace": instead})
	if err != nil {
		return "", err
	}
	file = filepath.Join(work, "overlay.json")
	return file, os.WriteFile(file, text, 0o666)
}

// addLean adds the files of _lean.
func (o overlay) addLean(root, _ string) error {
	lean := filepath.Join(root, "internal", "site", "_lean")
	return filepath.WalkDir(lean, func(path string, entry fs.DirEntry, err error) error {
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
		o[replaced] = path
		return nil
	})
}

// addWeights adds what the trained readers learned. The part of each file after its first
// blank line is not compressed.
func (o overlay) addWeights(root, work string) error {
	files, err := filepath.Glob(filepath.Join(root, "citation", "internal", "tagger", "*.bin"))
	if err != nil {
		return err
	}
	r, err := zstd.NewReader(nil)
	if err != nil {
		return err
	}
	defer r.Close()
	for _, weights := range files {
		text, err := os.ReadFile(weights)
		if err != nil {
			return err
		}
		head, compressed, _ := bytes.Cut(text, []byte("\n\n"))
		all, err := r.DecodeAll(compressed, append(head, "\n\n"...))
		if err != nil {
			return fmt.Errorf("%s: %w", weights, err)
		}
		o[weights] = filepath.Join(work, filepath.Base(weights))
		if err := os.WriteFile(o[weights], all, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// addSpellings adds the table of Unidecode, not compressed.
func (o overlay) addSpellings(root, work string) error {
	folder, err := goTells(root, "list", "-m", "-f", "{{.Dir}}", "github.com/gosimple/unidecode")
	if err != nil {
		return err
	}
	table := filepath.Join(folder, "table.go")
	compressed, err := constantOf(table, "tableData")
	if err != nil {
		return err
	}
	r, err := zlib.NewReader(strings.NewReader(compressed))
	if err != nil {
		return fmt.Errorf("%s: %w", table, err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("%s: %w", table, err)
	}
	embedded := filepath.Join(root, "citation", "unidecode.bin")
	o[embedded] = filepath.Join(work, "unidecode.bin")
	return os.WriteFile(o[embedded], plain, 0o666)
}

// addSorting has every slice sorted by one function, which package sort has, and not by one
// for each type. It does the same steps, a call more for each: package slices has them from
// the same generator.
func (o overlay) addSorting(root, work string) error {
	library, err := replaceableLibrary(root)
	if err != nil || library == "" {
		return err
	}
	sorting, err := os.ReadFile(filepath.Join(library, "sort", "zsortfunc.go"))
	if err != nil {
		return err
	}
	replaced := filepath.Join(library, "slices", "zsortanyfunc.go")
	o[replaced] = filepath.Join(work, "zsortanyfunc.go")
	return os.WriteFile(o[replaced], append(bytes.Replace(sorting, []byte("package sort"), []byte("package slices"), 1), sortingBySwaps...), 0o666)
}

const sortingBySwaps = `
type lessSwap struct {
	Less func(i, j int) bool
	Swap func(i, j int)
}

func swapping[E any](data []E, cmp func(a, b E) int) lessSwap {
	return lessSwap{func(i, j int) bool { return cmp(data[i], data[j]) < 0 }, func(i, j int) { data[i], data[j] = data[j], data[i] }}
}

func pdqsortCmpFunc[E any](data []E, a, b, limit int, cmp func(a, b E) int) {
	pdqsort_func(swapping(data, cmp), a, b, limit)
}

func stableCmpFunc[E any](data []E, n int, cmp func(a, b E) int) {
	stable_func(swapping(data, cmp), n)
}
`

// dropSelfTests leaves out the files that only test ciphers and hashes when a program that has
// to comply with FIPS 140-3 starts, which bring all of them into every program that hashes.
func (o overlay) dropSelfTests(root, _ string) error {
	library, err := replaceableLibrary(root)
	if err != nil || library == "" {
		return err
	}
	return filepath.WalkDir(filepath.Join(library, "crypto", "internal", "fips140"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Name() != "cast.go" {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err == nil && !slices.ContainsFunc(tree.Decls, isAskedFor) {
			o[path] = "" // as if there were none
		}
		return err
	})
}

// isAskedFor reports whether a declaration is more than an import and what runs at the start.
func isAskedFor(declared ast.Decl) bool {
	switch declared := declared.(type) {
	case *ast.GenDecl:
		return declared.Tok != token.IMPORT
	case *ast.FuncDecl:
		return declared.Recv != nil || declared.Name.Name != "init"
	}
	return true
}

// replaceableLibrary is the folder of the sources of Go's library, or "" of a Go whose library
// may not be replaced.
func replaceableLibrary(root string) (folder string, err error) {
	home, err := goTells(root, "env", "GOROOT")
	if err != nil {
		return "", err
	}
	modules, err := goTells(root, "env", "GOMODCACHE")
	if err != nil || strings.HasPrefix(home, modules+string(filepath.Separator)) {
		return "", err
	}
	return filepath.Join(home, "src"), nil
}

// goTells is the one line that the command go prints.
func goTells(root string, arguments ...string) (string, error) {
	command := exec.Command("go", arguments...)
	command.Dir = root
	out, err := command.Output()
	return strings.TrimSpace(string(out)), err
}

// constantOf is the text of a constant of a file of Go.
func constantOf(file, name string) (text string, err error) {
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	err = fmt.Errorf("%s has no constant %s", file, name)
	ast.Inspect(tree, func(n ast.Node) bool {
		if c, ok := n.(*ast.ValueSpec); ok && c.Names[0].Name == name && len(c.Values) == 1 {
			if value, ok := c.Values[0].(*ast.BasicLit); ok {
				text, err = strconv.Unquote(value.Value)
			}
		}
		return err != nil
	})
	return text, err
}

// addRules adds the files of the rules without what only explains a rule.
func (o overlay) addRules(root, work string) error {
	files, err := filepath.Glob(filepath.Join(root, "validate", "internal", "rules", "*.go"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		lean, err := unexplained(file)
		if err != nil {
			return err
		}
		o[file] = filepath.Join(work, filepath.Base(file))
		if err := os.WriteFile(o[file], lean, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// unexplained is a file of rules without their documentation and examples.
func unexplained(file string) ([]byte, error) {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		if literal, ok := n.(*ast.CompositeLit); ok {
			literal.Elts = slices.DeleteFunc(literal.Elts, explains)
		}
		return true
	})
	var text bytes.Buffer
	err = format.Node(&text, set, tree)
	return text.Bytes(), err
}

// explains reports whether a member of a literal is one that only explains a rule.
func explains(member ast.Expr) bool {
	pair, ok := member.(*ast.KeyValueExpr)
	if !ok {
		return false
	}
	name, ok := pair.Key.(*ast.Ident)
	return ok && slices.Contains([]string{"Doc", "Good", "Bad"}, name.Name)
}
