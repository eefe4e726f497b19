package trial

// Example is a text to try, and the name of the file that it might be of.
type Example struct{ Label, Name, Text string }

// Examples are what the page offers to try, the first of which it starts with.
func Examples() []Example {
	return []Example{
		{"Sentences", "notes.txt", `The paper 'Felt rims on oak floors' by Ana Roe and F. Uhl was published in the Proceedings of the 2023 Conference on Quiet Carts, pp. 121–104. Its code is at https://github.com/example/felt-rims.

Rolling without sound (Roe, 2019) is cited. The paper "A history of casters" appeared in The Thirteenth International Conference on Learning Representations.
`},
		{"Reference list", "references.md", `# References

1. Roe, A., & Uhl, F. (2019). Rolling without sound. *Journal of Library Furniture*, 12(3), 45–61. https://doi.org/10.5555/roll.2019
2. Uhl F. The book of wheels. 2nd ed. Berlin: Springer; 2010. ISBN 978-3-16-148410-1.
3. N. Marsh, "Casters and kerbs," in *Proc. Conf. Quiet Carts*, 2021, pp. 7–19.
4. M. Okoye and A. Roe. 2024. Felt at scale. arXiv:2402.10379.
`},
		{".bib", "refs.bib", `@inproceedings{roe2021casters,
  author    = {Roe, Ana and Marsh, Nils},
  title     = {Casters and kerbs},
  booktitle = {Proceedings of the Conference on Quiet Carts},
  year      = 2021,
  pages     = {121--104}
}

@book{uhl2010wheels,
  title     = {The book of wheels},
  author    = {Uhl, F.},
  publisher = {Springer},
  isbn      = {978-3-16-148410-1},
  year      = 2010
}
`},
		{"JSON Lines", "facts.jsonl", `{"id":"f1","fact_type":"reference","content":"The paper 'Rolling without sound' was published in the Journal of Library Furniture in 2019.","sources":[{"uri":"https://carts.example.org/quiet"}]}
{"id":"f2","fact_type":"reference","content":"'Rolling without sound' is by Ana Roe and appeared in 2020.","sources":[{"uri":"https://carts.example.org/quiet"}]}
{"id":"f3","fact_type":"claim","content":"Felt rims are quiet on oak floors (Uhl, 2010).","sources":[{"title":"Notes on carts"}]}
`},
	}
}
