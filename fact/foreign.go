package fact

import (
	"bytes"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/jsontext"
)

// The forms of other knowledge bases and data sets, whose records are read as with
// Options.Map. A member of the Map is then before what the form has for it.
const (
	LangChain   Form = "langchain"   // documents, as its loaders and stores write them
	LlamaIndex  Form = "llamaindex"  // nodes, alone or in docstore.json
	Mem0        Form = "mem0"        // memories
	Graphiti    Form = "graphiti"    // edges
	GraphRAG    Form = "graphrag"    // covariates and text units
	LightRAG    Form = "lightrag"    // its key-value and vector stores
	SciFact     Form = "scifact"     // claims, and the corpus
	FEVER       Form = "fever"       // claims
	ClaimReview Form = "claimreview" // https://schema.org/ClaimReview, alone or in a feed, and answers of the Fact Check Tools API
	Nanopub     Form = "nanopub"     // the assertions of nanopublications in JSON-LD
	Wikidata    Form = "wikidata"    // the statements of entities
	HuggingFace Form = "huggingface" // rows of the dataset viewer's API
)

// ForeignForms returns the forms of other knowledge bases and data sets.
func ForeignForms() []Form {
	var forms []Form
	for i, f := range foreignForms {
		if i == 0 || f.form != foreignForms[i-1].form {
			forms = append(forms, f.form)
		}
	}
	return forms
}

// A foreignForm is one layout of a form of others.
type foreignForm struct {
	form Form
	// signs are in the first document or record: each a pointer, in which "*" is one of the
	// first elements or members, and what the JSON there starts with.
	signs   []string
	records string // as Options.Records
	only    string // a pointer into a record and what the JSON there, or the last element of it, ends with, else it is none
	members map[string]string
}

// rdfs and what follows are names of literals in nanopublications, escaped as in a pointer.
const (
	rdfs    = "/http:~1~1www.w3.org~12000~101~1rdf-schema#"
	dcterms = "/http:~1~1purl.org~1dc~1terms~1"
)

