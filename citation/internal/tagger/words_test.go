package tagger

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/google/go-cmp/cmp"
)

// checkLabelled compares what is read of a text whose labels are known.
func checkLabelled(t *testing.T, marked string, want map[string]string) {
	t.Helper()
	text, labels := labelledText(t, marked)
	s := phrase.NewText(text)
	defer s.Release()
	w, ok := ReadLabelled(s, labels)
	if !ok {
		t.Errorf("%s: no reference", text)
	} else if diff := cmp.Diff(want, statedBy(&w)); diff != "" {
		t.Errorf("%s (-want +got)\n%s", marked, diff)
	}
}

// TestWordsBeforeNumbers holds which words before a volume, an issue and pages are no part
// of them, and which say that a part of a book is meant.
func TestWordsBeforeNumbers(t *testing.T) {
	for word := range strings.FieldsSeq("v. vol. vols. volume bd. Band Jg. Jahrgang t. tome tomo том т. n. nr. no. num. núm. numéro número Heft H. fasc. вып. № iss. issue pt. č. čís. hft") {
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩Carts, ⟨volume⟩"+word+" 3. ⟨year⟩2001.",
			map[string]string{"authors": "A Lund", "title": "Felt rims", "container": "Carts", "volume": "3", "year": "2001"})
	}
	for word := range strings.FieldsSeq("p. pp. pages page S. s. Seite Seiten ss. с. С. стр. pg. pgs. pág. págs. pag. 第 str. o. in") {
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩Carts, ⟨volume⟩3, ⟨pages⟩"+word+" 11-19. ⟨year⟩2001.",
			map[string]string{"authors": "A Lund", "title": "Felt rims", "container": "Carts", "volume": "3", "pages": "11-19", "year": "2001"})
	}
	for word := range strings.FieldsSeq("ch. chap. chapter Kap. Kapitel sec. section") {
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨volume⟩"+word+" 3. ⟨publisher⟩Cart Press, ⟨year⟩2001.",
			map[string]string{"authors": "A Lund", "title": "Felt rims", "publisher": "Cart Press", "year": "2001"})
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩Handbook of Carts, "+word+" ⟨volume⟩3. ⟨publisher⟩Cart Press, ⟨year⟩2001.",
			map[string]string{"authors": "A Lund", "title": "Felt rims", "container": "Handbook of Carts", "publisher": "Cart Press", "year": "2001"})
	}
	for word := range strings.FieldsSeq("Nr. no. Heft") {
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩Road Science "+word+" ⟨volume⟩3. ⟨year⟩2001.",
			map[string]string{"authors": "A Lund", "title": "Felt rims", "container": "Road Science", "number": "3", "year": "2001"})
	}
}

// TestPagesAsWritten holds how pages are written, and what after them is none.
func TestPagesAsWritten(t *testing.T) {
	for written, want := range map[string]string{
		"11-19": "pages 11-19", "11–19": "pages 11–19", "11": "pages 11", "p12": "pages 12", "S11-S19": "pages S11-S19", "e12": "eid e12", "e1234": "eid e1234", "104233": "eid 104233",
		"11-19 p.": "pages 11-19", "11 f.": "pages 11", "11 ff.": "pages 11", "11 sqq.": "pages 11", "240 p.": "", "S.": "", "11S-19S": "pages 11S-19S", "11S": "pages 11S",
		"article 17": "eid 17", "H1060–H1066": "pages H1060–H1066", "11-19, at 13": "pages 11-19", "11, 13, 15": "pages 11, 13, 15", "12345": "pages 12345",
	} {
		fields := map[string]string{"authors": "A Lund", "title": "Felt rims", "container": "Carts", "volume": "3", "year": "2001"}
		if name, value, ok := strings.Cut(want, " "); ok {
			fields[name] = value
		}
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩Carts ⟨volume⟩3: ⟨pages⟩"+written+". ⟨year⟩2001.", fields)
	}
}

// TestDatesAsWritten holds what of a date is read.
func TestDatesAsWritten(t *testing.T) {
	for written, want := range map[string]string{
		"2001": "2001", "(2001)": "2001", "May 2001": "2001 May", "2001 May": "2001 May", "2001, May 3": "2001 May 3", "May 3, 2001": "2001 May 3", "3 May 2001": "2001 May 3",
		"2001 May 12-14": "2001 May 12-14", "May 12–14, 2001": "2001 May 12–14", "(2001, June 12–15)": "2001 June 12–15", "2001a": "2001", "c. 2001": "2001", "1999, 2001": "1999", "Retrieved March 3, 2015": "",
	} {
		fields := map[string]string{"authors": "A Lund", "title": "Felt rims", "container": "Carts", "volume": "3"}
		for i, value := range strings.Fields(want) {
			fields[[]string{"year", "month", "day"}[i]] = value
		}
		if want == "" {
			fields["urldate"] = "March 3, 2015"
		}
		delete(fields, "month")
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩Carts ⟨volume⟩3, ⟨year⟩"+written+".", fields)
	}
}

