package online

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/factcite/factcite/internal/text"
)

// Limits of one question.
const (
	mostTries    = 4
	mostHops     = 5                // redirects
	answerTime   = 30 * time.Second // for one request, from the connection to the end of the body
	maxAnswer    = 8 << 20          // bytes of a body, unpacked
	firstBackOff = time.Second      // before the second try; twice as long before each further one
	longestWait  = time.Minute      // that is waited because the API asks for it
	longestRest  = time.Hour        // that it is left alone because it asks to wait longer
)

// answer is what an API answered.
type answer struct {
	address string // without the contact
	status  int
	media   string // the content type
	fetched time.Time
	body    []byte

	// Of one that is kept within the answer to a batch: its address, and where what was
	// asked for is among all that was.
	within string
	places []int
}

// busyError is a failure that may be over at the next try.
type busyError struct {
	err  error
	wait time.Duration // that the API asks for; 0 if it does not
}

// refusalError is a failure of the question, which says nothing about the host: it
// cannot be answered, while others can.
type refusalError struct{ error }

func (e refusalError) Unwrap() error { return e.error }

func (e *busyError) Error() string { return e.err.Error() }
func (e *busyError) Unwrap() error { return e.err }

// fetch asks until there is an answer or the tries are used up. What it returns
// is an answer of status 200 or 404.
func (c *Client) fetch(ctx context.Context, h *host, q *question) (*answer, error) {
	for try := 1; ; try++ {
		if err := c.sleep(ctx, h.pace()); err != nil {
			return nil, err
		}
		h.start()
		a, err := c.get(ctx, q)
		var busy *busyError
		if !errors.As(err, &busy) {
			return a, err
		}
		if busy.wait > longestWait {
			h.rest(min(busy.wait, longestRest), err)
			return nil, fmt.Errorf("%w; it asks to wait for %v", err, busy.wait.Round(time.Second))
		}
		if try == mostTries {
			return nil, fmt.Errorf("%w; given up after %d tries", err, mostTries)
		}
		if err := c.sleep(ctx, max(busy.wait, backOff(try))); err != nil {
			return nil, err
		}
	}
}

// backOff is how long to wait after a try: between half and one and a half times
// a step, so that programs that failed together do not come back together.
func backOff(try int) time.Duration {
	step := firstBackOff << (try - 1)
	return step/2 + rand.N(step)
}

// get sends one request.
func (c *Client) get(ctx context.Context, q *question) (*answer, error) {
	limited, cancel := context.WithTimeout(ctx, c.answerTime)
	defer cancel()
	request, err := c.request(limited, q)
	if err != nil {
		return nil, err
	}
	asking := *c.http
	asking.CheckRedirect = q.api.follow
	response, err := asking.Do(request)
	if err != nil {
		return nil, c.connectionError(limited, err)
	}
	defer response.Body.Close()
	if err := failureOf(response.StatusCode, response.Header); err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer+1))
	switch {
	case err != nil:
		return nil, c.connectionError(limited, err)
	case len(body) > maxAnswer:
		return nil, fmt.Errorf("the answer is longer than %d MiB", maxAnswer>>20)
	}
	return &answer{address: q.name(), status: response.StatusCode, media: response.Header.Get("Content-Type"), fetched: time.Now().UTC(), body: body}, nil
}

// failureOf says what a status means that is no answer: that the service is busy, that
// it lets us in no more, or that the question is at fault (RFC 9110, section 15.5).
func failureOf(status int, header http.Header) error {
	err := statusError(status)
	switch status {
	case http.StatusOK, http.StatusNotFound:
		return nil
	case http.StatusTooManyRequests, http.StatusRequestTimeout, http.StatusTooEarly, http.StatusInternalServerError,
		http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return &busyError{err, retryAfter(header.Get("Retry-After"), time.Now())}
	case http.StatusUnauthorized, http.StatusForbidden:
		return err
	}
	if status/100 == 4 {
		return refusalError{err}
	}
	return err
}

