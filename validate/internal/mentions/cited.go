package mentions

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/validate/internal/finding"
)

// An in-text citation is looked for among no more known works than this, and a
// finding names no more of them than maxCandidates.
const (
	maxCited      = 50
	maxCandidates = 3
)

// cited returns no more than limit of the known works that may be the ones that an in-text
// citation means.
type cited func(m citation.Mention, limit int) []*authority.Work

// cited returns the known work that an in-text citation means, or a few that it
// may mean. It means a work only if no other fits, or if no other shares as many
// words with the fact and its source.
func (r *Resolver) cited(m *Mention) []*authority.Work {
	if r.Known == nil {
		return nil
	}
	fitting := slices.DeleteFunc(r.Known(m.Mention, maxCited), func(w *authority.Work) bool {
		return !m.Mention.Fits(w.Record.Authors)
	})
	if len(fitting) < 2 {
		return fitting
	}
	shared := make([]int, len(fitting))
	context := strings.Fields(fold.Text(m.Context))
	for i := range fitting {
		shared[i] = sharedWords(fitting[i].Record.Title, context)
	}
	most := slices.Max(shared)
	best := slices.Index(shared, most)
	if most > 1 && !slices.Contains(shared[best+1:], most) {
		return fitting[best : best+1]
	}
	return fitting[:min(len(fitting), maxCandidates)]
}

// sharedWords counts the words of a title that a text holds, without short ones.
func sharedWords(title string, text []string) int {
	count := 0
	for word := range strings.FieldsSeq(fold.Text(title)) {
		if len(word) > 3 && slices.Contains(text, word) {
			count++
		}
	}
	return count
}

// candidates names works as a message does: "A tale of tails" (ICML, 2024).
func candidates(works []*authority.Work) string {
	var names []string
	for _, w := range works {
		name := finding.Quoted(finding.Shorten(w.Record.Title, 90))
		switch {
		case w.Record.Container != "":
			name += " (" + finding.Shorten(w.Record.Container, 60) + ", " + w.Record.Year + ")"
		case w.Record.Year != "":
			name += " (" + w.Record.Year + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names, " or ")
}
