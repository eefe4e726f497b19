package formatted

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
)

// reading is a line of a reference list, invented, with what is read from it: the
// type, the words of each field in the order in which they are found, and the names of its
// people. Kinds of lines are beside each other: what ends names and titles, what volumes, issues,
// pages and years look like, titles of several sentences, journals with commas.
type reading struct{ Text, Works string }

func readings(t *testing.T, name string) (all []reading) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var r reading
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

// workIn is what a text is read as, in the form of readings.
func workIn(s *phrase.Text) string {
	found, ok := ReadFormatted(s)
	if !ok {
		return ""
	}
	w := found.Settled()
	return fieldsIn(s, &w)
}

// namedWorkIn is workIn with the names of the people.
func namedWorkIn(s *phrase.Text) string {
	read := workIn(s)
	if read == "" {
		return ""
	}
	w, _ := ReadFormatted(s)
	if len(w.Authors) > 0 {
		read += " [" + namesIn(w.Authors, w.EtAl) + "]"
	}
	if len(w.Editors) > 0 {
		read += " [edited by " + namesIn(w.Editors, false) + "]"
	}
	return read
}

// namesIn returns names with the family name, or all of that of a body, first.
func namesIn(names []ref.Name, etal bool) string {
	var list []string
	for _, n := range names {
		parts := []string{n.Literal + strings.TrimSpace(n.Particle+" "+n.Family), n.Given, n.Suffix}
		list = append(list, strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", "))
	}
	if etal {
		list = append(list, "et al.")
	}
	return strings.Join(list, "; ")
}

// fieldsIn returns the type of a work and the words of each of its fields.
func fieldsIn(s *phrase.Text, w *ref.Reference) string {
	fields := slices.Sorted(maps.Keys(w.Spans))
	slices.SortStableFunc(fields, func(a, b string) int { return w.Spans[a][0] - w.Spans[b][0] })
	for i, f := range fields {
		fields[i] = fmt.Sprintf("%s %q", f, s.Slice(w.Spans[f]))
	}
	return string(w.Type) + ": " + strings.Join(fields, ", ")
}

