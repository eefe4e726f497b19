package main

import (
	"bytes"
	"fmt"
	"html/template"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/site/trial"
	"github.com/factcite/factcite/validate"
)

const (
	homepage = "https://github.com/factcite/factcite"
	// policy lets a page load its own files, run its own WebAssembly, and nothing else.
	policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)

// page is what every template shows.
type page struct {
	File, Title      string
	Policy, Homepage string
	Nav              []link

	Examples []trial.Example   // of the page to try it
	Formats  []citation.Format // of it as well
	Families []family          // of the rules
	Body     template.HTML     // of a document
}

type link struct{ File, Title string }

// documents are the pages that are made of docs/, in the order of the navigation, with the
// rules among them.
func documents() []link {
	return []link{
		{"index.html", "Try it"}, {"rules.html", "Rules"}, {"input.html", "Forms of input"}, {"verification.html", "Verification"},
		{"performance.html", "Performance"}, {"grounding.html", "Grounding"}, {"references.html", "Reference strings"}, {"bibliographies.html", "Bibliographies"},
		{"configuration.html", "Configuration"}, {"editors.html", "Editors"}, {"agents.html", "Agents"}, {"scale.html", "Scale"}, {"library.html", "Library"},
	}
}

// writePages writes every page.
func writePages(root, to string) error {
	templates, err := templates()
	if err != nil {
		return err
	}
	for _, l := range documents() {
		p := page{File: l.File, Title: l.Title, Policy: policy, Homepage: homepage, Nav: documents()}
		kind := "document"
		switch l.File {
		case "index.html":
			kind, p.Examples, p.Formats = "try", trial.Examples(), trial.Formats()
		case "rules.html":
			kind = "rules"
			if p.Families, err = familiesOf(validate.Rules()); err != nil {
				return err
			}
		default:
			source := filepath.Join(root, "docs", strings.TrimSuffix(l.File, ".html")+".md")
			markdown, err := os.ReadFile(source)
			if err != nil {
				return err
			}
			if p.Body, err = htmlOf(markdown); err != nil {
				return fmt.Errorf("%s: %w", source, err)
			}
		}
		var written bytes.Buffer
		if err := templates.ExecuteTemplate(&written, kind, p); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, l.File), written.Bytes(), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// htmlOf is Markdown as HTML, in which links between documents lead to their pages, and
// what is wider than a page may be scrolled with the keyboard.
func htmlOf(markdown []byte) (template.HTML, error) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	tree := md.Parser().Parse(text.NewReader(markdown))
	err := ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if l, ok := n.(*ast.Link); ok && entering {
			l.Destination = []byte(pageOf(string(l.Destination)))
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return "", err
	}
	var written bytes.Buffer
	if err := md.Renderer().Render(&written, markdown, tree); err != nil {
		return "", err
	}
	return template.HTML(scrollable(written.String())), nil // of our own documents, whose HTML goldmark leaves out
}

// scrollable lets the keyboard scroll code and tables, which are numbered for those who go
// from one to the other without seeing them.
func scrollable(page string) string {
	page = strings.NewReplacer("<pre>", `<pre tabindex="0">`, "<th></th>", "<td></td>", "</table>", "</table></div>").Replace(page)
	parts := strings.Split(page, "<table>")
	for i := range parts[1:] {
		parts[i+1] = fmt.Sprintf(`<div class="scroll" tabindex="0" role="region" aria-label="Table %d"><table>%s`, i+1, parts[i+1])
	}
	return strings.Join(parts, "")
}

// pageOf is where a link of a document leads to on the site.
func pageOf(destination string) string {
	to, err := url.Parse(destination)
	if err != nil || to.IsAbs() || to.Path == "" {
		return destination
	}
	name, isDocument := strings.CutSuffix(to.Path, ".md")
	if !isDocument || strings.Contains(name, "/") {
		return homepage + "/blob/main/" + strings.TrimPrefix(strings.TrimPrefix(destination, "../"), "/")
	}
	to.Path = name + ".html"
	return to.String()
}

// family is the rules of a family, as a page shows them.
type family struct {
	ID, Name string
	Rules    []rulePage
}

type rulePage struct {
	validate.Rule
	Doc      template.HTML
	Examples []example
}

type example struct {
	Heading, Text string
	Try           string // the address that tries it; "" if it takes more than one text
}

func familiesOf(rules []validate.Rule) (families []family, err error) {
	for _, r := range rules {
		if len(families) == 0 || families[len(families)-1].Name != titled(r.Family) {
			families = append(families, family{ID: "family-" + strings.Trim(strings.ReplaceAll(r.Family, " ", "-"), "."), Name: titled(r.Family)})
		}
		doc, err := htmlOf([]byte(r.Doc))
		if err != nil {
			return nil, err
		}
		shown := rulePage{Rule: r, Doc: doc}
		for _, e := range r.Bad {
			shown.Examples = append(shown.Examples, example{heading(e), valid(e.Excerpt()), tryOf(r.Bad)})
		}
		for _, e := range r.Good {
			shown.Examples = append(shown.Examples, example{"Fine: " + e.Name, valid(e.Excerpt()), tryOf(r.Good)})
		}
		last := &families[len(families)-1]
		last.Rules = append(last.Rules, shown)
	}
	return families, nil
}

func valid(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }

func titled(family string) string { return strings.ToUpper(family[:1]) + family[1:] }

func heading(e validate.Example) string {
	switch {
	case e.IsKnownWorks():
		return "Compared with an index of " + e.Name
	case e.Name == validate.OwnSchema:
		return "Checked against " + e.Name
	case e.At != "":
		return "Reported: " + e.Name + ", at " + e.At
	}
	return "Read along: " + e.Name
}

// longestTried is how long the text of a link may be, in bytes.
const longestTried = 8 << 10

// tryOf is the address at which examples are tried, which are one text that a browser
// can hold.
func tryOf(examples []validate.Example) string {
	if len(examples) != 1 || len(examples[0].Text) > longestTried || valid(examples[0].Text) != examples[0].Text {
		return ""
	}
	return "index.html#" + url.Values{"name": {examples[0].Name}, "text": {examples[0].Text}}.Encode()
}
