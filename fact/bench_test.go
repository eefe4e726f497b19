package fact

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// benchmarkLines are records of a usual length, about 600 bytes each.
func benchmarkLines(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, `{"id":"%08d-26a6-5e6e-843c-23cf15d30dbd","fact_type":"reference","content":"The paper 'Felt rims: a short theory of quiet carts, part %d' was published in the Proceedings of the 2025 Example Conference on Library Machines, pp. 101–118.","stance":null,"metadata":null,"created_at":"2026-04-09T08:30:15.123456","sources":[{"source_id":"cee3f68e-5bd0-5f10-bfaa-5c792a4d4c60","uri":"https://preprints.example.org/abs/2603.04417","title":"A Survey of Felt-Rim Carts in Reading Rooms","author_person":null,"author_org":"Example Preprints","retrieved_at":"2026-04-09T08:30:15.123456","published_date":"Mar 12, 2026"}]}`+"\n", i, i)
	}
	return b.Bytes()
}

func benchmarkRead(b *testing.B, text []byte, records int) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for it, err := range Read(bytes.NewReader(text), "bench", nil) {
			if err != nil || it.Record == nil {
				b.Fatal(err, it)
			}
			n++
		}
		if n != records {
			b.Fatalf("read %d records of %d", n, records)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*records), "ns/record")
}

func BenchmarkReadLines(b *testing.B) { benchmarkRead(b, benchmarkLines(10_000), 10_000) }

func BenchmarkReadArray(b *testing.B) {
	text := bytes.TrimSpace(benchmarkLines(10_000))
	benchmarkRead(b, append(append([]byte{'['}, bytes.ReplaceAll(text, []byte{'\n'}, []byte(",\n"))...), ']'), 10_000)
}

func BenchmarkReadPage(b *testing.B) {
	var page strings.Builder
	page.WriteString("concept\n\nfelt-rim cart\n\nFacts (2000)\n\nSources\n")
	for i := range 200 {
		fmt.Fprintf(&page, "Keeping carts quiet carts%d.example.com Carts Weekly 4 days ago 10 facts\n", i)
		for j := range 10 {
			fmt.Fprintf(&page, "claimA cart with felt rims needs no oil for %d days if it rolls on oak floors only.\n", j)
		}
	}
	benchmarkRead(b, []byte(page.String()), 2000)
}
