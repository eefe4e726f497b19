package citation

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// BibReference reads an entry's fields into a reference, in Unicode; spans are
// absent, and the words of a value are found with [BibEntry.Field]. Fields that
// the entry lacks are inherited through xdata and crossref, as biblatex does it:
// the title of a proceedings or a book becomes the booktitle of what is in it.
// Both BibTeX's and biblatex's field names are read. A journal or a howpublished
// that only says arXiv, an arXiv DOI and an arXiv URL give ArXiv and no
// container, and Preprint where the entry has no other venue.
//
// The second result is false for entry types that gap rules do not judge: other
// than the eight types, online, report and thesis, and their aliases.
func BibReference(f *BibFile, e *BibEntry) (Reference, bool) {
	kind := bibTypes[e.Type]
	fields := fieldsOf(f, e)
	r := Reference{Type: kind.entryType}
	if r.Type == "" {
		r.Type = Misc
	}
	if e.Type == "thesis" && isMastersThesis(fields.raw("type")) {
		r.Type = MastersThesis
	}
	fields.people(&r)
	r.Title = withSubtitle(fields.text("title"), fields.text("subtitle"))
	r.Publisher = fields.text("publisher")
	r.Institution = fields.institution(r.Type)
	r.Series = fields.text("series")
	r.Address = fields.text("location", "address")
	r.Edition = fields.text("edition")
	r.Volume = fields.text("volume")
	r.Number = fields.text("number", "issue")
	r.Pages = dashedPages(fields.text("pages"))
	r.EID = fields.text("eid", "articleno", "article-number")
	r.ISBN = fields.text("isbn")
	fields.date(&r)
	fields.identifiers(&r)
	fields.venue(&r)
	return r, kind.judged
}

// bibType is what an entry type of BibTeX or biblatex means here.
type bibType struct {
	entryType EntryType
	judged    bool // gap rules apply
	contains  bool // its title is the booktitle of entries that refer to it
}

// bibTypes are the entry types of BibTeX (btxdoc, section 3.1) and of biblatex
// (manual, section 2.1). A type that is not here is read as misc.
var bibTypes = map[string]bibType{
	"article":       {Article, true, false},
	"inproceedings": {InProceedings, true, false},
	"conference":    {InProceedings, true, false},
	"book":          {Book, true, true},
	"incollection":  {InCollection, true, false},
	"phdthesis":     {PhDThesis, true, false},
	"mastersthesis": {MastersThesis, true, false},
	"thesis":        {PhDThesis, true, false},
	"techreport":    {TechReport, true, false},
	"report":        {TechReport, true, false},
	"misc":          {Misc, true, false},
	"online":        {Misc, true, false},
	"electronic":    {Misc, true, false},
	"www":           {Misc, true, false},

	"suppperiodical": {Article, false, false},
	"review":         {Article, false, false},
	"proceedings":    {Book, false, true},
	"mvproceedings":  {Book, false, true},
	"mvbook":         {Book, false, true},
	"collection":     {Book, false, true},
	"mvcollection":   {Book, false, true},
	"reference":      {Book, false, true},
	"mvreference":    {Book, false, true},
	"booklet":        {Book, false, false},
	"inbook":         {InCollection, false, false},
	"bookinbook":     {InCollection, false, false},
	"suppbook":       {InCollection, false, false},
	"suppcollection": {InCollection, false, false},
	"inreference":    {InCollection, false, false},
}

// entryFields are the fields of an entry and of those that it inherits from,
// the entry itself first.
type entryFields []fieldLayer

type fieldLayer struct {
	entry     *BibEntry
	container bool // reached through crossref
}

// maxInheritance bounds the entries that one entry inherits from.
const maxInheritance = 16

func fieldsOf(f *BibFile, e *BibEntry) entryFields {
	layers := append(make(entryFields, 0, 4), fieldLayer{entry: e})
	for i := 0; i < len(layers); i++ {
		for _, link := range [...]string{"xdata", "crossref"} {
			field := layers[i].entry.Field(link)
			if field == nil {
				continue
			}
			for key := range strings.SplitSeq(field.Value, ",") {
				parent := f.entry(strings.TrimSpace(key))
				if parent == nil || layers.has(parent) || len(layers) == maxInheritance {
					continue
				}
				layers = append(layers, fieldLayer{parent, layers[i].container || link == "crossref"})
			}
		}
	}
	return layers
}

