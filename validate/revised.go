package validate

import (
	"bytes"
	"slices"
)

// revised are the records that changed, as they were or as they are.
type revised struct {
	records      []examined // without what they share with others, which has not changed
	ids, sourced map[uint64]bool
	bySource     map[string]bool // fingerprints of findings that belong to sources
}

// maxRevised is how many records may have changed, which are all in memory.
const maxRevised = 10_000

// add adds a record that changed; shareAlike says that what it shares with others did not. It
// is false of one that may have to do with others.
func (r *revised) add(x *examined, shareAlike bool) bool {
	isOfNone := func(d draft) bool { return d.of == "" } // and numbered among all such findings
	if x.kind != valid && x.kind != invalid || slices.ContainsFunc(x.own, isOfNone) || len(r.records) == maxRevised {
		return false
	}
	nothing := &examined{kind: valid, fact: x.fact, of: x.of, place: x.place}
	if !shareAlike && !bytes.Equal(shared(x), shared(nothing)) {
		return false
	}
	if r.ids[x.id] || r.sourced[x.sourced] {
		return false
	}
	if r.ids == nil {
		r.ids, r.sourced, r.bySource = map[uint64]bool{}, map[uint64]bool{}, map[string]bool{}
	}
	r.ids[x.id] = true
	if x.sourced != 0 {
		r.sourced[x.sourced] = true
	}
	for i := range x.bySource {
		r.bySource[x.bySource[i].Fingerprint] = true
	}
	r.records = append(r.records, examined{
		kind: x.kind, fact: x.fact, of: x.of, place: x.place, unread: x.unread, own: x.own, judged: x.judged, bySource: x.bySource,
		id: x.id, sourced: x.sourced, content: x.content,
	})
	return true
}

// packUnplaced packs a record without where it is in its file, which is not compared.
func packUnplaced(x *examined) []byte {
	one := *x
	one.place.Offset = 0
	return packExamined(nil, &one)
}

// shared packs what the findings of other records, and of works, may depend on, but the
// hashes of a record.
func shared(x *examined) []byte {
	one := *x
	one.kind, one.unread, one.own, one.judged, one.content, one.checked = valid, false, nil, nil, 0, &Checked{}
	one.bySource = make([]sourceDraft, len(x.bySource)) // which are told once of all records with the source
	for i := range x.bySource {
		one.bySource[i].Fingerprint = x.bySource[i].Fingerprint
	}
	return packUnplaced(&one)
}
