package texts

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/internal/unpack"
)

// DefaultMaxSize is how many bytes a text may have when it is unpacked.
const DefaultMaxSize = 256 << 20

// Library has the texts of sources. It is filled first, and may then be asked by several
// goroutines.
type Library struct {
	// PDF reads what a reader sees of a PDF file; nil means that a PDF is no text.
	PDF func(content []byte) (ground.Reading, error)
	// MaxSize bounds the bytes of a text; 0 is DefaultMaxSize.
	MaxSize int64

	files []file
	byKey map[string]int // of files: names, hashes, identifiers and hashed addresses
	known map[string]int // by path, so that a file is one text by whatever name
}

// file is a text that can be opened.
type file struct {
	fsys  fs.FS
	name  string // in fsys
	shown string
}

// AddFolder adds the files below the root of fsys. A file belongs to a source by its name
// (see [Names]), or by what the front matter of a Markdown file says. shown is put before
// the names of the files in what is reported.
func (l *Library) AddFolder(fsys fs.FS, shown string) error {
	return fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("cannot read the texts in %s: %w", shown, err)
		}
		if hidden := strings.HasPrefix(entry.Name(), ".") && name != "."; hidden && entry.IsDir() {
			return fs.SkipDir
		} else if hidden || !entry.Type().IsRegular() {
			return nil
		}
		n := l.add(file{fsys, name, path.Join(shown, name)})
		stem := withoutExtensions(entry.Name())
		l.name(keyOf(stem), n)
		if strings.HasSuffix(strings.TrimSuffix(entry.Name(), ".gz"), ".md") {
			return l.addFrontMatter(n)
		}
		return nil
	})
}

// AddFile adds the text that is the file of that path in fsys, which Read then reads by
// the same name.
func (l *Library) AddFile(fsys fs.FS, name string) { l.add(file{fsys, name, name}) }

func (l *Library) add(f file) int {
	if l.byKey == nil {
		l.byKey, l.known = map[string]int{}, map[string]int{}
	}
	if n, ok := l.known[f.shown]; ok {
		return n
	}
	l.known[f.shown] = len(l.files)
	l.files = append(l.files, f)
	return len(l.files) - 1
}

// name makes a file found under a key; the first file of a key counts.
func (l *Library) name(key string, n int) {
	if _, taken := l.byKey[key]; !taken && key != "" {
		l.byKey[key] = n
	}
}

// addFrontMatter makes a Markdown file found by the identifiers that it states of itself.
func (l *Library) addFrontMatter(n int) error {
	r, err := l.open(n)
	if err != nil {
		return err
	}
	defer r.Close()
	head := make([]byte, 4<<10)
	length, _ := io.ReadFull(r, head)
	front, _ := cutFrontMatter(string(head[:length]))
	l.name(keyOf(front["reference_id"]), n)
	if doi := front["doi"]; doi != "" {
		l.name(keyOf("doi:"+doi), n)
	}
	if pmid := front["pmid"]; pmid != "" {
		l.name(keyOf("pmid:"+pmid), n)
	}
	return nil
}

// manifestLine is one text of a manifest.
type manifestLine struct {
	URI  string `json:"uri"`
	Path string `json:"path"`
	Hash string `json:"content_hash"`
}

// AddManifest adds the texts that a manifest names: JSON Lines, or CSV with a line of names,
// with the members uri, path and, where it is known, content_hash. Paths are those of fsys.
// name is that of the manifest, for messages, and shown as for AddFolder.
func (l *Library) AddManifest(r io.Reader, name string, fsys fs.FS, shown string) error {
	buffered := bufio.NewReader(r)
	read := readCSV
	if head, _ := buffered.Peek(1); len(head) > 0 && head[0] == '{' {
		read = readJSONLines
	}
	return read(buffered, name, func(number int, m manifestLine) error {
		if m.URI == "" && m.Hash == "" || m.Path == "" {
			return fmt.Errorf("%s:%d: a text needs a path, and a uri or a content_hash", name, number)
		}
		if !fs.ValidPath(path.Clean(m.Path)) {
			return fmt.Errorf("%s:%d: %q is no path below the manifest", name, number, m.Path)
		}
		n := l.add(file{fsys, path.Clean(m.Path), path.Join(shown, m.Path)})
		l.name(m.URI, n)
		l.name(keyOf(m.Hash), n)
		return nil
	})
}

func readJSONLines(r *bufio.Reader, name string, each func(int, manifestLine) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		if len(strings.TrimSpace(lines.Text())) == 0 {
			continue
		}
		var m manifestLine
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			return fmt.Errorf("%s:%d: %w", name, number, err)
		}
		if err := each(number, m); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("cannot read the manifest %s: %w", name, err)
	}
	return nil
}

func readCSV(r *bufio.Reader, name string, each func(int, manifestLine) error) error {
	rows := csv.NewReader(r)
	header, err := rows.Read()
	if err != nil {
		return fmt.Errorf("cannot read the manifest %s: %w", name, err)
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("cannot read the manifest %s: %w", name, err)
		}
		var m manifestLine
		for i, column := range header {
			switch strings.TrimSpace(column) {
			case "uri":
				m.URI = row[i]
			case "path":
				m.Path = row[i]
			case "content_hash":
				m.Hash = row[i]
			}
		}
		number, _ := rows.FieldPos(0)
		if err := each(number, m); err != nil {
			return err
		}
	}
}

// Len returns how many texts there are.
func (l *Library) Len() int { return len(l.files) }

// Find implements validate.Texts: it looks for the source's hash, its id, its address, the
// identifier in either, and the hash of the address.
func (l *Library) Find(s *fact.Source) string {
	if n, ok := l.byKey[s.URI]; ok {
		return l.files[n].shown
	}
	for _, key := range keysOf(s) {
		if n, ok := l.byKey[key]; ok {
			return l.files[n].shown
		}
	}
	return ""
}

// Read implements validate.Texts.
func (l *Library) Read(_ context.Context, name string) (*ground.Document, error) {
	n, ok := l.known[name]
	if !ok {
		return nil, fmt.Errorf("there is no text %s", name)
	}
	r, err := l.open(n)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	most := l.MaxSize
	if most <= 0 {
		most = DefaultMaxSize
	}
	content, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read the text: %w", err)
	}
	if int64(len(content)) > most {
		return nil, fmt.Errorf("the text is longer than %d MiB", most>>20)
	}
	sum := sha256.Sum256(content)
	reading, err := l.read(l.files[n].name, content)
	if err != nil {
		return nil, err
	}
	return &ground.Document{Reading: reading, Path: name, Hash: hex.EncodeToString(sum[:])}, nil
}

// unpacked is a file of which what was compressed is read.
type unpacked struct {
	io.Reader
	io.Closer
}

func (l *Library) open(n int) (io.ReadCloser, error) {
	f := l.files[n]
	packed, err := f.fsys.Open(f.name)
	if err != nil {
		return nil, fmt.Errorf("cannot open the text: %w", err)
	}
	r, err := unpack.Open(packed)
	if err != nil {
		packed.Close()
		return nil, err
	}
	return unpacked{r, packed}, nil
}
