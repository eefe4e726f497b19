package citation

import (
	"fmt"
	"io"
	"testing"

	"github.com/factcite/factcite/internal/linear"
)

// A title that very many works share does not make Add slow.
func TestAddIsLinearOnHostileInput(t *testing.T) {
	tests := map[string]func(i int) Reference{
		"one title, other authors": func(i int) Reference {
			return Reference{Type: Article, Title: "Introduction to the matter of the town", Authors: []Name{{Family: fmt.Sprint("author", i)}}}
		},
		"one title, no authors, other years": func(i int) Reference {
			return Reference{Type: Article, Title: "Introduction to the matter of the town", Year: fmt.Sprint(1000 + 3*(i%2900))}
		},
		"one author and year": func(i int) Reference {
			return Reference{Type: Article, Title: fmt.Sprint("Title ", i), Authors: []Name{{Family: "Li"}}, Year: "2020"}
		},
		"one DOI, other titles": func(i int) Reference {
			return Reference{Type: Article, Title: fmt.Sprint("Title ", i), DOI: "10.5555/1", Year: "2020"}
		},
	}
	for name, reference := range tests {
		t.Run(name, func(t *testing.T) {
			linear.Check(t, 4000, func(size int) func() {
				return func() {
					b := new(Bibliography)
					for i := range size {
						r := reference(i)
						b.Add(fmt.Sprint(i), &r)
					}
					if err := b.Write(io.Discard, nil); err != nil {
						t.Fatal(err)
					}
				}
			})
		})
	}
}
