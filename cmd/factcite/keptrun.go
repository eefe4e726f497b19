package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/s2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// keptRun is what a run with a cache wrote, which is kept beside the parts: where nothing
// changed since, it is written again, and nothing is merged. Each output is a file that
// begins with a line, the key of the run; as are what the run found, from which one goes on
// over files of which some changed, and the last lines of the run, which are written when
// all else is there. Of a cache only its last run is kept.
type keptRun struct {
	cache   *cache
	files   []file
	rest    string   // the key of all that outputs depend on beside the files
	reports *reports // of this run
	making  []*madeOutput
}

// outcome is what a run does beside writing its outputs.
type outcome struct {
	Said     string   // to the user
	Fails    bool     // has findings that --fail-on is about
	Lengths  []int64  // of the outputs, if they are kept
	Rest     string   // the key of all that they depend on beside the files
	Contents []string // of the files, see [stamp]
	empty    error    // what was read is too little; such a run is not kept
}

// newKeptRun returns nil for a run whose outputs depend on what is not looked at: on an
// index, or on earlier runs.
func (f *checkFlags) newKeptRun(cmd *cobra.Command, c *cache, files []file) *keptRun {
	if len(f.Indexes) > 0 || f.history != "" {
		return nil
	}
	folder, _ := os.Getwd()
	rest := []string{c.made, folder, os.Getenv("GITHUB_WORKSPACE"), fmt.Sprint(useColor(f.color, f.Out, cmd.OutOrStdout()))}
	cmd.Flags().Visit(func(flag *pflag.Flag) { rest = append(rest, flag.Name, flag.Value.String()) })
	for _, path := range append([]string{f.KeysFrom, f.Baseline}, f.UsedBy...) {
		sum := ""
		if path != "" {
			sum, _ = hashFile(path) // of one that cannot be read, the run says so
		}
		rest = append(rest, sum)
	}
	return &keptRun{cache: c, files: files, rest: hashOf(rest...)}
}

// key tells the run from those over other files; ok is false if a content is not known.
func (k *keptRun) key(contentOf func(file) string) (key string, ok bool) {
	all := []string{k.rest}
	for _, f := range k.files {
		content := contentOf(f)
		if content == unknown {
			return "", false
		}
		all = append(all, content)
	}
	return hashOf(all...), true
}

func (k *keptRun) path(name string) string { return filepath.Join(k.cache.folder, name+".output") }

// The names of what a run keeps beside its outputs.
const (
	findingsKept = "found"
	tiesKept     = "ties"
	lastLines    = "end"
)

// again writes what the run wrote that is kept, if this is the same; else it is nil.
func (k *keptRun) again(r *reports) (*outcome, error) {
	if k == nil {
		return nil, nil
	}
	if _, err := os.Stat(k.path(lastLines)); err != nil {
		return nil, nil
	}
	key, ok := k.key(k.cache.contentNow)
	if !ok {
		return nil, nil
	}
	end := k.open(lastLines, key)
	if end == nil {
		return nil, nil
	}
	defer end.close()
	var o outcome
	if err := json.NewDecoder(end).Decode(&o); err != nil {
		return nil, k.damaged(err)
	}
	if len(o.Lengths) != len(r.targets()) {
		return nil, nil
	}
	var kept []*keptOutput
	for i := range r.targets() {
		output := k.open(fmt.Sprint(i), key)
		if output == nil { // another run is writing its own
			return nil, nil
		}
		defer output.close()
		kept = append(kept, output)
	}
	for i, t := range r.targets() {
		length, err := io.Copy(t.to, kept[i])
		if err == nil && length != o.Lengths[i] {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, k.damaged(err)
		}
	}
	return &o, r.commit()
}

func (k *keptRun) damaged(err error) error {
	return fmt.Errorf("what is kept in %s of the last run cannot be written again: %w; remove the folder", k.cache.folder, err)
}

// keptOutput is an output that is read.
type keptOutput struct {
	*s2.Reader
	key  string // of the run that kept it
	file *os.File
}

