package schema

// maxNames is how many different member names a plan tells apart, one bit each.
const maxNames = 64

// noSlot stands for a name that the vocabulary does not hold.
const noSlot = maxNames

// nameSet is a set of slots of a vocabulary.
type nameSet uint64

func (s nameSet) has(slot uint) bool          { return s&(1<<slot) != 0 }
func (s nameSet) with(slot uint) nameSet      { return s | 1<<slot }
func (s nameSet) contains(other nameSet) bool { return other&^s == 0 }

// vocabulary gives each member name that a schema speaks of a slot, from 0.
type vocabulary struct {
	names []string
	table [4 * maxNames]uint8 // slot + 1 by hash, with the next free place for a collision
}

// add returns the slot of name, or noSlot if the vocabulary is full.
func (v *vocabulary) add(name string) uint {
	slot := v.find([]byte(name))
	if slot != noSlot || len(v.names) == maxNames {
		return slot
	}
	v.names = append(v.names, name)
	hash := hashName([]byte(name))
	for v.table[hash] != 0 {
		hash++
	}
	v.table[hash] = uint8(len(v.names))
	return uint(len(v.names) - 1)
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
