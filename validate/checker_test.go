package validate_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	generate "github.com/factcite/factcite/internal/generate/facts"
	"github.com/factcite/factcite/schema"
	"github.com/factcite/factcite/validate"
)

// invented returns invented records, one a line.
func invented(count int, seed uint64) string {
	var text strings.Builder
	for line := range generate.Lines(count, generate.Options{Seed: seed, Bad: 0.01}) {
		text.Write(line)
		text.WriteByte('\n')
	}
	return text.String()
}

func inputsOf(t testing.TB, text string) []validate.Input {
	t.Helper()
	var list []validate.Input
	for item, err := range fact.Read(strings.NewReader(text), "facts.jsonl", nil) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, validate.Input{Fact: item})
	}
	return list
}

func stream(inputs []validate.Input) func(yield func(validate.Input, error) bool) {
	return func(yield func(validate.Input, error) bool) {
		for _, input := range inputs {
			if !yield(input, nil) {
				return
			}
		}
	}
}

// TestCheckOneFindsWhatCheckFinds holds that a record checked by itself, among many that
// are checked at the same time, has the findings of a run over that record.
func TestCheckOneFindsWhatCheckFinds(t *testing.T) {
	checker := validate.NewChecker(&validate.Options{Today: today})
	inputs := append(inputsOf(t, invented(200, 3)), validate.Input{Bib: bib.Read("refs.bib", []byte("@article{a, title = {Felt rims}}\n@article{b, title = {Felt rims}}\n"))})
	var checking sync.WaitGroup
	found := make([][]validate.Finding, len(inputs))
	for i := range inputs {
		checking.Go(func() { found[i], _ = checker.CheckOne(t.Context(), inputs[i]) })
	}
	checking.Wait()
	total := 0
	for i := range inputs {
		want := check(t, stream(inputs[i:i+1]), &validate.Options{Today: today})
		if diff := cmp.Diff(want, found[i], cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("input %d (-want +got):\n%s", i, diff)
		}
		total += len(found[i])
	}
	if total < 200 {
		t.Errorf("only %d findings of %d inputs", total, len(inputs))
	}
}

func TestCheckOneStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := validate.NewChecker(nil).CheckOne(ctx, inputsOf(t, invented(1, 1))[0]); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

// TestCheckingAgainBuildsNothingAnew holds that a checker compiles no schema and lists no
// rules when it is used, nor does Check compile the default schema again.
func TestCheckingAgainBuildsNothingAnew(t *testing.T) {
	inputs := inputsOf(t, invented(50, 1))
	checker := validate.NewChecker(nil)
	one := testing.AllocsPerRun(10, func() {
		for _, input := range inputs {
			checker.CheckOne(t.Context(), input)
		}
	}) / float64(len(inputs))
	if one > 300 { // a schema that is compiled takes thousands
		t.Errorf("%.0f allocations to check one record", one)
	}
	compiled := schema.Default(nil)
	check := func(opts *validate.Options) float64 {
		return testing.AllocsPerRun(10, func() {
			result, err := validate.Check(t.Context(), stream(inputs[:1]), opts)
			if err != nil {
				t.Fatal(err)
			}
			result.Close()
		})
	}
	if with, without := check(&validate.Options{Schema: compiled}), check(nil); without > with+50 {
		t.Errorf("%.0f allocations with a schema at hand, %.0f with the default one", with, without)
	}
}

func BenchmarkCheckOne(b *testing.B) {
	inputs := inputsOf(b, invented(2000, 1))
	checker := validate.NewChecker(&validate.Options{Today: today})
	b.Run("one", func(b *testing.B) {
		b.ReportAllocs()
		for i := range b.N {
			if _, err := checker.CheckOne(b.Context(), inputs[i%len(inputs)]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bulk", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N / len(inputs) {
			res, err := checker.Check(b.Context(), stream(inputs))
			if err != nil {
				b.Fatal(err)
			}
			for range res.Findings() {
			}
			res.Close()
		}
	})
}
