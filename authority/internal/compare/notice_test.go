package compare

import (
	"testing"

	"github.com/factcite/factcite/internal/fold"
)

func TestIsNotice(t *testing.T) {
	for title, want := range map[string]bool{
		"Retraction: Felt rims": true, "Retraction note: Felt rims": true, "Retraction notice: Felt rims": true, "Retraction statement: Felt rims": true, "Retraction to: Felt rims": true,
		"Retraction note to: Felt rims": true, "Retraction notice to: Felt rims": true, "Notice of retraction: Felt rims": true, "Statement of retraction: Felt rims": true,
		"Withdrawal: Felt rims": true, "Withdrawal notice: Felt rims": true, "Notice of withdrawal: Felt rims": true, "Withdrawal notice to: Felt rims": true,
		"Removal notice: Felt rims": true, "Removal notice to: Felt rims": true,
		"Expression of concern: Felt rims": true, "Editorial expression of concern: Felt rims": true, "Notice of concern: Felt rims": true, "Partial retraction: Felt rims": true,
		"Retraction and replacement: Felt rims": true, "Notice of retraction and replacement: Felt rims": true, "Retraction and republication: Felt rims": true,
		"Retraction of felt rims": true, "Retraction to felt rims": true, "Retraction note to felt rims": true, "Retraction notice to felt rims": true, "Notice of retraction of felt rims": true,
		"Withdrawal notice to felt rims": true, "Expression of concern about felt rims": true, "Editorial expression of concern for felt rims": true, "Partial retraction of felt rims": true,
		"Retraction": false, "Retractions in felt": false, "Felt rims: retraction": false, "Concern: felt rims": false, "Withdrawn: felt rims": false, "A concern of felt": false, "": false,
	} {
		folded := fold.NewTitle(title)
		if got := IsNotice(&folded); got != want {
			t.Errorf("%q is a notice: %t, want %t", title, got, want)
		}
	}
}

func TestIsAboutOther(t *testing.T) {
	for _, test := range []struct {
		notice string
		titles []string
		want   bool
	}{
		{"Retraction note: Felt rims on gravel", []string{"Felt rims on gravel"}, false},
		{"Retraction note: Straw hats at noon", []string{"Felt rims on gravel"}, true},
		{"Retraction to straw hats at noon", []string{"Felt rims on gravel"}, true},
		{"Retraction statement: Straw hats at noon", []string{"Felt rims on gravel"}, true},
		{"Statement of retraction: Straw hats at noon", []string{"A statement on felt rims"}, true},
		{"Statement of retraction: Straw hats at noon", []string{"Noon on gravel"}, false},
		{"Retraction to straw hats at noon", []string{"Felt rims on gravel", "Hats of straw"}, false},
		{"Retraction note: Gravel, corrected", []string{"Felt rims on gravel"}, false},
		{"Retraction note", []string{"Felt rims on gravel"}, false}, // it names no work
		{"Retraction note: On it", []string{"Felt rims on gravel"}, false},
		{"Straw hats at noon", []string{"Felt rims on gravel"}, false}, // no notice by its title
		{"Retraction note: Straw hats at noon", nil, false},
		{"Retraction note: Straw hats at noon", []string{"On it"}, false}, // no word to compare
	} {
		notice := fold.NewTitle(test.notice)
		var titles []fold.Title
		for _, title := range test.titles {
			titles = append(titles, fold.NewTitle(title))
		}
		if got := IsAboutOther(&notice, titles); got != test.want {
			t.Errorf("%q is about another work than %q: %t, want %t", test.notice, test.titles, got, test.want)
		}
	}
}
