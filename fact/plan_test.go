package fact

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A pageWriter writes random pages whose counts are true, and remembers what
// their facts say.
type pageWriter struct {
	random *rand.Rand
	text   strings.Builder
	want   []string // domain, type and content of each fact
}

func (w *pageWriter) one(of ...string) string { return of[w.random.IntN(len(of))] }

func (w *pageWriter) line(parts ...string) {
	w.text.WriteString(strings.Join(parts, "") + w.one("\n", "\n\n"))
}

func (w *pageWriter) page(continuation func() string) {
	groups := 1 + w.random.IntN(6)
	counts := make([]int, groups)
	total, most := 0, 6
	for i := range counts {
		counts[i] = 1 + w.random.IntN(most)
		most = counts[i]
		total += counts[i]
	}
	w.line(w.one("", "concept\n", "entity\n"), "felt-rim cart")
	w.line(w.one("Also known as: felt cart", "A cart is a cart.", "See Facts (7)"))
	w.line(fmt.Sprintf("Facts (%d)", total))
	w.line(w.one("", "Sources"))
	for i, count := range counts {
		domain := fmt.Sprintf("carts%d.example.org", i)
		w.line(w.one("", "On carts ", "See manual.pdf ", "From example.com to here "), domain,
			w.one("", " Carts Weekly", " Ana Roe · Carts Weekly", " Ana Roe, Bo Lim"), w.one("", " yesterday", " Mar 12, 2026", " 2026-03-12"), " ", facts(count))
		for range count {
			factType := w.one("claim", "reference", "code", "image", "measurement")
			content := w.one("The cart is quiet.", "12 carts roll on oak.", "'Felt' is a title.", "“Felt”, it says:", "Roe et al. (2024) found 3 facts.")
			for range w.random.IntN(3) {
				content += "\n" + continuation()
			}
			w.want = append(w.want, domain+" "+factType+" "+content)
			w.line(factType, content)
		}
	}
}

func (w *pageWriter) read(t *testing.T) (got []string, problems []Problem) {
	t.Helper()
	for _, it := range readAll(t, strings.NewReader(w.text.String()), &Options{Form: PageText}) {
		problems = append(problems, it.Problems...)
		if it.Record != nil {
			got = append(got, it.Record.Sources[0].Domain+" "+string(it.Record.Type)+" "+it.Record.Content)
		}
	}
	return got, problems
}

// TestPlainPages checks that a page on which nothing looks like what it is not
// is read as it was written.
func TestPlainPages(t *testing.T) {
	for seed := range uint64(500) {
		w := &pageWriter{random: rand.New(rand.NewPCG(seed, 1))}
		w.page(func() string {
			return w.one("It rolls on.", "claims of quiet", "  indented", "- 3 facts are known", "references")
		})
		got, problems := w.read(t)
		if diff := cmp.Diff(w.want, got); diff != "" || len(problems) > 0 {
			t.Fatalf("page %d: problems %v (-want +got):\n%s\n%s", seed, problems, diff, w.text.String())
		}
	}
}

// TestTrueCounts checks that a page whose counts are true is read with every
// count right, whatever its facts look like.
func TestTrueCounts(t *testing.T) {
	same, all := 0, 0
	for seed := range uint64(500) {
		w := &pageWriter{random: rand.New(rand.NewPCG(seed, 2))}
		w.page(func() string {
			return w.one("It rolls on.", "below.example.org 2 facts", "On felt felt.example.org 1 fact", "Unknown source 3 facts",
				"claimA line of a fact.", "codex", "quotes", "Facts (3)", "Sources")
		})
		got, problems := w.read(t)
		if len(problems) > 0 || len(got) != len(w.want) {
			t.Fatalf("page %d: %d facts of %d, problems %v\n%s", seed, len(got), len(w.want), problems, w.text.String())
		}
		for i := range got {
			if got[i] == w.want[i] {
				same++
			}
		}
		all += len(got)
	}
	// Counts cannot tell everything: of two lines that look like facts either
	// may be the one that is.
	if same*10 < all*8 {
		t.Errorf("only %d of %d facts are read as they were written", same, all)
	}
	t.Logf("%d of %d facts are read as they were written", same, all)
}
