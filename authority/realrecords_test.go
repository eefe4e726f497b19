package authority_test

import (
	"compress/gzip"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/citation"
)

// TestVenuePairs holds that names of one venue, and names that cannot be compared, do
// not contradict each other.
func TestVenuePairs(t *testing.T) { testVenuePairs(t, "testdata/venue-pairs.tsv") }

func TestSharedVenuePairs(t *testing.T) {
	testVenuePairs(t, worktest.SharedFile(t, "verify/venue-pairs.tsv"))
}

func testVenuePairs(t *testing.T, path string) {
	for _, names := range rowsOf(t, path) {
		for _, order := range [][2]string{{names[0], names[1]}, {names[1], names[0]}} {
			known := fmt.Sprintf("@misc{r, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2022, booktitle = {%s}}", order[1])
			stated := fmt.Sprintf("@inproceedings{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2022, booktitle = {%s}}", order[0])
			answer := verifyEntry(t, []authority.Authority{worksOf(t, known)}, stated)
			if answer.Verdict != authority.Agree {
				t.Errorf("%q, known as %q: %s", order[0], order[1], outline(&answer))
			}
		}
	}
}

// TestBesideMeetings holds that nothing beside a meeting is covered by it.
func TestBesideMeetings(t *testing.T) {
	var works []*authority.Work
	for _, meeting := range []string{"NeurIPS", "ICML", "ICLR", "CVPR", "ICCV", "AAAI", "IJCAI", "KDD", "CHI", "WWW", "AISTATS", "UAI", "SIGIR"} {
		for year := 2017; year <= 2024; year++ {
			for n := range 40 {
				works = append(works, record(fmt.Sprintf("Sundry matter of %s %d and number %d", meeting, year, n), "Nobody|Else", meeting, year, citation.Reference{Type: citation.InProceedings}))
			}
		}
	}
	meetings := newMemory("meetings", works...)
	testBesideMeetings(t, meetings, "testdata/beside-meetings.tsv")
	answer := verifyEntry(t, []authority.Authority{meetings}, "@inproceedings{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2021, booktitle = {CHI}}")
	if answer.Verdict != authority.NotFound || answer.Held != 40 {
		t.Errorf("at the meeting itself: %s among %d works", outline(&answer), answer.Held)
	}
}

func testBesideMeetings(t *testing.T, meetings authority.Authority, path string) {
	for _, row := range rowsOf(t, path) {
		stated := fmt.Sprintf("@inproceedings{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = {%s}, booktitle = {%s}}", row[1], row[0])
		answer := verifyEntry(t, []authority.Authority{meetings}, stated)
		if answer.Verdict == authority.NotFound {
			t.Errorf("%s %s is not found", row[0], row[1])
		}
	}
}

// rowsOf reads the rows of a table of two columns.
func rowsOf(t *testing.T, path string) (rows [][2]string) {
	t.Helper()
	table, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		line = strings.TrimSuffix(line, "\n")
		if first, second, ok := strings.Cut(line, "\t"); ok && line[0] != '#' {
			rows = append(rows, [2]string{first, second})
		}
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no rows", path)
	}
	return rows
}

// testRealRecords holds that hardly a record of another registry is contradicted or
// not found.
func testRealRecords(t *testing.T, venues authority.Authority) {
	file, err := os.Open(worktest.SharedFile(t, "verify/real-records.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	rows := verifiedRows(t, venues, unpacked)
	showErrors(t, rows)
	all := verdicts{}
	for _, row := range rows {
		if row.answer.Verdict != authority.NotCovered && row.answer.Verdict != authority.NotChecked {
			all[row.answer.Verdict]++
		}
	}
	share := all.share(authority.Contradicted, authority.NotFound)
	t.Logf("%v, flagged %.1f %%", all, 100*share)
	if share > 0.03 { // 2 % beside errors of the data, of which docs/verification.md has the list
		t.Errorf("%.1f %% of the real records that get a verdict are flagged, want at most 3 %%", 100*share)
	}
}
