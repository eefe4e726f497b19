package formatted

import "github.com/factcite/factcite/citation/internal/phrase"

// remarks are the readers of what may be said anywhere after the title.
var remarks = [...]partReader{
	(*formatted).readPreprint,
	(*formatted).readGenre,
	(*formatted).skipVisit,
	(*formatted).readEdition,
}

// ReadRemarks reads what the tokens from to next say of a work besides its title, its
// authors and where it came out: its kind, its edition, the preprint server.
func ReadRemarks(s *phrase.Text, from, next int, w *phrase.Work) {
	f := formatted{Text: s, work: *w}
	for i := from; i < next; {
		i = f.readRemark(i)
	}
	*w = f.work
}

func (f *formatted) readRemark(i int) (next int) {
	for _, read := range remarks {
		if next, ok := read(f, i, &f.work); ok && next > i {
			return next
		}
	}
	return i + 1
}

// TellsStory reports whether somebody does something in the text, as in a sentence.
func TellsStory(s *phrase.Text) bool {
	f := formatted{Text: s}
	return f.tellsStory()
}
