package agent

import (
	"context"
	"errors"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/ground/texts"
)

type groundIn struct {
	Fact       string `json:"fact" jsonschema:"the sentence to compare; words in quotation marks are compared as quotations"`
	SourceText string `json:"source_text,omitempty" jsonschema:"the text of the source; at most 1 MiB"`
	SourcePath string `json:"source_path,omitempty" jsonschema:"instead of source_text: a file that the server may read (text, Markdown, HTML, XML, PDF)"`
	Quotation  bool   `json:"quotation,omitempty" jsonschema:"the whole fact is a quotation"`
	Partial    bool   `json:"partial,omitempty" jsonschema:"the text is an abstract or an opening: it can bear the fact out, and says nothing against it"`
}

type groundOut struct {
	Verdict ground.Support `json:"verdict" jsonschema:"borne out, or what speaks against the fact: absent, altered, out of order, opposed; or not checked"`
	Anchors []anchor       `json:"anchors" jsonschema:"what of the fact can be looked for in the text, in the order of the fact"`
	Passage *found         `json:"passage,omitempty" jsonschema:"the words of the text that bear the fact out best"`
	Cut     string         `json:"cut,omitempty" jsonschema:"what was left out; absent if nothing was"`
}

type anchor struct {
	Kind    ground.Kind    `json:"kind"`
	Verdict ground.Support `json:"verdict"`
	Stated  string         `json:"stated"`
	Span    citation.Span  `json:"span" jsonschema:"bytes of the fact, half open"`
	Found   *found         `json:"found,omitempty" jsonschema:"the words of the text in its place"`
	Changed []change       `json:"changed,omitempty" jsonschema:"word by word, how a quotation differs"`
}

type found struct {
	Words string        `json:"words"`
	Span  citation.Span `json:"span" jsonschema:"bytes of the text as it is read, half open"`
	Page  int           `json:"page,omitempty"`
}

type change struct {
	Stated string `json:"stated" jsonschema:"empty where the quotation left something out"`
	Found  string `json:"found" jsonschema:"empty where the quotation put something in"`
}

func (s *server) groundFact(ctx context.Context, in *groundIn) (*groundOut, error) {
	if in.Fact == "" {
		return nil, errors.New("there is no fact; pass the sentence to compare")
	}
	if len(in.Fact) > maxText {
		return nil, tooLong(len(in.Fact))
	}
	reading, err := s.source(ctx, in)
	if err != nil {
		return nil, err
	}
	result := ground.Check(ground.NewText(reading), ground.Statement{Content: in.Fact, Quotation: in.Quotation, Partial: in.Partial || reading.Partial})
	words := func(p *ground.Place) *found {
		if p == nil {
			return nil
		}
		return &found{Words: reading.Text[p.Start:p.End], Span: citation.Span{p.Start, p.End}, Page: p.Page}
	}
	out := &groundOut{Verdict: result.Verdict(), Anchors: []anchor{}, Passage: words(result.Passage)}
	for _, a := range result.Anchors {
		of := anchor{Kind: a.Kind, Verdict: a.Verdict, Stated: in.Fact[a.Span[0]:a.Span[1]], Span: a.Span, Found: words(a.At)}
		for _, d := range a.Differences {
			of.Changed = append(of.Changed, change{in.Fact[d.Stated[0]:d.Stated[1]], reading.Text[d.Found.Start:d.Found.End]})
		}
		out.Anchors = append(out.Anchors, of)
	}
	out.Anchors = shortened(out.Anchors, mostItems, "anchors", &out.Cut)
	return out, nil
}

// source reads the text of the source.
func (s *server) source(ctx context.Context, in *groundIn) (ground.Reading, error) {
	switch {
	case in.SourceText != "" && in.SourcePath != "":
		return ground.Reading{}, errors.New("source_text and source_path are both given; pass one of them")
	case len(in.SourceText) > maxText:
		return ground.Reading{}, tooLong(len(in.SourceText))
	case in.SourceText != "":
		return texts.Plain(in.SourceText), nil
	case in.SourcePath == "":
		return ground.Reading{}, errors.New("there is no text of a source; pass source_text or source_path")
	}
	if err := s.folders.check(in.SourcePath); err != nil {
		return ground.Reading{}, err
	}
	library := &texts.Library{PDF: s.PDF}
	library.AddFile(s.folders, in.SourcePath)
	document, err := library.Read(ctx, in.SourcePath)
	if err != nil {
		return ground.Reading{}, err
	}
	return document.Reading, nil
}
