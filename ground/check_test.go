package ground_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/internal/linear"
)

// mill is an invented text with most of what texts are printed with.
const mill = `# The water mill of Torrby

The mill was built by Karin Sjöholm in 1894 and ground 4 200 kg of flour a day. It was not
the first mill on the river, but it was the first one driven by a tur-
bine [4, 5]. The turbine delivered 12.5 kW at a head of 3.2 m (95% CI [11.9, 13.1]). Between 2001
and 2009 the number of visitors fell from 18,400 to 9,200, a drop of 50 percent. About two thirds
of them came in July (Berg et al., 2010). The β‑brass bearings were re` + "\u00ad" + `placed on 7 May 1931, at a
cost of $1.3 million. The town council did not sell the mill (which had been empty for years). “We
never wanted a museum,” said the mayor, Olof Dahl. Restoration began in the third quarter of 2012. A Danish
firm, owned by Mrs. Falk, sold the Flow-driven Wheel Model to the town. Model makers of the valley took part7.`

func check(content string, kind string) ground.Result {
	return ground.Check(ground.NewText(ground.Reading{Text: mill}), ground.Statement{Content: content, Quotation: kind == "quote"})
}

// verdicts writes what was found that is not borne out, "kind verdict: words" each, and
// the differences of quotations as "stated|found".
func verdicts(content string, r *ground.Result) string {
	var list []string
	for _, a := range r.Anchors {
		if a.Verdict == ground.BorneOut || a.Verdict == ground.Derived {
			continue
		}
		s := fmt.Sprintf("%s %s", a.Kind, a.Verdict)
		if a.Kind != ground.Quotation && a.Kind != ground.Polarity {
			s += ": " + content[a.Span[0]:a.Span[1]]
		}
		for _, d := range a.Differences {
			s += fmt.Sprintf(" {%s %s|%s}", d.Kind, content[d.Stated[0]:d.Stated[1]], mill[d.Found.Start:d.Found.End])
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

func TestQuotations(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"word for word", "It was not the first mill on the river", ""},
		{"in marks, with who said it", `The mayor, Olof Dahl, said: "We never wanted a museum."`, ""},
		{"hyphen at a line's end", "the first one driven by a turbine", ""},
		{"soft hyphen, Greek letter spelt out", "The beta-brass bearings were replaced on 7 May 1931", ""},
		{"citation marker left out", "driven by a turbine. The turbine delivered 12.5 kW", ""},
		{"citation marker kept", "driven by a turbine [4, 5]. The turbine delivered 12.5 kW", ""},
		{"author and year left out", "About two thirds of them came in July. The β-brass bearings were replaced", ""},
		{"brackets of the source", "at a head of 3.2 m (95% CI [11.9, 13.1])", ""},
		{"brackets of the quoter", "[The bearings] were replaced on 7 May 1931", ""},
		{"bracketed remark at the end", "It was not the first mill on the river [but the largest one of the valley]", ""},
		{"digits grouped otherwise", "ground 4,200 kg of flour a day", ""},
		{"ellipsis", "The mill was built by Karin Sjöholm in 1894 … at a cost of $1.3 million", ""},
		{"percent as a word", "a head of 3.2 m (95 percent CI", ""},
		{"part of a word", "urbine delivered 12.5 kW at a head", ""},
		{"too short", "at a cost", ""},
		{"number of a citation glued to a word", "Model makers of the valley took part.", ""},
		{"and to a word inside", "Model makers of the valley took part", ""},
		{"number in brackets changed", "at a head of 3.2 m (95% CI [11.8, 13.1])", "quotation altered {number 8|9}"},
		{"sign of a comparison", "At a head of 3.2 m (95% CI [-11.9, 13.1])", "quotation altered {number -11|11}"},
		{"number changed", "The turbine delivered 21.5 kW at a head of 3.2 m", "quotation altered {number 21|12}"},
		{"decimal point lost", "The turbine delivered 125 kW at a head of 3.2 m", "quotation altered {number 125|12.5}"},
		{"name changed", "The mill was built by Karin Sjögren in 1894", "quotation altered {name Sjögren|Sjöholm}"},
		{"negation dropped", "The town council did sell the mill", "quotation altered {polarity |not}"},
		{"word changed", "The mill was opened by Karin Sjöholm in 1894", "quotation altered {word opened|built}"},
		{"words left out", "Between 2001 and 2009 visitors fell from 18,400 to 9,200", "quotation altered {word |the number of}"},
		{"parenthesis left out", "The town council did not sell the mill. We never wanted a museum", "quotation altered {word |which had been empty for years}"},
		{"sentence left out", "It was not the first mill on the river, but it was the first one driven by a turbine. About two thirds of them came in July.",
			"quotation altered {word |The turbine delivered 12.5 kW at a head of 3.2 m (95% CI [11.9, 13.1]). Between 2001\nand 2009 the number of visitors fell from 18,400 to 9,200, a drop of 50 percent}"},
		{"parts out of order", "at a cost of $1.3 million ... The mill was built by Karin Sjöholm", "quotation out of order"},
		{"negation in the ellipsis", "The town council did ... sell the mill", "quotation opposed {polarity  ... |not}"},
		{"a part invented", "The mill was built by Karin Sjöholm ... and painted red by her sons", "quotation absent {word and painted red by her sons|}"},
		{"invented", "Every mill of the valley was lost to the great flood", "quotation absent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := check(c.content, "quote")
			if diff := cmp.Diff(c.want, verdicts(c.content, &r)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.content, diff)
			}
		})
	}
}

