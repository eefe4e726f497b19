// Package charset tells in which encoding the whole of a text is, and converts it to
// UTF-8 and back.
package charset
