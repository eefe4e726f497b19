package fact

import (
	"fmt"
	"io"
	"strconv"

	"github.com/factcite/factcite/internal/jsontext"
)

// A document is a JSON object whose facts are in one member and what links
// them in others, in any order: an export or a bundle. It is walked twice, for
// the links of a fact may follow it: once to collect, once to yield.
type document interface {
	// collect is given each element of an array other than the facts.
	collect(member string, e element)
	// links reports whether a member holds links between facts and others.
	links(member string) bool
	// fact is given each item in the first walk.
	fact(it *Item)
	// collected is called after the first walk.
	collected()
	// complete gives an item of the second walk what the links say of it.
	complete(it *Item)
	// dangling lists the links of an element that name nothing, in the second walk.
	dangling(member string, e element) []Problem
}

// An element is one of an array of a document, or the value of another member.
type element struct {
	raw []byte
	at  Place // with its pointer
}

// manyProblems is how many problems between records are told at a time.
const manyProblems = 1000

// readDocument reads an export or a bundle.
func (s *stream) readDocument(doc document, linked bool) error {
	broken := false
	if linked {
		again, err := s.rewindable()
		if err != nil {
			return err
		}
		s.sink = func(it *Item) {
			broken = broken || it.Record == nil
			doc.fact(it)
		}
		s.walk(doc.collect)
		doc.collected()
		s.brokenTo = -1
		if s.in, err = again(); err != nil {
			return err
		}
	}
	var tail []Problem // what is left to say
	var held *Item     // the last item, which gets it at the end
	s.sink = func(it *Item) {
		if held != nil {
			s.deliver(held)
		}
		if it.Record != nil {
			doc.complete(it)
		}
		held = it
	}
	s.walk(func(member string, e element) {
		switch {
		case linked && !broken:
			tail = append(tail, doc.dangling(member, e)...)
		case !linked && len(tail) == 0 && doc.links(member):
			tail = append(tail, unfollowed(member, e))
		}
		if len(tail) > manyProblems {
			s.deliver(&Item{Place: tail[0].Place, Problems: tail})
			tail = nil
		}
	})
	if held == nil && len(tail) > 0 {
		held = &Item{Place: tail[0].Place}
	}
	if held != nil {
		held.Problems = append(held.Problems, tail...)
		s.deliver(held)
	}
	return nil
}

// unfollowed says that a document has links that it should not have.
func unfollowed(member string, e element) Problem {
	return Problem{
		Rule:    "dangling-link",
		Message: fmt.Sprintf("the document says that it holds facts alone, and its %s are not followed; correct its export_type", member),
		Stated:  member, Place: e.at, End: e.at,
	}
}

// rewindable makes sure that the input can be read again, and returns what
// opens it again: by seeking, or out of memory.
func (s *stream) rewindable() (func() (*input, error), error) {
	if s.start >= 0 {
		return func() (*input, error) {
			if _, err := s.source.(io.Seeker).Seek(s.start, io.SeekStart); err != nil {
				return nil, fmt.Errorf("reading it again: %w", err)
			}
			return openInput(s.source, s.path, blockSize)
		}, nil
	}
	place := s.in.at
	for s.in.more() {
	}
	if err := s.in.stream.Err(); err != nil {
		return nil, err
	}
	text := s.in.window()
	open := func() (*input, error) {
		return &input{stream: jsontext.NewWindow(text), at: place}, nil
	}
	s.in, _ = open()
	return open, nil
}

// startOf returns the offset that a reader is at, or -1 if it cannot seek.
func startOf(r io.Reader) int64 {
	seeker, ok := r.(io.Seeker)
	if !ok {
		return -1
	}
	start, err := seeker.Seek(0, io.SeekCurrent)
	if err != nil {
		return -1
	}
	return start
}

// walk reads the members of the document: records of "facts" go to the sink,
// elements of other arrays to collect, and other values are skipped. After broken
// bytes it goes on at the next whole record.
func (s *stream) walk(collect func(string, element)) {
	for !s.stopped && s.peek() != 0 {
		at := s.in.at
		if s.peek() != '{' {
			s.salvage(at, "nothing but another document may follow a document")
			continue
		}
		s.in.take(1)
		s.walkMembers(collect)
	}
}

