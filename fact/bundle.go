package fact

import (
	"fmt"
	"slices"
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
	told         map[[2]int]bool // pairs of which a link was said to dangle, in the array that is being read
	reading      string          // that array
}

// readBundle reads a bundle, whose facts are objects of another shape.
func (s *stream) readBundle() error {
	if s.decoder.mapping == nil {
		s.decoder.mapping = &mapping{paths: map[string]paths{"content": newPaths("/text")}, members: []string{"content"}}
	}
	return s.readDocument(&bundle{
		sources: map[int]Source{}, concepts: map[int]Concept{},
		factSources: map[int][]int{}, factConcepts: map[int][]int{}, facts: map[int]bool{}, told: map[[2]int]bool{},
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
		refer(b.factSources, e, "/source_idx")
	case "fact_concepts":
		refer(b.factConcepts, e, "/concept_idx")
	}
}

// links implements document.
func (b *bundle) links(member string) bool {
	return member == "fact_sources" || member == "fact_concepts"
}

func refer(lists map[int][]int, e element, pointer string) {
	fact, other := e.index("/fact_idx"), e.index(pointer)
	if !slices.Contains(lists[fact], other) { // another chunk of the same source
		lists[fact] = append(lists[fact], other)
	}
}

// collected implements document.
func (b *bundle) collected() {}

// dangling implements document. Links that say the same are told once.
func (b *bundle) dangling(member string, e element) (problems []Problem) {
	pointer, kind := "/source_idx", "source"
	switch member {
	case "fact_sources":
	case "fact_concepts":
		pointer, kind = "/concept_idx", "concept"
	default:
		return nil
	}
	fact, other := e.index("/fact_idx"), e.index(pointer)
	_, known := b.sources[other]
	if kind == "concept" {
		known = b.concepts[other].Name != ""
	}
	if b.facts[fact] && known {
		return nil
	}
	if b.reading != member {
		b.reading, b.told = member, map[[2]int]bool{}
	}
	if b.told[[2]int{fact, other}] {
		return nil
	}
	b.told[[2]int{fact, other}] = true
	if !b.facts[fact] {
		problems = append(problems, e.danglingIndex("fact", fact, "/fact_idx"))
	}
	if !known {
		problems = append(problems, e.danglingIndex(kind, other, pointer))
	}
	return problems
}

// danglingIndex says that the index at a pointer is that of no element.
func (e element) danglingIndex(kind string, index int, pointer string) Problem {
	place, _ := e.locate(pointer)
	return e.danglingLink(fmt.Sprintf("an entry at %q", place.Pointer), kind, strconv.Itoa(index), pointer)
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
	it.hasID, it.Untyped = true, true
}
