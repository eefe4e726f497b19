package citation

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/internal/output"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/charset"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
	"github.com/nickng/bibtex"
	"github.com/rogpeppe/go-internal/diff"
)

// Update is what [UpdateBib] makes of a .bib.
type Update struct {
	Text          []byte         // the file with everything that was added
	Added         []string       // keys of the entries that were put at the end
	Filled        []string       // keys of the entries that fields were added to, in the order of the file
	Disagreements []Disagreement // in the order of the file
	Unwritten     []Unwritten    // in the order of the file

	old []byte
}

// Disagreement is a value of a .bib that facts state differently. The .bib keeps
// its value.
type Disagreement struct {
	Path         string
	Line, Column int    // of the value in Update.Text, from 1, in code points
	Key          string // of the entry
	Field        string // as the .bib names it
	Kept         string // the value in the .bib
	Stated       string // the value that the fact states
	Fact         string // id of the fact
}

// String says what disagrees and where, in one line.
func (d Disagreement) String() string {
	return fmt.Sprintf("%s:%d:%d: entry %q keeps %s %q, but fact %q states %q", d.Path, d.Line, d.Column, d.Key, d.Field, d.Kept, d.Fact, d.Stated)
}

// Unwritten is an entry of a .bib that facts are about and that was left as it is, for a
// syntax error in it.
type Unwritten struct {
	Path         string
	Line, Column int // of the entry in Update.Text, from 1, in code points
	Key          string
	Fact         string // ids of the facts, which spaces part
}

// String says what was not written and why, in one line.
func (u Unwritten) String() string {
	return fmt.Sprintf("%s:%d:%d: entry %q is left as it is, without what fact %q states: it has a syntax error; repair it and update again", u.Path, u.Line, u.Column, u.Key, u.Fact)
}

// Diff returns the update as a unified diff in UTF-8, or "" if it changes nothing.
func (u *Update) Diff(path string) string {
	before, _, _ := charset.Decode(u.old)
	after, _, _ := charset.Decode(u.Text)
	return string(diff.Diff(path, before, path, after))
}

// maxRounds bounds how often UpdateBib looks at its own result.
const maxRounds = 8

// UpdateBib adds the works of a bibliography to an existing .bib, whose path is
// for messages only. The file keeps every byte: order, comments, macros, keys,
// spacing and values. What is added:
//
//   - to an entry of the same work, the fields that it neither has nor inherits,
//     after its last field and laid out like it; a field that is there but empty
//     is filled where it is. BibTeX's and biblatex's names of a field count as
//     one. Where year or container disagree, what depends on them is left alone.
//   - to its x-facts, x-derived, x-filled and x-contradicted, which are not written
//     by hand, what they lack.
//   - at the end, an entry for each work that the file does not hold, with a key
//     that the file does not use.
//
// An entry and a work are the same work as in [Bibliography.Add], or if the entry
// names the one fact of the work in x-facts. Entries that contain a syntax error
// are left alone, which [Update.Unwritten] says. Updating the result again changes
// nothing.
//
// Options of a form other than BibTeX and BibLaTeX are an error, as is a text that is no
// .bib, one that is in no one encoding, and a file so broken that what is added could not
// be read back from it.
func UpdateBib(path string, text []byte, b *Bibliography, opts *WriteOptions) (*Update, error) {
	if opts == nil {
		opts = &WriteOptions{}
	}
	if opts.Format != "" && opts.Format != BibTeX && opts.Format != BibLaTeX {
		return nil, fmt.Errorf("update %s: a .bib cannot be written as %q; use bibtex or biblatex", path, opts.Format)
	}
	works := b.Works()
	for i, w := range works {
		works[i] = opts.completed(w)
	}
	completed := *opts
	completed.Complete = nil
	u := &Update{Text: text, old: text}
	// What is filled in may show that two entries are one work, so the result is
	// looked at again until nothing is left to add.
	for range maxRounds {
		r := newUpdater(path, u.Text, works, &completed)
		if err := r.refuse(); err != nil {
			return nil, fmt.Errorf("update %s: %w", path, err)
		}
		if err := r.update(); err != nil {
			return nil, fmt.Errorf("update %s: %w", path, err)
		}
		u.Added = append(u.Added, r.added...)
		for _, key := range r.filled {
			if !slices.Contains(u.Filled, key) && !slices.Contains(u.Added, key) {
				u.Filled = append(u.Filled, key)
			}
		}
		u.Disagreements, u.Unwritten = r.disagreements, r.unwritten
		unchanged := bytes.Equal(u.Text, r.result)
		u.Text = r.result
		if unchanged {
			return u, nil
		}
	}
	return nil, fmt.Errorf("update %s: the entries that were added cannot be found again; repair the syntax errors of the file first", path)
}

