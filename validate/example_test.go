package validate_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
)

func ExampleCheck() {
	records := strings.NewReader(`{"id": "a1", "fact_type": "reference", "content": "The article 'Felt rims and quiet carts' was published in the Journal of Reading Rooms in 2019.", "sources": [{"uri": "https://carts.example.org/a"}]}`)
	result, err := validate.Check(context.Background(), validate.Facts(fact.Read(records, "facts.jsonl", nil)), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer result.Close()
	for finding, err := range result.Findings() {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%s:%d:%d: %s: %s [%s]\n", finding.Path, finding.Line, finding.Column, finding.Severity, finding.Message, finding.Rule)
	}
	// Output:
	// facts.jsonl:1:65: warning: no author is stated for "Felt rims and quiet carts" [missing-author]
	// facts.jsonl:1:65: info: no DOI, arXiv ID, ISBN, PMID or address is given for "Felt rims and quiet carts" [missing-identifier]
	// facts.jsonl:1:65: info: no pages are stated for "Felt rims and quiet carts" [missing-pages]
}

// A checker is built once, and then checks records as they come, one by one.
func ExampleChecker() {
	checker := validate.NewChecker(nil)
	records := strings.NewReader(`{"id": "a1", "fact_type": "claim", "content": "It rolls quietly.", "sources": [{"uri": "https://carts.example.org/a"}]}
{"id": "a2", "fact_type": "claim", "content": "Felt rims roll quietly.", "sources": [{"uri": "https://carts.example.org/a"}]}`)
	for input, err := range validate.Facts(fact.Read(records, "facts.jsonl", nil)) {
		if err != nil {
			fmt.Println(err)
			return
		}
		findings, err := checker.CheckOne(context.Background(), input)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%s: %d findings\n", input.Fact.Record.ID, len(findings))
	}
	// Output:
	// a1: 1 findings
	// a2: 0 findings
}