var (
	langChain   = map[string]string{"content": "/page_content|/pageContent", "id": "/id|/metadata/id", "uri": "/metadata/source|/metadata/url|/metadata/source_url", "title": "/metadata/title|/metadata/file_name", "author_person": "/metadata/author", "published_date": "/metadata/published|/metadata/date"}
	serialized  = map[string]string{"content": "/kwargs/page_content", "id": "/kwargs/id|/kwargs/metadata/id", "uri": "/kwargs/metadata/source|/kwargs/metadata/url", "title": "/kwargs/metadata/title", "author_person": "/kwargs/metadata/author", "metadata": "/kwargs/metadata"}
	scored      = map[string]string{"content": "/document/page_content", "id": "/document/id|/document/metadata/id", "uri": "/document/metadata/source|/document/metadata/url", "title": "/document/metadata/title", "author_person": "/document/metadata/author", "metadata": "/document/metadata"}
	llamaIndex  = map[string]string{"content": "/text|/text_resource/text", "id": "/id_|/doc_id", "uri": "/metadata/url|/metadata/source", "title": "/metadata/title|/metadata/file_name|/metadata/file_path", "author_person": "/metadata/author"}
	withScore   = map[string]string{"content": "/node/text|/node/text_resource/text", "id": "/node/id_|/node/node_id", "uri": "/node/metadata/url|/node/metadata/source", "title": "/node/metadata/title|/node/metadata/file_name|/node/metadata/file_path", "author_person": "/node/metadata/author", "metadata": "/node/metadata"}
	llamaOld    = map[string]string{"content": "/text", "id": "/doc_id", "uri": "/extra_info/url|/extra_info/source", "title": "/extra_info/title|/extra_info/file_name|/extra_info/file_path", "metadata": "/extra_info"}
	inDocstore  = map[string]string{"content": "/__data__/text|/__data__/text_resource/text", "id": "/__data__/id_|/__data__/doc_id", "uri": "/__data__/metadata/url|/__data__/metadata/source|/__data__/extra_info/url", "title": "/__data__/metadata/title|/__data__/metadata/file_name|/__data__/metadata/file_path|/__data__/extra_info/file_name|/__data__/extra_info/file_path", "author_person": "/__data__/metadata/author", "metadata": "/__data__/metadata|/__data__/extra_info"}
	mem0        = map[string]string{"content": "/memory", "id": "/id", "uri": "/metadata/url|/metadata/source"}
	graphiti    = map[string]string{"content": "/fact", "id": "/uuid", "fact_type": "=claim", "source_id": "/episodes/*", "published_date": "/valid_at"}
	covariates  = map[string]string{"content": "/description", "id": "/id", "fact_type": "=claim", "concept": "/subject_id", "quote": "/source_text", "source_id": "/text_unit_id"}
	entities    = map[string]string{"content": "/description", "id": "/id", "fact_type": "=claim", "concept": "/title|/name", "source_id": "/text_unit_ids/*"}
	relations   = map[string]string{"content": "/description", "id": "/id", "fact_type": "=claim", "concept": "/source", "source_id": "/text_unit_ids/*"}
	communities = map[string]string{"content": "/summary", "id": "/id", "fact_type": "=perspective", "title": "/title"}
	textUnits   = map[string]string{"content": "/text", "id": "/id", "source_id": "/document_ids/*|/document_id"}
	lightRAG    = map[string]string{"content": "/content", "source_id": "/full_doc_id|/source_id", "title": "/file_path", "concept": "/entity_name"}
	vectors     = map[string]string{"content": "/content", "id": "/__id__", "source_id": "/source_id|/full_doc_id", "title": "/file_path", "concept": "/entity_name"}
	sciClaims   = map[string]string{"content": "/claim", "id": "/id", "fact_type": "=claim", "source_id": "/cited_doc_ids/*"}
	sciCorpus   = map[string]string{"content": "/abstract", "id": "/doc_id", "title": "/title"}
	fever       = map[string]string{"content": "/claim", "id": "/id", "fact_type": "=claim", "title": "/evidence/*/*/2", "domain": "=en.wikipedia.org"}
	feverRows   = map[string]string{"content": "/claim", "id": "/id", "fact_type": "=claim", "title": "/evidence_wiki_url", "domain": "=en.wikipedia.org"}
	feverSaid   = map[string]string{"content": "/claim", "id": "/id", "fact_type": "=claim", "title": "/predicted_evidence/*/0", "domain": "=en.wikipedia.org"}
	feverPages  = map[string]string{"content": "/text", "id": "/id", "title": "/id", "domain": "=en.wikipedia.org"}
	feverous    = map[string]string{"content": "/claim", "id": "/id", "fact_type": "=claim", "title": "/evidence/*/content/*", "domain": "=en.wikipedia.org"}
	claimReview = map[string]string{"content": "/claimReviewed", "id": "/@id", "fact_type": "=claim", "uri": "/url", "title": "/name|/headline", "author_org": "/author/name|/author/*/name", "published_date": "/datePublished"}
	factCheck   = map[string]string{"content": "/text", "fact_type": "=claim", "uri": "/claimReview/*/url", "title": "/claimReview/*/title", "domain": "/claimReview/*/publisher/site", "author_org": "/claimReview/*/publisher/name", "published_date": "/claimReview/*/reviewDate"}
	assertions  = map[string]string{"content": "/@graph" + rdfs + "comment|/@graph" + rdfs + "label|/@graph/rdfs:comment|/@graph/rdfs:label|" +
		"/@graph/*" + rdfs + "comment/*/@value|/@graph/*" + rdfs + "label/*/@value|/@graph/*" + dcterms + "description/*/@value|" +
		"/@graph/*/rdfs:comment/@value|/@graph/*/rdfs:comment|/@graph/*/rdfs:label/@value|/@graph/*/rdfs:label|/@graph/*/dct:description/@value|/@graph/*/dct:description", "id": "/@id", "fact_type": "=claim", "uri": "/@id"}
	statements = map[string]string{"content": "/mainsnak/property+/mainsnak/datavalue/value/id|/mainsnak/datavalue/value/time|/mainsnak/datavalue/value/amount|/mainsnak/datavalue/value/text|/mainsnak/datavalue/value", "id": "/id", "fact_type": "=claim", "uri": "/references/*/snaks/P854/*/datavalue/value", "source_id": "/references/*/hash"}
	ofREST     = map[string]string{"content": "/property/id+/value/content/amount|/value/content/time|/value/content/text|/value/content", "id": "/id", "fact_type": "=claim", "source_id": "/references/*/hash"}
	rows       = map[string]string{"content": prefixed("/row/", append(slices.Clone(contentNames), "claimReviewed", "content")), "id": "/row/id", "uri": "/row/url|/row/source_url", "title": "/row/title"}
)

