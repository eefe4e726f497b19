// Package pdftext reads the text of PDF files, page by page and in reading order. It
// runs PDFium (https://pdfium.googlesource.com/pdfium/) as WebAssembly, without a
// file system and without a network, and knows nothing of what the text is for.
package pdftext

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// mostPages is how many pages of a file are read.
const mostPages = 5000

// mostMemory is how many pages of 64 KiB of memory the engine may have: 512 MiB. A file
// whose pages hold themselves asks for more.
const mostMemory = 512 << 20 >> 16

// longest is how long a file may be read: one that takes longer was made to.
const longest = time.Minute

// wait is how long a reader waits for the engine of another to be free.
const wait = 10 * time.Minute

// Reader reads PDF files. The zero value works; several goroutines may use it, one of which
// reads at a time. The engine starts with the first file, which takes some seconds
// without a Cache.
type Reader struct {
	// Cache is a folder that keeps the compiled engine for later runs; "" for none.
	Cache string

	// Tests set these.
	limit       time.Duration // for a file, if it is not longest
	interpreted bool          // and not compiled: the engine starts at once

	mu     sync.Mutex
	pool   pdfium.Pool
	engine pdfium.Pdfium
	stop   context.CancelFunc // ends the engine, whatever it does
}

// Pages returns the text of each page of a file: lines end with "\n", words that were cut at
// the end of a line are whole again, and running heads and page numbers are left out. An
// error says that the file cannot be read, as one that is encrypted or broken.
func (r *Reader) Pages(content []byte) ([]string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.start(); err != nil {
		return nil, err
	}
	watch := time.AfterFunc(cmp.Or(r.limit, longest), r.stop)
	pages, err := r.pages(content)
	if late := !watch.Stop(); err != nil {
		r.close() // what failed may have left the engine broken
		if reason, _, trapped := strings.Cut(err.Error(), "\nwasm stack trace:"); late || trapped {
			err = fmt.Errorf("%s; it holds itself or was made to be costly, and reading it was stopped", reason)
		}
		return nil, err
	}
	return withoutFurniture(pages), nil
}

func (r *Reader) pages(content []byte) ([]string, error) {
	opened, err := r.engine.OpenDocument(&requests.OpenDocument{File: &content})
	if err != nil {
		return nil, reason(err)
	}
	defer r.engine.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: opened.Document})
	count, err := r.engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, reason(err)
	}
	var pages []string
	for i := range min(count.PageCount, mostPages) {
		page, err := r.engine.GetPageText(&requests.GetPageText{Page: requests.Page{
			ByIndex: &requests.PageByIndex{Document: opened.Document, Index: i},
		}})
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, reason(err))
		}
		pages = append(pages, written.Replace(page.Text))
	}
	return pages, nil
}

// reason returns an error of PDFium without its number: "3: incorrect format".
func reason(err error) error {
	return errors.New(strings.TrimLeft(err.Error(), "0123456789: "))
}

// written replaces what PDFium has for a hyphen at a line's end, and the ligatures of fonts in
// the Cork encoding that do not say what their characters are.
var written = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x02", "", "\uFFFE", "", "\x1b", "ff", "\x1c", "fi", "\x1d", "fl", "\x1e", "ffi", "\x1f", "ffl", "\x00", "")

func (r *Reader) start() error {
	if r.engine != nil {
		return nil
	}
	config := wazero.NewRuntimeConfig()
	if r.interpreted {
		config = wazero.NewRuntimeConfigInterpreter()
	}
	config = config.WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(mostMemory).WithCloseOnContextDone(true)
	if r.Cache != "" {
		cache, err := wazero.NewCompilationCacheWithDir(r.Cache)
		if err != nil {
			return fmt.Errorf("cannot use the cache of the PDF engine: %w", err)
		}
		config = config.WithCompilationCache(cache)
	}
	ctx, stop := context.WithCancel(context.Background())
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx,
		MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), // nothing of the file system
		Stdout:   io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		stop()
		return fmt.Errorf("the PDF engine does not start: %w", err)
	}
	engine, err := pool.GetInstance(wait)
	if err != nil {
		stop()
		return errors.Join(fmt.Errorf("the PDF engine does not start: %w", err), pool.Close())
	}
	r.pool, r.engine, r.stop = pool, engine, stop
	return nil
}

// Close ends the engine.
func (r *Reader) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.close()
}

func (r *Reader) close() error {
	if r.engine == nil {
		return nil
	}
	err := errors.Join(r.engine.Close(), r.pool.Close())
	r.stop()
	r.engine, r.pool = nil, nil
	return err
}
