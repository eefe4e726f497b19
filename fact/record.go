// Package fact is the fact record of a knowledge base, and reads every form in which
// such records are kept. It does not know what is wrong with a fact that can be read,
// nor what a fact refers to. Of HTML it reads the pages of a knowledge base alone, in which
// each fact is marked, as a stream; any other page is a text, which package document reads.
//
// It is longer than 3,000 lines because each form has a grammar of its own; the page
// and its HTML are a third of it.
package fact

import "encoding/json"

// Type is what kind of statement a fact is. The zero value means that the
// record does not say, as in a v1 graph bundle.
type Type string

// The ten types of a fact.
const (
	Claim       Type = "claim"
	Account     Type = "account"
	Measurement Type = "measurement"
	Formula     Type = "formula"
	Quote       Type = "quote"
	Procedure   Type = "procedure"
	Reference   Type = "reference"
	Code        Type = "code"
	Image       Type = "image"
	Perspective Type = "perspective"
)

// Record is one fact: a sentence, its type and the sources it came from. It is
// the fact element of a Knowledge Tree export. An absent member, a null and a
// value of the wrong type are all the zero value; [Item.JSON] tells them apart.
//
// Where the input gives no id, ID is a UUIDv5 over the names of the concepts,
// the first source, the content as [Fold] leaves it and, for a repeat within a
// group of a page, its ordinal: the same fact has the same id in every run. Where the
// content is blank, ID is that of the record's JSON without white space.
type Record struct {
	ID        string          `json:"id,omitempty"`
	Type      Type            `json:"fact_type,omitempty"`
	Content   string          `json:"content"`
	Stance    string          `json:"stance,omitempty"`
	Concepts  []Concept       `json:"concepts,omitempty"`
	Sources   []Source        `json:"sources"`
	Metadata  json.RawMessage `json:"metadata,omitempty"`
	CreatedAt string          `json:"created_at,omitempty"`
}

// Concept is a node of the knowledge base that a fact serves.
type Concept struct {
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases,omitempty"`
	NodeType string   `json:"node_type,omitempty"`
	Stance   string   `json:"stance,omitempty"`
}

// Source is where a fact was read.
type Source struct {
	ID               string          `json:"source_id,omitempty"`
	URI              string          `json:"uri,omitempty"`
	Title            string          `json:"title,omitempty"`
	Domain           string          `json:"domain,omitempty"`
	ProviderID       string          `json:"provider_id,omitempty"`
	RetrievedAt      string          `json:"retrieved_at,omitempty"`
	PublishedDate    string          `json:"published_date,omitempty"`
	AuthorPerson     string          `json:"author_person,omitempty"`
	AuthorOrg        string          `json:"author_org,omitempty"`
	Attribution      string          `json:"attribution,omitempty"`
	ContextSnippet   string          `json:"context_snippet,omitempty"`
	RawContent       string          `json:"raw_content,omitempty"`
	ContentHash      string          `json:"content_hash,omitempty"`
	IsFullText       bool            `json:"is_full_text,omitempty"`
	IsPartial        bool            `json:"-"`               // is_full_text is false, rather than absent
	Quotes           []string        `json:"quote,omitempty"` // words of the source given as evidence; in JSON a string or an array
	ContentType      string          `json:"content_type,omitempty"`
	ProviderMetadata json.RawMessage `json:"provider_metadata,omitempty"`
}
