// Package dblp invents records in the form of dblp.xml that look like those of
// the real one: titles of words as frequent as words are, people and venues that
// come again, DOIs and arXiv IDs, and nothing that exists.
package dblp

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strings"
)

// Record is one invented record.
type Record struct {
	Kind       string // article, inproceedings
	Key, Title string
	Authors    []string
	Venue      string
	Year       int
	Volume     string
	Pages      string
	DOI, ArXiv string // one of them, or none
}

// New invents record number i: the same for the same seed and number.
func New(seed uint64, i int) Record {
	in := inventor{rand.New(rand.NewPCG(seed, uint64(i)))}
	r := Record{Kind: "inproceedings", Title: in.title()}
	for range 1 + in.size(3) {
		r.Authors = append(r.Authors, in.person())
	}
	r.Year = 2025 - int(35*math.Pow(in.Float64(), 1.7))
	venue := in.rank(4000)
	short := strings.ToLower(acronym(venue))
	r.Venue = acronym(venue)
	suffix := fmt.Sprintf("%s%s%02d-%d", in.consonant(), in.consonant(), r.Year%100, i)
	switch kind := in.Float64(); {
	case kind < 0.15:
		r.Kind, r.Venue = "article", "CoRR"
		r.ArXiv = fmt.Sprintf("%02d%02d.%05d", r.Year%100, 1+in.IntN(12), in.IntN(100_000))
		r.Volume = "abs/" + r.ArXiv
		r.Key = "journals/corr/abs-" + strings.ReplaceAll(r.ArXiv, ".", "-") + "-" + fmt.Sprint(i)
	case kind < 0.5:
		r.Kind, r.Venue = "article", capital(word(venue))+" J. "+capital(word(venue+7))
		r.Volume = fmt.Sprint(r.Year - 1980)
		r.Key = "journals/" + short + "/" + suffix
	default:
		r.Key = "conf/" + short + "/" + suffix
	}
	if r.ArXiv == "" && in.Float64() < 0.8 {
		r.DOI = fmt.Sprintf("10.%d/%s.%d.%d", 1000+in.IntN(9000), strings.ToUpper(short), r.Year, 1_000_000+i)
	}
	if first := 1 + in.IntN(1500); r.ArXiv == "" && in.Float64() < 0.9 {
		r.Pages = fmt.Sprintf("%d-%d", first, first+4+in.IntN(20))
	}
	return r
}

// Write writes so many records as one dblp.xml.
func Write(to io.Writer, seed uint64, count int) error {
	w := bufio.NewWriterSize(to, 1<<18)
	fmt.Fprint(w, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE dblp SYSTEM \"dblp.dtd\">\n<dblp>\n")
	for i := range count {
		New(seed, i).write(w)
	}
	fmt.Fprint(w, "</dblp>\n")
	return w.Flush()
}

func (r Record) write(w io.Writer) {
	fmt.Fprintf(w, "<%s mdate=\"%d-%02d-%02d\" key=\"%s\">\n", r.Kind, r.Year+1, 1+len(r.Title)%12, 1+len(r.Key)%28, r.Key)
	for _, author := range r.Authors {
		fmt.Fprintf(w, "<author>%s</author>\n", author)
	}
	fmt.Fprintf(w, "<title>%s.</title>\n", r.Title)
	if r.Pages != "" {
		fmt.Fprintf(w, "<pages>%s</pages>\n", r.Pages)
	}
	fmt.Fprintf(w, "<year>%d</year>\n", r.Year)
	if r.Volume != "" {
		fmt.Fprintf(w, "<volume>%s</volume>\n", r.Volume)
	}
	element := "booktitle"
	if r.Kind == "article" {
		element = "journal"
	}
	fmt.Fprintf(w, "<%s>%s</%s>\n", element, r.Venue, element)
	switch {
	case r.ArXiv != "":
		fmt.Fprintf(w, "<ee type=\"oa\">https://doi.org/10.48550/arXiv.%s</ee>\n", r.ArXiv)
	case r.DOI != "":
		fmt.Fprintf(w, "<ee>https://doi.org/%s</ee>\n", r.DOI)
	}
	fmt.Fprintf(w, "<url>db/%s.html</url>\n</%s>\n", r.Key, r.Kind)
}

// inventor draws what it invents from one stream of random numbers.
type inventor struct{ *rand.Rand }

// rank draws a number below n by the law of Zipf and Mandelbrot: the lower, the
// more often, but the lowest hardly more often than the next ones.
func (in inventor) rank(n int) int {
	const flat = 20
	return min(int(flat*math.Exp(in.Float64()*math.Log(float64(n+flat)/flat)))-flat, n-1)
}

// size draws a small number around a mean.
func (in inventor) size(mean float64) int {
	return min(int(in.ExpFloat64()*mean), 30)
}

var small = [...]string{"of", "for", "a", "the", "in", "and", "with", "on", "using", "from", "by", "to", "an", "via", "under"}

// title draws a title: a word in three is a small one, one in thirty hardly occurs
// elsewhere, and a title in three has a sub-title.
func (in inventor) title() string {
	words := 5 + in.IntN(7) + in.size(2)
	colon := -1
	if in.Float64() < 0.35 {
		colon = in.IntN(min(words-2, 5))
	}
	var b strings.Builder
	wasSmall := true
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		last := i == words-1 || i == colon
		if !wasSmall && !last && in.Float64() < 0.5 {
			b.WriteString(small[in.rank(len(small))])
			wasSmall = true
			continue
		}
		wasSmall = false
		number := in.rank(100_000)
		if in.Float64() < 1.0/30 {
			number = 100_000 + in.IntN(2_000_000)
		}
		b.WriteString(capital(word(number)))
		if i == colon {
			b.WriteByte(':')
			wasSmall = true
		}
	}
	return b.String()
}

// person draws a name; given names and family names come again and again.
func (in inventor) person() string {
	name := capital(word(200_000 + in.rank(3000)))
	if in.Float64() < 0.3 {
		name += " " + string(rune('A'+in.IntN(26))) + "."
	}
	return name + " " + capital(word(300_000+in.rank(150_000)))
}

var (
	onsets  = [...]string{"b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "pr", "qu", "r", "s", "sh", "st", "t", "tr", "v", "w", "z", "sk"}
	vowels  = [...]string{"a", "e", "i", "o", "u", "ai", "ea", "ou", "io", "y"}
	codas   = [...]string{"n", "r", "s", "l", "m", "t", "ck", "nd", "x", "p"}
	endings = [...]string{"", "ing", "ed", "ation", "ic", "al", "ment", "s", "er", "ity"}
)

func (in inventor) consonant() string { return strings.ToUpper(onsets[in.IntN(len(onsets))][:1]) }

// word returns word number n.
func word(n int) string {
	var b strings.Builder
	ending := endings[n%len(endings)]
	for n /= len(endings); ; n -= 1 {
		b.WriteString(onsets[n%len(onsets)])
		n /= len(onsets)
		b.WriteString(vowels[n%len(vowels)])
		n /= len(vowels)
		b.WriteString(codas[n%len(codas)])
		if n /= len(codas); n == 0 {
			break
		}
	}
	b.WriteString(ending)
	return b.String()
}

// acronym returns the short name of venue number n.
func acronym(n int) string { return strings.ToUpper(word(10*n + 70_000)) }

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
