package schema

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/generate/facts"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// rounds returns how often a random comparison is made: few times, or with
// FACTCITE_LONG set as many as find what is rare.
func rounds(few, many int) int {
	if os.Getenv("FACTCITE_LONG") != "" {
		return many
	}
	return few
}

func sortedKeys[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

// disagreement returns what a plan says of a record that jsonschema v5 does not; ""
// if they agree or the plan does not know. It looks at yes and at no, since a
// rule may be applied under not and if.
func disagreement(p *plan, judge *jsonschema.Schema, record []byte) string {
	t := newTape(64, p)
	if t.read(record) != nil || t.unclean {
		return ""
	}
	verdict := t.judge(p.root, 0)
	if verdict == unknown {
		return ""
	}
	value, err := decode(record)
	if err != nil {
		return fmt.Sprintf("the tape reads what encoding/json does not: %v", err)
	}
	err = judge.Validate(value)
	switch _, invalid := err.(*jsonschema.ValidationError); {
	case verdict == yes && err != nil:
		return fmt.Sprintf("the plan accepts what jsonschema v5 refuses: %v", err)
	case verdict == no && !invalid:
		return fmt.Sprintf("the plan refuses what jsonschema v5 does not: %v", err)
	}
	return ""
}

// pairs draws schemas and for each of them some records, until visit returns false.
func pairs(seed uint64, schemas, records int, visit func(text []byte, p *plan, judge *jsonschema.Schema, record []byte) bool) {
	for n := range schemas {
		g := newGambler(seed + uint64(n))
		root := g.rootSchema()
		text, err := json.Marshal(root)
		if err != nil {
			panic(err)
		}
		judge, err := compileJudge("s.json", "s.json", text, nil, new([]*SchemaError), new(documents))
		if err != nil {
			continue // a loop, or a contradiction that the meta-schema finds
		}
		p := newPlan(judge)
		for range records {
			var b strings.Builder
			g.write(&b, g.fitting(root, root, 5))
			if !visit(text, p, judge, []byte(b.String())) {
				return
			}
		}
	}
}

func TestPlanAgreesWithV5OnRandomSchemas(t *testing.T) {
	var accepted, refused, left int
	pairs(1, rounds(400, 3000), 20, func(text []byte, p *plan, judge *jsonschema.Schema, record []byte) bool {
		if d := disagreement(p, judge, record); d != "" {
			t.Errorf("%s\nschema %s\nrecord %s", d, text, record)
		}
		tape := newTape(64, p)
		tape.read(record)
		switch {
		case tape.unclean:
			left++
		default:
			switch tape.judge(p.root, 0) {
			case yes:
				accepted++
			case no:
				refused++
			default:
				left++
			}
		}
		return !t.Failed()
	})
	t.Logf("accepted %d, refused %d, left to jsonschema v5 %d", accepted, refused, left)
	if accepted < refused/4 || left > (accepted+refused)/2 {
		t.Errorf("the records hardly try the plan: accepted %d, refused %d, left %d", accepted, refused, left)
	}
}

// What the plan says is wrong is what jsonschema v5 says, put into the same words.
func TestReportsAgreeWithV5OnRandomSchemas(t *testing.T) {
	var fast, exact *Schema
	explained, left := 0, 0
	pairs(100_000, rounds(300, 1500), 20, func(text []byte, p *plan, judge *jsonschema.Schema, record []byte) bool {
		if exact == nil || exact.judge != judge {
			fast, exact = newSchema(judge, &Options{}), newSchema(judge, &Options{Exact: true})
		}
		tape := newTape(64, p)
		if tape.read(record) == nil && !p.accepts(tape) {
			if _, known := p.failures(tape); known {
				explained++
			} else {
				left++
			}
		}
		checkBoth(t, fast, exact, record)
		if t.Failed() {
			t.Logf("schema %s", text)
		}
		return !t.Failed()
	})
	t.Logf("explained %d, left to jsonschema v5 %d", explained, left)
	if explained < left/4 {
		t.Errorf("the plan explains too little: %d, left %d", explained, left)
	}
}

func FuzzSchema(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed << 32)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		pairs(seed, 1, 50, func(text []byte, p *plan, judge *jsonschema.Schema, record []byte) bool {
			if d := disagreement(p, judge, record); d != "" {
				t.Errorf("%s\nschema %s\nrecord %s", d, text, record)
			}
			checkBoth(t, newSchema(judge, &Options{}), newSchema(judge, &Options{Exact: true}), record)
			return true
		})
	})
}

// checkBoth demands of a record what the fast pass promises: Check says with it
// what Check says without it.
func checkBoth(t *testing.T, fast, exact *Schema, record []byte) {
	t.Helper()
	got, err := fast.Check(record)
	want, wantErr := exact.Check(record)
	if (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
		t.Fatalf("error %v, exactly %v: %q", err, wantErr, record)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%q (-exact +fast):\n%s", record, diff)
	}
	if json.Valid(record) && err != nil {
		if !strings.Contains(err.Error(), "more than") && !strings.Contains(err.Error(), "exponent") {
			t.Fatalf("refused valid JSON: %v: %q", err, record)
		}
	}
	if !json.Valid(record) && err == nil {
		t.Fatalf("took invalid JSON: %q", record)
	}
	for _, v := range got {
		if v.Start < 0 || v.End < v.Start || v.End > len(record) || v.Message == "" || v.Keyword == "" {
			t.Fatalf("%+v of %q", v, record)
		}
	}
}

