package schema

import (
	"encoding/binary"
	"regexp"
	"regexp/syntax"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"
)

// newMatcher returns the fastest matcher of a pattern.
func newMatcher(pattern *regexp.Regexp) matcher {
	if a, ok := newAutomaton(pattern.String()); ok {
		return a
	}
	return expression{pattern}
}

// expression is the matcher for patterns that are no automaton.
type expression struct{ *regexp.Regexp }

func (e expression) match(text []byte) bool { return e.Match(text) }

// automaton is a regular expression as a table: whether a text holds a match is
// one look-up for each code point, and no memory.
//
// It is built from the program that regexp runs, by following all its threads at
// once, so it decides as regexp does. What a thread may need to know of the
// characters around it (\b, and ^ and $ of lines) is left to regexp, and so is
// what makes too many states.
type automaton struct {
	ascii   [utf8.RuneSelf]uint8 // the class of each ASCII character
	bounds  []rune               // where runs of code points of one class begin
	classes []uint8              // the class of each run
	width   int                  // number of classes
	next    []uint32             // state × width + class → state × width
	atEnd   []bool               // by state, whether a text that ends there has a match
}

// The first two states are those that no further text changes.
const (
	stateDead = iota
	stateMatched
	stateStart
)

// newAutomaton returns the automaton of an expression, or false if it cannot be one.
func newAutomaton(expression string) (*automaton, bool) {
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil, false
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil, false
	}
	for i := range program.Inst {
		inst := &program.Inst[i]
		textOnly := syntax.EmptyOp(inst.Arg)&^(syntax.EmptyBeginText|syntax.EmptyEndText) == 0
		if inst.Op == syntax.InstEmptyWidth && !textOnly {
			return nil, false
		}
	}
	a := new(automaton)
	if !a.classify(program) {
		return nil, false
	}
	return a, a.determinise(program)
}

// match reports whether a valid UTF-8 text holds a match.
func (a *automaton) match(text []byte) bool {
	row := uint32(stateStart * a.width)
	settled := uint32(stateMatched * a.width)
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			row = a.next[row+uint32(a.ascii[c])]
			i++
		} else {
			r, n := utf8.DecodeRune(text[i:])
			row = a.next[row+uint32(a.classOf(r))]
			i += n
		}
		if row <= settled {
			return row == settled
		}
	}
	return a.atEnd[int(row)/a.width]
}

// classify puts code points that every instruction treats alike into one class.
func (a *automaton) classify(program *syntax.Prog) bool {
	const most = 250
	bounds := []rune{0}
	for i := range program.Inst {
		switch inst := &program.Inst[i]; inst.Op {
		case syntax.InstRuneAnyNotNL:
			bounds = append(bounds, '\n', '\n'+1)
		case syntax.InstRune1, syntax.InstRune:
			bounds = append(bounds, edges(inst)...)
		}
	}
	slices.Sort(bounds)
	a.bounds = slices.Compact(bounds)
	known := map[string]uint8{}
	for _, r := range a.bounds {
		treatment := make([]byte, len(program.Inst))
		for i := range program.Inst {
			if takes(&program.Inst[i], r) {
				treatment[i] = 1
			}
		}
		class, ok := known[string(treatment)]
		if !ok {
			if len(known) == most {
				return false
			}
			class = uint8(len(known))
			known[string(treatment)] = class
		}
		a.classes = append(a.classes, class)
	}
	a.width = len(known)
	for c := range a.ascii {
		a.ascii[c] = a.classOf(rune(c))
	}
	return true
}

// edges returns where an instruction may begin or cease to take code points.
func edges(inst *syntax.Inst) []rune {
	var all []rune
	if len(inst.Rune) == 1 {
		first := inst.Rune[0]
		all = append(all, first, first+1)
		for r := unicode.SimpleFold(first); r != first; r = unicode.SimpleFold(r) {
			all = append(all, r, r+1)
		}
		return all
	}
	for i := 0; i < len(inst.Rune); i += 2 {
		all = append(all, inst.Rune[i], inst.Rune[i+1]+1)
	}
	return all
}

func takes(inst *syntax.Inst, r rune) bool {
	switch inst.Op {
	case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		return inst.MatchRune(r)
	}
	return false
}

func (a *automaton) classOf(r rune) uint8 {
	i := sort.Search(len(a.bounds), func(i int) bool { return a.bounds[i] > r })
	return a.classes[i-1]
}

// determinise follows the threads of the program from the start of a text. A
// state is the set of instructions that threads wait at.
func (a *automaton) determinise(program *syntax.Prog) bool {
	const most = 1000
	numbers := map[string]int{}
	var sets [][]uint32
	number := func(waiting []uint32) int {
		if len(waiting) == 0 {
			return stateDead
		}
		key := make([]byte, 0, 4*len(waiting))
		for _, pc := range waiting {
			if program.Inst[pc].Op == syntax.InstMatch {
				return stateMatched
			}
			key = binary.LittleEndian.AppendUint32(key, pc)
		}
		n, ok := numbers[string(key)]
		if !ok {
			n = len(sets) + stateStart
			numbers[string(key)] = n
			sets = append(sets, waiting)
		}
		return n
	}
	begin := []uint32{uint32(program.Start)}
	first := waitingAt(program, begin, syntax.EmptyBeginText)
	if len(first) == 0 || matched(program, first) {
		return false // decided before the first character, which no pattern of use is
	}
	sets = append(sets, first) // without a number that others get: only here ^ holds
	a.next = make([]uint32, stateStart*a.width)
	a.atEnd = []bool{stateDead: false, stateMatched: true}
	for done := 0; done < len(sets); done++ {
		if len(sets) > most {
			return false
		}
		ending := syntax.EmptyEndText
		from := sets[done]
		if done == 0 {
			ending |= syntax.EmptyBeginText
		}
		a.atEnd = append(a.atEnd, matched(program, waitingAt(program, from, ending)))
		for class := range a.width {
			r := a.bounds[slices.Index(a.classes, uint8(class))]
			after := slices.Clone(begin)
			for _, pc := range from {
				if inst := &program.Inst[pc]; takes(inst, r) {
					after = append(after, inst.Out)
				}
			}
			a.next = append(a.next, uint32(number(waitingAt(program, after, 0))*a.width))
		}
	}
	return true
}

// waitingAt follows threads to where they need a character, the end of the text,
// or nothing more.
func waitingAt(program *syntax.Prog, threads []uint32, holds syntax.EmptyOp) []uint32 {
	seen := make(map[uint32]bool)
	var waiting []uint32
	var follow func(pc uint32)
	follow = func(pc uint32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch inst := &program.Inst[pc]; inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			follow(inst.Out)
			follow(inst.Arg)
		case syntax.InstCapture, syntax.InstNop:
			follow(inst.Out)
		case syntax.InstEmptyWidth:
			needs := syntax.EmptyOp(inst.Arg) &^ holds
			switch needs {
			case 0:
				follow(inst.Out)
			case syntax.EmptyEndText:
				waiting = append(waiting, pc)
			}
		case syntax.InstFail:
		default:
			waiting = append(waiting, pc)
		}
	}
	for _, pc := range threads {
		follow(pc)
	}
	slices.Sort(waiting)
	return waiting
}

func matched(program *syntax.Prog, waiting []uint32) bool {
	return slices.ContainsFunc(waiting, func(pc uint32) bool { return program.Inst[pc].Op == syntax.InstMatch })
}
