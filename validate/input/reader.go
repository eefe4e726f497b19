// Package input reads files, folders and archives of every form into what a run of rules
// checks. It finds the form of each by its name and its first bytes. It opens no file but
// those of an [fs.FS] that it is given, and knows no flag and no rule.
package input

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/unpack"
	"github.com/factcite/factcite/validate"
)

// Options adjusts a [Reader]. The zero value and nil mean the defaults.
type Options struct {
	Facts     fact.Options                                 // of records; a Form in them is that of every file
	FormOf    func(name string) *validate.RecordForm       // the form that the records of a file have, which is not looked at then; nil for none, or if it returns nil
	MaxErrors int                                          // of one rule in a .bib that are listed, of which the rest are counted; 0 is all
	InPieces  bool                                         // records of JSON Lines come in pieces, [validate.Input.Facts], which are read where they are checked
	AnyShape  bool                                         // records of another shape are not refused, since a schema of their own judges them
	Pages     func(pdf []byte) (lines []string, err error) // the text of each page of a PDF, as pdf.Reader has it; nil refuses PDF files
	Note      func(format string, args ...any)             // is told what a person should know of the files; nil drops it
}

// Reader reads the files of one run. The .bib files among them are one database, in the
// order in which they are read. It is not safe for concurrent use.
type Reader struct {
	opts Options

	head       []byte             // memory for the first bytes of files
	noted      map[fact.Form]bool // said to be the form of an input
	unmapped   bool               // an input was said to have nothing to map
	guess      string             // how an input was taken whose form was guessed by a member; "" for none
	bibHeld    bool               // the last .bib that was read holds something
	database   *bib.File          // the last .bib that was read, one database with those before it
	emptyLines bool               // an input is a stream of records, a line each, that holds none
	recognised bool               // an input had the form of facts, even if each of its records was broken
}

// NewReader returns a reader of those options, which may be nil.
func NewReader(opts *Options) *Reader {
	r := &Reader{noted: map[fact.Form]bool{}}
	if opts != nil {
		r.opts = *opts
	}
	return r
}

// Read yields what one file holds, or each file of an archive whose form is sure. The
// name is what findings call it. The form may be Auto: then name and content show it. What
// is an [io.Seeker] is read from its start, and anything else once. An error ends the
// stream; a broken record does not, it is a [fact.Item] with problems.
func (r *Reader) Read(form fact.Form, name string, file io.Reader) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		form, archive := cmp.Or(r.opts.Facts.Form, form), unpack.NoArchive
		if form == fact.Auto {
			var head io.Reader
			var again func()
			file, head, again = twice(file)
			var err error
			if form, archive, err = r.detect(name, head); err != nil {
				yield(validate.Input{}, err)
				return
			}
			again()
		}
		r.readOpened(form, archive, name, file, yield)
	}
}

// twice returns a file, what to find its form by, and what to call between the two.
func twice(file io.Reader) (whole, head io.Reader, again func()) {
	if seeker, ok := file.(io.Seeker); ok {
		if _, err := seeker.Seek(0, io.SeekStart); err == nil { // else it is a pipe
			return file, file, func() { seeker.Seek(0, io.SeekStart) } // as it could a moment ago
		}
	}
	whole, first := unpack.Peek(file, headSize)
	return whole, bytes.NewReader(first), func() {}
}

// ReadFS yields what files of fsys hold, in the order of their names, which are paths as
// [fs.ValidPath] has them. Of a folder it reads, in lexical order, the files whose form is
// sure; hidden ones and symbolic links in it are passed over.
func (r *Reader) ReadFS(ctx context.Context, fsys fs.FS, names ...string) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		for _, name := range names {
			if !fs.ValidPath(name) {
				yield(validate.Input{}, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid})
				return
			}
			err := fs.WalkDir(fsys, name, func(inside string, entry fs.DirEntry, err error) error {
				if err == nil {
					err = context.Cause(ctx)
				}
				switch {
				case err != nil:
					return err
				case inside == name && entry.IsDir():
					return nil
				case inside == name:
					return r.readFile(ctx, fsys, inside, yield)
				case strings.HasPrefix(entry.Name(), ".") && entry.IsDir():
					return fs.SkipDir
				case strings.HasPrefix(entry.Name(), "."), !entry.Type().IsRegular():
					return nil
				}
				return r.readSure(ctx, fsys, inside, yield)
			})
			if errors.Is(err, errEnough) {
				return
			}
			if err != nil {
				yield(validate.Input{}, err)
				return
			}
		}
	}
}

