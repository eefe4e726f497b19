// Command bibliography turns sentences into a .bib: it parses each one, merges
// what names the same work and writes an entry for each.
package main

import (
	"log"
	"os"

	"github.com/factcite/factcite/citation"
)

var sentences = map[string]string{
	"f1": "Ana Roe and Bo Lind published 'Rolling without sound' in the Journal of Library Furniture in 2021.",
	"f2": "The article 'Rolling without sound' appeared in volume 12, pages 45–61.",
}

func main() {
	var bibliography citation.Bibliography
	for _, id := range []string{"f1", "f2"} {
		for _, reference := range citation.Parse(sentences[id]).References {
			bibliography.Add(id, &reference)
		}
	}
	if err := bibliography.Write(os.Stdout, nil); err != nil {
		log.Fatal(err)
	}
}
