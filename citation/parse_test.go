package citation

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/linear"
	"github.com/google/go-cmp/cmp"
)

func ExampleParse() {
	e := Parse("Okoro and Falk (2010) published 'Bridges that bend' in Timber Letters, volume 4, pages 12–30.")
	r := e.References[0]
	fmt.Println(r.Type, r.Title)
	fmt.Println(r.Authors[0].Family, r.Authors[1].Family, r.Year)
	fmt.Println(r.Container, r.Volume, r.Pages, r.Spans["container"])
	// Output:
	// article Bridges that bend
	// Okoro Falk 2010
	// Timber Letters 4 12–30 [55 69]
}

func ExampleParse_derived() {
	e := Parse("The paper 'Yoke tokens' was published in the Forty-second International Conference on Machine Learning.")
	d := e.References[0].Derived["year"]
	fmt.Printf("stated %q, derived %s from %s\n", e.References[0].Year, d.Value, d.From)
	// Output:
	// stated "", derived 2025 from the venue's ordinal
}

func ExampleParse_mentions() {
	for _, m := range Parse("Rims crack at the joint (Sato et al., 2018a, b; Horn, 2009).").Mentions {
		fmt.Println(m.Authors, m.EtAl, m.Year)
	}
	// Output:
	// [Sato] true 2018a
	// [Sato] true 2018b
	// [Horn] false 2009
}

func ExampleExtraction_InPassing() {
	e := Parse("The authors of 'A Survey of Cart Simulators' identify three open problems.").InPassing()
	fmt.Println(len(e.References), e.Named[0].Title, e.Named[0].Span)
	// Output:
	// 0 A Survey of Cart Simulators [16 43]
}

