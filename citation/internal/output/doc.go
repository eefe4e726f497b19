// Package output writes works in the formats of bibliographies: BibTeX, biblatex,
// CSL-JSON and RIS. It knows neither facts nor merging.
package output
