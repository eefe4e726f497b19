package index

import (
	"encoding/binary"
	"errors"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// A packed work is a set of bits that tells which fields there are, and then
// those fields. What packs and what unpacks visit the fields in the same order,
// that of visit, which is thereby part of the format of an index.
type fieldVisitor interface {
	text(*string)
	sharedText(*string) // one that many works have in common
	number(*int)
	flag(*bool)
	names(*[]citation.Name)
	texts(*[]string)
	sharedTexts(*[]string)
	numbers(*[]int)
}

func visit(w *authority.Work, v fieldVisitor) {
	r := &w.Record
	kind, status := position(entryTypes[:], r.Type), position(statuses[:], w.Status)
	v.number(&kind)
	v.number(&status)
	r.Type, w.Status = entryTypes[min(kind, len(entryTypes)-1)], statuses[min(status, len(statuses)-1)]

	v.text(&r.Title)
	v.names(&r.Authors)
	v.flag(&r.EtAl)
	v.names(&r.Editors)
	v.sharedText(&r.Container)
	v.sharedText(&r.Publisher)
	v.sharedText(&r.Institution)
	v.sharedText(&r.Series)
	v.sharedText(&r.Address)
	v.sharedText(&r.Edition)
	v.text(&r.Year)
	v.number(&r.Month)
	v.text(&r.Day)
	v.text(&r.Volume)
	v.text(&r.Number)
	v.text(&r.Pages)
	v.text(&r.EID)
	v.text(&r.ArXiv)
	v.text(&r.DOI)
	v.text(&r.ISBN)
	v.text(&r.PMID)
	v.text(&r.URL)
	v.flag(&r.Preprint)
	v.names(&w.AuthorsToo)
	v.texts(&w.Titles)
	v.numbers(&w.Years)
	v.sharedTexts(&w.Venues)
	v.sharedText(&w.Origin.Source)
	v.text(&w.Origin.Key)
	v.sharedText(&w.Origin.Date)

	notice := authority.Retraction{}
	if w.Retraction != nil {
		notice = *w.Retraction
	}
	v.text(&notice.Date)
	v.text(&notice.Notice)
	v.text(&notice.Reason)
	v.text(&notice.Title)
	v.sharedText((*string)(&notice.Extent))
	if (w.Status == authority.Retracted || w.Status == authority.Reinstated || w.Status == authority.Questioned) && w.Retraction == nil {
		w.Retraction = &notice
	}
}

// The places of these values in their lists are part of the format.
var (
	entryTypes = [...]citation.EntryType{citation.InProceedings, citation.Article, citation.Misc, citation.Book, citation.InCollection, citation.PhDThesis, citation.MastersThesis, citation.TechReport, ""}
	statuses   = [...]authority.Status{authority.Published, authority.Preprint, authority.Retracted, authority.Reinstated, authority.Questioned, ""}
)

// position returns where a value is in a list, the last place for one that is
// not there.
func position[T comparable](list []T, value T) int {
	for i, v := range list {
		if v == value {
			return i
		}
	}
	return len(list) - 1
}

// nameParts visits the parts of a name in the order that they are packed in.
func nameParts(n *citation.Name) [5]*string {
	return [...]*string{&n.Given, &n.Particle, &n.Family, &n.Suffix, &n.Literal}
}

// packer packs works. The bytes are valid until it is used again.
type packer struct {
	shared  *sharedStrings
	present uint64 // the fields that are there, the first one in the lowest bit
	field   uint64 // the bit of the field at hand
	body    []byte
	packed  []byte
}

func (p *packer) pack(w *authority.Work) []byte {
	p.present, p.field, p.body = 0, 1, p.body[:0]
	visited := *w
	visit(&visited, p)
	p.packed = binary.AppendUvarint(p.packed[:0], p.present)
	p.packed = append(p.packed, p.body...)
	return p.packed
}

// has notes whether the field at hand is there, and goes on to the next one.
func (p *packer) has(there bool) bool {
	if there {
		p.present |= p.field
	}
	p.field <<= 1
	return there
}

func (p *packer) putNumber(n int) { p.body = binary.AppendUvarint(p.body, uint64(n)) }

func (p *packer) putText(s string) {
	p.putNumber(len(s))
	p.body = append(p.body, s...)
}

// putShared writes the place of a shared string, or 0 and the text of one that
// there is no room for.
func (p *packer) putShared(s string, limit int) {
	place, ok := p.shared.place(s, limit)
	if !ok {
		p.putNumber(0)
		p.putText(s)
		return
	}
	p.putNumber(place + 1)
}

func (p *packer) flag(b *bool) { p.has(*b) }

func (p *packer) number(n *int) {
	if p.has(*n != 0) {
		p.putNumber(*n)
	}
}

func (p *packer) text(s *string) {
	if p.has(*s != "") {
		p.putText(*s)
	}
}

func (p *packer) sharedText(s *string) {
	if p.has(*s != "") {
		p.putShared(*s, maxShared)
	}
}

func (p *packer) texts(list *[]string) {
	if p.has(len(*list) > 0) {
		p.putNumber(len(*list))
		for _, s := range *list {
			p.putText(s)
		}
	}
}

func (p *packer) sharedTexts(list *[]string) {
	if p.has(len(*list) > 0) {
		p.putNumber(len(*list))
		for _, s := range *list {
			p.putShared(s, maxShared)
		}
	}
}

func (p *packer) numbers(list *[]int) {
	if p.has(len(*list) > 0) {
		p.putNumber(len(*list))
		for _, n := range *list {
			p.putNumber(n)
		}
	}
}

func (p *packer) names(list *[]citation.Name) {
	if !p.has(len(*list) > 0) {
		return
	}
	p.putNumber(len(*list))
	for i := range *list {
		parts := nameParts(&(*list)[i])
		present := 0
		for bit, part := range parts {
			if *part != "" {
				present |= 1 << bit
			}
		}
		p.putNumber(present)
		for _, part := range parts {
			if *part != "" {
				p.putShared(*part, maxSharedNames)
			}
		}
	}
}

// unpacker reads what a packer wrote. Whatever the bytes are, it reads none
// beyond them and makes nothing larger than they could describe.
type unpacker struct {
	shared  *sharedStrings
	present uint64
	bytes   []byte
	broken  bool
}

var errNoPackedWork = errors.New("it is no packed work")

// unpack returns the work that packed describes.
func unpack(packed []byte, shared *sharedStrings) (*authority.Work, error) {
	u := &unpacker{shared: shared, bytes: packed}
	u.present = u.uvarint()
	w := &authority.Work{}
	visit(w, u)
	if u.broken || len(u.bytes) > 0 || u.present != 0 {
		return nil, errNoPackedWork
	}
	return w, nil
}

// has reports whether the field at hand is there, and goes on to the next one.
func (u *unpacker) has() bool {
	there := u.present&1 != 0
	u.present >>= 1
	return there
}

func (u *unpacker) uvarint() uint64 {
	n, size := binary.Uvarint(u.bytes)
	if size <= 0 {
		u.broken, u.bytes = true, nil
		return 0
	}
	u.bytes = u.bytes[size:]
	return n
}

func (u *unpacker) getNumber() int { return int(int32(min(u.uvarint(), 1<<31-1))) }

// getCount reads the length of a list whose items take a byte at least.
func (u *unpacker) getCount() int {
	n := u.uvarint()
	if n > uint64(len(u.bytes)) {
		u.broken, u.bytes = true, nil
		return 0
	}
	return int(n)
}

// getLength is getCount of a list that has items: an empty one is not packed.
func (u *unpacker) getLength() int {
	n := u.getCount()
	u.broken = u.broken || n == 0
	return n
}

func (u *unpacker) getText() string {
	n := u.getCount()
	s := string(u.bytes[:n])
	u.bytes = u.bytes[n:]
	return s
}

func (u *unpacker) getShared() string {
	place := u.uvarint()
	if place == 0 {
		return u.getText()
	}
	s, ok := u.shared.at(place - 1)
	u.broken = u.broken || !ok
	return s
}

func (u *unpacker) flag(b *bool) { *b = u.has() }

func (u *unpacker) number(n *int) {
	*n = 0
	if u.has() {
		*n = u.getNumber()
	}
}

func (u *unpacker) text(s *string) {
	if u.has() {
		*s = u.getText()
	}
}

func (u *unpacker) sharedText(s *string) {
	if u.has() {
		*s = u.getShared()
	}
}

func (u *unpacker) texts(list *[]string) {
	if u.has() {
		*list = make([]string, u.getLength())
		for i := range *list {
			(*list)[i] = u.getText()
		}
	}
}

func (u *unpacker) sharedTexts(list *[]string) {
	if u.has() {
		*list = make([]string, u.getLength())
		for i := range *list {
			(*list)[i] = u.getShared()
		}
	}
}

func (u *unpacker) numbers(list *[]int) {
	if u.has() {
		*list = make([]int, u.getLength())
		for i := range *list {
			(*list)[i] = u.getNumber()
		}
	}
}

func (u *unpacker) names(list *[]citation.Name) {
	if !u.has() {
		return
	}
	*list = make([]citation.Name, u.getLength())
	for i := range *list {
		present := u.getNumber()
		for bit, part := range nameParts(&(*list)[i]) {
			if present&(1<<bit) != 0 {
				*part = u.getShared()
			}
		}
	}
}
