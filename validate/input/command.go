package input

import (
	"strings"
	"unicode"
)

// Commands in messages are there to be copied: nothing in them that comes from an input may
// mean anything to a shell.

// isPlain reports whether a shell takes a text for one word and no flag.
func isPlain(s string) bool {
	return s != "" && s[0] != '-' && strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-/+,=@:%", r)
	}) < 0
}

// fileInCommand is a file's name within a command, or what stands for one that is not plain.
func fileInCommand(name string) string {
	if isPlain(name) {
		return name
	}
	return "FILE"
}

// quotedInCommand is a text as one word of a command.
func quotedInCommand(s string) string {
	if isPlain(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
