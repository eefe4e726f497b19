package validate_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
		{"reference for a line", func() { lines[at] = c.reference() }},
		{"reference for a line", func() { lines[at] = c.reference() }},
		{"reference added", func() { c.files[file] = append(lines, c.reference()) }},
		{"reference inserted", func() { c.files[file] = slices.Insert(lines, at, c.reference()) }},
		{"two inserted", func() { c.files[file] = slices.Insert(lines, at, c.reference(), c.reference()) }},
		{"words of a work", func() { lines[at] = strings.Replace(lines[at], "wheel", "axle", 1) }},
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

// reference returns a reference of one of few works, which have few words, authors and years.
func (c *collection) reference() string {
	one := func(of ...string) string { return of[c.random.IntN(len(of))] }
	content := fmt.Sprintf(one("%s wrote the paper '%s' (%s)%s.", "%s published the article '%s' in the Journal of Reading Rooms in %s%s.", "%s published '%s' on arXiv in %s%s."),
		one("Ana Roe", "Ana Roe", "A. Roe and Bo Lim", "Bo Lim", "Roe et al."),
		one("Felt rims", "Felt rims and carts", "Felt rims: a survey", "Felt rims and quiet carts of libraries…", "Felt rims and quiet carts of libraries and archives", "Axles"),
		one("2019", "2019", "2020", "2015"), one("", "", "", ", volume 7, pages 11–19", ", doi:10.99999/a.1", ", arXiv:1905.00001"))
	if c.random.IntN(6) == 0 {
		content = one("Roe (2019) put felt on 40 rims.", "Lim (2020) did the same.", "Roe and Lim (2019) agree.")
		return strings.TrimSpace(record(fmt.Sprintf("m%d", c.random.IntN(30)), "claim", content))
	}
	return strings.TrimSpace(record(fmt.Sprintf("r%d", c.random.IntN(300)), "reference", content))
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

// keptResult is what is kept of a result, and the parts that it is of.
type keptResult struct {
	found, ties bytes.Buffer
	works       string
	parts       [][]byte
}

func keep(t *testing.T, result *validate.Result, works string, parts [][]byte) *keptResult {
	t.Helper()
	k := &keptResult{works: works, parts: parts}
	if err := result.Keep(&k.found, &k.ties); err != nil {
		t.Fatal(err)
	}
	return k
}

// earlier is the run that was kept, before some parts became others.
func (k *keptResult) earlier(changed []int, now [][]byte) validate.Earlier {
	return validate.Earlier{
		Found: &k.found, Ties: bytes.NewReader(k.ties.Bytes()), Changed: changed,
		Open: func(input int, was bool) (validate.PartReader, error) {
			part := now[input]
			if was {
				part = k.parts[input]
			}
			return openedPart{bytes.NewReader(part)}, nil
		},
	}
}

type openedPart struct{ *bytes.Reader }

func (openedPart) Close() error { return nil }

// TestARevisedResultIsThatOfOneRun holds that an earlier result, with what changed in the place
// of what was there, is that of a run over all, works too, as often as one is made of another.
func TestARevisedResultIsThatOfOneRun(t *testing.T) {
	config, err := validate.ReadConfig(".factcite.yaml", []byte("rules:\n  missing-pages: off\n  source-date-invalid: error\n"))
	if err != nil {
		t.Fatal(err)
	}
	steps := 80
	if testing.Short() {
		steps = 15
	}
	revised, merged := map[string]int{}, map[string]int{}
	for name, opts := range map[string]validate.Options{
		"plain":      {},
		"configured": {Config: config, AllTypes: true, Spill: 9},
		"few told":   {MaxFindings: 40},
	} {
		t.Run(name, func(t *testing.T) {
			opts.Today, opts.KeepTies = today, true
			c := newCollection(uint64(len(name)))
			checker := validate.NewChecker(&opts)
			partsOfNow := func() (parts [][]byte) {
				for _, d := range c.documents() {
					parts = append(parts, partsOf(t, checker, [][]document{{d}})...)
				}
				return parts
			}
			now := partsOfNow()
			result, err := validate.Merge(t.Context(), reading(now), &opts)
			if err != nil {
				t.Fatal(err)
			}
			works := worksOf(t, result)
			for range steps {
				kept := keep(t, result, works, now)
				result.Close()
				edited, edit := c.random.Perm(len(c.files))[:1+c.random.IntN(2)], ""
				slices.Sort(edited)
				for _, file := range edited {
					edit = c.edit(file)
				}
				now = partsOfNow()
				want, err := validate.Check(t.Context(), read(c.documents()), &opts)
				if err != nil {
					t.Fatal(err)
				}
				result, err = validate.Revise(t.Context(), kept.earlier(edited, now), &opts)
				if err != nil {
					t.Fatal(err)
				}
				if result != nil {
					revised[strings.Split(edit, " at ")[0]]++
					var out strings.Builder
					if err := result.ReviseWorks(&out, strings.NewReader(works)); err != nil {
						t.Fatalf("after %s: %v", edit, err)
					}
					works = out.String()
				} else if result, err = validate.Merge(t.Context(), reading(now), &opts); err != nil {
					t.Fatal(err)
				} else {
					merged[strings.Split(edit, " at ")[0]]++
					works = worksOf(t, result)
				}
				if diff := cmp.Diff(reported(t, want), reported(t, result)); diff != "" {
					t.Fatalf("after %s (-one run +revised):\n%s", edit, diff)
				}
				if diff := cmp.Diff(strings.Split(worksOf(t, want), "\n"), strings.Split(works, "\n")); diff != "" {
					t.Fatalf("after %s the works are others (-one run +revised):\n%s", edit, diff)
				}
				want.Close()
			}
			result.Close()
		})
	}
	t.Logf("of %d steps: revised %v, merged %v", 3*steps, revised, merged)
	if revised["reference for a line"]+revised["reference added"]+revised["reference inserted"] == 0 {
		t.Error("no result was revised after a reference changed")
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

		{name: "an id of the other file", before: quiet, after: claim("a", "Felt rims are quiet."), want: true},
		{name: "had an id of the other file", before: claim("a", "Felt rims are quiet."), after: quiet, want: true},
		{name: "a fact of the other file", before: quiet, after: claim("a", "Carts have wheels."), want: true},
		{name: "content of the other file", before: quiet, after: strings.Replace(claim("q", "Carts have wheels."), "org/q", "org/a", 1), want: true},
		{name: "had content of the other file", before: strings.Replace(claim("q", "Carts have wheels."), "org/q", "org/a", 1), after: quiet, want: true},
		{name: "an id of the same file", before: quiet + loud, after: quiet + claim("q", "Iron rims are loud."), want: true},
		{name: "one id twice", before: loud, after: loud + quiet + claim("q", "Felt rims are soft."), want: true},
		{name: "one content twice", before: loud, after: loud + quiet + strings.Replace(quiet, `"q"`, `"r"`, 1), want: true},
		{name: "another reference", before: work, after: record("w", "reference", withVenue)},
		{name: "a reference more", before: quiet, after: quiet + record("v", "reference", withVenue), want: true},
		{name: "a reference moved", before: quiet + record("v", "reference", withVenue), after: quiet + loud + record("v", "reference", withVenue), want: true},
		{name: "a citation", before: quiet, after: claim("q", "Felt rims are quiet (Roe, 2019)."), want: true},
		{name: "a record without id and content", before: quiet, after: quiet + `{"fact_type": "claim", "sources": []}` + "\n", want: true},
		{name: "a broken line", before: quiet + loud, after: quiet + "{\n"},
		{name: "a broken line before", before: quiet + "{\n", after: quiet + loud},

		{name: "words of the first fact of a source", before: of("q", "dead", "Felt rims are quiet."), after: of("q", "dead", "Rims of felt are quiet."), want: true},
		{name: "words of a later fact of a source", before: quiet + of("l", "dated", "Iron rims are loud."), after: quiet + of("l", "dated", "Rims of iron are loud."), want: true},
		{name: "a source with a fault", before: quiet, after: quiet + of("l", "dated", "Iron rims are loud."), want: true},
		{name: "without the source", before: of("q", "dead", "Felt rims are quiet.") + of("l", "dead", "Iron rims are loud."), after: quiet + of("l", "dead", "Iron rims are loud."), want: true},

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
			c.opts.KeepTies = true
			earlier, err := validate.Merge(t.Context(), reading(parts[:2]), &c.opts)
			if err != nil {
				t.Fatal(err)
			}
			defer earlier.Close()
			kept := keep(t, earlier, "", parts[:2])
			result, err := validate.Revise(t.Context(), kept.earlier([]int{1}, [][]byte{parts[0], parts[2]}), &c.opts)
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
