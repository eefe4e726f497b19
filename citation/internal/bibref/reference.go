package bibref

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// Reference reads an entry's fields into a reference, in Unicode; spans are
// absent, and the words of a value are found with [bib.Entry.Field]. Fields that
// the entry lacks are inherited through xdata and crossref, as biblatex does it:
// the title of a proceedings or a book becomes the booktitle of what is in it.
// Both BibTeX's and biblatex's field names are read. A journal or a howpublished
// that only says arXiv, an arXiv DOI and an arXiv URL give ArXiv and no
// container, and Preprint where the entry has no other venue.
//
// The second result is false for entry types that gap rules do not judge: other
// than the eight types, online, report and thesis, and their aliases.
func Reference(f *bib.File, e *bib.Entry) (ref.Reference, bool) {
	kind := bibTypes[e.Type]
	fields := FieldsOf(f, e)
	r := ref.Reference{Type: kind.entryType, Kind: ref.KindOf(e.Type)}
	if r.Type == "" {
		r.Type = ref.Misc
	}
	if e.Type == "thesis" && isMastersThesis(fields.Raw("type")) {
		r.Type = ref.MastersThesis
	}
	for _, row := range ref.Fields {
		fields.read(row, &r)
	}
	if saysThesis[r.Genre] {
		r.Genre = ""
	}
	fields.date(&r)
	fields.identifiers(&r)
	fields.venue(&r)
	fields.noted(&r)
	r.Entry = entryOf(fields[0], &r)
	r.Entry.Judged = kind.judged
	derived(e, &r)
	return r, kind.judged
}

// bibType is what an entry type of BibTeX or biblatex means here.
type bibType struct {
	entryType ref.EntryType
	judged    bool // gap rules apply
	contains  bool // its title is the booktitle of entries that refer to it
}

// bibTypes are the entry types of BibTeX (btxdoc, section 3.1) and of biblatex
// (manual, section 2.1). A type that is not here is read as misc.
var bibTypes = map[string]bibType{
	"article":       {ref.Article, true, false},
	"inproceedings": {ref.InProceedings, true, false},
	"conference":    {ref.InProceedings, true, false},
	"book":          {ref.Book, true, true},
	"incollection":  {ref.InCollection, true, false},
	"phdthesis":     {ref.PhDThesis, true, false},
	"mastersthesis": {ref.MastersThesis, true, false},
	"thesis":        {ref.PhDThesis, true, false},
	"techreport":    {ref.TechReport, true, false},
	"report":        {ref.TechReport, true, false},
	"misc":          {ref.Misc, true, false},
	"online":        {ref.Misc, true, false},
	"electronic":    {ref.Misc, true, false},
	"www":           {ref.Misc, true, false},

	"suppperiodical": {ref.Article, false, false},
	"review":         {ref.Article, false, false},
	"proceedings":    {ref.Book, false, true},
	"mvproceedings":  {ref.Book, false, true},
	"mvbook":         {ref.Book, false, true},
	"collection":     {ref.Book, false, true},
	"mvcollection":   {ref.Book, false, true},
	"reference":      {ref.Book, false, true},
	"mvreference":    {ref.Book, false, true},
	"booklet":        {ref.Book, false, false},
	"inbook":         {ref.InCollection, false, false},
	"bookinbook":     {ref.InCollection, false, false},
	"suppbook":       {ref.InCollection, false, false},
	"suppcollection": {ref.InCollection, false, false},
	"inreference":    {ref.InCollection, false, false},
}

// Fields are the fields of an entry and of those that it inherits from,
// the entry itself first.
type Fields []fieldLayer

type fieldLayer struct {
	file      *bib.File
	entry     *bib.Entry
	container bool // reached through crossref
}

// maxInheritance bounds the entries that one entry inherits from.
const maxInheritance = 16

// FieldsOf returns the fields of an entry and of those that it inherits from.
func FieldsOf(f *bib.File, e *bib.Entry) Fields {
	layers := append(make(Fields, 0, 4), fieldLayer{file: f, entry: e})
	for i := 0; i < len(layers); i++ {
		for _, link := range [...]string{"xdata", "crossref"} {
			field := layers[i].entry.Field(link)
			if field == nil {
				continue
			}
			for key := range strings.SplitSeq(field.Value, ",") {
				parent := f.Parent(strings.TrimSpace(key))
				if parent == nil || layers.has(parent) || len(layers) == maxInheritance {
					continue
				}
				layers = append(layers, fieldLayer{f, parent, layers[i].container || link == "crossref"})
			}
		}
	}
	return layers
}

