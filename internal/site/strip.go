package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// strip takes out of a program in WebAssembly what Go keeps of each instruction for
// tracebacks only: names of functions and files, lines, what was inlined. A fault of the
// program then says what, and no longer where. Nothing else reads it; see runtime/symtab.go
// and runtime/traceback.go of Go 1.26, whose tables these are.
func strip(program []byte) ([]byte, error) {
	sections, err := sectionsOf(program)
	if err != nil {
		return nil, err
	}
	stripped := bytes.Clone(program[:wasmHead])
	for _, s := range sections {
		content := s.content
		if s.id == dataSection {
			memory, err := readData(content)
			if err != nil {
				return nil, err
			}
			if err := stripLines(memory); err != nil {
				return nil, err
			}
			content = writeData(memory)
		}
		stripped = append(stripped, s.id)
		stripped = binary.AppendUvarint(stripped, uint64(len(content)))
		stripped = append(stripped, content...)
	}
	return stripped, nil
}

const (
	wasmHead    = 8  // bytes: the magic number and the version
	dataSection = 11 // of the binary format of WebAssembly, section 5.5.14
)

type section struct {
	id      byte
	content []byte
}

var errCut = errors.New("the program is cut")

// sectionsOf lists the sections of a program.
func sectionsOf(program []byte) (list []section, err error) {
	if len(program) < wasmHead {
		return nil, errCut
	}
	for rest := program[wasmHead:]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || uint64(len(rest)-1-n) < size {
			return nil, errCut
		}
		end := 1 + n + int(size)
		list = append(list, section{rest[0], rest[1+n : end]})
		rest = rest[end:]
	}
	return list, nil
}

// readData returns the memory that a data section fills. Its segments are active ones of
// the one memory, each at a constant.
func readData(content []byte) (memory []byte, err error) {
	count, n := binary.Uvarint(content)
	content = content[max(n, 0):]
	for range count {
		if len(content) < 3 || content[0] != 0 || content[1] != 0x41 { // i32.const
			return nil, errors.New("a segment of data is not at a constant")
		}
		at, n := signed(content[2:])
		content = content[2+n:]
		if len(content) == 0 || content[0] != 0x0b { // end
			return nil, errCut
		}
		size, n := binary.Uvarint(content[1:])
		content = content[1+max(n, 0):]
		if n <= 0 || at < 0 || uint64(len(content)) < size {
			return nil, errCut
		}
		if missing := at + int(size) - len(memory); missing > 0 {
			memory = append(memory, make([]byte, missing)...)
		}
		copy(memory[at:], content[:size])
		content = content[size:]
	}
	return memory, nil
}

// signed reads a number in signed LEB128.
func signed(text []byte) (value, size int) {
	shift := 0
	for i, c := range text {
		value |= int(c&0x7f) << shift
		shift += 7
		if c < 0x80 {
			if c&0x40 != 0 {
				value |= -1 << shift
			}
			return value, i + 1
		}
	}
	return 0, len(text)
}

func appendSigned(dst []byte, value int) []byte {
	for {
		c := byte(value & 0x7f)
		value >>= 7
		if value == 0 && c&0x40 == 0 || value == -1 && c&0x40 != 0 {
			return append(dst, c)
		}
		dst = append(dst, c|0x80)
	}
}

// longestZeros is how many zeros are written rather than left out: browsers take 100,000
// segments.
const longestZeros = 24

// writeData is readData the other way round, without long runs of zeros.
func writeData(memory []byte) []byte {
	var segments []byte
	count := 0
	for at := 0; at < len(memory); {
		if memory[at] == 0 {
			at++
			continue
		}
		end := bytes.Index(memory[at:], make([]byte, longestZeros))
		if end < 0 {
			end = len(memory) - at
		}
		segments = append(appendSigned(append(segments, 0, 0x41), at), 0x0b)
		segments = binary.AppendUvarint(segments, uint64(end))
		segments = append(segments, memory[at:at+end]...)
		at += end
		count++
	}
	return append(binary.AppendUvarint(nil, uint64(count)), segments...)
}

