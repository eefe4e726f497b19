package citation

import (
	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/internal/text"
)

// keyTable has the citation key of every work, and finds works by them. BibTeX does not
// tell capitals from small letters in keys. It takes some fifty bytes a work; keys are
// found by hashes of 64 bits, and if two had one, the later work would have a longer key
// than it needs.
type keyTable struct {
	arena   text.Arena
	places  []text.Place          // by Index of the work; 0 of none
	hashes  text.Numbered[uint64] // of the keys that are taken
	holders []int32               // their works; keptKey of none
	index   *text.HashIndex
	packer  packer     // memory for packing
	notes   bool       // which keys are asked for
	tried   []KeyTried // if it does
}

// keptKey stands for the work of a key that none has now, but had before.
const keptKey = -1

func newKeyTable(works int) *keyTable {
	t := &keyTable{places: make([]text.Place, works)}
	t.index = text.NewHashIndex(&t.hashes)
	return t
}

// of returns the key of a work, "" if it has none.
func (t *keyTable) of(work int) string {
	at := t.places[work]
	if at == 0 {
		return ""
	}
	u := unpacker{t.arena.From(at)}
	return u.text()
}

func hashOfKey(key string) uint64 { return identity.HashText(0, text.LowerASCII(key)) }

// take gives a work a key unless it is taken.
func (t *keyTable) take(key string, work int) bool {
	if t.notes {
		t.tried = append(t.tried, KeyTried{hashOfKey(key), work})
	}
	if !t.enter(key, work) {
		return false
	}
	t.name(key, work)
	return true
}

// give gives a work a key whoever had it.
func (t *keyTable) give(key string, work int) {
	if !t.enter(key, work) {
		number, _ := t.index.Find(hashOfKey(key))
		t.holders[number] = int32(work)
	}
	t.name(key, work)
}

// reserve sees to it that no work takes a key.
func (t *keyTable) reserve(key string) { t.enter(key, keptKey) }

// enter notes the work of a key, unless the key is there.
func (t *keyTable) enter(key string, work int) bool {
	hash := hashOfKey(key)
	if _, isTaken := t.index.FindOrAdd(hash, uint32(t.hashes.Len())); isTaken {
		return false
	}
	t.hashes.Add(hash)
	t.holders = append(t.holders, int32(work))
	return true
}

func (t *keyTable) name(key string, work int) {
	t.packer.bytes = t.packer.bytes[:0]
	t.packer.text(key)
	t.places[work] = t.arena.Add(t.packer.bytes)
}

// holder returns the work that has a key, or keptKey; ok is false if the key is free.
func (t *keyTable) holder(key string) (work int, ok bool) {
	number, ok := t.index.Find(hashOfKey(key))
	if !ok {
		return 0, false
	}
	return int(t.holders[number]), true
}
