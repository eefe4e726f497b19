// Package rules holds the rules, each with its documentation, and what they judge: records,
// their sources, works where they are stated and after they were merged. A rule knows one of
// those and says what it finds; it knows nothing of files, configurations and other records.
//
// It is longer than 3,000 lines because rules carry their documentation and examples with
// them, half of it.
package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/sourcetext"
)

// Rule is one judgement with its own documentation.
type Rule struct {
	ID       string
	Title    string
	Family   string // record, provenance, sentence, gaps, plausibility, across facts, .bib, source text, authority, reading, configuration
	Severity finding.Severity
	OptIn    bool      // it is run only where the configuration states its severity
	Doc      string    // what it means, why it matters, what to do
	Bad      []Example // inputs that yield the rule
	Good     []Example // inputs that yield nothing of the rule's family
	Also     []string  // other rules that Bad may yield
	Since    string

	// A rule without a check is reported by what reads the input, by the schema,
	// or by the run itself where it compares records.
	record    func(*Subject) []finding.Finding             // one record
	source    func(*Provenance) []finding.Finding          // one source of a record, reported once a source
	reference func(*Statement) []finding.Finding           // one work where it is stated
	work      func(*Work) []finding.Finding                // one work after everything was read
	library   func(*Library) []finding.Finding             // citation keys against a document's
	known     func(*Comparison) []finding.Finding          // one work or entry against what an authority knows
	grounded  func(*sourcetext.Compared) []finding.Finding // one fact against the text of its source
}

// Example is an input that documents a rule.
type Example struct {
	Name string // file name, whose extension tells the form: "facts.jsonl", "page.txt", "refs.bib"
	Text string
	At   string // where Bad yields the rule: "line:column"; "" for a file that is only read along with the others
}

// IsKnownWorks reports whether an example is not checked but holds the known works, as
// an index built from it, with which the others are compared: "known.bib".
func (e Example) IsKnownWorks() bool { return strings.HasPrefix(e.Name, "known.") }

// OwnSchema is the name of an example that is the schema of the others.
const OwnSchema = "schema.json"

// Excerpt returns the first lines of the text, and how many more there are if it
// is longer than documentation need show.
func (e Example) Excerpt() string {
	const longest, shown = 16, 4
	all := strings.SplitAfter(strings.TrimRight(e.Text, "\n"), "\n")
	if len(all) <= longest {
		return e.Text
	}
	return fmt.Sprintf("%s… and %d more lines of the kind\n", strings.Join(all[:shown], ""), len(all)-shown)
}

// The families of rules, in the order in which they are listed.
const (
	familyRecord        = "record"
	familyProvenance    = "provenance"
	familySentence      = "sentence"
	familyGaps          = "gaps"
	familyPlausibility  = "plausibility"
	familyAcross        = "across facts"
	familyBib           = ".bib"
	familySourceText    = "source text"
	familyAuthority     = "authority"
	familyReading       = "reading"
	familyConfiguration = "configuration"
)

// All returns every rule, by family and then by ID.
func All() []Rule {
	var all []Rule
	for _, family := range [...][]Rule{
		recordRules(), provenanceRules(), sentenceRules(), gapRules(),
		plausibilityRules(), acrossRules(), bibRules(), sourceTextRules(), authorityRules(), readingRules(), configurationRules(),
	} {
		slices.SortFunc(family, func(a, b Rule) int { return cmp.Compare(a.ID, b.ID) })
		all = append(all, family...)
	}
	return all
}

// lines joins the lines of an example.
func lines(text ...string) string { return strings.Join(text, "\n") + "\n" }
