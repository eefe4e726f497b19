package identity

import (
	"testing"

	"github.com/factcite/factcite/citation/ref"
)

// of are people of the family names.
func of(families ...string) []ref.Name {
	var names []ref.Name
	for _, family := range families {
		names = append(names, ref.Name{Family: family})
	}
	return names
}

func TestCompare(t *testing.T) {
	const title, long = "Felt rims of cartwheels", "Felt rims of cartwheels and the noise that they make at night"
	article := func(change func(*ref.Reference)) ref.Reference {
		r := ref.Reference{Type: ref.Article, Title: title, Authors: of("Moss", "Lind"), Container: "Journal of Wheels", Year: "2019"}
		change(&r)
		return r
	}
	same := func(*ref.Reference) {}
	tests := []struct {
		name string
		a, b func(*ref.Reference)
		want Likeness
	}{
		{"the same", same, same, Same},
		{"another author", same, func(r *ref.Reference) { r.Authors = of("Okoro") }, Unlike},
		{"one author of two", same, func(r *ref.Reference) { r.Authors = of("Lind") }, Same},
		{"no authors", same, func(r *ref.Reference) { r.Authors = nil }, Alike},
		{"names the wrong way round", func(r *ref.Reference) { r.Authors = []ref.Name{{Given: "Ada", Family: "Moss"}} },
			func(r *ref.Reference) { r.Authors = []ref.Name{{Given: "Moss", Family: "Ada"}} }, Same},
		{"two years on", same, func(r *ref.Reference) { r.Year = "2021" }, Same},
		{"three years on", same, func(r *ref.Reference) { r.Year = "2022" }, Apart},
		{"a shared arXiv ID", func(r *ref.Reference) { r.ArXiv = "2001.00001" }, func(r *ref.Reference) { r.ArXiv, r.Title = "2001.00001v2", "Rims" }, Same},
		{"a shared PMID", func(r *ref.Reference) { r.PMID = "12" }, func(r *ref.Reference) { r.PMID, r.Title = "12", "Rims" }, Same},
		{"an arXiv ID stated as a DOI", func(r *ref.Reference) { r.ArXiv = "2001.00001" }, func(r *ref.Reference) { r.DOI, r.Title = "10.48550/arXiv.2001.00001", "Rims" }, Same},
		{"two PMIDs of one author", func(r *ref.Reference) { r.PMID = "12" }, func(r *ref.Reference) { r.PMID = "13" }, Same},
		{"two PMIDs of two authors", func(r *ref.Reference) { r.PMID = "12" }, func(r *ref.Reference) { r.PMID, r.Authors = "13", of("Okoro") }, Apart},

		{"another volume", func(r *ref.Reference) { r.Volume = "3" }, func(r *ref.Reference) { r.Volume = "4" }, Apart},
		{"another volume of all the same pages", func(r *ref.Reference) { r.Volume, r.Pages = "3", "12–19" }, func(r *ref.Reference) { r.Volume, r.Pages = "4", "12–19" }, Same},
		{"another volume of the same first page", func(r *ref.Reference) { r.Volume, r.Pages = "3", "12" }, func(r *ref.Reference) { r.Volume, r.Pages = "4", "12" }, Apart},
		{"another volume and year of all the same pages", func(r *ref.Reference) { r.Volume, r.Pages = "3", "12–19" },
			func(r *ref.Reference) { r.Volume, r.Pages, r.Year = "4", "12–19", "2020" }, Apart},
		{"another issue", func(r *ref.Reference) { r.Number = "3" }, func(r *ref.Reference) { r.Number = "4" }, Apart},
		{"another issue of the same volume and page", func(r *ref.Reference) { r.Volume, r.Number, r.Pages = "1", "3", "12" },
			func(r *ref.Reference) { r.Volume, r.Number, r.Pages = "1", "4", "12" }, Same},
		{"another page", func(r *ref.Reference) { r.Pages = "12–19" }, func(r *ref.Reference) { r.Pages = "31–39" }, Apart},
		{"the number of an article and its own pages", func(r *ref.Reference) { r.Pages = "1234" }, func(r *ref.Reference) { r.Pages = "1–8" }, Same},
		{"a short number and pages", func(r *ref.Reference) { r.Pages = "123" }, func(r *ref.Reference) { r.Pages = "1–8" }, Apart},
		{"another month", func(r *ref.Reference) { r.Month = 3 }, func(r *ref.Reference) { r.Month = 4 }, Apart},
		{"another day", func(r *ref.Reference) { r.Month, r.Day = 3, "1" }, func(r *ref.Reference) { r.Month, r.Day = 3, "2" }, Apart},
		{"another month of one volume", func(r *ref.Reference) { r.Month, r.Volume = 3, "1" }, func(r *ref.Reference) { r.Month, r.Volume = 4, "1" }, Same},
		{"another month of one page", func(r *ref.Reference) { r.Month, r.Pages = 3, "12" }, func(r *ref.Reference) { r.Month, r.Pages = 4, "12" }, Same},
		{"another month of a volume and none", func(r *ref.Reference) { r.Month, r.Volume = 3, "1" }, func(r *ref.Reference) { r.Month = 4 }, Apart},
		{"another month of a page and none", func(r *ref.Reference) { r.Month = 3 }, func(r *ref.Reference) { r.Month, r.Pages = 4, "12" }, Apart},
		{"a month and none", func(r *ref.Reference) { r.Month = 3 }, same, Same},

		{"another journal", same, func(r *ref.Reference) { r.Container = "Carts" }, Same},
		{"another journal in another year", same, func(r *ref.Reference) { r.Container, r.Year = "Carts", "2020" }, Apart},
		{"another journal by a namesake", func(r *ref.Reference) { r.Authors = []ref.Name{{Given: "Ada", Family: "Moss"}} },
			func(r *ref.Reference) {
				r.Container, r.Authors = "Carts", []ref.Name{{Given: "Bo", Family: "Moss"}}
			}, Apart},
		{"a journal and a conference", same, func(r *ref.Reference) { r.Type, r.Container = ref.InProceedings, "Carts" }, Apart},
		{"a preprint", same, func(r *ref.Reference) {
			r.Type, r.Container, r.Preprint, r.Pages = ref.Misc, "", true, "1–3"
		}, Same},
		{"a server of preprints", same, func(r *ref.Reference) { r.Container, r.Year = "bioRxiv", "2020" }, Same},
		{"a series", func(r *ref.Reference) { r.Container, r.Volume = "Lecture Notes", "3" },
			func(r *ref.Reference) { r.Series, r.Container, r.Volume = "Lecture Notes", "Carts", "3" }, Same},
		{"another volume of a series", func(r *ref.Reference) { r.Container, r.Volume = "Lecture Notes", "3" },
			func(r *ref.Reference) { r.Series, r.Container, r.Volume = "Lecture Notes", "Carts", "4" }, Apart},
		{"a short title of nobody in another journal", func(r *ref.Reference) { r.Title, r.Authors = "Felt rims", nil },
			func(r *ref.Reference) { r.Title, r.Authors, r.Container = "Felt rims", nil, "Carts" }, Unlike},

		{"a title cut short", func(r *ref.Reference) { r.Title = long }, func(r *ref.Reference) { r.Title = "Felt rims of cartwheels…" }, Alike},
		{"titles cut at two places", func(r *ref.Reference) { r.Title = "Felt rims of cartwheels and the…" },
			func(r *ref.Reference) { r.Title = "Felt rims of cartwheels…" }, Alike},
		{"another issue of the same page of one volume and none", func(r *ref.Reference) { r.Volume, r.Number, r.Pages = "1", "3", "12" },
			func(r *ref.Reference) { r.Number, r.Pages = "4", "12" }, Apart},
		{"a title cut too short", func(r *ref.Reference) { r.Title = long }, func(r *ref.Reference) { r.Title = "Felt rims…" }, Unlike},
		{"a title cut to three long words", func(r *ref.Reference) { r.Title = "Extraordinarily uncomplicated cartwheels of felt" },
			func(r *ref.Reference) { r.Title = "Extraordinarily uncomplicated cartwheels…" }, Unlike},
		{"three words of nobody in another journal", func(r *ref.Reference) { r.Title, r.Authors = "Felt rims anew", nil },
			func(r *ref.Reference) { r.Title, r.Authors, r.Container = "Felt rims anew", nil, "Carts" }, Unlike},
		{"four words of nobody in another journal", func(r *ref.Reference) { r.Title, r.Authors = "Felt rims anew today", nil },
			func(r *ref.Reference) { r.Title, r.Authors, r.Container = "Felt rims anew today", nil, "Carts" }, Same},
		{"another issue of the same page of no volume", func(r *ref.Reference) { r.Number, r.Pages = "3", "12" },
			func(r *ref.Reference) { r.Number, r.Pages = "4", "12" }, Apart},
		{"a long word for another at one place", func(r *ref.Reference) { r.Title, r.Volume, r.Pages = long, "3", "12" },
			func(r *ref.Reference) {
				r.Title, r.Volume, r.Pages = "Felt rims of cartwheels and the tranquillity that they make at night", "3", "12"
			}, Unlike},
		{"a thesis and a report without a number", func(r *ref.Reference) { r.Type, r.Container = ref.PhDThesis, "" },
			func(r *ref.Reference) { r.Type, r.Container = ref.TechReport, "" }, Same},
		{"no subtitle", func(r *ref.Reference) { r.Title = title + ": A survey" }, same, Alike},
		{"no subtitle, of nobody", func(r *ref.Reference) { r.Title, r.Authors = title+": A survey", nil }, func(r *ref.Reference) { r.Authors = nil }, Alike},
		{"no subtitle, of nobody, the year after", func(r *ref.Reference) { r.Title, r.Authors = title+": A survey", nil }, func(r *ref.Reference) { r.Authors, r.Year = nil, "2020" }, Unlike},
		{"no subtitle, of nobody, nowhere", func(r *ref.Reference) { r.Title, r.Authors = title+": A survey", nil }, func(r *ref.Reference) { r.Authors, r.Container = nil, "" }, Unlike},
		{"no subtitle and another journal", func(r *ref.Reference) { r.Title = title + ": A survey" }, func(r *ref.Reference) { r.Container = "Carts" }, Unlike},
		{"a part of its own", func(r *ref.Reference) { r.Title = title + ": Part two" }, same, Unlike},
		{"two subtitles", func(r *ref.Reference) { r.Title = title + ": A survey" }, func(r *ref.Reference) { r.Title = title + ": Retold" }, Unlike},
		{"a misprint at one place", func(r *ref.Reference) { r.Title, r.Volume, r.Pages = long, "3", "12" },
			func(r *ref.Reference) {
				r.Title, r.Volume, r.Pages = "Felt rims of cartwheals and the noise that they make at night", "3", "12"
			}, Same},
		{"a misprint at no place", func(r *ref.Reference) { r.Title = long },
			func(r *ref.Reference) { r.Title = "Felt rims of cartwheals and the noise that they make at night" }, Unlike},
		{"another number at one place", func(r *ref.Reference) { r.Title, r.Volume, r.Pages = long+" 1", "3", "12" },
			func(r *ref.Reference) { r.Title, r.Volume, r.Pages = long+" 2", "3", "12" }, Unlike},

		{"a book of an ISBN", func(r *ref.Reference) { r.Type, r.Container, r.ISBN = ref.Book, "", "978-3-16-148410-0" },
			func(r *ref.Reference) {
				r.Type, r.Container, r.ISBN, r.Title = ref.Book, "", "9783161484100", "Rims"
			}, Same},
		{"books of two ISBNs", func(r *ref.Reference) { r.Type, r.Container, r.ISBN = ref.Book, "", "978-3-16-148410-0" },
			func(r *ref.Reference) {
				r.Type, r.Container, r.ISBN, r.Title = ref.Book, "", "9783161484117", "Rims"
			}, Unlike},
		{"books of no ISBN", func(r *ref.Reference) { r.Type, r.Container = ref.Book, "" },
			func(r *ref.Reference) { r.Type, r.Container, r.Title = ref.Book, "", "Rims" }, Unlike},
		{"a book and a page of one ISBN", func(r *ref.Reference) { r.Type, r.Container, r.ISBN = ref.Book, "", "978-3-16-148410-0" },
			func(r *ref.Reference) {
				r.Type, r.Container, r.ISBN, r.Title = ref.Misc, "", "978-3-16-148410-0", "Rims"
			}, Unlike},
		{"another volume of a book", func(r *ref.Reference) { r.Type, r.Container, r.Volume = ref.Book, "", "1" },
			func(r *ref.Reference) { r.Type, r.Container, r.Volume = ref.Book, "", "2" }, Apart},
		{"a book and an article", func(r *ref.Reference) { r.Type, r.Container, r.Publisher = ref.Book, "", "Press" }, same, Apart},
		{"a book of nobody's and an article", func(r *ref.Reference) { r.Type, r.Container = ref.Book, "" }, same, Same},
		{"a thesis and a book", func(r *ref.Reference) { r.Type, r.Container = ref.MastersThesis, "" }, func(r *ref.Reference) { r.Type, r.Container = ref.Book, "" }, Apart},
		{"a thesis and a page", func(r *ref.Reference) { r.Type, r.Container = ref.PhDThesis, "" }, func(r *ref.Reference) { r.Type, r.Container = ref.Misc, "" }, Same},
		{"a thesis and a report with a number", func(r *ref.Reference) { r.Type, r.Container = ref.PhDThesis, "" },
			func(r *ref.Reference) { r.Type, r.Container, r.Number = ref.TechReport, "", "3" }, Apart},
		{"two reports", func(r *ref.Reference) { r.Type, r.Container, r.Number = ref.TechReport, "", "TR-92-14" },
			func(r *ref.Reference) { r.Type, r.Container, r.Number = ref.TechReport, "", "TR-92-15" }, Apart},
		{"the number of a report without its series", func(r *ref.Reference) { r.Type, r.Container, r.Number = ref.TechReport, "", "TR-92-14" },
			func(r *ref.Reference) { r.Type, r.Container, r.Number = ref.TechReport, "", "14" }, Same},
		{"a body's reports of two years", func(r *ref.Reference) {
			r.Type, r.Container, r.Authors = ref.TechReport, "", []ref.Name{{Literal: "Office of Carts"}}
		},
			func(r *ref.Reference) {
				r.Type, r.Container, r.Authors, r.Year = ref.TechReport, "", []ref.Name{{Literal: "Office of Carts"}}, "2020"
			}, Apart},

		{"nobody's reports of two years", func(r *ref.Reference) { r.Type, r.Container, r.Authors = ref.TechReport, "", nil },
			func(r *ref.Reference) { r.Type, r.Container, r.Authors, r.Year = ref.TechReport, "", nil, "2020" }, Same},
		{"a body's report of two years with a person", func(r *ref.Reference) {
			r.Type, r.Container, r.Authors = ref.TechReport, "", []ref.Name{{Literal: "Office of Carts"}, {Family: "Moss"}}
		},
			func(r *ref.Reference) {
				r.Type, r.Container, r.Authors, r.Year = ref.TechReport, "", []ref.Name{{Literal: "Office of Carts"}}, "2020"
			}, Same},

		{"a title of many", func(r *ref.Reference) { r.Title = "Introduction" }, func(r *ref.Reference) { r.Title = "Introduction" }, Same},
		{"a title of many in two years", func(r *ref.Reference) { r.Title = "Introduction" }, func(r *ref.Reference) { r.Title, r.Year = "Introduction", "2020" }, Unlike},
		{"no title", same, func(r *ref.Reference) { r.Title = "" }, Alike},
		{"no titles", func(r *ref.Reference) { r.Title = "" }, func(r *ref.Reference) { r.Title = "" }, Same},
		{"no title, another year", same, func(r *ref.Reference) { r.Title, r.Year = "", "2020" }, Unlike},
		{"no title, another volume", func(r *ref.Reference) { r.Volume = "3" }, func(r *ref.Reference) { r.Title, r.Volume, r.Type = "", "4", ref.Misc }, Unlike},
		{"no title, another page", func(r *ref.Reference) { r.Pages = "12" }, func(r *ref.Reference) { r.Title, r.Pages, r.Type = "", "13", ref.Misc }, Unlike},
		{"no title, the same volume and page", func(r *ref.Reference) { r.Volume, r.Pages = "3", "12" }, func(r *ref.Reference) { r.Title, r.Volume, r.Pages = "", "3", "12" }, Alike},
		{"no title, no journal", same, func(r *ref.Reference) { r.Title, r.Container = "", "" }, Unlike},
		{"no title, one author of two", same, func(r *ref.Reference) { r.Title, r.Authors = "", of("Moss") }, Unlike},
		{"no title, one author and others", same, func(r *ref.Reference) { r.Title, r.Authors, r.EtAl = "", of("Moss"), true }, Alike},
		{"no title, another second author", same, func(r *ref.Reference) { r.Title, r.Authors = "", of("Moss", "Okoro") }, Unlike},
		{"neither title nor journal", func(r *ref.Reference) { r.Title, r.Container = "", "" }, func(r *ref.Reference) { r.Title, r.Container = "", "" }, Same},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, b := article(test.a), article(test.b)
			if got := Compare(TraitsOf(&a), TraitsOf(&b)); got != test.want {
				t.Errorf("%d, want %d", got, test.want)
			}
			if got := Compare(TraitsOf(&b), TraitsOf(&a)); got != test.want {
				t.Errorf("%d the other way round, want %d", got, test.want)
			}
			if test.want >= Alike && !meet(TraitsOf(&a), TraitsOf(&b)) {
				t.Error("they have no clue in common")
			}
		})
	}
}

