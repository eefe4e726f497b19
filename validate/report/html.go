package report

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"hash/maphash"
	"html/template"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate"
)

const (
	// htmlLimit is how many findings, and how many records, a browser shows
	// without effort.
	htmlLimit = 20_000
	// htmlSources is how many sources the filter offers, and htmlTopSources how
	// many of them are listed at a glance.
	htmlSources, htmlTopSources = 200, 12
)

//go:embed html/report.tmpl
var htmlTemplate string

//go:embed html/report.css
var htmlStyle string

//go:embed html/report.js
var htmlScript string

// writeHTML writes one file that needs nothing else: what was read and how
// complete it is, then each record that names a work or has findings, with the
// words that each field was read from. The page may run its own script and
// nothing else; whatever comes from an input is text to [html/template].
func writeHTML(w *bufio.Writer, r *run, opts *Options) error {
	page, err := newHTMLPage(r, opts)
	if err != nil {
		return err
	}
	families := map[string]string{}
	for _, rule := range r.rules {
		families[rule.ID] = rule.Family
	}
	templates, err := template.New("report").Funcs(template.FuncMap{
		"beside": besideOf,
		"family": func(rule string) string { return families[rule] },
		"folds":  folds,
		"count":  count, "thousands": thousands, "icon": severityIcon, "rulePage": rulePage,
		"shown": func(s string) string { return visible(shorten(s, longestShown)) },
		"place": func(path string, line, column int) string {
			return visible(shorten(place(path, line, column), longestShown))
		},
	}).Parse(htmlTemplate)
	if err != nil {
		return err
	}
	if err := templates.ExecuteTemplate(w, "head", page); err != nil {
		return err
	}
	if page.Columns != nil {
		row := func(work htmlWork) error { return templates.ExecuteTemplate(w, "work", work) }
		if err := eachHTMLWork(r, row); err != nil {
			return err
		}
		if err := templates.ExecuteTemplate(w, "works-end", page); err != nil {
			return err
		}
	}
	if err := templates.ExecuteTemplate(w, "records", page); err != nil {
		return err
	}
	clean := htmlLimit - page.dirty
	for read, err := range r.checked {
		if err != nil {
			return err
		}
		findings := page.take(read)
		if len(findings) == 0 {
			if len(read.References) == 0 || clean <= 0 {
				continue
			}
			clean--
		}
		if err := templates.ExecuteTemplate(w, "card", page.card(read, findings)); err != nil {
			return err
		}
	}
	return templates.ExecuteTemplate(w, "foot", page)
}

// htmlPage is what the template shows of a run.
type htmlPage struct {
	Policy                    string
	Style, Script             template.HTML
	Homepage, Version, Today  string
	Headline, Lead, Authority string
	Notes                     []string
	Score                     *htmlScore
	Gaps                      *htmlGaps
	Baseline                  []htmlKnown
	Courses                   []htmlCourse
	Works, WorksShown         int
	Columns                   []workColumn
	Coverage                  []htmlShare
	Severities                []htmlSeverity
	RuleIDs                   []string
	Sources, TopSources       []*htmlSource
	MoreSources               int
	Grounding                 string
	Files                     []htmlFile
	Legend                    []fieldGroup

	findings map[htmlKey][]validate.Finding // of records, until a card takes them
	anchors  map[string]int                 // how many cards have each
	records  int
	faulty   map[uint64]struct{} // hashes of the records with faults
	dirty    int                 // records with findings
	sources  map[string]*htmlSource
	work     func(index int) *citation.Publication
}

type htmlShare struct {
	Name                  string
	Count, Percent, Width int
}

// htmlKnown is what of a severity an older run knew, and what is new.
type htmlKnown struct {
	Name       string
	New, Known int
	Width      int // of New, in percent
}

// againstBaseline is empty for a run without a baseline.
func againstBaseline(s validate.Summary) (list []htmlKnown) {
	if s.Known == nil {
		return nil
	}
	for _, severity := range []htmlKnown{
		{Name: string(validate.Error), New: s.Findings.Error, Known: s.Known.Error},
		{Name: string(validate.Warning), New: s.Findings.Warning, Known: s.Known.Warning},
		{Name: string(validate.Info), New: s.Findings.Info, Known: s.Known.Info},
	} {
		if all := severity.New + severity.Known; all > 0 {
			severity.Width = percent(severity.New, all)
			list = append(list, severity)
		}
	}
	return list
}

