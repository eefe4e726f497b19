package ground

import (
	"bytes"
	"iter"
	"slices"
	"strings"
)

// checkPolarity compares the statement with the clauses of the passage: one that says the
// same in all but its negations says the opposite.
func (c *checker) checkPolarity() {
	const fewest = 3 // content words that both have
	stated := c.q.contents(0, c.q.len())
	if len(stated.list) < fewest {
		return
	}
	var opposed *contents
	for from, to := range c.clauses() {
		said := c.t.words.contents(from, to)
		if !stated.agrees(&said) {
			continue
		}
		if !stated.contradicts(&said) {
			return
		}
		opposed = &said
	}
	if opposed != nil {
		c.oppose(&stated, opposed)
	}
}

// oppose adds that a clause of the text says the opposite of the statement.
func (c *checker) oppose(stated, said *contents) {
	at := c.t.place(c.t.words.span(said.from, said.to))
	a := Anchor{Kind: Polarity, Verdict: Opposed, Span: c.q.span(0, c.q.len()), At: &at}
	d := Deviation{Kind: Polarity, Stated: [2]int{a.Span[1], a.Span[1]}, Found: c.t.place([2]int{at.End, at.End})}
	by, of := stated.negation, said.negation
	if (by < 0) == (of < 0) { // it is not the negation that differs
		by, of = stated.opposite, said.opposite
	}
	if by >= 0 {
		d.Stated = c.q.span(by, by+1)
	}
	if of >= 0 {
		d.Found = c.t.place(c.t.words.span(of, of+1))
	}
	a.Differences = []Deviation{d}
	c.add(a)
}

// clauses yields the stretches [from,to) of the passage between full stops, semicolons,
// colons and parentheses, and those of them between commas or after what somebody says.
func (c *checker) clauses() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		w := &c.t.words
		clause, piece := c.passage.from, c.passage.from
		for i := c.passage.from + 1; i <= c.passage.to; i++ {
			if sayingWords[string(w.word(i-1))] && !w.hasNegation(clause, i) {
				piece = i
			}
			ends := i == c.passage.to || w.list[i].marks&opens != 0 || strings.ContainsAny(w.between(i), ";:()")
			if !ends && !strings.Contains(w.between(i), ",") {
				continue
			}
			if (piece > clause || !ends) && !yield(piece, i) {
				return
			}
			piece = i
			if ends {
				if !yield(clause, i) {
					return
				}
				clause = i
			}
		}
	}
}

// contents is what a clause says: its content words, and whether it denies it.
type contents struct {
	from, to int // its words
	list     [][]byte
	denied   bool
	negation int  // the first word that denies, or -1
	turned   bool // an odd number of its words mean the opposite of those that are in list for them
	opposite int  // the first word that has an opposite, or -1
}

// contradicts reports whether two clauses that agree say the opposite of each other.
func (c *contents) contradicts(other *contents) bool {
	return (c.denied != c.turned) != (other.denied != other.turned)
}

// scopes are words whose form depends on a negation.
var scopes = setOf("any every each all ever even yet still anymore")

func (w *words) contents(from, to int) contents {
	c := contents{from: from, to: to, negation: -1, opposite: -1}
	for i := from; i < to; i++ {
		if w.is(i, denies) {
			c.deny(i)
			continue
		}
		if w.is(i, common|silent) {
			continue
		}
		letters := w.word(i)
		if w.is(i, hasOpposite) {
			letters = c.turn(i, letters)
		}
		c.list = append(c.list, stemOf(letters))
	}
	return c
}

// turn takes a word that has an opposite, and returns the word that stands for both.
func (c *contents) turn(i int, letters []byte) []byte {
	if positive := withoutDenial(letters); positive != nil {
		c.deny(i)
		return positive
	}
	of := opposites[string(stemOf(letters))]
	c.turned = c.turned != of.turns
	if c.opposite < 0 {
		c.opposite = i
	}
	return []byte(of.word)
}

// deny adds a word that turns a clause into its opposite.
func (c *contents) deny(i int) {
	c.denied = !c.denied
	if c.negation < 0 {
		c.negation = i
	}
}

