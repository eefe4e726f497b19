package index

import (
	"encoding/binary"
	"errors"
)

// maxShared bounds the bytes of the strings that works have in common, which an
// open index holds in memory; names of people, of which there is no end, leave
// half of it to others. Strings that come when it is full stand in each work.
const (
	maxShared      = 8 << 20
	maxSharedNames = maxShared / 2
)

// sharedStrings are the strings that many works have in common: names, venues,
// publishers, sources and dates. Their order is that in which they were met.
type sharedStrings struct {
	packed []byte         // each string after its length
	starts []uint32       // where each begins in packed
	places map[string]int // which each is; nil where none are added
}

// place returns where a string is, and puts it there if it is new. It is
// false for a new string if that would make them larger than the limit.
func (s *sharedStrings) place(text string, limit int) (int, bool) {
	if place, ok := s.places[text]; ok {
		return place, true
	}
	if len(s.packed)+len(text)+binary.MaxVarintLen32 > limit {
		return 0, false
	}
	place := len(s.starts)
	s.places[text] = place
	s.starts = append(s.starts, uint32(len(s.packed)))
	s.packed = binary.AppendUvarint(s.packed, uint64(len(text)))
	s.packed = append(s.packed, text...)
	return place, true
}

// at returns the string that is at a place.
func (s *sharedStrings) at(place uint64) (string, bool) {
	if place >= uint64(len(s.starts)) {
		return "", false
	}
	packed := s.packed[s.starts[place]:]
	length, size := binary.Uvarint(packed)
	return string(packed[size : size+int(length)]), true
}

// from returns the strings from a place on as they are packed.
func (s *sharedStrings) from(place int) []byte {
	if place == len(s.starts) {
		return nil
	}
	return s.packed[s.starts[place]:]
}

var errNoStrings = errors.New("it holds no list of strings")

// readSharedStrings reads packed strings, which it keeps.
func readSharedStrings(packed []byte) (*sharedStrings, error) {
	if len(packed) > maxShared {
		return nil, errNoStrings
	}
	const usual = 8 // bytes of a string
	s := &sharedStrings{packed: packed, starts: make([]uint32, 0, len(packed)/usual)}
	for at := 0; at < len(packed); {
		length, size := binary.Uvarint(packed[at:])
		if size <= 0 || length > uint64(len(packed)-at-size) {
			return nil, errNoStrings
		}
		s.starts = append(s.starts, uint32(at))
		at += size + int(length)
	}
	return s, nil
}

// writable makes it possible to add strings.
func (s *sharedStrings) writable() {
	s.places = make(map[string]int, len(s.starts))
	for place := range s.starts {
		text, _ := s.at(uint64(place))
		s.places[text] = place
	}
}
