package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate/internal/finding"
)

// longestSentence is the length in code points from which a fact is rather a
// passage than a sentence.
const longestSentence = 1000

func sentenceRules() []Rule {
	return []Rule{{
		ID:       "dangling-subject",
		Title:    "The sentence does not say whom or what it speaks of",
		Family:   familySentence,
		Severity: finding.Warning,
		Doc: "A fact is read on its own, away from the text that it was taken from. One that opens with \"He\", \"They\" or \"The study\" " +
			"leaves its reader without a subject. Put the name. \"He et al.\" and \"She (2018)\" are surnames, and \"It is known that\" is fine.",
		Bad: []Example{
			sentenceExample("claim", "The study found that felt rims halve the noise of carts.", "1:48"),
			sentenceExample("claim", "They were the first to put felt on a rim.", "1:48"),
		},
		Good: []Example{
			sentenceExample("claim", "He et al. (2018) put felt on a rim.", ""),
			sentenceExample("claim", "The authors of 'Carts and their rims' put felt on a rim.", ""),
			sentenceExample("claim", "It is known that felt wears out on stone floors.", ""),
		},
		Also:   []string{"mention-unresolved"},
		Since:  "0.1.0",
		record: danglingSubject,
	}, {
		ID:       "measurement-no-quantity",
		Title:    "A measurement states no quantity",
		Family:   familySentence,
		Severity: finding.Warning,
		Doc: "A fact typed measurement should say how much, how many or how long. This one holds no number but the years of its " +
			"citations. Give the figure, or type the fact as a claim.",
		Bad: []Example{sentenceExample("measurement", "Felt rims are much quieter than iron rims on oak floors.", "1:27")},
		Good: []Example{
			sentenceExample("measurement", "Felt rims make a sound of 31 decibels on oak floors.", ""),
			sentenceExample("measurement", "Felt rims halve the noise of a cart.", ""),
		},
		Since:  "0.1.0",
		record: measurementNoQuantity,
	}, {
		ID:       "quote-unattributed",
		Title:    "A quote names no speaker",
		Family:   familySentence,
		Severity: finding.Warning,
		Doc: "A fact typed quote should say whose words it gives: in the sentence, or as the author or attribution of its source. " +
			"Name the speaker.",
		Bad:    []Example{sentenceExample("quote", "'A cart that is heard is a cart that is late.'", "1:48")},
		Good:   []Example{sentenceExample("quote", "Ana Roe said: 'A cart that is heard is a cart that is late.'", "")},
		Since:  "0.1.0",
		record: quoteUnattributed,
	}, {
		ID:       "content-truncated",
		Title:    "The sentence breaks off",
		Family:   familySentence,
		Severity: finding.Warning,
		Doc: "The sentence ends in an ellipsis, a comma or a word that wants another after it: it was cut on its way here. " +
			"Fetch the whole sentence from the source.",
		Bad: []Example{
			sentenceExample("claim", "Felt rims are quieter than iron rims because…", "1:92"),
			sentenceExample("claim", "Felt rims are quieter than iron rims and the", "1:89"),
		},
		Good:   []Example{sentenceExample("claim", "Felt rims are quieter than iron rims.", "")},
		Since:  "0.1.0",
		record: contentTruncated,
	}, {
		ID:       "page-chrome",
		Title:    "The sentence holds the furniture of a page",
		Family:   familySentence,
		Severity: finding.Warning,
		Doc: "Words such as \"Skip to main content\" or \"All rights reserved\" come from the frame of a web page, not from its text. The fact " +
			"was cut out wrongly. Remove them, or drop the fact.",
		Bad:    []Example{sentenceExample("claim", "Skip to main content Felt rims are quiet.", "1:48")},
		Good:   []Example{sentenceExample("claim", "A button that reads 'Skip to main content' helps readers who use a keyboard.", "")},
		Since:  "0.1.0",
		record: newChrome().judge,
	}, {
		ID:       "too-long",
		Title:    "The fact is a passage rather than a sentence",
		Family:   familySentence,
		Severity: finding.Info,
		Doc: fmt.Sprintf("The content has more than %d characters. A fact is one statement that can be true or false on its own. "+
			"Split it.", longestSentence),
		Bad:    []Example{sentenceExample("claim", strings.Repeat("Felt rims are quiet on oak, on stone and on tiles. ", 20)+"Iron rims are not.", "1:48")},
		Good:   []Example{sentenceExample("claim", "Felt rims are quiet on oak, on stone and on tiles.", "")},
		Since:  "0.1.0",
		record: tooLong,
	}}
}

