package mentions

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/spill"
)

// someMentions are mentions with every member set, with none, and with findings that are
// long, negative or no UTF-8.
func someMentions() []Mention {
	list := []Mention{{}}
	for i, f := range []finding.Finding{
		{},
		{Rule: "a-rule", Path: "facts.jsonl", Line: 1, EndColumn: 1 << 40, Fact: "a1", Stated: "\xff\x00…"},
		{Message: string(bytes.Repeat([]byte("long "), 10_000)), Line: -1},
	} {
		list = append(list, Mention{
			Mention: citation.Mention{Authors: []string{"Roe", ""}, EtAl: i > 0, Year: "2019a", Span: citation.Span{3, 400}, ArXiv: "1811.00001", DOI: "10.1234/felt", URL: "https://a.example"},
			Finding: f, Of: "a1", Ordinal: i, Named: []int{0, 70_000},
		})
	}
	return list
}

func TestAPackedMentionComesBackAsItWas(t *testing.T) {
	for i, want := range someMentions() {
		var got Mention
		p := &spill.Unpacker{Rest: string(Pack(nil, &want))}
		if Unpack(p, &got); p.Broken || p.Rest != "" {
			t.Errorf("mention %d cannot be read whole", i)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("mention %d (-want +got):\n%s", i, diff)
		}
	}
}

// FuzzUnpackMention changes mentions on their way: what is read is an error or mentions
// that are written as they were read.
func FuzzUnpackMention(f *testing.F) {
	for _, m := range someMentions() {
		f.Add(Pack(nil, &m))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var m, again Mention
		p := &spill.Unpacker{Rest: string(data)}
		if Unpack(p, &m); p.Broken {
			return
		}
		Unpack(&spill.Unpacker{Rest: string(Pack(nil, &m))}, &again)
		if diff := cmp.Diff(m, again); diff != "" {
			t.Errorf("(-read +read again):\n%s", diff)
		}
	})
}
