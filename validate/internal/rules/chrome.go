package rules

import (
	"bytes"
	"strings"

	"github.com/factcite/factcite/validate/internal/finding"
)

// chrome holds phrases of the frame of a web page, folded, by their first byte.
type chrome [256]struct {
	phrases         []string
	seconds, thirds uint32 // a bit for the second and third byte of each, so that few words are compared
}

func newChrome() *chrome {
	c := new(chrome)
	for _, phrase := range [...]string{
		"all rights reserved", "accept all cookies", "add to cart", "back to top", "cookie policy", "click here to", "enable javascript",
		"javascript is disabled", "log in to continue", "privacy policy | ", "please verify you are a human", "skip to main content",
		"skip to content", "skip to navigation", "subscribe to our newsletter", "sign up for our newsletter", "share on facebook",
		"share on twitter", "this site uses cookies", "toggle navigation", "terms of use | ", "we use cookies", "your browser does not support",
	} {
		initial := &c[phrase[0]]
		initial.phrases = append(initial.phrases, phrase)
		initial.seconds |= bitOf(phrase[1])
		initial.thirds |= bitOf(phrase[2])
	}
	return c
}

func bitOf(b byte) uint32 { return 1 << (b % 32) }

// phraseIn returns the first phrase in a folded text that begins where a word
// does, or "".
func (c *chrome) phraseIn(text []byte) string {
	for start := 0; start < len(text); start++ {
		if phrase := c.phraseAt(text[start:]); phrase != "" {
			return phrase
		}
		for start < len(text) && text[start] != ' ' {
			start++
		}
	}
	return ""
}

// phraseAt returns the phrase that a folded text begins with, or "".
func (c *chrome) phraseAt(text []byte) string {
	if len(text) < 3 {
		return ""
	}
	initial := &c[text[0]]
	if initial.seconds&bitOf(text[1]) == 0 || initial.thirds&bitOf(text[2]) == 0 {
		return ""
	}
	for _, phrase := range initial.phrases {
		if bytes.HasPrefix(text, []byte(phrase)) {
			return phrase
		}
	}
	return ""
}

// judge is the check of page-chrome. A phrase in quotation marks is what the
// sentence is about.
func (c *chrome) judge(s *Subject) []finding.Finding {
	phrase := c.phraseIn(s.Folded)
	if phrase == "" || indexFold(outsideQuotes(s.Fact.Content), phrase) < 0 {
		return nil
	}
	content := s.Fact.Content
	start := indexFold(content, phrase)
	end := start + len(phrase)
	return []finding.Finding{s.Words(start, end, finding.Finding{
		Message: "the sentence holds " + finding.Quoted(content[start:end]) + ", which is the furniture of a page",
		Stated:  content[start:end],
		Field:   "content",
		Help:    "remove it, or drop the fact",
	})}
}

// indexFold returns where s holds phrase, which is in lower-case ASCII, whatever
// the case of its letters, or -1.
func indexFold(s, phrase string) int {
	for i := 0; i+len(phrase) <= len(s); i++ {
		if s[i]|0x20 == phrase[0] && strings.EqualFold(s[i:i+len(phrase)], phrase) {
			return i
		}
	}
	return -1
}
