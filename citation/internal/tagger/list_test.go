package tagger

import "testing"

// leastSure is how probable the least certain label of a line is.
func (m *Model) leastSure(text string) float32 {
	l := NewLine(text)
	defer l.Release()
	m.Read(l)
	m.marginals(l)
	least := float32(1)
	for _, sure := range l.Sure {
		least = min(least, sure)
	}
	return least
}

// TestForList holds that what comes after what in a list makes a line of its style surer, and
// that the model of other texts is as it was.
func TestForList(t *testing.T) {
	const style = "Ana Lund, Quiet Rims, Wheel Press, Leeds, 2019."
	before := Trained().leastSure(style)
	list := Trained().ForList([]string{
		"Bo Roe, Felt Hubs in Winter, Harbour Press, Cork, 2012.",
		"Ida Falk, The Cart and Its Enemies, Wheel Press, Leeds, 2003.",
		"Eva Holm, A History of Axles, Meadow Press, London, 1998.",
	})
	if got := list.leastSure(style); got <= before {
		t.Errorf("a line of the list's style is read with probability %v, %v without the list", got, before)
	}
	if got := Trained().leastSure(style); got != before {
		t.Errorf("the list changed what other texts are read with: %v, was %v", got, before)
	}
	for name, lines := range map[string][]string{
		"no lines":           nil,
		"prose":              {"Felt rims halve the noise of carts.", "Felt rims halve the noise of carts."},
		"a line of one word": {"Felt"},
	} {
		list := Trained().ForList(lines)
		if list.joins != Trained().joins {
			t.Errorf("%s: what comes after what is another", name)
		}
	}
}
