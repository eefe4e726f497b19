// Package markup takes the markup out of a text (Markdown, reStructuredText, HTML,
// LaTeX, character references), once, and keeps what it means: which words are a
// link, to what address, and which are emphasised. It knows no reference.
package markup
