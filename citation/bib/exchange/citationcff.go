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
	Translators []cffName  `yaml:"translators"`
	Abstract    string     `yaml:"abstract"`
	Keywords    []yamlText `yaml:"keywords"`
	Version     yamlText   `yaml:"version"`
	DOI         string     `yaml:"doi"`
	URL         string     `yaml:"url"`
	Repository  string     `yaml:"repository-code"`
	Released    yamlText   `yaml:"date-released"`
	Accessed    yamlText   `yaml:"date-accessed"`
	Status      string     `yaml:"status"`
	Notes       string     `yaml:"notes"`
	Published   yamlText   `yaml:"date-published"`
	Year        yamlText   `yaml:"year"`
	Month       yamlText   `yaml:"month"`
	Journal     string     `yaml:"journal"`
	Collection  string     `yaml:"collection-title"`
	Holder      string     `yaml:"collection-type"`
	Section     yamlText   `yaml:"section"`
	Location    cffName    `yaml:"location"`
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

// cffTypes are the types of CFF 1.2.0 that are no misc.
var cffTypes = map[string]string{
	"article": "article", "magazine-article": "article", "newspaper-article": "article", "conference-paper": "inproceedings", "book": "book", "edited-work": "collection",
	"proceedings": "proceedings", "conference": "proceedings", "manual": "manual", "pamphlet": "booklet", "unpublished": "unpublished", "serial": "periodical",
	"thesis": "phdthesis", "report": "techreport", "government-document": "techreport", "standard": "techreport", "website": "online", "blog": "online",
	"data": "dataset", "dataset": "dataset", "database": "dataset", "software": "software", "software-code": "software", "software-executable": "software",
	"encyclopedia": "inreference", "dictionary": "inreference", "patent": "patent", "legal-case": "jurisdiction", "statute": "legislation", "video": "video", "film-broadcast": "video",
}

// Our own files have these where CFF wants an author and none is stated: a work without
// authors, and the file itself.
const (
	nobody       = "unknown"
	nobodyOfList = "The authors of the works"
)

// readCFF reads the software, its preferred citation and its references.
func readCFF(l *library) {
	var software cffWork
	if err := yaml.Unmarshal(l.text, &software); err != nil {
		l.fail(0, "the CITATION.cff cannot be read: %s", strings.TrimSpace(yaml.FormatError(err, false, false)))
		return
	}
	if !software.isNoWork() {
		software.Type = cmp.Or(software.Type, "software")
		l.cff(&software)
	}
	if software.Preferred != nil {
		l.cff(software.Preferred)
	}
	for _, reference := range software.References {
		if reference != nil {
			l.cff(reference)
		}
	}
}

// isNoWork reports whether a file is there for the works that it refers to alone.
func (c *cffWork) isNoWork() bool {
	isList := len(c.Authors) == 1 && c.Authors[0].Name == nobodyOfList
	return isList || c.Preferred != nil && c.Preferred.Title == c.Title
}

// cff adds a work. Its place is that of its title.
func (l *library) cff(c *cffWork) {
	start := max(bytes.Index(l.text, []byte(c.Title)), 0)
	w := newWork(start)
	w.Type = cmp.Or(cffTypes[c.Type], "misc")
	if w.Type == "book" && c.Holder == "book" {
		w.Type = "incollection"
	}
	for _, list := range []struct {
		name  string
		names []cffName
	}{{"author", c.Authors}, {"editor", c.Editors}, {"translator", c.Translators}} {
		for _, n := range list.names {
			literal := n.Name
			if n.Family == "" && n.Given == "" {
				literal = cmp.Or(n.Name, n.Alias)
			}
			if literal != nobody {
				w.person(list.name, n.Family, n.Given, n.Particle, n.Suffix, literal, start)
			}
		}
	}
	container, series := cmp.Or(c.Journal, c.Collection, c.Conference.Name), ""
	if c.Journal != "" {
		series = c.Collection
	}
	w.pages(string(c.Start), string(c.End), start)
	w.date(string(cmp.Or(c.Released, c.Published, c.Year)), start)
	for _, f := range []struct{ name, value string }{
		{"title", c.Title}, {"month", string(c.Month)}, {"container", container}, {"series", series}, {"volume", string(c.Volume)}, {"number", string(cmp.Or(c.Issue, c.Number))},
		{"edition", string(c.Edition)}, {"isbn", string(c.ISBN)}, {"publisher", cmp.Or(c.Institution.Name, c.Publisher.Name)}, {"address", c.Location.Name}, {"doi", c.DOI},
		{"url", cmp.Or(c.URL, c.Repository)}, {"urldate", string(c.Accessed)}, {"version", string(c.Version)}, {"type", c.Thesis}, {c.sectionField(), string(c.Section)},
		{"abstract", c.Abstract}, {"keywords", c.keywords()}, {"year", strings.ReplaceAll(c.Status, "-", " ")},
	} {
		w.set(f.name, f.value, start)
	}
	c.identify(w, start)
	c.annotate(w, start)
	w.settle()
	l.add(w, start+len(c.Title))
}

// keywords are those of a work as a .bib lists them.
func (c *cffWork) keywords() string {
	var list []string
	for _, word := range c.Keywords {
		list = append(list, string(word))
	}
	return strings.Join(list, ", ")
}

// sectionField is where the section of a work is in a .bib.
func (c *cffWork) sectionField() string {
	if cffTypes[c.Type] == "article" {
		return "eid"
	}
	return "chapter"
}

// identify sets the identifiers. CFF has no type for most: ours say which they are.
func (c *cffWork) identify(w *work, start int) {
	for _, id := range c.Identifiers {
		kind, value := id.Type, string(id.Value)
		if kind == "other" {
			kind, value, _ = strings.Cut(value, ":")
		}
		switch kind {
		case "doi", "url", "arxiv", "pmid":
			w.set(kind, value, start)
		}
	}
}

// annotate sets the note, and of ours what was derived.
func (c *cffWork) annotate(w *work, start int) {
	notes, derived, ok := strings.Cut("; "+c.Notes, "; derived: ")
	if ok {
		w.set("x-derived", derived, start)
	}
	w.note(strings.TrimPrefix(notes, "; "), start)
}
