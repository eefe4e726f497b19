package citation

import "strings"

// work is a reference while it is being read.
type work struct {
	Reference
	noun    string // the noun by which the sentence calls it: "paper", "book"
	master  bool   // the thesis is not a doctoral one
	held    bool   // the container is a book
	meeting bool   // the container is where the work was presented
	webPage bool   // the work is a page of a site
	issued  bool   // the authors are said to have published, not to have written it
	issuers string // the authors as written
}

// settled is the reference with its type, what depends on the type, and what
// follows from the stated values.
func (w *work) settled() Reference {
	if w.Container == "" && w.issued && len(w.Authors) > 0 && !w.EtAl && !w.Preprint && w.ArXiv == "" && nounType(w.noun) != Book {
		w.issuer()
	}
	container := lowerASCII(w.Container) // once for all look-ups
	v, _ := findVenue(container)
	w.Type = w.entryType(v, container)
	if w.Publisher != "" && (w.Type == TechReport || w.Type == Misc && w.isAlone() && !isPress(w.Publisher)) {
		w.move(fieldPublisher, fieldInstitution)
	}
	w.derive(v)
	return w.Reference
}

// issuer makes the bodies that published a work its institution.
func (w *work) issuer() {
	for _, n := range w.Authors {
		house := len(w.Authors) == 1 && n == Name{Family: n.Family} && nounType(w.noun) == TechReport // "Natixis published a report"
		if n.Literal == "" && !house {
			return
		}
	}
	w.Institution = w.issuers
	w.mark(fieldInstitution, w.Spans[string(fieldAuthors)])
	w.Authors = nil
	w.drop(fieldAuthors)
}

// entryType is the type of a work in a container and its venue in the table, nil
// for none.
func (w *work) entryType(v *venue, container string) EntryType {
	kind := nounType(w.noun)
	switch {
	case kind == PhDThesis && w.master:
		return MastersThesis
	case kind == PhDThesis:
		return PhDThesis
	case w.webPage:
		return Misc
	case v != nil:
		return paperType(v)
	case w.isAlone() && (container == "" || w.meeting && !isProceedings(container)):
		return Misc
	case container != "" && (w.meeting || isProceedings(container)):
		return InProceedings
	case kind == InCollection || w.held || container != "" && isReferenceBook(container) || container != "" && len(w.Editors) > 0:
		return InCollection
	case container != "":
		return Article
	case kind == TechReport || w.Institution != "" && kind != Article:
		return TechReport
	case kind == Book:
		return Book
	case w.Publisher != "" && kind == "" && (isPress(w.Publisher) || !isBody(w.Publisher)):
		return Book
	case w.Publisher != "" && kind != Article && !isPress(w.Publisher):
		if len(w.Editors) > 0 {
			return Book
		}
		return TechReport
	case len(w.Editors) > 0 && len(w.Authors) == 0 && (kind == "" || w.noun == "papers"):
		return Book
	case kind == "":
		return Misc
	}
	return kind
}

// isAlone reports whether the work is a talk, a blog post or the like.
func (w *work) isAlone() bool { return listsOf(w.noun).has(loneNouns) }

func isPress(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if _, lists := lookUp(w); lists.has(publisherWords) {
			return true
		}
	}
	return false
}

func isBody(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if _, lists := lookUp(w); lists.has(bodyWords) {
			return true
		}
	}
	return false
}

// isReferenceBook reports whether a container is a book, by nothing but its name.
func isReferenceBook(container string) bool {
	for word := range venueWords(container) {
		switch word {
		case "handbook", "encyclopedia", "encyclopaedia", "companion", "dictionary":
			return true
		}
	}
	return false
}

// isProceedings reports whether a container is the proceedings of a meeting, by
// its name alone.
func isProceedings(container string) bool {
	lower := strings.ToLower(container)
	if last := lower[strings.LastIndexByte(lower, ' ')+1:]; last == "journal" || last == "review" || last == "magazine" {
		return false // "History Workshop Journal"
	}
	for _, head := range []string{"conference", "symposium", "workshop", "annual meeting", "congress", "conf.", "symp.", "proc. ", "colloquium", "summit"} {
		if strings.Contains(lower, head) {
			return true
		}
	}
	return strings.HasPrefix(lower, "proceedings of the ") && strings.ContainsAny(lower, "0123456789") ||
		strings.HasPrefix(lower, "advances in neural information processing")
}
