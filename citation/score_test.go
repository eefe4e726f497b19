package citation

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"golang.org/x/text/unicode/norm"
)

// labelled is a sentence with what a reader found in it. Values are verbatim.
type labelled struct {
	ID       string           `json:"id"`
	Class    Class            `json:"class"`
	Text     string           `json:"text"`
	Works    []map[string]any `json:"works"`
	Mentions []struct {
		Authors []string `json:"authors"`
		Others  bool     `json:"others"`
		Year    string   `json:"year"`
	} `json:"mentions"`
	Doubt string `json:"doubt"` // why two readers could differ
}

func readLabelled(t testing.TB, path string) []labelled {
	t.Helper()
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		t.Skipf("%s is not here", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	var all []labelled
	for line := range strings.Lines(string(data)) {
		var l labelled
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		all = append(all, l)
	}
	return all
}

// score counts how many values of labelled sentences were found and are right.
type score struct {
	right, found, labelled                 int // values of all fields
	works, exact                           int // exact: every field right but the type
	sentences, class                       int
	mentionsRight, mentionsFound, mentions int
	errors                                 []string
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

func (s *score) precision() float64 { return ratio(s.right, s.found) }
func (s *score) f1() float64        { return ratio(2*s.right, s.found+s.labelled) }
func (s *score) mentionF1() float64 {
	return ratio(2*s.mentionsRight, s.mentionsFound+s.mentions)
}

func (s *score) String() string {
	return fmt.Sprintf("%d sentences, class %.4f, precision %.4f, F1 %.4f, %d works, every field right %.4f, mentions F1 %.4f",
		s.sentences, ratio(s.class, s.sentences), s.precision(), s.f1(), s.works, ratio(s.exact, s.works), s.mentionF1())
}

// add scores one sentence; sentences in doubt are left out.
func (s *score) add(l labelled, e Extraction) {
	if l.Doubt != "" {
		return
	}
	s.sentences++
	if e.Class == l.Class {
		s.class++
	} else {
		s.errors = append(s.errors, fmt.Sprintf("%s: class %s, want %s: %s", l.ID, e.Class, l.Class, l.Text))
	}
	found := make([]map[string]string, len(e.References))
	for i := range e.References {
		found[i] = foldReference(&e.References[i])
	}
	for _, w := range l.Works {
		s.addWork(l, foldLabels(w), takeBest(&found, foldLabels(w)))
	}
	for _, extra := range found {
		s.addWork(l, nil, extra)
	}
	s.addMentions(l, e)
}

func (s *score) addWork(l labelled, want, got map[string]string) {
	right := true
	for field, value := range want {
		s.labelled++
		switch {
		case got[field] == value:
			s.right++
		default:
			s.errors = append(s.errors, fmt.Sprintf("%s: %s %q, want %q: %s", l.ID, field, got[field], value, l.Text))
			right = right && field == "type"
		}
	}
	for field, value := range got {
		s.found++
		if _, ok := want[field]; !ok {
			s.errors = append(s.errors, fmt.Sprintf("%s: %s %q, want none: %s", l.ID, field, value, l.Text))
			right = false
		}
	}
	if want != nil {
		s.works++
		if right && got != nil {
			s.exact++
		}
	}
}

func (s *score) addMentions(l labelled, e Extraction) {
	var found []string
	for _, m := range e.Mentions {
		found = append(found, fmt.Sprint(foldNames(m.Authors), m.EtAl, m.Year))
	}
	s.mentionsFound += len(found)
	for _, m := range l.Mentions {
		s.mentions++
		want := fmt.Sprint(foldNames(m.Authors), m.Others, m.Year)
		if i := slices.Index(found, want); i >= 0 {
			s.mentionsRight++
			found = slices.Delete(found, i, i+1)
		} else {
			s.errors = append(s.errors, fmt.Sprintf("%s: no mention %v %s: %s", l.ID, m.Authors, m.Year, l.Text))
		}
	}
}

// takeBest takes the work that agrees with want in most fields out of found.
func takeBest(found *[]map[string]string, want map[string]string) map[string]string {
	best, agree := -1, -1
	for i, got := range *found {
		n := 0
		for field, value := range want {
			if got[field] == value {
				n++
			}
		}
		if n > agree {
			best, agree = i, n
		}
	}
	if best < 0 {
		return nil
	}
	got := (*found)[best]
	*found = slices.Delete(*found, best, best+1)
	return got
}

// foldReference brings a reference into the form in which values are compared.
func foldReference(r *Reference) map[string]string {
	folded := map[string]string{"type": string(r.Type)}
	for _, f := range []ref.Field{ref.FieldTitle, ref.FieldContainer, ref.FieldPublisher, ref.FieldInstitution, ref.FieldSeries, ref.FieldAddress, ref.FieldEdition,
		ref.FieldYear, ref.FieldDay, ref.FieldVolume, ref.FieldNumber, ref.FieldPages, ref.FieldEID, ref.FieldArXiv, ref.FieldDOI, ref.FieldISBN, ref.FieldPMID, ref.FieldURL} {
		if v := *r.Value(f); v != "" {
			folded[string(f)] = foldField(string(f), v)
		}
	}
	if r.Month > 0 {
		folded["month"] = fmt.Sprint(r.Month)
	}
	if r.EtAl {
		folded["others"] = "true"
	}
	for f, names := range map[string][]Name{"authors": r.Authors, "editors": r.Editors} {
		if len(names) > 0 {
			folded[f] = foldNames(spoken(names))
		}
	}
	return folded
}

func spoken(names []Name) []string {
	text := make([]string, len(names))
	for i, n := range names {
		text[i] = n.String()
	}
	return text
}

// foldLabels does the same for the labels of a work.
func foldLabels(w map[string]any) map[string]string {
	folded := map[string]string{}
	for f, v := range w {
		switch v := v.(type) {
		case bool:
			folded[f] = fmt.Sprint(v)
		case []any:
			names := make([]string, len(v))
			for i := range v {
				names[i] = v[i].(string)
			}
			folded[f] = foldNames(names)
		case string:
			if f == "month" {
				folded[f] = fmt.Sprint(lexicon.Months[strings.ToLower(v)])
				continue
			}
			if f == "venue" {
				f = string(ref.FieldContainer)
			}
			folded[f] = foldField(f, v)
		}
	}
	return folded
}

var (
	closingAcronym = regexp.MustCompile(`\s*\([^()]*\)$`)
	shortRange     = regexp.MustCompile(`^(\d+)\s*-\s*(\d+)$`)
	idPrefix       = regexp.MustCompile(`^(arxiv:|https?://(dx\.)?doi\.org/|doi:)`)
	plainMarks     = strings.NewReplacer("‘", "'", "’", "'", "`", "'", "“", `"`, "”", `"`, "„", `"`, "‐", "-", "‑", "-", "–", "-", "—", "-", "−", "-", "…", "...")
)

// foldText folds case, quotation marks, dashes, white space and the punctuation
// at both ends.
func foldText(v string) string {
	v = plainMarks.Replace(strings.ToLower(norm.NFKC.String(v)))
	return strings.Trim(strings.Join(strings.Fields(v), " "), " \t.,;:'\"")
}

func foldField(f, v string) string {
	v = foldText(v)
	switch f {
	case "pages":
		if m := shortRange.FindStringSubmatch(v); m != nil && len(m[2]) < len(m[1]) {
			v = m[1] + "-" + m[1][:len(m[1])-len(m[2])] + m[2]
		}
	case "arxiv", "doi", "url", "isbn", "pmid":
		v = strings.ReplaceAll(idPrefix.ReplaceAllString(v, ""), " ", "")
	case "container", "institution", "publisher", "series":
		v = closingAcronym.ReplaceAllString(strings.ReplaceAll(strings.TrimPrefix(v, "the "), "&", "and"), "")
	case "edition":
		v = strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) || !strings.ContainsAny(v, "0123456789") {
				return r
			}
			return -1
		}, v)
	}
	return v
}

// foldNames takes each name as a bag of letters: "Liu, Y." and "Y. Liu" are one.
func foldNames(names []string) string {
	folded := make([]string, len(names))
	for i, name := range names {
		letters := []rune{}
		for _, r := range closingAcronym.ReplaceAllString(strings.ToLower(norm.NFKC.String(name)), "") {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters = append(letters, r)
			}
		}
		slices.Sort(letters)
		folded[i] = string(letters)
	}
	return strings.Join(folded, "|")
}
