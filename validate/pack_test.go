package validate

import (
	"bufio"
	"bytes"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation"
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
	comesBack(t, packCodec(packFinding, unpackFinding), someFindings())
	comesBack(t, packCodec(packMention, unpackMention), someMentions())
}

func comesBack[T any](t *testing.T, c codec[T], values []T) {
	t.Helper()
	var file bytes.Buffer
	w := bufio.NewWriter(&file)
	encode := c.encoder(w)
	for i := range values {
		if err := encode(&values[i]); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	whole := file.Len()
	decode := c.decoder(bufio.NewReader(bytes.NewReader(file.Bytes())))
	for i := range values {
		var got T
		if err := decode(&got); err != nil {
			t.Fatalf("value %d: %v", i, err)
		}
		if diff := cmp.Diff(values[i], got); diff != "" {
			t.Errorf("value %d (-want +got):\n%s", i, diff)
		}
	}
	var none T
	if err := decode(&none); err != io.EOF {
		t.Errorf("after the last value: %v, want EOF", err)
	}
	decode = c.decoder(bufio.NewReader(bytes.NewReader(file.Bytes()[:whole-1])))
	var err error
	for range values {
		err = decode(&none)
	}
	if err == nil || err == io.EOF {
		t.Errorf("a file without its last byte: %v, want an error", err)
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
		p := &unpacker{rest: string(data)}
		if unpackMention(p, &m); p.broken {
			return
		}
		unpackMention(&unpacker{rest: string(packMention(nil, &m))}, &again)
		if diff := cmp.Diff(m, again); diff != "" {
			t.Errorf("(-read +read again):\n%s", diff)
		}
	})
}
