package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate"
)

// elements calls visit for every element of a page.
func elements(t *testing.T, page string, visit func(*html.Node)) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			visit(n)
		}
	}
}

func TestHTMLHoldsHostileText(t *testing.T) {
	expected := map[string]bool{}
	elements(t, render(t, "html", sample(), nil), func(n *html.Node) { expected[n.Data] = true })
	scripts := 0
	page := render(t, "html", hostile(), nil)
	elements(t, page, func(n *html.Node) {
		if !expected[n.Data] {
			t.Errorf("a <%s> that a harmless report does not have", n.Data)
		}
		if n.Data == "script" {
			scripts++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "srcset" {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
			if a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, homepage) {
				t.Errorf("a link to %q", a.Val)
			}
		}
	})
	if scripts != 1 {
		t.Errorf("%d scripts", scripts)
	}
	if strings.ContainsAny(page, "\x00\x1b\u202e") {
		t.Error("a control character stands in the page")
	}
	if len(page) > 4<<20 {
		t.Errorf("%d bytes: a long word is not shortened", len(page))
	}
}

func TestHTMLTagsAreClosed(t *testing.T) {
	for name, r := range map[string]*run{"sample": sample(), "hostile": hostile(), "clean": newRun(nil, nil)} {
		tokens := html.NewTokenizer(strings.NewReader(render(t, "html", r, nil)))
		var open []string
		for {
			kind := tokens.Next()
			if kind == html.ErrorToken {
				break
			}
			tag, _ := tokens.TagName()
			switch kind {
			case html.StartTagToken:
				if string(tag) != "meta" && string(tag) != "input" {
					open = append(open, string(tag))
				}
			case html.EndTagToken:
				if len(open) == 0 || open[len(open)-1] != string(tag) {
					t.Fatalf("%s: </%s> after %v", name, tag, open)
				}
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			t.Errorf("%s: %v are left open", name, open)
		}
	}
}

// manyRecords is a run of n records with a finding each, of which every tenth
// is an error.
func manyRecords(n int) *run {
	var findings []validate.Finding
	var checked []validate.Checked
	for i := range n {
		content := fmt.Sprintf("The paper 'On cart number %d' by Ada Moss was published in the Journal of Carts in 2023.", i)
		id := fmt.Sprintf("f%d", i)
		finding := validate.Finding{Rule: "missing-arxiv-id", Severity: validate.Warning, Path: "carts.jsonl", Line: i + 1, Column: 1, Fact: id,
			Message: "no arXiv ID is given", Help: "look it up"}
		if i%10 == 0 {
			finding.Rule, finding.Severity = "reference-conflict", validate.Error
		}
		findings = append(findings, finding)
		title := fmt.Sprintf("On cart number %d", i)
		checked = append(checked, validate.Checked{Fact: id, Path: "carts.jsonl", Line: i + 1, Column: 1, Content: content, Source: fmt.Sprintf("source %d", i%50),
			References: []citation.Reference{{Type: citation.Article, Title: title, Year: "2023", Spans: map[string]citation.Span{
				"title": {11, 11 + len(title)}}}},
			Works: []int{i}})
	}
	return newRun(findings, checked)
}

func TestHTMLSaysWhatItLeavesOut(t *testing.T) {
	page := render(t, "html", manyRecords(htmlLimit+5), nil)
	if want := "Only the worst 20,000 of 20,005 findings are shown below; the JSON report has them all."; !strings.Contains(page, want) {
		t.Errorf("the page does not say %q", want)
	}
	if got := strings.Count(page, `data-rule="`); got != htmlLimit {
		t.Errorf("%d findings are shown", got)
	}
	if got := strings.Count(page, `data-rule="reference-conflict"`); got != htmlLimit/10+1 {
		t.Errorf("%d errors are shown", got)
	}
}

func TestHTMLSaysHowManyCleanRecordsItLeavesOut(t *testing.T) {
	r := manyRecords(htmlLimit + 5)
	r.findings, r.summary.Findings = each([]validate.Finding{}), validate.Counts{}
	page := render(t, "html", r, nil)
	if want := "Of the 20,005 reference records without findings only the first 20,000 are shown below."; !strings.Contains(page, want) {
		t.Errorf("the page does not say %q", want)
	}
	if got := strings.Count(page, `class="card`); got != htmlLimit {
		t.Errorf("%d records are shown", got)
	}
}

// The filter offers the sources with the most findings, and the page lists a few.
func TestHTMLOffersSources(t *testing.T) {
	var findings []validate.Finding
	var checked []validate.Checked
	for i := range htmlSources + 10 {
		id := fmt.Sprint("f", i)
		checked = append(checked, validate.Checked{Fact: id, Path: "a.jsonl", Line: i + 1, Column: 1, Content: "Felt is quiet.", Source: fmt.Sprintf("source %03d", i)})
		if i == 7 {
			findings = append(findings, validate.Finding{Rule: "pages-reversed", Severity: validate.Warning, Path: "a.jsonl", Line: i + 1, Column: 1, Fact: id})
		}
	}
	var offered, listed []string
	elements(t, render(t, "html", newRun(findings, checked), nil), func(n *html.Node) {
		for _, a := range n.Attr {
			switch {
			case a.Key == "data-pick-source":
				listed = append(listed, n.FirstChild.Data)
			case a.Key == "value" && n.Data == "option" && n.Parent != nil && strings.Contains(fmt.Sprint(n.Parent.Attr), "source") && a.Val != "":
				offered = append(offered, strings.TrimSpace(n.FirstChild.Data))
			}
		}
	})
	if len(offered) != htmlSources || len(listed) != htmlTopSources || offered[0] != "source 007" || offered[1] != "source 000" || listed[0] != "source 007" {
		t.Errorf("it offers %d sources, %.3q first, and lists %d, %.3q first", len(offered), offered, len(listed), listed)
	}
}

func TestOtherFacts(t *testing.T) {
	for _, c := range []struct {
		facts string
		want  string
	}{
		{"a", ""},
		{"a b", "also named by b"},
		{"b a b c", "also named by b, c"},
		{"a b c d", "also named by b, c, d"},
		{"a b c d e", "also named by b, c, d and 1 more fact"},
		{"a b c d e f", "also named by b, c, d and 2 more facts"},
	} {
		if diff := cmp.Diff(c.want, otherFacts(strings.Fields(c.facts), "a")); diff != "" {
			t.Errorf("of %s (-want +got):\n%s", c.facts, diff)
		}
	}
}