// tables are the tables of functions of a Go program, as [debug/gosym] knows them too.
type tables struct {
	names, units, files, lines, functions []byte
	count                                 int
}

// pcHeader is what the tables start with on WebAssembly: a magic number, the size of an
// instruction and of a pointer.
var pcHeader = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

func findTables(memory []byte) (*tables, error) {
	start := bytes.Index(memory, pcHeader)
	if start < 0 || bytes.Contains(memory[start+1:], pcHeader) {
		return nil, errors.New("the tables of functions are not found where Go 1.26 has them")
	}
	header := memory[start:]
	word := func(i int) int { return int(binary.LittleEndian.Uint64(header[8+8*i:])) }
	offsets := []int{word(3), word(4), word(5), word(6), word(7)}
	for i, offset := range offsets {
		if offset <= 0 || offset > len(header) || i > 0 && offset < offsets[i-1] {
			return nil, fmt.Errorf("the tables of functions are not in order: %d", offsets)
		}
	}
	return &tables{
		names: header[offsets[0]:offsets[1]], units: header[offsets[1]:offsets[2]], files: header[offsets[2]:offsets[3]],
		lines: header[offsets[3]:offsets[4]], functions: header[offsets[4]:], count: word(0),
	}, nil
}

// Where the members of runtime._func are that are for tracebacks, or lead to such tables.
const (
	funcName      = 4
	funcStack     = 16
	funcFile      = 20
	funcLine      = 24
	funcPCData    = 28
	funcUnit      = 32
	funcStartLine = 36
	funcFuncData  = 43
	funcSize      = 44
)

// The tables of a function that are not for tracebacks alone, by internal/abi: maps of the
// stack and messages of bounds; maps, objects, deferred calls and wrappers.
var (
	keptPCData   = map[int]bool{1: true, 4: true}
	keptFuncData = map[int]bool{0: true, 1: true, 2: true, 4: true, 7: true}
)

// stripLines clears what is for tracebacks in the memory of a program.
func stripLines(memory []byte) error {
	t, err := findTables(memory)
	if err != nil {
		return err
	}
	used := make([]bool, len(t.lines))
	little := binary.LittleEndian
	for i := range t.count {
		f := t.functions[little.Uint32(t.functions[8*i+4:]):]
		for _, member := range []int{funcName, funcFile, funcLine, funcUnit, funcStartLine} {
			little.PutUint32(f[member:], 0)
		}
		use(t.lines, used, little.Uint32(f[funcStack:]))
		tables := int(little.Uint32(f[funcPCData:]))
		for j := range tables {
			at := f[funcSize+4*j:]
			if keptPCData[j] {
				use(t.lines, used, little.Uint32(at))
			} else {
				little.PutUint32(at, 0)
			}
		}
		for j := range int(f[funcFuncData]) {
			if !keptFuncData[j] {
				little.PutUint32(f[funcSize+4*(tables+j):], ^uint32(0))
			}
		}
	}
	clear(t.names)
	clear(t.units)
	clear(t.files)
	for i := range t.lines {
		if !used[i] {
			t.lines[i] = 0
		}
	}
	return nil
}

// use marks the table that starts at an offset, up to its zero.
func use(lines []byte, used []bool, offset uint32) {
	if offset == 0 {
		return // none
	}
	for i := int(offset); i < len(lines) && !used[i]; {
		used[i] = true
		// A pair of variable-length numbers: a difference of values, which ends the table if
		// it is zero and not the first, and one of instructions.
		value, n := binary.Uvarint(lines[i:])
		mark(used, i, n)
		i += n
		if value == 0 && i != int(offset)+n {
			return
		}
		_, n = binary.Uvarint(lines[i:])
		mark(used, i, n)
		i += n
	}
}

func mark(used []bool, from, count int) {
	for i := range count {
		used[from+i] = true
	}
}
