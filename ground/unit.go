package ground

import (
	"strings"
)

// unit is what a number is measured in.
type unit struct {
	dimension string  // "" for none; units of one dimension can be converted
	factor    float64 // to the first unit of the dimension
	offset    float64 // that is added after the factor
}

// unitTable has a dimension a line and after it its units with their factors: names that
// share a factor are separated by commas. Factors of the units outside the SI are those
// of NIST Special Publication 811 (2008), appendix B.8. Small letters are enough to
// tell the units from each other, but for those of caseUnits.
const unitTable = `
length m,meter,metre,meters,metres 1 km,kilometer,kilometre,kilometers,kilometres 1000 cm,centimeter,centimetre,centimeters,centimetres 0.01 mm,millimeter,millimetre,millimeters,millimetres 0.001 mum,um,micrometer,micrometre,micrometers,micrometres,micron,microns 1e-6 nm,nanometer,nanometre,nanometers,nanometres 1e-9 mile,miles,mi 1609.344 foot,feet,ft 0.3048 inch,inches 0.0254 yard,yards,yd 0.9144
mass kg,kilogram,kilograms,kilogramme,kilogrammes,kilo,kilos 1 g,gram,grams,gramme,grammes 0.001 mg,milligram,milligrams 1e-6 mug,ug,mcg,microgram,micrograms 1e-9 ng,nanogram,nanograms 1e-12 tonne,tonnes 1000 pound,pounds,lb,lbs 0.45359237 ounce,ounces,oz 0.028349523125
time s,sec,secs,second,seconds 1 ms,millisecond,milliseconds 0.001 min,mins,minute,minutes 60 h,hr,hrs,hour,hours 3600 day,days 86400 week,weeks 604800
months month,months 1 year,years,yr,yrs 12 decade,decades 120 century,centuries 1200
volume l,liter,litre,liters,litres 1 ml,milliliter,millilitre,milliliters,millilitres 0.001 mul,ul,microliter,microlitre,microliters,microlitres 1e-6 m3 1000 cm3,cc 0.001 gallon,gallons 3.785411784
energy j,joule,joules 1 kj,kilojoule,kilojoules 1000 kcal,kilocalorie,kilocalories 4184 kwh 3.6e6 mwh 3.6e9 gwh 3.6e12 twh 3.6e15
power w,watt,watts 1 kw,kilowatt,kilowatts 1000 mw,megawatt,megawatts 1e6 gw,gigawatt,gigawatts 1e9
frequency hz,hertz 1 khz,kilohertz 1000 mhz,megahertz 1e6 ghz,gigahertz 1e9
pressure pa,pascal,pascals 1 kpa,kilopascal,kilopascals 1000 mpa,megapascal,megapascals 1e6 bar 1e5 mmhg 133.322
area m2,sqm 1 km2 1e6 hectare,hectares,ha 10000 acre,acres 4046.873
speed kmh,kph 0.2777777777777778 mph 0.44704 knot,knots 0.5144444444444444
data byte,bytes 1 kb,kilobyte,kilobytes 1000 mb,megabyte,megabytes 1e6 gb,gigabyte,gigabytes 1e9 tb,terabyte,terabytes 1e12
sound db,decibel,decibels 1
voltage v,volt,volts 1 mv,millivolt,millivolts 0.001 kv,kilovolt,kilovolts 1000
molar nmol 1e-9 mumol,umol 1e-6 mmol 0.001 mol 1
share percent,pct 1 permille 0.1
points bps 1
times times,fold 1
`

var units = readUnits()

func readUnits() map[string]unit {
	table := map[string]unit{
		"c": {"temperature", 1, 0}, "celsius": {"temperature", 1, 0}, "centigrade": {"temperature", 1, 0},
		"f": {"temperature", 5.0 / 9, -160.0 / 9}, "fahrenheit": {"temperature", 5.0 / 9, -160.0 / 9},
		"kelvin": {"temperature", 1, -273.15},
	}
	for line := range strings.Lines(unitTable) {
		fields := strings.Fields(line)
		for i := 1; i+1 < len(fields); i += 2 {
			factor, _ := parseFloat(fields[i+1])
			for name := range strings.SplitSeq(fields[i], ",") {
				table[name] = unit{dimension: fields[0], factor: factor}
			}
		}
	}
	return table
}

// toThe returns the square or the cube of a unit of length.
func (u unit) toThe(power int) unit {
	if power == 2 {
		return unit{dimension: "area", factor: u.factor * u.factor}
	}
	const litres = 1000 // in a cubic metre
	return unit{dimension: "volume", factor: litres * u.factor * u.factor * u.factor}
}

// agrees reports whether numbers of two units may be the same.
func (u unit) agrees(of unit) bool {
	return u.dimension == "" || of.dimension == "" || u.dimension == of.dimension
}

// glued are units that may follow a number without a space, beside those of more than
// one letter.
var glued = setOf("m g s h l j v c f")

// Money that may be stated in another form.
const (
	dollars  = "money dollar"
	euros    = "money euro"
	sterling = "money pound"
	cents    = "money cent"
)

// currencies are words and signs for money; other currencies than those of the sign are
// told apart.
var currencies = map[string]string{
	"$": dollars, "€": euros, "£": sterling, "¥": "money yen", "₹": "money rupee",
	"dollar": dollars, "dollars": dollars, "usd": dollars, "buck": dollars, "bucks": dollars,
	"euro": euros, "euros": euros, "eur": euros, "gbp": sterling, "yen": "money yen", "jpy": "money yen",
	"krone": "money krone", "kroner": "money krone", "nok": "money krone", "dkk": "money krone",
	"krona": "money krona", "kronor": "money krona", "sek": "money krona", "cad": dollars, "aud": dollars,
	"rs": "money rupee", "rupee": "money rupee", "rupees": "money rupee", "inr": "money rupee", "crown": "money crown", "crowns": "money crown",
	"franc": "money franc", "francs": "money franc", "chf": "money franc", "cent": cents, "cents": cents,
}

// scales are words and letters that multiply the number before them.
var scales = map[string]float64{
	"hundred": 100, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9, "trillion": 1e12,
	"k": 1e3, "mn": 1e6, "mm": 1e6, "mio": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "mil": 1e6, "lakh": 1e5, "crore": 1e7, "dozen": 12,
}

// hedges are words that make a number a rough one.
var hedges = setOf("about around approximately approx roughly nearly almost circa ca some close estimated")
