package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/citation"
	"github.com/google/go-cmp/cmp"
)

// people are so many names that differ.
func people(n int) string {
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("Ilse|N%cb%c", 'a'+i%26, 'a'+i/26))
	}
	return strings.Join(names, "; ")
}

func TestNearlyTheSameAuthors(t *testing.T) {
	for _, test := range []struct {
		stated, known int
		want          bool
	}{{2, 3, true}, {3, 5, false}, {6, 8, true}, {7, 8, true}, {5, 7, false}, {9, 12, true}, {8, 12, false}, {12, 9, true}, {1, 2, true}, {1, 3, false}} {
		overlap := compare.Authors(compare.FoldAuthors(worktest.Names(people(test.stated)), true), compare.FoldAuthors(worktest.Names(people(test.known)), true))
		if overlap.Nearly != test.want || overlap.Shared != min(test.stated, test.known) || overlap.Agreement != compare.Differs || !overlap.Most {
			t.Errorf("%d of %d: %+v, want nearly %t", test.stated, test.known, overlap, test.want)
		}
	}
	if overlap := compare.Authors(compare.FoldAuthors(worktest.Names("A|Xu; B|Yi"), true), compare.FoldAuthors(worktest.Names("C|Zo; A|Xu"), true)); overlap.Nearly || !overlap.Most {
		t.Errorf("one less and another one more are nearly the same: %+v", overlap)
	}
}

// TestLongLists holds that a list whose end is not compared leaves open who else is on it.
func TestLongLists(t *testing.T) {
	for n, want := range map[int]compare.Agreement{compare.MostNames: compare.Differs, compare.MostNames + 1: compare.Agrees} {
		known := compare.FoldAuthors(worktest.Names(people(n)), true)
		if got := compare.Authors(compare.FoldAuthors(worktest.Names(people(1)+"; Max|Orr"), false), known).Agreement; got != want {
			t.Errorf("somebody who is none of %d people: %d, want %d", n, got, want)
		}
		if got := compare.Authors(known, compare.FoldAuthors(worktest.Names(people(compare.MostNames-1)), true)).Agreement; got != compare.Differs {
			t.Errorf("%d people and one less: %d", n, got)
		}
	}
}

func TestOtherNamesOfAuthors(t *testing.T) {
	known := compare.FoldAuthors(worktest.Names("Ilse|Straw; Lea|Pym; Max|Orr"), true).WithOther([]citation.Name{{Given: "Ilse", Family: "Nabe"}, {}})
	for stated, want := range map[string]compare.Agreement{
		"Ilse|Straw; Lea|Pym; Max|Orr": compare.Agrees, "Ilse|Nabe; Lea|Pym; Max|Orr": compare.Agrees, "I.|Nabe; Lea|Pym; Max|Orr": compare.Agrees,
		"Ilse|Quist; Lea|Pym; Max|Orr": compare.Differs, "Ilse|Nabe; Ilse|Straw; Max|Orr": compare.Differs, "Ilse|Straw; Lea|Nabe; Max|Orr": compare.Differs,
	} {
		if got := compare.Authors(compare.FoldAuthors(worktest.Names(stated), true), known).Agreement; got != want {
			t.Errorf("%s: %d, want %d", stated, got, want)
		}
		if got := compare.Authors(known, compare.FoldAuthors(worktest.Names(stated), true)).Agreement; got != want {
			t.Errorf("%s, known: %d, want %d", stated, got, want)
		}
	}
	// A name that is twice in a list counts once, and those after it keep their places.
	known = compare.FoldAuthors(worktest.Names("Ilse|Straw; Ilse|Straw; Max|Orr"), true).WithOther([]citation.Name{{}, {}, {Given: "Max", Family: "Nabe"}})
	if got := compare.Authors(compare.FoldAuthors(worktest.Names("Ilse|Straw; Max|Nabe"), true), known); got.Agreement != compare.Agrees {
		t.Errorf("%+v", got)
	}
}

func TestBodies(t *testing.T) {
	for _, word := range strings.Fields("team collaboration consortium group project network committee initiative organization organisation association society institute foundation investigators agency laboratory commission") {
		if !compare.IsBodyWord(word) || !compare.IsBodyWord(strings.ToUpper(word)) {
			t.Errorf("%q ends no body's name", word)
		}
		list := compare.FoldAuthors([]citation.Name{{Given: "Felt", Family: word}}, true)
		if got := compare.Authors(list, compare.FoldAuthors(worktest.Names("Ilse|Nabe"), true)).Agreement; got != compare.Incomparable {
			t.Errorf("Felt %s and a person: %d", word, got)
		}
	}
	if compare.IsBodyWord("nabe") {
		t.Error(`"nabe" ends a body's name`)
	}
}

