package agent

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/factcite/factcite/citation"
)

type bibliographyIn struct {
	material
	Format     citation.Format `json:"format,omitempty" jsonschema:"bibtex if it is not given, or biblatex, csl-json, ris or cff"`
	Fill       bool            `json:"fill,omitempty" jsonschema:"add what an index or public services know of the works beyond what is stated"`
	AllTypes   bool            `json:"all_types,omitempty" jsonschema:"take works as references in facts of every type"`
	Provenance bool            `json:"provenance,omitempty" jsonschema:"say in each entry which facts it comes from and what was derived or filled"`
}

type bibliographyOut struct {
	Bibliography string `json:"bibliography"`
	Works        int    `json:"works" jsonschema:"how many works there are"`
	Cut          string `json:"cut,omitempty" jsonschema:"what was left out; absent if nothing was"`
}

func (s *server) bibliography(ctx context.Context, in *bibliographyIn) (*bibliographyOut, error) {
	out := &bibliographyOut{}
	inputs, err := s.read(ctx, &in.material, &out.Cut)
	if err != nil {
		return nil, err
	}
	var b citation.Bibliography
	for input, err := range inputs {
		if err != nil {
			return nil, err
		}
		for id, said := range input.Extractions(in.AllTypes || in.Text != "") {
			for i := range said.References {
				b.Add(id, &said.References[i])
			}
		}
	}
	options := &citation.WriteOptions{Format: in.Format, NoProvenance: !in.Provenance, UTF8: true}
	if in.Fill {
		if s.Catalogue == nil {
			return nil, errors.New("nothing can be filled: the server was started without an index and without leave to ask public services")
		}
		options.Complete = func(p *citation.Publication) { s.Catalogue.Fill(ctx, p) }
	}
	text := limited{most: maxEntries}
	if err := b.Write(&text, options); err != nil && !errors.Is(err, errFull) {
		return nil, err
	}
	for range b.All() {
		out.Works++
	}
	if out.Bibliography = text.String(); text.full {
		if in.Format != "" && in.Format != citation.BibTeX && in.Format != citation.BibLaTeX {
			return nil, fmt.Errorf("the bibliography of %d works is longer than %d bytes, and %s cannot be cut; ask about fewer files, or for bibtex", out.Works, maxEntries, in.Format)
		}
		out.Bibliography = out.Bibliography[:strings.LastIndex(out.Bibliography, "\n\n")+1]
		out.Cut = strings.TrimPrefix(fmt.Sprintf("%s; entries after the first %d bytes are left out", out.Cut, maxEntries), "; ")
	}
	return out, s.catalogueErr()
}

var errFull = errors.New("it holds no more")

// limited holds a text up to a length.
type limited struct {
	strings.Builder
	most int
	full bool
}

func (l *limited) Write(p []byte) (int, error) {
	if room := l.most - l.Len(); len(p) > room {
		l.full = true
		l.Builder.Write(p[:room])
		return room, errFull
	}
	return l.Builder.Write(p)
}
