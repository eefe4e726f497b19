package formatted

import "github.com/factcite/factcite/citation/internal/phrase"

// remarks are the readers of what may be said anywhere after the title.
var remarks = [...]partReader{
	(*formatted).readPreprint,
	(*formatted).readPatent,
	(*formatted).readGenre,
	(*formatted).readVisit,
	(*formatted).readEdition,
}

// ReadRemarks reads what the tokens from to next say of a work besides its title, its
// authors and where it came out: its kind, its edition, the preprint server. It reports
// whether they say nothing else.
func ReadRemarks(s *phrase.Text, from, next int, w *phrase.Work) (whole bool) {
	f := formatted{Text: s, work: *w}
	whole = true
	for i := from; i < next; {
		after, ok := f.readRemark(i)
		whole = whole && (ok || f.At(i).Kind == phrase.Mark)
		i = after
	}
	*w = f.work
	return whole
}

func (f *formatted) readRemark(i int) (next int, ok bool) {
	for _, read := range remarks {
		if next, ok := read(f, i, &f.work); ok && next > i {
			return next, true
		}
	}
	return i + 1, false
}

// Settle says what kind of work it is, where no noun does.
func Settle(s *phrase.Text, w *phrase.Work) {
	f := formatted{Text: s, work: *w}
	for i := range s.Tokens {
		f.online = f.online || SaysVisit(f.At(i)) && !f.At(i).Is("epub")
	}
	f.settleKind()
	*w = f.work
}

// TellsStory reports whether somebody does something in the text, as in a sentence.
func TellsStory(s *phrase.Text) bool {
	f := formatted{Text: s}
	return f.tellsStory()
}