func TestConflicts(t *testing.T) {
	tests := []struct {
		field, a, b string
		want        bool
	}{
		{"title", "Felt rims of cartwheels", "Felt Rims of Cartwheels", false},
		{"title", "Felt rims of cartwheels", "Felt rims of cartwheels: A survey", false},
		{"title", "Felt rims of cartwheels", "Spokes of quiet wagons", true},
		{"container", "Journal of Wheels", "J. Wheels", false},
		{"container", "Journal of Wheels", "Carts", true},
		{"container", "Journal of Wheels", "arXiv", false},
		{"year", "2019", "2019a", false},
		{"year", "2019", "2020", true},
		{"day", "3", "3", false},
		{"day", "3", "4", true},
		{"pages", "172–180", "172–80", false},
		{"pages", "172–180", "172", false},
		{"pages", "172–180", "172–181", true},
		{"pages", "172–180", "17–180", true},
		{"pages", "172–180", "173–180", true},
		{"pages", "172", "173", true},
		{"pages", "998–1002", "998–2", true},
		{"arxiv", "2001.00001v2", "2001.00001", false},
		{"arxiv", "2001.00001", "2001.00002", true},
		{"doi", "10.5555/A", "10.5555/a", false},
		{"doi", "10.5555/1", "10.5555/2", true},
		{"doi", "10.5555/1", "10.48550/arXiv.2001.00001", false},
		{"isbn", "978-3-16-148410-0", "9783161484100", false},
		{"isbn", "978-3-16-148410-0", "9783161484117", true},
		{"url", "https://example.org/", "https://example.com/", false},
		{"volume", "3", "4", true},
		{"number", "3", "3", false},
		{"edition", "2nd", "3rd", true},
		{"pmid", "12", "13", true},
		{"publisher", "Press", "University Press", false},
		{"publisher", "University Press", "Press", false},
		{"publisher", "University Press", "Wheel Books", true},
	}
	for _, test := range tests {
		var a, b ref.Reference
		*a.Value(ref.Field(test.field)), *b.Value(ref.Field(test.field)) = test.a, test.b
		if got := Conflicts(test.field, &a, &b); got != test.want {
			t.Errorf("%s: %q and %q conflict: %t", test.field, test.a, test.b, got)
		}
	}
	preprint, article := ref.Reference{Year: "2018", Preprint: true}, ref.Reference{Year: "2019"}
	if Conflicts("year", &preprint, &article) {
		t.Error("the years of a preprint and of the article conflict")
	}
}

