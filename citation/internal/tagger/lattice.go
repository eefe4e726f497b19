package tagger

// lattice is the room for finding the best labels of a line.
type lattice struct {
	Labels []Label   // the best ones
	Sure   []float32 // how probable each of them is, after marginals

	cells  []cell // one a token
	search search
	total  int32   // the score of the best labels
	margin float32 // how much better they are than those of prose, in powers of e
}

// cell is what is known of each label of a token.
type cell struct {
	scores [Labels]int32 // by the features alone
	top    int32         // the greatest of these
	choice

	best              [Labels]int32   // what the best labels score that end with it
	power             [Labels]float32 // how probable it is by the features alone, the best one 1
	forward, backward [Labels]float32 // by all that is before and by all that is after, not normalized
	norm              float32         // what makes the forward ones a sum of 1

	joint uint8 // the kind of the place before the token
}

// choice is the labels of a token that are not negligible.
type choice struct {
	n      uint8
	labels [Labels]Label
}

func (c *choice) list() []Label { return c.labels[:c.n] }

// resize returns a slice of n, with the room of s if it suffices.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
