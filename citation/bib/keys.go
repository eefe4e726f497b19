package bib

import (
	"hash/maphash"
	"slices"

	"github.com/factcite/factcite/internal/text"
)

// keyIndex finds entries by their citation keys, in which BibTeX does not tell
// ASCII capital letters from small ones. It holds hashes of the folded keys and
// not these, which most keys would have to be copied for.
type keyIndex struct {
	seed maphash.Seed
	// first has the index of a key's first entry at the key's hash, or at the next
	// number after it that no other key had before.
	first map[uint32]int32
}

func newKeyIndex(likely int) keyIndex {
	return keyIndex{seed: maphash.MakeSeed(), first: make(map[uint32]int32, likely)}
}

// add files the entry that is to come next under its key, unless an entry has
// that key, whose index it returns.
func (x *keyIndex) add(key string, entries []Entry) (first int, taken bool) {
	first, taken, slot := x.find(key, entries)
	if !taken {
		x.first[slot] = int32(len(entries))
	}
	return first, taken
}

// find returns the index of the first entry with a key, or the number at which it
// is to be filed.
func (x *keyIndex) find(key string, entries []Entry) (first int, found bool, slot uint32) {
	var buffer [64]byte
	slot = uint32(maphash.Bytes(x.seed, text.AppendLowerASCII(buffer[:0], key)))
	for {
		i, used := x.first[slot]
		if !used || sameKey(entries[i].Key, key) {
			return int(i), used, slot
		}
		slot++
	}
}

// sameKey reports whether BibTeX takes two keys for the same.
func sameKey(a, b string) bool { return text.LowerASCII(a) == text.LowerASCII(b) }

// Entry returns the first entry with the key, as BibTeX compares keys.
func (f *File) Entry(key string) *Entry {
	if f.keys.first == nil { // the file is not from ReadBib
		i := slices.IndexFunc(f.Entries, func(e Entry) bool { return sameKey(e.Key, key) })
		if i < 0 {
			return nil
		}
		return &f.Entries[i]
	}
	if first, found, _ := f.keys.find(key, f.Entries); found {
		return &f.Entries[first]
	}
	return nil
}

// Parent returns the entry with the key that entries of the file may inherit from: of
// this file, or else of one that it was read after.
func (f *File) Parent(key string) *Entry {
	for ; f != nil; f = f.before {
		if e := f.Entry(key); e != nil {
			return e
		}
	}
	return nil
}
