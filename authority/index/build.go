package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/factcite/factcite/authority"
)

// Options adjusts [Build]. The zero value and nil mean the defaults.
type Options struct {
	// Replace makes a new index in place of the one at the path, whatever state
	// that is in, and forgets an unfinished build. Otherwise sources are added.
	Replace bool

	// Progress is told how far the building has come, every few hundred records and at
	// least once for each source and each stage. It must not take long.
	Progress func(Progress)

	// Warn is told of records that cannot be read, each an [*authority.RecordError], and
	// of a [Source] that is passed over as the index has it already.
	Warn func(error)

	interval int // records between two checkpoints; 50,000 if it is 0
}

// Progress is how far a [Build] has come.
type Progress struct {
	Source  string // name of the source that is read; empty once all are
	Records int    // taken from that source
	Works   int    // in the index
	Done    int    // of the works, in the lookup tables; they are made when all sources are read
}

// Report is what a [Build] did.
type Report struct {
	Added    int // works taken from the sources, in runs that this one resumed too
	Bad      int // records of them that cannot be read
	Replaced int // works in the index whose record came again, which counts
	Resumed  int // of the works added, those that an interrupted run had left
	Coverage authority.Coverage
}

// Build makes the index in the folder path from sources, or adds them to the index
// that is there; sources that it has already are passed over. A record that comes
// again from the same registry under the same key takes the place of the earlier
// one.
//
// It writes into the folder path + ".part", which takes the place of path at the
// end, and never touches what is at path before. Interrupted by the context, or
// killed, it leaves that folder if it has read anything, and the next Build with
// the same path and sources goes on from there. It starts over if the sources are
// others. While it works there is a file path + ".lock", and another Build with
// the same path is an error.
//
// No sources are an error, and nothing is written.
//
// A source that cannot be read to its end, or not at all, is an error, and the
// building can be resumed once it is mended. Records that cannot be
// read are passed over and counted. Memory stays below 300 MiB for millions of
// works; while the lookup tables are made, path + ".part" takes about twice the
// space of the index.
func Build(ctx context.Context, path string, sources []Source, opts *Options) (Report, error) {
	path = filepath.Clean(path)
	b := &builder{path: path, part: path + ".part"}
	if opts != nil {
		b.opts = *opts
	}
	if b.opts.interval == 0 {
		b.opts.interval = 50_000
	}
	defer b.close()
	if err := b.build(ctx, sources); err != nil {
		return b.report(), fmt.Errorf("building the index %s: %w", path, err)
	}
	return b.report(), nil
}

// builder builds one index.
type builder struct {
	path, part string
	opts       Options

	works    *blobWriter
	strings  *blobWriter
	shared   *sharedStrings
	saved    int // strings that are in their file
	intakes  []intake
	ready    bool // the folder to build in was prepared
	base     int  // dumps of the index that is added to
	baseSize int  // works of it
	resumed  int
	replaced int
	coverage authority.Coverage
}

// checkpoint is what an unfinished build has, saved now and then.
type checkpoint struct {
	Works    int      `json:"works"`    // blobs of works
	Strings  int      `json:"strings"`  // blobs of shared strings
	Base     int      `json:"base"`     // dumps that were in the index before
	BaseSize int      `json:"baseSize"` // works of them
	Dumps    []intake `json:"dumps"`
}

const checkpointName = "progress.json"

func (b *builder) build(ctx context.Context, sources []Source) error {
	if len(sources) == 0 {
		return errors.New("there is no source to read; give at least one")
	}
	release, err := lockBuild(b.path)
	if err != nil {
		return err
	}
	defer release()
	defer b.discardEmpty()
	if err := b.prepare(sources); err != nil {
		return err
	}
	for i := range sources {
		if err := b.take(ctx, &sources[i]); err != nil {
			return err
		}
	}
	if b.isKept() {
		return nil
	}
	if err := b.makeTables(ctx); err != nil {
		return err
	}
	if err := b.finish(); err != nil {
		return fmt.Errorf("putting it in place: %w", err)
	}
	return nil
}

// isKept reports whether the index has all dumps and stays as it is.
func (b *builder) isKept() bool {
	if b.base == 0 || len(b.intakes) > b.base {
		return false
	}
	m, err := readManifest(b.path)
	if err != nil {
		return false
	}
	b.coverage = m.Coverage
	return true
}

// discardEmpty takes the folder to build in away if no work was read into it.
func (b *builder) discardEmpty() {
	if b.ready && b.report().Added == 0 {
		b.close()
		os.RemoveAll(b.part)
	}
}

// report returns what was done so far.
func (b *builder) report() Report {
	r := Report{Replaced: b.replaced, Resumed: b.resumed, Coverage: b.coverage}
	for _, taken := range b.intakes[min(b.base, len(b.intakes)):] {
		r.Added += taken.Works
		r.Bad += taken.Bad
	}
	return r
}

