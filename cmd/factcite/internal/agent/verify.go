package agent

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate"
)

type verifyIn struct {
	material
	listing
}

type verifyOut struct {
	Verified []verified `json:"verified" jsonschema:"one for each work, in the order of the text"`
	Cut      string     `json:"cut,omitempty" jsonschema:"what was left out; absent if nothing was"`
}

// verified is what is known of one reference.
type verified struct {
	Words        string             `json:"words,omitempty" jsonschema:"the sentence or reference"`
	Key          string             `json:"key,omitempty" jsonschema:"citation key of an entry of a .bib"`
	Reference    citation.Reference `json:"reference"`
	Verdict      authority.Verdict  `json:"verdict" jsonschema:"agree, contradicted, not_found, not_covered or not_checked; the last two prove nothing"`
	Reason       string             `json:"reason,omitempty" jsonschema:"why it is not covered or was not checked"`
	Confirmed    []string           `json:"confirmed" jsonschema:"fields that the record has as they are stated"`
	Contradicted []difference       `json:"contradicted" jsonschema:"fields that the record has otherwise"`
	NotConfirmed []string           `json:"not_confirmed" jsonschema:"stated fields that the record says nothing about or that are not compared"`
	Known        *known             `json:"known,omitempty" jsonschema:"the work that it is"`
	Beyond       map[string]string  `json:"beyond,omitempty" jsonschema:"fields that the record has and the reference does not state"`
	Published    bool               `json:"published,omitempty" jsonschema:"the reference knows a preprint, and the work was published since"`
	Retracted    string             `json:"retracted,omitempty" jsonschema:"what the notice of its retraction says"`
	Concern      string             `json:"concern,omitempty" jsonschema:"what a notice says against it that withdraws nothing"`
}

type difference struct {
	Field   string `json:"field"`
	Stated  string `json:"stated"`
	Known   string `json:"known"`
	Detail  string `json:"detail,omitempty"`
	Other   bool   `json:"other_work,omitempty" jsonschema:"the identifier leads to another work, which known describes"`
	Nobodys bool   `json:"nobodys,omitempty" jsonschema:"the identifier is nobody's, and known says how that is known"`
	Origin  string `json:"origin,omitempty"`
}

type known struct {
	Title   string          `json:"title"`
	Authors []citation.Name `json:"authors,omitempty"`
	Venue   string          `json:"venue,omitempty"`
	Year    string          `json:"year,omitempty"`
	Origin  string          `json:"origin" jsonschema:"where the record comes from, with its date"`
}

func (s *server) verifyReference(ctx context.Context, in *verifyIn) (*verifyOut, error) {
	var cut string
	inputs, err := s.read(ctx, &in.material, &cut)
	if err != nil {
		return nil, err
	}
	stated, err := statedIn(inputs, in.limit()+1)
	switch {
	case err != nil:
		return nil, err
	case len(stated) == 0:
		return nil, errors.New("no reference was found in it; pass a title with authors, venue, year or an identifier, as a sentence, as a line of a reference list or as an entry of a .bib")
	case len(stated) > in.limit():
		stated = stated[:in.limit()]
		cut = fmt.Sprintf("only the first %d references were compared; ask about fewer at a time", in.limit())
	}
	out := &verifyOut{Verified: make([]verified, len(stated)), Cut: cut}
	text.SideBySide(len(stated), func(i int) { // services are asked about all that wait in one request
		r := &stated[i]
		out.Verified[i] = s.verify(ctx, r.input, r.id, r.reference)
	})
	return out, s.catalogueErr()
}

// statedReference is a reference and what states it.
type statedReference struct {
	input     validate.Input
	id        string
	reference *citation.Reference
}

// statedIn returns the references of inputs, at most so many.
func statedIn(inputs iter.Seq2[validate.Input, error], most int) (stated []statedReference, err error) {
	for input, err := range inputs {
		if err != nil {
			return nil, err
		}
		for id, said := range input.Extractions(true) {
			for i := range said.References {
				stated = append(stated, statedReference{input, id, &said.References[i]})
				if len(stated) == most {
					return stated, nil
				}
			}
		}
	}
	return stated, nil
}

// catalogueErr says that answers are not to be relied on.
func (s *server) catalogueErr() error {
	if s.Catalogue == nil {
		return nil
	}
	return s.Catalogue.Err()
}

func (s *server) verify(ctx context.Context, in validate.Input, id string, r *citation.Reference) verified {
	v := verified{Reference: *r, Confirmed: []string{}, Contradicted: []difference{}, NotConfirmed: []string{}}
	v.Reference.Spans = nil // read_references has them
	if in.Bib != nil {
		v.Key = id
	} else {
		v.Words = in.Fact.Record.Content
	}
	if s.Catalogue == nil {
		v.Verdict, v.Reason = authority.NotChecked, "the server was started without an index and without leave to ask public services"
		return v
	}
	a := s.Catalogue.Verify(ctx, r, &authority.VerifyOptions{CompleteAuthors: in.Bib != nil})
	v.Verdict, v.Reason, v.Published = a.Verdict, a.Reason, a.Published
	v.Confirmed, v.NotConfirmed = append(v.Confirmed, a.Agreed...), append(v.NotConfirmed, a.NotConfirmed...)
	for _, d := range a.Differences {
		v.Contradicted = append(v.Contradicted, difference{
			Field: d.Field, Stated: d.Stated, Known: d.Known, Detail: d.Detail, Other: d.Leads, Nobodys: d.Unknown, Origin: d.Origin.String(),
		})
	}
	if a.Retraction != nil {
		v.Retracted = a.Retraction.String()
	}
	if a.Concern != nil {
		v.Concern = a.Concern.String()
	}
	if a.Work == nil {
		return v
	}
	record := &a.Work.Record
	v.Known = &known{Title: record.Title, Authors: record.Authors, Venue: record.Container, Year: record.Year, Origin: a.Work.Origin.String()}
	for _, field := range a.Fillable {
		if v.Beyond == nil {
			v.Beyond = map[string]string{}
		}
		v.Beyond[field] = record.Text(field)
	}
	return v
}
