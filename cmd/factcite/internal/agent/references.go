package agent

import (
	"context"
	"maps"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate"
)

type readIn struct {
	material
	listing
}

type readOut struct {
	Works    []readWork    `json:"works"`
	Mentions []readMention `json:"mentions" jsonschema:"author-year citations in passing"`
	Named    []readNamed   `json:"named" jsonschema:"titles that are named without being the reference of the sentence"`
	Cut      string        `json:"cut,omitempty" jsonschema:"what was left out; absent if nothing was"`
}

// place is where something is. Spans are bytes of the text or file, half open.
type place struct {
	Path string        `json:"path,omitempty" jsonschema:"file; absent of the text of the call"`
	Line int           `json:"line"`
	Span citation.Span `json:"span" jsonschema:"bytes of the text or file, half open"`
}

type readWork struct {
	place
	Words     string             `json:"words,omitempty" jsonschema:"the sentence or reference; absent of an entry of a .bib"`
	Key       string             `json:"key,omitempty" jsonschema:"citation key of an entry of a .bib"`
	Reference citation.Reference `json:"reference" jsonschema:"spans of its fields are bytes of the text or file"`
}

type readMention struct {
	place
	Authors []string `json:"authors"`
	EtAl    bool     `json:"etal,omitempty"`
	Year    string   `json:"year"`
}

type readNamed struct {
	place
	Title string `json:"title"`
	Kind  string `json:"kind,omitempty"`
}

func (s *server) readReferences(ctx context.Context, in *readIn) (*readOut, error) {
	out := &readOut{Works: []readWork{}, Mentions: []readMention{}, Named: []readNamed{}}
	inputs, err := s.read(ctx, &in.material, &out.Cut)
	if err != nil {
		return nil, err
	}
	for input, err := range inputs {
		if err != nil {
			return nil, err
		}
		out.add(input)
	}
	out.Works = shortened(out.Works, in.limit(), "works", &out.Cut)
	out.Mentions = shortened(out.Mentions, in.limit(), "mentions", &out.Cut)
	out.Named = shortened(out.Named, in.limit(), "named titles", &out.Cut)
	return out, nil
}

// add adds what one input says of works.
func (out *readOut) add(in validate.Input) {
	if in.Bib != nil {
		for i := range in.Bib.Entries {
			e := &in.Bib.Entries[i]
			if reference, ok := citation.BibReference(in.Bib, e); ok {
				at := place{Path: shown(in.Bib.Path), Line: e.Line, Span: citation.Span{e.Start, e.End}}
				out.Works = append(out.Works, readWork{place: at, Key: e.Key, Reference: reference})
			}
		}
		return
	}
	for _, said := range in.Extractions(true) {
		where := func(span citation.Span) place {
			from, to := in.Fact.LocateContent(span[0], span[1])
			return place{Path: shown(from.Path), Line: from.Line, Span: citation.Span{int(from.Offset), int(to.Offset)}}
		}
		content := in.Fact.Record.Content
		for _, r := range said.References {
			r.Spans = maps.Clone(r.Spans)
			for field, span := range r.Spans {
				r.Spans[field] = where(span).Span
			}
			out.Works = append(out.Works, readWork{place: where(citation.Span{0, len(content)}), Words: content, Reference: r})
		}
		for _, m := range said.Mentions {
			out.Mentions = append(out.Mentions, readMention{place: where(m.Span), Authors: m.Authors, EtAl: m.EtAl, Year: m.Year})
		}
		for _, n := range said.Named {
			out.Named = append(out.Named, readNamed{place: where(n.Span), Title: n.Title, Kind: string(n.Kind)})
		}
	}
}

// shown is a path as an answer has it: the text of a call has none.
func shown(path string) string {
	if path == "text" {
		return ""
	}
	return path
}
