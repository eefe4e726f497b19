package schema_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/schema"
)

// The printed schema calls the same texts blank in the regular expressions of
// ECMA-262 and in RE2, whose \s differ, and both call blank what Unicode does.
func TestBlankIsTheSameEverywhere(t *testing.T) {
	var printed struct {
		Properties struct {
			Content struct{ Pattern string }
		}
		Defs struct {
			Concept struct {
				Properties struct {
					Name struct{ Pattern string }
				}
			}
		} `json:"$defs"`
	}
	if err := json.Unmarshal(schema.JSON(), &printed); err != nil {
		t.Fatal(err)
	}
	pattern := printed.Properties.Content.Pattern
	if other := printed.Defs.Concept.Properties.Name.Pattern; other != pattern {
		t.Errorf("a name is blank by %q, a content by %q", other, pattern)
	}
	if !strings.Contains(pattern, `\s`) {
		t.Fatalf("%q does not speak of \\s", pattern)
	}
	asRE2 := regexp.MustCompile(pattern)
	rest := regexp.MustCompile(strings.Replace(pattern, `\s`, "", 1))
	for r := range rune(unicode.MaxRune + 1) {
		if !utf8.ValidRune(r) {
			continue
		}
		text := string(r)
		inECMA := rest.MatchString(text) && !isSpaceOfECMA(r)
		want := !unicode.IsSpace(r) && r != '\uFEFF'
		if inRE2 := asRE2.MatchString(text); inRE2 != want || inECMA != want {
			t.Errorf("%U: not blank is %t, in RE2 %t, in ECMA-262 %t", r, want, inRE2, inECMA)
		}
	}
}

// isSpaceOfECMA reports whether \s matches r in ECMA-262, section 22.2.2.9: WhiteSpace or
// LineTerminator.
func isSpaceOfECMA(r rune) bool {
	return strings.ContainsRune("\t\v\f \uFEFF\n\r\u2028\u2029", r) || unicode.Is(unicode.Zs, r)
}

func TestBlankContents(t *testing.T) {
	for _, exact := range []bool{false, true} {
		s := schema.Default(&schema.Options{Exact: exact})
		for content, want := range map[string]int{
			"": 1, " \t": 1, "\v": 1, "\u00a0": 1, "\u0085": 1, "\u2028\u3000": 1, "\ufeff": 1,
			"x": 0, " é ": 0, "\u3000日": 0, "\u200b": 0,
		} {
			text, _ := json.Marshal(content)
			record := `{"fact_type":"claim","content":` + string(text) + `,"sources":[{}]}`
			if got, err := s.Check([]byte(record)); err != nil || len(got) != want {
				t.Errorf("exact %v: %q: %q, %v, want %d violations", exact, content, told(got), err, want)
			}
		}
	}
}
