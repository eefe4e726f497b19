package phrase

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// Settled is the reference with its type, what depends on the type, and what
// follows from the stated values.
func (w *Work) Settled() ref.Reference {
	if w.Container == "" && w.Issued && len(w.Authors) > 0 && !w.EtAl && !w.Preprint && w.ArXiv == "" && lexicon.NounType(w.Noun) != ref.Book {
		w.issuer()
	}
	if w.Container == "" && w.Publisher != "" && strings.ToUpper(w.Publisher) == w.Publisher {
		if v, known := venue.Find(w.Publisher); known && !v.Journal { // "(OSDI 2016)"
			w.Move(ref.FieldPublisher, ref.FieldContainer)
		}
	}
	if isReportSeries(w.Container) {
		w.numberReport()
	}
	w.issueReport()
	if w.pointsInto() {
		w.Drop(ref.FieldVolume)
	}
	container := text.LowerASCII(w.Container) // once for all look-ups
	v, _ := venue.Find(container)
	w.Type = w.entryType(v, container)
	if w.Publisher != "" && w.Institution == "" && (w.Type == ref.TechReport || w.Type == ref.Misc && w.isAlone() && !IsPress(w.Publisher)) {
		w.Move(ref.FieldPublisher, ref.FieldInstitution)
	}
	w.derive(v)
	if w.Kind == "" {
		w.Kind = w.kind(container)
	}
	return w.Reference
}

// numberReport makes the series of reports that is taken for a journal what the work is,
// and the number after it its number.
func (w *Work) numberReport() {
	w.Move(ref.FieldContainer, ref.FieldGenre)
	w.Noun = "report"
	for _, f := range []ref.Field{ref.FieldVolume, ref.FieldEID, ref.FieldPages} {
		if w.Number == "" && !strings.ContainsAny(*w.Value(f), "–-") {
			w.Move(f, ref.FieldNumber)
		}
	}
}

// issueReport gives a report the body whose acronym begins the name of its series: "NBER
// Working Paper".
func (w *Work) issueReport() {
	body, rest, ok := strings.Cut(w.Genre, " ")
	sp, stated := w.Spans[string(ref.FieldGenre)]
	if !ok || !stated || w.Standard || w.Series != "" || w.Institution != "" || w.Publisher != "" || w.Container != "" || len(body) < 3 || strings.ToUpper(body) != body || lexicon.NounType(strings.ToLower(rest[strings.LastIndexByte(rest, ' ')+1:])) == "" {
		return
	}
	w.Institution = body
	w.Mark(ref.FieldInstitution, ref.Span{sp[0], sp[0] + len(body)})
}

// pointsInto reports whether the number after a title is the page that is pointed to, as
// in what repeats a reference: "Lee, The Quiet Cart, 57."
func (w *Work) pointsInto() bool {
	title, volume := w.Spans[string(ref.FieldTitle)], w.Spans[string(ref.FieldVolume)]
	return w.Volume != "" && w.Year == "" && w.Container == "" && w.Series == "" && w.Publisher == "" && w.Pages == "" && w.Number == "" && title[1] < volume[0] && volume[0]-title[1] <= len("*, ")
}

// nounKinds are the kinds of works by the nouns that call them so.
var nounKinds = map[string]ref.WorkKind{
	"podcast": ref.Podcast, "video": ref.Video, "blog": ref.Post, "post": ref.Post,
}

// kind is what the work is beside its type: an entry of an encyclopedia in a container,
// a podcast, a video or a post by its noun, or empty.
func (w *Work) kind(container string) ref.WorkKind {
	switch kind := nounKinds[w.Noun]; {
	case w.Type == ref.InCollection && (strings.Contains(container, "encyclop") || strings.Contains(container, "dictionary")):
		return ref.InEncyclopedia
	case w.Type == ref.Misc && kind != "":
		return kind
	}
	return ""
}

