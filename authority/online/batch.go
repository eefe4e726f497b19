package online

import (
	"context"
	"errors"
	"slices"

	"github.com/factcite/factcite/authority"
)

// batch is how an API is asked for several identifiers in one request. Whoever waits for
// the turn to ask for some has them asked for together.
type batch struct {
	most     int // identifiers in one request
	bytes    int // of these
	question func(ids []string) question

	// pick returns what an answer has of an identifier that was asked for at a place.
	pick func(works []*authority.Work, id string, at int) []*authority.Work
}

// questionFor asks for identifiers, of which there is at least one.
func (b *batch) questionFor(ids ...string) question {
	q := b.question(ids)
	q.batch, q.ids = b, ids
	return q
}

// asker waits for the answer to a question. What is not the host's belongs to whoever has
// the turn.
type asker struct {
	question *question
	alone    bool // asked with others, the question was refused
	done     bool
	works    []*authority.Work
	err      error
}

// together returns the askers whose identifiers fit into one request with those of an
// asker, who is the first.
func (h *host) together(first *asker) []*asker {
	b := first.question.batch
	askers := []*asker{first}
	if b == nil || first.alone {
		return askers
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	ids, bytes := len(first.question.ids), bytesOf(first.question.ids)
	for _, a := range h.askers {
		if a == first || a.question.batch != b || a.alone || a.done {
			continue
		}
		if more, longer := len(a.question.ids), bytesOf(a.question.ids); ids+more <= b.most && bytes+longer <= b.bytes {
			askers, ids, bytes = append(askers, a), ids+more, bytes+longer
		}
	}
	return askers
}

func bytesOf(texts []string) (length int) {
	for _, text := range texts {
		length += len(text)
	}
	return length
}

// askTogether asks for the identifiers of several askers at once. Where they cannot be
// asked for together, since one of them spoils the request, each is left to ask alone.
func (c *Client) askTogether(ctx context.Context, h *host, askers []*asker) {
	b := askers[0].question.batch
	var ids []string
	for _, a := range askers {
		for _, id := range a.question.ids {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	q := b.questionFor(ids...)
	works, answer, err := c.fetchWorks(ctx, h, &q)
	if ctx.Err() != nil {
		return // the others still wait, and one of them will ask
	}
	var refused refusalError
	isRefused := errors.As(err, &refused)
	if isRefused && q.mayRefuse {
		err = nil
	} else if isRefused || errors.Is(err, errUnreadable) {
		for _, a := range askers {
			a.alone = true
		}
		return
	}
	h.note(err)
	if err == nil && answer != nil {
		err = c.cache.keep(answer)
	}
	for _, a := range askers {
		a.done, a.err = true, err
		if err != nil || answer == nil {
			continue
		}
		places := make([]int, len(a.question.ids))
		for i, id := range a.question.ids {
			places[i] = slices.Index(ids, id)
		}
		a.works = a.question.picked(works, places)
		a.err = c.cache.refer(a.question.name(), answer, places)
	}
}

// picked returns what the answer to a batch has of the identifiers of a question, which
// were asked for at those places.
func (q *question) picked(works []*authority.Work, places []int) (picked []*authority.Work) {
	for i, id := range q.ids {
		if i < len(places) {
			picked = append(picked, q.batch.pick(works, id, places[i])...)
		}
	}
	return picked
}
