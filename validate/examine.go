package validate

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/schema"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/mentions"
	"github.com/factcite/factcite/validate/internal/rules"
	"github.com/factcite/factcite/validate/internal/sourcetext"
	"github.com/factcite/factcite/validate/internal/suppress"
)

// examiner judges each input without the others.
type examiner struct {
	rules        *rules.Set
	config       *Config
	schema       *schema.Schema
	onRaw        bool // check the object that a record was mapped from
	today        time.Time
	allTypes     bool
	allKinds     bool
	keep         bool
	texts        Texts
	keepGrounded bool
	hash         func(text []byte) uint64
	verifier     *verifier // nil if there is nothing to compare with
	contexts     bool      // keep with mentions by what known works are chosen for them

	// What a worker has for itself.
	folded []byte // the content of a record, folded, and at last its sources
	recent *rules.RecentSource
	most   int // how many records a batch had so far
}

// mostRoom is for how many records room is made before a batch is read: as many as one had
// before, since pieces of a file have much the same number of records.
const mostRoom = 1000

// examined is what an examiner found out about one record or one entry.
type examined struct {
	kind        kind
	fact        string // id, or citation key
	of          string // fact, or the folded content of a record without an id
	place       fact.Place
	at          recordAt // of one that was read from a part
	part        fact.Part
	unread      bool            // it looks like a reference and names no work
	own         []finding.Draft // findings of reading and of the schema
	faults      bool            // own are faults of a .bib, which are numbered in the order of the file
	opens       bool            // the first faults of a .bib
	isMixed     bool            // an entry of a .bib that is in no one encoding
	untold      map[string]int  // faults of it that are only counted, by their rule
	judged      []finding.Draft // findings of rules: dropped where the same fact was seen before
	bySource    []sourceDraft
	references  []citation.Reference
	occurrences []rules.Occurrence // of each reference
	mentions    []mentions.Mention
	marks       []InlineIgnore
	ignored     []int  // indexes of the ignores of the configuration that name one of the sources
	id          uint64 // hash of of
	content     uint32 // hash of the folded content
	sourced     uint64 // hash of the folded content and of its sources; 0 without content
	checked     *Checked
	claims      []sourcetext.PendingClaim
	text        string    // the content, where what is found of each fact is kept
	verified    *Verified // what came of comparing an entry of a .bib; nil if it was not compared
}

// kind is what an input was found to be.
type kind int

const (
	nothing kind = iota // only findings about what is between records
	unreadable
	invalid
	valid
	entry
)

func newExaminer(ctx context.Context, rules *rules.Set, opts *Options) *examiner {
	e := &examiner{
		rules:        rules,
		config:       opts.Config,
		schema:       opts.Schema,
		onRaw:        opts.SchemaOnRaw,
		today:        opts.Today,
		allTypes:     opts.AllTypes,
		allKinds:     opts.AllKinds,
		keep:         opts.KeepChecked,
		texts:        opts.Texts,
		keepGrounded: opts.KeepGrounded,
		hash:         seededHash(),
		verifier:     newVerifier(ctx, opts.Authority, rules),
		contexts:     opts.Authority != nil,
	}
	if e.today.IsZero() {
		e.today = time.Now().UTC()
	}
	e.today = time.Date(e.today.Year(), e.today.Month(), e.today.Day(), 0, 0, 0, 0, time.UTC)
	return e
}

// forWorker returns the examiner of one worker. What it remembers of earlier inputs
// saves work and changes no finding.
func (e *examiner) forWorker() *examiner {
	own := *e
	own.recent = new(rules.RecentSource)
	return &own
}

// examineBatch judges each input without the others.
func (e *examiner) examineBatch(inputs []Input) []examined {
	all := make([]examined, 0, max(len(inputs), e.most))
	for _, input := range inputs {
		if input.Fact != nil {
			all = e.appendFact(all, input.Fact)
		}
		if input.Facts != nil {
			for item := range input.Facts {
				all = e.appendFact(all, item)
			}
		}
		if len(input.Ignores) > 0 {
			all = append(all, examined{place: fact.Place{Path: input.Ignores[0].Path}, marks: input.Ignores})
		}
		if input.Bib != nil {
			all = append(all, e.examineBib(input.Bib, input.piece)...)
		}
	}
	e.most = max(e.most, min(len(all), mostRoom))
	return all
}

