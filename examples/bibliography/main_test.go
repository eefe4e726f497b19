package main

func Example() {
	main()
	// Output:
	// @article{roe2021rolling,
	//   author = {Roe, Ana and Lind, Bo},
	//   title = {Rolling without sound},
	//   journal = {Journal of Library Furniture},
	//   volume = {12},
	//   pages = {45--61},
	//   year = {2021},
	//   x-facts = {f1 f2}
	// }
}
