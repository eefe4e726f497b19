package fact

import (
	"bytes"
	"fmt"
	"maps"

	"github.com/factcite/factcite/internal/jsontext"
)

// An export is what a Knowledge Tree export (v0) says around its facts: which
// nodes they serve, and what points at them.
type export struct {
	nodes  map[string]Concept
	byFact map[string][]nodeLink
	facts  map[string]bool
}

type nodeLink struct{ node, stance string }

// readExport reads an export. One of type "facts" has no nodes and is walked once.
func (s *stream) readExport() error {
	exportType := typeOfExport(s.in.window())
	doc := &export{nodes: map[string]Concept{}, byFact: map[string][]nodeLink{}, facts: map[string]bool{}}
	return s.readDocument(doc, exportType != "facts")
}

// typeOfExport returns the export_type of an export of which only the front may be
// there, or "".
func typeOfExport(front []byte) string {
	c := jsontext.NewCursor(front, maxMaxDepth)
	c.IgnoreDuplicates = true
	for name := range c.Members() {
		found := string(name) == "metadata"
		if value := c.Skip(); found && c.Err() == nil {
			return textAt(value, "/export_type")
		}
	}
	return ""
}

// collect implements document.
func (x *export) collect(member string, e element) {
	switch member {
	case "nodes":
		x.node(e)
	case "node_fact_links":
		fact := textAt(e.raw, "/fact_id")
		x.byFact[fact] = append(x.byFact[fact], nodeLink{node: textAt(e.raw, "/node_id"), stance: textAt(e.raw, "/stance")})
	}
}

// collected implements document: links of facts that are nowhere are of no more use.
func (x *export) collected() {
	maps.DeleteFunc(x.byFact, func(fact string, _ []nodeLink) bool { return !x.facts[fact] })
}

// dangling implements document.
func (x *export) dangling(member string, e element) []Problem {
	switch member {
	case "nodes", "conversation":
		return x.mentionsIn(e)
	case "edges":
		return append(x.mentionsIn(e), x.supporting(e)...)
	case "node_fact_links":
		return x.link(e)
	}
	return nil
}

// links implements document.
func (x *export) links(member string) bool {
	return member == "nodes" || member == "edges" || member == "node_fact_links"
}

func (x *export) node(e element) {
	concept := Concept{
		Name:     textAt(e.raw, "/concept"),
		NodeType: textAt(e.raw, "/node_type"),
	}
	concept.Aliases = textsAt(e.raw, "/metadata/aliases")
	if id := textAt(e.raw, "/id"); id != "" {
		x.nodes[id] = concept
	}
}

func (x *export) link(e element) (problems []Problem) {
	fact, node := textAt(e.raw, "/fact_id"), textAt(e.raw, "/node_id")
	if !x.facts[fact] {
		problems = append(problems, e.danglingLink("a link to a node", "fact", fact, "/fact_id"))
	}
	// Without any node, as among facts alone, none is missing.
	if _, ok := x.nodes[node]; !ok && len(x.nodes) > 0 {
		problems = append(problems, e.danglingLink("a link of a fact", "node", node, "/node_id"))
	}
	return problems
}

func (x *export) supporting(e element) (problems []Problem) {
	for i, id := range textsAt(e.raw, "/supporting_fact_ids") {
		if !x.facts[id] {
			problems = append(problems, e.danglingLink("an edge", "fact", id, fmt.Sprintf("/supporting_fact_ids/%d", i)))
		}
	}
	return problems
}

// factMarks come before the id of a fact in a text of the knowledge base; a
// solidus may be escaped in JSON.
var factMarks = [][]byte{[]byte("/facts/"), []byte(`\/facts\/`), []byte("{fact:")}

// mentionsIn finds the facts that the texts of an element name and that are nowhere.
func (x *export) mentionsIn(e element) (problems []Problem) {
	for _, mark := range factMarks {
		for from := 0; ; {
			at := bytes.Index(e.raw[from:], mark)
			if at < 0 {
				break
			}
			from += at + len(mark)
			id := e.raw[from:min(from+uuidLength, len(e.raw))]
			if !isUUID(id) || x.facts[string(id)] {
				continue
			}
			place := e.at.after(e.raw[:from])
			place.Pointer = e.at.Pointer + jsontext.PointerTo(e.raw, from)
			problems = append(problems, danglingLink("a text", "fact", string(id), place, place.after(id)))
		}
	}
	return problems
}

// fact implements document.
func (x *export) fact(it *Item) {
	if it.Record != nil {
		x.facts[it.Record.ID] = true
	}
}

// complete implements document: it adds the concepts that a fact serves.
func (x *export) complete(it *Item) {
	r := it.Record
	if r.Concepts != nil {
		return
	}
	for _, link := range x.byFact[r.ID] {
		if concept, ok := x.nodes[link.node]; ok && concept.Name != "" {
			concept.Stance = link.stance
			r.Concepts = append(r.Concepts, concept)
		}
	}
	if r.Concepts == nil {
		return
	}
	object := bytes.TrimRight(it.JSON[:len(it.JSON)-1], " \t\r\n")
	object = object[:len(object):len(object)]
	if object[len(object)-1] != '{' {
		object = append(object, ',')
	}
	object = append(object, `"concepts":`...)
	it.JSON = append(appendConcepts(object, r.Concepts), '}')
}

func danglingLink(what, kind, id string, place, end Place) Problem {
	return Problem{
		Rule:    "dangling-link",
		Message: fmt.Sprintf("%s names the %s %q, which is not in this document; export it too, or remove the link", what, kind, id),
		Stated:  id, Place: place, End: end,
	}
}

// danglingLink says that the value at a pointer names what is not there.
func (e element) danglingLink(what, kind, id, pointer string) Problem {
	from, to := e.locate(pointer)
	return danglingLink(what, kind, id, from, to)
}

// locate returns the range of the value at pointer, or the element's start twice.
func (e element) locate(pointer string) (from, to Place) {
	it := Item{Place: e.at, raw: e.raw}
	return it.Locate(pointer)
}

// textAt returns the string at pointer, or "" if there is none.
func textAt(raw []byte, pointer string) string {
	start, end, ok := jsontext.Find(raw, pointer)
	if !ok {
		return ""
	}
	return jsontext.NewCursor(raw[start:end], maxMaxDepth).Text()
}

// textsAt returns the strings of the array at pointer, or nil if there is none.
func textsAt(raw []byte, pointer string) []string {
	start, end, ok := jsontext.Find(raw, pointer)
	if !ok {
		return nil
	}
	return readTexts(jsontext.NewCursor(raw[start:end], maxMaxDepth))
}
