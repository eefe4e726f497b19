package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// documents are the texts that a schema is compiled of, each by its name and its hash.
type documents []string

func (d *documents) add(name string, text []byte) {
	sum := sha256.Sum256(text)
	*d = append(*d, name+"\x00"+hex.EncodeToString(sum[:]))
}

// digest is the same in whatever order the texts were read.
func (d documents) digest() string {
	slices.Sort(d)
	sum := sha256.Sum256([]byte(strings.Join(slices.Compact(d), "\n")))
	return hex.EncodeToString(sum[:])
}
