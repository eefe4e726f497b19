package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// formattedCase is a line of a reference list and the work that it names.
type formattedCase struct {
	text string
	want Reference
}

// people are the names of a list, written as BibTeX writes them.
func people(list string) []Name {
	names, _ := bibNames(list)
	return names
}

func testFormatted(t *testing.T, cases []formattedCase) {
	t.Helper()
	withoutSpans := cmpopts.IgnoreFields(Reference{}, "Spans", "Derived")
	for _, c := range cases {
		e := Parse(c.text)
		if diff := cmp.Diff([]Reference{c.want}, e.References, withoutSpans); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.text, diff)
		}
		checkExtraction(t, c.text)
	}
}

func TestParseAPA(t *testing.T) {
	testFormatted(t, []formattedCase{
		{"Lindqvist, A., & Moreau, P. J. (2018). Felt rims and quiet carts: A field study. Journal of Reading Rooms, 7(2), 11–19. https://doi.org/10.99999/jrr.2018.7",
			Reference{Type: Article, Title: "Felt rims and quiet carts: A field study", Authors: people("Lindqvist, A. and Moreau, P. J."),
				Container: "Journal of Reading Rooms", Year: "2018", Volume: "7", Number: "2", Pages: "11–19", DOI: "10.99999/jrr.2018.7"}},
		{"Okafor, C., Jr., Smith-Holm, E.-M., Østby, J., et al. (2021). Do iron tyres wear stone floors? Transport Letters, 13, Article 104233. https://doi.org/10.99999/tl.2021.104233",
			Reference{Type: Article, Title: "Do iron tyres wear stone floors?", Authors: people("Okafor, Jr., C. and Smith-Holm, E.-M. and Østby, J."), EtAl: true,
				Container: "Transport Letters", Year: "2021", Volume: "13", EID: "104233", DOI: "10.99999/tl.2021.104233"}},
		{"Tran, D. (2016). Carts vs. wagons in the U.S. South. Journal of Reading Rooms, 5, e0123.",
			Reference{Type: Article, Title: "Carts vs. wagons in the U.S. South", Authors: people("Tran, D."), Container: "Journal of Reading Rooms", Year: "2016", Volume: "5", EID: "e0123"}},
		{"Halloran, M. (2011). A history of the handcart (3rd ed.). Northgate Press.",
			Reference{Type: Book, Title: "A history of the handcart", Authors: people("Halloran, M."), Publisher: "Northgate Press", Edition: "3rd", Year: "2011"}},
		{"de la Cruz, J., & O'Brien, T. (2009). Wheels and yokes: A handbook. Leeds, England: Northgate Press.",
			Reference{Type: Book, Title: "Wheels and yokes: A handbook", Authors: people("de la Cruz, J. and O'Brien, T."), Publisher: "Northgate Press", Address: "Leeds, England", Year: "2009"}},
		{"Falk, N., & Holm, E. (Eds.). (2020). Handbook of winter transport. Northgate Press.",
			Reference{Type: Book, Title: "Handbook of winter transport", Editors: people("Falk, N. and Holm, E."), Publisher: "Northgate Press", Year: "2020"}},
		{"van der Berg, T. R., Osei, K., & Ilić, M. (2020). Salt on the rails. In N. Falk & E. Holm (Eds.), Handbook of winter transport (2nd ed., pp. 88–104). Northgate Press.",
			Reference{Type: InCollection, Title: "Salt on the rails", Authors: people("van der Berg, T. R. and Osei, K. and Ilić, M."), Editors: people("Falk, N. and Holm, E."),
				Container: "Handbook of winter transport", Publisher: "Northgate Press", Edition: "2nd", Year: "2020", Pages: "88–104"}},
		{"Osei, K. (2012). Brakes of felt. In N. Falk (Ed.), Carts of the north (Vol. 2, pp. 5–17). Leeds, England: Northgate Press.",
			Reference{Type: InCollection, Title: "Brakes of felt", Authors: people("Osei, K."), Editors: people("Falk, N."),
				Container: "Carts of the north", Publisher: "Northgate Press", Address: "Leeds, England", Year: "2012", Volume: "2", Pages: "5–17"}},
		{"Ågren, Å., & Lindqvist, A. (2019). Quiet wheels for loud floors. In E. Holm (Ed.), Proceedings of the 4th International Conference on Winter Transport (pp. 11–19). Association for Quiet Transport.",
			Reference{Type: InProceedings, Title: "Quiet wheels for loud floors", Authors: people("Ågren, Å. and Lindqvist, A."), Editors: people("Holm, E."),
				Container: "Proceedings of the 4th International Conference on Winter Transport", Publisher: "Association for Quiet Transport", Year: "2019", Pages: "11–19"}},
		{"Tran, D. (2017, June 12–15). Rims that sing [Paper presentation]. 9th Congress of Cartwrights, Oslo, Norway.",
			Reference{Type: InProceedings, Title: "Rims that sing", Authors: people("Tran, D."), Container: "9th Congress of Cartwrights", Address: "Oslo, Norway", Year: "2017", Month: 6, Day: "12–15"}},
		{"Ilić, M., & Osei, K. (2023). Wheels that hum. arXiv. https://doi.org/10.48550/arXiv.2301.01234",
			Reference{Type: Misc, Title: "Wheels that hum", Authors: people("Ilić, M. and Osei, K."), Year: "2023", ArXiv: "2301.01234", DOI: "10.48550/arXiv.2301.01234", Preprint: true}},
		{"Horn, K. (2020). Sand in the hub [Preprint]. bioRxiv. https://doi.org/10.1101/2020.01.02.123456",
			Reference{Type: Misc, Title: "Sand in the hub", Authors: people("Horn, K."), Year: "2020", DOI: "10.1101/2020.01.02.123456", Preprint: true}},
		{"Halloran, M. (2015). Rims and rails [Doctoral dissertation, University of Leeds]. Northgate Theses. https://theses.example.org/77",
			Reference{Type: PhDThesis, Title: "Rims and rails", Authors: people("Halloran, M."), Institution: "University of Leeds", Year: "2015", URL: "https://theses.example.org/77"}},
		{"Horn, K. (2013). Hubs of ash (Master's thesis). Cork University, Cork, Ireland.",
			Reference{Type: MastersThesis, Title: "Hubs of ash", Authors: people("Horn, K."), Institution: "Cork University", Address: "Cork, Ireland", Year: "2013"}},
		{"Falk, N., & Holm, E. (2018). Wheels in winter: Report of the second survey (Report No. 12). Institute of Quiet Transport.",
			Reference{Type: TechReport, Title: "Wheels in winter: Report of the second survey", Authors: people("Falk, N. and Holm, E."), Institution: "Institute of Quiet Transport", Year: "2018", Number: "12"}},
		{"World Cart Organization. (2020, May 3). Oiling a hub. https://www.example.org/hub-oil",
			Reference{Type: Misc, Title: "Oiling a hub", Authors: people("{World Cart Organization}"), Year: "2020", Month: 5, Day: "3", URL: "https://www.example.org/hub-oil"}},
		{"Moreau, P. J. (2020, May 3). How to oil a hub. Quiet Carts. https://www.example.org/hub-oil",
			Reference{Type: Misc, Title: "How to oil a hub", Authors: people("Moreau, P. J."), Container: "Quiet Carts", Year: "2020", Month: 5, Day: "3", URL: "https://www.example.org/hub-oil"}},
	})
}

