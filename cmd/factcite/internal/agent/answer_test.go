package agent

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/factcite/factcite/authority"
)

// TestRefusals holds what a call is told that cannot be answered.
func TestRefusals(t *testing.T) {
	reading := &Options{Folders: map[string]fs.FS{"facts": fstest.MapFS{"a.txt": {Data: []byte("Felt.")}}, "more": fstest.MapFS{}}}
	none := new(Options)
	long := strings.Repeat("a", maxText+1)
	for _, c := range []struct {
		opts *Options
		tool string
		in   map[string]any
		want string
	}{
		{none, "read_references", map[string]any{}, "neither text nor paths are given; pass one of them"},
		{none, "read_references", map[string]any{"text": " \n"}, "neither text nor paths are given; pass one of them"},
		{none, "read_references", map[string]any{"text": "Felt.", "paths": []string{"a"}}, "text and paths are both given; pass one of them"},
		{none, "read_references", map[string]any{"text": long}, "the text has 1048577 bytes, and a call may send 1048576; send it in parts"},
		{none, "check_facts", map[string]any{"paths": []string{"facts/a.txt"}}, `"facts/a.txt" cannot be read: this server reads no files; pass the text`},
		{reading, "check_facts", map[string]any{"paths": []string{"oats/a.txt"}}, `"oats/a.txt" cannot be read: a path begins with the name of a folder, which are: facts, more`},
		{reading, "check_facts", map[string]any{"paths": []string{"facts/b.txt"}}, `"facts/b.txt" cannot be read: there is no such file or folder`},
		{none, "ground_fact", map[string]any{"fact": "", "source_text": "Felt."}, "there is no fact; pass the sentence to compare"},
		{none, "ground_fact", map[string]any{"fact": "Felt."}, "there is no text of a source; pass source_text or source_path"},
		{none, "ground_fact", map[string]any{"fact": "Felt.", "source_text": "Felt.", "source_path": "facts/a.txt"}, "source_text and source_path are both given; pass one of them"},
		{none, "ground_fact", map[string]any{"fact": long, "source_text": "Felt."}, "the text has 1048577 bytes, and a call may send 1048576; send it in parts"},
		{none, "ground_fact", map[string]any{"fact": "Felt.", "source_text": long}, "the text has 1048577 bytes, and a call may send 1048576; send it in parts"},
		{reading, "ground_fact", map[string]any{"fact": "Felt.", "source_path": "facts/b.txt"}, `"facts/b.txt" cannot be read: there is no such file or folder`},
		{none, "verify_reference", map[string]any{"text": "Felt is quiet."}, "no reference was found in it; pass a title with authors, venue, year or an identifier, as a sentence, as a line of a reference list or as an entry of a .bib"},
		{none, "bibliography", map[string]any{"text": entry, "fill": true}, "nothing can be filled: the server was started without an index and without leave to ask public services"},
		{none, "bibliography", map[string]any{"text": entriesOf(800), "format": "ris"}, "the bibliography of 800 works is longer than 65536 bytes, and ris cannot be cut; ask about fewer files, or for bibtex"},
	} {
		answer, failed := ask(t, c.opts, c.tool, c.in)
		if diff := cmp.Diff(c.want, failed); diff != "" || answer != "" {
			t.Errorf("%s: answered %.80q (-want +got):\n%s", c.tool, answer, diff)
		}
	}
	for _, text := range []string{long[:maxText]} {
		if _, failed := ask(t, none, "read_references", map[string]any{"text": text}); failed != "" {
			t.Errorf("a text as long as may be sent: %s", failed)
		}
		for _, in := range []map[string]any{{"fact": text, "source_text": "Felt."}, {"fact": "Felt.", "source_text": text}} {
			if _, failed := ask(t, none, "ground_fact", in); failed != "" {
				t.Errorf("a fact or a source as long as may be sent: %s", failed)
			}
		}
	}
}

// entriesOf is a .bib of n works.
func entriesOf(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "@article{roe%d, author = {Roe, Ana}, title = {Felt of the cart number %d}, journal = {Journal of Carts}, volume = {%d}, pages = {9--1}, year = 2019}\n", i, i, i)
	}
	return b.String()
}

func answerOf[Out any](t *testing.T, opts *Options, tool string, in map[string]any) (out Out) {
	t.Helper()
	answer, failed := ask(t, opts, tool, in)
	if err := json.Unmarshal([]byte(answer), &out); err != nil {
		t.Fatalf("%s: %v %s", tool, err, failed)
	}
	return out
}

