package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/factcite/factcite/internal/golden"
)

const (
	carts = `@article{roe2019felt, author = {Roe, Ana and Lind, Bo}, title = {Felt rims and quiet carts}, journal = {Journal of Reading Rooms},
  year = 2019, volume = 7, number = 2, pages = {11--19}, doi = {10.99999/jrr.2019.7}}
`
	gapped = `{"id":"f1","fact_type":"reference","content":"The paper 'Rolling without sound' was published in the Journal of Library Furniture.","sources":[{"uri":"https://carts.example.org/quiet"}]}
`
)

// agentFolder is a folder of facts, and an index beside it.
func agentFolder(t *testing.T) (facts, index string) {
	t.Helper()
	folder := t.TempDir()
	facts, index = filepath.Join(folder, "facts"), filepath.Join(folder, "known.index")
	for name, text := range map[string]string{
		"facts/carts.jsonl": gapped, "facts/more/known.bib": carts, "facts/source.html": "<p>Carts with felt rims had a level of 31 dB.</p>", "secret.jsonl": gapped,
	} {
		name = filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	factcite(t, exitClean, "index", "-q", "--date", "2026-11", filepath.Join(facts, "more", "known.bib"), "-o", index)
	return facts, index
}

// agentSession speaks to the command over standard input and output.
func agentSession(t *testing.T, args ...string) *mcp.ClientSession {
	t.Helper()
	command := exec.Command("factcite", append([]string{"mcp"}, args...)...)
	command.Stderr = t.Output()
	return connected(t, &mcp.CommandTransport{Command: command})
}

func connected(t *testing.T, transport mcp.Transport) *mcp.ClientSession {
	t.Helper()
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), transport, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { session.Close() })
	return session
}

// ask calls a tool; the answer is structured, or the text of an error.
func ask(t *testing.T, session *mcp.ClientSession, tool string, arguments any) (answer map[string]any, failed string) {
	t.Helper()
	result, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		return nil, err.Error()
	}
	if result.IsError {
		return nil, result.Content[0].(*mcp.TextContent).Text
	}
	answer, ok := result.StructuredContent.(map[string]any)
	if !ok {
		t.Fatalf("%s answers %v", tool, result.StructuredContent)
	}
	return answer, ""
}

// at follows a path into an answer: members by name, elements by number.
func at(answer any, path ...any) any {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			members, _ := answer.(map[string]any)
			answer = members[step]
		case int:
			elements, _ := answer.([]any)
			if step >= len(elements) {
				return nil
			}
			answer = elements[step]
		}
	}
	return answer
}

