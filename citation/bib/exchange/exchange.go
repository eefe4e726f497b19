// Package exchange reads the formats in which reference managers exchange works (RIS,
// EndNote's tagged and XML files, CSL-JSON, CITATION.cff) as entries of a .bib: each
// gives what it holds, in its place. It knows nothing of what a reference must have.
package exchange

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/internal/latex"
)

// Format is one of the formats.
type Format string

// The formats.
const (
	RIS        Format = "ris"      // of Research Information Systems, "TY  - JOUR"
	EndNote    Format = "enw"      // tagged, as Refer has it: "%0 Journal Article"
	EndNoteXML Format = "endnote"  // an XML library of EndNote
	CSLJSON    Format = "csl-json" // of Citation Style Language 1.0.2
	CFF        Format = "cff"      // CITATION.cff 1.2
)

// formats have a reader and what their texts look like.
var formats = []struct {
	format     Format
	extensions []string
	mark       string // in whatever has the sign; it is looked for before, since most files have none
	sign       *regexp.Regexp
	read       func(*library)
}{
	{RIS, []string{".ris"}, "TY  - ", regexp.MustCompile(`(?m)\A\s*(?:\x{feff})?TY  - `), readRIS},
	{EndNote, []string{".enw"}, "%0 ", regexp.MustCompile(`\A\s*(?:\x{feff})?%0 \w`), readTagged},
	{EndNoteXML, nil, "<records>", regexp.MustCompile(`(?s)\A\s*<(?:\?xml[^>]*>\s*<)?xml>\s*<records>|\A\s*(?:<\?xml[^>]*>\s*)?<(?:xml>\s*<)?records>`), readEndNoteXML},
	{CSLJSON, nil, `"type"`, regexp.MustCompile(`(?s)\A\s*(?:\[\s*)?\{.*?"type"\s*:\s*"(?:` + strings.Join(cslTypes(), "|") + `)"`), readCSL},
	{CFF, []string{".cff"}, "cff-version:", regexp.MustCompile(`(?m)^cff-version:`), readCFF},
}

// Formats lists the formats.
func Formats() []Format {
	var list []Format
	for _, f := range formats {
		list = append(list, f.format)
	}
	return list
}

// looked is how many bytes of a file are looked at for the sign of its format.
const looked = 4 << 10

// Detect names the format that a file's name and first bytes show, "" for none.
func Detect(name string, head []byte) Format {
	head = head[:min(len(head), looked)]
	for _, f := range formats {
		for _, extension := range f.extensions {
			if strings.EqualFold(filepath.Ext(name), extension) {
				return f.format
			}
		}
		if bytes.Contains(head, []byte(f.mark)) && f.sign.Match(head) && !(f.format == CSLJSON && holdsFacts.Match(head)) {
			return f.format
		}
	}
	return ""
}

// holdsFacts are members that records of facts have, and works in CSL-JSON do not.
var holdsFacts = regexp.MustCompile(`"(?:fact_type|content|facts|fact_kind)"\s*:`)

// Read reads a text of a format. It never fails: what cannot be read is in Errors, of
// rule bib-syntax, and reading goes on after it where that can be. Several goroutines may
// call it at the same time.
func Read(format Format, path string, text []byte) *bib.File {
	l := &library{path: path, text: text}
	for _, f := range formats {
		if f.format == format {
			f.read(l)
		}
	}
	return bib.NewFile(path, text, l.entries, l.errors)
}

// A library is what was read of a file.
type library struct {
	path    string
	text    []byte
	entries []bib.Entry
	errors  []bib.Error
	keys    map[string]int
}

func (l *library) fail(offset int, format string, args ...any) {
	l.errors = append(l.errors, bib.Error{Rule: "bib-syntax", Message: fmt.Sprintf(format, args...), Offset: offset})
}

// A work is an entry that is being put together.
type work struct {
	bib.Entry
	names map[string][]string // authors and editors, as BibTeX writes them
	at    map[string]int
}

func newWork(start int) *work {
	return &work{Entry: bib.Entry{Type: "misc", Start: start}, names: map[string][]string{}, at: map[string]int{}}
}

