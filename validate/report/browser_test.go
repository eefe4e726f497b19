package report

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/chromium"
	"github.com/factcite/factcite/validate"
)

// browse opens the HTML report of a run, written with opts, in Chromium, which may ask for nothing but itself.
func browse(t *testing.T, r *run, opts *Options, prepare func(context.Context)) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(render(t, "html", r, opts)), 0o666); err != nil {
		t.Fatal(err)
	}
	return chromium.Open(t, "file://"+file, prepare, "file://"+file)
}

const (
	titlesShown   = `Array.from(document.querySelectorAll(".card"), c => c.checkVisibility() ? c.querySelector("h3").textContent : "").filter(Boolean)`
	says          = `document.getElementById("shown").value`
	findingsShown = `Array.from(document.querySelectorAll(".findings li"), f => f.checkVisibility() ? f.dataset.rule : "").filter(Boolean)`
)

// settled waits until the filter has gone through every card.
func settled(t *testing.T, ctx context.Context) {
	t.Helper()
	chromium.Await(t, ctx, `(() => { const s = document.getElementById("shown"); return s.value !== "" && !s.hasAttribute("aria-busy"); })()`)
}

func TestBrowserFilters(t *testing.T) {
	ctx := browse(t, sample(), nil, nil)
	settled(t, ctx)
	all := []string{"facts/carts 1.jsonl", "Felt rims", "Oak & <iron> spokes"}
	for _, step := range []struct {
		name, act        string
		titles, findings []string
		says             string
	}{
		{"at first", `0`, all,
			[]string{"unreadable-record", "missing-arxiv-id", "pages-reversed", "reference-conflict", "source-no-uri"}, "5 findings, 2 of 2 records"},
		{"without warnings", `document.querySelector("input[value=warning]").click()`,
			[]string{all[0], all[2]}, []string{"unreadable-record", "reference-conflict", "source-no-uri"}, "3 findings, 1 of 2 records"},
		{"reset", `document.querySelector("button[type=reset]").click()`, all,
			[]string{"unreadable-record", "missing-arxiv-id", "pages-reversed", "reference-conflict", "source-no-uri"}, "5 findings, 2 of 2 records"},
		{"one rule, picked from the overview", `document.querySelector("[data-pick-rule=pages-reversed]").click()`,
			[]string{all[1]}, []string{"pages-reversed"}, "1 finding, 1 of 2 records"},
		{"one source, picked from the overview", `document.querySelector("[data-pick-source='1']").click()`,
			[]string{all[2]}, []string{"reference-conflict", "source-no-uri"}, "2 findings, 1 of 2 records"},
		{"one source and one rule", `{ const r = document.querySelector("select[name=rule]"); r.value = "source-no-uri"; r.dispatchEvent(new Event("change", {bubbles: true})); 0 }`,
			[]string{all[2]}, []string{"source-no-uri"}, "1 finding, 1 of 2 records"},
	} {
		before := chromium.Evaluate[string](t, ctx, says)
		chromium.Evaluate[any](t, ctx, step.act)
		if before != step.says {
			chromium.Await(t, ctx, says+" !== "+strconv.Quote(before))
		}
		settled(t, ctx)
		if got := chromium.Evaluate[string](t, ctx, says); got != step.says {
			t.Fatalf("%s: the page says %q, want %q", step.name, got, step.says)
		}
		titles, findings := chromium.Evaluate[[]string](t, ctx, titlesShown), chromium.Evaluate[[]string](t, ctx, findingsShown)
		if diff := cmp.Diff(step.titles, titles); diff != "" {
			t.Errorf("%s: cards (-want +got):\n%s", step.name, diff)
		}
		if diff := cmp.Diff(step.findings, findings); diff != "" {
			t.Errorf("%s: findings (-want +got):\n%s", step.name, diff)
		}
	}
}

const (
	worksShown = `Array.from(document.querySelectorAll(".works tbody tr"), r => r.checkVisibility() ? r.cells[0].textContent : "").filter(Boolean)`
	worksFound = `document.getElementById("found").value`
)

