package rules

import (
	"strings"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/venue"
	"github.com/factcite/factcite/validate/internal/finding"
)

func gapRules() []Rule {
	return []Rule{{
		ID:       "reference-unidentified",
		Title:    "A reference names no work",
		Family:   familyGaps,
		Severity: finding.Warning,
		Doc: "The fact is typed reference, but its sentence names no work: neither a title nor an author together with a venue or a publisher. No entry can be " +
			"written for it. Name the work, or type the fact as what it is.",
		Bad:    []Example{sentenceExample("reference", "Felt rims are the subject of several older works.", "1:52")},
		Good:   []Example{completeReference()},
		Since:  "0.1.0",
		record: referenceUnidentified,
	}, {
		ID:       "missing-title",
		Title:    "A work has no title",
		Family:   familyGaps,
		Severity: finding.Warning,
		Doc: "Author and venue are known, the title is not, so readers cannot be sure which work is meant. Add the title to the sentence, or " +
			"to another fact about the same work. An article of a .bib with journal, volume and pages, as physicists cite them, is an info.",
		Bad:   []Example{referenceExample("Roe et al. (2019) studied felt rims, published in the Journal of Reading Rooms, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "1:106")},
		Good:  []Example{completeReference()},
		Also:  []string{"authors-truncated"},
		Since: "0.1.0",
		work: func(w *Work) []finding.Finding {
			if w.Title != "" {
				return nil
			}
			return []finding.Finding{w.gap("title", finding.Finding{
				Severity: gapSeverity(w.Reference, ref.FieldTitle),
				Message:  "no title is stated for " + w.name(),
				Help:     "add the title to the sentence, or to another fact about the same work",
			})}
		},
	}, {
		ID:       "missing-author",
		Title:    "A work has no author",
		Family:   familyGaps,
		Severity: finding.Warning,
		Doc: "No fact says who wrote the work (for a book or a chapter: who wrote or edited it). A citation needs a name. Add the " +
			"authors to the sentence, or to another fact about the same work. Standards, cases and statutes have none; a web page in a .bib without one is an info.",
		Bad:   []Example{referenceExample("The article 'Felt rims and quiet carts' was published in the Journal of Reading Rooms in 2019, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "1:65")},
		Good:  []Example{completeReference()},
		Since: "0.1.0",
		work: func(w *Work) []finding.Finding {
			return w.lacks(ref.FieldAuthors, "no author is stated for ", "add the authors' names to the sentence, or to another fact about the same work")
		},
	}, {
		ID:       "missing-year",
		Title:    "A work has no year",
		Family:   familyGaps,
		Severity: finding.Warning,
		Doc: "No fact says when the work appeared, and nothing that is stated tells (an arXiv ID, the number of a conference). " +
			"Add the year to the sentence, or to another fact about the same work.",
		Bad:   []Example{referenceExample("Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms, volume 7, pages 11–19, doi:10.99999/jrr.7.", "1:83")},
		Good:  []Example{completeReference()},
		Since: "0.1.0",
		work: func(w *Work) []finding.Finding {
			return w.lacks(ref.FieldYear, "no year is stated for ", "add the year to the sentence, or to another fact about the same work")
		},
	}, {
		ID:       "missing-venue",
		Title:    "A work has no venue",
		Family:   familyGaps,
		Severity: finding.Warning,
		Doc: "No fact says where the work appeared: the journal, the proceedings, the book or the site. An arXiv ID says where it can be read, not where it was " +
			"published. Add the venue, or say that the work is a preprint (then it is preprint-only). An entry of a .bib that is a preprint with its ID lacks nothing.",
		Bad:   []Example{referenceExample("The paper 'Felt rims and quiet carts' by Ana Roe appeared in 2019 (arXiv:1903.01234).", "1:63")},
		Good:  []Example{completeReference()},
		Since: "0.1.0",
		work: func(w *Work) []finding.Finding {
			return w.lacks(ref.FieldContainer, "no venue is stated for ", "say where it appeared, or that it is a preprint")
		},
	}, {
		ID:       "missing-arxiv-id",
		Title:    "A work that should be on arXiv has no arXiv ID",
		Family:   familyGaps,
		Severity: finding.Warning,
		Doc: "The work is called a preprint, or appeared where papers are customarily on arXiv (physics journals since 1996, conferences in computer science since 2013), or only its title is known and the fact was read on " +
			"arxiv.org, openreview.net or aclanthology.org; an arXiv ID would identify it and lead to its text, and none is given. Look the work up on " +
			"arXiv and add the ID (a DOI or an address of arXiv will do). An entry of a .bib that says where the paper is printed, with its pages or an identifier, is not asked for one.",
		Bad: []Example{referenceExample("Ana Roe published 'Felt rims and quiet carts' in the Proceedings of the International Conference on Machine Learning in 2019, pages 11–19, doi:10.99999/icml.2019.7.", "1:71")},
		Good: []Example{
			completeReference(),
			referenceExample("Ana Roe published 'Felt rims and quiet carts' in the Proceedings of the International Conference on Machine Learning in 2019, pages 11–19 (arXiv:1903.01234).", ""),
			referenceExample("Ana Roe published 'Felt rims and quiet carts' in the Proceedings of the International Conference on Machine Learning in 1999, pages 11–19, doi:10.99999/icml.1999.7.", ""),
		},
		Since: "0.1.0",
		work:  missingArXivID,
	}, {
		ID:       "missing-identifier",
		Title:    "A work has no identifier",
		Family:   familyGaps,
		Severity: finding.Info,
		Doc: "No DOI, arXiv ID, ISBN, PMID or address is given. With one of them the work is found at once and can be verified. Add " +
			"the one that it has. Entries of a .bib are not asked for one: many styles print none.",
		Bad:   []Example{referenceExample("Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19.", "1:83")},
		Good:  []Example{completeReference()},
		Since: "0.1.0",
		work: func(w *Work) []finding.Finding {
			if !needsIdentifier(w.Reference) || hasIdentifier(w.Reference) {
				return nil
			}
			return []finding.Finding{w.gap("identifier", finding.Finding{
				Message: "no DOI, arXiv ID, ISBN, PMID or address is given for " + w.name(),
				Help:    "add the identifier that it has",
			})}
		},
	}, {
		ID:       "missing-pages",
		Title:    "An article has no pages",
		Family:   familyGaps,
		Severity: finding.Info,
		Doc:      "Articles and papers in proceedings are cited with their pages or, where a journal has none, an article number. Add them.",
		Bad:      []Example{referenceExample("Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, doi:10.99999/jrr.2019.7.", "1:83")},
		Good:     []Example{completeReference()},
		Since:    "0.1.0",
		work: func(w *Work) []finding.Finding {
			return w.lacks(ref.FieldPages, "no pages are stated for ", "add the pages or the article number")
		},
	}, {
		ID:       "missing-publisher",
		Title:    "A book has no publisher",
		Family:   familyGaps,
		Severity: finding.Info,
		Doc:      "Books and chapters are cited with their publisher. Add it.",
		Bad:      []Example{referenceExample("Ana Roe wrote the book 'Felt Rims and Quiet Carts' in 2019 (ISBN 978-3-16-148410-0).", "1:76")},
		Good:     []Example{referenceExample("Ana Roe wrote the book 'Felt Rims and Quiet Carts', published by Oxford University Press in 2019 (ISBN 978-3-16-148410-0).", "")},
		Since:    "0.1.0",
		work: func(w *Work) []finding.Finding {
			return w.lacks(ref.FieldPublisher, "no publisher is stated for ", "add the publisher")
		},
	}, {
		ID:       "missing-institution",
		Title:    "A report or thesis has no institution",
		Family:   familyGaps,
		Severity: finding.Info,
		Doc:      "Reports and theses are cited with the institution that they were written at or published by. Add it.",
		Bad:      []Example{{Name: "refs.bib", Text: lines("@phdthesis{roe2019,", "  author = {Roe, Ana},", "  title = {Felt rims and quiet carts},", "  year = 2019,", "  doi = {10.99999/roe.2019}", "}"), At: "1:1"}},
		Good:     []Example{{Name: "refs.bib", Text: lines("@phdthesis{roe2019,", "  author = {Roe, Ana},", "  title = {Felt rims and quiet carts},", "  school = {University of Quiet},", "  year = 2019,", "  doi = {10.99999/roe.2019}", "}")}},
		Since:    "0.1.0",
		work: func(w *Work) []finding.Finding {
			return w.lacks(ref.FieldInstitution, "no institution is stated for ", "add the university or the institution")
		},
	}, {
		ID:       "authors-truncated",
		Title:    "The list of authors is cut",
		Family:   familyGaps,
		Severity: finding.Info,
		Doc:      "The authors end in \"et al.\", and no fact gives the rest. A bibliography names them all. Add the names that are missing.",
		Bad:      []Example{referenceExample("Ana Roe et al. published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "1:90")},
		Good:     []Example{completeReference()},
		Since:    "0.1.0",
		work: func(w *Work) []finding.Finding {
			if !w.EtAl {
				return nil
			}
			return []finding.Finding{w.gap("authors", finding.Finding{
				Message: `the authors of ` + w.name() + ` end in "et al."`,
				Help:    "add the names that are missing",
			})}
		},
	}, {
		ID:       "preprint-only",
		Title:    "A work is known as a preprint only",
		Family:   familyGaps,
		Severity: finding.Info,
		Doc: "The work is called a preprint and no fact names a venue. It may have been published since, and then the published version should be " +
			"cited. Look it up.",
		Bad:   []Example{referenceExample("The paper 'Felt rims and quiet carts' by Ana Roe is an arXiv preprint (arXiv:1903.01234).", "1:63")},
		Good:  []Example{completeReference()},
		Since: "0.1.0",
		work: func(w *Work) []finding.Finding {
			if !isPreprintOnly(w.Reference) {
				return nil
			}
			return []finding.Finding{w.gap("container", finding.Finding{
				Message: w.name() + " is known as a preprint only",
				Help:    "see whether it was published since, and name the venue",
			})}
		},
	}, {
		ID:       "title-truncated",
		Title:    "A title is cut",
		Family:   familyGaps,
		Severity: finding.Warning,
		Doc:      "The title ends in an ellipsis, and no fact gives it whole. A cut title is not found in a catalogue. Put the whole title.",
		Bad:      []Example{referenceExample("Ana Roe published the article 'Felt rims and quiet carts in the…' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "1:83")},
		Good:     []Example{completeReference()},
		Since:    "0.1.0",
		work: func(w *Work) []finding.Finding {
			if !strings.HasSuffix(w.Title, "…") && !strings.HasSuffix(w.Title, "...") {
				return nil
			}
			return []finding.Finding{w.gap("title", finding.Finding{
				Message: "the title " + w.name() + " is cut",
				Help:    "put the whole title",
			})}
		},
	}}
}

// referenceExample is a reference fact as an example; at is "" for a good one.
func referenceExample(content, at string) Example { return sentenceExample("reference", content, at) }

// completeReference is a reference that lacks nothing.
func completeReference() Example {
	return referenceExample("Ana Roe and Bo Lim published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "")
}

func referenceUnidentified(s *Subject) []finding.Finding {
	if !LooksLikeReference(s.Item) || len(s.Said.References) > 0 {
		return nil
	}
	message := "the fact is typed reference but names no work"
	if s.Item.Part == fact.Listed {
		message = "the entry of the list of references could not be read as one"
	}
	return []finding.Finding{s.text(finding.Finding{
		Message: message,
		Field:   "content",
		Help:    "name the work by its title, or by author and venue, or give the fact another type",
	})}
}

// lacks reports that works of its type need a field that no fact states and nothing
// derives.
func (w *Work) lacks(field ref.Field, message, help string) []finding.Finding {
	if !needs(w.Reference, ref.RowOf(field)) || says(w.Reference, field) {
		return nil
	}
	return []finding.Finding{w.gap(string(field), finding.Finding{Severity: gapSeverity(w.Reference, field), Message: message + w.name(), Help: help})}
}

// says reports whether a reference states, or lets derive, a field, or has what
// stands for it in works of its type.
func says(r *citation.Reference, field ref.Field) bool {
	if r.Text(string(field)) != "" || isDerived(r, string(field)) {
		return true
	}
	switch field {
	case ref.FieldAuthors:
		return (r.Type == citation.Book || r.Type == citation.InCollection) && len(r.Editors) > 0
	case ref.FieldContainer:
		published := r.Type == citation.Misc && (r.Publisher != "" || r.Institution != "" || isSiteAddress(r.URL))
		return published || isDerived(r, "venue")
	case ref.FieldPages:
		return r.EID != ""
	}
	return false
}

func isDerived(r *citation.Reference, field string) bool {
	_, ok := r.Derived[field]
	return ok
}

// isSiteAddress reports whether a URL names the site on which a work appeared, as
// one of a repository or a resolver does not.
func isSiteAddress(address string) bool {
	if address == "" {
		return false
	}
	for _, host := range [...]string{"arxiv.org", "doi.org", "ncbi.nlm.nih.gov"} {
		if indexFold(address, host) >= 0 {
			return false
		}
	}
	return true
}

func hasIdentifier(r *citation.Reference) bool {
	return r.DOI != "" || r.ArXiv != "" || r.ISBN != "" || r.PMID != "" || r.URL != "" || isDerived(r, "arxiv") || isDerived(r, "doi")
}

func hasArXivID(r *citation.Reference) bool {
	return r.ArXiv != "" || isDerived(r, "arxiv") ||
		indexFold(r.DOI, "10.48550/arxiv.") >= 0 || indexFold(r.URL, "arxiv.org/") >= 0 || indexFold(r.URL, "10.48550/arxiv.") >= 0
}

// isPreprintOnly reports whether a work is called a preprint and no venue is known.
func isPreprintOnly(r *citation.Reference) bool {
	return r.Preprint && isUnplaced(r)
}

// isOnArXivAlone reports whether a work has an arXiv ID and no venue is known.
func isOnArXivAlone(r *citation.Reference) bool {
	return hasArXivID(r) && isUnplaced(r)
}

func isUnplaced(r *citation.Reference) bool {
	return (r.Type == citation.Misc || r.Type == citation.Article) && r.Container == ""
}

func missingArXivID(w *Work) []finding.Finding {
	if hasArXivID(w.Reference) || w.Entry != nil && isFoundInPrint(w.Reference) {
		return nil
	}
	reason := ""
	known, ok := venue.Find(w.Container)
	switch {
	case ok && known.ArXiv && isSinceArXiv(w.Reference, ref.PaperType(known)):
		reason = "papers in " + finding.Quoted(finding.Shorten(w.Container, 90)) + " are customarily on arXiv"
	case w.Preprint && !isElsewhere(w.Reference):
		reason = "it is called a preprint"
	case w.First.PreprintServer && onlyTitle(w.Reference):
		reason = "only its title is known, and the fact was read on a server of preprints"
	default:
		return nil
	}
	return []finding.Finding{w.gap("arxiv", finding.Finding{
		Message: "no arXiv ID is given for " + w.name() + ": " + reason,
		Help:    "look it up on arXiv and add the ID to the sentence",
	})}
}

// isFoundInPrint reports whether it is known where a paper was printed.
func isFoundInPrint(r *citation.Reference) bool {
	return r.Container != "" && (r.Pages != "" || r.EID != "" || hasIdentifier(r))
}

// The years from which papers of physics journals and of conferences in computer
// science are commonly on arXiv, which opened in 1991: high-energy physics and
// astrophysics came first, computer science with the rise of machine learning.
const (
	arXivJournals    = 1996
	arXivConferences = 2013
)

// isSinceArXiv reports whether a paper is young enough for arXiv to be customary. A
// paper without a year is.
func isSinceArXiv(r *citation.Reference, venue citation.EntryType) bool {
	year, ok := yearNumber(r.Year)
	if !ok {
		year, ok = yearNumber(r.Derived["year"].Value)
	}
	if venue == citation.Article {
		return !ok || year >= arXivJournals
	}
	return !ok || year >= arXivConferences
}

// onlyTitle reports whether nothing but the title of a work is known.
func onlyTitle(r *citation.Reference) bool {
	return r.Title != "" && len(r.Authors) == 0 && len(r.Editors) == 0 && !says(r, ref.FieldYear) &&
		r.Container == "" && r.Publisher == "" && r.Institution == "" && !hasIdentifier(r)
}

// isElsewhere reports whether a preprint is on another server than arXiv.
func isElsewhere(r *citation.Reference) bool {
	if r.DOI != "" {
		return true // hasArXivID knows the DOIs of arXiv
	}
	for _, text := range [...]string{r.Container, r.Publisher, r.Institution, r.URL} {
		for _, server := range [...]string{"biorxiv", "medrxiv", "ssrn", "chemrxiv", "psyarxiv", "socarxiv", "osf", "research square", "preprints.org", "zenodo", "techrxiv", "eartharxiv", "repec"} {
			if indexFold(text, server) >= 0 {
				return true
			}
		}
	}
	return false
}
