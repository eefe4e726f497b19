// Package ground compares a fact with the text of its source. It finds the
// quotations, numbers, dates and names that a fact states, says of each whether the
// text bears it out, and shows the passage. It knows nothing of records, files,
// rules and findings, and it does not judge meaning: a sentence whose anchors all
// stand in the text may still be false.
//
// It is longer than 3,000 lines because numbers, dates, names and quotations each have
// their own forms, most of which are tables.
package ground
