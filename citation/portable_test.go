package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/factcite/factcite/citation/bib"
)

// TestPortableReferences holds that a reference that was packed is the reference that it was,
// that equal ones have equal bytes, and that what is cut short is read as far as it goes.
func TestPortableReferences(t *testing.T) {
	var all []Reference
	for _, l := range readLabelled(t, "testdata/sentences.jsonl") {
		all = append(all, Parse(l.Text).References...)
	}
	f := bib.Read("a.bib", []byte(`@article{roe, author={Ana van der Roe, Jr. and {Felt Society} and others}, editor={Bo Lind}, title={{F}elt \& rims}, journal={Journal of Carts}, year=2019, month=mar, volume=3, number=2, pages={1--9}, doi={10.5555/Rims}, eprint={1905.01234}, eprinttype={arxiv}, x-felt={quiet}}`))
	entry, _ := BibReference(f, &f.Entries[0])
	entry.Entry = nil // which is kept in its file
	all = append(all, entry, Reference{}, Reference{Type: Book, Title: "Felt\x00 \xff", Confidence: 0.7})
	equal := cmp.Options{cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(Reference{})}
	spans, derived := 0, 0
	for i := range all {
		packed := AppendReference([]byte("before"), &all[i])
		got, rest := ReadReference(string(packed[len("before"):]) + "after")
		if diff := cmp.Diff(all[i], got, equal); diff != "" || rest != "after" {
			t.Errorf("with %q after it (-want +got):\n%s", rest, diff)
		}
		copied := all[i]
		copied.Spans, copied.Derived = map[string]Span{}, map[string]Derived{}
		for name, span := range all[i].Spans {
			copied.Spans[name] = span
			spans++
		}
		for name, value := range all[i].Derived {
			copied.Derived[name] = value
			derived++
		}
		if again := AppendReference([]byte("before"), &copied); string(again) != string(packed) {
			t.Errorf("%+v has other bytes the second time", all[i])
		}
	}
	if spans == 0 || derived == 0 {
		t.Errorf("there are %d spans and %d derived values", spans, derived)
	}
	packed := AppendReference(nil, &entry)
	for n := range packed {
		ReadReference(string(packed[:n]))
	}
}
