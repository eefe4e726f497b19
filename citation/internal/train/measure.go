package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation/ref"
)

var fields = []string{"authors", "title", "container", "year", "volume", "issue", "pages", "doi", "publisher"}

// measure counts what is read right, and writes what is read if it is asked to.
type measure struct {
	all, clean *tally            // clean leaves out the noisy rows
	groups     map[string]*tally // of a source and of a fold
	confidence calibration
	file       *os.File // of extraction records, or nil
}

// noisy is the source of strings that were labelled as they came, with what was lost in them.
const noisy = "anystyle/ugly"

func newMeasure(path string) (m *measure, err error) {
	m = &measure{all: newTally(), clean: newTally(), groups: map[string]*tally{}}
	if path != "" {
		m.file, err = os.Create(path)
	}
	return m, err
}

func (m *measure) close() error { return m.file.Close() }

// add counts what was read of a row of a fold, nil for nothing, and returns the fields that are wrong.
func (m *measure) add(fold int, row *row, r *ref.Reference) (wrong []string, err error) {
	if m.file != nil {
		references := []*ref.Reference{}
		if r != nil {
			references = append(references, r)
		}
		if err := json.NewEncoder(m.file).Encode(map[string]any{"fact": row.ID, "class": "reference", "references": references}); err != nil {
			return nil, err
		}
	}
	got := answer(r, row.Gold)
	wrong = m.all.add(row, got)
	m.group(row.Source).add(row, got)
	m.group(fmt.Sprintf("fold %d", fold)).add(row, got)
	if row.Source != noisy {
		m.clean.add(row, got)
		m.group(fmt.Sprintf("fold %d, clean", fold)).add(row, got)
	}
	if r != nil && r.Confidence > 0 { // the grammar states none
		m.confidence.add(r.Confidence, wrong)
	}
	return wrong, nil
}

func (m *measure) group(name string) *tally {
	if m.groups[name] == nil {
		m.groups[name] = newTally()
	}
	return m.groups[name]
}

func (m *measure) String() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(m.groups)) {
		fmt.Fprintf(&b, "%-18s %s\n", name, m.groups[name])
	}
	fmt.Fprintf(&b, "%s%-18s %s\n%-18s %s\n%s", m.confidence, "all, clean", m.clean, "all", m.all, m.all.fields())
	return b.String()
}

type tally struct {
	n, right, none int
	tp, fp, gold   map[string]int
}

func newTally() *tally {
	return &tally{tp: map[string]int{}, fp: map[string]int{}, gold: map[string]int{}}
}

var stop = strings.Fields("and und et al y e others with u a eds ed editors hrsg hg Eds Ed Hrsg Hg AND i og och en")

func bag(s string) string {
	w := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	w = slices.DeleteFunc(w, func(x string) bool { return slices.Contains(stop, x) })
	for i := range w {
		w[i] = strings.ToLower(w[i])
	}
	slices.Sort(w)
	return strings.Join(w, " ")
}

var lead = regexp.MustCompile(`(?i)^(in:?\s+)?(the\s+)?`)
var dashes = regexp.MustCompile(`\s*[-‐‑‒–—―−]+\s*`)
var four = regexp.MustCompile(`\d{4}`)
var notPage = regexp.MustCompile(`[^\p{L}\p{N}_-]`)

func norm(f, v string) string {
	switch f {
	case "authors":
		return bag(v)
	case "container":
		return key(lead.ReplaceAllString(v, ""))
	case "pages":
		return strings.Trim(notPage.ReplaceAllString(dashes.ReplaceAllString(strings.ToLower(v), "-"), ""), "-")
	case "year":
		if m := four.FindString(v); m != "" {
			return m
		}
	case "doi":
		if i := strings.Index(v, "10."); i >= 0 {
			v = v[i:]
		}
		return strings.TrimRight(strings.ToLower(v), ".,;)")
	}
	return key(v)
}

// calibration counts how often a reference that is stated with some confidence is right
// in every field.
type calibration [10]struct {
	n, right int
	stated   float64
}

func (c *calibration) add(confidence float64, wrong []string) {
	bin := &c[min(int(confidence*10), 9)]
	bin.n++
	bin.stated += confidence
	if len(wrong) == 0 {
		bin.right++
	}
}

func (c calibration) String() string {
	var b strings.Builder
	for i, bin := range c {
		if bin.n > 0 {
			fmt.Fprintf(&b, "confidence %.1f to %.1f: %d references, %.2f stated, %.2f right\n", float64(i)/10, float64(i+1)/10, bin.n, bin.stated/float64(bin.n), float64(bin.right)/float64(bin.n))
		}
	}
	return b.String()
}

func (t *tally) add(r *row, got map[string]string) (wrong []string) {
	t.n++
	if got == nil {
		t.none++
	}
	for _, f := range fields {
		if slices.Contains(r.Skip, f) {
			continue
		}
		g, p := norm(f, r.Gold[f]), norm(f, got[f])
		if g != "" {
			t.gold[f]++
		}
		if g == p {
			if g != "" {
				t.tp[f]++
			}
			continue
		}
		wrong = append(wrong, f)
		if p != "" {
			t.fp[f]++
		}
	}
	if len(wrong) == 0 {
		t.right++
	}
	return wrong
}

func prf(tp, fp, gold int) (p, r, f float64) {
	p, r = 100*float64(tp)/max(1, float64(tp+fp)), 100*float64(tp)/max(1, float64(gold))
	return p, r, 2 * p * r / max(1e-9, p+r)
}

func (t *tally) String() string {
	p, r, f := t.prf()
	return fmt.Sprintf("n=%d P=%.1f R=%.1f F1=%.2f inst=%.1f none=%.1f", t.n, p, r, f, t.instance(), 100*float64(t.none)/float64(max(1, t.n)))
}

// summary is what the header of a file of weights says of a measure.
func (t *tally) summary() string {
	p, r, f := t.prf()
	return fmt.Sprintf("P %.1f, R %.1f, F1 %.1f, instance %.1f", p, r, f, t.instance())
}

// prf is that of all fields.
func (t *tally) prf() (p, r, f float64) {
	tp, fp, gold := 0, 0, 0
	for _, field := range fields {
		tp, fp, gold = tp+t.tp[field], fp+t.fp[field], gold+t.gold[field]
	}
	return prf(tp, fp, gold)
}

// instance is how many of a hundred rows are right in every field.
func (t *tally) instance() float64 { return 100 * float64(t.right) / float64(max(1, t.n)) }

func (t *tally) fields() string {
	var b strings.Builder
	for _, f := range fields {
		p, r, f1 := prf(t.tp[f], t.fp[f], t.gold[f])
		fmt.Fprintf(&b, "%-10s %6d  %.1f %.1f %.1f\n", f, t.gold[f], p, r, f1)
	}
	return b.String()
}

// answer is what a reference states, as the labels have it; nil for no reference.
func answer(r *ref.Reference, gold map[string]string) map[string]string {
	if r == nil {
		return nil
	}
	a := map[string]string{
		"title": r.Title, "container": r.Container, "year": r.Year, "volume": r.Volume, "issue": r.Number, "doi": r.DOI,
		"pages": cmp.Or(r.Pages, r.EID), "publisher": r.Publisher,
	}
	if a["publisher"] == "" && gold["publisher"] != "" {
		a["publisher"] = r.Institution
	}
	var names []string
	for _, n := range r.Authors {
		names = append(names, n.Given, n.Particle, n.Family, n.Suffix, n.Literal)
	}
	a["authors"] = strings.Join(names, " ")
	return a
}
