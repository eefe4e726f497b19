package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/bib"
)

func TestKeepKeys(t *testing.T) {
	named := func(title, volume string) Reference {
		return Reference{Type: Article, Title: title, Authors: []Name{{Family: "Li"}}, Year: "2023", Container: "Journal of Carts", Volume: volume}
	}
	entry := func(key string) string {
		return "@article{" + key + ", author = {Li}, title = {Synthetic data}, journal = {Journal of Carts}, year = 2023}\n"
	}
	for _, test := range []struct {
		name, earlier string
		references    []Reference
		want          []string
	}{
		{"none", "", []Reference{named("Synthetic data", ""), named("Synthetic rope", "")}, []string{"li2023synthetic", "li2023syntheticrope"}},
		{"one", entry("Mine"), []Reference{named("Synthetic rope", ""), named("Synthetic data", "")}, []string{"li2023synthetic", "Mine"}},
		{"a key that another would have", entry("li2023synthetic"), []Reference{named("Synthetic rope", ""), named("Synthetic data", "")}, []string{"li2023syntheticrope", "li2023synthetic"}},
		{"two entries of a work", entry("first") + entry("second"), []Reference{named("Synthetic data", "")}, []string{"first"}},
		{"a key twice", entry("K") + "@book{k, title = {Looms}, author = {Roe}, year = 1990}\n", []Reference{
			named("Synthetic data", ""), {Type: Book, Title: "Looms", Authors: []Name{{Family: "Roe"}}, Year: "1990"}}, []string{"K", "roe1990looms"}},
		{"a key that BibTeX does not read", entry("li(2023"), []Reference{named("Synthetic data", "")}, []string{"li2023synthetic"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b Bibliography
			for i := range test.references {
				b.Add("f", &test.references[i])
			}
			b.KeepKeys(bib.Read("refs.bib", []byte(test.earlier)), nil)
			var got []string
			for _, w := range b.Works() {
				got = append(got, w.Key)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestKeepKeysOfEntries holds that an entry that is read keeps its key where an earlier
// bibliography has that of another work.
func TestKeepKeysOfEntries(t *testing.T) {
	file := bib.Read("mine.bib", []byte("@book{k, title = {Looms}, author = {Roe}, year = 1990}\n"))
	r, _ := BibReference(file, &file.Entries[0])
	var b Bibliography
	b.Add("k", &r)
	b.KeepKeys(bib.Read("refs.bib", []byte("@book{k, title = {Kilns}, author = {Lind}, year = 1970}\n")), nil)
	if got := b.Works()[0].Key; got != "k" {
		t.Errorf("the key is %s", got)
	}
}
