package online

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// A host that failed so many times in a row is left alone for a while.
const (
	mostFailures = 3
	restAfter    = 5 * time.Minute
)

// host lets one question at a time through to an API, in the pace that the API
// allows. Its fields belong to whoever has the turn, but for the list of all who wait.
type host struct {
	turn     chan struct{}
	interval time.Duration // between the starts of two requests
	next     time.Time     // when the next request may start
	failures int           // in a row
	resting  time.Time     // until when nothing is asked
	reason   error         // why it rests

	mutex  sync.Mutex
	askers []*asker
}

func newHost(interval time.Duration) *host {
	return &host{turn: make(chan struct{}, 1), interval: interval}
}

// join adds somebody to those who wait for an answer; forget takes them off again.
func (h *host) join(q *question) *asker {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	a := &asker{question: q}
	h.askers = append(h.askers, a)
	return a
}

func (h *host) forget(a *asker) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	h.askers = slices.DeleteFunc(h.askers, func(other *asker) bool { return other == a })
}

// enter waits for the turn to ask.
func (h *host) enter(ctx context.Context) error {
	select {
	case h.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (h *host) leave() { <-h.turn }

// rested fails while the host is left alone.
func (h *host) rested() error {
	if time.Now().Before(h.resting) {
		return fmt.Errorf("not asked, as it failed before: %w", h.reason)
	}
	return nil
}

// pace is how long to wait until a request may start.
func (h *host) pace() time.Duration { return time.Until(h.next) }

// start notes that a request starts.
func (h *host) start() { h.next = time.Now().Add(h.interval) }

// note counts what became of a question.
func (h *host) note(err error) {
	var refusal refusalError
	if err == nil || errors.As(err, &refusal) {
		h.failures = 0
		return
	}
	if h.failures++; h.failures >= mostFailures {
		h.rest(restAfter, err)
	}
}

// rest leaves the host alone for a while.
func (h *host) rest(wait time.Duration, reason error) {
	h.failures = 0
	h.resting, h.reason = time.Now().Add(wait), reason
}

func sleep(ctx context.Context, wait time.Duration) error {
	if wait <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