// errEnough ends a walk whose consumer wants no more.
var errEnough = errors.New("enough")

// readSure reads a file of a folder if its form is sure.
func (r *Reader) readSure(ctx context.Context, fsys fs.FS, name string, yield func(validate.Input, error) bool) error {
	file, err := fsys.Open(name)
	if err != nil {
		return err
	}
	_, sure := r.SureForm(name, file)
	if err := file.Close(); err != nil || !sure {
		return err
	}
	return r.readFile(ctx, fsys, name, yield)
}

func (r *Reader) readFile(ctx context.Context, fsys fs.FS, name string, yield func(validate.Input, error) bool) error {
	file, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	for input, err := range r.Read(fact.Auto, name, file) {
		if err == nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			return err
		}
		if !yield(input, nil) {
			return errEnough
		}
	}
	return nil
}

// SureForm returns the form of one file of many, and reports whether it is worth reading:
// its name and its first bytes leave no doubt of its form.
func (r *Reader) SureForm(name string, file io.Reader) (form fact.Form, sure bool) {
	if form := r.formOfFile(name); form != fact.Auto {
		return form, true
	}
	text, err := unpack.Open(file)
	if err != nil {
		return fact.Auto, slices.Contains(recordExtensions, path.Ext(trimPacked(name)))
	}
	if r.head == nil {
		r.head = make([]byte, headSize)
	}
	n, _ := io.ReadFull(text, r.head)
	return sureForm(name, r.head[:n], r.mapped())
}

// Recognised reports whether a file had the form of facts, even if each of its records
// was broken.
func (r *Reader) Recognised() bool { return r.recognised }

// MayBeEmpty reports whether a file was read that is whole without a record.
func (r *Reader) MayBeEmpty() bool { return r.emptyLines || r.bibHeld }

// Forget drops what is kept of the .bib files for those that follow, as none does.
func (r *Reader) Forget() { r.database = nil }

// Guess says how a file was taken whose form one member of its records showed, "" if there
// was none.
func (r *Reader) Guess() string { return r.guess }

func (r *Reader) note(format string, args ...any) {
	if r.opts.Note != nil {
		r.opts.Note(format, args...)
	}
}

// mapped reports whether the options say where in an input the records are.
func (r *Reader) mapped() bool { return len(r.opts.Facts.Map) > 0 || r.opts.Facts.Records != "" }

// recordForm returns the form of a file's records that the options name, nil if none.
func (r *Reader) recordForm(name string) *validate.RecordForm {
	if r.opts.FormOf == nil {
		return nil
	}
	return r.opts.FormOf(name)
}

// formOfFile returns the form that the options say that a file has, or Auto.
func (r *Reader) formOfFile(name string) fact.Form {
	if named := r.recordForm(name); named != nil {
		return fact.Form(named.Name)
	}
	return fact.Auto
}

// factOptions are the options to read facts of a form with: those of a named form are
// read by its map, in which members of the options' own come first.
func (r *Reader) factOptions(form fact.Form, name string) *fact.Options {
	options := r.opts.Facts
	options.Form = form
	named := r.recordForm(name)
	if named == nil || form != fact.Form(named.Name) {
		return &options
	}
	options.Form = tables[path.Ext(trimPacked(strings.ToLower(name)))]
	options.Records = cmp.Or(options.Records, named.Records)
	options.Map = maps.Clone(named.Map)
	maps.Copy(options.Map, r.opts.Facts.Map)
	return &options
}
