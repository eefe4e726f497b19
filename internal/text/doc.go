// Package text has what characters, digits and blanks are and how texts are cleaned,
// and work on all processors. It knows nothing of ours.
package text
