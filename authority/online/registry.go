package online

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// api is what a public API asks of its users, and how it answers.
type api struct {
	host     string
	interval time.Duration // between two requests
	media    string        // "json" or "xml"
	leadsTo  []string      // other hosts that it redirects to, where an answer may come from

	contactParameter        string // what carries the contact in the address, where it is wanted there too
	keyHeader, keyParameter string // what carries the key of its user, if there is one
	keyPrefix               string // of the value of the header
}

// question is one request to an API.
type question struct {
	api     *api
	address string // without the contact
	byID    bool   // status 404 says that nothing is known
	denies  string // JSON name in citation.Reference of the identifier that is nobody's if nothing is known
	lacks   string // of the one that another registry may have then
	accept  string // the content type that is asked for; empty for the one that the API has
	body    string // of a request that posts one

	batch *batch   // nil if it is not asked together with others
	ids   []string // that it asks for, of a batch

	mayRefuse bool // a refusal says that nothing is known
	read      func(body []byte, date string) ([]*authority.Work, error)
}

// name is the address of a question, and what is posted to it as a fragment.
func (q *question) name() string {
	if q.body == "" {
		return q.address
	}
	return q.address + "#" + url.PathEscape(q.body)
}

// works reads the answer to a question. What is no answer, such as a page of HTML
// that says so, is an error.
func (q *question) works(a *answer) ([]*authority.Work, error) {
	media, _, _ := strings.Cut(strings.ToLower(a.media), ";")
	if a.status == http.StatusNotFound {
		if !q.byID || strings.Contains(media, "html") {
			return nil, statusError(a.status)
		}
		return nil, nil
	}
	if !strings.Contains(media, q.api.media) {
		return nil, fmt.Errorf("it answered with %q where %s was asked for", media, strings.ToUpper(q.api.media))
	}
	works, err := q.read(a.body, a.fetched.UTC().Format(time.DateOnly))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errUnreadable, err)
	}
	return works, nil
}

var errUnreadable = errors.New("its answer cannot be read")

// registry is a public API as an authority. What it does not find proves nothing.
type registry struct {
	name   string
	client *Client

	askedFor   []string                            // identifiers, as in [authority.Coverage]
	identified func(q *authority.Query) []question // for these
	titled     func(words, author string) question // for a title
}

// candidates is how many works are asked for with a title.
const candidates = "5"

// Find implements [authority.Authority]. The title is looked for unless an identifier names
// a work of that title.
func (r *registry) Find(ctx context.Context, q *authority.Query) ([]*authority.Work, error) {
	var works []*authority.Work
	var none authority.UnregisteredError
	for _, question := range r.identified(q) {
		found, err := r.client.ask(ctx, &question)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			none.Fields = append(none.Fields, text.NonEmpty(question.denies)...)
			none.Lacked = append(none.Lacked, text.NonEmpty(question.lacks)...)
		}
		works = append(works, found...)
	}
	var unregistered error
	if len(none.Fields)+len(none.Lacked) > 0 {
		unregistered = &none
	}
	words := searchWords(q.Title)
	if len(words) == 0 || haveTitle(works, q.Title) {
		return works, unregistered
	}
	question := r.titled(strings.Join(words, " "), searchedAuthor(q))
	found, err := r.client.ask(ctx, &question)
	if err != nil {
		return nil, errors.Join(unregistered, err)
	}
	return append(works, found...), unregistered
}

// Coverage implements [authority.Authority].
func (r *registry) Coverage() *authority.Coverage {
	return &authority.Coverage{Name: r.name, Service: true, AskedFor: r.askedFor}
}

// having returns the works of which a condition holds.
func having(works []*authority.Work, holds func(*authority.Work) bool) (those []*authority.Work) {
	for _, w := range works {
		if holds(w) {
			those = append(those, w)
		}
	}
	return those
}

// haveTitle reports whether one of the works has a title.
func haveTitle(works []*authority.Work, title string) bool {
	wanted := fold.NewTitle(title)
	for _, w := range works {
		for _, title := range slices.Concat([]string{w.Record.Title}, w.Titles) {
			if known := fold.NewTitle(title); compare.Titles(&wanted, &known) >= compare.PartTitle {
				return true
			}
		}
	}
	return false
}
