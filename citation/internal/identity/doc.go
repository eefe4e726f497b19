// Package identity decides when two references are one work and where they
// contradict each other. It knows no bibliography.
package identity