func TestParseMLA(t *testing.T) {
	testFormatted(t, []formattedCase{
		{"Lindqvist, Astrid, and Paul-Jean Moreau. “Felt Rims and Quiet Carts: A Field Study.” Journal of Reading Rooms, vol. 7, no. 2, 2018, pp. 11–19.",
			Reference{Type: Article, Title: "Felt Rims and Quiet Carts: A Field Study", Authors: people("Lindqvist, Astrid and Moreau, Paul-Jean"),
				Container: "Journal of Reading Rooms", Year: "2018", Volume: "7", Number: "2", Pages: "11–19"}},
		{"Okafor, Chidi, et al. “Do Iron Tyres Wear Stone Floors?” Transport Letters, vol. 13, no. 4, Apr. 2021, article 104233, https://doi.org/10.99999/tl.2021.104233.",
			Reference{Type: Article, Title: "Do Iron Tyres Wear Stone Floors?", Authors: people("Okafor, Chidi"), EtAl: true,
				Container: "Transport Letters", Year: "2021", Month: 4, Volume: "13", Number: "4", EID: "104233", DOI: "10.99999/tl.2021.104233"}},
		{"Tran, Duc. “Wagons of the North.” Journal of Reading Rooms 7.2 (2018): 11–19. Print.",
			Reference{Type: Article, Title: "Wagons of the North", Authors: people("Tran, Duc"), Container: "Journal of Reading Rooms", Year: "2018", Volume: "7", Number: "2", Pages: "11–19"}},
		{"Falk, Nils, and Eva Holm. A History of the Handcart. 2nd ed., Northgate Press, 2011.",
			Reference{Type: Book, Title: "A History of the Handcart", Authors: people("Falk, Nils and Holm, Eva"), Publisher: "Northgate Press", Edition: "2nd", Year: "2011"}},
		{"O'Brien, Tom, Jr. Wheels and Yokes. Leeds: Northgate Press, 2009. Print.",
			Reference{Type: Book, Title: "Wheels and Yokes", Authors: people("O'Brien, Jr., Tom"), Publisher: "Northgate Press", Address: "Leeds", Year: "2009"}},
		{"Falk, Nils, and Eva Holm, editors. Handbook of Winter Transport. Northgate Press, 2020.",
			Reference{Type: Book, Title: "Handbook of Winter Transport", Editors: people("Falk, Nils and Holm, Eva"), Publisher: "Northgate Press", Year: "2020"}},
		{"van der Berg, Tess R., et al. “Salt on the Rails.” Handbook of Winter Transport, edited by Nils Falk and Eva Holm, Northgate Press, 2020, pp. 88–104.",
			Reference{Type: InCollection, Title: "Salt on the Rails", Authors: people("van der Berg, Tess R."), EtAl: true, Editors: people("Falk, Nils and Holm, Eva"),
				Container: "Handbook of Winter Transport", Publisher: "Northgate Press", Year: "2020", Pages: "88–104"}},
		{"Osei, Kofi. “Brakes of Felt.” Carts of the North, edited by Nils Falk, 2nd ed., vol. 2, Northgate Press, 2012, pp. 5–17.",
			Reference{Type: InCollection, Title: "Brakes of Felt", Authors: people("Osei, Kofi"), Editors: people("Falk, Nils"),
				Container: "Carts of the North", Publisher: "Northgate Press", Edition: "2nd", Year: "2012", Volume: "2", Pages: "5–17"}},
		{"Ågren, Åsa, and Juan de la Cruz. “Quiet Wheels for Loud Floors.” Proceedings of the 4th International Conference on Winter Transport, edited by Eva Holm, Association for Quiet Transport, 2019, pp. 11–19.",
			Reference{Type: InProceedings, Title: "Quiet Wheels for Loud Floors", Authors: people("Ågren, Åsa and de la Cruz, Juan"), Editors: people("Holm, Eva"),
				Container: "Proceedings of the 4th International Conference on Winter Transport", Publisher: "Association for Quiet Transport", Year: "2019", Pages: "11–19"}},
		{"Ilić, Mila. “Wheels That Hum.” arXiv, 3 Jan. 2023, https://arxiv.org/abs/2301.01234.",
			Reference{Type: Misc, Title: "Wheels That Hum", Authors: people("Ilić, Mila"), Year: "2023", Month: 1, Day: "3", ArXiv: "2301.01234", Preprint: true}},
		{"Halloran, Mary. Rims and Rails: A Study. 2015. University of Leeds, PhD dissertation.",
			Reference{Type: PhDThesis, Title: "Rims and Rails: A Study", Authors: people("Halloran, Mary"), Institution: "University of Leeds", Year: "2015"}},
		{"World Cart Organization. Wheels in Winter. Institute of Quiet Transport, 2018.",
			Reference{Type: TechReport, Title: "Wheels in Winter", Authors: people("{World Cart Organization}"), Institution: "Institute of Quiet Transport", Year: "2018"}},
		{"Moreau, Paul-Jean. “How to Oil a Hub.” Quiet Carts, 3 May 2020, www.example.org/hub-oil. Accessed 4 June 2021.",
			Reference{Type: Misc, Title: "How to Oil a Hub", Authors: people("Moreau, Paul-Jean"), Container: "Quiet Carts", Year: "2020", Month: 5, Day: "3", URL: "www.example.org/hub-oil"}},
	})
}

