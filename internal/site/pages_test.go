package main

import (
	"html/template"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

// written writes what needs no building to a folder.
func written(t *testing.T) (root, folder string) {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	folder = t.TempDir()
	for _, step := range []func(root, to string) error{writeAssets, writePages} {
		if err := step(root, folder); err != nil {
			t.Fatal(err)
		}
	}
	return root, folder
}

var (
	attributes = regexp.MustCompile(` (?:href|src)="([^"]*)"`)
	ids        = regexp.MustCompile(` id="([^"]*)"`)
)

// TestLinksLeadSomewhere holds that what pages link to within the site is there.
func TestLinksLeadSomewhere(t *testing.T) {
	root, folder := written(t)
	pages := map[string]string{}
	for _, l := range documents() {
		text, err := os.ReadFile(filepath.Join(folder, l.File))
		if err != nil {
			t.Fatal(err)
		}
		pages[l.File] = string(text)
		if l.Title == "" || !strings.Contains(pages[l.File], "<title>"+l.Title) {
			t.Errorf("%s has not the title %q", l.File, l.Title)
		}
	}
	links := 0
	for name, page := range pages {
		for _, match := range attributes.FindAllStringSubmatch(page, -1) {
			to, err := url.Parse(strings.ReplaceAll(match[1], "&amp;", "&"))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if file, ok := strings.CutPrefix(to.String(), homepage+"/blob/main/"); ok {
				path, _, _ := strings.Cut(file, "#")
				if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(path))); err != nil {
					t.Errorf("%s links to %s of the project: %v", name, file, err)
				}
			}
			if to.IsAbs() || to.Path == "wasm_exec.js" { // which is written with the program
				continue
			}
			links++
			target := name
			if to.Path != "" {
				target = to.Path
			}
			if _, err := os.Stat(filepath.Join(folder, target)); err != nil {
				t.Errorf("%s links to %s: %v", name, match[1], err)
			}
			isPlace := to.Fragment != "" && pages[target] != "" && !strings.Contains(to.Fragment, "=")
			if isPlace && !slices.ContainsFunc(ids.FindAllStringSubmatch(pages[target], -1), func(id []string) bool { return id[1] == to.Fragment }) {
				t.Errorf("%s links to %s, which %s has not", name, match[1], target)
			}
		}
	}
	if links < 300 {
		t.Errorf("%d links are looked at", links)
	}
}

