package rules

import (
	"regexp"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/validate/internal/finding"
)

// A gap of an entry of a .bib is judged by what entries of its kind have: somebody wrote
// it for a style of citation.

// courtCase matches how cases are called, and statute how acts are.
var (
	courtCase = regexp.MustCompile(`^\p{Lu}[^:?!]{0,80}\s(?:v|vs)\.?\s\p{Lu}[^:?!]{0,80}$`)
	statute   = regexp.MustCompile(`\b(?:Act|Code|Regulations?|Directive|Ordinance|Order)\b(?: of)?(?: \((?:EU|EC|EEC|Euratom)\))?(?: No\.?)? (?:[0-9]{1,5}/)?(?:1[6-9]|20)[0-9]{2}\b`)
)

// saysStandard matches the type or the number of a standard, which has no author.
var saysStandard = regexp.MustCompile(`(?i)\b(?:standards?|norme?|recommendation)\b|\b(?:ISO|IEC|IEEE Std|ANSI|ASTM|DIN|EN|ITU-T|ECMA|BS)[ -/]?\w*[0-9]`)

// isLaw reports whether an entry is of a case or a statute, which has no author and is
// found by its citation.
func isLaw(r *citation.Reference) bool {
	isUnsigned := r.Entry != nil && r.Type == citation.Misc && len(r.Authors) == 0
	return r.Kind == ref.CourtCase || r.Kind == ref.Law || isUnsigned && (courtCase.MatchString(r.Title) || statute.MatchString(r.Title))
}

// isWithoutByCustom reports whether works as this one are cited without a field, or have
// none yet.
func isWithoutByCustom(r *citation.Reference, field ref.Field) bool {
	switch field {
	case ref.FieldAuthors:
		return r.Kind == ref.Standard || isLaw(r) || r.Entry != nil && r.Type == citation.TechReport && saysStandard.MatchString(r.Genre+" "+r.Number)
	case ref.FieldContainer:
		return isLaw(r) || isPreprintOnly(r) || r.Entry != nil && isOnArXivAlone(r)
	case ref.FieldPages:
		isInPress := r.Year != "" && !hasYearNumber(r.Year)
		isNewspaper := r.Entry != nil && r.Day != "" && r.Volume == "" // its day finds it
		return isInPress || isNewspaper || r.Entry != nil && isOnArXivAlone(r)
	case ref.FieldPublisher:
		year, isYear := yearNumber(r.Year)
		return r.Entry != nil && r.Address != "" && isYear && year < sincePublishers
	case ref.FieldYear:
		_, isTold := fold.ArXivYear(r.ArXiv)
		return r.Entry != nil && isTold
	}
	return false
}

// sincePublishers is the year from which books are commonly cited with their publishers,
// and not with the place alone.
const sincePublishers = 1950

// gapSeverity is how much it matters that an entry lacks a field, "" as the rule has it:
// pages of the web often have no author and no date, the institution of a report is its
// author, and physicists cite articles by journal, volume and page.
func gapSeverity(r *citation.Reference, field ref.Field) finding.Severity {
	if r.Entry == nil {
		return ""
	}
	isPage := r.Type == citation.Misc && isSiteAddress(r.URL)
	isLocated := r.Type == citation.Article && r.Container != "" && r.Volume != "" && (r.Pages != "" || r.EID != "")
	isReport := r.Type == citation.TechReport && r.Institution != ""
	if isPage && (field == ref.FieldAuthors || field == ref.FieldYear) || isReport && field == ref.FieldAuthors || isLocated && field == ref.FieldTitle {
		return finding.Info
	}
	return ""
}
