package tagger

import "math"

// row is the weights of a feature, or sums of them: a lane of 16 bits for each label, four in
// a word, so that one addition adds four. What a negative lane takes from the one above it is
// given back when the lanes are read: until then only the sums count, which are right
// whatever they went through, as long as none is more than an int16, as that of 258 rows is not.
type row [(Labels + 3) / 4]uint64

const (
	bitsOfLane = 16
	positive   = 0x8000_8000_8000_8000 // makes all lanes of a word positive
)

// set adds the weight of a label to a row that has none of it.
func (r *row) set(label Label, weight int8) {
	r[label/4] += uint64(int64(weight)) << (label % 4 * bitsOfLane)
}

// lanes sets the number of each label, and returns the greatest one.
func (r *row) lanes(into *[Labels]int32) (top int32) {
	top = math.MinInt32
	for n, word := range r {
		word += positive
		four := (*[4]int32)(into[n*4:])
		four[0] = int32(word&0xFFFF) - 0x8000
		four[1] = int32(word>>16&0xFFFF) - 0x8000
		four[2] = int32(word>>32&0xFFFF) - 0x8000
		four[3] = int32(word>>48) - 0x8000
		top = max(top, four[0], four[1], four[2], four[3])
	}
	return top
}

// plus adds the weights of some features, whose values have a template each, to a row. Which
// rows they are is found first: most are far from the processor, and are fetched all at once.
func (m *Model) plus(r row, templates, values []uint32) row {
	index, numbers := m.index, new([Features]uint32)[:len(values)]
	templates = templates[:len(values)]
	for k, value := range values {
		numbers[k] = index.row(hashed(templates[k], value))
	}
	return r.plus(m.rows, numbers)
}

func (r *row) plus(rows []row, numbers []uint32) row {
	a, b, c, d, e := r[0], r[1], r[2], r[3], r[4]
	for _, n := range numbers {
		r := &rows[n]
		a += r[0]
		b += r[1]
		c += r[2]
		d += r[3]
		e += r[4]
	}
	return row{a, b, c, d, e}
}
