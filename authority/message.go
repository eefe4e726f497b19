package authority

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
)

// Bounds in code points of what a message shows of a record.
const (
	mostKnown = 300
	mostTitle = 200
)

// cut returns at most n code points of a text, the last an ellipsis where it was
// longer.
func cut(text string, n int) string {
	if len(text) <= n {
		return text
	}
	count := 0
	for i := range text {
		if count++; count == n && utf8.RuneCountInString(text[i:]) > 1 {
			return text[:i] + "…"
		}
	}
	return text
}

// describe names a work: "Felt rims" by Ana Roe et al. (2019).
func describe(r *citation.Reference) string {
	text := `"` + cut(r.Title, mostTitle) + `"`
	switch {
	case len(r.Authors) == 1 && !r.EtAl, len(r.Authors) == 2 && !r.EtAl:
		text += " by " + withoutNumber(r.Authors[0]).String()
		if len(r.Authors) == 2 {
			text += " and " + withoutNumber(r.Authors[1]).String()
		}
	case len(r.Authors) > 0:
		text += " by " + withoutNumber(r.Authors[0]).String() + " et al."
	}
	text = cut(text, mostKnown-len(" (2019)"))
	if year := leadingYear(r.Year); year != 0 {
		text += " (" + strconv.Itoa(year) + ")"
	}
	return text
}

// mostShown bounds the names in a message.
const mostShown = 12

// spell returns a list of names as a message shows it.
func spell(names []citation.Name, whole bool) string {
	var b strings.Builder
	for i, n := range names {
		if i == mostShown {
			b.WriteString(", …")
			return b.String()
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(withoutNumber(n).String())
	}
	if !whole {
		b.WriteString(" et al.")
	}
	return b.String()
}

// mostNamed bounds the people that a message about authors names.
const mostNamed = 5

// authorsDetail says who differs between two lists of authors that share some: spelt
// otherwise, missing, or none of them, and whether the others have another order. It is
// empty where that is too many.
func authorsDetail(o compare.Overlap) string {
	if o.Shared == 0 || len(o.Extra)+len(o.Missing) > 2*mostNamed {
		return ""
	}
	extra, missing := slices.Clone(o.Extra), slices.Clone(o.Missing)
	var parts []string
	extra = slices.DeleteFunc(extra, func(n citation.Name) bool {
		at := slices.IndexFunc(missing, func(m citation.Name) bool { return compare.MayBeMisspelt(n, m) })
		if at < 0 {
			return false
		}
		parts = append(parts, strconv.Quote(n.String())+" stands for "+strconv.Quote(withoutNumber(missing[at]).String()))
		missing = slices.Delete(missing, at, at+1)
		return true
	})
	if list := quotedNames(extra); list != "" {
		parts = append(parts, list+are(extra)+"none of them")
	}
	if list := quotedNames(missing); list != "" {
		parts = append(parts, list+are(missing)+"missing")
	}
	if o.Moved {
		parts = append(parts, "the others are in another order")
	}
	return strings.Join(parts, "; ")
}

func are(names []citation.Name) string {
	if len(names) == 1 {
		return " is "
	}
	return " are "
}

func quotedNames(names []citation.Name) string {
	var quoted []string
	for _, n := range names {
		quoted = append(quoted, strconv.Quote(withoutNumber(n).String()))
	}
	return strings.Join(quoted, ", ")
}

// withoutNumber takes dblp's number of a homonym off a name.
func withoutNumber(n citation.Name) citation.Name {
	n.Family = strings.TrimRight(strings.TrimRight(n.Family, "0123456789"), " ")
	return n
}
