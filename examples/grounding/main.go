// Command grounding compares what a fact states with the text of its source, from a
// program of your own.
package main

import (
	"fmt"

	"github.com/factcite/factcite/ground"
)

const text = `Felt rims keep book carts quiet. In a trial of 48 reading rooms, carts with felt rims had a
median sound level of 31 dB, compared with 44 dB for bare steel rims. The effect did not de-
pend on the floor [12]. Ana Ortega first described them in 2019.`

func main() {
	source := ground.NewText(ground.Reading{Text: text}) // once, for any number of facts
	for _, fact := range []ground.Statement{
		{Content: "“The effect did not depend on the floor.”", Quotation: true},
		{Content: "“The effect did depend on the floor.”", Quotation: true},
		{Content: "Ana Ortega found that felt rims bring the sound level to 28 dB."},
		{Content: "Felt rims were 13 dB quieter than steel rims."},
	} {
		result := ground.Check(source, fact)
		fmt.Printf("%s: %s\n", fact.Content, result.Verdict())
		for _, a := range result.Anchors {
			for _, d := range a.Differences {
				fmt.Printf("  %s %q, in the text %q\n", d.Kind, fact.Content[d.Stated[0]:d.Stated[1]], text[d.Found.Start:d.Found.End])
			}
			if a.Kind == ground.Number && a.Verdict == ground.Absent && a.At != nil {
				fmt.Printf("  %q, in the text %q\n", fact.Content[a.Span[0]:a.Span[1]], text[a.At.Start:a.At.End])
			}
		}
	}
}