func (s *stream) walkMembers(collect func(string, element)) {
	for first := true; !s.stopped; first = false {
		next := s.peek()
		at := s.in.at
		switch {
		case next == 0:
			s.reportCut(at, "the document")
			return
		case next == '}':
			s.in.take(1)
			return
		case next == ',' && !first:
			s.in.take(1)
		case !first:
			s.salvage(at, "a comma should stand here")
			continue
		}
		name, ok := s.memberName()
		if !ok {
			s.salvage(at, `a member such as "facts": should stand here`)
			continue
		}
		s.walkValue(name, collect)
	}
}

// memberName consumes a name and its colon.
func (s *stream) memberName() (string, bool) {
	if s.peek() != '"' {
		return "", false
	}
	n, err := s.wholeValue()
	if err != nil {
		return "", false
	}
	name := jsontext.AppendUnquoted(nil, s.in.take(n)[1:n-1])
	if s.peek() != ':' {
		return "", false
	}
	s.in.take(1)
	return string(name), true
}

func (s *stream) walkValue(name string, collect func(string, element)) {
	pointer := "/" + jsontext.EscapePointer(name)
	first := s.peek()
	at := s.in.at
	at.Pointer = pointer
	switch {
	case name == "facts" && first == '[':
		s.in.take(1)
		s.readElements(pointer, wantElement)
	case first == '[':
		s.in.take(1)
		s.walkArray(name, pointer, collect)
	default:
		n, err := s.wholeValue()
		if err != nil && !s.skipLong() {
			s.salvage(at, fmt.Sprintf("the value of %q is broken: %s", name, describe(err, at, s.in.window())))
			return
		}
		text := s.in.take(n)
		if name == "facts" && first != 'n' {
			s.emit(unreadable(at, s.in.at, excerpt(text), "\"facts\" should be an array of records"))
			return
		}
		collect(name, element{raw: text, at: at})
	}
}

// walkArray gives each element of an array to collect.
func (s *stream) walkArray(name, pointer string, collect func(string, element)) {
	for index := 0; !s.stopped; {
		first := s.peek()
		at := s.in.at
		at.Pointer = pointer + "/" + strconv.Itoa(index)
		switch first {
		case 0:
			s.reportCut(at, fmt.Sprintf("the array %q", name))
			return
		case ']':
			s.in.take(1)
			return
		case ',':
			s.in.take(1)
			continue
		}
		n, err := s.wholeValue()
		if err != nil {
			s.salvage(at, fmt.Sprintf("the element of %q is broken: %s", name, describe(err, at, s.in.window())))
			return
		}
		collect(name, element{raw: s.in.take(n), at: at})
		index++
	}
}

// salvage reports broken bytes and reads the records that follow them, to the
// end of the array that they are in.
func (s *stream) salvage(at Place, wanted string) {
	stated := excerpt(s.in.window())
	s.resync()
	s.brokenTo = s.in.at.Offset
	s.emit(unreadable(at, s.in.at, stated, "no record can be read here: %s", wanted))
	if s.peek() == '{' {
		s.readElements(at.Pointer, wantAny)
	}
}

// skipLong consumes a string, an array or an object that is longer than a
// record, in bounded memory, and reports whether it was closed.
func (s *stream) skipLong() bool {
	if len(s.in.window()) < s.opts.MaxRecord {
		return false
	}
	depth, inString, escaped := 0, false, false
	for {
		window := s.in.window()
		for i, b := range window {
			switch {
			case escaped:
				escaped = false
				continue
			case inString && b == '\\':
				escaped = true
			case b == '"':
				inString = !inString
			case inString:
				continue
			case b == '{' || b == '[':
				depth++
			case b == '}' || b == ']':
				depth--
			}
			if depth == 0 && !inString {
				s.in.take(i + 1)
				return true
			}
		}
		s.in.take(len(window))
		if !s.in.more() {
			return false
		}
	}
}
