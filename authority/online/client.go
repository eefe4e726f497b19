// Package online asks public services about published works in the way that their
// operators ask for, and keeps what they answer. What an answer says is read by the
// package record.
package online

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/mail"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/factcite/factcite/authority"
)

// ErrOffline is the error of a question whose answer is not in the cache, asked of
// a [Client] that may not fetch.
var ErrOffline error = &authority.UnusableError{Err: errors.New("not in the cache")}

// Options says how a [Client] reaches public APIs.
type Options struct {
	// Transport carries the requests. Without one nothing is ever fetched: what is
	// not in the cache fails with [ErrOffline]. No default takes its place, so that
	// who uses the network has said so.
	Transport http.RoundTripper

	// Contact is a mail address at which the operators of an API reach whoever runs
	// the program, as they ask for. It is needed to fetch, and never stored.
	Contact string

	// Agent names the program and its version, as in factcite/1.0; it is factcite if
	// empty.
	Agent string

	// Keys are what services gave their user, sent to them alone and never stored. They
	// answer without one, less often.
	OpenAlexKey, SemanticScholarKey, NCBIKey, OpenReviewToken string

	// Cache is a folder in which answers are kept as they came, also that nothing is
	// known; nil keeps nothing. It is closed by whoever opened it.
	Cache *os.Root

	// MaxAge is how old a kept answer may be while another one can be fetched; zero
	// sets no limit, and without a Transport there is none.
	MaxAge time.Duration
}

// Client asks public APIs in the way their operators ask for: one request at a
// time to each, in the pace that it allows, with a contact, longer waits where it
// is busy, and no request for what is in the cache. An API that fails several
// times is left alone for a while. Answers may have 8 MiB, take 30 seconds, and
// come from the host that was asked, or one that it is known to lead to. A Client may be
// used from several goroutines.
type Client struct {
	http    *http.Client // nil if nothing may be fetched
	contact string
	agent   string
	cache   *answerCache
	keys    map[string]string // by host

	answerTime time.Duration
	sleep      func(ctx context.Context, wait time.Duration) error

	mutex sync.Mutex
	hosts map[string]*host
}

// NewClient returns a client for [NewCrossref], [NewArXiv], [NewDataCite],
// [NewDBLP], [NewDOI], [NewOpenAlex], [NewOpenReview], [NewPubMed] and
// [NewSemanticScholar]. It fails if there is a Transport and no Contact, or the contact
// is no mail address.
func NewClient(options Options) (*Client, error) {
	c := &Client{contact: options.Contact, cache: &answerCache{folder: options.Cache}, hosts: map[string]*host{}, answerTime: answerTime, sleep: sleep}
	if options.Transport == nil {
		return c, nil
	}
	if c.contact == "" {
		return nil, errors.New("no contact: public APIs ask for a mail address at which whoever sends requests can be reached")
	}
	if !isMailAddress(c.contact) {
		return nil, fmt.Errorf("the contact %q is no mail address", c.contact)
	}
	c.agent = fmt.Sprintf("%s (mailto:%s)", cmp.Or(options.Agent, "factcite"), c.contact)
	c.http = &http.Client{Transport: options.Transport}
	c.cache.maxAge = options.MaxAge
	c.keys = map[string]string{
		openAlexAPI.host: options.OpenAlexKey, semanticScholarAPI.host: options.SemanticScholarKey,
		pubMedFetchAPI.host: options.NCBIKey, openReviewAPI.host: options.OpenReviewToken,
	}
	return c, nil
}

// isMailAddress reports whether a text is the address alone, fit for a header.
func isMailAddress(text string) bool {
	address, err := mail.ParseAddress(text)
	return err == nil && address.Address == text && !strings.ContainsAny(text, `()<>"\ `)
}

// ask returns the works that the answer to a question names, which is fetched
// unless the cache holds it.
func (c *Client) ask(ctx context.Context, q *question) ([]*authority.Work, error) {
	works, err := c.recall(q)
	if err == nil || c.http == nil {
		return works, err
	}
	h := c.host(q)
	a := h.join(q)
	defer h.forget(a)
	if err := h.enter(ctx); err != nil {
		return nil, err
	}
	defer h.leave()
	if a.done { // somebody asked for it together with their own
		return a.works, a.err
	}
	if err := h.rested(); err != nil {
		return nil, err
	}
	if works, err := c.recall(q); err == nil { // somebody asked the same meanwhile
		return works, nil
	}
	if err := c.sleep(ctx, h.pace()); err != nil { // before others are counted in, as more come while it waits
		return nil, err
	}
	if askers := h.together(a); len(askers) > 1 {
		c.askTogether(ctx, h, askers)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if a.done {
			return a.works, a.err
		}
	}
	return c.askAlone(ctx, h, q)
}

func (c *Client) askAlone(ctx context.Context, h *host, q *question) ([]*authority.Work, error) {
	works, answer, err := c.fetchWorks(ctx, h, q)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	h.note(err)
	if refused := (refusalError{}); q.mayRefuse && errors.As(err, &refused) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return known(works), c.cache.keep(answer)
}

// known takes out what stands for a work that is not known.
func known(works []*authority.Work) []*authority.Work {
	return having(works, func(w *authority.Work) bool { return w != nil })
}

// denialAge is how old a kept answer may be that an identifier is nobody's while another
// one can be fetched: it may be of a work that just came out.
const denialAge = 24 * time.Hour

// recall answers a question from the cache.
func (c *Client) recall(q *question) ([]*authority.Work, error) {
	answer, err := c.cache.find(q.name())
	if err != nil {
		return nil, err
	}
	places := answer.places
	if answer.within != "" {
		if answer, err = c.cache.find(answer.within); err != nil {
			return nil, err
		}
	}
	works, err := q.works(answer)
	if err != nil {
		return nil, fmt.Errorf("%w: what is kept for %s cannot be read: %w", ErrOffline, q.name(), err)
	}
	if places != nil && q.batch != nil {
		works = q.picked(works, places)
	}
	works = known(works)
	if q.denies != "" && len(works) == 0 && c.http != nil && time.Since(answer.fetched) > denialAge {
		return nil, fmt.Errorf("%w: what is kept for %s may have been registered since", ErrOffline, q.name())
	}
	return works, nil
}

func (c *Client) fetchWorks(ctx context.Context, h *host, q *question) ([]*authority.Work, *answer, error) {
	answer, err := c.fetch(ctx, h, q)
	if err != nil {
		return nil, nil, err
	}
	works, err := q.works(answer)
	return works, answer, err
}

func (c *Client) host(q *question) *host {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	h := c.hosts[q.api.host]
	if h == nil {
		h = newHost(q.api.interval)
		c.hosts[q.api.host] = h
	}
	return h
}