// TestLongAnswers holds that answers are cut, and say of what.
func TestLongAnswers(t *testing.T) {
	text := entriesOf(800)
	checked := answerOf[checkOut](t, new(Options), "check_facts", map[string]any{"text": text, "limit": 3})
	if want := fmt.Sprintf("3 of %d findings are listed", checked.Summary.Findings.Error+checked.Summary.Findings.Warning+checked.Summary.Findings.Info); len(checked.Findings) != 3 || checked.Cut != want {
		t.Errorf("%d findings, %q, want %q", len(checked.Findings), checked.Cut, want)
	}
	written := answerOf[bibliographyOut](t, new(Options), "bibliography", map[string]any{"text": text})
	if size := len(written.Bibliography); written.Works != 800 || size > maxEntries || size < maxEntries-1000 || !strings.HasSuffix(written.Bibliography, "}\n") || written.Cut != "entries after the first 65536 bytes are left out" {
		t.Errorf("%d works in %d bytes, %q, ending in %q", written.Works, size, written.Cut, written.Bibliography[size-20:])
	}
	if all := answerOf[bibliographyOut](t, new(Options), "bibliography", map[string]any{"text": entriesOf(2), "format": "biblatex"}); all.Cut != "" || !strings.Contains(all.Bibliography, "journaltitle") {
		t.Errorf("%q, %s", all.Cut, all.Bibliography)
	}
	read := answerOf[readOut](t, new(Options), "read_references", map[string]any{"text": text, "limit": 2})
	if len(read.Works) != 2 || read.Cut != "2 of 800 works are listed" {
		t.Errorf("%d works, %q", len(read.Works), read.Cut)
	}
	known := answerOf[verifyOut](t, new(Options), "verify_reference", map[string]any{"text": text, "limit": 2})
	if len(known.Verified) != 2 || known.Cut != "only the first 2 references were compared; ask about fewer at a time" {
		t.Errorf("%d references, %q", len(known.Verified), known.Cut)
	}
	if known := answerOf[verifyOut](t, new(Options), "verify_reference", map[string]any{"text": entriesOf(2), "limit": 2}); len(known.Verified) != 2 || known.Cut != "" {
		t.Errorf("%d references, %q", len(known.Verified), known.Cut)
	}
	grounded := answerOf[groundOut](t, new(Options), "ground_fact", map[string]any{"fact": strings.Repeat("It was 28 dB. ", mostItems+1), "source_text": "It was 28 dB."})
	if len(grounded.Anchors) != mostItems || grounded.Cut != "200 of 201 anchors are listed" {
		t.Errorf("%d anchors, %q", len(grounded.Anchors), grounded.Cut)
	}
}

// TestNoCatalogue holds what is said of references where nothing is known of works.
func TestNoCatalogue(t *testing.T) {
	const reason = "the server was started without an index and without leave to ask public services"
	for text, want := range map[string]verified{
		entry: {Key: "roe2019", Verdict: authority.NotChecked, Reason: reason},
		"Ana Roe wrote the book 'Felt and Hay' in 2019.": {Words: "Ana Roe wrote the book 'Felt and Hay' in 2019.", Verdict: authority.NotChecked, Reason: reason},
	} {
		known := answerOf[verifyOut](t, new(Options), "verify_reference", map[string]any{"text": text})
		got := known.Verified[0]
		if got.Reference.Title == "" || got.Reference.Spans != nil {
			t.Errorf("%+v", got.Reference)
		}
		if got.Key != want.Key || got.Words != want.Words || got.Verdict != want.Verdict || got.Reason != want.Reason {
			t.Errorf("key %q, words %q, %s: %s", got.Key, got.Words, got.Verdict, got.Reason)
		}
	}
}

