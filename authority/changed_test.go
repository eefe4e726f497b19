package authority_test

import (
	"compress/gzip"
	"context"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/internal/venue"

	"github.com/factcite/factcite/citation"
)

// harmlessChanges make of a record what people state of it.
var harmlessChanges = map[string]func(*citation.Reference){
	"as it stands":     func(r *citation.Reference) {},
	"small letters":    func(r *citation.Reference) { r.Title = strings.ToLower(r.Title) },
	"title alone":      func(r *citation.Reference) { *r = citation.Reference{Title: r.Title} },
	"initials":         func(r *citation.Reference) { r.Authors = changeGiven(r.Authors, initialsOf) },
	"first given name": func(r *citation.Reference) { r.Authors = changeGiven(r.Authors, firstWord) },
	"first author et al.": func(r *citation.Reference) {
		r.Authors, r.EtAl = r.Authors[:min(len(r.Authors), 1)], len(r.Authors) > 1
	},
	"series as venue": func(r *citation.Reference) { r.Container = "PMLR" },
	"preprint server": func(r *citation.Reference) { r.Container, r.DOI = "arXiv preprint arXiv:2001.00001", "" },
	"preprint's year": func(r *citation.Reference) {
		r.Type, r.Container, r.DOI, r.ArXiv, r.Year = citation.Misc, "", "", "", strconv.Itoa(yearOf(r)-1)
	},
	"acronym of the venue": func(r *citation.Reference) {
		if v, ok := venue.Find(r.Container); ok && v.Acronym != "" {
			r.Container = v.Acronym + " " + r.Year
		}
	},
	"name of the venue": func(r *citation.Reference) {
		if v, ok := venue.Find(r.Container); ok {
			r.Container = "Proceedings of the " + v.Name
		}
	},
	"lost sub-title": func(r *citation.Reference) {
		if main, _, ok := strings.Cut(r.Title, ": "); ok && strings.Count(main, " ") > 2 {
			r.Title = main
		}
	},
}

// yearOf returns the year of a reference, 0 if it has none.
func yearOf(r *citation.Reference) int {
	year, _ := strconv.Atoi(r.Year)
	return year
}

func changeGiven(authors []citation.Name, change func(string) string) []citation.Name {
	changed := make([]citation.Name, len(authors))
	for i, n := range authors {
		n.Given = change(n.Given)
		changed[i] = n
	}
	return changed
}

func firstWord(given string) string {
	word, _, _ := strings.Cut(given, " ")
	return word
}

func initialsOf(given string) string {
	var initials []string
	for word := range strings.FieldsSeq(given) {
		initials = append(initials, string([]rune(word)[:1])+".")
	}
	return strings.Join(initials, " ")
}

// harmfulChanges make something false of what a record says. They return false
// where a record has nothing to change.
var harmfulChanges = map[string]func(r *citation.Reference, other *citation.Reference) bool{
	"an author less": func(r, _ *citation.Reference) bool {
		r.Authors = r.Authors[:max(len(r.Authors)-1, 0)]
		return len(r.Authors) > 0
	},
	"an author more": func(r, _ *citation.Reference) bool {
		r.Authors = append(slices.Clone(r.Authors), citation.Name{Given: "Quintus", Family: "Invented"})
		return len(r.Authors) > 1
	},
	"another given name": func(r, _ *citation.Reference) bool {
		r.Authors = slices.Clone(r.Authors)
		if len(r.Authors) > 0 {
			r.Authors[0].Given = "Quintus"
		}
		return len(r.Authors) > 0
	},
	"authors of another work": func(r, other *citation.Reference) bool {
		known := len(r.Authors) > 0 && len(other.Authors) > 0
		r.Authors = other.Authors
		return known
	},
	"venue of another work": func(r, other *citation.Reference) bool {
		v, ok := venue.Find(r.Container)
		w, others := venue.Find(other.Container)
		r.Container = other.Container
		return ok && others && v.Name != w.Name && !w.Journal
	},
	"ten years later": func(r, _ *citation.Reference) bool {
		r.Year = strconv.Itoa(yearOf(r) + 10)
		return true
	},
	"another word in the title": func(r, _ *citation.Reference) bool {
		words := strings.Fields(r.Title)
		if len(words) > 5 {
			words[len(words)/2] = "inventedly"
		}
		r.Title = strings.Join(words, " ")
		return len(words) > 5 && len(r.Authors) > 0
	},
	"identifier of another work": func(r, other *citation.Reference) bool {
		r.DOI = other.DOI
		return r.DOI != ""
	},
}

// testChangedRecords states real records in the ways of people, of which next to
// none may be contradicted, and falsely, of which nearly all must be.
func testChangedRecords(t *testing.T, venues authority.Authority) {
	works := sharedWorks(t)
	random := rand.New(rand.NewPCG(1, 2))
	record := func() citation.Reference { return works[random.IntN(len(works))].Record }
	isContradicted := func(r *citation.Reference) bool {
		answer := authority.Verify(context.Background(), []authority.Authority{venues}, r, &authority.VerifyOptions{CompleteAuthors: true})
		return answer.Verdict == authority.Contradicted
	}
	const sample = 500
	for name, change := range harmlessChanges {
		contradicted := 0
		for range sample {
			r := record()
			change(&r)
			if isContradicted(&r) {
				contradicted++
				t.Logf("%s: contradicted is %v", name, r)
			}
		}
		if contradicted > sample/500 {
			t.Errorf("%s: %d of %d are contradicted, want next to none", name, contradicted, sample)
		}
	}
	for name, change := range harmfulChanges {
		contradicted, changed := 0, 0
		for changed < sample {
			r, other := record(), record()
			if r.Title == other.Title || !change(&r, &other) {
				continue
			}
			changed++
			if isContradicted(&r) {
				contradicted++
			} else {
				t.Logf("%s: not contradicted is %v", name, r)
			}
		}
		t.Logf("%s: %d of %d are contradicted", name, contradicted, sample)
		if contradicted < sample*95/100 {
			t.Errorf("%s: %d of %d are contradicted, want nearly all", name, contradicted, sample)
		}
	}
}

func sharedWorks(t *testing.T) []*authority.Work {
	t.Helper()
	file, err := os.Open(worktest.SharedFile(t, "verify/venues.bib.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	plain, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(plain)
	if err != nil {
		t.Fatal(err)
	}
	return readBib(text)
}
