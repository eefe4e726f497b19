package validate

import (
	"slices"
	"testing"
)

func TestStatedISBNs(t *testing.T) {
	tests := []struct {
		value string
		want  []string
	}{
		{"978-3-16-148410-0", []string{"978-3-16-148410-0"}},
		{"978-3-16-148410-0 978-0-306-40615-7", []string{"978-3-16-148410-0", "978-0-306-40615-7"}},
		{"978 3 16 148410 0 978 0 306 40615 7", []string{"978 3 16 148410 0", "978 0 306 40615 7"}},
		{"0-306-40615-2; 978-0-306-40615-7, ", []string{"0-306-40615-2", "978-0-306-40615-7"}},
		{"978-3-16-148410-0 978-0-306-40615-8", []string{"978-3-16-148410-0", "978-0-306-40615-8"}},
		{"978-3-16-148410-1", []string{"978-3-16-148410-1"}},
		{"978-3-16-148410-0 and 3-16-148410-X", []string{"978-3-16-148410-0", "3-16-148410-X"}},
		{"978-3-16-148410-0/3 16 148410 x und 3-16-148410-1", []string{"978-3-16-148410-0", "3 16 148410 x", "3-16-148410-1"}},
		{"978-3-16-148410-1 pbk", []string{"978-3-16-148410-1 pbk"}},
		{"978-3-16-148410-0 (print)", []string{"978-3-16-148410-0"}},
		{"", nil},
	}
	for _, test := range tests {
		if got := statedISBNs(test.value); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.value, got, test.want)
		}
	}
}

func TestISSN(t *testing.T) {
	for issn, want := range map[string]bool{"0378-5955": true, "2434-561X": true, "2434561x": true, "0378-5956": false, "037-5955": false, "abcd-5955": false, "1234-567": false} {
		if isISSN(issn) != want {
			t.Errorf("%q: %t, want %t", issn, !want, want)
		}
	}
}

func TestYearsOfVersions(t *testing.T) {
	tests := []struct {
		stated, submitted int
		id                string
		want              bool
	}{
		{2021, 2020, "2001.01234", true},
		{2023, 2020, "2001.01234v4", true},
		{2024, 2020, "2001.01234", false},
		{2021, 2020, "2001.01234v1", false},
		{2019, 2020, "2001.01234", true},
		{2019, 2020, "2002.01234", false},
		{2018, 2020, "2001.01234", false},
	}
	for _, test := range tests {
		if got := isYearOfVersion(test.stated, test.submitted, test.id); got != test.want {
			t.Errorf("%+v: %t", test, got)
		}
	}
}