func TestAnchors(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"as stated", "Karin Sjöholm built the mill in 1894.", ""},
		{"accents", "Karin Sjoholm built the mill.", ""},
		{"surname alone, possessive", "Dahl's town never wanted a museum.", ""},
		{"another unit", "The turbine delivered 12,500 W.", ""},
		{"a unit with the same number", "The turbine has a head of 3.2 km.", "number absent: 3.2 km"},
		{"rounded", "The turbine delivered about 13 kW.", ""},
		{"million written out", "The bearings cost 1,300,000 dollars.", ""},
		{"rounded to the digits stated", "The turbine has a head of 3 m.", ""},
		{"no rounding", "The turbine has a head of 3.1 m.", "number absent: 3.1 m"},
		{"a limit, rounder than the number", "More than 18,000 people came in 2001.", ""},
		{"a limit as exact as the number", "More than 18,500 people came in 2001.", "number absent: 18,500"},
		{"hedged, too far off", "About 15 kW were delivered.", "number absent: 15 kW"},
		{"a fraction in words", "Two-thirds of the visitors came in July.", ""},
		{"half, said as a share", "Visitors fell by 50 %.", ""},
		{"derived", "The mill lost 9,200 visitors, a fall of 50 %.", ""},
		{"invented number", "The mill ground 5,300 kg of flour a day.", "number absent: 5,300 kg"},
		{"order of a date", "The bearings were replaced on May 7, 1931.", ""},
		{"year alone", "The bearings were replaced in 1931.", ""},
		{"a decade", "The bearings were replaced in the 1930s.", ""},
		{"another day", "The bearings were replaced on 17 May 1931.", "date absent: 17 May 1931"},
		{"another year", "Sjöholm built the mill in 1895.", "date absent: 1895"},
		{"quarter", "Restoration began in Q3 2012.", ""},
		{"another quarter", "Restoration began in Q2 2012.", "date absent: Q2 2012"},
		{"invented name", "Karin Sjöholm built the mill in Malmvik.", "name absent: Malmvik"},
		{"a given name invented", "Greta Sjöholm built the mill.", "name absent: Greta"},
		{"a capital at the start", "Flour was ground there.", ""},
		{"what everybody knows", "The Swedish mill was visited in July.", ""},
		{"another people than the text's", "A German firm sold the wheel.", "name absent: German"},
		{"the country itself", "A firm of Denmark sold the wheel.", "name absent: Denmark"},
		{"another title before a name", "The firm belongs to Mr. Falk.", "name absent: Mr"},
		{"the same title", "The firm belongs to Mrs Falk.", ""},
		{"words of the text that are no name there", "The town bought the Karin Dahl mill.", "name absent: Dahl"},
		{"another compound", "The town bought the Flow-fed Wheel Model.", "name absent: Flow-fed"},
		{"title in marks", `The study "A short history of quiet mills" was read aloud.`, ""},
		{"said in a claim", `The mayor said "we always wanted a museum".`, "quotation altered {polarity always|never}"},
		{"negation lost, another form of the verb", "The town council sold the mill.", "polarity opposed {polarity |not}"},
		{"negation lost, same words", "The town council did sell the mill.", "polarity opposed {polarity |not}"},
		{"negation in other words", "The town council did not sell the empty mill.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := check(c.content, "claim")
			if diff := cmp.Diff(c.want, verdicts(c.content, &r)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.content, diff)
			}
		})
	}
}

