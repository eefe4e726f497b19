package compare

import (
	"html"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/venue"
)

// Venue is the name of a venue as they are compared by.
type Venue struct {
	Name     string
	words    []string           // that tell it from others, by their abbreviations
	head     []string           // those of them before the first comma, colon or parenthesis
	Table    []string           // venues of the table of venues that it names, by their names
	Whole    bool               // it means these, and nothing beside them
	Kind     citation.EntryType // InProceedings, Article, or empty if the name does not say
	Workshop bool               // of a meeting, rather than the meeting
	findings bool               // the second volume of a meeting
	Series   bool               // a series, a publisher or a repository: it may hold any venue
	known    []*venue.Venue
}

// FoldVenue folds the name of a venue. That of nothing, such as an address of the
// web, is empty.
func FoldVenue(name string) Venue {
	const longest = 400
	if len(name) > longest {
		name = strings.ToValidUTF8(name[:longest], "")
	}
	name = html.UnescapeString(name)
	if isNoVenue(name) {
		return Venue{}
	}
	folded := fold.Words(name)
	v := Venue{Name: name, Kind: kindSaid(folded), words: venue.TitleWords(name), head: venue.TitleWords(headOf(name))}
	if v.Series = isSeries(folded) || isRepository(name); v.Series {
		return v
	}
	read := venue.Read(name)
	v.Whole, v.Workshop, v.findings, v.known = read.Whole, read.Workshop, read.Findings, read.Venues
	for _, known := range v.known {
		v.Kind = ref.PaperType(known)
		v.Table = append(v.Table, known.Name)
	}
	return v
}

// Keys returns what the works of a venue are counted under: its names in the table of
// venues where it means these and nothing beside them, or else the words of the name
// without numbers, which tell one year's proceedings from another's.
func (v *Venue) Keys() (keys []string) {
	if !v.Whole {
		words := slices.DeleteFunc(fold.Words(v.Name), func(word string) bool { return strings.ContainsAny(word, "0123456789") })
		if len(words) == 0 {
			return nil
		}
		return []string{strings.Join(words, " ")}
	}
	for _, name := range v.Table {
		if v.findings {
			name = "findings: " + name
		}
		keys = append(keys, name)
	}
	return keys
}

// isNoVenue reports whether what is stated as a venue names none, as registries have it.
func isNoVenue(name string) bool {
	lower := strings.ToLower(strings.Trim(name, " ()[].-"))
	return lower == "no title" || lower == "none" || lower == "null" || strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "www.")
}

// kindSaid is what papers in a venue are, by the words of its name.
func kindSaid(words []string) (kind citation.EntryType) {
	for _, word := range words {
		switch {
		case journalWords[word]:
			kind = citation.Article
		case meetingWords[word] && kind == "":
			kind = citation.InProceedings
		}
	}
	return kind
}

var (
	journalWords = wordSet("journal transactions trans letters review reviews magazine annals quarterly j bulletin archive")
	meetingWords = wordSet("conference proceedings proc conf symposium meeting congress colloquium")
)

// headOf returns a name up to the first comma, colon or parenthesis, after which
// dblp has the acronym, the place and the days.
func headOf(name string) string {
	if end := strings.IndexAny(name, ",:("); end > 0 {
		return name[:end]
	}
	return name
}

// isSeries reports whether a name, in folded words, is of a series, a publisher or
// a repository alone.
func isSeries(words []string) bool {
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		return strings.Trim(w, "0123456789") == "" || w == "volume" || w == "vol" || w == "the"
	})
	if len(words) == 0 {
		return true
	}
	if seriesNames[strings.Join(words, " ")] {
		return true
	}
	return slices.ContainsFunc(words, func(w string) bool { return repositoryWords[w] || publisherWords[w] })
}

// isRepository reports whether a name is that of what a university holds, as OpenAlex
// has it: "Bristol Research (University of Bristol)".
func isRepository(name string) bool {
	_, inside, found := strings.Cut(strings.ToLower(name), "(")
	inside, _, _ = strings.Cut(inside, ")")
	return found && (strings.Contains(inside, "universi") || strings.Contains(inside, "institute of technology") || strings.Contains(inside, "digital library"))
}

// seriesNames are series that hold proceedings of many meetings, and publishers
// that people put in a venue's place.
var seriesNames = nameSet(
	"pmlr", "proceedings of machine learning research", "jmlr workshop and conference proceedings", "jmlr w and cp",
	"lncs", "lecture notes in computer science", "lnai", "lecture notes in artificial intelligence", "lecture notes in networks and systems",
	"lecture notes in electrical engineering", "lecture notes in statistics", "lecture notes in mathematics", "communications in computer and information science", "ccis",
	"ceur", "ceur workshop proceedings", "lipics", "leibniz international proceedings in informatics", "ifip advances in information and communication technology",
	"advances in intelligent systems and computing", "studies in computational intelligence", "frontiers in artificial intelligence and applications",
	"procedia computer science", "aip conference proceedings", "iop conference series", "journal of physics conference series", "acm international conference proceeding series",
	"ifac papersonline", "eptcs", "electronic proceedings in theoretical computer science", "springer proceedings in mathematics and statistics",
	"ieee", "acm", "acm press", "ieee computer society", "ieee press", "springer", "springer verlag", "springer nature", "springer international publishing",
	"elsevier", "wiley", "aaai press", "mit press", "usenix association", "usenix", "curran associates", "curran associates inc", "omnipress", "citeseer",
	"association for computing machinery", "association for computational linguistics", "computer vision foundation", "siam", "society for industrial and applied mathematics",
	"isca", "international speech communication association", "morgan kaufmann", "cambridge university press", "oxford university press", "ios press", "world scientific",
	"institute of electrical and electronics engineers", "acl anthology", "aclanthology", "ieee xplore", "acm digital library",
)

