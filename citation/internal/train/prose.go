package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/tagger"
)

//go:embed testdata/prose.txt testdata/notes.txt testdata/lines.txt testdata/leads.txt testdata/words.txt testdata/sentences.txt
var testdata embed.FS

// sentencesPerShape is how many sentences are made of each shape in prose.txt, and
// notesPerShape how many lines of each in notes.txt.
const (
	sentencesPerShape = 25
	notesPerShape     = 15
)

// proseExamples are sentences that are no lines of a reference list: those of the tests
// of citation, and invented ones.
func proseExamples(sentences string, random *rand.Rand) (examples []example, err error) {
	err = eachLine(sentences, func(line []byte) error {
		var s struct{ Text string }
		if err := json.Unmarshal(line, &s); err != nil {
			return err
		}
		if !isFormatted(s.Text) {
			examples = append(examples, prose(s.Text))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	w, err := readWords()
	if err != nil {
		return nil, err
	}
	in := inventor{random, w}
	for _, made := range [...]struct {
		file     string
		perShape int
	}{{"prose.txt", sentencesPerShape}, {"notes.txt", notesPerShape}} {
		shapes, err := shapesIn(made.file)
		if err != nil {
			return nil, err
		}
		for _, shape := range shapes {
			for range made.perShape {
				examples = append(examples, prose(in.sentence(shape)))
			}
		}
	}
	return examples, nil
}

// shapesIn are the lines of a file of testdata that are no comments.
func shapesIn(file string) (shapes []string, err error) {
	data, err := testdata.ReadFile("testdata/" + file)
	for shape := range strings.Lines(string(data)) {
		if shape[0] != '#' {
			shapes = append(shapes, strings.TrimSpace(shape))
		}
	}
	return shapes, err
}

// linesPerShape is how many lines are made of each shape in lines.txt.
const linesPerShape = 25

// slotLabels are the labels of the slots of lines.txt. What is not here is other.
var slotLabels = map[string]tagger.Label{
	"title": tagger.Title, "short": tagger.Title, "review": tagger.Title, "surnames": tagger.Authors, "report": tagger.Genre, "serno": tagger.Series, "edperson": tagger.Editors, "site": tagger.Title, "people": tagger.Authors, "etal": tagger.Authors, "person": tagger.Authors,
	"body": tagger.Authors, "debody": tagger.Authors, "edn": tagger.Edition, "ext": tagger.Pages, "venue": tagger.Container, "journal": tagger.Container, "press": tagger.Publisher, "publisherand": tagger.Publisher,
	"depeople": tagger.Authors, "dehrsg": tagger.Editors, "detitle": tagger.Title, "debook": tagger.Container, "book": tagger.Container, "edpeople": tagger.Editors, "series": tagger.Series, "dejournal": tagger.Container,
	"depress": tagger.Publisher, "yy": tagger.Container, "day": tagger.Year, "month": tagger.Year, "demonth": tagger.Year, "m": tagger.Year,
	"vol": tagger.Volume, "iss": tagger.Issue, "pp": tagger.Pages,
	"city": tagger.Place, "year": tagger.Year, "url": tagger.Identifier, "arxiv": tagger.Identifier, "patent": tagger.Genre,
}

// lineExamples are invented lines of lists in forms that no style makes.
func lineExamples(random *rand.Rand) (examples []example, err error) {
	shapes, err := shapesIn("lines.txt")
	if err != nil {
		return nil, err
	}
	w, err := readWords()
	if err != nil {
		return nil, err
	}
	in := inventor{random, w}
	for _, shape := range shapes {
		for range linesPerShape {
			examples = append(examples, in.line(shape))
		}
	}
	return examples, nil
}

// line fills the slots of a shape, whose places become labels.
func (in inventor) line(shape string) example {
	var b strings.Builder
	type place struct {
		start, end int
		label      tagger.Label
	}
	var places []place
	for shape = in.optional(shape); ; {
		before, rest, ok := strings.Cut(shape, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		slot, after, _ := strings.Cut(rest, "}")
		start := b.Len()
		b.WriteString(in.slot(slot))
		if label, ok := slotLabels[slot]; ok && !isVisit(b.String()[:start]) {
			if start > 0 && label == tagger.Authors && strings.HasSuffix(slot, "body") {
				label = tagger.Publisher
			}
			if label == tagger.Authors && (strings.HasPrefix(after, " (H") || strings.HasPrefix(after, ", Hrsg")) {
				label = tagger.Editors
			}
			places = append(places, place{start, b.Len(), label})
		}
		shape = after
	}
	l := tagger.NewLine(b.String())
	defer l.Release()
	a := newAligner(l)
	for _, p := range places {
		a.labelSpan(p.start, p.end, p.label)
	}
	a.fill()
	return newExample(b.String(), a.labels)
}

// isVisit reports whether a text goes on with the day when a page was looked up.
func isVisit(text string) bool {
	for _, said := range []string{"ccessed ", "geprüft am ", "Zugriff: ", "Stand", " ["} {
		if strings.Contains(text, said) {
			return true
		}
	}
	return false
}

// optional leaves out what is in ‹› half of the time.
func (in inventor) optional(shape string) string {
	before, rest, ok := strings.Cut(shape, "‹")
	if !ok {
		return shape
	}
	inside, after, _ := strings.Cut(rest, "›")
	if in.IntN(2) == 0 {
		inside = ""
	}
	return before + inside + after
}

func isFormatted(text string) bool {
	s := phrase.NewText(text)
	defer s.Release()
	_, ok := formatted.ReadFormatted(s)
	return ok
}

func prose(text string) example {
	l := tagger.NewLine(text)
	known := make([]tagger.Label, len(l.Tokens))
	l.Release()
	for i := range known {
		known[i] = tagger.Prose
	}
	e := newExample(text, known)
	e.weight = proseWeight
	return e
}

// proseWeight is how much a sentence counts, so that the many references do not outweigh
// the few of them.
const proseWeight = 2

// inventor makes sentences up.
type inventor struct {
	*rand.Rand
	words map[string][]string
}

// readWords reads words.txt: a list a line, its name before a colon.
func readWords() (map[string][]string, error) {
	data, err := testdata.ReadFile("testdata/words.txt")
	if err != nil {
		return nil, err
	}
	words := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		if name, list, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && line[0] != '#' {
			words[name] = append(words[name], strings.Split(list, "|")...)
		}
	}
	return words, nil
}

func (in inventor) one(list string) string { return in.words[list][in.IntN(len(in.words[list]))] }

// sentence fills the slots of a shape.
func (in inventor) sentence(shape string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(shape, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		slot, after, _ := strings.Cut(rest, "}")
		b.WriteString(in.slot(slot))
		shape = after
	}
	return in.capital(b.String())
}

func (in inventor) slot(name string) string {
	switch name {
	case "people":
		return in.people(2 + in.IntN(4))
	case "surnames":
		return in.one("family") + in.pick(" and ", " and ", " & ") + in.one("family")
	case "etal":
		return in.one("family") + in.pick(" et al.", " et al.", " and colleagues", ", "+in.one("family")+", et al.")
	case "person":
		return in.person()
	case "title":
		return in.title()
	case "short":
		return in.capital(in.one("thing"))
	case "journal":
		return in.pick(in.one("journal"), fmt.Sprintf(in.pick("Journal of %s", "%s Review", "International Journal of %s", "%s Letters", "Annals of %s", "%s"), in.capital(in.one("field"))))
	case "meeting":
		return in.pick("the "+in.one("ordinal")+" International Conference on "+in.capital(in.one("field")), in.one("acronym"), "the Symposium on "+in.capital(in.one("field")))
	case "body":
		return in.pick("University of "+in.one("city"), "the Institute of "+in.capital(in.one("field")), "the "+in.one("city")+" Council", in.one("acronym"))
	case "year":
		return fmt.Sprint(1900 + in.IntN(126))
	case "day":
		return fmt.Sprint(1 + in.IntN(28))
	case "n":
		return fmt.Sprint(1 + in.IntN(in.IntN(400)+1))
	case "locator":
		v, p := 1+in.IntN(200), 1+in.IntN(900)
		return fmt.Sprintf(in.pick("%d(%d): %d–%d", "%d, no. %d, pp. %d–%d", "%d (%d), %d-%d"), v, 1+in.IntN(12), p, p+in.IntN(30))
	case "doi":
		return fmt.Sprintf("10.%d/%s.%d", 1000+in.IntN(9000), in.one("thing")[:3], in.IntN(100000))
	case "arxiv":
		return fmt.Sprintf("%02d%02d.%05d", 8+in.IntN(17), 1+in.IntN(12), in.IntN(20000))
	case "url":
		return "https://www." + strings.ReplaceAll(in.one("thing"), " ", "-") + ".example.org/" + in.one("field")
	case "m":
		return fmt.Sprint(1 + in.IntN(12))
	case "edn":
		return fmt.Sprint(2 + in.IntN(8))
	case "ext":
		return fmt.Sprint(90 + in.IntN(500))
	case "vol", "iss":
		return fmt.Sprint(1 + in.IntN(90))
	case "pp":
		from := 1 + in.IntN(500)
		return fmt.Sprintf(in.pick("%d–%d", "%d-%d"), from, from+1+in.IntN(40))
	case "detitle", "debook":
		return in.germanTitle()
	case "book":
		return in.pick("Handbook of ", "Advances in ", "Proceedings of the "+in.one("ordinal")+" Conference on ", "Trends in ") + in.capital(in.one("field"))
	case "review":
		return in.pick("Review of ", "Review of ", "Review: ", "Rev. of ") + in.pick("'"+in.title()+"'", "‘"+in.title()+"’", "“"+in.title()+"”", in.title()) + in.pick(" by ", ", by ") + in.person()
	case "edpeople":
		return in.person() + " and " + in.person()
	case "edperson":
		return in.person()
	case "serno":
		return in.pick("Series ", "Ser. ", "ser. ") + in.slot("edn")
	case "report":
		return in.pick("TR-", "Tech. Rep. ", "Technical Report ", "Report No. ", "CS-TR-") + fmt.Sprintf(in.pick("%d-%02d", "%d/%d"), 1960+in.IntN(66), 1+in.IntN(60))
	case "translator":
		return in.pick(in.person(), in.person(), in.person()+" and "+in.person())
	case "series":
		return in.pick("Lecture Notes in ", "Studies in ", "Progress in ", "Texts in ") + in.capital(in.one("field"))
	case "depeople":
		return in.germanPeople(in.pick(", ", "; ", "/", " / "), true)
	case "dehrsg":
		return in.germanPeople(in.pick(", ", "/", " und ", "; "), in.IntN(2) == 0)
	case "yy":
		return fmt.Sprintf("%02d", in.IntN(26))
	case "patent":
		return in.pick("US Patent ", "US Patent ", "U.S. Patent ", "U.S. Patent No. ", "US patent ", "European Patent EP ", "German Patent DE ", "Patent US ") + in.pick(fmt.Sprintf("%d,%03d,%03d", 1+in.IntN(11), in.IntN(1000), in.IntN(1000)), fmt.Sprint(1000000+in.IntN(9000000)))
	case "topic":
		return in.pick(in.one("quality")+" of "+in.one("thing"), in.one("field"), in.one("thing")+" "+in.one("quality"))
	}
	return in.one(name)
}

// germanTitle is one of the kind that German books have: mostly a second sentence says
// what it is about.
func (in inventor) germanTitle() string {
	title := in.pick(in.one("deact")+" "+in.one("deplace"), in.one("denoun")+" "+in.one("deplace"), in.one("denoun")+" und "+in.one("denoun"), in.one("denoun")+" ohne "+in.one("denoun"), "Die "+in.one("dezur")+" "+in.one("degen"))
	about := in.pick(in.one("deeine"), "Zur "+in.one("dezur")+" "+in.one("degen"), in.one("dezur")+" "+in.one("degen")+" in "+in.one("city"), "Beiträge zur "+in.one("dezur")+" "+in.one("degen"), in.one("denoun")+" "+in.one("deplace"), "Befunde aus "+in.one("city"))
	return title + in.pick("", ". "+about, ". "+about, ". "+about, ": "+about, "? "+about, " – "+about)
}

// germanPeople are up to three people, family names first or last.
func (in inventor) germanPeople(between string, inverted bool) string {
	short := in.IntN(2) == 0
	var names []string
	for range 1 + in.IntN(3) {
		given := in.one("degiven")
		if short {
			given = given[:1] + "."
		}
		if inverted {
			names = append(names, in.one("defamily")+", "+given)
		} else {
			names = append(names, given+" "+in.one("defamily"))
		}
	}
	return strings.Join(names, between)
}

func (in inventor) pick(choices ...string) string { return choices[in.IntN(len(choices))] }

func (in inventor) person() string {
	return in.pick(in.one("given")+" "+in.one("family"), in.one("given")+" "+in.initial()+" "+in.one("family"), in.initial()+" "+in.one("family"))
}

func (in inventor) initial() string { return in.one("given")[:1] + "." }

func (in inventor) people(n int) string {
	style := in.IntN(5)
	var names []string
	for range n {
		family, first, second := in.one("family"), in.one("given"), in.one("given")
		names = append(names, [...]string{
			first[:1] + ". " + family, first[:1] + "." + second[:1] + ". " + family, first + " " + family, family + " " + first[:1] + second[:1], first[:1] + ". " + second[:1] + ". " + family,
		}[style])
	}
	if in.IntN(6) == 0 {
		return names[0] + " et al."
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + in.pick(" and ", ", and ", ", & ") + names[last]
}

func (in inventor) capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

func (in inventor) title() string {
	t := in.capital(in.one("quality")) + in.pick(" of ", " in ", " and ") + in.one("thing")
	return t + in.pick("", ": "+in.one("field")+" in "+in.one("city"), " for "+in.one("field"), " and its use in "+in.one("field"))
}
