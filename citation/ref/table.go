package ref

import "strconv"

// Fields is the table of the fields of a reference. Whoever reads or writes
// references reads it: a field that is added here is in every format. Its order is
// that in which values are noted where a format has no field for them.
var Fields = []*Row{
	{
		Name: FieldTitle, Kind: TitleText, Group: GroupTitle,
		text: func(r *Reference) *string { return &r.Title },
		Bib:  []string{"title"}, Order: 20,
		BibTeX: Form{Name: "title"}, BibLaTeX: Form{Name: "title"}, CSL: Form{Name: "title"}, RIS: Form{Name: "TI"},
	},
	{
		Name: FieldAuthors, Kind: NameList, Group: GroupPeople, NeededBy: everyType,
		names: func(r *Reference) *[]Name { return &r.Authors },
		Bib:   []string{"author"}, Order: 10,
		BibTeX: Form{Name: "author"}, BibLaTeX: Form{Name: "author"}, CSL: Form{Name: "author"}, RIS: Form{Name: "AU"},
	},
	{
		Name: FieldContainer, Group: GroupVenue, Noun: "venue", NeededBy: []EntryType{Article, InProceedings, InCollection, Misc},
		text: func(r *Reference) *string { return &r.Container },
		Bib:  []string{"journal", "journaltitle", "booktitle"}, Also: []string{"howpublished", "series", "organization"}, Order: 40,
		BibTeX: Form{Name: "howpublished", In: map[string]string{
			"article": "journal", "inproceedings": "booktitle", "incollection": "booktitle", "book": "series"}},
		BibLaTeX: Form{Note: "%", In: map[string]string{
			"article": "journaltitle", "inproceedings": "booktitle", "incollection": "booktitle", "book": "series",
			"inreference": "booktitle", "online": "organization", "misc": "howpublished", "software": "howpublished", "dataset": "howpublished",
			"patent": "howpublished", "audio": "howpublished", "video": "howpublished", "jurisdiction": "howpublished", "legislation": "howpublished"}},
		CSL: Form{Name: "container-title", In: map[string]string{"book": "collection-title"}},
		CFF: Form{Name: "journal", In: map[string]string{"inproceedings": "collection-title", "incollection": "collection-title", "book": "collection-title"}}, RIS: Form{Name: "T2", In: map[string]string{"article": "JO", "book": "T3"}},
	},
	{
		Name: FieldPublisher, Group: GroupVenue, NeededBy: []EntryType{Book, InCollection},
		text: func(r *Reference) *string { return &r.Publisher },
		Bib:  []string{"publisher"}, Also: []string{"organization"}, Order: 120,
		BibTeX: Form{Name: "publisher"}, BibLaTeX: Form{Note: "%", In: map[string]string{
			"book": "publisher", "incollection": "publisher", "inproceedings": "publisher", "inreference": "publisher", "dataset": "publisher",
			"misc": "organization", "online": "organization", "software": "organization", "audio": "organization", "video": "organization"}},
		CSL: Form{Name: "publisher"}, CFF: Form{Name: "publisher"}, RIS: Form{Name: "PB"},
	},
	{
		Name: FieldInstitution, Group: GroupVenue, NeededBy: []EntryType{TechReport, PhDThesis, MastersThesis},
		text: func(r *Reference) *string { return &r.Institution },
		Bib:  []string{"institution", "school", "organization"}, Order: 110,
		BibTeX: Form{Name: "organization", In: map[string]string{
			"phdthesis": "school", "mastersthesis": "school", "techreport": "institution"}},
		BibLaTeX: Form{Note: "%", In: map[string]string{
			"report": "institution", "thesis": "institution", "inproceedings": "organization", "online": "organization", "misc": "organization",
			"software": "organization", "dataset": "organization", "audio": "organization", "video": "organization"}},
		CSL: Form{Name: "publisher", Note: "%"}, CFF: Form{Name: "institution"}, RIS: Form{Name: "PB"},
	},
	{
		Name: FieldSeries, Group: GroupVenue,
		text: func(r *Reference) *string { return &r.Series },
		Bib:  []string{"series"}, Order: 50,
		BibTeX: Form{Name: "series", Note: "%"}, BibLaTeX: Form{Note: "%", In: named("series", inBooksAndJournals...)},
		CSL: Form{Name: "collection-title", Note: "%"}, CFF: Form{Name: "collection-title"}, RIS: Form{Name: "T3"},
	},
	{
		Name: FieldAddress, Group: GroupVenue,
		text: func(r *Reference) *string { return &r.Address },
		Bib:  []string{"address", "location"}, Order: 130,
		BibTeX: Form{Name: "address"}, BibLaTeX: Form{Name: "location", Note: "%", In: named("", "article", "online")},
		CSL: Form{Name: "publisher-place"}, CFF: Form{Name: "location"}, RIS: Form{Name: "CY"},
	},
	{
		Name: FieldEdition, Group: GroupNumbers,
		text: func(r *Reference) *string { return &r.Edition },
		Bib:  []string{"edition"}, Order: 60,
		BibTeX: Form{Name: "edition"}, BibLaTeX: Form{Note: "Edition %", In: named("edition", inBooks...)},
		CSL: Form{Name: "edition"}, CFF: Form{Name: "edition"}, RIS: Form{Name: "ET"},
	},
	{
		Name: FieldYear, Kind: Year, Group: GroupDate, NeededBy: everyType,
		text: func(r *Reference) *string { return &r.Year },
		Bib:  []string{"year", "date"}, Order: 150,
		BibTeX: Form{Name: "year"}, BibLaTeX: Form{Name: "date"}, CSL: Form{Name: "issued"}, CFF: Form{Name: "year"}, RIS: Form{Name: "PY"},
	},
	{
		Name: FieldMonth, Kind: Month, Group: GroupDate,
		Bib: []string{"month"}, Also: []string{"date"}, Order: 160,
		BibTeX: Form{Name: "month"},
	},
	{
		Name: FieldDay, Kind: Day, Group: GroupDate,
		text: func(r *Reference) *string { return &r.Day },
		Bib:  []string{"day"}, Also: []string{"date"}, Order: 170,
		BibTeX: Form{Name: "day", Unless: hasNoMonth},
	},
	{
		Name: FieldVolume, Group: GroupNumbers,
		text: func(r *Reference) *string { return &r.Volume },
		Bib:  []string{"volume"}, Order: 70,
		BibTeX:   Form{Name: "volume"},
		BibLaTeX: Form{Note: "Volume %", In: named("volume", inBooksAndJournals...), Unless: hasVolumeInWords},
		CSL:      Form{Name: "volume"}, CFF: Form{Name: "volume"}, RIS: Form{Name: "VL"},
	},
	{
		Name: FieldNumber, Group: GroupNumbers,
		text: func(r *Reference) *string { return &r.Number },
		Bib:  []string{"number", "issue"}, Order: 80,
		BibTeX:   Form{Name: "number", Note: "Number %", Unless: isVolumeOfSeries},
		BibLaTeX: Form{Name: "number", Note: "Number %", In: named("", "online", "misc", "thesis", "software", "audio", "video")},
		CSL:      Form{Name: "number", In: map[string]string{"article": "issue", "book": "collection-number", "incollection": "collection-number", "inproceedings": "collection-number"}}, CFF: Form{Name: "number", In: map[string]string{"article": "issue"}}, RIS: Form{Name: "IS"},
	},
	{
		Name: FieldEditors, Kind: NameList, Group: GroupPeople,
		names: func(r *Reference) *[]Name { return &r.Editors },
		Bib:   []string{"editor", "editora", "editorb", "editorc"}, Order: 30,
		BibTeX:   Form{Name: "editor", Note: "Edited by %", Unless: isBookOfAuthors},
		BibLaTeX: Form{Note: "Edited by %", In: named("editor", inBooksAndJournals...)},
		CSL:      Form{Name: "editor"}, CFF: Form{Name: "editors"}, RIS: Form{Name: "ED"},
	},
	{
		Name: FieldPages, Kind: PageRange, Group: GroupNumbers, NeededBy: []EntryType{Article, InProceedings},
		text: func(r *Reference) *string { return &r.Pages },
		Bib:  []string{"pages"}, Order: 90,
		BibTeX: Form{Name: "pages"}, BibLaTeX: Form{Name: "pages", Note: "Pages %", In: named("", "online", "misc", "software", "dataset", "patent", "audio", "video")},
		CSL: Form{Name: "page"}, CFF: Form{Name: "start"}, RIS: Form{Name: "SP"},
	},
	{
		Name: FieldEID, Group: GroupNumbers, Noun: "article number",
		text: func(r *Reference) *string { return &r.EID },
		Bib:  []string{"eid", "articleno", "article-number", "art_number", "article_number", "artnum"}, Order: 100,
		BibTeX: Form{Name: "eid"}, BibLaTeX: Form{Note: "Article %", In: named("eid", "article")},
		CSL: Form{Note: "Article %", In: named("number", "article")}, CFF: Form{Name: "section"}, RIS: Form{Name: "C7"},
	},
	{
		Name: FieldArXiv, Kind: ArXivID, Group: GroupIdentifiers, Noun: "arXiv ID",
		text: func(r *Reference) *string { return &r.ArXiv },
		Bib:  []string{"eprint", "arxiv", "arxivid"}, Also: []string{"journal", "journaltitle", "doi", "url", "howpublished"}, Order: 240,
		BibTeX: Form{Name: "eprint"}, BibLaTeX: Form{Name: "eprint"}, CSL: Form{Note: "arXiv:%"}, CFF: Form{Name: "identifiers"}, RIS: Form{Name: "UR"},
	},
	{
		Name: FieldDOI, Kind: DOIName, Group: GroupIdentifiers, Noun: "DOI",
		text: func(r *Reference) *string { return &r.DOI },
		Bib:  []string{"doi"}, Order: 210,
		BibTeX: Form{Name: "doi"}, BibLaTeX: Form{Name: "doi"}, CSL: Form{Name: "DOI"}, CFF: Form{Name: "doi"}, RIS: Form{Name: "DO"},
	},
	{
		Name: FieldPMID, Kind: PubMedID, Group: GroupIdentifiers, Noun: "PMID",
		text: func(r *Reference) *string { return &r.PMID },
		Bib:  []string{"pmid"}, Also: []string{"eprint"}, Order: 230,
		BibTeX: Form{Name: "pmid"}, BibLaTeX: Form{Name: "eprint", Note: "PMID %"}, CSL: Form{Name: "PMID"}, CFF: Form{Name: "identifiers"}, RIS: Form{Name: "AN"},
	},
	{
		Name: FieldISBN, Group: GroupIdentifiers, Noun: "ISBN",
		text: func(r *Reference) *string { return &r.ISBN },
		Bib:  []string{"isbn"}, Order: 220,
		BibTeX: Form{Name: "isbn"}, BibLaTeX: Form{Note: "ISBN %", In: named("isbn", append(inBooks, "report")...)},
		CSL: Form{Name: "ISBN"}, CFF: Form{Name: "isbn"}, RIS: Form{Name: "SN"},
	},
	{
		Name: FieldURL, Kind: Address, Group: GroupIdentifiers, Noun: "address",
		text: func(r *Reference) *string { return &r.URL },
		Bib:  []string{"url"}, Also: []string{"howpublished"}, Order: 250,
		BibTeX: Form{Name: "url"}, BibLaTeX: Form{Name: "url"}, CSL: Form{Name: "URL"}, CFF: Form{Name: "url"}, RIS: Form{Name: "UR"},
	},
	{
		Name: FieldVersion, Group: GroupNumbers,
		text: func(r *Reference) *string { return &r.Version },
		Bib:  []string{"version"}, Order: 65,
		BibTeX: Form{Note: "Version %"},
		BibLaTeX: Form{Note: "Version %", In: named("version",
			"article", "misc", "online", "report", "software", "dataset", "patent", "audio", "video", "jurisdiction", "legislation")},
		CSL: Form{Name: "version"}, CFF: Form{Name: "version"}, RIS: Form{Name: "ET"},
	},
	{
		Name: FieldURLDate, Kind: AccessDate, Group: GroupDate, Noun: "date of access",
		text: func(r *Reference) *string { return &r.URLDate },
		Bib:  []string{"urldate"}, Order: 260,
		BibTeX: Form{Note: "Accessed %"}, BibLaTeX: Form{Name: "urldate", Note: "Accessed %", Unless: hasAccessInWords},
		CSL: Form{Name: "accessed"}, CFF: Form{Name: "date-accessed"}, RIS: Form{Name: "Y2"},
	},
	{
		Name: FieldGenre, Group: GroupTitle, Noun: "type",
		text: func(r *Reference) *string { return &r.Genre },
		Bib:  []string{"type"}, Order: 190,
		BibTeX:   Form{Note: "Type: %", In: named("type", "techreport", "phdthesis", "mastersthesis", "incollection")},
		BibLaTeX: Form{Name: "type"}, CSL: Form{Name: "genre"}, CFF: Form{In: named("thesis-type", "phdthesis", "mastersthesis")}, RIS: Form{Name: "M3"},
	},
}

