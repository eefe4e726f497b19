package authority_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/dump"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/google/go-cmp/cmp"
)

// An entryTest states an entry of a .bib where the entries of another are known.
type entryTest struct {
	why, known, stated string
	want               string // as outline has it
}

// run holds what is said of each entry to what should be.
func run(t *testing.T, tests []entryTest) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			answer := verifyEntry(t, []authority.Authority{worksOf(t, test.known)}, test.stated)
			if diff := cmp.Diff(test.want, outline(&answer)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// verifyEntry looks the first entry of a .bib up.
func verifyEntry(t *testing.T, known []authority.Authority, entry string) authority.Answer {
	t.Helper()
	file := bib.Read("stated.bib", []byte(entry))
	if len(file.Entries) == 0 {
		t.Fatalf("no entry in %s", entry)
	}
	r, _ := citation.BibReference(file, &file.Entries[0])
	return authority.Verify(t.Context(), known, &r, &authority.VerifyOptions{CompleteAuthors: true})
}

// worksOf is an authority that holds what a dump has.
func worksOf(t *testing.T, text string) *memory {
	t.Helper()
	var works []*authority.Work
	for w, err := range dump.Read(dump.File{Name: "known", Reader: strings.NewReader(text)}) {
		if err != nil {
			t.Fatal(err)
		}
		works = append(works, w)
	}
	return newMemory("known", works...)
}
