package tagger

import (
	"slices"
	"strings"
)

// stretch is words of a sentence that may be one name or one title: those in quotation marks,
// or capitalised words with "of the" between them, up to a possessive. What is between two of
// these is one as well.
type stretch struct {
	start, end int // of its tokens
	kind       stretchKind
}

type stretchKind uint32

const (
	plainWords stretchKind = iota
	quotedWords
	capitalisedWords
	personName // capitalised words that the grammar takes for names of people, all of them
	bodyName
)

// findStretches cuts the line into stretches.
func (l *Line) findStretches() {
	for i := 0; i < len(l.Tokens); {
		s := stretch{start: i, kind: l.stretchKind(i)}
		s.end = l.stretchEnd(i, s.kind)
		if s.kind == capitalisedWords {
			s.kind = l.nameKind(s)
		}
		for ; i < s.end; i++ {
			l.inStretch = append(l.inStretch, len(l.stretches))
		}
		l.stretches = append(l.stretches, s)
	}
}

func (l *Line) stretchKind(i int) stretchKind {
	switch t := l.at(i); {
	case t.lists&quotedBit != 0:
		return quotedWords
	case t.kind == word && t.shape != small:
		return capitalisedWords
	}
	return plainWords
}

// mostLinks is how many small words may be between two capitalised ones: "of", "in the".
const mostLinks = 3

// stretchEnd is where the stretch that begins at token i ends.
func (l *Line) stretchEnd(i int, kind stretchKind) int {
	end := i + 1
	for end < len(l.Tokens) && !(kind == capitalisedWords && l.isPossessive(end-1)) {
		next := end
		if kind == capitalisedWords {
			for next < end+mostLinks && l.at(next).lists&functionBit != 0 && l.at(next).shape == small {
				next++
			}
		}
		if next >= len(l.Tokens) || l.stretchKind(next) != kind {
			break
		}
		end = next + 1
	}
	return end
}

func (l *Line) isPossessive(i int) bool {
	t := l.at(i)
	return strings.HasSuffix(l.Text[t.Start:t.End], "'s") || strings.HasSuffix(l.Text[t.Start:t.End], "’s")
}

// nameKind is the kind of a stretch of capitalised words.
func (l *Line) nameKind(s stretch) stretchKind {
	all := uint32(personBit | bodyBit)
	for _, t := range l.Tokens[s.start:s.end] {
		all &= t.lists
	}
	switch {
	case all&personBit != 0:
		return personName
	case all&bodyBit != 0:
		return bodyName
	}
	return capitalisedWords
}

// mayHaveTitle reports whether some words may be a title: a quotation, or several capitalised
// words that are no name. Titles in small letters without marks are too seldom certain.
func (l *Line) mayHaveTitle() bool {
	return slices.ContainsFunc(l.stretches, func(s stretch) bool {
		return s.kind == quotedWords || (s.kind == capitalisedWords || s.kind == personName) && s.end > s.start+1
	})
}

// stretchAt returns stretch n, an empty one outside the line.
func (l *Line) stretchAt(n int) *stretch {
	if n < 0 || n >= len(l.stretches) {
		return &noStretch
	}
	return &l.stretches[n]
}

var noStretch stretch

// withoutMarks is the first token from i on, in steps of 1 or -1, that is no quotation mark.
func (l *Line) withoutMarks(i, step int) int {
	for l.at(i).shape == quotation || l.at(i).shape == apostrophe {
		i += step
	}
	return i
}

// ofSentence returns the values of the features that tokens of sentences alone have: what the
// grammar takes them for, and what is around the stretches that they are in.
func (l *Line) ofSentence(i int) [sentenceFeatures]uint32 {
	const named = quotedBit | personBit | bodyBit
	n := l.inStretch[i]
	s, last, next := l.stretchAt(n), l.stretchAt(n-1), l.stretchAt(n+1)
	from, to := l.withoutMarks(s.start-1, -1), l.withoutMarks(s.end, 1)
	before, before2, after, after2 := l.at(from), l.at(from-1), l.at(to), l.at(to+1)
	t, p1, p2, n1 := l.at(i), l.at(i-1), l.at(i-2), l.at(i+1)
	kind, shape := uint32(s.kind), uint32(t.shape)
	inside := uint32(min(i-s.start, 2)) | uint32(min(s.end-1-i, 2))<<2
	return [...]uint32{
		both(t.read, shape),
		both(three(p1.read, t.read, n1.read), p2.read),
		both(kind, before.word),
		both(kind, after.word),
		three(kind, before.word, after.word),
		three(kind, before2.word, before.word),
		three(kind, after.word, after2.word),
		three(kind, uint32(min(s.end-s.start, 9)), inside),
		three(kind, before.lists, after.lists),
		three(kind, l.at(s.start).read, l.at(last.start).read),
		three(p1.lists&named, t.lists&named, both(n1.lists&named, shape)),
		three(uint32(last.kind), kind, both(uint32(next.kind), inside)),
	}
}
