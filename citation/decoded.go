package citation

import "strings"

// DecodeLaTeX returns what LaTeX would print for a text, in Unicode: accents,
// letters, signs and simple mathematics; braces are dropped. A command that is
// not known stays as it is written. It takes time linear in the text.
func DecodeLaTeX(text string) string { return decodeLaTeX(text) }

// IsPreprintServer reports whether a venue is a preprint server and nothing more:
// "arXiv preprint arXiv:2402.10379", "CoRR", "bioRxiv", "SSRN Electronic Journal",
// "arXiv (Cornell University)".
func IsPreprintServer(venue string) bool {
	if len(venue) > maxVenue {
		return false
	}
	if !namesXiv(venue) && len(venue) > maxServerName {
		return false
	}
	if isPreprintServer(venue) {
		return true
	}
	name, _, _ := strings.Cut(venue, "(")
	words := foldWords(name)
	if len(words) == 0 {
		return false
	}
	return strings.HasSuffix(words[0], "rxiv") || words[0] == "ssrn" || preprintServers[strings.Join(words, " ")]
}

// maxServerName is more bytes than the name of a preprint server has that does
// not end like arXiv.
const maxServerName = 60

// namesXiv spares most names the folding.
func namesXiv(venue string) bool {
	for i := range len(venue) {
		if venue[i]|0x20 == 'x' && hasFoldedPrefix(venue[i:], "xiv") {
			return true
		}
	}
	return false
}