// prepare makes the folder to build in ready: with what an interrupted build
// left, with the works of the index that is added to, or empty.
func (b *builder) prepare(sources []Source) error {
	if err := b.settleNames(); err != nil {
		return err
	}
	if !b.opts.Replace {
		resumed, err := b.resume(sources)
		if err != nil || resumed {
			return err
		}
	}
	m, err := b.existing()
	if err != nil {
		return err
	}
	b.ready = true
	if err := errors.Join(os.RemoveAll(b.part), os.MkdirAll(b.part, 0o777)); err != nil {
		return err
	}
	if m == nil {
		return b.openFiles(0, 0)
	}
	if err := copyWorks(b.part, b.path); err != nil {
		return err
	}
	b.intakes, b.base, b.baseSize = m.Dumps, len(m.Dumps), m.Works
	return b.openFiles(m.Works, m.Strings)
}

// existing returns the manifest of the index that is to be added to, nil if there
// is none. What is no index is in the way.
func (b *builder) existing() (*manifest, error) {
	m, err := readManifest(b.path)
	switch {
	case errors.Is(err, fs.ErrNotExist) || isEmptyFolder(b.path):
		return nil, nil
	case b.opts.Replace:
		if _, err := os.Stat(filepath.Join(b.path, manifestName)); err != nil {
			return nil, errors.New("something else is there, and only an index is replaced; give another path")
		}
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("what is there cannot be added to: %w; give another path, or delete it if it was an index", err)
	}
	return m, nil
}

func isEmptyFolder(path string) bool {
	entries, err := os.ReadDir(path)
	return err == nil && len(entries) == 0
}

// settleNames ends the exchange of an old index by a new one, should it have been
// interrupted.
func (b *builder) settleNames() error {
	old := b.path + ".old"
	if _, err := os.Stat(b.path); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(old, b.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// resume goes on with an interrupted build, if there is one of these dumps.
func (b *builder) resume(sources []Source) (bool, error) {
	var p checkpoint
	if err := readSealed(filepath.Join(b.part, checkpointName), &p); err != nil {
		return false, nil // there is none, or it was not saved whole
	}
	for _, taken := range p.Dumps[min(p.Base, len(p.Dumps)):] {
		if !slices.ContainsFunc(sources, func(s Source) bool { return s.is(taken) }) {
			return false, nil
		}
	}
	if err := b.openFiles(p.Works, p.Strings); err != nil {
		return false, fmt.Errorf("what an interrupted build left is damaged: %w; delete the folder %s to start over", err, b.part)
	}
	b.ready = true
	b.intakes, b.base, b.baseSize = p.Dumps, p.Base, p.BaseSize
	b.resumed = p.Works - p.BaseSize
	return true, nil
}

// openFiles opens the files that works are appended to.
func (b *builder) openFiles(works, strings int) (err error) {
	if b.works, err = resumeBlobs(b.part, worksName, works); err != nil {
		return err
	}
	if b.strings, err = resumeBlobs(b.part, stringsName, strings); err != nil {
		return err
	}
	text, err := readBlobs(b.part, stringsName, strings)
	if err != nil {
		return err
	}
	if b.shared, err = readSharedStrings(text); err != nil {
		return err
	}
	b.shared.writable()
	b.saved = len(b.shared.starts)
	return nil
}

// copyWorks copies what an index has of works.
func copyWorks(to, from string) error {
	for _, name := range [...]string{worksName, stringsName} {
		data, places := blobFiles("", name)
		for _, file := range [...]string{data, places} {
			if err := copyFile(filepath.Join(to, file), filepath.Join(from, file)); err != nil {
				return err
			}
		}
	}
	return nil
}

func copyFile(to, from string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = target.ReadFrom(source)
	return errors.Join(err, target.Close())
}

// save makes what was read so far something that can be resumed.
func (b *builder) save() error {
	if added := b.shared.from(b.saved); len(added) > 0 {
		if _, err := b.strings.append(added); err != nil {
			return err
		}
		b.saved = len(b.shared.starts)
	}
	if err := errors.Join(b.works.sync(), b.strings.sync()); err != nil {
		return err
	}
	p := checkpoint{Works: b.works.count, Strings: b.strings.count, Base: b.base, BaseSize: b.baseSize, Dumps: b.intakes}
	return writeSealed(filepath.Join(b.part, checkpointName), p)
}

// finish puts the new index in the place of the old one.
func (b *builder) finish() error {
	b.close()
	old := b.path + ".old"
	if err := os.RemoveAll(old); err != nil {
		return err
	}
	if err := os.Rename(b.path, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(b.part, b.path); err != nil {
		return err
	}
	return errors.Join(os.Remove(filepath.Join(b.path, checkpointName)), os.RemoveAll(old))
}

func (b *builder) close() {
	for _, w := range [...]**blobWriter{&b.works, &b.strings} {
		if *w != nil {
			(*w).close()
			*w = nil
		}
	}
}

func (b *builder) tell(p Progress) {
	if b.opts.Progress != nil {
		b.opts.Progress(p)
	}
}

func (b *builder) warn(err error) {
	if b.opts.Warn != nil {
		b.opts.Warn(err)
	}
}