func TestBrowserSearchesAndSortsWorks(t *testing.T) {
	ctx := browse(t, sample(), nil, nil)
	settled(t, ctx)
	const felt, oak = "Felt rims", "Oak & <iron> spokes"
	heading := func(name string) string {
		return `Array.from(document.querySelectorAll(".works thead button")).find(b => b.textContent === "` + name + `").click()`
	}
	search := func(words string) string {
		return `{ const s = document.querySelector("input[type=search]"); s.value = "` + words + `"; s.dispatchEvent(new Event("input", {bubbles: true})); 0 }`
	}
	for _, step := range []struct {
		name, act string
		works     []string
		says      string
	}{
		{"at first", `0`, []string{felt, oak}, "2 of 2 works"},
		{"by year, of which one is derived", heading("Year"), []string{felt, oak}, "2 of 2 works"},
		{"by year, the last first", heading("Year"), []string{oak, felt}, "2 of 2 works"},
		{"by year no more", heading("Year"), []string{felt, oak}, "2 of 2 works"},
		{"by what lacks a venue", heading("Venue"), []string{oak, felt}, "2 of 2 works"},
		{"words in any order", search("moss FELT"), []string{felt}, "1 of 2 works"},
		{"words of two works", search("moss oak"), []string{}, "0 of 2 works"},
		{"all again", search(""), []string{oak, felt}, "2 of 2 works"},
	} {
		chromium.Evaluate[any](t, ctx, step.act)
		if diff := cmp.Diff(step.works, chromium.Evaluate[[]string](t, ctx, worksShown)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", step.name, diff)
		}
		if got := chromium.Evaluate[string](t, ctx, worksFound); got != step.says {
			t.Errorf("%s: the page says %q, want %q", step.name, got, step.says)
		}
	}
	if got := chromium.Evaluate[string](t, ctx, `document.querySelector(".works [aria-sort]").textContent + " " + document.querySelector(".works [aria-sort]").ariaSort`); got != "Venue ascending" {
		t.Errorf("the table says it is sorted by %q", got)
	}
}

func TestBrowserShowsMoreWorks(t *testing.T) {
	ctx := browse(t, manyRecords(2*htmlWorksShown+1), nil, nil)
	settled(t, ctx)
	for _, want := range []int{htmlWorksShown, 2 * htmlWorksShown, 2*htmlWorksShown + 1} {
		if got := len(chromium.Evaluate[[]string](t, ctx, worksShown)); got != want {
			t.Errorf("%d works are shown, want %d", got, want)
		}
		chromium.Evaluate[any](t, ctx, `document.getElementById("more").click()`)
	}
	if chromium.Evaluate[bool](t, ctx, `document.getElementById("more").checkVisibility()`) {
		t.Error("more is offered when all are shown")
	}
	chromium.Evaluate[any](t, ctx, `{ const s = document.querySelector("input[type=search]"); s.value = "number 200"; s.dispatchEvent(new Event("input", {bubbles: true})); 0 }`)
	if diff := cmp.Diff([]string{"On cart number 200"}, chromium.Evaluate[[]string](t, ctx, worksShown)); diff != "" {
		t.Errorf("a work that was not shown at first (-want +got):\n%s", diff)
	}
}

func TestBrowserCopiesEntries(t *testing.T) {
	ctx := browse(t, sample(), nil, nil)
	settled(t, ctx)
	chromium.AllowClipboard(t, ctx)
	chromium.Evaluate[any](t, ctx, `document.querySelector(".copy").click()`)
	chromium.Await(t, ctx, `document.querySelector(".copy").textContent === "Copied"`)
	entry := chromium.Evaluate[string](t, ctx, `document.querySelector(".entry pre").textContent`)
	if got := chromium.Clipboard(t, ctx); got != entry || !strings.HasPrefix(got, "@inproceedings{") || !strings.HasSuffix(got, "}") {
		t.Errorf("%q is copied of %q", got, entry)
	}
	// What may not be copied is selected, so that a key copies it.
	chromium.Evaluate[any](t, ctx, `Object.defineProperty(navigator, "clipboard", {value: undefined}); document.querySelectorAll(".copy")[1].click()`)
	chromium.Await(t, ctx, `document.querySelectorAll(".copy")[1].textContent === "Selected"`)
	if got := chromium.Evaluate[string](t, ctx, `getSelection().toString()`); !strings.HasPrefix(got, "@misc{") {
		t.Errorf("%q is selected", got)
	}
}

func TestBrowserShowsTheRecordOfALink(t *testing.T) {
	ctx := browse(t, sample(), nil, nil)
	settled(t, ctx)
	chromium.Evaluate[any](t, ctx, `document.querySelector("[data-pick-rule=pages-reversed]").click()`)
	settled(t, ctx)
	chromium.Evaluate[any](t, ctx, `Array.from(document.querySelectorAll(".works tbody a")).find(a => a.textContent.startsWith("Oak")).click()`)
	chromium.Await(t, ctx, `document.querySelector(".card:target h3")?.checkVisibility()`)
	if got := chromium.Evaluate[string](t, ctx, `document.querySelector(".card:target h3").textContent`); got != "Oak & <iron> spokes" {
		t.Errorf("the link leads to %q", got)
	}
	chromium.Await(t, ctx, says+` === "5 findings, 2 of 2 records"`)
}

