package authority_test

import (
	"compress/gzip"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"
)

// TestVenuePairs holds that names of one venue, and names that cannot be compared, do
// not contradict each other.
func TestVenuePairs(t *testing.T) {
	for _, names := range sharedRows(t, "verify/venue-pairs.tsv") {
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

// testBesideMeetings holds that nothing beside a meeting is covered by it.
func testBesideMeetings(t *testing.T, venues authority.Authority) {
	for _, row := range sharedRows(t, "verify/beside-meetings.tsv") {
		stated := fmt.Sprintf("@inproceedings{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = {%s}, booktitle = {%s}}", row[1], row[0])
		answer := verifyEntry(t, []authority.Authority{venues}, stated)
		if answer.Verdict == authority.NotFound {
			t.Errorf("%s %s is not found", row[0], row[1])
		}
	}
}

// sharedRows reads the rows of a shared table of two columns.
func sharedRows(t *testing.T, name string) (rows [][2]string) {
	t.Helper()
	table, err := os.ReadFile(worktest.SharedFile(t, name))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		line = strings.TrimSuffix(line, "\n")
		if first, second, ok := strings.Cut(line, "\t"); ok && line[0] != '#' {
			rows = append(rows, [2]string{first, second})
		}
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
	if share > 0.05 {
		t.Errorf("%.1f %% of the real records that get a verdict are flagged, want at most 5 %%", 100*share)
	}
}
