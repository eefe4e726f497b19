package schema

import (
	"fmt"
	"strings"
	"testing"
)

// manyNames is a schema of many members, of which some are required, and some need others.
func manyNames(count int) string {
	var properties, required []string
	for i := range count {
		properties = append(properties, fmt.Sprintf(`"m%d":{"type":["integer","null"],"minimum":%d}`, i, i%7))
		if i%10 == 9 {
			required = append(required, fmt.Sprintf(`"m%d"`, i))
		}
	}
	return fmt.Sprintf(`{"type":"object","additionalProperties":false,"properties":{%s},"required":[%s],"dependentRequired":{"m%d":["m%d"]}}`,
		strings.Join(properties, ","), strings.Join(required, ","), count-1, count-2)
}

// TestManyNamesKeepTheFastPath holds that schemas that speak of more names than a word has
// bits are judged by the fast pass, and as jsonschema v5 judges them.
func TestManyNamesKeepTheFastPath(t *testing.T) {
	for _, count := range []int{63, 64, 65, 128, 129, 300} {
		s, err := Compile("many.json", []byte(manyNames(count)), nil)
		if err != nil {
			t.Fatal(err)
		}
		if s.plan == nil {
			t.Fatalf("a schema of %d names has no fast pass", count)
		}
		member := func(change map[int]string) []byte {
			var members []string
			for i := range count {
				value := fmt.Sprint(i)
				if other, ok := change[i]; ok {
					value = other
				}
				if value != "" {
					members = append(members, fmt.Sprintf(`"m%d":%s`, i, value))
				}
			}
			return []byte("{" + strings.Join(members, ",") + "}")
		}
		for i := -1; i < count; i++ {
			for _, value := range []string{"", `"x"`, "-1", "null"} {
				record := member(map[int]string{i: value})
				tape := newTape(64, s.plan)
				if err := tape.read(record); err != nil {
					t.Fatal(err)
				}
				if wrong := disagreement(s.plan, s.judge, record); wrong != "" || tape.judge(s.plan.root, 0) == unknown {
					t.Errorf("of %d names, with m%d %q: %s", count, i, value, wrong)
				}
			}
		}
		extra := []byte(strings.Replace(string(member(nil)), "{", `{"zz":1,`, 1))
		tape := newTape(64, s.plan)
		tape.read(extra)
		if tape.judge(s.plan.root, 0) != no {
			t.Errorf("of %d names, another one is let pass", count)
		}
	}
}
