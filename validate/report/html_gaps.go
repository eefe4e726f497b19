package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/validate"
)

// htmlGaps is where the gaps of works are: by year, by venue and by source.
type htmlGaps struct {
	Years           []htmlYear
	First, Last     string // of Years
	Most, Width     int    // gaps of the highest column; of all columns, each 10 wide
	Said            string // what the plot of Years shows, in words
	Venues, Sources htmlGapList
}

// htmlGapList is what has the most gaps.
type htmlGapList struct {
	Rows    []htmlShare
	Unnamed string // how many gaps are of works that have none of what is listed; "" if there are none
}

// htmlYear is a column of the plot of years, of a height in percent.
type htmlYear struct {
	X, Height, Top int
	Label          string
}

const (
	// htmlGapRows is how many venues, and how many sources, are listed.
	htmlGapRows = 8
	// htmlYears is how many columns the plot of years has at most.
	htmlYears = 40
)

// gapCount is how many gaps how many works have.
type gapCount struct{ gaps, works int }

// gapCounts are those of works that have something in common, by its name.
type gapCounts map[string]*gapCount

func (c gapCounts) add(name string, gaps int) {
	if c[name] == nil {
		c[name] = new(gapCount)
	}
	c[name].gaps += gaps
	c[name].works++
}

// newHTMLGaps counts the gaps of all works. It is nil where fewer than two works have
// any: the table of works shows those.
func newHTMLGaps(r *run) (*htmlGaps, error) {
	years, venues, sources := gapCounts{}, gapCounts{}, gapCounts{}
	incomplete := 0
	for named, err := range r.works() {
		if err != nil {
			return nil, err
		}
		work := &named.work.Reference
		gaps := len(validate.Gaps(work))
		if gaps > 0 {
			incomplete++
		}
		years.add(cellText(ref.StatedOrDerived(work, ref.FieldYear)), gaps)
		venues.add(cellText(cmp.Or(ref.StatedOrDerived(work, "venue"), ref.StatedOrDerived(work, ref.FieldContainer))), gaps)
		sources.add(cellText(named.by.Source), gaps)
	}
	if incomplete < 2 {
		return nil, nil
	}
	g := &htmlGaps{Venues: venues.most("venue"), Sources: sources.most("source")}
	g.plot(years)
	return g, nil
}

// most lists what has the most gaps. What it is works may be without.
func (c gapCounts) most(what string) (list htmlGapList) {
	if unnamed := c[""]; unnamed != nil && unnamed.gaps > 0 {
		list.Unnamed = fmt.Sprintf("%s of %s without a %s", count(unnamed.gaps, "gap"), count(unnamed.works, "work"), what)
	}
	delete(c, "")
	names := slices.SortedFunc(maps.Keys(c), func(a, b string) int {
		return cmp.Or(c[b].gaps-c[a].gaps, strings.Compare(a, b))
	})
	for _, name := range names[:min(len(names), htmlGapRows)] {
		if gaps := c[name].gaps; gaps > 0 {
			list.Rows = append(list.Rows, htmlShare{Name: name, Count: gaps, Width: max(1, percent(gaps, c[names[0]].gaps))})
		}
	}
	return list
}

// plot makes the columns of the years that works have, of several years each where they
// are many.
func (g *htmlGaps) plot(counts gapCounts) {
	byYear := map[int]*gapCount{}
	for name, count := range counts {
		if year, err := strconv.Atoi(name); err == nil && year > 0 {
			byYear[year] = count
		}
	}
	if len(byYear) < 2 {
		return // no course of anything
	}
	years := slices.Sorted(maps.Keys(byYear))
	first, last := years[0], years[len(years)-1]
	var step int // years of a column
	for _, step = range []int{1, 2, 5, 10, 20, 50, 100} {
		if last/step-first/step < htmlYears {
			break
		}
	}
	columns := make([]gapCount, last/step-first/step+1)
	for _, year := range years {
		column := &columns[year/step-first/step]
		column.gaps += byYear[year].gaps
		column.works += byYear[year].works
		g.Most = max(g.Most, column.gaps)
	}
	var said []string
	for i, column := range columns {
		from := (first/step + i) * step
		name := strconv.Itoa(from)
		if step > 1 {
			name = fmt.Sprintf("%d–%d", from, from+step-1)
		}
		if column.works == 0 {
			continue
		}
		label := fmt.Sprintf("%s: %s of %s", name, count(column.gaps, "gap"), count(column.works, "work"))
		said = append(said, label)
		height := percent(column.gaps, g.Most)
		g.Years = append(g.Years, htmlYear{X: i * 10, Height: height, Top: 100 - height, Label: label})
	}
	g.First, g.Last, g.Width = strconv.Itoa(first), strconv.Itoa(last), 10*len(columns)
	g.Said = strings.Join(said, "; ")
}
