package fact

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/jsontext"
)

// A page is text in this form; blank lines are skipped everywhere:
//
//	page   = [nodetype], title, ["Also known as: " alias {", " alias}], {prose}, facts
//	facts  = "Facts (" N ")", ["Sources"], group {group}
//	group  = header, n × fact                  see header.go
//	fact   = badge [stance] content {continuation line}
//	badge  = one of the ten fact types, glued to what follows
type page struct {
	concept Concept
	total   int // N
	stated  pageLine
	above   []pageLine // the lines before it
	body    []pageLine // the lines after it
	plan    plan
}

// A pageLine is a line that is not blank, without white space at its end.
type pageLine struct {
	text  []byte
	place Place

	header *header // what it says if it is the header of a group
	badge  badge   // how it starts if it is a fact
	likely role    // what it is unless counts say otherwise
}

// A badge is the start of a fact.
type badge struct {
	factType Type // "" for none
	stance   string
	length   int // of type and stance
}

// nodeTypes are the types of a node of the knowledge base.
var nodeTypes = []string{"concept", "entity", "event", "location", "perspective", "synthesis", "supersynthesis"}

var factTypes = []Type{Claim, Account, Measurement, Formula, Quote, Procedure, Reference, Code, Image, Perspective}

// pageRecords is how many times the longest record a page may be long, for it
// is read whole: its counts tell what its lines are.
const pageRecords = 4

func (s *stream) readPage() {
	limit := pageRecords * s.opts.MaxRecord
	for len(s.in.window()) < limit && s.in.more() {
	}
	text := s.in.window()
	cut := len(text) > limit
	if cut {
		text = text[:limit]
	}
	start := s.in.at
	lines := splitLines(text, start)
	if len(lines) == 0 {
		return
	}
	p, ok := parsePage(lines)
	if !ok {
		s.refuse()
		return
	}
	items := s.pageItems(p)
	if cut {
		items = append(items, unreadable(start.after(text), start.after(text), "",
			"the page is longer than %d bytes and is not read on; raise the limit of a record, which is a quarter of it", limit))
	}
	for _, it := range items {
		s.emit(it)
	}
}

// splitLines lists the lines of a text that are not blank.
func splitLines(text []byte, at Place) []pageLine {
	var lines []pageLine
	for len(text) > 0 {
		end := bytes.IndexAny(text, "\r\n")
		next := end + 1
		switch {
		case end < 0:
			end, next = len(text), len(text)
		case text[end] == '\r' && next < len(text) && text[next] == '\n':
			next++
		}
		if line := bytes.TrimRightFunc(text[:end], unicode.IsSpace); len(line) > 0 {
			lines = append(lines, pageLine{text: line, place: at})
		}
		at = at.after(text[:next])
		text = text[next:]
	}
	return lines
}

// manyStarts is how many lines "Facts (N)" are tried as the start of the facts;
// prose may hold such a line too.
const manyStarts = 8

func parsePage(lines []pageLine) (page, bool) {
	var best page
	found := 0
	for i, line := range lines {
		total, ok := factsCount(strings.TrimSpace(string(line.text)))
		if !ok {
			continue
		}
		body := lines[i+1:]
		if len(body) > 0 && string(bytes.TrimSpace(body[0].text)) == "Sources" {
			body = body[1:]
		}
		if found == 0 {
			for j := range body {
				body[j].classify()
			}
		}
		p := page{concept: parseConcept(lines[:i]), total: total, stated: line, above: lines[:i], body: body, plan: makePlan(body, total)}
		if found == 0 || p.plan.cost < best.plan.cost {
			best = p
		}
		if found++; best.plan.exact || found == manyStarts {
			break
		}
	}
	return best, found > 0
}

// parseConcept reads what is above the facts.
func parseConcept(lines []pageLine) Concept {
	var c Concept
	text := func(i int) string { return strings.ToValidUTF8(string(bytes.TrimSpace(lines[i].text)), "\uFFFD") }
	i := 0
	if len(lines) > 1 && slices.Contains(nodeTypes, text(0)) && !strings.HasPrefix(text(1), aliasPrefix) {
		c.NodeType = text(0)
		i++
	}
	if i < len(lines) && !strings.HasPrefix(text(i), aliasPrefix) {
		c.Name = text(i)
		i++
	}
	if i < len(lines) {
		if aliases, ok := strings.CutPrefix(text(i), aliasPrefix); ok {
			c.Aliases = splitAliases(aliases)
		}
	}
	return c
}

