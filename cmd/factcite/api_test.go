package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/golden"
)

// What the packages export is a contract: CONTRIBUTING.md says how it may change.
func TestAPI(t *testing.T) {
	var text strings.Builder
	for _, room := range public {
		fmt.Fprintf(&text, "== %s\n", room)
		for _, declaration := range exported(t, filepath.Join("..", "..", room)) {
			fmt.Fprintln(&text, declaration)
		}
	}
	golden.Compare(t, filepath.Join("testdata", "api.txt"), text.String())
	for _, name := range []string{"Verdict", "Coverage", "Difference", "Work", "Catalogue", "Publication"} {
		types := regexp.MustCompile(`(?m)^type `+name+` [^=]`).FindAllString(text.String(), -1)
		if len(types) != 1 {
			t.Errorf("there are %d types %s, want one in the module", len(types), name)
		}
	}
}

// exported lists what a package exports, sorted: functions and methods without bodies,
// types with their exported members, constants and variables.
func exported(t *testing.T, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.FileExports(file)
		for _, declaration := range file.Decls {
			list = append(list, written(t, files, declaration)...)
		}
		list = append(list, declaredBelow(t, file)...)
	}
	slices.Sort(list)
	return list
}

// declaredBelow lists the types of internal rooms, with their methods, that a file gives to
// users under a name of its own.
func declaredBelow(t *testing.T, file *ast.File) []string {
	t.Helper()
	var list []string
	for _, declaration := range file.Decls {
		group, ok := declaration.(*ast.GenDecl)
		if !ok || group.Tok != token.TYPE {
			continue
		}
		for _, spec := range group.Specs {
			named, ok := spec.(*ast.TypeSpec).Type.(*ast.SelectorExpr)
			if !ok || !spec.(*ast.TypeSpec).Assign.IsValid() {
				continue
			}
			room := internalRoom(file, named.X.(*ast.Ident).Name)
			if room == "" {
				continue
			}
			itself := regexp.MustCompile(`^(type ` + named.Sel.Name + ` |func \(\w+ \*?` + named.Sel.Name + `\) )`)
			for _, line := range exported(t, filepath.Join("..", "..", filepath.FromSlash(room))) {
				if itself.MatchString(line) {
					list = append(list, line)
				}
			}
		}
	}
	return list
}

// internalRoom returns the internal room of ours that a file imports by a name, "" if it is none.
func internalRoom(file *ast.File, name string) string {
	for _, imported := range file.Imports {
		room, ours := strings.CutPrefix(strings.Trim(imported.Path.Value, `"`), module)
		if ours && strings.Contains(room, "internal/") && path.Base(room) == name {
			return room
		}
	}
	return ""
}

// written writes a declaration, each of a group as one of its own.
func written(t *testing.T, files *token.FileSet, declaration ast.Decl) []string {
	t.Helper()
	group, ok := declaration.(*ast.GenDecl)
	if !ok {
		f := declaration.(*ast.FuncDecl)
		if f.Recv != nil && !ast.IsExported(typeOf(f.Recv.List[0].Type)) {
			return nil
		}
		f.Body = nil
		return []string{source(t, files, f)}
	}
	if group.Tok == token.IMPORT {
		return nil
	}
	var list []string
	for _, spec := range group.Specs {
		if values, ok := spec.(*ast.ValueSpec); ok {
			values.Values = nil // a value may change
			if group.Tok == token.CONST {
				values.Type = nil // only the first of several may name it
			}
		}
		list = append(list, source(t, files, &ast.GenDecl{Tok: group.Tok, Specs: []ast.Spec{spec}}))
	}
	return list
}

// typeOf returns the name of the type that a receiver is of.
func typeOf(receiver ast.Expr) string {
	switch r := receiver.(type) {
	case *ast.StarExpr:
		return typeOf(r.X)
	case *ast.IndexExpr:
		return typeOf(r.X)
	case *ast.IndexListExpr:
		return typeOf(r.X)
	}
	return receiver.(*ast.Ident).Name
}

func source(t *testing.T, files *token.FileSet, node ast.Node) string {
	t.Helper()
	var text bytes.Buffer
	if err := (&printer.Config{Mode: printer.UseSpaces, Tabwidth: 4}).Fprint(&text, files, node); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// Every room that others may import is listed.
func TestAPIIsWhole(t *testing.T) {
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		room, err := filepath.Rel(filepath.Join("..", ".."), path)
		room = filepath.ToSlash(room)
		if err != nil || !entry.IsDir() || room == "." {
			return err
		}
		if strings.HasPrefix(entry.Name(), ".") || slices.Contains([]string{"internal", "testdata", "cmd", "examples", "node_modules", "site", "beam"}, entry.Name()) {
			return fs.SkipDir
		}
		if files, err := filepath.Glob(filepath.Join(path, "*.go")); err != nil || len(files) == 0 || slices.Contains(public, room) {
			return err
		}
		return fmt.Errorf("the room %s is not among those of the API", room)
	})
	if err != nil {
		t.Error(err)
	}
}