func TestBrowserFoldsFindingsOfOneKind(t *testing.T) {
	ctx := browse(t, unreadable(33), nil, nil)
	settled(t, ctx)
	if diff := cmp.Diff([]string{"unreadable-record"}, chromium.Evaluate[[]string](t, ctx, findingsShown)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := chromium.Evaluate[string](t, ctx, `document.querySelector("summary").textContent + "; " + `+says); got != "32 more of this kind; 33 findings, 0 of 0 records" {
		t.Errorf("the page says %q", got)
	}
	chromium.Evaluate[any](t, ctx, `document.querySelector("summary").click()`)
	if got := len(chromium.Evaluate[[]string](t, ctx, findingsShown)); got != 33 {
		t.Errorf("%d findings are shown when they are unfolded", got)
	}
}

// withoutScripts has a browser run no script.
func withoutScripts(t *testing.T) func(context.Context) {
	return func(ctx context.Context) {
		if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestBrowserShowsAllWithoutScripts(t *testing.T) {
	ctx := browse(t, sample(), nil, withoutScripts(t))
	want := []string{"facts/carts 1.jsonl", "Felt rims", "Oak & <iron> spokes"}
	if diff := cmp.Diff(want, chromium.Evaluate[[]string](t, ctx, titlesShown)); diff != "" {
		t.Errorf("cards (-want +got):\n%s", diff)
	}
	if chromium.Evaluate[bool](t, ctx, `document.getElementById("filter").checkVisibility()`) {
		t.Error("a filter is shown that cannot work")
	}
	if got := chromium.Evaluate[[]string](t, ctx, `Array.from(document.querySelectorAll("button, input"), b => b.checkVisibility() ? b.outerHTML : "").filter(Boolean)`); len(got) > 0 {
		t.Errorf("controls are shown that cannot work: %q", got)
	}
}

func TestBrowserShowsAllWorksWithoutScripts(t *testing.T) {
	ctx := browse(t, manyRecords(htmlWorksShown+50), nil, withoutScripts(t))
	if got := len(chromium.Evaluate[[]string](t, ctx, worksShown)); got != htmlWorksShown+50 {
		t.Errorf("%d works are shown", got)
	}
}

// TestBrowserAnswersWhileItFilters counts how often the page pauses its work, so
// that it can answer, if each look at the clock takes a millisecond.
func TestBrowserAnswersWhileItFilters(t *testing.T) {
	ctx := browse(t, manyRecords(1_000), nil, nil)
	settled(t, ctx)
	chromium.Evaluate[any](t, ctx, `
		let now = 0;
		performance.now = () => ++now;
		window.pauses = 0;
		const later = setTimeout;
		setTimeout = (work, delay) => { pauses++; return later(work, delay); };
		document.querySelector("input[value=warning]").click();`)
	chromium.Await(t, ctx, says+` === "100 findings, 100 of 1,000 records"`)
	if got := chromium.Evaluate[int](t, ctx, `pauses`); got < 50 {
		t.Errorf("the page pauses %d times", got)
	}
	if got := len(chromium.Evaluate[[]string](t, ctx, titlesShown)); got != 100 {
		t.Errorf("%d cards are shown", got)
	}
}

func TestBrowserRunsNothingHostile(t *testing.T) {
	ctx := browse(t, hostile(), nil, nil)
	settled(t, ctx)
	if got := chromium.Evaluate[int](t, ctx, `document.scripts.length + document.images.length + document.querySelectorAll("iframe, object, embed, link, base").length`); got != 1 {
		t.Errorf("%d scripts and loaded things, want the one script of the page", got)
	}
	if got := chromium.Evaluate[string](t, ctx, `document.title`); !strings.HasPrefix(got, "factcite: ") {
		t.Errorf("the title is %q", got)
	}
	// Pick every rule and source once: values of the filter come from facts too.
	chromium.Evaluate[any](t, ctx, `document.querySelectorAll("[data-pick-rule], [data-pick-source]").forEach(l => l.click())`)
	settled(t, ctx)
}

func TestBrowserFindsThePageAccessible(t *testing.T) {
	ctx := browse(t, sample(), nil, nil)
	settled(t, ctx)
	type node struct{ Level, Text string }
	headings := chromium.Evaluate[[]node](t, ctx, `Array.from(document.querySelectorAll("h1, h2, h3"), h => ({Level: h.tagName, Text: h.textContent}))`)
	if len(headings) == 0 || headings[0].Level != "H1" || !slices.Contains(headings, node{"H3", "Felt rims"}) {
		t.Errorf("the headings are %v", headings)
	}
	if got := chromium.Evaluate[[]string](t, ctx, `Array.from(document.querySelectorAll("input, select"), c => c.labels.length ? "" : c.outerHTML).filter(Boolean)`); len(got) > 0 {
		t.Errorf("controls without a label: %q", got)
	}
	for _, scheme := range []string{"light", "dark"} {
		chromium.Prefer(t, ctx, scheme)
		// WCAG 2.2, success criterion 1.4.3: 4.5 to 1.
		if got := chromium.Evaluate[[]string](t, ctx, lowContrast); len(got) > 0 {
			t.Errorf("%s: contrast below 4.5 to 1 in %q", scheme, got)
		}
	}
}

// lowContrast lists texts with too little contrast, by the formula of
// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
const lowContrast = `(() => {
	const parts = (color) => color.match(/[\d.]+/g).map(Number);
	const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
		.reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
	const behind = (e) => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor); if (c[3] !== 0) return c; } };
	const low = [];
	for (const e of document.body.querySelectorAll("*")) {
		if (!e.checkVisibility() || !Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim())) continue;
		const [a, b] = [luminance(parts(getComputedStyle(e).color)), luminance(behind(e))];
		const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		if (ratio < 4.5) low.push(e.tagName + " " + e.textContent.slice(0, 40) + " " + ratio.toFixed(2));
	}
	return low;
})()`

// incomplete is a run of works with gaps over some years, in a few venues, of which an
// older run knew some.
func incomplete(n int) *run {
	r := manyRecords(n)
	r.work = func(index int) *citation.Publication {
		work := &citation.Publication{Reference: citation.Reference{Type: citation.Article, Title: fmt.Sprint("On cart number ", index),
			Year: strconv.Itoa(2001 + index%17), Container: fmt.Sprint("Journal of Carts ", index%7)}}
		if index%3 == 0 {
			work.Reference.Authors = []citation.Name{{Given: "Ada", Family: "Moss"}}
		}
		return work
	}
	r.summary.Known = &validate.Counts{Error: 3, Warning: 40, Info: 2}
	return r
}

// TestBrowserFindsNoFaultWithTheReport has axe-core look at reports, at the width of a
// screen and of a phone, light and dark.
func TestBrowserFindsNoFaultWithTheReport(t *testing.T) {
	for name, r := range map[string]*run{"sample": sample(), "gaps": incomplete(300), "hostile": hostile(), "clean": newRun(nil, nil)} {
		var opts *Options
		if name == "gaps" {
			opts = &Options{History: []RunSummary{{Day: "2026-03-10", Findings: validate.Counts{Error: 4, Warning: 90}}, {Day: "2026-03-11", Findings: validate.Counts{Error: 2, Warning: 60}}}}
		}
		ctx := browse(t, r, opts, nil)
		settled(t, ctx)
		for _, scheme := range []string{"light", "dark"} {
			chromium.Prefer(t, ctx, scheme)
			for width, screen := range map[int64]string{1280: "wide", 390: "phone"} {
				chromium.Widen(t, ctx, width, 1600)
				chromium.Picture(t, ctx, "report-"+name+"-"+scheme+"-"+screen)
				if wider := chromium.Wider(t, ctx); len(wider) > 0 {
					t.Errorf("%s is wider than %d pixels: %q", name, width, wider)
				}
				for _, fault := range chromium.Faults(t, ctx) {
					t.Errorf("%s, %s, %d pixels: %s", name, scheme, width, fault)
				}
			}
		}
	}
}

// TestBrowserLaysOutWhatIsSeen counts the cards that a browser has to lay out at first, of
// many: those that are near the window. The others are laid out as somebody comes to them.
func TestBrowserLaysOutWhatIsSeen(t *testing.T) {
	ctx := browse(t, manyRecords(2_000), nil, nil)
	settled(t, ctx)
	if got := chromium.Evaluate[int](t, ctx, `Array.from(document.querySelectorAll(".card h3")).filter(h => h.checkVisibility({contentVisibilityAuto: true})).length`); got > 20 {
		t.Errorf("%d of 2,000 cards are laid out", got)
	}
	if got := chromium.Evaluate[int](t, ctx, `document.querySelectorAll("*").length`); got > 32*2_000 {
		t.Errorf("%d elements for 2,000 records", got)
	}
}