func TestParseChicago(t *testing.T) {
	testFormatted(t, []formattedCase{
		// bibliography
		{"Lindqvist, Astrid, and Paul Moreau. “Felt Rims and Quiet Carts: A Field Study.” Journal of Reading Rooms 7, no. 2 (2018): 11–19. https://doi.org/10.99999/jrr.2018.7.",
			Reference{Type: Article, Title: "Felt Rims and Quiet Carts: A Field Study", Authors: people("Lindqvist, Astrid and Moreau, Paul"),
				Container: "Journal of Reading Rooms", Year: "2018", Volume: "7", Number: "2", Pages: "11–19", DOI: "10.99999/jrr.2018.7"}},
		{"Falk, Nils. A History of the Handcart. 2nd ed. Leeds: Northgate Press, 2011.",
			Reference{Type: Book, Title: "A History of the Handcart", Authors: people("Falk, Nils"), Publisher: "Northgate Press", Address: "Leeds", Edition: "2nd", Year: "2011"}},
		{"Falk, Nils, and Eva Holm, eds. Handbook of Winter Transport. New Haven, CT: Northgate Press, 2020.",
			Reference{Type: Book, Title: "Handbook of Winter Transport", Editors: people("Falk, Nils and Holm, Eva"), Publisher: "Northgate Press", Address: "New Haven, CT", Year: "2020"}},
		{"van der Berg, Tess R. “Salt on the Rails.” In Handbook of Winter Transport, edited by Nils Falk and Eva Holm, 88–104. Leeds: Northgate Press, 2020.",
			Reference{Type: InCollection, Title: "Salt on the Rails", Authors: people("van der Berg, Tess R."), Editors: people("Falk, Nils and Holm, Eva"),
				Container: "Handbook of Winter Transport", Publisher: "Northgate Press", Address: "Leeds", Year: "2020", Pages: "88–104"}},
		{"Ågren, Åsa, Kofi Osei Jr., and Juan de la Cruz. “Quiet Wheels for Loud Floors.” In Proceedings of the 4th International Conference on Winter Transport, 11–19. Oslo: Association for Quiet Transport, 2019.",
			Reference{Type: InProceedings, Title: "Quiet Wheels for Loud Floors", Authors: people("Ågren, Åsa and Osei, Jr., Kofi and de la Cruz, Juan"),
				Container: "Proceedings of the 4th International Conference on Winter Transport", Publisher: "Association for Quiet Transport", Address: "Oslo", Year: "2019", Pages: "11–19"}},
		{"Ilić, Mila. “Wheels That Hum.” Preprint, arXiv, January 3, 2023. https://arxiv.org/abs/2301.01234.",
			Reference{Type: Misc, Title: "Wheels That Hum", Authors: people("Ilić, Mila"), Year: "2023", Month: 1, Day: "3", ArXiv: "2301.01234", Preprint: true}},
		{"Halloran, Mary. “Rims and Rails.” PhD diss., University of Leeds, 2015.",
			Reference{Type: PhDThesis, Title: "Rims and Rails", Authors: people("Halloran, Mary"), Institution: "University of Leeds", Year: "2015"}},
		{"World Cart Organization. Wheels in Winter. Report no. 12. Geneva: World Cart Organization, 2018.",
			Reference{Type: TechReport, Title: "Wheels in Winter", Authors: people("{World Cart Organization}"), Institution: "World Cart Organization", Address: "Geneva", Year: "2018", Number: "12"}},
		{"Moreau, Paul-Jean. “How to Oil a Hub.” Quiet Carts. May 3, 2020. https://www.example.org/hub-oil.",
			Reference{Type: Misc, Title: "How to Oil a Hub", Authors: people("Moreau, Paul-Jean"), Container: "Quiet Carts", Year: "2020", Month: 5, Day: "3", URL: "https://www.example.org/hub-oil"}},
		// author and date
		{"Lindqvist, Astrid, and Paul Moreau. 2018. “Do Felt Rims Creak?” Journal of Reading Rooms 7 (2): 11–19. https://doi.org/10.99999/jrr.2018.7.",
			Reference{Type: Article, Title: "Do Felt Rims Creak?", Authors: people("Lindqvist, Astrid and Moreau, Paul"),
				Container: "Journal of Reading Rooms", Year: "2018", Volume: "7", Number: "2", Pages: "11–19", DOI: "10.99999/jrr.2018.7"}},
		{"Falk, Nils. 2011. A History of the Handcart: From Oak to Ash. Leeds: Northgate Press.",
			Reference{Type: Book, Title: "A History of the Handcart: From Oak to Ash", Authors: people("Falk, Nils"), Publisher: "Northgate Press", Address: "Leeds", Year: "2011"}},
		{"van der Berg, Tess R., Kofi Osei, and Mila Ilić. 2020. “Salt on the Rails.” In Handbook of Winter Transport, edited by Nils Falk and Eva Holm, 88–104. Leeds: Northgate Press.",
			Reference{Type: InCollection, Title: "Salt on the Rails", Authors: people("van der Berg, Tess R. and Osei, Kofi and Ilić, Mila"), Editors: people("Falk, Nils and Holm, Eva"),
				Container: "Handbook of Winter Transport", Publisher: "Northgate Press", Address: "Leeds", Year: "2020", Pages: "88–104"}},
		{"Horn, Klara. 2013. “Hubs of Ash.” Master's thesis, Cork University.",
			Reference{Type: MastersThesis, Title: "Hubs of Ash", Authors: people("Horn, Klara"), Institution: "Cork University", Year: "2013"}},
		// notes
		{"12. Astrid Lindqvist and Paul Moreau, “Felt Rims and Quiet Carts,” Journal of Reading Rooms 7, no. 2 (2018): 15.",
			Reference{Type: Article, Title: "Felt Rims and Quiet Carts", Authors: people("Lindqvist, Astrid and Moreau, Paul"),
				Container: "Journal of Reading Rooms", Year: "2018", Volume: "7", Number: "2", Pages: "15"}},
		{"Nils Falk, A History of the Handcart (Leeds: Northgate Press, 2011), 45.",
			Reference{Type: Book, Title: "A History of the Handcart", Authors: people("Falk, Nils"), Publisher: "Northgate Press", Address: "Leeds", Year: "2011", Pages: "45"}},
	})
}

