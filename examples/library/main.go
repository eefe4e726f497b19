// Command library checks facts from a program of your own: it imports the
// packages, reads records, runs the rules and prints the warnings.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
)

const facts = `{"id":"f1","fact_type":"reference","content":"The paper 'Rolling without sound' by A. Roe was published in the Journal of Library Furniture.","sources":[{"title":"Quiet carts","uri":"https://carts.example.org/quiet"}]}
{"id":"f2","fact_type":"claim","content":"A felt rim is quiet on oak.","sources":[{"title":"Quiet carts","uri":"https://carts.example.org/quiet"}]}
`

func main() {
	items := fact.Read(strings.NewReader(facts), "facts.jsonl", nil)
	result, err := validate.Check(context.Background(), validate.Facts(items), nil)
	if err != nil {
		log.Fatal(err)
	}
	defer result.Close()
	for finding, err := range result.Findings() {
		if err != nil {
			log.Fatal(err)
		}
		if finding.Severity == validate.Warning {
			fmt.Fprintf(os.Stdout, "%s:%d: %s\n", finding.Path, finding.Line, finding.Rule)
		}
	}
}
