package citation

// CitedKey is a citation key that a document cites, and where.
type CitedKey struct {
	Key          string
	Path         string
	Line, Column int
}

// CitedKeys returns the keys that a LaTeX document, an .aux file or a Markdown
// document with pandoc citations cites, in order of appearance; the extension of
// path tells which it is. "*" stands for every entry, as \nocite{*} has it.
func CitedKeys(path string, text []byte) []CitedKey { return nil }
