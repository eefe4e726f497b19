package ground_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/ground"
)

const lamp = `The α-lamp of Dr. Ida Falk burns for 1,200 hours at −20 °C. It holds 2 m³ of gas under 3 bar.
It was lit on 1 March 2021, at the Harby Observatory (HO); the second one on 31 May 2021. A generative adversarial network read its light in 2019.
Dr. Falk and J. R. Lund sold 40 lamps to the town of Vessby. The lamps had not been tested. Its maker, Falk & Sons, went to the F-16 base on Monday.

# Later years

- The lamp of O'Dell was no success [7, 8]. Rain fell.
- Why did it fail? Nobody knows. "It was too bright," said Lund; "we could not sleep."
`

// shown writes what a reader is shown: of each anchor what was stated, the verdict, and the
// words of the text that bear it out or stand in its place; and the passage.
func shown(text, content string, quotation bool) string {
	r := ground.Check(ground.NewText(ground.Reading{Text: text}), ground.Statement{Content: content, Quotation: quotation})
	var b strings.Builder
	for _, a := range r.Anchors {
		fmt.Fprintf(&b, "%s %q %s", a.Kind, content[a.Span[0]:a.Span[1]], a.Verdict)
		if a.At != nil {
			fmt.Fprintf(&b, " %q", text[a.At.Start:a.At.End])
		}
		for _, d := range a.Differences {
			fmt.Fprintf(&b, " {%q %q}", content[d.Stated[0]:d.Stated[1]], text[d.Found.Start:d.Found.End])
		}
		if a.Cut {
			b.WriteString(" cut")
		}
		b.WriteByte('\n')
	}
	if r.Passage != nil {
		fmt.Fprintf(&b, "passage %q\n", text[r.Passage.Start:r.Passage.End])
	}
	return b.String()
}

