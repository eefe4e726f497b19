package texts_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/ground/texts"
)

// reading is what is read of a file of that name.
func reading(t *testing.T, name, content string) ground.Reading {
	t.Helper()
	var l texts.Library
	l.AddFile(fstest.MapFS{name: {Data: []byte(content)}}, name)
	d, err := l.Read(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return d.Reading
}

// TestMarkup holds what a reader sees of markup, and of which bytes: those that are read
// one after the other as they are, are one run.
func TestMarkup(t *testing.T) {
	for _, c := range []struct{ markup, text, runs string }{
		{"<p>felt</p><p>rims</p>", "felt\n\nrims\n\n", "felt||rims|"},
		{"<div><p>felt</p></div>rims", "felt\n\nrims", "felt||rims"},
		{"felt<br>rims<br/>oak", "felt\n\nrims\n\noak", "felt||rims||oak"},
		{"fe<b>lt</b> r<i>im</i>s", "felt rims", "fe|lt| r|im|s"},
		{"<head><title>Felt</title><meta name=a></head>rims", "Felt\n\nrims", "Felt||rims"},
		{"<svg><title>Felt</title></svg>rims", "rims", "rims"},
		{"felt<nav>a<nav>b</nav>c</nav>rims", "felt\n\nrims", "felt||rims"},
		{"felt<script/>rims", "felt\n\nrims", "felt||rims"},
		{"felt<footer>a</footer>rims<aside>b</aside>", "felt\n\nrims\n\n", "felt||rims|"},
		{"felt & hay & oak", "felt & hay & oak", "felt & hay & oak"},
		{"felt &amp; hay&nbsp;&#246;&lt", "felt & hay\u00A0ö&lt", "felt |&amp;| hay|&nbsp;|&#246;|&lt"},
		{"felt &&amp; oak &", "felt && oak &", "felt &|&amp;| oak &"},
		{"felt &unknown; &" + strings.Repeat("a", 40) + ";", "felt &unknown; &" + strings.Repeat("a", 40) + ";", "felt &unknown; &" + strings.Repeat("a", 40) + ";"},
		{"<i><![CDATA[a < b & c]]></i>", "a < b & c", "a < b & c"},
		// Superscripts that cite, and those that do not.
		{"felt<sup>1</sup> rims", "felt[1] rims", "felt|1| rims"},
		{"felt<sup> 1,&#8211;4a </sup>rims", "felt[1,–4a]rims", "felt| 1,&#8211;4a |rims"},
		{"felt<sup>*</sup>", "felt[*]", "felt|*"},
		{"in 2019<sup>3</sup>", "in 2019[3]", "in 2019|3"},
		{"end.<sup>3</sup>", "end.[3]", "end.|3"},
		{"<sup>1</sup>Roe", "1Roe", "1|Roe"},
		{"felt<sup></sup> rims", "felt rims", "felt| rims"},
		{"felt<sup> </sup>rims", "felt rims", "felt| |rims"},
		{"felt<sup>[1]</sup>", "felt[1]", "felt|[1]"},
		{"felt<sup>a</sup>", "felta", "felt|a"},
		{"felt<sup>1h</sup>", "felt1h", "felt|1h"},
		{"10<sup>3</sup>, 310<sup>3</sup>", "103, 3103", "10|3|, 310|3"},
		{"3 m<sup>2</sup>, km<sup>2</sup>", "3 m2, km2", "3 m|2|, km|2"},
		{"the rim<sup>2</sup>", "the rim[2]", "the rim|2"},
		{"felt<sup> </sup>1</sup>", "felt 1", "felt| |1"},
		{"felt</sup> 1", "felt 1", "felt| 1"},
	} {
		got := reading(t, "a.html", c.markup)
		var runs []string
		for _, r := range got.Runs {
			runs = append(runs, c.markup[r.Start:r.Start+r.Length])
		}
		if diff := cmp.Diff([]string{c.text, c.runs}, []string{got.Text, strings.Join(runs, "|")}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.markup, diff)
		}
	}
}
