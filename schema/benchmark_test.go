package schema_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/factcite/factcite/internal/generate/facts"
	"github.com/factcite/factcite/schema"
)

// records are invented facts, a share of them bad.
func records(count int, bad float64) [][]byte {
	var all [][]byte
	for line := range facts.Lines(count, facts.Options{Seed: 7, Bad: bad}) {
		all = append(all, bytes.Clone(line))
	}
	return all
}

// BenchmarkCheck measures the fast pass with jsonschema v5 behind it, and v5
// alone, on the same records in turns, and reports how many times the one is as
// fast as the other. Both read the JSON and put what is wrong into words.
func BenchmarkCheck(b *testing.B) {
	all := records(5000, 0.01)
	fast, exact := schema.Default(nil), schema.Default(&schema.Options{Exact: true})
	var size int64
	for _, record := range all {
		size += int64(len(record))
	}
	b.Run("fast", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			checkAll(fast, all)
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(all)), "µs/record")
	})
	b.Run("decoding", func(b *testing.B) {
		b.SetBytes(size)
		for b.Loop() {
			for _, record := range all {
				var v any
				json.Unmarshal(record, &v)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(all)), "µs/record")
	})
	b.Run("ratio", func(b *testing.B) {
		var ratios []float64
		for b.Loop() {
			quick := timed(func() {
				for range 10 {
					checkAll(fast, all)
				}
			}) / 10
			ratios = append(ratios, float64(timed(func() { checkAll(exact, all) }))/float64(quick))
		}
		slices.Sort(ratios)
		b.ReportMetric(ratios[len(ratios)/2], "times-v5")
	})
}

// BenchmarkReport measures what a bad record costs.
func BenchmarkReport(b *testing.B) {
	all := records(500, 1)
	s := schema.Default(nil)
	b.ReportAllocs()
	for b.Loop() {
		checkAll(s, all)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(all)), "µs/record")
}

func checkAll(s *schema.Schema, records [][]byte) (invalid int) {
	for _, record := range records {
		if violations, err := s.Check(record); err != nil || violations != nil {
			invalid++
		}
	}
	return invalid
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}
