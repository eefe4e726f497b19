package validate

import (
	"cmp"
	"encoding/binary"
	"iter"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate/internal/spill"
)

// recordAt is where a record is among the parts of a run.
type recordAt struct {
	part, number uint32 // of the part, and of the record in it
}

func (a recordAt) compare(b recordAt) int {
	return cmp.Or(cmp.Compare(a.part, b.part), cmp.Compare(a.number, b.number))
}

// tie says that a record has to do with the others that have a tie of that hash, see [Revise].
// Its last bits are the side of a clue.
type tie struct {
	hash uint64
	at   recordAt
}

func (t tie) compare(other tie) int {
	if t.hash != other.hash { // of most
		return cmp.Compare(t.hash, other.hash)
	}
	return t.at.compare(other.at)
}

func (t tie) side() citation.Side { return citation.Side(t.hash & sideBits) }

// sideBits are the bits of a hash that hold a side, so that the ties of one clue are together.
const sideBits = 3

// tieKind is what records have in common.
type tieKind uint64

const (
	tieOfID       tieKind = iota + 1
	tieOfContent          // and sources
	tieOfSource           // of which something is told once
	tieOfClue             // to a work
	tieOfName             // by which a work is cited, of the record that names it first
	tieOfCitation         // of a record that cites by the name
	tieOfKey              // that a work asked for, of the record that names it first
)

// hash returns the hash of a tie.
func (k tieKind) hash(of uint64) uint64 { return (of ^ uint64(k)*0x9E3779B97F4A7C15) &^ sideBits }

// tiesOf calls add with the hashes of the ties that a record has by itself.
func tiesOf(x *examined, add func(hash uint64)) {
	if x.kind != valid && x.kind != invalid {
		return
	}
	add(tieOfID.hash(x.id))
	if x.sourced != 0 {
		add(tieOfContent.hash(x.sourced))
	}
	for i := range x.bySource {
		add(tieOfSource.hash(stableHash([]byte(x.bySource[i].Fingerprint))))
	}
	for i := range x.references {
		for _, clue := range citation.NewStatement(&x.references[i]).Clues() {
			add(tieOfClue.hash(clue.Hash) | uint64(clue.Side))
		}
	}
	for i := range x.mentions {
		for _, name := range citation.NamesCited(x.mentions[i].Mention) {
			add(tieOfCitation.hash(name))
		}
	}
}

// ties are those of a run in the making, most of them on disk.
type ties struct {
	list  *spill.Values[tie]
	count int
	err   error
}

// tiesInMemory is how many ties are put in order at once.
const tiesInMemory = 1 << 15

func newTies() *ties {
	inOrder := func(a, b *tie) int { return a.compare(*b) }
	pack := func(dst []byte, t *tie) []byte { return appendTie(dst, *t) }
	return &ties{list: spill.New(tiesInMemory, inOrder, spill.Fixed(tieLength, pack, readTie))}
}

func (t *ties) add(one tie) {
	t.count++
	t.err = cmp.Or(t.err, t.list.Add(one))
}

// all yields the ties in order.
func (t *ties) all() iter.Seq2[tie, error] {
	return func(yield func(tie, error) bool) {
		if t.err != nil {
			yield(tie{}, t.err)
			return
		}
		t.list.All()(yield)
	}
}

func (t *ties) close() error {
	if t == nil {
		return nil
	}
	return t.list.Close()
}

// workAt is where a work is named first.
type workAt struct {
	recordAt
	reference uint32 // of the record
}

func (w workAt) compare(other workAt) int {
	return cmp.Or(w.recordAt.compare(other.recordAt), cmp.Compare(w.reference, other.reference))
}

const (
	recordAtLength = 8
	tieLength      = 8 + recordAtLength
	workAtLength   = recordAtLength + 4
)

func appendTie(dst []byte, t tie) []byte {
	dst = binary.LittleEndian.AppendUint64(dst, t.hash)
	return appendRecordAt(dst, t.at)
}

func readTie(b []byte) tie { return tie{binary.LittleEndian.Uint64(b), readRecordAt(b[8:])} }

func appendWorkAt(dst []byte, w workAt) []byte {
	return binary.LittleEndian.AppendUint32(appendRecordAt(dst, w.recordAt), w.reference)
}

func readWorkAt(b []byte) workAt {
	return workAt{readRecordAt(b), binary.LittleEndian.Uint32(b[8:])}
}

func appendRecordAt(dst []byte, at recordAt) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, at.part)
	return binary.LittleEndian.AppendUint32(dst, at.number)
}

func readRecordAt(b []byte) recordAt {
	return recordAt{binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:])}
}
