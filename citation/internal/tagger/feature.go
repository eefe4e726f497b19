package tagger

// Buckets is how many numbers features are hashed to. The model has weights for a few
// of them only: most features of a line were never seen while it learned, or seldom.
const Buckets = 1 << bucketBits

const bucketBits = 22

// Bucket is the number of a feature.
func Bucket(hash uint32) int { return int(hash >> (32 - bucketBits)) }

// How many features a token has: the first ones in lines and sentences, all in sentences.
const (
	Features         = lineFeatures + sentenceFeatures
	lineFeatures     = sharedFeatures + ownFeatures
	sharedFeatures   = 17
	ownFeatures      = 45
	sentenceFeatures = 12
)

// feature is the hash of one that has the value a.
func feature(template int, a uint32) uint32 { return hashed(hashOf(template), a) }

// hashOf is the hash of the template of features, and hashed that of one with its value.
func hashOf(template int) uint32 { return uint32(template) * 0x85EBCA6B }

func hashed(template, a uint32) uint32 { return (a*0x9E3779B1 ^ template) * 0xC2B2AE35 }

// both combines two values.
func both(a, b uint32) uint32 { return (a*0x85EBCA77^b)*0x9E3779B1>>3 ^ a }

func three(a, b, c uint32) uint32 { return both(both(a, b), c) }

// The templates of the features that all tokens of a chunk have in common, and of those that each
// token has for itself.
var (
	sharedTemplates = [...]int{0, 34, 35, 36, 37, 38, 40, 41, 46, 47, 49, 51, 52, 53, 54, 58, 60}
	ownTemplates    = [...]int{
		1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,
		39, 42, 43, 44, 45, 48, 50, 55, 56, 57, 59, 61,
	}
)

// The hashes of the templates.
var (
	sharedHashes   = hashesOf(sharedTemplates[:]...)
	ownHashes      = hashesOf(ownTemplates[:]...)
	sentenceHashes = hashesOf(62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73)
)

func hashesOf(templates ...int) (hashes []uint32) {
	for _, t := range templates {
		hashes = append(hashes, hashOf(t))
	}
	return hashes
}

// Features sets the hashes of the features of token i, and returns how many it has.
func (l *Line) Features(i int, into *[Features]uint32) int {
	shared, own := l.shared(i), l.own(i)
	for k, template := range sharedTemplates {
		into[template] = feature(template, shared[k])
	}
	for k, template := range ownTemplates {
		into[template] = feature(template, own[k])
	}
	if !l.isSentence() {
		return lineFeatures
	}
	for k, value := range l.ofSentence(i) {
		into[lineFeatures+k] = feature(lineFeatures+k, value)
	}
	return Features
}

// marks are those around a chunk.
func (c *chunk) marks() uint32 { return uint32(c.before)<<8 | uint32(c.after) }

// shared returns the values of the features that the tokens of one chunk have in common: of
// what the chunk that token i is in looks like, and the clause, which begins where a chunk does.
func (l *Line) shared(i int) [sharedFeatures]uint32 {
	about := &l.about[i]
	c, before, after := chunkAt(l.chunks, about.chunk), chunkAt(l.chunks, about.chunk-1), chunkAt(l.chunks, about.chunk+1)
	clause, lastClause, nextClause := chunkAt(l.clauses, about.clause), chunkAt(l.clauses, about.clause-1), chunkAt(l.clauses, about.clause+1)
	afterChunk, afterClause := l.at(c.end+1), l.at(clause.end+1)
	return [...]uint32{
		0,
		both(c.lists, c.marks()),
		three(c.kin, c.marks(), uint32(afterChunk.shape)),
		three(c.kin, before.kin, uint32(c.before)),
		three(c.kin, after.kin, uint32(c.after)),
		three(uint32(min(c.end-c.start, 12)), c.marks(), c.kin),
		three(before.lists, c.lists, uint32(c.before)),
		three(after.lists, c.lists, uint32(c.after)),
		both(c.lists, before.kin),
		three(uint32(min(about.chunk, 6)), uint32(min(len(l.chunks)-about.chunk, 6)), c.kin),
		both(three(c.first, c.last, uint32(min(c.end-c.start, 12))), 0),
		both(before.last, uint32(c.before)),
		three(clause.kin, clause.marks(), uint32(min(about.clause, 5))),
		three(clause.kin, lastClause.kin, uint32(clause.before)),
		three(clause.kin, nextClause.kin, uint32(clause.after)),
		three(uint32(afterClause.shape), clause.marks(), afterClause.word),
		three(before.kin, c.kin, after.kin),
	}
}

