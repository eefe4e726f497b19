package texts

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf8"

	tokens "golang.org/x/net/html"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/internal/text"
)

// unseen are elements of HTML and JATS that a reader of the text does not see, or that are
// no part of it.
var unseen = setOf("script style noscript template nav svg math select button form textarea iframe object canvas dialog audio video head " +
	"journal-meta article-id article-categories contrib-id permissions pub-date history counts custom-meta-group tex-math object-id")

// inline are elements that do not part words.
var inline = setOf("a abbr b bdi bdo cite code data dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr big tt " +
	"italic bold sc underline xref ext-link uri styled-content named-content monospace email roman sans-serif")

// empty are elements of HTML without an end.
var empty = setOf("area base br col embed hr img input link meta source track wbr")

// footers are elements that hold no text of their own outside of an article.
var footers = setOf("footer aside")

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, s := range strings.Fields(list) {
		set[s] = true
	}
	return set
}

// markupReader reads the text of a page of HTML or an article of JATS XML from its tokens,
// whose lengths add up to their places.
type markupReader struct {
	source string
	text   []byte
	runs   []ground.Run
	hidden []string // the element that is not seen, and those of its name inside
	raised int      // where the text of a superscript begins; -1 outside of one
	title  bool     // in the title of a page, which is in its head
}

// readMarkup returns what a reader sees of a page or an article.
func readMarkup(source string) ground.Reading {
	r := markupReader{source: source, raised: -1}
	z := tokens.NewTokenizer(strings.NewReader(source))
	z.AllowCDATA(true)
	for next := 0; ; {
		kind := z.Next()
		at := next
		next = min(at+len(z.Raw()), len(source))
		switch kind {
		case tokens.ErrorToken:
			return ground.Reading{Text: string(r.text), Runs: r.runs}
		case tokens.TextToken:
			r.characters(at, next)
		case tokens.StartTagToken, tokens.SelfClosingTagToken:
			name, _ := z.TagName()
			r.open(string(name), kind == tokens.SelfClosingTagToken, at)
		case tokens.EndTagToken:
			name, _ := z.TagName()
			r.close(string(name), at)
		}
	}
}

func (r *markupReader) open(name string, closed bool, at int) {
	if len(r.hidden) > 0 {
		if name == "title" && r.hidden[0] == "head" {
			r.title = true
		}
		if name == r.hidden[0] && !closed && !empty[name] {
			r.hidden = append(r.hidden, name)
		}
		return
	}
	switch {
	case unseen[name] || footers[name]:
		r.part(at)
		if !closed && !empty[name] {
			r.hidden = append(r.hidden, name)
		}
	case name == "sup":
		r.raised = len(r.text)
	case !inline[name]:
		r.part(at)
	}
}

func (r *markupReader) close(name string, at int) {
	if r.title && name == "title" {
		r.title = false
		r.part(at)
		return
	}
	if n := len(r.hidden); n > 0 {
		if name == r.hidden[n-1] {
			r.hidden = r.hidden[:n-1]
		}
		return
	}
	switch {
	case name == "sup":
		r.lower()
	case !inline[name]:
		r.part(at)
	}
}

// part ends a block: what follows is a new paragraph.
func (r *markupReader) part(at int) {
	if len(r.text) > 0 && !bytes.HasSuffix(r.text, []byte("\n\n")) {
		r.put("\n\n", at, 0)
	}
}

// lower ends a superscript. One that cites is put in brackets, so that it is not read
// as a part of the word before it.
func (r *markupReader) lower() {
	start := r.raised
	r.raised = -1
	if start <= 0 {
		return
	}
	const longest = 40 // bytes before a superscript that are looked at
	mark := strings.TrimSpace(string(r.text[start:]))
	word := strings.TrimRight(string(r.text[max(0, start-longest):start]), "\u200A ")
	before, _ := utf8.DecodeLastRuneInString(word)
	letters := 0
	for letters < len(word) && text.IsLetter(word[len(word)-1-letters]) {
		letters++
	}
	if mark == "" || mark[0] == '[' || strings.Trim(mark, "0123456789,;–-—* abcdefg") != "" || !text.IsDigit(mark[0]) && mark[0] != '*' ||
		text.IsDigit(byte(before)) && !endsWithYear(word) || letters > 0 && letters < 3 {
		return
	}
	first := 0
	for first < len(r.runs) && r.runs[len(r.runs)-1-first].At >= start {
		first++
	}
	runs := r.runs[len(r.runs)-first:]
	from, to := runs[0].Start, runs[len(runs)-1].Start+runs[len(runs)-1].Length
	r.runs = r.runs[:len(r.runs)-first]
	r.text = r.text[:start]
	r.put("["+mark+"]", from, to-from)
}

// endsWithYear reports whether the last word is four digits, of which a superscript is no power.
func endsWithYear(s string) bool {
	const digits = 4
	return len(s) >= digits && text.IsDigits(s[len(s)-digits:])
}

// characters adds a run of text, in which character references stand for characters.
func (r *markupReader) characters(from, to int) {
	if len(r.hidden) > 0 && !r.title {
		return
	}
	source := r.source[from:to]
	if rest, ok := strings.CutPrefix(source, "<![CDATA["); ok {
		from += len(source) - len(rest)
		r.put(strings.TrimSuffix(rest, "]]>"), from, len(strings.TrimSuffix(rest, "]]>")))
		return
	}
	for source != "" {
		amp := strings.IndexByte(source, '&')
		if amp < 0 {
			amp = len(source)
		}
		r.put(source[:amp], from, amp)
		from, source = from+amp, source[amp:]
		if source == "" {
			return
		}
		n := referenceLength(source)
		r.put(html.UnescapeString(source[:n]), from, n)
		from, source = from+n, source[n:]
	}
}

// referenceLength returns the length of the character reference at the front of s, or that
// of the ampersand alone.
func referenceLength(s string) int {
	const longest = 40
	for n := 1; n < min(len(s), longest); n++ {
		switch c := s[n]; {
		case c == ';':
			return n + 1
		case c != '#' && !text.IsASCIIAlphanumeric(c):
			return 1
		}
	}
	return 1
}

// put adds text that stands for that many bytes of the source.
func (r *markupReader) put(s string, from, length int) {
	if s == "" {
		return
	}
	if n := len(r.runs); n > 0 && length == len(s) {
		last := &r.runs[n-1]
		if last.Start+last.Length == from && last.At+last.Length == len(r.text) {
			last.Length += length
			r.text = append(r.text, s...)
			return
		}
	}
	r.runs = append(r.runs, ground.Run{At: len(r.text), Start: from, Length: length})
	r.text = append(r.text, s...)
}
