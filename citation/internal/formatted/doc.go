// Package formatted reads a line of a reference list. It knows no sentences.
package formatted
