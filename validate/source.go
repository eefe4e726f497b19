package validate

import (
	"hash/maphash"
	"sync"
)

// recentSource is what a worker found out about its last source. Facts of one
// source mostly stand together, so the next record asks the same.
type recentSource struct {
	published        answer[date]
	person, org, uri answer[string]
}

// answer is the last answer to a question that always has the same one.
type answer[T any] struct {
	question string
	value    T
	known    bool
}

// of returns the answer to question, which find knows.
func (a *answer[T]) of(question string, find func(string) T) T {
	if !a.known || a.question != question {
		*a = answer[T]{question: question, value: find(question), known: true}
	}
	return a.value
}

// reportedSources are the findings about sources that were reported, each by a
// fingerprint that holds the source. The collector adds to them; since it takes
// records in their order, what a worker finds here was reported of a record before
// the one at hand.
type reportedSources struct {
	seed   maphash.Seed
	mutex  sync.RWMutex
	hashes map[uint64]struct{}
}

func newReportedSources(seed maphash.Seed) *reportedSources {
	return &reportedSources{seed: seed, hashes: map[uint64]struct{}{}}
}

func (r *reportedSources) has(fingerprint string) bool {
	hash := maphash.String(r.seed, fingerprint)
	r.mutex.RLock()
	defer r.mutex.RUnlock()
	_, ok := r.hashes[hash]
	return ok
}

// add tells whether the finding is new. Only the collector adds.
func (r *reportedSources) add(fingerprint string) bool {
	if r.has(fingerprint) {
		return false
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.hashes[maphash.String(r.seed, fingerprint)] = struct{}{}
	return true
}
