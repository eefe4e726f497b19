package main

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// switchFile is added to the package. A file names the mutant that is on, and
// not an environment variable, since tests start programs with variables of
// their own choice. If it names none, the mutants that are reached are noted
// in another.
const switchFile = `package %s

import (
	"os"
	"strconv"
)

var mutantOn, mutantsReached = func() (int, *os.File) {
	name, _ := os.ReadFile(%q)
	if on, err := strconv.Atoi(string(name)); err == nil {
		return on, nil
	}
	reached, _ := os.OpenFile(%q, os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o644)
	return -1, reached
}()

var mutantsNoted [%d]bool

func mutant(number int) bool {
	if mutantsReached != nil && !mutantsNoted[number] {
		mutantsNoted[number] = true
		mutantsReached.WriteString(strconv.Itoa(number) + "\n")
	}
	return number == mutantOn
}
`

// switches renders a file in which each of the numbered mutants is an
// alternative to what it changes.
func (t *target) switches(file int, numbered map[int]*mutant) []byte {
	var numbers []int
	for number, m := range numbered {
		if m.file == file {
			numbers = append(numbers, number)
		}
	}
	slices.SortFunc(numbers, func(a, b int) int {
		one, other := numbered[a].site, numbered[b].site
		switch { // the outer before the inner
		case one.start != other.start:
			return one.start - other.start
		case one.end != other.end:
			return other.end - one.end
		}
		return a - b
	})
	source := t.sources[file]
	var render func(start, end int, numbers []int) string
	render = func(start, end int, numbers []int) string {
		var out strings.Builder
		for len(numbers) > 0 {
			number, inside := numbers[0], 1
			m := numbered[number]
			for inside < len(numbers) && numbered[numbers[inside]].site.start < m.site.end {
				inside++
			}
			out.Write(source[start:m.site.start])
			unchanged := render(m.site.start, m.site.end, numbers[1:inside])
			changed := string(source[m.site.start:m.start]) + m.replacement + string(source[m.end:m.site.end])
			out.WriteString(t.alternative(m.site, number, changed, unchanged))
			start, numbers = m.site.end, numbers[inside:]
		}
		out.Write(source[start:end])
		return out.String()
	}
	return []byte(render(0, len(source), numbers))
}

// alternative returns code that is changed where the mutant is on, and unchanged where not.
func (t *target) alternative(at site, number int, changed, unchanged string) string {
	if expression, ok := at.node.(ast.Expr); ok {
		return fmt.Sprintf("func() %s { if mutant(%d) { return %s }; return %s }()", t.typeName(expression), number, changed, unchanged)
	}
	statement := fmt.Sprintf("if mutant(%d) { %s } else { %s }", number, changed, unchanged)
	if at.listed {
		return statement
	}
	return "func() { " + statement + " }()"
}

// typeName returns the type of an expression as the package writes it.
func (t *target) typeName(expression ast.Expr) string {
	return types.TypeString(types.Default(t.types[expression].Type), func(p *types.Package) string {
		if p.Path() == t.ImportPath {
			return ""
		}
		return p.Name()
	})
}
