package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A target is a package to be mutated, as go list describes it.
type target struct {
	ImportPath, Dir           string
	GoFiles                   []string
	TestGoFiles, XTestGoFiles []string

	skip     string // the tests that are left out
	importer types.Importer
	fset     *token.FileSet
	files    []*ast.File
	sources  [][]byte
	types    map[ast.Expr]types.TypeAndValue
}

// load lists the packages that match the patterns, and compiles what they import.
func load(patterns []string) ([]*target, error) {
	listed, err := goList(append([]string{"-json=ImportPath,Dir,GoFiles,TestGoFiles,XTestGoFiles"}, patterns...))
	if err != nil {
		return nil, err
	}
	// The file that is added imports os and strconv.
	exported, err := goList(append([]string{"-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}", "os", "strconv"}, patterns...))
	if err != nil {
		return nil, err
	}
	exports := make(map[string]string)
	for line := range strings.Lines(string(exported)) {
		path, compiled, _ := strings.Cut(strings.TrimSpace(line), "=")
		exports[path] = compiled
	}
	var targets []*target
	for decoder := json.NewDecoder(bytes.NewReader(listed)); ; {
		t := &target{fset: token.NewFileSet()}
		if err := decoder.Decode(t); errors.Is(err, io.EOF) {
			return targets, nil
		} else if err != nil {
			return nil, err
		}
		if len(t.TestGoFiles)+len(t.XTestGoFiles) == 0 {
			fmt.Printf("%s: no tests\n", t.ImportPath)
			continue
		}
		t.importer = importer.ForCompiler(t.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
		if err := t.parse(); err != nil {
			return nil, err
		}
		targets = append(targets, t)
	}
}

func goList(arguments []string) ([]byte, error) {
	command := exec.Command("go", append([]string{"list"}, arguments...)...)
	command.Stderr = os.Stderr
	return command.Output()
}

// parse reads the package's files other than its tests, and the types of what is in them.
func (t *target) parse() error {
	for file := range t.GoFiles {
		source, err := os.ReadFile(t.path(file))
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(t.fset, t.path(file), source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		t.files, t.sources = append(t.files, parsed), append(t.sources, source)
	}
	info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue)}
	_, err := (&types.Config{Importer: t.importer}).Check(t.ImportPath, t.fset, t.files, info)
	t.types = info.Types
	return err
}

func (t *target) path(file int) string { return filepath.Join(t.Dir, t.GoFiles[file]) }

// compiles reports whether the package passes the type checker with other
// contents of some files, by path.
func (t *target) compiles(contents map[string][]byte) bool {
	contents = maps.Clone(contents)
	files := slices.Clone(t.files)
	parse := func(path string) (*ast.File, error) {
		return parser.ParseFile(t.fset, path, contents[path], parser.SkipObjectResolution)
	}
	for file := range files {
		path := t.path(file)
		if contents[path] == nil {
			continue
		}
		var err error
		if files[file], err = parse(path); err != nil {
			return false
		}
		delete(contents, path)
	}
	for path := range contents {
		added, err := parse(path)
		if err != nil {
			return false
		}
		files = append(files, added)
	}
	_, err := (&types.Config{Importer: t.importer}).Check(t.ImportPath, t.fset, files, nil)
	return err == nil
}

// choose returns count random mutants that compile, or all if there are fewer.
func (t *target) choose(count int, seed uint64, only *regexp.Regexp) []*mutant {
	var all, chosen []*mutant
	for file := range t.files {
		if only.MatchString(t.GoFiles[file]) {
			all = append(all, mutants(t.fset, t.files[file], t.sources[file], file)...)
		}
	}
	random := rand.New(rand.NewPCG(seed, 0))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, m := range all {
		if len(chosen) == count {
			break
		}
		if t.compiles(t.broken(m)) {
			chosen = append(chosen, m)
		}
	}
	slices.SortFunc(chosen, func(a, b *mutant) int {
		if a.file != b.file {
			return a.file - b.file
		}
		return a.start - b.start
	})
	return chosen
}

// broken returns the contents of the files that differ in a mutant.
func (t *target) broken(m *mutant) map[string][]byte {
	return map[string][]byte{t.path(m.file): m.apply(t.sources[m.file])}
}
