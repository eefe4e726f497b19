package fact_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/factcite/factcite/fact"
)

const examplePage = `concept

felt-rim cart

Facts (2)

Sources

Keeping carts quiet carts.example.com Carts Weekly Mar 12, 2026 2 facts
claimsupportsFelt rims are quiet.
referenceThe paper 'Felt rims' was published in 2025.
`

func ExampleRead() {
	for item, err := range fact.Read(strings.NewReader(examplePage), "cart.txt", nil) {
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, problem := range item.Problems {
			fmt.Println(problem.Rule, problem.Message)
		}
		if r := item.Record; r != nil {
			fmt.Printf("%d:%d %s of %s: %s\n", item.Place.Line, item.Place.Column, r.Type, r.Sources[0].Domain, r.Content)
		}
	}
	// Output:
	// 10:1 claim of carts.example.com: Felt rims are quiet.
	// 11:1 reference of carts.example.com: The paper 'Felt rims' was published in 2025.
}

func ExampleRead_map() {
	input := strings.NewReader(`{"uid": "f1", "text": "Felt rims are quiet.", "kind": "claim", "source": {"url": "https://carts.example.com"}}`)
	options := &fact.Options{Map: map[string]string{
		"id": "/uid", "content": "/text", "fact_type": "/kind", "uri": "/source/url",
	}}
	for item, err := range fact.Read(input, "facts.jsonl", options) {
		if err != nil {
			fmt.Println(err)
			return
		}
		os.Stdout.Write(item.AppendLine(nil))
	}
	// Output:
	// {"content":"Felt rims are quiet.","fact_type":"claim","id":"f1","sources":[{"uri":"https://carts.example.com"}]}
}

func ExampleItem_LocateContent() {
	input := strings.NewReader(`{"content": "\u201cFelt\u201d is quiet."}`)
	for item, err := range fact.Read(input, "facts.jsonl", nil) {
		if err != nil {
			fmt.Println(err)
			return
		}
		start := strings.Index(item.Record.Content, "quiet")
		from, to := item.LocateContent(start, start+len("quiet"))
		fmt.Printf("%s: columns %d to %d\n", from.Pointer, from.Column, to.Column)
	}
	// Output:
	// /content: columns 34 to 39
}

func ExampleDetect() {
	fmt.Println(fact.Detect([]byte(examplePage)), fact.Detect([]byte(`[{"content": "Felt rims are quiet."}]`)))
	// Output:
	// page json
}