func TestParseVancouver(t *testing.T) {
	testFormatted(t, []formattedCase{
		{"Lindqvist A, Moreau PJ. Felt rims and quiet carts: a field study. J Read Rooms. 2018;7(2):11–9. doi:10.99999/jrr.2018.7",
			Reference{Type: Article, Title: "Felt rims and quiet carts: a field study", Authors: people("Lindqvist, A and Moreau, PJ"),
				Container: "J Read Rooms", Year: "2018", Volume: "7", Number: "2", Pages: "11–9", DOI: "10.99999/jrr.2018.7"}},
		{"1. Okafor C Jr, Smith-Holm E-M, Østby J, et al. Do iron tyres wear stone floors? Transp Lett. 2021 Mar 4;13:104233. PMID: 31234567.",
			Reference{Type: Article, Title: "Do iron tyres wear stone floors?", Authors: people("Okafor, Jr, C and Smith-Holm, E-M and Østby, J"), EtAl: true,
				Container: "Transp Lett", Year: "2021", Month: 3, Day: "4", Volume: "13", EID: "104233", PMID: "31234567"}},
		{"Quiet Cart Study Group. Wheels of felt in hospitals. Lancet. 2019;393(10170):434-45.",
			Reference{Type: Article, Title: "Wheels of felt in hospitals", Authors: people("{Quiet Cart Study Group}"), Container: "Lancet", Year: "2019", Volume: "393", Number: "10170", Pages: "434-45"}},
		{"Falk N. A history of the handcart. 2nd ed. Leeds: Northgate Press; 2011.",
			Reference{Type: Book, Title: "A history of the handcart", Authors: people("Falk, N"), Publisher: "Northgate Press", Address: "Leeds", Edition: "2nd", Year: "2011"}},
		{"Falk N, Holm E, editors. Handbook of winter transport. New Haven (CT): Northgate Press; 2020.",
			Reference{Type: Book, Title: "Handbook of winter transport", Editors: people("Falk, N and Holm, E"), Publisher: "Northgate Press", Address: "New Haven (CT)", Year: "2020"}},
		{"van der Berg TR, Osei K. Salt on the rails. In: Falk N, Holm E, editors. Handbook of winter transport. Leeds: Northgate Press; 2020. p. 88–104.",
			Reference{Type: InCollection, Title: "Salt on the rails", Authors: people("van der Berg, TR and Osei, K"), Editors: people("Falk, N and Holm, E"),
				Container: "Handbook of winter transport", Publisher: "Northgate Press", Address: "Leeds", Year: "2020", Pages: "88–104"}},
		{"Osei K. Brakes of felt. In: Falk N, ed. Carts of the North. 2nd ed. Northgate Press; 2012:5-17.",
			Reference{Type: InCollection, Title: "Brakes of felt", Authors: people("Osei, K"), Editors: people("Falk, N"),
				Container: "Carts of the North", Publisher: "Northgate Press", Edition: "2nd", Year: "2012", Pages: "5-17"}},
		{"Ågren Å, Lindqvist A. Quiet wheels for loud floors. In: Holm E, editor. Proceedings of the 4th International Conference on Winter Transport; 2019 Jun 12-15; Oslo, Norway. Leeds: Northgate Press; 2019. p. 11-9.",
			Reference{Type: InProceedings, Title: "Quiet wheels for loud floors", Authors: people("Ågren, Å and Lindqvist, A"), Editors: people("Holm, E"),
				Container: "Proceedings of the 4th International Conference on Winter Transport", Publisher: "Northgate Press", Address: "Oslo, Norway", Year: "2019", Month: 6, Day: "12-15", Pages: "11-9"}},
		{"Ilić M. Wheels that hum [Preprint]. arXiv. 2023 Jan 3. Available from: https://arxiv.org/abs/2301.01234",
			Reference{Type: Misc, Title: "Wheels that hum", Authors: people("Ilić, M"), Year: "2023", Month: 1, Day: "3", ArXiv: "2301.01234", Preprint: true}},
		{"Halloran M. Rims and rails [dissertation]. Leeds: University of Leeds; 2015.",
			Reference{Type: PhDThesis, Title: "Rims and rails", Authors: people("Halloran, M"), Institution: "University of Leeds", Address: "Leeds", Year: "2015"}},
		{"Horn K. Hubs of ash [master's thesis]. Cork: Cork University; 2013.",
			Reference{Type: MastersThesis, Title: "Hubs of ash", Authors: people("Horn, K"), Institution: "Cork University", Address: "Cork", Year: "2013"}},
		{"Falk N, Holm E. Wheels in winter. Leeds: Institute of Quiet Transport; 2018. Report No.: 12.",
			Reference{Type: TechReport, Title: "Wheels in winter", Authors: people("Falk, N and Holm, E"), Institution: "Institute of Quiet Transport", Address: "Leeds", Year: "2018", Number: "12"}},
		{"Moreau PJ. How to oil a hub [Internet]. Leeds: Quiet Carts; 2020 May 3 [cited 2021 Jun 4]. Available from: https://www.example.org/hub-oil",
			Reference{Type: Misc, Title: "How to oil a hub", Authors: people("Moreau, PJ"), Publisher: "Quiet Carts", Address: "Leeds", Year: "2020", Month: 5, Day: "3", URL: "https://www.example.org/hub-oil"}},
		{"Moreau PJ. How to oil a hub. Quiet Carts. Published May 3, 2020. Accessed June 4, 2021. https://www.example.org/hub-oil",
			Reference{Type: Misc, Title: "How to oil a hub", Authors: people("Moreau, PJ"), Container: "Quiet Carts", Year: "2020", Month: 5, Day: "3", URL: "https://www.example.org/hub-oil"}},
	})
}

