// Package fold has the forms in which words, titles, locators and identifiers are
// compared. It knows no references.
package fold
