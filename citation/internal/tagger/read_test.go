package tagger

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/google/go-cmp/cmp"
)

// labelledText takes the labels out of a text that has them before its parts:
// "<authors>Lund A. <title>Felt rims."
func labelledText(t *testing.T, marked string) (text string, labels []Label) {
	t.Helper()
	type part struct {
		start int
		label Label
	}
	var parts []part
	for piece := range strings.SplitSeq(marked, "⟨") {
		name, rest, ok := strings.Cut(piece, "⟩")
		if !ok {
			continue
		}
		label := Label(0)
		for l, known := range names {
			if known == name {
				label = Label(l)
			}
		}
		parts = append(parts, part{len(text), label})
		text += rest
	}
	l := NewLine(text)
	defer l.Release()
	for _, token := range l.Tokens {
		label := Other
		for _, p := range parts {
			if p.start <= token.Start {
				label = p.label
			}
		}
		labels = append(labels, label)
	}
	return text, labels
}

// TestReadLabelled holds what is read inside of parts whose labels are known, so that it
// does not depend on what was learned.
func TestReadLabelled(t *testing.T) {
	for marked, want := range map[string]map[string]string{
		"⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩Carts ⟨volume⟩3: ⟨pages⟩S278–S286.": {
			"authors": "A Lund", "title": "Felt rims", "container": "Carts", "volume": "3", "pages": "S278–S286"},
		"⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩Carts ⟨volume⟩3: ⟨pages⟩249S-250S.": {
			"authors": "A Lund", "title": "Felt rims", "container": "Carts", "volume": "3", "pages": "249S-250S"},
		"⟨authors⟩Lund A. ⟨title⟩Filz. ⟨container⟩Carts ⟨volume⟩3, ⟨pages⟩S. 1-9": {
			"authors": "A Lund", "title": "Filz", "container": "Carts", "volume": "3", "pages": "1-9"},
		"⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨publisher⟩Harbour Press, ⟨year⟩2004. ⟨pages⟩240 p.": {
			"authors": "A Lund", "title": "Felt rims", "publisher": "Harbour Press", "year": "2004"},
		"⟨authors⟩Lund A., ⟨title⟩The Art of Wagons, ⟨volume⟩Vol. 1: ⟨title⟩Fundamental Wheels, ⟨publisher⟩Harbour Press": {
			"authors": "A Lund", "title": "The Art of Wagons, Vol. 1: Fundamental Wheels", "publisher": "Harbour Press"},
		"⟨authors⟩A. Lund and B. ⟨editorsfront⟩Roe, Eds., ⟨title⟩Carts. ⟨place⟩Leeds, U.K.: ⟨publisher⟩Harbour Press": {
			"editors": "A. Lund; B. Roe", "title": "Carts", "address": "Leeds, U.K.", "publisher": "Harbour Press"},
		"⟨authors⟩Lund, A./Roe, B. (Hrsg.) ⟨year⟩(2004): ⟨title⟩Karren. ⟨publisher⟩Radverlag": {
			"editors": "A. Lund; B. Roe", "year": "2004", "title": "Karren", "publisher": "Radverlag"},
		"⟨authors⟩Lund A. ⟨title⟩‘Felt rims’ in, ⟨container⟩inThe Art of Wagons. ⟨pages⟩1-9": {
			"authors": "A Lund", "title": "Felt rims", "container": "The Art of Wagons", "pages": "1-9"},
		"⟨authors⟩Lund A. ⟨title⟩Carts. ⟨container⟩Rev. ed. ⟨publisher⟩Harbour Press": {
			"authors": "A Lund", "title": "Carts", "edition": "Rev", "publisher": "Harbour Press"},
		"⟨authors⟩Lund A. ⟨title⟩Carts. ⟨container⟩FELT 2019. LNCS, ⟨volume⟩vol. 11111": {
			"authors": "A Lund", "title": "Carts", "container": "FELT 2019", "series": "LNCS", "volume": "11111"},
		"⟨authors⟩Lund A. ⟨title⟩Carts. ⟨publisher⟩arXiv. ⟨identifier⟩https://arxiv.org/abs/2101.01234": {
			"authors": "A Lund", "title": "Carts", "arxiv": "2101.01234"},
		"⟨authors⟩Lund A. ⟨title⟩Carts. ⟨container⟩Road Museum. ⟨other⟩Retrieved ⟨year⟩March 3, 2015": {
			"authors": "A Lund", "title": "Carts", "container": "Road Museum", "urldate": "March 3, 2015"},
		"⟨authors⟩Lund, A., ⟨genre⟩US Patent 1,234,567 ⟨year⟩(2019).": {
			"authors": "A. Lund", "number": "1,234,567", "year": "2019"},
		"⟨authors⟩Lund A. ⟨container⟩Felt Rims, ⟨year⟩2021. ⟨identifier⟩arXiv:2101.01234.": {
			"authors": "A Lund", "title": "Felt Rims", "year": "2021", "arxiv": "2101.01234"},
		"⟨authors⟩Lund A. ⟨title⟩“How to oil a hub.” Quiet Carts. ⟨year⟩2019": {
			"authors": "A Lund", "title": "How to oil a hub", "container": "Quiet Carts", "year": "2019"},
		"⟨authors⟩Ito S, Vale R, ⟨title⟩for the Lamp Study Group. Lamps in hospitals. ⟨container⟩Thorax ⟨volume⟩3": {
			"authors": "S Ito; R Vale; Lamp Study Group", "title": "Lamps in hospitals", "container": "Thorax", "volume": "3"},
		"⟨editorsfront⟩Kessler T, editor. ⟨container⟩Bees and people. ⟨publisher⟩Meadow Press; ⟨year⟩1999": {
			"editors": "T Kessler", "title": "Bees and people", "publisher": "Meadow Press", "year": "1999"},
		"⟨authors⟩A. Ruiz, ⟨title⟩“Knots,” ⟨editors⟩in Rope and Sail, B. Silva, Ed. ⟨publisher⟩Routledge": {
			"authors": "A. Ruiz", "title": "Knots", "container": "Rope and Sail", "editors": "B. Silva", "publisher": "Routledge"},
		"⟨authors⟩Dunn, P. ⟨title⟩The Lamp and Its Enemies. Translated by Rosa Vale, ⟨publisher⟩Penguin": {
			"authors": "P. Dunn", "title": "The Lamp and Its Enemies", "publisher": "Penguin"},
		"⟨editorsfront⟩Zhang, Y., ⟨authors⟩Li, X. ⟨title⟩Harbours. ⟨container⟩Carts ⟨volume⟩3": {
			"authors": "Y. Zhang; X. Li", "title": "Harbours", "container": "Carts", "volume": "3"},
		"⟨authors⟩Lund A. ⟨title⟩Diet of <em>Felis catus</em>. ⟨container⟩Carts ⟨volume⟩3": {
			"authors": "A Lund", "title": "Diet of <em>Felis catus</em>", "container": "Carts", "volume": "3"},
		"⟨authors⟩Rahm, E. ⟨title⟩Der Radstand. ⟨container⟩Karren ⟨volume⟩52⟨issue⟩/53, ⟨pages⟩S. 3 ff.": {
			"authors": "E. Rahm", "title": "Der Radstand", "container": "Karren", "volume": "52/53", "pages": "3"},
		"⟨authors⟩Rahm, E. ⟨title⟩Der Radstand. ⟨container⟩Karren ⟨volume⟩52⟨issue⟩/3, ⟨pages⟩S. 3f.": {
			"authors": "E. Rahm", "title": "Der Radstand", "container": "Karren", "volume": "52", "number": "3", "pages": "3"},
		"⟨authors⟩Mann, D., ⟨title⟩Elastic tyres. ⟨container⟩Physica B ⟨volume⟩85, 411, ⟨pages⟩664-675": {
			"authors": "D. Mann", "title": "Elastic tyres", "container": "Physica B", "volume": "85", "number": "411", "pages": "664-675"},
		"⟨authors⟩Orr, P. ⟨title⟩Hubs. ⟨container⟩Wheelwright, ⟨place⟩Spring ⟨year⟩2007": {
			"authors": "P. Orr", "title": "Hubs", "container": "Wheelwright", "year": "2007"},
		"⟨authors⟩Orr, P. ⟨title⟩Hubs. ⟨container⟩Notes on the hubs of ⟨authors⟩Ada Maria Karlsson Venn. ⟨year⟩2007": {
			"authors": "P. Orr", "title": "Hubs", "container": "Notes on the hubs of", "year": "2007"},
		"⟨authors⟩Pryce A., ⟨title⟩Felt hubs, ⟨container⟩J. Carts ⟨volume⟩4⟨issue⟩, 11 ⟨year⟩(2001).": {
			"authors": "A Pryce", "title": "Felt hubs", "container": "J. Carts", "volume": "4", "pages": "11", "year": "2001"},
		"⟨authors⟩Pryce A., ⟨title⟩Felt hubs, ⟨container⟩J. Carts ⟨volume⟩4⟨issue⟩, no. 11 ⟨year⟩(2001).": {
			"authors": "A Pryce", "title": "Felt hubs", "container": "J. Carts", "volume": "4", "number": "11", "year": "2001"},
		"⟨authors⟩Pryce A., ⟨container⟩The Art of Wagons, ⟨volume⟩Vol. 1: ⟨title⟩Fundamental Wheels, ⟨publisher⟩Wheel Press, ⟨year⟩2001.": {
			"authors": "A Pryce", "title": "The Art of Wagons, Vol. 1: Fundamental Wheels", "publisher": "Wheel Press", "year": "2001"},
		"⟨authors⟩Pryce A. ⟨title⟩Felt hubs. ⟨container⟩In ICRW, ⟨volume⟩volume 97 ⟨other⟩of ⟨publisher⟩PMLR, ⟨year⟩2001.": {
			"authors": "A Pryce", "title": "Felt hubs", "container": "ICRW", "volume": "97", "series": "PMLR", "year": "2001"},
		"⟨authors⟩Pryce A., ⟨title⟩Cues for Figure⟨container⟩/Ground Labelling. ⟨publisher⟩Wheel Press, ⟨year⟩2001.": {
			"authors": "A Pryce", "title": "Cues for Figure/Ground Labelling", "publisher": "Wheel Press", "year": "2001"},
		"⟨authors⟩Pryce A., ⟨title⟩Cues for Figure/⟨container⟩Ground Labelling. ⟨publisher⟩Wheel Press, ⟨year⟩2001.": {
			"authors": "A Pryce", "title": "Cues for Figure/Ground Labelling", "publisher": "Wheel Press", "year": "2001"},
		"⟨authors⟩Pryce A., ⟨title⟩Proc. ⟨container⟩Int. Conf. Carts ⟨volume⟩3 ⟨year⟩(2001).": {
			"authors": "A Pryce", "container": "Proc. Int. Conf. Carts", "volume": "3", "year": "2001"},
		"⟨authors⟩Pryce A., ⟨title⟩In A Book of Carts; ⟨editors⟩Roe, B., Ed.; ⟨publisher⟩Wheel Press: ⟨place⟩Leeds, ⟨year⟩2001; ⟨pages⟩pp 1–9.": {
			"authors": "A Pryce", "container": "A Book of Carts", "editors": "B. Roe", "publisher": "Wheel Press", "address": "Leeds", "year": "2001", "pages": "1–9"},
		"⟨authors⟩Pryce A. ⟨title⟩Felt hubs. Third Edition. ⟨publisher⟩Wheel Press, ⟨year⟩2001.": {
			"authors": "A Pryce", "title": "Felt hubs", "edition": "Third", "publisher": "Wheel Press", "year": "2001"},
		"⟨authors⟩Pryce A. ⟨title⟩Felt hubs. ⟨volume⟩Ch. 3, ⟨issue⟩sec. 2. ⟨publisher⟩Wheel Press, ⟨year⟩2001.": {
			"authors": "A Pryce", "title": "Felt hubs", "publisher": "Wheel Press", "year": "2001"},
		"⟨authors⟩Pryce A. ⟨title⟩Felt hubs. ⟨editors⟩In Rope and Sail, ed. Beatriz Silva, ⟨publisher⟩Wheel Press, ⟨year⟩2001 May 12-14.": {
			"authors": "A Pryce", "title": "Felt hubs", "container": "Rope and Sail", "editors": "Beatriz Silva", "publisher": "Wheel Press", "year": "2001", "day": "12-14"},
		"⟨authors⟩Pryce A. ⟨title⟩Felt hubs. ⟨container⟩Paper presented at: Cart Days. ⟨editors⟩N. Falk and E. Holm, Eds. Leeds, U. ⟨publisher⟩Wheel Press": {
			"authors": "A Pryce", "title": "Felt hubs", "container": "Cart Days", "editors": "N. Falk; E. Holm", "publisher": "Wheel Press"},
	} {
		text, labels := labelledText(t, marked)
		s := phrase.NewText(text)
		w, ok := ReadLabelled(s, labels)
		if !ok {
			t.Errorf("%s: no reference", text)
		} else if diff := cmp.Diff(want, statedBy(&w)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
		s.Release()
	}
}

// TestUnsureValuesAreLeftOut holds that a value is not stated if its labels are less
// probable than others.
func TestUnsureValuesAreLeftOut(t *testing.T) {
	text, labels := labelledText(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩Carts ⟨volume⟩3: ⟨pages⟩1-9.")
	s := phrase.NewText(text)
	defer s.Release()
	l := NewLine(text)
	defer l.Release()
	l.Labels, l.Sure, l.margin = labels, make([]float32, len(labels)), undatedMargin*float32(len(labels))
	for i, label := range labels {
		if l.Sure[i] = 0.9; label == Container {
			l.Sure[i] = 0.3
		}
	}
	w, ok := readRuns(s, l, l.all())
	if want := map[string]string{"authors": "A Lund", "title": "Felt rims", "volume": "3", "pages": "1-9"}; !ok || !cmp.Equal(want, statedBy(&w)) {
		t.Errorf("%v", statedBy(&w))
	}
}
