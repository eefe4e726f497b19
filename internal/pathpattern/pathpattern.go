// Package pathpattern matches the names of files with patterns as a .gitignore has them.
// It reads no file.
package pathpattern

import (
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// A pattern is a line of a .gitignore (gitignore(5)): it names files and folders below
// the folder that it stands in.
type pattern struct {
	base    string // the folder, with slashes
	glob    string
	negated bool
	folders bool // it names folders alone
}

// parsePattern reads a line; a comment or a blank one is none.
func parsePattern(base, line string) (p pattern, ok bool) {
	line = strings.TrimRight(line, " \t\r\n")
	if line == "" || line[0] == '#' {
		return p, false
	}
	p.base = base
	line, p.negated = strings.CutPrefix(line, "!")
	line = strings.TrimPrefix(line, `\`)
	line, p.folders = strings.CutSuffix(line, "/")
	if strings.Contains(line, "/") {
		p.glob = strings.TrimPrefix(line, "/")
	} else {
		p.glob = "**/" + line
	}
	return p, line != "" && doublestar.ValidatePattern(p.glob)
}

// matches reports whether a pattern names a file or folder.
func (p pattern) matches(name string, folder bool) bool {
	if p.folders && !folder {
		return false
	}
	below, ok := strings.CutPrefix(name, p.base+"/")
	if p.base == "" {
		below, ok = name, true
	}
	return ok && doublestar.MatchUnvalidated(p.glob, below)
}

// List is the patterns that hold for a folder, the nearer and later ones last. The zero
// value matches nothing.
type List []pattern

// Match reports whether the patterns name a file or folder, by its absolute path with
// slashes: the last that matches says.
func (list List) Match(name string, folder bool) bool {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].matches(name, folder) {
			return !list[i].negated
		}
	}
	return false
}

// MatchAny is [List.Match] for a file and the folders that it is in.
func (list List) MatchAny(name string) bool {
	for folder := false; name != "." && name != "/"; name, folder = path.Dir(name), true {
		if list.Match(name, folder) {
			return true
		}
	}
	return false
}

// Above drops the patterns, but for the first ones, of folders that name is not in, as
// those are that were left while walking.
func (list List) Above(name string, first int) List {
	for len(list) > first && !strings.HasPrefix(name, list[len(list)-1].base+"/") {
		list = list[:len(list)-1]
	}
	return list
}

// Add adds the patterns of the lines of a folder's file, to whose absolute path with
// slashes they are relative. What is no pattern is passed over.
func (list List) Add(base string, lines []string) List {
	for _, line := range lines {
		if p, ok := parsePattern(base, line); ok {
			list = append(list, p)
		}
	}
	return list
}
