package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// A mutant is one small change of one file.
type mutant struct {
	file        int // the file's place among the package's
	line        int
	start, end  int // the bytes that are replaced
	replacement string
	site        site
	change      string // what a person is told
	context     string // the changed line as it is without the change
}

// A site is what a switch chooses two forms of: the expression or the
// statement that has the change in it.
type site struct {
	node       ast.Node
	start, end int  // its bytes
	listed     bool // it is a statement of a block, where an if statement may take its place
}

func (m *mutant) apply(source []byte) []byte {
	return slices.Concat(source[:m.start], []byte(m.replacement), source[m.end:])
}

// swapped maps an operator to the one that takes its place.
var swapped = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL,
	token.LSS: token.LEQ, token.LEQ: token.LSS,
	token.GTR: token.GEQ, token.GEQ: token.GTR,
	token.LAND: token.LOR, token.LOR: token.LAND,
	token.ADD: token.SUB, token.SUB: token.ADD,
	token.MUL: token.QUO, token.QUO: token.MUL, token.REM: token.MUL,
	token.AND: token.OR, token.OR: token.AND, token.XOR: token.AND,
	token.SHL: token.SHR, token.SHR: token.SHL,
	token.ADD_ASSIGN: token.SUB_ASSIGN, token.SUB_ASSIGN: token.ADD_ASSIGN,
	token.INC: token.DEC, token.DEC: token.INC,
	token.BREAK: token.CONTINUE, token.CONTINUE: token.BREAK,
}

// mutants returns every change that is tried on a file, those that do not
// compile included. Three things are left alone, since changing them changes
// nothing that a test can see or should hold: the size asked of make, the words
// of a panic, and the strings of a table outside functions, which are data.
func mutants(fset *token.FileSet, file *ast.File, source []byte, index int) []*mutant {
	var found []*mutant
	offset := func(at token.Pos) int { return fset.Position(at).Offset }
	listed := statements(file)
	add := func(node ast.Node, from, to token.Pos, replacement, change string) {
		place := fset.Position(from)
		line, _, _ := bytes.Cut(source[place.Offset-place.Column+1:], []byte("\n"))
		found = append(found, &mutant{
			file: index, line: place.Line, start: place.Offset, end: offset(to), replacement: replacement,
			site:   site{node, offset(node.Pos()), offset(node.End()), listed[node]},
			change: change, context: strings.TrimSpace(string(line)),
		})
	}
	replace := func(node ast.Node, replacement, change string) {
		add(node, node.Pos(), node.End(), replacement, change)
	}
	text := func(node ast.Node) string { return string(source[offset(node.Pos()):offset(node.End())]) }
	swap := func(node ast.Node, at token.Pos, operator token.Token) {
		if other, ok := swapped[operator]; ok {
			add(node, at, at+token.Pos(len(operator.String())), other.String(), fmt.Sprintf("%s → %s", operator, other))
		}
	}
	negate := func(condition ast.Expr) {
		if condition != nil {
			replace(condition, "!("+text(condition)+")", "condition negated")
		}
	}
	drop := func(statement ast.Stmt) { replace(statement, "", "dropped: "+firstLine(text(statement))) }
	inFunction := false
	visit := func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field: // a tag is not a value
			return false
		case *ast.IfStmt:
			negate(n.Cond)
		case *ast.ForStmt:
			negate(n.Cond)
		case *ast.BinaryExpr:
			swap(n, n.OpPos, n.Op)
		case *ast.IncDecStmt:
			swap(n, n.TokPos, n.Tok)
			drop(n)
		case *ast.BranchStmt:
			if n.Label == nil {
				swap(n, n.TokPos, n.Tok)
			}
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				swap(n, n.TokPos, n.Tok)
				drop(n)
			}
		case *ast.ExprStmt:
			drop(n)
		case *ast.CallExpr:
			if called, ok := n.Fun.(*ast.Ident); ok && (called.Name == "make" || called.Name == "panic") {
				return false
			}
		case *ast.Ident:
			switch n.Name {
			case "true":
				replace(n, "false", "true → false")
			case "false":
				replace(n, "true", "false → true")
			}
		case *ast.BasicLit:
			switch {
			case n.Kind == token.INT:
				if value, err := strconv.ParseInt(n.Value, 0, 62); err == nil {
					next := strconv.FormatInt(value+1, 10)
					replace(n, next, n.Value+" → "+next)
				}
			case n.Kind == token.STRING && inFunction && (n.Value == `""` || n.Value == "``"):
				replace(n, `"mutant"`, n.Value+` → "mutant"`)
			case n.Kind == token.STRING && inFunction:
				replace(n, `""`, firstLine(n.Value)+` → ""`)
			}
		}
		return true
	}
	for _, declaration := range file.Decls {
		_, inFunction = declaration.(*ast.FuncDecl)
		ast.Inspect(declaration, visit)
	}
	return found
}

// statements returns the statements of a file that are members of a list.
func statements(file *ast.File) map[ast.Node]bool {
	listed := make(map[ast.Node]bool)
	ast.Inspect(file, func(node ast.Node) bool {
		var list []ast.Stmt
		switch n := node.(type) {
		case *ast.BlockStmt:
			list = n.List
		case *ast.CaseClause:
			list = n.Body
		case *ast.CommClause:
			list = n.Body
		}
		for _, statement := range list {
			listed[statement] = true
		}
		return true
	})
	return listed
}

func firstLine(s string) string {
	line, rest, _ := strings.Cut(s, "\n")
	if rest != "" {
		line += " …"
	}
	return line
}
