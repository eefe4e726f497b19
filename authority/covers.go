package authority

// smallestYear is how many works of a venue and a year an authority must hold at
// least for their number to say anything: a collection of somebody's own reading
// has a few of many venues.
const smallestYear = 30

// covers tells whether an authority holds a venue's works of a year completely
// enough for absence to mean something. It has only numbers to go by: there are
// many, and at least half as many as in the fullest of the two years before and
// the two after, of which one must have some, or the year is the venue's only
// one among hundreds. A year that was begun, a gap and a sample stay below.
func (c *Coverage) covers(venue string, year int) bool {
	if c == nil || c.Holds == nil || venue == "" || year == 0 {
		return false
	}
	works := c.Holds(venue, year)
	if works < smallestYear {
		return false
	}
	fullest := 0
	for distance := 1; distance <= 2; distance++ {
		fullest = max(fullest, c.Holds(venue, year-distance), c.Holds(venue, year+distance))
	}
	return 2*works >= fullest && (fullest >= smallestYear/3 || works >= 10*smallestYear)
}
