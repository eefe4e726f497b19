package record

import (
	"testing"

	"github.com/factcite/factcite/citation"
	"github.com/google/go-cmp/cmp"
)

func TestSpokenName(t *testing.T) {
	for spoken, want := range map[string]citation.Name{
		"":                           {},
		"  ":                         {},
		"Achs":                       {Family: "Achs"},
		"Jürgen Rad":                 {Given: "Jürgen", Family: "Rad"},
		"Jürgen Rad 0002":            {Given: "Jürgen", Family: "Rad"},
		"J. R. Speiche":              {Given: "J. R.", Family: "Speiche"},
		"Ada van der Achs":           {Given: "Ada", Particle: "van der", Family: "Achs"},
		"Ada van der Achs Nabe 0001": {Given: "Ada", Particle: "van der", Family: "Achs Nabe"},
		"de la Rueda":                {Particle: "de la", Family: "Rueda"},
		"José Ortega y Nabe":         {Given: "José", Family: "Ortega y Nabe"},
		"Sam Speiche Jr.":            {Given: "Sam", Family: "Speiche", Suffix: "Jr."},
		"Sam Speiche III":            {Given: "Sam", Family: "Speiche", Suffix: "III"},
		"Sam Speiche Sr":             {Given: "Sam", Family: "Speiche", Suffix: "Sr"},
		"Sam Speiche IV":             {Given: "Sam", Family: "Speiche", Suffix: "IV"},
		"Rad, Jürgen":                {Given: "Jürgen", Family: "Rad"},
		"van der Achs, Ada":          {Given: "Ada", Particle: "van der", Family: "Achs"},
		"Speiche, Sam, Jr.":          {Given: "Sam", Family: "Speiche", Suffix: "Jr."},
		"The Cart Consortium":        {Literal: "The Cart Consortium"},
		"WAGON Collaboration":        {Literal: "WAGON Collaboration"},
		"ada achs":                   {Given: "ada", Family: "achs"},
		"The Anh Nabe":               {Given: "The Anh", Family: "Nabe"},
		"Ada d'Achs":                 {Given: "Ada", Family: "d'Achs"},
		"2024":                       {Family: "2024"},
		"Jürgen Rad 123":             {Given: "Jürgen Rad", Family: "123"},
		"van der, Ada":               {Given: "Ada", Particle: "van", Family: "der"},
		"van, Ada":                   {Given: "Ada", Family: "van"},
		"y Nabe":                     {Particle: "y", Family: "Nabe"},
		"Ada Achs y Nabe":            {Given: "Ada", Family: "Achs y Nabe"},
		"Achs Jr.":                   {Given: "Achs", Family: "Jr."},
		"Consortium":                 {Family: "Consortium"},
		"Speiche, Sam, Esq.":         {Given: "Sam, Esq.", Family: "Speiche"},
		"Ada van Achs der Nabe":      {Given: "Ada", Particle: "van Achs der", Family: "Nabe"},
	} {
		if diff := cmp.Diff(want, spokenName(spoken)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", spoken, diff)
		}
	}
}
