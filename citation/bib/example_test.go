package bib_test

import (
	"fmt"
	"strings"

	"github.com/factcite/factcite/citation/bib"
)

func ExampleRead() {
	f := bib.Read("refs.bib", []byte(`@string{bern = "Bern Press"}
@book{ferrum1999, title = {Rims}, publisher = bern # " & Sons"
  year = 1999}
@book{aurum2001, title = {Wheels}}
`))
	for _, e := range f.Entries {
		fmt.Println(e.Line, e.Key, len(e.Fields))
	}
	fmt.Println(f.Entries[0].Field("publisher").Value)
	for _, e := range f.Errors {
		fmt.Printf("%s:%d:%d: %s [%s]\n", f.Path, e.Line, e.Column, e.Message, e.Rule)
	}
	// Output:
	// 2 ferrum1999 2
	// 4 aurum2001 1
	// Bern Press & Sons
	// refs.bib:3:3: expected "," or "}" but found "y" [bib-syntax]
}

func ExampleCitedKeys() {
	for _, k := range bib.CitedKeys("paper.tex", []byte(`See \citep[p.~9]{ferrum1999, aurum2001}. % \cite{old}`)) {
		fmt.Println(k.Line, k.Column, k.Key)
	}
	// Output:
	// 1 18 ferrum1999
	// 1 30 aurum2001
}

func ExampleReadFrom() {
	open := strings.NewReader("@book{roe2019, author = {Roe, Ana}, title = {Felt rims}, year = 2019}") // as os.Open returns
	file, err := bib.ReadFrom(open, "refs.bib", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, entry := range file.Entries {
		fmt.Println(entry.Type, entry.Key)
	}
	// Output:
	// book roe2019
}