// prefixed are alternatives: a prefix before each name.
func prefixed(prefix string, names []string) string {
	return prefix + strings.Join(names, "|"+prefix)
}

// foreignForms are the layouts of each form together, the surest first.
var foreignForms = []foreignForm{
	{form: LangChain, signs: []string{`/page_content "`, `/metadata {`}, members: langChain},
	{form: LangChain, signs: []string{`/pageContent "`, `/metadata {`}, members: langChain},
	{form: LangChain, signs: []string{`/lc `, `/kwargs/page_content "`}, members: serialized},
	{form: LangChain, signs: []string{`/document/page_content "`, `/score `}, members: scored},
	{form: LlamaIndex, signs: []string{`/docstore~1data/*/__data__ {`}, records: "/docstore~1data", members: inDocstore},
	{form: LlamaIndex, signs: []string{`/id_ "`, `/excluded_embed_metadata_keys [`}, members: llamaIndex},
	{form: LlamaIndex, signs: []string{`/id_ "`, `/class_name "`}, members: llamaIndex},
	{form: LlamaIndex, signs: []string{`/node/id_ "`, `/score `}, members: withScore},
	{form: LlamaIndex, signs: []string{`/text "`, `/doc_id `, `/extra_info `}, members: llamaOld},
	{form: Mem0, signs: []string{`/results/*/memory "`, `/results/*/id "`}, records: "/results", members: mem0},
	{form: Mem0, signs: []string{`/memory "`, `/id "`, `/hash `}, members: mem0},
	{form: Mem0, signs: []string{`/memory "`, `/id "`, `/user_id `}, members: mem0},
	{form: Graphiti, signs: []string{`/edges/*/uuid "`, `/edges/*/fact "`, `/edges/*/source_node_uuid "`}, records: "/edges", members: graphiti},
	{form: Graphiti, signs: []string{`/facts/*/uuid "`, `/facts/*/fact "`, `/facts/*/valid_at `}, records: "/facts", members: graphiti},
	{form: Graphiti, signs: []string{`/uuid "`, `/fact "`, `/source_node_uuid "`}, members: graphiti},
	{form: GraphRAG, signs: []string{`/covariate_type "`, `/description `}, members: covariates},
	{form: GraphRAG, signs: []string{`/text "`, `/n_tokens `, `/entity_ids `}, members: textUnits},
	{form: GraphRAG, signs: []string{`/text "`, `/n_tokens `, `/document_ids `}, members: textUnits},
	{form: GraphRAG, signs: []string{`/description "`, `/source "`, `/target "`, `/text_unit_ids `}, members: relations},
	{form: GraphRAG, signs: []string{`/description "`, `/type "`, `/text_unit_ids `}, members: entities},
	{form: GraphRAG, signs: []string{`/full_content "`, `/community `, `/summary "`}, members: communities},
	{form: LightRAG, signs: []string{`/*/content "`, `/*/content_summary "`, `/*/status "`}, records: "/", members: lightRAG},
	{form: LightRAG, signs: []string{`/*/content "`, `/*/full_doc_id "`, `/*/chunk_order_index `}, records: "/", members: lightRAG},
	{form: LightRAG, signs: []string{`/embedding_dim `, `/data/*/__id__ "`, `/data/*/content "`}, records: "/data", members: vectors},
	{form: SciFact, signs: []string{`/claim "`, `/cited_doc_ids [`}, members: sciClaims},
	{form: SciFact, signs: []string{`/doc_id `, `/title "`, `/abstract [`, `/structured `}, members: sciCorpus},
	{form: FEVER, signs: []string{`/claim "`, `/label "`, `/evidence [[[`}, members: fever},
	{form: FEVER, signs: []string{`/claim "`, `/verifiable "`}, members: fever},
	{form: FEVER, signs: []string{`/claim "`, `/evidence_wiki_url `, `/label `}, members: feverRows},
	{form: FEVER, signs: []string{`/claim "`, `/predicted_label "`, `/predicted_evidence [`}, members: feverSaid},
	{form: FEVER, signs: []string{`/claim "`, `/evidence/*/context {`, `/evidence/*/content [`}, members: feverous},
	{form: FEVER, signs: []string{`/lines "`, `/text "`, `/id "`}, members: feverPages},
	{form: ClaimReview, signs: []string{`/@type "ClaimReview"`, `/claimReviewed "`}, members: claimReview},
	{form: ClaimReview, signs: []string{`/claimReviewed "`, `/reviewRating `}, members: claimReview},
	{form: ClaimReview, signs: []string{`/dataFeedElement/*/item/*/@type "ClaimReview"`}, records: "/dataFeedElement/*/item", members: claimReview},
	{form: ClaimReview, signs: []string{`/dataFeedElement/*/item/@type "ClaimReview"`}, records: "/dataFeedElement/*/item", members: claimReview},
	{form: ClaimReview, signs: []string{`/@context `, `/@graph/*/@type "ClaimReview"`}, records: "/@graph", only: `/@type ClaimReview"`, members: claimReview},
	{form: ClaimReview, signs: []string{`/@context `, `/@graph/*/@type/* "ClaimReview"`}, records: "/@graph", only: `/@type ClaimReview"`, members: claimReview},
	{form: ClaimReview, signs: []string{`/itemListElement/*/item/@type "ClaimReview"`}, records: "/itemListElement/*/item", only: `/@type ClaimReview"`, members: claimReview},
	{form: ClaimReview, signs: []string{`/claims/*/text "`, `/claims/*/claimReview [`}, records: "/claims", members: factCheck},
	{form: Nanopub, signs: []string{`/@graph/*/@graph `, `/@graph/*/@id "`}, records: "/@graph", only: `/@id assertion"`, members: assertions},
	{form: Nanopub, signs: []string{`/@id "`, `/@graph/*/@type/* "http://www.nanopub.org/nschema#Nanopublication"`}, only: `/@id assertion"`, members: assertions},
	{form: Wikidata, signs: []string{`/entities/*/id "`, `/entities/*/claims `}, records: "/entities/*/claims/*", members: statements},
	{form: Wikidata, signs: []string{`/id "`, `/labels `, `/claims/*/*/mainsnak {`}, records: "/claims/*", members: statements},
	{form: Wikidata, signs: []string{`/claims/*/*/mainsnak {`}, records: "/claims/*", members: statements},
	{form: Wikidata, signs: []string{`/id "`, `/statements/*/*/property/id "P`}, records: "/statements/*", members: ofREST},
	{form: HuggingFace, signs: []string{`/rows/*/row_idx `, `/rows/*/row {`}, records: "/rows", members: rows},
}