func TestParseIsEmptyNotNil(t *testing.T) {
	got, err := json.Marshal(Parse("Carts with four wheels turn slowly."))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"class":"none","references":[],"named":[],"mentions":[]}`
	if string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestParsePreprint(t *testing.T) {
	for content, want := range map[string]bool{
		"The paper 'Spoke tokens' is an arXiv preprint (arXiv:2305.01234).":              true,
		"Li et al. (2022) published 'Harness' as an arXiv preprint (arXiv:2209.13579).":  true,
		"The preprint 'Spoke tokens' introduces a tokenizer for wheels.":                 true,
		"Horn K posted 'Sand in the hub' on bioRxiv in 2020.":                            true,
		"The paper 'Spoke tokens' (arXiv:2305.01234) introduces a tokenizer for wheels.": false,
	} {
		e := Parse(content)
		if len(e.References) != 1 {
			t.Errorf("%s: %d references, want 1", content, len(e.References))
			continue
		}
		if got := e.References[0].Preprint; got != want {
			t.Errorf("%s: preprint %t, want %t", content, got, want)
		}
	}
}

func TestParseKinds(t *testing.T) {
	for content, want := range map[string]ref.WorkKind{
		"Carts roll as RFC 7235 says.":                                        ref.Standard,
		"The podcast 'Felt and Hay' by Ann Lee tells of carts.":               ref.Podcast,
		"The video 'Felt and Hay' by Ann Lee shows carts.":                    ref.Video,
		"Ann Lee published the blog post 'Felt and Hay' in 2011.":             ref.Post,
		"Ann Lee wrote the entry 'Felt rims' in the Encyclopedia of Carts.":   ref.InEncyclopedia,
		"Ann Lee wrote the chapter 'Felt rims' in the Handbook of Carts.":     "",
		"The paper 'Felt and Hay' by Ann Lee was published in Cart Affairs 2": "",
	} {
		e := Parse(content)
		if len(e.References) != 1 || e.References[0].Kind != want {
			t.Errorf("%s: %+v, want one of kind %q", content, e.References, want)
		}
	}
	const film = "Carters saw the film 'Felt and Hay' twice."
	if e := Parse(film); len(e.Named) != 1 || e.Named[0].Kind != "film" || film[e.Named[0].Span[0]:e.Named[0].Span[1]] != "Felt and Hay" {
		t.Errorf("%s: %+v", film, e)
	}
}

// checkExtraction holds what is promised of every extraction: spans inside the
// text, stated values equal to the words at their spans, and one answer.
func checkExtraction(t *testing.T, content string) {
	t.Helper()
	e := Parse(content)
	if again := Parse(content); !reflect.DeepEqual(e, again) {
		t.Errorf("two answers to %q:\n%s", content, cmp.Diff(e, again))
	}
	checkEvidence(t, content)
	if diff := cmp.Diff(e.Mentions, ParseMentions(content)); diff != "" {
		t.Errorf("the mentions of %q alone are others (-Parse +ParseMentions)\n%s", content, diff)
	}
	inside := func(sp Span) bool { return 0 <= sp[0] && sp[0] < sp[1] && sp[1] <= len(content) }
	for i := range e.References {
		r := &e.References[i]
		if r.Type == "" {
			t.Errorf("%q: the reference to %q has no type", content, r.Title)
		}
		for name, sp := range r.Spans {
			if !inside(sp) {
				t.Fatalf("%q: span %v of %s is outside", content, sp, name)
			}
			checkStated(t, withoutMarkup(content, sp), name, r)
		}
		checkSpanned(t, content, r)
	}
	for _, m := range e.Mentions {
		if !inside(m.Span) {
			t.Fatalf("%q: span %v of mention %v is outside", content, m.Span, m)
		}
		words := withoutMarkup(content, m.Span)
		for _, part := range strings.Fields(strings.Join(m.Authors, " ")) {
			if !strings.Contains(words, part) {
				t.Errorf("%q: mention of %q, but its words are %q", content, part, words)
			}
		}
		if !strings.Contains(words, m.Year[:4]) {
			t.Errorf("%q: mention of %s, but its words are %q", content, m.Year, words)
		}
	}
}

// withoutMarkup is what a range of the content is without the markup in it, which
// may begin and end elsewhere.
func withoutMarkup(content string, sp Span) string {
	plain := markup.Read(content)
	if !plain.HasMarkup() {
		return content[sp[0]:sp[1]]
	}
	for i := range plain.Text {
		for end := i + 1; plain.InSource(Span{i, i + 1})[0] == sp[0] && end <= len(plain.Text); end++ {
			if plain.InSource(Span{i, end}) == sp {
				return strings.TrimPrefix(plain.Text[i:end], "\n") // what separates addresses
			}
		}
	}
	return content[sp[0]:sp[1]]
}

// checkStated holds a field against the words that it was read from.
func checkStated(t *testing.T, words, name string, r *Reference) {
	t.Helper()
	switch ref.Field(name) {
	case ref.FieldAuthors, ref.FieldEditors:
		names := r.Authors
		if ref.Field(name) == ref.FieldEditors {
			names = r.Editors
		}
		for _, n := range names {
			for _, part := range []string{n.Given, n.Particle, n.Family, n.Suffix, n.Literal} {
				if !strings.Contains(words, part) {
					t.Errorf("%s state %q, but their words are %q", name, part, words)
				}
			}
		}
	case ref.FieldMonth:
		if lexicon.Months[strings.ToLower(words)] != r.Month {
			t.Errorf("month is %d, but its word is %q", r.Month, words)
		}
	default:
		if got := *r.Value(ref.Field(name)); got != words {
			t.Errorf("%s is %q, but its words are %q", name, got, words)
		}
	}
}

// checkSpanned holds that nothing is stated without a span.
func checkSpanned(t *testing.T, content string, r *Reference) {
	t.Helper()
	stated := foldReference(r)
	delete(stated, "type")
	delete(stated, "others")
	for name := range stated {
		if _, ok := r.Spans[name]; !ok {
			t.Errorf("%q: %s is stated without a span", content, name)
		}
	}
	if _, stated := r.Derived["year"]; stated && r.Year != "" {
		t.Errorf("%q: year %s is stated and derived", content, r.Year)
	}
}

func TestParseStatesOnlyItsWords(t *testing.T) {
	for _, l := range readLabelled(t, "testdata/sentences.jsonl") {
		checkExtraction(t, l.Text)
	}
}

// TestParseOfPlainSentences holds that of a hundred sentences of any origin that name
// no work no more than two seem to.
func TestParseOfPlainSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/plain.txt")
	if err != nil {
		t.Fatal(err)
	}
	sentences, references, citations := 0, 0, 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		checkExtraction(t, line)
		sentences++
		switch e := Parse(line); e.Class {
		case ClassReference:
			references++
			t.Logf("%q names %v", line, e.References)
		case ClassCitation:
			citations++
		}
	}
	if references*100 > sentences*2 || citations*100 > sentences*2 {
		t.Errorf("%d sentences without a work have %d references and %d citations, want no more than two in a hundred of each", sentences, references, citations)
	}
}

func TestParseStatesOnlyTheWordsOfSharedSentences(t *testing.T) {
	for _, name := range []string{"gold/dev.jsonl", "gold/unlabelled.jsonl", "gold/other-origins.jsonl"} {
		data, err := os.ReadFile(sharedFile(name))
		if os.IsNotExist(err) {
			t.Skip("the shared sentences are not here")
		}
		for line := range strings.Lines(string(data)) {
			var s struct{ Text, Content string }
			if err := json.Unmarshal([]byte(line), &s); err != nil {
				t.Fatal(err)
			}
			checkExtraction(t, s.Text+s.Content)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, l := range readLabelled(f, "testdata/sentences.jsonl") {
		f.Add(l.Text)
	}
	f.Add("'\"‘“«(((")
	f.Add("Lund wrote the chapter 'Reins' in The the companion to carts (2017).")
	f.Add("B' thesis to B")
	f.Add("\"TOKEGAN: Do Low-noise Bearing Models need library ream networks?\" is technical report 2 of the Talvik Institute of Technology, dated April 1989.")
	f.Add("The paper 'Do carts roll?' was published in the proceedings of")
	f.Add("Carts (velocity-dependently; vulnerabilities)")
	f.Add("arXiv:/ doi: 10.1234/ (2019) ISBN 0-306-40615-2 PMID 1")
	f.Add("- See [Felt *rims* (Lee &amp; Park, 2019)](https://arxiv.org/abs/1901.01234) and [Lee (2019)](https://doi.org/10.1234/5) or \\emph{Carts} `x` <i>Oak</i>.")
	f.Add("A, B. C-D., 'E' (F, 2001–2, no. II) in G. H: I, J and K 12(3):4–5; \xff\xfe")
	f.Fuzz(func(t *testing.T, content string) {
		checkExtraction(t, content)
	})
}

// TestParseOfJudges holds what every reading holds for what people say of articles: whatever they
// call one, and wherever it came out, it has a type.
func TestParseOfJudges(t *testing.T) {
	for _, verb := range []string{"criticised", "recommended", "translated", "pointed to"} {
		for _, noun := range []string{"the article ", "the paper ", "the study ", ""} {
			for _, holder := range []string{"in Cart Futures 12 (2019)", "in the Journal of Carts 7 (2015)", "(Journal of Carts 31, 2013)", "(Ann Lee, Cart Futures 12, 2019)", "(Heron Row, 2019)"} {
				checkExtraction(t, fmt.Sprintf("M. Tarrow %s %s\"Loans\" %s.", verb, noun, holder))
			}
		}
	}
}

// TestParseOfHostileText holds that marks which promise something and keep
// nothing do not make the parser read a text over and over.
func TestParseOfHostileText(t *testing.T) {
	for _, piece := range []string{"'a ", "(", "[", "A, ", "A. ", "(A, 2001 ", "“a ", "in the A of ", "A et al. (2001); ", "10.1/", "A's ", "by A, ", "A, and ", "van ", "published in A, B and C ", "(1 ",
		"Aa, Bb C., ", "Aa, Bb C. and ", "Advances in the A ", "Zeitschrift aa ", "ICML in B ", "'a', 1 A 2 (2001), ", "A's (2001; ", "University of Ohio, A ",
		"*Aa bb cc* by A, ", "[Aa b](https://a.example) ", "'Aa b c' by A [Cc d](https://a.example) ", "**Aa _bb_** "} {
		checkParseLinear(t, "In 2001 Smith published 'x' by ", piece, "")
	}
}

// TestManyWorksInASentence holds that a sentence of very many works is read in a time linear
// in their number, and so are the citations among them, what is no literature, and the lists
// of references that are one line.
func TestManyWorksInASentence(t *testing.T) {
	for _, piece := range []string{"He read \"Foo Bar\" by John Smith (2010), and ", "He saw the film \"Foo Bar\" (2010) and Smith (2011) said, ",
		"Smith, A. (2010). ", "Lee, A. (2019); ", "Lee, A. (2010). The quiet wheel of carts. Journal of Rims, 12(3), 45-67. "} {
		t.Run(piece, func(t *testing.T) {
			linear.Check(t, 60_000, func(size int) func() {
				text := strings.Repeat(piece, size/len(piece))
				return func() { Parse(text) }
			})
		})
	}
}

// checkParseLinear holds that reading a piece many times over between a beginning
// and an end takes time linear in the length of it all.
func checkParseLinear(t *testing.T, beginning, piece, end string) {
	t.Run(beginning+piece, func(t *testing.T) {
		linear.Check(t, 12_000, func(size int) func() {
			text := beginning + strings.Repeat(piece, size/len(piece)) + end
			return func() { Parse(text) }
		})
	})
}

func BenchmarkParseReference(b *testing.B) { benchmarkParse(b, ClassReference) }

func BenchmarkParseOther(b *testing.B) { benchmarkParse(b, ClassNone, ClassCitation) }

// benchmarkParse parses the labelled sentences of the given classes in turn.
func benchmarkParse(b *testing.B, classes ...Class) {
	var texts []string
	for _, l := range readLabelled(b, "testdata/sentences.jsonl") {
		if slices.Contains(classes, l.Class) {
			texts = append(texts, l.Text)
		}
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		Parse(texts[n%len(texts)])
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}

// checkEvidence holds that the first look denies nothing that a full reading of the grammar
// finds.
func checkEvidence(t *testing.T, content string) {
	t.Helper()
	plain := markup.Read(content)
	grammar := question{lines: tagger.Trained, asked: anything}
	if diff := cmp.Diff(parse(&plain, prose.OfWork, grammar), parse(&plain, look(&plain), grammar)); diff != "" {
		t.Errorf("the first look at %q misses something (-full +looked at)\n%s", content, diff)
	}
}

// The address of a link is a token that is not where its words are.
func TestLinkAmongReferences(t *testing.T) {
	got := Parse(`An <a href="https://arxiv.org/abs/2006.16239">arXiv preprint</a> of 2020 by Evan Lu.`)
	if len(got.References) > 1 {
		t.Errorf("it names %d works", len(got.References))
	}
}

// TestJoinedIdentifiersAreOtherWorks holds that an identifier which an "and" joins to a
// work is not that work's.
func TestJoinedIdentifiersAreOtherWorks(t *testing.T) {
	const work = `"Felt rims for quiet carts" by Ana Roe (2019)`
	for text, want := range map[string][]string{
		"See " + work + " and arXiv:2402.10379.":                 {"Felt rims for quiet carts ", " 2402.10379"},
		"See " + work + ", as well as arXiv:2402.10379.":         {"Felt rims for quiet carts ", " 2402.10379"},
		work + "; see also https://arxiv.org/abs/2402.10379.":    {"Felt rims for quiet carts ", " 2402.10379"},
		work + ", arXiv:2402.10379.":                             {"Felt rims for quiet carts 2402.10379"},
		work + " is in press and available as arXiv:2402.10379.": {"Felt rims for quiet carts 2402.10379"},
	} {
		var got []string
		for _, r := range Parse(text).References {
			got = append(got, r.Title+" "+r.ArXiv)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// TestPartiesAreNoAuthors holds that nobody wrote a case in court.
func TestPartiesAreNoAuthors(t *testing.T) {
	for _, text := range []string{"Roe v. Lind, 123 U.S. 456 (1999).", "Horn v. Keller Carts, Inc., 410 F.3d 22 (2005)."} {
		for _, r := range Parse(text).References {
			if len(r.Authors) > 0 {
				t.Errorf("%s: the authors are %v", text, r.Authors)
			}
		}
	}
}

// TestLinkedCitations holds that the address to which the words of an in-text citation
// link is kept as what it is.
func TestLinkedCitations(t *testing.T) {
	const text = "As [Okoro et al., 2018](https://arxiv.org/abs/1811.00001), [Lee & Park (2019)](https://doi.org/10.1234/felt) and ([Roe, 2020](https://a.example/felt)) say, see [Uhl (2008, 2010)](https://a.example/uhl)."
	want := []Mention{
		{Authors: []string{"Okoro"}, EtAl: true, Year: "2018", Span: Span{4, 22}, ArXiv: "1811.00001"},
		{Authors: []string{"Lee", "Park"}, Year: "2019", Span: Span{60, 77}, DOI: "10.1234/felt"},
		{Authors: []string{"Roe"}, Year: "2020", Span: Span{115, 124}, URL: "https://a.example/felt"},
		{Authors: []string{"Uhl"}, Year: "2008", Span: Span{161, 177}},
		{Authors: []string{"Uhl"}, Year: "2010", Span: Span{161, 177}},
	}
	if diff := cmp.Diff(want, Parse(text).Mentions); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSentencesAreNoLines holds that a sentence in which somebody does something is not
// taken for a line of a list whose title it would be.
func TestSentencesAreNoLines(t *testing.T) {
	for _, text := range []string{
		"Members had before them a note on carts (Cork University, 2019).",
		"The board considered the fares of the year, Cork, Harbour Press, 2019.",
	} {
		if got := Parse(text).References; len(got) > 0 {
			t.Errorf("%s is read as %q", text, got[0].Title)
		}
	}
}

// TestPlacesAreNotCited holds that a town with a year in parentheses cites nobody, and
// that what a band brings out is no work.
func TestPlacesAreNotCited(t *testing.T) {
	e := Parse("Her company (Graz, 1909) went bankrupt, as Lee (Cork, 1911) did (Lee, 2019).")
	if len(e.Mentions) != 1 || e.Mentions[0].Authors[0] != "Lee" {
		t.Errorf("cited are %+v", e.Mentions)
	}
	e = Parse(`The band released "Slow Carts" in 2004 and toured.`)
	if len(e.References) != 0 || len(e.Named) != 1 || e.Named[0].Kind != "album" {
		t.Errorf("read are %+v, and named %+v", e.References, e.Named)
	}
}

// TestLinesOfHistoriesAreNoWorks holds that a history of changes, settings and links of
// a manual name no work.
func TestLinesOfHistoriesAreNoWorks(t *testing.T) {
	for _, line := range []string{
		"Wagon Exporter. Ensure that rims and tyres are mapped as the Cart Guide says. (#1688)",
		"axles: rewrite the retry logic, see https://github.com/carts/axles/pull/12",
		"Fix Race in Wheel Pool. https://github.com/carts/wheels/pull/99",
		"Getting Started with Carts, https://carts.example.org/start",
		"CART_WHEEL_COUNT, CART_RIM_COUNT: Numbers of Wheels and Rims.",
	} {
		if got := Parse(line).References; len(got) > 0 {
			t.Errorf("%q names %+v", line, got)
		}
	}
}

// TestGrammarAloneReadsSentencesOfQuotedWorks holds that a sentence about a quoted work is
// read by the grammar alone: the trained reader takes the university where a talk was given
// for a series.
func TestGrammarAloneReadsSentencesOfQuotedWorks(t *testing.T) {
	for _, sentence := range []string{
		`C Lund gave the talk "CART-2: Quiet Hubs: a comparison of felt records" at the University of Norrby on 7 September 2025.`,
		`Lund completed the PhD thesis 'Winter axles and felt rims' at the Institute for Quiet Machines in 2015.`,
		`The article 'Winter axles and felt rims' appeared in Annals of Quiet Carts in May 1995 (DOI 10.5555/ream.4034886).`,
	} {
		e := Parse(sentence)
		if len(e.References) != 1 || e.References[0].Series != "" || e.References[0].Confidence != 0 {
			t.Errorf("%s: %+v", sentence, e.References)
		}
	}
}

// TestNamesBeforeTheJournalAreAuthors holds that the names between a title and the parentheses that
// hold its journal are no part of what the journal is called.
func TestNamesBeforeTheJournalAreAuthors(t *testing.T) {
	for text, author := range map[string]string{
		`"Felt Rims at Work", Ann Lee (Carts of Cork 22(4), 2008)`:   "Ann Lee",
		`"Felt Rims", Bo Lund et al. (Letters on Carts 14(2), 2016)`: "Bo Lund",
		`'Rims that Sing', Ida Roth (Cart Review 3, 1999)`:           "Ida Roth",
	} {
		e := Parse(text)
		if len(e.References) != 1 || len(e.References[0].Authors) != 1 || ref.SpokenNames(e.References[0].Authors) != author || strings.Contains(e.References[0].Container, "(") {
			t.Errorf("%s: %+v", text, e.References)
		}
	}
}

// TestRightsAreNoPublisher holds that who has the rights of a work is no part of its reference.
func TestRightsAreNoPublisher(t *testing.T) {
	for _, rights := range []string{
		"© 2019 Harbour Press Ltd. All rights reserved.",
		"© The Author(s) 2019. Published by Harbour Press.",
		"(c) 2019 HPL.",
		"(C) 2019 Harbour Press.",
		"Copyright 2019 by the Cart Society.",
		"Copyright (c) 2019 Harbour Press.",
		"All rights reserved.",
	} {
		const line = "Lund, A. (2019). Felt rims and floor noise. Journal of Carts, 12(3), 1–9."
		want, e := Parse(line).References, Parse(line+" "+rights)
		if len(e.References) != 1 || e.References[0].Publisher != "" || e.References[0].Container != want[0].Container || e.References[0].Title != want[0].Title {
			t.Errorf("%s: %+v", rights, e.References)
		}
	}
	if e := Parse("Lund, A. Felt rims and floor noise. Oslo: Harbour Press. © 2019."); len(e.References) != 1 || e.References[0].Year != "2019" {
		t.Errorf("the only year is that of the rights: %+v", e.References)
	}
}

// TestEditedByInOtherLanguages holds that the words that say who edited a book end its title.
func TestEditedByInOtherLanguages(t *testing.T) {
	for _, by := range []string{"Hg. von", "Hrsg. von", "Hg. v.", "Hrsg. v.", "Hrsg von", "Herausgegeben von"} {
		for text, title := range map[string]string{
			"Lund, Ada: Felge und Filz. In: Die stillen Karren. " + by + " Ida Roth. Köln: Hafen Verlag, 1998, S. 22–31.": "Felge und Filz",
			"Die stillen Karren. " + by + " Ida Roth. Köln: Hafen Verlag, 1998.":                                          "Die stillen Karren",
		} {
			e := Parse(text)
			if len(e.References) != 1 || len(e.References[0].Editors) != 1 || ref.SpokenNames(e.References[0].Editors) != "Ida Roth" || e.References[0].Title != title {
				t.Errorf("%s: %+v", text, e.References)
			}
		}
	}
	for _, text := range []string{
		"Marr, Inès : Le bruit des roues. In : Les objets du jour. Éd. par Ida Roth. Paris : Éditions du Port, 1996, p. 40–58.",
		"Marr, Inès: Il rumore delle ruote. In: Le cose di ogni giorno. A cura di Ida Roth. Torino: Porto, 1996, p. 40–58.",
	} {
		if e := Parse(text); len(e.References) != 1 || len(e.References[0].Editors) != 1 || strings.Contains(e.References[0].Container, ".") || strings.HasPrefix(e.References[0].Container, ":") {
			t.Errorf("%s: %+v", text, e.References)
		}
	}
}

func TestCitesAtEnd(t *testing.T) {
	for text, want := range map[string]bool{
		"Felt rims reduce the noise of winter carts (Lund et al., 2019).": true,
		"Felt rims (Lund et al., 2019) reduce the noise of winter carts.": false,
		"Felt rims reduce the noise of winter carts (Lund, 2019).":        false,
		"Lund et al. (2019).":    false,
		"(Lund et al., 2019).":   false,
		"Felt rims are quiet.":   false,
		"Felt rims are (quiet).": false,
	} {
		s := phrase.NewText(text)
		if got := citesAtEnd(prose.FindMentions(s), s); got != want {
			t.Errorf("%s: %v", text, got)
		}
		s.Release()
	}
}

// An address and a name are a work where the text says when it was looked up, and by themselves
// a link.
func TestVisitedAddressIsAWork(t *testing.T) {
	for text, want := range map[string]int{
		"Quiet Wheels Online. http://wheels.example.org/ (accessed 3 May 2019).":  1,
		"Quiet Wheels Register. Retrieved May 3, 2019, from http://w.example.org": 1,
		"Quiet Wheels Online. http://wheels.example.org/":                         0,
	} {
		if e := Parse(text); len(e.References) != want {
			t.Errorf("%s: %+v", text, e.References)
		}
	}
}

// TestTranslatorIsNoTitle holds that who translated a work is never taken for its title.
func TestTranslatorIsNoTitle(t *testing.T) {
	for _, content := range []string{
		"Ann Holt, Felt and Hay, trans. Bo Park (New York: Harbour Press, 2014).",
		"Translated by Bo Park, Ann Holt's novel The Quiet Cart came out in 2014.",
	} {
		for _, r := range Parse(content).References {
			if r.Title == "Bo Park" || slices.ContainsFunc(r.Authors, func(n Name) bool { return n.Family == "Park" }) {
				t.Errorf("%q: title %q, authors %v", content, r.Title, r.Authors)
			}
		}
	}
}

// TestSentencesThatBeginWithNames holds that a sentence is read as one, though it begins as
// lines of lists do: a verb says what the names did.
func TestSentencesThatBeginWithNames(t *testing.T) {
	for _, verb := range []string{"edited the volume", "co-edited the volume", "coedited the handbook"} {
		for _, names := range []string{"Talock, I. and Daskford, N.", "Talock I and Daskford NV", "Talock, I.", "I. Talock and N. Daskford"} {
			content := names + " " + verb + " 'CART-2: Long-range pulleys and bearing trials' (Millpond Academic, 1991)."
			e := Parse(content)
			if len(e.References) != 1 {
				t.Errorf("%s: %d references", content, len(e.References))
				continue
			}
			r := e.References[0]
			if len(r.Editors) == 0 || len(r.Authors) > 0 || r.Confidence > 0 {
				t.Errorf("%s: editors %v, authors %v", content, r.Editors, r.Authors)
			}
		}
	}
}

// TestSentencesSpareTheTrainedReader holds that the trained reader, which takes as long as
// ten sentences, is not asked about most of them: whether they begin with names that did
// something, or say who found what they say.
func TestSentencesSpareTheTrainedReader(t *testing.T) {
	for _, content := range []string{
		"Roe, A. and Lind, B. (2019) introduced 'Felt rims for quiet carts' in Proceedings of the 2019 Symposium on Library Networks.",
		"I. Roe, B. Lind & C. Holm published “Sparse token trials” in Revue de Corpus Engineering (1995).",
		"Paper shelf surveys reduce the noise of library archive networks (Talen et al., 2009).",
		"In 2006 the pulleys of the Talvik Institute of Technology carried 230 kg each, 4.1 % more than before (Varner et al., 1995).",
	} {
		s := phrase.NewText(content)
		works, _ := prose.ReadWorks(s)
		if mayBeListed(s, s, works, prose.FindMentions(s)) {
			t.Errorf("%s: may be a line of a list", content)
		}
		s.Release()
	}
}
