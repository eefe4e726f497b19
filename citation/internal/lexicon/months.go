package lexicon

import (
	"strings"

	"github.com/factcite/factcite/citation/ref"
)

var Months = map[string]int{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3,
	"april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7,
	"august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
	"october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}

// otherMonths are the months in German, French, Spanish, Italian and Portuguese. Some are
// names of people as well, and are months after a day only.
var otherMonths = [12]string{
	"januar jänner janvier enero gennaio janeiro",
	"februar feber février febrero febbraio fevereiro",
	"märz mars marzo março",
	"avril abril aprile",
	"mai mayo maggio maio",
	"juni juin junio giugno junho",
	"juli juillet julio luglio julho",
	"août agosto",
	"septembre septiembre setiembre settembre setembro",
	"oktober okt octobre octubre ottobre outubro",
	"novembre noviembre novembro",
	"dezember dez décembre diciembre dicembre dezembro",
}

// MonthOfAnyLanguage returns the number of a month, which is in lower case, or 0.
func MonthOfAnyLanguage(word string) int {
	if month := Months[word]; month > 0 {
		return month
	}
	return monthsOfOthers[word]
}

// monthsOfOthers are otherMonths by their names.
var monthsOfOthers = func() map[string]int {
	months := map[string]int{}
	for i, names := range otherMonths {
		for name := range strings.FieldsSeq(names) {
			months[name] = i + 1
		}
	}
	return months
}()

var LocatorWords = map[string]ref.Field{
	"volume": ref.FieldVolume, "vol": ref.FieldVolume, "vols": ref.FieldVolume, "volumes": ref.FieldVolume,
	"issue": ref.FieldNumber, "number": ref.FieldNumber, "no": ref.FieldNumber, "nos": ref.FieldNumber, "nr": ref.FieldNumber, "iss": ref.FieldNumber,
	"heft": ref.FieldNumber, "num": ref.FieldNumber, "núm": ref.FieldNumber, "jahrgang": ref.FieldVolume, "tome": ref.FieldVolume, "tomo": ref.FieldVolume,
	"seiten": ref.FieldPages,
	"pages":  ref.FieldPages, "page": ref.FieldPages, "pp": ref.FieldPages, "p": ref.FieldPages,
	"article": ref.FieldEID, "art": ref.FieldEID, "paper": ref.FieldEID, "e-location": ref.FieldEID,
}
