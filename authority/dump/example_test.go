package dump_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/dump"
)

func ExampleRead() {
	file := dump.File{Name: "carts.jsonl", Date: "2026-09", Reader: strings.NewReader(`
{"DOI":"10.5555/CARTS.7","type":"journal-article","title":["Felt <i>rims</i>"],"container-title":["Journal of Wheels"],"issued":{"date-parts":[[2023,5]]}}
{"DOI":"10.5555/carts.8","type":"journal-article","title":["Cut in the mid
{"DOI":"10.5555/carts.9","type":"journal-article","title":["Retraction of rims"],"update-to":[{"DOI":"10.5555/carts.7","type":"retraction"}]}
`)}
	for work, err := range dump.Read(file) {
		var passedOver *authority.RecordError
		switch {
		case errors.As(err, &passedOver):
			fmt.Println("passed over:", err)
		case err != nil:
			fmt.Println("ended:", err)
		default:
			fmt.Printf("%s: %s %q %v %v (%s)\n", work.Record.DOI, work.Status, work.Record.Title, work.Venues, work.Years, work.Origin)
		}
	}
	// Output:
	// 10.5555/carts.7: published "Felt rims" [Journal of Wheels] [2023] (crossref 2026-09)
	// passed over: carts.jsonl: record 2 (line 3): the control character "\n" stands in a string that starts 15 bytes before it; write it as an escape, or close the string
	// 10.5555/carts.9: published "Retraction of rims" [] [] (crossref 2026-09)
	// 10.5555/carts.7: retracted "" [] [] (crossref 2026-09)
}
