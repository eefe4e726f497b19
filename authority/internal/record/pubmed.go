package record

import (
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/xmltext"
	"github.com/factcite/factcite/citation"
)

// pubMedArticle reads a PubmedArticle of PubMed's baseline, update files and EFetch
// (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/).
func (x *XML) pubMedArticle(inner []byte) (*draft, error) {
	w := newDraft("pubmed")
	w.Record.Type = citation.Article
	for e, err := range xmltext.Children(inner) {
		if err != nil {
			return nil, err
		}
		switch string(e.Name) {
		case "MedlineCitation":
			err = x.medlineCitation(w, e.Inner)
		case "PubmedData":
			x.pubMedData(w, e.Inner)
		}
		if err != nil {
			return nil, err
		}
	}
	w.noteRetractedTitle()
	return w, nil
}

func (x *XML) medlineCitation(w *draft, inner []byte) error {
	for e, err := range xmltext.Children(inner) {
		if err != nil {
			return err
		}
		switch string(e.Name) {
		case "PMID":
			w.Record.PMID = x.text(e.Inner)
			w.Origin.Key = w.Record.PMID
		case "Article":
			err = x.pubMedPaper(w, e.Inner)
		case "MedlineJournalInfo":
			w.addVenue(x.childText(e.Inner, "MedlineTA"))
		case "CommentsCorrectionsList":
			err = x.pubMedNotices(w, e.Inner)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (x *XML) pubMedPaper(w *draft, inner []byte) error {
	r := &w.Record
	for e, err := range xmltext.Children(inner) {
		if err != nil {
			return err
		}
		switch string(e.Name) {
		case "Journal":
			x.pubMedJournal(w, e.Inner)
		case "ArticleTitle":
			r.Title = pubMedTitle(x.text(e.Inner))
		case "VernacularTitle":
			w.addTitle(pubMedTitle(x.text(e.Inner)))
		case "Pagination":
			x.pubMedPages(r, e.Inner)
		case "ELocationID":
			if xmltext.Attribute(e.Attributes, "EIdType") == "doi" && xmltext.Attribute(e.Attributes, "ValidYN") != "N" {
				w.setDOI(x.text(e.Inner))
			}
		case "AuthorList":
			x.pubMedAuthors(w, e.Inner)
			r.EtAl = r.EtAl || xmltext.Attribute(e.Attributes, "CompleteYN") == "N"
		case "ArticleDate": // of the version online, after the one of the issue
			w.addYear(x.childText(e.Inner, "Year"))
		case "PublicationTypeList":
			for kind := range xmltext.Children(e.Inner) {
				if x.text(kind.Inner) == "Retracted Publication" {
					w.retract(authority.Retraction{})
				}
			}
		}
	}
	return nil
}

// pubMedTitle takes off the full stop, and the brackets around a title that was
// translated.
func pubMedTitle(title string) string {
	title = withoutFullStop(title)
	if inside, found := strings.CutPrefix(title, "["); found && strings.HasSuffix(inside, "]") && !strings.ContainsAny(inside[:len(inside)-1], "[]") {
		return withoutFullStop(strings.TrimSuffix(inside, "]"))
	}
	return title
}

func (x *XML) pubMedJournal(w *draft, inner []byte) {
	var abbreviation string
	for e := range xmltext.Children(inner) {
		switch string(e.Name) {
		case "Title":
			w.addVenue(x.text(e.Inner))
		case "ISOAbbreviation":
			abbreviation = x.text(e.Inner)
		case "JournalIssue":
			for part := range xmltext.Children(e.Inner) {
				switch string(part.Name) {
				case "Volume":
					w.Record.Volume = x.text(part.Inner)
				case "Issue":
					w.Record.Number = x.text(part.Inner)
				case "PubDate":
					w.addYear(x.childText(part.Inner, "Year"))
					w.addYear(x.childText(part.Inner, "MedlineDate"))
				}
			}
		}
	}
	w.addVenue(abbreviation)
}

// pubMedPages reads the pages, of which the last may be cut short: "101-9". A single
// one that has letters is the number of the article.
func (x *XML) pubMedPages(r *citation.Reference, inner []byte) {
	first, last := x.childText(inner, "StartPage"), x.childText(inner, "EndPage")
	if first != "" {
		r.Pages = pageRange(first, last)
	} else {
		r.Pages, _, _ = strings.Cut(x.childText(inner, "MedlinePgn"), ",")
	}
	if r.Pages != "" && !strings.ContainsAny(r.Pages[:1], "0123456789") && !strings.Contains(r.Pages, "-") {
		r.EID, r.Pages = r.Pages, ""
	}
}

func (x *XML) pubMedAuthors(w *draft, inner []byte) {
	for author := range xmltext.Children(inner) {
		if xmltext.Attribute(author.Attributes, "ValidYN") == "N" {
			continue
		}
		var n citation.Name
		for e := range xmltext.Children(author.Inner) {
			switch text := x.text(e.Inner); string(e.Name) {
			case "LastName":
				n.Family = text
			case "ForeName":
				n.Given = text
			case "Initials":
				if n.Given == "" {
					n.Given = text
				}
			case "Suffix":
				n.Suffix = text
			case "CollectiveName":
				n = citation.Name{Literal: text}
			}
		}
		w.addAuthor(n)
	}
}

// pubMedNoticeTypes are the types of remarks on a work that withdraw it or question it.
// The notice is named by its place, not by a DOI.
var pubMedNoticeTypes = map[string]authority.NoticeKind{
	"RetractionIn": "", "PartialRetractionIn": authority.Partly, "ExpressionOfConcernIn": authority.Concern, "CorrectedandRepublishedIn": authority.Replaced,
}

func (x *XML) pubMedNotices(w *draft, inner []byte) error {
	for e, err := range xmltext.Children(inner) {
		if err != nil {
			return err
		}
		if extent, ok := pubMedNoticeTypes[xmltext.Attribute(e.Attributes, "RefType")]; ok {
			notice := strings.TrimRight(bareDOI(x.childText(e.Inner, "RefSource")), ".,;")
			w.retract(authority.Retraction{Notice: notice, Extent: extent})
		}
	}
	return nil
}

// pubMedData reads the article's own identifiers, which come before those of its
// references.
func (x *XML) pubMedData(w *draft, inner []byte) {
	for e := range xmltext.Children(inner) {
		if string(e.Name) != "ArticleIdList" {
			continue
		}
		for id := range xmltext.Children(e.Inner) {
			if xmltext.Attribute(id.Attributes, "IdType") == "doi" {
				w.setDOI(x.text(id.Inner))
			}
		}
		return
	}
}

// childText returns the text of the first child of a name.
func (x *XML) childText(inner []byte, name string) string {
	for e := range xmltext.Children(inner) {
		if string(e.Name) == name {
			return x.text(e.Inner)
		}
	}
	return ""
}