func TestParseIEEE(t *testing.T) {
	testFormatted(t, []formattedCase{
		{"[7] A. Lindqvist and P.-J. Moreau, “Felt rims and quiet carts: A field study,” J. Read. Rooms, vol. 7, no. 2, pp. 11–19, Mar. 2018, doi: 10.99999/jrr.2018.7.",
			Reference{Type: Article, Title: "Felt rims and quiet carts: A field study", Authors: people("Lindqvist, A. and Moreau, P.-J."),
				Container: "J. Read. Rooms", Year: "2018", Month: 3, Volume: "7", Number: "2", Pages: "11–19", DOI: "10.99999/jrr.2018.7"}},
		{"C. Okafor Jr. et al., “Do iron tyres wear stone floors?” Transp. Lett., vol. 13, Apr. 2021, Art. no. 104233.",
			Reference{Type: Article, Title: "Do iron tyres wear stone floors?", Authors: people("Okafor, Jr., C."), EtAl: true,
				Container: "Transp. Lett.", Year: "2021", Month: 4, Volume: "13", EID: "104233"}},
		{"N. Falk, A History of the Handcart, 2nd ed. Leeds, U.K.: Northgate Press, 2011.",
			Reference{Type: Book, Title: "A History of the Handcart", Authors: people("Falk, N."), Publisher: "Northgate Press", Address: "Leeds, U.K.", Edition: "2nd", Year: "2011"}},
		{"N. Falk and E. Holm, Eds., Handbook of Winter Transport. Leeds, U.K.: Northgate Press, 2020.",
			Reference{Type: Book, Title: "Handbook of Winter Transport", Editors: people("Falk, N. and Holm, E."), Publisher: "Northgate Press", Address: "Leeds, U.K.", Year: "2020"}},
		{"T. R. van der Berg, “Salt on the rails,” in Handbook of Winter Transport, 2nd ed., N. Falk and E. Holm, Eds. Leeds, U.K.: Northgate Press, 2020, ch. 4, pp. 88–104.",
			Reference{Type: InCollection, Title: "Salt on the rails", Authors: people("van der Berg, T. R."), Editors: people("Falk, N. and Holm, E."),
				Container: "Handbook of Winter Transport", Publisher: "Northgate Press", Address: "Leeds, U.K.", Edition: "2nd", Year: "2020", Pages: "88–104"}},
		{"Å. Ågren, K. Osei, and M. Ilić, “Quiet wheels for loud floors,” in Proc. 4th Int. Conf. Winter Transport (ICWT), Oslo, Norway, Jun. 2019, pp. 11–19.",
			Reference{Type: InProceedings, Title: "Quiet wheels for loud floors", Authors: people("Ågren, Å. and Osei, K. and Ilić, M."),
				Container: "Proc. 4th Int. Conf. Winter Transport (ICWT)", Address: "Oslo, Norway", Year: "2019", Month: 6, Pages: "11–19"}},
		{"D. Tran, “Rims that sing,” in Proceedings of the IEEE Conference on Quiet Carts, 2017, pp. 1–6.",
			Reference{Type: InProceedings, Title: "Rims that sing", Authors: people("Tran, D."), Container: "Proceedings of the IEEE Conference on Quiet Carts", Year: "2017", Pages: "1–6"}},
		{"M. Ilić and K. Osei, “Wheels that hum,” 2023, arXiv:2301.01234.",
			Reference{Type: Misc, Title: "Wheels that hum", Authors: people("Ilić, M. and Osei, K."), Year: "2023", ArXiv: "2301.01234"}},
		{"M. Halloran, “Rims and rails,” Ph.D. dissertation, Dept. Mech. Eng., Univ. Leeds, Leeds, U.K., 2015.",
			Reference{Type: PhDThesis, Title: "Rims and rails", Authors: people("Halloran, M."), Institution: "Dept. Mech. Eng., Univ. Leeds", Address: "Leeds, U.K.", Year: "2015"}},
		{"K. Horn, “Hubs of ash,” M.S. thesis, Cork University, Cork, Ireland, 2013.",
			Reference{Type: MastersThesis, Title: "Hubs of ash", Authors: people("Horn, K."), Institution: "Cork University", Address: "Cork, Ireland", Year: "2013"}},
		{"N. Falk and E. Holm, “Wheels in winter,” Institute of Quiet Transport, Leeds, U.K., Tech. Rep. TR-12, 2018.",
			Reference{Type: TechReport, Title: "Wheels in winter", Authors: people("Falk, N. and Holm, E."), Institution: "Institute of Quiet Transport", Address: "Leeds, U.K.", Year: "2018", Number: "TR-12"}},
		{"P. J. Moreau, “How to oil a hub.” Quiet Carts. Accessed: Jun. 4, 2021. [Online]. Available: https://www.example.org/hub-oil",
			Reference{Type: Misc, Title: "How to oil a hub", Authors: people("Moreau, P. J."), Container: "Quiet Carts", URL: "https://www.example.org/hub-oil"}},
	})
}

