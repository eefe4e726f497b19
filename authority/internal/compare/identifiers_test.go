package compare

import (
	"testing"
)

func TestBareArXivID(t *testing.T) {
	for written, want := range map[string]string{
		"2402.10379": "2402.10379", "2402.10379v3": "2402.10379", "arXiv:2402.10379v1": "2402.10379", "0704.0001": "0704.0001",
		"hep-th/9901001": "hep-th/9901001", "hep-th/9901001v2": "hep-th/9901001", "cs.DL/0101010": "cs/0101010", "abs/2402.10379": "2402.10379",
		"https://arxiv.org/abs/2402.10379v2": "2402.10379", "http://arxiv.org/pdf/hep-th/9901001v1.pdf": "hep-th/9901001",
		"": "", "2402": "", "2402.103": "", "x/1234567y": "", "/1234567": "", "10.5555/x": "",
	} {
		if got := ArXivID(written); got != want {
			t.Errorf("bareArXivID(%q) = %q, want %q", written, got, want)
		}
	}
}
