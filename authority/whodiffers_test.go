package authority_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
)

// A finding about authors names who differs, however long the lists are.
func TestWhoDiffers(t *testing.T) {
	var many []string
	for i := range 24 {
		many = append(many, fmt.Sprintf("Nabe%c, Ilse", 'a'+i))
	}
	list := strings.Join(many, " and ")
	for _, test := range []struct{ why, known, stated, want string }{
		{"the 23rd of 24 spelt otherwise", list, strings.Replace(list, "Nabew, Ilse", "Nabew, Max", 1), `"Max Nabew" stands for "Ilse Nabew"`},
		{"the 23rd of 24 another one", list, strings.Replace(list, "Nabew, Ilse", "Orr, Max", 1), `"Max Orr" is none of them; "Ilse Nabew" is missing`},
		{"one missing", list, strings.Replace(list, " and Nabew, Ilse", "", 1), `"Ilse Nabew" is missing`},
		{"two too many", "Nabe, Ilse and Orr, Max", "Nabe, Ilse and Orr, Max and Pym, Lea and Quist, Bo", `"Lea Pym", "Bo Quist" are none of them`},
		{"one missing, and another order", "Nabe, Ilse and Orr, Max and Pym, Lea", "Pym, Lea and Nabe, Ilse", `"Max Orr" is missing; the others are in another order`},
		{"one too many, and another order by initials", "Nabe, Ilse and Orr, Max", "Orr, M. and Quist, Bo and Nabe, I.", `"Bo Quist" is none of them; the others are in another order`},
		{"one in the place of another, in one order", "Nabe, Ilse and Orr, Max and Pym, Lea", "Nabe, I. and Quist, Bo and Pym, L.", `"Bo Quist" is none of them; "Max Orr" is missing`},
		{"everybody else", "Nabe, Ilse", "Orr, Max", ""},
	} {
		entry := func(authors string) string {
			return "@inproceedings{a, title = {Felt rims raise the pitch of large drums}, author = {" + authors + "}, year = 2021, booktitle = {ICML}}"
		}
		answer := verifyEntry(t, []authority.Authority{worksOf(t, entry(test.known))}, entry(test.stated))
		if len(answer.Differences) != 1 || answer.Differences[0].Field != "authors" || answer.Differences[0].Detail != test.want {
			t.Errorf("%s: %+v, want %s", test.why, answer.Differences, test.want)
		}
	}
}

// A body may stand for people, and who is named twice counts once.
func TestBodiesAndDoubledNames(t *testing.T) {
	known := func(authors string) string {
		return "@misc{r, title = {Felt lamps and what they burn at night}, author = {" + authors + "}, year = 2024, eprint = {2401.00077}, archiveprefix = {arXiv}}"
	}
	stated := func(authors string) string {
		return "@misc{a, title = {Felt lamps and what they burn at night}, author = {" + authors + "}, year = 2024, eprint = {2401.00077}, archiveprefix = {arXiv}}"
	}
	run(t, []entryTest{
		{"a body alone", known("{LampAI} and Hasind, W. A."), stated("{{LampAI}}"), "agree"},
		{"a team that looks like a person", known("Hasind, W. A. and Orr, Max"), stated("Lamp Team"), "agree"},
		{"a body beside people", known("{Lamp Team} and Hasind, W. A. and Orr, Max"), stated("Hasind, W. A. and Orr, Max"), "agree"},
		{"named twice", known("Hasind, Wim and Orr, Max"), stated("Hasind, Wim and Orr, Max and Hasind, Wim"), "agree"},
		{"two people of one name in initials", known("Hasind, W. and Hasind, W. and Orr, Max"), stated("Hasind, W. and Hasind, W. and Orr, Max"), "agree"},
		{"another person all the same", known("{Lamp Team} and Hasind, W. A."), stated("Pym, Lea"), "contradicted; authors is Lamp Team, W. A. Hasind"},
	})
}

// What says at a title's end which kind of text it is, is no part of it.
func TestKindsOfText(t *testing.T) {
	entry := func(title string) string {
		return "@inproceedings{a, title = {" + title + "}, author = {Nabe, Ilse}, year = 2021, booktitle = {AAAI}}"
	}
	run(t, []entryTest{
		{"known as an extended abstract", entry("Felt lamps at night (Extended Abstract)"), entry("Felt Lamps at Night"), "agree"},
		{"stated as a student's", entry("Felt lamps at night"), entry("Felt Lamps at Night [Student Abstract]."), "agree"},
		{"another parenthesis", entry("Felt lamps at night (and at dawn, and at noon)"), entry("Felt Lamps at Night"), `not_covered; nothing asked covers "AAAI" in 2021`},
	})
}
