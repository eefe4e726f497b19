package bib

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// CitedKey is a citation key that a document cites, and where.
type CitedKey struct {
	Key          string
	Path         string
	Line, Column int // of the key, from 1, in code points
}

// CitedKeys returns the keys that a document cites, in order of appearance, a
// repeated one each time. The extension of path tells what it is: an .aux file;
// Markdown with the citations of pandoc and of MyST (.md, .markdown, .qmd, .rmd, .myst);
// reStructuredText with those of Sphinx (.rst); Typst (.typ); else LaTeX. "*" stands for
// every entry, as \nocite{*} has it.
//
// What a reader of the document would not see as a citation is left out:
// comments, verbatim text, code and mail addresses, and in Markdown also
// references to figures, tables, equations, sections and listings (@fig:rims,
// @tbl-rims), style sheets and, in a README or CHANGELOG, people (@ana). What the document
// has itself, as \bibitem or as a label, is no key of a bibliography. Files that it
// includes are not read.
func CitedKeys(path string, text []byte) []CitedKey {
	s := string(text)
	keys := citedKeyList{path: path, text: s, place: startOfText(s)}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".aux":
		auxCitations(s, &keys)
	case ".md", ".markdown", ".qmd", ".rmd", ".myst":
		pandocCitations(s, &keys)
	case ".rst":
		sphinxCitations(s, &keys)
	case ".typ":
		typstCitations(s, &keys)
	default:
		latexCitations(s, &keys)
	}
	return keys.foreign()
}

// citedKeyList collects keys in the order of their offsets.
type citedKeyList struct {
	path  string
	text  string
	place placeCursor
	keys  []CitedKey
	owned map[string]bool
}

// own notes that the document has what a key names.
func (l *citedKeyList) own(key string) {
	if l.owned == nil {
		l.owned = map[string]bool{}
	}
	l.owned[key] = true
}

// foreign returns the keys of what the document does not have itself.
func (l *citedKeyList) foreign() []CitedKey {
	if l.owned == nil {
		return l.keys
	}
	return slices.DeleteFunc(l.keys, func(c CitedKey) bool { return l.owned[c.Key] })
}

func (l *citedKeyList) add(key string, offset int) {
	line, column := l.place.at(l.text, offset)
	l.keys = append(l.keys, CitedKey{Key: strings.ToValidUTF8(key, "\ufffd"), Path: l.path, Line: line, Column: column})
}

// addList adds keys that commas part. A "%" hides the rest of a line.
func (l *citedKeyList) addList(list string, offset int) {
	for start := 0; start <= len(list); {
		end := start
		for end < len(list) && list[end] != ',' && list[end] != '%' {
			end++
		}
		key := strings.TrimLeft(list[start:end], " \t\r\n")
		at := end - len(key)
		// A line end within a key is a space to LaTeX.
		key = strings.TrimRight(string(text.AppendFolded(nil, key)), " ")
		// "#1" is a parameter of a macro that cites.
		if key != "" && !strings.Contains(key, "#") {
			l.add(key, offset+at)
		}
		if end < len(list) && list[end] == '%' {
			for end < len(list) && list[end] != '\n' {
				end++
			}
		}
		start = end + 1
	}
}
