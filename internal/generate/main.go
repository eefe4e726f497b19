// Command generate writes a large file of invented fact records, or of invented
// works in the form of dblp.xml, for benchmarks:
//
//	go run ./internal/generate -n 1000000 > facts.jsonl
//	go run ./internal/generate -works 3000000 > dblp.xml
//
// The same count and seed give the same bytes.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"

	"github.com/factcite/factcite/internal/generate/dblp"
	"github.com/factcite/factcite/internal/generate/facts"
)

func main() {
	count := flag.Int("n", 1000, "how many `records` to write")
	works := flag.Int("works", 0, "how many `works` to write, instead of records")
	seed := flag.Uint64("seed", 1, "where the invention starts")
	bad := flag.Float64("bad", 0.01, "share of records with something wrong in them")
	flag.Parse()
	var err error
	if *works > 0 {
		err = dblp.Write(os.Stdout, *seed, *works)
	} else {
		err = write(*count, facts.Options{Seed: *seed, Bad: *bad})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(2)
	}
}

func write(count int, opts facts.Options) error {
	w := bufio.NewWriterSize(os.Stdout, 1<<20)
	for line := range facts.Lines(count, opts) {
		w.Write(line)
		w.WriteByte('\n')
	}
	return w.Flush()
}
