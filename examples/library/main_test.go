package main

func Example() {
	main()
	// Output:
	// facts.jsonl:1: missing-year
}
