package schema_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/factcite/factcite/internal/generate/facts"
	"github.com/factcite/factcite/schema"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// records are invented facts, a share of them bad.
func records(count int, bad float64) [][]byte {
	var all [][]byte
	for line := range facts.Lines(count, facts.Options{Seed: 7, Bad: bad}) {
		all = append(all, bytes.Clone(line))
	}
	return all
}

// BenchmarkCheck measures Check, and reports how many times as fast it is as
// jsonschema v5 on decoded records, in turns on the same ones.
func BenchmarkCheck(b *testing.B) {
	for _, schemaFile := range []string{"fact.schema.json", "testdata/strict.schema.json"} {
		b.Run(strings.TrimSuffix(path.Base(schemaFile), ".schema.json"), func(b *testing.B) {
			text, err := os.ReadFile(schemaFile)
			if err != nil {
				b.Fatal(err)
			}
			benchmarkCheck(b, text)
		})
	}
}

func benchmarkCheck(b *testing.B, text []byte) {
	all := records(5000, 0.01)
	ours, err := schema.Compile("schema.json", text, nil)
	if err != nil {
		b.Fatal(err)
	}
	v5 := compileV5(b, text)
	var times, ratios []float64
	for b.Loop() {
		start := time.Now()
		invalid := checkAll(ours, all)
		quick := time.Since(start)
		start = time.Now()
		invalidV5 := 0
		for _, record := range all[:500] {
			if !validV5(v5, record) {
				invalidV5++
			}
		}
		slow := time.Since(start) * 10
		times = append(times, float64(quick.Nanoseconds())/float64(len(all)))
		ratios = append(ratios, float64(slow)/float64(quick))
		if invalid == 0 || invalid > len(all)/20 || invalidV5 == 0 {
			b.Fatalf("%d of %d records invalid, %d of 500 for v5", invalid, len(all), invalidV5)
		}
	}
	slices.Sort(times)
	slices.Sort(ratios)
	b.ReportMetric(times[len(times)/2], "ns/record")
	b.ReportMetric(ratios[len(ratios)/2], "times-v5")
	b.ReportMetric(0, "ns/op")
}

func compileV5(tb testing.TB, text []byte) *jsonschema.Schema {
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	if err := c.AddResource("schema.json", bytes.NewReader(text)); err != nil {
		tb.Fatal(err)
	}
	return c.MustCompile("schema.json")
}

// validV5 is jsonschema v5 as its documentation has it used.
func validV5(s *jsonschema.Schema, record []byte) bool {
	d := json.NewDecoder(bytes.NewReader(record))
	d.UseNumber()
	var v any
	return d.Decode(&v) == nil && s.Validate(v) == nil
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
