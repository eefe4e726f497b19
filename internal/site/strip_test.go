package main

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestData holds that the memory of a program is the same after it was written without its
// zeros, wherever they are.
func TestData(t *testing.T) {
	run := func(n int) []byte { return make([]byte, n) }
	for name, memory := range map[string][]byte{
		"nothing":              {},
		"one byte":             {1},
		"after zeros":          slices.Concat(run(100), []byte{1, 2, 3}),
		"few zeros within":     slices.Concat([]byte{1}, run(longestZeros-1), []byte{2}),
		"many zeros within":    slices.Concat([]byte{1}, run(longestZeros), []byte{2}),
		"far from the start":   slices.Concat(run(70_000), []byte{7}, run(9_000), bytes.Repeat([]byte{5}, 300)),
		"at the sign of seven": slices.Concat(run(64), []byte{1}, run(63), []byte{2}, run(8_128), []byte{3}),
	} {
		data := writeData(memory)
		got, err := readData(data)
		if err != nil || !bytes.Equal(got, memory) {
			t.Errorf("%s: %d bytes are %d after they were written to %d, %v", name, len(memory), len(got), len(data), err)
		}
	}
	if zeros := writeData(make([]byte, 1000)); !bytes.Equal(zeros, []byte{0}) {
		t.Errorf("zeros alone are written as %v", zeros)
	}
	if two := writeData(slices.Concat([]byte{1}, run(longestZeros), []byte{2})); two[0] != 2 {
		t.Errorf("what has many zeros within is written in %d segments, want 2", two[0])
	}
	if one := writeData(slices.Concat([]byte{1}, run(longestZeros-1), []byte{2})); one[0] != 1 {
		t.Errorf("what has few zeros within is written in %d segments, want 1", one[0])
	}
	for name, data := range map[string][]byte{
		"no segment":         {1},
		"a passive segment":  {1, 1, 0x41, 0, 0x0b, 1, 9},
		"a computed place":   {1, 0, 0x23, 0, 0x0b, 1, 9},
		"no end":             {1, 0, 0x41, 0, 0x0c, 1, 9},
		"a place, and cut":   {1, 0, 0x41, 0},
		"a negative place":   {1, 0, 0x41, 0x7f, 0x0b, 1, 9},
		"no size":            {1, 0, 0x41, 0, 0x0b},
		"less than its size": {1, 0, 0x41, 0, 0x0b, 2, 9},
		"two, and one there": {2, 0, 0x41, 0, 0x0b, 1, 9},
	} {
		if memory, err := readData(data); err == nil {
			t.Errorf("%s is read as %v", name, memory)
		}
	}
}

func TestSigned(t *testing.T) {
	for _, value := range []int{0, 1, 63, 64, 127, 128, 8191, 8192, 1 << 20, 1<<31 - 1, -1, -64, -65, -128, -8192, -8193} {
		written := appendSigned([]byte{9}, value)
		if got, size := signed(append(written[1:], 0xff)); got != value || size != len(written)-1 {
			t.Errorf("%d is %d after it was written to %v, of which %d bytes are read", value, got, written[1:], size)
		}
	}
	for value, size := range map[int]int{63: 1, 64: 2, -64: 1, -65: 2, 8191: 2, 8192: 3} {
		if got := len(appendSigned(nil, value)); got != size {
			t.Errorf("%d takes %d bytes, want %d", value, got, size)
		}
	}
}

// tablesOf is the memory of a program with one function: what is before its tables, and these.
// Of its tables of lines the second is that of the stack, and the last one that of a map.
func tablesOf(before int) []byte {
	little := binary.LittleEndian
	names, units, files := []byte("main.f\x00"), []byte{1, 2, 3, 4}, []byte("f.go\x00")
	lines := []byte{9, 4, 1, 0, 2, 1, 2, 1, 0, 6, 1, 0} // at 1 of lines, at 4 of the stack, at 9 of a map
	function := make([]byte, funcSize)
	for member, value := range map[int]uint32{funcName: 3, funcStack: 4, funcFile: 1, funcLine: 1, funcPCData: 2, funcUnit: 5, funcStartLine: 7} {
		little.PutUint32(function[member:], value)
	}
	function[funcFuncData] = 4
	for _, at := range []uint32{1, 9, 11, 12, 13, 14} { // two tables by instruction, four of the function
		function = little.AppendUint32(function, at)
	}
	functions := append(little.AppendUint32(little.AppendUint32(nil, 0), 8), function...)
	header := make([]byte, 8+8*8)
	copy(header, pcHeader)
	little.PutUint64(header[8:], 1)
	at := len(header)
	for i, part := range [][]byte{names, units, files, lines, functions} {
		little.PutUint64(header[8+8*(3+i):], uint64(at))
		at += len(part)
	}
	return slices.Concat(bytes.Repeat([]byte{7}, before), header, names, units, files, lines, functions)
}

