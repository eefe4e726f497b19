package citation

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// titled is a reference with a title and a year, at their places in a text.
func titled(content, title string, kind ref.EntryType) *Reference {
	r := &Reference{Type: kind, Title: title, Year: "2016", Spans: map[string]Span{}}
	for field, value := range map[ref.Field]string{ref.FieldTitle: title, ref.FieldYear: "2016"} {
		if at := strings.Index(content, value); at >= 0 {
			r.Spans[string(field)] = Span{at, at + len(value)}
		}
	}
	return r
}

// TestMeetingsAfterTitles holds which words in parentheses after a title are the meeting.
func TestMeetingsAfterTitles(t *testing.T) {
	for _, test := range []struct {
		content string
		kind    ref.EntryType
		want    string
	}{
		{`See "Felt Rims" (CART 2016).`, ref.Misc, "CART"},
		{`See "Felt Rims" (CART 2016).`, ref.Book, "CART"},
		{`See "Felt Rims." (Lee and Park; CART 2016).`, ref.Misc, "CART"},
		{`See "Felt Rims" (Lee; Park;  CART 2016).`, ref.Misc, "CART"},
		{`See “Felt Rims”, (S&P 2016).`, ref.Misc, "S&P"},
		{`See "Felt Rims" (CART 2016).`, ref.TechReport, ""},
		{`See "Felt Rims" (CART 2015), of 2016.`, ref.Misc, ""},
		{`See "Felt Rims" (CA 2016).`, ref.Misc, ""},
		{`See "Felt Rims" (Cart 2016).`, ref.Misc, ""},
		{`See "Felt Rims" (123 2016).`, ref.Misc, ""},
		{`See "Felt Rims" (2016).`, ref.Misc, ""},
		{`See "Felt Rims" (CART 2016`, ref.Misc, ""},
		{`See "Felt Rims" of carts (CART 2016).`, ref.Misc, ""},
		{`See "Felt Rims", CART 2016.`, ref.Misc, ""},
	} {
		r := titled(test.content, "Felt Rims", test.kind)
		readMeeting(test.content, r)
		if r.Container != test.want || test.want != "" && r.Type != ref.InProceedings || test.want == "" && r.Type != test.kind {
			t.Errorf("%s: a %s in %q, want %q", test.content, r.Type, r.Container, test.want)
		}
		if at := r.Spans[string(ref.FieldContainer)]; test.content[at[0]:at[1]] != test.want {
			t.Errorf("%s: it is at %q", test.content, test.content[at[0]:at[1]])
		}
	}
	issued := titled(`"Felt Rims" (CART 2016)`, "Felt Rims", ref.Book)
	issued.Publisher = "Wheel Press"
	readMeeting(`"Felt Rims" (CART 2016)`, issued)
	if issued.Container != "" {
		t.Errorf("a book of a publisher is in %q", issued.Container)
	}
}

// TestPlacesBeforeYears holds where a book came out whose publisher is not named.
func TestPlacesBeforeYears(t *testing.T) {
	for _, test := range []struct {
		content string
		kind    ref.EntryType
		want    string
	}{
		{"Bo Lee: Felt Rims, Hamburg 2016.", ref.Misc, "Hamburg"},
		{"Bo Lee: Felt Rims. Hamburg 2016.", ref.Book, "Hamburg"},
		{"Bo Lee: Felt Rims, New York 2016.", ref.Misc, "New York"},
		{"Bo Lee: Felt Rims, Hamburg, 2016.", ref.Misc, "Hamburg"},
		{"Bo Lee: Felt Rims, New York, 2016.", ref.Misc, "New York"},
		{", 2016.", ref.Misc, ""},
		{"Bo Lee: Felt Rims, Hamburg (2016).", ref.Misc, "Hamburg"},
		{"Bo Lee: Felt Rims, Hamburg 2016.", ref.Article, ""},
		{"Bo Lee: Felt Rims in Hamburg 2016.", ref.Misc, ""},
		{"Bo Lee: Felt Rims, Roads 2016.", ref.Misc, ""},
		{"Bo Lee: Felt Rims, 2016, Hamburg.", ref.Misc, ""},
		{"Hamburg 2016.", ref.Misc, ""},
	} {
		s := phrase.NewText(test.content)
		r := titled(test.content, "Felt Rims", test.kind)
		readPlace(s, r)
		if r.Address != test.want || test.want != "" && r.Type != ref.Book || test.want == "" && r.Type != test.kind {
			t.Errorf("%s: a %s of %q, want %q", test.content, r.Type, r.Address, test.want)
		}
		if at := r.Spans[string(ref.FieldAddress)]; test.content[at[0]:at[1]] != test.want {
			t.Errorf("%s: it is at %q", test.content, test.content[at[0]:at[1]])
		}
		s.Release()
	}
}
