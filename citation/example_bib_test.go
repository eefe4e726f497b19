package citation_test

import (
	"fmt"

	"github.com/factcite/factcite/citation"
)

func ExampleReadBib() {
	f := citation.ReadBib("refs.bib", []byte(`@string{bern = "Bern Press"}
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

func ExampleBibReference() {
	f := citation.ReadBib("refs.bib", []byte(`@inproceedings{rims, crossref = {carts}, author = "von Last, Jr, First and others", title = {Felt {R}ims}}
@proceedings{carts, title = {Proceedings of the Tenth Workshop on Carts}, year = 1998}`))
	r, _ := citation.BibReference(f, &f.Entries[0])
	fmt.Println(r.Type, r.Title, r.Authors[0].Particle, r.Authors[0].Family, r.EtAl)
	fmt.Println(r.Container, r.Year)
	// Output:
	// inproceedings Felt Rims von Last true
	// Proceedings of the Tenth Workshop on Carts 1998
}

func ExampleUpdateBib() {
	old := `% kept by hand
@article{rims,
    title  = {Felt Rims},
    author = {Ferrum, Ada},
    year   = 1998,
}
`
	b := new(citation.Bibliography)
	b.Add("fact-1", &citation.Reference{Type: citation.Article, Title: "Felt rims", Authors: []citation.Name{{Given: "A.", Family: "Ferrum"}}, Year: "1999", Pages: "1–9"})
	u, err := citation.UpdateBib("refs.bib", []byte(old), b, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(u.Text))
	for _, d := range u.Disagreements {
		fmt.Println(d)
	}
	// Output:
	// % kept by hand
	// @article{rims,
	//     title  = {Felt Rims},
	//     author = {Ferrum, Ada},
	//     year   = 1998,
	//     pages  = {1--9},
	//     x-facts = {fact-1},
	// }
	// refs.bib:5:14: entry "rims" keeps year "1998", but fact "fact-1" states "1999"
}

func ExampleCitedKeys() {
	for _, k := range citation.CitedKeys("paper.tex", []byte(`See \citep[p.~9]{ferrum1999, aurum2001}. % \cite{old}`)) {
		fmt.Println(k.Line, k.Column, k.Key)
	}
	// Output:
	// 1 18 ferrum1999
	// 1 30 aurum2001
}
