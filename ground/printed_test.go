package ground_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/ground"
)

// TestWaysOfPrinting holds which texts have the words of a quotation, whatever they are printed
// with, and what differs in the others.
func TestWaysOfPrinting(t *testing.T) {
	const quotation = "felt rims are quiet there now"
	for _, c := range []struct{ printed, differs string }{
		{"felt rims are quiet there now", ""},
		{"felt <b>rims</b> are quiet there now", ""},
		{"fe<b>lt</b> rims are quiet there now", ""},
		{"felt rims<br/>are quiet there now", ""},
		{"felt rims<p>are quiet there now", ""},
		{"felt<p>rims are quiet there now", ""},
		{"felt<b>rims are quiet there now", ""},
		{"felt rims are qui-\net there now", ""},
		{"felt rims are qui-\n  et there now", ""},
		{"felt rims are qui -\net there now", ""},
		{"felt rims are qui-\n\net there now", ""},
		{"felt rims are qui-\nEt there now", ""},
		{"felt rims are qui\u00adet there now", ""},
		{"felt rims are qui\u00ad\net there now", ""},
		{"felt rims are qui-et there now", ""},
		{"felt rims are quiet&nbsp;there now", ""},
		{"felt rims are qui&shy;et there now", ""},
		{"felt rims are quiet &amp; there now", "{|&amp;}"},
		{"felt rims are quiet& there now", "{|&}"},
		{"felt rims are qu&#105;et there now", ""},
		{"felt rims are quiet&; there now", "{|&}"},
		{"felt rims are quiet &unknown; there now", "{|&unknown}"},
		{"felt rims are quiet <there now", ""},
		{"felt rims are quiet <felt>there now", "{|felt}"},
		{"felt rims are quiet there <!-- x --> now", "{|x}"},
		{"felt rims are quiet'there now", ""},
		{"felt rims' are quiet there now", ""},
		{"felt rims are quiet th’ere now", ""},
		{"felt rims are quiet ﬁthere now", "{there|ﬁthere}"},
		{"FELT RIMS ARE QUIET THERE NOW", ""},
		{"ｆelt rims are quiet there now", ""},
		{"felt rims are quiet there 1 now", "{|1}"},
		{"felt rims are quiet there¹ now", ""},
		{"felt rims are quiet there1 now", ""},
		{"felt rims are quiet there12 now", ""},
		{"felt rims are quiet there1234567 now", "{there|there1234567}"},
		{"felt rims are quiet [there] now", ""},
		{"felt rims are quiet (there) now", ""},
		{"felt rims are quiet [x](https://a.example) there now", "{|x}"},
		{"felt rims are quiet [there](https://a.example) now", ""},
		{"felt rims are quiet ![there](a.png) now", ""},
		{"felt *rims* are **quiet** there now", ""},
		{"felt_rims are quiet there now", ""},
		{"felt/rims are quiet there now", ""},
		{"felt rims are quiet\u200bthere now", ""},
	} {
		got := found(quotation, "So it was: "+c.printed+", and so on.", true)
		want := quotation + " borne out at " + c.printed
		if c.differs != "" {
			want = quotation + " altered at " + c.printed + " " + c.differs
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.printed, diff)
		}
	}
}

// TestMarksOfOmission holds what in a quotation stands for words that it leaves out.
func TestMarksOfOmission(t *testing.T) {
	text := ground.NewText(ground.Reading{Text: "felt rims are quiet there, as all know by now, and oak is loud here."})
	for mark, want := range map[string]ground.Support{
		"…":       ground.BorneOut,
		" … ":     ground.BorneOut,
		" ... ":   ground.BorneOut,
		"..":      ground.Altered,
		". . .":   ground.BorneOut,
		" [--] ":  ground.BorneOut,
		" *** ":   ground.BorneOut,
		" [...] ": ground.BorneOut,
		" (...) ": ground.BorneOut,
		"....":    ground.BorneOut,
		"—":       ground.Altered,
		"--":      ground.Altered,
		" […] ":   ground.BorneOut,
	} {
		r := ground.Check(text, ground.Statement{Content: "felt rims are quiet there" + mark + "and oak is loud here", Quotation: true})
		if got := r.Verdict(); got != want {
			t.Errorf("%q: %s, want %s", mark, got, want)
		}
	}
}

// TestMarksOfQuotations holds what of a statement is in quotation marks, and that an apostrophe is none.
func TestMarksOfQuotations(t *testing.T) {
	const said = "felt rims aren't loud there"
	for marks, isQuotation := range map[[2]string]bool{
		{"“", "”"}: true, {"“", "\""}: true, {"„", "“"}: true, {"„", "”"}: true, {"«", "»"}: true, {"»", "«"}: true, {"\"", "\""}: true, {"\"", "”"}: true, {"‘", "’"}: true, {"'", "'"}: true, {"‹", "›"}: true,
		{"「", "」"}: true, {"『", "』"}: true, {"‚", "‘"}: true, {"‚", "’"}: true, {"“", "”x"}: true,
		{"“", "“"}: false, {"”", "”"}: false, {"«", "«"}: false, {"'", "’"}: false, {"", ""}: false, {"“", ""}: false, {"“ ", "”"}: false, {"a\"", "\""}: false, {"5'", "'"}: false, {"a‘", "’"}: false, {"a“", "”"}: true, {"'", "'s"}: false,
	} {
		content := "He said " + marks[0] + said + marks[1] + " and left."
		var got []string
		for _, span := range ground.Quotations(ground.Statement{Content: content}) {
			got = append(got, content[span[0]:span[1]])
		}
		want := []string{said}
		if !isQuotation {
			want = nil
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", content, diff)
		}
	}
}

// TestSerious holds that another word is a lesser difference than another number, name or
// negation.
func TestSerious(t *testing.T) {
	text := ground.NewText(ground.Reading{Text: "The carts of Harby had 12 quiet rims of felt and were sold."})
	for content, want := range map[string]bool{
		"The carts of Harby had 12 quiet rims of felt and were sold": false, "The carts of Harby had 12 loud rims of felt and were sold": false, "The carts of Harby had 13 quiet rims of felt and were sold": true,
		"The carts of Torby had 12 quiet rims of felt and were sold": true, "The carts of Harby had 12 quiet rims of felt and were not sold": true,
	} {
		r := ground.Check(text, ground.Statement{Content: content, Quotation: true})
		if got := r.Anchors[0].Serious(); got != want {
			t.Errorf("%s: %t", content, got)
		}
	}
}