func TestAgreeNames(t *testing.T) {
	name := func(given, particle, family string) ref.Name {
		return ref.Name{Given: given, Particle: particle, Family: family}
	}
	tests := []struct {
		a, b []ref.Name
		want bool
	}{
		{nil, of("Moss"), true},
		{of("Moss", "Lind"), of("Lind"), true},
		{of("Moss"), of("Lind"), false},
		{of("Moss", "Lind"), of("Moss", "Okoro"), false},
		{[]ref.Name{name("Ada B.", "", "Moss")}, []ref.Name{name("A.", "", "Moss")}, true},
		{[]ref.Name{name("Ada", "", "Moss")}, []ref.Name{name("Bo", "", "Moss")}, false},
		{[]ref.Name{name("JB", "", "Moss")}, []ref.Name{name("Jean-Baptiste", "", "Moss")}, true},
		{[]ref.Name{name("JB", "", "Moss")}, []ref.Name{name("Jean Charles", "", "Moss")}, false},
		{[]ref.Name{name("ADELE", "", "Moss")}, []ref.Name{name("Adele", "", "Moss")}, true},
		{[]ref.Name{name("Ada", "van", "Dam")}, []ref.Name{name("Ada", "", "van Dam")}, true},
	}
	for _, test := range tests {
		if got := AgreeNames(test.a, test.b); got != test.want {
			t.Errorf("%v and %v agree: %t", test.a, test.b, got)
		}
		if got := AgreeNames(test.b, test.a); got != test.want {
			t.Errorf("%v and %v agree: %t", test.b, test.a, got)
		}
	}
	if got, want := JoinedNames(of("Moss", "Lind"), true), "Moss; Lind; et al."; got != want {
		t.Errorf("names are joined as %q, want %q", got, want)
	}
	if got := FirstFamily(&ref.Reference{Authors: of("—", "Moss", "Lind")}); got != "moss" {
		t.Errorf("the first family is %q", got)
	}
	if got := FirstFamily(&ref.Reference{}); got != "" {
		t.Errorf("nobody's family is %q", got)
	}
}

