package report

import (
	"fmt"
	"slices"
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

// unreadable is a file of which that many lines are no records, each in its own way.
func unreadable(n int) *run {
	var findings []validate.Finding
	for i := range n {
		findings = append(findings, validate.Finding{Rule: "unreadable-record", Severity: validate.Error, Path: "carts.jsonl", Line: i + 1, Column: 1,
			Message: fmt.Sprintf("the record ends after %d bytes", i)})
	}
	return newRun(findings, nil)
}

func TestFolds(t *testing.T) {
	for _, c := range []struct{ rules, want string }{
		{"", ""},
		{"a b a", "a b a"},
		{"a b a c a", "aaa b c"},
		{"a b b a b a", "aaa bbb"},
		{"a a a A", "aaa A"},
	} {
		var findings []validate.Finding
		for _, rule := range strings.Fields(c.rules) {
			f := validate.Finding{Rule: strings.ToLower(rule), Severity: validate.Info, Message: rule}
			if rule == "A" {
				f.Severity = validate.Error
			}
			findings = append(findings, f)
		}
		var got []string
		for _, f := range folds(findings) {
			words := f.Message
			for _, rest := range f.Rest {
				words += rest.Message
			}
			got = append(got, words)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s is folded to %s, want %s", c.rules, got, c.want)
		}
	}
}

func TestHTMLScore(t *testing.T) {
	families := sampleRules()
	gap := validate.Finding{Rule: "missing-arxiv-id", Severity: validate.Warning, Fact: "a"}
	r := sample()
	r.known, r.needed, r.summary.Unreadable, r.summary.Unread = 3, 4, 1, 1
	r.summary.Grounding = &validate.Grounding{BorneOut: 1, Contradicted: 1, NotChecked: 7}
	type part struct {
		Name           string
		Count, Of, Per int
	}
	for _, c := range []struct {
		name    string
		opts    *Options
		records int
		value   int
		parts   []part
	}{
		{"all", &Options{Authority: &Authority{Verification: validate.Verification{Agree: 2, Contradicted: 1, NotFound: 5, NotCovered: 9, NotChecked: 9}}}, 4, 55,
			[]part{{"Readable", 2, 4, 50}, {"Complete", 3, 4, 75}, {"Sound", 3, 4, 75}, {"Confirmed", 2, 8, 25}, {"Borne out", 1, 2, 50}}},
		{"what was not compared", &Options{Authority: &Authority{Verification: validate.Verification{NotChecked: 9}}}, 0, 62,
			[]part{{"Complete", 3, 4, 75}, {"Borne out", 1, 2, 50}}},
	} {
		score := newHTMLScore(r, c.opts, c.records, 1)
		var got []part
		for _, p := range score.Parts {
			got = append(got, part{p.Name, p.Count, p.Whole, p.Percent})
		}
		if diff := cmp.Diff(c.parts, got); diff != "" || score.Value != c.value {
			t.Errorf("%s: %d, want %d; parts (-want +got):\n%s", c.name, score.Value, c.value, diff)
		}
	}
	if score := newHTMLScore(newRun(nil, nil), new(Options), 0, 0); score != nil {
		t.Errorf("nothing has the score %+v", score)
	}
	if isFault(&gap, families[2].Family) || isFault(&validate.Finding{Severity: validate.Info}, "record") || !isFault(&gap, "record") {
		t.Error("faults are errors and warnings of other families than gaps")
	}
}

// A record counts once, however many faults it has, and one without an id by its line.
func TestHTMLCountsRecordsWithFaults(t *testing.T) {
	fault := func(fact string, line int) validate.Finding {
		return validate.Finding{Rule: "pages-reversed", Severity: validate.Warning, Path: "a.jsonl", Line: line, Fact: fact}
	}
	gap := fault("c", 7)
	gap.Rule = "missing-arxiv-id"
	page, err := newHTMLPage(newRun([]validate.Finding{fault("a", 1), fault("a", 2), fault("b", 1), fault("", 5), fault("", 6), fault("", 6), gap}, nil), new(Options))
	if err != nil || len(page.faulty) != 4 {
		t.Errorf("%d records have faults, want 4 (%v)", len(page.faulty), err)
	}
}

func TestHTMLBarsHaveTheScaleOfTheirSeverity(t *testing.T) {
	var findings []validate.Finding
	for rule, n := range map[string]int{"unreadable-record": 1, "reference-conflict": 2, "source-no-uri": 1000} {
		for range n {
			severity := validate.Error
			if rule == "source-no-uri" {
				severity = validate.Info
			}
			findings = append(findings, validate.Finding{Rule: rule, Severity: severity, Path: "a.jsonl"})
		}
	}
	page, err := newHTMLPage(newRun(findings, nil), new(Options))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range page.Severities {
		for _, rule := range s.Rules {
			got = append(got, fmt.Sprintf("%s %d: %s %d%%", s.Name, s.Findings, rule.ID, rule.Width))
		}
	}
	want := []string{"error 3: reference-conflict 100%", "error 3: unreadable-record 50%", "info 1000: source-no-uri 100%"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHTMLWorks(t *testing.T) {
	names := []citation.Name{{Family: "Roe"}}
	r := &citation.Reference{Type: citation.Article, Title: "Felt", Authors: names, Year: "2019", EID: "e12",
		Derived: map[string]citation.Derived{"venue": {Value: "Carts"}}}
	want := htmlWork{Title: htmlCell{Text: "Felt"}, Type: "article", Gaps: 1, Cells: []htmlCell{
		{Text: "Roe"}, {Text: "2019"}, {Text: "Carts", Derived: true}, {Text: "e12"}, {}, {Text: "missing", Gap: true}}}
	if diff := cmp.Diff(want, newHTMLWork(&citation.Publication{Reference: *r})); diff != "" {
		t.Errorf("an article (-want +got):\n%s", diff)
	}
	want = htmlWork{Title: htmlCell{Text: "missing", Gap: true}, Type: "book", Gaps: 2, Cells: []htmlCell{
		{Text: "Roe"}, {Text: "2019"}, {}, {}, {Text: "missing", Gap: true}, {Text: "10.1/a"}}}
	r = &citation.Reference{Type: citation.Book, Editors: names, Year: "2019", DOI: "10.1/a"}
	if diff := cmp.Diff(want, newHTMLWork(&citation.Publication{Reference: *r})); diff != "" {
		t.Errorf("a book (-want +got):\n%s", diff)
	}
}

// Every gap that a rule reports has a column.
func TestHTMLWorksHaveAColumnForEveryGap(t *testing.T) {
	columns := []string{"title"}
	for _, c := range workColumns() {
		columns = append(columns, c.fields...)
	}
	for _, kind := range []citation.EntryType{citation.Article, citation.InProceedings, citation.Book, citation.InCollection,
		citation.PhDThesis, citation.MastersThesis, citation.TechReport, citation.Misc} {
		for _, gap := range validate.Gaps(&citation.Reference{Type: kind}) {
			if !slices.Contains(columns, gap) {
				t.Errorf("%s of %s has no column", gap, kind)
			}
		}
	}
}

func TestHTMLSaysHowManyWorksItLeavesOut(t *testing.T) {
	page := render(t, "html", manyRecords(htmlWorks+1), nil)
	if want := "The table has the first 5,000 of 5,001 works."; !strings.Contains(page, want) {
		t.Errorf("the page does not say %q", want)
	}
	if got := strings.Count(page, `<th scope="row" dir="auto"><a`); got != htmlWorks {
		t.Errorf("%d works are in the table", got)
	}
}

// Every record has an address of its own, and every link within the page leads somewhere.
func TestHTMLLinksLeadSomewhere(t *testing.T) {
	r := manyRecords(3)
	var records []validate.Checked // each twice
	for read := range r.checked {
		records = append(records, read, read)
	}
	r.checked = each(append(records, validate.Checked{Path: "a.jsonl", Line: 1, Column: 1, References: records[0].References, Works: records[0].Works},
		validate.Checked{Path: "a.jsonl", Line: 2, Column: 1, References: records[0].References, Works: records[0].Works}))
	ids := map[string]int{}
	var links []string
	elements(t, render(t, "html", r, nil), func(n *html.Node) {
		for _, a := range n.Attr {
			if a.Key == "id" {
				ids[a.Val]++
			}
			if to, ok := strings.CutPrefix(a.Val, "#"); ok && a.Key == "href" {
				links = append(links, to)
			}
		}
	})
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d elements have the id %q", n, id)
		}
	}
	if len(links) < 10 {
		t.Errorf("the page has the links %q alone", links)
	}
	for _, to := range links {
		if ids[to] == 0 {
			t.Errorf("a link to #%s leads nowhere", to)
		}
	}
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

func TestGapsByYearVenueAndSource(t *testing.T) {
	gaps, err := newHTMLGaps(incomplete(34))
	if err != nil {
		t.Fatal(err)
	}
	if gaps.First != "2001" || gaps.Last != "2017" || len(gaps.Years) != 17 || gaps.Width != 170 {
		t.Errorf("%d columns from %s to %s, %d wide", len(gaps.Years), gaps.First, gaps.Last, gaps.Width)
	}
	// Two works of each year; those of 2001 are the first, which has authors, and the 18th.
	if first := gaps.Years[0]; first.Label != "2001: 5 gaps of 2 works" || first.Height+first.Top != 100 {
		t.Errorf("the first column is %+v", first)
	}
	if !strings.HasPrefix(gaps.Said, "2001: 5 gaps of 2 works; 2002: ") {
		t.Errorf("the plot says %q", gaps.Said)
	}
	if venues := gaps.Venues.Rows; len(venues) != 7 || venues[0].Width != 100 || venues[0].Count < venues[6].Count || gaps.Venues.Unnamed != "" {
		t.Errorf("the venues are %+v", gaps.Venues)
	}
	if len(gaps.Sources.Rows) != htmlGapRows {
		t.Errorf("%d sources are listed", len(gaps.Sources.Rows))
	}
}

// Most gaps are of works without a venue, against which no venue could be seen.
func TestGapsWithoutAVenueAreToldApart(t *testing.T) {
	counts := gapCounts{}
	for range 50 {
		counts.add("", 2)
	}
	counts.add("Journal of Carts", 4)
	counts.add("Journal of Wheels", 2)
	want := htmlGapList{Rows: []htmlShare{{"Journal of Carts", 4, 0, 100}, {"Journal of Wheels", 2, 0, 50}}, Unnamed: "100 gaps of 50 works without a venue"}
	if diff := cmp.Diff(want, counts.most("venue")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestGapsOfFewWorksAreNotPlotted(t *testing.T) {
	for n, plotted := range []bool{false, false, true} {
		if gaps, err := newHTMLGaps(incomplete(n)); err != nil || (gaps != nil) != plotted {
			t.Errorf("%d works: %+v, %v", n, gaps, err)
		}
	}
}

func TestYearsFarApartShareColumns(t *testing.T) {
	counts := gapCounts{}
	for _, year := range []string{"1900", "1904", "1905", "2024", "", "n.d."} {
		counts.add(year, 1)
	}
	var g htmlGaps
	g.plot(counts)
	if want := "1900–1904: 2 gaps of 2 works; 1905–1909: 1 gap of 1 work; 2020–2024: 1 gap of 1 work"; g.Said != want || g.Width != 250 || g.Most != 2 {
		t.Errorf("%d wide, at most %d: %s", g.Width, g.Most, g.Said)
	}
}

func TestBaselineIsToldBySeverity(t *testing.T) {
	s := validate.Summary{Findings: validate.Counts{Error: 1, Warning: 3}, Known: &validate.Counts{Warning: 9}}
	want := []htmlKnown{{"error", 1, 0, 100}, {"warning", 3, 9, 25}}
	if diff := cmp.Diff(want, againstBaseline(s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s.Known = nil; againstBaseline(s) != nil {
		t.Error("something is told of a run without a baseline")
	}
}