type htmlRule struct {
	ID, Title, Severity string
	Findings, Width     int
}

// htmlSeverity is the rules of a severity, whose bars have a scale of their own.
type htmlSeverity struct {
	Name     string
	Findings int
	Rules    []htmlRule
}

// htmlSource is a source of records; Index is its place in the filter, or -1.
type htmlSource struct {
	Name                 string
	Index                int
	References, Findings int
}

type htmlFile struct {
	Path     string
	Findings []validate.Finding
}

// htmlKey names a record: several files may have one id.
type htmlKey struct{ path, fact string }

func newHTMLPage(r *run, opts *Options) (*htmlPage, error) {
	p := &htmlPage{
		Policy: fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'",
			integrity(htmlStyle), integrity(htmlScript)),
		Style:     template.HTML("<style>" + htmlStyle + "</style>"),
		Script:    template.HTML("<script>" + htmlScript + "</script>"),
		Homepage:  homepage,
		Version:   opts.Version,
		Authority: opts.Authority.String(),
		Grounding: groundingOf(r.summary),
		Works:     r.completeness.Works,
		Legend:    fieldGroups(),
		findings:  map[htmlKey][]validate.Finding{},
		anchors:   map[string]int{},
		faulty:    map[uint64]struct{}{},
		sources:   map[string]*htmlSource{},
		work:      r.work,
	}
	if !r.today.IsZero() {
		p.Today = r.today.Format("2 January 2006")
	}
	p.headline(r.summary)
	if r.completeness.Works > 0 {
		p.Columns, p.WorksShown = workColumns(), min(p.Works, htmlWorks)
		for _, k := range kinds(r.completeness) {
			share := percent(k.works, k.of)
			p.Coverage = append(p.Coverage, htmlShare{k.among(r.completeness.Works), k.works, share, share})
		}
	}
	if err := p.readFindings(r); err != nil {
		return nil, err
	}
	if err := p.readSources(r); err != nil {
		return nil, err
	}
	p.Score = newHTMLScore(r, opts, p.records+r.summary.Repeated, len(p.faulty))
	p.Baseline = againstBaseline(r.summary)
	p.Courses = coursesOf(opts.History, summaryOf(r.summary, r.today))
	var err error
	p.Gaps, err = newHTMLGaps(r)
	return p, err
}

