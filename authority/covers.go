package authority

// smallestYear is how many works of a venue and a year an authority must hold at
// least for their number to say anything: a collection of somebody's own reading
// has a few of many venues.
const smallestYear = 30

// wellHeld is how many works make a year of a venue credible that has no year
// beside it to compare it with.
const wellHeld = 300

// covers reports whether an authority holds a venue's works of a year completely
// enough for absence to mean something. It has only numbers to go by: there are
// many works, and at least half as many as in either year beside that one, or two
// years off for what is held every other year. A year that was just begun, a gap
// and a sample stay below that, while venues seldom double within a year.
func (c *Coverage) covers(venue string, year int) bool {
	if c == nil || c.Holds == nil || venue == "" || year == 0 {
		return false
	}
	works := c.Holds(venue, year)
	if works < smallestYear {
		return false
	}
	beside := max(c.Holds(venue, year-1), c.Holds(venue, year+1))
	if beside < smallestYear {
		beside = max(beside, c.Holds(venue, year-2), c.Holds(venue, year+2))
	}
	if beside < smallestYear {
		return works >= wellHeld
	}
	return 2*works >= beside
}
