package finding

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

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
			Related:  []Related{{Path: "b", Line: 1, Column: 2, Fact: "c", Stated: "d"}, {}},
			Passage:  &Passage{Path: "text.txt", Pointer: "/sources/0", Span: [2]int{3, 400}, Page: 2, Text: "felt", Marks: [][2]int{{0, 1}, {2, 4}}},
			Sentence: &Marked{Text: "felt rims", Marks: [][2]int{{5, 9}}},
		},
		{Message: string(bytes.Repeat([]byte("long "), 10_000)), Line: -1},
	}
}

func TestWhatIsPackedComesBackAsItWas(t *testing.T) {
	for i, want := range someFindings() {
		packed := Pack(nil, &want)
		var got Finding
		p := &spill.Unpacker{Rest: string(packed)}
		if Unpack(p, &got); p.Broken || p.Rest != "" {
			t.Errorf("finding %d cannot be read whole", i)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("finding %d (-want +got):\n%s", i, diff)
		}
		if path := string(PathOf(packed)); path != want.Path {
			t.Errorf("finding %d has the path %q, want %q", i, path, want.Path)
		}
		counted := Finding{Rule: want.Rule, Severity: want.Severity, Message: want.Message, Path: want.Path}
		if diff := cmp.Diff(counted, UnpackRule(string(packed))); diff != "" {
			t.Errorf("finding %d as it is counted (-want +got):\n%s", i, diff)
		}
	}
}

// FuzzUnpack changes findings on their way: what is read is an error or findings
// that are written as they were read.
func FuzzUnpack(f *testing.F) {
	for _, one := range someFindings() {
		f.Add(Pack(nil, &one))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var read, again Finding
		p := &spill.Unpacker{Rest: string(data)}
		if Unpack(p, &read); p.Broken {
			return
		}
		Unpack(&spill.Unpacker{Rest: string(Pack(nil, &read))}, &again)
		if diff := cmp.Diff(read, again); diff != "" {
			t.Errorf("(-read +read again):\n%s", diff)
		}
	})
}