// FormatFields are the fields of a .bib, and perhaps of other formats, that a
// reference does not have.
var FormatFields = []*Row{
	{Bib: []string{"subtitle"}, Order: 22},
	{Kind: NameList, Bib: []string{"translator"}, Order: 35, CSL: Form{Name: "translator"}, CFF: Form{Name: "translators"}, RIS: Form{Name: "A4"}},
	{Bib: []string{"journalsubtitle", "booksubtitle"}, Order: 45},
	{Bib: []string{"maintitle"}, Order: 44, CSL: Form{Name: "volume-title"}},
	{Kind: NameList, Bib: []string{"bookauthor"}, Order: 36, CSL: Form{Name: "container-author"}},
	{Bib: []string{"part"}, Order: 71, CSL: Form{Name: "part-number"}},
	{Bib: []string{"origtitle"}, Order: 173, CSL: Form{Name: "original-title"}},
	{Bib: []string{"origpublisher"}, Order: 174, CSL: Form{Name: "original-publisher"}},
	{Bib: []string{"origlocation"}, Order: 175, CSL: Form{Name: "original-publisher-place"}},
	{Bib: []string{"library"}, Order: 263, CSL: Form{Name: "call-number"}, RIS: Form{Name: "CN"}},
	{Bib: []string{"annotation", "annote"}, Order: 265, CSL: Form{Name: "annote"}},
	{Bib: []string{"ids"}, Order: 266, CSL: Form{Name: "other-ids"}},
	{Bib: []string{"chapter"}, Order: 85, CSL: Form{Name: "chapter-number"}, CFF: Form{Name: "section"}},
	{Bib: []string{"howpublished"}, Order: 140},
	{Bib: []string{"pubstate"}, Order: 180, CSL: Form{Name: "status"}},
	{Bib: []string{"shorttitle"}, Order: 23, CSL: Form{Name: "title-short"}, RIS: Form{Name: "ST"}},
	{Bib: []string{"volumes"}, Order: 72, CSL: Form{Name: "number-of-volumes"}},
	{Bib: []string{"pagetotal"}, Order: 95, CSL: Form{Name: "number-of-pages"}},
	{Bib: []string{"eventtitle"}, Order: 46, CSL: Form{Name: "event"}},
	{Kind: AccessDate, Bib: []string{"eventdate"}, Order: 48, CSL: Form{Name: "event-date"}},
	{Kind: AccessDate, Bib: []string{"origdate"}, Order: 172, CSL: Form{Name: "original-date"}},
	{Bib: []string{"addendum"}, Order: 201, CSL: Form{Name: "note"}, CFF: Form{Name: "notes"}, RIS: Form{Name: "N1"}},
	{Bib: []string{"venue"}, Order: 47, CSL: Form{Name: "event-place"}},
	{Bib: []string{"issn"}, Order: 221, CSL: Form{Name: "ISSN"}, RIS: Form{Name: "SN"}},
	{Bib: []string{"pmcid"}, Order: 231, CSL: Form{Name: "PMCID"}, RIS: Form{Name: "C2"}},
	{Bib: []string{"note"}, Order: 200, CSL: Form{Name: "note"}, CFF: Form{Name: "notes"}, RIS: Form{Name: "N1"}},
	{Bib: []string{"language", "langid"}, Order: 205, CSL: Form{Name: "language"}, RIS: Form{Name: "LA"}},
	{Bib: []string{"eprinttype", "eprintclass", "archiveprefix"}, Order: 245},
	{Kind: WordList, Bib: []string{"keywords"}, Order: 262, CSL: Form{Name: "keyword"}, CFF: Form{Name: "keywords"}, RIS: Form{Name: "KW"}},
	{Bib: []string{"abstract"}, Order: 264, CSL: Form{Name: "abstract"}, CFF: Form{Name: "abstract"}, RIS: Form{Name: "AB"}},
	{Name: "entrytype", Bib: []string{"entrytype"}, Order: 270},
	{Bib: []string{"x-facts", "x-derived", "x-filled", "x-contradicted"}, Order: 280},
}

