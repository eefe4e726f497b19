// Package mentions finds the works that in-text citations mean, among those of a run, of the
// document's own list and, where somebody knows more, of others. It knows no rule but those
// that say that none was found, or several.
package mentions

import (
	"fmt"
	"slices"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/rules"
	"github.com/factcite/factcite/validate/internal/spill"
)

// Mention is an in-text citation and its place.
type Mention struct {
	Mention citation.Mention
	Finding finding.Finding // what is known of the finding before the entries are
	Of      string          // the fact that it belongs to
	Ordinal int             // among the fact's mentions in the same words
	Named   []int           // the works that the sentence itself names, by Work.Index
	Context string          // the sentence and its sources, if known works are to be chosen by them
}

// New returns a citation in the sentence of a record. Findings about it belong to of, see
// [finding.Draft].
func New(s *rules.Subject, of string, m citation.Mention) Mention {
	start, end := m.Span[0], m.Span[1]
	f := s.Words(start, end, finding.Finding{Fact: s.Fact.ID, Field: "mention", Stated: s.Fact.Content[start:end]})
	return Mention{Mention: m, Finding: f, Of: of}
}

// ContextOf returns the text by which one of several known works is chosen that a
// citation fits.
func ContextOf(record *fact.Record) string {
	context := record.Content
	for i := range record.Sources {
		context += " " + record.Sources[i].Title
	}
	return context
}

// Number counts the mentions of a fact that are in the same words.
func Number(mentions []Mention) {
	if len(mentions) < 2 {
		return
	}
	seen := make(map[string]int, len(mentions))
	for i := range mentions {
		words := fold.Plain(mentions[i].Finding.Stated)
		mentions[i].Ordinal = seen[words]
		seen[words]++
	}
}

// Resolver finds the works that mentions mean. Several goroutines may share it.
type Resolver struct {
	Works *citation.Bibliography
	Known cited    // knows other works than the bibliography; may be nil
	Own   OwnLists // nil if every document may cite every work
}

// ResolveAll says of which mentions no work is found, or several are.
func (r *Resolver) ResolveAll(mentions []Mention) []finding.Draft {
	drafts := make([]finding.Draft, 0, len(mentions))
	for i := range mentions {
		if d, ok := r.resolve(&mentions[i]); ok {
			drafts = append(drafts, d)
		}
	}
	return drafts
}

// resolve says that no entry fits a mention, or that several do. It is false if
// one does.
func (r *Resolver) resolve(m *Mention) (finding.Draft, bool) {
	found := r.Works.Citing(m.Mention)
	fitting := r.Own.keep(found, m.Finding.Path)
	for _, index := range m.Named {
		if slices.Contains(fitting, r.Works.Current(index)) {
			return finding.Draft{}, false
		}
	}
	d := finding.Draft{Finding: m.Finding, Of: m.Of}
	stated := finding.Quoted(finding.Shorten(m.Finding.Stated, 90))
	switch len(fitting) {
	case 0:
		if m.Mention.IsLinked() { // the link says which work is meant
			return finding.Draft{}, false
		}
		known := r.cited(m)
		if len(known) == 1 {
			return finding.Draft{}, false
		}
		d.Rule = "mention-unresolved"
		d.Message = stated + " is cited, and no entry fits"
		d.Help = "add a reference fact that names the work"
		if len(found) > 0 {
			d.Message = stated + " is cited, and the document's own list has no entry that fits"
			d.Help = "add the entry to the list, or correct the citation"
		}
		d.Known = candidates(known)
		if d.Known != "" {
			d.Message += "; it may be " + d.Known
		}
	case 1:
		return finding.Draft{}, false
	default:
		d.Rule = "mention-ambiguous"
		d.Message = fmt.Sprintf("%s is cited, and %d entries fit, as %s", stated, len(fitting), r.name(fitting[0])+" and "+r.name(fitting[1]))
		d.Help = "name the work in the sentence"
	}
	d.Fingerprint = finding.Fingerprint(d.Rule, d.Of, d.Field, d.Stated, m.Ordinal)
	return d, true
}

func (r *Resolver) name(work int) string { return rules.NameOf(&r.Works.At(work).Reference) }

// Pack writes a mention as it is kept on disk.
func Pack(dst []byte, m *Mention) []byte {
	dst = spill.AppendNumbers(dst, len(m.Mention.Authors))
	dst = spill.AppendTexts(dst, m.Mention.Authors...)
	dst = spill.AppendFlag(dst, m.Mention.EtAl)
	dst = spill.AppendTexts(dst, m.Mention.Year, m.Of, m.Context, m.Mention.ArXiv, m.Mention.DOI, m.Mention.URL)
	dst = spill.AppendNumbers(dst, m.Mention.Span[0], m.Mention.Span[1], m.Ordinal, len(m.Named))
	dst = spill.AppendNumbers(dst, m.Named...)
	return finding.Pack(dst, &m.Finding)
}

// Unpack reads what Pack wrote into an empty mention.
func Unpack(p *spill.Unpacker, m *Mention) {
	for n := p.Count(); n > 0 && !p.Broken; n-- {
		m.Mention.Authors = append(m.Mention.Authors, p.Text())
	}
	m.Mention.EtAl = p.Flag()
	m.Mention.Year, m.Of, m.Context = p.Text(), p.Text(), p.Text()
	m.Mention.ArXiv, m.Mention.DOI, m.Mention.URL = p.Text(), p.Text(), p.Text()
	m.Mention.Span[0], m.Mention.Span[1], m.Ordinal = p.Number(), p.Number(), p.Number()
	for n := p.Count(); n > 0 && !p.Broken; n-- {
		m.Named = append(m.Named, p.Number())
	}
	finding.Unpack(p, &m.Finding)
}
