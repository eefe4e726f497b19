// Package validate judges fact records and bibliography entries by rules, and
// reports what is missing or wrong as findings. It knows nothing of files, networks
// and output formats.
//
// It is longer than 3,000 lines because rules carry their documentation and examples
// with them, a third of it; the rest is the run over a stream of any length, which keeps
// on disk what does not fit into memory.
package validate
