// Package formatted reads a line of a reference list, and what lawyers cite anywhere. It
// knows no sentences. It is longer than 3,000 lines because every style has parts of its own.
package formatted
