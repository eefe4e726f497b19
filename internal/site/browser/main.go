//go:build js && wasm

// Command browser is what the page to try factcite runs, as WebAssembly. It sets the
// function factcite(name, text), which returns the JSON of a trial.Result, or of
// {"error": why}.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"syscall/js"
	"time"

	"github.com/factcite/factcite/internal/site/trial"
)

func main() {
	js.Global().Set("factcite", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return read(args[0].String(), args[1].String())
	}))
	select {} // the function stays
}

func read(name, text string) (answer string) {
	defer func() {
		if fault := recover(); fault != nil {
			answer = failed(fmt.Sprint("this should not have happened: ", fault))
		}
	}()
	result, err := trial.Read(context.Background(), name, text, time.Now())
	if err != nil {
		return failed(err.Error())
	}
	written, err := json.Marshal(result)
	if err != nil {
		return failed(err.Error())
	}
	return string(written)
}

func failed(why string) string {
	written, _ := json.Marshal(map[string]string{"error": why}) // which never fails
	return string(written)
}
