// Package citation is the door to reading and writing references: [Parse] reads a
// sentence, a [Bibliography] merges works and writes them, [UpdateBib] adds them to a
// .bib. It knows no fact records, no rules and no files on disk.
package citation
