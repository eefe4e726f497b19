package citation

import (
	"encoding/json"
	"fmt"
	"strings"
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
func CSL(id string, r *Reference) CSLItem {
	w := r.withDerived()
	item := CSLItem{
		ID: id, Title: cleanText(w.Title), Author: cslNames(w.Authors, w.EtAl), Editor: cslNames(w.Editors, false),
		CollectionTitle: cleanText(w.Series), Publisher: cleanText(w.Publisher), PublisherPlace: cleanText(w.Address),
		Edition: cleanText(w.Edition), Volume: cleanText(w.Volume), Page: cleanText(dashedPages(w.Pages)), Issued: cslDate(&w),
		DOI: doiName(w.DOI), ISBN: cleanText(w.ISBN), PMID: cleanText(w.PMID), URL: cleanText(w.URL),
	}
	var notes []string
	item.Type, item.Genre = cslType(&w)
	container, institution := cleanText(w.Container), cleanText(w.Institution)
	switch {
	case w.Type == Book && item.CollectionTitle == "":
		item.CollectionTitle = container
	case w.Type == Book && container != item.CollectionTitle:
		notes = append(notes, nonEmpty(container)...)
	default:
		item.ContainerTitle = container
	}
	if item.Publisher == "" {
		item.Publisher = institution
	} else if institution != item.Publisher {
		notes = append(notes, nonEmpty(institution)...)
	}
	if w.Type == Article {
		item.Issue, item.Number = cleanText(w.Number), cleanText(w.EID)
	} else {
		item.Number = cleanText(w.Number)
		notes = append(notes, nonEmpty(prefixed("Article ", cleanText(w.EID)))...)
	}
	if arxiv := arXivID(w.ArXiv); arxiv != "" {
		notes = append(notes, "arXiv:"+arxiv)
		if item.URL == "" {
			item.URL = "https://arxiv.org/abs/" + arxiv
		}
	}
	item.Note = strings.Join(notes, "; ")
	if derived := r.derivedNote(); derived != "" {
		item.Custom = &CSLCustom{Derived: derived}
	}
	return item
}

func cslType(w *Reference) (kind, genre string) {
	switch w.Type {
	case Article:
		return "article-journal", ""
	case InProceedings:
		return "paper-conference", ""
	case Book:
		return "book", ""
	case InCollection:
		return "chapter", ""
	case PhDThesis:
		return "thesis", "PhD thesis"
	case MastersThesis:
		return "thesis", "Master’s thesis"
	case TechReport:
		return "report", ""
	}
	switch {
	case isPreprint(w):
		return "article", "preprint"
	case w.URL != "":
		return "webpage", ""
	}
	return "document", ""
}

func cslNames(names []Name, etal bool) []CSLName {
	list := make([]CSLName, 0, len(names)+1)
	for _, n := range names {
		list = append(list, CSLName{cleanText(n.Family), cleanText(n.Given), cleanText(n.Particle), cleanText(n.Suffix), cleanText(n.Literal)})
	}
	if etal && len(list) > 0 {
		list = append(list, CSLName{Literal: "others"})
	}
	return list
}

func cslDate(w *Reference) *CSLDate {
	if dates := w.dates(); dates != nil {
		return &CSLDate{Parts: dates}
	}
	if year := cleanText(w.Year); year != "" {
		return &CSLDate{Literal: year}
	}
	return nil
}

// newCSLEncoder returns the encoder of CSL-JSON: an item a line.
func newCSLEncoder(opts outputOptions) encoder {
	return func(text []byte, e *outputEntry) ([]byte, error) {
		item := CSL(e.Key, e.Reference)
		item.Custom = nil
		if !opts.NoProvenance {
			item.Custom = &CSLCustom{
				Facts: e.Facts, Derived: e.Reference.derivedNote(), Filled: e.notes(e.Filled), Contradicted: e.notes(e.Contradicted),
			}
		}
		line, err := json.Marshal(item)
		if err != nil {
			return text, fmt.Errorf("entry %s: %w", e.Key, err)
		}
		return append(append(text, '\n'), line...), nil
	}
}
