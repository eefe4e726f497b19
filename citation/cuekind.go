package citation

import "maps"

// cueKind says which of the lists that the reader asks at every word hold a word,
// so that one look-up answers for all of them.
type cueKind uint8

const (
	authoringCue cueKind = 1 << iota
	containerCue
	workCue
	preprintCue
	neutralCue
)

func (k cueKind) has(cue cueKind) bool { return k&cue != 0 }

var cueKinds = kindsOfCues()

func kindsOfCues() map[string]cueKind {
	kinds := map[string]cueKind{}
	for cue, list := range map[cueKind]map[string]bool{
		authoringCue: authoringVerbs, containerCue: containerNouns, preprintCue: preprintWords, neutralCue: neutral,
	} {
		for word := range maps.Keys(list) {
			kinds[word] |= cue
		}
	}
	for word := range maps.Keys(workNouns) {
		kinds[word] |= workCue
	}
	return kinds
}
