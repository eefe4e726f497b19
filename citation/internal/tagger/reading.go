package tagger

import "slices"

// Reading is a way to label a line, as one of several that are nearly as probable.
type Reading struct {
	Labels   []Label
	Features []uint16 // the numbers of what it has as a whole, below [WholeFeatures]
	less     float32  // how much less probable it is than the best one, in powers of e, not positive
	parts    []run
}

// mostReadings is how many readings of a line are compared.
const mostReadings = 6

// Readings returns the best ways to label a line that differ in more than marks, the best one
// first. The line was read by [Model.Read].
func (m *Model) Readings(l *Line) (readings []Reading) {
	var room [usualRuns]run
	for p := range m.paths(l) {
		parts := l.appendParts(room[:0], p.labels)
		if !namesWork(l, p.labels) || slices.ContainsFunc(readings, func(other Reading) bool { return slices.Equal(other.parts, parts) }) {
			continue
		}
		readings = append(readings, Reading{slices.Clone(p.labels), l.wholeFeatures(parts), p.less, slices.Clone(parts)})
		if len(readings) == mostReadings {
			break
		}
	}
	return readings
}

// appendParts appends the runs of labels without the marks around them.
func (l *Line) appendParts(parts []run, labels []Label) []run {
	for from := 0; from < len(labels); {
		next := from + 1
		for next < len(labels) && labels[next] == labels[from] {
			next++
		}
		part := run{label: labels[from], from: from, next: next}
		from = next
		for part.from < part.next && l.at(part.from).kind == mark {
			part.from++
		}
		for part.next > part.from && l.at(part.next-1).kind == mark {
			part.next--
		}
		switch n := len(parts) - 1; {
		case part.from == part.next:
		case n >= 0 && parts[n].label == part.label:
			parts[n].next = part.next
		default:
			parts = append(parts, part)
		}
	}
	return parts
}

// decide takes, of the ways to label a line that a chain of labels finds nearly as probable,
// in which each label depends on those beside it alone, the one that is the most probable as
// a whole, and says how probable each of its labels is among them.
func (m *Model) decide(l *Line) {
	if m.whole == nil || len(l.Tokens) > longestDecided || slices.Min(l.Sure) >= surelyDecided {
		return
	}
	readings := m.Readings(l)
	if len(readings) < 2 {
		return
	}
	shares := m.whole.Shares(readings)
	top := 0
	for i, share := range shares {
		if share > shares[top] {
			top = i
		}
	}
	if top > 0 {
		copy(l.Labels, readings[top].Labels)
		l.sure()
	}
	for i, label := range l.Labels {
		share := float32(0)
		for k, r := range readings {
			if r.Labels[i] == label {
				share += shares[k]
			}
		}
		l.Sure[i] = (l.Sure[i] + share) / 2
	}
}

// longestDecided is how many tokens a line may have whose readings are compared, and
// surelyDecided from what probability of its least sure token on there is nothing to compare.
const (
	longestDecided = 500
	surelyDecided  = 0.9
)