func (fields Fields) has(e *bib.Entry) bool {
	for _, layer := range fields {
		if layer.entry == e {
			return true
		}
	}
	return false
}

// ownFields say something about one work, never about those that it contains.
var ownFields = map[string]bool{
	"title": true, "subtitle": true, "pages": true, "doi": true, "url": true, "eprint": true,
	"archiveprefix": true, "eprinttype": true, "pmid": true, "eid": true, "articleno": true,
	"howpublished": true, "note": true, "type": true,
}

// Raw returns the first of the named fields that has a value, in LaTeX.
func (fields Fields) Raw(names ...string) string {
	for _, layer := range fields {
		for _, name := range names {
			if layer.container && ownFields[name] {
				continue
			}
			if field := layer.entry.Field(name); field != nil && field.Value != "" {
				if value := layer.granular(name, field.Value); value != "" {
					return value
				}
			}
		}
	}
	return ""
}

// text returns the first of the named fields that has a value, in Unicode.
func (fields Fields) text(names ...string) string { return latex.Decode(fields.Raw(names...)) }

// read reads a field that is in one place. Dates, identifiers and the venue, which
// may be in several, are read after these.
func (fields Fields) read(row *ref.Row, r *ref.Reference) {
	switch row.Kind {
	case ref.TitleText:
		*row.Text(r) = WithSubtitle(fields.text(row.Bib...), fields.text("subtitle"))
	case ref.NameList:
		names, etal := Names(fields.Raw(row.Bib...))
		*row.Names(r) = names
		if row.Name == ref.FieldAuthors {
			r.EtAl = etal
		}
	case ref.PageRange:
		*row.Text(r) = ref.DashedPages(fields.text(row.Bib...))
	case ref.AccessDate:
		*row.Text(r) = fields.text(row.Bib...)
	case ref.PlainText:
		if row.Name != ref.FieldContainer {
			written := row.BibTeX.NameIn(string(r.Type), r)
			*row.Text(r) = cmp.Or(fields.text(written), fields.text(row.Bib...))
		}
	}
}

// container returns the title of what the work was published in.
func (fields Fields) container(t ref.EntryType) string {
	switch t {
	case ref.Book, ref.PhDThesis, ref.MastersThesis, ref.TechReport:
		return ""
	case ref.Article:
		return WithSubtitle(fields.text("journaltitle", "journal"), fields.text("journalsubtitle"))
	}
	if title := fields.text("booktitle"); title != "" {
		return WithSubtitle(title, fields.text("booksubtitle"))
	}
	for _, layer := range fields {
		if layer.container && bibTypes[layer.entry.Type].contains {
			parent := Fields{{file: layer.file, entry: layer.entry}}
			if title := parent.text("title"); title != "" {
				return WithSubtitle(title, parent.text("subtitle"))
			}
		}
	}
	return fields.text("journaltitle", "journal", "maintitle", "eventtitle")
}

// venue reads the container, unless it only says that the work is a preprint.
func (fields Fields) venue(r *ref.Reference) {
	container := fields.container(r.Type)
	if venue.IsArXiv(container) {
		r.Preprint = true
		stateOnce(&r.ArXiv, venue.ArXivIDIn(container))
		if id := venue.ArXivIDIn("arXiv:" + strings.TrimPrefix(r.Volume, "abs/")); id != "" {
			stateOnce(&r.ArXiv, id)
			r.Volume = ""
		}
		stateOnce(&r.ArXiv, venue.ArXivIDIn("arXiv:"+r.Number))
		container = ""
	}
	if published := fields.Raw("howpublished"); published != "" {
		address, words := withoutURL(published)
		words = latex.Decode(words)
		stateOnce(&r.URL, addressOf(address))
		if venue.IsArXiv(words) {
			r.Preprint = true
			stateOnce(&r.ArXiv, venue.ArXivIDIn(words))
		} else if container == "" && r.Type == ref.Misc {
			container = words
		}
	}
	if venue.IsArXiv(r.Publisher) {
		r.Preprint = true
		r.Publisher = ""
	}
	if container != "" {
		r.Preprint = false
	}
	r.Container = container
	if id := venue.ArXivIDIn(r.URL); id != "" {
		stateOnce(&r.ArXiv, id)
		r.Preprint = r.Preprint || container == "" && (r.Type == ref.Misc || r.Type == ref.Article)
	}
}