// repositoryWords are in the names of repositories that registries take for
// venues, and in those of preprint servers.
var repositoryWords = wordSet("openreview arxiv biorxiv medrxiv chemrxiv ssrn hal zenodo figshare dspace eprints repository researchgate",
	"pubmed repec dataverse semantic scholar github techrxiv psyarxiv osf escholarship deposit handle")

// publisherWords are in the names of publishers, which people put in a venue's place.
var publisherWords = wordSet("press publisher publishers publishing publications verlag ebooks elsevier springer wiley routledge blackwell curran")

func wordSet(lines ...string) map[string]bool {
	set := map[string]bool{}
	for _, line := range lines {
		for word := range strings.FieldsSeq(line) {
			set[word] = true
		}
	}
	return set
}

func nameSet(names ...string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

// Venues compares two names of venues. They differ only if the table of venues has
// both, nothing of content is left over in either, and papers of the one do not
// appear in the other; or if both are titles of journals in full that have no word in
// common. A workshop is not the meeting that it was held at, and
// findings are not its main volume.
func Venues(a, b *Venue) Agreement {
	equal := len(a.words) > 0 && slices.Equal(a.words, b.words) && a.Workshop == b.Workshop
	switch {
	case a.Name == "" || b.Name == "":
		return Incomparable
	case equal && a.Kind == b.Kind:
		return Agrees
	case a.Series || b.Series:
		return Incomparable
	case a.HasNameOf(b):
		return a.compareVolumes(b)
	case a.Whole && b.Whole:
		if a.mayHold(b) {
			return Incomparable
		}
		return Differs
	case equal || venue.Abbreviates(a.head, b.head) || venue.Abbreviates(b.head, a.head), !a.Whole && !b.Whole && (venue.IsAcronymOf(a.Name, b.Name) || venue.IsAcronymOf(b.Name, a.Name)):
		return Agrees
	case a.isJournal() && b.isJournal() && !a.sharesWord(b), a.isForeignTo(b), b.isForeignTo(a):
		return Differs
	}
	return Incomparable
}

// isForeignTo reports whether a name that the table of venues lacks is that of a meeting
// or a journal in full, and has no word in common with any name of the venue of the
// table that the other one means.
func (v *Venue) isForeignTo(other *Venue) bool {
	if !other.Whole || len(v.known) > 0 || len(v.words) < 2 || !venue.IsMeetingName(v.Name) && !venue.IsJournalTitle(v.Name) {
		return false
	}
	return !slices.ContainsFunc(other.known, func(known *venue.Venue) bool { return known.SharesWord(v.words) })
}

// IsStrangeTo reports whether two names that the table of venues may lack have nothing
// in common, though each has words enough: neither is a series, an acronym, or what may
// hold the other one.
func (v *Venue) IsStrangeTo(other *Venue) bool {
	isVague := func(v *Venue) bool { return v.Name == "" || v.Series || !v.Whole && len(v.words) < 2 }
	return !isVague(v) && !isVague(other) && !v.mayHold(other) && !v.HasNameOf(other) && !v.sharesWord(other) &&
		Venues(v, other) != Agrees && !venue.IsAcronymOf(v.Name, other.Name) && !venue.IsAcronymOf(other.Name, v.Name)
}

// isJournal reports whether a name is a journal's of the table, or written in full.
func (v *Venue) isJournal() bool {
	return v.Whole && !slices.ContainsFunc(v.known, func(known *venue.Venue) bool { return !known.Journal }) || venue.IsJournalTitle(v.Name)
}

// sharesWord reports whether two names have a word in common that is not one for
// journals, so that they may be forms of one name.
func (v *Venue) sharesWord(other *Venue) bool {
	return slices.ContainsFunc(v.words, func(word string) bool { return !journalAbbreviations[word] && slices.Contains(other.words, word) })
}

var journalAbbreviations = wordSet("j ann trans bull q mag arch")

// compareVolumes compares the names of what was held or published at one meeting.
func (v *Venue) compareVolumes(other *Venue) Agreement {
	switch {
	case v.Workshop != other.Workshop || v.findings != other.findings:
		return Differs
	case v.Whole && other.Whole, v.Workshop:
		return Agrees
	}
	return Incomparable
}

// mayHold reports whether papers of one venue appear in the other one.
func (v *Venue) mayHold(other *Venue) bool {
	return slices.ContainsFunc(v.known, func(a *venue.Venue) bool { return slices.ContainsFunc(other.known, a.MayHold) })
}

// HasNameOf reports whether both names have one venue of the table in them.
func (v *Venue) HasNameOf(other *Venue) bool {
	return slices.ContainsFunc(v.Table, func(name string) bool { return slices.Contains(other.Table, name) })
}
