package ground

// Document is the text of a source as it was found.
type Document struct {
	Reading
	Path string // as it is shown
	Hash string // SHA-256 of its bytes, unpacked, in hexadecimal digits
}
