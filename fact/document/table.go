package document

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// columns say what of a table's rows is a fact: a work if the table is one of works, the
// whole row if its columns are what a reference is made of, else each cell that is more
// than a few words.
type columns struct {
	reference bool
	parts     []part // of a work, by column; nil if the rows are no works
}

// part is what the cells of a column say of a work, in the order that references have.
type part int

const (
	noPart part = iota
	authors
	title
	venue
	volume
	issue
	pages
	year
	link
	identifier
)

// partNames are the names of the columns of tables of works, in small letters.
var partNames = namesOfParts(map[part]string{
	authors:    "author|authors|author(s)|by|writer|autor|autoren|autor:in|verfasser|auteur|auteurs|autores|autore|autori|автор|авторы|作者|著者",
	title:      "title|paper title|title of paper|book title|titel|titre|título|titulo|titolo|название|标题|題名|タイトル",
	venue:      "venue|journal|conference|journal/conference|conference/journal|venue/journal|published in|proceedings|publisher|press|zeitschrift|tagung|verlag|revue|éditeur|revista|editorial|rivista|editore|журнал|издательство",
	volume:     "volume|vol.|vol|band",
	issue:      "issue|no.|heft",
	pages:      "pages|pp.|seiten|páginas|pagine",
	year:       "year|date|published|publication year|publication date|pub. date|date of publication|jahr|datum|année|año|ano|anno|год|年",
	link:       "link|links|url|pdf|paper link|paper url|lien|enlace",
	identifier: "doi|arxiv|arxiv id|preprint|isbn|pmid",
})

func namesOfParts(byPart map[part]string) map[string]part {
	names := map[string]part{}
	for p, list := range byPart {
		for name := range strings.SplitSeq(list, "|") {
			names[name] = p
		}
	}
	return names
}

// titlesToo are the names of columns that have the titles where no other does, and links
// to the works elsewhere.
var titlesToo = []string{"paper", "article", "book", "work", "artikel", "buch", "livre", "libro", "artículo"}

// columnsOf reads the head of a table.
func columnsOf(cells []passage) columns {
	found := make([]part, len(cells))
	other, named := -1, 0
	for i, cell := range cells {
		name := strings.ToLower(strings.Trim(cell.text, "*_: "))
		if found[i] = partNames[name]; found[i] != noPart {
			named++
		} else if slices.Contains(titlesToo, name) {
			other = i
		}
	}
	c := columns{reference: named >= 2}
	if other >= 0 {
		found[other] = title
		if slices.Index(found, title) < other {
			found[other] = link
		}
	}
	if slices.Contains(found, title) && slices.ContainsFunc(found, saysWork) {
		c.parts = found
	}
	return c
}

func (c columns) areOfWorks() bool { return c.reference || c.parts != nil }

// saysWork reports whether the titles of a table are those of works, as it says this of
// them as well.
func saysWork(p part) bool { return p == authors || p == venue || p == identifier }

// fewWords is how many words a cell has at most that says nothing by itself.
const fewWords = 5

// facts returns the facts of a row: the work, or its cells together, and each of those
// that say something by itself.
func (c columns) facts(cells []passage) []passage {
	work := c.work(cells)
	var whole joiner
	var long []passage
	for i, cell := range cells {
		if cell.text == "" || work.text != "" && i < len(c.parts) && c.parts[i] != noPart {
			continue
		}
		whole.addItem(" | ", cell)
		if strings.Count(cell.text, " ") >= fewWords {
			long = append(long, cell)
		}
	}
	switch {
	case work.text != "":
		return append([]passage{work}, long...)
	case c.reference || len(long) == 0:
		return []passage{whole.passage()}
	}
	return long
}

// work returns the work of a row as a reference has it: the authors, the title in
// quotation marks, what holds it, the year and where it is. It is empty if the row has no
// title, or nothing that says that it is one of a work.
func (c columns) work(cells []passage) passage {
	var whole joiner
	titled, said := false, false
	for p := authors; p <= identifier; p++ {
		for i, cell := range cells[:min(len(cells), len(c.parts))] {
			if c.parts[i] != p || isBlank(cell.text) {
				continue
			}
			titled, said = titled || p == title, said || saysWork(p)
			if p == title {
				cell = quoted(cell)
			}
			whole.addItem(", "+announced(p, cell.text), cell)
		}
	}
	if !titled || !said {
		return passage{}
	}
	return whole.passage()
}

// isBlank reports whether a cell says that there is nothing to say.
func isBlank(cell string) bool {
	switch strings.ToLower(cell) {
	case "n/a", "none", "tba", "tbd", "no":
		return true
	}
	return !saysSomething(cell)
}

// quoted returns a title in quotation marks, without emphasis.
func quoted(p passage) passage {
	p = p.without(emphasisIn(p.text))
	if quotedTitle().MatchString(p.text) && p.text[0] != '[' {
		return p
	}
	opening, closing := `"`, `"`
	if strings.Contains(p.text, opening) {
		opening, closing = "“", "”"
	}
	return p.with([]change{{0, 0, opening}, {len(p.text), len(p.text), closing}})
}

// bareIdentifier is what begins as a DOI, an arXiv ID or an ISBN does.
var bareIdentifier = pattern(`^(?:(10\.\d{4,9}/)|(\d{4}\.\d{4,5})|(97[89]))`)

// announced returns the word that a reference has before what a cell says.
func announced(p part, cell string) string {
	first := cell[0]
	number := '0' <= first && first <= '9'
	switch {
	case p == volume && number:
		return "vol. "
	case p == issue && number:
		return "no. "
	case p == pages && number:
		return "pp. "
	case p != identifier && p != link:
		return ""
	}
	switch m := bareIdentifier().FindStringSubmatchIndex(cell); {
	case m == nil:
		return ""
	case m[2] >= 0:
		return "doi:"
	case m[4] >= 0:
		return "arXiv:"
	}
	return "ISBN "
}

// quotedTitle is a heading that is a title in quotation marks, with a number before it.
var quotedTitle = pattern(`^(?:\(?\d{1,2}[.)] *)?((?:“[^”]+”|"[^"]+"|«[^»]+»|„[^“]+“|\[[^\]]+\]\(https?://[^)]+\)))$`)

// titleIn returns the title that a heading is, if it is one: what it is about is said in
// the text below.
func titleIn(heading passage) passage {
	if !mayBeTitle(heading.text) {
		return passage{}
	}
	if m := quotedTitle().FindStringSubmatchIndex(heading.text); m != nil {
		return heading.part(m[2], m[3])
	}
	return passage{}
}

// mayBeTitle reports, faster than quotedTitle, whether a heading may be what that looks for.
func mayBeTitle(heading string) bool {
	last, _ := utf8.DecodeLastRuneInString(heading)
	return strings.ContainsRune("”\"»“)", last)
}
