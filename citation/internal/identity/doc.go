// Package identity decides when two references are one work and where they
// contradict each other, and finds the works that many references name. It knows no
// bibliography.
package identity
