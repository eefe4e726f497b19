package report

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/factcite/factcite/validate"
)

// sarifLog is the part of a SARIF log that these tests look at.
type sarifLog struct {
	Runs []struct {
		Results     []sarifResult
		Invocations []sarifInvocation
	}
}

func readSARIF(t *testing.T, text string) sarifLog {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	return log
}

func TestSARIFLeavesOutTheLeastSevere(t *testing.T) {
	var findings []validate.Finding
	for i := range 30_000 {
		severity := []validate.Severity{validate.Info, validate.Warning, validate.Error}[i%3]
		findings = append(findings, validate.Finding{Rule: "schema", Severity: severity, Message: fmt.Sprint(i), Path: "a.json"})
	}
	log := readSARIF(t, render(t, "sarif", newRun(findings, nil), nil))
	got := map[string]int{}
	last := -1
	for _, result := range log.Runs[0].Results {
		got[result.Level]++
		var n int
		fmt.Sscan(result.Message.Text, &n)
		if n <= last {
			t.Fatalf("result %d after %d", n, last)
		}
		last = n
	}
	if diff := cmp.Diff(map[string]int{"error": 10_000, "warning": 10_000, "note": 5_000}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want := []sarifNotification{{"warning", sarifText{
		Text: "5,000 findings are left out, the least severe of 10,000 errors, 10,000 warnings and 10,000 infos: the JSON report has them all"}}}
	if diff := cmp.Diff(want, log.Runs[0].Invocations[0].ToolExecutionNotifications); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSARIFAddresses(t *testing.T) {
	for path, want := range map[string]sarifArtifact{
		"a/b c.json":      {"a/b%20c.json", "ROOT"},
		"./a/../é.json":   {"%C3%A9.json", "ROOT"},
		"a:b/50%#?.json":  {"a%3Ab/50%25%23%3F.json", "ROOT"},
		"/tmp/a.json":     {"file:///tmp/a.json", ""},
		`dir\a.json`:      {"dir/a.json", "ROOT"},
		"-":               {"-", "ROOT"},
		"javascript:a(1)": {"javascript%3Aa%281%29", "ROOT"},
		"\x00\xff\u202e":  {"%00%FF%E2%80%AE", "ROOT"},
	} {
		if diff := cmp.Diff(want, sarifURI(path)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", path, diff)
		}
	}
}

func TestSARIFMessagesAreNoLinks(t *testing.T) {
	log := readSARIF(t, render(t, "sarif", hostile(), nil))
	for _, result := range log.Runs[0].Results {
		if strings.Contains(strings.ReplaceAll(result.Message.Text, `\]`, ""), "](") {
			t.Errorf("a link in %q", result.Message.Text)
		}
		if strings.ContainsAny(result.Message.Text, "\x00\x1b\u202e") {
			t.Errorf("a control character in %q", result.Message.Text)
		}
		for _, location := range append(result.Locations, result.RelatedLocations...) {
			uri, err := url.Parse(location.PhysicalLocation.ArtifactLocation.URI)
			if err != nil || uri.Scheme != "" && uri.Scheme != "file" || uri.Host != "" {
				t.Errorf("%v, %v", uri, err)
			}
		}
	}
}

// TestSARIFIsValid uses the schema that npm's @microsoft/sarif-multitool brings.
// The tool itself says nothing about any file on Linux, be it ever so wrong.
func TestSARIFIsValid(t *testing.T) {
	path := os.Getenv("FACTCITE_SARIF_SCHEMA")
	if path == "" {
		t.Skip("run npm install @microsoft/sarif-multitool and set FACTCITE_SARIF_SCHEMA to its node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json")
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	schema, err := compiler.Compile(path)
	if err != nil {
		t.Fatal(err)
	}
	authority := &Authority{Index: &Index{Name: "a.idx", Date: "2026-01-02", Works: 3, Coverage: "all"}}
	for name, r := range map[string]*run{"clean": newRun(nil, nil), "findings": sample(), "hostile": hostile()} {
		text := render(t, "sarif", r, &Options{Version: "1.2.3", Authority: authority})
		if err := validateJSON(schema, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if name == "clean" {
			continue
		}
		if validateJSON(schema, strings.ReplaceAll(text, `"level":"warning"`, `"level":"bad"`)) == nil {
			t.Errorf("%s: the schema takes anything", name)
		}
	}
}

func validateJSON(schema *jsonschema.Schema, text string) error {
	var document any
	if err := json.Unmarshal([]byte(text), &document); err != nil {
		return err
	}
	return schema.Validate(document)
}

// TestSARIFLeadsToPassages holds that a passage of a source's text is a related location, with
// its bytes where it is a file's own.
func TestSARIFLeadsToPassages(t *testing.T) {
	for _, test := range []struct {
		passage validate.Passage
		want    string
	}{
		{validate.Passage{Path: "t/a.txt", Span: [2]int{3, 21}, Text: "31 [dB]"}, `{"id":1,"physicalLocation":{"artifactLocation":{"uri":"t/a.txt","uriBaseId":"ROOT"},"region":{"byteOffset":3,"byteLength":18,"snippet":{"text":"31 [dB]"}}},` +
			`"message":{"text":"t/a.txt, bytes 3 to 21: 31 \\[dB\\]"}}`},
		{validate.Passage{Path: "a.jsonl", Pointer: "/facts/0", Span: [2]int{0, 2}, Text: "31"}, `{"id":1,"physicalLocation":{"artifactLocation":{"uri":"a.jsonl","uriBaseId":"ROOT"}},"message":{"text":"a.jsonl/facts/0, bytes 0 to 2: 31"}}`},
		{validate.Passage{Path: "a.pdf", Page: 7, Text: "31"}, `{"id":1,"physicalLocation":{"artifactLocation":{"uri":"a.pdf","uriBaseId":"ROOT"}},"message":{"text":"a.pdf, page 7: 31"}}`},
		{validate.Passage{Text: "31"}, ""},
	} {
		f := validate.Finding{Rule: "number-not-in-source", Severity: validate.Warning, Message: "m", Path: "f", Line: 1, Passage: &test.passage}
		got := ""
		for _, location := range readSARIF(t, render(t, "sarif", newRun([]validate.Finding{f}, nil), nil)).Runs[0].Results[0].RelatedLocations {
			text, err := json.Marshal(location)
			if err != nil {
				t.Fatal(err)
			}
			got += string(text)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", test.passage, diff)
		}
	}
}
