package authority_test

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/citation/bib"

	"github.com/factcite/factcite/authority/dump"
	"github.com/factcite/factcite/citation"
)

// labelled is a reference of HALLMARK, a benchmark of references that are real,
// invented or altered.
type labelled struct {
	Key    string            `json:"bibtex_key"`
	Type   string            `json:"bibtex_type"`
	Fields map[string]string `json:"fields"`
	Label  string            `json:"label"`
	Kind   string            `json:"hallucination_type"`
	Why    string            `json:"explanation"`
	answer authority.Answer
	stated citation.Reference
}

// mismatchKinds are altered references to real works rather than inventions.
var mismatchKinds = []string{"partial_author_list", "wrong_venue", "arxiv_version_mismatch"}

// TestVenues compares references with the shared records of venues, 164,518 works.
func TestVenues(t *testing.T) {
	worktest.Long(t)
	file, err := os.Open(worktest.SharedFile(t, "verify/venues.bib.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	venues := builtIndex(t, dump.File{Name: file.Name(), Reader: file})
	t.Run("labelled references", func(t *testing.T) { testHallmark(t, venues) })
	t.Run("venues beside a meeting", func(t *testing.T) {
		testBesideMeetings(t, venues, worktest.SharedFile(t, "verify/beside-meetings.tsv"))
	})
	t.Run("real records", func(t *testing.T) { testRealRecords(t, venues) })
	t.Run("changed records", func(t *testing.T) { testChangedRecords(t, venues) })
}

// testHallmark holds the verdicts on labelled references to what was promised of
// them. With -v it prints the table by kind; FACTCITE_HALF=1 or 2 looks at the
// keys of one half only and prints its errors.
func testHallmark(t *testing.T, venues authority.Authority) {
	file, err := os.Open(worktest.SharedFile(t, "verify/hallmark-dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows := verifiedRows(t, venues, file)
	if half := os.Getenv("FACTCITE_HALF"); half != "" {
		rows = slices.DeleteFunc(rows, func(row *labelled) bool { return halfOf(row.Key) != half })
		showErrors(t, rows)
	}
	table := tally(rows)
	t.Log("\n" + table.String())
	valid, altered := table["VALID"], table.sum(nil)
	if share := valid.share(authority.Contradicted); share > 0.02 {
		t.Errorf("%.1f %% of the valid references are contradicted, want at most 2 %%", 100*share)
	}
	if share := valid.share(authority.Contradicted, authority.NotFound); share > 0.02 {
		t.Errorf("%.1f %% of the valid references are contradicted or not found, want at most 2 %%", 100*share)
	}
	if share := altered.share(authority.Contradicted, authority.NotFound); share < 0.75 {
		t.Errorf("%.1f %% of the others are contradicted or not found, want at least 75 %%", 100*share)
	}
}

// verifiedRows reads labelled references, brings them into a .bib as they stand
// and looks its entries up.
func verifiedRows(t *testing.T, known authority.Authority, file io.Reader) []*labelled {
	t.Helper()
	byKey := map[string]*labelled{}
	var rows []*labelled
	var bibliography strings.Builder
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		row := &labelled{}
		if err := json.Unmarshal(lines.Bytes(), row); err != nil {
			t.Fatal(err)
		}
		row.Kind = cmp.Or(row.Kind, row.Label)
		rows, byKey[row.Key] = append(rows, row), row
		fmt.Fprintf(&bibliography, "@%s{%s,\n", row.Type, row.Key)
		for _, name := range slices.Sorted(maps.Keys(row.Fields)) {
			fmt.Fprintf(&bibliography, "  %s = {%s},\n", name, row.Fields[name])
		}
		bibliography.WriteString("}\n\n")
	}
	entries := bib.Read("hallmark.bib", []byte(bibliography.String()))
	for i := range entries.Entries {
		e := &entries.Entries[i]
		row := byKey[e.Key]
		if row == nil {
			continue
		}
		row.stated, _ = citation.BibReference(entries, e)
		row.answer = authority.Verify(context.Background(), []authority.Authority{known}, &row.stated, &authority.VerifyOptions{CompleteAuthors: true})
	}
	return rows
}

func halfOf(key string) string {
	h := fnv.New32a()
	h.Write([]byte(key))
	return fmt.Sprint(1 + h.Sum32()%2)
}

func showErrors(t *testing.T, rows []*labelled) {
	for _, row := range rows {
		flagged := row.answer.Verdict == authority.Contradicted || row.answer.Verdict == authority.NotFound
		if flagged == (row.Label == "VALID" || row.Label == "") {
			t.Logf("%s %s\n  %v\n  %s %v\n  work %v", row.Kind, row.answer.Verdict, row.Fields, row.Why, row.answer.Differences, workOf(&row.answer))
		}
	}
}

func workOf(a *authority.Answer) any {
	if a.Work == nil {
		return a.Reason
	}
	return a.Work.Record
}

// verdicts counts answers by verdict.
type verdicts map[authority.Verdict]int

func (v verdicts) share(of ...authority.Verdict) float64 {
	some, all := 0, 0
	for verdict, n := range v {
		all += n
		if slices.Contains(of, verdict) {
			some += n
		}
	}
	return float64(some) / float64(max(all, 1))
}

// kinds counts answers by kind of reference.
type kinds map[string]verdicts

func tally(rows []*labelled) kinds {
	table := kinds{}
	for _, row := range rows {
		if table[row.Kind] == nil {
			table[row.Kind] = verdicts{}
		}
		table[row.Kind][cmp.Or(row.answer.Verdict, authority.NotChecked)]++
	}
	return table
}

// sum adds the kinds other than VALID and those that are left out.
func (k kinds) sum(without []string) verdicts {
	sum := verdicts{}
	for kind, of := range k {
		if kind == "VALID" || slices.Contains(without, kind) {
			continue
		}
		for verdict, n := range of {
			sum[verdict] += n
		}
	}
	return sum
}

func (k kinds) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s %6s %6s %6s %6s %6s  %s\n", "", "agree", "contr.", "not f.", "not c.", "not ch", "contradicted or not found")
	line := func(name string, v verdicts) {
		fmt.Fprintf(&b, "%-24s %6d %6d %6d %6d %6d  %.1f %%\n", name, v[authority.Agree], v[authority.Contradicted], v[authority.NotFound], v[authority.NotCovered], v[authority.NotChecked], 100*v.share(authority.Contradicted, authority.NotFound))
	}
	for _, kind := range slices.Sorted(maps.Keys(k)) {
		line(kind, k[kind])
	}
	line("all but VALID", k.sum(nil))
	line("without mismatches", k.sum(mismatchKinds))
	return b.String()
}
