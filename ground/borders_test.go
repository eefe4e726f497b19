package ground_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/ground"
)

// holdFound holds what [found] says of each fact, the first text of three, in the second: the
// third.
func holdFound(t *testing.T, quoted bool, cases [][3]string) {
	t.Helper()
	for _, c := range cases {
		if got := found(c[0], c[1], quoted); got != c[2] {
			t.Errorf("%q: %q, want %q", c[0]+" / "+c[1], got, c[2])
		}
	}
}

// found writes what of a fact is looked for in a text, each with its verdict and the words
// of the text in its place.
func found(fact, text string, quotation bool) string {
	result := ground.Check(ground.NewText(ground.Reading{Text: text}), ground.Statement{Content: fact, Quotation: quotation})
	var all []string
	for _, a := range result.Anchors {
		s := fmt.Sprintf("%s %s", fact[a.Span[0]:a.Span[1]], a.Verdict)
		if a.At != nil {
			s += " at " + text[a.At.Start:a.At.End]
		}
		for _, d := range a.Differences {
			s += fmt.Sprintf(" {%s|%s}", fact[d.Stated[0]:d.Stated[1]], text[d.Found.Start:d.Found.End])
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

// TestBorders holds where numbers, dates and names begin and end, in facts and in texts, and
// what is none of them.
func TestBorders(t *testing.T) {
	holdFound(t, false, [][3]string{
		// Numbers.
		{"It has 12 rims.", "It has 12 rims.", "12 borne out at 12"},
		{"It has 12 rims.", "It has 1.2 rims.", "12 absent at 1.2"},
		{"It has 12 rims.", "It has 120 rims.", "12 absent at 120"},
		{"It has 12-13 rims.", "It has 12–13 rims.", "12 borne out at 12; 13 borne out at 13"},
		{"It has 12-13 rims.", "It has 12 to 14 rims.", "12 borne out at 12; 13 absent at 12"},
		{"It has 12/13 rims.", "It has 12 of 13 rims.", "12/13 borne out at 12 of 13"},
		{"It has type 12_13.", "It has type 12_14.", "12 borne out at 12; 13 absent at 12"},
		{"It weighs 10^6 kg.", "It weighs 1,000,000 kg.", "10^6 kg borne out at 1,000,000 kg"},
		{"It weighs 3 x 10^6 kg.", "It weighs 3,000,000 kg.", "3 x 10^6 kg borne out at 3,000,000 kg"},
		{"It weighs 1e3 kg.", "It weighs 1000 kg.", "1e3 kg borne out at 1000 kg"},
		{"It weighs 12 µg.", "It weighs 12 ug.", "12 µg borne out at 12 ug"},
		{"It weighs 12 μg.", "It weighs 12 mg.", "12 μg absent at 12 mg"},
		{"The share was 12 percentage points.", "The share was 12 points.", "12 percentage points borne out at 12"},
		{"The share was 12 percentage.", "The share was 12 %.", "12 borne out at 12 %"},
		{"It rose by 12 percent.", "It fell by 12 percent.", "It rose by 12 percent opposed at It fell by 12 percent {rose|fell}; 12 percent borne out at 12 percent"},
		{"It has about 12 rims.", "It has 12.4 rims.", "12 borne out at 12.4"},
		{"It has about 100 rims.", "It has 104 rims.", "100 borne out at 104"},
		{"It has about 100 rims.", "It has 144 rims.", "100 absent at 144"},
		{"It has more than 12 rims.", "It has 11 rims.", "12 absent at 11"},
		{"It has at least 12 rims.", "It has 12 rims.", "12 borne out at 12"},
		{"It has nearly 12 rims.", "It has 11.8 rims.", "12 borne out at 11.8"},
		{"It has twelve rims.", "It has 12 rims.", "twelve borne out at 12"},
		{"It has XII rims.", "It has 12 rims.", "XII absent"},
		{"It cost $12.", "It cost 12 dollars.", "12 borne out at 12 dollars"},
		{"It cost $12.", "It cost €12.", "12 absent"},
		{"It cost 12 dollars.", "It cost US$12.", "12 dollars borne out at 12"},
		{"It cost $1,200.", "It cost $1,2.", "1,200 absent at 1,2"},
		{"It cost 12c.", "It cost 12 cents.", "12c absent"},
		{"The ratio was 1:12.", "The ratio was 1 to 12.", "1 borne out at 1; 12 borne out at 12"},
		{"It was -12 °C.", "It was minus 12 °C.", "12 °C borne out at 12 °C"},
		{"It was 12 ± 3 dB.", "It was 12 (3) dB.", "12 borne out at 12; 3 dB borne out at 3"},
		{"p < .05", "p < 0.05", "05 borne out at 0.05"},
		{"p = .03", "p = 0.04", "03 absent at 0.04"},
		{"It has 1 000 rims.", "It has 1,000 rims.", "1 000 borne out at 1,000"},
		{"It has 1.000 rims.", "It has 1,000 rims.", "1.000 borne out at 1,000"},
		{"It has 1.234.567 rims.", "It has 1,234,567 rims.", "1.234.567 borne out at 1,234,567"},
		{"It has 1.234.567 rims.", "It has 1234.567 rims.", "1.234.567 absent at 1234.567"},
		{"It has 1.234.567,5 rims.", "It has 1,234,567.5 rims.", "1.234.567,5 borne out at 1,234,567.5"},
		{"It has 1,234.567 rims.", "It has 1,234,567 rims.", "1,234.567 absent at 1,234,567"},
		{"It has 123456 rims.", "It has 123.456 rims.", "123456 borne out at 123.456"},
		{"It has 1234567 rims.", "It has 1234.567 rims.", "1234567 absent at 1234.567"},
		{"It has 12 or 13 rims.", "It has 13 rims.", "12 absent at 13; 13 borne out at 13"},
		{"It is 3x faster.", "It is 3 times faster.", "3x borne out at 3 times"},
		{"It is 3 per mille.", "It is 0.3 %.", "3 per mille borne out at 0.3 %"},
		{"It is 3 per mille.", "It is 3 per cent.", "3 per mille absent at 3 per cent"},
		{"It weighs 1·5 kg.", "It weighs 1.5 kg.", "1·5 kg borne out at 1.5 kg"},
		{"It weighs 2·10 kg.", "It weighs 2.10 kg.", "2·10 kg borne out at 2.10 kg"},
		{"It weighs 2·10³ kg.", "It weighs 2000 kg.", "2·10³ kg borne out at 2000 kg"},
		{"It was 10³", "It was 1000.", "10³ borne out at 1000"},
		{"It was 3 × 10^-2 m.", "It was 0.03 m.", "3 × 10^-2 m borne out at 0.03 m"},
		{"It was 3 x 10−2 m.", "It was 0.03 m.", "3 x 10−2 m borne out at 0.03 m"},
		{"It weighs 5.2 pounds.", "It cost £5.", "5.2 pounds absent"},
		{"It weighs 5.2 pounds.", "It cost £5.2.", "5.2 pounds borne out at 5.2"},
		{"It weighs 5 pounds.", "It cost £5.2.", "5 pounds borne out at 5.2"},
		{"It was 12 and 14 mm.", "It was 12 kg.", "12 absent; 14 mm absent"},
		{"It was 12 or 14 mm.", "It was 12 kg.", "12 absent; 14 mm absent"},
		{"It was 12 versus 14 mm.", "It was 12 kg.", "12 absent; 14 mm absent"},
		{"It was 12 nor 14 mm.", "It was 12 kg.", "12 borne out at 12 kg; 14 mm absent"},
		{"Version 1.2.3 is out.", "Version 1.2.4 is out.", "1.2 borne out at 1.2; 3 absent at 1.2"},

		{"It is 12 square large.", "It is 12 large.", "12 borne out at 12"},
		{"It is 12 degrees Celsius.", "It is 53.6 °F.", "12 degrees Celsius borne out at 53.6 °F"},
		{"It is 25 basis points.", "It is 0.25 %.", "25 basis points borne out at 0.25 %"},
		{"It is 25 basis.", "It is 25 basis points.", "25 borne out at 25 basis points"},
		{"It is 12m.", "It is 12 metres.", "12m borne out at 12 metres"},
		{"It is 12q.", "It is 12.", ""},
		{"It is the 12th.", "It is 12.", ""},
		{"It is 11/12.", "It is 12.", "11 absent at 12; 12 borne out at 12"},
		{"It is a_12.", "It is 12.", ""},
		{"It is ≥ 100.", "It is 104.", "100 borne out at 104"},
		{"It is ≥ 100.", "It is 106.", "100 borne out at 106"},
		{"It is ≥ 100.", "It is 96.", "100 absent"},
		{"It is ≤ 100.", "It is 96.", "100 borne out at 96"},
		{"It is ≤ 100.", "It is 104.", "100 absent"},
		{"It is about the same 100 rims.", "It has 104 rims.", "100 borne out at 104"},
		{"About that one is 100 rims.", "It has 104 rims.", "100 absent at 104"},
		{"It weighs 10½ kg.", "It weighs 10.5 kg.", "10½ kg borne out at 10.5 kg"},
		{"It weighs 10 ½ kg.", "It weighs 10.5 kg.", "10 ½ kg borne out at 10.5 kg"},
		{"It weighs 2e+3 kg.", "It weighs 2000 kg.", "2e+3 kg borne out at 2000 kg"},
		{"It weighs 2e3x kg.", "It weighs 2000 kg.", ""},
		{"It weighs 2.5 × 10⁻² kg.", "It weighs 0.0254 kg.", "2.5 × 10⁻² kg borne out at 0.0254 kg"},
		{"It weighs 2 × 10 kg.", "It weighs 20 kg.", "2 absent at 20 kg; 10 kg absent at 20 kg"},

		{"≥ 100 came.", "104 came.", "100 borne out at 104"},
		{"~100 came.", "104 came.", "100 borne out at 104"},
		{"It has 12 rims.", "It has 11.5 rims.", "12 borne out at 11.5"},
		{"It has 12 rims.", "It has 12.5 rims.", "12 absent at 12.5"},
		{"It has 12 rims.", "It has 12.49 rims.", "12 borne out at 12.49"},
		{"It has 12 rims.", "It has 11.49 rims.", "12 absent at 11.49"},
		{"It has 1200 rims.", "It has 1249 rims.", "1200 absent at 1249"},
		{"It has about 1200 rims.", "It has 1249 rims.", "1200 borne out at 1249"},
		{"It has about 1200 rims.", "It has 1300 rims.", "1200 absent at 1300"},
		{"It has over 1000 rims.", "It has 1040 rims.", "1000 borne out at 1040"},
		{"It has over 1000 rims.", "It has 1060 rims.", "1000 borne out at 1060"},
		{"It has over 1000 rims.", "It has 1120 rims.", "1000 absent at 1120"},
		{"It has over 1000 rims.", "It has 990 rims.", "1000 absent at 990"},
		{"It has more than 200 rims.", "It has 212 rims.", "200 borne out at 212"},
		{"It has fewer than 300 rims.", "It has 287 rims.", "300 borne out at 287"},
		{"It has up to 300 rims.", "It has 287 rims.", "300 borne out at 287"},
		{"It has up to 300 rims.", "It has 304 rims.", "300 absent at 304"},
		{"It has at most 220 rims.", "It has 212 rims.", "220 borne out at 212"},
		{"It has at least 220 rims.", "It has 212 rims.", "220 absent at 212"},
		{"It has no more than 220 rims.", "It has 212 rims.", "220 borne out at 212"},
		{"It has no fewer than 200 rims.", "It has 212 rims.", "200 borne out at 212"},
		{"It has no fewer than 220 rims.", "It has 212 rims.", "220 absent at 212"},
		{"It has between 200 and 220 rims.", "It has 212 rims.", "200 borne out at 212; 220 borne out at 212"},
		{"It has between 200 and 210 rims.", "It has 212 rims.", "200 borne out at 212; 210 absent at 212"},
		{"It costs at least $5.", "It costs $5.52.", "5 absent at 5.52"},
		{"It costs at least $50.", "It costs $50.52.", "50 borne out at 50.52"},
		{"It has more than 205 rims.", "It has 212 rims.", "205 absent at 212"},
		{"100 % of them came.", "12 of 12 came.", "100 % derived"},
		{"Half of them came.", "12 of 24 came.", "Half borne out at 12 of 24"},

		{"It was 3 times as high.", "It rose by 200 %.", "3 times borne out at 200 %"},
		{"It was 2.5 times as high.", "It rose by 150 %.", "2.5 times absent"},
		{"It is 5 million.", "It is 5–6 million.", "5 million borne out at 5"},
		{"It has 12 rims.", "It has 12 million rims.", "12 borne out at 12 million"},
		{"It has 12 thousand rims.", "It has 12 million rims.", "12 thousand absent at 12 million"},
		{"It has 1.5 million rims.", "It has 1,500,000 rims.", "1.5 million borne out at 1,500,000"},
		{"It has 1,5 rims.", "It has 5 rims.", "1,5 absent at 5"},
		{"It is 0.12.", "It is 12 %.", "0.12 borne out at 12 %"},
		{"It is 12 %.", "It is 0.12.", "12 % borne out at 0.12"},
		{"It weighs 5 pounds.", "It cost £5.", "5 pounds borne out at 5"},
		{"It took 2 hours.", "It took 1 hour and 60 minutes.", "2 hours absent at 1 hour"},
		{"It took 75 minutes.", "It took 1 hour, 15 minutes.", "75 minutes borne out at 1 hour, 15 minutes"},
		{"It took 75 minutes.", "It took 1 hour; 15 minutes.", "75 minutes absent at 1 hour"},
		{"It took 75 minutes.", "It took 15 minutes and 1 hour.", "75 minutes absent at 15 minutes"},
		{"It is 66 inches long.", "It is 5 ft 6 long.", "66 inches absent at 5 ft"},
		{"It is 1.5 kg.", "It is 1 kg 500 g.", "1.5 kg borne out at 1 kg 500 g"},
		{"It is a year and a half.", "It is 18 months.", "a year and a half borne out at 18 months"},
		{"It is half of a million.", "It is 500,000.", "half of a million borne out at 500,000"},
		{"It is three quarters of a million.", "It is 750,000.", "three quarters of a million borne out at 750,000"},
		{"It is a million and a half.", "It is 1.5 million.", "a million and a half borne out at 1.5 million"},
		{"It is a second.", "It is 1 s.", ""},
		{"It is one hundred and.", "It is 100.", "one hundred borne out at 100"},
		{"It is twenty-five thousand and six.", "It is 25,006.", "twenty-five thousand and six borne out at 25,006"},
		{"It is ten twelve.", "It is 22.", "twelve absent"},
		{"It is tenfold.", "It is 10 times.", "tenfold borne out at 10 times"},
		{"It is onefold.", "It is 1 times.", ""},
		{"It is eleven.", "It is 12.", "eleven absent"},
		{"It is ten.", "It is 12.", ""},

		// What follows from others.
		{"It rose by 12 °C.", "It rose by 24 km and 36 km.", "12 °C absent"},
		{"It rose by 50 %.", "It rose from 200 kg to 300 kg.", "50 % derived"},
		{"It fell by 33 %.", "It fell from 30 to 20.", "33 % derived"},
		{"It rose by 15 %.", "It rose from 200 kg to 230 kg.", "15 % derived"},
		{"It rose by 5 %.", "It rose from 200 kg to 210 kg.", "5 % absent"},
		{"It sold 15 more.", "It sold 29 and 14 carts.", "15 derived"},
		{"It sold 5 more.", "It sold 19 and 14 carts.", "5 absent at 19"},
		{"It fell by 33 %.", "It fell from 30 kg to 20 cm.", "33 % absent"},
		{"It rose 1.5 times.", "It rose from 20 to 30.", "1.5 times derived"},
		{"It fell by 10 dB.", "It fell from 30 dB to 20 dB.", "10 dB derived"},
		{"It fell to 10 dB.", "It fell from 30 dB to 20 dB.", "10 dB absent at 30 dB"},
		{"It sold 12 carts more, a sum of 50.", "It sold 19 and 31 carts.", "12 derived; 50 derived"},
		{"It doubled.", "It rose.", ""},
		{"It cost 125 cents.", "It cost €1.25.", "125 cents borne out at 1.25"},
		{"It cost 1.2 cents.", "It cost $0.012.", "1.2 cents borne out at 0.012"},

		// Dates.
		{"It opened in 2019.", "It opened in 2019.", "2019 borne out at 2019"},
		{"It opened in 2019.", "It has 2019 rims.", "2019 borne out at 2019"},
		{"It opened in '19.", "It opened in 2019.", "19 borne out"},
		{"It opened in early 2019.", "It opened in January 2019.", "2019 borne out at January 2019"},
		{"It opened in the second quarter of 2019.", "It opened in May 2019.", "second quarter of 2019 absent"},
		{"It opened in the second fiscal quarter of 2019.", "It opened in Q2 2019.", "second fiscal quarter of 2019 borne out at Q2 2019"},
		{"It opened in the second calendar quarter of 2019.", "It opened in Q3 2019.", "second calendar quarter of 2019 absent at Q3 2019"},
		{"It opened in the first half of 2019.", "It opened in H1 2019.", "2019 borne out at 2019"},
		{"It opened in the first half of 2019.", "It opened in H2 2019.", "2019 borne out at 2019"},
		{"It ran from 2011 to 2019.", "It ran from 2011-2019.", "2011 borne out at 2011; 2019 borne out at 2019"},
		{"It ran from 2011 to 2019.", "It ran from 2011-18.", "2011 borne out at 2011; 2019 absent at 2011"},
		{"It ran in 2011-12.", "It ran from 2011 to 2012.", "2011 borne out at 2011; 12 borne out at 2012"},
		{"It opened on 3 May.", "It opened on May 3rd, 2019.", "3 May borne out at May 3rd, 2019"},
		{"It opened on 3 May 2019.", "It opened on 3 May.", "3 May 2019 absent"},
		{"It opened on 3 May 2019.", "It opened in May 2019.", "3 May 2019 absent at May 2019"},
		{"It opened in May.", "It may open.", "May borne out"},
		{"It opened in the 1990s.", "It opened in the nineties.", "1990s borne out at nineties"},
		{"It opened on 03/05/2019.", "It opened on 5 March 2019.", "03/05/2019 absent at 5 March 2019"},
		{"It opened on 31/05/2019.", "It opened on 31 May 2019.", "31/05/2019 borne out at 31 May 2019"},
		{"It opened on Monday.", "It opened on Mon.", "Monday borne out at Mon"},
		{"It opened on 3 May 2019.", "It opened on 3 May. 2019 was dry.", "3 May 2019 borne out at 3 May"},
		{"It opened on 3 May 2019.", "It opened on 3 May; 2019 was dry.", "3 May 2019 borne out at 3 May"},
		{"It opened on 3 May 2019.", "It opened on 3 May. 2018 was dry.", "3 May 2019 absent"},
		{"It opened on 3 Mar 2019.", "It opened on 3 Mar. 2019, a Monday.", "3 Mar 2019 borne out at 3 Mar. 2019"},
		{"It opened in March 2019.", "It opened in March (2019).", "March 2019 borne out at March (2019"},
		{"It opened on 31/12/2019.", "It opened on 12/31/2019.", "31/12/2019 borne out at 12/31/2019"},
		{"It opened on 1/1/2019.", "It opened on 1 January 2019.", "1/1/2019 borne out at 1 January 2019"},
		{"It opened on 12/13/2019.", "It opened on 13 December 2019.", "12/13/2019 borne out at 13 December 2019"},
		{"It opened on 32/1/2019.", "It opened on 32 January 2019.", "32 borne out at 32; 1 absent at 32; 2019 borne out at January 2019"},
		{"It opened on 2019-13-01.", "It opened on 13 January 2019.", "2019 borne out at 13 January 2019; 13 borne out; 01 absent"},
		{"It opened on 20210303.", "It opened on 3 March 2021.", "20210303 borne out at 3 March 2021"},
		{"It opened on 20211231.", "It opened on 31 December 2021.", "20211231 borne out at 31 December 2021"},
		{"It opened on 19000101.", "It opened on 1 January 1900.", "19000101 borne out at 1 January 1900"},
		{"It opened on 18991231.", "It opened on 31 December 1899.", "18991231 absent"},
		{"It opened on 21000101.", "It opened on 1 January 2100.", "21000101 absent"},
		{"It opened on 20211331.", "It opened on 31 January 2021.", "20211331 absent"},
		{"It opened on 20210031.", "It opened on 31 January 2021.", "20210031 absent"},
		{"It opened on 20210132.", "It opened on 31 January 2021.", "20210132 absent"},
		{"It opened on 20210100.", "It opened on 31 January 2021.", "20210100 absent"},
		{"It opened on 2021-00-31.", "It opened on 31 January 2021.", "2021 borne out at 31 January 2021; 00 absent; 31 borne out"},
		{"It opened on 1/0/2021.", "It opened on 1 January 2021.", "1 borne out; 0 absent; 2021 borne out at 1 January 2021"},
		{"It opened on 1/32/2021.", "It opened on 1 January 2021.", "1 borne out; 32 absent; 2021 borne out at 1 January 2021"},
		{"It opened on 13/13/2021.", "It opened on 13 January 2021.", "13 borne out; 13 borne out; 2021 borne out at 13 January 2021"},
		{"It opened on 12/12/2021.", "It opened on 12 December 2021.", "12/12/2021 borne out at 12 December 2021"},
		{"It opened on All Saints' Day 1987.", "It opened on 1 November 1987.", "All Saints' Day 1987 borne out at 1 November 1987"},
		{"It opened in Q2 2019.", "In the second quarter it opened; 2019 was dry.", "Q2 2019 borne out"},
		{"It opened in Q2 2019.", "In the third quarter it opened; 2019 was dry.", "Q2 2019 absent"},
		{"It opened in Q2 2019.", "In Q2 2018 it opened, in the second quarter; 2019 was dry.", "Q2 2019 absent at Q2 2018"},
		{"It opened in the first fiscal quarter", "It opened in Q2.", "first fiscal quarter absent at Q2"},
		{"It opened in the first fiscal quarter.", "It opened in spring.", ""},
		{"It opened on Monday.", "It opened on a sunny day.", ""},
		{"It opened in Sept.", "It opened in spring.", ""},
		{"It opened in July.", "It opened in spring.", "July absent"},
		{"It opened in September.", "It opened in spring.", "September absent"},
		{"It has a", "It has 2.", ""},
		{"It has 12 of", "It has 12.", "12 borne out at 12"},
		{"It has 10² rims.", "It has 10 rims.", "10² borne out at 10"},
		{"It weighs 10¹² kg.", "It weighs 1e12 kg.", "10¹² kg borne out at 1e12 kg"},
		{"It is Roe'", "It is Roe'", "Roe borne out at Roe"},
		{"It is a, third.", "It is 2.", ""},
		{"It opened on Fri.", "It opened on Friday.", "Fri borne out at Friday"},
		{"It opened on Sun.", "It opened on Sunday.", ""},
		{"It opened on Sunday.", "It opened on Monday.", "Sunday absent at Monday"},
		{"It opened in the 3rd quarter of 2019.", "It opened in Q3 2019.", "3rd quarter of 2019 borne out at Q3 2019"},
		{"It opened in the 1st quarter of 2019.", "It opened in Q1 2019.", "1st quarter of 2019 borne out at Q1 2019"},
		{"It opened in the 2nd quarter of 2019.", "It opened in Q2 2019.", "2nd quarter of 2019 borne out at Q2 2019"},
		{"It opened in the 4th quarter of 2019.", "It opened in Q4 2019.", "4th quarter of 2019 borne out at Q4 2019"},
		{"It opened in the final quarter of 2019.", "It opened in Q4 2019.", "final quarter of 2019 borne out at Q4 2019"},
		{"It opened in the final quarter of 2019.", "It opened in Q3 2019.", "final quarter of 2019 absent at Q3 2019"},
		{"The 1980s and 1990s saw it.", "The '80s saw it.", "1980s borne out at 80s; 1990s absent at 80s"},
		{"It opened in spring 2019.", "It opened in autumn 2019.", "2019 borne out at 2019"},
		{"It was 12.5.2019 then.", "It was 12 May 2019 then.", "12.5.2019 borne out at 12 May 2019"},
		{"It cost 1,2019 then.", "It was 2019 then.", "1,2019 absent"},

		// Names.
		{"Ann Lee built it.", "Lee built it.", "Ann Lee borne out at Lee"},
		{"Ann Lee built it.", "Anna Lee built it.", "Ann absent"},
		{"Ann Lee built it.", "A. Lee built it.", "Ann Lee borne out at Lee"},
		{"Ann Lee built it.", "Bo Lee built it.", "Ann absent"},
		{"Lee and Park built it.", "Ann Lee and Bo Park built it.", "Park borne out at Park"},
		{"Lee & Park built it.", "Lee and Roe built it.", "Park absent at Roe"},
		{"The Harbour Institute built it.", "The harbour institute built it.", "Harbour Institute borne out at institute"},
		{"The Harbour Institute built it.", "The Institute of the Harbour built it.", "Harbour Institute borne out at Institute"},
		{"The World Cart Council (WCC) built it.", "The WCC built it.", "World Cart Council borne out; WCC borne out at WCC"},
		{"The WCC built it.", "The World Cart Council built it.", "WCC borne out"},
		{"The WCC built it.", "The World Carriage Union built it.", "WCC absent at World Carriage Union"},
		{"Dr. Lee built it.", "Professor Lee built it.", "Dr. Lee borne out at Lee"},
		{"Jean-Luc Roe built it.", "Jean Luc Roe built it.", "Jean-Luc Roe borne out at Roe"},
		{"Cart-12 is quiet.", "Cart 12 is quiet.", "Cart-12 borne out at 12"},
		{"Cart-12 is quiet.", "Cart-13 is quiet.", "Cart-12 absent at Cart-13"},
		{"CartNet is quiet.", "Cartnet is quiet.", "CartNet borne out at Cartnet"},
		{"van der Berg built it.", "Van der Berg built it.", "Berg borne out at Berg"},
		{"McLee built it.", "MacLee built it.", "McLee absent"},

		{"The F-16 flew.", "The F-18 flew.", "F-16 absent at F-18"},
		{"The F-16 flew.", "The F-16 flew. The F-18 as well.", ""},
		{"The Mind-blind Cart rolled.", "The Mind-aware Cart rolled.", "Mind-blind absent at Mind-aware; Cart borne out at Cart"},
		{"The Mind-blind Cart rolled.", "The Mind-aware Cart and the Mind Cart rolled.", "Mind borne out at Mind; Cart borne out at Cart"},
		{"The Mind Cart rolled.", "The Cart of the very old and most quiet Mind rolled.", "Cart absent"},
		{"It was Roe's.", "It was Roe.", "Roe's borne out"},
		{"The Roes came.", "Roe came.", "Roes borne out"},
		{"NATOs came.", "The North Atlantic Treaty Organization came.", "NATOs borne out"},
		{"The ABC came.", "All boats came daily.", "ABC borne out"},
		{"The ABC came.", "Any all boats and carts came daily.", "ABC borne out"},
		{"The ABC came.", "All boats old carts came daily.", "ABC absent"},
		{"The ABCDEFGH came.", "All boats came daily except for great hulls.", "ABCDEFGH borne out"},
		{"The ABCDEFGHI came.", "All boats came daily except for great hulls in spring.", "ABCDEFGHI absent"},
		{"Carts of Denmark came.", "Danish carts came.", "Denmark absent"},
		{"Analysing Roe came.", "Roe came.", "Analysing Roe borne out at Roe"},
		{"Quickly Roe came.", "Roe came.", "Quickly Roe borne out at Roe"},
		{"Second Roe came.", "Roe came.", "Second Roe borne out at Roe"},
		{"Bo Roe came.", "Ann Roe came.", "Bo absent"},
		{"Roe-Lim came.", "Roe and Lim came.", "Roe-Lim borne out at Lim"},

		// Powers, dates, titles of people, peoples, and what is said.
		{"It weighs 10¹ kg.", "It weighs 1e1 kg.", "10¹ kg borne out at 1e1 kg"},
		{"It weighs 10² kg.", "It weighs 1e2 kg.", "10² kg borne out at 1e2 kg"},
		{"It weighs 10³ kg.", "It weighs 1e3 kg.", "10³ kg borne out at 1e3 kg"},
		{"It weighs 10⁴ kg.", "It weighs 1e4 kg.", "10⁴ kg borne out at 1e4 kg"},
		{"It weighs 10⁵ kg.", "It weighs 1e5 kg.", "10⁵ kg borne out at 1e5 kg"},
		{"It weighs 10⁶ kg.", "It weighs 1e6 kg.", "10⁶ kg borne out at 1e6 kg"},
		{"It weighs 10⁷ kg.", "It weighs 1e7 kg.", "10⁷ kg borne out at 1e7 kg"},
		{"It weighs 10⁸ kg.", "It weighs 1e8 kg.", "10⁸ kg borne out at 1e8 kg"},
		{"It weighs 10⁹ kg.", "It weighs 1e9 kg.", "10⁹ kg borne out at 1e9 kg"},
		{"It weighs 10²³ kg.", "It weighs 1e23 kg.", "10²³ kg borne out at 1e23 kg"},
		{"It weighs 2.5e-2 kg.", "It weighs 0.0254 kg.", "2.5e-2 kg borne out at 0.0254 kg"},
		{"It weighs 2.5e2 kg.", "It weighs 250.4 kg.", "2.5e2 kg borne out at 250.4 kg"},
		{"It weighs 2.54e2 kg.", "It weighs 254.4 kg.", "2.54e2 kg borne out at 254.4 kg"},
		{"It weighs 2.5 × 10² kg.", "It weighs 254 kg.", "2.5 × 10² kg absent at 254 kg"},
		{"It was in the nineteen-eighties.", "It was in 1985.", "nineteen-eighties borne out at 1985"},
		{"It was in the nineteen.", "It was in 1985.", "nineteen absent"},
		{"Nineteen eighties came.", "It was in 1985.", "Nineteen eighties borne out at 1985"},
		{"It was in sixteen carts.", "It has 16 carts.", "sixteen borne out at 16"},
		{"It rolled thrice.", "It rolled 3 times.", "thrice borne out at 3 times"},
		{"It rolled twice.", "It rolled 2 times.", "twice borne out at 2 times"},
		{"It rolled thrice.", "It rolled 4 times.", "thrice absent at 4 times"},
		{"On May 3, 2019 it was.", "On 3 May 2019 it was.", "May 3, 2019 borne out at 3 May 2019"},
		{"On May (3) it was.", "On 3 May it was.", "May borne out at 3 May; 3 borne out"},
		{"In May, 3 were there.", "On 3 May it was.", "May borne out at 3 May; 3 borne out"},
		{"On May 31 it was.", "On 31 May it was.", "May 31 borne out at 31 May"},
		{"On May 32 it was.", "On 31 May it was.", "May borne out at 31 May; 32 absent"},
		{"On May 3rd it was.", "On 3 May it was.", "May 3rd borne out at 3 May"},
		{"On May 12th it was.", "On 12 May it was.", "May 12th borne out at 12 May"},
		{"In March 2019-it was.", "In 2019 it was.", "March 2019 absent at 2019"},
		{"Mr Lee came.", "Dr Lee came.", "Mr Lee borne out at Lee"},
		{"Mr Lee came.", "Mr. Lee came; Dr Lee left.", "Mr Lee borne out at Lee"},
		{"Dr. Lee came.", "Lee came.", "Dr. Lee borne out at Lee"},
		{"Mr Lee came.", "Lee Mr came.", "Mr Lee borne out at Lee"},
		{"A Swiss cart came.", "A cart of Switzerland came.", "Swiss borne out"},
		{"A Swiss cart came.", "A French cart came.", "Swiss absent at French"},
		{"A Swiss cart came.", "A cart came.", ""},
		{"The Swiss Cart came.", "A French cart came.", "Swiss absent at French"},
		{"The EU cart came.", "A European cart came.", ""},
		{"He said “felt rims are loud there”.", "Felt rims are quiet there; oak is heard.", "felt rims are loud there altered at Felt rims are quiet there {loud|quiet}"},
		{"“Felt rims are loud there,” he said.", "Felt rims are quiet there; oak is heard.", "Felt rims are loud there, altered at Felt rims are quiet there {loud|quiet}"},
		{"“Felt rims are loud there,” according to Bo.", "Felt rims are quiet there; oak is heard.", "Bo absent"},
		{"According to Bo, “felt rims are loud there”.", "Felt rims are quiet there; oak is heard.", "Bo absent; felt rims are loud there altered at Felt rims are quiet there {loud|quiet}"},
		{"The paper “felt rims are loud there” is new.", "Felt rims are quiet there; oak is heard.", ""},
		{"“Felt rims are loud there” is the title.", "Felt rims are quiet there; oak is heard.", ""},
		{"They call it “felt rims are loud there”.", "Felt rims are quiet there; oak is heard.", ""},
		{"He wrote the book “felt rims are loud there” in May.", "Felt rims are quiet there; oak is heard.", "May absent"},
		{"It reads: “felt rims are loud there”.", "Felt rims are quiet there; oak is heard.", "felt rims are loud there altered at Felt rims are quiet there {loud|quiet}"},
		{"He said that in the song “felt rims are loud there” it rains.", "Felt rims are quiet there; oak is heard.", ""},
		{"He said of all the many quiet old carts “felt rims are loud there”.", "Felt rims are quiet there; oak is heard.", ""},
		{"“Felt rims are loud there” was what Bo then said.", "Felt rims are quiet there; oak is heard.", "Felt rims are loud there altered at Felt rims are quiet there {loud|quiet}; Bo absent"},
		{"“Felt rims are loud there” was what old Bo then had said.", "Felt rims are quiet there; oak is heard.", "Bo absent"},

		// What says the opposite.
		{"The toll rose in Cork.", "The toll fell in Cork.", "The toll rose in Cork opposed at The toll fell in Cork {rose|fell}; Cork borne out at Cork"},
		{"The noise increased with load.", "The noise decreased with load.", "The noise increased with load opposed at The noise decreased with load {increased|decreased}"},
		{"The council disagreed with Roe.", "The council agreed with Roe.", "The council disagreed with Roe opposed at The council agreed with Roe {disagreed|}; Roe borne out at Roe"},
		{"The toxic paint of Roe dried.", "The nontoxic paint of Roe dried.", "The toxic paint of Roe dried opposed at The nontoxic paint of Roe dried {|nontoxic}; Roe borne out at Roe"},
		{"The result of Roe was impossible.", "The result of Roe was possible.", "The result of Roe was impossible opposed at The result of Roe was possible {impossible|}; Roe borne out at Roe"},
		{"", "It is quiet.", ""},
		{"It is quiet.", "", ""},
	})
}

// TestQuotedWords holds word by word how a quotation may differ from its text.
func TestQuotedWords(t *testing.T) {
	text := "The carts of the North were quiet, as felt was put on each rim; oak was loud. Nobody knew why 31 dB (or 32 dB) were heard in naïve halls of AT&T's co-operative."
	for _, c := range []struct{ fact, want string }{
		{"The carts of the North were quiet", "The carts of the North were quiet borne out at The carts of the North were quiet"},
		{"the carts of the north were quiet.", "the carts of the north were quiet. borne out at The carts of the North were quiet"},
		{"The carts of the North were loud, as felt was put on each rim", "The carts of the North were loud, as felt was put on each rim altered at The carts of the North were quiet, as felt was put on each rim {loud|quiet}"},
		{"The carts of the South were quiet, as felt was put on each rim", "The carts of the South were quiet, as felt was put on each rim altered at The carts of the North were quiet, as felt was put on each rim {South|North}"},
		{"The carts of the North were quiet ... oak was loud", "The carts of the North were quiet ... oak was loud borne out at The carts of the North were quiet, as felt was put on each rim; oak was loud"},
		{"The carts of the North were quiet [...] oak was loud", "The carts of the North were quiet [...] oak was loud borne out at The carts of the North were quiet, as felt was put on each rim; oak was loud"},
		{"oak was loud ... The carts of the North were quiet", "oak was loud ... The carts of the North were quiet out of order at The carts of the North were quiet, as felt was put on each rim; oak was loud"},
		{"The carts [...] were quiet, as felt was put on each rim", "The carts [...] were quiet, as felt was put on each rim borne out at were quiet, as felt was put on each rim"},
		{"The carts of the North were quiet, as felt was put on every rim", "The carts of the North were quiet, as felt was put on every rim altered at The carts of the North were quiet, as felt was put on each rim {every|each}"},
		{"The carts of the North were quiet, as felt was on each rim", "The carts of the North were quiet, as felt was on each rim altered at The carts of the North were quiet, as felt was put on each rim {|put}"},
		{"The carts of the North were very quiet, as felt was put on each rim", "The carts of the North were very quiet, as felt was put on each rim altered at The carts of the North were quiet, as felt was put on each rim {very|}"},
		{"Nobody knew why 41 dB (or 32 dB) were heard", "Nobody knew why 41 dB (or 32 dB) were heard altered at Nobody knew why 31 dB (or 32 dB) were heard {41|31}"},
		{"Nobody knew why [some] 31 dB (or 32 dB) were heard", "Nobody knew why [some] 31 dB (or 32 dB) were heard borne out at Nobody knew why 31 dB (or 32 dB) were heard"},
		{"heard in naive halls of AT&amp;T's cooperative", "heard in naive halls of AT&amp;T's cooperative borne out at heard in naïve halls of AT&T's co-operative"},
		{"heard in naive halls of AT and T's co operative", "heard in naive halls of AT and T's co operative borne out at heard in naïve halls of AT&T's co-operative"},
		{"Nobody knows why 31 dB (or 32 dB) were heard in naïve halls", "Nobody knows why 31 dB (or 32 dB) were heard in naïve halls altered at Nobody knew why 31 dB (or 32 dB) were heard in naïve halls {knows|knew}"},
		{"Somebody knew why 31 dB (or 32 dB) were heard in naïve halls", "Somebody knew why 31 dB (or 32 dB) were heard in naïve halls altered at Nobody knew why 31 dB (or 32 dB) were heard in naïve halls {Somebody|Nobody}"},
		{"Rims of oak are heard in every hall of the town", "Rims of oak are heard in every hall of the town absent"},
		{"quiet", ""},
	} {
		if got := found(c.fact, text, true); got != c.want {
			t.Errorf("%q: %q, want %q", c.fact, got, c.want)
		}
	}
}

// TestWordsAreRead holds what of the print of a text is inside a word, and what ends one.
func TestWordsAreRead(t *testing.T) {
	for printed, same := range map[string]bool{
		"Lu-\nm": true, "Lu -\nm": true, "Lu&shy;m": true, "Lu\u00ADm": true, "L&uacute;m": true, "L<b>u</b>m": true, "L<B class=\"x\">u</B>m": true, "Lu'm": true,
		"Lu-\n\nm": false, "Lu -\n\nm": false, "Lu-\nM": false, "Lu² -\nm": false, "Lu - m": false, "Lu  -\nm": false,
		"L<br>um": false, "L<blink>um": false, "L&nbsp;um": false, "Lu<sup>2</sup>m": false, "Lu' m": false,
	} {
		want := "Lum absent"
		if same {
			want = "Lum borne out at " + printed
		}
		if got := found("It was Lum.", "It was "+printed+" there.", false); got != want {
			t.Errorf("printed as %q: %q, want %q", printed, got, want)
		}
	}
}

// TestLinksAreRead holds that the address of a link is no word of a text, and what of a text is
// an address.
func TestLinksAreRead(t *testing.T) {
	const fact = "felt is quiet and oak is heard of it"
	for printed, left := range map[string]string{
		"and [oak](https://oak.example/w)": "", "and [oak](https://oak.example/w_(old))": "", "and [oak](#wheel)": "", "and [oak](/wheel)": "", "and [oak](mailto:oak)": "", "and [oak](oak.org)": "", "and [oak](oak.org/wheel)": "",
		"[https://oak.example/w] and oak": "", "([https://oak.example/w](https://oak.example/w)) and oak": "", "([an old wheel]) and oak": "",
		"and [oak](oak.e)": "e", "and [oak](Oak.org)": "org", "and [oak](oak.org there)": "org there", "and [oak](heart)": "heart",
		"[an (old wheel] and oak": "", "an [old) wheel] and oak": "an [old) wheel", "(an [old wheel) and oak": "an [old wheel", "([old wheel](https://oak.example/w)) and oak": "old wheel",
	} {
		text := "felt is quiet " + printed + " is heard of it"
		want := fact + " borne out at " + text
		if left != "" {
			want = fact + " altered at " + text + " {|" + left + "}"
		}
		if got := found(fact, text, true); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestQuotationsWithoutSpaces holds that quotations in scripts that have no spaces between
// words are compared as others are.
func TestQuotationsWithoutSpaces(t *testing.T) {
	holdFound(t, true, [][3]string{
		{"車輪は静かです。樫は聞こえます。", "古い車輪は静かです。樫は聞こえます。鉄も。", "車輪は静かです。樫は聞こえます。 borne out at 車輪は静かです。樫は聞こえます"},
		{"車輪は静かです。鉄も聞こえます。", "古い車輪は静かです。樫は聞こえます。鉄も。", "車輪は静かです。鉄も聞こえます。 altered at 車輪は静かです。樫は聞こえます {鉄も|樫は}"},
	})
}

// TestPartsInBrackets holds that a part of a quotation that is in brackets as a whole is looked
// for, and that the first part that is absent is shown.
func TestPartsInBrackets(t *testing.T) {
	const text = "felt is quiet there; oak is heard of it"
	holdFound(t, true, [][3]string{
		{"[felt is quiet] ... [oak is heard of it]", text, "[felt is quiet] ... [oak is heard of it] borne out at " + text},
		{"[felt is loud] ... oak is heard of it", text, "[felt is loud] ... oak is heard of it altered at " + text + " {loud|quiet}"},
		{"felt is quiet ... never was it so there ... and none of it was said", text, "felt is quiet ... never was it so there ... and none of it was said absent {never was it so there|}"},
	})
}

// TestRaisedFigures holds that a raised figure after a word may be a citation, which a quoter
// leaves out, and after a number or a unit is none.
func TestRaisedFigures(t *testing.T) {
	holdFound(t, true, [][3]string{
		{"The felt rims were quiet and long", "The felt rims² were quiet and long.", "The felt rims were quiet and long borne out at The felt rims² were quiet and long"},
		{"The ten m were quiet and long", "The ten m² were quiet and long.", "The ten m were quiet and long altered at The ten m² were quiet and long {|²}"},
		{"The ten m² were quiet and long", "The ten m were quiet and long.", "The ten m² were quiet and long altered at The ten m were quiet and long {²|}"},
		{"The felt 10 were quiet and long", "The felt 10² were quiet and long.", "The felt 10 were quiet and long altered at The felt 10² were quiet and long {|²}"},
	})
}

// TestNamesOfTheSource holds that a text need not have the names that are known of its source.
func TestNamesOfTheSource(t *testing.T) {
	text := ground.NewText(ground.Reading{Text: "It was 12 dB."})
	for known, want := range map[string]ground.Support{"Harby Gazette|Ida Falk": ground.BorneOut, "Harby Gazette": ground.Absent, "|Falks of the Harby Gazettes": ground.BorneOut} {
		r := ground.Check(text, ground.Statement{Content: "In the Harby Gazette it was Falk.", Known: strings.Split(known, "|")})
		if got := r.Verdict(); got != want {
			t.Errorf("of a source known as %q: %s, want %s: %+v", known, got, want, r.Anchors)
		}
	}
}
