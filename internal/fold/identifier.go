package fold

import (
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// ISBN returns an ISBN of either form as ISBNs are compared by: thirteen digits, the
// last of which is reckoned anew from the others (ISO 2108, annex A). Of a text that
// has another number of digits it returns those.
func ISBN(s string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == 'X' || r == 'x' {
			return r
		}
		return -1
	}, s)
	switch len(digits) {
	case 10:
		return withCheckDigit("978" + digits[:9])
	case 13:
		return withCheckDigit(digits[:12])
	}
	return digits
}

func withCheckDigit(digits string) string {
	sum := 0
	for i, r := range digits {
		sum += int(r-'0') * (1 + i%2*2)
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}

// ArXivYear returns the year in which an arXiv ID was given: its first two digits,
// before the full stop (2402.10379) or after the slash (hep-th/9901001). arXiv
// opened in 1991. It is false for what has not the form of an ID.
func ArXivYear(s string) (year int, ok bool) {
	id, ok := ArXivNumber(s)
	if !ok {
		return 0, false
	}
	number := id[strings.LastIndexByte(id, '/')+1:]
	if month := number[2:4]; month < "01" || month > "12" {
		return 0, false
	}
	year = 10*int(number[0]-'0') + int(number[1]-'0')
	if len(number) == oldNumber && year > 90 {
		return 1900 + year, true
	}
	return 2000 + year, true
}

// oldNumber is how many digits the IDs before April 2007 have after their archive
// (https://info.arxiv.org/help/arxiv_identifier.html).
const oldNumber = 7

// ArXivNumber returns an arXiv ID in small letters, without its version, its subject
// class and whatever is before it, as of its abstract's address: "2402.10379",
// "math/0309136" for "math.GT/0309136v2". It is false for what is none.
func ArXivNumber(s string) (id string, ok bool) {
	id = strings.TrimSuffix(strings.ToLower(strings.TrimSpace(s)), ".pdf")
	for _, prefix := range [...]string{"/abs/", "/pdf/", ":"} {
		if _, after, found := strings.Cut(id, prefix); found {
			id = strings.TrimSpace(after)
		}
	}
	id = withoutVersion(strings.TrimPrefix(id, "abs/"))
	if archive, number, old := strings.Cut(id, "/"); old {
		archive, _, _ = strings.Cut(archive, ".")
		isArchive := archive != "" && strings.Trim(archive, "abcdefghijklmnopqrstuvwxyz-") == ""
		return archive + "/" + number, isArchive && len(number) == oldNumber && text.IsDigits(number)
	}
	month, number, _ := strings.Cut(id, ".")
	return id, len(month) == 4 && text.IsDigits(month) && (len(number) == 4 || len(number) == 5) && text.IsDigits(number)
}

func withoutVersion(id string) string {
	if version := strings.LastIndexByte(id, 'v'); version > 0 && text.IsDigits(id[version+1:]) {
		return id[:version]
	}
	return id
}

// ArXivID returns an arXiv identifier without arXiv's address or the name before it.
func ArXivID(s string) string {
	return withoutPrefixes(s, "https://", "http://", "www.", "arxiv.org/abs/", "arxiv.org/pdf/", "arxiv:", "arxiv:", "abs/")
}

// PMID returns an identifier of PubMed without the name before it.
func PMID(s string) string { return withoutPrefixes(s, "pmid", ":", "#") }

// ISBNDigits returns an ISBN as it is printed, without the name before it.
func ISBNDigits(s string) string {
	return withoutPrefixes(s, "isbn-13", "isbn-10", "isbn", ":")
}

// withoutPrefixes returns a text without those of the prefixes that it has, in their order.
func withoutPrefixes(s string, prefixes ...string) string {
	s = text.CleanText(s)
	for _, prefix := range prefixes {
		if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
			s = strings.TrimSpace(s[len(prefix):])
		}
	}
	return s
}

// ArXiv returns an arXiv identifier as they are compared by: its number, or of what
// has another form the text without name and version, in small letters.
func ArXiv(s string) string {
	if id, ok := ArXivNumber(s); ok {
		return id
	}
	return withoutVersion(strings.ToLower(ArXivID(s)))
}

// ArXivDOI begins the DOIs that arXiv gives its papers.
const ArXivDOI = "10.48550/arxiv."

// DOIName returns a DOI without the resolver or the name before it.
func DOIName(s string) string {
	s = text.CleanText(s)
	if strings.HasPrefix(s, "10.") {
		return s
	}
	return withoutPrefixes(s, "doi:", "doi ", "https://", "http://", "dx.doi.org/", "doi.org/", "www.doi.org/", "doi:", "doi ")
}

// DOI returns a DOI as DOIs are compared by: in small letters, without the
// resolver's address or the name before it.
// A full stop at its end is the sentence's.
func DOI(doi string) string { return strings.TrimRight(strings.ToLower(DOIName(doi)), ".") }

// IsRepositoryDOI reports whether a DOI is of a preprint server or of a repository,
// by its registrant: arXiv, bioRxiv and medRxiv, SSRN, Zenodo, figshare, the
// Center for Open Science, Research Square, ResearchGate, ChemRxiv, TechRxiv.
// A work may have several of them beside its publisher's.
func IsRepositoryDOI(doi string) bool {
	registrant, _, _ := strings.Cut(doi, "/")
	switch registrant {
	case "10.48550", "10.1101", "10.64898", "10.2139", "10.5281", "10.6084", "10.31219", "10.31234", "10.31235", "10.17605",
		"10.21203", "10.13140", "10.26434", "10.36227", "10.20944", "10.3929", "10.5445", "10.17863":
		return true
	}
	return false
}