func TestWhatIsShown(t *testing.T) {
	for _, c := range []struct {
		content   string
		quotation bool
		want      string
	}{
		{"The lamp burns for 1200 hours.", false, `number "1200 hours" borne out "1,200 hours"
passage "The α-lamp of Dr. Ida Falk burns for 1,200 hours at −20 °C."
`},
		{"The lamp burns for 1300 hours.", false, `number "1300 hours" absent "1,200 hours"
passage "The α-lamp of Dr. Ida Falk burns for 1,200 hours at −20 °C."
`},
		{"The lamp burns at 20 °C below zero.", false, `number "20 °C" borne out "20 °C"
passage "The α-lamp of Dr. Ida Falk burns for 1,200 hours at −20 °C."
`},
		{"The lamp burns at -20 °C.", false, `number "20 °C" borne out "20 °C"
passage "The α-lamp of Dr. Ida Falk burns for 1,200 hours at −20 °C."
`},
		{"The lamp burns at -21 °C.", false, `number "-21 °C" absent "−20 °C"
passage "The α-lamp of Dr. Ida Falk burns for 1,200 hours at −20 °C."
`},
		{"The lamp holds 2 m³ of gas.", false, `number "2 m³" borne out "2 m³"
passage "It holds 2 m³ of gas under 3 bar."
`},
		{"The lamp holds 3 m³ of gas.", false, `number "3 m³" absent "2 m³"
passage "It holds 2 m³ of gas under 3 bar."
`},
		{"It was lit on March 1, 2021.", false, `date "March 1, 2021" borne out "1 March 2021"
passage "It was lit on 1 March 2021, at the Harby Observatory (HO); the second one on 31 May 2021."
`},
		{"It was lit on March 2, 2021.", false, `date "March 2, 2021" absent "1 March 2021"
passage "It holds 2 m³ of gas under 3 bar.\nIt was lit on 1 March 2021, at the Harby Observatory (HO); the second one on 31 May 2021."
`},
		{"The second one was lit on May 31, 2021.", false, `number "one" borne out "one"
date "May 31, 2021" borne out "31 May 2021"
passage "It was lit on 1 March 2021, at the Harby Observatory (HO); the second one on 31 May 2021."
`},
		{"The second one was lit on May 30, 2021.", false, `number "one" borne out "one"
date "May 30, 2021" absent "31 May 2021"
passage "It was lit on 1 March 2021, at the Harby Observatory (HO); the second one on 31 May 2021."
`},
		{"A GAN read the light of the lamp.", false, `name "GAN" borne out
passage "A generative adversarial network read its light in 2019."
`},
		{"All GANs read light.", false, `name "GANs" borne out
passage "A generative adversarial network read its light in 2019."
`},
		{"All GUNs read light.", false, `name "GUNs" absent
passage "A generative adversarial network read its light in 2019."
`},
		{"The lamp was lit at the Harby Abbey.", false, `name "Abbey" absent "Observatory"
passage "It was lit on 1 March 2021, at the Harby Observatory (HO); the second one on 31 May 2021."
`},
		{"The HO lit the lamp.", false, `name "HO" borne out "HO"
passage "It was lit on 1 March 2021, at the Harby Observatory (HO); the second one on 31 May 2021."
`},
		{"Ida Falk sold lamps to Greta Lind.", false, `name "Ida Falk" borne out "Falk"
name "Greta Lind" absent "Lund"
passage "Dr. Falk and J. R. Lund sold 40 lamps to the town of Vessby."
`},
		{"J.R. Lund sold lamps.", false, `name "J.R. Lund" borne out "Lund"
passage "Dr. Falk and J. R. Lund sold 40 lamps to the town of Vessby."
`},
		{"Falk and Lund sold 40 lamps to Marburg.", false, `name "Lund" borne out "Lund"
number "40" borne out "40"
name "Marburg" absent "Vessby"
passage "Dr. Falk and J. R. Lund sold 40 lamps to the town of Vessby."
`},
		{"Falk & Sons went to the F-16 base.", false, `name "Sons" borne out "Sons"
passage "Its maker, Falk & Sons, went to the F-16 base on Monday."
`},
		{"Falk & Sons went to the F-18 base.", false, `name "Sons" borne out "Sons"
name "F-18" absent "F-16"
passage "Its maker, Falk & Sons, went to the F-16 base on Monday."
`},
		{"Falk & Sons went to the base on Tuesday.", false, `name "Sons" borne out "Sons"
date "Tuesday" absent "Monday"
passage "Its maker, Falk & Sons, went to the F-16 base on Monday."
`},
		{"The lamps had been tested.", false, `passage "The lamps had not been tested."
`},
		{"The lamp of O'Dell was a success.", false, `name "O'Dell" borne out "O'Dell"
passage "The lamp of O'Dell was no success [7, 8]."
`},
		{"Falk's lamp burns at -20 °C and holds 2 m³ of gas under 3 bar.", false, `number "20 °C" borne out "20 °C"
number "2 m³" borne out "2 m³"
number "3 bar" borne out "3 bar"
passage "The α-lamp of Dr. Ida Falk burns for 1,200 hours at −20 °C. It holds 2 m³ of gas under 3 bar."
`},
		{"burns for 1200 hours at -20 °C", true, `quotation "burns for 1200 hours at -20 °C" borne out "burns for 1,200 hours at −20 °C"
passage "The α-lamp of Dr. Ida Falk burns for 1,200 hours at −20 °C."
`},
		{"burns for 1200 hours at 20 °C", true, `quotation "burns for 1200 hours at 20 °C" altered "burns for 1,200 hours at −20 °C" {"20" "−20"}
passage "The α-lamp of Dr. Ida Falk burns for 1,200 hours at −20 °C."
`},
		{"The alpha-lamp of Dr Ida Falk burns", true, `quotation "The alpha-lamp of Dr Ida Falk burns" borne out "The α-lamp of Dr. Ida Falk burns"
passage "The α-lamp of Dr. Ida Falk burns for 1,200 hours at −20 °C."
`},
		{"lamp of ODell was no success. Rain fell.", true, `quotation "lamp of ODell was no success. Rain fell." borne out "lamp of O'Dell was no success [7, 8]. Rain fell"
passage "The lamp of O'Dell was no success [7, 8]. Rain fell."
`},
		{"Why did it fail? Nobody knows.", true, `quotation "Why did it fail? Nobody knows." borne out "Why did it fail? Nobody knows"
passage "Why did it fail? Nobody knows."
`},
		{`"It was too bright," said Lund; "we could not sleep."`, true, `quotation "It was too bright," borne out "It was too bright"
name "Lund" borne out "Lund"
quotation "we could not sleep." borne out "we could not sleep"
passage "\"It was too bright,\" said Lund; \"we could not sleep.\""
`},
		{"It was too dark, said Lund; we could not sleep", true, `quotation "It was too dark, said Lund; we could not sleep" altered "It was too bright,\" said Lund; \"we could not sleep" {"dark" "bright"}
passage "\"It was too bright,\" said Lund; \"we could not sleep.\""
`},
		{"Why did it fail ... we could not sleep.", true, `quotation "Why did it fail ... we could not sleep." borne out "Why did it fail? Nobody knows. \"It was too bright,\" said Lund; \"we could not sleep"
passage "Why did it fail? Nobody knows. \"It was too bright,\" said Lund; \"we could not sleep.\""
`},
		{"we could not sleep ... Why did it fail?", true, `quotation "we could not sleep ... Why did it fail?" out of order "Why did it fail? Nobody knows. \"It was too bright,\" said Lund; \"we could not sleep"
passage "Why did it fail? Nobody knows. \"It was too bright,\" said Lund; \"we could not sleep.\""
`},
		{"sold 40 lamps to the tow", true, `quotation "sold 40 lamps to the tow" borne out "sold 40 lamps to the tow" cut
passage "Dr. Falk and J. R. Lund sold 40 lamps to the town of Vessby."
`},
		{"old 40 lamps to the town", true, `quotation "old 40 lamps to the town" borne out "old 40 lamps to the town" cut
passage "Dr. Falk and J. R. Lund sold 40 lamps to the town of Vessby."
`},
		{"Rain fell. The lamps had not been tested.", true, `quotation "Rain fell. The lamps had not been tested." out of order "The lamps had not been tested. Its maker, Falk & Sons, went to the F-16 base on Monday.\n\n# Later years\n\n- The lamp of O'Dell was no success [7, 8]. Rain fell"
passage "The lamps had not been tested. Its maker, Falk & Sons, went to the F-16 base on Monday.\n\n# Later years\n\n- The lamp of O'Dell was no success [7, 8]. Rain fell."
`},
		{"The lamps had … been tested, as everybody knows by now", true, `quotation "The lamps had … been tested, as everybody knows by now" absent {"been tested, as everybody knows by now" ""}
`},
		{"The lamps had (as was said) not been tested.", true, `quotation "The lamps had (as was said) not been tested." altered "The lamps had not been tested" {"as was said" ""}
passage "The lamps had not been tested."
`},
		{"The lamps had [as was said] not been tested.", true, `quotation "The lamps had [as was said] not been tested." borne out "The lamps had not been tested"
passage "The lamps had not been tested."
`},
		{"the second one on 31 May 2012", true, `quotation "the second one on 31 May 2012" altered "the second one on 31 May 2021" {"2012" "2021"}
passage "It was lit on 1 March 2021, at the Harby Observatory (HO); the second one on 31 May 2021."
`},
	} {
		t.Run(c.content, func(t *testing.T) {
			if diff := cmp.Diff(c.want, shown(lamp, c.content, c.quotation)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
