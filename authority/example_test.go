package authority_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/dump"
	"github.com/factcite/factcite/authority/index"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
)

// knownCarts builds an index of one work in a folder, and opens it.
func knownCarts(folder string) *index.Index {
	const records = `@article{roe2019felt, author = {Roe, Ana and Lind, Bo}, title = {Felt rims and quiet carts},
  journal = {Journal of Reading Rooms}, year = 2019, volume = 7, pages = {11--19}, doi = {10.99999/jrr.2019.7}}`
	path := filepath.Join(folder, "known.index")
	works := dump.Read(dump.File{Name: "carts.bib", Date: "2026-11", Reader: strings.NewReader(records)})
	if _, err := index.Build(context.Background(), path, []index.Source{{Name: "carts.bib", Works: works}}, nil); err != nil {
		log.Fatal(err)
	}
	known, err := index.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	return known
}

// What facts say of works is compared with an index; clients of public services, of the
// package online, may be in the catalogue beside it.
func ExampleNewCatalogue() {
	folder, err := os.MkdirTemp("", "")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	known := knownCarts(folder)
	defer known.Close()

	facts := strings.NewReader(`{"id":"f1","fact_type":"reference","content":"Ana Roe and Bo Lind published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2012, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.","sources":[{"uri":"https://carts.example.org/a"}]}`)
	result, err := validate.Check(context.Background(), validate.Facts(fact.Read(facts, "facts.jsonl", nil)), &validate.Options{Authority: authority.NewCatalogue(known)})
	if err != nil {
		log.Fatal(err)
	}
	defer result.Close()
	for finding, err := range result.Findings() {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(finding.Message)
	}
	// Output: the year of "Felt rims and quiet carts" is stated as "2012", and bib 2026-11 has "2019"
}

// A bibliography is written with what an index knows beyond what facts say.
func ExampleCatalogue_Fill() {
	folder, err := os.MkdirTemp("", "")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	known := knownCarts(folder)
	defer known.Close()

	var bibliography citation.Bibliography
	for _, reference := range citation.Parse("The paper 'Felt rims and quiet carts' was written by Ana Roe and Bo Lind.").References {
		bibliography.Add("f1", &reference)
	}
	catalogue := authority.NewCatalogue(known)
	err = bibliography.Write(os.Stdout, &citation.WriteOptions{NoProvenance: true, Complete: func(p *citation.Publication) {
		catalogue.Fill(context.Background(), p)
	}})
	if err != nil {
		log.Fatal(err)
	}
	if err := catalogue.Err(); err != nil {
		log.Fatal(err) // the index is damaged
	}
	// Output:
	// @article{roe-felt,
	//   author = {Roe, Ana and Lind, Bo},
	//   title = {Felt rims and quiet carts},
	//   journal = {Journal of Reading Rooms},
	//   volume = {7},
	//   pages = {11--19},
	//   year = {2019},
	//   doi = {10.99999/jrr.2019.7}
	// }
}
