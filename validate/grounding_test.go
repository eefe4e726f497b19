package validate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
)

const well = `The well of Harby is 41 metres deep and was dug by monks. It has never run dry, not even in the summer of 1921.
The water is kept at 8 degrees by the rock. Visitors may look into it from a gallery that Ida Falk built in 1988, and which
is open on every day but Monday. The council pays 12,000 crowns a year for its upkeep, which the church used to pay.`

const other = `The council of Harby met on 4 June. It was said that “the church shall not pay for the well any longer”. The motion was carried by
nine votes to four. The council then turned to the roof of the school, for which no money is left in the budget of this year, and to the
bridge, which has been closed for two years now and is to be opened again in the spring, if the builders keep to what they said.`

// recordOf is a line of JSON Lines.
func recordOf(id, kind, content string, sources ...string) string {
	return fmt.Sprintf(`{"id": %q, "fact_type": %q, "content": %q, "sources": [%s]}`, id, kind, content, strings.Join(sources, ", "))
}

func withText(name, text string) string {
	return fmt.Sprintf(`{"uri": "https://harby.example.org/%s", "is_full_text": true, "raw_content": %q}`, name, text)
}

func checkLines(t testing.TB, opts *validate.Options, lines ...string) (*validate.Result, []validate.Finding) {
	t.Helper()
	opts.Today = today
	res, err := validate.Check(t.Context(), validate.Facts(fact.Read(strings.NewReader(strings.Join(lines, "\n")), "facts.jsonl", nil)), opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { res.Close() })
	return res, findings(t, res)
}

