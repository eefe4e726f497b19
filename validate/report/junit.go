package report

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/factcite/factcite/validate"
)

// writeJUnit writes a test case for each fact and family of rules. A case fails
// on findings of [Options.FailOn] or worse, shows lesser ones as its output, and
// is skipped if its rules could not run: an unreadable record, a work
// that was not looked up. The format has no standard; this is the part of it
// that CI systems agree on, https://github.com/testmoapp/junitxml.
func writeJUnit(w *bufio.Writer, r *run, opts *Options) error {
	var tests, failures, skipped int
	for c, err := range testCases(r, opts) {
		if err != nil {
			return err
		}
		tests++
		switch {
		case c.failed(opts):
			failures++
		case c.skipped != "":
			skipped++
		}
	}
	totals := fmt.Sprintf(`name="factcite" tests="%d" failures="%d" errors="0" skipped="%d" time="0"`, tests, failures, skipped)
	fmt.Fprintf(w, "%s<testsuites %s>\n<testsuite %s>\n", xml.Header, totals, totals)
	if text := opts.Authority.String(); text != "" {
		fmt.Fprintf(w, "<properties><property name=\"authority\" value=\"%s\"/></properties>\n", xmlText(text))
	}
	for c, err := range testCases(r, opts) {
		if err != nil {
			return err
		}
		c.write(w, opts)
	}
	_, err := w.WriteString("</testsuite>\n</testsuites>\n")
	return err
}

// testCase is what the rules of one family say of one fact.
type testCase struct {
	path     string
	line     int
	fact     string
	family   string
	findings []validate.Finding // the worst first
	skipped  string             // why the rules did not run; "" if they did
}

// testCases yields the cases with findings in the order of those, then those
// without in the order of the input.
func testCases(r *run, opts *Options) iter.Seq2[testCase, error] {
	return func(yield func(testCase, error) bool) {
		familyOf := map[string]string{}
		for _, rule := range r.rules {
			familyOf[rule.ID] = rule.Family
		}
		type question struct{ path, fact, family string }
		answered := map[question]bool{}
		for group, err := range byFact(r.findings) {
			if err != nil {
				yield(testCase{}, err)
				return
			}
			for _, c := range byFamily(group, familyOf) {
				answered[question{c.path, c.fact, c.family}] = true
				if !yield(c, nil) {
					return
				}
			}
		}
		for read, err := range r.checked {
			if err != nil {
				yield(testCase{}, err)
				return
			}
			for _, family := range familiesAsked(read.Path, opts) {
				c := testCase{path: read.Path, line: read.Line, fact: read.Fact, family: family}
				if read.Unreadable {
					// That it is unreadable is a finding, and so a case above.
					if family == "record" {
						continue
					}
					c.skipped = "the record could not be read"
				}
				if answered[question{c.path, c.fact, family}] && c.fact != "" {
					continue
				}
				if !yield(c, nil) {
					return
				}
			}
		}
	}
}

// familiesAsked are the families of rules that a record, or an entry of a .bib,
// is judged by.
func familiesAsked(path string, opts *Options) []string {
	families := []string{"record", "provenance", "sentence", "gaps", "plausibility", "across facts"}
	if strings.HasSuffix(strings.TrimSuffix(path, ".gz"), ".bib") {
		families = []string{"gaps", "plausibility", "across facts", ".bib"}
	}
	if opts.Authority != nil {
		families = append(families, "authority")
	}
	return families
}

// byFact yields runs of findings of one fact. Records follow one
// another, so in the order of places the findings of a fact do, too.
func byFact(findings iter.Seq2[validate.Finding, error]) iter.Seq2[[]validate.Finding, error] {
	return func(yield func([]validate.Finding, error) bool) {
		var group []validate.Finding
		for f, err := range findings {
			if err != nil {
				yield(nil, err)
				return
			}
			if len(group) > 0 && !sameFact(group[0], f) {
				if !yield(group, nil) {
					return
				}
				group = nil
			}
			group = append(group, f)
		}
		if len(group) > 0 {
			yield(group, nil)
		}
	}
}

func sameFact(a, b validate.Finding) bool {
	return a.Path == b.Path && a.Fact == b.Fact && (a.Fact != "" || a.Line == b.Line)
}

func byFamily(group []validate.Finding, familyOf map[string]string) []testCase {
	var cases []testCase
	for _, f := range group {
		family := familyOf[f.Rule]
		if family == "" {
			family = f.Rule
		}
		at := slices.IndexFunc(cases, func(c testCase) bool { return c.family == family })
		if at < 0 {
			at = len(cases)
			cases = append(cases, testCase{path: f.Path, line: f.Line, fact: f.Fact, family: family})
		}
		cases[at].findings = append(cases[at].findings, f)
	}
	for i := range cases {
		c := &cases[i]
		slices.SortStableFunc(c.findings, func(a, b validate.Finding) int { return rank(a.Severity) - rank(b.Severity) })
		if !slices.ContainsFunc(c.findings, func(f validate.Finding) bool { return !unanswered(f.Rule) }) {
			c.skipped = c.findings[0].Message
		}
	}
	return cases
}

// unanswered reports whether a rule says that a work could not be looked up,
// which is no judgement on it.
func unanswered(rule string) bool { return rule == "not-checked" || rule == "not-covered" }

func (c *testCase) failed(opts *Options) bool {
	least := opts.FailOn
	if least == "" {
		least = validate.Error
	}
	return len(c.findings) > 0 && least != "never" && rank(c.findings[0].Severity) <= rank(least)
}

func (c *testCase) name() string {
	switch {
	case c.fact != "":
		return c.fact + ": " + c.family
	case c.line > 0:
		return fmt.Sprintf("line %d: %s", c.line, c.family)
	default:
		return c.family
	}
}

func (c *testCase) write(w *bufio.Writer, opts *Options) {
	fmt.Fprintf(w, `<testcase classname="%s" name="%s" file="%s"`, xmlText(c.path), xmlText(c.name()), xmlText(c.path))
	if c.line > 0 {
		fmt.Fprintf(w, ` line="%d"`, c.line)
	}
	w.WriteString(` time="0"`)
	switch {
	case c.failed(opts):
		worst := c.findings[0]
		fmt.Fprintf(w, `><failure type="%s" message="%s">`, xmlText(worst.Rule), xmlText(worst.Message))
		c.writeFindings(w)
		w.WriteString("</failure></testcase>\n")
	case c.skipped != "":
		fmt.Fprintf(w, "><skipped message=\"%s\"/></testcase>\n", xmlText(c.skipped))
	case len(c.findings) > 0:
		w.WriteString("><system-out>")
		c.writeFindings(w)
		w.WriteString("</system-out></testcase>\n")
	default:
		w.WriteString("/>\n")
	}
}

func (c *testCase) writeFindings(w *bufio.Writer) {
	for i, f := range c.findings {
		if i > 0 {
			w.WriteByte('\n')
		}
		fmt.Fprintf(w, "%s: %s: %s [%s]", xmlText(place(f.Path, f.Line, f.Column)), f.Severity, xmlText(f.Message), xmlText(f.Rule))
		if f.Help != "" {
			w.WriteString("\n  " + xmlText(f.Help))
		}
	}
}

// xmlText is text for an attribute or an element: what XML forbids even as a
// reference, most control characters, is shown as in a terminal.
func xmlText(s string) string {
	var b strings.Builder
	// A strings.Builder does not fail.
	_ = xml.EscapeText(&b, []byte(terminal(shorten(s, 4*longestMessage))))
	return b.String()
}
