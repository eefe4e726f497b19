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

// TestWordsOfPrograms holds that what programs show and say, what changed in them, and what a
// text says of itself are no works, and that works beside them are.
func TestWordsOfPrograms(t *testing.T) {
	for text, works := range map[string]int{
		"Carts: add a chapter \"Rims and axles\"":                                                                                               0,
		"The chapter \"Rims and axles\" by Ann Lee is the best.":                                                                                1,
		"Siehe das Kapitel „Felgen und Achsen“ für mehr.":                                                                                       0,
		"[Cart bug 4812](https://carts.example/show?id=4812) has specifics.":                                                                    0,
		"See [cart bug 4812](https://carts.example/show?id=4812) for specifics.":                                                                0,
		"README: Fix Felt in \"Notes about Quiet Releases\" by @annlee in https://carts.example/felt/pull/31":                                   0,
		"Left out as suggested by Ann Lee in PR#18":                                                                                             0,
		"[Understand how to mend the carts](https://carts.example/mend)":                                                                        0,
		"[A supported version of the cart](https://carts.example/versions)":                                                                     0,
		"[And a lot more on carts](https://carts.example/more)":                                                                                 0,
		"[There are over 80 rims in this cart!](https://carts.example/rims)":                                                                    0,
		"[There Are No Small Carts in Cork](https://carts.example/small)":                                                                       1,
		"[How the carts came to Cork](https://carts.example/how)":                                                                               1,
		"The cart didn't start when the rims were kept in \"Cart Files\" on the shelf.":                                                         0,
		"Add a paragraph in \"Rims and axles\", for the carts.":                                                                                 0,
		"The carts are described in \"Rims and Axles of Cork\".":                                                                                1,
		"In \"Felt Rims\", Ann Lee (2019) argues that carts are quiet.":                                                                         1,
		"A new entry in the menu \"Cart -> Save the rims\", shows the axles.":                                                                   0,
		"The rims of \"007\" result in \"0100\" and those of \"0x10\" in \"0x0f\".":                                                             0,
		"Put the axle out as \"%A\" and the rims in \"%R\".":                                                                                    0,
		"The file is reported by Carter in the \"Mending <name>...\" message.":                                                                  0,
		"**CART_RIM_KEY** - Your Cart Rim Key":                                                                                                  0,
		"A copy is included in the \"Quiet Cart License\" file of the carts.":                                                                   0,
		"Une copie est dans le fichier « Licence des charrettes », avec le reste.":                                                              0,
		"Harbour's 'rimd' chokes on carts.":                                                                                                     0,
		"Ann Lee's \"Felt Rims\" is a novel of 2019.":                                                                                           1,
		"In it, combine any sections entitled \"History\", and any sections entitled \"Thanks\".":                                               0,
		"If a section in the Document is entitled \"Thanks\", or \"History\", keep it.":                                                         0,
		"In the paper titled \"Felt Rims for Quiet Carts\", Ann Lee measured noise.":                                                            1,
		"Overview *Cart-rims-overview*":                                                                                                         0,
		"Felt Kinesis (Cart 3)":                                                                                                                 0,
		"Amazon Kinesis (Python 3)":                                                                                                             0,
		"the General Cart License as published by the Harbour Foundation; either version 2 of it.":                                              0,
		"Rim Module is a concept that is not given in the Felt Core Specification, such as this.":                                               0,
		"Built in Felt Rims v1.12 (July, 2016)":                                                                                                 0,
		"It was done with FeltRims version 1.12 (Lee, 2016).":                                                                                   1,
		"Why does FeltCart report \"Warning: the axle is dry\"?":                                                                                0,
		"You can set \"Felt Rims\" or nothing.":                                                                                                 0,
		"Register Rims in the XML catalog of carts, in the journal Carts.":                                                                      0,
		"The \"Happy soft cart\" release":                                                                                                       0,
		"@rim{felt, name={felt}, description = {a quiet rim} }":                                                                                 0,
		"@cached(rims=TTLRims(most=1024, ttl=600)) def get_rim(cart): return cart.rim()":                                                        0,
		"@misc{felt, title={Felt Rims}}":                                                                                                        1,
		"The WHO report \"Rims of the World\" says so.":                                                                                         1,
		"[Detailed results for this cart](https://carts.example/rims)":                                                                          0,
		"Added the checks that came in FeltCart 1.0.2, contributed by Ann Lee.":                                                                 0,
		"“Late,” “post,” or “target” rims, introduced in later carts.":                                                                          0,
		"2021-04-03: I read \"Felt Rims at Work\" by Ann Lee (Harbour Press, 2019).":                                                            1,
		"The “Quiet Cart” release.":                                                                                                             0,
		"It is set in the \"RIM operation test\" code block of the cart.":                                                                       0,
		"Do report it (but read \"How to report a rim\" below).":                                                                                0,
		"You can read \"How to Mend a Quiet Cart\" by Ann Lee.":                                                                                 1,
		"**Rim Support** (https://github.com/harbour/carts/issues/19), rims are needed for carts.":                                              0,
		"SUPPORT IRC: support is given in the *#carts* channel on rim.example.":                                                                 0,
		"Open Publication carts are licensed and provided \"as is\" without warranty.":                                                          0,
		"The option is told of in \"Reading Rims\" in Cart::Wheel.":                                                                             0,
		"Cart::Felt is written by Ann Lee in C. Cart::Rim works as well.":                                                                       0,
		"Note that *Cart::Rim::Felt* is made for it.":                                                                                           0,
		"See [Cart issue 132](https://carts.example/x132) for more.":                                                                            0,
		"*After CART #36136 (<https://carts.example/36136>)*":                                                                                   0,
		"Please write \"North Gate\" instead of \"Northgate\".":                                                                                 0,
		"It is also permitted to write 'Sept' in the row.":                                                                                      0,
		"He plans to write \"Slow Wheels of Cork\" (2003).":                                                                                     1,
		"Arguments are passed in \"Rim => 'Felt'\" pairs.":                                                                                      0,
		"Sizes are kept, as in 'RIM FELT (SIZE(42))'.":                                                                                          0,
		"It needs a cart in \"2.6 2.7 3.2\".":                                                                                                   0,
		"Cart's 'F' (rim) is changed to 'S'.":                                                                                                   0,
		"In \"Rim mode\" the cart uses a public axle.":                                                                                          0,
		"Take one from the \"Felt Rims\" list of the shop.":                                                                                     0,
		"Ada comments in *Ada* start with \"--\" and end with the line.":                                                                        0,
		"In *Rimlang 68*, comments are ended by \"co\".":                                                                                        0,
		"Writing an *AxleHandler* is more involved, as it needs an API.":                                                                        0,
		"Rimd's FELT feature has not been enabled.":                                                                                             0,
		"The page is sent as ISO-8859-1 unless told otherwise.":                                                                                 0,
		"Mail in ISO-2022-JP is read.":                                                                                                          0,
		"The page follows ISO 8859-1.":                                                                                                          1,
		"Days are written as ISO-8601 says.":                                                                                                    1,
		"The Secure Rim Standard (Draft FIPS PUB 180-4) can be found here.":                                                                     1,
		"Rimd's FELT feature has not been enabled using 'felt-rims' in 'rimd.conf'.":                                                            0,
		"See also Ann Lee, \"Quiet Rims in Cork or Getting Felt Right,\" https://carts.example/rims":                                            1,
		"It was said by Ann Lee, \"Quiet rims of the north\", https://carts.example/rims for all.":                                              0,
		"Ann Lee - received the Irving G. Felt Memorial Award and won Best Rim for The Cart (1972), The Cart: Part II (1974), and Rims (1970).": 0,
	} {
		if e := Parse(text).OfProse(); len(e.References) != works {
			t.Errorf("%s: %d works are read: %+v", text, len(e.References), e.References)
		}
	}
}