// TestRulesPage holds that each rule is there with its documentation and its examples, of which
// one that is one text can be tried.
func TestRulesPage(t *testing.T) {
	_, folder := written(t)
	text, err := os.ReadFile(filepath.Join(folder, "rules.html"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	families, err := familiesOf(validate.Rules())
	if err != nil {
		t.Fatal(err)
	}
	rules := 0
	names := map[string]bool{}
	for _, f := range families {
		if names[f.Name] || f.ID == "" || strings.ToUpper(f.Name[:1]) != f.Name[:1] || !strings.Contains(page, `id="`+f.ID+`"`) {
			t.Errorf("the family %q is there twice, or has no place %q", f.Name, f.ID)
		}
		names[f.Name] = true
		for _, r := range f.Rules {
			rules++
			if !strings.Contains(page, `id="`+r.ID+`"`) || !strings.Contains(page, string(r.Doc)) || r.Doc == "" {
				t.Errorf("%s is not there as it is", r.ID)
			}
			for i, e := range r.Examples {
				isFine := strings.HasPrefix(e.Heading, "Fine: ")
				if isFine != (i >= len(r.Bad)) || !isFine && !strings.Contains(e.Heading, r.Bad[i].Name) {
					t.Errorf("example %d of %s is headed %q", i, r.ID, e.Heading)
				}
			}
			if len(r.Examples) != len(r.Bad)+len(r.Good) {
				t.Errorf("%s has %d examples, want %d", r.ID, len(r.Examples), len(r.Bad)+len(r.Good))
			}
		}
	}
	if want := len(validate.Rules()); rules != want {
		t.Errorf("%d rules are there, want %d", rules, want)
	}
}

func TestHTMLOfDocuments(t *testing.T) {
	for markdown, want := range map[string]template.HTML{
		"# A title\n\nSee [this](input.md#forms), [that](https://a.example), [here](#a-title).": "<h1 id=\"a-title\">A title</h1>\n<p>See <a href=\"input.html#forms\">this</a>, <a href=\"https://a.example\">that</a>, <a href=\"#a-title\">here</a>.</p>\n",
		"[a](../README.md) [b](../cmd/factcite/main.go)":                                        "<p><a href=\"" + homepage + "/blob/main/README.md\">a</a> <a href=\"" + homepage + "/blob/main/cmd/factcite/main.go\">b</a></p>\n",
		"<script>alert(1)</script>":                                                             "<!-- raw HTML omitted -->\n",
		"    code":                                                                              "<pre tabindex=\"0\"><code>code\n</code></pre>\n",
		"| | b |\n|---|---|\n| c | d |\n\n| e |\n|---|\n| f |": "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table 1\"><table>\n<thead>\n<tr>\n<td></td>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table></div>\n" +
			"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table 2\"><table>\n<thead>\n<tr>\n<th>e</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>f</td>\n</tr>\n</tbody>\n</table></div>\n",
	} {
		got, err := htmlOf([]byte(markdown))
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%q, %v (-want +got):\n%s", markdown, err, diff)
		}
	}
}

func TestExamplesOfRules(t *testing.T) {
	one := validate.Example{Name: "a.txt", Text: "Felt & oak"}
	for _, test := range []struct {
		examples []validate.Example
		want     string
	}{
		{[]validate.Example{one}, "index.html#name=a.txt&text=Felt+%26+oak"},
		{[]validate.Example{one, one}, ""},
		{nil, ""},
		{[]validate.Example{{Name: "a.txt", Text: strings.Repeat("a", longestTried)}}, "index.html#name=a.txt&text=" + strings.Repeat("a", longestTried)},
		{[]validate.Example{{Name: "a.txt", Text: strings.Repeat("a", longestTried+1)}}, ""},
		{[]validate.Example{{Name: "a.txt", Text: "\xff"}}, ""},
	} {
		if got := tryOf(test.examples); got != test.want {
			t.Errorf("%.60q are tried at %.60q, want %.60q", test.examples, got, test.want)
		}
	}
	for want, e := range map[string]validate.Example{
		"Reported: a.txt, at 1:2":               {Name: "a.txt", At: "1:2"},
		"Read along: a.txt":                     {Name: "a.txt"},
		"Checked against " + validate.OwnSchema: {Name: validate.OwnSchema},
	} {
		if got := heading(e); got != want {
			t.Errorf("%+v is headed %q, want %q", e, got, want)
		}
	}
	if got := valid("Gr\xf6\xdfe"); got != "Gr\uFFFDe" {
		t.Errorf("what is not UTF-8 is shown as %q", got)
	}
}

// TestServer holds what is sent of a folder, and to whom compressed.
func TestServer(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"index.html": "page", "a.css": "plain", "a.css.gz": "gzip", "b.js": "plain", "b.js.br": "brotli", "b.js.gz": "gzip"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	server := newServer(folder)
	for _, test := range []struct{ path, accepted, body, encoding, kind string }{
		{"/", "", "page", "", "text/html"},
		{"/a.css", "", "plain", "", "text/css"},
		{"/a.css", "br, gzip", "gzip", "gzip", "text/css"},
		{"/b.js", "gzip, br", "brotli", "br", "text/javascript"},
		{"/b.js", "gzip", "gzip", "gzip", "text/javascript"},
		{"/b.js", "deflate", "plain", "", "text/javascript"},
		{"/none.js", "gzip", "404 page not found\n", "", "text/plain"},
		{"/../site_test.go", "", "404 page not found\n", "", "text/plain"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.Path = test.path
		r.Header.Set("Accept-Encoding", test.accepted)
		w := httptest.NewRecorder()
		server.ServeHTTP(w, r)
		kind, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";")
		got := []string{w.Body.String(), w.Header().Get("Content-Encoding"), kind}
		if diff := cmp.Diff([]string{test.body, test.encoding, test.kind}, got); diff != "" {
			t.Errorf("%s to who takes %q (-want +got):\n%s", test.path, test.accepted, diff)
		}
		if (w.Header().Get("Vary") != "") != (test.encoding != "") || w.Header().Get("Content-Security-Policy") != policy || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s has the headers %v", test.path, w.Header())
		}
	}
}
