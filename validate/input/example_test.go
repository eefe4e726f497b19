package input_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// The facts of a folder, whatever their forms, are checked; os.DirFS is a folder of the
// system.
func ExampleReader_ReadFS() {
	folder := fstest.MapFS{
		"facts/carts.jsonl": {Data: []byte(`{"id":"f1","fact_type":"reference","content":"The paper 'Rolling without sound' was published in the Journal of Library Furniture in 2019.","sources":[{"uri":"https://carts.example.org/quiet"}]}`)},
		"facts/refs.bib":    {Data: []byte("@book{roe2019, author = {Roe, Ana}, title = {Felt Rims}, year = 2019}")},
		"facts/cart.png":    {Data: []byte("\x89PNG")},
	}
	ctx := context.Background()
	result, err := validate.Check(ctx, input.NewReader(nil).ReadFS(ctx, folder, "facts"), nil)
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
		if finding.Severity == validate.Warning {
			fmt.Println(finding.Path, finding.Rule)
		}
	}
	// Output:
	// facts/carts.jsonl missing-author
}