// TestStrip holds that a program without what is for tracebacks is the same but for that.
func TestStrip(t *testing.T) {
	const before = 40
	memory := tablesOf(before)
	program := slices.Concat([]byte("\x00asm\x01\x00\x00\x00"), []byte{1, 3, 'a', 'b', 'c'})
	content := writeData(memory)
	program = append(binary.AppendUvarint(append(program, dataSection), uint64(len(content))), content...)
	program = append(program, 0, 1, 'z')

	got, err := strip(program)
	if err != nil {
		t.Fatal(err)
	}
	sections, err := sectionsOf(got)
	if err != nil || len(sections) != 3 || !bytes.HasPrefix(got, program[:wasmHead]) || string(sections[0].content) != "abc" || string(sections[2].content) != "z" || sections[2].id != 0 {
		t.Fatalf("%v, sections %v", err, sections)
	}
	stripped, err := readData(sections[1].content)
	if err != nil {
		t.Fatal(err)
	}
	stripped = append(stripped, make([]byte, len(memory)-len(stripped))...)
	if !bytes.Equal(stripped[:before], memory[:before]) {
		t.Error("what is before the tables is changed")
	}
	was, err := findTables(memory)
	if err != nil {
		t.Fatal(err)
	}
	is, err := findTables(stripped)
	if err != nil {
		t.Fatal(err)
	}
	zeros := func(b []byte) []byte { return make([]byte, len(b)) }
	if diff := cmp.Diff([][]byte{zeros(was.names), zeros(was.units), zeros(was.files)}, [][]byte{is.names, is.units, is.files}); diff != "" {
		t.Errorf("names, units and files (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]byte{0, 0, 0, 0, 2, 1, 2, 1, 0, 6, 1, 0}, is.lines); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	little := binary.LittleEndian
	f := is.functions[little.Uint32(is.functions[4:]):]
	members := map[int]uint32{}
	for _, member := range []int{funcName, funcStack, funcFile, funcLine, funcPCData, funcUnit, funcStartLine} {
		members[member] = little.Uint32(f[member:])
	}
	if diff := cmp.Diff(map[int]uint32{funcName: 0, funcStack: 4, funcFile: 0, funcLine: 0, funcPCData: 2, funcUnit: 0, funcStartLine: 0}, members); diff != "" {
		t.Errorf("members of the function (-want +got):\n%s", diff)
	}
	var after []uint32
	for rest := f[funcSize:]; len(rest) >= 4; rest = rest[4:] {
		after = append(after, little.Uint32(rest))
	}
	if diff := cmp.Diff([]uint32{0, 9, 11, 12, 13, ^uint32(0)}, after); diff != "" {
		t.Errorf("tables of the function (-want +got):\n%s", diff)
	}
}

// TestStripRefuses holds that a program whose tables are not found, as of another Go, is no
// program to be changed.
func TestStripRefuses(t *testing.T) {
	head := "\x00asm\x01\x00\x00\x00"
	with := func(memory []byte) []byte {
		content := writeData(memory)
		return append(binary.AppendUvarint(append([]byte(head), dataSection), uint64(len(content))), content...)
	}
	disordered := tablesOf(0)
	binary.LittleEndian.PutUint64(disordered[8+8*4:], 1)
	beyond := tablesOf(0)
	binary.LittleEndian.PutUint64(beyond[8+8*7:], 1<<20)
	for name, program := range map[string][]byte{
		"nothing": nil, "half a head": []byte(head[:7]), "a section without its size": []byte(head + "\x01"), "a section that is cut": []byte(head + "\x01\x03ab"),
		"no tables": with([]byte{1, 2, 3}), "tables twice": with(slices.Concat(tablesOf(0), tablesOf(0))), "tables in disorder": with(disordered), "tables beyond the end": with(beyond),
		"data that is cut": []byte(head + "\x0b\x01\x01"),
	} {
		if got, err := strip(program); err == nil {
			t.Errorf("%s is %d bytes after it was stripped", name, len(got))
		}
	}
	if got, err := strip([]byte(head)); err != nil || string(got) != head {
		t.Errorf("a program without sections is %q, %v", got, err)
	}
}
