package phrase

import (
	"strings"
	"testing"
)

// TestQuotations holds where quotations begin and end, whatever their marks, and which
// marks are apostrophes.
func TestQuotations(t *testing.T) {
	testTokens(t, [][2]string{
		// Marks.
		{`the book "Felt" is`, "w:the · w:book · q:Felt · w:is"},
		{"the book 'Felt' is", "w:the · w:book · q:Felt · w:is"},
		{"the book ‘Felt’ is", "w:the · w:book · q:Felt · w:is"},
		{"the book ‛Felt’ is", "w:the · w:book · q:Felt · w:is"},
		{"the book “Felt” is", "w:the · w:book · q:Felt · w:is"},
		{"the book ”Felt” is", "w:the · w:book · q:Felt · w:is"},
		{"the book „Felt” is", "w:the · w:book · q:Felt · w:is"},
		{"the book «Felt» is", "w:the · w:book · q:Felt · w:is"},
		{"the book „Felt“ is “Hay”", "w:the · w:book · q:Felt · w:is · q:Hay"},
		{"the book »Felt« is »Hay«", "w:the · w:book · q:Felt · w:is · q:Hay"},
		{"the book »Felt» is", "w:the · w:book · q:Felt · w:is"},
		{"the book ‚Felt‘ is", "w:the · w:book · q:Felt · w:is"},
		{"the book « Felt », by", "w:the · w:book · q:Felt · , · w:by"},
		{"the book «\u00a0Felt and Hay\u202f» is", "w:the · w:book · q:Felt and Hay · w:is"},
		{"the book « Felt and « Hay » is", "w:the · w:book · « · W:Felt · w:and · q:Hay · w:is"},
		{"the book « » is « Felt", "w:the · w:book · « · » · w:is · « · W:Felt"},
		{"the book “Felt' is", "w:the · w:book · “ · W:Felt · ' · w:is"},
		{"'Felt", "' · W:Felt"},
		{"'", "'"},
		{"' Felt'", "' · W:Felt · '"},
		{"felt'Hay'", "W:felt'Hay · '"},
		{"('Felt') ['Hay'] –'Oats' /'Rye'", "( · q:Felt · ) · [ · q:Hay · ] · – · q:Oats · / · q:Rye"},

		// What is before the closing mark.
		{"'Felt,' she says", "q:Felt · , · w:she · w:says"},
		{"'Felt;' she says", "q:Felt · ; · w:she · w:says"},
		{"'Felt.' Hay", "q:Felt · W:Hay"},
		{"'Felt...' Hay", "q:Felt... · W:Hay"},
		{"'Felt?' Hay", "q:Felt? · W:Hay"},

		// Quotations in quotations.
		{"“Felt and ‘Hay’ for Carts” is", "q:Felt and ‘Hay’ for Carts · w:is"},
		{"“Felt and “Hay” for Carts” is", "q:Felt and “Hay” for Carts · w:is"},
		{"'Felt and 'Hay' for Carts' is", "q:Felt and 'Hay' for Carts · w:is"},
		{`"Felt and "Hay" for Carts" is`, `q:Felt and "Hay" for Carts · w:is`},
		{"'Felt and 'Hay for Carts' is", "q:Felt and 'Hay for Carts · w:is"},
		{"'“Felt” and Hay' is", "q:“Felt” and Hay · w:is"},

		// Apostrophes.
		{"'The Carters' Guide to Felt' is", "q:The Carters' Guide to Felt · w:is"},
		{"'The Carters' is 'felt'", "q:The Carters · w:is · q:felt"},
		{"'Carters' 5 rims' is", "q:Carters · n:5 · w:rims · ' · w:is"},
		{"'Felt of the carts' by Lee's aunt' is", "q:Felt of the carts · w:by · W:Lee · ' · w:s · w:aunt · ' · w:is"},
		{"'The Carters' and Hay' is", "q:The Carters · w:and · W:Hay · ' · w:is"},
		{"'The Carters' Guide' and the 'Hay' by Lee", "q:The Carters' Guide · w:and · w:the · q:Hay · w:by · W:Lee"},
		{"'Le vite de' pittori' is", "q:Le vite de' pittori · w:is"},
		{"'Le vite de' 3 pittori' is", "q:Le vite de · n:3 · w:pittori · ' · w:is"},
		{"'Opere da' campi' is", "q:Opere da' campi · w:is"},
		{"'Felt don't' is", "q:Felt don't · w:is"},
		{"'Felt'5 and Hay' is", "q:Felt'5 and Hay · w:is"},
		{"the book “90s Felt” is", "w:the · w:book · q:90s Felt · w:is"},
		{"'95s and Felt' is", "q:95s and Felt · w:is"},
		{"'90sa and Felt' is", "q:90sa and Felt · w:is"},
		{"in the '90s and 'Felt' is", "w:in · w:the · ' · n:90s · w:and · q:Felt · w:is"},

		// Marks that are detached, as in texts that were joined from tokens.
		{`the book" The Quiet Cart", which`, "w:the · w:book · q:The Quiet Cart · , · w:which"},
		{`the book," The Quiet Cart," which`, "w:the · w:book · , · q:The Quiet Cart · w:which"},
		{`the book" 99 Carts" which`, "w:the · w:book · q:99 Carts · w:which"},
		{`the book" the Quiet Cart" which`, `w:the · w:book · " · w:the · W:Quiet · W:Cart · " · w:which`},
		{`the book" The Quiet Cart which`, `w:the · w:book · " · W:The · W:Quiet · W:Cart · w:which`},
		{`5" The Quiet Cart" which`, `n:5 · " · W:The · W:Quiet · W:Cart · " · w:which`},
		{`" The Quiet Cart" which`, `" · W:The · W:Quiet · W:Cart · " · w:which`},
		{`book" A" which`, `w:book · " · W:A · " · w:which`},
		{`book"`, `w:book · "`},
	})
}

// TestLongQuotations holds that quotations are looked for within limits.
func TestLongQuotations(t *testing.T) {
	long := strings.Repeat("felt ", longestQuote/5)
	for text, want := range map[string]bool{
		"'" + long[:longestQuote-10] + "rims' is":                              true,
		"'" + long + "rims' is":                                                false,
		`book" A ` + long[:longestDetached-10] + `x" is`:                       true,
		`book" A ` + long[:longestDetached+10] + `x" is`:                       false,
		strings.Repeat("'a ", MostUnclosed-1) + "“Felt” is":                    true,
		strings.Repeat("«a ", MostUnclosed+1) + "“Felt” is":                    false,
		strings.Repeat("«a ", MostUnclosed+1) + `book" The Quiet Cart", which`: false,
	} {
		s := NewText(text)
		found := false
		for i := range s.Tokens {
			found = found || s.At(i).Kind == Quoted
		}
		if found != want {
			t.Errorf("%.30s… of %d bytes: a quotation is found: %t", text, len(text), found)
		}
	}
}
