package texts_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/ground/texts"
)

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// page is an invented page, and pageText what a reader sees of it.
const page = `<!DOCTYPE html><html><head><title>On w&auml;ter</title><style>p{}</style><script>var p = "<p>no</p>";</script></head>
<body><nav><a href="/">Home</a></nav><h1>On w&#228;ter</h1><p>Wa<b>ter</b> boils at 100&nbsp;&deg;C.<sup>1,2</sup> A pool holds 310 m<sup>3</sup>&amp;more.</p>
<ul><li>one<li>two</ul><table><tr><td>a<td>b</table><footer>Imprint</footer></body></html>`

const pageText = "On wäter\n\nOn wäter\n\nWater boils at 100\u00A0°C.[1,2] A pool holds 310 m3&more.\n\n\n\none\n\ntwo\n\na\n\nb\n\n"

const article = `<?xml version="1.0"?><article><front><journal-meta><journal-id>J W</journal-id></journal-meta><article-meta>
<article-id>10.1/x</article-id><title-group><article-title>Wells &amp; <italic>springs</italic></article-title></title-group></article-meta></front>
<body><sec><title>Results</title><p>The well<xref ref-type="bibr" rid="b1"><sup>7</sup></xref> is deep.</p></sec></body></article>`

func TestReading(t *testing.T) {
	fsys := fstest.MapFS{
		"page.html":    {Data: []byte(page)},
		"article.xml":  {Data: []byte(article)},
		"note.md":      {Data: []byte("---\nreference_id: PMID:5\ncontent_type: abstract_only\n---\n# A *note*\n")},
		"plain.txt.gz": {Data: packed(t, "plain text")},
	}
	var l texts.Library
	if err := l.AddFolder(fsys, "cache"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"cache/page.html":    pageText,
		"cache/article.xml":  "Wells & springs\n\nResults\n\nThe well[7] is deep.\n\n",
		"cache/note.md":      "# A *note*\n",
		"cache/plain.txt.gz": "plain text",
	} {
		d, err := l.Read(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.TrimLeft(d.Text, "\n")
		if diff := cmp.Diff(squeeze(want), squeeze(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if d.Partial != (name == "cache/note.md") {
			t.Errorf("%s: partial is %v", name, d.Partial)
		}
		if len(d.Hash) != 64 {
			t.Errorf("%s: the hash is %q", name, d.Hash)
		}
	}
}

// squeeze makes runs of line ends one: how many there are does not matter.
func squeeze(s string) string {
	for strings.Contains(s, "\n\n") || strings.Contains(s, "\n \n") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\n\n", "\n"), "\n \n", "\n")
	}
	return s
}

func TestFind(t *testing.T) {
	hash := strings.Repeat("ab", 32)
	fsys := fstest.MapFS{}
	for _, name := range []string{
		"arXiv-2402.10379.txt", "doi-10.1000_x.y.md", "PMID_12.txt", "deep/PMC77.xml", hash + ".html", "src-9.txt", "src_.txt", "src0.txt", "src9.txt", "srca.txt", "srcz.txt",
		"uri-65e419cb6f0bc1ea216d2d7330b03b6b.txt.gz", ".hidden.txt",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte("text")}
	}
	fsys["uri-65e419cb6f0bc1ea216d2d7330b03b6b.txt.gz"].Data = packed(t, "text")
	fsys["x.md"] = &fstest.MapFile{Data: []byte("---\nreference_id: PMID:99\ndoi: 10.1000/Z\n---\ntext")}
	var l texts.Library
	if err := l.AddFolder(fsys, "t"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		source fact.Source
		want   string
	}{
		{fact.Source{URI: "https://arxiv.org/abs/2402.10379v3"}, "t/arXiv-2402.10379.txt"},
		{fact.Source{URI: "https://arxiv.org/pdf/2402.10379.pdf"}, "t/arXiv-2402.10379.txt"},
		{fact.Source{URI: "https://doi.org/10.1000/X.Y"}, "t/doi-10.1000_x.y.md"},
		{fact.Source{URI: "doi:10.1000/x.y"}, "t/doi-10.1000_x.y.md"},
		{fact.Source{URI: "https://pubmed.ncbi.nlm.nih.gov/12/"}, "t/PMID_12.txt"},
		{fact.Source{URI: "PMID:12"}, "t/PMID_12.txt"},
		{fact.Source{URI: "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC77/"}, "t/deep/PMC77.xml"},
		{fact.Source{URI: "PMID:99"}, "t/x.md"},
		{fact.Source{URI: "https://doi.org/10.1000/z"}, "t/x.md"},
		{fact.Source{ContentHash: "sha256-" + strings.ToUpper(hash)}, "t/" + hash + ".html"},
		{fact.Source{ID: "src-9", URI: "https://a.example.org"}, "t/src-9.txt"},
		{fact.Source{ID: "src?"}, "t/src_.txt"},
		{fact.Source{ID: "src0"}, "t/src0.txt"},
		{fact.Source{ID: "SRC9"}, "t/src9.txt"},
		{fact.Source{ID: "srca"}, "t/srca.txt"},
		{fact.Source{ID: "srcZ"}, "t/srcz.txt"},
		{fact.Source{URI: "https://arxiv.org/abs/9999.99999"}, ""},
		{fact.Source{Title: "A text"}, ""},
		{fact.Source{ID: ".hidden"}, ""},
	} {
		if got := l.Find(&c.source); got != c.want {
			t.Errorf("%+v: %q, want %q", c.source, got, c.want)
		}
	}
	for _, name := range texts.Names("https://mills.example.org/a b?c=d#e") {
		if strings.ContainsAny(name, "/:?#") {
			t.Errorf("%q is no name for a file", name)
		}
	}
}

func TestReadErrors(t *testing.T) {
	var l texts.Library
	if err := l.AddFolder(fstest.MapFS{"a.pdf": {Data: []byte("%PDF-1.4")}, "b.txt": {Data: []byte("a text")}}, "t"); err != nil {
		t.Fatal(err)
	}
	l.AddFile(fstest.MapFS{}, "gone.txt")
	l.MaxSize = 5
	for name, want := range map[string]string{
		"t/a.pdf": "longer than 0 MiB", "t/b.txt": "longer than 0 MiB", "t/c.txt": "there is no text t/c.txt",
		"gone.txt": "cannot open the text: open gone.txt: file does not exist",
	} {
		if _, err := l.Read(t.Context(), name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
	l.MaxSize = 0
	if _, err := l.Read(t.Context(), "t/a.pdf"); err == nil || !strings.Contains(err.Error(), "PDF") {
		t.Errorf("a PDF without a reader: %v", err)
	}
}

// FuzzMarkup holds that every quotation of what a reader sees leads to bytes of the page that
// are read as the same words.
func FuzzMarkup(f *testing.F) {
	f.Add(page)
	f.Add(article)
	f.Add("<p>a<sup>1</sup><sup>2</sup>&lt;b&gt; <![CDATA[x]]> &unknown; &#0; <sup>")
	f.Fuzz(func(t *testing.T, source string) {
		var l texts.Library
		if err := l.AddFolder(fstest.MapFS{"a.html": {Data: []byte(source)}}, "t"); err != nil {
			t.Fatal(err)
		}
		d, err := l.Read(t.Context(), "t/a.html")
		if err != nil {
			t.Fatal(err)
		}
		at, start := 0, 0
		for _, r := range d.Runs {
			if r.At < at || r.At > len(d.Text) || r.Start < start || r.Length < 0 || r.Start+r.Length > len(source) {
				t.Fatalf("run %+v after byte %d of the text and %d of the page", r, at, start)
			}
			at, start = r.At, r.Start
		}
		text := ground.NewText(d.Reading)
		words := strings.Fields(d.Text)
		if len(words) < 3 {
			return
		}
		words = words[:min(len(words), 12)]
		if place, ok := text.Has(strings.Join(words, " "), 0); ok && (place.From < 0 || place.From > place.To || place.To > len(source)) {
			t.Fatalf("place %+v in a page of %d bytes", place, len(source))
		}
	})
}
