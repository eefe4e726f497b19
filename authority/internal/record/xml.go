package record

import (
	"html"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/xmltext"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/charset"
	"github.com/factcite/factcite/internal/latex"
)

// XML reads the records of dblp.xml and of dblp's answers, of the ACL Anthology's files, of
// PubMed's and of arXiv's feeds, in their order: what a proceedings or a volume says of
// itself holds for the papers that follow. It knows HTML's names of characters, which are those of dblp's DTD.
type XML struct {
	latin1      bool
	date        string                // of the dump
	proceedings map[string]dblpVolume // by key
	anthology   anthologyVolume
}

func NewXML(latin1 bool, date string) *XML {
	return &XML{latin1: latin1, date: date, proceedings: map[string]dblpVolume{}}
}

// dblpRecords are the records of dblp.xml, of which www and person are no works.
var dblpRecords = map[string]citation.EntryType{
	"article": citation.Article, "inproceedings": citation.InProceedings, "incollection": citation.InCollection,
	"proceedings": citation.Book, "book": citation.Book, "phdthesis": citation.PhDThesis, "mastersthesis": citation.MastersThesis,
	"data": citation.Misc, "www": citation.Misc, "person": "",
}

// xmlRecords are the records of the other forms.
var xmlRecords = map[string]bool{"paper": true, "meta": true, "frontmatter": true, "PubmedArticle": true, "entry": true, "info": true}

// IsXML reports whether an element is a record of one of the forms.
func IsXML(name []byte) bool {
	_, dblp := dblpRecords[string(name)]
	return dblp || xmlRecords[string(name)]
}

// IsXMLRoot reports whether an element holds records of one of the forms.
func IsXMLRoot(name string) bool {
	switch name {
	case "dblp", "result", "collection", "volume", "PubmedArticleSet", "feed":
		return true
	}
	return false
}

// Enter notes the start tag of an element that is no record but holds some.
func (x *XML) Enter(name, attributes []byte) {
	switch string(name) {
	case "collection":
		x.anthology = anthologyVolume{collection: xmltext.Attribute(attributes, "id")}
	case "volume":
		x.anthology = newAnthologyVolume(x.anthology.collection, attributes)
	}
}

// Read reads the works of a record.
func (x *XML) Read(name, attributes, inner []byte) ([]*authority.Work, error) {
	w, err := x.draft(string(name), attributes, inner)
	if w == nil || err != nil {
		return nil, err
	}
	return finishAll([]*draft{w}, x.date), nil
}

func (x *XML) draft(name string, attributes, inner []byte) (*draft, error) {
	switch name {
	case "meta":
		return x.anthologyMeta(inner)
	case "paper":
		return x.anthologyPaper(attributes, inner)
	case "frontmatter":
		return nil, nil
	case "PubmedArticle":
		return x.pubMedArticle(inner)
	case "info":
		return x.dblpInfo(inner)
	case "entry":
		w, err := arXivEntry(inner)
		if err != nil || w.Record.Title == "" { // an ID that was never given has an entry without one
			return nil, err
		}
		return w, nil
	}
	return x.dblpWork(name, attributes, inner)
}

// text returns the text of an element, without tags and with entities resolved,
// in normal form C.
func (x *XML) text(inner []byte) string {
	if !x.latin1 || isASCII(inner) {
		return xmlText(string(inner))
	}
	return xmlText(string(charset.FromLatin1(inner)))
}

func isASCII(text []byte) bool {
	for _, c := range text {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

func xmlText(s string) string {
	if strings.Contains(s, "<") {
		s = withoutXMLTags(s)
	} else if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return tidy(s)
}

// withoutXMLTags drops tags and comments, resolves entities between them, and
// reads the formulas of <tex-math>.
func withoutXMLTags(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	closed := true // formulas that follow may have an end
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			at = len(s)
		}
		b.WriteString(html.UnescapeString(s[:at]))
		s = s[at:]
		if closed && strings.HasPrefix(s, "<tex-math>") {
			var formula, rest string
			if formula, rest, closed = cutElement(s, "tex-math"); closed {
				b.WriteString(latex.Decode("$" + html.UnescapeString(formula) + "$"))
				s = rest
				continue
			}
		}
		if section, rest, found := cutBetween(s, "<![CDATA[", "]]>"); found {
			b.WriteString(section)
			s = rest
			continue
		}
		if _, rest, found := cutBetween(s, "<!--", "-->"); found {
			s = rest
			continue
		}
		_, s, _ = strings.Cut(s, ">")
	}
	return b.String()
}

func cutElement(s, name string) (inner, rest string, found bool) {
	return cutBetween(s, "<"+name+">", "</"+name+">")
}

// cutBetween returns what is between an opening mark at the start of s and
// the next closing one, and what follows.
func cutBetween(s, opening, closing string) (inner, rest string, found bool) {
	after, found := strings.CutPrefix(s, opening)
	if !found {
		return "", s, false
	}
	return strings.Cut(after, closing)
}