// TestFactsOfOtherTypes holds that works in facts of other types count if it is asked for, as
// those of a text do.
func TestFactsOfOtherTypes(t *testing.T) {
	records := `{"id":"a","fact_type":"claim","content":"Ana Roe wrote the book 'Felt and Hay' in 2919."}` + "\n" + `{"id":"b","fact_type":"claim","content":"Felt."}` + "\n"
	opts := &Options{Folders: map[string]fs.FS{"facts": fstest.MapFS{"a.jsonl": {Data: []byte(records)}, "b.txt": {Data: []byte("Ana Roe wrote the book 'Felt and Hay' in 2919.")}}}}
	for _, c := range []struct {
		in    map[string]any
		works int
	}{
		{map[string]any{"paths": []string{"facts/a.jsonl"}}, 0},
		{map[string]any{"paths": []string{"facts/a.jsonl"}, "all_types": true}, 1},
		{map[string]any{"text": records}, 1},
	} {
		if got := answerOf[bibliographyOut](t, opts, "bibliography", c.in); got.Works != c.works {
			t.Errorf("%v: %d works, want %d", c.in, got.Works, c.works)
		}
	}
	some := answerOf[checkOut](t, opts, "check_facts", map[string]any{"text": records})
	all := answerOf[checkOut](t, opts, "check_facts", map[string]any{"text": records, "all_types": true})
	if len(all.Findings) <= len(some.Findings) {
		t.Errorf("%d findings in facts of every type, %d in references", len(all.Findings), len(some.Findings))
	}
	for _, want := range []bool{true, false} {
		got := answerOf[bibliographyOut](t, new(Options), "bibliography", map[string]any{"text": "Ana Roe wrote the book 'Fält and Hay' in 2019.", "provenance": want})
		if strings.Contains(got.Bibliography, "x-facts") != want || !strings.Contains(got.Bibliography, "Fält") {
			t.Errorf("with provenance %t: %s", want, got.Bibliography)
		}
	}
}

// TestInstructions holds what an agent is told of the server before it asks anything.
func TestInstructions(t *testing.T) {
	catalogue := authority.NewCatalogue(&shelf{work: new(authority.Work)})
	files := map[string]fs.FS{"oats": fstest.MapFS{}, "felt": fstest.MapFS{}}
	for _, c := range []struct {
		opts Options
		want string
	}{
		{Options{}, " No files are read; pass texts. There is no index: verify_reference answers not_checked."},
		{Options{Folders: files}, " Files are read from these folders: felt, oats; a path begins with the name of one of them. There is no index: verify_reference answers not_checked."},
		{Options{Catalogue: catalogue}, " No files are read; pass texts. References are compared with an index; nothing is asked over the network."},
		{Options{Catalogue: catalogue, Online: true}, " No files are read; pass texts."},
	} {
		here, there := mcp.NewInMemoryTransports()
		c.opts.Version = "1.2"
		serving, err := NewServer(&c.opts).Connect(t.Context(), there, nil)
		if err != nil {
			t.Fatal(err)
		}
		session, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), here, nil)
		if err != nil {
			t.Fatal(err)
		}
		said := session.InitializeResult()
		_, got, _ := strings.Cut(said.Instructions, "do not repair them first.")
		if diff := cmp.Diff(c.want, got); diff != "" || said.ServerInfo.Name != "factcite" || said.ServerInfo.Title != "factcite" || said.ServerInfo.Version != "1.2" {
			t.Errorf("%+v (-want +got):\n%s", said.ServerInfo, diff)
		}
		tools, err := session.ListTools(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		open := map[string]bool{}
		for _, tool := range tools.Tools {
			if tool.Title == "" || !strings.HasSuffix(tool.Description, ".") || !tool.Annotations.ReadOnlyHint || !tool.Annotations.IdempotentHint {
				t.Errorf("%+v", tool)
			}
			open[tool.Name] = *tool.Annotations.OpenWorldHint
		}
		if diff := cmp.Diff(map[string]bool{"read_references": false, "check_facts": c.opts.Online, "verify_reference": c.opts.Online, "ground_fact": false, "bibliography": c.opts.Online}, open); diff != "" {
			t.Errorf("tools that ask others (-want +got):\n%s", diff)
		}
		session.Close()
		serving.Close()
	}
}

// TestPlacesOfReferences holds that places are bytes of the text or file, whatever it is.
func TestPlacesOfReferences(t *testing.T) {
	text := "Felt is quiet.\n\nAna Roe wrote the book 'Felt and Hay' in 2019 (Lim, 2018)."
	out := answerOf[readOut](t, new(Options), "read_references", map[string]any{"text": text})
	if len(out.Works) != 1 || len(out.Mentions) != 1 {
		t.Fatalf("%+v", out)
	}
	work, mention := out.Works[0], out.Mentions[0]
	title := work.Reference.Spans["title"]
	if text[work.Span[0]:work.Span[1]] != work.Words || work.Line != 3 || work.Path != "" || text[title[0]:title[1]] != "Felt and Hay" {
		t.Errorf("%+v", work)
	}
	if text[mention.Span[0]:mention.Span[1]] != "Lim, 2018" || mention.Line != 3 || mention.Year != "2018" {
		t.Errorf("%+v", mention)
	}
}
