package citation

import (
	"encoding/binary"
	"math"
	"math/bits"
	"slices"

	"github.com/factcite/factcite/citation/ref"
)

// packer writes values as bytes, one after another. They are read back by an
// unpacker in the same order; nothing in the bytes says what they are.
type packer struct {
	bytes  []byte
	values []*string // memory for those of a reference
}

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

// texts packs the values that are not empty, after a number whose bits say which.
func (p *packer) texts(values []*string) {
	var stated uint64
	for i, value := range values {
		if *value != "" {
			stated |= 1 << i
		}
	}
	p.number(stated)
	for _, value := range values {
		if *value != "" {
			p.text(*value)
		}
	}
}

// packedTexts are the fields that are one string, but the year, which is packed
// with what in-text citations cite.
var packedTexts = slices.DeleteFunc(slices.Clone(ref.TextFields), func(row *ref.Row) bool { return row.Kind == ref.Year })

func appendTexts(values []*string, r *Reference) []*string {
	for _, row := range packedTexts {
		values = append(values, row.Text(r))
	}
	return values
}

func (p *packer) names(names []Name) {
	p.number(uint64(len(names)))
	for i := range names {
		parts := names[i].Parts()
		p.texts(parts[:])
	}
}

// reference packs all of a reference but its spans and what is derived, first what
// in-text citations cite.
func (p *packer) reference(r *Reference) {
	for _, row := range ref.NameFields {
		p.names(*row.Names(r))
	}
	p.flag(r.EtAl)
	p.text(r.Year)
	p.text(string(r.Type))
	p.values = appendTexts(p.values[:0], r)
	p.texts(p.values)
	p.number(uint64(r.Month))
	p.more(r)
}

// more packs what few references have, after one number that says what is there.
func (p *packer) more(r *Reference) {
	var has uint64
	for i, is := range [...]bool{r.Preprint, r.Kind != "", r.Confidence != 0, len(r.Doubtful) > 0, r.Entry != nil} {
		if is {
			has |= 1 << i
		}
	}
	p.number(has)
	if r.Kind != "" {
		p.text(string(r.Kind))
	}
	if r.Confidence != 0 {
		p.number(math.Float64bits(r.Confidence))
	}
	if len(r.Doubtful) > 0 {
		p.number(uint64(len(r.Doubtful)))
		for _, field := range r.Doubtful {
			p.text(string(field))
		}
	}
	if r.Entry != nil {
		p.entry(r.Entry)
	}
}

// entry packs how a .bib has a work.
func (p *packer) entry(e *ref.Entry) {
	for _, text := range [...]string{e.Type, e.Key, e.Filled, e.Contradicted} {
		p.text(text)
	}
	p.flag(e.Judged)
	p.list(e.Facts)
	p.list(e.Keys)
	p.number(uint64(len(e.Covered)))
	for _, name := range e.Covered {
		p.text(string(name))
	}
	p.number(uint64(len(e.Fields)))
	for _, f := range e.Fields {
		p.text(f.Name)
		p.text(f.Value)
	}
}

func (p *packer) list(texts []string) {
	p.number(uint64(len(texts)))
	for _, text := range texts {
		p.text(text)
	}
}

// unpacker reads what a packer wrote. Its strings share the memory of the packed
// text. What is missing is read as zero, and nothing of the rest is.
type unpacker struct{ rest string }

func (u *unpacker) number() uint64 {
	var n uint64
	for shift := 0; u.rest != ""; shift += 7 {
		b := u.rest[0]
		u.rest = u.rest[1:]
		n |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return n
		}
	}
	return 0
}

func (u *unpacker) text() string {
	length := u.count()
	text := u.rest[:length]
	u.rest = u.rest[length:]
	return text
}

// count reads the number of bytes, or of what takes one at least, that follow.
func (u *unpacker) count() int {
	n := u.number()
	if n > uint64(len(u.rest)) {
		u.rest = ""
		return 0
	}
	return int(n)
}

func (u *unpacker) flag() bool { return u.number() != 0 }

// texts reads the values that are not empty; the others are left alone.
func (u *unpacker) texts(values []*string) {
	for stated := u.number() & (1<<len(values) - 1); stated != 0; stated &= stated - 1 {
		*values[bits.TrailingZeros64(stated)] = u.text()
	}
}

// fields reads those of [appendTexts].
func (u *unpacker) fields(r *Reference) {
	for stated := u.number() & (1<<len(packedTexts) - 1); stated != 0; stated &= stated - 1 {
		*packedTexts[bits.TrailingZeros64(stated)].Text(r) = u.text()
	}
}

// names reads names into the memory of others.
func (u *unpacker) names(memory []Name) []Name {
	count := u.count()
	names := slices.Grow(memory[:0], count)[:count]
	clear(names)
	for i := range names {
		parts := names[i].Parts()
		u.texts(parts[:])
	}
	return names
}

// reference reads into an empty reference, whose lists of names are memory.
func (u *unpacker) reference(r *Reference) {
	u.cited(r)
	r.Type = EntryType(u.text())
	u.fields(r)
	r.Month = int(u.number())
	u.more(r)
}

// more reads what [packer.more] wrote.
func (u *unpacker) more(r *Reference) {
	has := u.number()
	r.Preprint = has&1 != 0
	if has&2 != 0 {
		r.Kind = ref.WorkKind(u.text())
	}
	if has&4 != 0 {
		r.Confidence = math.Float64frombits(u.number())
	}
	if has&8 != 0 {
		r.Doubtful = make([]ref.Field, u.count())
		for i := range r.Doubtful {
			r.Doubtful[i] = ref.Field(u.text())
		}
	}
	if has&16 != 0 {
		r.Entry = u.entry()
	}
}

func (u *unpacker) entry() *ref.Entry {
	e := &ref.Entry{Type: u.text(), Key: u.text(), Filled: u.text(), Contradicted: u.text(), Judged: u.flag(), Facts: u.list(), Keys: u.list()}
	e.Covered = make([]ref.Field, u.count())
	for i := range e.Covered {
		e.Covered[i] = ref.Field(u.text())
	}
	e.Fields = make([]ref.EntryField, u.count())
	for i := range e.Fields {
		e.Fields[i] = ref.EntryField{Name: u.text(), Value: u.text()}
	}
	return e
}

func (u *unpacker) list() []string {
	texts := make([]string, u.count())
	for i := range texts {
		texts[i] = u.text()
	}
	return texts
}

// cited unpacks what in-text citations cite: the people and the stated year.
func (u *unpacker) cited(r *Reference) {
	for _, row := range ref.NameFields {
		names := row.Names(r)
		*names = u.names(*names)
	}
	r.EtAl = u.flag()
	r.Year = u.text()
}
