package tagger

// marginals finds how probable each of the best labels is, by the forward-backward
// algorithm (Rabiner 1989, section III.A).
func (m *Model) marginals(l *Line) {
	n := len(l.Tokens)
	l.Sure = resize(l.Sure, n)
	l.forward = resize(l.forward, n*Labels)
	l.backward = resize(l.backward, n*Labels)
	for i := range n {
		here := l.forward[i*Labels : (i+1)*Labels]
		if l.active[i].n == 1 { // divided by the sum of itself
			here[l.active[i].labels[0]] = 1
			continue
		}
		sum := float32(0)
		for _, b := range l.active[i].list() {
			x := float32(1)
			if i > 0 {
				x = 0
				joins := &m.factors[l.joints[i]]
				before := (*[Labels]float32)(l.forward[(i-1)*Labels:])
				for _, a := range l.active[i-1].list() {
					x += before[a] * joins[a][b]
				}
			}
			here[b] = x * l.power[i*Labels+int(b)]
			sum += here[b]
		}
		for _, b := range l.active[i].list() {
			here[b] /= sum
		}
	}
	for i := n - 1; i >= 0; i-- {
		here := l.backward[i*Labels : (i+1)*Labels]
		if l.active[i].n == 1 {
			here[l.active[i].labels[0]], l.Sure[i] = 1, 1
			continue
		}
		sum := float32(0)
		for _, a := range l.active[i].list() {
			x := float32(1)
			if i < n-1 {
				x = 0
				joins := &m.factors[l.joints[i+1]]
				power, after := (*[Labels]float32)(l.power[(i+1)*Labels:]), (*[Labels]float32)(l.backward[(i+1)*Labels:])
				for _, b := range l.active[i+1].list() {
					x += joins[a][b] * power[b] * after[b]
				}
			}
			here[a] = x
			sum += x
		}
		total := float32(0)
		for _, a := range l.active[i].list() {
			here[a] /= sum
			total += here[a] * l.forward[i*Labels+int(a)]
		}
		best := int(l.Labels[i])
		l.Sure[i] = here[best] * l.forward[i*Labels+best] / total
	}
}
