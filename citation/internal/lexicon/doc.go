// Package lexicon has the words that the grammar of references knows, by what they
// announce. It knows no sentence.
package lexicon
