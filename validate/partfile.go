package validate

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"io"
)

// partFile finds records in a part.
type partFile struct {
	name   string
	blocks []blockAt // of records
}

// blockAt is where a block of records is in a part.
type blockAt struct {
	offset  int64
	first   uint32 // the number of its first record
	records uint32
}

// newPartFile looks for the blocks of a part that was made as all are.
func (m *partReader) newPartFile(name string, from io.ReaderAt) (*partFile, error) {
	part, err := ReadPart(name, io.NewSectionReader(from, 0, 1<<62))
	if err == nil {
		err = m.sameAsFirst(part)
	}
	if err != nil {
		return nil, err
	}
	f := &partFile{name: name}
	records, offset := uint32(0), int64(len(part.line)+1)
	for {
		b, length, err := blockHead(from, offset)
		switch {
		case err != nil:
			return nil, f.damaged(err)
		case b.kind == lastBlock:
			return f, nil
		case b.kind != recordBlock:
			return nil, errShared
		}
		f.blocks = append(f.blocks, blockAt{offset, records, uint32(b.records)})
		records += uint32(b.records)
		offset += length
	}
}

// blockHead reads how long the block is that begins at an offset, and what it is.
func blockHead(from io.ReaderAt, offset int64) (b block, length int64, err error) {
	head := make([]byte, 1+2*binary.MaxVarintLen64+4)
	n, _ := from.ReadAt(head, offset)
	head = head[:n]
	if n == 0 {
		return b, 0, errEndsEarly
	}
	records, n := binary.Uvarint(head[1:])
	content, m := binary.Uvarint(head[1+max(n, 0):])
	if n <= 0 || m <= 0 {
		return b, 0, errEndsEarly
	}
	return block{kind: blockKind(head[0]), records: int(records)}, int64(1+n+m+4) + int64(content), nil
}

var errEndsEarly = errors.New("it ends early")

func (f *partFile) damaged(err error) error { return &DamagedPart{f.name, err.Error()} }

// records calls do with the records of some numbers, which are in order.
func (f *partFile) records(from io.ReaderAt, e *examiner, m *partReader, numbers []uint32, do func(number uint32, x *examined)) error {
	for _, at := range f.blocks {
		start := len(numbers) - len(numbersFrom(numbers, at.first))
		end := len(numbers) - len(numbersFrom(numbers, at.first+at.records))
		if start == end {
			continue
		}
		wanted := numbers[start:end]
		part := &Part{name: f.name, from: bufio.NewReader(io.NewSectionReader(from, at.offset, 1<<62))}
		b, err := part.block()
		if err == nil {
			err = e.unpackSome(b, m.decompressor, func(number int) bool {
				isWanted := len(wanted) > 0 && wanted[0] == at.first+uint32(number)
				if isWanted {
					wanted = wanted[1:]
				}
				return isWanted
			}, func(number int, x *examined) { do(at.first+uint32(number), x) })
		}
		if err != nil {
			return f.damaged(err)
		}
	}
	return nil
}

// numbersFrom returns the numbers, which are in order, that are not below a first.
func numbersFrom(numbers []uint32, first uint32) []uint32 {
	for len(numbers) > 0 && cmp.Less(numbers[0], first) {
		numbers = numbers[1:]
	}
	return numbers
}

// all calls do with every record.
func (f *partFile) all(from io.ReaderAt, e *examiner, m *partReader, do func(number uint32, x *examined)) error {
	var numbers []uint32
	for _, b := range f.blocks {
		for i := range b.records {
			numbers = append(numbers, b.first+i)
		}
	}
	return f.records(from, e, m, numbers, do)
}
