package tagger

// saysOfWork are the labels of what says something of the work.
const saysOfWork = 1<<Authors | 1<<Editors | 1<<EditorsFront | 1<<Title | 1<<Container | 1<<Series | 1<<Edition | 1<<Year | 1<<YearFront |
	1<<Volume | 1<<Issue | 1<<Pages | 1<<Publisher | 1<<Place | 1<<Genre

// wholeFeatures are the numbers of what a reading has as a whole, which a chain of labels
// does not see: which labels there are and how often, in which order, between which marks, and
// what the words of each part have in common.
func (l *Line) wholeFeatures(parts []run) (features []uint16) {
	features = make([]uint16, 0, len(parts)*partFeatures+int(Labels)+4)
	add := func(template int, value uint32) {
		features = append(features, uint16(hashed(wholeHashes[template], value)>>(32-wholeBits)))
	}
	var counts [Labels]uint32
	labels, told := uint32(0), uint32(0) // a bit for each that there is
	for _, p := range parts {
		if saysOfWork>>p.label&1 == 1 {
			counts[p.label]++
			labels |= 1 << p.label
			told++
		}
	}
	add(0, three(labels, 0, 0))
	for label, n := range counts {
		if saysOfWork>>label&1 == 1 {
			add(1, three(uint32(label), min(n, 3), 0))
		}
	}
	const none = uint32(Labels)
	last, last2, apart, nth := none, none, uint32(0), uint32(0) // the labels before, and how many tokens are between
	order, said, named := uint32(0), uint32(0), uint32(0)       // of all labels, and the words that have none
	for _, p := range parts {
		if saysOfWork>>p.label&1 == 0 {
			apart += uint32(p.next - p.from)
			w := l.wordsOf(p)
			said, named = said+w.smalls+w.names, named+w.names
			continue
		}
		w, label, length := l.wordsOf(p), uint32(p.label), uint32(p.next-p.from)
		first, end, before, after := l.at(p.from), l.at(p.next-1), l.at(p.from-1), l.at(p.next)
		size := sizeOf(p.next - p.from)
		for template, value := range [partFeatures]uint32{
			three(label, size, min(counts[label], 3)),
			three(label, size, w.smalls),
			three(label, size, w.style),
			three(label, last, last2),
			three(label, last, labels),
			three(label, last, uint32(before.shape)),
			three(label, last, min(apart, 3)),
			three(label, uint32(before.shape), uint32(after.shape)),
			three(label, uint32(before.shape), uint32(first.shape)),
			three(label, uint32(end.shape), uint32(after.shape)),
			three(label, first.lists, min(length, 2)),
			three(label, end.lists, min(length, 2)),
			three(label, w.lists, 0),
			three(label, first.word, 0),
			three(label, end.word, 1),
			three(label, min(nth, 6), min(told-nth, 6)),
			three(label, w.smalls, w.names),
			three(label, w.initials, w.numbers),
			three(label, w.stops, w.commas),
			three(label, w.open, w.marks),
			three(label, last, uint32(before.shape)<<8|uint32(after.shape)),
			three(label, last, uint32(first.shape)<<8|uint32(end.shape)),
			three(label, uint32(end.shape), uint32(l.at(p.next+1).shape)),
			three(label, uint32(first.shape), w.style),
		} {
			add(2+template, value)
		}
		last, last2, apart, nth = label, last, 0, nth+1
		order = both(order, label)
	}
	add(2+partFeatures, three(order, 0, 0))
	add(3+partFeatures, three(min(said, 6), 0, 0))
	add(4+partFeatures, three(min(named, 6), labels, 0))
	return features
}

// partFeatures is how many features each part has, and wholeTemplates how many templates there
// are with those of all parts together.
const (
	partFeatures   = 24
	wholeTemplates = partFeatures + 5
)

var wholeHashes = func() (hashes [wholeTemplates]uint32) {
	for template := range hashes {
		hashes[template] = hashOf(template)
	}
	return hashes
}()

// sizeOf is the logarithm of how many tokens a part has, in steps that get wider.
func sizeOf(tokens int) (size uint32) {
	for _, most := range [...]int{1, 2, 3, 4, 6, 9, 13, 19, 29, 49} {
		if tokens > most {
			size++
		}
	}
	return size
}

// partWords is what the tokens of a part have in common.
type partWords struct {
	smalls, names, initials, numbers, stops, commas uint32 // how many there are, up to a few
	style                                           uint32 // the share of names among the words
	open                                            uint32 // what is not closed or opened in it
	marks                                           uint32 // a bit for each of some kinds of marks
	lists                                           uint32 // of all its words but the first
}

// wordsOf counts what the tokens of a part are.
func (l *Line) wordsOf(p run) (w partWords) {
	years, depth, quotes, lowest := uint32(0), 0, uint32(0), 0
	for i := p.from; i < p.next; i++ {
		t := l.at(i)
		if i > p.from {
			w.lists |= t.lists
		}
		switch {
		case t.shape == year:
			years++
		case t.kind == number:
			w.numbers++
		case t.shape == initial || t.shape == capitals:
			w.initials++
		case t.shape == small && t.lists&(particleBit|functionBit) == 0:
			w.smalls++
		case t.kind == word && t.shape != small:
			w.names++
		case t.shape == openParen || t.shape == openBracket:
			depth++
		case t.shape == closeParen || t.shape == closeBracket:
			depth--
			lowest = min(lowest, depth)
		case t.shape == quotation:
			quotes++
		case t.shape == fullStop:
			w.stops++
			if l.parts(i) {
				w.marks |= 1
			}
		case t.shape == comma:
			w.commas++
		case t.shape == colon:
			w.marks |= 2
		case t.shape == question || t.shape == exclamation:
			w.marks |= 4
		case t.shape == semicolon:
			w.marks |= 8
		}
	}
	if total := w.smalls + w.names; total > 0 {
		w.style = 1 + w.names*4/total
	}
	w.smalls, w.names, w.initials = min(w.smalls, 4), min(w.names, 4), min(w.initials, 4)
	w.numbers, w.stops, w.commas = min(w.numbers, 2)+4*min(years, 2), min(w.stops, 4), min(w.commas, 4)
	w.open = uint32(max(-2, min(depth, 2))+2) + 8*uint32(min(-lowest, 2)) + 32*(quotes%2)
	return w
}

// functionBit is the bit of words such as "of" and "the" in a token's lists.
const functionBit = 1 << 7
