package ground_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/factcite/factcite/ground"
)

// rulesOf are the ids of the rules that report what contradicts an anchor.
var rulesOf = map[ground.Kind]map[ground.Support]string{
	ground.Quotation: {ground.Absent: "quote-not-in-source", ground.Altered: "quote-altered", ground.OutOfOrder: "quote-out-of-order", ground.Opposed: "polarity-differs"},
	ground.Number:    {ground.Absent: "number-not-in-source"},
	ground.Date:      {ground.Absent: "date-not-in-source"},
	ground.Name:      {ground.Absent: "name-not-in-source"},
	ground.Polarity:  {ground.Opposed: "polarity-differs"},
}

// Each case is a fact of its own kind over an invented text, with the rules that must and
// must not report it.
func TestCases(t *testing.T) {
	file, err := os.Open("testdata/cases.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var c struct {
			ID, Kind, Fact string
			Type           string `json:"fact_type"`
			Text           string `json:"source_text"`
			Must           []string
			MustNot        []string `json:"must_not"`
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		r := ground.Check(ground.NewText(ground.Reading{Text: c.Text}), ground.Statement{Content: c.Fact, Quotation: c.Type == "quote"})
		var reported []string
		for _, a := range r.Anchors {
			if rule := rulesOf[a.Kind][a.Verdict]; rule != "" {
				reported = append(reported, rule)
			}
			if a.Cut {
				reported = append(reported, "quote-cut-word")
			}
		}
		for _, rule := range c.Must {
			if !slices.Contains(reported, rule) {
				t.Errorf("%s, %s: %s does not report %q", c.ID, c.Kind, rule, c.Fact)
			}
		}
		for _, rule := range c.MustNot {
			if slices.Contains(reported, rule) {
				t.Errorf("%s, %s: %s reports %q", c.ID, c.Kind, rule, c.Fact)
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}