func (c *Client) request(ctx context.Context, q *question) (*http.Request, error) {
	method := http.MethodGet
	if q.body != "" {
		method = http.MethodPost
	}
	request, err := http.NewRequestWithContext(ctx, method, c.politeAddress(q), strings.NewReader(q.body))
	if err != nil {
		return nil, errors.New("its address cannot be written") // which may hold the key
	}
	for name, value := range map[string]string{"User-Agent": c.agent, "Accept": q.accept} {
		if value != "" {
			request.Header.Set(name, value)
		}
	}
	if key := c.keys[q.api.host]; key != "" && q.api.keyHeader != "" {
		request.Header.Set(q.api.keyHeader, q.api.keyPrefix+key)
	}
	if q.body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	return request, nil
}

// politeAddress adds the contact and the key where the API wants them in the address.
func (c *Client) politeAddress(q *question) string {
	address := q.address
	add := func(name, value string) {
		separator := "?"
		if strings.Contains(address, "?") {
			separator = "&"
		}
		address += separator + name + "=" + url.QueryEscape(value)
	}
	if q.api.contactParameter != "" {
		add(q.api.contactParameter, c.contact)
	}
	if key := c.keys[q.api.host]; key != "" && q.api.keyParameter != "" {
		add(q.api.keyParameter, key)
	}
	return address
}

func statusError(status int) error {
	return fmt.Errorf("it answered %s", strings.TrimSpace(strconv.Itoa(status)+" "+http.StatusText(status)))
}

// connectionError says why there is no answer, without the address, which may
// hold the contact. A redirect that is not followed stays one at every try, as does a
// certificate that is not trusted, and where a host has no name there is no network.
func (c *Client) connectionError(ctx context.Context, err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	var unnamed *net.DNSError
	var untrusted *tls.CertificateVerificationError
	switch {
	case errors.Is(err, errRedirect):
		return err
	case errors.As(err, &untrusted):
		return fmt.Errorf("no answer: %w", err)
	case errors.As(err, &unnamed) && unnamed.IsNotFound:
		return fmt.Errorf("no answer: %w", err)
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return &busyError{err: fmt.Errorf("no answer within %v", c.answerTime)}
	}
	return &busyError{err: fmt.Errorf("no answer: %w", err)}
}

// errRedirect is the error of a redirect that is not followed.
var errRedirect = errors.New("redirected")

// follow follows redirects within the host that was asked and to those that it leads
// to, and none from a secured connection to an open one. Where one that leads to others
// leads elsewhere, that is of the question: others are answered.
func (a *api) follow(request *http.Request, before []*http.Request) error {
	err := a.strays(request.URL, before[len(before)-1].URL)
	switch {
	case err != nil && a.leadsTo != nil:
		return refusalError{err}
	case err != nil:
		return err
	case len(before) > mostHops:
		return fmt.Errorf("%w more than %d times", errRedirect, mostHops)
	}
	return nil
}

func (a *api) strays(to, from *url.URL) error {
	switch {
	case to.Host != a.host && !slices.Contains(a.leadsTo, to.Host):
		return fmt.Errorf("%w to another host, %q", errRedirect, to.Host)
	case from.Scheme == "https" && to.Scheme != "https":
		return fmt.Errorf("%w to an open connection", errRedirect)
	}
	return nil
}

// retryAfter reads the wait that a Retry-After asks for (RFC 9110, section
// 10.2.3), a number of seconds or a date; 0 for none, for what is neither, and
// for a date that is past.
func retryAfter(value string, now time.Time) time.Duration {
	value = strings.TrimSpace(value)
	if text.IsDigits(value) {
		seconds, err := strconv.ParseInt(value, 10, 32)
		if err != nil {
			return longestRest
		}
		return time.Duration(seconds) * time.Second
	}
	date, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	return max(date.Sub(now), 0)
}
