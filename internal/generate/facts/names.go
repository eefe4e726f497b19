package facts

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// person is an invented person.
type person struct{ given, middle, family string }

func (in inventor) person() person {
	p := person{
		given: in.one("Ana", "Bela", "Cato", "Dora", "Emil", "Fenna", "Goran", "Hilde", "Ivo", "Jana", "Kaito", "Lena",
			"Milo", "Nadia", "Oskar", "Pilar", "Quinn", "Rosa", "Sven", "Tilda", "Uma", "Viggo", "Wanda", "Xenia", "Yara", "Zoë", "José", "Łukasz"),
		family: in.one("Bren", "Tal", "Mor", "Kess", "Lund", "Var", "Hol", "Pern", "Dask", "Rid", "Ost", "Fal", "Gry", "Sund", "Wex", "Núñ", "Mül", "Žel", "Çel", "Ång") +
			in.one("er", "ström", "ova", "ani", "en", "ak", "ist", "ock", "ida", "elle", "berg", "well", "ner", "ez", "ik", "moto", "ford", "sen"),
	}
	if in.chance(0.3) {
		p.middle = string(rune('A' + in.IntN(26)))
	}
	if in.chance(0.05) {
		p.family = in.one("van ", "de ", "von ", "van der ", "di ") + p.family
	}
	return p
}

func (p person) full() string {
	if p.middle != "" {
		return p.given + " " + p.middle + ". " + p.family
	}
	return p.given + " " + p.family
}

func (p person) initials(dots string) string {
	first, _ := utf8.DecodeRuneInString(p.given)
	initials := string(first) + dots
	if p.middle != "" {
		if dots != "" {
			initials += " "
		}
		initials += p.middle + dots
	}
	return initials
}

// people writes a list of names in one of the ways that sentences do.
func (in inventor) people(list []person) string {
	style := in.IntN(5)
	names := make([]string, len(list))
	for i, p := range list {
		switch style {
		case 0:
			names[i] = p.full()
		case 1:
			names[i] = p.initials(".") + " " + p.family
		case 2:
			names[i] = p.family + " " + p.initials("")
		case 3:
			names[i] = p.family + ", " + p.initials(".")
		case 4:
			names[i] = p.family
		}
	}
	switch {
	case len(names) > 3 && in.chance(0.7):
		return names[0] + " et al."
	case len(names) == 1:
		return names[0]
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + in.one(" and ", " and ", " & ") + names[last]
}

// work is an invented publication.
type work struct {
	title, journal, conference, publisher, city, institution string
	authors, editors                                         []person
	year, volume, number, page, pages, month                 int
	arxiv                                                    string
	doi                                                      string
}

// newWork returns the work of a number, the same for every record that names it.
func newWork(seed, number uint64) work {
	in := newInventor(seed, streamWork, number)
	w := work{
		title:       in.title(),
		journal:     in.journal(),
		publisher:   in.one("Quiet Press", "Harbour & Daughters", "Lantern University Press", "Norrland Books", "Millpond Academic", "Éditions du Pont"),
		city:        in.one("Norrby", "Port Elsen", "Talvik", "San Orso", "Grünau", "Lisse"),
		institution: in.institution(),
		authors:     in.group(6),
		editors:     in.group(3),
		year:        1985 + in.IntN(41),
		volume:      in.IntN(90) + 1,
		number:      in.IntN(12) + 1,
		page:        in.IntN(900) + 1,
		pages:       in.IntN(30) + 1,
		month:       in.IntN(12) + 1,
		doi:         fmt.Sprintf("10.5555/%s.%d", in.one("felt", "cart", "ream", "quiet"), in.IntN(9_000_000)+1_000_000),
	}
	w.conference = fmt.Sprintf("the %d %s on %s", w.year, in.one("Conference", "International Conference", "Workshop", "Symposium"), titleCase(in.subject()))
	w.arxiv = fmt.Sprintf("%02d%02d.%05d", max(w.year, 2015)%100, w.month, in.IntN(20000)+1)
	return w
}

func (in inventor) group(most int) []person {
	group := make([]person, in.IntN(most)+1)
	for i := range group {
		group[i] = in.person()
	}
	return group
}

func (in inventor) title() string {
	subject, other := in.subject(), in.subject()
	if in.chance(0.3) {
		subject = titleCase(subject)
	}
	title := in.one(
		capital(subject)+" and "+other,
		"On the "+in.one("limits", "design", "wear", "cost", "origins")+" of "+subject,
		capital(subject)+": a "+in.one("study", "survey", "theory", "field guide", "comparison")+" of "+other,
		"Towards "+in.one("quieter", "safer", "cheaper", "larger")+" "+subject,
		capital(in.one("learning", "measuring", "predicting", "modelling"))+" "+subject+" with "+other,
		"Do "+subject+" need "+other+"?",
		"What "+subject+" tell us about "+other,
	)
	if in.chance(0.25) {
		title = strings.ToUpper(in.word())[:4] + in.one("Net", "Bench", "GAN", "-2", "") + ": " + title
	}
	return title
}

func (in inventor) journal() string {
	return in.one("Journal of ", "Annals of ", "Transactions on ", "Studies in ", "Letters on ", "Revue de ") +
		titleCase(in.one("quiet ", "applied ", "northern ", "experimental ", "")+in.word()+" "+in.one("engineering", "science", "history", "research", "méthodes"))
}

func (in inventor) institution() string {
	return in.one("University of Norrby", "Talvik Institute of Technology", "Institute for Quiet Machines", "Lantern College", "Office of Reading Rooms", "Universität Grünau")
}

// subject is what works and pages are about: two or three words.
func (in inventor) subject() string {
	return in.one("felt-rim", "library", "rolling", "synthetic", "low-noise", "brass", "oiled", "spoked", "paper", "winter", "naïve", "long-range", "sparse", "coupled") + " " +
		in.word() + in.one("s", "s", " models", " networks", " records", " trials", " surveys")
}

func (in inventor) word() string {
	return in.one("cart", "wheel", "bearing", "axle", "shelf", "ream", "ladder", "lantern", "catalogue", "spindle", "archive", "pulley", "hinge",
		"corpus", "reader", "signal", "sampler", "token", "ledger", "gauge")
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[n:]
}

func titleCase(s string) string {
	words := strings.Fields(s)
	for i, word := range words {
		words[i] = capital(word)
	}
	return strings.Join(words, " ")
}
