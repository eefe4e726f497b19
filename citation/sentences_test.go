package citation

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/internal/golden"
)

var showErrors = flag.Bool("errors", false, "log every wrong value of the labelled sentences")

func holdScore(t *testing.T, all []labelled) {
	t.Helper()
	var s score
	for _, l := range all {
		s.add(l, Parse(l.Text))
	}
	t.Log(s.String())
	if *showErrors {
		t.Log(strings.Join(s.errors, "\n"))
	}
	for _, bound := range []struct {
		what     string
		got, min float64
	}{
		{"class accuracy", ratio(s.class, s.sentences), 0.97},
		{"precision", s.precision(), 0.98},
		{"F1", s.f1(), 0.97},
		{"works with every field right", ratio(s.exact, s.works), 0.88},
		{"mentions F1", s.mentionF1(), 0.97},
	} {
		if bound.got < bound.min {
			t.Errorf("%s is %.4f, want at least %.2f; run with -errors", bound.what, bound.got, bound.min)
		}
	}
}

func TestParseOwnSentences(t *testing.T) { holdScore(t, readLabelled(t, "testdata/sentences.jsonl")) }

// TestSentencesAsRead holds all that is read of each labelled sentence, by its ID. What is right
// is in the labels, whose scores are held beside it; here nothing changes unseen.
func TestSentencesAsRead(t *testing.T) {
	var got strings.Builder
	for _, name := range []string{"testdata/sentences.jsonl", "testdata/kinds.jsonl"} {
		for _, l := range readLabelled(t, name) {
			e := Parse(l.Text)
			fmt.Fprintf(&got, "%s %s\n", l.ID, e.Class)
			for i := range e.References {
				got.WriteString("\t" + inShort(&e.References[i]) + "\n")
			}
			for _, m := range e.Mentions {
				fmt.Fprintf(&got, "\tcites %s %s%s\n", strings.Join(m.Authors, "; "), m.Year, map[bool]string{true: " et al."}[m.EtAl])
			}
			for _, n := range e.Named {
				fmt.Fprintf(&got, "\tnames %s\n", strings.TrimSpace(string(n.Kind)+" "+n.Title))
			}
		}
	}
	golden.Compare(t, "testdata/read.txt", got.String())
}

// sharedFile is a file of measurements that are no part of this project.
func sharedFile(name string) string {
	root := os.Getenv("FACTCITE_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	return filepath.Join(root, filepath.FromSlash(name))
}

func TestParseSharedSentences(t *testing.T) {
	holdScore(t, readLabelled(t, sharedFile("gold/dev.jsonl")))
}

// TestParseSeed holds what the seed page says: references, what follows from
// them, in-text citations, and the works named in passing.
func TestParseSeed(t *testing.T) {
	data, err := os.ReadFile(sharedFile("seed/expected.json"))
	if os.IsNotExist(err) {
		t.Skip("the seed page is not here")
	}
	var expected struct {
		Types      []string
		References []map[string]any
		Mentions   map[string][][]string
		Named      map[string][]string
	}
	if err := json.Unmarshal(data, &expected); err != nil {
		t.Fatal(err)
	}
	type seen struct {
		References []map[string]any
		Mentions   map[string][][]string
		Named      map[string][]string
	}
	got := seen{Mentions: map[string][][]string{}, Named: map[string][]string{}}
	for n, content := range seedFacts(t, expected.Types) {
		fact := jsonNumber(n + 1)
		e := Parse(content)
		if expected.Types[n] != "reference" {
			e = e.InPassing()
		}
		for i := range e.References {
			got.References = append(got.References, seedFields(fact, &e.References[i]))
		}
		for _, m := range e.Mentions {
			got.Mentions[fact] = append(got.Mentions[fact], []string{m.Authors[0], m.Year})
		}
		for _, w := range e.Named {
			got.Named[fact] = append(got.Named[fact], w.Title)
		}
	}
	for _, r := range expected.References {
		r["fact"] = jsonNumber(int(r["fact"].(float64)))
	}
	want := seen{expected.References, expected.Mentions, expected.Named}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func jsonNumber(n int) string { b, _ := json.Marshal(n); return string(b) }

// seedFacts are the contents of the facts of the seed page, in their order.
func seedFacts(t *testing.T, types []string) (contents []string) {
	pages, _ := filepath.Glob(sharedFile("seed/*.txt"))
	if len(pages) == 0 {
		t.Skip("the seed page is not here")
	}
	f, err := os.Open(pages[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan() && len(contents) < len(types); {
		if content, ok := strings.CutPrefix(lines.Text(), types[len(contents)]); ok && content != "" {
			contents = append(contents, content)
		}
	}
	return contents
}

// seedFields are the fields of a reference as the seed's expectations list them.
func seedFields(fact string, r *Reference) map[string]any {
	fields := map[string]any{"fact": fact}
	data, _ := json.Marshal(r)
	var all map[string]any
	json.Unmarshal(data, &all)
	for name, v := range all {
		switch name {
		case "spans":
		case "derived":
			if year, ok := r.Derived["year"]; ok {
				fields["derived"] = map[string]any{"year": year.Value}
			}
		default:
			fields[name] = v
		}
	}
	return fields
}
