package authority

// smallestYear is how many works of a venue and a year an authority must hold at
// least for their number to say anything: a collection of somebody's own reading
// has a few of many venues.
const smallestYear = 30

// covers reports whether an authority holds a venue's works of a year completely
// enough for absence to mean something. It has only numbers to go by: there are
// many works, at least half as many as in the years of the meetings before and after
// and at most twice as many as in the one after, which must be held, since what is
// stated for a year may have appeared in the next. A year that was just begun, the
// last one held, a gap and a sample stay below that, while venues seldom double
// within a year.
func (c *Coverage) covers(venue string, year int) bool {
	if c == nil || c.Holds == nil || venue == "" || year == 0 {
		return false
	}
	works := c.Holds(venue, year)
	if works < smallestYear {
		return false
	}
	before, after := c.Holds(venue, year-1), c.Holds(venue, year+1)
	if before < smallestYear && after < smallestYear { // held every other year
		before, after = c.Holds(venue, year-2), c.Holds(venue, year+2)
	}
	return after >= smallestYear && 2*works >= max(before, after) && 2*after >= works
}
