package main

import (
	"os"
	"path"
	"path/filepath"
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

// patterns are those that hold for a folder, the nearer and later ones last.
type patterns []pattern

// match reports whether the patterns name a file or folder: the last that matches says.
func (list patterns) match(name string, folder bool) bool {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].matches(name, folder) {
			return !list[i].negated
		}
	}
	return false
}

// matchAny is match for a file and the folders that it is in.
func (list patterns) matchAny(name string) bool {
	for folder := false; name != "." && name != "/"; name, folder = path.Dir(name), true {
		if list.match(name, folder) {
			return true
		}
	}
	return false
}

// above drops the patterns, but for the first ones, of folders that name is not in, as
// those are that were left while walking.
func (list patterns) above(name string, first int) patterns {
	for len(list) > first && !strings.HasPrefix(name, list[len(list)-1].base+"/") {
		list = list[:len(list)-1]
	}
	return list
}

// addLines adds the patterns of lines that stand in a folder.
func (list patterns) addLines(base string, lines []string) patterns {
	for _, line := range lines {
		if p, ok := parsePattern(base, line); ok {
			list = append(list, p)
		}
	}
	return list
}

// maxIgnoreFile is how much of a .gitignore is read, in bytes.
const maxIgnoreFile = 1 << 20

// addFile adds the patterns of the .gitignore of a folder, if it has one.
func (list patterns) addFile(folder string) patterns {
	text, err := os.ReadFile(filepath.Join(folder, ".gitignore"))
	if err != nil || len(text) > maxIgnoreFile {
		return list
	}
	return list.addLines(filepath.ToSlash(folder), strings.Split(string(text), "\n"))
}

// ignoredAbove returns the patterns of the folders above one, up to the root of its
// repository; without a repository there are none.
func ignoredAbove(folder string) patterns {
	var above []string
	for up := folder; ; up = filepath.Dir(up) {
		if _, err := os.Stat(filepath.Join(up, ".git")); err == nil {
			break
		}
		if up == filepath.Dir(up) {
			return nil
		}
		above = append(above, filepath.Dir(up))
	}
	var list patterns
	for i := len(above) - 1; i >= 0; i-- {
		list = list.addFile(above[i])
	}
	return list
}
