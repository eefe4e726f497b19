// Package output writes works in the formats of bibliographies: BibTeX, biblatex,
// CSL-JSON, RIS and CITATION.cff. It knows neither facts nor merging.
package output
