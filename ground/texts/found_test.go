package texts_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/ground/texts"
)

// A line of a manifest that cannot be used is named, blank lines counted.
func TestManifestsThatAreWrong(t *testing.T) {
	for manifest, want := range map[string]string{
		"{\"uri\": \"https://a.org/1\", \"path\": \"1.txt\"}\n\n{\"uri\": \"https://a.org/2\"}\n": "m.jsonl:3: a text needs a path, and a uri or a content_hash",
		"{\"path\": \"1.txt\"}\n":                    "m.jsonl:1: a text needs a path, and a uri or a content_hash",
		"{\"uri\": \"u\", \"path\": \"../1.txt\"}\n": `m.jsonl:1: "../1.txt" is no path below the manifest`,
		"{\"uri\":\n": "m.jsonl:1: ",
		"uri,path\nhttps://a.org/1,1.txt\nhttps://a.org/2,\n": "m.jsonl:3: a text needs a path, and a uri or a content_hash",
		"{" + strings.Repeat(" ", 1<<20) + "}\n":              "cannot read the manifest m.jsonl: ",
		"":                                                    "cannot read the manifest m.jsonl: ",
		"uri,path\nfelt,\"1.txt\n":                            "cannot read the manifest m.jsonl: ",
	} {
		var l texts.Library
		err := l.AddManifest(strings.NewReader(manifest), "m.jsonl", fstest.MapFS{}, "m")
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", manifest, err, want)
		}
	}
}

// TestManifests holds that a text is found by the address or the hash that a manifest gives it.
func TestManifests(t *testing.T) {
	hash := strings.Repeat("ab", 32)
	fsys := fstest.MapFS{"b/1.txt": {Data: []byte("one")}, "2.txt": {Data: []byte("two")}}
	for _, manifest := range []string{
		`{"uri": "https://mills.example/a b", "path": "./b/1.txt"}` + "\n \n" + `{"content_hash": "sha256:` + hash + `", "path": "2.txt"}`,
		"content_hash, uri,path\n,https://mills.example/a b,./b/1.txt\nsha256:" + hash + ",,2.txt\n",
	} {
		var l texts.Library
		if err := l.AddManifest(strings.NewReader(manifest), "m", fsys, "t"); err != nil {
			t.Fatal(err)
		}
		got := []string{l.Find(&fact.Source{URI: "https://mills.example/a b"}), l.Find(&fact.Source{ContentHash: hash}), l.Find(&fact.Source{URI: "https://mills.example/a"})}
		if diff := cmp.Diff([]string{"t/b/1.txt", "t/2.txt", ""}, got); diff != "" || l.Len() != 2 {
			t.Errorf("%s: %d texts (-want +got):\n%s", manifest, l.Len(), diff)
		}
		if d, err := l.Read(t.Context(), "t/b/1.txt"); err != nil || d.Text != "one" {
			t.Errorf("%s: %+v, %v", manifest, d, err)
		}
	}
}

// The names under which reference caches keep a text.
func TestNamesOfIdentifiers(t *testing.T) {
	for uri, want := range map[string]string{
		"https://arxiv.org/abs/2402.10379v2":               "arXiv-2402.10379",
		"arXiv:2402.10379":                                 "arXiv-2402.10379",
		"https://doi.org/10.1000/X:1":                      "doi-10.1000_x_1",
		"doi:10.1000/x":                                    "doi-10.1000_x",
		"10.1000/x":                                        "doi-10.1000_x",
		"https://pubmed.ncbi.nlm.nih.gov/123/":             "PMID_123",
		"https://www.ncbi.nlm.nih.gov/pubmed/123":          "PMID_123",
		"PMID:123":                                         "PMID_123",
		"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC77/": "PMCID_PMC77 PMC77",
		"PMC77": "PMCID_PMC77 PMC77",
		"https://www.ncbi.nlm.nih.gov/books/NBK1/": "",
		"https://pubmed.ncbi.nlm.nih.gov/":         "",
		"https://doi.org/":                         "",
		"https://example.org/PMC77":                "",
		"https://example.org/10.1000/x":            "",
		"":                                         "",
	} {
		names := texts.Names(uri)
		if len(names) > 0 {
			if last := names[len(names)-1]; len(last) != len("uri-")+32 || !strings.HasPrefix(last, "uri-") {
				t.Errorf("%q: the last name is %q", uri, last)
			}
			names = names[:len(names)-1]
		}
		if diff := cmp.Diff(want, strings.Join(names, " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", uri, diff)
		}
	}
}

// Markup is known by the name or by how it begins, and front matter with a byte order mark,
// quotation marks and other ends of lines is front matter.
func TestKindsOfFiles(t *testing.T) {
	long := strings.Repeat("word ", 200)
	fsys := fstest.MapFS{}
	wants := map[string]string{}
	for name, file := range map[string][2]string{
		"a.htm":     {"<p>one</p>", "one\n\n"},
		"b.HTML":    {"<p>one</p>", "one\n\n"},
		"c.nxml":    {"<p>one</p>", "one\n\n"},
		"d.txt":     {"<p>one</p>", "<p>one</p>"},
		"e":         {" \n<!DOCTYPE HTML><p>one</p>", " \n\n\none\n\n"},
		"f.txt":     {long + "<html>", long + "<html>"},
		"PMID_9.md": {"\uFEFF---\nreference_id: \"PMID:5\"\npmid: '6'\ndoi: 10.1000/Q\n---\n# one\n", "# one\n"},
		"h.md":      {"---\r\ntitle: a\r\n...\r\n# two\r\n", "# two\r\n"},
		"i.md":      {"---\nno end", "---\nno end"},
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(file[0])}
		wants["t/"+name] = file[1]
	}
	var l texts.Library
	if err := l.AddFolder(fsys, "t"); err != nil {
		t.Fatal(err)
	}
	for name, want := range wants {
		d, err := l.Read(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, d.Text); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for _, uri := range []string{"PMID:9", "PMID:5", "PMID:6", "https://doi.org/10.1000/q"} {
		if got := l.Find(&fact.Source{URI: uri}); got != "t/PMID_9.md" {
			t.Errorf("the text of %s is %q", uri, got)
		}
	}
}
