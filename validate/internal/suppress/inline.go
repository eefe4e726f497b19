package suppress

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/factcite/factcite/validate/internal/finding"
)

// InlineIgnore leaves out the findings of a rule about some lines of a file, as a mark in
// the file itself says.
type InlineIgnore struct {
	Path    string
	Line    int // of the mark, which is the first that it is about
	EndLine int // the last that it is about
	Rule    string
	Reason  string
}

// inlineWord is in every mark.
const inlineWord = "factcite-ignore"

// inlineMark is a comment of a .bib, LaTeX, Markdown or HTML that leaves findings out.
var inlineMark = regexp.MustCompile(`(?:%|<!--)\s*factcite-ignore(?:\s+([\w-]+))?\s*(?::\s*(.*?))?\s*(?:-->.*)?$`)

// InlineIgnores returns what the marks of a text say: "factcite-ignore RULE: reason" in a
// comment that begins with % or <!--. A mark is about its own line and those after it up
// to the next blank one.
func InlineIgnores(path string, text []byte) []InlineIgnore {
	if !bytes.Contains(text, []byte(inlineWord)) {
		return nil
	}
	var marks []InlineIgnore
	open := 0 // of the marks, the first whose end is not reached
	number := 0
	for line := range bytes.Lines(text) {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			open = len(marks)
		}
		if bytes.Contains(line, []byte(inlineWord)) {
			if found := inlineMark.FindSubmatch(bytes.TrimRight(line, "\r\n")); found != nil {
				marks = append(marks, InlineIgnore{Path: path, Line: number, Rule: string(found[1]), Reason: string(found[2])})
			}
		}
		for i := open; i < len(marks); i++ {
			marks[i].EndLine = number
		}
	}
	return marks
}

// wrong says what a mark lacks; "" if nothing.
func (m *InlineIgnore) wrong() string {
	switch {
	case m.Rule == "":
		return "the mark names no rule"
	case !isRule(m.Rule):
		return unknownRule(m.Rule)
	case m.Reason == "":
		return fmt.Sprintf("the mark does not say why %s is ignored", m.Rule)
	}
	return ""
}

// inlineIgnores are the marks of the files of a run.
type inlineIgnores struct {
	list   []InlineIgnore
	used   []bool
	byPath map[string][]int
}

func (s *inlineIgnores) add(marks []InlineIgnore) {
	if s.byPath == nil {
		s.byPath = map[string][]int{}
	}
	for _, m := range marks {
		s.byPath[m.Path] = append(s.byPath[m.Path], len(s.list))
		s.list = append(s.list, m)
		s.used = append(s.used, false)
	}
}

// hides reports whether a mark leaves a finding out.
func (s *inlineIgnores) hides(f *finding.Finding) bool {
	hidden := false
	for _, i := range s.byPath[f.Path] {
		if m := &s.list[i]; m.Rule == f.Rule && m.Line <= f.Line && f.Line <= m.EndLine && m.Reason != "" {
			s.used[i], hidden = true, true
		}
	}
	return hidden
}

// unused returns a finding for each mark that left nothing out.
func (s *inlineIgnores) unused() []finding.Draft {
	var found []finding.Draft
	for i, m := range s.list {
		if s.used[i] {
			continue
		}
		f := finding.Finding{
			Rule: "ignore-unused", Message: m.wrong(), Path: m.Path, Line: m.Line,
			Field: "ignore", Stated: m.Rule, Help: `write "factcite-ignore RULE: reason"`,
		}
		if f.Message == "" {
			f.Message, f.Help = fmt.Sprintf("nothing is left out by the mark for %s", m.Rule), "remove it"
		}
		found = append(found, finding.Draft{Finding: f})
	}
	finding.NumberRepeats(found)
	return found
}
