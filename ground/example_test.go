package ground_test

import (
	"fmt"

	"github.com/factcite/factcite/ground"
)

func ExampleCheck() {
	source := ground.NewText(ground.Reading{Text: "In a trial of 48 reading rooms, carts with felt rims had a median sound level of 31 dB."})
	content := "In 48 reading rooms, felt rims brought the level to 28 dB."
	for _, a := range ground.Check(source, ground.Statement{Content: content}).Anchors {
		fmt.Printf("%s %q: %s\n", a.Kind, content[a.Span[0]:a.Span[1]], a.Verdict)
	}
	// Output:
	// number "48": borne out
	// number "28 dB": absent
}
