package fact

// Place is a point in an input.
type Place struct {
	Path    string // as the caller named the input
	Line    int    // from 1
	Column  int    // from 1, in code points
	Offset  int64  // bytes from the start of the (decompressed) input
	Pointer string // RFC 6901, from the root of a JSON document or of a line; "" for pages
}

// Item is one step of a stream of records: a record, or what stood where a
// record should stand.
type Item struct {
	// Record is nil where no record could be read; Problems then says why.
	Record *Record
	// JSON is the record as one JSON object, which is what a schema checks:
	// the input's own bytes where the form is JSON, else its canonical form.
	JSON []byte
	// Form is the form that the record came in.
	Form Form
	// Place is where the record starts.
	Place Place
	// Problems is what is wrong with the record as bytes or with the page or
	// export around it, in the order of their places.
	Problems []Problem
	// contents locates Record.Content in the input; see LocateContent.
}

// Problem is something that a reader noticed: the rule that reports it, what
// is wrong, and where.
type Problem struct {
	Rule    string // unreadable-record, duplicate-member, invalid-utf8, count-mismatch, dangling-link
	Message string
	Stated  string
	Place   Place
	End     Place // zero if not known
}

// Locate returns the half-open range of the input that holds the value at
// pointer (RFC 6901, relative to the record), or the record's own start twice
// where the form has no such value, as a page has no "/sources/0/domain".
func (it *Item) Locate(pointer string) (start, end Place) { return it.Place, it.Place }

// LocateContent returns the range of the input that holds the bytes
// [start,end) of Record.Content. JSON escapes and continuation lines are
// counted as they stand in the input.
func (it *Item) LocateContent(start, end int) (from, to Place) { return it.Place, it.Place }
