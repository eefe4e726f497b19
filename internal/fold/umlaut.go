package fold

import "strings"

// WithoutUmlauts takes out the "e" that stands for the two dots of ä, ö and ü where they are
// spelled out, in whatever folded word it is: few words differ in such an "e" alone.
func WithoutUmlauts(folded string) string {
	for i := 1; i < len(folded); i++ {
		if folded[i] == 'e' && (folded[i-1] == 'a' || folded[i-1] == 'o' || folded[i-1] == 'u') {
			return umlauts.Replace(folded)
		}
	}
	return folded // as most words are: looking takes less time than writing them anew
}

var umlauts = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")