const aliasPrefix = "Also known as:"

func splitAliases(list string) []string {
	var aliases []string
	for alias := range strings.SplitSeq(list, ", ") {
		if alias = strings.TrimSpace(alias); alias != "" {
			aliases = append(aliases, alias)
		}
	}
	return aliases
}

// classify says what a line may be, and what it is most likely.
func (l *pageLine) classify() {
	if h, ok := parseHeader(string(jsontext.ToValidUTF8(l.text))); ok {
		l.header = &h
	}
	l.badge = parseBadge(l.text)
	plainBadge := l.badge.factType != "" && !looksLikeWord(l.text[len(l.badge.factType):])
	switch {
	case plainBadge:
		l.likely = isFact
	case l.header != nil:
		l.likely = isHeader
	case l.badge.factType != "":
		l.likely = isContinuation
	}
}

// utf8Problems says where a line is not UTF-8, if it is not.
func (l *pageLine) utf8Problems() []Problem {
	if offset := invalidUTF8(l.text); offset >= 0 {
		return []Problem{utf8Problem(l.text, l.place.after(l.text[:offset]), offset)}
	}
	return nil
}

// parseBadge reads the badge that a line starts with. A stance is one only if
// what follows starts a sentence: "claimsupports the roof" has none.
func parseBadge(line []byte) badge {
	for _, t := range factTypes {
		rest, ok := bytes.CutPrefix(line, []byte(t))
		if !ok || len(rest) == 0 || rest[0] == ' ' {
			continue
		}
		b := badge{factType: t, length: len(t)}
		for _, stance := range []string{"supports", "challenges", "neutral"} {
			if after, ok := bytes.CutPrefix(rest, []byte(stance)); ok && startsSentence(after) {
				b.stance = stance
				b.length += len(stance)
				break
			}
		}
		return b
	}
	return badge{}
}

func startsSentence(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"'‘’‚“”„«‹`", r)
}

// looksLikeWord reports whether a badge and what follows it are more likely the
// start of a word or a sentence, as in "claims that", "codec" or "image: a".
func looksLikeWord(rest []byte) bool {
	r, _ := utf8.DecodeRune(rest)
	return unicode.IsLower(r) || strings.ContainsRune(",;:!?-–—)/’", r) ||
		strings.ContainsRune("'.", r) && len(rest) > 1 && !startsSentence(rest[1:])
}

// pageItems turns a page into items, in the order of its lines.
func (s *stream) pageItems(p page) []*Item {
	var items []*Item
	var waiting []Problem // for the next item
	add := func(it *Item) {
		it.Problems = slices.Concat(waiting, it.Problems)
		waiting = nil
		items = append(items, it)
	}
	for _, line := range p.above {
		waiting = append(waiting, line.utf8Problems()...)
	}
	if p.plan.facts != p.total || p.plan.stated != p.total {
		waiting = append(waiting, p.totalProblem())
	}
	for _, g := range p.plan.groups {
		if g.header >= 0 {
			waiting = append(waiting, p.body[g.header].utf8Problems()...)
		}
		if g.header >= 0 && len(g.facts) != p.body[g.header].header.count {
			waiting = append(waiting, p.groupProblem(g))
		}
		for _, stray := range g.stray {
			line := p.body[stray]
			add(unreadable(line.place, line.place.after(line.text), excerpt(line.text),
				"a fact should stand here, which starts with its type, as in \"claimThe …\"; this line was read as none"))
		}
		ordinals := map[string]int{}
		source := p.sourceValues(g)
		for _, f := range g.facts {
			it := s.pageItem(p, g, f)
			it.shared = source
			folded := Fold(it.Record.Content)
			ordinals[folded]++
			it.Record.ID = deriveID(it.Record, ordinals[folded])
			it.JSON = it.Record.AppendJSON(nil)
			it.hasID = true
			add(it)
		}
	}
	if len(waiting) == 0 {
		return items
	}
	if len(items) == 0 {
		return []*Item{{Place: waiting[0].Place, Problems: waiting}}
	}
	last := items[len(items)-1]
	last.Problems = append(last.Problems, waiting...)
	return items
}

