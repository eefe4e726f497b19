package ground

import (
	"math"
	"math/bits"
	"slices"
)

// passage is a stretch of the text: the words [from,to), and how much of a statement it
// has.
type passage struct {
	from, to int
	share    float64 // of the weight of the statement's words
}

// commonWords are words that say nothing of what a sentence is about.
var commonWords = setOf("the a an of in on at to for from by with and or but nor as is are was were be been being am it its this that these those he she they them his her their we our us you your i my me who whom whose which what when where why how there here then than so if not no do does did done has have had having will would can could shall should may might must also into over under about after before between during through up down out off more most some any all each other such only own same both few per via vs s t")

func isCommon(letters []byte) bool { return commonWords[string(letters)] }

const (
	passageOccurrences = 24 // of a word of the statement that are looked at, the last ones
	passageWords       = 60 // of a statement that are looked for, as bits of a word
)

// bestPassage returns the sentence of the text, or two in a row, that has most of the words
// of a statement that are not covered.
func (t *Text) bestPassage(q *words, covered []bool) passage {
	var hits []uint64 // the word of the text, and below it which of the words looked for
	var weightOf [passageWords]float64
	const wordBits = 8
	total := 0.0
	looked := 0
	for i := range q.list {
		if covered[i] || q.is(i, common) || looked == passageWords {
			continue
		}
		id := q.list[i].id
		if id == 0 {
			id = t.inflected(q.word(i))
		}
		weightOf[looked] = 8
		if id != 0 {
			weightOf[looked] = 8 / math.Log2(float64(2+t.count(id)))
			for j := range t.occurrences(id, passageOccurrences) {
				hits = append(hits, uint64(j)<<wordBits|uint64(looked))
			}
		}
		total += weightOf[looked]
		looked++
	}
	slices.Sort(hits)
	var best, previous passage
	const second = 0.8  // of what a second sentence adds, so that one is enough where it says the same
	var has, had uint64 // which of the words the sentence and the one before it have
	for i := 0; i < len(hits); {
		from, to := t.words.sentence(int(hits[i] >> wordBits))
		one := passage{from: from, to: to}
		has = 0
		for ; i < len(hits) && int(hits[i]>>wordBits) < to; i++ {
			word := hits[i] & (1<<wordBits - 1)
			if has>>word&1 == 0 {
				has |= 1 << word
				one.share += weightOf[word] / max(total, 1)
			}
		}
		if one.share > best.share {
			best = one
		}
		if previous.to == from {
			both := passage{from: previous.from, to: to}
			for words := has | had; words != 0; words &= words - 1 {
				both.share += second * weightOf[bits.TrailingZeros64(words)] / max(total, 1)
			}
			if both.share > best.share {
				best = both
			}
		}
		previous, had = one, has
	}
	return best
}

// inflected returns the id of another form of a word that the text has: its plural or
// singular, or with the endings of verbs.
func (t *Text) inflected(letters []byte) int32 {
	stem := stemOf(letters)
	for _, ending := range [...]string{"", "s", "es", "ed", "d", "ing", "e"} {
		if id := t.lookUp(append(stem[:len(stem):len(stem)], ending...)); id != 0 {
			return id
		}
	}
	return 0
}

// stemOf returns a word without the endings of plurals and verbs.
func stemOf(letters []byte) []byte {
	n := len(letters)
	for _, ending := range [...]string{"ing", "ies", "es", "ed", "s"} {
		if n > len(ending)+2 && string(letters[n-len(ending):]) == ending {
			return letters[:n-len(ending)]
		}
	}
	if n > 3 && letters[n-1] == 'e' {
		return letters[:n-1]
	}
	return letters
}
