// Package bib is the .bib format alone: it scans, reads and places entries, writes
// them, edits a file without touching any other byte, and finds the keys that a
// document cites. It knows no works.
package bib
