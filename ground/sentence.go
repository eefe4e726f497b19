package ground

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// markSentences marks the words that begin a sentence or a block of the text.
func markSentences(w *words) {
	ended := false // a full stop came before the citation marker that is being read
	for i := range w.list {
		if i == 0 {
			w.list[0].marks |= opens | block
			continue
		}
		if isAside := w.list[i].marks&mayBeLeftOut != 0; isAside && w.list[i-1].marks&mayBeLeftOut == 0 {
			ended = strings.ContainsAny(w.between(i), ".!?") && !isAbbreviation(w, i-1, w.between(i))
		} else if !isAside && ended {
			ended = false
			if mayOpen(w.rawWord(i)) {
				w.list[i].marks |= opens
				continue
			}
		}
		start, end := w.list[i-1].end, w.list[i].start
		if start == end || end == start+1 && w.raw[start] == ' ' {
			continue
		}
		switch gap := w.raw[start:end]; {
		case endsBlock(gap):
			w.list[i].marks |= opens | block
		case endsSentence(gap) && !isAbbreviation(w, i-1, gap) && mayOpen(w.rawWord(i)):
			w.list[i].marks |= opens
		}
	}
}

// endsBlock reports whether a blank line, or a line's end before the mark of a
// heading, an item or a cell, is in a gap.
func endsBlock(gap string) bool {
	line := strings.IndexByte(gap, '\n')
	if line < 0 {
		return false
	}
	rest := strings.TrimLeft(gap[line+1:], " \t\r")
	return rest != "" && (rest[0] == '\n' || strings.IndexByte("#-*+|>", rest[0]) >= 0) || strings.HasPrefix(rest, "•")
}

// endsSentence reports whether a gap has a full stop, a question mark or an
// exclamation mark, and white space after it.
func endsSentence(gap string) bool {
	for i, r := range gap {
		switch r {
		case '.', '!', '?', '…':
			rest := strings.TrimLeft(gap[i+utf8.RuneLen(r):], ".!?…\"'”’)]*_»")
			if rest != "" && (rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\r' || rest[0] == '\t' || strings.HasPrefix(rest, "\u00A0")) || rest == "" && len(gap) > i+1 {
				return true
			}
		case '。', '！', '？':
			return true
		}
	}
	return false
}

// isAbbreviation reports whether the full stop after word i belongs to it.
func isAbbreviation(w *words, i int, gap string) bool {
	if gap[0] != '.' {
		return false
	}
	letters := w.word(i)
	if len(letters) == 1 && strings.Contains(w.between(i), "°") {
		return false
	}
	return abbreviations[string(letters)] || len(letters) == 1 && unicode.IsUpper(rune(w.rawWord(i)[0])) && !bytes.HasPrefix(letters, []byte("i"))
}

var abbreviations = setOf("al fig figs eq eqs ref refs dr mr mrs ms prof st vs etc eg ie cf no nos vol pp p ed eds inc ltd co jr sr dept approx ca sp spp subsp var viz resp sec jan feb mar apr jun jul aug sep sept oct nov dec gen col capt sgt rev hon messrs mt")

// mayOpen reports whether a sentence may begin with that word.
func mayOpen(printed string) bool {
	r, _ := utf8.DecodeRuneInString(printed)
	return !unicode.IsLower(r) || text.HasCapital(printed) && r < utf8.RuneSelf
}

// wholeSpan returns the bytes of raw that the words [from,to) take, with the marks around
// them.
func (w *words) wholeSpan(from, to int) [2]int {
	span := w.span(from, to)
	before, after := w.between(from), w.between(to)
	span[0] -= len(before) - len(strings.TrimRight(before, "“\"‘'«([$€£-−<>≥≤±~"))
	span[1] += len(after) - len(strings.TrimLeft(after, ".!?…\"”’')]»%;,"))
	return span
}

// sentence returns the words [from,to) of the sentence that holds word i.
func (w *words) sentence(i int) (from, to int) {
	const longest = 400 // words of a sentence; text without full stops is cut
	for from = i; from > 0 && w.list[from].marks&opens == 0 && i-from < longest; from-- {
	}
	for to = i + 1; to < len(w.list) && w.list[to].marks&opens == 0 && to-i < longest; to++ {
	}
	return from, to
}
