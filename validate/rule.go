package validate

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
	Severity Severity
	OptIn    bool      // it is run only where the configuration states its severity
	Doc      string    // what it means, why it matters, what to do
	Bad      []Example // inputs that yield the rule
	Good     []Example // inputs that yield nothing of the rule's family
	Also     []string  // other rules that Bad may yield
	Since    string

	// A rule without a check is reported by what reads the input, by the schema,
	// or by the run itself where it compares records.
	record    func(*subject) []Finding             // one record
	source    func(*provenance) []Finding          // one source of a record, reported once a source
	reference func(*statement) []Finding           // one work where it is stated
	work      func(*mergedWork) []Finding          // one work after everything was read
	library   func(*usedLibrary) []Finding         // citation keys against a document's
	known     func(*comparison) []Finding          // one work or entry against what an authority knows
	grounded  func(*sourcetext.Compared) []Finding // one fact against the text of its source
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

// Rules returns every rule, by family and then by ID.
func Rules() []Rule {
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

// ruleset is the rules of one run by what they judge, without those turned off.
type ruleset struct {
	severity   map[string]Severity // of every rule, off included
	stated     map[string]bool     // rules whose severity the configuration states
	records    []Rule
	sources    []Rule
	references []Rule
	works      []Rule
	libraries  []Rule
	known      []Rule
	grounded   []Rule
}

func newRuleset(config *Config) *ruleset {
	set := &ruleset{severity: map[string]Severity{}, stated: map[string]bool{}}
	for _, rule := range Rules() {
		set.severity[rule.ID] = rule.Severity
		if rule.OptIn {
			set.severity[rule.ID] = finding.Off
		}
		if severity, ok := config.severity(rule.ID); ok {
			set.severity[rule.ID], set.stated[rule.ID] = severity, true
		}
		if set.severity[rule.ID] == finding.Off && !config.isOnSomewhere(rule.ID) {
			continue
		}
		set.add(rule)
	}
	return set
}

// add files a rule under everything that it judges.
func (set *ruleset) add(rule Rule) {
	if rule.record != nil {
		set.records = append(set.records, rule)
	}
	if rule.source != nil {
		set.sources = append(set.sources, rule)
	}
	if rule.reference != nil {
		set.references = append(set.references, rule)
	}
	if rule.work != nil {
		set.works = append(set.works, rule)
	}
	if rule.library != nil {
		set.libraries = append(set.libraries, rule)
	}
	if rule.grounded != nil {
		set.grounded = append(set.grounded, rule)
	}
	if rule.known != nil {
		set.known = append(set.known, rule)
	}
}

// judge returns the severity of a finding: the configuration's, else the
// finding's own, else its rule's.
func (set *ruleset) judge(f *Finding) Severity {
	if f.Severity != "" && !set.stated[f.Rule] {
		return f.Severity
	}
	if severity, ok := set.severity[f.Rule]; ok {
		return severity
	}
	return Error
}

// lines joins the lines of an example.
func lines(text ...string) string { return strings.Join(text, "\n") + "\n" }
