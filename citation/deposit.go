package citation

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readDeposit takes a depository for who brought out what it keeps, and the version off the
// title: "Felt (Version 2.1). GitHub."
func readDeposit(r *Reference) {
	w := phrase.Work{Reference: *r}
	if phrase.IsDepository(r.Container) && r.Volume == "" && r.Pages == "" && r.Publisher == "" {
		w.Type = ref.Misc
		w.Move(ref.FieldContainer, ref.FieldPublisher)
	}
	title, version, ok := strings.Cut(r.Title, " (Version ")
	span, stated := r.Spans[string(ref.FieldTitle)]
	number, closed := strings.CutSuffix(version, ")")
	if ok && closed && stated && r.Version == "" && span[1]-span[0] == len(r.Title) {
		w.Title, w.Version = title, number
		w.Spans[string(ref.FieldTitle)] = Span{span[0], span[0] + len(title)}
		w.Spans[string(ref.FieldVersion)] = Span{span[1] - len(version), span[1] - len(")")}
	}
	*r = w.Reference
}