func (fields entryFields) has(e *BibEntry) bool {
	for _, layer := range fields {
		if layer.entry == e {
			return true
		}
	}
	return false
}

// entry returns the first entry with the key, as BibTeX compares keys.
func (f *BibFile) entry(key string) *BibEntry {
	if f.keys.first == nil { // the file is not from ReadBib
		i := slices.IndexFunc(f.Entries, func(e BibEntry) bool { return sameKey(e.Key, key) })
		if i < 0 {
			return nil
		}
		return &f.Entries[i]
	}
	if first, found, _ := f.keys.find(key, f.Entries); found {
		return &f.Entries[first]
	}
	return nil
}

// ownFields say something about one work, never about those that it contains.
var ownFields = map[string]bool{
	"title": true, "subtitle": true, "pages": true, "doi": true, "url": true, "eprint": true,
	"archiveprefix": true, "eprinttype": true, "pmid": true, "eid": true, "articleno": true,
	"howpublished": true, "note": true, "type": true,
}

// raw returns the first of the named fields that has a value, in LaTeX.
func (fields entryFields) raw(names ...string) string {
	for _, layer := range fields {
		for _, name := range names {
			if layer.container && ownFields[name] {
				continue
			}
			if field := layer.entry.Field(name); field != nil && field.Value != "" {
				return field.Value
			}
		}
	}
	return ""
}

// text returns the first of the named fields that has a value, in Unicode.
func (fields entryFields) text(names ...string) string { return decodeLaTeX(fields.raw(names...)) }

func (fields entryFields) people(r *Reference) {
	r.Authors, r.EtAl = bibNames(fields.raw("author"))
	editors := fields.raw("editor")
	if editors == "" {
		editors = fields.raw("editora", "editorb", "editorc")
	}
	r.Editors, _ = bibNames(editors)
}

func (fields entryFields) institution(t EntryType) string {
	switch t {
	case PhDThesis, MastersThesis:
		return fields.text("school", "institution")
	case TechReport:
		return fields.text("institution", "school", "organization")
	}
	return fields.text("organization", "institution")
}

// container returns the title of what the work was published in.
func (fields entryFields) container(t EntryType) string {
	switch t {
	case Book, PhDThesis, MastersThesis, TechReport:
		return ""
	case Article:
		return withSubtitle(fields.text("journaltitle", "journal"), fields.text("journalsubtitle"))
	}
	if title := fields.text("booktitle"); title != "" {
		return withSubtitle(title, fields.text("booksubtitle"))
	}
	for _, layer := range fields {
		if layer.container && bibTypes[layer.entry.Type].contains {
			parent := entryFields{{entry: layer.entry}}
			if title := parent.text("title"); title != "" {
				return withSubtitle(title, parent.text("subtitle"))
			}
		}
	}
	return fields.text("journaltitle", "journal", "maintitle", "eventtitle")
}

// venue reads the container, unless it only says that the work is a preprint.
func (fields entryFields) venue(r *Reference) {
	container := fields.container(r.Type)
	if isPreprintServer(container) {
		r.Preprint = true
		r.state(&r.ArXiv, arXivIDIn(container))
		if id := arXivIDIn("arXiv:" + strings.TrimPrefix(r.Volume, "abs/")); id != "" {
			r.state(&r.ArXiv, id)
			r.Volume = ""
		}
		r.state(&r.ArXiv, arXivIDIn("arXiv:"+r.Number))
		container = ""
	}
	if published := fields.raw("howpublished"); published != "" {
		address, words := withoutURL(published)
		words = decodeLaTeX(words)
		r.state(&r.URL, addressOf(address))
		if isPreprintServer(words) {
			r.Preprint = true
			r.state(&r.ArXiv, arXivIDIn(words))
		} else if container == "" && r.Type == Misc {
			container = words
		}
	}
	if isPreprintServer(r.Publisher) {
		r.Preprint = true
		r.Publisher = ""
	}
	if container != "" {
		r.Preprint = false
	}
	r.Container = container
	if id := arXivIDIn(r.URL); id != "" {
		r.state(&r.ArXiv, id)
		r.Preprint = r.Preprint || container == "" && (r.Type == Misc || r.Type == Article)
	}
}

