package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/fact"
)

func TestSuspectAuthors(t *testing.T) {
	want := map[string]string{
		"": "", "Ana Roe": "", "Ana Roe, Bo Lim": "", "J. R. R. Tolliver": "", "J. R. R. T. Tolliver": "has four or more initials",
		"Bo Lim, A.-B. C. D. Roe": "has four or more initials", "A. B. Roe, C. D. Lim": "", "Nullmann": "", "The User": "", "É. À. Ü. Ö. Roe": "has four or more initials",
		" \t": "",
	}
	for _, name := range []string{
		"null", "none", "nil", "NaN", "undefined", "Unknown", "unknown  author", "N/A", "na", "not available", "-", "–", "?", "admin", "Administrator", "user", "owner",
	} {
		want[name] = "is no name"
	}
	for _, name := range []string{
		"Adobe Acrobat 9", "Distiller", "pdfTeX-1.40", "pdfLaTeX", "GPL Ghostscript 9", "Microsoft Word 2016", "Microsoft Office", "Microsoft PowerPoint", "Adobe InDesign CS6",
		"PScript5.dll", "Mac OS X Quartz PDFContext", "LibreOffice 7", "OpenOffice", "LaTeX with hyperref", "Adobe PDF Library", "iText 2", "PDFCreator", "PDF Printer", "wkhtmltopdf 0.12",
	} {
		want[name] = "is a program that produces documents"
	}
	got := map[string]string{}
	for name := range want {
		got[name] = suspectAuthor(name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPlaceholders(t *testing.T) {
	for _, name := range []string{
		"John Doe", "Jane Doe", "J. Doe", "J Doe", "Doe", "John Q. Public", "Anonymous Author", "Anonymous Authors", "Unknown Author", "Unknown Authors", "Firstname Lastname",
		"First Last", "First Name Last Name", "Your Name", "Author Name", "Author One", "Author Two", "First Author", "Second Author", "A. Author", "Author", "Authors",
		"Test Author", "Test User", "Lorem Ipsum", "Foo Bar", "Name Surname", "Surname Name", "N/A", "TBD", "null", "none", "unknown", "John Smith and others",
	} {
		given, family, _ := strings.Cut(name, " ")
		if !isPlaceholder(citation.Name{Literal: name}) || !isPlaceholder(citation.Name{Given: given, Family: family}) {
			t.Errorf("%q is no placeholder", name)
		}
	}
	for _, name := range []citation.Name{{Given: "Ana", Family: "Doe"}, {Literal: "Doe Lab"}, {Given: "John", Family: "Smith"}, {}} {
		if isPlaceholder(name) {
			t.Errorf("%+v is a placeholder", name)
		}
	}
}

func TestFullName(t *testing.T) {
	for want, name := range map[string]citation.Name{
		"Ludwig van Beethoven III": {Given: "Ludwig", Particle: "van", Family: "Beethoven", Suffix: "III"},
		"Roe":                      {Family: "Roe"},
		"The Quiet Lab":            {Literal: "The Quiet Lab", Family: "Lab"},
	} {
		if diff := cmp.Diff(want, fullName(name)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestPageRange(t *testing.T) {
	type pages struct {
		First, Last int
		OK          bool
	}
	for text, want := range map[string]pages{
		"104–121": {104, 121, true}, "121-104": {121, 104, true}, "9 — 7": {9, 7, true}, "5−4": {5, 4, true}, "S12–S18": {12, 18, true}, "e12-e18": {12, 18, true},
		"104": {}, "249–65": {}, "S12–18": {}, "12–S18": {}, "a–b": {}, "1–2–3": {}, "1–2x": {}, "": {}, "1–1234567890": {}, "12345678–123456789": {12345678, 123456789, true},
	} {
		first, last, ok := pageRange(text)
		if diff := cmp.Diff(want, pages{first, last, ok}); diff != "" {
			t.Errorf("of %q (-want +got):\n%s", text, diff)
		}
	}
}

func TestYearNumber(t *testing.T) {
	for text, want := range map[string]int{"2023": 2023, "2023d": 2023, "2019/2020": 2019, "c. 1450": 1450, "in press": 0, "": 0, "123": 0, "12345": 0, "0000": 0, "9999": 9999} {
		if got, _ := yearNumber(text); got != want {
			t.Errorf("yearNumber(%q) = %d, want %d", text, got, want)
		}
	}
	if !hasYearNumber("0000") || hasYearNumber("in press") {
		t.Error("hasYearNumber is wrong about 0000 or in press")
	}
}

// Nothing that a type needs is asked of a work that states it or lets it derive.
func TestSays(t *testing.T) {
	derived := func(field string) map[string]citation.Derived {
		return map[string]citation.Derived{field: {Value: "x"}}
	}
	names := []citation.Name{{Family: "Roe"}}
	for _, c := range []struct {
		need ref.Field
		r    citation.Reference
		want bool
	}{
		{ref.FieldAuthors, citation.Reference{}, false},
		{ref.FieldAuthors, citation.Reference{Authors: names}, true},
		{ref.FieldAuthors, citation.Reference{Type: citation.Article, Editors: names}, false},
		{ref.FieldAuthors, citation.Reference{Type: citation.Book, Editors: names}, true},
		{ref.FieldAuthors, citation.Reference{Type: citation.InCollection, Editors: names}, true},
		{ref.FieldAuthors, citation.Reference{Derived: derived("authors")}, true},
		{ref.FieldYear, citation.Reference{}, false},
		{ref.FieldYear, citation.Reference{Year: "2019"}, true},
		{ref.FieldYear, citation.Reference{Derived: derived("year")}, true},
		{ref.FieldContainer, citation.Reference{}, false},
		{ref.FieldContainer, citation.Reference{Container: "Carts"}, true},
		{ref.FieldContainer, citation.Reference{Derived: derived("container")}, true},
		{ref.FieldContainer, citation.Reference{Derived: derived("venue")}, true},
		{ref.FieldContainer, citation.Reference{Type: citation.Article, Publisher: "Carts"}, false},
		{ref.FieldContainer, citation.Reference{Type: citation.Misc}, false},
		{ref.FieldContainer, citation.Reference{Type: citation.Misc, Publisher: "Carts"}, true},
		{ref.FieldContainer, citation.Reference{Type: citation.Misc, Institution: "Carts"}, true},
		{ref.FieldContainer, citation.Reference{Type: citation.Misc, URL: "https://carts.example.org/"}, true},
		{ref.FieldContainer, citation.Reference{Type: citation.Misc, URL: "https://ArXiv.org/abs/1"}, false},
		{ref.FieldContainer, citation.Reference{Type: citation.Misc, URL: "https://doi.org/10.1/a"}, false},
		{ref.FieldContainer, citation.Reference{Type: citation.Misc, URL: "https://www.ncbi.nlm.nih.gov/pmc/1"}, false},
		{ref.FieldPages, citation.Reference{}, false},
		{ref.FieldPages, citation.Reference{Pages: "1"}, true},
		{ref.FieldPages, citation.Reference{EID: "1"}, true},
		{ref.FieldPages, citation.Reference{Derived: derived("pages")}, true},
		{ref.FieldPublisher, citation.Reference{}, false},
		{ref.FieldPublisher, citation.Reference{Publisher: "Carts"}, true},
		{ref.FieldPublisher, citation.Reference{Derived: derived("publisher")}, true},
		{ref.FieldInstitution, citation.Reference{}, false},
		{ref.FieldInstitution, citation.Reference{Institution: "Carts"}, true},
		{ref.FieldInstitution, citation.Reference{Derived: derived("institution")}, true},
	} {
		if got := says(&c.r, c.need); got != c.want {
			t.Errorf("%+v says %s: %t", c.r, c.need, got)
		}
	}
}

func TestNeeds(t *testing.T) {
	want := map[citation.EntryType]string{
		citation.Article: "authors container pages year", citation.InProceedings: "authors container pages year", citation.InCollection: "authors container publisher year",
		citation.Book: "authors publisher year", citation.TechReport: "authors institution year", citation.PhDThesis: "authors institution year",
		citation.MastersThesis: "authors institution year", citation.Misc: "authors container year",
	}
	needed := map[citation.EntryType][]string{}
	for _, row := range ref.Fields {
		for _, kind := range row.NeededBy {
			needed[kind] = append(needed[kind], string(row.Name))
		}
	}
	got := map[citation.EntryType]string{}
	for kind, names := range needed {
		got[kind] = strings.Join(slices.Sorted(slices.Values(names)), " ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHasIdentifier(t *testing.T) {
	for _, r := range []citation.Reference{
		{DOI: "10.1/a"}, {ArXiv: "1903.01234"}, {ISBN: "1"}, {PMID: "1"}, {URL: "https://a.example"},
		{Derived: map[string]citation.Derived{"arxiv": {}}}, {Derived: map[string]citation.Derived{"doi": {}}},
	} {
		if !hasIdentifier(&r) {
			t.Errorf("%+v has no identifier", r)
		}
	}
	if r := (citation.Reference{Title: "Felt", Derived: map[string]citation.Derived{"year": {}}}); hasIdentifier(&r) {
		t.Error("a title is an identifier")
	}
}

// What the rule of missing arXiv IDs says of a work, and why.
func TestMissingArXivID(t *testing.T) {
	const neurips = "Advances in Neural Information Processing Systems"
	customary := `no arXiv ID is given for "Felt": papers in "` + neurips + `" are customarily on arXiv`
	const preprint = `no arXiv ID is given for "Felt": it is called a preprint`
	const onServer = `no arXiv ID is given for "Felt": only its title is known, and the fact was read on a server of preprints`
	for _, c := range []struct {
		name   string
		r      citation.Reference
		server bool
		want   string
	}{
		{"a venue of machine learning", citation.Reference{Container: neurips, Year: "2020"}, false, customary},
		{"the year in which they began", citation.Reference{Container: neurips, Year: "2013"}, false, customary},
		{"before they began", citation.Reference{Container: neurips, Year: "2012"}, false, ""},
		{"a derived year before they began", citation.Reference{Container: neurips, Derived: map[string]citation.Derived{"year": {Value: "2012"}}}, false, ""},
		{"no year", citation.Reference{Container: neurips}, false, customary},
		{"a journal of physics", citation.Reference{Container: "Physical Review D", Year: "1996"}, false,
			`no arXiv ID is given for "Felt": papers in "Physical Review D" are customarily on arXiv`},
		{"a journal of physics before", citation.Reference{Container: "Physical Review D", Year: "1995"}, false, ""},
		{"another venue", citation.Reference{Container: "Journal of Carts", Year: "2020"}, false, ""},
		{"an ID", citation.Reference{Container: neurips, Year: "2020", ArXiv: "1903.01234"}, false, ""},
		{"a derived ID", citation.Reference{Container: neurips, Derived: map[string]citation.Derived{"arxiv": {Value: "1903.01234"}}}, false, ""},
		{"a DOI of arXiv", citation.Reference{Container: neurips, DOI: "10.48550/arXiv.1903.01234"}, false, ""},
		{"an address at arXiv", citation.Reference{Container: neurips, URL: "https://arxiv.org/abs/1903.01234"}, false, ""},
		{"a DOI of arXiv as an address", citation.Reference{Container: neurips, URL: "https://doi.org/10.48550/arXiv.1903.01234"}, false, ""},
		{"a preprint", citation.Reference{Preprint: true}, false, preprint},
		{"a preprint with a DOI", citation.Reference{Preprint: true, DOI: "10.1/a"}, false, ""},
		{"a preprint elsewhere", citation.Reference{Preprint: true, Container: "bioRxiv"}, false, ""},
		{"only a title, on a server", citation.Reference{}, true, onServer},
		{"only a title, elsewhere", citation.Reference{}, false, ""},
		{"authors, on a server", citation.Reference{Authors: []citation.Name{{Family: "Roe"}}}, true, ""},
		{"editors, on a server", citation.Reference{Editors: []citation.Name{{Family: "Roe"}}}, true, ""},
		{"a year, on a server", citation.Reference{Year: "2020"}, true, ""},
		{"a venue, on a server", citation.Reference{Container: "Carts"}, true, ""},
		{"a publisher, on a server", citation.Reference{Publisher: "Carts"}, true, ""},
		{"an institution, on a server", citation.Reference{Institution: "Carts"}, true, ""},
		{"an identifier, on a server", citation.Reference{PMID: "1"}, true, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.r.Title = "Felt"
			got := ""
			for _, f := range missingArXivID(&Work{Reference: &c.r, First: Occurrence{Extent: Extent{Circumstances: Circumstances{PreprintServer: c.server}}}}) {
				got += f.Message
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPreprintsElsewhere(t *testing.T) {
	for _, server := range []string{"bioRxiv", "medRxiv", "SSRN", "ChemRxiv", "PsyArXiv", "SocArXiv", "OSF Preprints", "Research Square", "preprints.org", "Zenodo", "TechRxiv", "EarthArXiv", "RePEc"} {
		for _, r := range []citation.Reference{{Container: server}, {Publisher: server}, {Institution: server}, {URL: "https://" + server}} {
			if !isElsewhere(&r) {
				t.Errorf("%+v is not elsewhere", r)
			}
		}
	}
	if r := (citation.Reference{Title: "Zenodo", Container: "arXiv"}); isElsewhere(&r) {
		t.Error("arXiv is elsewhere")
	}
}

func TestPreprintServers(t *testing.T) {
	for _, c := range []struct {
		source fact.Source
		want   bool
	}{
		{fact.Source{Domain: "arxiv.org"}, true},
		{fact.Source{Domain: "export.ArXiv.org"}, true},
		{fact.Source{Domain: "openreview.net"}, true},
		{fact.Source{Domain: "www.aclanthology.org"}, true},
		{fact.Source{URI: "https://arxiv.org:443/abs/1"}, true},
		{fact.Source{Domain: "carts.example.org", URI: "https://arxiv.org/abs/1"}, false},
		{fact.Source{Domain: "notarxiv.org"}, false},
		{fact.Source{URI: "https://carts.example.org/arxiv.org"}, false},
		{fact.Source{URI: "https://arxiv.org:port/"}, false},
		{fact.Source{}, false},
	} {
		if got := OnPreprintServer(c.source); got != c.want {
			t.Errorf("onPreprintServer(%+v) = %t", c.source, got)
		}
	}
}

func TestNamesOfWorks(t *testing.T) {
	roe := []citation.Name{{Given: "Ana", Family: "Roe"}, {Family: "Lim"}}
	for want, r := range map[string]citation.Reference{
		`"Felt"`:                                           {Title: "Felt", Authors: roe, Year: "2019"},
		`the untitled work`:                                {},
		`the untitled work of "Ana Roe"`:                   {Authors: roe},
		`the untitled work in "Carts"`:                     {Container: "Carts"},
		`the untitled work (2019)`:                         {Year: "2019"},
		`the untitled work of "Ana Roe" in "Carts" (2019)`: {Authors: roe, Container: "Carts", Year: "2019"},
	} {
		if diff := cmp.Diff(want, NameOf(&r)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestNounsOfFields(t *testing.T) {
	for field, want := range map[string]string{
		"arxiv": "arXiv ID is", "doi": "DOI is", "isbn": "ISBN is", "pmid": "PMID is", "url": "address is", "container": "venue is", "eid": "article number is",
		"title": "title is", "year": "year is", "authors": "authors are", "editors": "editors are", "pages": "pages are",
	} {
		if diff := cmp.Diff(want+" ", conflictNoun(field)+is(field)); diff != "" {
			t.Errorf("of %s (-want +got):\n%s", field, diff)
		}
	}
}

// A finding about a field of an entry is placed at the field that states it.
func TestPlacesInEntries(t *testing.T) {
	const text = "@misc{a,\n author={x},\n editor={x},\n journaltitle={x},\n date={x},\n note={x},\n organization={x},\n location={x},\n doi={x}\n}\n" +
		"@misc{b,\n journal={x},\n year={x},\n eprint={x},\n school={x},\n address={x}\n}\n@misc{c,\n booktitle={x},\n institution={x}\n}\n@misc{d,\n howpublished={x},\n url={x}\n}\n"
	file := bib.Read("refs.bib", []byte(text))
	lines := strings.Split(text, "\n")
	want := map[string]string{
		"a authors": "author", "a editors": "editor", "a container": "journaltitle", "a year": "date", "a arxiv": "journaltitle", "a institution": "organization", "a address": "location", "a doi": "doi",
		"b container": "journal", "b year": "year", "b arxiv": "eprint", "b institution": "school", "b address": "address", "b doi": "@misc",
		"c container": "booktitle", "c institution": "institution", "c arxiv": "@misc", "d container": "howpublished", "d arxiv": "url", "d authors": "@misc",
	}
	got := map[string]string{}
	for i := range file.Entries {
		e := &file.Entries[i]
		for question := range want {
			if key, field, _ := strings.Cut(question, " "); key == e.Key {
				from, _ := PlaceInEntry(file, e)(field)
				got[question] = strings.TrimSpace(strings.FieldsFunc(lines[from.Line-1], func(r rune) bool { return r == '=' || r == '{' })[0])
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestGaps(t *testing.T) {
	for _, c := range []struct {
		r      citation.Reference
		gaps   string
		needed int
	}{
		{citation.Reference{Type: citation.Article}, "title authors container year pages identifier", 6},
		{citation.Reference{Type: citation.Article, Title: "Felt", Year: "2019", EID: "12", DOI: "10.1/a"}, "authors container", 6},
		{citation.Reference{Type: citation.Article, Title: "Felt", Year: "in press", Container: "Carts"}, "authors identifier", 5},
		{citation.Reference{Type: citation.Article, Derived: map[string]citation.Derived{"venue": {}, "year": {}, "arxiv": {}}}, "title authors pages", 6},
		{citation.Reference{Type: citation.Misc, Title: "Felt", Preprint: true}, "authors year identifier", 4},
		{citation.Reference{Type: citation.Book, Title: "Felt"}, "authors publisher year identifier", 5},
		{citation.Reference{Type: citation.Misc, Kind: ref.Standard, Title: "Felt", Publisher: "ISO", Year: "2019"}, "", 3},
		{citation.Reference{Type: citation.PhDThesis, Title: "Felt", Entry: new(ref.Entry)}, "authors institution year", 4},
	} {
		gaps, needed := Gaps(&c.r), CountFields(&c.r).Needed
		if got := strings.Join(gaps, " "); got != c.gaps || needed != c.needed {
			t.Errorf("%+v lacks %q of %d, want %q of %d", c.r, got, needed, c.gaps, c.needed)
		}
	}
}

func TestYearsOfVersions(t *testing.T) {
	tests := []struct {
		stated, submitted int
		id                string
		want              bool
	}{
		{2021, 2020, "2001.01234", true},
		{2023, 2020, "2001.01234v4", true},
		{2024, 2020, "2001.01234", false},
		{2021, 2020, "2001.01234v1", false},
		{2019, 2020, "2001.01234", true},
		{2019, 2020, "2002.01234", false},
		{2018, 2020, "2001.01234", false},
	}
	for _, test := range tests {
		if got := isYearOfVersion(test.stated, test.submitted, test.id); got != test.want {
			t.Errorf("%+v: %t", test, got)
		}
	}
}
