package citation

import (
	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readReview reads a text with a review of the work of others, which is none of its own: the
// readers see it without what says whose work is reviewed. Where the review has no title of
// its own they see that of the work in quotation marks, and what is said is the title. It is false if no review
// is read.
func readReview(plain *markup.Plain, s *phrase.Text, review *formatted.Review, q question) (e Extraction, ok bool) {
	changes := []markup.Change{{Words: review.Around}}
	if !review.Titled {
		changes = []markup.Change{
			{Words: Span{review.Around[0], review.Reviewed[0]}, Instead: "“"},
			{Words: Span{review.Reviewed[1], review.Around[1]}, Instead: "”"},
		}
	}
	short := plain.Changed(changes...)
	e = parse(&short, look(&short), q)
	reviewed := plain.InSource(review.Reviewed)
	for i := range e.References {
		switch title := e.References[i].Spans[string(ref.FieldTitle)]; {
		case review.Titled && e.References[i].Title != "" && title[1] <= reviewed[0]:
			return e, true
		case !review.Titled && title == reviewed:
			e.References[i].Title = s.Slice(review.Said)
			e.References[i].Spans[string(ref.FieldTitle)] = plain.InSource(review.Said)
			return e, true
		}
	}
	return e, false
}
