package jsontext

import (
	"encoding/binary"
	"slices"
)

// members are those of one object that were read so far.
type members struct {
	first int    // of their names in Cursor.names
	seen  uint64 // a bit a name, by a hash: a clear bit shows that a name is new
	known map[string]bool
}

// manyMembers is the size from which an object's names are kept in a map.
const manyMembers = 32

// note remembers a member's name, and whether its object has another of that name.
func (c *Cursor) note(m *members, name []byte, at String) {
	if c.IgnoreDuplicates {
		return
	}
	bit := nameBit(name)
	unsure := m.seen&bit != 0 || len(c.names)-m.first >= manyMembers
	if unsure && c.repeats(m, name) && len(c.Duplicates) < maxFlaws {
		c.Duplicates = append(c.Duplicates, at.Start-1)
	}
	m.seen |= bit
	c.names = append(c.names, at)
}

// repeats reports whether an object has a member of the name already.
func (c *Cursor) repeats(m *members, name []byte) bool {
	names := c.names[m.first:]
	if len(names) < manyMembers {
		return slices.ContainsFunc(names, func(old String) bool { return c.says(old, name) })
	}
	if m.known == nil {
		m.known = make(map[string]bool, 2*manyMembers)
		for _, old := range names {
			m.known[string(AppendUnquoted(nil, c.text[old.Start:old.End]))] = true
		}
	}
	known := m.known[string(name)]
	m.known[string(name)] = true
	return known
}

// nameBit spreads names over 64 bits by their length and both ends, in which the
// names of one object usually differ.
func nameBit(name []byte) uint64 {
	n := len(name)
	var mixed uint32
	if n < 4 {
		mixed = uint32(n)
		for _, b := range name {
			mixed = mixed*31 + uint32(b)
		}
	} else {
		mixed = binary.LittleEndian.Uint32(name) ^ binary.LittleEndian.Uint32(name[n-4:])*31 ^ uint32(n)
	}
	return 1 << (mixed * 2654435761 >> 26)
}
