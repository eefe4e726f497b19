package fact

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/jsontext"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// checkRead checks what is true of every input of every form.
func checkRead(t *testing.T, form Form, data []byte) {
	t.Helper()
	items := readAll(t, bytes.NewReader(data), &Options{Form: form, MaxRecord: 1 << 16, MaxDepth: 64})
	if len(items) > len(data) {
		t.Fatalf("%d items in %d bytes", len(items), len(data))
	}
	data = unpacked(data)
	for _, it := range items {
		checkItem(t, data, it)
		if it.Record != nil {
			checkContent(t, data, it)
			checkLine(t, it)
		}
	}
}

func checkItem(t *testing.T, data []byte, it *Item) {
	t.Helper()
	if (it.Record == nil) != (it.JSON == nil) || it.Record == nil && len(it.Problems) == 0 {
		t.Fatalf("an item with record %v, JSON %q and problems %v", it.Record, it.JSON, it.Problems)
	}
	if it.JSON != nil && !json.Valid(it.JSON) {
		t.Fatalf("no JSON: %q", it.JSON)
	}
	checkPlace(t, data, it.Place)
	for i, p := range it.Problems {
		checkPlace(t, data, p.Place)
		if !slices.Contains([]string{"unreadable-record", "duplicate-member", "invalid-utf8", "count-mismatch", "dangling-link"}, p.Rule) || p.Message == "" {
			t.Fatalf("problem %+v", p)
		}
		if p.End != (Place{}) && p.End.Offset < p.Place.Offset {
			t.Fatalf("problem %+v ends before it starts", p)
		}
		if i > 0 && p.Place.Offset < it.Problems[i-1].Place.Offset {
			t.Fatalf("problems out of order: %+v", it.Problems)
		}
	}
	for _, pointer := range []string{"", "/id", "/fact_type", "/content", "/sources/0/title", "/sources/0/published_date", "/concepts/0/name", "/none", "x"} {
		from, to := it.Locate(pointer)
		checkPlace(t, data, from)
		checkPlace(t, data, to)
		if to.Offset < from.Offset {
			t.Fatalf("%q from %v to %v", pointer, from, to)
		}
	}
}

// checkPlace compares line and column with those counted the plain way.
func checkPlace(t *testing.T, data []byte, p Place) {
	t.Helper()
	if p.Offset < 0 || p.Offset > int64(len(data)) {
		t.Fatalf("%v is outside of the input of %d bytes", p, len(data))
	}
	want := Place{Path: p.Path, Line: 1, Column: 1, Offset: p.Offset, Pointer: p.Pointer}
	i := 0
	if bytes.HasPrefix(data, []byte(jsontext.ByteOrderMark)) {
		i = len(jsontext.ByteOrderMark)
	}
	for ; i < int(p.Offset); i++ {
		if utf8.RuneStart(data[i]) {
			want.Column++
		}
		if data[i] == '\n' || data[i] == '\r' && (i+1 == len(data) || data[i+1] != '\n') {
			want.Line++
			want.Column = 1
		}
	}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Fatalf("place in %q (-want +got):\n%s", data, diff)
	}
}

// checkContent locates every character of the content and reads it there.
func checkContent(t *testing.T, data []byte, it *Item) {
	t.Helper()
	content := it.Record.Content
	it.LocateContent(-1, len(content)+1)
	it.LocateContent(2, 1)
	const most = 400
	for i, r := range content[:min(len(content), most)] {
		if r == utf8.RuneError && i+3 > most {
			break // the cut at most is in the middle of it
		}
		from, to := it.LocateContent(i, i+utf8.RuneLen(r))
		checkPlace(t, data, from)
		checkPlace(t, data, to)
		if from == it.Place && len(it.content) == 0 && it.raw == nil {
			t.Fatalf("%q of %q is not located", r, content)
		}
		raw := data[from.Offset:to.Offset]
		if got := decodeAs(t, it.Form, raw); got != string(r) && (r != '\n' || it.raw != nil) {
			t.Fatalf("%q at %d of %q is located at %v to %v, where %q stands", r, i, content, from, to, raw)
		}
	}
}