func (e *examiner) appendFact(all []examined, item *fact.Item) []examined {
	all = append(all, examined{place: item.Place})
	e.examineFact(&all[len(all)-1], item)
	return all
}

func (e *examiner) examineFact(x *examined, item *fact.Item) {
	e.folded = e.folded[:0]
	if item.Record != nil {
		x.fact = item.Record.ID
		x.ignored = suppress.IgnoredSources(e.config, item.Record.Sources)
		x.of = x.fact
		x.part = item.Part
		e.folded = fold.AppendPlain(e.folded, item.Record.Content)
		if x.of == "" {
			x.of = string(e.folded)
		}
		x.kind = valid
	}
	for _, p := range item.Problems {
		x.own = append(x.own, e.problem(x, item.Form, p))
	}
	if item.Record == nil {
		if e.keep && x.kind == unreadable {
			x.checked = &Checked{Path: item.Place.Path, Line: item.Place.Line, Column: item.Place.Column, Unreadable: true}
		}
		finding.NumberRepeats(x.own)
		return
	}
	e.checkSchema(x, item)
	finding.NumberRepeats(x.own)
	e.judgeFact(x, item)
}

// problem turns what was noticed while reading into a finding.
func (e *examiner) problem(x *examined, form fact.Form, p fact.Problem) finding.Draft {
	switch p.Rule {
	case "unreadable-record":
		x.kind = unreadable
	case "invalid-utf8":
		if x.kind == valid {
			x.kind = invalid
		} else if x.kind == nothing {
			x.kind = unreadable
		}
	}
	f := finding.Placed(Finding{Rule: p.Rule, Message: p.Message, Stated: p.Stated, Fact: x.fact, Help: helpWithProblem(p.Rule, form)}, p.Place, p.Place)
	if p.End.Line > 0 {
		f.EndLine, f.EndColumn = p.End.Line, p.End.Column
	}
	return finding.Draft{Finding: f, Of: x.of}
}

// helpWithProblem says what to do about a problem of that rule in an input of a form; Auto is
// one that has the form of no record.
func helpWithProblem(rule string, form fact.Form) string {
	if rule == "unreadable-record" && form == fact.Auto {
		return "repair the file, or leave it out"
	}
	return helpWith(rule)
}

// helpWith says what to do about a problem of that rule.
func helpWith(rule string) string {
	switch rule {
	case "unreadable-record":
		return "repair the record, or raise --max-record or --max-depth if it is sound but large"
	case "invalid-utf8":
		return "convert the file to UTF-8"
	case "duplicate-member":
		return "keep one of the two"
	case "count-mismatch":
		return "fetch the page again"
	case "mention-unresolved":
		return "add the entry to the list, or correct the citation"
	case "dangling-link":
		return "export again, or remove the link"
	case "bib-syntax":
		return "repair the entry"
	case "bib-duplicate-key":
		return "give each entry a key of its own, or remove one"
	case "bib-undefined-macro":
		return "put the value in braces, or define the macro before its first use"
	}
	return ""
}

// judgeFact runs the rules over a record and reads its sentence.
func (e *examiner) judgeFact(x *examined, item *fact.Item) {
	record := item.Record
	s := &rules.Subject{Item: item, Fact: record, Folded: e.folded, Today: e.today, Said: e.extract(item)}
	if e.allKinds {
		s.Said = Input{Fact: item}.EveryKind(s.Said, e.allTypes)
	}
	x.unread = rules.LooksLikeReference(item) && len(s.Said.References) == 0
	e.rules.Record(s, x.judge)
	if item.Part == "" {
		e.judgeSources(x, s)
	}
	x.references = s.Said.References
	server := len(x.references) > 0 && slices.ContainsFunc(record.Sources, rules.OnPreprintServer)
	for i := range x.references {
		r := &x.references[i]
		place := rules.PlaceInContent(item, r)
		e.rules.Reference(&rules.Statement{Reference: r, Fact: x.fact, Today: e.today, Place: place}, x.judge)
		from, to := place("title")
		at := rules.OccurrenceAt(x.fact, from, to)
		at.PreprintServer = server
		x.occurrences = append(x.occurrences, at)
	}
	for _, m := range s.Said.Mentions {
		x.mentions = append(x.mentions, mentions.New(s, x.of, m))
		if e.contexts {
			x.mentions[len(x.mentions)-1].Context = mentions.ContextOf(record)
		}
	}
	x.claims = sourcetext.ClaimsOf(item, x.of, e.texts)
	mentions.Number(x.mentions)
	finding.NumberRepeats(x.judged)
	e.identify(x, record)
	if e.keepGrounded {
		x.text = record.Content
	}
	if e.keep {
		x.checked = &Checked{
			Fact: x.fact, Path: item.Place.Path, Line: item.Place.Line, Column: item.Place.Column,
			Content: record.Content, Source: sourceName(record.Sources), References: x.references,
		}
	}
}

