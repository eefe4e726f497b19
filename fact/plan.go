package fact

import (
	"bytes"
	"slices"
	"strings"
)

// A role is what a line below "Facts (N)" is.
type role int

const (
	isContinuation role = iota
	isFact
	isHeader
)

// A plan says which lines of a page are headers and facts. The counts of a page
// are its checksums: n facts follow a header, the n add up to N, and n never
// rises. Each line is what it looks like unless a checksum then fails.
type plan struct {
	groups []group
	facts  int // found
	stated int // sum of the counts of the headers
	exact  bool
	cost   int
}

type group struct {
	header int // line, or -1 for facts above the first header
	facts  []lineRange
	stray  []int // lines after the header that are no fact
}

type lineRange struct{ start, end int }

// makePlan finds the plan for the lines below "Facts (N)".
func makePlan(lines []pageLine, total int) plan {
	var headers []int
	for i := range lines {
		if lines[i].likely == isHeader {
			headers = append(headers, i)
		}
	}
	if p := followHeaders(lines, headers, total); p.exact {
		return p
	}
	if p := followHeaders(lines, cheapestHeaders(lines, total, trusting), total); p.exact {
		return p
	}
	return followHeaders(lines, cheapestHeaders(lines, total, doubting), total)
}

// followHeaders makes the plan in which just these lines are headers.
func followHeaders(lines []pageLine, headers []int, total int) plan {
	var p plan
	p.exact = true
	first := len(lines)
	if len(headers) > 0 {
		first = headers[0]
	}
	if g := readGroup(lines, -1, first, 0); len(g.facts) > 0 {
		p.groups = append(p.groups, g)
		p.exact = false
	}
	for i, h := range headers {
		end := len(lines)
		if i+1 < len(headers) {
			end = headers[i+1]
		}
		count := lines[h].header.count
		g := readGroup(lines, h, end, count)
		p.exact = p.exact && len(g.facts) == count && len(g.stray) == 0 && (i == 0 || count <= lines[headers[i-1]].header.count)
		p.stated += count
		p.groups = append(p.groups, g)
	}
	for _, g := range p.groups {
		p.facts += len(g.facts)
	}
	p.exact = p.exact && p.facts == total && p.stated == total
	if !p.exact {
		p.cost = 1 + abs(p.facts-total) + abs(p.stated-total)
	}
	return p
}

// readGroup reads the lines between a header and end as count facts if it can,
// else as what they look like.
func readGroup(lines []pageLine, header, end, count int) group {
	g := group{header: header}
	starts := factStarts(lines, header+1, end, count)
	if len(starts) == 0 {
		starts = append(starts, end)
	}
	if header >= 0 {
		for i := header + 1; i < starts[0]; i++ {
			g.stray = append(g.stray, i)
		}
	}
	for i, start := range starts {
		stop := end
		if i+1 < len(starts) {
			stop = starts[i+1]
		}
		if start < end {
			g.facts = append(g.facts, lineRange{start, stop})
		}
	}
	return g
}

// factStarts picks the lines at which facts start: count of them if that many
// lines can be facts, the likely ones first, else the likely ones. The line
// after a header continues nothing, and is a fact if it can be one.
func factStarts(lines []pageLine, from, end, count int) []int {
	var starts, others []int
	for i := from; i < end; i++ {
		switch {
		case lines[i].likely == isFact, i == from && count > 0 && lines[i].badge.factType != "":
			starts = append(starts, i)
		case lines[i].badge.factType != "":
			others = append(others, i)
		}
	}
	switch {
	case count == 0 || len(starts) == count || len(starts)+len(others) < count:
		return starts
	case len(starts) < count:
		starts = append(starts, others[:count-len(starts)]...)
		slices.Sort(starts)
		return starts
	}
	// Too many: the first line of a group starts a fact; of the others those
	// are dropped that the line before announces, then those whose line before
	// does not end a sentence, then the last.
	for _, continues := range []func([]byte) bool{announces, runsOn, always} {
		for i := len(starts) - 1; i > 0 && len(starts) > count; i-- {
			if continues(lines[starts[i]-1].text) {
				starts = slices.Delete(starts, i, i+1)
			}
		}
	}
	return starts
}

func announces(line []byte) bool { return strings.ContainsRune(":,;(", rune(line[len(line)-1])) }

// runsOn reports whether a line does not end as a sentence does, without its quotes.
func runsOn(line []byte) bool {
	line = bytes.TrimRight(line, `'")]`)
	return len(line) == 0 || !strings.ContainsRune(".!?", rune(line[len(line)-1]))
}

func always([]byte) bool { return true }

// weights are the costs of what a plan supposes.
type weights struct {
	skipped   int // a line that looks like a header is none
	announced int // the same, and the line before it does not end a sentence
	unlikely  int // another line is not what it looks like
	rising    int // a count is greater than the one before
	mismatch  int // a group has not as many facts as it states, or the page
}

