package compare

import (
	"slices"
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/venue"
)

// Venue is the name of a venue as they are compared by.
type Venue struct {
	Name     string
	words    []string           // that tell it from others
	head     []string           // those of them before the first comma or colon
	Table    []string           // venues of the table of venues that it names, by their names
	Kind     citation.EntryType // InProceedings, Article, or empty if the name does not say
	Workshop bool               // of a meeting, rather than the meeting
	findings bool               // the second volume of a meeting
	series   bool               // a series, a publisher or a repository: it may hold any venue
}

// FoldVenue folds the name of a venue.
func FoldVenue(name string) Venue {
	const longest = 400
	if len(name) > longest {
		name = strings.ToValidUTF8(name[:longest], "")
	}
	v := Venue{Name: name}
	folded := foldedWords(name)
	for _, word := range folded {
		switch word {
		case "workshop", "workshops", "wksp", "workshopp":
			v.Workshop = true
		case "findings":
			v.findings = true
		case "journal", "transactions", "trans", "letters", "review", "reviews", "magazine", "annals", "quarterly", "j", "bulletin", "archive":
			v.Kind = citation.Article
		case "conference", "proceedings", "proc", "conf", "symposium", "meeting", "congress", "colloquium":
			if v.Kind == "" {
				v.Kind = citation.InProceedings
			}
		}
	}
	v.words, v.head = withoutFillers(folded), withoutFillers(foldedWords(headOf(name)))
	v.series = isSeries(folded)
	if v.series {
		return v
	}
	for part := range venueParts(name) {
		if known, ok := venue.Find(part); ok {
			v.Kind = ref.PaperType(known)
			if !slices.Contains(v.Table, known.Name) {
				v.Table = append(v.Table, known.Name)
			}
		}
	}
	return v
}

// headOf returns a name up to the first comma, colon or parenthesis, after which
// dblp has the acronym, the place and the days.
func headOf(name string) string {
	if end := strings.IndexAny(name, ",:("); end > 0 {
		return name[:end]
	}
	return name
}

func withoutFillers(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), isVenueFiller)
}

// venueParts yields a name, what it consists of, and the words in it that may be
// acronyms, but for those of publishers: "16th European Conference on Computer
// Vision", "ECCV".
func venueParts(name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if !yield(name) {
			return
		}
		parts := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(",:;()[]/@", r) })
		if len(parts) == 1 {
			parts = nil
		}
		for _, part := range parts {
			for piece := range strings.SplitSeq(part, " - ") {
				if strings.Count(strings.TrimSpace(piece), " ") >= 2 && !yield(piece) {
					return
				}
			}
		}
		for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '&' && r != '*' }) {
			if isAcronym(word) && !seriesNames[strings.ToLower(word)] && !yield(word) {
				return
			}
		}
	}
}

// isAcronym reports whether a word is written as acronyms are: with two capitals
// or more.
func isAcronym(word string) bool {
	capitals := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals >= 2 && len(word) >= 3
}

// isVenueFiller reports whether a word of a venue's name says nothing about which
// venue it is.
func isVenueFiller(word string) bool {
	if strings.Trim(word, "0123456789") == "" || isMeetingNumber(word) {
		return true
	}
	return venueFillers[word]
}

func isMeetingNumber(word string) bool {
	digits := strings.TrimRight(word, "stndrh")
	return digits != "" && strings.Trim(digits, "0123456789") == ""
}

var venueFillers = wordSet("the of on in for and a an at with to by its",
	"proceedings proc proceeding conference conf international int intl annual meeting symposium symp congress colloquium",
	"joint world ieee acm cvf ieeecvf usenix siam aaai sigkdd sigchi journal j transactions trans workshop workshops volume vol part",
	"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth",
	"seventeenth eighteenth nineteenth twentieth thirtieth fortieth twenty thirty forty fifty sixty",
	"january february march april may june july august september october november december",
	"jan feb mar apr jun jul aug sep sept oct nov dec virtual event online usa uk main track advances findings")

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
	return slices.ContainsFunc(words, func(w string) bool { return repositoryWords[w] })
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
	"pubmed repec dataverse semantic scholar github techrxiv psyarxiv osf")

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

// Venues compares two names of venues. A workshop is not the meeting that
// it was held at, and findings are not its main volume. A series or a publisher
// may hold any venue, and a single word that the table of venues does not have
// may be anyone's acronym: they cannot be compared.
func Venues(a, b *Venue) Agreement {
	switch {
	case a.Name == "" || b.Name == "":
		return Incomparable
	case slices.Equal(a.words, b.words) && len(a.words) > 0 && a.Workshop == b.Workshop:
		return Agrees
	case a.series || b.series:
		return Incomparable
	case a.HasNameOf(b):
		if a.Workshop != b.Workshop || a.findings != b.findings {
			return Differs
		}
		return Agrees
	case len(a.Table) > 0 && len(b.Table) > 0:
		return Differs
	case venue.Same(a.Name, b.Name) || abbreviates(a.head, b.head) || abbreviates(b.head, a.head):
		return Agrees
	case isObscure(a) || isObscure(b):
		return Incomparable
	case len(a.Table)+len(b.Table) == 0 && 2*commonWords(a.words, b.words) >= min(len(a.words), len(b.words)):
		return Incomparable
	}
	return Differs
}

// HasNameOf reports whether both names have one venue of the table in them.
func (v *Venue) HasNameOf(other *Venue) bool {
	return slices.ContainsFunc(v.Table, func(name string) bool { return slices.Contains(other.Table, name) })
}

// isObscure reports whether a name that the table of venues does not have is too
// short to tell which venue it means.
func isObscure(v *Venue) bool { return len(v.Table) == 0 && len(v.words) < 2 }

// abbreviates reports whether each word of short abbreviates the one of long at its
// place, as in "Conf Neural Inf Process Syst".
func abbreviates(short, long []string) bool {
	if len(short) < 2 || len(short) != len(long) {
		return false
	}
	for i := range short {
		if !isAbbreviation(short[i], long[i]) {
			return false
		}
	}
	return true
}

// isAbbreviation reports whether a word is another one cut short or without some of
// its letters: "natl" for "national".
func isAbbreviation(short, long string) bool {
	if strings.HasPrefix(long, short) {
		return true
	}
	if short == "" || short[0] != long[0] || len(short) < 3 {
		return false
	}
	for i := range len(short) {
		at := strings.IndexByte(long, short[i])
		if at < 0 {
			return false
		}
		long = long[at+1:]
	}
	return true
}
