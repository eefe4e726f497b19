package citation_test

import (
	"fmt"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
)

func ExampleBibReference() {
	f := bib.Read("refs.bib", []byte(`@inproceedings{rims, crossref = {carts}, author = "von Last, Jr, First and others", title = {Felt {R}ims}}
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