// extract reads of a sentence what rules ask for: of the works that it names in passing
// nothing, see [rules.Subject].
func (e *examiner) extract(item *fact.Item) citation.Extraction {
	if rules.LooksLikeReference(item) || !rules.NamesInPassing(item.Record, e.allTypes) {
		return rules.Said(item, e.allTypes)
	}
	return citation.Extraction{References: []citation.Reference{}, Mentions: citation.ParseMentions(item.Record.Content)}
}

func sourceName(sources []fact.Source) string {
	if len(sources) == 0 {
		return ""
	}
	s := &sources[0]
	switch {
	case s.Title != "":
		return s.Title
	case s.Domain != "":
		return s.Domain
	}
	return s.URI
}

// judge files what a rule found about a record, as findings of the fact.
func (x *examined) judge(rule string, found []Finding) {
	for _, f := range found {
		f.Rule = rule
		f.Fact = x.fact
		x.judged = append(x.judged, finding.Draft{Finding: f, Of: x.of})
	}
}

// maxOfRule is how many findings of one rule about the sources of a record are told; the
// rest are counted. Placing each of them reads the record once more.
const maxOfRule = 100

func (e *examiner) judgeSources(x *examined, s *rules.Subject) {
	var counts tally
	for i := range s.Fact.Sources {
		p := rules.NewProvenance(s, i, e.today, e.recent)
		p.Texts = e.texts
		e.rules.Source(p, func(rule string, found []Finding) {
			for _, f := range found {
				if counts.add(rule) > maxOfRule {
					continue
				}
				of := p.Identity()
				f.Rule, f.Fact = rule, x.fact
				if of == "" {
					x.judged = append(x.judged, finding.Draft{Finding: s.Member(f.Pointer, f), Of: x.of})
					continue
				}
				f.Fingerprint = finding.Fingerprint(f.Rule, of, f.Field, f.Stated, 0)
				x.bySource = append(x.bySource, sourceDraft{finding.Draft{Finding: f, Of: x.of}, s})
			}
		})
	}
	for _, rule := range counts {
		if more := rule.count - maxOfRule; more > 0 {
			x.judge(rule.id, []Finding{s.Member("/sources", Finding{
				Message: fmt.Sprintf("%d more findings of this rule are about sources of this record", more),
				Field:   "sources",
				Help:    "mend those that are told, and check again",
			})})
		}
	}
}

// tally counts findings by their rules.
type tally []struct {
	id    string
	count int
}

// add counts one more finding of a rule, and returns how many that are.
func (t *tally) add(rule string) int {
	i := 0
	for i < len(*t) && (*t)[i].id != rule {
		i++
	}
	if i == len(*t) {
		*t = append(*t, tally{{id: rule}}...)
	}
	(*t)[i].count++
	return (*t)[i].count
}

func (e *examiner) hashID(id string) uint64 { return e.hash([]byte(id)) }

// identify fills in what is compared across records.
func (e *examiner) identify(x *examined, record *fact.Record) {
	x.id = e.hashID(x.of)
	x.content = uint32(e.hash(e.folded))
	if len(e.folded) == 0 || x.part != "" {
		return // nothing repeats what says nothing, and a document may say a thing twice
	}
	for i := range record.Sources {
		s := &record.Sources[i]
		e.folded = append(e.folded, 0)
		switch {
		case s.URI != "":
			e.folded = append(e.folded, s.URI...)
		case s.Title != "" || s.Domain != "":
			e.folded = append(append(append(e.folded, s.Title...), 0), s.Domain...)
		default:
			e.folded = append(e.folded, s.ID...)
		}
	}
	x.sourced = e.hash(e.folded)
}