// own returns the values of the features that token i has for itself.
func (l *Line) own(i int) [ownFeatures]uint32 {
	t, p1, p2, p3, n1, n2, n3 := l.at(i), l.at(i-1), l.at(i-2), l.at(i-3), l.at(i+1), l.at(i+2), l.at(i+3)
	s, sp1, sp2, sp3 := uint32(t.shape), uint32(p1.shape), uint32(p2.shape), uint32(p3.shape)
	sn1, sn2, sn3 := uint32(n1.shape), uint32(n2.shape), uint32(n3.shape)
	about := &l.about[i]
	c, after := chunkAt(l.chunks, about.chunk), chunkAt(l.chunks, about.chunk+1)
	clause := chunkAt(l.clauses, about.clause)
	n := len(l.Tokens)
	inside := uint32(about.depth&3) | uint32(about.quotes&3)<<2
	seen := uint32(min(about.years, 2)) | uint32(min(about.quotes, 3))<<2 | uint32(min(about.numbers, 6))<<4
	style := uint32(min(l.dated, 3)) | uint32(min(l.quotes, 3))<<2
	gaps := uint32(0)
	for k, gap := range [...]bool{p1.spaced, t.spaced, n1.spaced, n2.spaced} {
		if gap {
			gaps |= 1 << k
		}
	}
	inChunk := uint32(min(i-c.start, 3)) | uint32(min(c.end-i, 3))<<2
	inClause := uint32(min(i-clause.start, 3)) | uint32(min(clause.end-i, 3))<<2
	clauseLength := uint32(min(clause.end-clause.start, 15))

	return [...]uint32{
		t.word,
		p1.word,
		n1.word,
		p2.word,
		n2.word,
		both(p1.word, t.word),
		both(t.word, n1.word),
		three(p1.word, s, n1.word),
		both(p2.word, p1.word),
		three(s, n1.word, n2.word),
		three(sp1, s, sn1),
		three(sp2, sp1, s),
		three(s, sn1, sn2),
		both(three(sp3, sp2, sp1), s),
		both(three(s, sn1, sn2), sn3),
		three(both(sp2, sp1), s, both(sn1, sn2)),
		t.suffix,
		t.prefix,
		both(p1.suffix, s),
		both(n1.suffix, s),
		t.lists,
		three(p1.lists, t.lists, sp1),
		three(t.lists, n1.lists, sn1),
		both(uint32(i*10/n), s),
		both(uint32(min(i, 6)), s),
		both(uint32(min(n-1-i, 6)), s),
		three(inside, s, sp1),
		three(seen, s, style),
		three(seen, sp1, s),
		three(style, uint32(min(about.chunk, 9)), s),
		both(c.marks(), s),
		both(c.first, s),
		both(c.last, s),
		three(c.first, uint32(c.before), uint32(min(about.years, 2))),
		three(uint32(min(about.clause, 5)), s, style),
		three(uint32(min(l.numbers-about.numbers, 8)), uint32(min(about.numbers, 4)), s),
		three(gaps, sp1, both(s, sn1)),
		three(inChunk, c.kin, c.marks()),
		three(seen, c.marks(), c.kin),
		three(after.first, uint32(c.after), s),
		three(clauseLength, clause.marks(), inClause),
		three(clause.lists, inClause, s),
		three(clause.first, uint32(clause.before), s),
		three(l.skeleton, uint32(min(about.chunk, 7)), inChunk),
		three(t.word, uint32(c.before), seen&3),
	}
}

// Joints is how many kinds of places between two tokens there are, each with
// transitions of its own.
const Joints = 12 * 6

// Joint is the kind of the place before token i.
func (l *Line) Joint(i int) int {
	var before, here int
	switch p := l.at(i - 1); p.shape {
	case fullStop:
		before = 0
		if !l.parts(i - 1) {
			before = 10
		}
	case comma:
		before = 1
	case semicolon:
		before = 2
	case colon:
		before = 3
	case openParen, openBracket:
		before = 4
	case closeParen, closeBracket:
		before = 5
	case quotation, apostrophe:
		before = 6
	case slash, dash:
		before = 7
	default:
		before = 8
		switch {
		case p.kind == number:
			before = 9
		case p.kind == markup || p.kind == mark:
			before = 11
		}
	}
	switch t := &l.Tokens[i]; {
	case t.kind == number:
		here = 0
	case t.kind == word && t.shape == small:
		here = 1
	case t.kind == word:
		here = 2
	case t.shape == openParen || t.shape == openBracket || t.shape == quotation || t.shape == apostrophe:
		here = 3
	case t.kind == mark:
		here = 4
	default:
		here = 5
	}
	return before*6 + here
}
