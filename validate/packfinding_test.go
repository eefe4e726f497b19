package validate

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate/internal/spill"
)

// someFindings are findings with every member set, with none, and with values
// that are long, negative or no UTF-8.
func someFindings() []Finding {
	return []Finding{
		{},
		{
			Rule: "a-rule", Severity: Warning, Message: "says \"so\"", Path: "facts.jsonl", Line: 1, Column: 2, EndLine: 300, EndColumn: 1 << 40,
			Pointer: "/content", Fact: "a1", Field: "year", Stated: "\xff\x00…", Known: "2019", Help: "look", Fingerprint: "0123456789abcdef",
			Related: []Related{{Path: "b", Line: 1, Column: 2, Fact: "c", Stated: "d"}, {}},
		},
		{Message: string(bytes.Repeat([]byte("long "), 10_000)), Line: -1},
	}
}

func someMentions() []mention {
	list := []mention{{}}
	for i, f := range someFindings() {
		list = append(list, mention{
			Mention: citation.Mention{Authors: []string{"Roe", ""}, EtAl: i > 0, Year: "2019a", Span: citation.Span{3, 400}, ArXiv: "1811.00001", DOI: "10.1234/felt", URL: "https://a.example"},
			Finding: f, Of: "a1", Ordinal: i, Named: []int{0, 70_000},
		})
	}
	return list
}

func TestWhatIsPackedComesBackAsItWas(t *testing.T) {
	for i, want := range someMentions() {
		var got mention
		p := &spill.Unpacker{Rest: string(packMention(nil, &want))}
		if unpackMention(p, &got); p.Broken || p.Rest != "" {
			t.Errorf("mention %d cannot be read whole", i)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("mention %d (-want +got):\n%s", i, diff)
		}
	}
}

// FuzzUnpack changes findings on their way: what is read is an error or findings
// that are written as they were read.
func FuzzUnpack(f *testing.F) {
	for _, m := range someMentions() {
		f.Add(packMention(nil, &m))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var m, again mention
		p := &spill.Unpacker{Rest: string(data)}
		if unpackMention(p, &m); p.Broken {
			return
		}
		unpackMention(&spill.Unpacker{Rest: string(packMention(nil, &m))}, &again)
		if diff := cmp.Diff(m, again); diff != "" {
			t.Errorf("(-read +read again):\n%s", diff)
		}
	})
}
