// Package prose reads the works and the in-text citations of a sentence. It knows
// no formatted references.
//
// It is longer than 3,000 lines with its tables, which are its rules with their
// examples.
package prose
