// Package tagger has the trained readers. That of reference strings cuts a line of a
// reference list into tokens, labels each with the part of a reference that it belongs
// to, by a linear-chain conditional random field, and reads the values inside the runs
// of one label with the readers of [phrase]. A value that those refuse is not stated.
// Where several ways to label a line are nearly as probable, what was learned of whole lines
// decides between them.
//
// Another model, which is told of names and quotations by [phrase], does the same with the
// words of a sentence that names one work.
//
// Both know words by their hashes only, no style and no language; what they learned is in
// weights.bin, whole.bin and sentences.bin, which citation/internal/train writes. It is longer than 3,000 lines because
// what a label covers is a value only without the words around it, which each field has
// of its own.
package tagger
