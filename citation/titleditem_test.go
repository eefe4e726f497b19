package citation

import (
	"fmt"
	"testing"

	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
)

// inShort is a reference as its type and what it states, in the order of the table of fields.
func inShort(r *Reference) string {
	s := string(r.Type)
	for _, row := range ref.Fields {
		switch {
		case row.Names(r) != nil:
			if names := ref.SpokenNames(*row.Names(r)); names != "" {
				s += fmt.Sprintf("; %s %s", row.Name, names)
			}
		case row.Text(r) != nil && *row.Text(r) != "":
			s += fmt.Sprintf("; %s %s", row.Name, *row.Text(r))
		}
	}
	return s
}

// TestItemsOfLists holds how items of answers of chats, of reading lists and of reviews are
// read, whose title comes first.
func TestItemsOfLists(t *testing.T) {
	for line, want := range map[string]string{
		"**Felt Rims at Work** – *Ann Lee* (2008, Harbour Press). A lively story; start here.":       "book; title Felt Rims at Work; authors Ann Lee; publisher Harbour Press; year 2008",
		"**Felt Rims** (2nd ed.) – Ann Lee. Harbour Press, 2017.":                                    "book; title Felt Rims; authors Ann Lee; publisher Harbour Press; edition 2nd; year 2017",
		"*Felt Rims at Work* — Ann Lee & Bo Park (Harbour Press, 2013). Dry but sound.":              "book; title Felt Rims at Work; authors Ann Lee and Bo Park; publisher Harbour Press; year 2013",
		`"Felt Rims at Work", Ann Lee and Bo Park, *Cart Affairs*, 2017. https://doi.org/10.5555/7`:  "article; title Felt Rims at Work; authors Ann Lee and Bo Park; container Cart Affairs; year 2017; doi 10.5555/7",
		"“Felt Rims (Almost)”, Ann Lee, Bo Park. In *Proceedings of QuietCart 2021*, pages 130–137.": "inproceedings; title Felt Rims (Almost); authors Ann Lee and Bo Park; container Proceedings of QuietCart 2021; year 2021; pages 130–137",
		"The Invention of Rims. By Ann Lee. Cork: Harbour Press, 2019. Pp. xii, 340. $35.00.":        "book; title The Invention of Rims; authors Ann Lee; publisher Harbour Press; address Cork; year 2019",
		`"Rims Found in Lake". Dagbladet Nord. 4 August 2003.`:                                       "",
	} {
		e := Parse(line)
		got := ""
		if len(e.References) == 1 {
			got = inShort(&e.References[0])
		}
		if diff := cmp.Diff(want, got); want != "" && diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
		if want == "" && got != "" && len(e.References[0].Authors) > 0 {
			t.Errorf("%s: %s", line, got)
		}
	}
}

// TestPartsOfReferences holds parts that few references have: what is said of an edition,
// the version in a title, a translation of it, the series of a book and of a report.
func TestPartsOfReferences(t *testing.T) {
	for line, want := range map[string]string{
		"Lund, Pia (2011): Felgen im Revier. Eine Geschichte. 2. Aufl. Essen: Zechenverlag.":                                                         "book; title Felgen im Revier. Eine Geschichte; authors Pia Lund; publisher Zechenverlag; address Essen; edition 2; year 2011",
		"Lund, Pia (2011): Felgen im Revier. Eine Geschichte. 2., überarb. Aufl. Essen: Zechenverlag.":                                               "book; title Felgen im Revier. Eine Geschichte; authors Pia Lund; publisher Zechenverlag; address Essen; edition 2., überarb. Aufl; year 2011",
		"Lund, Pia (2009): Achsen. Zur Kritik der Felge. Dissertation, Universität Marbach.":                                                         "phdthesis; title Achsen. Zur Kritik der Felge; authors Pia Lund; institution Universität Marbach; year 2009",
		"J. Lund. Felt rims, again. In Handbook of Discrete Carts, chapter 9, pages 301–340. Elbow Press, New York, 2nd edition, 1997.":              "incollection; title Felt rims, again; authors J. Lund; container Handbook of Discrete Carts; publisher Elbow Press; address New York; edition 2nd; year 1997; pages 301–340",
		"Lund, P. (2016). The felt designer's cookbook. Helix House.":                                                                                "book; title The felt designer's cookbook; authors P. Lund; publisher Helix House; year 2016",
		"Lund, Pia, and Bo Falk, eds. Carts: Classic and New Readings. Hackford, 2006.":                                                              "book; title Carts: Classic and New Readings; publisher Hackford; year 2006; editors Pia Lund and Bo Falk",
		"Lund, Pia (1987). Felger i Halland [Rims of Halland] (in Norwegian). Oslo: Fjellforlaget. ISBN 82-555-0123-4.":                              "book; title Felger i Halland; authors Pia Lund; publisher Fjellforlaget; address Oslo; year 1987; isbn 82-555-0123-4",
		"Lund, P., \"Key words for use in carts\", BCN 14, RFN 2119, March 1997.":                                                                    "techreport; title Key words for use in carts; authors P. Lund; series BCN 14; year 1997; number 2119; genre RFN",
		"Lund, P. and B. Falk, Ed., \"Principles for Carts\", RFN 2914, DOI 10.5555/RFN2914, September 2000.":                                        "techreport; title Principles for Carts; authors P. Lund and B. Falk; year 2000; number 2914; doi 10.5555/RFN2914; genre RFN",
		"Lund, P. (1931), \"On a class of rims\", Proceedings of the Cork Cart Society, Series 2, 33: 231–246.":                                      "article; title On a class of rims; authors P. Lund; container Proceedings of the Cork Cart Society; series 2; year 1931; volume 33; pages 231–246",
		"Lund, Pia; Falk, Bo (2005), Transforms in Carts, Graduate Texts in Felt, vol. 211 (2nd ed.), Berlin: Harbour Press, ISBN 978-3-540-55501-2": "book; title Transforms in Carts; authors Pia Lund and Bo Falk; publisher Harbour Press; series Graduate Texts in Felt; address Berlin; edition 2nd; year 2005; volume 211; isbn 978-3-540-55501-2",
		"P. Lund. FELT-4 trace, version 1.2. Harbour Press, 2011.":                                                                                   "book; title FELT-4 trace; authors P. Lund; publisher Harbour Press; year 2011; version 1.2",
	} {
		e := Parse(line)
		got := ""
		if len(e.References) == 1 {
			got = inShort(&e.References[0])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
	}
}

// TestMentionsOfInvertedNames holds that a name whose given name comes last is one.
func TestMentionsOfInvertedNames(t *testing.T) {
	e := Parse("Lund, Pia (2011): Felgen im Revier. Eine Geschichte. Essen: Zechenverlag.")
	if diff := cmp.Diff([]Mention{{Authors: []string{"Pia Lund"}, Year: "2011", Span: Span{0, 16}}}, e.Mentions); diff != "" {
		t.Error(diff)
	}
}
