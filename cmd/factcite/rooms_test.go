package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/factcite/factcite/"

// rooms says which rooms of ours each room may import.
var rooms = map[string][]string{
	"fact":            {},
	"schema":          {},
	"citation":        {},
	"authority":       {"citation", "authority/internal/compare"},
	"validate":        {"fact", "schema", "citation"},
	"validate/report": {"validate"},

	"authority/internal/compare":  {"citation"},
	"authority/internal/xmltext":  {},
	"authority/internal/record":   {"citation", "authority", "authority/internal/compare", "authority/internal/xmltext"},
	"authority/internal/worktest": {"citation", "authority", "authority/internal/compare"},
	"authority/dump":              {"citation", "authority", "authority/internal/record", "authority/internal/xmltext"},
	"authority/index":             {"citation", "authority", "authority/internal/compare"},
	"authority/online":            {"citation", "authority", "authority/internal/compare", "authority/internal/record"},

	"cmd/factcite": {"fact", "schema", "citation", "authority", "authority/dump", "authority/index", "authority/online", "validate", "validate/report"},
}

// public rooms are what examples and generators may use.
var public = []string{"fact", "schema", "citation", "authority", "authority/dump", "authority/index", "authority/online", "validate", "validate/report"}

func TestImports(t *testing.T) {
	list := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	list.Dir = "../.."
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := map[string]bool{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := decoder.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		room := strings.TrimPrefix(p.ImportPath, module)
		seen[room] = true
		allowed, known := rooms[room]
		if strings.HasPrefix(room, "examples/") || strings.HasPrefix(room, "internal/") {
			allowed, known = public, true
		}
		if !known {
			t.Errorf("%s is no room of the house", room)
		}
		for _, path := range p.Imports {
			ours, ok := strings.CutPrefix(path, module)
			generator := strings.HasPrefix(room, "internal/") && strings.HasPrefix(ours, "internal/")
			if ok && !generator && !slices.Contains(allowed, ours) {
				t.Errorf("%s may not import %s", room, ours)
			}
		}
	}
	for room := range rooms {
		if !seen[room] {
			t.Errorf("there is no room %s", room)
		}
	}
}
