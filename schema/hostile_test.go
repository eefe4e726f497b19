package schema_test

import (
	"bytes"
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
