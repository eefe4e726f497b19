package formatted

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/phrase"
)

// checkLine compares what is read of a line.
func checkLine(t *testing.T, line, want string) {
	t.Helper()
	s := phrase.NewText(line)
	defer s.Release()
	if diff := cmp.Diff(want, workIn(s)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", line, diff)
	}
}

// TestWordsOfVisits holds which words come before the day on which an address was looked up.
func TestWordsOfVisits(t *testing.T) {
	const page = `misc: authors "Horn, A.", year "2012", title "Felt rims in use", url "https://carts.example/a"`
	for word := range strings.FieldsSeq("Accessed Retrieved Cited Viewed Visited Abgerufen Zugriff Abruf Geprüft Aufgerufen Consulté Consultée Consultado Consulta Consultato Acesso обращения:") {
		checkLine(t, "Horn, A. (2012). Felt rims in use. https://carts.example/a. "+word+" 3 May 2019.", page+`, urldate "3 May 2019"`)
		checkLine(t, "Horn, A. (2012). Felt rims in use. https://carts.example/a ("+strings.ToLower(word)+" 3 May 2019).", page+`, urldate "3 May 2019"`)
	}
	for _, words := range []string{"last accessed", "letzter Zugriff am", "zuletzt abgerufen am", "accessed on", "consulté le", "consultado el", "consultato il", "acesso em", "accessed:"} {
		checkLine(t, "Horn, A. (2012). Felt rims in use. https://carts.example/a ("+words+" 3 May 2019).", page+`, urldate "3 May 2019"`)
	}
	for _, words := range []string{"Epub 2013 Mar 8.", "PMCID: PMC4."} {
		checkLine(t, "Horn A. Felt rims in use. Cart J. 2012;3(2):1-9. "+words, `article: authors "Horn A", title "Felt rims in use", container "Cart J", year "2012", volume "3", number "2", pages "1-9"`)
	}
}

// TestWordsOfEditors holds which words after names say that they are editors.
func TestWordsOfEditors(t *testing.T) {
	for _, word := range []string{"Ed.", "Eds.", "ed", "eds", "Editor", "editors", "Hrsg.", "Hg.", "Hgg.", "dir.", "coord.", "coords.", "org.", "orgs."} {
		checkLine(t, "Horn, A. ("+word+") (2012). Felt rims in use. Harbour Press.", `book: editors "Horn, A.", year "2012", title "Felt rims in use", publisher "Harbour Press"`)
	}
	for _, word := range []string{"edited by", "ed.", "eds."} {
		checkLine(t, "Horn, A. (2012). Felt rims in use. In Handbook of Carts, "+word+" B. Keller and C. Moss. Harbour Press.",
			`incollection: authors "Horn, A.", year "2012", title "Felt rims in use", container "Handbook of Carts", editors "B. Keller and C. Moss", publisher "Harbour Press"`)
	}
}

// TestWordsBetweenNames holds which words and marks part two names.
func TestWordsBetweenNames(t *testing.T) {
	for _, and := range []string{" & ", ", & ", " and ", ", and ", ", ", "; ", " und ", " och ", " et ", "/", " / ", " y ", " e "} {
		checkLine(t, "Horn, A."+and+"Keller, B. (2012). Felt rims in use. Cart Journal, 3(2), 1–9.",
			fmt.Sprintf(`article: authors %q, year "2012", title "Felt rims in use", container "Cart Journal", volume "3", number "2", pages "1–9"`, "Horn, A."+and+"Keller, B."))
	}
	for _, rest := range []string{", et al.", " et al.", ", on behalf of the Cart Study Group.", ", for the Cart Study Group."} {
		s := phrase.NewText("Horn A, Keller B" + strings.TrimSuffix(rest, ".") + ". Felt rims in use. Cart J. 2012;3(2):1-9.")
		if w, ok := ReadFormatted(s); !ok || len(w.Authors) < 2 || w.Title != "Felt rims in use" {
			t.Errorf("%s: %+v", rest, w.Authors)
		}
		s.Release()
	}
}

// TestPartsOfWorks holds that a part of a work that is pointed to is no title.
func TestPartsOfWorks(t *testing.T) {
	for part := range strings.FieldsSeq("Chapter Chapters Section Appendix Page Pages Part Table Figure Theorem Lemma Equation") {
		checkLine(t, "Horn, A. (2012) "+part+" on rims of felt for carts.", "")
	}
	checkLine(t, "Horn, A. (2012) Quiet rims of felt for carts.", `misc: authors "Horn, A.", year "2012", title "Quiet rims of felt for carts"`)
}

// TestVersionsInTitles holds which words come before a version, and of which works the title
// has it.
func TestVersionsInTitles(t *testing.T) {
	for _, word := range []string{"version", "Version", "ver.", "v"} {
		checkLine(t, "Horn, A. (2012). Felt trace, "+word+" 1.2. Harbour Press.", `book: authors "Horn, A.", year "2012", title "Felt trace", version "1.2", publisher "Harbour Press"`)
	}
	for word := range strings.FieldsSeq("manual guide handbook specification documentation") {
		title := "Felt trace " + word + ", version 1.2"
		checkLine(t, "Horn, A. (2012). "+title+". Harbour Press.", fmt.Sprintf(`book: authors "Horn, A.", year "2012", title %q, publisher "Harbour Press"`, title))
	}
}