func TestCompletesTitle(t *testing.T) {
	for _, test := range []struct {
		whole, cut string
		want       bool
	}{{"Felt rims", "Felt…", true}, {"Felt rims…", "Felt…", false}, {"Felt rims", "Felt", false}} {
		if got := CompletesTitle(test.whole, test.cut); got != test.want {
			t.Errorf("%q completes %q: %t", test.whole, test.cut, got)
		}
	}
}

func TestArePrintedElsewhere(t *testing.T) {
	article := ref.Reference{Type: ref.Article, Container: "Journal of Wheels"}
	for name, test := range map[string]struct {
		r, other ref.Reference
		want     bool
	}{
		"another journal":                {article, ref.Reference{Type: ref.Article, Container: "Carts"}, true},
		"the same journal":               {article, article, false},
		"the preprint of an article":     {article, ref.Reference{Preprint: true}, true},
		"the article of a preprint":      {ref.Reference{Preprint: true}, article, false},
		"the preprint of one of nowhere": {ref.Reference{Type: ref.Article}, ref.Reference{Preprint: true}, false},
	} {
		if got := ArePrintedElsewhere(&test.r, &test.other); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestAgreement(t *testing.T) {
	moss := ref.Reference{Type: ref.Article, Authors: of("Moss"), Container: "Carts", Year: "2019", Volume: "3", Pages: "12–19"}
	for name, test := range map[string]struct {
		change func(*ref.Reference)
		want   int
	}{
		"all":               {func(*ref.Reference) {}, 6},
		"but the year":      {func(r *ref.Reference) { r.Year = "2020" }, 5},
		"but the type":      {func(r *ref.Reference) { r.Type = ref.Misc }, 5},
		"but the container": {func(r *ref.Reference) { r.Container = "" }, 5},
		"but the volume":    {func(r *ref.Reference) { r.Volume = "4" }, 5},
		"but the pages":     {func(r *ref.Reference) { r.Pages = "13" }, 5},
		"but the people":    {func(r *ref.Reference) { r.Authors = of("Moss", "Lind") }, 5},
	} {
		r := moss
		test.change(&r)
		if got := agreement(TraitsOf(&moss), TraitsOf(&r)); got != test.want {
			t.Errorf("%s: %d, want %d", name, got, test.want)
		}
	}
	none := &ref.Reference{Type: ref.Article}
	if got := agreement(TraitsOf(none), TraitsOf(none)); got != 2 {
		t.Errorf("references that state nothing agree in %d, want their types and people", got)
	}
}

// TestHashText holds that hashes are what they were in every other process, and that each byte
// of a text makes another one.
func TestHashText(t *testing.T) {
	const text = "felt rims of cartwheels"
	for n, want := range map[int]uint64{0: 0xa89d7d6ddfd59e3f, 7: 0xecb6511adb8af592, 8: 0xe0707b832e873042, 9: 0xd11907a267f387be, len(text): 0xa469866b43797e9b} {
		if got := HashText(3, text[:n]); got != want {
			t.Errorf("the hash of %q is %#x, want %#x", text[:n], got, want)
		}
		if got := HashText(3, []byte(text[:n])); got != HashText(3, text[:n]) {
			t.Errorf("the hash of %q in bytes is %#x", text[:n], got)
		}
	}
	hashes := map[uint64]string{}
	for n := range len(text) {
		for at := range n {
			changed := text[:at] + "_" + text[at+1:n]
			if of, ok := hashes[HashText(3, changed)]; ok {
				t.Errorf("%q and %q have one hash", of, changed)
			}
			hashes[HashText(3, changed)] = changed
		}
	}
}

// Books that have nothing in common are not compared.
func TestBooksThatDoNotMeet(t *testing.T) {
	oak, felt := ref.Reference{Type: ref.Book, Title: "Oak"}, ref.Reference{Type: ref.Book, Title: "Felt"}
	if meet(TraitsOf(&oak), TraitsOf(&felt)) {
		t.Error("two books without an ISBN have a clue in common")
	}
	oak.ISBN, felt.ISBN = "978-3-16-148410-0", "9783161484100"
	if !meet(TraitsOf(&oak), TraitsOf(&felt)) {
		t.Error("two books of one ISBN have no clue in common")
	}
}
