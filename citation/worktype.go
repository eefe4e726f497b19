package citation

import "strings"

// settle gives a work its type and moves what depends on the type.
func (w *work) settle() {
	w.Type = w.entryType()
	if w.Type == TechReport && w.Publisher != "" {
		w.move(fieldPublisher, fieldInstitution)
	}
}

func (w *work) entryType() EntryType {
	kind := workNouns[w.noun]
	venue, known := LookupVenue(w.Container)
	switch {
	case w.thesis == "master":
		return MastersThesis
	case kind == PhDThesis:
		return PhDThesis
	case w.Container != "" && known:
		return venue.Type
	case w.Container != "" && isProceedings(w.Container):
		return InProceedings
	case kind == InCollection || w.Container != "" && (len(w.Editors) > 0 || w.Publisher != "" && kind != Article):
		return InCollection
	case w.Container != "":
		return Article
	case kind == TechReport || w.Institution != "":
		return TechReport
	case kind == Book:
		return Book
	case w.Publisher != "" && kind == "":
		return Book
	case w.Publisher != "" && !isPress(w.Publisher):
		return TechReport
	case kind == "":
		return Misc
	}
	return kind
}

func isPress(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if publisherWords[w] {
			return true
		}
	}
	return false
}

// isProceedings tells whether a container is the proceedings of a meeting, by
// its name alone.
func isProceedings(container string) bool {
	lower := strings.ToLower(container)
	for _, head := range []string{"conference", "symposium", "workshop", "annual meeting", "congress"} {
		if strings.Contains(lower, head) {
			return true
		}
	}
	return strings.HasPrefix(lower, "proceedings of the ") && strings.ContainsAny(lower, "0123456789") ||
		strings.HasPrefix(lower, "advances in neural information processing")
}