// A single word that is written as bodies are, or known as one, may be of a body, so that
// it and a person cannot be compared; any other one is somebody else.
func TestBodiesOfOneWord(t *testing.T) {
	person := compare.FoldAuthors(worktest.Names("Ilse|Nabe; Max|Orr"), true)
	for word := range strings.FieldsSeq(`OpenAI DeepMind LampAI NASA CERN EU AI2 McLAB DeSmet-AI google Microsoft meta Facebook apple Amazon nvidia Intel
		anthropic Mistral cohere Baidu tencent Alibaba huawei ByteDance DeepSeek samsung Adobe salesforce Yandex naver UNESCO unicef Eurostat inria Qwen EleutherAI Databricks
		bloomberg Spotify netflix Collaboration`) {
		want := compare.Incomparable
		if word == "McLAB" || word == "DeSmet-AI" {
			want = compare.Differs // as "McDonald" is, and with a hyphen
		}
		if got := compare.Authors(compare.FoldAuthors([]citation.Name{{Family: word}}, true), person).Agreement; got != want {
			t.Errorf("%s and people: %d, want %d", word, got, want)
		}
	}
	for word := range strings.FieldsSeq(`McDonald MacLeod MakGill DeSmet DesRoches DelRey DellaRosa DiCaprio DaSilva DalBo DosSantos DuPont LeCun LaBelle LoBianco LiPuma LasCasas LosAngeles
		VanDyke VandeVelde VanderWaal VonNeumann TerBraak TenHave FitzGerald BenDavid BarHillel ElGamal AlQuraishi AbuLughod SaintClair SanMartin SantaCruz StJohn NiDhomhnaill ÓBriain ApThomas
		Lind X Jean-LucAI O'NeilAI`) {
		if got := compare.Authors(compare.FoldAuthors([]citation.Name{{Family: word}}, true), person).Agreement; got != compare.Differs {
			t.Errorf("%s and other people: %d, want that they differ", word, got)
		}
	}
	for _, named := range []citation.Name{{Family: "OpenAI", Given: "Ada"}, {Family: "OpenAI", Particle: "van"}, {Family: "OpenAI", Suffix: "Jr."}, {Family: "Open AI"}} {
		if got := compare.Authors(compare.FoldAuthors([]citation.Name{named}, true), person).Agreement; got != compare.Differs {
			t.Errorf("%+v and other people: %d, want that they differ", named, got)
		}
	}
}

// Whether those that both lists have are in another order does not depend on the others.
func TestOrderOfAuthors(t *testing.T) {
	for _, test := range []struct {
		stated, known string
		moved         bool
	}{
		{"Ilse|Nabe; Max|Orr; Lea|Pym", "Ilse|Nabe; Max|Orr; Lea|Pym", false},
		{"I.|Nabe; L.|Pym", "Ilse|Nabe; Max|Orr; Lea|Pym", false},
		{"Max|Orr; Ilse|Nabe", "Ilse|Nabe; Max|Orr", true},
		{"Bo|Quist; Ilse|Nabe; Lea|Pym", "Ilse|Nabe; Max|Orr; Lea|Pym", false},
		{"L.|Pym; Bo|Quist; Ilse|Nabe", "Ilse|Nabe; Max|Orr; Lea|Pym", true},
		{"Ilse|Nabe", "Ilse|Nabe; Max|Orr", false},
		{"Wen|Ko; W.|Ko", "Wei|Ko; Wen|Ko", true},                       // the initial is left to the other one
		{"Min|Li; Li|Min; Bo|Quist", "Min|Li; Li|Min; Bo|Quist", false}, // each is the other in another order of names
		{"Bo|Quist", "Ilse|Nabe", false},
	} {
		if got := compare.Authors(compare.FoldAuthors(worktest.Names(test.stated), true), compare.FoldAuthors(worktest.Names(test.known), true)).Moved; got != test.moved {
			t.Errorf("%s, known as %s: moved %t", test.stated, test.known, got)
		}
	}
}

func TestFamilyKeys(t *testing.T) {
	for _, test := range []struct {
		name citation.Name
		want []string
	}{
		{citation.Name{Given: "Ada", Particle: "van der", Family: "Achs"}, []string{"achs", "vanderachs"}},
		{citation.Name{Given: "Ada", Family: "Achs 0001"}, []string{"achs"}},
		{citation.Name{Literal: "Felt Team"}, []string{"feltteam"}},
		{citation.Name{}, nil},
		{citation.Name{Family: "Team"}, []string{"team"}},
	} {
		if diff := cmp.Diff(test.want, compare.FamilyKeys(test.name)); diff != "" {
			t.Errorf("%v (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestMayBeMisspelt(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{{"Ilse|Nabe", "Max|Nabe", true}, {"Ilse|Nabe", "Ilse|Orr", true}, {"Ilse|Nabe", "Max|Orr", false}, {"Nabe", "Orr", false}} {
		if got := compare.MayBeMisspelt(worktest.Names(test.a)[0], worktest.Names(test.b)[0]); got != test.want {
			t.Errorf("%s and %s: %t", test.a, test.b, got)
		}
	}
}
