package main

func Example() {
	main()
	// Output:
	// “The effect did not depend on the floor.”: borne out
	// “The effect did depend on the floor.”: altered
	//   polarity "", in the text "not"
	// Ana Ortega found that felt rims bring the sound level to 28 dB.: absent
	//   "28 dB", in the text "31 dB"
	// Felt rims were 13 dB quieter than steel rims.: borne out
}