func TestAgentTools(t *testing.T) {
	facts, index := agentFolder(t)
	session := agentSession(t, "--index", index, facts)
	tools, err := session.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range tools.Tools {
		names = append(names, tool.Name)
		if tool.InputSchema == nil || tool.OutputSchema == nil || !tool.Annotations.ReadOnlyHint || *tool.Annotations.OpenWorldHint {
			t.Errorf("%s has schemas %v, %v and annotations %+v", tool.Name, tool.InputSchema, tool.OutputSchema, tool.Annotations)
		}
	}
	if diff := cmp.Diff([]string{"bibliography", "check_facts", "ground_fact", "read_references", "verify_reference"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	type object = map[string]any
	const known = "Ana Roe and Bo Lind published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in "
	for _, test := range []struct {
		tool string
		in   object
		path []any
		want any
	}{
		{"read_references", object{"text": "Quiet. The paper 'Felt rims' was written by A. Roe."}, []any{"works", 0, "reference", "spans", "title"}, []any{18.0, 27.0}},
		{"read_references", object{"text": carts}, []any{"works", 0, "key"}, "roe2019felt"},
		{"read_references", object{"paths": []string{"facts/carts.jsonl"}}, []any{"works", 0, "path"}, "facts/carts.jsonl"},
		{"check_facts", object{"text": gapped}, []any{"findings", 0, "rule"}, "missing-author"},
		{"check_facts", object{"paths": []string{"facts"}}, []any{"summary", "records"}, 2.0},
		{"check_facts", object{"paths": []string{"facts"}, "limit": 1}, []any{"cut"}, "1 of 5 findings are listed"},
		{"check_facts", object{"text": strings.ReplaceAll(carts, "2019,", "2012,")}, []any{"findings", 0, "rule"}, "contradicted-year"},
		{"verify_reference", object{"text": known + "2019."}, []any{"verified", 0, "verdict"}, "agree"},
		{"verify_reference", object{"text": known + "2019."}, []any{"verified", 0, "beyond", "doi"}, "10.99999/jrr.2019.7"},
		{"verify_reference", object{"text": known + "2012."}, []any{"verified", 0, "contradicted", 0, "known"}, "2019"},
		{"verify_reference", object{"text": known + "2012."}, []any{"verified", 0, "confirmed"}, []any{"title", "authors", "container"}},
		{"verify_reference", object{"text": "Nils Falk published 'Salt on the rails' in the Annals of Winter Transport in 1987."}, []any{"verified", 0, "verdict"}, "not_covered"},
		{"ground_fact", object{"fact": "It was 28 dB.", "source_path": "facts/source.html"}, []any{"anchors", 0, "found", "words"}, "31 dB"},
		{"ground_fact", object{"fact": "It was 31 dB.", "source_text": "A level of 31 dB."}, []any{"verdict"}, "borne out"},
		{"bibliography", object{"text": known + "2019.", "fill": true, "format": "ris"}, []any{"works"}, 1.0},
		{"bibliography", object{"paths": []string{"facts"}}, []any{"works"}, 2.0},
	} {
		answer, failed := ask(t, session, test.tool, test.in)
		if diff := cmp.Diff(test.want, at(answer, test.path...)); diff != "" {
			t.Errorf("%s %v: %v%s (-want +got):\n%s", test.tool, test.in, answer, failed, diff)
		}
	}
}

// What an agent sends wrong, or somebody sends it to send, is refused with a reason; the
// server goes on.
func TestAgentRefuses(t *testing.T) {
	facts, _ := agentFolder(t)
	if err := os.Symlink(filepath.Join(facts, "..", "secret.jsonl"), filepath.Join(facts, "link.jsonl")); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	session := agentSession(t, facts)
	type object = map[string]any
	for _, test := range []struct {
		tool string
		in   any
		want string
	}{
		{"read_references", object{}, "neither text nor paths are given"},
		{"read_references", object{"text": "a", "paths": []string{"facts"}}, "text and paths are both given"},
		{"read_references", object{"text": strings.Repeat("Felt. ", 200_000)}, "a call may send 1048576; send it in parts"},
		{"read_references", object{"text": 1}, "text"},
		{"read_references", object{"texts": "a"}, "texts"},
		{"read_references", object{"text": "a", "limit": 201}, "201"},
		{"check_facts", object{"text": "a", "limit": 500}, "500"},
		{"verify_reference", object{"text": "a", "limit": -1}, "-1"},
		{"read_references", object{"text": "a", "limit": 0}, "minimum"},
		{"read_references", object{"paths": []string{"facts/../secret.jsonl"}}, "there is no such file or folder"},
		{"read_references", object{"paths": []string{"facts/../../../../etc/passwd"}}, "there is no such file or folder"},
		{"read_references", object{"paths": []string{"/etc/passwd"}}, "a path begins with the name of a folder, which are: facts"},
		{"read_references", object{"paths": []string{"../secret.jsonl"}}, "a path begins with the name of a folder"},
		{"read_references", object{"paths": []string{"facts/link.jsonl"}}, "there is no such file or folder"},
		{"read_references", object{"paths": []string{"facts/none"}}, "there is no such file or folder"},
		{"read_references", object{"paths": []string{"facts//carts.jsonl"}}, "there is no such file or folder"},
		{"read_references", object{"paths": []string{""}}, "a path begins with the name of a folder"},
		{"read_references", object{"paths": []string{"carts.jsonl"}}, "a path begins with the name of a folder"},
		{"read_references", object{"paths": []string{"./facts/carts.jsonl"}}, "a path begins with the name of a folder"},
		{"read_references", object{"paths": []string{"-"}}, "a path begins with the name of a folder"},
		{"verify_reference", object{"text": "Felt rims are quiet."}, "no reference was found in it"},
		{"ground_fact", object{"fact": "It was 28 dB."}, "there is no text of a source"},
		{"ground_fact", object{"fact": "", "source_text": "a"}, "there is no fact"},
		{"ground_fact", object{"fact": "a", "source_path": "/etc/passwd"}, "a path begins with the name of a folder"},
		{"ground_fact", object{"fact": "a", "source_path": "facts/carts.jsonl", "source_text": "a"}, "both given"},
		{"bibliography", object{"text": gapped, "format": "docx"}, "docx"},
		{"bibliography", object{"text": gapped, "fill": true}, "nothing can be filled"},
		{"fetch", object{}, "unknown tool"},
	} {
		answer, failed := ask(t, session, test.tool, test.in)
		if !strings.Contains(failed, test.want) || failed == "" {
			t.Errorf("%s %.80v: %v%s, want %q", test.tool, test.in, answer, failed, test.want)
		}
		if strings.Contains(failed, filepath.Dir(facts)) {
			t.Errorf("the answer tells where the folder is: %s", failed)
		}
	}
	answer, failed := ask(t, session, "verify_reference", object{"text": "Ana Roe published 'Felt rims' in the Journal of Reading Rooms in 2019."})
	if at(answer, "verified", 0, "verdict") != "not_checked" || failed != "" {
		t.Errorf("without an index: %v%s", answer, failed)
	}
}

// An answer is bounded, however much there is to answer.
func TestAgentAnswersAreBounded(t *testing.T) {
	session := agentSession(t)
	var list, entries strings.Builder
	for i := range 3000 {
		n := strings.Repeat("I", i%7+1) + strings.Repeat("V", i/7%9) + strings.Repeat("X", i/63)
		list.WriteString("The paper 'Felt rims " + n + "' by A. Roe was published in the Journal of Carts in 2019. ")
		entries.WriteString("@misc{roe" + n + ", author = {Roe, A.}, title = {Felt rims " + n + "}, year = 2019}\n")
	}
	type object = map[string]any
	for tool, in := range map[string]object{
		"read_references":  {"text": list.String(), "limit": 200},
		"check_facts":      {"text": list.String()},
		"verify_reference": {"text": list.String()},
		"bibliography":     {"text": entries.String()},
	} {
		answer, failed := ask(t, session, tool, in)
		text, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		if cut, _ := answer["cut"].(string); cut == "" || len(text) > 200_000 {
			t.Errorf("%s answers %d bytes, cut: %q%s", tool, len(text), cut, failed)
		}
		if tool == "bibliography" && !strings.HasSuffix(answer["bibliography"].(string), "}\n") {
			t.Error("an entry is cut")
		}
	}
	if _, failed := ask(t, session, "bibliography", object{"text": entries.String(), "format": "csl-json"}); !strings.Contains(failed, "cannot be cut") {
		t.Errorf("a bibliography of CSL-JSON: %s", failed)
	}
}

// What is no message ends the session at most, and the command does not fail.
func TestAgentReadsGarbage(t *testing.T) {
	for _, text := range []string{"", "{", "garbage\n", "{\"jsonrpc\":\"2.0\"}\n", "[]\n", "\x00\xff\n", strings.Repeat("[", 100_000) + "\n",
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check_facts","arguments":{"text":"a"}}}` + "\n"} {
		command := exec.Command("factcite", "mcp")
		command.Stdin = strings.NewReader(text)
		out, err := command.CombinedOutput()
		if bytes.Contains(out, []byte("panic")) || bytes.Contains(out, []byte("goroutine")) {
			t.Errorf("%.40q: %v %s", text, err, out)
		}
	}
}

// servedAgent runs the command with --http, and returns its address and what it printed.
func servedAgent(t *testing.T, env string, args ...string) (address, printed string) {
	t.Helper()
	command := exec.Command("factcite", append([]string{"mcp", "--http", "127.0.0.1:0"}, args...)...)
	command.Env = append(os.Environ(), env)
	stderr, err := command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		command.Process.Signal(syscall.SIGTERM)
		command.Wait()
	})
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		printed += lines.Text() + "\n"
		if found := regexp.MustCompile(`http://\S+`).FindString(printed); found != "" {
			address = found
		}
		if address != "" && (env != "" || strings.Contains(printed, "Bearer ")) {
			return address, printed
		}
	}
	t.Fatalf("it printed %s", printed)
	return "", ""
}

