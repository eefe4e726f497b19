package exchange

import (
	"bytes"
	"cmp"
	"strings"

	"github.com/goccy/go-yaml"
)

// A cffWork is the software of a CITATION.cff, or a work that it refers to.
type cffWork struct {
	Type        string     `yaml:"type"`
	Title       string     `yaml:"title"`
	Authors     []cffName  `yaml:"authors"`
	Editors     []cffName  `yaml:"editors"`
	Version     yamlText   `yaml:"version"`
	DOI         string     `yaml:"doi"`
	URL         string     `yaml:"url"`
	Repository  string     `yaml:"repository-code"`
	Released    yamlText   `yaml:"date-released"`
	Published   yamlText   `yaml:"date-published"`
	Year        yamlText   `yaml:"year"`
	Month       yamlText   `yaml:"month"`
	Journal     string     `yaml:"journal"`
	Collection  string     `yaml:"collection-title"`
	Volume      yamlText   `yaml:"volume"`
	Issue       yamlText   `yaml:"issue"`
	Number      yamlText   `yaml:"number"`
	Start       yamlText   `yaml:"start"`
	End         yamlText   `yaml:"end"`
	Edition     yamlText   `yaml:"edition"`
	ISBN        yamlText   `yaml:"isbn"`
	Publisher   cffName    `yaml:"publisher"`
	Institution cffName    `yaml:"institution"`
	Conference  cffName    `yaml:"conference"`
	Thesis      string     `yaml:"thesis-type"`
	Preferred   *cffWork   `yaml:"preferred-citation"`
	References  []*cffWork `yaml:"references"`
	Identifiers []struct {
		Type  string   `yaml:"type"`
		Value yamlText `yaml:"value"`
	} `yaml:"identifiers"`
}

type cffName struct {
	Family   string `yaml:"family-names"`
	Given    string `yaml:"given-names"`
	Particle string `yaml:"name-particle"`
	Suffix   string `yaml:"name-suffix"`
	Name     string `yaml:"name"`
	Alias    string `yaml:"alias"`
}

// yamlText is a scalar as it is written.
type yamlText string

func (t *yamlText) UnmarshalYAML(text []byte) error {
	*t = yamlText(strings.Trim(strings.TrimSpace(string(text)), `"'`))
	return nil
}

var cffTypes = map[string]string{
	"article": "article", "magazine-article": "article", "newspaper-article": "article", "conference-paper": "inproceedings", "book": "book", "thesis": "phdthesis", "report": "techreport",
	"standard": "techreport", "website": "online", "blog": "online",
}

// readCFF reads the software, its preferred citation and its references.
func readCFF(l *library) {
	var software cffWork
	if err := yaml.Unmarshal(l.text, &software); err != nil {
		l.fail(0, "the CITATION.cff cannot be read: %s", strings.TrimSpace(yaml.FormatError(err, false, false)))
		return
	}
	l.cff(&software)
	if software.Preferred != nil {
		l.cff(software.Preferred)
	}
	for _, reference := range software.References {
		if reference != nil {
			l.cff(reference)
		}
	}
}

// cff adds a work. Its place is that of its title.
func (l *library) cff(c *cffWork) {
	start := max(bytes.Index(l.text, []byte(c.Title)), 0)
	w := newWork(start)
	w.Type = cmp.Or(cffTypes[c.Type], "misc")
	if w.Type == "phdthesis" && strings.Contains(strings.ToLower(c.Thesis), "master") {
		w.Type = "mastersthesis"
	}
	for _, list := range []struct {
		name  string
		names []cffName
	}{{"author", c.Authors}, {"editor", c.Editors}} {
		for _, n := range list.names {
			literal := n.Name
			if n.Family == "" && n.Given == "" {
				literal = cmp.Or(n.Name, n.Alias)
			}
			w.person(list.name, n.Family, n.Given, n.Particle, n.Suffix, literal, start)
		}
	}
	w.pages(string(c.Start), string(c.End), start)
	w.date(string(cmp.Or(c.Released, c.Published, c.Year)), start)
	for _, f := range []struct{ name, value string }{
		{"title", c.Title}, {"month", string(c.Month)}, {"container", cmp.Or(c.Journal, c.Collection, c.Conference.Name)}, {"volume", string(c.Volume)}, {"number", string(cmp.Or(c.Issue, c.Number))},
		{"edition", string(c.Edition)}, {"isbn", string(c.ISBN)}, {"publisher", cmp.Or(c.Institution.Name, c.Publisher.Name)}, {"doi", c.DOI},
		{"url", cmp.Or(c.URL, c.Repository)}, {"version", string(c.Version)},
	} {
		w.set(f.name, f.value, start)
	}
	for _, id := range c.Identifiers {
		if id.Type == "doi" || id.Type == "url" {
			w.set(id.Type, string(id.Value), start)
		}
	}
	w.settle()
	l.add(w, start+len(c.Title))
}
