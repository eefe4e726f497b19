package index

import (
	"math/rand/v2"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/generate/dblp"
)

const benchWorks = 50_000

func BenchmarkBuild(b *testing.B) {
	text := generated(b, 1, benchWorks)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		built(b, dumpOf("dblp.xml", text))
	}
	b.ReportMetric(float64(benchWorks*b.N)/b.Elapsed().Seconds(), "records/s")
}

func BenchmarkFind(b *testing.B) {
	x := opened(b, built(b, dumpOf("dblp.xml", generated(b, 1, benchWorks))))
	works := make([]dblp.Record, 1000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range works {
		works[i] = dblp.New(1, r.IntN(benchWorks))
	}
	for _, lookup := range []struct {
		name  string
		query func(work dblp.Record) *authority.Query
	}{
		{"Identifier", func(work dblp.Record) *authority.Query { return &authority.Query{DOI: work.DOI, ArXiv: work.ArXiv} }},
		{"Title", func(work dblp.Record) *authority.Query {
			return &authority.Query{Title: work.Title, Authors: []citation.Name{authorName(work.Authors[0])}}
		}},
		{"Typo", func(work dblp.Record) *authority.Query {
			return &authority.Query{Title: misspellings[1].write(r, work.Title), Authors: []citation.Name{authorName(work.Authors[0])}}
		}},
		{"Unknown", func(work dblp.Record) *authority.Query {
			return &authority.Query{Title: work.Title + " " + work.Venue + " " + work.Venue[1:]}
		}},
	} {
		queries := make([]*authority.Query, len(works))
		for i, work := range works {
			queries[i] = lookup.query(work)
		}
		b.Run(lookup.name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if _, err := x.Find(b.Context(), queries[i%len(queries)]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	path := built(b, dumpOf("dblp.xml", generated(b, 1, benchWorks)))
	for b.Loop() {
		x, err := Open(path)
		if err != nil {
			b.Fatal(err)
		}
		x.Close()
	}
}