// set sets a field that is not set yet.
func (w *work) set(name, value string, offset int) {
	value = strings.Join(strings.Fields(value), " ")
	if id, ok := strings.CutPrefix(value, "https://arxiv.org/abs/"); ok && name == "url" {
		name, value = "arxiv", id // which formats without a field for it write as an address
	}
	if value == "" || w.Field(name) != nil {
		return
	}
	written := value
	switch name {
	case "url", "doi", "eprint", "urldate", "origdate", "eventdate":
	default:
		written = latex.Encode(value, latex.UTF8)
	}
	w.Fields = append(w.Fields, bib.Field{Name: name, Raw: value, Value: written, Start: offset})
}

// replace sets a field to another value than it has.
func (w *work) replace(name, value string, offset int) {
	w.drop(name)
	w.set(name, value, offset)
}

// drop takes a field out.
func (w *work) drop(name string) {
	w.Fields = slices.DeleteFunc(w.Fields, func(f bib.Field) bool { return f.Name == name })
}

// noteLabels are how parts of a note begin that say what our writers have no member or tag for.
var noteLabels = []struct{ label, field string }{{"arXiv:", "arxiv"}, {"Date: ", "year"}, {"Series: ", "series"}}

// note adds to the note what its parts say, and sets the fields that some of them are of.
func (w *work) note(note string, offset int) {
	var parts []string
	if f := w.Field("note"); f != nil {
		parts, offset = []string{f.Raw}, f.Start
	}
	for part := range strings.SplitSeq(note, "; ") {
		if !w.labelled(part, offset) {
			parts = append(parts, part)
		}
	}
	w.replace("note", strings.Join(parts, "; "), offset)
}

// labelled sets the field that a part of a note is of, if its label says so.
func (w *work) labelled(part string, offset int) bool {
	for _, l := range noteLabels {
		if value, ok := strings.CutPrefix(part, l.label); ok {
			w.replace(l.field, value, offset)
			return true
		}
	}
	return false
}

// person adds a name to a list of names.
func (w *work) person(list, family, given, particle, suffix, literal string, offset int) {
	name := latex.Encode(strings.TrimSpace(literal), latex.UTF8)
	switch {
	case isOthers(literal):
		name = "others"
	case literal != "":
		name = "{" + name + "}"
	default:
		name = nameOf(strings.TrimSpace(family), strings.TrimSpace(given), strings.TrimSpace(particle), strings.TrimSpace(suffix))
	}
	if name == "" || name == "{}" {
		return
	}
	if len(w.names[list]) == 0 {
		w.at[list] = offset
	}
	w.names[list] = append(w.names[list], name)
}

// isOthers reports whether a name is how formats without a word for it write "et al.".
func isOthers(name string) bool {
	switch strings.ToLower(strings.TrimSuffix(strings.TrimSpace(name), ".")) {
	case "others", "et al":
		return true
	}
	return false
}

// nameOf writes a name as BibTeX has it: the family, the suffix and the given name, with
// commas between them. A family of several words without any of these is that of a body.
func nameOf(family, given, particle, suffix string) string {
	if family == "" {
		family, given = given, ""
	}
	written := partOf(strings.TrimSpace(particle + " " + family))
	if given == "" && particle == "" && strings.Contains(family, " ") {
		written = "{" + latex.Encode(family, latex.UTF8) + "}"
	}
	for _, part := range []string{suffix, given} {
		if part != "" {
			written += ", " + partOf(part)
		}
	}
	return written
}

// partOf writes a part of a name, in braces if a comma or "and" would part it.
func partOf(s string) string {
	if strings.Contains(s, ",") {
		return "{" + latex.Encode(s, latex.UTF8) + "}"
	}
	return elementOf(s)
}

// elementOf writes an element of a list, in braces if it has the "and" that parts them.
func elementOf(s string) string {
	written := latex.Encode(s, latex.UTF8)
	if strings.Contains(" "+s+" ", " and ") {
		return "{" + written + "}"
	}
	return written
}

// invertedPerson adds a name as RIS and EndNote write it: "Roe, Ana, Jr.", and a body
// without a comma.
func (w *work) invertedPerson(list, name string, offset int) {
	name = strings.TrimSpace(name)
	family, given, inverted := strings.Cut(name, ",")
	switch {
	case !inverted && !strings.Contains(name, " "):
		w.person(list, name, "", "", "", "", offset)
		return
	case !inverted:
		w.person(list, "", "", "", "", name, offset)
		return
	}
	given, suffix, _ := strings.Cut(given, ",")
	w.person(list, strings.TrimSpace(family), strings.TrimSpace(given), "", strings.TrimSpace(suffix), "", offset)
}

