package validate

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"sort"
)

// A file of ties begins with their number and the number of works; then come the ties in order,
// and where each work is named first, in the order of the bibliography.
const tieHead = 16

// writeTies writes a file of ties.
func writeTies(to io.Writer, count int, all iter.Seq2[tie, error], works int, each iter.Seq2[workAt, error]) error {
	w := bufio.NewWriterSize(to, 1<<16)
	w.Write(tiesHead(count, works))
	memory := make([]byte, 0, tieLength)
	for one, err := range all {
		if err != nil {
			return err
		}
		w.Write(appendTie(memory[:0], one))
		count--
	}
	for one, err := range each {
		if err != nil {
			return err
		}
		w.Write(appendWorkAt(memory[:0], one))
		works--
	}
	if count != 0 || works != 0 {
		return errors.New("there are other ties than were counted")
	}
	return w.Flush()
}

func tiesHead(ties, works int) []byte {
	head := binary.LittleEndian.AppendUint64(make([]byte, 0, tieHead), uint64(ties))
	return binary.LittleEndian.AppendUint64(head, uint64(works))
}

// tieFile is a file of ties that is read.
type tieFile struct {
	from        io.ReaderAt
	ties, works int
}

func openTies(from io.ReaderAt) (*tieFile, error) {
	head := make([]byte, tieHead)
	switch _, err := from.ReadAt(head, 0); {
	case err == io.EOF:
		return nil, errShared // nothing was kept
	case err != nil:
		return nil, fmt.Errorf("cannot read what records have in common: %w", err)
	}
	return &tieFile{from, int(binary.LittleEndian.Uint64(head)), int(binary.LittleEndian.Uint64(head[8:]))}, nil
}

// tie reads one; what cannot be read is the last of all.
func (f *tieFile) tie(number int) tie {
	var row [tieLength]byte
	if _, err := f.from.ReadAt(row[:], int64(tieHead+number*tieLength)); err != nil {
		return tie{hash: 1<<64 - 1}
	}
	return readTie(row[:])
}

// of yields the ties of a hash, whatever their sides, in order.
func (f *tieFile) of(hash uint64) iter.Seq[tie] {
	return func(yield func(tie) bool) {
		for i := f.first(hash); i < f.ties; i++ {
			if t := f.tie(i); t.hash&^sideBits != hash || !yield(t) {
				return
			}
		}
	}
}

// first returns the number of the first tie that has a hash or a greater one.
func (f *tieFile) first(hash uint64) int {
	return sort.Search(f.ties, func(i int) bool { return f.tie(i).hash >= hash })
}

// workAt returns where the work of a number is named first; what cannot be read is nowhere.
func (f *tieFile) workAt(number int) workAt {
	var row [workAtLength]byte
	if _, err := f.from.ReadAt(row[:], int64(tieHead+f.ties*tieLength+number*workAtLength)); err != nil {
		return workAt{}
	}
	return readWorkAt(row[:])
}

// work returns how many works are named before a place, and whether one is there.
func (f *tieFile) work(at workAt) (before int, found bool) {
	return sort.Find(f.works, func(i int) int { return at.compare(f.workAt(i)) })
}

// table is one of the tables of a file of ties.
type table struct {
	offset       int64
	rows, length int
	recordAt     int // where in a row its record is
}

func (f *tieFile) tableOfTies() table {
	return table{tieHead, f.ties, tieLength, tieLength - recordAtLength}
}

func (f *tieFile) tableOfWorks() table {
	return table{tieHead + int64(f.ties)*tieLength, f.works, workAtLength, 0}
}

// rowEdit puts a row into a table before that of a number, or takes that one out.
type rowEdit struct {
	before int
	row    []byte // nil if one goes
}

