package validate

// pages is a list that grows with the length of a stream. It is made of pieces, so
// that a long one is never copied.
type pages[T any] [][]T

const pageLength = 4096

func (p pages[T]) at(n uint32) *T { return &p[n/pageLength][n%pageLength] }

func (p *pages[T]) add(v T) {
	last := len(*p) - 1
	if last < 0 || len((*p)[last]) == pageLength {
		*p = append(*p, make([]T, 0, pageLength))
		last++
	}
	(*p)[last] = append((*p)[last], v)
}