// add ends a work.
func (l *library) add(w *work, end int) {
	for _, list := range []string{"author", "editor", "translator", "bookauthor"} {
		if names := w.names[list]; len(names) > 0 {
			value := strings.Join(names, " and ")
			w.Fields = append(w.Fields, bib.Field{Name: list, Raw: value, Value: value, Start: w.at[list]})
		}
	}
	if len(w.Fields) == 0 {
		return
	}
	w.End = end
	w.Key = l.key(w)
	l.entries = append(l.entries, w.Entry)
}

// notInKey matches what is left out of an ID that cannot be a key.
var notInKey = regexp.MustCompile(`[\s\x00-\x1f\x7f"#%'(),={}~\\]+`)

// key is the work's own, else its place among the others.
func (l *library) key(w *work) string {
	key := w.Key
	if !bib.IsKey(key) {
		key = strings.Trim(notInKey.ReplaceAllString(key, "-"), "-")
	}
	if key == "" {
		w.Keyless = true
		key = fmt.Sprintf("work%d", len(l.entries)+1)
	}
	if l.keys == nil {
		l.keys = map[string]int{}
	}
	l.keys[strings.ToLower(key)]++
	if n := l.keys[strings.ToLower(key)]; n > 1 {
		key = fmt.Sprintf("%s-%d", key, n)
	}
	return key
}

// date sets year, month and day from a date whose parts slashes or dashes part.
func (w *work) date(value string, offset int) {
	parts := strings.FieldsFunc(value, func(r rune) bool { return r == '/' || r == '-' })
	names := []string{"year", "month", "day"}
	for i, part := range parts[:min(len(parts), len(names))] {
		known := strings.TrimLeft(strings.TrimSpace(part), "0")
		if known == "" {
			return
		}
		w.set(names[i], known, offset)
	}
}

// pages sets the pages of a first and a last one.
func (w *work) pages(first, last string, offset int) {
	switch {
	case first != "" && last != "" && first != last && !strings.ContainsAny(first, "-–"):
		w.set("pages", first+"–"+last, offset)
	default:
		w.set("pages", first+map[bool]string{true: last}[first == ""], offset)
	}
}

// rename gives a field another name, if it is there and the other is not.
func (w *work) rename(from, to string) {
	if f := w.Field(from); f != nil && w.Field(to) == nil {
		f.Name = to
	}
}

// settle moves fields to where the type of the entry has them.
func (w *work) settle() {
	if genre := w.Field("type"); genre != nil {
		w.genre(strings.ToLower(genre.Raw))
	}
	w.ofTitledBook()
	switch w.Type {
	case "article":
		w.rename("container", "journal")
	case "inproceedings", "incollection", "inreference":
		w.rename("container", "booktitle")
	case "book":
		w.rename("container", "series")
	case "phdthesis", "mastersthesis":
		w.rename("publisher", "school")
	case "online":
		w.rename("publisher", "organization")
	case "techreport":
		w.rename("publisher", "institution")
		w.rename("container", "series")
	}
	w.rename("container", "howpublished")
}

// belowDoctor are words of the degrees of theses that are no doctor's.
var belowDoctor = []string{"master", "bachelor", "magister", "diplom", "licentiate", "lizentiat"}

// genres are those that the type of an entry says.
var genres = map[string][]string{
	"phdthesis": {"phd thesis", "ph.d. thesis"}, "mastersthesis": {"master’s thesis", "master's thesis"}, "misc": {"preprint"},
}

// genre has the type of an entry say what its genre does.
func (w *work) genre(genre string) {
	if w.Type == "phdthesis" && slices.ContainsFunc(belowDoctor, func(degree string) bool { return strings.Contains(genre, degree) }) {
		w.Type = "mastersthesis"
	}
	if slices.Contains(genres[w.Type], genre) {
		w.drop("type")
	}
}

// ofTitledBook makes a chapter whose title is not there a part of the book, as BibTeX has it.
func (w *work) ofTitledBook() {
	if w.Type == "incollection" && w.Field("title") == nil && w.Field("container") != nil {
		w.Type = "inbook"
		w.rename("container", "title")
	}
}
