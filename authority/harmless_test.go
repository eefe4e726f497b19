package authority

import (
	"compress/gzip"
	"context"
	"io"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

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
		r.Type, r.Container, r.DOI, r.ArXiv, r.Year = citation.Misc, "", "", "", strconv.Itoa(leadingYear(r.Year)-1)
	},
	"acronym of the venue": func(r *citation.Reference) {
		if v, ok := citation.LookupVenue(r.Container); ok && v.Acronym != "" {
			r.Container = v.Acronym + " " + r.Year
		}
	},
	"name of the venue": func(r *citation.Reference) {
		if v, ok := citation.LookupVenue(r.Container); ok {
			r.Container = "Proceedings of the " + v.Name
		}
	},
	"lost sub-title": func(r *citation.Reference) {
		if main, _, ok := strings.Cut(r.Title, ": "); ok && strings.Count(main, " ") > 2 {
			r.Title = main
		}
	},
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

// TestHarmlessChangesAreNotContradicted states real records in the ways of people
// and expects that at most one in 500 is contradicted.
func TestHarmlessChangesAreNotContradicted(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 100 MB")
	}
	index := venuesIndex(t)
	works := sharedWorks(t)
	random := rand.New(rand.NewPCG(1, 2))
	const sample = 500
	for name, change := range harmlessChanges {
		contradicted := 0
		for range sample {
			r := works[random.IntN(len(works))].Record
			change(&r)
			answer := Verify(context.Background(), []Authority{index}, &r, &VerifyOptions{CompleteAuthors: true})
			if answer.Verdict == Contradicted {
				contradicted++
				t.Logf("%s: %v %v", name, r, answer.Differences)
			}
		}
		if contradicted > sample/500 {
			t.Errorf("%s: %d of %d are contradicted", name, contradicted, sample)
		}
	}
}

func sharedWorks(t *testing.T) []*Work {
	t.Helper()
	file, err := os.Open(sharedFile(t, "verify/venues.bib.gz"))
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
