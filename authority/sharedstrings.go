package authority

import (
	"encoding/binary"
	"errors"
)

// maxShared bounds the bytes of the strings that works have in common, which an
// open index holds in memory. Those that come when it is full stand in each work.
const maxShared = 8 << 20

// sharedStrings are the strings that many works have in common: venues,
// publishers, sources and dates. Their order is that in which they were met.
type sharedStrings struct {
	texts  []string
	places map[string]int // nil in an index that is only read
	size   int
}

// place returns where a string stands, and puts it there if it is new. It is
// false for a string that there is no room for.
func (s *sharedStrings) place(text string) (int, bool) {
	if place, ok := s.places[text]; ok {
		return place, true
	}
	if s.size+len(text) > maxShared {
		return 0, false
	}
	s.add(text)
	return len(s.texts) - 1, true
}

func (s *sharedStrings) add(text string) {
	if s.places == nil {
		s.places = make(map[string]int)
	}
	s.places[text] = len(s.texts)
	s.texts = append(s.texts, text)
	s.size += len(text) + 4
}

func (s *sharedStrings) at(place uint64) (string, bool) {
	if place >= uint64(len(s.texts)) {
		return "", false
	}
	return s.texts[place], true
}

// appendTo appends the strings from a place on, each behind its length.
func (s *sharedStrings) appendTo(b []byte, from int) []byte {
	for _, text := range s.texts[from:] {
		b = binary.AppendUvarint(b, uint64(len(text)))
		b = append(b, text...)
	}
	return b
}

var errNoStrings = errors.New("it holds no list of strings")

// readSharedStrings reads what appendTo wrote.
func readSharedStrings(b []byte) (*sharedStrings, error) {
	all := string(b)
	s := &sharedStrings{}
	for at := 0; at < len(b); {
		length, size := binary.Uvarint(b[at:])
		at += size
		if size <= 0 || length > uint64(len(b)-at) {
			return nil, errNoStrings
		}
		s.texts = append(s.texts, all[at:at+int(length)])
		s.size += int(length) + 4
		at += int(length)
	}
	return s, nil
}

// writable makes room for more strings.
func (s *sharedStrings) writable() {
	s.places = make(map[string]int, len(s.texts))
	for place, text := range s.texts {
		s.places[text] = place
	}
}