var (
	everyType          = []EntryType{Article, InProceedings, Book, InCollection, PhDThesis, MastersThesis, TechReport, Misc}
	inBooks            = []string{"book", "incollection", "inproceedings", "inreference"}
	inBooksAndJournals = append(inBooks, "article")
)

// named is the In of a field that has the same name in several entry types.
func named(name string, entryTypes ...string) map[string]string {
	in := make(map[string]string, len(entryTypes))
	for _, t := range entryTypes {
		in[t] = name
	}
	return in
}

// isVolumeOfSeries reports whether plain styles print either the volume or the
// number, as they do of books, chapters and papers.
func isVolumeOfSeries(r *Reference) bool {
	return r.Volume != "" && (r.Type == Book || r.Type == InCollection || r.Type == InProceedings)
}

// isBookOfAuthors reports whether plain styles print no editors, which is so where a
// book has authors.
func isBookOfAuthors(r *Reference) bool { return r.Type == Book && len(r.Authors) > 0 }

// hasVolumeInWords reports whether biblatex does not take the volume as an integer.
func hasVolumeInWords(r *Reference) bool {
	_, err := strconv.Atoi(r.Volume)
	return err != nil
}

// hasAccessInWords reports whether biblatex cannot read the date of access.
func hasAccessInWords(r *Reference) bool { return ReadDate(r.URLDate) == nil }

func hasNoMonth(r *Reference) bool {
	_, ok := MonthMacro(r.Month)
	return !ok
}
