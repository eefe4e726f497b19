package text

import (
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

func TestArenaKeepsTexts(t *testing.T) {
	var a Arena
	long := strings.Repeat("felt", pageSize)
	texts := []string{"", "rim", long, "cart", strings.Repeat("x", pageSize-1), "at the end", ""}
	var places []Place
	for _, text := range texts {
		places = append(places, a.Add([]byte(text)))
	}
	for i, text := range texts {
		if places[i] == 0 || !strings.HasPrefix(a.From(places[i]), text) {
			t.Errorf("text %d of %d bytes is not at its place %d", i, len(text), places[i])
		}
	}
}

func TestInParallelDoesAll(t *testing.T) {
	for _, size := range []int{0, 1, 64, 65, 1000} {
		list := make([]int, size)
		var calls atomic.Int64
		InParallel(list, func(part []int) {
			calls.Add(1)
			for i := range part {
				part[i]++
			}
		})
		if slices.ContainsFunc(list, func(n int) bool { return n != 1 }) || int(calls.Load()) != (size+63)/64 {
			t.Errorf("of %d, with %d calls: %v", size, calls.Load(), list)
		}
	}
}

func TestWordsAndCharacters(t *testing.T) {
	for name, is := range map[string]struct {
		holds   func(string) bool
		yes, no []string
	}{
		"IsDigits":        {IsDigits, []string{"0", "1492"}, []string{"", "1a", "-1", "٣"}},
		"IsRoman":         {IsRoman, []string{"xiv", "CLX"}, []string{"", "xm", "d", "x1"}},
		"HasDigit":        {HasDigit, []string{"rim 4"}, []string{"", "rim"}},
		"HasCapital":      {HasCapital, []string{"aB", "A", "Z", "é"}, []string{"", "ab1[@"}},
		"IsASCII":         {IsASCII, []string{"", "rim\x7f"}, []string{"é", "rim\x80"}},
		"StartsLower":     {StartsLower, []string{"rim", "éa"}, []string{"", "Rim", "1a"}},
		"IsYearDigits":    {IsYearDigits, []string{"1400", "1987", "2099"}, []string{"1399", "2100", "19x7"}},
		"StartsLetter":    {func(s string) bool { return StartsLetter(s, 1) }, []string{"1a", "1é", "1中"}, []string{"a1", "a "}},
		"HasFoldedPrefix": {func(s string) bool { return HasFoldedPrefix(s, "doi:") }, []string{"DOI:", "doi:10"}, []string{"doi", "xdoi:"}},
	} {
		for _, word := range is.yes {
			if !is.holds(word) {
				t.Errorf("%s(%q) is false", name, word)
			}
		}
		for _, word := range is.no {
			if is.holds(word) {
				t.Errorf("%s(%q) is true", name, word)
			}
		}
	}
	for r, want := range map[rune][2]bool{'-': {false, true}, '‑': {false, true}, '–': {false, false}, '\'': {true, false}, '’': {true, false}, 'ʼ': {true, false}, 'a': {false, false}} {
		if got := [2]bool{IsApostrophe(r), IsHyphen(r)}; got != want {
			t.Errorf("%q is an apostrophe, a hyphen: %v, want %v", r, got, want)
		}
	}
}

func TestPartsOfTexts(t *testing.T) {
	for name, cut := range map[string]struct {
		of  func(string) string
		out map[string]string
	}{
		"TrimBlanks":     {TrimBlanks, map[string]string{"": "", " \t\r\n": "", "\n rim \u00A0 \r": "rim \u00A0", "a b": "a b"}},
		"TrimLeftBlanks": {TrimLeftBlanks, map[string]string{" \n": "", " rim ": "rim "}},
		"TrimPrefixFold": {func(s string) string { return TrimPrefixFold(s, "doi:") }, map[string]string{"DOI: 10.1/x ": "10.1/x", "10.1/x ": "10.1/x ", "do": "do"}},
		"LowerASCII":     {LowerASCII, map[string]string{"": "", "rim": "rim", "RIMéÉ [@`{": "riméÉ [@`{", "AZ": "az"}},
		"FirstYear":      {FirstYear, map[string]string{"": "", "May 2019": "2019", "12 345": "", "x20191": "2019", "199 2001": "2001"}},
		"CleanText": {CleanText, map[string]string{"": "", " felt \t rims ": "felt rims", "fe\u00ADlt\u202E": "felt", "e\u0301": "é", "a\u2028b": "a b", "nim\u200Cdar": "nim\u200Cdar",
			"\xff": "\uFFFD", "a  b": "a b", "a b": "a b", " a": "a", "a ": "a"}},
		"Prefixed":   {func(s string) string { return Prefixed("no. ", s) }, map[string]string{"": "", "4": "no. 4"}},
		"NonEmpty":   {func(s string) string { return strings.Join(NonEmpty(strings.Split(s, " ")...), "+") }, map[string]string{"": "", " a  b ": "a+b"}},
		"LettersEnd": {func(s string) string { return s[LettersEnd(s, 1):] }, map[string]string{"1aZ[": "[", "12": "2", "1ab": "", "1{": "{", "1@": "@"}},
	} {
		for text, want := range cut.out {
			if got := cut.of(text); got != want {
				t.Errorf("%s(%q) = %q, want %q", name, text, got, want)
			}
		}
	}
}

// Text that is clean is returned as it is, not built anew.
func TestCleanTextSparesMemory(t *testing.T) {
	const text = "Felt rims – “quiet” é"
	if n := testing.AllocsPerRun(10, func() { CleanText(text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestShapesOfWords(t *testing.T) {
	words := []string{"a", "rim", "felt", strings.Repeat("long", 20)}
	shapes := ShapesOfWords(slices.Values(words))
	for _, word := range words {
		if !shapes.MayHave(word) {
			t.Errorf("%q has no shape of its own", word)
		}
	}
	for _, word := range []string{"", "rims", "rum" + "s", "b", "felts", "melt"} {
		if shapes.MayHave(word) {
			t.Errorf("%q has the shape of one of %q", word, words)
		}
	}
}
