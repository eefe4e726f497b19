package citation

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// kindLabels are what comes before a title, and a colon, to say what the work is.
var kindLabels = map[string]ref.WorkKind{
	"data set": ref.Dataset, "dataset": ref.Dataset, "data": ref.Dataset, "datensatz": ref.Dataset, "jeu de données": ref.Dataset,
	"software": ref.Software, "video": ref.Video, "podcast": ref.Podcast, "blog post": ref.Post,
}

// readKindLabel takes what says of which kind the work is off its title: "Data set: Rain".
func readKindLabel(r *Reference) {
	label, title, ok := strings.Cut(r.Title, ": ")
	kind, known := kindLabels[strings.ToLower(label)]
	span, stated := r.Spans[string(ref.FieldTitle)]
	alone := r.Type == ref.Misc || r.Type == ref.Article || r.Type == ref.Book && r.DOI != "" // in nothing
	if !ok || !known || !stated || r.Kind != "" || r.Volume != "" || r.Pages != "" || !alone {
		return
	}
	span[0] = span[1] - len(title)
	w := phrase.Work{Reference: *r}
	w.Type, w.Kind, w.Title, w.Spans[string(ref.FieldTitle)] = ref.Misc, kind, title, span
	if w.Publisher == "" {
		w.Move(ref.FieldContainer, ref.FieldPublisher)
	}
	*r = w.Reference
}
