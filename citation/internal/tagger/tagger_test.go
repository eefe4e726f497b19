package tagger

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
)

// listedLine is a line of testdata/listed.jsonl: an invented reference and what it
// states, names as they are spoken.
type listedLine struct {
	Text string            `json:"text"`
	Want map[string]string `json:"want"`
}

func listedLines(t testing.TB) (lines []listedLine) {
	t.Helper()
	f, err := os.Open("testdata/listed.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		var l listedLine
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			t.Fatalf("%s: %v", s.Text(), err)
		}
		lines = append(lines, l)
	}
	return lines
}

func readText(text string) (phrase.Work, bool) {
	s := phrase.NewText(text)
	defer s.Release()
	return Trained().ReadWork(s)
}

// statedBy is what a work states, by the names of testdata.
func statedBy(w *phrase.Work) map[string]string {
	m := map[string]string{}
	for f := range w.Spans {
		switch f := ref.Field(f); f {
		case ref.FieldAuthors:
			m["authors"] = spoken(w.Authors)
		case ref.FieldEditors:
			m["editors"] = spoken(w.Editors)
		default:
			if v := w.Value(f); v != nil {
				m[string(f)] = *v
			}
		}
	}
	return m
}

func spoken(names []ref.Name) string {
	var all []string
	for _, n := range names {
		all = append(all, n.String())
	}
	return strings.Join(all, "; ")
}

func TestReadListed(t *testing.T) {
	for _, l := range listedLines(t) {
		r, ok := readText(l.Text)
		if !ok {
			t.Errorf("%s: no reference", l.Text)
			continue
		}
		if diff := cmp.Diff(l.Want, statedBy(&r)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", l.Text, diff)
		}
	}
}

func TestReadNoReference(t *testing.T) {
	for _, text := range []string{
		"",
		".",
		"Felt rims halve the noise of carts.",
		"Lund et al. (2017) analyzed the noise of 40 carts and found that felt halves it.",
		"As Roe and Falk (2003, p. 12) note, carts were quiet before 1800.",
		"The society was founded in 1901 in Leeds by A. Lund, B. Roe, and C. Falk, who led it until 1922.",
	} {
		if r, ok := readText(text); ok {
			t.Errorf("%q is read as a reference: %v", text, statedBy(&r))
		}
	}
}

// TestPack holds that a packed model is the model.
func TestPack(t *testing.T) {
	file, err := Trained().Pack("header")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Unpack(file)
	if err != nil {
		t.Fatal(err)
	}
	if *m.index != *Trained().index || !slices.Equal(m.rows, Trained().rows) || m.joins != Trained().joins || m.scale != Trained().scale {
		t.Error("an unpacked model is not the one that was packed")
	}
	if header, _, ok := strings.Cut(string(packed), "\n\n"); !ok || !strings.Contains(header, "AnyStyle") || !strings.Contains(header, "GROBID") || !strings.Contains(header, "F1 ") {
		t.Errorf("the header does not say what was learned from and how well: %q", header)
	}
	if len(packed) > 1_000_000 {
		t.Errorf("the weights are %d bytes, more than a million", len(packed))
	}
}

// TestSparse holds that rows are what their weights and the zeros between say, few zeros
// or many.
func TestSparse(t *testing.T) {
	const n = 5000
	m := &Model{rows: make([]row, 1+n)}
	for i := 0; i < n; i += 1 + i/4 {
		m.rows[1+i].set(Label(i%Labels), i%(2*mostWeight+1)-mostWeight)
	}
	gaps, weights := m.sparse()
	got, err := rows(n, gaps, weights)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, m.rows) {
		t.Error("the rows are not those whose weights were listed")
	}
	if _, err := rows(n-1, append(gaps, 254), append(weights, zero+1)); err == nil {
		t.Error("a weight after the last row is unpacked")
	}
	for _, weight := range []byte{zero - mostWeight - 1, zero + mostWeight + 1} {
		if _, err := rows(1, []byte{0}, []byte{weight}); err == nil {
			t.Errorf("a weight of %d is unpacked", weight)
		}
	}
}

// TestIndex holds that each bucket that was added has a row of its own, in their order, and
// all others have the first one.
func TestIndex(t *testing.T) {
	var x index
	var added []int
	for bucket := 0; bucket < Buckets; bucket += 1 + bucket/3 {
		x.add(bucket)
		added = append(added, bucket)
	}
	x.add(Buckets - 1)
	added = append(added, Buckets-1)
	if n := x.count(); n != len(added) {
		t.Fatalf("%d rows, want %d", n, len(added))
	}
	got, n, rest, err := unpackIndex(append(x.pack(nil), 1, 2, 3))
	if err != nil || n != len(added) || len(rest) != 3 || *got != x {
		t.Fatalf("%d rows of %d, %d bytes after them, %v", n, len(added), len(rest), err)
	}
	const shift = 32 - bucketBits
	for bucket := range Buckets {
		want, ok := slices.BinarySearch(added, bucket)
		hash := uint32(bucket)<<shift | 5
		if row := x.row(hash); ok && row != uint32(1+want) || !ok && row != 0 {
			t.Fatalf("bucket %d has row %d", bucket, row)
		}
	}
	for _, broken := range [][]byte{nil, {1}, {2, 0}, binary.AppendUvarint([]byte{1}, Buckets), binary.AppendUvarint(nil, Buckets+1)} {
		if _, _, _, err := unpackIndex(broken); err == nil {
			t.Errorf("%v is unpacked", broken)
		}
	}
}

func TestUnpackBroken(t *testing.T) {
	for _, file := range []string{"", "header", "header\n\n", "header\n\nnot compressed", string(packed[:len(packed)/2])} {
		if _, err := Unpack([]byte(file)); err == nil {
			t.Errorf("%.20q… is unpacked", file)
		}
	}
}

// TestMarginals holds the sums of the forward and the backward pass against each other:
// the labels of a token are as probable as all of them together.
func TestMarginals(t *testing.T) {
	for _, l := range listedLines(t) {
		line := NewLine(l.Text)
		Trained().Read(line)
		Trained().marginals(line)
		for i, p := range line.Sure {
			if p <= 0 || p > 1.0001 {
				t.Errorf("%s: token %d is %v with probability %v", l.Text, i, line.Labels[i], p)
			}
			if alone := line.cells[i].n == 1; alone && p != 1 {
				t.Errorf("%s: token %d, which has one label, has it with probability %v", l.Text, i, p)
			}
		}
		line.Release()
	}
}

func FuzzRead(f *testing.F) {
	for _, l := range listedLines(f) {
		f.Add(l.Text)
	}
	f.Add("[1] <i>A</i>, 'B' (2001) 10.1234/ http://\xff —— et al.")
	f.Fuzz(func(t *testing.T, text string) {
		line := NewLine(text)
		last := 0
		for _, token := range line.Tokens {
			if token.Start < last || token.End <= token.Start || token.End > len(text) {
				t.Fatalf("token %v after %d", token, last)
			}
			last = token.End
		}
		line.Release()
		r, ok := readText(text)
		if !ok {
			return
		}
		for field, sp := range r.Spans {
			if sp[0] < 0 || sp[0] >= sp[1] || sp[1] > len(text) {
				t.Errorf("%s has span %v in %q", field, sp, text)
			}
		}
		for _, n := range append(r.Authors, r.Editors...) {
			if !strings.Contains(text, n.Family+n.Literal) {
				t.Errorf("%v is not in %q", n, text)
			}
		}
	})
}
