package phrase

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/internal/text"
)

// Cities are where publishers sit and conferences meet.
var Cities = text.WordSet(
	"berkeley", "cambridge", "oxford", "london", "new york", "boston", "chicago", "princeton", "amsterdam", "berlin", "paris", "vienna", "singapore", "toronto",
	"vancouver", "montreal", "montréal", "san francisco", "los angeles", "seattle", "washington", "philadelphia", "austin", "miami", "florence", "rome", "milan", "madrid", "barcelona",
	"lisbon", "dublin", "edinburgh", "manchester", "tokyo", "kyoto", "beijing", "shanghai", "hong kong", "bangkok", "seoul", "sydney", "melbourne", "delhi", "new delhi",
	"mumbai", "bangalore", "heidelberg", "munich", "frankfurt", "stuttgart", "leipzig", "cologne", "hamburg", "zurich", "geneva", "basel", "lausanne", "brussels", "leuven",
	"leiden", "rotterdam", "the hague", "stockholm", "uppsala", "oslo", "copenhagen", "helsinki", "warsaw", "prague", "budapest", "moscow", "dordrecht", "cham", "hoboken",
	"stanford", "ithaca", "new haven", "durham", "athens", "istanbul", "ankara", "cairo", "nairobi", "johannesburg", "cape town", "addis ababa", "brighton", "bristol",
	"glasgow", "abingdon", "thousand oaks", "los altos", "minneapolis", "santa fe", "honolulu", "albuquerque", "new brunswick", "claremont", "punta cana", "santiago",
	"abu dhabi", "dubai", "kigali", "macau", "taipei", "jakarta", "bali", "hyderabad", "bengaluru", "new orleans", "san diego", "nashville", "denver", "dallas", "houston",
	"atlanta", "pittsburgh", "phoenix", "portland", "salt lake city", "long beach", "tübingen", "göttingen", "turin", "bologna", "naples", "venice", "valencia", "seville",
	"antwerp", "ghent", "utrecht", "groningen", "delft", "eindhoven", "bergen", "trondheim", "gothenburg", "lund", "aarhus", "tallinn", "riga", "vilnius", "kraków",
	"krakow", "belgrade", "zagreb", "ljubljana", "sofia", "bucharest", "thessaloniki", "lima", "bogotá", "buenos aires", "são paulo", "rio de janeiro", "mexico city",
	"havana", "ottawa", "calgary", "halifax", "tel aviv", "jerusalem", "doha", "riyadh", "tehran", "karachi", "lahore", "dhaka", "colombo", "kuala lumpur", "manila",
	"hanoi", "shenzhen", "hangzhou", "guangzhou", "nanjing", "wuhan", "osaka", "nagoya", "yokohama", "busan", "brisbane", "perth", "adelaide", "canberra", "auckland",
	"wellington", "accra", "lagos", "kampala", "dakar", "tunis", "rabat", "casablanca", "bonn", "bremen", "dresden", "mannheim", "karlsruhe", "freiburg", "jena", "kiel",
	"aachen", "lyon", "marseille", "toulouse", "grenoble", "strasbourg", "lille", "bordeaux", "graz", "innsbruck", "salzburg", "bern", "lugano", "cardiff",
	"belfast", "leeds", "sheffield", "nottingham", "birmingham", "liverpool", "cork", "reykjavik", "baltimore", "bethesda", "detroit", "cleveland", "kansas city",
	"las vegas", "orlando", "ann arbor", "evanston", "palo alto", "menlo park", "englewood cliffs", "upper saddle river", "sebastopol", "newbury park", "mahwah",
	"hillsdale")

// regions are states, countries and continents.
var regions = text.WordSet(
	"hawaii", "usa", "us", "united states", "united kingdom", "europe", "asia", "africa", "south africa", "nigeria", "ethiopia", "kenya", "ghana", "egypt", "israel",
	"iran", "iraq", "pakistan", "bangladesh", "indonesia", "malaysia", "vietnam", "taiwan", "south korea", "korea", "turkey", "greece", "portugal", "poland", "romania",
	"hungary", "finland", "norway", "denmark", "sweden", "russia", "ukraine", "argentina", "chile", "colombia", "peru", "new zealand", "scotland", "england", "wales",
	"new jersey", "texas", "florida", "ohio", "virginia", "massachusetts", "pennsylvania", "illinois", "michigan", "wisconsin", "minnesota", "oregon", "arizona",
	"colorado", "georgia", "maryland", "louisiana", "tennessee", "utah", "nevada", "ontario", "quebec", "british columbia", "victoria", "new south wales", "catalonia",
	"bavaria", "uk", "france", "germany", "italy", "spain", "japan", "china", "india", "canada", "australia", "thailand", "austria", "ireland", "mexico", "brazil",
	"netherlands", "switzerland", "ca", "ny", "ma", "california", "belgium", "czech republic", "iceland", "estonia", "latvia", "lithuania", "croatia", "slovenia", "serbia",
	"bulgaria", "slovakia", "luxembourg", "malta", "cyprus", "philippines", "sri lanka", "nepal", "tanzania", "uganda", "rwanda", "morocco", "tunisia", "cameroon",
	"senegal", "zimbabwe", "zambia", "botswana", "ecuador", "uruguay", "costa rica", "cuba", "jamaica", "qatar", "saudi arabia", "lebanon", "alabama", "alaska", "arkansas",
	"connecticut", "delaware", "idaho", "indiana", "iowa", "kansas", "kentucky", "mississippi", "missouri", "montana", "nebraska", "new hampshire", "new mexico",
	"north carolina", "south carolina", "north dakota", "south dakota", "oklahoma", "rhode island", "vermont", "west virginia", "wyoming", "alberta", "manitoba",
	"queensland", "tasmania", "washington")

