package tagger

// marginals finds how probable each of the best labels is, by the forward-backward
// algorithm (Rabiner 1989, section III.A).
func (m *Model) marginals(l *Line) {
	n := len(l.Tokens)
	l.Sure = resize(l.Sure, n)
	l.forward = resize(l.forward, n*Labels)
	l.backward = resize(l.backward, n*Labels)
	for i := range n {
		m.goForward(l, i)
	}
	for i := n - 1; i >= 0; i-- {
		m.goBackward(l, i)
	}
	l.sure()
}

// goForward finds how probable the labels of token i are by what is before it.
func (m *Model) goForward(l *Line, i int) {
	here, labels := (*[Labels]float32)(l.forward[i*Labels:]), l.active[i].list()
	if len(labels) == 1 { // divided by the sum of itself
		here[labels[0]] = 1
		return
	}
	power := (*[Labels]float32)(l.power[i*Labels:])
	if i == 0 {
		for _, b := range labels {
			here[b] = power[b]
		}
	} else {
		for _, b := range labels {
			here[b] = 0
		}
		factors, before := &m.factors[l.joints[i]], (*[Labels]float32)(l.forward[(i-1)*Labels:])
		for _, a := range l.active[i-1].list() {
			share, factor := before[a], &factors[a]
			for _, b := range labels {
				here[b] += share * factor[b]
			}
		}
		for _, b := range labels {
			here[b] *= power[b]
		}
	}
	divideBySum(here, labels)
}

// goBackward finds how probable the labels of token i are by what is after it.
func (m *Model) goBackward(l *Line, i int) {
	here, labels := (*[Labels]float32)(l.backward[i*Labels:]), l.active[i].list()
	if len(labels) == 1 || i == len(l.Tokens)-1 {
		for _, a := range labels {
			here[a] = 1
		}
	} else {
		factors, next := &m.factors[l.joints[i+1]], l.active[i+1].list()
		power, after := (*[Labels]float32)(l.power[(i+1)*Labels:]), (*[Labels]float32)(l.backward[(i+1)*Labels:])
		for _, a := range labels {
			sum, factor := float32(0), &factors[a]
			for _, b := range next {
				sum += factor[b] * power[b] * after[b]
			}
			here[a] = sum
		}
	}
	divideBySum(here, labels)
}

func divideBySum(shares *[Labels]float32, labels []Label) {
	sum := float32(0)
	for _, b := range labels {
		sum += shares[b]
	}
	for _, b := range labels {
		shares[b] /= sum
	}
}

// sure says how probable each of the labels that the line has is.
func (l *Line) sure() {
	for i, label := range l.Labels {
		if l.active[i].n == 1 {
			l.Sure[i] = 1
			continue
		}
		forward, backward := (*[Labels]float32)(l.forward[i*Labels:]), (*[Labels]float32)(l.backward[i*Labels:])
		total := float32(0)
		for _, a := range l.active[i].list() {
			total += backward[a] * forward[a]
		}
		l.Sure[i] = backward[label] * forward[label] / total
	}
}
