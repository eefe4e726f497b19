package text

// Numbered keeps values by the numbers in which they came, which count up from 0, on
// pages that never move. A slice that grows is copied, and has room for a quarter more than
// was added; of several million values that is what a run has too little memory for.
type Numbered[T any] struct {
	pages [][]T // all but the last are full
}

// A page has so many values. The first grows as slices do, since there may be few.
const (
	pageBits   = 13
	pageLength = 1 << pageBits
)

// Add adds a value, whose number is how many there were before.
func (n *Numbered[T]) Add(value T) {
	last := len(n.pages) - 1
	switch {
	case last < 0:
		n.pages = [][]T{{value}}
	case len(n.pages[last]) < pageLength:
		n.pages[last] = append(n.pages[last], value)
	default:
		n.pages = append(n.pages, append(make([]T, 0, pageLength), value))
	}
}

// At returns where the value of a number is, which may be changed there until the next is
// added.
func (n *Numbered[T]) At(number uint32) *T {
	return &n.pages[number>>pageBits][number&(pageLength-1)]
}

// Len returns how many values were added.
func (n *Numbered[T]) Len() int {
	if len(n.pages) == 0 {
		return 0
	}
	last := len(n.pages) - 1
	return last<<pageBits + len(n.pages[last])
}