// denials are words with a prefix that denies what the rest of the word says.
var denials = setOf(`unable unacceptable unaffected unaltered unavailable unaware unbalanced unbiased uncertain unchanged unclear uncommon unconscious unconnected
undetectable undetected undisturbed unequal unexpected unfair unfavourable unfavorable unfinished unharmed unhealthy unimportant unintended uninterrupted unknown
unlawful unlike unlikely unlimited unmarried unmodified unnecessary unpaid unpopular unprecedented unprotected unpublished unrelated unreliable unresolved unsafe
unsatisfactory unstable unsuccessful unsuccessfully unsuitable unsupported untreated untrue unused unusual unwilling
inaccessible inaccurate inactive inadequate inappropriate incapable incomplete inconsistent inconclusive incorrect indirect indirectly ineffective inefficient
ineligible inexpensive inexperienced infrequent inhomogeneous insensitive insignificant insoluble insufficient invalid invisible involuntary
immature immeasurable immobile impossible impractical improbable improper impure illegal illegible illegitimate illiterate illogical irrational irregular
irrelevant irreplaceable irreversible irreversibly
dishonest disagree disagrees disagreed disallow disallowed disapprove disapproved disconnected discontinued dislike disliked disobey disobeyed disproved disproportionate
dissatisfied dissimilar distrust nonessential nonexistent nonlinear nontoxic nonzero`)

// withoutDenial returns a word without the prefix that denies it, or nil if it has none.
func withoutDenial(letters []byte) []byte {
	if !denials[string(letters)] {
		return nil
	}
	if prefix := string(letters[:3]); prefix == "dis" || prefix == "non" {
		return letters[3:]
	}
	return letters[2:]
}

// opposite is what one of two words that mean the opposite stands for.
type opposite struct {
	word  string
	turns bool
}

// opposites finds words that mean the opposite of another by their stems.
var opposites = readOpposites()

// readOpposites reads a pair a line: the forms of the first word, and those of the second.
func readOpposites() map[string]opposite {
	table := map[string]opposite{}
	for line := range strings.Lines(`
increase increasing | decrease decreasing
rise rose risen rising | fall fell fallen falling
grow grew grown growth growing | shrink shrank shrunk shrinkage shrinking
gain gaining | loss lose lost losing
higher | lower
high highly | low
larger | smaller
large | small
longer | shorter
long | short
older | younger
old | young
faster | slower
fast | slow
earlier | later
early | late
better | worse
best | worst
good | bad
stronger | weaker
strong | weak
heavier | lighter
wider | narrower
deeper | shallower
maximum maximal | minimum minimal
majority | minority
upper | lower
positive positively | negative negatively
present presence | absent absence
same | different
true | false
open opening | close closing
begin began begun beginning | end ending
win won winning | defeat
accept accepting | reject rejecting
allow allowing permit permitting | forbid forbade forbidden prohibit prohibiting
succeed success | failure
support supporting | oppose opposing
buy bought buying | sell sold selling
import importing | export exporting
include including | exclude excluding
improve improving improvement | worsen worsening deterioration
upgrade upgrading | downgrade downgrading
remember remembering | forget forgot forgotten
love loving | hate hating
always | rarely seldom
often frequently | rarely seldom
dead | alive
north northern | south southern
east eastern | west western
left | right
internal internally | external externally
public publicly | private privately
expensive | cheap
easy easily | hard difficult
agree | disagree
`) {
		first, second, _ := strings.Cut(line, "|")
		words := strings.Fields(first)
		for i, side := range [...][]string{words, strings.Fields(second)} {
			for _, word := range side {
				if stem := string(stemOf([]byte(word))); table[stem].word == "" {
					table[stem] = opposite{words[0], i == 1}
				}
			}
		}
	}
	return table
}

// agrees reports whether all content words of either clause are in the other. They are in the
// same order where a word is the opposite of the other's: what is higher than another is not
// contradicted by the other being lower.
func (c *contents) agrees(other *contents) bool {
	if c.turned != other.turned {
		return slices.EqualFunc(c.list, other.list, bytes.Equal)
	}
	return isSubset(c.list, other.list) && isSubset(other.list, c.list)
}

func isSubset(of, in [][]byte) bool {
	for _, word := range of {
		found := false
		for _, other := range in {
			found = found || bytes.Equal(word, other)
		}
		if !found {
			return false
		}
	}
	return true
}