// updater makes one round of an update.
type updater struct {
	*matcher
	edit *bib.Edit

	result        []byte
	added, filled []string
	disagreements []Disagreement
	unwritten     []Unwritten
}

func newUpdater(path string, text []byte, works []*Publication, opts *WriteOptions) *updater {
	edit := bib.NewEdit(path, text)
	encoding := latex.Encoding(opts.UTF8 && edit.File.Encoding == "") // another may not have a letter
	return &updater{matcher: newMatcher(edit.File, works, opts, encoding), edit: edit}
}

// refuse says why a file cannot be added to.
func (r *updater) refuse() error {
	switch {
	case r.file.Mixed:
		return bib.ErrMixed
	case !r.file.IsBib() && len(r.file.Comments) > 0:
		return errors.New("it is no .bib: it has text, and no entry, macro or comment; name a .bib, or an empty file")
	}
	for _, e := range r.file.Errors {
		if e.Unclosed {
			return fmt.Errorf("line %d, column %d: %s; what is added would be a part of what is not closed: repair it and update again", e.Line, e.Column, e.Message)
		}
	}
	return nil
}

// update fills the entries that have a work and adds the works that have none.
func (r *updater) update() error {
	for i, w := range r.works {
		if e := r.matches[i]; e >= 0 {
			r.disagree(w, e)
		}
	}
	slices.SortStableFunc(r.disagreements, func(a, b Disagreement) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	additions := map[int]*entryAddition{}
	for i, w := range r.works {
		e := r.matches[i]
		if e < 0 {
			continue
		}
		if !r.edit.IsIntact(e) {
			entry := &r.file.Entries[e]
			r.unwritten = append(r.unwritten, Unwritten{Path: r.file.Path, Line: entry.Line, Column: entry.Column, Key: entry.Key, Fact: strings.Join(w.Facts, " ")})
			continue
		}
		if additions[e] == nil {
			additions[e] = newEntryAddition(r.edit, e)
		}
		r.fill(additions[e], w, e)
	}
	slices.SortStableFunc(r.unwritten, func(a, b Unwritten) int { return cmp.Compare(a.Line, b.Line) })
	for e := range r.file.Entries {
		if r.edit.IsChanged(e) {
			r.filled = append(r.filled, r.file.Entries[e].Key)
		}
	}
	if err := r.add(); err != nil {
		return err
	}
	var err error
	r.result, err = r.edit.Bytes()
	return err
}

// disagree notes what an entry and a work state differently.
func (r *updater) disagree(w *Publication, e int) {
	entry, held := &r.file.Entries[e], &r.held[e].reference
	note := func(name, kept, stated string) {
		d := Disagreement{Path: r.file.Path, Line: entry.Line, Column: entry.Column, Key: entry.Key, Field: name,
			Kept: kept, Stated: stated, Fact: w.origin(name)}
		for _, written := range output.WrittenNames(name) {
			if f := entry.Field(written); f != nil && f.Value != "" {
				d.Line, d.Column = r.file.Place(f.Start)
				d.Field = written
				break
			}
		}
		r.disagreements = append(r.disagreements, d)
	}
	for _, row := range ref.TextFields {
		name, kept, stated := string(row.Name), *row.Text(held), *row.Text(&w.Reference)
		if kept != "" && stated != "" && !w.isFilled(name) && identity.Conflicts(name, held, &w.Reference) {
			note(name, kept, stated)
		}
	}
	for _, row := range ref.NameFields {
		name, kept, stated := string(row.Name), *row.Names(held), *row.Names(&w.Reference)
		if len(kept) > 0 && !w.isFilled(name) && !identity.AgreeNames(kept, stated) {
			authors := row.Name == ref.FieldAuthors
			note(name, identity.JoinedNames(kept, authors && held.EtAl), identity.JoinedNames(stated, authors && w.Reference.EtAl))
		}
	}
}

// fill adds to an entry what it lacks of a work.
func (r *updater) fill(a *entryAddition, w *Publication, e int) {
	held := &r.held[e].reference
	fitted := *w
	fitted.Reference.Type = held.Type
	entry := r.entryOf(&fitted)
	differs := func(name string) bool {
		kept, stated := *held.Value(ref.Field(name)), *w.Reference.Value(ref.Field(name))
		return kept != "" && stated != "" && identity.Conflicts(name, held, &w.Reference)
	}
	// An entry of a preprint does not take what belongs to the published version, nor
	// one that people made of an arXiv ID what only known works have.
	ofPreprint := held.Type == Misc && held.ArXiv != "" && w.isFilled("container")
	otherYear := differs("year") || ofPreprint && w.isFilled("year")
	otherVenue := differs("container") || held.Preprint && w.Reference.Container != "" || ofPreprint ||
		slices.ContainsFunc([]string{"volume", "number", "pages", "eid"}, func(name string) bool { return w.isFilled(name) && differs(name) })
	filled := map[string]bool{}
	for _, name := range output.OrderedFields(entry) {
		value := entry.Fields[name].RawString()
		switch {
		case strings.HasPrefix(name, "x-"):
		case otherYear && dateFields[name], otherVenue && venueFields[name]:
		case name == "note" && !r.isNewNote(w, held, entry):
		case name == "archiveprefix" || name == "eprinttype":
			if filled["eprint"] {
				a.field(name, value)
			}
		case a.has(name) || name == output.ContainerFieldOf(entry.Type) && held.Container != "" || name == "eprint" && held.ArXiv != "":
		case name == "day" && held.Month != 0 && held.Month != w.Reference.Month:
		default:
			a.field(name, value)
			filled[name] = true
		}
	}
	if facts, ok := entry.Fields["x-facts"]; ok {
		a.list("x-facts", " ", strings.Fields(facts.String()))
	}
	if !r.opts.NoProvenance {
		note := derivedFor(&w.Reference, filled)
		a.list("x-derived", "; ", text.NonEmpty(latex.Encode(text.CleanText(note), r.encoding)))
		a.list("x-filled", "; ", r.notes(output.NotesOn(w.filled, func(name string) bool { return filled[name] })))
		a.list("x-contradicted", "; ", r.notes(output.NotesOn(w.contradicted, a.has)))
	}
}

// notes returns what a field of provenance lists, as it is written.
func (r *updater) notes(said []string) []string {
	written := make([]string, len(said))
	for i, note := range said {
		written[i] = latex.Encode(text.CleanText(note), r.encoding)
	}
	return written
}

var (
	dateFields  = text.WordSet("year", "month", "day", "date")
	venueFields = text.WordSet("volume", "number", "pages", "eid", "publisher", "series", "editor", "address", "location",
		"edition", "isbn", "issue", "organization", "booktitle", "journal", "journaltitle", "howpublished", "note")
)

// isNewNote reports whether a note says nothing that the entry has in a field: a
// writer puts there what an entry type has no field for.
func (r *updater) isNewNote(w *Publication, held *Reference, entry *bibtex.BibEntry) bool {
	reduced := *w
	reduced.Reference.Type = held.Type
	for _, row := range ref.TextFields {
		if *row.Text(held) != "" {
			*row.Text(&reduced.Reference) = ""
		}
	}
	if len(held.Editors) > 0 {
		reduced.Reference.Editors = nil
	}
	if len(held.Authors) == 0 || len(reduced.Reference.Authors) == 0 {
		reduced.Reference.Authors = held.Authors
	}
	note, ok := r.entryOf(&reduced).Fields["note"]
	return ok && note.String() == entry.Fields["note"].String()
}

// derivedFor says where the derived values among the filled fields come from.
func derivedFor(r *Reference, filled map[string]bool) string {
	reduced := Reference{Derived: map[string]Derived{}}
	for name, d := range r.Derived {
		field := r.Value(ref.Field(name))
		if field != nil && *field == "" && slices.ContainsFunc(output.WrittenNames(name), func(written string) bool { return filled[written] }) {
			reduced.Derived[name] = d
		}
	}
	return reduced.DerivedNote()
}

// add puts the works that no entry holds at the end.
func (r *updater) add() error {
	taken := make(map[string]bool, len(r.file.Entries))
	for i := range r.file.Entries {
		taken[text.LowerASCII(r.file.Entries[i].Key)] = true
	}
	opts := *r.opts
	opts.UTF8 = bool(r.encoding)
	var content bytes.Buffer
	for i, w := range r.works {
		if r.matches[i] >= 0 {
			continue
		}
		added := *w
		for n := 0; taken[text.LowerASCII(added.Key)]; n++ {
			added.Key = w.Key + letters(n)
		}
		taken[text.LowerASCII(added.Key)] = true
		if err := added.Write(&content, &opts); err != nil {
			return err
		}
		r.added = append(r.added, added.Key)
	}
	r.edit.AppendEntries(content.String())
	return nil
}
