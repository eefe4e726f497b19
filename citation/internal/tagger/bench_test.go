package tagger

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
)

// listed are lines of reference lists, in several styles.
var listed = []string{
	"Lund, A., Roe, B., & Falk, C. (2019). Hemp belts in old mills in winter carts. Journal of Rural Transport, 12(3), 45–67. https://doi.org/10.1234/jrt.2019.45",
	"A. Lund and B. Roe, Hemp belts in old mills, J. Mills 3 (2019), 1-9.",
	"Lund A, Roe B, Falk C, et al. Noise of felt rims on oak floors: a randomized trial. Cart Sci. 2012;12(5):608-20.",
	"[12] A. Lund, B. Roe, \"Felt rims in use,\" in Proc. 3rd Int. Conf. on Carts, Leeds, UK, 2014, pp. 104–121.",
	"Lund, Ana: Filzfelgen und ihr Gebrauch. In: Falk, Carla (Hrsg.): Handbuch der Karren. Berlin: Radverlag 2003, S. 12-34.",
	"Lund, Ana. Felt Rims: A History of Quiet Carts. Leeds: Wheel Press, 1997.",
}

func BenchmarkRead(b *testing.B) {
	Trained()
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		s := phrase.NewText(listed[n%len(listed)])
		Trained().ReadWork(s)
		s.Release()
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "references/s")
}

func BenchmarkUnpack(b *testing.B) {
	for b.Loop() {
		if _, err := Unpack(packed); err != nil {
			b.Fatal(err)
		}
	}
}
