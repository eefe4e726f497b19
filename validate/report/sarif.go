package report

import (
	"bufio"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/factcite/factcite/validate"
)

// sarifLimit is how many results code scanning takes of one run.
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
const sarifLimit = 25_000

const (
	homepage    = "https://github.com/factcite/factcite"
	rulesPage   = homepage + "/blob/main/docs/rules.md"
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

// writeSARIF writes SARIF 2.1.0, a result at a time. Beyond sarifLimit it
// leaves out the least severe and says so in a notification.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
func writeSARIF(w *bufio.Writer, r *run, opts *Options) error {
	driver := sarifDriver{Name: "factcite", Version: opts.Version, InformationURI: homepage, Rules: []sarifRule{}}
	ruleIndex := map[string]int{}
	for i, rule := range r.rules {
		driver.Rules = append(driver.Rules, newSARIFRule(rule))
		ruleIndex[rule.ID] = i
	}
	fmt.Fprintf(w, `{"$schema":%q,"version":"2.1.0","runs":[{"tool":{"driver":`, sarifSchema)
	if err := encode(w, driver); err != nil {
		return err
	}
	// Where the root is differs between machines, so it is described, not named.
	w.WriteString(`},"originalUriBaseIds":{"ROOT":{"description":{"text":"the root of the repository, or else the folder in which factcite ran"}}}`)
	w.WriteString(`,"columnKind":"unicodeCodePoints","results":[`)
	separator := "\n"
	for f, err := range worst(r.findings, r.summary.Findings, sarifLimit) {
		if err != nil {
			return err
		}
		result := newSARIFResult(opts.located(f))
		if i, ok := ruleIndex[f.Rule]; ok {
			result.RuleIndex = &i
		}
		w.WriteString(separator)
		if err := encode(w, result); err != nil {
			return err
		}
		separator = ",\n"
	}
	w.WriteString(`],"invocations":[`)
	invocation := sarifInvocation{ExecutionSuccessful: true, ToolExecutionNotifications: []sarifNotification{}}
	if hidden := r.summary.Findings.AtLeast(validate.Info) - sarifLimit; hidden > 0 {
		invocation.notify("warning", fmt.Sprintf(
			"%s are left out, the least severe of %s, %s and %s: the JSON report has them all",
			count(hidden, "finding"), count(r.summary.Findings.Error, "error"),
			count(r.summary.Findings.Warning, "warning"), count(r.summary.Findings.Info, "info")))
	}
	if text := opts.Authority.String(); text != "" {
		invocation.notify("note", text)
	}
	if err := encode(w, invocation); err != nil {
		return err
	}
	_, err := w.WriteString("]}]}\n")
	return err
}

type sarifDriver struct {
	Name           string      `json:"name"`
	Version        string      `json:"version,omitempty"`
	InformationURI string      `json:"informationUri"`
	Rules          []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID                   string             `json:"id"`
	Name                 string             `json:"name"`
	ShortDescription     sarifText          `json:"shortDescription"`
	FullDescription      sarifText          `json:"fullDescription"`
	Help                 sarifText          `json:"help"`
	HelpURI              string             `json:"helpUri"`
	DefaultConfiguration sarifConfiguration `json:"defaultConfiguration"`
	Properties           sarifProperties    `json:"properties"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
}

type sarifProperties struct {
	Tags []string `json:"tags"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

func newSARIFRule(r validate.Rule) sarifRule {
	return sarifRule{
		ID:                   r.ID,
		Name:                 pascalCase(r.ID),
		ShortDescription:     sarifText{Text: r.Title},
		FullDescription:      sarifText{Text: firstParagraph(r.Doc)},
		Help:                 sarifText{Text: r.Doc, Markdown: helpMarkdown(r)},
		HelpURI:              rulesPage + "#" + r.ID,
		DefaultConfiguration: sarifConfiguration{Level: sarifLevel(r.Severity)},
		Properties:           sarifProperties{Tags: []string{r.Family}},
	}
}

func pascalCase(id string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(id, "-") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

func firstParagraph(doc string) string {
	first, _, _ := strings.Cut(doc, "\n\n")
	return first
}

func helpMarkdown(r validate.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**\n\n%s\n", r.Title, r.Doc)
	for _, part := range []struct {
		title    string
		examples []validate.Example
	}{{"Reported", r.Bad}, {"Fine", r.Good}} {
		for _, e := range part.examples {
			fmt.Fprintf(&b, "\n%s (%s):\n\n", part.title, e.Name)
			for line := range strings.Lines(e.Excerpt()) {
				b.WriteString("    " + line)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func sarifLevel(s validate.Severity) string {
	switch s {
	case validate.Error:
		return "error"
	case validate.Warning:
		return "warning"
	default:
		return "note"
	}
}

type sarifResult struct {
	RuleID              string            `json:"ruleId"`
	RuleIndex           *int              `json:"ruleIndex,omitempty"`
	Level               string            `json:"level"`
	Message             sarifText         `json:"message"`
	Locations           []sarifLocation   `json:"locations,omitempty"`
	RelatedLocations    []sarifLocation   `json:"relatedLocations,omitempty"`
	PartialFingerprints map[string]string `json:"partialFingerprints,omitempty"`
}

type sarifLocation struct {
	ID               int              `json:"id,omitempty"`
	PhysicalLocation *sarifPlace      `json:"physicalLocation,omitempty"`
	LogicalLocations []sarifLogically `json:"logicalLocations,omitempty"`
	Message          *sarifText       `json:"message,omitempty"`
}

type sarifPlace struct {
	ArtifactLocation sarifArtifact `json:"artifactLocation"`
	Region           *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI       string `json:"uri"`
	URIBaseID string `json:"uriBaseId,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine,omitempty"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`

	ByteOffset *int       `json:"byteOffset,omitempty"`
	ByteLength int        `json:"byteLength,omitempty"`
	Snippet    *sarifText `json:"snippet,omitempty"`
}

type sarifLogically struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
}

func newSARIFResult(f validate.Finding) sarifResult {
	message := f.Message
	if f.Help != "" {
		message += "\n" + f.Help
	}
	result := sarifResult{
		RuleID:  f.Rule,
		Level:   sarifLevel(f.Severity),
		Message: sarifMessage(message),
	}
	if location, ok := newSARIFLocation(f.Path, f.Fact, sarifRegion{StartLine: f.Line, StartColumn: f.Column, EndLine: f.EndLine, EndColumn: f.EndColumn}); ok {
		result.Locations = []sarifLocation{location}
	}
	for _, related := range f.Related {
		location, ok := newSARIFLocation(related.Path, related.Fact, sarifRegion{StartLine: related.Line, StartColumn: related.Column})
		if !ok {
			continue
		}
		location.ID = len(result.RelatedLocations) + 1
		if related.Stated != "" {
			message := sarifMessage(related.Stated)
			location.Message = &message
		}
		result.RelatedLocations = append(result.RelatedLocations, location)
	}
	if location, ok := passageLocation(f.Passage); ok {
		location.ID = len(result.RelatedLocations) + 1
		result.RelatedLocations = append(result.RelatedLocations, location)
	}
	if f.Fingerprint != "" {
		// The name carries a version, as section 3.27.17 advises.
		result.PartialFingerprints = map[string]string{"factcite/v1": f.Fingerprint}
	}
	return result
}

// sarifMessage is text in which nothing is a link: section 3.11.6 has
// "[text](address)" for that, and a backslash before brackets that mean
// themselves. A NUL, which code scanning cannot store, is shown as \x00.
func sarifMessage(text string) sarifText {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = terminal(shorten(line, 4*longestMessage))
	}
	return sarifText{Text: escapeLinks.Replace(strings.Join(lines, "\n"))}
}

var escapeLinks = strings.NewReplacer("[", `\[`, "]", `\]`)

func newSARIFLocation(file, fact string, region sarifRegion) (sarifLocation, bool) {
	if file == "" {
		return sarifLocation{}, false
	}
	place := &sarifPlace{ArtifactLocation: sarifURI(file)}
	if region.StartLine > 0 {
		place.Region = &region
	}
	location := sarifLocation{PhysicalLocation: place}
	if fact != "" {
		location.LogicalLocations = []sarifLogically{{Name: terminal(fact), Kind: "fact"}}
	}
	return location, true
}

// passageLocation is the place of a passage in the text of a source. One that is in a record,
// or on a page of a PDF, has no bytes of its own in the file.
func passageLocation(p *validate.Passage) (sarifLocation, bool) {
	if p == nil {
		return sarifLocation{}, false
	}
	location, ok := newSARIFLocation(p.Path, "", sarifRegion{})
	if !ok {
		return location, false
	}
	message := sarifMessage(whereIs(p) + ": " + p.Text)
	location.Message = &message
	if p.Pointer == "" && p.Page == 0 {
		snippet := sarifText{Text: visibleLines(shorten(p.Text, longestShown))}
		location.PhysicalLocation.Region = &sarifRegion{ByteOffset: &p.Span[0], ByteLength: p.Span[1] - p.Span[0], Snippet: &snippet}
	}
	return location, true
}

// sarifURI is the path as a URI reference below the root, or as a file: URI if
// it is absolute.
func sarifURI(file string) sarifArtifact {
	file = path.Clean(strings.ReplaceAll(file, `\`, "/"))
	segments := strings.Split(file, "/")
	for i, segment := range segments {
		// A colon in the first segment would end a scheme.
		segments[i] = strings.ReplaceAll(url.PathEscape(segment), ":", "%3A")
	}
	uri := strings.Join(segments, "/")
	if path.IsAbs(file) {
		return sarifArtifact{URI: "file://" + uri}
	}
	return sarifArtifact{URI: uri, URIBaseID: "ROOT"}
}

type sarifInvocation struct {
	ExecutionSuccessful        bool                `json:"executionSuccessful"`
	ToolExecutionNotifications []sarifNotification `json:"toolExecutionNotifications"`
}

type sarifNotification struct {
	Level   string    `json:"level"`
	Message sarifText `json:"message"`
}

func (i *sarifInvocation) notify(level, text string) {
	i.ToolExecutionNotifications = append(i.ToolExecutionNotifications, sarifNotification{level, sarifMessage(text)})
}
