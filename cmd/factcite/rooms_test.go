package main

import (
	"bytes"
	"encoding/json"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/factcite/factcite/"

// sharedRooms know no file, no flag and no rule. Each may import those before it,
// and every other room may import them all.
var sharedRooms = []string{"internal/text", "internal/charset", "internal/pathpattern", "internal/unpack", "internal/jsontext", "internal/latex", "internal/fold", "internal/venue"}

// readers are the rooms below the door of citation, in the order of what they may
// import: each those before it.
var readers = []string{
	"citation/internal/markup", "citation/internal/lexicon", "citation/internal/phrase", "citation/internal/prose", "citation/internal/formatted", "citation/internal/tagger",
	"citation/internal/bibref", "citation/internal/identity", "citation/internal/output",
}

// rooms says which other rooms of ours each room may import.
var rooms = map[string][]string{
	"fact":                  {},
	"fact/document":         {"fact"},
	"schema":                {},
	"ground":                {},
	"ground/texts":          {"fact", "ground"},
	"ground/pdf":            {"ground", "internal/pdftext"},
	"citation/ref":          {},
	"citation/bib":          {},
	"citation/bib/exchange": {"citation/ref", "citation/bib"},
	"citation":              append([]string{"citation/ref", "citation/bib"}, readers...),

	"citation/internal/train": append([]string{"citation/ref", "citation/bib"}, readers...), // a program

	"authority":                   {"citation", "citation/ref", "authority/internal/compare", "authority/internal/register"},
	"authority/internal/register": {},
	"authority/internal/compare":  {"citation", "citation/ref"},
	"authority/internal/xmltext":  {},
	"authority/internal/record":   {"citation", "citation/ref", "citation/bib", "authority", "authority/internal/compare", "authority/internal/xmltext"},
	"authority/internal/worktest": {"citation", "citation/ref", "authority", "authority/internal/compare"},
	"authority/dump":              {"citation", "citation/ref", "citation/bib", "citation/bib/exchange", "authority", "authority/internal/record", "authority/internal/xmltext"},
	"authority/index":             {"citation", "citation/ref", "authority", "authority/internal/compare", "authority/internal/register"},
	"authority/online":            {"citation", "citation/ref", "authority", "authority/internal/compare", "authority/internal/record"},

	"validate":                     {"fact", "schema", "ground", "citation", "citation/ref", "citation/bib", "authority", "validate/internal/spill", "validate/internal/finding", "validate/internal/sourcetext", "validate/internal/value", "validate/internal/rules", "validate/internal/suppress", "validate/internal/mentions"},
	"validate/internal/spill":      {},
	"validate/internal/finding":    {"fact", "validate/internal/spill"},
	"validate/internal/sourcetext": {"fact", "ground", "validate/internal/spill", "validate/internal/finding"},
	"validate/internal/value":      {},
	"validate/internal/rules":      {"fact", "ground", "citation", "citation/ref", "citation/bib", "authority", "validate/internal/finding", "validate/internal/sourcetext", "validate/internal/value"},
	"validate/internal/suppress":   {"fact", "schema", "validate/internal/finding", "validate/internal/rules"},
	"validate/internal/mentions":   {"fact", "citation", "authority", "validate/internal/spill", "validate/internal/finding", "validate/internal/rules"},
	"validate/input":               {"validate", "fact", "fact/document", "citation", "citation/bib", "citation/bib/exchange"},
	"validate/report":              {"validate", "ground", "citation", "citation/ref", "authority"},

	"cmd/factcite":                 append([]string{"cmd/factcite/internal/agent", "cmd/factcite/internal/editor", "internal/settings"}, public...),
	"cmd/factcite/internal/agent":  public,
	"cmd/factcite/internal/editor": public,

	"cmd/factcite/internal/editor/transcript": public,
}

// heavy are what no room that a library's user imports may bring along.
var heavy = []string{"github.com/modelcontextprotocol/", "github.com/sourcegraph/", "github.com/spf13/"}

// public rooms are what the command, examples and generators may use.
var public = []string{
	"fact", "fact/document", "schema", "ground", "ground/texts", "ground/pdf", "citation", "citation/ref", "citation/bib", "citation/bib/exchange", "authority", "authority/dump", "authority/index", "authority/online",
	"validate", "validate/input", "validate/report",
}

// allowed returns what a room may import of ours, false if it is no room.
func allowed(room string) ([]string, bool) {
	if i := slices.Index(sharedRooms, room); i >= 0 {
		return sharedRooms[:i], true
	}
	if i := slices.Index(readers, room); i >= 0 {
		return slices.Concat(sharedRooms, []string{"citation/ref", "citation/bib"}, readers[:i]), true
	}
	if others, ok := rooms[room]; ok {
		return slices.Concat(sharedRooms, others), true
	}
	// Programs and tests for those who work on the house.
	if strings.HasPrefix(room, "examples/") || strings.HasPrefix(room, "internal/") {
		return slices.Concat(sharedRooms, public, []string{"internal/generate/dblp", "internal/generate/facts", "internal/site/trial"}), true
	}
	return nil, false
}

func TestImports(t *testing.T) {
	list := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", "./...")
	list.Dir = "../.."
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := map[string]bool{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath    string
			Imports, Deps []string
		}
		if err := decoder.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		room := strings.TrimPrefix(p.ImportPath, module)
		seen[room] = true
		allowed, known := allowed(room)
		if !known {
			t.Errorf("%s is no room of the house", room)
		}
		for _, path := range p.Deps {
			isHeavy := func(library string) bool { return strings.HasPrefix(path, library) }
			if slices.Contains(public, room) && slices.ContainsFunc(heavy, isHeavy) {
				t.Errorf("%s brings %s along", room, path)
			}
		}
		for _, path := range p.Imports {
			ours, ok := strings.CutPrefix(path, module)
			if ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s may not import %s", room, ours)
			}
		}
	}
	for _, room := range slices.Concat(sharedRooms, readers, slices.Collect(maps.Keys(rooms))) {
		if !seen[room] {
			t.Errorf("there is no room %s", room)
		}
	}
}

// TestRoomsHaveCharters holds that each room says in its package comment what it is, and,
// where it is long, why.
func TestRoomsHaveCharters(t *testing.T) {
	const long, reason = 3000, "longer than 3,000 lines"
	for _, room := range slices.Concat(sharedRooms, readers, slices.Collect(maps.Keys(rooms))) {
		files, err := filepath.Glob(filepath.Join("../..", room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		lines, charter := 0, ""
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			lines += bytes.Count(source, []byte("\n"))
			parsed, err := parser.ParseFile(token.NewFileSet(), file, source, parser.PackageClauseOnly|parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			charter += parsed.Doc.Text()
		}
		charter = strings.Join(strings.Fields(charter), " ")
		if charter == "" {
			t.Errorf("%s has no package comment", room)
		}
		if lines > long && !strings.Contains(charter, reason) {
			t.Errorf("%s has %d lines; say in its package comment why it is %s, or make two rooms of it", room, lines, reason)
		}
	}
}
