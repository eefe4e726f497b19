package citation

import "strings"

// cities are where publishers sit and conferences meet.
var cities = wordSet(
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
var regions = wordSet(
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

// placeAt reads a place at token i: "Berkeley, CA", "Addis Ababa and Uppsala",
// "Manchester, UK".
func (s *sentence) placeAt(i int) (next int, ok bool) {
	next, ok = s.placeName(i)
	if !ok {
		return i, false
	}
	for {
		at := next
		switch {
		case s.at(at).is(",") && (s.at(at+1).is("and") || s.at(at+1).is("&")):
			at += 2
		case s.at(at).is(",") || s.at(at).is("and") || s.at(at).is("&"):
			at++
		default:
			return next, true
		}
		end, ok := s.placeName(at)
		if !ok || s.at(at).in(venueHeads) {
			return next, true
		}
		next = end
	}
}

func (s *sentence) placeName(i int) (next int, ok bool) {
	next = i
	for n := 0; n < 4; n++ {
		t := s.at(next)
		switch {
		case s.isInitial(next) && s.isInitial(next+2): // U.S., D.C.
			next += 4
		case t.kind == word && t.capital && !isMonth(t) && !t.in(bodyWords):
			next++
		case next > i && (t.is("of") || t.is("upon") || t.is("am") || t.is("the")) && s.at(next+1).capital:
			next++
		case t.is(".") && next > i && s.at(next-1).is("st"):
			next++
		default:
			return next, next > i
		}
	}
	return next, next > i
}

// isPlaceWithCountry reports whether a place is at i with its country: "Graz,
// Austria".
func (s *sentence) isPlaceWithCountry(i int) bool {
	next, ok := s.placeName(i)
	return ok && s.at(next).is(",") && isPlace(s, next+1)
}

// isTownWithYear reports whether one capitalised word is at i, before "in" and a
// date, that does not look like the subject of a meeting: "Gdynia in 2013" and not
// "Acoustics in 2004".
func (s *sentence) isTownWithYear(i int) bool {
	if !s.at(i).capital || !s.at(i+1).is("in") || isSubject(s.at(i).lower) {
		return false
	}
	_, _, dated := s.dateAt(i + 2)
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

// isPlace reports whether a known city or country is at token i.
func isPlace(s *sentence, i int) bool { return s.isRegion(i) || s.isOneOf(cities, i) }

// isRegion reports whether a known state, country or continent is at token i.
func (s *sentence) isRegion(i int) bool { return s.isOneOf(regions, i) }

// isOneOf reports whether one of the names, of one word or of two, is at token i.
func (s *sentence) isOneOf(names map[string]bool, i int) bool {
	t := s.at(i)
	return t.capital && (names[t.lower] || s.at(i+1).capital && names[t.lower+" "+s.at(i+1).lower])
}