// grounded keeps the findings of the family, one a line.
func grounded(all []validate.Finding) string {
	family := map[string]bool{}
	for _, r := range validate.Rules() {
		family[r.ID] = r.Family == "source text"
	}
	var b strings.Builder
	for _, f := range all {
		if !family[f.Rule] {
			continue
		}
		fmt.Fprintf(&b, "%s %d:%d-%d %s", f.Fact, f.Line, f.Column, f.EndColumn, f.Rule)
		if f.Passage != nil {
			fmt.Fprintf(&b, " (%s%s: %s)", f.Passage.Path, f.Passage.Pointer, f.Passage.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestGrounding(t *testing.T) {
	harby := withText("well", well)
	for _, c := range []struct {
		name  string
		lines []string
		want  string
		count validate.Grounding
	}{
		{"a number, at its place, escapes counted", []string{recordOf("a", "claim", "The \"well\" is 47 metres deep.", harby)},
			"a 1:63-72 number-not-in-source (facts.jsonl/sources/0/raw_content: The well of Harby is 41 metres deep and was dug by monks.)\n",
			validate.Grounding{Contradicted: 1}},
		{"one source of two bears it out", []string{recordOf("a", "claim", "The well is 41 metres deep.", withText("minutes", other), harby)},
			"", validate.Grounding{BorneOut: 1}},
		{"neither source does", []string{recordOf("a", "claim", "The well is 47 metres deep.", withText("minutes", other), harby)},
			"a 1:59-68 number-not-in-source (facts.jsonl/sources/0/raw_content: It was said that “the church shall not pay for the well any longer”.)\n",
			validate.Grounding{Contradicted: 1}},
		{"pinned to the wrong source", []string{
			recordOf("a", "quote", "\"The church shall not pay for the well any longer\", it was said.", harby),
			recordOf("b", "claim", "The council met.", withText("minutes", other))},
			"a 1:49-97 quote-misattributed (facts.jsonl/sources/0/raw_content: The church shall not pay for the well any longer)\n",
			validate.Grounding{Contradicted: 1, NotChecked: 1}},
		{"nothing to look for, and nothing to look in", []string{
			recordOf("a", "claim", "Wells are deep.", harby),
			recordOf("b", "claim", "The well is 47 metres deep.", `{"uri": "https://harby.example.org/x"}`)},
			"", validate.Grounding{NotChecked: 2}},
		{"evidence of a source", []string{recordOf("a", "claim", "The well is deep.", strings.Replace(harby, `"uri"`, `"quote": ["dug by monks", "It has never run low"], "uri"`, 1))},
			"a 1:89-129 quote-altered (facts.jsonl/sources/0/raw_content: It has never run dry)\n", validate.Grounding{Contradicted: 1}},
		{"an opening says nothing against", []string{recordOf("a", "claim", "The well is 47 metres deep.", strings.Replace(harby, "true", "false", 1))},
			"", validate.Grounding{NotChecked: 1}},
		{"the same fact again is counted once", []string{recordOf("a", "claim", "The well is 41 metres deep.", harby), recordOf("a", "claim", "The well is 41 metres deep.", harby)},
			"", validate.Grounding{BorneOut: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, all := checkLines(t, &validate.Options{}, c.lines...)
			if diff := cmp.Diff(c.want, grounded(all)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(&c.count, res.Summary.Grounding); diff != "" {
				t.Errorf("counts (-want +got):\n%s", diff)
			}
		})
	}
}

// Where no text is at hand nothing is said of texts.
func TestGroundingWithoutTexts(t *testing.T) {
	res, _ := checkLines(t, &validate.Options{}, recordOf("a", "claim", "Wells are deep.", `{"uri": "https://harby.example.org/x"}`))
	if res.Summary.Grounding != nil {
		t.Errorf("grounding is %+v", res.Summary.Grounding)
	}
}

// What is found does not depend on how many workers there are, nor on what goes to disk.
func TestGroundingIsTheSameForAnyWorkers(t *testing.T) {
	var lines []string
	for i := range 300 {
		text := well
		if i%3 == 0 {
			text = other
		}
		text += fmt.Sprintf(" This is copy %d.", i%7)
		kind, content := "claim", fmt.Sprintf("The well is %d metres deep.", 38+i%5)
		if i%2 == 0 {
			kind, content = "quote", "“the church shall not pay for the well any longer”"
		}
		lines = append(lines, recordOf(fmt.Sprint("f", i), kind, content, withText(fmt.Sprint(i%7), text)))
	}
	_, want := checkLines(t, &validate.Options{Workers: 1}, lines...)
	if len(want) < 100 {
		t.Fatalf("only %d findings", len(want))
	}
	for _, opts := range []*validate.Options{{Workers: 3}, {Workers: 8, Spill: 10}} {
		_, got := checkLines(t, opts, lines...)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d workers (-want +got):\n%s", opts.Workers, diff)
		}
	}
}

// What is found of each fact is kept in the order of the input, of those as well that
// have no text.
func TestGrounded(t *testing.T) {
	res, _ := checkLines(t, &validate.Options{KeepGrounded: true, Spill: 2},
		recordOf("a", "claim", "The well is 41 metres deep.", withText("well", well)),
		recordOf("b", "claim", "No text.", `{"uri": "https://harby.example.org/x"}`),
		recordOf("c", "claim", "The council met on 5 June.", withText("minutes", other)),
		recordOf("d", "claim", "Ida Falk built the gallery.", withText("well", well)))
	var got []string
	for g, err := range res.Grounded() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s %s %d", g.Fact, g.Verdict, len(g.Anchors)))
	}
	want := []string{"a borne out 1", "b not checked 0", "c absent 1", "d borne out 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A finding of a long content shows what is around its anchor, however much else there is.
func TestFindingsOfALongContentStaySmall(t *testing.T) {
	const most = 600
	content := strings.Repeat("The wéll had 77 visitors. ", 100) + "It was dug by Ole Brandt."
	_, all := checkLines(t, &validate.Options{}, recordOf("a", "claim", content, withText("well", well)))
	shown := 0
	for _, f := range all {
		if f.Sentence == nil {
			continue
		}
		shown++
		mark := f.Sentence.Marks[0]
		if stated := f.Sentence.Text[mark[0]:mark[1]]; len(f.Sentence.Text) > most || stated != f.Stated {
			t.Errorf("%d bytes with %q marked for %q", len(f.Sentence.Text), stated, f.Stated)
		}
	}
	if shown < 50 {
		t.Errorf("%d findings", shown)
	}
}