// PlaceAt reads a place at token i: "Berkeley, CA", "Addis Ababa and Uppsala",
// "Manchester, UK".
func (s *Text) PlaceAt(i int) (next int, ok bool) {
	next, ok = s.PlaceName(i)
	if !ok {
		return i, false
	}
	for {
		at := next
		switch {
		case s.At(at).Is(",") && isEnglishAnd(s.At(at+1)):
			at += 2
		case s.At(at).Is(",") || isEnglishAnd(s.At(at)):
			at++
		default:
			return next, true
		}
		end, ok := s.PlaceName(at)
		if !ok || s.At(at).In(lexicon.VenueHeads) {
			return next, true
		}
		next = end
	}
}

func (s *Text) PlaceName(i int) (next int, ok bool) {
	next = i
	for n := 0; n < 4; n++ {
		t := s.At(next)
		switch {
		case s.IsInitial(next) && s.IsInitial(next+2): // U.S., D.C.
			next += 4
		case t.Kind == Word && t.Capital && !IsMonth(t) && !t.In(lexicon.BodyWords):
			next++
		case next > i && (t.Is("of") || t.Is("upon") || t.Is("am") || t.Is("the")) && s.At(next+1).Capital:
			next++
		case t.Is(".") && next > i && s.At(next-1).Is("st"):
			next++
		default:
			return next, next > i
		}
	}
	return next, next > i
}

// IsPlaceWithCountry reports whether a place is at i with its country: "Graz,
// Austria".
func (s *Text) IsPlaceWithCountry(i int) bool {
	next, ok := s.PlaceName(i)
	return ok && s.At(next).Is(",") && IsPlace(s, next+1)
}

// isTownWithYear reports whether one capitalised word is at i, before "in" and a
// date, that does not look like the subject of a meeting: "Gdynia in 2013" and not
// "Acoustics in 2004".
func (s *Text) isTownWithYear(i int) bool {
	if !s.At(i).Capital || !s.At(i+1).Is("in") || isSubject(s.At(i).Lower) {
		return false
	}
	_, _, dated := s.DateAt(i + 2)
	return dated
}

// isSubject tells, by its ending, whether a word in lower case can name a field of
// study or what it studies: "acoustics", "rigging", "education", "health".
func isSubject(name string) bool {
	for _, ending := range subjectEndings {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

var subjectEndings = []string{"s", "ing", "ion", "ence", "ance", "ice", "ment", "ity", "ety", "ogy", "phy", "omy", "try", "acy", "ncy", "ory", "ine", "ure", "ism", "th", "aw", "ort", "art",
	"ware", "care", "ace", "age", "ech", "ish", "web"}

// HouseAndPlace reads the parentheses at token i if they hold a house, or a body, with its place
// and the year: "(Harbour Press, Oslo, 2016)". A body whose place is not known needs an
// emphasised title before it. The house ends before the comma at token house.
func (s *Text) HouseAndPlace(i int) (house int, ok bool) {
	house, ok = s.ProperPhrase(i + 1)
	if !ok || !s.At(i).Is("(") || !s.At(house).Is(",") {
		return i, false
	}
	name := s.Slice(s.Span(i+1, house))
	place := house + 1
	next, ok := s.PlaceName(place)
	if !ok || !s.At(next).Is(",") || !IsYear(s.At(next+1)) || !s.At(next+2).Is(")") || next > place+2 {
		return i, false
	}
	emphasised := s.At(i-1).Kind == Quoted && s.IsItalic(s.Span(i-1, i))
	return house, IsPress(name) || IsBody(name) && (emphasised || s.At(i-1).Kind == Quoted && IsPlace(s, place))
}

// IsPlace reports whether a known city or country is at token i.
func IsPlace(s *Text, i int) bool { return s.isRegion(i) || s.IsOneOf(Cities, i) }

// isRegion reports whether a known state, country or continent is at token i.
func (s *Text) isRegion(i int) bool { return s.IsOneOf(regions, i) }

// IsOneOf reports whether one of the names, of one word or of two, is at token i.
func (s *Text) IsOneOf(names map[string]bool, i int) bool {
	t := s.At(i)
	return t.Capital && (names[t.Lower] || s.At(i+1).Capital && names[t.Lower+" "+s.At(i+1).Lower])
}