// bearer sends a token.
type bearer string

func (b bearer) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer "+string(b))
	return http.DefaultTransport.RoundTrip(r)
}

func TestAgentOverHTTP(t *testing.T) {
	facts, index := agentFolder(t)
	address, printed := servedAgent(t, "", "--index", index, facts)
	token := strings.TrimSpace(printed[strings.LastIndex(printed, "Bearer ")+len("Bearer "):])
	if len(token) < 20 {
		t.Fatalf("the token is %q", token)
	}
	for _, path := range []string{"", "/", "/mcp"} {
		session := connected(t, &mcp.StreamableClientTransport{Endpoint: address + path, HTTPClient: &http.Client{Transport: bearer(token)}})
		answer, failed := ask(t, session, "verify_reference", map[string]any{"paths": []string{"facts/more"}})
		if at(answer, "verified", 0, "verdict") != "agree" {
			t.Errorf("at %q: %v%s", path, answer, failed)
		}
	}
}

func TestAgentServesThisMachine(t *testing.T) {
	address, printed := servedAgent(t, tokenVariable+"=felt")
	if strings.Contains(printed, "felt") {
		t.Errorf("it prints the token of the environment: %s", printed)
	}
	const start = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`
	for name, test := range map[string]struct {
		host, origin, authorization, body string
		want                              int
	}{
		"as it should be":             {authorization: "Bearer felt", want: http.StatusOK},
		"of a page of this machine":   {origin: "http://localhost:3000", authorization: "Bearer felt", want: http.StatusOK},
		"by another name of it":       {host: "localhost", authorization: "Bearer felt", want: http.StatusOK},
		"no token":                    {want: http.StatusUnauthorized},
		"another token":               {authorization: "Bearer oak", want: http.StatusUnauthorized},
		"a longer token":              {authorization: "Bearer feltfelt", want: http.StatusUnauthorized},
		"no bearer":                   {authorization: "Basic felt", want: http.StatusUnauthorized},
		"of a page of another site":   {origin: "https://evil.example", authorization: "Bearer felt", want: http.StatusForbidden},
		"of a page without an origin": {origin: "null", authorization: "Bearer felt", want: http.StatusForbidden},
		"for a name that is rebound":  {host: "evil.example", authorization: "Bearer felt", want: http.StatusForbidden},
		"for a name that looks like":  {host: "localhost.evil.example", authorization: "Bearer felt", want: http.StatusForbidden},
		"bad JSON":                    {authorization: "Bearer felt", body: "{", want: http.StatusBadRequest},
		"too long":                    {authorization: "Bearer felt", body: `{"a":"` + strings.Repeat("a", 5<<20) + `"}`, want: http.StatusRequestEntityTooLarge},
	} {
		body := test.body
		if body == "" {
			body = start
		}
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Accept", "application/json, text/event-stream")
		request.Host = test.host
		for header, value := range map[string]string{"Origin": test.origin, "Authorization": test.authorization} {
			if value != "" {
				request.Header.Set(header, value)
			}
		}
		response, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		said, _ := io.ReadAll(io.LimitReader(response.Body, 200))
		response.Body.Close()
		if response.StatusCode != test.want {
			t.Errorf("%s: %d %s, want %d", name, response.StatusCode, said, test.want)
		}
	}
	for _, open := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.1:0", "example.org:0", "8080", "127.0.0.1.evil.example:0"} {
		if code, _, note := call(t, "", "mcp", "--http", open); code != exitCouldNotRun || !strings.Contains(note, "--http") {
			t.Errorf("--http %s exits %d: %s", open, code, note)
		}
	}
}

func TestAgentEnds(t *testing.T) {
	for name, end := range map[string]func(*exec.Cmd, io.Closer){
		"its input ends": func(_ *exec.Cmd, input io.Closer) { input.Close() },
		"it is stopped":  func(c *exec.Cmd, _ io.Closer) { c.Process.Signal(syscall.SIGTERM) },
	} {
		command := exec.Command("factcite", "mcp")
		input, err := command.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- command.Wait() }()
		end(command, input)
		select {
		case <-ended:
		case <-time.After(30 * time.Second):
			command.Process.Kill()
			t.Errorf("%s, and it goes on", name)
		}
	}
}

// The page for agents shows what the tools answer, as they answer it.
func TestAgentPage(t *testing.T) {
	file, err := filepath.Abs(filepath.Join("..", "..", "docs", "agents.md"))
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	shown := func(pattern string) string {
		t.Helper()
		match := regexp.MustCompile(pattern).FindSubmatch(page)
		if match == nil {
			t.Fatalf("%s has no %s", file, pattern)
		}
		return string(match[1])
	}
	write(t, map[string]string{"known.bib": shown("(?s)```bibtex\n(.*?)```"), "facts/a.jsonl": shown("(?s)```jsonl\n(.*?)```")})
	factcite(t, exitClean, strings.Fields(shown("(?m)^    factcite (index .*)$"))...)
	session := agentSession(t, strings.Fields(shown("(?m)^    factcite mcp (.*)$"))...)
	transcript := regexp.MustCompile("(?s)`(\\w+)` is asked\n\n```json\n(.*?)```\n\nand answers\n\n```json\n(.*?)```")
	found := transcript.FindAllSubmatchIndex(page, -1)
	untold := map[string]bool{"bibliography": true, "check_facts": true, "ground_fact": true, "read_references": true, "verify_reference": true}
	for _, m := range slices.Backward(found) {
		delete(untold, string(page[m[2]:m[3]]))
		var in any
		if err := json.Unmarshal(page[m[4]:m[5]], &in); err != nil {
			t.Fatal(err)
		}
		answer, failed := ask(t, session, string(page[m[2]:m[3]]), in)
		got, err := encode(answer)
		if err != nil || failed != "" {
			t.Fatalf("%v %s", err, failed)
		}
		var indented bytes.Buffer
		if err := json.Indent(&indented, got, "", "  "); err != nil {
			t.Fatal(err)
		}
		if *golden.Update {
			page = slices.Concat(page[:m[6]], indented.Bytes(), page[m[7]:])
		} else if diff := cmp.Diff(string(page[m[6]:m[7]]), indented.String()); diff != "" {
			t.Errorf("%s is out of date; look at the difference and run with -update (-want +got):\n%s", file, diff)
		}
	}
	if len(untold) > 0 {
		t.Errorf("%s has no transcript of %v", file, slices.Sorted(maps.Keys(untold)))
	}
	if *golden.Update {
		if err := os.WriteFile(file, page, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