// pageItem makes the item of one fact, but for its id.
func (s *stream) pageItem(p page, g group, f lineRange) *Item {
	b := new(box)
	it, r := &b.item, &b.record
	first := p.body[f.start]
	r.Type, r.Stance = first.badge.factType, first.badge.stance
	if p.concept.Name != "" {
		r.Concepts = []Concept{p.concept}
	}
	if g.header >= 0 {
		source := p.body[g.header].header.source
		s.resolveDate(&source)
		r.Sources = append(b.sources[:0], source)
	}
	it.Record, it.Place, it.step = r, first.place, stepInText
	var content strings.Builder
	for i := f.start; i < f.end; i++ {
		text, place := p.body[i].text, p.body[i].place
		if i == f.start {
			place = place.after(text[:first.badge.length])
			text = text[first.badge.length:]
		} else {
			content.WriteByte('\n')
		}
		it.content = append(it.content, segment{from: content.Len(), text: text, place: place})
		content.Write(jsontext.ToValidUTF8(text))
		if offset := invalidUTF8(text); offset >= 0 {
			it.Problems = append(it.Problems, utf8Problem(text, place.after(text[:offset]), offset))
		}
	}
	r.Content = content.String()
	factType := first.text[:len(first.badge.factType)]
	it.values = append(it.values, located{"/fact_type", factType, first.place})
	if r.Stance != "" {
		it.values = append(it.values, located{"/stance", first.text[len(factType):first.badge.length], first.place.after(factType)})
	}
	return it
}

// sourceValues locates what the header of a group says, from left to right.
func (p page) sourceValues(g group) []located {
	if g.header < 0 {
		return nil
	}
	line := p.body[g.header]
	source := line.header.source
	var values []located
	from := 0
	for _, v := range []struct{ member, text string }{
		{"title", source.Title}, {"domain", source.Domain},
		{"author_person", source.AuthorPerson}, {"author_org", source.AuthorOrg}, {"published_date", source.PublishedDate},
	} {
		at := bytes.Index(line.text[from:], []byte(v.text))
		if v.text == "" || at < 0 {
			continue
		}
		from += at
		values = append(values, located{"/sources/0/" + v.member, line.text[from : from+len(v.text)], line.place.after(line.text[:from])})
		from += len(v.text)
	}
	return values
}

// resolveDate notes the day of retrieval if it is known, and replaces a relative
// date by the day that it means.
func (s *stream) resolveDate(source *Source) {
	if s.opts.Retrieved.IsZero() {
		return
	}
	source.RetrievedAt = s.opts.Retrieved.Format("2006-01-02T15:04:05")
	if date, ok := relativeDate(source.PublishedDate, s.opts.Retrieved); ok {
		source.PublishedDate = date.Format(time.DateOnly)
	}
}

func (p page) totalProblem() Problem {
	l := p.stated
	message := fmt.Sprintf("the page states %s, its groups state %d together, and %d can be read; the page was cut or changed",
		facts(p.total), p.plan.stated, p.plan.facts)
	if p.plan.stated == p.plan.facts {
		message = fmt.Sprintf("the page states %s, and %d can be read; the page was cut or changed", facts(p.total), p.plan.facts)
	}
	return Problem{Rule: "count-mismatch", Message: message, Stated: string(bytes.TrimSpace(l.text)), Place: l.place, End: l.place.after(l.text)}
}

func (p page) groupProblem(g group) Problem {
	l := p.body[g.header]
	count := l.header.count
	return Problem{
		Rule:    "count-mismatch",
		Message: fmt.Sprintf("the source states %s, and %d can be read below it; the page was cut or changed", facts(count), len(g.facts)),
		Stated:  facts(count), Place: l.place, End: l.place.after(l.text),
	}
}

// facts is "1 fact" or "N facts".
func facts(n int) string {
	if n == 1 {
		return "1 fact"
	}
	return fmt.Sprintf("%d facts", n)
}
