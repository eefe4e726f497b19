package phrase

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/markup"
)

// tokensOf are the tokens of a text, each after the letter of its kind: a word, a number,
// a quotation, a link; a mark is alone.
func tokensOf(s *Text) string {
	var all []string
	for i := range s.Tokens {
		t := s.At(i)
		kind := map[tokenKind]string{Word: "w:", Number: "n:", Quoted: "q:", Link: "l:"}[t.Kind]
		if t.Capital {
			kind = "W:"
		}
		all = append(all, kind+t.Text)
	}
	return strings.Join(all, " · ")
}

// TestTokens holds how texts are cut into tokens, and TestQuotations below where
// quotations begin and end.
func TestTokens(t *testing.T) {
	testTokens(t, [][2]string{
		{"Ann's Ben-David e110529 O'Brien", "W:Ann · ' · w:s · W:Ben-David · w:e110529 · W:O'Brien"},
		{"the 19th, 2023d (2402.10379).", "w:the · n:19th · , · n:2023d · ( · n:2402.10379 · ) · ."},
		{"3.", "n:3 · ."},
		{"3.x", "n:3 · . · w:x"},
		{"x3 x-3 x-", "w:x3 · w:x · - · n:3 · w:x · -"},
		{"rock 'n' roll", "w:rock · q:n · w:roll"},
		{"van 't Hoff", "w:van · w:'t · W:Hoff"},
		{"van ’t Hoff", "w:van · w:’t · W:Hoff"},
		{"van 't hoff", "w:van · ' · w:t · w:hoff"},
		{"van'T Hoff", "W:van'T · W:Hoff"},
		{"'t Hoff", "w:'t · W:Hoff"},
		{"('t Hoff", "( · w:'t · W:Hoff"},
		{"'t is", "' · w:t · w:is"},
		{"ann@lee.example", "w:ann@lee · . · w:example"},
		{"the carts' rims", "w:the · w:carts · ' · w:rims"},
		{"Lee's", "W:Lee · ' · w:s"},
		{"Lee's-", "W:Lee · ' · w:s · -"},
		{"d'sa", "w:d'sa"},
		{"d’", "w:d · ’"},
		{"éclair Écart 日本 2٣", "w:éclair · W:Écart · w:日本 · n:2٣"},
		{"e\u0301clair", "w:e\u0301clair"},
		{"see http://example.org/x, www.example.org and 10.1234/x.", "w:see · l:http://example.org/x · , · l:www.example.org · w:and · l:10.1234/x · ."},
		{"a\u00a0b\tc\u200bd", "w:a · w:b · w:c · \u200b · w:d"},
		{"a—b–c−d", "w:a · — · w:b · – · w:c · − · w:d"},
		{"a/b & c; d!", "w:a · / · w:b · & · w:c · ; · w:d · !"},
		{"№ 5", "№ · n:5"},
		{"  a  ", "w:a"},
		{"", ""},
		{"a \xff b", "w:a · \xff · w:b"},
	})
}

func testTokens(t *testing.T, table [][2]string) {
	t.Helper()
	for _, row := range table {
		s := NewMarkedText(markup.Read(row[0]))
		if got := tokensOf(s); got != row[1] {
			t.Errorf("%q: %q, want %q", row[0], got, row[1])
		}
		s.Release()
	}
}

// TestParts holds that a part of a text has its own tokens at the places of the whole.
func TestParts(t *testing.T) {
	s := NewText("Felt rims. Quiet hubs (2012). Oats.")
	if alone, start := s.Alone(); alone != s || start != 0 {
		t.Error("a whole text is not its own")
	}
	for _, c := range []struct {
		from, next int
		tokens     string
		alone      string
		dated      bool
	}{
		{0, 3, "W:Felt · w:rims · .", "Felt rims. ", false},
		{3, 9, "W:Quiet · w:hubs · ( · n:2012 · ) · .", "Quiet hubs (2012). ", true},
		{9, 11, "W:Oats · .", "Oats.", false},
	} {
		part := s.Part(c.from, c.next)
		alone, start := part.Alone()
		if tokensOf(part) != c.tokens || alone.Content != c.alone || tokensOf(alone) != c.tokens || part.Dated != c.dated || alone.Dated != c.dated || start != s.At(c.from).Start {
			t.Errorf("part %d–%d is %s (dated %t), alone %q at %d", c.from, c.next, tokensOf(part), part.Dated, alone.Content, start)
		}
	}
}

// TestRoomIsKept holds that a text whose room is taken over has nothing of the text
// before it.
func TestRoomIsKept(t *testing.T) {
	for _, text := range []string{"Felt 'Hay' (2012) " + strings.Repeat("felt ", 2000), "*Felt* of [Hay](https://x.example) in 2012", "Oats"} {
		s := NewMarkedText(markup.Read(text))
		s.Release()
	}
	s := NewText("Oats")
	if got := tokensOf(s); got != "W:Oats" || s.Dated || s.IsItalic(s.Span(0, 1)) || s.At(-1).Kind != NoToken || s.At(1).Kind != NoToken {
		t.Errorf("tokens %s, dated %t", got, s.Dated)
	}
}
