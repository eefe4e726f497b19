package online

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path"
	"time"
)

// answerCache keeps answers in a folder, one file each: HOST/HASH, where the hash
// is the SHA-256 of the address. A file is one line of JSON, which says what was
// asked and when, and the body as it came. The answer to a question that was asked
// together with others has no body: its line says in which answer it is, and where.
type answerCache struct {
	folder *os.Root // nil keeps nothing
	maxAge time.Duration
}

// answerHeader is the first line of a file.
type answerHeader struct {
	URL     string    `json:"url"`
	Status  int       `json:"status"`
	Media   string    `json:"content_type"`
	Fetched time.Time `json:"fetched"`
	Bytes   int       `json:"bytes"` // of the body, so that a file that was cut is known
	Within  string    `json:"within,omitempty"`
	Places  []int     `json:"places,omitempty"`
}

// maxAnswerHeader bounds the first line.
const maxAnswerHeader = 64 << 10

// find returns what is kept for an address. The error is an [ErrOffline] if there
// is nothing, it is too old, or its file is damaged.
func (c *answerCache) find(address string) (*answer, error) {
	if c.folder == nil {
		return nil, fmt.Errorf("%w, of which there is none: %s", ErrOffline, address)
	}
	name := answerFile(address)
	file, err := c.folder.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s", ErrOffline, address)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrOffline, err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxAnswerHeader+maxAnswer))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrOffline, err)
	}
	a, err := readAnswer(text)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %s is damaged: %w; delete it", ErrOffline, name, err)
	case a.address != address:
		return nil, fmt.Errorf("%w: %s is damaged: it answers %q; delete it", ErrOffline, name, a.address)
	case c.maxAge > 0 && time.Since(a.fetched) > c.maxAge:
		return nil, fmt.Errorf("%w: what is kept for %s is of %s", ErrOffline, address, a.fetched.Format(time.DateOnly))
	}
	return a, nil
}

func readAnswer(text []byte) (*answer, error) {
	line, body, found := bytes.Cut(text, []byte{'\n'})
	if !found {
		return nil, errors.New("it has no body")
	}
	var header answerHeader
	if err := json.Unmarshal(line, &header); err != nil {
		return nil, fmt.Errorf("its first line cannot be read: %w", err)
	}
	if header.Status != http.StatusOK && header.Status != http.StatusNotFound {
		return nil, fmt.Errorf("status %d is no answer", header.Status)
	}
	if len(body) != header.Bytes {
		return nil, fmt.Errorf("it should have %d bytes behind its first line and has %d", header.Bytes, len(body))
	}
	return &answer{header.URL, header.Status, header.Media, header.Fetched, body, header.Within, header.Places}, nil
}

// keep writes an answer beside its place and renames it, so that a file is whole
// whatever happens.
func (c *answerCache) keep(a *answer) error {
	if c.folder == nil {
		return nil
	}
	var text bytes.Buffer
	header := json.NewEncoder(&text)
	header.SetEscapeHTML(false) // so that people can follow the address
	if err := header.Encode(answerHeader{a.address, a.status, a.media, a.fetched, len(a.body), a.within, a.places}); err != nil {
		return err
	}
	text.Write(a.body)
	name := answerFile(a.address)
	unfinished := fmt.Sprintf("%s.%016x.part", name, rand.Uint64())
	err := errors.Join(
		c.folder.MkdirAll(path.Dir(name), 0o755),
		c.folder.WriteFile(unfinished, text.Bytes(), 0o644),
	)
	if err == nil {
		err = c.folder.Rename(unfinished, name)
	}
	if err != nil {
		c.folder.Remove(unfinished)
		return fmt.Errorf("cannot keep the answer: %w", err)
	}
	return nil
}

// refer keeps where the answer to a question is within that to a batch.
func (c *answerCache) refer(address string, to *answer, places []int) error {
	if address == to.address {
		return nil
	}
	return c.keep(&answer{address: address, status: to.status, media: to.media, fetched: to.fetched, within: to.address, places: places})
}

// answerFile is the file of an address.
func answerFile(address string) string {
	folder := "other"
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		folder = u.Host
	}
	return fmt.Sprintf("%s/%x", folder, sha256.Sum256([]byte(address)))
}
