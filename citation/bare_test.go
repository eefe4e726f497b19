package citation

import "testing"

// TestWordsThatAreOnlyMarked holds that words which are marked or quoted, and of which nothing
// more is said, are no works where their marks, or the text, say something else.
func TestWordsThatAreOnlyMarked(t *testing.T) {
	for text, works := range map[string]int{
		"**Clean up** the report dir when done.":                                                                             0,
		"**NOTE**: The analysis of the carts reads felt alone.":                                                              0,
		"With it you can use nestable [`Rim` and `Axle` container nodes](https://felt.example/#nodes).":                      0,
		"See the [*ADD rim command*](../../reference/rims.md#add) for more.":                                                 0,
		"[Click here for an invite to the carts of Cork](https://carts.example/)":                                            0,
		"\\[[`4b0085c7e3`](https://code.example/commit/4b0085c7e3)] - **doc**: update name in \"Release Process\" (Ann Lee)": 0,
		"\\[[`4b0085c7e3`](https://code.example/commit/4b0085c7e3)] - **src**: meet RFC 7230 5.4 requirement (Ann Lee)":      1,
		"If unsure, write \"the file of the user\".":                                                                         0,
		"Ann Lee's [The Calling Convention of Carts](https://carts.example/x.html) is also an excellent reference.":          1,
		"**Felt Rims at Work** by Ann Lee (Harbour Press, 2019) is good.":                                                    1,
	} {
		if e := Parse(text); len(e.References) != works {
			t.Errorf("%s: %d works are read: %+v", text, len(e.References), e.References)
		}
	}
}