// detectForeign returns the layout that the first document or record of JSON shows; nil if
// none is sure.
func detectForeign(text []byte) *foreignForm {
	text, _ = firstObject(text)
	members := membersOf(text)
	for i := range foreignForms {
		if foreignForms[i].mayFit(members) && foreignForms[i].fits(text) {
			return &foreignForms[i]
		}
	}
	return nil
}

// membersOf returns the names of the members of the object that a text starts with.
func membersOf(text []byte) map[string]bool {
	names := map[string]bool{}
	c := jsontext.NewCursor(text, maxMaxDepth)
	c.IgnoreDuplicates = true
	for name := range c.Members() {
		names[string(name)] = true
		c.Skip()
	}
	return names
}

// mayFit reports whether an object of those members has the first of a layout's, which most
// objects have not.
func (f *foreignForm) mayFit(members map[string]bool) bool {
	name, _, _ := strings.Cut(f.signs[0], " ")
	name, _, _ = strings.Cut(name[1:], "/")
	return name == "*" || members[jsontext.UnescapePointer(name)]
}

// firstObject returns the text from the first object on, and whether that is in an array.
func firstObject(text []byte) (from []byte, inArray bool) {
	text = text[jsontext.BlankLength(text):]
	if len(text) > 0 && text[0] == '[' {
		return text[1+jsontext.BlankLength(text[1:]):], true
	}
	return text, false
}

