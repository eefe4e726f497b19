package main

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/dump"
	"github.com/factcite/factcite/authority/index"
)

// indexFlags are the flags of index.
type indexFlags struct {
	out     string
	date    string
	replace bool
	quiet   bool
}

func newIndex() *cobra.Command {
	var f indexFlags
	cmd := &cobra.Command{
		Use:   "index DUMP… -o INDEX",
		Short: "Build an index of known works for check --index and bib --fill",
		Long: `index reads dumps of bibliographic records (dblp.xml, arXiv metadata, ACL
Anthology and PubMed XML, OpenAlex, Crossref, Semantic Scholar, DataCite, CSL-JSON,
.bib, RIS, Zotero's JSON, notes of OpenReview, the Retraction Watch CSV) and answers
of these services that were kept, and builds a folder in which works are found by
identifier and by title. What is compressed is opened, zip and tar archives are read.
A DUMP is a file, a folder (which is walked; what is no dump in it is passed over)
or - for standard input. Dumps are added to an
index that is there. An interrupted run is resumed by the same command.`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.out, "output", "o", "", "build the index in the folder `INDEX`")
	flags.StringVar(&f.date, "date", "", "`DATE` of the dumps, as 2026-09 or 2026-09-01, where they do not tell")
	flags.BoolVar(&f.replace, "replace", false, "start an empty index instead of adding to the one that is there")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no summary line, no progress bar, no notes but of what cannot be read")
	return cmd
}

func (f *indexFlags) run(cmd *cobra.Command, args []string) error {
	if f.out == "" {
		return errors.New("no index: name the folder to build with -o INDEX")
	}
	if err := isDumpDate(f.date); err != nil {
		return err
	}
	note := func(string, ...any) {}
	if !f.quiet {
		note = func(format string, args ...any) { noteTo(cmd.ErrOrStderr(), format, args...) }
	}
	paths, err := dumpFiles(args, note)
	if err != nil {
		return err
	}
	sources := make([]index.Source, len(paths))
	for i, path := range paths {
		if sources[i], err = f.source(path, cmd.InOrStdin()); err != nil {
			return err
		}
	}
	options := &index.Options{Replace: f.replace, Warn: func(err error) {
		if _, unreadable := errors.AsType[*authority.RecordError](err); unreadable {
			noteTo(cmd.ErrOrStderr(), "%v", err)
			return
		}
		note("%v", err)
	}}
	progress, stop := f.showProgress(cmd)
	options.Progress = progress
	report, err := index.Build(cmd.Context(), f.out, sources, options)
	stop()
	if err != nil {
		return interruptedIndex(err)
	}
	if !f.quiet {
		fmt.Fprintln(cmd.ErrOrStderr(), indexSummary(&report))
	}
	return nil
}

// source returns a dump to build an index from. A file is opened when it is read.
func (f *indexFlags) source(path string, stdin io.Reader) (index.Source, error) {
	if path == standardOutput {
		stream, identity, err := streamIdentity(stdin)
		if err != nil {
			return index.Source{}, fmt.Errorf("<stdin>: %w", err)
		}
		d := dump.File{Name: "<stdin>", Date: f.date, Reader: stream}
		return index.Source{Name: d.Name, Identity: identity, Works: dump.Read(d)}, nil
	}
	identity, err := fileIdentity(path)
	if err != nil {
		return index.Source{}, err
	}
	d := dump.File{Name: path, Date: f.date, Reader: &lazyFile{path: path}}
	return index.Source{Name: d.Name, Identity: identity, Works: dump.Read(d)}, nil
}

// isDumpDate checks a year and month, or a whole date.
func isDumpDate(date string) error {
	if date == "" {
		return nil
	}
	for _, layout := range [...]string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, date); err == nil {
			return nil
		}
	}
	return fmt.Errorf("--date %q is no date; write it as 2026-09 or 2026-09-01", date)
}

// dumpFiles lists the files of the paths, and of folders the dumps in the order of
// their names.
func dumpFiles(paths []string, note func(format string, args ...any)) ([]string, error) {
	if len(paths) == 0 {
		return nil, errors.New("no dump: name a file, a folder, or - for standard input")
	}
	var list []string
	for _, path := range paths {
		if path == "-" {
			list = append(list, path)
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			list = append(list, path)
			continue
		}
		dumps, err := dumpsIn(path, note)
		if err != nil {
			return nil, err
		}
		list = append(list, dumps...)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("no dump in %s", strings.Join(paths, ", "))
	}
	return list, nil
}

