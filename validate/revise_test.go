package validate_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
)

// collection is some files of records, which are edited.
type collection struct {
	random *rand.Rand
	files  [][]string // lines
}

func newCollection(seed uint64) *collection {
	c := &collection{random: rand.New(rand.NewPCG(seed, 1))}
	lines := strings.Split(strings.TrimSpace(invented(150, 7)), "\n")
	for i := 0; i < len(lines); i += 25 {
		c.files = append(c.files, slices.Clone(lines[i:i+25]))
	}
	return c
}

func (c *collection) documents() []document {
	var list []document
	for i, lines := range c.files {
		list = append(list, document{name: fmt.Sprintf("%d.jsonl", i), form: fact.Lines, text: strings.Join(lines, "\n") + "\n"})
	}
	return list
}

// edit changes a line of a file, or adds or removes one, and says what it did.
func (c *collection) edit(file int) string {
	lines := c.files[file]
	at := c.random.IntN(len(lines))
	other := c.files[c.random.IntN(len(c.files))]
	claim := func() string {
		return strings.TrimSpace(record(fmt.Sprintf("n%d", c.random.IntN(40)), "claim", fmt.Sprintf("Wheels of kind %d are quiet%s.", c.random.IntN(40), []string{"", "", "", " (Roe, 2019)", "; Roe says so"}[c.random.IntN(5)])))
	}
	insert := func(at int) { c.files[file] = slices.Insert(lines, at, claim()) }
	edits := []struct {
		name string
		do   func()
	}{
		{"words", func() {
			lines[at] = strings.Replace(lines[at], `","fact_type`, fmt.Sprintf(` So it is, %d times.","fact_type`, c.random.IntN(90)), 1)
		}},
		{"words", func() {
			lines[at] = strings.Replace(lines[at], `","fact_type`, fmt.Sprintf(` So it is, %d times.","fact_type`, c.random.IntN(90)), 1)
		}},
		{"date of a source", func() {
			lines[at] = strings.Replace(lines[at], `"published_date":`, `"published_date":"once","was":`, 1)
		}},
		{"type", func() { lines[at] = strings.Replace(lines[at], `"fact_type":"claim"`, `"fact_type":"finding"`, 1) }},
		{"year", func() { lines[at] = strings.Replace(lines[at], "20", "21", 1) }},
		{"broken", func() { lines[at] = strings.Replace(lines[at], `":`, `"`, 1) }},
		{"claim for a line", func() { lines[at] = claim() }},
		{"line of another file", func() { lines[at] = other[c.random.IntN(len(other))] }},
		{"id of another record", func() { lines[at] = strings.Replace(lines[at], lines[at][:min(46, len(lines[at]))], other[0][:46], 1) }},
		{"added", func() { insert(len(lines)) }},
		{"added", func() { insert(len(lines)) }},
		{"inserted", func() { insert(at) }},
		{"removed", func() { c.files[file] = slices.Delete(lines, at, at+1) }},
		{"last removed", func() { c.files[file] = lines[:len(lines)-1] }},
		{"swapped", func() { slices.Reverse(lines[at:min(at+2, len(lines))]) }},
	}
	e := edits[c.random.IntN(len(edits))]
	e.do()
	return fmt.Sprintf("%s at %d.jsonl:%d", e.name, file, at+1)
}

// reported is what reports show of a run but records and works.
func reported(t *testing.T, res *validate.Result) []string {
	t.Helper()
	var out bytes.Buffer
	encode := json.NewEncoder(&out)
	known, needed := res.FieldsKnown()
	for _, v := range []any{res.Summary, res.Summary.Sentences, res.Summary.Repeated, res.Summary.Unread, res.Completeness(), known, needed, res.Today} {
		encode.Encode(v)
	}
	for f, err := range res.Findings() {
		if err != nil {
			t.Fatal(err)
		}
		encode.Encode(f)
	}
	return strings.Split(out.String(), "\n")
}

// TestARevisedResultIsThatOfOneRun holds that an earlier result, with what changed in the place
// of what was there, is that of a run over all, as often as one is made of another, and that
// the works are those of before.
func TestARevisedResultIsThatOfOneRun(t *testing.T) {
	config, err := validate.ReadConfig(".factcite.yaml", []byte("rules:\n  missing-pages: off\n  source-date-invalid: error\n"))
	if err != nil {
		t.Fatal(err)
	}
	steps := 100
	if testing.Short() {
		steps = 30
	}
	revised := map[string]int{}
	for name, opts := range map[string]validate.Options{
		"plain":      {},
		"configured": {Config: config, AllTypes: true, Spill: 9},
		"few told":   {MaxFindings: 6, Cited: bib.CitedKeys("a.tex", []byte(`\cite{nobody}`))},
	} {
		t.Run(name, func(t *testing.T) {
			opts.Today = today
			c := newCollection(uint64(len(name)))
			checker := validate.NewChecker(&opts)
			partsOfNow := func() (parts [][]byte) {
				for _, d := range c.documents() {
					parts = append(parts, partsOf(t, checker, [][]document{{d}})...)
				}
				return parts
			}
			before := partsOfNow()
			result, err := validate.Merge(t.Context(), reading(before), &opts)
			if err != nil {
				t.Fatal(err)
			}
			works := worksOf(t, result)
			for range steps {
				var kept bytes.Buffer
				if err := result.Keep(&kept); err != nil {
					t.Fatal(err)
				}
				result.Close()
				edited, edit := c.random.Perm(len(c.files))[:1+c.random.IntN(2)], ""
				for _, file := range edited {
					edit = c.edit(file)
				}
				now := partsOfNow()
				var others [][]byte
				for i := range now {
					if !slices.Contains(edited, i) {
						others = append(others, now[i])
					}
				}
				want, err := validate.Check(t.Context(), read(c.documents()), &opts)
				if err != nil {
					t.Fatal(err)
				}
				result, err = validate.Revise(t.Context(), &kept, pairs(edited, before, now), reading(others), &opts)
				if err != nil {
					t.Fatal(err)
				}
				if result != nil {
					revised[strings.Split(edit, " at ")[0]]++
					if result.Bibliography != nil || worksOf(t, want) != works {
						t.Fatalf("after %s the works are not those of before", edit)
					}
				} else if result, err = validate.Merge(t.Context(), reading(now), &opts); err != nil {
					t.Fatal(err)
				} else {
					works = worksOf(t, result)
				}
				if diff := cmp.Diff(reported(t, want), reported(t, result)); diff != "" {
					t.Fatalf("after %s (-one run +revised):\n%s", edit, diff)
				}
				want.Close()
				before = now
			}
			result.Close()
		})
	}
	t.Logf("of %d steps: %v", 3*steps, revised)
	for _, kind := range []string{"words", "type", "added"} {
		if revised[kind] == 0 {
			t.Errorf("no result was revised for %s", kind)
		}
	}
}

func worksOf(t *testing.T, res *validate.Result) string {
	t.Helper()
	var out strings.Builder
	if err := res.Bibliography.Write(&out, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// pairs yields the parts of some files, as they were and as they are.
func pairs(files []int, before, after [][]byte) iter.Seq2[[2]*validate.Part, error] {
	return func(yield func([2]*validate.Part, error) bool) {
		for _, i := range files {
			was, _ := validate.ReadPart("before", bytes.NewReader(before[i]))
			is, err := validate.ReadPart("after", bytes.NewReader(after[i]))
			if !yield([2]*validate.Part{was, is}, err) {
				return
			}
		}
	}
}
