package citation

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readPlace reads where a book came out that names no publisher, right before the year:
// "Bo Lee: Felt Rims, Hamburg 2017.", "Bo Lee: Felt Rims, New York, 2017."
func readPlace(s *phrase.Text, r *Reference) {
	year, ok := r.Spans[string(ref.FieldYear)]
	if !ok || r.Address != "" || r.URL != "" || isIssued(r) || r.Title == "" || r.Type != ref.Misc && r.Type != ref.Book {
		return
	}
	for i := 2; i < len(s.Tokens); i++ {
		if s.At(i).Start != year[0] {
			continue
		}
		end := i
		if mark := s.At(i - 1); mark.Is(",") || mark.Is("(") {
			end--
		}
		place := end - 1
		if !phrase.IsPlace(s, place) && phrase.IsPlace(s, place-1) {
			place--
		}
		if mark := s.At(place - 1); phrase.IsPlace(s, place) && (mark.Is(",") || mark.Is(".")) {
			r.Type, r.Address = ref.Book, s.Slice(s.Span(place, end))
			r.Spans[string(ref.FieldAddress)] = s.Span(place, end)
		}
		return
	}
}
