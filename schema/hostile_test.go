package schema_test

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/factcite/factcite/internal/generate/facts"
	"github.com/factcite/factcite/schema"
)

// A small record may not cost much memory, whatever it holds, nor say more than a
// reader wants to know. The limits are far above what is needed here and far below
// what jsonschema v5 alone takes.
func TestHostileRecordsAreCheap(t *testing.T) {
	const fact = `{"fact_type":"claim","content":"x","sources":`
	tests := []struct {
		name, schema, record string
	}{
		{"nested as deep as it goes under a schema that refers to itself", `{"type":"array","items":{"$ref":"#"}}`,
			strings.Repeat("[", 256) + "7" + strings.Repeat("]", 256)},
		{"as many bad items as it may have", string(schema.JSON()), fact + `[` + strings.Repeat("1,", 260_000) + `1]}`},
		{"as many members as it may have", string(schema.JSON()), fact + `[{` + members(100_000) + `}]}`},
		{"as many bad members as it may have", `{"additionalProperties":false}`, `{` + members(100_000) + `}`},
		{"a bad value of a megabyte", string(schema.JSON()), `{"fact_type":"` + strings.Repeat("ab", 1<<19) + `","content":"x","sources":[{}]}`},
		{"escapes of a megabyte", string(schema.JSON()), fact + `[{"uri":"` + strings.Repeat(`\u0061`, 1<<17) + `"}]}`},
		{"alternatives within alternatives", trees, nested(200)},
		{"alternatives that refer to each other", `{"$ref":"#/$defs/n0","$defs":{` + chained(40) + `}}`, `"x"`},
		{"a text that makes patterns go back", `{"pattern":"^(a+)+$"}`, `"` + strings.Repeat("a", 1<<20) + `!"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := schema.Compile("s.json", []byte(tt.schema), nil)
			if err != nil {
				t.Fatal(err)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			got, err := s.Check([]byte(tt.record))
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatal(err)
			}
			size := 0
			for _, v := range got {
				size += len(v.Message) + len(v.Value) + len(v.Pointer)
			}
			megabytes := (after.TotalAlloc - before.TotalAlloc) >> 20
			if megabytes > 600 || size > 100_000 {
				t.Errorf("%d MiB, %d violations of %d bytes", megabytes, len(got), size)
			}
		})
	}
}

// trees is a schema whose alternatives both take what lies within.
const trees = `{"$ref":"#/$defs/n","$defs":{"n":{"anyOf":[` +
	`{"type":"array","items":{"$ref":"#/$defs/n"},"minItems":0},{"type":"array","items":{"$ref":"#/$defs/n"},"maxItems":99}]}}}`

func nested(depth int) string {
	return nestedIn(depth, `"x"`)
}

// chained are definitions of which each applies the next one in two ways.
func chained(count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, `"n%d":{"anyOf":[{"$ref":"#/$defs/n%d"},{"$ref":"#/$defs/n%d","minLength":0}]},`, i, i+1, i+1)
	}
	fmt.Fprintf(&b, `"n%d":{"type":"number"}`, count)
	return b.String()
}

// What jsonschema v5 could not finish is an error that says where.
func TestTooCostly(t *testing.T) {
	unknown := strings.Replace(trees, `"n":{`, `"n":{"unevaluatedItems":true,`, 1)
	for name, tt := range map[string]struct {
		schema, record string
		exact          bool
	}{
		"without the fast pass":       {trees, nested(60), true},
		"in a member":                 {`{"properties":{"b":` + strings.Replace(trees, "#/", "#/properties/b/", 3) + `}}`, `{"a":1, "b": ` + nested(60) + `}`, true},
		"what the plan does not know": {unknown, nested(60), false},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := schema.Compile("s.json", []byte(tt.schema), &schema.Options{Exact: tt.exact})
			if err != nil {
				t.Fatal(err)
			}
			_, err = s.Check([]byte(tt.record))
			var broken *schema.RecordError
			if !errors.As(err, &broken) || !broken.TooCostly {
				t.Fatalf("error is %v, want one that says that it is too costly", err)
			}
			if broken.Offset == 0 || broken.Offset >= len(tt.record) {
				t.Errorf("it is placed at byte %d", broken.Offset)
			}
		})
	}
}

// What jsonschema v5 would take long for is refused, and what it does not is judged, as
// lists of very many values are of which each may be of several kinds.
func TestTheBudgetOfTheJudge(t *testing.T) {
	const (
		text  = `{"type":"string"}`
		list  = `{"type":"array","items":{"$ref":"#/$defs/n"}}`
		again = `{"type":"array","items":{"$ref":"#/$defs/n"},"minItems":0}`
		named = `{"type":"object","additionalProperties":{"$ref":"#/$defs/n"}}`
	)
	unevaluated := func(alternatives ...string) string {
		return `{"$ref":"#/$defs/n","$defs":{"n":{"unevaluatedItems":true,"unevaluatedProperties":true,"anyOf":[` + strings.Join(alternatives, ",") + `]}}}`
	}
	wide := func(count int, item string) string { return "[" + strings.Repeat(item+",", count-1) + item + "]" }
	inside := strings.Repeat(`{"felt":`, 120) + "1" + strings.Repeat("}", 120)
	for _, tt := range []struct {
		name, schema, record string
		costly               bool
	}{
		{"a long list", unevaluated(list, named, text), wide(50_000, "1"), false},
		{"lists in a list", unevaluated(list, named, text), wide(160, wide(300, "1")), false},
		{"many kinds", unevaluated(list, again, list, again, list, named, text), wide(4_000, "1"), false},
		{"deep lists", unevaluated(list, named, text), wide(400, nestedIn(120, "1")), true},
		{"deep objects", unevaluated(list, named, text), wide(90, inside), true},
		{"a long list within lists", unevaluated(list, again), nestedIn(4, wide(20_000, "1")), true},
		{"lists of lists that double", unevaluated(list, again), nestedIn(2, wide(160, wide(300, "1"))), true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := schema.Compile("s.json", []byte(tt.schema), nil)
			if err != nil {
				t.Fatal(err)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err = s.Check([]byte(tt.record))
			runtime.ReadMemStats(&after)
			var broken *schema.RecordError
			if costly := errors.As(err, &broken) && broken.TooCostly; costly != tt.costly {
				t.Errorf("too costly is %v: %v", costly, err)
			}
			const most = 600 // MiB, of which the race detector makes some
			if made := (after.TotalAlloc - before.TotalAlloc) >> 20; made > most {
				t.Errorf("%d MiB are allocated for a record of %d KB", made, len(tt.record)>>10)
			}
		})
	}
}

func nestedIn(depth int, value string) string {
	return strings.Repeat("[", depth) + value + strings.Repeat("]", depth)
}

// members are count members with different names.
func members(count int) string {
	var b strings.Builder
	for i := range count {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"m` + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + strings.Repeat("y", i/26%5) + strconv.Itoa(i) + `":1`)
	}
	return b.String()
}

func TestSchemaServesSeveralGoroutines(t *testing.T) {
	s := schema.Default(nil)
	var all [][]byte
	for record := range facts.Lines(200, facts.Options{Seed: 9, Bad: 0.2}) {
		all = append(all, bytes.Clone(record))
	}
	counts := make([]int, 4)
	var group sync.WaitGroup
	for i := range counts {
		group.Go(func() { counts[i] = checkAll(s, all) })
	}
	group.Wait()
	for _, count := range counts {
		if count == 0 || count != counts[0] {
			t.Errorf("bad records: %v", counts)
		}
	}
}
