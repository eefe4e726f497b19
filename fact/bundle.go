package fact

import (
	"fmt"
	"strconv"

	"github.com/factcite/factcite/internal/jsontext"
)

// A bundle is what a graph bundle (v1) says around its facts. Its arrays refer
// to each other by index; an index that is absent is 0.
type bundle struct {
	sources      map[int]Source
	concepts     map[int]Concept
	factSources  map[int][]int
	factConcepts map[int][]int
	facts        map[int]bool
	references   []indexReference
}

// An indexReference is a place that names an element of another array.
type indexReference struct {
	kind       string
	index      int
	place, end Place
}

// readBundle reads a bundle, whose facts are objects of another shape.
func (s *stream) readBundle() error {
	if s.decoder.mapping == nil {
		s.decoder.mapping = &mapping{paths: map[string]paths{"content": newPaths("/text")}, members: []string{"content"}}
	}
	return s.readDocument(&bundle{
		sources: map[int]Source{}, concepts: map[int]Concept{},
		factSources: map[int][]int{}, factConcepts: map[int][]int{}, facts: map[int]bool{},
	}, true)
}

// collect implements document.
func (b *bundle) collect(member string, e element) {
	switch member {
	case "sources":
		b.sources[e.index("/idx")] = e.source()
	case "concepts":
		concept := b.concepts[e.index("/idx")] // its aliases may come before it
		concept.Name = textAt(e.raw, "/canonical_name")
		b.concepts[e.index("/idx")] = concept
	case "concept_aliases":
		index := e.index("/concept_idx")
		concept := b.concepts[index]
		concept.Aliases = append(concept.Aliases, textAt(e.raw, "/alias_text"))
		b.concepts[index] = concept
	case "fact_sources":
		b.refer(b.factSources, e, "source", "/source_idx")
	case "fact_concepts":
		b.refer(b.factConcepts, e, "concept", "/concept_idx")
	}
}

// links implements document.
func (b *bundle) links(member string) bool {
	return member == "fact_sources" || member == "fact_concepts"
}

func (b *bundle) refer(lists map[int][]int, e element, kind, pointer string) {
	fact, other := e.index("/fact_idx"), e.index(pointer)
	for _, known := range lists[fact] {
		if known == other {
			return // another chunk of the same source
		}
	}
	lists[fact] = append(lists[fact], other)
	from, to := e.locate("/fact_idx")
	b.references = append(b.references, indexReference{"fact", fact, from, to})
	from, to = e.locate(pointer)
	b.references = append(b.references, indexReference{kind, other, from, to})
}

// index returns the index at pointer: 0 if it is absent, -1 if it is no number.
func (e element) index(pointer string) int {
	start, end, ok := jsontext.Find(e.raw, pointer)
	if !ok || string(e.raw[start:end]) == "null" {
		return 0
	}
	if n, ok := number(string(e.raw[start:end])); ok {
		return n
	}
	return -1
}

func (e element) source() Source {
	s := Source{
		URI:           textAt(e.raw, "/url"),
		Title:         textAt(e.raw, "/parsed_title"),
		PublishedDate: textAt(e.raw, "/published_at"),
		ContentHash:   textAt(e.raw, "/content_hash"),
	}
	for _, member := range [...]string{"/parsed_content", "/parsed_text", "/raw_content", "/content"} {
		if s.RawContent == "" {
			s.RawContent = textAt(e.raw, member)
		}
	}
	if doi := textAt(e.raw, "/doi"); doi != "" {
		w := writer{dst: []byte{'{'}}
		w.text("doi", doi)
		s.ProviderMetadata = append(w.dst, '}')
	}
	return s
}

// fact implements document.
func (b *bundle) fact(it *Item) {
	if it.Record != nil {
		b.facts[b.indexOf(it)] = true
	}
}

func (b *bundle) indexOf(it *Item) int { return element{raw: it.raw}.index("/idx") }

// complete implements document: it adds the sources and the concepts of a fact.
func (b *bundle) complete(it *Item) {
	r := it.Record
	index := b.indexOf(it)
	for _, source := range b.factSources[index] {
		if s, ok := b.sources[source]; ok {
			r.Sources = append(r.Sources, s)
		}
	}
	for _, concept := range b.factConcepts[index] {
		if c := b.concepts[concept]; c.Name != "" {
			r.Concepts = append(r.Concepts, c)
		}
	}
	if !it.hasID {
		r.ID = identify(r, it.raw)
	}
	it.JSON = r.AppendJSON(nil)
	it.hasID = true
}

// dangling implements document.
func (b *bundle) dangling() []Problem {
	var problems []Problem
	for _, ref := range b.references {
		known := b.facts[ref.index]
		switch ref.kind {
		case "source":
			_, known = b.sources[ref.index]
		case "concept":
			known = b.concepts[ref.index].Name != ""
		}
		if !known {
			problems = append(problems, danglingLink(fmt.Sprintf("an entry at %q", ref.place.Pointer), ref.kind, strconv.Itoa(ref.index), ref.place, ref.end))
		}
	}
	return problems
}
