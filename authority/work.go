package authority

import (
	"strconv"
	"strings"

	"github.com/factcite/factcite/citation"
)

// Work is one published work as a record of an authority has it. Titles, years
// and venues hold every value that the record carries, of which a reference may
// state any.
type Work struct {
	Record     citation.Reference // the published version: what fills an entry; Spans and Derived are nil
	Titles     []string           // other titles, such as a preprint's
	AuthorsToo []citation.Name    // how else the authors are called, at their places in Record.Authors, zero where in no other way; nil if none is
	Years      []int              // every year, the record's own first
	Venues     []string           // every name of the venue, the record's own first; a preprint server is none
	Status     Status
	Retraction *Retraction // nil unless Status is Retracted, Questioned, or Reinstated: then the notice that took the retraction back
	Origin     Origin
	Completed  map[string]Origin // of an [Answer]: where fields of Record come from that the record of Origin lacks, by JSON names; nil if none
}

// OriginOf returns where a field of the record comes from, by its JSON name.
func (w *Work) OriginOf(field string) Origin {
	if origin, ok := w.Completed[field]; ok {
		return origin
	}
	return w.Origin
}

// Status is how a work was made public.
type Status string

// The statuses of a work.
const (
	Published  Status = "published"
	Preprint   Status = "preprint" // on a preprint server only, as far as the record knows
	Retracted  Status = "retracted"
	Reinstated Status = "reinstated" // published again after a retraction
	Questioned Status = "questioned" // a notice doubts it, or withdraws a part of it
)

// Origin is where a record comes from.
type Origin struct {
	Source string // "dblp", "arxiv", "acl", "openalex", "crossref", "semanticscholar", "datacite", "pubmed", "openreview", "zotero", "csl", "bib", "ris", "endnote", "retractionwatch"
	Key    string // the record's key there
	Date   string // of the dump or the answer, as 2026-09 or 2026-09-01; empty if unknown
}

// String returns the source and its date: "dblp 2026-09".
func (o Origin) String() string {
	if o.Date == "" {
		return o.Source
	}
	return o.Source + " " + o.Date
}

// Retraction is the notice that withdraws a work, questions it, or takes that back.
type Retraction struct {
	Date   string     `json:"date,omitempty"`   // 2024-01-20
	Notice string     `json:"notice,omitempty"` // DOI of the notice
	Title  string     `json:"title,omitempty"`  // of the notice
	Reason string     `json:"reason,omitempty"`
	Extent NoticeKind `json:"extent,omitempty"`
}

// NoticeKind is what a notice does to a work. The zero value withdraws all of it, or
// takes that back.
type NoticeKind string

// The notices that leave a work standing, in part or in doubt.
const (
	Concern  NoticeKind = "expression of concern"
	Partly   NoticeKind = "partial retraction"
	Replaced NoticeKind = "retraction and replacement" // a corrected version is in its place
	Hearsay  NoticeKind = "an aggregator's mark"       // which names no notice
	Stray    NoticeKind = "notice about another title" // which may have the wrong DOI
)

// String says what the notice says: "on 2024-01-20, by the notice 10.5555/notice,
// because of doubtful data".
func (r *Retraction) String() string {
	var parts []string
	if r.Extent != "" {
		parts = append(parts, string(r.Extent))
	}
	if r.Date != "" {
		parts = append(parts, "on "+r.Date)
	}
	if r.Notice != "" {
		parts = append(parts, "by the notice "+r.Notice)
	}
	if r.Reason != "" {
		parts = append(parts, "because of "+r.Reason)
	}
	if r.Extent == Stray {
		parts = append(parts, strconv.Quote(r.Title))
	}
	if len(parts) == 0 {
		return "its record says so" // by a mark, or its title
	}
	return strings.Join(parts, ", ")
}
