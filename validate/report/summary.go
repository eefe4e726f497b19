package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/validate"
)

// Summary says in one line what a run read and found, for people who watch it.
func Summary(res *validate.Result) string {
	return summary(res.Summary, res.Completeness())
}

// Read returns what was read in one line: records, references, works, and how many
// records look like references and could not be read.
func Read(s validate.Summary) string { return whatWasRead(s) + unread(s) }

func summary(s validate.Summary, c validate.Completeness) string {
	var b strings.Builder
	b.WriteString(whatWasRead(s))
	if c.Works > 0 {
		var known []string
		for _, k := range kinds(c) {
			known = append(known, fmt.Sprintf("%s %d%%", k.name, percent(k.works, k.of)))
		}
		fmt.Fprintf(&b, " (%s)", strings.Join(known, ", "))
	}
	b.WriteString(unread(s))
	fmt.Fprintf(&b, ": %s, %s, %s", count(s.Findings.Error, "error"),
		count(s.Findings.Warning, "warning"), count(s.Findings.Info, "info"))
	if s.Known != nil && s.Known.AtLeast(validate.Info) > 0 {
		fmt.Fprintf(&b, "; the baseline knows %s more", thousands(s.Known.AtLeast(validate.Info)))
	}
	return b.String()
}

// Grounding says in one line what the texts of sources say of facts; "" where no text was at
// hand.
func Grounding(s validate.Summary) string {
	if text := groundingOf(s); text != "" {
		return "grounding: " + text
	}
	return ""
}

func groundingOf(s validate.Summary) string {
	g := s.Grounding
	if g == nil {
		return ""
	}
	said := fmt.Sprintf("%s borne out, %s contradicted, %s not checked", thousands(g.BorneOut), thousands(g.Contradicted), thousands(g.NotChecked))
	if g.CutShort > 0 {
		said += fmt.Sprintf("; of %s a part was left out at a limit (docs/grounding.md)", count(g.CutShort, "fact"))
	}
	return said
}

// whatWasRead counts records, references and works. The entries of a .bib are
// references without a record.
func whatWasRead(s validate.Summary) string {
	records := recordsRead(s.Records-s.Sentences, s.Sentences)
	read := fmt.Sprintf("%s to %s", count(s.References, "reference"), count(s.Works, "work"))
	switch {
	case s.Records == 0 && s.References > 0:
		return read
	case s.Invalid+s.Unreadable > 0:
		return fmt.Sprintf("%s (%s invalid, %s unreadable), %s", records, thousands(s.Invalid), thousands(s.Unreadable), read)
	default:
		return fmt.Sprintf("%s, %s", records, read)
	}
}

// recordsRead counts records and the sentences of documents.
func recordsRead(records, sentences int) string {
	switch {
	case sentences == 0:
		return count(records, "record")
	case records == 0:
		return count(sentences, "sentence")
	}
	return count(records, "record") + " and " + count(sentences, "sentence")
}

// unread says how many records look like references and could not be read as such.
func unread(s validate.Summary) string {
	switch s.Unread {
	case 0:
		return ""
	case 1:
		return "; 1 looks like a reference and could not be read"
	}
	return "; " + thousands(s.Unread) + " look like references and could not be read"
}

// kind is one of the kinds of value that coverage counts.
type kind struct {
	name  string
	works int // that have it
	of    int // works that could
}

// among names a kind in a list whose other kinds are of that many works.
func (k kind) among(works int) string {
	if k.of == works {
		return k.name
	}
	return fmt.Sprintf("%s (of %s)", k.name, thousands(k.of))
}

// kinds are the kinds of value that some of the works could have.
func kinds(c validate.Completeness) []kind {
	all := []kind{
		{"title", c.Title, c.Works},
		{"author", c.Author, c.Works},
		{"year", c.Year, c.Works},
		{"venue", c.Venue, c.Venues},
		{"identifier", c.Identifier, c.Works},
	}
	return slices.DeleteFunc(all, func(k kind) bool { return k.of == 0 })
}

// percent rounds down, so that only a complete whole is 100.
func percent(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return part * 100 / whole
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