// sentenceExample is a record of that type and content as an example; at is ""
// for a good one.
func sentenceExample(factType, content, at string) Example {
	return Example{
		Name: "facts.jsonl",
		Text: lines(fmt.Sprintf(`{"id": "a1", "fact_type": %q, "content": %q, "sources": [{"uri": "https://carts.example.org/a"}]}`, factType, content)),
		At:   at,
	}
}

func danglingSubject(s *Subject) []finding.Finding {
	subject := subjectWithoutName(s.Fact.Content, s.namesWork)
	if subject == "" {
		return nil
	}
	start := strings.Index(s.Fact.Content, subject)
	return []finding.Finding{s.Words(start, start+len(subject), finding.Finding{
		Message: "the sentence opens with " + finding.Quoted(subject) + " and does not say whom or what it means",
		Stated:  subject,
		Field:   "content",
		Help:    "put the name that " + finding.Quoted(subject) + " stands for",
	})}
}

// subjectWithoutName returns the words that a sentence opens with if they replace
// a name that the sentence does not give. One that names a work says which study it
// means.
func subjectWithoutName(content string, namesWork func() bool) string {
	first, rest := cutWord(content)
	second, after := cutWord(rest)
	switch first {
	case "He", "She", "They", "We", "I":
		if isNameLike(rest) {
			return ""
		}
		return first
	case "His", "Her", "Their", "Our", "My":
		if !startsLower(second) {
			return ""
		}
		return first + " " + second
	case "It":
		if isExpletive(rest) || !startsLower(second) {
			return ""
		}
		return first
	case "The", "This", "These", "Those", "That":
		if second == "" || strings.HasSuffix(second, ",") {
			return ""
		}
		noun := strings.TrimSuffix(second, "'s")
		if isWorkNoun(noun) && isVerbOfSaying(after) && !namesWork() {
			return first + " " + second
		}
	}
	return ""
}

// cutWord returns the first word of s and what follows it.
func cutWord(s string) (word, rest string) {
	for n := blank(s); n > 0; n = blank(s) {
		s = s[n:]
	}
	for i := range len(s) {
		if n := blank(s[i:]); n > 0 {
			return s[:i], s[i+n:]
		}
	}
	return s, ""
}

// blank is the length of the blank that s begins with, 0 if it begins with none.
func blank(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == ' ' || s[0] == '\t' || s[0] == '\n':
		return 1
	case strings.HasPrefix(s, "\u00a0"):
		return len("\u00a0")
	}
	return 0
}