// fits reports whether every sign of a layout is in a text, of which only the front may be
// there.
func (f *foreignForm) fits(text []byte) bool {
	for _, sign := range f.signs {
		pointer, start, _ := strings.Cut(sign, " ")
		if !has(text, pointer, start) {
			return false
		}
	}
	return true
}

// has reports whether something that starts so is where a pointer leads to.
func has(text []byte, pointer, start string) bool {
	for front := range frontsOf(text, pointer) {
		if len(front) > 0 && bytes.HasPrefix(front, []byte(start)) {
			return true
		}
	}
	return false
}

// memberOf is the member by which a layout was known, for a message.
func (f *foreignForm) memberOf() string {
	pointer, _, _ := strings.Cut(f.signs[len(f.signs)-1], " ")
	parts := strings.Split(pointer, "/")
	return jsontext.UnescapePointer(parts[len(parts)-1])
}

// likely is how many elements or members are tried for a "*": in a graph what tells its form
// is not always first.
const likely = 16

// frontsOf yields a text from each value on that a pointer leads to, whose "*" is each of
// the first elements or members.
func frontsOf(text []byte, pointer string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) { eachFront(text, strings.TrimPrefix(pointer, "/"), yield) }
}

// eachFront is frontsOf for a pointer without its first slash. It reports whether yield
// wants more.
func eachFront(text []byte, pointer string, yield func([]byte) bool) bool {
	part, rest, more := strings.Cut(pointer, "/")
	c := jsontext.NewCursor(text, maxMaxDepth)
	c.IgnoreDuplicates = true
	onward := func() bool {
		at := c.Offset()
		front := text[at+jsontext.BlankLength(text[at:]):]
		if more {
			return eachFront(front, rest, yield)
		}
		return yield(front)
	}
	tried := 0
	if c.Peek() == '{' {
		for name := range c.Members() {
			if part == "*" || string(name) == jsontext.UnescapePointer(part) {
				if !onward() {
					return false
				}
				if tried++; part != "*" || tried == likely {
					return true
				}
			}
			c.Skip()
		}
		return true
	}
	if part != "*" {
		return true
	}
	for range c.Elements() {
		if !onward() {
			return false
		}
		if tried++; tried == likely {
			return true
		}
		c.Skip()
	}
	return true
}

// takeForeign makes the options those of a form of others, in the layout that the input
// shows, else in the first of which there is something.
func (s *stream) takeForeign(form Form) (Form, error) {
	text, inArray := firstObject(s.in.window())
	var layout *foreignForm
	for i := range foreignForms {
		f := &foreignForms[i]
		switch {
		case f.form != form:
		case layout == nil, !layout.fits(text) && (f.fits(text) || !layout.leads(text) && f.leads(text)):
			layout = f
		}
	}
	members := maps.Clone(layout.members)
	maps.Copy(members, s.opts.Map)
	s.opts.Map = members
	if s.opts.Records == "" {
		s.opts.Records = layout.records
		if inArray && layout.records != "" {
			s.opts.Records = everyElement + strings.TrimSuffix(layout.records, "/")
		}
	}
	s.only = layout.only
	var err error
	if s.decoder.mapping, err = newMapping(s.opts.Map); err != nil {
		return form, err
	}
	s.decoder.mapping.input = path.Base(s.path)
	return DetectRecords(s.in.window()), nil
}

// leads reports whether there are records where a layout has them.
func (f *foreignForm) leads(text []byte) bool {
	return f.records == "" || f.records == "/" || has(text, f.records, "")
}

// leftOut reports whether an object that is among the records is none of them.
func (s *stream) leftOut(it *Item) bool {
	if s.only == "" || it.raw == nil {
		return false
	}
	pointer, end, _ := strings.Cut(s.only, " ")
	start, stop, ok := jsontext.Find(it.raw, pointer)
	return !ok || !bytes.HasSuffix(bytes.TrimRight(it.raw[start:stop], "] \t\r\n"), []byte(end))
}