// A text that is an opening bears out, and does not speak against.
func TestPartialText(t *testing.T) {
	text := ground.NewText(ground.Reading{Text: mill, Partial: true})
	for content, want := range map[string]ground.Support{
		"“It was not the first mill on the river”":                 ground.BorneOut,
		"“Every mill of the valley was lost to the great flood”":   ground.NotChecked,
		"“The mill was opened by Karin Sjöholm in the year 1894.”": ground.NotChecked,
	} {
		r := ground.Check(text, ground.Statement{Content: content, Quotation: true})
		if got := r.Verdict(); got != want {
			t.Errorf("%s: %s, want %s", content, got, want)
		}
	}
}

// FuzzCheck holds that whatever is compared with whatever, places lie inside the texts and
// in order.
func FuzzCheck(f *testing.F) {
	f.Add(mill, "“It was not the first mill … 12.5 kW (95% CI [1, 2])” in May 1931, said Olof's <i>D</i>&amp;h", true)
	f.Add("a-\nb \u00AD\nc ²³ [1](http://x) <p>½ × 10⁻³ 1e-3", "½ 10⁻³ one hundred and five million", false)
	f.Add(strings.Repeat("ab ", 300), strings.Repeat("ab ", 299)+"c", true)
	f.Fuzz(func(t *testing.T, text, content string, quotation bool) {
		source := ground.NewText(ground.Reading{Text: text})
		r := ground.Check(source, ground.Statement{Content: content, Quotation: quotation})
		place := func(p *ground.Place) {
			if p != nil && (p.Start < 0 || p.Start > p.End || p.End > len(text) || p.From != p.Start || p.To != p.End) {
				t.Fatalf("place %+v in a text of %d bytes", *p, len(text))
			}
		}
		place(r.Passage)
		for _, a := range r.Anchors {
			if a.Span[0] < 0 || a.Span[0] > a.Span[1] || a.Span[1] > len(content) {
				t.Fatalf("span %v in a statement of %d bytes", a.Span, len(content))
			}
			place(a.At)
			for _, d := range a.Differences {
				place(&d.Found)
				if d.Stated[0] < 0 || d.Stated[0] > d.Stated[1] || d.Stated[1] > len(content) {
					t.Fatalf("difference at %v in a statement of %d bytes", d.Stated, len(content))
				}
			}
		}
	})
}

// A statement of very many quotations, numbers or names takes work that grows with it.
func TestManyAnchorsAreCheckedInLinearTime(t *testing.T) {
	for name, piece := range map[string]string{
		"quotations": `"felt rims are quiet" `, "numbers": "1.5 kg ", "dates": "3 Jan 2019 ", "names": "Ada Roe ", "gaps": "felt … ", "negations": "felt is not ",
	} {
		t.Run(name, func(t *testing.T) {
			linear.Check(t, 2000, func(size int) func() {
				text, content := strings.Repeat(piece, size), strings.Repeat(piece[:len(piece)-1]+"7 ", size)
				return func() { ground.Check(ground.NewText(ground.Reading{Text: text}), ground.Statement{Content: content}) }
			})
		})
	}
}
