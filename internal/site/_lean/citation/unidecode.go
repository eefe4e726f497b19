package citation

import (
	_ "embed"
	"sync"
)

// The table of Unidecode, not compressed: of each character the length of how it is spelt,
// or none, and how it is spelt.
//
//go:embed unidecode.bin
var unidecodeTable string

const unspelt = 255

var spellings = sync.OnceValue(func() (list []string) {
	for rest := unidecodeTable; rest != ""; {
		length := int(rest[0])
		if length == unspelt {
			length = 0
		}
		list = append(list, rest[1:1+length])
		rest = rest[1+length:]
	}
	return list
})

func spelt(r rune) string {
	if list := spellings(); int(r) < len(list) {
		return list[r]
	}
	return ""
}
