package bib

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// typstCitations adds the keys that a Typst document cites: @key and #cite(<key>).
// A label that the document has is no key.
func typstCitations(content string, keys *citedKeyList) {
	for at := 0; at < len(content); {
		next := strings.IndexAny(content[at:], "@<#/`\"\\")
		if next < 0 {
			return
		}
		at += next
		rest := content[at:]
		switch {
		case rest[0] == '\\':
			at += 2
		case strings.HasPrefix(rest, "//") && (at == 0 || content[at-1] != ':'):
			at = lineEndAfter(content, at)
		case strings.HasPrefix(rest, "/*"):
			at = afterOr(content, at+2, "*/")
		case rest[0] == '`':
			fence := rest[:len(rest)-len(strings.TrimLeft(rest, "`"))]
			at = afterOr(content, at+len(fence), fence)
		case strings.HasPrefix(rest, "#cite("):
			open := len("#cite(")
			if label := typstLabel(strings.TrimLeft(rest[open:], " \t\n")); label != "" {
				offset := open + strings.IndexByte(rest[open:], '<') + 1
				keys.add(label, at+offset)
				open = offset + len(label) + 1
			}
			at += open
		case rest[0] == '<':
			if label := typstLabel(rest); label != "" {
				keys.own(label)
			}
			at++
		case rest[0] == '@':
			before, _ := utf8.DecodeLastRuneInString(content[:at])
			key := typstKey(rest[1:])
			if key != "" && !unicode.IsLetter(before) && !unicode.IsDigit(before) {
				keys.add(key, at+1)
			}
			at += 1 + len(key)
		default:
			at++
		}
	}
}

// typstLabel returns the name of the label that a text starts with, or "".
func typstLabel(content string) string {
	if !strings.HasPrefix(content, "<") {
		return ""
	}
	label, _, closed := strings.Cut(content[1:min(len(content), 1+maxOption)], ">")
	if !closed || label == "" || strings.ContainsFunc(label, func(r rune) bool { return !isInTypstKey(r) }) {
		return ""
	}
	return label
}

// typstKey returns the key that a text starts with. A colon or a full stop at its end
// is the sentence's.
func typstKey(content string) string {
	end := strings.IndexFunc(content, func(r rune) bool { return !isInTypstKey(r) })
	if end < 0 {
		end = len(content)
	}
	return strings.TrimRight(content[:end], ".:")
}

func isInTypstKey(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("_-:.", r)
}

// sphinxCitations adds the keys that a reStructuredText document cites, as
// sphinxcontrib-bibtex does: :cite:p:`key, key`.
func sphinxCitations(content string, keys *citedKeyList) {
	for at := 0; at < len(content); {
		next := strings.IndexByte(content[at:], '`')
		if next < 0 {
			return
		}
		at += next
		if strings.HasPrefix(content[at:], "``") {
			at = afterOr(content, at+2, "``")
			continue
		}
		if end := roleCitations(content, at, keys); end > at {
			at = end
		} else {
			at++
		}
	}
}

// roleCitations adds the keys in the backticks at an offset, if a role that cites is
// before them: {cite:p}`key` of MyST, :cite:p:`key` of Sphinx. It returns the offset
// after them, or the same.
func roleCitations(content string, at int, keys *citedKeyList) int {
	if !isCitingRole(content[max(0, at-maxRole):at]) {
		return at
	}
	length := strings.IndexByte(content[at+1:min(len(content), at+1+maxOption)], '`')
	if length < 0 {
		return at
	}
	keys.addList(content[at+1:at+1+length], at+1)
	return at + length + 2
}

// maxRole bounds the length in bytes of a role's name, with its marks.
const maxRole = 32

// isCitingRole reports whether a text ends with a role that cites.
func isCitingRole(before string) bool {
	if role, ok := strings.CutSuffix(before, "}"); ok {
		return isCiting(role[strings.LastIndexByte(role, '{')+1:]) && strings.Contains(role, "{")
	}
	role, ok := strings.CutSuffix(before, ":")
	if !ok {
		return false
	}
	start := len(role)
	for start > 0 && (text.IsLetter(role[start-1]) || role[start-1] == ':') {
		start--
	}
	name, isRole := strings.CutPrefix(role[start:], ":")
	return isRole && isCiting(name)
}

// isCiting reports whether a role's name is cite or footcite, with or without a form.
func isCiting(role string) bool {
	name, _, _ := strings.Cut(role, ":")
	return name == "cite" || name == "footcite"
}
