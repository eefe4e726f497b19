package output

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// CSLItem is a work in CSL-JSON, the form that citation processors read
// (https://github.com/citation-style-language/schema).
type CSLItem struct {
	ID              string     `json:"id"`
	Type            string     `json:"type"`
	Genre           string     `json:"genre,omitempty"`
	Title           string     `json:"title,omitempty"`
	Author          []CSLName  `json:"author,omitempty"`
	Editor          []CSLName  `json:"editor,omitempty"`
	ContainerTitle  string     `json:"container-title,omitempty"`
	CollectionTitle string     `json:"collection-title,omitempty"`
	Publisher       string     `json:"publisher,omitempty"`
	PublisherPlace  string     `json:"publisher-place,omitempty"`
	Edition         string     `json:"edition,omitempty"`
	Volume          string     `json:"volume,omitempty"`
	Issue           string     `json:"issue,omitempty"`
	Number          string     `json:"number,omitempty"`
	Page            string     `json:"page,omitempty"`
	Issued          *CSLDate   `json:"issued,omitempty"`
	DOI             string     `json:"DOI,omitempty"`
	ISBN            string     `json:"ISBN,omitempty"`
	PMID            string     `json:"PMID,omitempty"`
	URL             string     `json:"URL,omitempty"`
	Note            string     `json:"note,omitempty"`
	Custom          *CSLCustom `json:"custom,omitempty"`
}

// CSLName is a person, or a body in Literal.
type CSLName struct {
	Family   string `json:"family,omitempty"`
	Given    string `json:"given,omitempty"`
	Particle string `json:"non-dropping-particle,omitempty"`
	Suffix   string `json:"suffix,omitempty"`
	Literal  string `json:"literal,omitempty"`
}

// CSLDate is a date or a range of dates, each of year, month and day as far as
// they are known; or words.
type CSLDate struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// CSLCustom is where a work came from: the facts that name it, which of its values
// are derived and from what, and what a record of known works filled or has
// otherwise.
type CSLCustom struct {
	Facts        []string `json:"x-facts,omitempty"`
	Derived      string   `json:"x-derived,omitempty"`
	Filled       string   `json:"x-filled,omitempty"`
	Contradicted string   `json:"x-contradicted,omitempty"`
}

// CSL returns the reference in CSL-JSON. "et al." is the literal name "others",
// as pandoc has it. The values are plain text.
func CSL(id string, r *ref.Reference) CSLItem {
	w := r.WithDerived()
	item := CSLItem{
		ID: id, Title: text.CleanText(w.Title), Author: cslNames(w.Authors, w.EtAl), Editor: cslNames(w.Editors, false),
		CollectionTitle: text.CleanText(w.Series), Publisher: text.CleanText(w.Publisher), PublisherPlace: text.CleanText(w.Address),
		Edition: text.CleanText(w.Edition), Volume: text.CleanText(w.Volume), Page: text.CleanText(ref.DashedPages(w.Pages)), Issued: cslDate(&w),
		DOI: fold.DOIName(w.DOI), ISBN: text.CleanText(w.ISBN), PMID: text.CleanText(w.PMID), URL: text.CleanText(w.URL),
	}
	var notes []string
	item.Type, item.Genre = cslType(&w)
	container, institution := text.CleanText(w.Container), text.CleanText(w.Institution)
	switch {
	case w.Type == ref.Book && item.CollectionTitle == "":
		item.CollectionTitle = container
	case w.Type == ref.Book && container != item.CollectionTitle:
		notes = append(notes, text.NonEmpty(container)...)
	default:
		item.ContainerTitle = container
	}
	if item.Publisher == "" {
		item.Publisher = institution
	} else if institution != item.Publisher {
		notes = append(notes, text.NonEmpty(institution)...)
	}
	if w.Type == ref.Article {
		item.Issue, item.Number = text.CleanText(w.Number), text.CleanText(w.EID)
	} else {
		item.Number = text.CleanText(w.Number)
		notes = append(notes, text.NonEmpty(text.Prefixed("Article ", text.CleanText(w.EID)))...)
	}
	if arxiv := fold.ArXivID(w.ArXiv); arxiv != "" {
		notes = append(notes, "arXiv:"+arxiv)
		if item.URL == "" {
			item.URL = "https://arxiv.org/abs/" + arxiv
		}
	}
	item.Note = strings.Join(notes, "; ")
	if derived := r.DerivedNote(); derived != "" {
		item.Custom = &CSLCustom{Derived: derived}
	}
	return item
}

func cslType(w *ref.Reference) (kind, genre string) {
	switch w.Type {
	case ref.Article:
		return "article-journal", ""
	case ref.InProceedings:
		return "paper-conference", ""
	case ref.Book:
		return "book", ""
	case ref.InCollection:
		return "chapter", ""
	case ref.PhDThesis:
		return "thesis", "PhD thesis"
	case ref.MastersThesis:
		return "thesis", "Master’s thesis"
	case ref.TechReport:
		return "report", ""
	}
	switch {
	case identity.IsPreprint(w):
		return "article", "preprint"
	case w.URL != "":
		return "webpage", ""
	}
	return "document", ""
}

func cslNames(names []ref.Name, etal bool) []CSLName {
	list := make([]CSLName, 0, len(names)+1)
	for _, n := range names {
		list = append(list, CSLName{text.CleanText(n.Family), text.CleanText(n.Given), text.CleanText(n.Particle), text.CleanText(n.Suffix), text.CleanText(n.Literal)})
	}
	if etal && len(list) > 0 {
		list = append(list, CSLName{Literal: "others"})
	}
	return list
}

func cslDate(w *ref.Reference) *CSLDate {
	if dates := w.Dates(); dates != nil {
		return &CSLDate{Parts: dates}
	}
	if year := text.CleanText(w.Year); year != "" {
		return &CSLDate{Literal: year}
	}
	return nil
}

// newCSLEncoder returns the encoder of CSL-JSON: an item a line.
func newCSLEncoder(opts Options) Encoder {
	return func(text []byte, e *Entry) ([]byte, error) {
		item := CSL(e.Key, e.Reference)
		item.Custom = nil
		if !opts.NoProvenance {
			item.Custom = &CSLCustom{
				Facts: e.Facts, Derived: e.Reference.DerivedNote(), Filled: e.notes(e.Filled), Contradicted: e.notes(e.Contradicted),
			}
		}
		line, err := json.Marshal(item)
		if err != nil {
			return text, fmt.Errorf("entry %s: %w", e.Key, err)
		}
		return append(append(text, '\n'), line...), nil
	}
}
