// Command bench checks a JSON Lines file against a schema in one of three ways
// and prints the verdicts and the CPU seconds of the process:
//
//	go run ./internal/bench -with fast FILE    schema.Check, as it is
//	go run ./internal/bench -with exact FILE   schema.Check without its fast pass
//	go run ./internal/bench -with v5 FILE      jsonschema v5 on decoded records
//
// ajv.mjs beside it does the same with ajv.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/factcite/factcite/schema"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

func main() {
	with := flag.String("with", "fast", "`what` to check with: fast, exact or v5")
	schemaFile := flag.String("schema", "", "schema `file`; the default schema if empty")
	flag.Parse()
	runtime.GOMAXPROCS(1)
	if err := run(*with, *schemaFile, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

// checker reports whether a record is valid; an error means that it is not JSON.
type checker func(record []byte) (valid bool, err error)

func run(with, schemaFile, file string) error {
	text := schema.JSON()
	if schemaFile != "" {
		var err error
		if text, err = os.ReadFile(schemaFile); err != nil {
			return err
		}
	}
	check, err := newChecker(with, text)
	if err != nil {
		return err
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	var valid, invalid, unreadable int
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 1<<20), 16<<20)
	for lines.Scan() {
		switch ok, err := check(lines.Bytes()); {
		case err != nil:
			unreadable++
		case ok:
			valid++
		default:
			invalid++
		}
	}
	fmt.Printf("%s\tvalid %d\tinvalid %d\tunreadable %d\tCPU %.2f s\n", with, valid, invalid, unreadable, cpu().Seconds())
	return lines.Err()
}

func newChecker(with string, text []byte) (checker, error) {
	switch with {
	case "fast", "exact":
		s, err := schema.Compile("schema.json", text, &schema.Options{Exact: with == "exact"})
		return func(record []byte) (bool, error) {
			violations, err := s.Check(record)
			return len(violations) == 0, err
		}, err
	case "v5":
		return newV5(text)
	}
	return nil, fmt.Errorf("-with %s: want fast, exact or v5", with)
}

// newV5 is jsonschema v5 as its documentation has it used.
func newV5(text []byte) (checker, error) {
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	if err := c.AddResource("schema.json", bytes.NewReader(text)); err != nil {
		return nil, err
	}
	s, err := c.Compile("schema.json")
	return func(record []byte) (bool, error) {
		d := json.NewDecoder(bytes.NewReader(record))
		d.UseNumber()
		var v any
		if err := d.Decode(&v); err != nil {
			return false, err
		}
		return s.Validate(v) == nil, nil
	}, err
}

// cpu returns the time that the process has used so far.
func cpu() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
