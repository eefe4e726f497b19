package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

func check(t testing.TB, path, lines string) *validate.Result {
	t.Helper()
	result, err := validate.Check(context.Background(), validate.Facts(fact.Read(strings.NewReader(lines), path, nil)),
		&validate.Options{KeepChecked: true, Today: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := result.Close(); err != nil {
			t.Error(err)
		}
	})
	return result
}

// TestHostileFacts sends facts that would each do harm somewhere through the
// whole way, from the reader to every format.
func TestHostileFacts(t *testing.T) {
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	for i, word := range []string{
		"</script><script>alert(1)</script>", "\x1b[31mred\x1b[0m", "\n::error::stolen", "%0A::error::stolen", "##[error]stolen",
		`\input{/etc/passwd}`, "\x00", "\u202egnp.exe", strings.Repeat("a", 1<<20), "| a | ![b](http://evil.example) |", "]]>",
	} {
		source := map[string]any{"uri": "https://carts.example/" + word, "title": word, "domain": word}
		for _, content := range []string{
			"The paper '" + word + "' by Ada Moss was published in the Proceedings of the 2023 Conference on Carts, pp. 20–10.",
			"The book 'Oak spokes' by Bo " + word + " was published by " + word + " in 3023.",
			word,
		} {
			record := map[string]any{"id": fmt.Sprint("f", i, word), "fact_type": "reference", "content": content, "sources": []any{source}}
			if err := encoder.Encode(record); err != nil {
				t.Fatal(err)
			}
		}
	}
	lines.WriteString("{\"id\":\"\xff\x1b</script>\"\n")
	result := check(t, "::error::carts, 100%.jsonl", lines.String())
	if total := result.Summary.Findings; total.Error == 0 || total.Warning == 0 {
		t.Fatalf("the facts were found too harmless to show anything: %+v", total)
	}
	open := func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(lines.String())), nil }
	for _, format := range report.Formats() {
		t.Run(format, func(t *testing.T) {
			var out bytes.Buffer
			if err := report.Write(&out, format, result, &report.Options{FailOn: validate.Info, Open: open}); err != nil {
				t.Fatal(err)
			}
			text := out.String()
			if i := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }); i >= 0 {
				t.Errorf("%q stands in the report as it is", text[i:min(i+20, len(text))])
			}
			if isMarkup := !slices.Contains([]string{"text", "concise", "github"}, format); isMarkup && strings.Contains(text, "<script>alert") {
				t.Error("a tag stands in the report as it is")
			}
			for line := range strings.Lines(text) {
				if strings.HasPrefix(strings.TrimSpace(line), "::") && format != "github" || strings.HasPrefix(line, "::error::stolen") {
					t.Errorf("a workflow command: %.80q", line)
				}
			}
		})
	}
}

func ExampleWrite() {
	lines := `{"fact_type":"reference","content":"The paper 'Felt rims' by Ada Moss was published in the Journal of Carts in 2023, pp. 121–104.","sources":[{"uri":"https://carts.example/a"}]}`
	facts := fact.Read(strings.NewReader(lines), "carts.jsonl", nil)
	result, err := validate.Check(context.Background(), validate.Facts(facts), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer result.Close()
	if err := report.Write(os.Stdout, "concise", result, nil); err != nil {
		fmt.Println(err)
	}
	fmt.Println(report.Summary(result))
	// Output:
	// carts.jsonl:1:48: info: no DOI, arXiv ID, ISBN, PMID or address is given for "Felt rims" [missing-identifier]
	// carts.jsonl:1:122: warning: the pages "121–104" end before they begin [pages-reversed]
	// 1 record, 1 reference to 1 work (title 100%, author 100%, year 100%, venue 100%, identifier 0%): 0 errors, 1 warning, 1 info
}