// issuer makes the bodies that published a work its institution.
func (w *Work) issuer() {
	for _, n := range w.Authors {
		house := len(w.Authors) == 1 && n == ref.Name{Family: n.Family} && lexicon.NounType(w.Noun) == ref.TechReport // "Natixis published a report"
		if n.Literal == "" && !house {
			return
		}
	}
	w.Institution = w.Issuers
	w.Mark(ref.FieldInstitution, w.Spans[string(ref.FieldAuthors)])
	w.Authors = nil
	w.Drop(ref.FieldAuthors)
}

// entryType is the type of a work in a container and its venue in the table, nil
// for none.
func (w *Work) entryType(v *venue.Venue, container string) ref.EntryType {
	kind := lexicon.NounType(w.Noun)
	switch {
	case w.Standard:
		return ref.TechReport
	case w.Patent, w.Reference.Kind != "" && ref.Kinds[w.Reference.Kind].Type == ref.Misc, isDataRepository(w.Publisher) && kind != ref.Article:
		return ref.Misc
	case kind == ref.PhDThesis && w.Master:
		return ref.MastersThesis
	case kind == ref.PhDThesis:
		return ref.PhDThesis
	case w.WebPage:
		return ref.Misc
	case v != nil:
		return ref.PaperType(v)
	case w.isAlone() && (container == "" || w.Meeting && !IsProceedings(container)):
		return ref.Misc
	case container != "" && (w.Meeting || IsProceedings(container) || strings.HasPrefix(w.Series, "Lecture Notes in ")):
		return ref.InProceedings
	case kind == ref.InCollection || w.Held || container != "" && isReferenceBook(container) || container != "" && len(w.Editors) > 0:
		return ref.InCollection
	case container != "":
		return ref.Article
	case kind == ref.TechReport || w.Institution != "" && kind != ref.Article:
		return ref.TechReport
	case kind == ref.Book:
		return ref.Book
	case w.Publisher != "" && w.Address != "" && kind != ref.Article && !IsBody(w.Publisher):
		return ref.Book
	case w.Publisher != "" && kind == "" && (IsPress(w.Publisher) || !IsBody(w.Publisher)):
		return ref.Book
	case w.Publisher != "" && kind != ref.Article && !IsPress(w.Publisher):
		if len(w.Editors) > 0 {
			return ref.Book
		}
		return ref.TechReport
	case len(w.Editors) > 0 && len(w.Authors) == 0 && (kind == "" || w.Noun == "papers" || w.Noun == "catalogue" || w.Noun == "catalog"):
		return ref.Book
	case kind == "" && (w.ISBN != "" || w.Address != "" && w.URL == "" && w.Title != "" && len(w.Authors) > 0):
		return ref.Book
	case kind == "":
		return ref.Misc
	}
	return kind
}

// isAlone reports whether the work is a talk, a blog post or the like.
func (w *Work) isAlone() bool { return lexicon.ListsOf(w.Noun).Has(lexicon.LoneNouns) }

// IsDepository reports whether a name is that of a place which keeps data or software: it
// brings them out, and is no journal that they are in.
func IsDepository(name string) bool {
	switch strings.ToLower(name) {
	case "github", "gitlab", "bitbucket", "cran", "pypi":
		return true
	}
	return isDataRepository(name)
}

// isDataRepository reports whether what brought a work out keeps data and software.
func isDataRepository(publisher string) bool {
	switch strings.ToLower(publisher) {
	case "zenodo", "figshare", "dryad", "dryad digital repository", "pangaea", "harvard dataverse", "dataverse", "icpsr", "osf", "mendeley data", "data.gov", "uk data service", "uk data archive", "dans", "gesis", "gbif", "kaggle":
		return true
	}
	return false
}

// isReferenceBook reports whether a container is a book, by nothing but its name.
func isReferenceBook(container string) bool {
	for word := range venue.Words(container) {
		switch word {
		case "handbook", "encyclopedia", "encyclopaedia", "companion", "dictionary":
			return true
		}
	}
	return false
}
