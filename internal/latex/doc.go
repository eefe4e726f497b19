// Package latex translates between Unicode and the notation of LaTeX. It knows no
// .bib file.
package latex