var (
	// trusting looks for a plan that meets every count.
	trusting = weights{skipped: 2, announced: 1, unlikely: 1, rising: 1 << 16, mismatch: 1 << 16}
	// doubting is for pages whose counts lie or that were cut: a count counts
	// for less than a line that clearly is a header.
	doubting = weights{skipped: 25, announced: 12, unlikely: 8, rising: 10, mismatch: 20}
)

// cheapestHeaders chooses among the lines that can be headers, by dynamic
// programming over them and the sum of their counts: of the ways to reach a
// header with the same sum only the cheapest is followed.
func cheapestHeaders(lines []pageLine, total int, w weights) []int {
	t := tally(lines, w)
	if len(t.headers) == 0 {
		return nil
	}
	// Both bounds only matter for pages with thousands of lines like headers.
	ahead := min(max(1<<19/len(t.headers), 2), 64)
	sums := min(max(1<<19/len(t.headers)/ahead, 4), 32)

	ways := make([][]way, len(t.headers)+1)
	for i := 0; i < min(ahead, len(t.headers)); i++ {
		cost := t.skipped(-1, i) + t.likelyFacts(0, t.headers[i])*w.mismatch
		ways[i] = append(ways[i], way{cost: cost, from: -1})
	}
	for i := range t.headers {
		ways[i] = cheapest(ways[i], sums)
		for index, here := range ways[i] {
			count := lines[t.headers[i]].header.count
			for j := i + 1; j <= min(i+ahead, len(t.headers)); j++ {
				next := way{sum: here.sum + count, from: i, way: index}
				next.cost = here.cost + t.group(i, j)
				if j == len(t.headers) {
					if next.sum != total {
						next.cost += w.mismatch
					}
				} else if lines[t.headers[j]].header.count > count {
					next.cost += w.rising
				}
				ways[j] = append(ways[j], next)
			}
		}
	}
	last := cheapest(ways[len(t.headers)], 1)
	var chosen []int
	for w := last[0]; w.from >= 0; w = ways[w.from][w.way] {
		chosen = append(chosen, t.headers[w.from])
	}
	slices.Reverse(chosen)
	return chosen
}

// A way is how a header was reached: the sum of the counts before it, what was
// supposed, and the header before it.
type way struct{ sum, cost, from, way int }

// cheapest keeps the n cheapest ways, one a sum.
func cheapest(ways []way, n int) []way {
	slices.SortStableFunc(ways, func(a, b way) int { return a.cost - b.cost })
	kept := ways[:0]
	for _, w := range ways {
		if len(kept) < n && !slices.ContainsFunc(kept, func(k way) bool { return k.sum == w.sum }) {
			kept = append(kept, w)
		}
	}
	return kept
}

// tallies answer what the lines of a range cost, in constant time.
type tallies struct {
	weights weights
	lines   []pageLine
	headers []int // lines that can be headers
	skips   []int // cost of the likely headers before each line, if they are none
	facts   []int // likely facts before each line
	badges  []int // lines that can be facts before each line
}

func tally(lines []pageLine, w weights) *tallies {
	n := len(lines)
	t := &tallies{weights: w, lines: lines, skips: make([]int, n+1), facts: make([]int, n+1), badges: make([]int, n+1)}
	for i := range lines {
		l := &lines[i]
		if l.header != nil {
			t.headers = append(t.headers, i)
		}
		skip := 0
		if l.likely == isHeader {
			skip = w.skipped
			if i > 0 && runsOn(lines[i-1].text) && lines[i-1].likely != isHeader {
				skip = w.announced
			}
		}
		t.skips[i+1] = t.skips[i] + skip
		t.facts[i+1] = t.facts[i] + one(l.likely == isFact)
		t.badges[i+1] = t.badges[i] + one(l.badge.factType != "")
	}
	return t
}

// line returns the line of the header with this index; after the last is the end.
func (t *tallies) line(header int) int {
	switch {
	case header < 0:
		return -1
	case header == len(t.headers):
		return len(t.lines)
	}
	return t.headers[header]
}

func (t *tallies) likelyFacts(from, to int) int { return t.facts[to] - t.facts[from] }

// skipped returns the cost of likely headers between two that are none.
func (t *tallies) skipped(i, j int) int { return t.skips[t.line(j)] - t.skips[t.line(i)+1] }

// group returns the cost of the group between two headers.
func (t *tallies) group(i, j int) int {
	from, to := t.line(i)+1, t.line(j)
	count := t.lines[t.headers[i]].header.count
	cost := t.skipped(i, j)
	if t.lines[t.headers[i]].likely != isHeader {
		cost += t.weights.unlikely
	}
	likely, possible := t.likelyFacts(from, to), t.badges[to]-t.badges[from]
	if from < to && t.lines[from].likely != isFact && t.lines[from].badge.factType != "" {
		likely++
	}
	if possible < count || from == to || t.lines[from].badge.factType == "" {
		return cost + t.weights.mismatch + abs(count-likely)
	}
	return cost + t.weights.unlikely*abs(count-likely)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func abs(n int) int { return max(n, -n) }
