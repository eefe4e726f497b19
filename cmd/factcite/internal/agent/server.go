// Package agent serves the tools of an agent over the Model Context Protocol: it reads
// references, checks facts, compares references with what is known, compares facts with
// the text of their source, and writes bibliographies. It reads no file outside the
// folders that it is given, writes none, and reaches no network; what it compares with may.
package agent

import (
	"context"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/validate"
)

// Options say what a server works with. The zero value works: without folders it reads
// what it is sent alone, and without a catalogue it verifies nothing.
type Options struct {
	Version   string
	Folders   map[string]fs.FS     // that it may read, by the first element of the paths in them
	Catalogue *authority.Catalogue // what references are compared with
	Online    bool                 // the catalogue asks public services
	Checks    validate.Options     // for check_facts
	Pages     func(pdf []byte) (lines []string, err error)
	PDF       func(content []byte) (ground.Reading, error)
}

// The bounds of one call. What does not fit is left out, and the answer says so.
const (
	maxText    = 1 << 20  // bytes of a text that a call may send
	maxInputs  = 20_000   // facts and entries that a call reads
	maxItems   = 50       // items that an answer lists if the call does not say
	mostItems  = 200      // and that it may ask for
	maxEntries = 64 << 10 // bytes of a bibliography that an answer holds
)

// server has the tools.
type server struct {
	Options
	folders folders
}

// NewServer returns a server of the tools.
func NewServer(opts *Options) *mcp.Server {
	s := &server{Options: *opts, folders: folders(opts.Folders)}
	if s.Catalogue != nil {
		s.Checks.Authority = s.Catalogue
	}
	m := mcp.NewServer(&mcp.Implementation{Name: "factcite", Title: "factcite", Version: opts.Version}, &mcp.ServerOptions{
		Instructions: s.instructions(),
		Capabilities: &mcp.ServerCapabilities{},
	})
	addTool(m, "read_references", "Read references",
		"Reads what a text says of published works: each work with its fields (title, authors, year, venue, identifiers), where the words of each field are, and the author-year citations in passing. It states nothing that the text does not say; what can only be inferred is under derived.",
		false, s.readReferences)
	addTool(m, "check_facts", "Check facts",
		"Checks fact records, prose or a .bib and lists findings: gaps, implausible values, doubtful sources, conflicts between facts, and, if the server has an index or asks public services, contradictions with known works. The worst findings come first.",
		s.Online, s.checkFacts)
	addTool(m, "verify_reference", "Verify a reference",
		"Compares references with what an index or public services know. The verdict is agree, contradicted, not_found, not_covered or not_checked; the last two prove nothing. It lists which fields were confirmed, which differ and from what, which could not be confirmed, and what the record has beyond them. Ask before you cite.",
		s.Online, s.verifyReference)
	addTool(m, "ground_fact", "Ground a fact",
		"Compares a fact with the text of its source: each quotation, number, date and name of the fact, whether the text bears it out, and the words of the text in its place.",
		false, s.groundFact)
	addTool(m, "bibliography", "Write a bibliography",
		"Writes the works that texts, records or files name as a bibliography, one entry a work, without values that nobody stated.",
		s.Online, s.bibliography)
	return m
}

// addTool adds a tool that changes nothing.
func addTool[In, Out any](m *mcp.Server, name, title, description string, open bool, call func(context.Context, *In) (*Out, error)) {
	schema, err := jsonschema.For[In](&jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[itemCount](): {Type: "integer", Minimum: jsonschema.Ptr(1.0), Maximum: jsonschema.Ptr(float64(mostItems))},
	}})
	if err != nil {
		panic(err) // as AddTool does of a type that no schema describes
	}
	mcp.AddTool(m, &mcp.Tool{
		Name: name, Title: title, Description: description, InputSchema: schema,
		Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &open},
	}, func(ctx context.Context, _ *mcp.CallToolRequest, in In) (*mcp.CallToolResult, *Out, error) {
		out, err := call(ctx, &in)
		return nil, out, err
	})
}

func (s *server) instructions() string {
	text := "Ask verify_reference before you cite a work, and read_references for what a text says of works. Pass texts as they are; do not repair them first."
	if len(s.folders) > 0 {
		text += " Files are read from these folders: " + strings.Join(s.folders.names(), ", ") + "; a path begins with the name of one of them."
	} else {
		text += " No files are read; pass texts."
	}
	switch {
	case s.Catalogue == nil:
		text += " There is no index: verify_reference answers not_checked."
	case !s.Online:
		text += " References are compared with an index; nothing is asked over the network."
	}
	return text
}

// folders are what a server may read, by name. As a file system its paths begin with
// the name of a folder.
type folders map[string]fs.FS

func (f folders) names() []string {
	var names []string
	for name := range f {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Open implements [fs.FS]. What is neither a file nor a folder is not opened, since a pipe
// would never end.
func (f folders) Open(name string) (fs.File, error) {
	first, rest, inside := strings.Cut(name, "/")
	folder, ok := f[first]
	if !fs.ValidPath(name) || !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if !inside {
		rest = "."
	}
	info, err := fs.Stat(folder, rest)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() && !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return folder.Open(rest)
}