func TestParseACL(t *testing.T) {
	testFormatted(t, []formattedCase{
		{"Tess R. van der Berg, Kofi Osei Jr., and Mila Ilić. 2020. Salt on the rails: Who needs it? Transactions of the Association for Quiet Transport, 8:88–104.",
			Reference{Type: Article, Title: "Salt on the rails: Who needs it?", Authors: people("van der Berg, Tess R. and Osei, Jr., Kofi and Ilić, Mila"),
				Container: "Transactions of the Association for Quiet Transport", Year: "2020", Volume: "8", Pages: "88–104"}},
		{"Duc Tran. 2016. Carts vs. wagons in the U.S. South. Transport Letters, 13(4):104233.",
			Reference{Type: Article, Title: "Carts vs. wagons in the U.S. South", Authors: people("Tran, Duc"), Container: "Transport Letters", Year: "2016", Volume: "13", Number: "4", EID: "104233"}},
		{"Nils Falk. 2011. A History of the Handcart, 2nd edition. Northgate Press, Leeds.",
			Reference{Type: Book, Title: "A History of the Handcart", Authors: people("Falk, Nils"), Publisher: "Northgate Press", Address: "Leeds", Edition: "2nd", Year: "2011"}},
		{"Nils Falk and Eva Holm, editors. 2020. Handbook of Winter Transport. Northgate Press, Leeds, UK.",
			Reference{Type: Book, Title: "Handbook of Winter Transport", Editors: people("Falk, Nils and Holm, Eva"), Publisher: "Northgate Press", Address: "Leeds, UK", Year: "2020"}},
		{"Kofi Osei and Eva Smith-Holm. 2012. Brakes of felt. In Nils Falk and Eva Holm, editors, Carts of the North, pages 5–17. Northgate Press, Leeds.",
			Reference{Type: InCollection, Title: "Brakes of felt", Authors: people("Osei, Kofi and Smith-Holm, Eva"), Editors: people("Falk, Nils and Holm, Eva"),
				Container: "Carts of the North", Publisher: "Northgate Press", Address: "Leeds", Year: "2012", Pages: "5–17"}},
		{"Astrid Lindqvist and Paul-Jean Moreau. 2018. Felt rims and quiet carts: A field study. In Proceedings of the 4th Conference on Reading Rooms, pages 11–19, Oslo, Norway. Association for Quiet Transport.",
			Reference{Type: InProceedings, Title: "Felt rims and quiet carts: A field study", Authors: people("Lindqvist, Astrid and Moreau, Paul-Jean"),
				Container: "Proceedings of the 4th Conference on Reading Rooms", Publisher: "Association for Quiet Transport", Address: "Oslo, Norway", Year: "2018", Pages: "11–19"}},
		{"Nils Falk, Eva Holm, Duc Tran, et al. 2023. Wheels that hum. arXiv preprint arXiv:2301.01234.",
			Reference{Type: Misc, Title: "Wheels that hum", Authors: people("Falk, Nils and Holm, Eva and Tran, Duc"), EtAl: true, Year: "2023", ArXiv: "2301.01234", Preprint: true}},
		{"Juan de la Cruz and Åsa Ågren. 2024. Hubs that learn. Preprint, arXiv:2402.01234.",
			Reference{Type: Misc, Title: "Hubs that learn", Authors: people("de la Cruz, Juan and Ågren, Åsa"), Year: "2024", ArXiv: "2402.01234", Preprint: true}},
		{"Mary Halloran. 2015. Rims and Rails. Ph.D. thesis, University of Leeds.",
			Reference{Type: PhDThesis, Title: "Rims and Rails", Authors: people("Halloran, Mary"), Institution: "University of Leeds", Year: "2015"}},
		{"Klara Horn. 2013. Hubs of ash. Master's thesis, Cork University, Cork, Ireland.",
			Reference{Type: MastersThesis, Title: "Hubs of ash", Authors: people("Horn, Klara"), Institution: "Cork University", Address: "Cork, Ireland", Year: "2013"}},
		{"Nils Falk and Eva Holm. 2018. Wheels in winter. Technical Report TR-12, Institute of Quiet Transport, Leeds.",
			Reference{Type: TechReport, Title: "Wheels in winter", Authors: people("Falk, Nils and Holm, Eva"), Institution: "Institute of Quiet Transport", Address: "Leeds", Year: "2018", Number: "TR-12"}},
		{"Quiet Cart Team. 2020. How to oil a hub. https://www.example.org/hub-oil. Accessed: 2021-06-04.",
			Reference{Type: Misc, Title: "How to oil a hub", Authors: people("{Quiet Cart Team}"), Year: "2020", URL: "https://www.example.org/hub-oil"}},
	})
}

