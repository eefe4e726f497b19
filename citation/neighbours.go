package citation

// What other rooms still ask of this one.

// Venue is a venue of the table.
type Venue struct {
	Acronym string
	Name    string
	Type    EntryType // InProceedings or Article: what a paper in it is
	ArXiv   bool      // its papers are customarily on arXiv
}

// LookupVenue finds the venue that a container names.
func LookupVenue(container string) (Venue, bool) {
	v, ok := findVenue(container)
	if !ok {
		return Venue{}, false
	}
	return Venue{v.Acronym, v.Name, paperType(v), v.ArXiv}, true
}

// VenueYear returns the year that a container's ordinal or its volume fixes.
func VenueYear(container, volume string) (year int, from string, ok bool) {
	v, found := findVenue(container)
	if !found {
		return 0, "", false
	}
	return v.year(container, volume)
}
