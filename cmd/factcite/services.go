package main

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/online"
)

// cacheAge is how old a kept answer may be before it is asked for again: long
// enough for all runs on one paper, and for a work that comes out to be noticed.
const cacheAge = 30 * 24 * time.Hour

// serviceFlags are the flags that allow to ask public services.
type serviceFlags struct {
	online  bool
	offline bool
	cache   string
	contact string

	cachesMore bool // without services, cache is for what is known of files
}

func (f *serviceFlags) register(flags *pflag.FlagSet) {
	flags.BoolVar(&f.online, "online", false, "ask public services such as Crossref and arXiv too, and keep their answers")
	flags.BoolVar(&f.offline, "offline", false, "fetch nothing: answer for these services from kept answers alone, and fail where one is missing")
	flags.StringVar(&f.cache, "cache", "", "keep answers in the folder `DIR` (factcite in the user's cache folder)")
	flags.StringVar(&f.contact, "contact", "", "`MAIL` address that is sent to the services with --online ($FACTCITE_CONTACT)")
}

// keepsParts reports whether the cache is for what is known of files.
func (f *serviceFlags) keepsParts() bool {
	return f.cachesMore && f.cache != "" && !f.online && !f.offline
}

// services are the public services that a run may ask.
type services struct {
	authorities []authority.Authority
	fetch       bool // else what is kept is all there is
	cache       *os.Root
}

// open returns the services; nil if the flags do not name them.
func (f *serviceFlags) open() (*services, error) {
	if f.online && f.offline {
		return nil, errors.New("--online fetches answers and --offline fetches none; name one of them")
	}
	if !f.online && !f.offline {
		if f.cache != "" && !f.keepsParts() || f.contact != "" {
			return nil, errors.New("--cache and --contact are for asking public services: add --online or --offline")
		}
		return nil, nil
	}
	options := online.Options{Agent: "factcite/" + version(), MaxAge: cacheAge}
	if !f.offline {
		if options.Contact = cmp.Or(f.contact, os.Getenv("FACTCITE_CONTACT")); options.Contact == "" {
			return nil, errors.New("--online needs a contact, as the services ask for a mail address at which whoever sends requests can be reached: name yours with --contact MAIL or in FACTCITE_CONTACT")
		}
		options.Transport = network()
		options.OpenAlexKey = strings.TrimSpace(os.Getenv("FACTCITE_OPENALEX_KEY"))
		options.SemanticScholarKey = strings.TrimSpace(os.Getenv("FACTCITE_S2_KEY"))
		options.NCBIKey = strings.TrimSpace(os.Getenv("FACTCITE_NCBI_KEY"))
		options.OpenReviewToken = strings.TrimSpace(os.Getenv("FACTCITE_OPENREVIEW_TOKEN"))
	}
	cache, err := f.openCache()
	if err != nil {
		return nil, err
	}
	options.Cache = cache
	client, err := online.NewClient(options)
	if err != nil {
		cache.Close()
		return nil, err
	}
	return &services{authorities: online.Services(client), fetch: !f.offline, cache: cache}, nil
}

// network is the only way of this program to the network. It goes through the
// proxies that the environment names.
func network() *http.Transport {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.Proxy = http.ProxyFromEnvironment
	return transport
}

// openCache opens the folder of kept answers, which is made unless nothing will
// be kept in it.
func (f *serviceFlags) openCache() (*os.Root, error) {
	folder := f.cache
	if folder == "" {
		caches, err := os.UserCacheDir()
		if err != nil {
			return nil, fmt.Errorf("no folder to keep answers in: %w; name one with --cache DIR", err)
		}
		folder = filepath.Join(caches, "factcite")
	}
	if !f.offline {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return nil, fmt.Errorf("cannot keep answers: %w; name another folder with --cache DIR", err)
		}
	}
	cache, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("no kept answers: %w; run once with --online, or name their folder with --cache DIR", err)
	}
	return cache, nil
}

func (s *services) close() {
	if s != nil {
		s.cache.Close()
	}
}