// TestWordsOfKinds holds what says what kind of work a line is of.
func TestWordsOfKinds(t *testing.T) {
	const horn = `authors "Horn, A.", year "2012", title "Felt rims in use", `
	for rest, want := range map[string]string{
		"PhD thesis, Cork University.":              `phdthesis: ` + horn + `institution "Cork University"`,
		"Master's thesis, Cork University.":         `mastersthesis: ` + horn + `institution "Cork University"`,
		"Diss., Cork University.":                   `phdthesis: ` + horn + `institution "Cork University"`,
		"Technical Report TR-12, Harbour Board.":    `techreport: ` + horn + `number "TR-12", institution "Harbour Board"`,
		"Tech. Rep. 12, Harbour Board.":             `techreport: ` + horn + `number "12", institution "Harbour Board"`,
		"Research Report No. 12, Harbour Board.":    `techreport: ` + horn + `number "12", institution "Harbour Board"`,
		"Working Paper 12, Harbour Board.":          `techreport: ` + horn + `genre "Working Paper", number "12", institution "Harbour Board"`,
		"Discussion Paper No. 12, Harbour Board.":   `techreport: ` + horn + `genre "Discussion Paper", number "12", institution "Harbour Board"`,
		"Report No.: 12, Harbour Board.":            `techreport: ` + horn + `number "12", institution "Harbour Board"`,
		"Pat. No. EP 1234567.":                      `misc: ` + horn + `number "EP 1234567"`,
		"Patent application US20190012345.":         `misc: ` + horn + `number "US20190012345"`,
		"arXiv preprint arXiv:2301.01234.":          `misc: ` + horn + `arxiv "2301.01234"`,
		"arXiv:2301.01234.":                         `misc: ` + horn + `arxiv "2301.01234"`,
		"CoRR, abs/2301.01234.":                     `misc: ` + horn + `arxiv "2301.01234"`,
		"bioRxiv. https://doi.org/10.5555/1":        `misc: ` + horn + `doi "10.5555/1"`,
		"Paper presented at the Cart Days, Cork.":   `inproceedings: ` + horn + `container "Cart Days", address "Cork"`,
		"Presented at the Cart Days, Cork.":         `inproceedings: ` + horn + `container "Cart Days", address "Cork"`,
		"In Proceedings of CART'12 (pp. 1–9). ACM.": `inproceedings: ` + horn + `container "Proceedings of CART'12", pages "1–9", publisher "ACM"`,
		"Blog post. https://carts.example/a":        `misc: ` + horn + `url "https://carts.example/a"`,
		"RFC 7235.":                                 `techreport: ` + horn + `genre "RFC", series "RFC", number "7235"`,
		"Harbour Press.":                            `book: ` + horn + `publisher "Harbour Press"`,
		"Cork: Harbour Press.":                      `book: ` + horn + `address "Cork", publisher "Harbour Press"`,
		"2nd ed. Cork: Harbour Press.":              `book: ` + horn + `edition "2nd", address "Cork", publisher "Harbour Press"`,
		"Cart Journal, 3, Article 17.":              `article: ` + horn + `container "Cart Journal", volume "3", eid "17"`,
		"Cart Journal, 3, art. no. 17.":             `article: ` + horn + `container "Cart Journal", volume "3", eid "17"`,
	} {
		checkLine(t, "Horn, A. (2012). Felt rims in use. "+rest, want)
	}
	for description, want := range map[string]string{
		"(2nd ed.)": `edition "2nd", `, "[Data set]": "", "(Vol. 3)": `volume "3", `, "(2nd ed., Vol. 3)": `edition "2nd", volume "3", `, "(N. Falk, Trans.)": "", "(in Norwegian)": "",
		"[Online]": "", "(NIH Publication No. 19-101)": `number "19-101", `,
	} {
		kind, house := "book", "publisher"
		if strings.Contains(description, "NIH") {
			kind, house = "techreport", "institution"
		}
		checkLine(t, "Horn, A. (2012). Felt rims in use "+description+". Harbour Press.", kind+`: `+horn+want+house+` "Harbour Press"`)
	}
	for description, kind := range map[string]string{"[Doctoral dissertation, Cork University]": "phdthesis", "[Master's thesis, Cork University]": "mastersthesis"} {
		checkLine(t, "Horn, A. (2012). Felt rims in use "+description+". Cork Archive.", kind+`: `+horn+`institution "Cork University"`)
	}
	for _, description := range []string{"[Paper presentation]", "[Conference presentation]", "[Conference session]", "[Poster presentation]"} {
		checkLine(t, "Horn, A. (2012). Felt rims in use "+description+". Cart Days, Cork.", `inproceedings: `+horn+`container "Cart Days", address "Cork"`)
	}
}
