package formatted

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/phrase"
)

// TestLegal holds the references of lawyers that are found in sentences.
func TestLegal(t *testing.T) {
	for text, want := range map[string]string{
		"See Ann Roe, The Silent Tenant, 55 Stan. L. Rev. 1 (2003).":                                                             `article: authors "Ann Roe", title "The Silent Tenant", volume "55", container "Stan. L. Rev.", pages "1", year "2003"`,
		"Ann Roe, The Silent Tenant, 55 Stan. L. Rev. 1, 14 (2003); Bo Lind, Note, Carts at Law, 12 Yale J. on Reg. 201 (2011).": `article: authors "Ann Roe", title "The Silent Tenant", volume "55", container "Stan. L. Rev.", pages "1", year "2003"; article: authors "Bo Lind", title "Carts at Law", volume "12", container "Yale J. on Reg.", pages "201", year "2011"`,
		"The rule is old. Ann Roe & Bo Lind, Wharves and Wagons, 88 J. Mar. L. & Com. 210, 233 n.14 (1998).":                     `article: authors "Ann Roe & Bo Lind", title "Wharves and Wagons", volume "88", container "J. Mar. L. & Com.", pages "210", year "1998"`,
		"2 Marlowe & Dunn, Carriage by Sea § 9.3 (4th ed. 2011).":                                                                `book: volume "2", authors "Marlowe & Dunn", title "Carriage by Sea", edition "4th", year "2011"`,
		"See also Ann Roe, The Law of Wharves 41 (1988).":                                                                        `book: authors "Ann Roe", title "The Law of Wharves", year "1988"`,
		"Ann Roe, The Law of Wharves §§ 4-5 (2d ed. 1999).":                                                                      `book: authors "Ann Roe", title "The Law of Wharves", edition "2d", year "1999"`,
		"See Ann Roe, The Law of Quiet Old Wharves 41 (3d ed. 1988).":                                                            `book: authors "Ann Roe", title "The Law of Quiet Old Wharves", edition "3d", year "1988"`,
		"Cf. Ann Roe, Essay, What Do Carts Owe?, 31 Cork L.J. 12 (2014).":                                                        `article: authors "Ann Roe", title "What Do Carts Owe?", volume "31", container "Cork L.J.", pages "12", year "2014"`,
		"Ann Roe, Comment, Rims & Rights, 9 Yale J. Int'l L. 33, 35 (1984).":                                                     `article: authors "Ann Roe", title "Rims & Rights", volume "9", container "Yale J. Int'l L.", pages "33", year "1984"`,
		"It is told by Ann Roe, Carts, Courts, and Customs, 44 Cork L. Rev. 100 (2001).":                                         `article: authors "Ann Roe", title "Carts, Courts, and Customs", volume "44", container "Cork L. Rev.", pages "100", year "2001"`,
		"3 Ann Roe, Felt on Wheels § 22:7 (5th ed., 2017).":                                                                      `book: volume "3", authors "Ann Roe", title "Felt on Wheels", edition "5th", year "2017"`,
		"Ann Roe, Carts, 12 Cork L. Rev. 88, 90–91, 93 (1950).":                                                                  `article: authors "Ann Roe", title "Carts", volume "12", container "Cork L. Rev.", pages "88", year "1950"`,
		"Ann Roe, Carts, 12 Law 88 (1950).":                                                                                      "",
		"Ann Roe, Carts, 12 Ann. Carts 88 (1950).":                                                                               "",
		"Ann Roe, Carts 12 Cork L. Rev. 88 (1950).":                                                                              "",
		"Ann Roe, O'Dell's Cart, 12 Cork L. Rev. 88 (1950).":                                                                     `article: authors "Ann Roe", title "O'Dell's Cart", volume "12", container "Cork L. Rev.", pages "88", year "1950"`,
		"Ann Roe, Lind's Cart and Others' Tolls, 12 Cork L. Rev. 88 (1950).":                                                     `article: authors "Ann Roe", title "Lind's Cart and Others' Tolls", volume "12", container "Cork L. Rev.", pages "88", year "1950"`,
		"Ann Roe, Carts § 3 (1950).":                                                                                             `book: authors "Ann Roe", title "Carts", year "1950"`,
		"Ann Roe, Carts of the Old World §§ 3, 4 (1950).":                                                                        `book: authors "Ann Roe", title "Carts of the Old World", year "1950"`,
		"Ann Roe, Carts of the Old World § 3, at 12 (2d ed. 1950).":                                                              `book: authors "Ann Roe", title "Carts of the Old World", edition "2d", year "1950"`,
		"Ann Roe, Carts of the Old World (2d ed. 1950).":                                                                         "",
		"Ann Roe, Carts of the Old World (2nd edn, OUP 1950).":                                                                   `book: authors "Ann Roe", title "Carts of the Old World", edition "2nd", publisher "OUP", year "1950"`,
		"See Ann Roe & Bo Lind, Carts of the Old World (Sweet & Maxwell 1950) 45.":                                               `book: authors "Ann Roe & Bo Lind", title "Carts of the Old World", publisher "Sweet & Maxwell", year "1950"`,
		"Ann Roe, Carts of the Old World (first published 1901, Harbour Press 1950).":                                            `book: authors "Ann Roe", title "Carts of the Old World", publisher "Harbour Press", year "1950"`,
		"Ann Roe, Carts of the Old World (Cork 1950).":                                                                           "",
		"Ann Roe, Carts of the Old World (May 1950).":                                                                            "",
		"Ann Roe, Carts of the Old World (2nd edn, 1950).":                                                                       "",
		"Ann Roe, Carts of the Old World (1950).":                                                                                "",
		"Ann Roe, Carts in 1900, 12 Cork L. Rev. 88 (1950).":                                                                     `article: authors "Ann Roe", title "Carts in 1900", volume "12", container "Cork L. Rev.", pages "88", year "1950"`,
		"Ann Roe, 12 Cork L. Rev. 88 (1950).":                                                                                    "",
		"Cork Office, Carts, 12 Cork L. Rev. 88 (1950).":                                                                         "",
		"Ann Roe, Non-Payment of Tolls, 12 Cork L. Rev. 88 (May 1950).":                                                          "",
		"Roe, Carts, 12 Cork L. Rev. 88 (1950).":                                                                                 "",
		"2012 Roe, Carts § 3 (1950).":                                                                                            "",
		"Ann Roe, Felt 12 (2001).":                                                                                               "",
		"Ann Roe, The Silent Tenant, 55 Science 1 (2003).":                                                                       "",
		"Ann Roe, the silent tenant, 55 Stan. L. Rev. 1 (2003).":                                                                 "",
		"See Ann Roe, Annals of Transport 41 (1988).":                                                                            "",
		"See Roe, The Toll Road, 7 Harv. L. Rev. 88 (1950).":                                                                     "",
		"Carts pay tolls, see Ann B. Roe, Tolls at the Gate: A Study, 12 Cork L. Rev. 88 (1950), and harbours pay dues, see Bo Lind, Dues at Sea, 3 J. Mar. L. 9 (1962).": `article: authors "Ann B. Roe", title "Tolls at the Gate: A Study", volume "12", container "Cork L. Rev.", pages "88", year "1950"; article: authors "Bo Lind", title "Dues at Sea", volume "3", container "J. Mar. L.", pages "9", year "1962"`,
	} {
		s := phrase.NewText(text)
		var got []string
		for _, w := range ReadLegal(s) {
			got = append(got, fieldsIn(s, &w))
		}
		if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
		s.Release()
	}
}
