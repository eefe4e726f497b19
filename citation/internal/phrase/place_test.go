package phrase

import "testing"

func TestPlaces(t *testing.T) {
	testTaken(t, func(s *Text) (int, bool) { return s.PlaceAt(0) }, []string{
		"Berkeley, CA | in 2012",
		"Addis Ababa and Uppsala | .",
		"Leeds, Cork, and Graz | , where",
		"Leeds & Cork | (2012)",
		"Manchester, UK | .",
		"Washington, D.C. | , in",
		"Cork, U.S. | in",
		"Stratford upon Avon | is",
		"Frankfurt am Main | is",
		"Isle of Dogs | is",
		"Isle | of dogs",
		"St. Gallen | is",
		"Fred | . Gallen",
		"Cork | , June 2012",
		"Cork | , Journal of Carts",
		"Cork | , 2012",
		"Cork | and felt",
		"Aa Bb Cc Dd | Ee",
		"Cork | University",
		" | cork",
		" | of Cork",
		" | June 2012",
		" | 2012",
	})
}

// TestPlacesAfterNames holds which towns are known, by themselves or by their country.
func TestPlacesAfterNames(t *testing.T) {
	testIs(t, func(text string) bool { return IsPlace(NewText(text), 0) },
		[]string{"Cork", "New York", "Hawaii", "New Zealand", "Cape Town is"},
		[]string{"cork", "new York", "Felt", "New York-Felt", "New", "Cape", ""})
	testIs(t, func(text string) bool { return NewText(text).IsPlaceWithCountry(0) },
		[]string{"Felt, Austria", "Felt Town, New York"},
		[]string{"Felt Austria", "Felt, Hay", "felt, Austria", "Austria"})
	testIs(t, func(text string) bool { return NewText(text).isTownWithYear(0) },
		[]string{"Gdynia in 2013", "Gdynia in June 2013", "Felthof in 2013"},
		[]string{"Acoustics in 2004", "Rigging in 2004", "Education in 2004", "Health in 2004", "gdynia in 2013", "Gdynia on 2013", "Gdynia in carts", "Gdynia"})
}
