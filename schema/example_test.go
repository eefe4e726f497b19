package schema_test

import (
	"fmt"

	"github.com/factcite/factcite/schema"
)

func ExampleSchema_Check() {
	record := []byte(`{"fact_type": "referense", "content": "The paper 'Felt rims' …", "sources": [{"uri": "felt rims"}]}`)
	violations, err := schema.Default(nil).Check(record)
	if err != nil {
		fmt.Println("not checked:", err)
	}
	for _, v := range violations {
		fmt.Printf("%s (bytes %d to %d): %s\n", v.Pointer, v.Start, v.End, v.Message)
	}
	// Output:
	// /fact_type (bytes 14 to 25): fact_type is "referense", want one of claim, account, measurement, formula, quote, procedure, reference, code, image, perspective (did you mean "reference"?)
	// /sources/0/uri (bytes 87 to 98): sources[0].uri is "felt rims", want an absolute URI without spaces, such as "https://example.org/felt"
}

func ExampleCompile() {
	_, err := schema.Compile("notes.schema.json", []byte(`{
  "type": "object",
  "requird": ["text"]
}`), nil)
	fmt.Println(err)
	// Output:
	// notes.schema.json:3:3: /requird: "requird" is not a keyword, and would be ignored (did you mean "required"?); begin the names of your own members with "x-"
}