func integrity(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func (p *htmlPage) headline(s validate.Summary) {
	var found []string
	news := ""
	if s.Known != nil {
		news = "new "
	}
	for _, f := range []struct {
		n    int
		noun string
	}{{s.Findings.Error, "error"}, {s.Findings.Warning, "warning"}, {s.Findings.Info, "info"}} {
		if f.n > 0 {
			found = append(found, count(f.n, news+f.noun))
		}
	}
	p.Headline = strings.Join(found, ", ")
	if p.Headline == "" {
		p.Headline = "Nothing " + cmp.Or(strings.TrimSpace(news), "to report")
	}
	p.Lead = "Read: " + whatWasRead(s) + "."
}

// readFindings counts all findings by rule and keeps the worst for the cards.
func (p *htmlPage) readFindings(r *run) error {
	rules := map[string]validate.Rule{}
	for _, rule := range r.rules {
		rules[rule.ID] = rule
	}
	byRule := map[htmlRule]int{}
	seed := maphash.MakeSeed()
	for f, err := range r.findings {
		if err != nil {
			return err
		}
		rule := rules[f.Rule]
		byRule[htmlRule{ID: f.Rule, Title: rule.Title, Severity: string(f.Severity)}]++
		if isFault(&f, rule.Family) {
			p.faulty[maphash.Comparable(seed, recordOf(&f))] = struct{}{}
		}
	}
	for rule, n := range byRule {
		rule.Findings = n
		p.addRule(rule)
	}
	p.scaleRules()
	slices.Sort(p.RuleIDs)
	p.RuleIDs = slices.Compact(p.RuleIDs)

	if all := r.summary.Findings.AtLeast(validate.Info); all > htmlLimit {
		p.Notes = append(p.Notes, fmt.Sprintf("Only the worst %s of %s findings are shown below; the JSON report has them all.", thousands(htmlLimit), thousands(all)))
	}
	for f, err := range worst(r.findings, r.summary.Findings, htmlLimit) {
		if err != nil {
			return err
		}
		key := htmlKey{f.Path, f.Fact}
		p.findings[key] = append(p.findings[key], f)
	}
	return nil
}

// recordOf is what tells the record of a finding from others.
func recordOf(f *validate.Finding) any {
	if f.Fact == "" {
		return [2]any{f.Path, f.Line}
	}
	return htmlKey{f.Path, f.Fact}
}

func (p *htmlPage) addRule(rule htmlRule) {
	p.RuleIDs = append(p.RuleIDs, rule.ID)
	for i := range p.Severities {
		if p.Severities[i].Name == rule.Severity {
			p.Severities[i].Rules = append(p.Severities[i].Rules, rule)
			return
		}
	}
	p.Severities = append(p.Severities, htmlSeverity{Name: rule.Severity, Rules: []htmlRule{rule}})
}

// scaleRules puts the worst severity and the most frequent rule first, and draws the bars
// of a severity to its own scale.
func (p *htmlPage) scaleRules() {
	slices.SortFunc(p.Severities, func(a, b htmlSeverity) int {
		return rank(validate.Severity(a.Name)) - rank(validate.Severity(b.Name))
	})
	for i := range p.Severities {
		s := &p.Severities[i]
		slices.SortFunc(s.Rules, func(a, b htmlRule) int { return cmp.Or(b.Findings-a.Findings, strings.Compare(a.ID, b.ID)) })
		for j := range s.Rules {
			s.Findings += s.Rules[j].Findings
			s.Rules[j].Width = max(1, percent(s.Rules[j].Findings, s.Rules[0].Findings))
		}
	}
}

// readSources counts by source, and sets aside the findings of no record.
func (p *htmlPage) readSources(r *run) error {
	ofRecords := map[htmlKey]bool{}
	clean := 0
	for read, err := range r.checked {
		if err != nil {
			return err
		}
		p.records++
		key := htmlKey{read.Path, read.Fact}
		findings := 0
		if read.Fact != "" && !ofRecords[key] {
			findings = len(p.findings[key])
		}
		if findings > 0 {
			ofRecords[key] = true
			p.dirty++
		} else if len(read.References) > 0 {
			clean++
		}
		if read.Source == "" {
			continue
		}
		source := p.sources[read.Source]
		if source == nil {
			source = &htmlSource{Name: visible(shorten(read.Source, 160))}
			p.sources[read.Source] = source
			p.Sources = append(p.Sources, source)
		}
		source.References += len(read.References)
		source.Findings += findings
	}
	if shown := htmlLimit - p.dirty; clean > shown {
		p.Notes = append(p.Notes, fmt.Sprintf("Of the %s without findings only the first %s are shown below.", count(clean, "reference record"), thousands(shown)))
	}
	for key, findings := range p.findings {
		if !ofRecords[key] {
			p.Files = append(p.Files, htmlFile{place(key.path, 0, 0), findings})
			delete(p.findings, key)
		}
	}
	p.Files = mergeFiles(p.Files)
	slices.SortStableFunc(p.Sources, func(a, b *htmlSource) int {
		return cmp.Or(b.Findings-a.Findings, b.References-a.References, strings.Compare(a.Name, b.Name))
	})
	for i, source := range p.Sources {
		source.Index = i
		if i >= htmlSources {
			source.Index = -1
		}
	}
	p.MoreSources = max(0, len(p.Sources)-htmlTopSources)
	p.TopSources = p.Sources[:min(len(p.Sources), htmlTopSources)]
	p.Sources = p.Sources[:min(len(p.Sources), htmlSources)]
	return nil
}

// mergeFiles joins the findings of one file, in order of place.
func mergeFiles(files []htmlFile) []htmlFile {
	byPath := map[string][]validate.Finding{}
	for _, f := range files {
		byPath[f.Path] = append(byPath[f.Path], f.Findings...)
	}
	merged := []htmlFile{}
	for path, findings := range byPath {
		slices.SortFunc(findings, func(a, b validate.Finding) int {
			return cmp.Or(a.Line-b.Line, a.Column-b.Column, strings.Compare(a.Rule, b.Rule), strings.Compare(a.Message, b.Message))
		})
		merged = append(merged, htmlFile{path, findings})
	}
	slices.SortFunc(merged, func(a, b htmlFile) int { return strings.Compare(a.Path, b.Path) })
	return merged
}

// take returns the findings of a record, once, the worst first.
func (p *htmlPage) take(read validate.Checked) []validate.Finding {
	key := htmlKey{read.Path, read.Fact}
	findings := p.findings[key]
	delete(p.findings, key)
	slices.SortStableFunc(findings, func(a, b validate.Finding) int { return rank(a.Severity) - rank(b.Severity) })
	return findings
}

// htmlCard is what the template shows of a record.
type htmlCard struct {
	validate.Checked
	Anchor   string
	Heading  string
	Named    bool // Heading is a title
	Source   *htmlSource
	Pieces   []Piece
	Derived  []string
	Entries  []htmlEntry
	Findings []validate.Finding
}

// htmlEntry is the entry of a work, merged from every fact that names it.
type htmlEntry struct {
	Text   string
	Others string // which other facts name the work
}

func (p *htmlPage) card(read validate.Checked, findings []validate.Finding) htmlCard {
	heading, named := heading(read.References)
	card := htmlCard{
		Checked:  read,
		Anchor:   p.anchorOf(read),
		Heading:  heading,
		Named:    named,
		Source:   p.sources[read.Source],
		Pieces:   Highlight(read.Content, read.References),
		Derived:  Derived(read.References),
		Findings: findings,
	}
	if card.Source == nil {
		card.Source = &htmlSource{Index: -1}
	}
	for _, index := range slices.Compact(slices.Clone(read.Works)) {
		work := p.work(index)
		var entry strings.Builder
		if work.Write(&entry, nil) == nil {
			text := strings.TrimSpace(entry.String())
			card.Entries = append(card.Entries, htmlEntry{visibleLines(shorten(text, longestShown)), otherFacts(work.Facts, read.Fact)})
		}
	}
	return card
}

// anchor names a record in addresses of the page: as long as its path and its id are the
// same, or its place if it has none, so is its anchor.
func anchor(read validate.Checked) string {
	name := read.Fact
	if name == "" {
		name = fmt.Sprintf("%d:%d", read.Line, read.Column)
	}
	sum := sha256.Sum256([]byte(read.Path + "\x00" + name))
	return fmt.Sprintf("r-%x", sum[:6])
}

// anchorOf is anchor, with a number for what has the same one as an earlier card.
func (p *htmlPage) anchorOf(read validate.Checked) string {
	name := anchor(read)
	p.anchors[name]++
	if n := p.anchors[name]; n > 1 {
		return fmt.Sprintf("%s-%d", name, n)
	}
	return name
}

// heading is the titles of the works that a record names, or says that there is
// none.
func heading(references []citation.Reference) (text string, named bool) {
	var titles []string
	for _, r := range references {
		if r.Title != "" {
			titles = append(titles, r.Title)
		}
	}
	switch {
	case len(titles) > 0:
		return visible(shorten(strings.Join(titles, " · "), 300)), true
	case len(references) > 0:
		return "A work without a title", false
	default:
		return "No work named", false
	}
}

// otherFacts says which facts besides this one name a work.
func otherFacts(facts []string, this string) string {
	const most = 3
	var others []string
	for _, fact := range facts {
		if fact != this && !slices.Contains(others, fact) {
			others = append(others, fact)
		}
	}
	if len(others) == 0 {
		return ""
	}
	named := make([]string, 0, most)
	for _, fact := range others[:min(len(others), most)] {
		named = append(named, visible(shorten(fact, 100)))
	}
	text := "also named by " + strings.Join(named, ", ")
	if more := len(others) - most; more > 0 {
		text += " and " + count(more, "more fact")
	}
	return text
}

func severityIcon(s any) string {
	switch fmt.Sprint(s) {
	case string(validate.Error):
		return "✕"
	case string(validate.Warning):
		return "▲"
	default:
		return "●"
	}
}

func rulePage(rule string) string { return rulesPage + "#" + rule }
