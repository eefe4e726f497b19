// Package facts invents fact records that look like those of a real knowledge
// base: the same mix of types, lengths, scripts and ways of writing JSON, with
// sentences, people, works and venues that do not exist.
package facts

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"
)

// Options adjusts Lines.
type Options struct {
	Seed uint64
	Bad  float64 // share of records with something wrong in them, from 0 to 1
}

// Lines yields count records as JSON, one a line, without the line's end. The
// slice is only valid until the next one.
func Lines(count int, opts Options) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var buffer []byte
		for i := range count {
			in := newInventor(opts.Seed, streamRecord, uint64(i))
			buffer = in.record(buffer[:0], uint64(i), opts)
			if !yield(buffer) {
				return
			}
		}
	}
}

// The streams of random numbers, so that work 7 is the same work in every record
// that names it.
const (
	streamRecord = iota
	streamWork
	streamPage
)

// inventor draws what it invents from one stream of random numbers.
type inventor struct{ *rand.Rand }

func newInventor(seed, stream, number uint64) inventor {
	return inventor{rand.New(rand.NewPCG(seed<<2|stream, number))}
}

// chance is true for a share of the draws.
func (in inventor) chance(share float64) bool { return in.Float64() < share }

// one draws one of several texts.
func (in inventor) one(of ...string) string { return of[in.IntN(len(of))] }

// record appends record number i.
func (in inventor) record(to []byte, i uint64, opts Options) []byte {
	r := record{
		id:      in.uuid(),
		kind:    in.kind(),
		page:    newPage(opts.Seed, i/12),
		created: in.timestamp(),
	}
	if r.kind == "reference" {
		r.content = in.referenceSentence(opts.Seed, i)
	} else {
		r.content = in.otherSentence(r.kind)
	}
	if in.chance(0.3) {
		r.stance = in.one("supports", "challenges", "neutral")
	}
	style := style{spaced: in.chance(0.2), ascii: in.chance(0.05)}
	if in.chance(opts.Bad) {
		return in.spoiled(to, r, style)
	}
	return r.appendJSON(to, style)
}

// kind draws a fact type as often as it occurs.
func (in inventor) kind() string {
	if in.chance(0.2) {
		return "reference"
	}
	return in.one("claim", "claim", "claim", "claim", "measurement", "measurement", "account", "account",
		"quote", "procedure", "perspective", "formula", "code", "image")
}

func (in inventor) uuid() string {
	return fmt.Sprintf("%08x-%04x-5%03x-%04x-%012x", in.Uint32(), in.IntN(1<<16), in.IntN(1<<12), 0x8000|in.IntN(1<<14), in.Uint64N(1<<48))
}

// timestamp draws a time of the year 2026, written as exports write it.
func (in inventor) timestamp() string {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	return start.Add(time.Duration(in.Int64N(int64(300 * 24 * time.Hour)))).Format("2006-01-02T15:04:05.000000")
}

// page is where a run of facts was read.
type page struct {
	id, uri, title, domain, date, person, organisation, concept, alias string
}

func newPage(seed, number uint64) page {
	in := newInventor(seed, streamPage, number)
	subject := in.subject()
	host := strings.ToLower(in.one("reading", "quiet", "open", "field", "lake", "north", "paper") + in.one("room", "notes", "works", "press", "archive", "review"))
	p := page{
		id:     in.uuid(),
		domain: host + "." + in.one("example.org", "example.com", "example.net"),
		title:  capital(in.one("a survey of ", "notes on ", "what we know of ", "a history of ", "how to measure ", "") + subject),
		date:   in.one("2026-03-12", "Mar 12, 2026", "12 Mar 2026", "Mar 2026", "4 days ago", "March 2, 2025", "", "", ""),
	}
	if in.chance(0.3) {
		p.concept = capital(subject)
		p.alias = in.one("the ", "older ", "modern ") + subject
	}
	p.uri = "https://" + p.domain + "/" + in.one("abs", "posts", "articles", "html") + "/" + strings.NewReplacer(" ", "-", "ï", "i").Replace(in.subject()) + fmt.Sprintf("-%d", number)
	if in.chance(0.1) {
		p.uri += "?page=" + fmt.Sprint(in.IntN(90)+1) + "#r%C3%A4der"
	}
	if in.chance(0.5) {
		p.person = in.person().full()
	}
	if in.chance(0.4) {
		p.organisation = in.institution()
	}
	return p
}
