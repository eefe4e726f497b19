package record

import (
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/latex"
)

// arXivWorks reads a line of arXiv's metadata snapshot. A paper with a DOI or a
// journal reference of its own counts as published.
func arXivWorks(c *jsonCursor) ([]*draft, bool) {
	w := newDraft("arxiv")
	r := &w.Record
	var journal string
	var created []string
	isArXiv, withdrawn := false, ""
	for name := range c.Members() {
		switch string(name) {
		case "id":
			w.Origin.Key = c.stringOrNumber()
			w.setArXiv(w.Origin.Key)
		case "title":
			r.Title = latexText(c.stringOrNumber())
		case "authors_parsed":
			isArXiv = true
			for range c.Elements() {
				w.addAuthor(arXivName(c))
			}
		case "categories", "submitter":
			isArXiv = true
		case "journal-ref":
			journal = latexText(c.stringOrNumber())
		case "doi":
			// An author may state several.
			first, _, _ := strings.Cut(strings.TrimSpace(c.stringOrNumber()), " ")
			w.setDOI(strings.TrimRight(first, ",;"))
		case "comments":
			if comment := c.stringOrNumber(); saysWithdrawn(comment) {
				withdrawn = latexText(comment)
			}
		case "abstract":
			abstract, _ := c.ReadString()
			if opening := c.Unquoted(abstract); saysWithdrawn(string(opening[:min(60, len(opening))])) && withdrawn == "" {
				withdrawn = "withdrawn by its abstract"
			}
		case "versions":
			for range c.Elements() {
				for name := range c.Members() {
					if string(name) == "created" && len(created) < maxNames {
						created = append(created, c.stringOrNumber())
					}
				}
			}
		case "update_date":
			w.Origin.Date = c.stringOrNumber()
		}
	}
	if !isArXiv || r.ArXiv == "" {
		return nil, false
	}
	w.Status = authority.Preprint
	if journal != "" {
		w.addJournalReference(journal)
	}
	for _, date := range created {
		w.addYear(date)
	}
	switch {
	case len(w.Venues) > 0 || r.DOI != "":
		w.Status = authority.Published
	case withdrawn != "":
		w.Status = authority.Retracted
		w.Retraction = &authority.Retraction{Reason: withdrawn}
	}
	return []*draft{w}, true
}

// arXivName reads [family, given, suffix, affiliation…]. A collaboration has
// "Collaboration" for its family name.
func arXivName(c *jsonCursor) citation.Name {
	var parts [3]string
	for i := range c.Elements() {
		if i < len(parts) {
			parts[i] = latexText(c.stringOrNumber())
		}
	}
	n := citation.Name{Family: parts[0], Given: parts[1], Suffix: parts[2]}
	if n.Given != "" && compare.IsBodyWord(n.Family) {
		return citation.Name{Literal: n.Given + " " + n.Family}
	}
	return n
}

// saysWithdrawn reports whether a comment says that the paper was withdrawn.
func saysWithdrawn(comment string) bool {
	comment = strings.ToLower(comment)
	if strings.HasPrefix(comment, "withdrawn") {
		return true
	}
	for _, words := range [...]string{"been withdrawn", "is withdrawn", "was withdrawn", "paper withdrawn", "submission withdrawn", "withdrawn by"} {
		if strings.Contains(comment, words) {
			return true
		}
	}
	return false
}

// latexText returns the text of a value in LaTeX's notation, its lines joined.
func latexText(s string) string {
	if strings.ContainsAny(s, `\${}`) {
		s = latex.Decode(s)
	}
	return tidy(s)
}
