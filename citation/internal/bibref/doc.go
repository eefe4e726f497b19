// Package bibref reads an entry of a .bib as a reference. It knows no sentences.
package bibref
