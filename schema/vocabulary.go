package schema

// wordNames is how many member names the first word of a set tells apart, one bit each.
// Most schemas speak of fewer.
const wordNames = 64

// noSlot stands for a name that the vocabulary does not hold.
const noSlot = 1 << 30

// nameSet is a set of slots of a vocabulary.
type nameSet struct {
	low  uint64
	high []uint64 // of the slots from wordNames on; nil if none is in the set
}

func (s *nameSet) has(slot uint) bool {
	if slot < wordNames {
		return s.low&(1<<slot) != 0
	}
	word := slot/wordNames - 1
	return word < uint(len(s.high)) && s.high[word]&(1<<(slot%wordNames)) != 0
}

// add adds a slot.
func (s *nameSet) add(slot uint) {
	if slot < wordNames {
		s.low |= 1 << slot
		return
	}
	word := int(slot/wordNames - 1)
	for len(s.high) <= word {
		s.high = append(s.high, 0)
	}
	s.high[word] |= 1 << (slot % wordNames)
}

func (s *nameSet) contains(other *nameSet) bool {
	return other.low&^s.low == 0 && (other.high == nil || s.containsHigh(other))
}

func (s *nameSet) containsHigh(other *nameSet) bool {
	for i, word := range other.high {
		if i < len(s.high) {
			word &^= s.high[i]
		}
		if word != 0 {
			return false
		}
	}
	return true
}

func (s *nameSet) isEmpty() bool { return s.low == 0 && s.high == nil }

// vocabulary gives each member name that a schema speaks of a slot, from 0.
type vocabulary struct {
	names []string
	table [4 * wordNames]uint8 // slot + 1 by hash, with the next free place for a collision
	more  map[string]uint      // the slots of names that the table has no room for
}

// add returns the slot of name.
func (v *vocabulary) add(name string) uint {
	slot := v.find([]byte(name))
	if slot != noSlot {
		return slot
	}
	slot = uint(len(v.names))
	v.names = append(v.names, name)
	if slot >= wordNames {
		if v.more == nil {
			v.more = map[string]uint{}
		}
		v.more[name] = slot
		return slot
	}
	hash := hashName([]byte(name))
	for v.table[hash] != 0 {
		hash++
	}
	v.table[hash] = uint8(len(v.names))
	return slot
}

// find returns the slot of name or noSlot. A nil vocabulary holds no names.
func (v *vocabulary) find(name []byte) uint {
	if v == nil {
		return noSlot
	}
	for hash := hashName(name); v.table[hash] != 0; hash++ {
		if slot := uint(v.table[hash] - 1); v.names[slot] == string(name) {
			return slot
		}
	}
	if v.more != nil {
		if slot, ok := v.more[string(name)]; ok {
			return slot
		}
	}
	return noSlot
}

// hashName looks at a few bytes only: names are short and mostly differ there.
func hashName(name []byte) uint8 {
	n := len(name)
	if n == 0 {
		return 0
	}
	h := uint32(n)*0x9e3779b1 ^ uint32(name[0])*0x85ebca6b ^ uint32(name[n/2])*0xc2b2ae35 ^ uint32(name[n-1])*0x27d4eb2f
	return uint8(h >> 24)
}
