package fact

// An opening is what stands before the value of a member: the comma, the name and
// the colon, with the white space around them. Writers give all records the same
// ones in the same order, so a cursor first compares what it reads with the opening
// that came next the last time, and reads it only if it is another.
//
// An opening was read once, by the rules of JSON. Where the same bytes stand again,
// and a comma was due or not as it was then, reading them would say the same.
type opening struct {
	text  string   // as it stands in the input, up to the value
	name  span     // of the name in it, which has no escapes and is UTF-8
	first bool     // it opens the first member of an object, and has no comma
	bit   uint64   // of the name, in object.seen
	next  *opening // what came after it the last time
}

// openings are what a cursor knows of its input's openings. The zero value learns
// none.
type openings struct {
	known map[string]*opening
	last  *opening
}

// What an input can make its reader remember is bounded.
const (
	maxOpenings      = 512
	maxOpeningLength = 80
)

func newOpenings() openings {
	return openings{known: make(map[string]*opening), last: new(opening)}
}

// likely returns the opening that text probably starts with, or nil if it does not.
func (l *openings) likely(text []byte, first bool) *opening {
	if l.last == nil || l.last.next == nil {
		return nil
	}
	o := l.last.next
	if o.first != first || len(o.text) > len(text) || string(text[:len(o.text)]) != o.text {
		return nil
	}
	l.last = o
	return o
}

// learn remembers that text opens a member.
func (l *openings) learn(text []byte, name span, first bool, bit uint64) {
	if l.known == nil {
		return
	}
	o := l.known[string(text)]
	if o == nil {
		if len(l.known) == maxOpenings || len(text) > maxOpeningLength {
			return
		}
		o = &opening{text: string(text), name: name, first: first, bit: bit}
		l.known[o.text] = o
	}
	l.last.next = o
	l.last = o
}
