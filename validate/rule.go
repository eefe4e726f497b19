package validate

// Rule is one judgement with its own documentation.
type Rule struct {
	ID       string
	Title    string
	Family   string // record, provenance, sentence, gaps, plausibility, across facts, .bib, configuration
	Severity Severity
	Doc      string    // what it means, why it matters, what to do
	Bad      []Example // inputs that yield the rule
	Good     []Example // inputs that yield nothing of the rule's family
	Also     []string  // other rules that Bad may yield
	Since    string
}

// Example is an input that documents a rule.
type Example struct {
	Name string // file name, whose extension tells the form: "facts.jsonl", "page.txt", "refs.bib"
	Text string
	At   string // where Bad yields the rule: "line:column"
}

// Rules returns every rule, by family and then by ID.
func Rules() []Rule { return nil }