// open opens what a run of that key kept under a name, or any run where the key is empty; nil
// if there is none.
func (k *keptRun) open(name, key string) *keptOutput {
	file, err := os.Open(k.path(name))
	if err != nil {
		return nil
	}
	from := bufio.NewReaderSize(file, 1<<16)
	line, err := from.ReadString('\n')
	if line = strings.TrimSuffix(line, "\n"); err != nil || key != "" && line != key {
		file.Close()
		return nil
	}
	return &keptOutput{s2.NewReader(from), line, file}
}

func (o *keptOutput) close() { o.file.Close() }

// plain reads anywhere in what is kept as it is.
func (o *keptOutput) plain() io.ReaderAt {
	return io.NewSectionReader(o.file, int64(len(o.key)+1), math.MaxInt64-int64(len(o.key)+1))
}

// keep keeps what write writes to the outputs, and what comes of it.
func (k *keptRun) keep(r *reports, write func() (*outcome, error)) (*outcome, error) {
	if k == nil {
		return write()
	}
	k.reports, k.making = r, nil
	defer k.discard()
	for i, t := range r.targets() {
		m, err := k.begin(fmt.Sprint(i))
		if err != nil {
			return nil, err
		}
		t.to = io.MultiWriter(t.to, m)
	}
	o, err := write()
	if err != nil || o.empty != nil {
		return o, err
	}
	if key, ok := k.key(k.cache.contentUsed); ok {
		err = k.finish(key, o)
	}
	if err != nil {
		return nil, err
	}
	return o, nil
}

// finish puts all that is kept in its place, at last the outcome.
func (k *keptRun) finish(key string, o *outcome) error {
	for _, m := range k.making[:len(k.reports.targets())] {
		o.Lengths = append(o.Lengths, m.length)
	}
	o.Rest = k.rest
	for _, f := range k.files {
		o.Contents = append(o.Contents, k.cache.contentUsed(f))
	}
	end, err := k.begin(lastLines)
	if err != nil {
		return err
	}
	if err := json.NewEncoder(end).Encode(o); err != nil {
		return err
	}
	for _, m := range k.making {
		if err := m.finish(key, k.path(m.name)); err != nil {
			return fmt.Errorf("cannot keep what the run writes: %w", err)
		}
	}
	return nil
}

// discard drops what was not put in its place.
func (k *keptRun) discard() {
	for _, m := range k.making {
		m.discard()
	}
}

// madeOutput is an output that is being kept, in the packing that takes least time.
type madeOutput struct {
	name   string
	packed *s2.Writer // nil of what is kept as it is
	length int64
	file   *os.File
}

func (m *madeOutput) Write(text []byte) (int, error) {
	m.length += int64(len(text))
	if m.packed == nil {
		return m.file.Write(text)
	}
	return m.packed.Write(text)
}

// keptBlock is how many bytes of an output are packed together.
const keptBlock = 256 << 10

// begin begins what will be kept under a name.
func (k *keptRun) begin(name string, options ...s2.WriterOption) (*madeOutput, error) {
	m, err := k.beginPlain(name)
	if err == nil {
		m.packed = s2.NewWriter(m.file, append(options, s2.WriterConcurrency(1), s2.WriterBlockSize(keptBlock))...)
	}
	return m, err
}

// beginPlain begins what will be kept as it is, so that any of it can be read.
func (k *keptRun) beginPlain(name string) (*madeOutput, error) {
	file, err := os.CreateTemp(k.cache.folder, ".*.output")
	if err != nil {
		return nil, fmt.Errorf("cannot keep what the run writes: %w", err)
	}
	fmt.Fprintln(file, unknown) // in the place of the key
	m := &madeOutput{name: name, file: file}
	k.making = append(k.making, m)
	return m, nil
}

// finish puts the output in its place.
func (m *madeOutput) finish(key, path string) error {
	if m.packed != nil {
		if err := m.packed.Close(); err != nil {
			return err
		}
	}
	if _, err := m.file.WriteAt([]byte(key), 0); err != nil {
		return err
	}
	if err := m.file.Close(); err != nil {
		return err
	}
	return os.Rename(m.file.Name(), path)
}

// discard drops what was not put in its place.
func (m *madeOutput) discard() {
	m.file.Close()
	os.Remove(m.file.Name())
}