// isNameLike reports whether what follows "He" or "She" shows it to be a surname.
func isNameLike(rest string) bool {
	rest = strings.TrimSpace(rest)
	for _, sign := range [...]string{"et al", "(", "and ", "&", ",", "["} {
		if strings.HasPrefix(rest, sign) {
			return true
		}
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// isExpletive reports whether "it" refers to nothing, as in "It is known that"
// and "It was Ana Roe who".
func isExpletive(rest string) bool {
	verb, after := cutWord(rest)
	switch verb {
	case "takes", "took", "follows", "seems", "appears", "turns", "rains", "snows", "remains", "may", "might", "can", "could", "should", "would", "must", "will":
		return true
	case "is", "was", "has", "had":
		return strings.Contains(after, "that ") || strings.Contains(after, "to ") || strings.Contains(after, "who ") ||
			strings.Contains(after, "whether ") || strings.Contains(after, "how ") || strings.Contains(after, "when ") || strings.Contains(after, "not until ")
	}
	return false
}

func isWorkNoun(word string) bool {
	switch word {
	case "study", "paper", "article", "report", "book", "survey", "research", "researchers", "authors", "author", "studies", "authors'",
		"experiment", "experiments", "findings", "results", "review", "trial", "publication", "chapter", "thesis", "document", "work", "team", "researcher", "scientists":
		return true
	}
	return false
}

// isVerbOfSaying reports whether what follows a noun goes on without naming it:
// "found that", but not "of 'Carts and their rims'" or "by Ana Roe".
func isVerbOfSaying(after string) bool {
	verb, _ := cutWord(after)
	switch strings.TrimRight(verb, ",") {
	case "found", "finds", "find", "showed", "shows", "show", "concluded", "concludes", "conclude", "reported", "reports", "report",
		"suggested", "suggests", "suggest", "examined", "examines", "examine", "investigated", "investigates", "investigate",
		"demonstrated", "demonstrates", "demonstrate", "proposed", "proposes", "propose", "identified", "identifies", "identify",
		"argued", "argues", "argue", "used", "uses", "use", "introduced", "introduces", "introduce", "presented", "presents", "present",
		"described", "describes", "describe", "indicated", "indicates", "indicate", "revealed", "reveals", "reveal", "noted", "notes", "note",
		"observed", "observes", "observe", "analyzed", "analyzes", "analysed", "analyses", "was", "were", "is", "are", "has", "have", "also", "claims", "claim", "claimed",
		"discusses", "discuss", "discussed", "provides", "provide", "provided", "explains", "explain", "explained", "evaluated", "evaluates", "highlights", "highlighted", "states", "stated",
		"utilized", "utilizes", "cites", "cited", "addresses", "addressed", "explores", "explored", "aims", "aimed", "asserts", "asserted", "believe", "believes", "developed", "develops",
		"conducted", "compared", "compares", "assessed", "assesses", "measured", "focused", "focuses", "offers", "reviews", "reviewed", "tested", "confirmed", "emphasizes", "emphasized",
		"warned", "warns", "recommended", "recommends", "recommend", "emphasize", "analyze", "explore", "aim", "cite", "did", "does", "do", "could", "can":
		return true
	}
	return false
}

func measurementNoQuantity(s *Subject) []finding.Finding {
	if s.Fact.Type != fact.Measurement || hasQuantity(s.withoutMentions()) {
		return nil
	}
	return []finding.Finding{s.Member("/fact_type", finding.Finding{
		Message: "the fact is typed measurement but states no quantity",
		Stated:  string(s.Fact.Type),
		Field:   "fact_type",
		Help:    "give the figure, or type the fact as a claim",
	})}
}

// withoutMentions is the content without its in-text citations, whose years are
// no quantities.
func (s *Subject) withoutMentions() string {
	if len(s.Said.Mentions) == 0 {
		return s.Fact.Content
	}
	var b strings.Builder
	from := 0
	for _, m := range s.Said.Mentions {
		if from <= m.Span[0] && m.Span[1] <= len(s.Fact.Content) {
			b.WriteString(s.Fact.Content[from:m.Span[0]])
			from = m.Span[1]
		}
	}
	b.WriteString(s.Fact.Content[from:])
	return b.String()
}

func hasQuantity(text string) bool {
	if strings.ContainsFunc(text, unicode.IsNumber) {
		return true
	}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if isNumberWord(strings.ToLower(word)) {
			return true
		}
	}
	return false
}

func isNumberWord(word string) bool {
	switch word {
	case "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
		"fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
		"hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "trillions", "dozen", "dozens",
		"half", "halve", "halves", "halved", "third", "thirds", "quarter", "quarters", "fifth", "tenth", "twice", "thrice", "double", "doubles", "doubled",
		"triple", "triples", "tripled", "quadruple", "quadrupled", "twofold", "threefold", "fourfold", "fivefold", "tenfold", "percent", "percentage", "once",
		"first", "second", "no", "none", "single", "both", "all", "every", "each", "only":
		return true
	}
	return false
}

func quoteUnattributed(s *Subject) []finding.Finding {
	if s.Fact.Type != fact.Quote || namesSpeaker(s.Fact.Content) {
		return nil
	}
	for i := range s.Fact.Sources {
		if source := &s.Fact.Sources[i]; source.AuthorPerson != "" || source.Attribution != "" {
			return nil
		}
	}
	return []finding.Finding{s.text(finding.Finding{
		Message: "the quote does not say whose words it gives",
		Field:   "content",
		Help:    "name the speaker in the sentence, or as the source's author_person or attribution",
	})}
}

// namesSpeaker reports whether the words outside the quotation marks name someone.
func namesSpeaker(content string) bool {
	outside := strings.TrimSpace(outsideQuotes(content))
	if outside == strings.TrimSpace(content) {
		// Without marks, a verb of speech is the sign of a speaker.
		for _, verb := range [...]string{" said", " says", " wrote", " writes", " stated", " states", " according to", "According to", " argued", " noted", " asked", " declared", " remarked", " explained", " called", " described", " — ", " – "} {
			if strings.Contains(content, verb) {
				return true
			}
		}
		return false
	}
	return strings.ContainsFunc(outside, unicode.IsUpper)
}

// outsideQuotes returns s without what is in quotation marks.
func outsideQuotes(s string) string {
	var b strings.Builder
	for s != "" {
		start, end := quotedRange(s)
		if end == 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:start])
		b.WriteByte(' ')
		s = s[end:]
	}
	return b.String()
}

