package register

import "testing"

func TestUnknownRegistrant(t *testing.T) {
	for doi, want := range map[string]bool{
		"10.1109/felt.2021.1": false, "https://doi.org/10.1000.10/123": false, "10.52202/1": false, "10.64898/2025.12.01": false, "10.9734/felt": false, "10.1111/felt": false, "10.5555/felt": false,
		"10.99999/felt": true, "10.8123/felt": true, "10.88880/felt": true, "10.6666/felt": false, "10.5432/felt": false, "10.12345/felt": false, "10.999/felt": true,
		"felt": false, "10.felt/1": false, "10.1109": false, "": false,
	} {
		registrant := Registrant(doi)
		if got := UnknownRegistrant(registrant) != ""; registrant != "" && got != want || registrant == "" && want {
			t.Errorf("%s of %s is unknown: %t, want %t", registrant, doi, got, want)
		}
	}
}

func TestUnknownArXiv(t *testing.T) {
	for id, want := range map[string]bool{
		"2401.00001": false, "2401.27000": false, "2401.99999": true, "2401.00000": true, "0704.0001": false, "0712.9999": true, "2601.99999": false,
	} {
		month, number, ok := ArXivMonth("arXiv:" + id + "v2")
		if got := UnknownArXiv(month, number) != ""; !ok || got != want {
			t.Errorf("%s is unknown: %t, want %t", id, got, want)
		}
	}
	for _, other := range []string{"", "hep-th/9901001", "2401", "x.12345"} {
		if month, number, ok := ArXivMonth(other); ok {
			t.Errorf("%q is paper %d of month %q", other, number, month)
		}
	}
}

// The tables are sorted, and every line of them is read.
func TestTables(t *testing.T) {
	if n := len(registrants()); n != 3 {
		t.Errorf("%d ranges of registrants", n)
	}
	years := arXivYears()
	for i, row := range years {
		if row[0] != 2007+i {
			t.Errorf("year %d in place %d", row[0], i)
		}
	}
	if len(years) < 19 {
		t.Errorf("%d years of arXiv", len(years))
	}
}
