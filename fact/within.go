package fact

import (
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/jsontext"
)

// readWithin reads the records that Options.Records leads to in each document of the
// input.
func (s *stream) readWithin() {
	var parts []string
	if pointer := strings.TrimPrefix(s.opts.Records, "/"); pointer != "" {
		parts = strings.Split(pointer, "/")
	}
	start, found := s.in.at, false
	for !s.stopped && s.peek() != 0 {
		found = s.within(parts, "") || found
	}
	if !found {
		s.emit(unreadable(start, start, s.opts.Records, "nothing is at %q, where the records should be", s.opts.Records))
	}
}

// within consumes the value at the window's start, whose pointer that is, reads the
// records that the parts of a pointer lead to from there, and reports whether there is
// something.
func (s *stream) within(parts []string, pointer string) (found bool) {
	if len(parts) == 0 {
		s.readAll(pointer)
		return true
	}
	switch s.peek() {
	case '{':
		s.eachMember(func(name string) {
			if parts[0] == "*" || jsontext.UnescapePointer(parts[0]) == name {
				found = s.within(parts[1:], pointer+"/"+jsontext.EscapePointer(name)) || found
				return
			}
			s.skipValue()
		})
	case '[':
		s.eachElement(func(index string) {
			if parts[0] == "*" || parts[0] == index {
				found = s.within(parts[1:], pointer+"/"+index) || found
				return
			}
			s.skipValue()
		})
	default:
		s.skipValue()
	}
	return found
}

// readAll reads the records of an array, or of an object of objects, or the one that is
// there.
func (s *stream) readAll(pointer string) {
	at := s.in.at
	at.Pointer = pointer
	switch {
	case s.peek() == '[':
		s.in.take(1)
		s.readElements(pointer, wantElement)
	case s.peek() == '{' && s.holdsObjects():
		s.eachMember(func(name string) {
			at := s.in.at
			at.Pointer = pointer + "/" + jsontext.EscapePointer(name)
			it := s.readValue(at)
			if it.Record != nil && !it.hasID {
				it.Record.ID = name
			}
			s.emit(it)
		})
	default:
		s.emit(s.readValue(at))
	}
}

// holdsObjects reports whether the first member of the object at the window's start is an
// object, as in a store of records by their keys.
func (s *stream) holdsObjects() bool {
	for {
		window := s.in.window()
		c := jsontext.NewCursor(window, s.opts.MaxDepth)
		first := byte(0)
		for range c.Members() {
			first = c.Peek()
			break
		}
		if first != 0 || !s.in.more() {
			return first == '{'
		}
	}
}

// eachMember consumes the object at the window's start; value consumes each value.
func (s *stream) eachMember(value func(name string)) {
	s.in.take(1)
	for first := true; !s.stopped; first = false {
		switch s.peek() {
		case '}':
			s.in.take(1)
			return
		case ',':
			if !first {
				s.in.take(1)
			}
		}
		at := s.in.at
		name, ok := s.memberName()
		if !ok {
			s.abandon(at, "a member should stand here")
			return
		}
		if s.peek() == 0 {
			s.abandon(at, "the object is not closed")
			return
		}
		value(name)
	}
}

// eachElement consumes the array at the window's start; value consumes each element.
func (s *stream) eachElement(value func(index string)) {
	s.in.take(1)
	for index := 0; !s.stopped; index++ {
		switch s.peek() {
		case ']':
			s.in.take(1)
			return
		case ',':
			if index > 0 {
				s.in.take(1)
				s.peek()
			}
		case 0:
			s.abandon(s.in.at, "the array is not closed")
			return
		}
		value(strconv.Itoa(index))
	}
}

// skipValue consumes a value in which no records are.
func (s *stream) skipValue() {
	at := s.in.at
	n, err := s.wholeValue()
	switch {
	case err == nil:
		s.in.take(n)
	case !s.skipLong():
		s.abandon(at, describe(err, at, s.in.window()))
	}
}

// abandon reports what is broken outside of the records, and reads no further, as it
// cannot be known what is where.
func (s *stream) abandon(at Place, message string) {
	stated := excerpt(s.in.window())
	for s.in.take(len(s.in.window())); s.in.more(); {
		s.in.take(len(s.in.window()))
	}
	if s.brokenTo != s.in.at.Offset {
		s.brokenTo = s.in.at.Offset
		s.emit(unreadable(at, s.in.at, stated, "no record can be read from here on: %s", message))
	}
}
