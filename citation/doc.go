// Package citation is the door to reading and writing references: [Parse] reads a
// sentence, a [Bibliography] merges works and writes them, [UpdateBib] adds them to a
// .bib. It knows no fact records, no rules and no files on disk.
//
// It is longer than 3,000 lines because a Bibliography holds works of which the
// references come in any order, more of them than fit into memory as they are: merging,
// packing and naming them is most of it.
package citation