// identifiers reads what names the work in a registry.
func (fields Fields) identifiers(r *ref.Reference) {
	eprint := fields.text("eprint")
	switch registry := strings.ToLower(fields.text("eprinttype", "archiveprefix")); {
	case registry == "arxiv":
		r.ArXiv = text.TrimPrefixFold(eprint, "arxiv:")
	case registry == "pubmed" || registry == "pmid":
		r.PMID = eprint
	case registry == "":
		r.ArXiv = venue.ArXivIDIn(eprint)
		if r.ArXiv == "" && eprint != "" {
			r.ArXiv = venue.ArXivIDIn("arXiv:" + eprint)
		}
	}
	stateOnce(&r.ArXiv, text.TrimPrefixFold(fields.text("arxiv", "arxivid"), "arxiv:"))
	stateOnce(&r.PMID, fields.text("pmid"))
	r.URL = addressOf(fields.Raw("url"))
	doi := fold.DOIName(addressOf(fields.Raw("doi")))
	if id := venue.ArXivIDIn(doi); id != "" {
		stateOnce(&r.ArXiv, id)
		r.Preprint = true
		return
	}
	r.DOI = doi
}

// state sets a field that has no value yet.
func stateOnce(field *string, value string) {
	if *field == "" {
		*field = value
	}
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
	if words == value {
		return "", strings.TrimSpace(words) // with the full stop of "U.S."
	}
	return address, strings.Trim(words, " .,;:")
}

// PublishedAs returns how a howpublished field says that something was published, without
// an address and the note on when it was seen.
func PublishedAs(howpublished string) string {
	_, words := withoutURL(howpublished)
	return latex.Decode(words)
}

// date reads biblatex's date, else year, month and day.
func (fields Fields) date(r *ref.Reference) {
	r.Year = fields.text("year")
	r.Month, r.Day = monthAndDay(fields.text("month"))
	stateOnce(&r.Day, fields.text("day"))
	date := text.CleanText(fields.Raw("date")) // in which "~" is a mark, no space
	match := isoDate.FindStringSubmatch(date)
	if match == nil {
		stateOnce(&r.Year, date)
		return
	}
	r.Year = match[1]
	r.Month, r.Day = 0, ""
	if month, _ := strconv.Atoi(match[2]); 1 <= month && month <= 12 {
		r.Month = month
		r.Day = strings.TrimLeft(match[3], "0")
	}
	if last := match[4]; last != "" && last != r.Year {
		r.Year += "–" + last
		r.Month, r.Day = 0, "" // of two years, which a reference has no place for
	}
}

// isoDate matches biblatex's date field and the year that a range ends in (ISO 8601-2,
// level 1).
var isoDate = regexp.MustCompile(`^\s*(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T[0-9:Z+-]*)?[~?%]?\s*(?:/\s*(?:([0-9]{4})(?:[-T][-0-9:TZ+]*)?[~?%]?\s*|[^0-9].*)?)?$`)

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
		if month = ref.MonthNumber(word); month != 0 {
			break
		}
	}
	if match := dayNumber.FindStringSubmatch(value); month != 0 && match != nil {
		day = strings.TrimLeft(match[1], "0")
	}
	return month, day
}

// WithSubtitle returns a title and its subtitle as one, in Unicode or in LaTeX.
func WithSubtitle(title, subtitle string) string {
	end := strings.TrimRight(title, "}")
	switch {
	case subtitle == "":
		return title
	case title == "":
		return subtitle
	case strings.HasSuffix(end, "?") || strings.HasSuffix(end, "!") || strings.HasSuffix(end, ":"):
		return title + " " + subtitle
	}
	return title + ": " + subtitle
}

// saysThesis are biblatex's keys for the types of theses, which the entry type says
// (manual, section 4.9.2.13).
var saysThesis = text.WordSet("phdthesis", "mathesis", "candthesis", "bathesis")

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