// mutated returns a record with a few random changes.
func (g gambler) mutated(record []byte) []byte {
	record = slices.Clone(record)
	for range g.IntN(3) + 1 {
		at := g.IntN(len(record) + 1)
		end := min(len(record), at+g.IntN(12))
		switch g.IntN(6) {
		case 0:
			record = slices.Delete(record, at, end)
		case 1:
			record = slices.Insert(record, at, byte(g.IntN(256)))
		case 2:
			record = slices.Insert(record, at, []byte(one(g, `"`, `\`, `{}`, `[]`, `,`, `null`, `1e9`, `""`, `\u0041`, `\ud800`, ` `, "\xc3\xa4", `"id":7,`, `"content":"",`, `-`, `true`, `1.5e-3`, `{"id":`))...)
		case 3:
			if at < len(record) {
				record[at] ^= 1 << g.IntN(8)
			}
		case 4:
			from := g.IntN(len(record) + 1)
			record = slices.Insert(record, at, record[from:min(len(record), from+g.IntN(40))]...)
		case 5:
			old, new := one(g, "null", "true", "claim", "reference", `:"`, "http", "2026"), one(g, "7", `""`, "[]", "{}", "null", " ", `"clam"`, "é")
			record = []byte(strings.Replace(string(record), old, new, 1))
		}
		if len(record) == 0 {
			return record
		}
	}
	return record
}

func TestCheckAgreesWithExactModeOnMutatedRecords(t *testing.T) {
	fast, exact := Default(nil), Default(&Options{Exact: true})
	var all [][]byte
	for record := range facts.Lines(200, facts.Options{Seed: 3, Bad: 0.1}) {
		all = append(all, slices.Clone(record))
	}
	g := newGambler(5)
	for range rounds(2000, 10_000) {
		checkBoth(t, fast, exact, g.mutated(one(g, all...)))
	}
}

func FuzzRecord(f *testing.F) {
	for record := range facts.Lines(30, facts.Options{Seed: 4, Bad: 0.5}) {
		f.Add(slices.Clone(record))
	}
	for _, record := range []string{
		``, `{}`, `[]`, `null`, `"\ud83d\ude00"`, `"\ud800"`, "\"\xff\"", `{"a":1,"a":2}`, `{"\u0061":1}`, `1e400`, `-0`, `[[[[]]]]`,
		`{"fact_type":"claim","content":"x","sources":[{}],"embedding":[1,2.5,-3e-5]}`,
		`{"fact_type":"claim","content":"x","sources":[{}],"metadata":{"a":{"b":[1,{"c":null}]}}}`,
	} {
		f.Add([]byte(record))
	}
	fast, exact := Default(nil), Default(&Options{Exact: true})
	f.Fuzz(func(t *testing.T, record []byte) { checkBoth(t, fast, exact, record) })
}

// A record of a form without fact types is what it would be with one.
func TestCheckUntypedAsksForAllButTheType(t *testing.T) {
	s, exact := Default(nil), Default(&Options{Exact: true})
	g := newGambler(6)
	for record := range facts.Lines(rounds(300, 2000), facts.Options{Seed: 8, Bad: 0.3}) {
		text := strings.Replace(string(g.mutated(record)), `"fact_type"`, `"kind"`, g.IntN(2))
		got, err := s.CheckUntyped([]byte(text))
		all, wantErr := exact.Check([]byte(text))
		want := slices.DeleteFunc(all, func(v Violation) bool { return v.Member == "fact_type" && v.Pointer == "" })
		if (err == nil) != (wantErr == nil) || len(got) != len(want) || len(got) > 0 && !cmp.Equal(got, want) {
			t.Fatalf("%s: %v %v, want %v %v", text, got, err, want, wantErr)
		}
	}
}

func TestAutomatonAgreesWithRegexp(t *testing.T) {
	g := newGambler(9)
	seen := map[string]bool{}
	for range 3000 {
		pattern := g.pattern()
		if g.IntN(2) == 0 {
			pattern = "(" + pattern + ")" + one(g, "", "*", "?", "{2}", "|") + g.pattern()
		}
		expression, err := regexp.Compile(pattern)
		if err != nil {
			continue
		}
		a, ok := newAutomaton(pattern)
		seen[fmt.Sprint(ok)] = true
		for range 30 {
			text := g.text() + one(g, "", "\n", g.text())
			if ok && a.match([]byte(text)) != expression.MatchString(text) {
				t.Fatalf("%q on %q", pattern, text)
			}
		}
	}
	if len(seen) != 2 {
		t.Errorf("every pattern alike: %v", seen)
	}
}

// A user's schema is read with care too: it compiles or is refused with a reason,
// and one that compiles can check.
func FuzzCompile(f *testing.F) {
	f.Add(string(JSON()), []byte(`{}`))
	for seed := range uint64(10) {
		text, _ := json.Marshal(newGambler(seed).rootSchema())
		f.Add(string(text), []byte(`{"a":[1,"b"]}`))
	}
	for _, text := range []string{
		`{"$ref":"#"}`, `{"$id":"a","$ref":"b"}`, `{"$schema":"http://json-schema.org/draft-04/schema#","id":"#x"}`, `{"$ref":"#/%"}`, `{"pattern":"("}`,
		`{"$anchor":"a","$dynamicRef":"#a"}`, `{"$schema":"https://json-schema.org/draft/2019-09/schema","$recursiveRef":"#","$recursiveAnchor":true}`,
	} {
		f.Add(text, []byte(`1`))
	}
	f.Fuzz(func(t *testing.T, text string, record []byte) {
		s, err := Compile("s.json", []byte(text), nil)
		if err != nil {
			if err.Error() == "" {
				t.Error("refused without a reason")
			}
			return
		}
		checkBoth(t, s, newSchema(s.judge, &Options{Exact: true}), record)
	})
}