// dumpsIn walks a folder, and notes how many of its files are not dumps. It does
// not enter indexes.
func dumpsIn(folder string, note func(format string, args ...any)) (dumps []string, err error) {
	var passed []string
	err = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && path != folder
		switch {
		case entry.IsDir() && (hidden || index.Exists(path)):
			return filepath.SkipDir
		case entry.IsDir() || hidden:
			return nil
		}
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() { // a pipe, or a link to none
			return nil
		}
		isDump, err := isDump(path)
		if isDump {
			dumps = append(dumps, path)
		} else {
			passed = append(passed, path)
		}
		return err
	})
	if len(passed) > 0 {
		note("passed over %d of the files of %s, which hold no records of a known form: %s", len(passed), folder, strings.Join(passed[:min(len(passed), 3)], ", "))
	}
	return dumps, err
}

// isDump reports whether a file starts like a dump. One that is damaged further
// on does, too, so that building the index reports it.
func isDump(path string) (bool, error) {
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer file.Close()
	const manyErrors = 200
	tries := 0
	for _, err := range dump.Read(dump.File{Name: path, Reader: file}) {
		if errors.Is(err, dump.ErrUnknownForm) {
			return false, nil
		}
		if tries++; err == nil || tries == manyErrors {
			break
		}
	}
	return true, nil
}

// dumpBeginning is how many bytes of a dump tell it from another one of its name.
const dumpBeginning = 1 << 16

// fileIdentity returns what tells a file from another one of its name: a hash of
// its size and its beginning.
func fileIdentity(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	fmt.Fprintln(hash, info.Size())
	if _, err := io.CopyN(hash, file, dumpBeginning); err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)[:16]), nil
}

// streamIdentity returns what tells a stream from others: a hash of its beginning.
// The reader gives the whole stream.
func streamIdentity(stream io.Reader) (whole io.Reader, identity string, err error) {
	buffered := bufio.NewReaderSize(stream, dumpBeginning)
	beginning, err := buffered.Peek(dumpBeginning)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, "", err
	}
	sum := sha256.Sum256(beginning)
	return buffered, hex.EncodeToString(sum[:16]), nil
}

// lazyFile is a file that is opened when it is first read and closed at its end,
// so that thousands of dumps need not be open at a time.
type lazyFile struct {
	path string
	file *os.File
	done bool
}

func (l *lazyFile) Read(p []byte) (int, error) {
	if l.done {
		return 0, io.EOF
	}
	if l.file == nil {
		file, err := os.Open(l.path)
		if err != nil {
			return 0, err
		}
		l.file = file
	}
	n, err := l.file.Read(p)
	if err != nil {
		l.done = true
		l.file.Close()
	}
	return n, err
}

// showProgress draws how many records were read, on a terminal, until stop is
// called.
func (f *indexFlags) showProgress(cmd *cobra.Command) (progress func(index.Progress), stop func()) {
	if f.quiet || !isTerminal(cmd.ErrOrStderr()) {
		return nil, func() {}
	}
	bar := progressbar.NewOptions(-1,
		progressbar.OptionSetWriter(cmd.ErrOrStderr()),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
	)
	progress = func(p index.Progress) {
		bar.Describe(cmp.Or(filepath.Base(p.Source), "lookup tables"))
		if p.Source == "" {
			bar.Set(p.Done)
		} else {
			bar.Set(p.Records)
		}
	}
	return progress, func() { bar.Finish() }
}

func interruptedIndex(err error) error {
	if interrupted(err) != err {
		return errors.New("interrupted; the same command goes on from here")
	}
	return err
}

// indexSummary says what was built.
func indexSummary(r *index.Report) string {
	var b strings.Builder
	b.WriteString(counted(r.Added, "record") + " added")
	if r.Resumed > 0 {
		fmt.Fprintf(&b, ", %d of them by the run before", r.Resumed)
	}
	if r.Replaced > 0 {
		fmt.Fprintf(&b, ", %d in place of older ones", r.Replaced)
	}
	if r.Bad > 0 {
		fmt.Fprintf(&b, ", %s could not be read", counted(r.Bad, "record"))
	}
	return b.String() + "; " + r.Coverage.String()
}

func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
