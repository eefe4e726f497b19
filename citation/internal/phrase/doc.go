// Package phrase cuts a text into tokens and reads the phrases that every kind of
// reference is made of: quotations, names, dates, places, locators, identifiers,
// bodies and venues. It knows no order that they come in. It is longer than 3,000 lines
// because each of these is written in many ways.
package phrase
