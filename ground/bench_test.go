package ground_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/factcite/factcite/ground"
)

// invented returns a text of about that many bytes, of sentences with names, numbers and
// dates.
func invented(random *rand.Rand, size int) (text string, sentences []string) {
	nouns := strings.Fields("mill river turbine council bridge school harvest railway harbour archive wheel valley quarry orchard chapel market meadow lantern ferry granary")
	verbs := strings.Fields("raised measured repaired counted described surveyed painted closed rebuilt inherited")
	names := strings.Fields("Sjoholm Dahl Berg Falk Lund Ortega Brandt Lindqvist Moreau Tanaka Novak Rossi")
	places := strings.Fields("Torrby Harby Vessby Marburg Lindholm Malmvik Arnstad Kallby")
	var b strings.Builder
	for b.Len() < size {
		s := fmt.Sprintf("In %d the %s of %s %s the %s near %s, which cost %d,%03d crowns and took %d months of work by %s %s.",
			1800+random.IntN(220), nouns[random.IntN(len(nouns))], places[random.IntN(len(places))], verbs[random.IntN(len(verbs))],
			nouns[random.IntN(len(nouns))], places[random.IntN(len(places))], 1+random.IntN(90), random.IntN(1000), 2+random.IntN(40),
			names[random.IntN(len(names))], nouns[random.IntN(len(nouns))])
		sentences = append(sentences, s)
		b.WriteString(s)
		b.WriteByte(" \n"[random.IntN(2)])
	}
	return b.String(), sentences
}

func BenchmarkNewText(b *testing.B) {
	text, _ := invented(rand.New(rand.NewPCG(1, 2)), 100<<10)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		ground.NewText(ground.Reading{Text: text})
	}
}

// The numbers and dates of a text are read when a statement has some.
func BenchmarkNumbersOfText(b *testing.B) {
	text, sentences := invented(rand.New(rand.NewPCG(1, 2)), 100<<10)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		ground.Check(ground.NewText(ground.Reading{Text: text}), ground.Statement{Content: sentences[0]})
	}
}

func BenchmarkCheck(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	text, sentences := invented(random, 50<<10)
	source := ground.NewText(ground.Reading{Text: text})
	altered := make([]string, len(sentences))
	for i, s := range sentences {
		altered[i] = strings.Replace(s, "months", "years", 1)
	}
	for _, c := range []struct {
		name  string
		facts []string
		quote bool
	}{
		{"claims", sentences, false}, {"quotations", sentences, true}, {"altered quotations", altered, true},
	} {
		b.Run(c.name, func(b *testing.B) {
			i := 0
			for b.Loop() {
				ground.Check(source, ground.Statement{Content: c.facts[i%len(c.facts)], Quotation: c.quote})
				i++
			}
		})
	}
}
