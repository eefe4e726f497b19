package register

import (
	"strings"
	"testing"
)

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

func TestRegistrant(t *testing.T) {
	for doi, want := range map[string]string{
		"10.1109/felt.2021.1": "10.1109", "https://doi.org/10.1000.10/123": "10.1000", "10.01109/x": "10.01109", "10.1109": "", "10.felt/1": "", "10.4294967296/1": "", "11.1109/1": "", "": "",
	} {
		if got := Registrant(doi); got != want {
			t.Errorf("the registrant of %q is %q, want %q", doi, got, want)
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

func TestUnknownArXivDOI(t *testing.T) {
	for doi, want := range map[string]bool{
		"10.48550/arxiv.2401.00001": false, "10.48550/arxiv.2401.00001v3": false, "10.48550/arxiv.math/0309136": false, "10.48550/arxiv.2310.xxxx": true, "10.48550/arxiv.": true,
		"10.48550/felt": false, "10.1145/arxiv.2310.xxxx": false, "": false,
	} {
		if got := UnknownArXivDOI(doi) != ""; got != want {
			t.Errorf("%q is unknown: %t, want %t", doi, got, want)
		}
	}
}

func TestDOIYear(t *testing.T) {
	for doi, want := range map[string]int{
		"10.18653/v1/n19-1357": 2019, "10.3115/v1/p14-1001": 2014, "10.18653/v1/w99-0101": 1999, "10.18653/v1/2023.acl-long.123": 2023,
		"10.24963/ijcai.2019/12": 2019, "10.24963/kr.2020/7": 2020, "10.21437/interspeech.2019-12": 2019,
		"10.18653/v1/n19-135": 0, "10.18653/v1/119-1357": 0, "10.18653/v1/nx9-1357": 0, "10.18653/v1/n19-13x7": 0, "10.18653/v1/20234acl": 0, "10.18653/v2/n19-1357": 0, "10.18653/v1/2023": 0,
		"10.24963/ijcai.2019": 0, "10.24963/ijcai": 0, "10.1145/n19-1357": 0, "10.1109/cvpr52688.2022.01234": 0, "": 0,
	} {
		if got := DOIYear(doi); got != want {
			t.Errorf("%q is of %d, want %d", doi, got, want)
		}
	}
}

func TestIsPublisher(t *testing.T) {
	for registrant, want := range map[string]bool{"10.1109": true, "10.52202": true, "10.7777": false, "10.5432": false, "# registrant": false, "": false} {
		if got := IsPublisher(registrant); got != want {
			t.Errorf("%q is a publisher's: %t, want %t", registrant, got, want)
		}
	}
}

// The tables are sorted, and every line of them is read.
func TestTables(t *testing.T) {
	if n := len(registrants()); n != 3 {
		t.Errorf("%d ranges of registrants", n)
	}
	if n := len(publishers()); n != strings.Count(publisherTable, "\t10.")+strings.Count(publisherTable, "\n10.") || n < 300 {
		t.Errorf("%d publishers", n)
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
