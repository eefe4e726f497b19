// Package fold has the forms in which words, titles, locators, identifiers and whole sentences
// are compared. It knows no references.
package fold
