package phrase

// ThesisAt reads a degree and the noun for a thesis: "PhD diss.", "Master's thesis".
// master reports whether the degree is none of a doctor.
func (s *Text) ThesisAt(i int) (next int, master, ok bool) {
	for next = i; next < i+6; next++ {
		switch s.At(next).Lower {
		case "thesis", "dissertation", "diss":
			if next++; s.At(next-1).Is("diss") && s.At(next).Is(".") {
				next++
			}
			return next, master, true
		case "master", "masters", "msc", "ma", "m", "bachelor", "bachelors", "mphil":
			master = true
		case "ph", "d", "phd", "dphil", "doctoral", "unpublished", "honors", "s", "sc", "a", ".":
		default:
			if !IsApostropheToken(s.At(next)) {
				return i, false, false
			}
		}
	}
	return i, false, false
}