// identifiers reads what names the work in a registry.
func (fields entryFields) identifiers(r *Reference) {
	eprint := fields.text("eprint")
	switch registry := strings.ToLower(fields.text("eprinttype", "archiveprefix")); {
	case registry == "arxiv":
		r.ArXiv = trimPrefixFold(eprint, "arxiv:")
	case registry == "pubmed" || registry == "pmid":
		r.PMID = eprint
	case registry == "":
		r.ArXiv = arXivIDIn(eprint)
		if r.ArXiv == "" && eprint != "" {
			r.ArXiv = arXivIDIn("arXiv:" + eprint)
		}
	}
	r.state(&r.ArXiv, trimPrefixFold(fields.text("arxiv", "arxivid"), "arxiv:"))
	r.state(&r.PMID, fields.text("pmid"))
	r.URL = addressOf(fields.raw("url"))
	doi := bareDOI(addressOf(fields.raw("doi")))
	if id := arXivIDIn(doi); id != "" {
		r.state(&r.ArXiv, id)
		r.Preprint = true
		return
	}
	r.DOI = doi
}

// state sets a field that has no value yet.
func (r *Reference) state(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// preprintServer matches a venue that is arXiv and nothing more, such as
// "arXiv preprint arXiv:2402.10379", "ArXiv e-prints" and "CoRR".
var preprintServer = regexp.MustCompile(`(?i)^(computing research repository|corr|(the )?arxiv([.]org)?)\b[\s,]*((e-?prints?|preprints?|cornell university)[\s,]*)*(\(?(arxiv|corr)\)?)?[\s:,/]*(abs/)?(` + arXivIDPattern + `)?\s*(\[[\w.-]+\])?[\s.,]*$`)

const arXivIDPattern = `[0-9]{4}[.][0-9]{4,5}(?:v[0-9]+)?|[a-z-]+(?:[.][A-Za-z]{2})?/[0-9]{7}(?:v[0-9]+)?`

// arXivName matches an arXiv ID after something that says arXiv: the word, a
// URL or a DOI.
var arXivName = regexp.MustCompile(`(?i)(?:arxiv\s*[:.]\s*|arxiv[.]org/(?:abs|pdf|html)/|(?:corr|arxiv)[\s,]*(?:abs/)?)(` + arXivIDPattern + `)`)

func isPreprintServer(venue string) bool {
	return saysArXiv(venue) && preprintServer.MatchString(venue)
}

// arXivIDIn returns the arXiv ID that a text names, or "".
func arXivIDIn(text string) string {
	if !saysArXiv(text) {
		return ""
	}
	match := arXivName.FindStringSubmatch(text)
	if match == nil {
		return ""
	}
	return match[1]
}

// saysArXiv spares most values the search with an expression.
func saysArXiv(text string) bool {
	if len(text) > maxVenue {
		return false
	}
	for i := range len(text) {
		switch text[i] | 0x20 {
		case 'a':
			if hasFoldedPrefix(text[i:], "arxiv") {
				return true
			}
		case 'c':
			if hasFoldedPrefix(text[i:], "corr") || hasFoldedPrefix(text[i:], "computing research repository") {
				return true
			}
		}
	}
	return false
}

// maxVenue is the length in bytes above which a value names no arXiv paper.
const maxVenue = 1000

func hasFoldedPrefix(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

func trimPrefixFold(text, prefix string) string {
	if hasFoldedPrefix(text, prefix) {
		return strings.TrimSpace(text[len(prefix):])
	}
	return text
}

// bareDOI takes the resolver's address and the scheme off a DOI.
func bareDOI(doi string) string {
	for _, prefix := range []string{"https://", "http://", "dx.doi.org/", "www.doi.org/", "doi.org/", "doi:"} {
		doi = trimPrefixFold(doi, prefix)
	}
	return doi
}

var (
	urlCommand = regexp.MustCompile(`\\(?:url|href|path|nolinkurl)\s*\{([^{}]*)\}(?:\s*\{[^{}]*\})?`)
	plainURL   = regexp.MustCompile(`(?:https?://|www[.])[^\s{}]+`)
	// emptyBrackets are what is left of a note in brackets.
	emptyBrackets = regexp.MustCompile(`\(\s*\)|\[\s*\]`)
	accessed      = regexp.MustCompile(`(?i)[\[(]*\b(?:last )?(?:accessed|retrieved|visited|available|online)\b.*$`)
)

// addressOf returns the URL of a field that holds nothing else.
func addressOf(value string) string {
	if strings.Contains(value, `\`) {
		if match := urlCommand.FindStringSubmatch(value); match != nil {
			value = match[1]
		}
		value = escapedInAddress.Replace(value)
	}
	return value
}

// escapedInAddress undoes what people do to addresses so that LaTeX takes them.
// Other notation, as "--" and "~", stands for itself in an address.
var escapedInAddress = strings.NewReplacer(`\_`, "_", `\%`, "%", `\#`, "#", `\&`, "&", `\$`, "$", `\~{}`, "~", `\string~`, "~",
	`{\textasciitilde}`, "~", `\textasciitilde{}`, "~", `{\_}`, "_", `\{`, "{", `\}`, "}", `\/`, "/", `\-`, "")

// withoutURL parts a value into its URL and the other words, without the notes
// on when the page was seen.
func withoutURL(value string) (address, words string) {
	words = value
	if match := urlCommand.FindStringSubmatchIndex(words); match != nil {
		address, words = words[match[2]:match[3]], words[:match[0]]+words[match[1]:]
	} else if match := plainURL.FindStringIndex(words); match != nil {
		address, words = strings.TrimRight(words[match[0]:match[1]], ".,;"), words[:match[0]]+words[match[1]:]
	}
	words = accessed.ReplaceAllString(words, "")
	words = emptyBrackets.ReplaceAllString(words, "")
	return address, strings.Trim(words, " .,;:")
}

// date reads biblatex's date, else year, month and day.
func (fields entryFields) date(r *Reference) {
	r.Year = fields.text("year")
	r.Month, r.Day = monthAndDay(fields.text("month"))
	r.state(&r.Day, fields.text("day"))
	date := fields.text("date")
	if date == "" {
		return
	}
	match := isoDate.FindStringSubmatch(date)
	if match == nil {
		r.state(&r.Year, date)
		return
	}
	r.Year = match[1]
	r.Month, r.Day = 0, ""
	if month, _ := strconv.Atoi(match[2]); 1 <= month && month <= 12 {
		r.Month = month
		r.Day = strings.TrimLeft(match[3], "0")
	}
}

// isoDate matches the first date of biblatex's date field (ISO 8601-2, level 1).
var isoDate = regexp.MustCompile(`^\s*(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T[0-9:Z+-]*)?[~?%]?\s*(?:/.*)?$`)

var dayNumber = regexp.MustCompile(`\b([0-9]{1,2})\b`)

// monthAndDay reads a month: a number or a name, whole or abbreviated, with the
// day beside it if there is one. Of a range it is the first.
func monthAndDay(value string) (month int, day string) {
	if number, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
		if 1 <= number && number <= 12 {
			return number, ""
		}
		return 0, ""
	}
	for word := range strings.FieldsFuncSeq(value, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if month = monthNumber(word); month != 0 {
			break
		}
	}
	if match := dayNumber.FindStringSubmatch(value); month != 0 && match != nil {
		day = strings.TrimLeft(match[1], "0")
	}
	return month, day
}

// monthNumber returns the number of an English month, or of its first three
// letters or more, or 0.
func monthNumber(word string) int {
	if len(word) < 3 {
		return 0
	}
	for i, name := range [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if hasFoldedPrefix(name, word) {
			return i + 1
		}
	}
	return 0
}

// dashedPages writes the hyphens between page numbers as one dash.
func dashedPages(pages string) string {
	if !strings.ContainsAny(pages, "-‐‑‒–—−") {
		return pages
	}
	return pageDash.ReplaceAllString(pages, "$1–$2")
}

var pageDash = regexp.MustCompile(`(\w)\s*[-‐‑‒–—−]+\s*(\w)`)

func withSubtitle(title, subtitle string) string {
	switch {
	case subtitle == "":
		return title
	case title == "":
		return subtitle
	case strings.HasSuffix(title, "?") || strings.HasSuffix(title, "!") || strings.HasSuffix(title, ":"):
		return title + " " + subtitle
	}
	return title + ": " + subtitle
}

// isMastersThesis reads the type field of a thesis.
func isMastersThesis(kind string) bool {
	kind = strings.ToLower(kind)
	for _, word := range [...]string{"mathesis", "master", "bathesis", "bachelor", "diplom", "m.sc", "msc"} {
		if strings.Contains(kind, word) {
			return true
		}
	}
	return false
}