// TestWordsBeforeContainers holds which words before a container are no part of it.
func TestWordsBeforeContainers(t *testing.T) {
	for _, lead := range []string{"Paper presented at: ", "paper presented at ", "Presented at: ", "presented at ", "In: ", "In:", "in, ", "In ", "dans ", "En ", "the ", "in the ", ""} {
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩"+lead+"Cart Days. ⟨year⟩2001.",
			map[string]string{"authors": "A Lund", "title": "Felt rims", "container": "Cart Days", "year": "2001"})
	}
	for _, server := range []string{"arXiv", "arXiv preprint", "CoRR", "bioRxiv", "medRxiv", "SSRN"} {
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩"+server+", ⟨year⟩2001. ⟨identifier⟩https://carts.example/1",
			map[string]string{"authors": "A Lund", "title": "Felt rims", "year": "2001", "url": "https://carts.example/1"})
	}
	checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩SSRN Electronic Journal, ⟨year⟩2001.",
		map[string]string{"authors": "A Lund", "title": "Felt rims", "container": "SSRN Electronic Journal", "year": "2001"})
}

// TestWordsAfterTitles holds what after a title is no part of it.
func TestWordsAfterTitles(t *testing.T) {
	for _, edition := range []string{"2nd ed.", "Third Edition.", "2. Aufl.", "3., erw. Auflage."} {
		text := "⟨authors⟩Lund A. ⟨title⟩Felt rims. " + edition + " ⟨publisher⟩Cart Press, ⟨year⟩2001."
		stated, labels := labelledText(t, text)
		s := phrase.NewText(stated)
		if w, ok := ReadLabelled(s, labels); !ok || w.Title != "Felt rims" || w.Edition == "" {
			t.Errorf("%s: title %q, edition %q", text, w.Title, w.Edition)
		}
		s.Release()
	}
	for _, by := range []string{"Translated by Bo Roe", "Edited by Bo Roe"} {
		for _, label := range []string{"", "⟨container⟩"} {
			checkLabelled(t, fmt.Sprintf("⟨authors⟩Lund A. ⟨title⟩Felt rims. %s%s, ⟨publisher⟩Cart Press, ⟨year⟩2001.", label, by),
				map[string]string{"authors": "A Lund", "title": "Felt rims", "publisher": "Cart Press", "year": "2001"})
		}
	}
	for _, description := range []string{"[Data set]", "[Poster presentation]", "[Online]", "[Version 2 of the map]"} {
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims "+description+". ⟨publisher⟩Cart Press, ⟨year⟩2001.",
			map[string]string{"authors": "A Lund", "title": "Felt rims", "publisher": "Cart Press", "year": "2001"})
	}
	for written, want := range map[string]string{
		"Do rims creak?": "Do rims creak?", "Rims!": "Rims!", "“Rims”": "Rims", "‘Rims’ in carts": "‘Rims’ in carts", "[Rims] of carts": "[Rims] of carts", "(Rims) and carts": "(Rims) and carts",
		"(Rims)": "Rims", "Rims (of felt)": "Rims (of felt)", "Rims [of felt] and carts": "Rims [of felt] and carts", "<i>Rims</i>": "Rims", "The <i>rims</i>": "The <i>rims</i>", "Rims, c. 1900": "Rims, c. 1900",
		"Rims of the U.S.": "Rims of the U.S", "for the Rims": "for the Rims",
	} {
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩"+written+". ⟨container⟩Carts ⟨volume⟩3, ⟨year⟩2001.",
			map[string]string{"authors": "A Lund", "title": want, "container": "Carts", "volume": "3", "year": "2001"})
	}
	for _, lead := range []string{"for the", "on behalf of the"} {
		checkLabelled(t, "⟨authors⟩Lund A, Roe B, ⟨title⟩"+lead+" Cart Study Group. Felt rims. ⟨container⟩Carts ⟨volume⟩3, ⟨year⟩2001.",
			map[string]string{"authors": "A Lund; B Roe; Cart Study Group", "title": "Felt rims", "container": "Carts", "volume": "3", "year": "2001"})
		checkLabelled(t, "⟨authors⟩Lund A, Roe B, ⟨title⟩"+lead+" quiet cart. Felt rims. ⟨container⟩Carts ⟨volume⟩3, ⟨year⟩2001.",
			map[string]string{"authors": "A Lund; B Roe", "title": lead + " quiet cart. Felt rims", "container": "Carts", "volume": "3", "year": "2001"})
	}
}