func TestReadings(t *testing.T) {
	for _, r := range readings(t, "testdata/readings.jsonl") {
		s := phrase.NewText(r.Text)
		if diff := cmp.Diff(r.Works, namedWorkIn(WithoutRemark(WithoutLabel(s)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", r.Text, diff)
		}
		s.Release()
	}
}

// TestLabelsChangeNothing holds that an item of a list is read as it is without what numbers it.
func TestLabelsChangeNothing(t *testing.T) {
	for _, r := range readings(t, "testdata/readings.jsonl") {
		if r.Works == "" || !strings.HasPrefix(r.Text, "Roe") && !strings.HasPrefix(r.Text, "A. Roe") && !strings.HasPrefix(r.Text, "Horn") {
			continue
		}
		for _, label := range []string{"[7] ", "(12) ", "3. ", "3) ", "• ", "* ", "– ", "[Roe12] ", "(b) ", "c) "} {
			s := phrase.NewText(label + r.Text)
			if diff := cmp.Diff(r.Works, namedWorkIn(WithoutRemark(WithoutLabel(s)))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", s.Content, diff)
			}
			s.Release()
		}
	}
}

// TestSplit holds that every reference of a text is read by itself, whatever parts it
// from the others, and that one reference on several lines, or with several
// authors, is one.
func TestSplit(t *testing.T) {
	for _, r := range readings(t, "testdata/several.jsonl") {
		s := phrase.NewText(r.Text)
		parts, doubtful := Split(s)
		if doubtful {
			t.Errorf("%s: it is doubtful where a reference begins", r.Text)
		}
		if parts == nil {
			parts = []*phrase.Text{s}
		}
		works := make([]string, len(parts))
		for i, part := range parts {
			works[i] = namedWorkIn(part)
		}
		if diff := cmp.Diff(r.Works, strings.Join(works, "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", r.Text, diff)
		}
		s.Release()
	}
}

func TestSplitNothing(t *testing.T) {
	for _, text := range []string{
		"",
		"Felt is quiet. It was tried in 2012. It was tried again in 2013.",
		"Horn (2019); Keller (2020) and Moss (2021) found that felt is quiet.",
		"Felt is quiet (Horn, 2019; Keller, 2020).",
		"Ann Lee published 'Felt and Hay' in 2012. Bo Park published 'Oats' in 2013.",
		"[1] Felt is quiet [2], as Horn found in 2012.",
		"Horn, A. (2012). Felt rims 2. Road tests. Cart Journal, 3(2), 1–9.",
	} {
		s := phrase.NewText(text)
		if parts, doubtful := Split(s); parts != nil || doubtful {
			t.Errorf("%q is cut into %d parts, doubtful %t", text, len(parts), doubtful)
		}
		s.Release()
	}
}

func TestSplitInDoubt(t *testing.T) {
	for _, text := range []string{
		"Horn, A. (2012). Felt rims. Cart Journal, 3(2), 1–9. Keller, B. (2013). Hubs",
		"Horn, A. (2012), felt and other things 3. Keller, B. (2013). Hubs. Cart Journal, 4, 2–3.",
	} {
		s := phrase.NewText(text)
		if parts, doubtful := Split(s); parts != nil || !doubtful {
			t.Errorf("%q is cut into %d parts, doubtful %t", text, len(parts), doubtful)
		}
		s.Release()
	}
}

func TestIsCase(t *testing.T) {
	for text, want := range map[string]bool{
		"Roe v. Lind, 123 U.S. 456 (1999).":                    true,
		"Roe & Sons v. Lind Carts, Inc., 410 F.3d 22 (2005).":  true,
		"K. v. Klitzing, Phys. Rev. Lett. 45, 494 (1980).":     false,
		"Rails vs. roads. J Road Hist 2011; 5: 120–144.":       false,
		"Roe A. Lind v. Carts: a case. J Law. 2011;5:120–144.": false,
		"Horn, A. (2012). Felt rims. Cart Journal, 3(2), 1–9.": false,
		"": false,
	} {
		s := phrase.NewText(text)
		if got := IsCase(s); got != want {
			t.Errorf("%q is a case: %t", text, got)
		}
		s.Release()
	}
}

// TestSurnamesAlone holds that names of a list without given names are surnames, where an
// "and" parts the last.
func TestSurnamesAlone(t *testing.T) {
	for text, want := range map[string]string{
		"Lund, Roe & Falk (2011). Quiet carts. Northgate Press.":       "Lund, Roe and Falk",
		"Lund, Ana, and Bo Falk (2011). Quiet carts. Northgate Press.": "Ana Lund and Bo Falk",
		"Lund, Ana and Falk, Bo (2011). Quiet carts. Northgate Press.": "Ana Lund and Bo Falk",
		"Lund, Ana Maria & Falk (2011). Quiet carts. Northgate Press.": "Ana Maria Lund and Falk",
	} {
		w, ok := ReadFormatted(phrase.NewText(text))
		if got := ref.SpokenNames(w.Authors); !ok || got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// TestPatentNumber holds what is the number of a patent, and what is said of it.
func TestPatentNumber(t *testing.T) {
	for text, want := range map[string]string{
		"Felt hub. Patent 123456":                     "123456 in Patent 123456",
		"Felt hub. Patent 1,234,567.":                 "1,234,567 in Patent 1,234,567",
		"US Patent 9,123,456 B2":                      "9,123,456 B2 in US Patent 9,123,456 B2",
		"Pat. No. EP 1234567":                         "EP 1234567 in Pat. No. EP 1234567",
		"Patent Application Number WO2015123456":      "WO2015123456 in Patent Application Number WO2015123456",
		"Felt Hub. U.S. Patent No. 7 123 456, 2012":   "7 123 456 in U.S. Patent No. 7 123 456",
		"Felt Hub. United States patent US 7,123,456": "US 7,123,456 in United States patent US 7,123,456",
		"Felt hub. WO 2010/012345, 2010":              "WO 2010/012345 in WO 2010/012345",
		"Felt hub. PCT Int. Appl. WO 2003045678":      "WO 2003045678 in PCT Int. Appl. WO 2003045678",
		"Felt hub. US2015/0123456A1, 2015":            "US2015/0123456A1 in US2015/0123456A1",
		"Felt hub. DE 10 2004 012 345 A1 (2005)":      "DE 10 2004 012 345 A1 in DE 10 2004 012 345 A1",
		"Felt hub. Patentschrift DE 3412345 C2, 1986": "DE 3412345 C2 in Patentschrift DE 3412345 C2",
		"Felt hub. Japanese Patent 2009-123456, 2009": "2009-123456 in Japanese Patent 2009-123456",
		"Patent EP1234567, 890":                       "EP1234567 in Patent EP1234567",
		"Patent 1,234, 567":                           "",
		"Patent 1, 234,567":                           "",
		"Patent 1,2345":                               "",
		"Patent 1234":                                 "",
		"Patent":                                      "",
		"No. 1234567":                                 "",
		"Patents 1234567":                             "",
		"Felt Patent Office, Palo Alto, CA 94305-123": "",
		"Felt carts. CA 94305":                        "",
	} {
		s := phrase.NewText(text)
		said, number, ok := PatentNumber(s)
		got := ""
		if ok {
			got = s.Slice(number) + " in " + s.Slice(said)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
