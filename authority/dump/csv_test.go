package dump

import (
	"encoding/csv"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Rows are parted as encoding/csv parts them.
func TestCSVFieldsAgreeWithEncodingCSV(t *testing.T) {
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 3))
		var fields []string
		for range 1 + r.IntN(6) {
			var b strings.Builder
			for range r.IntN(4) {
				b.WriteString([]string{"felt", ",", `"`, "\n", "é", " ", ";"}[r.IntN(7)])
			}
			fields = append(fields, b.String())
		}
		var written strings.Builder
		w := csv.NewWriter(&written)
		w.UseCRLF = seed%2 == 0
		if err := w.Write(fields); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		want, err := csv.NewReader(strings.NewReader(written.String())).Read()
		if err != nil {
			continue // the one empty field, which is written as a blank line
		}
		got := csvFields([]byte(written.String()))
		for i := range got {
			got[i] = strings.ReplaceAll(got[i], "\r\n", "\n")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q (-encoding/csv +got):\n%s", written.String(), diff)
		}
	}
}

func TestReadRetractionWatchJoined(t *testing.T) {
	file := "Title,OriginalPaperDOI,RetractionNature\nFelt rims,10.5555/a,Retraction\n\nHubs,10.5555/b,Correction\n"
	works, bad, ended := countDump(File{Name: "x.csv", Reader: strings.NewReader(file + file)})
	if works != 4 || bad != 0 || ended != nil {
		t.Errorf("%d works, %d bad, ended with %v; want 4 works", works, bad, ended)
	}
}
