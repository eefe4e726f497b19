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
	steps := 60
	if testing.Short() {
		steps = 15
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
	if len(revised) == 0 {
		t.Error("no result was revised")
	}
}

// TestWhatIsRevised holds which changes of the second of two files need no merging, and that
// the others are told.
func TestWhatIsRevised(t *testing.T) {
	claim := func(id, content string) string { return record(id, "claim", content) }
	const badSource = `{"uri": "https://harby.example.org/%s", "published_date": "once"}`
	of := func(id, source, content string) string {
		return recordOf(id, "claim", content, fmt.Sprintf(badSource, source)) + "\n"
	}
	work := record("w", "reference", withAuthor)
	quiet, loud := claim("q", "Felt rims are quiet."), claim("l", "Iron rims are loud.")
	ignoring, err := validate.ReadConfig(".factcite.yaml", []byte("ignore:\n  - rule: missing-pages\n    reason: they are not known\n"))
	if err != nil {
		t.Fatal(err)
	}
	first := work + claim("a", "Carts have wheels.") + of("b", "dated", "Carts have two wheels.")
	for _, c := range []struct {
		name          string
		before, after string
		opts          validate.Options
		want          bool
	}{
		{name: "nothing", before: quiet, after: quiet, want: true},
		{name: "other words", before: quiet + loud, after: claim("q", "Felt rims are soft.") + loud, want: true},
		{name: "another id", before: quiet + loud, after: claim("r", "Felt rims are quiet.") + loud, want: true},
		{name: "added", before: quiet, after: quiet + loud, want: true},
		{name: "removed", before: quiet + loud, after: quiet, want: true},
		{name: "all removed but one", before: quiet + loud + claim("z", ""), after: quiet, want: true},
		{name: "one invalid now", before: quiet, after: claim("q", ""), want: true},
		{name: "valid now", before: recordOf("q", "claim", "", `{"uri": 7}`) + "\n", after: quiet, want: true},
		{name: "the reference stays", before: record("v", "reference", withVenue), after: strings.Replace(record("v", "reference", withVenue), `}]}`, `}], "stance": "doubts"}`, 1), want: true},

		{name: "an id of the other file", before: quiet, after: claim("a", "Felt rims are quiet.")},
		{name: "had an id of the other file", before: claim("a", "Felt rims are quiet."), after: quiet},
		{name: "a fact of the other file", before: quiet, after: claim("a", "Carts have wheels.")},
		{name: "content of the other file", before: quiet, after: strings.Replace(claim("q", "Carts have wheels."), "org/q", "org/a", 1)},
		{name: "had content of the other file", before: strings.Replace(claim("q", "Carts have wheels."), "org/q", "org/a", 1), after: quiet},
		{name: "an id of the same file", before: quiet + loud, after: quiet + claim("q", "Iron rims are loud.")},
		{name: "one id twice", before: loud, after: loud + quiet + claim("q", "Felt rims are soft.")},
		{name: "one content twice", before: loud, after: loud + quiet + strings.Replace(quiet, `"q"`, `"r"`, 1)},
		{name: "another reference", before: work, after: record("w", "reference", withVenue)},
		{name: "a reference more", before: quiet, after: quiet + record("v", "reference", withVenue)},
		{name: "a reference moved", before: quiet + record("v", "reference", withVenue), after: quiet + loud + record("v", "reference", withVenue)},
		{name: "a citation", before: quiet, after: claim("q", "Felt rims are quiet (Roe, 2019).")},
		{name: "a record without id and content", before: quiet, after: quiet + `{"fact_type": "claim", "sources": []}` + "\n", want: true},
		{name: "a broken line", before: quiet + loud, after: quiet + "{\n"},
		{name: "a broken line before", before: quiet + "{\n", after: quiet + loud},

		{name: "words of the first fact of a source", before: of("q", "dead", "Felt rims are quiet."), after: of("q", "dead", "Rims of felt are quiet."), want: true},
		{name: "words of a later fact of a source", before: quiet + of("l", "dated", "Iron rims are loud."), after: quiet + of("l", "dated", "Rims of iron are loud."), want: true},
		{name: "a source with a fault", before: quiet, after: quiet + of("l", "dated", "Iron rims are loud.")},
		{name: "without the source", before: of("q", "dead", "Felt rims are quiet.") + of("l", "dead", "Iron rims are loud."), after: quiet + of("l", "dead", "Iron rims are loud.")},

		{name: "as many as are told", before: quiet + loud, after: claim("q", "") + claim("l", ""), opts: validate.Options{MaxFindings: 2}, want: true},
		{name: "more than are told", before: quiet + loud, after: claim("q", "") + claim("l", ""), opts: validate.Options{MaxFindings: 1}},
		{name: "more of what was counted", before: claim("q", "") + claim("l", ""), after: claim("q", "") + claim("l", "") + claim("z", ""), opts: validate.Options{MaxFindings: 1}},
		{name: "more than were told", before: claim("q", "") + claim("l", "") + claim("z", ""), after: claim("q", "") + claim("l", "Iron rims are loud.") + claim("z", ""), opts: validate.Options{MaxFindings: 1}},
		{name: "an ignore", before: quiet, after: loud, opts: validate.Options{Config: ignoring}},
		{name: "a baseline", before: quiet, after: loud, opts: validate.Options{Baseline: new(validate.Baseline)}},
		{name: "records are shown", before: quiet, after: loud, opts: validate.Options{KeepChecked: true}},
		{name: "a mark", before: quiet + claim("m", "<!-- factcite-ignore schema: so it is -->"), after: claim("q", "") + claim("m", "<!-- factcite-ignore schema: so it is -->")},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.opts.Today = today
			checker := validate.NewChecker(&c.opts)
			file := func(name, text string) document { return document{name: name, form: fact.Lines, text: text} }
			unchanged, was, is := file("a.jsonl", first), file("b.jsonl", c.before), file("b.jsonl", c.after)
			parts := partsOf(t, checker, [][]document{{unchanged}, {was}, {is}})
			earlier, err := validate.Merge(t.Context(), reading(parts[:2]), &c.opts)
			if err != nil {
				t.Fatal(err)
			}
			defer earlier.Close()
			var kept bytes.Buffer
			if err := earlier.Keep(&kept); err != nil {
				t.Fatal(err)
			}
			result, err := validate.Revise(t.Context(), &kept, pairs([]int{0}, parts[1:2], parts[2:]), reading(parts[:1]), &c.opts)
			if err != nil || (result != nil) != c.want {
				t.Fatalf("the result is %v, error %v", result, err)
			}
			if result == nil {
				return
			}
			defer result.Close()
			want, err := validate.Check(t.Context(), read([]document{unchanged, is}), &c.opts)
			if err != nil {
				t.Fatal(err)
			}
			defer want.Close()
			if diff := cmp.Diff(reported(t, want), reported(t, result)); diff != "" {
				t.Errorf("(-one run +revised):\n%s", diff)
			}
		})
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