// decodeAs reads a piece of the input with code that is not of this package.
func decodeAs(t *testing.T, form Form, raw []byte) string {
	t.Helper()
	switch form {
	case PageText:
		return string([]rune(string(raw)))
	case PageHTML:
		text := strings.ReplaceAll(strings.ReplaceAll(string(raw), "\r\n", "\n"), "\r", "\n")
		return string([]rune(html.UnescapeString(text)))
	}
	var text string
	if err := json.Unmarshal(slices.Concat([]byte{'"'}, raw, []byte{'"'}), &text); err != nil {
		t.Fatalf("%q is not the inside of a JSON string: %v", raw, err)
	}
	return text
}

// checkLine checks that the line of a record gives the same record.
func checkLine(t *testing.T, it *Item) {
	t.Helper()
	line := it.AppendLine(nil)
	if bytes.ContainsAny(line, "\r\n") || !json.Valid(line) {
		t.Fatalf("no line of JSON: %q", line)
	}
	again := readAll(t, bytes.NewReader(line), &Options{Form: Lines})
	if len(again) != 1 || again[0].Record == nil {
		t.Fatalf("the line %q is read as %v", line, lines(again))
	}
	if diff := cmp.Diff(it.Record, again[0].Record); diff != "" {
		t.Fatalf("the line %q gives another record (-before +after):\n%s", line, diff)
	}
	if next := again[0].AppendLine(nil); !bytes.Equal(line, next) {
		t.Fatalf("the line changes from %q to %q", line, next)
	}
	canonical := readAll(t, bytes.NewReader(it.Record.AppendJSON(nil)), &Options{Form: Lines})
	if len(canonical) != 1 || canonical[0].Record == nil {
		t.Fatalf("the record %q is not read", it.Record.AppendJSON(nil))
	}
	if diff := cmp.Diff(it.Record, canonical[0].Record); diff != "" {
		t.Fatalf("the canonical form gives another record (-before +after):\n%s", diff)
	}
}

func unpacked(data []byte) []byte {
	in, err := openInput(bytes.NewReader(data), "", blockSize)
	if err != nil {
		return data
	}
	start := in.at.Offset
	for in.more() {
	}
	return append([]byte(jsontext.ByteOrderMark[:start]), in.window()...)
}

func TestProperties(t *testing.T) {
	for _, test := range brokenInputs {
		if len(test.text) < 10_000 {
			t.Run(test.name, func(t *testing.T) { checkRead(t, test.form, []byte(test.text)) })
		}
	}
}

func fuzzRead(f *testing.F, forms ...Form) {
	for _, test := range brokenInputs {
		if len(test.text) < 10_000 && slices.Contains(forms, test.form) {
			f.Add([]byte(test.text))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.HasPrefix(data, []byte("\x1f\x8b")) {
			t.Skip("whether gzip is whole is not the reader's to judge")
		}
		checkRead(t, forms[0], data)
	})
}

func FuzzReadPage(f *testing.F)   { fuzzRead(f, PageText) }
func FuzzReadHTML(f *testing.F)   { fuzzRead(f, PageHTML) }
func FuzzReadLines(f *testing.F)  { fuzzRead(f, Lines) }
func FuzzReadJSON(f *testing.F)   { fuzzRead(f, JSON, Lines) }
func FuzzReadExport(f *testing.F) { fuzzRead(f, Export, JSON) }
func FuzzReadBundle(f *testing.F) { fuzzRead(f, Bundle, Export) }

// FuzzDetect reads input of whatever form it shows.
func FuzzDetect(f *testing.F) { fuzzRead(f, Auto, PageText, PageHTML, Lines, JSON, Export, Bundle) }
