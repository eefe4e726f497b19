package tagger

// listBonus is how much more probable, in powers of e, the next label is that always came
// there in the list.
const listBonus = 1

// fewest is how often a label must have come before some place for the list to say
// something of what comes after.
const fewest = 2

// ForList returns a model that reads what comes after what as the sure lines of a list
// have it: the lines of one list are written in one style. It shares the weights of m.
func (m *Model) ForList(sure []string) *Model {
	var seen [Joints][Labels][Labels]int32
	for _, text := range sure {
		l := NewLine(text)
		m.Read(l)
		for i := 1; i < len(l.Labels) && l.margin >= leastMargin; i++ {
			seen[l.cells[i].joint][l.Labels[i-1]][l.Labels[i]]++
		}
		l.Release()
	}
	list := *m
	for j := range seen {
		for a := range Labels {
			list.lean(j, a, &seen[j][a])
		}
	}
	return list.prepare()
}

// lean makes the labels that came after label a at joints j more probable.
func (m *Model) lean(j, a int, seen *[Labels]int32) {
	total := int32(0)
	for _, n := range seen {
		total += n
	}
	if total < fewest {
		return
	}
	for b, n := range seen {
		m.joins[j][b][a] += int32(listBonus * m.scale * float32(n) / float32(total))
	}
}
