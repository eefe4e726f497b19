package index

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Terms are kept in groups: those with the same first bits. A group is a blob
// whose number is those bits. It has one entry for each of its terms: the next 32
// bits of it, in order; how many works it leads to; and their numbers, or for
// more than inlinePostings of them the number of another blob that has them.
// Numbers of works are in ascending order, each as its distance from the last.
// What a lookup does not find in a group is not in the index: every group is
// there, if only empty.
const (
	inlinePostings = 24
	groupSize      = 48 // terms that a group has about
	restSize       = 4
	mostTermBits   = 28
)

// groupOf returns the group of a term, and what tells it from others there.
func (t term) groupOf(bits int) (group int, rest uint32) {
	return int(uint64(t) >> (64 - bits)), uint32(uint64(t) << bits >> 32)
}

// posting is what a group says of a term.
type posting struct {
	count  int    // of works
	packed []byte // their numbers, nil if they are in a list
	list   int    // number of that list; -1 for a term of so many works that it tells none
}

var errGroup = errors.New("a group of terms is not in order")

// findPosting looks for a term in a group.
func findPosting(group []byte, rest uint32) (posting, error) {
	for len(group) > 0 {
		if len(group) < restSize {
			return posting{}, errGroup
		}
		found := binary.LittleEndian.Uint32(group)
		p, size, err := readPosting(group[restSize:])
		if err != nil {
			return posting{}, err
		}
		if found >= rest {
			if found > rest {
				return posting{}, nil
			}
			return p, nil
		}
		group = group[restSize+size:]
	}
	return posting{}, nil
}

func readPosting(b []byte) (p posting, size int, err error) {
	count, size := binary.Uvarint(b)
	if size <= 0 || count == 0 || count > 1<<32 {
		return posting{}, 0, errGroup
	}
	p.count = int(count)
	if count > inlinePostings {
		list, n := binary.Uvarint(b[size:])
		if n <= 0 || list > 1<<32 {
			return posting{}, 0, errGroup
		}
		p.list = int(list) - 1
		return p, size + n, nil
	}
	start := size
	for range count {
		_, n := binary.Uvarint(b[size:])
		if n <= 0 {
			return posting{}, 0, errGroup
		}
		size += n
	}
	p.packed = b[start:size]
	return p, size, nil
}

// appendNumbers appends ascending numbers of works.
func appendNumbers(b []byte, works []uint32) []byte {
	last := uint32(0)
	for _, work := range works {
		b = binary.AppendUvarint(b, uint64(work-last))
		last = work
	}
	return b
}

// readNumbers appends so many numbers of works, which must be below limit and all
// that there is.
func readNumbers(to []uint32, packed []byte, count, limit int) ([]uint32, error) {
	number, at := uint64(0), 0
	for range count {
		var distance uint64
		switch {
		case at < len(packed) && packed[at] < 0x80: // the most common
			distance = uint64(packed[at])
			at++
		case at+1 < len(packed) && packed[at+1] < 0x80: // the next
			distance = uint64(packed[at]&0x7f) | uint64(packed[at+1])<<7
			at += 2
		default:
			n, size := binary.Uvarint(packed[at:])
			if size <= 0 {
				return nil, errGroup
			}
			distance = n
			at += size
		}
		if number += distance; number >= uint64(limit) || distance >= uint64(limit) {
			return nil, fmt.Errorf("a list leads to work %d of %d", number, limit)
		}
		to = append(to, uint32(number))
	}
	if at < len(packed) {
		return nil, errGroup
	}
	return to, nil
}
