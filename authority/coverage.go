package authority

// Coverage says what an authority holds, so that absence can be judged.
type Coverage struct {
	Name    string        `json:"name"` // file name of an index, name of a registry
	Date    string        `json:"date"` // of the newest record or dump; empty if unknown
	Works   int           `json:"works"`
	Sources []SourceCount `json:"sources"` // by name
	Years   [2]int        `json:"years"`   // first and last
	Venues  int           `json:"venues"`  // distinct ones that the table of venues or the records name

	// Holds tells how many works of a venue and a year there are, whatever name
	// of the venue is asked for; year 0 asks for all years. It is nil for an
	// authority that cannot tell, whose silence proves nothing.
	Holds func(venue string, year int) int `json:"-"`
}

// SourceCount is one source of records in an index.
type SourceCount struct {
	Source string `json:"source"`
	Date   string `json:"date,omitempty"`
	Works  int    `json:"works"`
}