func TestParseNeurIPS(t *testing.T) {
	testFormatted(t, []formattedCase{
		{"Tess R. van der Berg, Kofi Osei, and Mila Ilić. Salt on the rails. Journal of Reading Rooms, 8(1):88–104, 2020.",
			Reference{Type: Article, Title: "Salt on the rails", Authors: people("van der Berg, Tess R. and Osei, Kofi and Ilić, Mila"),
				Container: "Journal of Reading Rooms", Year: "2020", Volume: "8", Number: "1", Pages: "88–104"}},
		{"D. Tran and Å. Ågren. Do iron tyres wear stone floors? Transport Letters, 13:104233, March 2021. doi: 10.99999/tl.2021.104233.",
			Reference{Type: Article, Title: "Do iron tyres wear stone floors?", Authors: people("Tran, D. and Ågren, Å."), Container: "Transport Letters", Year: "2021", Month: 3, Volume: "13", EID: "104233", DOI: "10.99999/tl.2021.104233"}},
		{"Nils Falk. A History of the Handcart. Northgate Press, Leeds, 2011.",
			Reference{Type: Book, Title: "A History of the Handcart", Authors: people("Falk, Nils"), Publisher: "Northgate Press", Address: "Leeds", Year: "2011"}},
		{"Nils Falk and Eva Holm, editors. Handbook of Winter Transport. Northgate Press, Leeds, 2nd edition, 2020.",
			Reference{Type: Book, Title: "Handbook of Winter Transport", Editors: people("Falk, Nils and Holm, Eva"), Publisher: "Northgate Press", Address: "Leeds", Edition: "2nd", Year: "2020"}},
		{"Kofi Osei. Brakes of felt. In Nils Falk and Eva Holm, editors, Carts of the North, pages 5–17. Northgate Press, Leeds, 2012.",
			Reference{Type: InCollection, Title: "Brakes of felt", Authors: people("Osei, Kofi"), Editors: people("Falk, Nils and Holm, Eva"),
				Container: "Carts of the North", Publisher: "Northgate Press", Address: "Leeds", Year: "2012", Pages: "5–17"}},
		{"Astrid Lindqvist and Paul-Jean Moreau. Felt rims and quiet carts: A field study. In Advances in Neural Information Processing Systems, volume 31, pages 1109–1119, 2018.",
			Reference{Type: InProceedings, Title: "Felt rims and quiet carts: A field study", Authors: people("Lindqvist, Astrid and Moreau, Paul-Jean"),
				Container: "Advances in Neural Information Processing Systems", Year: "2018", Volume: "31", Pages: "1109–1119"}},
		{"Juan de la Cruz, Kofi Osei Jr., et al. Hubs that learn. In Proceedings of the 36th International Conference on Machine Learning, volume 97 of Proceedings of Machine Learning Research, pages 11–19. PMLR, 2019.",
			Reference{Type: InProceedings, Title: "Hubs that learn", Authors: people("de la Cruz, Juan and Osei, Jr., Kofi"), EtAl: true,
				Container: "Proceedings of the 36th International Conference on Machine Learning", Series: "Proceedings of Machine Learning Research", Publisher: "PMLR", Year: "2019", Volume: "97", Pages: "11–19"}},
		{"N. Falk, E. Holm, and D. Tran. Wheels that hum. arXiv preprint arXiv:2301.01234, 2023.",
			Reference{Type: Misc, Title: "Wheels that hum", Authors: people("Falk, N. and Holm, E. and Tran, D."), Year: "2023", ArXiv: "2301.01234", Preprint: true}},
		{"Mary Halloran. Rims and Rails. PhD thesis, University of Leeds, 2015.",
			Reference{Type: PhDThesis, Title: "Rims and Rails", Authors: people("Halloran, Mary"), Institution: "University of Leeds", Year: "2015"}},
		{"Nils Falk and Eva Holm. Wheels in winter. Technical Report 12, Institute of Quiet Transport, Leeds, 2018.",
			Reference{Type: TechReport, Title: "Wheels in winter", Authors: people("Falk, Nils and Holm, Eva"), Institution: "Institute of Quiet Transport", Address: "Leeds", Year: "2018", Number: "12"}},
		{"Quiet Cart Team. How to oil a hub, 2020. URL https://www.example.org/hub-oil.",
			Reference{Type: Misc, Title: "How to oil a hub", Authors: people("{Quiet Cart Team}"), Year: "2020", URL: "https://www.example.org/hub-oil"}},
	})
}

// TestParseIsNotFormatted holds that running text which begins as a reference
// does is not read as one.
func TestParseIsNotFormatted(t *testing.T) {
	for _, text := range []string{
		"Nils Falk was born in Leeds in 1950. He built carts. Northgate Press printed his letters.",
		"Lindqvist and Moreau. We met them in Oslo in 2018. The carts were quiet.",
		"Falk, N. (2011) argued that felt is quiet. Later work in Leeds agreed.",
		"Lindqvist, A., and Moreau, P. (2018) showed that rims crack. Holm agrees, 2019.",
		"World Cart Organization. The body was founded in 1948. It sits in Geneva, Switzerland.",
		"In 2011, Northgate Press moved to Leeds. The town was glad.",
		"Tran D. Rims crack in frost, as all cartwrights of 1900 knew.",
	} {
		if w, ok := newSentence(text).readFormatted(); ok {
			t.Errorf("%q is taken for a formatted reference: %+v", text, w.Reference)
		}
	}
}
