package venue

import (
	"regexp"
	"strings"

	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// preprintServer matches a venue that is arXiv and nothing more, such as
// "arXiv preprint arXiv:2402.10379", "ArXiv e-prints" and "CoRR".
var preprintServer = regexp.MustCompile(`(?i)^(computing research repository|corr|(the )?arxiv([.]org)?)\b[\s,]*((e-?prints?|preprints?|cornell university)[\s,]*)*(\(?(arxiv|corr)\)?)?[\s:,/]*(abs/)?(` + arXivIDPattern + `)?\s*(\[[\w.-]+\])?[\s.,]*$`)

const arXivIDPattern = `[0-9]{4}[.][0-9]{4,5}(?:v[0-9]+)?|[a-z-]+(?:[.][A-Za-z]{2})?/[0-9]{7}(?:v[0-9]+)?`

// arXivName matches an arXiv ID after something that says arXiv: the word, a
// URL or a DOI.
var arXivName = regexp.MustCompile(`(?i)(?:arxiv\s*[:.]\s*|arxiv[.]org/(?:abs|pdf|html)/|(?:corr|arxiv)[\s,]*(?:abs/)?)(` + arXivIDPattern + `)`)

func IsArXiv(venue string) bool {
	return saysArXiv(venue) && preprintServer.MatchString(venue)
}

// ArXivIDIn returns the arXiv ID that a text names, or "".
func ArXivIDIn(text string) string {
	if !saysArXiv(text) {
		return ""
	}
	match := arXivName.FindStringSubmatch(text)
	if match == nil {
		return ""
	}
	return match[1]
}

// saysArXiv spares most values the search with an expression.
func saysArXiv(content string) bool {
	if len(content) > maxVenue {
		return false
	}
	for i := range len(content) {
		switch content[i] | 0x20 {
		case 'a':
			if text.HasFoldedPrefix(content[i:], "arxiv") {
				return true
			}
		case 'c':
			if text.HasFoldedPrefix(content[i:], "corr") || text.HasFoldedPrefix(content[i:], "computing research repository") {
				return true
			}
		}
	}
	return false
}

// maxVenue is the length in bytes above which a value names no arXiv paper.
const maxVenue = 1000

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
	if IsArXiv(venue) {
		return true
	}
	name, _, _ := strings.Cut(venue, "(")
	words := fold.Words(name)
	if len(words) == 0 {
		return false
	}
	return strings.HasSuffix(words[0], "rxiv") || words[0] == "ssrn" || PreprintServers[strings.Join(words, " ")]
}

// maxServerName is more bytes than the name of a preprint server has that does
// not end like arXiv.
const maxServerName = 60

// namesXiv spares most names the folding.
func namesXiv(venue string) bool {
	for i := range len(venue) {
		if venue[i]|0x20 == 'x' && text.HasFoldedPrefix(venue[i:], "xiv") {
			return true
		}
	}
	return false
}

// OpensAsPreprintServer reports whether a container may be a preprint server. If it
// begins with three ASCII letters, folding keeps them, but in words that have another
// spelling in American English, which no server's name has.
func OpensAsPreprintServer(container string) bool {
	var opening [3]byte
	for i := range opening {
		if i >= len(container) || !text.IsLetter(container[i]) {
			return container != ""
		}
		opening[i] = container[i] | 0x20
	}
	return preprintOpenings[string(opening[:])]
}

var preprintOpenings = openingsOf(PreprintServers)

func openingsOf(names map[string]bool) map[string]bool {
	openings := make(map[string]bool, len(names))
	for name := range names {
		openings[name[:3]] = true
	}
	return openings
}

var PreprintServers = map[string]bool{
	"arxiv": true, "corr": true, "biorxiv": true, "medrxiv": true, "chemrxiv": true, "psyarxiv": true, "ssrn": true,
	"ssrn electronic journal": true, "openreview": true, "research square": true, "preprints": true, "osf preprints": true,
	"techrxiv": true, "eartharxiv": true, "socarxiv": true,
}