// copyTable copies a table with edits, which are in order, its records as they are numbered
// now. Where no number changed it copies all between two edits as it is.
func (f *tieFile) copyTable(to *bufio.Writer, t table, edits []rowEdit, c changes) error {
	read := 0
	copyUntil := func(until int) error {
		from := io.NewSectionReader(f.from, t.offset+int64(read*t.length), int64((until-read)*t.length))
		rows := until - read
		read = until
		if !c.renumber() {
			_, err := io.CopyN(to, from, from.Size())
			return err
		}
		return copyRenumbered(to, bufio.NewReaderSize(from, 1<<16), rows, t, c)
	}
	for _, e := range edits {
		if err := copyUntil(e.before); err != nil {
			return err
		}
		if e.row == nil {
			read++
		} else {
			to.Write(e.row)
		}
	}
	return copyUntil(t.rows)
}

func copyRenumbered(to *bufio.Writer, from io.Reader, rows int, t table, c changes) error {
	row := make([]byte, t.length)
	for range rows {
		if _, err := io.ReadFull(from, row); err != nil {
			return err
		}
		now := c.now(readRecordAt(row[t.recordAt:]))
		appendRecordAt(row[:t.recordAt], now)
		to.Write(row)
	}
	return nil
}

// revisedTies are those of an earlier run, with others in the place of some.
type revisedTies struct {
	file    *tieFile
	changes changes
	gone    map[tie]bool
	come    []tie
	edits   []workEdit
}

func (r *revisedTies) write(to io.Writer) error {
	ties, err := r.editsOfTies()
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(to, 1<<16)
	works := r.editsOfWorks()
	w.Write(tiesHead(rowsAfter(r.file.ties, ties), rowsAfter(r.file.works, works)))
	if err := r.file.copyTable(w, r.file.tableOfTies(), ties, r.changes); err != nil {
		return err
	}
	if err := r.file.copyTable(w, r.file.tableOfWorks(), works, r.changes); err != nil {
		return err
	}
	return w.Flush()
}

func (r *revisedTies) close() error { return nil }

func rowsAfter(rows int, edits []rowEdit) int {
	for _, e := range edits {
		if e.row == nil {
			rows--
		} else {
			rows++
		}
	}
	return rows
}

// check sees to it that the ties that go are there.
func (r *revisedTies) check() error {
	_, err := r.editsOfTies()
	return err
}

// editsOfTies finds where ties go and come.
func (r *revisedTies) editsOfTies() ([]rowEdit, error) {
	var edits []rowEdit
	for gone := range r.gone {
		before := len(edits)
		for i := r.file.first(gone.hash); i < r.file.ties && r.file.tie(i).hash == gone.hash; i++ {
			if r.file.tie(i) == gone {
				edits = append(edits, rowEdit{before: i})
			}
		}
		if len(edits) == before {
			return nil, errShared // the earlier run had others
		}
	}
	for _, come := range r.come {
		edits = append(edits, rowEdit{r.comesBefore(come), appendTie(nil, come)})
	}
	slices.SortFunc(edits, rowEdit.compare)
	return edits, nil
}

// comesBefore returns the number of the first tie that is after one that comes.
func (r *revisedTies) comesBefore(come tie) (number int) {
	for number = r.file.first(come.hash); number < r.file.ties; number++ {
		t := r.file.tie(number)
		isGone := r.gone[t]
		t.at = r.changes.now(t.at)
		if t.hash != come.hash || !isGone && come.compare(t) < 0 {
			break
		}
	}
	return number
}

// compare orders edits, those of one place by what comes, and what goes last.
func (e rowEdit) compare(other rowEdit) int {
	if c := cmp.Or(cmp.Compare(e.before, other.before), -cmp.Compare(len(e.row), len(other.row))); c != 0 || e.row == nil {
		return c
	}
	return readTie(e.row).compare(readTie(other.row))
}

// editsOfWorks returns where works go and come, which is in order.
func (r *revisedTies) editsOfWorks() []rowEdit {
	edits := make([]rowEdit, len(r.edits))
	for i, e := range r.edits {
		edits[i].before = e.at
		if e.was == nil {
			edits[i].row = appendWorkAt(nil, e.named)
		}
	}
	return edits
}
