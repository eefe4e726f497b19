package citation

import (
	"regexp"
	"strings"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// kindLabels are what comes before a title, and a colon, or after it, in brackets, to say what
// the work is.
var kindLabels = map[string]ref.WorkKind{
	"data set": ref.Dataset, "dataset": ref.Dataset, "data": ref.Dataset, "data file": ref.Dataset, "datensatz": ref.Dataset, "jeu de données": ref.Dataset,
	"software": ref.Software, "computer software": ref.Software, "computer program": ref.Software, "source code": ref.Software, "mobile app": ref.Software, "video": ref.Video, "podcast": ref.Podcast, "blog post": ref.Post,
}

// readKindLabel takes what says of which kind the work is off its title: "Data set: Rain".
func readKindLabel(r *Reference) {
	label, title, ok := strings.Cut(r.Title, ": ")
	kind, known := kindLabels[strings.ToLower(label)]
	span, stated := r.Spans[string(ref.FieldTitle)]
	if !ok || !known || !stated || !isAlone(r) {
		return
	}
	span[0] = span[1] - len(title)
	r.Title, r.Spans[string(ref.FieldTitle)] = title, span
	callIt(kind, r)
}

// afterTitle is what brackets after a title and its version say.
var afterTitle = regexp.MustCompile(`^\.? (?:\([^()]*\)\.? )?\[([^\[\]]*)\]`)

// readBracketedKind reads of which kind the work is from brackets after its title, as the
// American Psychological Association has them: "Rain (Version 2) [Data set]".
func readBracketedKind(content string, r *Reference) {
	span, stated := r.Spans[string(ref.FieldTitle)]
	if !stated || !isAlone(r) {
		return
	}
	if label := afterTitle.FindStringSubmatch(content[span[1]:]); label != nil {
		if kind, known := kindLabels[strings.ToLower(label[1])]; known {
			callIt(kind, r)
		}
	}
}

// isAlone reports whether a work of no kind yet may be in nothing: neither in a journal, nor
// in a book.
func isAlone(r *Reference) bool {
	maybe := r.Type == ref.Misc || r.Type == ref.Article || r.Type == ref.Book && r.DOI != ""
	return maybe && r.Kind == "" && r.Volume == "" && r.Pages == ""
}

// callIt has a work be of a kind. Who brought it out may have been taken for its journal.
func callIt(kind ref.WorkKind, r *Reference) {
	w := phrase.Work{Reference: *r}
	w.Type, w.Kind = ref.Misc, kind
	if w.Publisher == "" {
		w.Move(ref.FieldContainer, ref.FieldPublisher)
	}
	*r = w.Reference
}
