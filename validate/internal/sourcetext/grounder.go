package sourcetext

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"runtime"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/spill"
)

// Grounder compares facts with the texts of their sources after the stream has ended:
// claims are sorted by text on disk, each text is prepared once, and what was found is
// sorted back into the order of the facts.
type Grounder struct {
	Kept   *spill.Values[Grounded] // what is found of each fact, if that is asked for
	Active bool                    // there are texts, or were asked for

	texts    Texts
	keep     bool // what is found of facts that nothing contradicts
	workers  int
	claims   *spill.Values[Claim]
	compared *spill.Values[Compared]
	quotes   *quoteIndex
	numbers  map[textKey]int // of texts
	names    []string        // of texts by their number; "" for one of a record
	own      ownTexts
	places   map[int]finding.Passage // of the texts of records: where they were met first
	facts    int
}

// textKey tells texts apart: by name, or by the hash of what a record has.
type textKey struct {
	name string
	hash [sha256.Size]byte
}

// New returns one that keeps what is found of every fact if keep is set, compares with
// as many texts at once as there are workers, 0 is GOMAXPROCS, and keeps no more than limit
// values of a kind in memory, see [spill.New].
func New(texts Texts, keep bool, workers, limit int) *Grounder {
	return &Grounder{
		texts: texts, keep: keep, Active: texts != nil,
		workers:  cmp.Or(workers, runtime.GOMAXPROCS(0)),
		claims:   spill.New(limit, byText, spill.Gob[Claim]()),
		compared: spill.New(limit, byFact, spill.Gob[Compared]()),
		Kept:     spill.New(limit, nil, spill.Gob[Grounded]()),
		quotes:   newQuoteIndex(),
		numbers:  map[textKey]int{},
		places:   map[int]finding.Passage{},
	}
}

// Add files the claims of a fact, whose content need be given only if what is found of every
// fact is kept.
func (g *Grounder) Add(id string, at fact.Place, content string, claims []PendingClaim) error {
	order := g.facts
	g.facts++
	for i := range claims {
		p := &claims[i]
		g.Active = true
		number, err := g.number(p)
		if err != nil {
			return err
		}
		p.Order, p.Text = order, number
		g.quotes.add(&p.Claim)
		if err := g.claims.Add(p.Claim); err != nil {
			return err
		}
	}
	if g.keep && len(claims) == 0 {
		return g.compared.Add(Compared{Claim: Claim{Order: order, Text: -1, Source: -1, Fact: id, At: at, Content: content}, Verdict: ground.NotChecked})
	}
	return nil
}

// number returns the number of a claim's text.
func (g *Grounder) number(p *PendingClaim) (int, error) {
	key := textKey{name: p.TextName}
	if p.TextName == "" {
		key.hash = sha256.Sum256([]byte(p.OwnText))
	}
	if number, ok := g.numbers[key]; ok {
		return number, nil
	}
	number := len(g.names)
	g.numbers[key] = number
	g.names = append(g.names, p.TextName)
	if p.TextName != "" {
		return number, g.own.skip()
	}
	g.places[number] = finding.Passage{Path: p.At.Path, Pointer: p.At.Pointer + p.Pointer}
	return number, g.own.add(p.OwnText)
}

// document returns the text of that number.
func (g *Grounder) document(ctx context.Context, number int) (*ground.Document, error) {
	if name := g.names[number]; name != "" {
		d, err := g.texts.Read(ctx, name)
		if err != nil {
			return nil, &unreadableText{name, err}
		}
		return d, nil
	}
	text, err := g.own.read(number)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(text))
	return &ground.Document{Reading: ground.Reading{Text: text}, Path: g.places[number].Path, Hash: hex.EncodeToString(sum[:])}, nil
}

// claimsAtOnce is how many facts are compared with a text in one go.
const claimsAtOnce = 1024

// byTexts yields runs of claims about one text.
func (g *Grounder) byTexts(failed *error) iter.Seq[[]Claim] {
	return func(yield func([]Claim) bool) {
		var group []Claim
		for c, err := range g.claims.All() {
			if err != nil {
				*failed = err
				return
			}
			if n := len(group); n > 0 && (group[0].Text != c.Text || n == claimsAtOnce) {
				if !yield(group) {
					return
				}
				group = nil
			}
			group = append(group, c)
		}
		if len(group) > 0 {
			yield(group)
		}
	}
}

// outcome is what came of the claims about one text.
type outcome struct {
	found  []Compared
	quotes []quoteFound
	err    error
}

// Compare compares all claims with their texts.
func (g *Grounder) Compare(ctx context.Context) error {
	var failed error
	g.quotes.freeze()
	for o := range text.InOrderOf(g.byTexts(&failed), g.workers, func(group []Claim) outcome { return g.compareGroup(ctx, group) }) {
		if o.err != nil {
			return o.err
		}
		g.quotes.remember(o.quotes)
		for i := range o.found {
			if err := g.compared.Add(o.found[i]); err != nil {
				return err
			}
		}
		if err := context.Cause(ctx); err != nil {
			return fmt.Errorf("checking was cancelled: %w", err)
		}
	}
	return failed
}

func (g *Grounder) compareGroup(ctx context.Context, group []Claim) outcome {
	var o outcome
	d, err := g.document(ctx, group[0].Text)
	if unreadable := (*unreadableText)(nil); errors.As(err, &unreadable) {
		for i := range group {
			o.found = append(o.found, Compared{Claim: group[i], Verdict: ground.NotChecked})
		}
		o.found[0].Unreadable = unreadable.Error()
		return o
	}
	if err != nil {
		return outcome{err: err}
	}
	number := group[0].Text
	s := &shownText{Text: ground.NewText(d.Reading), Document: d, pointer: g.places[number].Pointer}
	if g.keep {
		s.runes = newRuneIndex(d.Text)
	}
	for i := range group {
		o.found = append(o.found, compareClaim(s, &group[i]))
	}
	o.quotes = g.quotes.lookThrough(s, number)
	return o
}

// unreadableText says that a text is there and cannot be read.
type unreadableText struct {
	name   string
	reason error
}

func (e *unreadableText) Error() string {
	return fmt.Sprintf("the text %s cannot be read: %v", e.name, e.reason)
}

func (e *unreadableText) Unwrap() error { return e.reason }

// Close removes what is on disk, but what is kept for those who ask for more than findings.
func (g *Grounder) Close() error {
	return errors.Join(g.claims.Close(), g.compared.Close(), g.own.close())
}
