package tagger

// row is the weights of a feature, or sums of them: a lane of 12 bits for each label, five in
// a word, so that one addition adds five. What a negative lane takes from the one above it is
// given back when the lanes are read: until then only the sums count, which are right
// whatever they went through, for those of all features of a token fit in a lane. No row is in
// two lines of the processor's cache.
type row [Labels / lanesOfWord]uint64

const (
	bitsOfLane  = 12
	lanesOfWord = 5
	least       = -1 << (bitsOfLane - 1)  // of what a lane holds
	positive    = 0x800_800_800_800_800   // -least in each lane
	mostWeight  = (-least - 1) / Features // that rows may have
)

// set adds the weight of a label to a row that has none of it.
func (r *row) set(label Label, weight int) {
	r[label/lanesOfWord] += uint64(weight) << (label % lanesOfWord * bitsOfLane)
}

// lanes sets the number of each label, and returns the greatest one.
func (r *row) lanes(into *[Labels]int32) (top int32) {
	top = least
	for n, word := range r {
		word += positive
		five := (*[lanesOfWord]int32)(into[n*lanesOfWord:])
		for k := range five {
			five[k] = int32(word&(1<<bitsOfLane-1)) + least
			top = max(top, five[k])
			word >>= bitsOfLane
		}
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
	a, b, c, d := r[0], r[1], r[2], r[3]
	for _, n := range numbers {
		r := &rows[n]
		a += r[0]
		b += r[1]
		c += r[2]
		d += r[3]
	}
	return row{a, b, c, d}
}
