package citation

import (
	"encoding/binary"
	"slices"
)

// packer writes values as bytes, one behind another. They are read back by an
// unpacker in the same order; nothing in the bytes says what they are.
type packer struct{ bytes []byte }

func (p *packer) number(n uint64) { p.bytes = binary.AppendUvarint(p.bytes, n) }

func (p *packer) text(s string) {
	p.number(uint64(len(s)))
	p.bytes = append(p.bytes, s...)
}

func (p *packer) flag(is bool) {
	if is {
		p.number(1)
	} else {
		p.number(0)
	}
}

func (p *packer) names(names []Name) {
	p.number(uint64(len(names)))
	for i := range names {
		for _, part := range names[i].parts() {
			p.text(*part)
		}
	}
}

// reference packs all of a reference but its spans and what is derived, first what
// in-text citations cite.
func (p *packer) reference(r *Reference) {
	p.names(r.Authors)
	p.names(r.Editors)
	p.flag(r.EtAl)
	p.text(r.Year)
	p.text(string(r.Type))
	for _, f := range r.stringValues() {
		p.text(*f)
	}
	p.number(uint64(r.Month))
	p.flag(r.Preprint)
}

// unpacker reads what a packer wrote. Its strings share the memory of the packed
// text.
type unpacker struct{ rest string }

func (u *unpacker) number() uint64 {
	var n uint64
	for shift := 0; ; shift += 7 {
		b := u.rest[0]
		u.rest = u.rest[1:]
		n |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return n
		}
	}
}

func (u *unpacker) text() string {
	length := u.number()
	text := u.rest[:length]
	u.rest = u.rest[length:]
	return text
}

func (u *unpacker) flag() bool { return u.number() != 0 }

// names reads names into the memory of others.
func (u *unpacker) names(memory []Name) []Name {
	count := int(u.number())
	names := slices.Grow(memory[:0], count)[:count]
	for i := range names {
		for _, part := range names[i].parts() {
			*part = u.text()
		}
	}
	return names
}

func (u *unpacker) reference(r *Reference) {
	u.cited(r)
	r.Type = EntryType(u.text())
	for _, f := range r.stringValues() {
		*f = u.text()
	}
	r.Month = int(u.number())
	r.Preprint = u.flag()
}

// cited unpacks what in-text citations cite: the people and the stated year.
func (u *unpacker) cited(r *Reference) {
	r.Authors = u.names(r.Authors)
	r.Editors = u.names(r.Editors)
	r.EtAl = u.flag()
	r.Year = u.text()
}

// parts returns the parts of a name.
func (n *Name) parts() [5]*string {
	return [...]*string{&n.Given, &n.Particle, &n.Family, &n.Suffix, &n.Literal}
}

// stringValues returns the values of stringFields but the year.
func (r *Reference) stringValues() [17]*string {
	return [...]*string{&r.Title, &r.Container, &r.Publisher, &r.Institution, &r.Series, &r.Address, &r.Edition, &r.Day,
		&r.Volume, &r.Number, &r.Pages, &r.EID, &r.ArXiv, &r.DOI, &r.ISBN, &r.PMID, &r.URL}
}
