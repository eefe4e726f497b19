package citation

import (
	"maps"
	"slices"
)

// AppendReference appends a reference, with its spans and what is derived, to dst. Equal
// references give equal bytes, on every machine. [ReadReference] reads them.
func AppendReference(dst []byte, r *Reference) []byte {
	p := packer{bytes: dst}
	p.reference(r)
	p.number(uint64(len(r.Spans)))
	for _, name := range slices.Sorted(maps.Keys(r.Spans)) {
		p.text(name)
		p.number(uint64(r.Spans[name][0]))
		p.number(uint64(r.Spans[name][1]))
	}
	p.number(uint64(len(r.Derived)))
	for _, name := range slices.Sorted(maps.Keys(r.Derived)) {
		p.text(name)
		p.text(r.Derived[name].Value)
		p.text(r.Derived[name].From)
	}
	return p.bytes
}

// ReadReference reads what [AppendReference] appended at the start of packed, and returns
// what comes after it. The reference shares the memory of packed. Of other bytes it makes
// some reference; what is missing is read as zero.
func ReadReference(packed string) (r Reference, rest string) {
	u := unpacker{packed}
	u.reference(&r)
	if n := u.count(); n > 0 {
		r.Spans = make(map[string]Span, n)
		for range n {
			name := u.text()
			r.Spans[name] = Span{int(u.number()), int(u.number())}
		}
	}
	if n := u.count(); n > 0 {
		r.Derived = make(map[string]Derived, n)
		for range n {
			name := u.text()
			r.Derived[name] = Derived{Value: u.text(), From: u.text()}
		}
	}
	return r, u.rest
}