// quotedRange returns the range of the first quoted words of s, marks included,
// or zeros. An apostrophe inside a word opens and closes nothing.
func quotedRange(s string) (start, end int) {
	previous := ' '
	for i, r := range s {
		if closing := closingQuote(r); closing != 0 && !unicode.IsLetter(previous) && !unicode.IsDigit(previous) {
			if n := closingIndex(s[i+utf8.RuneLen(r):], closing); n >= 0 {
				return i, i + utf8.RuneLen(r) + n + utf8.RuneLen(closing)
			}
		}
		previous = r
	}
	return 0, 0
}

func closingQuote(r rune) rune {
	switch r {
	case '\'', '"':
		return r
	case '‘':
		return '’'
	case '“', '„':
		return '”'
	case '«':
		return '»'
	}
	return 0
}

func closingIndex(s string, closing rune) int {
	for i, r := range s {
		if r == closing {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				return i
			}
		}
	}
	return -1
}

func contentTruncated(s *Subject) []finding.Finding {
	content := strings.TrimRightFunc(s.Fact.Content, unicode.IsSpace)
	tail := brokenTail(content)
	if tail == "" {
		return nil
	}
	return []finding.Finding{s.Words(len(content)-len(tail), len(content), finding.Finding{
		Message: "the sentence breaks off at " + finding.Quoted(tail),
		Stated:  tail,
		Field:   "content",
		Help:    "fetch the whole sentence from the source",
	})}
}

// brokenTail returns the end of a sentence that was cut, or "".
func brokenTail(content string) string {
	if strings.HasSuffix(content, ".") && !strings.HasSuffix(content, "...") {
		return "" // as most sentences end, and nothing below does
	}
	for _, mark := range [...]string{"…", "...", ",", "(", "[", " -", " –", " —"} {
		if strings.HasSuffix(content, mark) {
			return strings.TrimSpace(mark)
		}
	}
	last := content[strings.LastIndexAny(content, " \t\n")+1:]
	switch last {
	case "the", "a", "an", "of", "and", "or", "with", "from", "because", "which", "that", "their", "its", "the;":
		return last
	}
	return ""
}

func tooLong(s *Subject) []finding.Finding {
	if len(s.Fact.Content) <= longestSentence {
		return nil
	}
	length := utf8.RuneCountInString(s.Fact.Content)
	if length <= longestSentence {
		return nil
	}
	return []finding.Finding{s.text(finding.Finding{
		Message: fmt.Sprintf("the fact has %d characters: it is a passage rather than a sentence", length),
		Field:   "content",
		Help:    "split it into statements that can be true or false on their own",
	})}
}
