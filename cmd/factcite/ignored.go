package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/factcite/factcite/internal/pathpattern"
)

// maxIgnoreFile is how much of a .gitignore is read, in bytes.
const maxIgnoreFile = 1 << 20

// addIgnored adds the patterns of the .gitignore of a folder, if it has one.
func addIgnored(list pathpattern.List, folder string) pathpattern.List {
	text, err := os.ReadFile(filepath.Join(folder, ".gitignore"))
	if err != nil || len(text) > maxIgnoreFile {
		return list
	}
	return list.Add(filepath.ToSlash(folder), strings.Split(string(text), "\n"))
}

// ignoredAbove returns the patterns of the folders above one, up to the root of its
// repository; without a repository there are none.
func ignoredAbove(folder string) pathpattern.List {
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
	var list pathpattern.List
	for i := len(above) - 1; i >= 0; i-- {
		list = addIgnored(list, above[i])
	}
	return list
}
