package report

import "github.com/factcite/factcite/validate"

// fewestFolded is how many findings of one kind are folded: fewer are read at a glance.
const fewestFolded = 3

// fold is findings of one kind in one place, of which a page shows the first.
type fold struct {
	*validate.Finding
	Rest []*validate.Finding
}

// folds puts the findings of a record, or of a file, together by rule and severity where
// there are several of a kind.
func folds(findings []validate.Finding) []fold {
	type kind struct {
		rule     string
		severity validate.Severity
	}
	number := map[kind]int{}
	for _, f := range findings {
		number[kind{f.Rule, f.Severity}]++
	}
	folded := make([]fold, 0, len(number))
	place := map[kind]int{}
	for i := range findings {
		f := &findings[i]
		k := kind{f.Rule, f.Severity}
		if at, ok := place[k]; ok && number[k] >= fewestFolded {
			folded[at].Rest = append(folded[at].Rest, f)
			continue
		}
		place[k] = len(folded)
		folded = append(folded, fold{Finding: f})
	}
	return folded
}
