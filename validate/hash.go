package validate

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/maphash"
)

// Facts are known by hashes, so nobody may find two texts that share one. Within a process
// a seed sees to that; across processes a cryptographic hash, which takes longer.

func seededHash() func(text []byte) uint64 {
	seed := maphash.MakeSeed()
	return func(text []byte) uint64 { return maphash.Bytes(seed, text) }
}

func stableHash(text []byte) uint64 {
	sum := sha256.Sum256(text)
	return binary.LittleEndian.Uint64(sum[:])
}
