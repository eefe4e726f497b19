package lexicon

import (
	"github.com/factcite/factcite/citation/ref"
)

var Months = map[string]int{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3,
	"april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7,
	"august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
	"october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}

var LocatorWords = map[string]ref.Field{
	"volume": ref.FieldVolume, "vol": ref.FieldVolume, "vols": ref.FieldVolume, "volumes": ref.FieldVolume,
	"issue": ref.FieldNumber, "number": ref.FieldNumber, "no": ref.FieldNumber, "nos": ref.FieldNumber, "nr": ref.FieldNumber, "iss": ref.FieldNumber,
	"heft": ref.FieldNumber, "num": ref.FieldNumber, "núm": ref.FieldNumber, "jahrgang": ref.FieldVolume, "tome": ref.FieldVolume, "tomo": ref.FieldVolume,
	"seiten": ref.FieldPages,
	"pages":  ref.FieldPages, "page": ref.FieldPages, "pp": ref.FieldPages, "p": ref.FieldPages,
	"article": ref.FieldEID, "art": ref.FieldEID, "paper": ref.FieldEID, "e-location": ref.FieldEID,
}
