package agent

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// material is what a call is about: a text, or files of the folders.
type material struct {
	Text  string   `json:"text,omitempty" jsonschema:"prose, a reference list, Markdown, LaTeX, fact records as JSON or JSON Lines, or a .bib; at most 1 MiB"`
	Paths []string `json:"paths,omitempty" jsonschema:"instead of text: files or folders that the server may read, as in facts/carts.jsonl"`
}

// read yields the material. Of more than maxInputs it yields the first, and says so.
func (s *server) read(ctx context.Context, m *material, cut *string) (iter.Seq2[validate.Input, error], error) {
	switch {
	case m.Text != "" && len(m.Paths) > 0:
		return nil, errors.New("text and paths are both given; pass one of them")
	case len(m.Text) > maxText:
		return nil, tooLong(len(m.Text))
	case strings.TrimSpace(m.Text) != "":
		form := input.FormOf("text", []byte(m.Text))
		if form == fact.Auto {
			form = document.Text
		}
		return bounded(s.reader().Read(form, "text", strings.NewReader(m.Text)), cut), nil
	case len(m.Paths) == 0:
		return nil, errors.New("neither text nor paths are given; pass one of them")
	}
	for _, path := range m.Paths {
		if err := s.folders.check(path); err != nil {
			return nil, err
		}
	}
	return bounded(s.reader().ReadFS(ctx, s.folders, m.Paths...), cut), nil
}

func (s *server) reader() *input.Reader { return input.NewReader(&input.Options{Pages: s.Pages}) }

func tooLong(size int) error {
	return fmt.Errorf("the text has %d bytes, and a call may send %d; send it in parts", size, maxText)
}

// check says why a path is not one of the folders'.
func (f folders) check(path string) error {
	first, _, _ := strings.Cut(path, "/")
	if _, ok := f[first]; !ok && len(f) == 0 {
		return fmt.Errorf("%q cannot be read: this server reads no files; pass the text", path)
	} else if !ok {
		return fmt.Errorf("%q cannot be read: a path begins with the name of a folder, which are: %s", path, strings.Join(f.names(), ", "))
	}
	file, err := f.Open(path)
	if err != nil {
		return fmt.Errorf("%q cannot be read: there is no such file or folder", path) // and no more of what is there
	}
	return file.Close()
}

func bounded(inputs iter.Seq2[validate.Input, error], cut *string) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		n := 0
		for in, err := range inputs {
			if n++; n > maxInputs {
				*cut = fmt.Sprintf("only the first %d facts and files were read; ask about fewer at a time", maxInputs)
				return
			}
			if !yield(in, err) {
				return
			}
		}
	}
}

// listing is how many items of an answer are listed.
type listing struct {
	Limit itemCount `json:"limit,omitempty" jsonschema:"how many items to list: 50 if it is not given, at most 200"`
}

// itemCount is from 1 to mostItems, which the schema of a call says.
type itemCount int

func (l listing) limit() int { return int(cmp.Or(l.Limit, maxItems)) }

// shortened cuts a list to a limit and says so. What was said before is kept.
func shortened[T any](list []T, limit int, noun string, cut *string) []T {
	return shortenedOf(list, limit, len(list), noun, cut)
}

// shortenedOf is shortened for a list that may lack some of all already.
func shortenedOf[T any](list []T, limit, all int, noun string, cut *string) []T {
	if all <= limit {
		return list
	}
	list = list[:min(limit, len(list))]
	*cut = strings.TrimPrefix(fmt.Sprintf("%s; %d of %d %s are listed", *cut, len(list), all, noun), "; ")
	return list
}
