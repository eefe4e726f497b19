package index

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

// Blobs are byte strings that are found by their number. They fill two files:
// NAME has the blobs one after the other, each followed by the checksum of its
// number and its bytes; NAME.places has where each begins, and where the last one
// ends. As the number is part of the checksum, a wrong place is found out too.
const (
	checksumSize = 4
	placeSize    = 8
	maxBlob      = 1 << 28
)

var checksums = crc32.MakeTable(crc32.Castagnoli)

func blobChecksum(number int, blob []byte) uint32 {
	var n [placeSize]byte
	binary.LittleEndian.PutUint64(n[:], uint64(number))
	return crc32.Update(crc32.Checksum(n[:], checksums), checksums, blob)
}

// blobFiles names the files of blobs.
func blobFiles(folder, name string) (data, places string) {
	return filepath.Join(folder, name), filepath.Join(folder, name+".places")
}

// blobReader reads blobs, in any order and by many at a time.
type blobReader struct {
	data, places *os.File
	held         []byte // the places, if they are held in memory
	count        int
	size         uint64 // of the data
}

// openBlobs opens files that must hold exactly so many blobs.
func openBlobs(folder, name string, count int) (*blobReader, error) {
	dataName, placesName := blobFiles(folder, name)
	data, err := os.Open(dataName)
	if err != nil {
		return nil, err
	}
	places, err := os.Open(placesName)
	if err != nil {
		data.Close()
		return nil, err
	}
	b := &blobReader{data: data, places: places, count: count}
	if err := b.checkSizes(); err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

func (b *blobReader) checkSizes() error {
	info, err := b.places.Stat()
	if err != nil {
		return err
	}
	if want := int64(b.count+1) * placeSize; info.Size() != want {
		return fmt.Errorf("%s has %d bytes instead of %d", b.places.Name(), info.Size(), want)
	}
	var last [placeSize]byte
	if _, err := b.places.ReadAt(last[:], int64(b.count)*placeSize); err != nil {
		return err
	}
	if info, err = b.data.Stat(); err != nil {
		return err
	}
	b.size = uint64(info.Size())
	if want := binary.LittleEndian.Uint64(last[:]); b.size != want {
		return fmt.Errorf("%s has %d bytes instead of %d", b.data.Name(), b.size, want)
	}
	return nil
}

func (b *blobReader) close() error { return errors.Join(b.data.Close(), b.places.Close()) }

// readBlobs returns all blobs of a file, one after the other.
func readBlobs(folder, name string, count int) ([]byte, error) {
	b, err := openBlobs(folder, name, count)
	if err != nil {
		return nil, err
	}
	defer b.close()
	info, err := b.data.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > maxBlob {
		return nil, fmt.Errorf("%s is too large", b.data.Name())
	}
	all := make([]byte, 0, info.Size())
	var buffer []byte
	for number := range count {
		blob, err := b.get(number, buffer)
		if err != nil {
			return nil, err
		}
		all = append(all, blob...)
		buffer = blob
	}
	return all, nil
}

// get returns a blob, read into the buffer if it has room for it.
func (b *blobReader) get(number int, buffer []byte) ([]byte, error) {
	if number < 0 || number >= b.count {
		return nil, fmt.Errorf("%s has %d entries and none with the number %d", b.data.Name(), b.count, number)
	}
	start, end, err := b.place(number)
	if err != nil {
		return nil, err
	}
	if start > b.size || end > b.size || end < start+checksumSize || end-start > maxBlob {
		return nil, b.wrong(number)
	}
	size := int(end - start)
	if cap(buffer) < size {
		buffer = make([]byte, size)
	}
	buffer = buffer[:size]
	if _, err := b.data.ReadAt(buffer, int64(start)); err != nil {
		return nil, err
	}
	blob := buffer[:size-checksumSize]
	if binary.LittleEndian.Uint32(buffer[size-checksumSize:]) != blobChecksum(number, blob) {
		return nil, b.wrong(number)
	}
	return blob, nil
}

// place returns where a blob and its checksum begin and end.
func (b *blobReader) place(number int) (start, end uint64, err error) {
	var read [2 * placeSize]byte
	around := read[:]
	if b.held != nil {
		around = b.held[number*placeSize:]
	} else if _, err := b.places.ReadAt(around, int64(number)*placeSize); err != nil {
		return 0, 0, err
	}
	return binary.LittleEndian.Uint64(around), binary.LittleEndian.Uint64(around[placeSize:]), nil
}

// holdPlaces reads the places into memory, for blobs that are looked up often.
func (b *blobReader) holdPlaces() error {
	held := make([]byte, (b.count+1)*placeSize)
	_, err := b.places.ReadAt(held, 0)
	b.held = held
	return err
}

func (b *blobReader) wrong(number int) error {
	return fmt.Errorf("the checksum of entry %d of %s is wrong", number, b.data.Name())
}

// blobWriter writes blobs in the order of their numbers.
type blobWriter struct {
	data, places     *os.File
	toData, toPlaces *bufio.Writer
	count            int
	end              uint64
	scratch          []byte
}

// createBlobs makes empty files, in place of those that are there.
func createBlobs(folder, name string) (*blobWriter, error) {
	return resumeBlobs(folder, name, 0)
}

// resumeBlobs opens files to write on after so many blobs; what is there is
// cut off.
func resumeBlobs(folder, name string, count int) (*blobWriter, error) {
	dataName, placesName := blobFiles(folder, name)
	data, err := os.OpenFile(dataName, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	places, err := os.OpenFile(placesName, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		data.Close()
		return nil, err
	}
	b := &blobWriter{data: data, places: places, count: count}
	if err := b.cut(); err != nil {
		b.close()
		return nil, err
	}
	b.toData, b.toPlaces = bufio.NewWriterSize(data, 1<<18), bufio.NewWriterSize(places, 1<<14)
	return b, nil
}

// cut shortens both files to the blobs that count, and goes to their ends.
func (b *blobWriter) cut() error {
	var last [placeSize]byte
	if b.count > 0 {
		if _, err := b.places.ReadAt(last[:], int64(b.count)*placeSize); err != nil {
			return fmt.Errorf("%s is shorter than %d entries: %w", b.places.Name(), b.count, err)
		}
		b.end = binary.LittleEndian.Uint64(last[:])
	}
	info, err := b.data.Stat()
	if err != nil {
		return err
	}
	if uint64(info.Size()) < b.end {
		return fmt.Errorf("%s has %d bytes instead of at least %d", b.data.Name(), info.Size(), b.end)
	}
	if _, err := b.places.WriteAt(last[:], int64(b.count)*placeSize); err != nil {
		return err
	}
	size := int64(b.count+1) * placeSize
	if err := errors.Join(b.data.Truncate(int64(b.end)), b.places.Truncate(size)); err != nil {
		return err
	}
	_, err1 := b.data.Seek(int64(b.end), io.SeekStart)
	_, err2 := b.places.Seek(size, io.SeekStart)
	return errors.Join(err1, err2)
}

// append writes the next blob and returns its number.
func (b *blobWriter) append(blob []byte) (int, error) {
	if len(blob) > maxBlob-checksumSize {
		return 0, fmt.Errorf("%s: an entry of %d bytes is too long", b.data.Name(), len(blob))
	}
	number := b.count
	b.count++
	b.end += uint64(len(blob) + checksumSize)
	_, err1 := b.toData.Write(blob)
	b.scratch = binary.LittleEndian.AppendUint32(b.scratch[:0], blobChecksum(number, blob))
	_, err2 := b.toData.Write(b.scratch)
	b.scratch = binary.LittleEndian.AppendUint64(b.scratch[:0], b.end)
	_, err3 := b.toPlaces.Write(b.scratch)
	return number, errors.Join(err1, err2, err3)
}

// sync puts everything written so far on the disk.
func (b *blobWriter) sync() error {
	return errors.Join(b.toData.Flush(), b.toPlaces.Flush(), b.data.Sync(), b.places.Sync())
}

func (b *blobWriter) close() error { return errors.Join(b.data.Close(), b.places.Close()) }
