package fold

import "testing"

func TestArXivYear(t *testing.T) {
	for id, want := range map[string]int{
		"1903.01234": 2019, "0704.0001": 2007, "2402.10379v2": 2024, "hep-th/9901001": 1999, "math/0309136": 2003, "hep-th/9108001": 1991, "9106.0001": 2091,
		"1913.01234": 0, "1900.01234": 0, "1903.012": 0, "carts/99": 0, "": 0, "x": 0,
	} {
		if got, ok := ArXivYear(id); got != want || ok != (want != 0) {
			t.Errorf("ArXivYear(%q) = %d, %t, want %d", id, got, ok, want)
		}
	}
}

func TestArXivNumber(t *testing.T) {
	for written, want := range map[string]string{
		"2402.10379": "2402.10379", "2402.10379v3": "2402.10379", "arXiv:2402.10379v1": "2402.10379", "0704.0001": "0704.0001",
		"hep-th/9901001": "hep-th/9901001", "hep-th/9901001v2": "hep-th/9901001", "cs.DL/0101010": "cs/0101010", "abs/2402.10379": "2402.10379",
		"https://arxiv.org/abs/2402.10379v2": "2402.10379", "http://arxiv.org/pdf/hep-th/9901001v1.pdf": "hep-th/9901001", "arXiv: math.GT/0309136": "math/0309136",
		"": "", "2402": "", "2402.103": "", "x/1234567y": "", "/1234567": "", "10.5555/x": "",
	} {
		got, ok := ArXivNumber(written)
		if ok != (want != "") || ok && got != want {
			t.Errorf("ArXivNumber(%q) = %q, %t, want %q", written, got, ok, want)
		}
	}
}

func TestArXiv(t *testing.T) {
	for written, want := range map[string]string{
		"arXiv:math.GT/0309136v2": "math/0309136", "math/0309136": "math/0309136", "arXiv:2402.1v1": "2402.1", "arXiv:Carts": "carts",
	} {
		if got := ArXiv(written); got != want {
			t.Errorf("ArXiv(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestISBN(t *testing.T) {
	for written, want := range map[string]string{
		"0-306-40615-2": "9780306406157", "978-0-306-40615-7": "9780306406157", "978 0 306 40615 1": "9780306406157", "99921-58-10-x": "9789992158104", "0-00-000006-1": "9780000000064", "1-86197-876-6": "9781861978769", "0-19-853453-1": "9780198534532", "978-0-00-000057-0": "9780000000576", "80-85983-44-3": "9788085983449", "12-34": "1234", "": "",
	} {
		if got := ISBN(written); got != want {
			t.Errorf("ISBN(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestDOI(t *testing.T) {
	for written, want := range map[string]string{
		"10.5555/LAMP.4.": "10.5555/lamp.4", "https://doi.org/10.5555/lamp.4": "10.5555/lamp.4", "doi:10.5555/Lamp(4)": "10.5555/lamp(4)", "DOI 10.5555/lamp.4": "10.5555/lamp.4",
		"DOI: https://doi.org/10.5555/lamp.4": "10.5555/lamp.4", "doi:doi:10.5555/lamp.4": "10.5555/lamp.4", "": "",
	} {
		if got := DOI(written); got != want {
			t.Errorf("DOI(%q) = %q, want %q", written, got, want)
		}
	}
}
